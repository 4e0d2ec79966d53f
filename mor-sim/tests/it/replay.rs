//! Recorded exchanges: written by one simulator, answered by another.

use std::{
    fs,
    io::{ErrorKind, Read as _, Write as _},
    net::TcpStream,
    path::PathBuf,
};

use mor_sim::{Answer, Fault, Recording, Simulator};

use crate::support::{get, post, signed};

/// A folder of its own under the build directory, empty.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn what_one_simulator_records_another_one_answers() {
    let file = folder("record").join("exchanges.toml");
    let sim = Simulator::builder().record().start().unwrap();
    post(&sim, "no_such_function", "u=admin");
    let services = post(&sim, "services_get", &signed("u=admin", "secret"));
    let tariff = post(&sim, "tariff_rates_get", &signed("u=admin&test=0", "secret"));
    let strange =
        Answer::xml("<page>\r\n a\ttab, \"quotes\", '''more''', \"\"\" and \\\n</page>").with_status(418);
    sim.on("users_get").respond(strange.clone().with_header("Set-Cookie", "session=abc"));
    post(&sim, "users_get", "u=admin&p=top");
    sim.on("login_form").fail(Fault::ResetAfterCommit);
    let mut reset = TcpStream::connect(("127.0.0.1", sim.port())).unwrap();
    write!(reset, "GET /api/login_form HTTP/1.1\r\nHost: mor\r\n\r\n").unwrap();
    reset.read_to_end(&mut Vec::new()).unwrap_err();
    sim.save_recording(&file).unwrap();

    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains("[[exchange]]") && text.contains("p = \"[hidden]\""), "{text}");
    for secret in ["session=abc", "\"top\"", "hash ="] {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
    assert_eq!(Recording::load(&file).unwrap().exchanges.len(), 3, "what nobody saw is left out");

    let again = Simulator::builder().replay(&file).start().unwrap();
    let reply = post(&again, "services_get", "u=admin");
    assert_eq!((reply.status, &reply.body), (200, &services.body), "whatever the hash");
    assert_eq!(reply.undated_head(), services.undated_head());
    assert_eq!(
        post(&again, "tariff_rates_get", "u=admin&test=0").body,
        tariff.body,
        "bytes that are no text"
    );
    let reply = post(&again, "users_get", "u=admin&p=other");
    assert_eq!((reply.status, reply.body), (418, strange.body));
    assert!(
        post(&again, "login_form", "").text().contains("Login page"),
        "what was not recorded is simulated"
    );
}

#[test]
fn the_same_request_is_answered_in_order_and_then_by_the_last_answer() {
    let folder = folder("order");
    let exchange = |function: &str, id: u32, body: &str| {
        format!("[[exchange]]\nfunction = '{function}'\nparameters = {{ id = '{id}' }}\nbody = '{body}'\n")
    };
    fs::write(folder.join("b.toml"), exchange("user_balance_get_by_psw", 1, "third")).unwrap();
    let first = exchange("user_balance_get_by_username", 1, "one")
        + &exchange("user_balance_get_by_username", 2, "other");
    fs::write(folder.join("a.toml"), first + &exchange("user_balance_get_by_username", 1, "two")).unwrap();
    fs::write(folder.join("readme.txt"), "no recording").unwrap();

    let sim = Simulator::builder().replay(&folder).start().unwrap();
    let ask = |id: u32| get(&sim, &format!("/billing/api/user_balance_get_by_username/{id}")).text();
    assert_eq!([ask(1), ask(2), ask(1), ask(1), ask(2)], ["one", "other", "two", "two", "other"]);
    let unknown = get(&sim, "/billing/api/user_balance_get_by_username/7");
    assert_eq!(unknown.status, 501);
    assert!(
        unknown.text().contains("sent:     id=7\n  recorded: id=1\n  recorded: id=2"),
        "{}",
        unknown.text()
    );
    sim.on("user_balance_get_by_username").fail(Fault::Truncate(1)).times(1);
    assert_eq!(ask(2), "o", "faults damage recorded answers, too");
    assert_eq!(sim.ledger(), []);
}

#[test]
fn what_is_no_recording_is_told_with_its_file() {
    let folder = folder("broken");
    let file = folder.join("a.toml");
    for (text, complaint) in [
        (
            "[[exchange]]\nfunction = 'users_get'\n",
            "an exchange with users_get needs one of body and body_hex",
        ),
        ("[[exchange]]\nfunction = 'users_get'\nbody_hex = '0g'\n", "body_hex of an exchange with users_get"),
        ("[[exchange]]\nfunktion = 'users_get'\n", "line 2"),
    ] {
        fs::write(&file, text).unwrap();
        let error = Simulator::builder().replay(&folder).start().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidData, "{error}");
        assert!(error.to_string().contains("a.toml") && error.to_string().contains(complaint), "{error}");
    }
    fs::write(&file, "[[exchange]]\nfunction = 'users_gte'\nbody = ''\n").unwrap();
    let unknown = Simulator::builder().replay(&folder).start().unwrap_err();
    assert_eq!(unknown.kind(), ErrorKind::InvalidData);
    assert_eq!(unknown.to_string(), "recording: there is no function `users_gte`; did you mean `users_get`?");
    let missing = Simulator::builder().replay(folder.join("b.toml")).start().unwrap_err();
    assert_eq!(missing.kind(), ErrorKind::NotFound);
    let not_recording = Simulator::start().unwrap().save_recording(&file).unwrap_err();
    assert_eq!(not_recording.kind(), ErrorKind::InvalidInput);
}
