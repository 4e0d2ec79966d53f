//! What is executed, and what the ledger says of it.

use mor_sim::{Answer, Change, Decimal, Fault, Reply, Simulator};

use crate::support::{post, settled, signed};

fn pay(sim: &Simulator, user_id: u64, amount: &str, transaction: &str) -> String {
    let form = format!("u=admin&user_id={user_id}&p_currency=EUR&amount={amount}&transaction={transaction}");
    post(sim, "payment_create", &signed(&form, &format!("{user_id}EUR{amount}{transaction}secret"))).text()
}

fn balance(sim: &Simulator, username: &str) -> String {
    let form = format!("u=admin&username={username}");
    post(sim, "user_balance_get", &signed(&form, &format!("{username}secret"))).text()
}

fn payments(sim: &Simulator, filter: &str, hashed: &str) -> String {
    post(sim, "payments_get", &signed(&format!("u=admin{filter}"), &format!("{hashed}secret"))).text()
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn a_payment_moves_the_balance_and_can_be_found() {
    let sim = Simulator::start().unwrap();
    assert!(payments(&sim, "", "").contains("3456754123457653"), "the sample, before anything was booked");
    let answer = pay(&sim, 2, "12.50", "T-1");
    assert!(
        answer.contains("<payment_id>31</payment_id>") && answer.contains("<gross>12.5000</gross>"),
        "{answer}"
    );
    pay(&sim, 2, "-2", "T-2");

    assert_eq!(sim.account("some_user", |account| account.balance), Some(decimal("36.50")));
    assert!(balance(&sim, "some_user").contains("<balance>36.5000</balance>"));
    let found = payments(&sim, "&s_transaction=T-1", "T-1");
    assert!(found.contains("<transaction_id>T-1</transaction_id>") && !found.contains("T-2"), "{found}");
    assert!(found.contains("<user_balance_after_payment>38.5000</user_balance_after_payment>"), "{found}");
    assert!(!payments(&sim, "&s_transaction=T-9", "T-9").contains("<payment>"));
    let all = payments(&sim, "", "");
    assert!(all.contains("T-1") && all.contains("T-2") && !all.contains("3456754123457653"), "{all}");
    assert!(!payments(&sim, "&s_from=0&s_till=1", "01").contains("<payment>"), "long ago");
    assert!(!payments(&sim, "&s_user_id=1", "1").contains("<payment>"), "of somebody else");
    assert!(payments(&sim, "&s_user_id=4", "4").contains("Access Denied"), "a user of the reseller");

    let [first, second] = sim.ledger().try_into().unwrap();
    assert_eq!(first.change, Change::Payment { id: 31, user_id: 2, amount: decimal("12.50") });
    assert_eq!(second.change, Change::Payment { id: 32, user_id: 2, amount: decimal("-2") });
    assert_eq!((first.number, first.request, first.reply), (1, 2, Reply::Answered));
    assert_eq!((first.function.as_str(), first.param("transaction")), ("payment_create", Some("T-1")));
}

#[test]
fn a_payment_is_refused_in_the_words_of_the_function_and_then_not_in_the_ledger() {
    let sim = Simulator::start().unwrap();
    for user_id in [4, 99] {
        assert!(pay(&sim, user_id, "1", "").contains("<page>\n  <error>Access Denied</error>"), "{user_id}");
    }
    let no_currency = signed("u=admin&user_id=2&p_currency=EURO&amount=1", "2EURO1secret");
    assert!(post(&sim, "payment_create", &no_currency).text().contains("No currency"));
    let by_user = signed("u=some_user&user_id=2&p_currency=EUR&amount=1", "2EUR1secret");
    assert!(post(&sim, "payment_create", &by_user).text().contains("Access Denied"));
    assert!(
        post(&sim, "payment_create", "u=admin&user_id=2&p_currency=EUR&amount=1")
            .text()
            .contains("Incorrect hash")
    );
    assert_eq!(sim.ledger(), []);
    assert_eq!(sim.account("some_user", |account| account.balance), Some(decimal("26")));
}

#[test]
fn a_balance_is_added_to() {
    let sim = Simulator::start().unwrap();
    let update = |amount: &str, hashed: &str| {
        let form = signed(&format!("u=admin&user_id=2&balance={amount}"), &format!("2{hashed}secret"));
        post(&sim, "user_balance_update", &form).text()
    };
    assert!(update("100", "100").contains("<balance>126.0</balance>"));
    assert!(update("-0.5", "-0.5").contains("<balance>125.5</balance>"));
    assert!(update("a", "").contains("<balance>125.5</balance>"), "what is no number counts as 0");
    let amounts: Vec<_> = sim.ledger().into_iter().map(|entry| entry.change).collect();
    let by = |amount| Change::Balance { user_id: 2, amount: decimal(amount) };
    assert_eq!(amounts, [by("100"), by("-0.5"), by("0")]);
}

#[test]
fn messages_are_counted_and_sample_functions_are_executed_too() {
    let sim = Simulator::start().unwrap();
    let sms = signed("u=admin&lcr_id=1&dst=370&src=371&message=hi", "1370371hisecret");
    assert!(post(&sim, "sms_send", &sms).text().contains("<message_id>42</message_id>"));
    assert!(post(&sim, "send_sms", &sms).text().contains("<message_id>43</message_id>"));
    post(&sim, "phonebook_record_delete", &signed("u=admin&id=5", "5secret"));
    post(&sim, "services_get", &signed("u=admin", "secret"));
    assert!(post(&sim, "quickforwards_did_delete", &signed("u=admin", "secret")).text().contains("<error>"));
    let executed: Vec<_> = sim.ledger().into_iter().map(|entry| (entry.function, entry.change)).collect();
    assert_eq!(
        executed,
        [
            ("sms_send".to_owned(), Change::Sms { id: 42 }),
            ("sms_send".to_owned(), Change::Sms { id: 43 }),
            ("phonebook_record_delete".to_owned(), Change::Sample),
        ],
        "neither reads nor refused writes"
    );
}

#[test]
fn campaigns_are_in_the_ledger_when_something_happened_to_them() {
    let sim = Simulator::start().unwrap();
    let change = |id| {
        post(
            &sim,
            "autodialer_change_campaign_status",
            &signed(&format!("u=some_user&id={id}"), &format!("{id}secret")),
        )
    };
    (1..=5).for_each(|id| drop(change(id)));
    let changed: Vec<_> = sim.ledger().into_iter().map(|entry| entry.change).collect();
    assert_eq!(changed, [Change::Campaign { id: 1 }, Change::Campaign { id: 2 }], "3, 4 and 5 do not start");
}

#[test]
fn scripted_answers_are_executed_only_if_they_say_so() {
    let sim = Simulator::start().unwrap();
    let form = signed("u=admin&id=5", "5secret");
    let delete = || post(&sim, "phonebook_record_delete", &form);
    sim.on("phonebook_record_delete").respond(Answer::xml("<page><success/></page>")).times(1);
    sim.on("phonebook_record_delete").respond_with(|_| Answer::error("page/status/error", "no")).times(1);
    sim.on("phonebook_record_delete").respond_with(|_| Answer::xml("<page/>").with_status(500)).times(1);
    (0..3).for_each(|_| drop(delete()));
    assert_eq!(sim.ledger(), []);
    sim.on("phonebook_record_delete").respond_with(|_| Answer::xml("<page><success/></page>")).times(1);
    delete();
    assert_eq!(sim.ledger().len(), 1);
}

#[test]
fn the_ledger_holds_no_secrets() {
    let sim = Simulator::start().unwrap();
    let form = "u=admin&user_id=2&balance=1&p=admin1&note=key+abcdefghijkl";
    post(&sim, "user_balance_update", &signed(form, "21secret"));
    let [entry] = sim.ledger().try_into().unwrap();
    assert_eq!((entry.param("p"), entry.param("note")), (Some("[hidden]"), Some("[hidden]")));
    assert_eq!((entry.param("hash"), entry.param("balance")), (None, Some("1")));
}

#[test]
fn an_answer_that_is_damaged_is_lost() {
    let sim = Simulator::start().unwrap();
    for fault in [Fault::Truncate(10), Fault::CutConnection { after: 10 }, Fault::ServerErrorAfterCommit] {
        sim.on("payment_create").fail(fault).times(1);
        pay(&sim, 2, "1", "x");
    }
    assert_eq!(settled(&sim).iter().map(|entry| entry.reply).collect::<Vec<_>>(), [Reply::Lost; 3]);
}
