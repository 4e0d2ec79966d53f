//! Refusals as variants.

#![cfg(feature = "derive")]

use mor_api::{CommonFault, Fault, Refusal};

/// The refusals of a function about campaigns.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
enum PollFault {
    /// There is no such campaign.
    #[fault("Campaign was not found")]
    CampaignNotFound,
    /// Several wordings; the first is the one shown.
    #[fault("No numbers", "Campaign does not have any Numbers")]
    NoNumbers,
    /// The text ends with the campaign's name.
    #[fault(starts_with = "No free numbers for Campaign:")]
    NoFreeNumbers(String),
    /// The text starts with the parameter's name.
    #[fault(ends_with = "is incorrect format")]
    Format(String),
    /// Worded like a common one.
    #[fault("Bad login")]
    BadCampaignLogin,
    /// The common ones.
    #[fault(common)]
    Common(CommonFault),
    /// The rest.
    #[fault(other)]
    Other(String),
}

fn of(messages: &[&str]) -> PollFault {
    let messages = messages.iter().map(|message| (*message).to_owned()).collect();
    PollFault::from_refusal(&Refusal { path: "page/status/error".into(), messages })
}

#[test]
fn texts_find_their_variants() {
    assert_eq!(of(&["Campaign was not found"]), PollFault::CampaignNotFound);
    assert_eq!(of(&[" campaign was not found!\n"]), PollFault::CampaignNotFound);
    assert_eq!(of(&["No numbers"]), PollFault::NoNumbers);
    assert_eq!(of(&["Campaign does not have any numbers"]), PollFault::NoNumbers);
    assert_eq!(of(&["Incorrect hash"]), PollFault::Common(CommonFault::IncorrectHash));
}

#[test]
fn beginnings_keep_the_whole_text() {
    let text = "No free numbers for campaign: Spring";
    assert_eq!(of(&["x", text]), PollFault::NoFreeNumbers(text.into()));
    assert_eq!(of(&["No free numbers"]), PollFault::Other("No free numbers".into()));
}

#[test]
fn ends_keep_the_words_before_them() {
    let fault = of(&["x", "Solo pinless is incorrect format."]);
    assert_eq!(fault, PollFault::Format("Solo pinless".into()));
    assert_eq!(fault.to_string(), "Solo pinless is incorrect format");
    assert!(fault.other().is_none() && fault.common().is_none());
    assert_eq!(of(&["is incorrect format"]), PollFault::Other("is incorrect format".into()));
}

#[test]
fn own_texts_win_over_common_ones() {
    assert_eq!(of(&["Bad login"]), PollFault::BadCampaignLogin);
}

#[test]
fn any_of_several_messages_counts() {
    assert_eq!(of(&["Sorry", "No numbers"]), PollFault::NoNumbers);
    assert_eq!(of(&["Sorry", "Access Denied"]), PollFault::Common(CommonFault::AccessDenied));
}

#[test]
fn unknown_texts_are_kept() {
    assert_eq!(of(&["Sorry", "No luck"]), PollFault::Other("Sorry; No luck".into()));
    assert_eq!(of(&[]), PollFault::Other(String::new()));
}

#[test]
fn faults_are_shown_by_their_first_text() {
    assert_eq!(of(&["campaign does not have any numbers."]).to_string(), "No numbers");
    assert_eq!(of(&["dont be so smart"]).to_string(), "Access Denied");
    assert_eq!(of(&["a", "b"]).to_string(), "a; b");
    assert_eq!(of(&["No free numbers for Campaign: X"]).to_string(), "No free numbers for Campaign: X");
    assert_eq!(format!("{:>12}", PollFault::NoNumbers), "  No numbers");
    let error: &dyn std::error::Error = &PollFault::NoNumbers;
    assert!(error.source().is_none(), "the text is shown once");
}

#[test]
fn common_faults_are_told() {
    assert_eq!(of(&["Incorrect hash"]).common(), Some(&CommonFault::IncorrectHash));
    assert_eq!(of(&["No numbers"]).common(), None);
    assert_eq!(of(&["x"]).common(), None);
}

#[test]
fn the_texts_are_listed_beginnings_and_ends_last() {
    let expected = [
        "Campaign was not found",
        "No numbers",
        "Campaign does not have any Numbers",
        "Bad login",
        "No free numbers for Campaign:",
        "... is incorrect format",
    ];
    assert_eq!(PollFault::TEXTS, expected);
}

/// Nothing of its own.
#[derive(Debug, Fault)]
enum Plain {
    #[fault(other)]
    Other(String),
    #[fault(common)]
    Common(CommonFault),
}

#[test]
fn an_enum_may_have_no_texts_of_its_own() {
    assert!(Plain::TEXTS.is_empty());
    assert!(matches!(Plain::from_refusal(&Refusal::new("error", "x")), Plain::Other(text) if text == "x"));
}
