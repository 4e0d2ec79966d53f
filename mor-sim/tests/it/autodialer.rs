//! The three functions of the auto-dialer and the campaigns behind them.

use mor_sim::{Campaign, Simulator};

use crate::support::{Reply, post, send, sha1, signed};

const POLL: &str = "autodialer_get_campaign_ivr_poll_results";
const STATUS: &str = "autodialer_change_campaign_status";

fn call(sim: &Simulator, function: &str, caller: &str, id: &str) -> String {
    let key = if caller == "user_reseller" { "abcdefghijkl" } else { "secret" };
    post(sim, function, &signed(&format!("u={caller}&id={id}"), &format!("{id}{key}"))).text()
}

#[track_caller]
fn assert_page(text: &str, element: &str, content: &str) {
    let expected = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<page>\n  <status>\n    <{element}>{content}</{element}>\n  \
         </status>\n</page>\n"
    );
    assert_eq!(text, expected);
}

#[test]
fn poll_results_are_lines_of_fields() {
    let sim = Simulator::start().unwrap();
    let records = "1111\n2222,2020-01-01 01:01:01,2090-12-31 23:59:59";
    assert_page(&call(&sim, POLL, "some_user", "2"), "ivr_poll_results_string", records);
    assert_page(&call(&sim, POLL, "some_user", "3"), "ivr_poll_results_string", "");
    sim.campaign(2, |campaign| campaign.poll_results = "a<b".to_owned()).unwrap();
    assert_page(&call(&sim, POLL, "some_user", "2"), "ivr_poll_results_string", "a&lt;b");
}

#[test]
fn poll_results_are_refused_in_all_documented_ways() {
    let sim = Simulator::start().unwrap();
    assert_page(&call(&sim, POLL, "some_user", "4"), "error", "Campaign does not have any Numbers");
    for id in ["99", "", "x", "-1"] {
        assert_page(&call(&sim, POLL, "some_user", id), "error", "Campaign was not found");
    }
    assert_page(
        &call(&sim, POLL, "accountant", "2"),
        "error",
        "You are not authorized to use this functionality",
    );
    assert_page(&call(&sim, POLL, "nobody", "2"), "error", "Access Denied");
    let altered = "38282ca5e65e63746498ef5b39a2fe71c6448999";
    let reply = post(&sim, POLL, &format!("u=some_user&id=2&hash={altered}"));
    assert!(reply.text().contains("Incorrect hash"), "the digest printed on the vendor's page is altered");
}

#[test]
fn everybody_sees_his_own_campaigns_and_those_of_his_users() {
    let sim = Simulator::start().unwrap();
    let found = |caller: &str, id: &str| !call(&sim, POLL, caller, id).contains("not found");
    assert!(
        found("some_user", "2")
            && found("admin", "2")
            && !found("reseller", "2")
            && !found("user_reseller", "2")
    );
    assert!(
        found("user_reseller", "6")
            && found("reseller", "6")
            && !found("admin", "6")
            && !found("some_user", "6")
    );
    sim.account("accountant", |account| account.autodialer = true).unwrap();
    assert!(found("accountant", "2") && !found("accountant", "6"));
}

#[test]
fn each_call_flips_a_campaign() {
    let sim = Simulator::start().unwrap();
    assert_page(&call(&sim, STATUS, "some_user", "1"), "success", "Campaign started");
    assert_eq!(sim.campaign(1, |campaign| campaign.running), Some(true));
    assert_page(&call(&sim, STATUS, "some_user", "1"), "success", "Campaign stopped");
    assert_eq!(sim.campaign(1, |campaign| campaign.running), Some(false));
}

#[test]
fn a_campaign_that_cannot_start_says_why() {
    let sim = Simulator::start().unwrap();
    let message = "No free numbers for Campaign: Nobody answered yet";
    assert_page(&call(&sim, STATUS, "some_user", "3"), "message", message);
    assert_page(&call(&sim, STATUS, "some_user", "5"), "message", "No actions for Campaign: No actions");
    assert_eq!(sim.campaign(5, |campaign| campaign.running), Some(false));
}

fn upload(sim: &Simulator, query: &str, parts: &[(&str, &str)]) -> Reply {
    let part = |(disposition, content): &(&str, &str)| {
        format!("--x\r\nContent-Disposition: form-data; {disposition}\r\n\r\n{content}\r\n")
    };
    let body = parts.iter().map(part).collect::<String>() + "--x--\r\n";
    let path = format!("/billing/api/autodialer_upload_numbers{query}");
    send(sim, "POST", &path, "multipart/form-data; boundary=x", body.as_bytes())
}

const CSV: &str = "name=\"file\"; filename=\"numbers.csv\"";

#[test]
fn numbers_are_added_with_parameters_in_the_query_or_in_the_form() {
    let sim = Simulator::start().unwrap();
    let hash = sha1("1secret");
    let query = format!("?u=some_user&id=1&hash={hash}");
    let reply = upload(&sim, &query, &[(CSV, "37061\r\n37062,note\r\n\r\nabc\r\n37061\r\n")]);
    assert_page(&reply.text(), "success", "2 out of 4 numbers were imported");

    let form = [("name=\"u\"", "some_user"), ("name=\"id\"", "1"), ("name=\"hash\"", &hash), (CSV, "37063")];
    assert_page(&upload(&sim, "", &form).text(), "success", "1 out of 1 numbers were imported");

    let numbers = sim.campaign(1, |campaign| campaign.numbers.clone()).unwrap();
    assert_eq!(numbers[2..], ["37061", "37062", "37063"]);
    assert_eq!(sim.last_request().unwrap().files[0].content, b"37063");
}

#[test]
fn uploads_are_refused_in_all_documented_ways() {
    let sim = Simulator::start().unwrap();
    let query = |caller: &str, id: &str| format!("?u={caller}&id={id}&hash={}", sha1(&format!("{id}secret")));
    let refusal = |query: &str, parts: &[(&str, &str)]| upload(&sim, query, parts).text();
    let good = query("some_user", "1");

    assert_page(&refusal(&good, &[]), "error", "Please provide a file");
    assert_page(&refusal(&good, &[("name=\"file\"", "37061")]), "error", "Please provide a file");
    let text = "name=\"file\"; filename=\"numbers.txt\"";
    assert_page(&refusal(&good, &[(text, "37061")]), "error", "Please provide CSV file");
    assert_page(&refusal(&good, &[(CSV, "")]), "error", "File is empty");
    assert_page(&refusal(&query("some_user", "99"), &[(CSV, "1")]), "error", "Campaign was not found");
    assert_page(&refusal(&query("nobody", "1"), &[(CSV, "1")]), "error", "Access Denied");
    let add_on = "You are not authorized to use this functionality";
    assert_page(&refusal(&query("accountant", "1"), &[(CSV, "1")]), "error", add_on);
    assert!(refusal("?u=some_user&id=1", &[(CSV, "1")]).contains("Incorrect hash"));
    let urlencoded = post(&sim, "autodialer_upload_numbers", &signed("u=some_user&id=1&file=1", "1secret"));
    assert_page(&urlencoded.text(), "error", "Please provide a file");
}

#[test]
fn campaigns_can_be_added() {
    let sim = Simulator::start().unwrap();
    let name = "New & <good>".to_owned();
    sim.add_campaign(Campaign { id: 70, name, owner: "some_user".to_owned(), ..Campaign::default() });
    assert_page(
        &call(&sim, STATUS, "some_user", "70"),
        "message",
        "No free numbers for Campaign: New &amp; &lt;good&gt;",
    );
}
