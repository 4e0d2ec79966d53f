//! Faults of the connection: what reaches the client, and whether the function was executed.

use std::{
    io::{ErrorKind, Read as _, Write as _},
    net::TcpStream,
    time::{Duration, Instant},
};

use mor_sim::{Fault, Reply, Simulator};

use crate::support::{post, settled, signed};

const CHANGE: &str = "autodialer_change_campaign_status";

fn connect(sim: &Simulator) -> TcpStream {
    let stream = TcpStream::connect(("127.0.0.1", sim.port())).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
    stream
}

/// Starts campaign 1.
fn write(stream: &mut TcpStream) {
    let form = signed("u=some_user&id=1", "1secret");
    write!(
        stream,
        "POST /billing/api/{CHANGE} HTTP/1.1\r\nHost: mor\r\nContent-Type: application/x-www-form-urlencoded\r\n\
         Content-Length: {}\r\n\r\n{form}",
        form.len()
    )
    .unwrap();
}

/// What comes on the connection until it ends, and how it ends.
fn rest(stream: &mut TcpStream) -> (Vec<u8>, Option<ErrorKind>) {
    let mut answer = Vec::new();
    let end = stream.read_to_end(&mut answer).err().map(|error| error.kind());
    (answer, end)
}

fn is_executed(sim: &Simulator) -> bool {
    let is_running = sim.campaign(1, |campaign| campaign.running).unwrap();
    assert_eq!(is_running, sim.ledger().len() == 1, "{:?}", sim.ledger());
    is_running
}

#[track_caller]
fn assert_ends(fault: &Fault, end: Option<ErrorKind>, executed: bool) {
    let sim = Simulator::start().unwrap();
    sim.on(CHANGE).fail(fault.clone()).times(1);
    let mut stream = connect(&sim);
    write(&mut stream);
    assert_eq!(rest(&mut stream), (Vec::new(), end), "{fault:?}");
    assert_eq!(is_executed(&sim), executed, "{fault:?}");
    assert!(settled(&sim).iter().all(|entry| entry.reply == Reply::Lost));
    assert_eq!(sim.requests().len(), 1, "it is recorded all the same");
}

#[test]
fn a_refused_request_is_neither_answered_nor_executed() {
    assert_ends(&Fault::Refuse, None, false);
}

#[test]
fn a_reset_is_a_real_one_before_and_after_the_function_was_executed() {
    assert_ends(&Fault::ResetBeforeRequest, Some(ErrorKind::ConnectionReset), false);
    assert_ends(&Fault::ResetAfterCommit, Some(ErrorKind::ConnectionReset), true);
}

#[test]
fn the_body_of_a_refused_request_is_not_waited_for() {
    let sim = Simulator::start().unwrap();
    sim.on(CHANGE).fail(Fault::Refuse);
    let mut stream = connect(&sim);
    write!(stream, "POST /billing/api/{CHANGE} HTTP/1.1\r\nHost: mor\r\nContent-Length: 1000\r\n\r\n")
        .unwrap();
    assert_eq!(rest(&mut stream), (Vec::new(), None));
}

#[test]
fn a_hanging_call_ends_when_the_client_gives_up() {
    for (fault, executed) in [(Fault::Hang, false), (Fault::HangAfterCommit, true)] {
        let sim = Simulator::start().unwrap();
        sim.on(CHANGE).fail(fault.clone());
        let mut stream = connect(&sim);
        stream.set_read_timeout(Some(Duration::from_millis(150))).unwrap();
        write(&mut stream);
        let (answer, end) = rest(&mut stream);
        assert!(answer.is_empty() && end == Some(ErrorKind::WouldBlock), "{fault:?}: {end:?}");
        assert_eq!(is_executed(&sim), executed, "{fault:?}");
        assert!(sim.ledger().iter().all(|entry| entry.reply == Reply::Pending));

        drop(stream);
        let start = Instant::now();
        while sim.ledger().iter().any(|entry| entry.reply == Reply::Pending) {
            assert!(start.elapsed() < Duration::from_secs(5), "{fault:?}");
            std::thread::sleep(Duration::from_millis(2));
        }
    }
}

#[test]
fn a_late_answer_is_lost_if_nobody_waits_for_it() {
    let sim = Simulator::start().unwrap();
    sim.on(CHANGE).fail(Fault::Delay(Duration::from_secs(600)));
    let mut stream = connect(&sim);
    write(&mut stream);
    let start = Instant::now();
    while sim.ledger().is_empty() {
        assert!(start.elapsed() < Duration::from_secs(5));
    }
    drop(stream);
    while sim.ledger()[0].reply != Reply::Lost {
        assert!(start.elapsed() < Duration::from_secs(5));
    }
}

#[test]
fn a_slow_answer_comes_in_pieces_and_is_whole() {
    let sim = Simulator::start().unwrap();
    let whole = post(&sim, "services_get", &signed("u=admin", "secret"));
    let pieces = whole.body.len().div_ceil(100);
    sim.on("services_get").fail(Fault::SlowDrip { bytes: 100, every: Duration::from_millis(20) });
    let start = Instant::now();
    let slow = post(&sim, "services_get", &signed("u=admin", "secret"));
    assert!(pieces > 1 && start.elapsed() >= Duration::from_millis(20) * u32::try_from(pieces).unwrap());
    assert_eq!(slow.header("content-length"), whole.header("content-length"));
    assert_eq!(slow.body, whole.body);

    sim.on(CHANGE).fail(Fault::SlowDrip { bytes: 0, every: Duration::ZERO });
    post(&sim, CHANGE, &signed("u=some_user&id=1", "1secret"));
    assert_eq!(sim.ledger()[0].reply, Reply::Answered, "no bytes at a time are one");
}

#[test]
fn a_closed_port_is_refused_by_the_system_until_it_is_opened() {
    let sim = Simulator::start().unwrap();
    let mut idle = connect(&sim);
    post(&sim, "login_form", "");
    sim.close_port();
    assert_eq!(rest(&mut idle).0, b"", "open connections are gone");
    let error = TcpStream::connect(("127.0.0.1", sim.port())).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ConnectionRefused);
    sim.close_port();
    sim.open_port();
    sim.open_port();
    assert_eq!(post(&sim, "login_form", "").status, 200);
}

#[test]
fn a_server_that_goes_down_takes_all_connections_with_it_and_comes_back() {
    let sim = Simulator::start().unwrap();
    sim.on("users_get").fail(Fault::GoDown(Duration::from_millis(200))).times(1);
    sim.on(CHANGE).fail(Fault::Delay(Duration::from_secs(600)));
    let mut busy = connect(&sim);
    write(&mut busy);
    let start = Instant::now();
    while sim.ledger().is_empty() {
        assert!(start.elapsed() < Duration::from_secs(5));
    }

    let mut last = connect(&sim);
    write!(last, "POST /api/users_get HTTP/1.1\r\nHost: mor\r\nContent-Length: 0\r\n\r\n").unwrap();
    assert_eq!(rest(&mut last).1, Some(ErrorKind::ConnectionReset));
    assert_eq!(rest(&mut busy).1, Some(ErrorKind::ConnectionReset));
    let down = Instant::now();
    let refused = TcpStream::connect(("127.0.0.1", sim.port())).unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::ConnectionRefused);
    assert_eq!(settled(&sim)[0].reply, Reply::Lost, "it was executed, and its answer is lost");

    while TcpStream::connect(("127.0.0.1", sim.port())).is_err() {
        assert!(down.elapsed() < Duration::from_secs(5));
        std::thread::sleep(Duration::from_millis(5));
    }
    assert!(down.elapsed() >= Duration::from_millis(100), "{:?}", down.elapsed());
    assert_eq!(post(&sim, "login_form", "").status, 200);
}

#[test]
fn statuses_of_servers_and_proxies_say_when_to_come_again() {
    let sim = Simulator::start().unwrap();
    let seconds = |count| Some(Duration::from_secs(count));
    for (fault, status, retry_after, executed) in [
        (Fault::ServerError, 500, None, 0),
        (Fault::BadGateway, 502, None, 0),
        (Fault::ServiceUnavailable { retry_after: seconds(3) }, 503, Some("3"), 0),
        (Fault::ServiceUnavailable { retry_after: None }, 503, None, 0),
        (Fault::TooManyRequests { retry_after: seconds(1) }, 429, Some("1"), 0),
        (Fault::ServerErrorAfterCommit, 500, None, 1),
        (Fault::GatewayTimeout, 504, None, 1),
    ] {
        let before = sim.ledger().len();
        sim.on(CHANGE).fail(fault.clone()).times(1);
        let reply = post(&sim, CHANGE, &signed("u=some_user&id=1", "1secret"));
        assert_eq!((reply.status, reply.header("retry-after")), (status, retry_after), "{fault:?}");
        assert!(reply.text().contains("<html>"), "{fault:?}");
        assert_eq!(sim.ledger().len() - before, executed, "{fault:?}");
    }
    assert!(settled(&sim).iter().all(|entry| entry.reply == Reply::Lost));
}
