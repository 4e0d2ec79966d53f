//! Answers in other encodings than UTF-8: read if they are declared and one of two, else an error that names them.

use mor_api::{AnswerError, Client, Payload, Unexpected, to_utf8};
use mor_endpoints::call::UserCallsGet;
use mor_sim::Answer;

use crate::hostile::samples::decode;
use crate::support::{builder, client, simulator};

fn latin_1(text: &str) -> Vec<u8> {
    text.chars().map(|character| u8::try_from(u32::from(character)).unwrap()).collect()
}

fn calls(encoding: &str, count: usize) -> String {
    let row = "<call><calldate2>2021-07-08 09:10:11</calldate2><clid>M\u{fc}ller \u{e9}\u{df}\u{ff}</clid>\
        <dispod>ANSWERED(16)</dispod><dst>37063000001</dst><nice_billsec>30</nice_billsec></call>\n";
    format!(
        "<?xml version=\"1.0\" encoding=\"{encoding}\"?>\n<page><total_calls>{count}</total_calls><calls_stat><calls>\n{}</calls></calls_stat></page>",
        row.repeat(count)
    )
}

/// Callers' names of all rows.
async fn names(client: &Client) -> Vec<String> {
    let request = UserCallsGet::new();
    let mut rows = client.call(&request).rows();
    let mut names = Vec::new();
    while let Some(call) = rows.next().await {
        names.push(call.unwrap().clid.unwrap_or_default());
    }
    names
}

#[tokio::test]
async fn declared_latin_1_is_decoded_whole_and_row_by_row() {
    let simulator = simulator();
    let client = client(&simulator);
    for encoding in ["ISO-8859-1", "iso-8859-1", "windows-1252"] {
        simulator.on("user_calls_get").respond(Answer::xml(latin_1(&calls(encoding, 500))));
        let whole = client.send(&UserCallsGet::new()).await.unwrap();
        let sources: Vec<_> = whole.calls.into_iter().map(|call| call.clid.unwrap_or_default()).collect();
        assert_eq!(sources, vec!["Müller éßÿ"; 500], "{encoding}");
        assert_eq!(names(&client).await, sources, "{encoding}");
    }
}

#[tokio::test]
async fn windows_1252_has_its_own_characters() {
    let simulator = simulator();
    let mut body = latin_1(&calls("windows-1252", 1));
    let at = body.windows(3).position(|three| three == b"M\xfcl").unwrap();
    body[at..at + 3].copy_from_slice(b"\x80\x93\x94");
    simulator.on("user_calls_get").respond(Answer::xml(body));
    assert_eq!(names(&client(&simulator)).await, ["€“”ler éßÿ"]);
}

#[tokio::test]
async fn what_is_not_declared_is_not_guessed() {
    let simulator = simulator();
    let client = builder(&simulator).build().unwrap();
    let body = latin_1(&calls("UTF-8", 1));
    let first = body.iter().position(|byte| !byte.is_ascii()).unwrap();
    simulator.on("user_calls_get").respond(Answer::xml(body));
    let error = client.send(&UserCallsGet::new()).await.unwrap_err();
    let text = error.to_string();
    assert_eq!(text, format!("user_calls_get: the answer is not UTF-8 from byte {first} on"));
}

#[test]
fn what_is_not_read_is_named() {
    let function = mor_endpoints::find("user_balance_get").unwrap();
    let text = "<?xml version=\"1.0\"?><page><balance>1</balance></page>";
    let utf_16 = |big: bool, marked: bool| {
        let units = marked.then_some(0xfeff).into_iter().chain(text.encode_utf16());
        units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect::<Vec<u8>>()
    };
    for (big, marked) in [(false, false), (false, true), (true, false), (true, true)] {
        let error = decode(function, &utf_16(big, marked)).unwrap_err();
        assert_eq!(error, AnswerError::Unexpected(Unexpected::Charset("UTF-16".to_owned())));
        assert_eq!(error.to_string(), "the answer is in the encoding UTF-16, which is not read");
    }
    let russian = b"<?xml version=\"1.0\" encoding=\"KOI8-R\"?><page><currency>\xd2</currency></page>";
    let error = decode(function, russian).unwrap_err();
    assert_eq!(error, AnswerError::Unexpected(Unexpected::Charset("KOI8-R".to_owned())));
    // As long as there is nothing but ASCII it does not matter.
    let plain = b"<?xml version=\"1.0\" encoding=\"KOI8-R\"?><page><balance>1</balance></page>";
    assert_eq!(decode(function, plain), Ok(()));
}

#[test]
fn a_refusal_may_be_in_latin_1() {
    let body = b"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><page><error>Nicht m\xf6glich</error></page>";
    let text = to_utf8(body);
    let refusal = Payload::Xml(std::str::from_utf8(&text).unwrap()).refusal().unwrap();
    assert_eq!(refusal.message(), "Nicht möglich");
}
