//! Servers that are not reached, or never answer.

use std::net::{TcpListener, TcpStream};
use std::time::Duration;

use mor_sim::{Fault, Simulator};

use crate::doctor::{assert_lines, doctor};
use crate::support::{run, with};

const LOST: &str = "ok, network failed";

/// Of a function that never answers, nor does any other, in any command.
#[test]
fn a_time_out_names_the_seconds_and_the_tries() {
    let simulator = Simulator::start().unwrap();
    for function in ["system_version_get", "lcr_delete"] {
        simulator.on(function).fail(Fault::Hang);
    }
    let mut command = with(&simulator);
    command.args(["--timeout", "1"]);
    assert_lines(
        "silent",
        &mut command,
        LOST,
        7,
        &["no response within 1 s (3 tries)", "--timeout waits longer"],
    );
    let read = ["call", "system_version_get", "--timeout", "1"];
    run(&mut with(&simulator), &read).fails(7, &["no response within 1 s (3 tries)"]);
    let once = ["call", "system_version_get", "--timeout", "1", "--no-retry"];
    run(&mut with(&simulator), &once).fails(7, &["no response within 1 s (1 try)"]);
    let write = ["call", "lcr_delete", "lcr_id=2", "--yes", "--timeout", "1"];
    run(&mut with(&simulator), &write)
        .fails(8, &["no response within 1 s (1 try)", "the outcome is unknown"]);
    simulator.on("system_version_get").fail(Fault::SlowDrip { bytes: 1, every: Duration::from_millis(300) });
    run(&mut with(&simulator), &once).fails(7, &["no complete response within 1 s (1 try)"]);
}

/// The connection's time runs out first, so that it is certain that a write was not sent.
#[test]
fn a_connection_that_takes_too_long_has_sent_nothing() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    // The system accepts the connection, and no one shakes hands.
    let url = format!("https://{}", listener.local_addr().unwrap());
    let mut command = doctor(&url);
    command.args(["--timeout", "1"]);
    let said = "no connection within 0.9 s; nothing was sent (3 tries)";
    assert_lines("no handshake", &mut command, LOST, 7, &[said, "firewall"]);
    let write = ["call", "lcr_delete", "lcr_id=2", "--yes", "--timeout", "1"];
    let failed = run(&mut doctor(&url), &write).fails(7, &[said]);
    assert!(!failed.err.contains("unknown"), "{}", failed.err);
}

#[test]
fn a_port_at_which_no_one_listens() {
    // The port of a connection that stays open: no other program gets it, and no one answers there.
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let connection = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
    let url = format!("http://{}", connection.local_addr().unwrap());
    let words = ["could not be reached", "is the web server running?", "(3 tries)"];
    assert_lines("deserted", &mut doctor(&url), LOST, 7, &words);
}

#[test]
fn a_proxy_that_refuses() {
    let (proxy, _) = crate::doctor::server::serve(|_| crate::doctor::server::status("403 Forbidden", ""));
    let mut command = doctor("https://switch.invalid");
    command.env("HTTPS_PROXY", &proxy).env_remove("NO_PROXY").env_remove("no_proxy");
    assert_lines("proxy", &mut command, LOST, 7, &["nothing was sent", "proxy and firewall"]);
}
