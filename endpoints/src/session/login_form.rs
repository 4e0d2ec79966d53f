//! `login_form`: a description of the GUI's login page.

use mor_api::{ElementMap, Endpoint, FromXml, Secret};

/// A description of the GUI's login page, the same for everybody. It checks nobody's password, but the server
/// marks the caller as logged in.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(function = "login_form", effect = read, hash = none, response = LoginPage)]
pub struct LoginForm {
    /// `p`: password of the caller; X5 and X8 do not check it.
    #[mor(rename = "p")]
    #[nohash]
    pub password: Option<Secret>,
}

/// The GUI's login page.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct LoginPage {
    /// Title of the page.
    pub pagename: String,
    /// Language of the page: `en`.
    pub language: Option<String>,
    /// A message for people; empty as a rule.
    pub error_msg: Option<String>,
    /// Everything else: `aval_languages`, in which X5 and X8 list nothing.
    #[mor(rest)]
    pub other: ElementMap,
}
