//! The page for people over a socket.

use mor_sim::{Account, Deviation, Diagnosis, Role, Settings, Simulator};

use crate::support::{get, post, raw, send, sha1, signed};

const FORM: &str = "application/x-www-form-urlencoded";

fn page(sim: &Simulator) -> String {
    get(sim, "/").text()
}

#[test]
fn the_page_is_html_that_may_load_nothing_and_is_not_recorded() {
    let sim = Simulator::start().unwrap();
    let reply = get(&sim, "/");
    assert_eq!((reply.status, reply.header("content-type")), (200, Some("text/html; charset=utf-8")));
    let policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    assert_eq!(reply.header("content-security-policy"), Some(policy));
    assert_eq!(reply.header("cache-control"), Some("no-store"));
    let text = reply.text();
    assert!(text.starts_with("<!DOCTYPE html><html lang=\"en\">") && text.ends_with("</html>"));
    for external in ["<script", "<link", "<img", "src=", "url(", "@import", "href=\"http"] {
        assert!(!text.contains(external), "{external}");
    }
    assert_eq!(get(&sim, "/favicon.ico").status, 404);
    assert!(sim.requests().is_empty());
}

#[test]
fn head_sends_the_head_alone() {
    let sim = Simulator::start().unwrap();
    let reply = raw(&sim, b"HEAD / HTTP/1.1\r\nHost: mor\r\nConnection: close\r\n\r\n");
    let length: usize = reply.header("content-length").unwrap().parse().unwrap();
    assert_eq!((reply.status, reply.body.len()), (200, 0));
    assert_eq!(length, get(&sim, "/").body.len());
}

#[test]
fn other_methods_and_paths_go_their_old_way() {
    let sim = Simulator::start().unwrap();
    assert_eq!(send(&sim, "POST", "/", FORM, b"u=admin").status, 404);
    assert_eq!(get(&sim, "/index.html").status, 404);
    assert_eq!(sim.requests().len(), 2);
}

#[test]
fn it_reloads_only_on_request() {
    let sim = Simulator::start().unwrap();
    assert!(!page(&sim).contains("http-equiv"));
    assert!(get(&sim, "/?refresh=5").text().contains("<meta http-equiv=\"refresh\" content=\"5\">"));
}

#[test]
fn a_request_is_shown_with_its_time_parameters_and_answer() {
    let sim = Simulator::start().unwrap();
    post(&sim, "phonebook_record_delete", &signed("u=admin&id=5&p=hush", "5secret"));
    let page = page(&sim);
    let hash = sha1("5secret");
    for part in [
        "</time> POST <a href=\"#phonebook_record_delete\">",
        "<span class=\"good\">hash accepted</span>",
        "<code>u=admin</code>",
        "<code>id=5</code>",
        "<code>p=[hidden]</code>",
        &format!("<code>hash={}…</code>", &hash[..8]),
        "Answered with status 200.",
        "1 so far",
    ] {
        assert!(page.contains(part), "{part}");
    }
    let time = sim.last_request().unwrap().time;
    assert!(time.elapsed().unwrap().as_secs() < 60);
}

#[test]
fn a_refused_hash_is_set_beside_the_expected_one_and_diagnosed() {
    let sim = Simulator::start().unwrap();
    let form = "u=reseller&period_end=020&period_start=10&s_user=all&test=1";
    post(&sim, "user_calls_get", &signed(form, "reseller1020abcdefghijkl"));
    let page = page(&sim);
    for part in [
        "<td>1</td><td><code>period_start</code></td><td><code>10</code></td>",
        "<td>2</td><td><code>period_end</code></td><td><code>20</code> sent as <code>020</code></td>",
        "<td>3</td><td>key of reseller or of admin</td><td><code>***</code></td>",
        "<code>s_user</code></td><td><del>all</del> dropped: it must be digits only</td>",
        "Sent but not hashed: <code>u</code>, <code>test</code>.",
        &format!(
            "<dt>Expected</dt><dd><code>{}…</code> with the key of reseller, or ",
            &sha1("1020abcdefghijkl")[..8]
        ),
        &format!("<dt>Came</dt><dd><code>{}…</code></dd>", &sha1("reseller1020abcdefghijkl")[..8]),
        "<strong>this is the hash with `u` in front</strong>",
        "Answered with status 200: <q>Incorrect hash</q>",
    ] {
        assert!(page.contains(part), "{part}");
    }
}

#[test]
fn the_diagnosis_is_there_for_programs_too() {
    let sim = Simulator::start().unwrap();
    post(&sim, "phonebook_record_delete", &signed("u=user_reseller&id=5", "5secret"));
    let verdict = sim.last_request().unwrap().verdict;
    let expected = Diagnosis::Recipe(vec![Deviation::KeyOf("admin".to_owned())]);
    assert_eq!(verdict.diagnosis(), Some(&expected));
    assert_eq!(expected.to_string(), "this is the hash made with the key of admin");

    post(&sim, "phonebook_record_delete", &signed("u=admin&id=5", "5secret"));
    assert_eq!(sim.last_request().unwrap().verdict.diagnosis(), None);
}

#[test]
fn markup_in_a_request_stays_text() {
    let sim = Simulator::start().unwrap();
    let script = "<script>alert('\"&')</script>";
    let encoded = "%3Cscript%3Ealert('%22%26')%3C/script%3E";
    sim.add_account(Account::new(9, script, Role::User));
    sim.on("services_get").respond(mor_sim::Answer::error("error", script));
    post(
        &sim,
        "user_calls_get",
        &format!("u=admin&custom={encoded}&s_user={encoded}&{encoded}=x&hash={encoded}"),
    );
    post(&sim, "services_get", "u=admin");
    post(&sim, &encoded.replace('/', "%2F"), "u=admin");
    get(&sim, &format!("/{encoded}?{encoded}"));
    raw(&sim, b"<SCRIPT> /x HTTP/1.1\r\nHost: mor\r\nConnection: close\r\n\r\n".as_slice());
    let page = page(&sim);
    assert!(!page.to_lowercase().contains("<script"), "unescaped");
    let escaped = "&lt;script&gt;alert('&quot;&amp;')&lt;/script&gt;";
    for part in [
        &format!("<code>custom={escaped}</code>"),
        &format!("<code>{escaped}=x</code>"),
        &format!("<del>{escaped}</del>"),
        &format!("<q>{escaped}</q>"),
        &format!("<td><code>{escaped}</code></td><td>user</td>"),
    ] {
        assert!(page.contains(part.as_str()), "{part}");
    }
}

#[test]
fn no_secret_is_on_the_page() {
    let sim = Simulator::start().unwrap();
    let hash = sha1("wrong");
    let form = format!("u=some_user1&p=abcdefghijkl&custom=%20abcdefghijkl&admin1=1&id={hash}&hash={hash}");
    post(&sim, "users_get", &form);
    post(&sim, "users_get/adminhash1", "u=admin&hash=abcdefghijkl");
    post(&sim, "user_simple_balance_get/some-uniquehash", "");
    get(&sim, "/reseller1/abcdefghijkl");
    let page = page(&sim);
    // The key `secret` of the default seed is a word that the catalog uses, too.
    let secrets =
        ["abcdefghijkl", "admin1", "adminhash1", "some_user1", "reseller1", "reseller1", "some-uniquehash"];
    let (requests, rest) = page.split_once("id=\"functions\"").unwrap();
    for secret in secrets.iter().chain([&hash.as_str()]) {
        assert!(!requests.contains(secret), "{secret}");
    }
    assert!(!rest.contains("abcdefghijkl") && !requests.contains("secret"));
}

#[test]
fn only_the_last_requests_are_shown_and_large_ones_in_part() {
    let sim = Simulator::start().unwrap();
    let many = (0..500).map(|number| format!("&name{number}=x")).collect::<Vec<_>>().concat();
    post(&sim, "users_get", &format!("u=admin{many}&custom={}", "y".repeat(100_000)));
    let text = page(&sim);
    assert!(text.contains("and 462 more") && !text.contains("name450"), "parameters are cut off");
    for number in 0..101 {
        post(&sim, "login_form", &format!("number={number}."));
    }
    let text = page(&sim);
    assert!(text.contains("The last 100 of 102"));
    assert_eq!(text.matches("<article>").count(), 100);
    assert!(text.contains("number=100.") && !text.contains("number=0."));
    assert!(text.find("number=100.") < text.find("number=99."), "the newest comes first");
}

#[test]
fn the_server_is_shown_as_it_is_now() {
    let settings = Settings { allow_get: true, ..Settings::default() };
    let sim = Simulator::builder().settings(settings).start().unwrap();
    assert!(page(&sim).contains("<dt>GET requests</dt><dd>on</dd>"));
    sim.settings(|settings| settings.allow_get = false);
    sim.campaign(2, |campaign| campaign.name = "Renamed".to_owned());
    let page = page(&sim);
    assert!(page.contains("<dt>GET requests</dt><dd>off</dd>") && page.contains("<td>Renamed</td>"));
    assert!(page.contains("<td><code>reseller</code></td><td>reseller</td><td>admin</td><td>***</td>"));
}

#[test]
fn the_functions_are_listed_by_subject() {
    let sim = Simulator::start().unwrap();
    let page = page(&sim);
    for part in [
        "<h3 id=\"group-autodialer\">autodialer</h3>",
        "<code>autodialer_get_campaign_ivr_poll_results</code>",
        "older name <code>simple_balance</code>",
        "&lt;ivr_poll_results_string&gt;",
    ] {
        assert!(page.contains(part), "{part}");
    }
}
