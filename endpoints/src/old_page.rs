//! Pages of the interface before the API.
//!
//! To a caller it does not know the server says nothing there: it sends the data of its login form instead. That is
//! reported as `BadLogin`.

use mor_api::{
    AnswerError, Body, CommonFault, DecodeError, DecodeErrorKind, Document, Element, FromXml, Unknown,
    from_xml, from_xml_strict,
};

/// A page that the server sends to callers it knows only.
pub(crate) trait OldPage: FromXml {
    /// The path of an element that the login form lacks.
    const PROOF: &'static str;
}

/// Decodes the page, for [`Response::decode`](mor_api::Response::decode).
pub(crate) fn decode<T: OldPage>(body: Body<'_>) -> Result<T, AnswerError> {
    from_xml::<Page<T>>(body.into_xml()?).map(|Page(page)| page)
}

/// The same for [`Response::decode_strict`](mor_api::Response::decode_strict).
pub(crate) fn decode_strict<T: OldPage>(body: Body<'_>) -> Result<(T, Vec<Unknown>), AnswerError> {
    from_xml_strict::<Page<T>>(body.into_xml()?).map(|(Page(page), unknown)| (page, unknown))
}

struct Page<T>(T);

impl<T: OldPage> FromXml for Page<T> {
    fn from_xml(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        T::from_xml(element).map(Self).map_err(|error| {
            let is_login_form = *error.kind() == DecodeErrorKind::Missing && error.path() == T::PROOF;
            if is_login_form { element.refuse(CommonFault::BadLogin.message()) } else { error }
        })
    }
}

impl<T: OldPage> Document for Page<T> {
    const ROOT: &'static [&'static str] = &["page"];
}
