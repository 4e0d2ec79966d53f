//! Starting and stopping.

use std::{
    net::{TcpListener, TcpStream},
    time::{Duration, Instant},
};

use mor_sim::{Account, Fault, Role, Seed, Settings, Simulator};

use crate::support::{self, post};

#[test]
fn simulators_run_side_by_side() {
    let (one, other) = (Simulator::start().unwrap(), Simulator::start().unwrap());
    assert_ne!(one.port(), other.port());
    assert_eq!(one.url(), format!("http://127.0.0.1:{}", one.port()));
    post(&one, "login_form", "");
    assert_eq!((one.requests().len(), other.requests().len()), (1, 0));
}

#[test]
fn dropping_it_frees_the_port_even_with_connections_open() {
    let sim = Simulator::start().unwrap();
    let port = sim.port();
    sim.on("login_form").fail(Fault::Delay(Duration::from_secs(600)));
    let mut idle = TcpStream::connect(("127.0.0.1", port)).unwrap();
    std::io::Write::write_all(&mut idle, b"GET /billing/api/login_form HTTP/1.1\r\nHost: mor\r\n\r\n")
        .unwrap();

    let start = Instant::now();
    drop(sim);
    assert!(start.elapsed() < Duration::from_secs(10));
    assert!(TcpStream::connect(("127.0.0.1", port)).is_err());
}

#[test]
fn it_starts_and_stops_inside_an_async_runtime() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        let sim = Simulator::start().unwrap();
        assert_eq!(post(&sim, "login_form", "").status, 200);
    });
}

#[test]
fn a_port_in_use_is_reported() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    assert_eq!(Simulator::builder().port(port).start().unwrap_err().kind(), std::io::ErrorKind::AddrInUse);
}

#[test]
fn it_starts_with_a_seed_and_settings_and_both_can_be_changed() {
    let text = "[[account]]\nid = 0\nusername = 'root'\nrole = 'admin'\nkey = 'another key'\n";
    let settings = Settings { xml_extension: true, ..Settings::default() };
    let sim = Simulator::builder().seed(Seed::from_toml(text).unwrap()).settings(settings).start().unwrap();
    assert!(sim.settings(|settings| settings.xml_extension));
    assert!(
        post(&sim, "services_get", &support::signed("u=root", "another key")).text().contains("<services>")
    );

    let mut user = Account::new(5, "new", Role::User);
    user.owner = Some("root".to_owned());
    sim.add_account(user);
    assert!(
        post(&sim, "services_get", &support::signed("u=new", "another key")).text().contains("<services>")
    );
    assert_eq!(sim.account("nobody", |account| account.id), None);
}

#[test]
fn a_panic_in_a_closure_does_not_stop_it() {
    let sim = Simulator::start().unwrap();
    let panicked =
        std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| sim.settings(|_| panic!("a failed test"))));
    assert!(panicked.is_err());
    assert_eq!(post(&sim, "login_form", "").status, 200);
}
