//! Pages of the interface before the API.
//!
//! To a caller it does not know the server says nothing there: it sends the data of its login form instead. That is
//! reported as `BadLogin`.

use mor_api::{
    AnswerError, CommonFault, DecodeError, DecodeErrorKind, Document, Element, FromXml, Payload, Record,
    RecordShape, Response, Unknown, ValueShape,
};

/// A page that the server sends to callers it knows only.
pub(crate) trait OldPage: Record {
    /// The path of an element that the login form lacks.
    const PROOF: &'static str;
}

/// Decodes the page, for [`Response::read`].
pub(crate) fn read<T: OldPage>(
    body: Payload<'_>,
    unknown: Option<&mut Vec<Unknown>>,
) -> Result<T, AnswerError> {
    Page::read(body, unknown).map(|Page(page)| page)
}

/// The page as data, for [`Response::SHAPE`].
pub(crate) const fn shape<T: OldPage>() -> RecordShape {
    RecordShape::at::<T>(&["page"])
}

struct Page<T>(T);

impl<T: OldPage> FromXml for Page<T> {
    const VALUE: ValueShape = T::VALUE;

    #[inline]
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

impl<T: OldPage> Record for Page<T> {
    const RECORD: &'static RecordShape = &shape::<T>();
}
