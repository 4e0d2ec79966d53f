//! Refusals as variants.

use mor_api::{CommonFault, Fault, Refusal, Refused};

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
}

fn of(messages: &[&str]) -> Refused<PollFault> {
    let messages = messages.iter().map(|message| (*message).to_owned()).collect();
    Refused::from_refusal(&Refusal { path: "page/status/error".into(), messages })
}

fn known(fault: PollFault) -> Refused<PollFault> {
    Refused::Known(fault)
}

#[test]
fn texts_find_their_variants() {
    assert_eq!(of(&["Campaign was not found"]), known(PollFault::CampaignNotFound));
    assert_eq!(of(&[" campaign was not found!\n"]), known(PollFault::CampaignNotFound));
    assert_eq!(of(&["No numbers"]), known(PollFault::NoNumbers));
    assert_eq!(of(&["Campaign does not have any numbers"]), known(PollFault::NoNumbers));
    assert_eq!(of(&["Incorrect hash"]), Refused::Common(CommonFault::IncorrectHash));
}

#[test]
fn beginnings_keep_the_whole_text() {
    let text = "No free numbers for campaign: Spring";
    assert_eq!(of(&["x", text]), known(PollFault::NoFreeNumbers(text.into())));
    assert_eq!(of(&["No free numbers"]), Refused::Other("No free numbers".into()));
}

#[test]
fn ends_keep_the_words_before_them() {
    let refused = of(&["x", "Solo pinless is incorrect format."]);
    assert_eq!(refused, known(PollFault::Format("Solo pinless".into())));
    assert_eq!(refused.to_string(), "Solo pinless is incorrect format");
    assert!(refused.other().is_none() && refused.common().is_none());
    assert_eq!(of(&["is incorrect format"]), Refused::Other("is incorrect format".into()));
}

#[test]
fn own_texts_win_over_common_ones() {
    assert_eq!(of(&["Bad login"]), known(PollFault::BadCampaignLogin));
}

#[test]
fn any_of_several_messages_counts() {
    assert_eq!(of(&["Sorry", "No numbers"]), known(PollFault::NoNumbers));
    assert_eq!(of(&["Sorry", "Access Denied"]), Refused::Common(CommonFault::AccessDenied));
}

#[test]
fn unknown_texts_are_kept() {
    assert_eq!(of(&["Sorry", "No luck"]), Refused::Other("Sorry; No luck".into()));
    assert_eq!(of(&[]), Refused::Other(String::new()));
}

#[test]
fn faults_are_shown_by_their_first_text() {
    assert_eq!(of(&["campaign does not have any numbers."]).to_string(), "No numbers");
    assert_eq!(of(&["dont be so smart"]).to_string(), "Access Denied");
    assert_eq!(of(&["a", "b"]).to_string(), "a; b");
    assert_eq!(of(&["No free numbers for Campaign: X"]).to_string(), "No free numbers for Campaign: X");
    assert_eq!(format!("{:>12}", known(PollFault::NoNumbers)), "  No numbers");
    let error: &dyn std::error::Error = &PollFault::NoNumbers;
    assert!(error.source().is_none(), "the text is shown once");
}

#[test]
fn a_refusal_is_of_one_kind() {
    let (known, common, other) = (of(&["No numbers"]), of(&["Incorrect hash"]), of(&["x"]));
    assert_eq!((known.known(), known.common(), known.other()), (Some(&PollFault::NoNumbers), None, None));
    assert_eq!((common.known(), common.common()), (None, Some(&CommonFault::IncorrectHash)));
    assert_eq!((other.known(), other.common(), other.other()), (None, None, Some("x")));
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
