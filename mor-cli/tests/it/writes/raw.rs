//! `--raw` is no way around the question.

use mor_sim::catalog::{Effect, Function};
use mor_sim::{Answer, Simulator};

use crate::support::run;
use crate::writes::{booked, with};

#[test]
fn only_names_reach_the_server() {
    let simulator = Simulator::start().unwrap();
    for name in [
        "user_balance_update.xml",
        "user_balance_update/",
        "./user_balance_update",
        "user_balance_update?x=1",
        "x/../user_balance_update",
        "user_balance%5fupdate",
        "User_Balance_Update",
        "user_balance_update ",
        "/user_balance_update",
        "",
    ] {
        for yes in [&["--yes"][..], &[]] {
            let arguments = ["call", "--raw", name, "user_id=2", "balance=1", "--hash", "user_id,balance"];
            run(&mut with(&simulator), &[&arguments[..], yes].concat())
                .fails(2, &["is not a function name", "lower-case letters, digits and `_`"]);
        }
    }
    assert_eq!((booked(&simulator), simulator.requests().len()), (0, 0));
}

#[test]
fn a_declared_change_is_confirmed_under_any_of_its_names() {
    let simulator = Simulator::start().unwrap();
    let names = std::iter::once("user_balance_update");
    let spec = mor_endpoints::find("user_balance_update").unwrap().spec();
    for name in names.chain(spec.aliases.iter().copied()) {
        let arguments = ["call", "--raw", name, "user_id=2", "balance=1", "--hash", "user_id,balance"];
        run(&mut with(&simulator), &arguments).fails(2, &["changes data on the server", "--yes"]);
    }
    assert_eq!((booked(&simulator), simulator.requests().len()), (0, 0));
    let yes =
        ["call", "--raw", "user_balance_update", "user_id=2", "balance=1", "--hash", "user_id,balance", "-y"];
    run(&mut with(&simulator), &yes).ok();
    assert_eq!(booked(&simulator), 1);
}

#[test]
fn an_undeclared_function_counts_as_a_change() {
    let simulator = Simulator::start().unwrap();
    simulator.add_function(Function::new("brand_new", Effect::Write)).unwrap();
    simulator.on("brand_new").respond(Answer::xml("<page/>"));
    run(&mut with(&simulator), &["call", "--raw", "brand_new", "id=1"])
        .fails(2, &["brand_new changes", "--yes"]);
    assert!(simulator.requests().is_empty());
    run(&mut with(&simulator), &["call", "--raw", "brand_new", "id=1", "--dry-run"]).ok();
    run(&mut with(&simulator), &["call", "--raw", "brand_new", "id=1", "--yes"]).ok();
    assert_eq!(simulator.requests().len(), 1);
}
