//! Words as variants.

use std::convert::Infallible;

use mor_api::{FromText, FromXml, Kind, Param, WireEnum, from_xml};

/// What rows are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, WireEnum)]
enum OrderBy {
    Time,
    Src,
    #[mor(aliases = ["billsec_nice", "NB"])]
    NiceBillsec,
    #[mor(value = "user-price")]
    Price,
    r#Type,
}

/// A state that newer servers may add to.
#[derive(Debug, Clone, PartialEq, Eq, WireEnum)]
#[mor(rename_all = "UPPERCASE")]
enum State {
    Answered,
    NoAnswer,
    #[mor(other)]
    Unknown(String),
}

fn wire(param: &impl Param) -> (String, String) {
    let (mut sent, mut hashed) = (String::new(), String::new());
    param.wire(&mut sent).unwrap();
    param.hashed(&mut hashed).unwrap();
    (sent, hashed)
}

const WORD: &str = OrderBy::Time.as_str();

#[test]
fn words_are_written() {
    let words: Vec<&'static str> = OrderBy::ALL.iter().map(OrderBy::as_str).collect();
    assert_eq!(words, ["time", "src", "nice_billsec", "user-price", "type"]);
    assert_eq!(OrderBy::KIND, Kind::Choice(&["time", "src", "nice_billsec", "user-price", "type"]));
    assert_eq!(wire(&OrderBy::NiceBillsec), ("nice_billsec".into(), "nice_billsec".into()));
    assert_eq!(format!("{:<6}|", OrderBy::Src), "src   |");
    assert_eq!(WORD, "time");
}

#[test]
fn words_are_read_in_any_case() {
    for (text, order) in [
        ("time", OrderBy::Time),
        (" TIME\n", OrderBy::Time),
        ("billsec_nice", OrderBy::NiceBillsec),
        ("nb", OrderBy::NiceBillsec),
        ("User-Price", OrderBy::Price),
    ] {
        assert_eq!(OrderBy::from_text(text), Some(order), "{text:?}");
        assert_eq!(text.parse(), Ok(order), "{text:?}");
    }
    for order in OrderBy::ALL {
        assert_eq!(order.to_string().parse(), Ok(*order));
    }
}

#[test]
fn other_words_are_errors_that_list_the_right_ones() {
    assert_eq!(OrderBy::from_text("billsec"), None);
    assert_eq!(OrderBy::EXPECTED, "one of time, src, nice_billsec, user-price, type");
    let error = "billsec".parse::<OrderBy>().unwrap_err();
    assert_eq!(error.word(), "billsec");
    assert_eq!(error.known(), OrderBy::KIND.values());
    assert_eq!(error.to_string(), "\"billsec\" is not one of time, src, nice_billsec, user-price, type");
}

#[test]
fn other_words_are_kept_exactly_where_the_enum_says_so() {
    assert_eq!(State::from_text("no answer"), Some(State::Unknown("no answer".into())));
    assert_eq!(State::from_text(" New "), Some(State::Unknown(" New ".into())));
    assert_eq!("x".parse::<State>(), Ok::<_, Infallible>(State::Unknown("x".into())));
    assert_eq!(State::from_text("answered"), Some(State::Answered));
    assert_eq!(State::from_text("noanswer"), Some(State::NoAnswer));
    assert_eq!(wire(&State::Unknown("BUSY".into())).0, "BUSY");
    assert_eq!(State::KIND, Kind::OpenChoice(&["ANSWERED", "NOANSWER"]));
    assert_eq!(State::Unknown("x".into()).to_string(), "x");
}

/// The other spellings.
#[derive(Debug, PartialEq, WireEnum)]
#[mor(rename_all = "as_is")]
enum AsIs {
    CallerID,
}

/// The other spellings.
#[derive(Debug, PartialEq, WireEnum)]
#[mor(rename_all = "lowercase")]
enum Lower {
    CallerID,
}

#[test]
fn spellings() {
    assert_eq!(AsIs::CallerID.as_str(), "CallerID");
    assert_eq!(Lower::CallerID.as_str(), "callerid");
}

/// A record with words.
#[derive(Debug, FromXml)]
#[mor(root = "call")]
struct Call {
    #[mor(attribute)]
    order: OrderBy,
    state: Option<State>,
}

#[test]
fn words_are_values_of_answers() {
    let call = from_xml::<Call>("<call order='Src'><state>busy</state></call>").unwrap();
    assert_eq!((call.order, call.state), (OrderBy::Src, Some(State::Unknown("busy".into()))));
    assert_eq!(from_xml::<Call>("<call order='Src'><state/></call>").unwrap().state, None);
}

#[cfg(feature = "serde")]
#[test]
fn words_are_serialized_as_texts() {
    fn is_serialize<T: serde::Serialize>() {}
    is_serialize::<OrderBy>();
    is_serialize::<State>();
}
