//! The last stage: from what came back to a typed response or a typed error.

use http::{HeaderMap, StatusCode};

use crate::xml::{Document, Unknown, read_document};
use crate::{
    AnswerError, Archive, Endpoint, Error, Payload, RawAnswer, RecordShape, Redactor, classify, to_utf8,
};

/// What an endpoint's function answers when it succeeds.
///
/// Every [`Document`] is one, so `#[derive(FromXml)]` with a `root` is all that most responses need.
/// Functions that answer with something else than XML implement it by hand.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a response: it does not implement `mor_api::Response`",
    label = "not a response",
    note = "derive it on a struct: `#[derive(mor_api::FromXml)] #[mor(root = \"page\")]`",
    note = "a response that is one value is a struct around it: `#[mor(root = \"page\", any_of = [\"status\"])] struct Done(String);`",
    note = "if the function does not answer with XML, implement `mor_api::Response`"
)]
pub trait Response: Sized {
    /// Whether the answer may come as a zip archive. The client then unpacks it while it arrives when it is read
    /// [row by row](crate::RowDecoder); [`decode`](Self::decode) unpacks a whole one itself.
    const MAY_BE_ZIPPED: bool = false;

    /// The response as data: its fields, where the XML has them and what they mean.
    const SHAPE: &'static RecordShape;

    /// Decodes the body of an answer. What no field takes is added to `unknown`, if somebody wants to know.
    fn read(body: Payload<'_>, unknown: Option<&mut Vec<Unknown>>) -> Result<Self, AnswerError>;

    /// Describes what of the request was not carried out, where the response reports it as data, item by item:
    /// `2 of 5 numbers were not imported`. `None` if everything was, or if the function has no such reports.
    fn partial(&self) -> Option<String> {
        None
    }

    /// Decodes the body of an answer.
    fn decode(body: Payload<'_>) -> Result<Self, AnswerError> {
        Self::read(body, None)
    }

    /// Decodes the body and reports what no field took.
    fn decode_strict(body: Payload<'_>) -> Result<(Self, Vec<Unknown>), AnswerError> {
        let mut unknown = Vec::new();
        Self::read(body, Some(&mut unknown)).map(|response| (response, unknown))
    }
}

impl<T: Document> Response for T {
    const SHAPE: &'static RecordShape = T::RECORD;

    fn read(body: Payload<'_>, unknown: Option<&mut Vec<Unknown>>) -> Result<Self, AnswerError> {
        let unclosed = matches!(body, Payload::Unclosed(_));
        read_document(body.into_xml()?, unclosed, unknown)
    }

    fn partial(&self) -> Option<String> {
        Document::partial(self)
    }
}

/// Turns what an HTTP stack received into the endpoint's response or a typed error.
///
/// Pass the headers as they came: `Content-Length` or `Transfer-Encoding: chunked` proves that the body is complete, which a
/// few answers need ([`Document::UNCLOSED`]).
///
#[cfg_attr(feature = "derive", doc = "```")]
#[cfg_attr(not(feature = "derive"), doc = "```ignore")]
/// use http::{HeaderMap, StatusCode};
/// use mor_api::{CommonFault, Endpoint, FromXml, decode_answer};
///
/// /// Version of the server's software.
/// #[derive(Endpoint)]
/// #[mor(function = "system_version_get", effect = read, response = Version)]
/// struct SystemVersionGet {}
///
/// #[derive(FromXml)]
/// #[mor(root = "page")]
/// struct Version {
///     version: String,
/// }
///
/// let body = b"<status><error>Incorrect hash</error></status>";
/// let error = decode_answer::<SystemVersionGet>(StatusCode::OK, &HeaderMap::new(), body).err().unwrap();
/// assert_eq!(error.common(), Some(&CommonFault::IncorrectHash));
/// ```
pub fn decode_answer<E: Endpoint>(
    status: StatusCode,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<E::Response, Error<E::Fault>> {
    decode_redacted::<E>(status, headers, body, Redactor::none())
}

/// The same, with the secrets of the request taken out of errors: what the server repeats of them is masked.
///
/// ```
/// # use mor_api::{CallOptions, Credentials, Endpoint, Error, RequestError, Server};
/// # use http::{HeaderMap, StatusCode};
/// fn response<E: Endpoint>(endpoint: &E, server: &Server, caller: &Credentials) -> Result<E::Response, Error<E::Fault>> {
///     let request = server.prepare(endpoint, caller, &CallOptions::default())?;
///     let redactor = request.redactor();
///     let (status, headers, body) = send(request);
///     mor_api::decode_redacted::<E>(status, &headers, &body, &redactor)
/// }
/// # fn send(_: mor_api::PreparedRequest) -> (StatusCode, HeaderMap, Vec<u8>) { unimplemented!() }
/// ```
pub fn decode_redacted<E: Endpoint>(
    status: StatusCode,
    headers: &HeaderMap,
    body: &[u8],
    redactor: &Redactor,
) -> Result<E::Response, Error<E::Fault>> {
    decode_within::<E>(status, headers, body, Archive::MAX_UNPACKED, redactor, &|_| Ok(()))
}

/// The same with a limit on what an archive may unpack to, and a judgement of the response.
pub(crate) fn decode_within<E: Endpoint>(
    status: StatusCode,
    headers: &HeaderMap,
    body: &[u8],
    max_unpacked: u64,
    redactor: &Redactor,
    check: &dyn Fn(&E::Response) -> Result<(), AnswerError>,
) -> Result<E::Response, Error<E::Fault>> {
    let text = to_utf8(body);
    let read = |body| {
        let response = E::Response::read(body, None)?;
        check(&response).map(|()| response)
    };
    let error = match classify_within(status, headers, &text, max_unpacked).and_then(read) {
        Ok(response) => return Ok(response),
        Err(error) => error,
    };
    Err(Error::answer(E::SPEC, error, RawAnswer::new(status, headers, body), redactor))
}

fn classify_within<'a>(
    status: StatusCode,
    headers: &HeaderMap,
    text: &'a [u8],
    max_unpacked: u64,
) -> Result<Payload<'a>, AnswerError> {
    Ok(match classify(status, headers, text)? {
        Payload::Zip(archive) => Payload::Zip(archive.with_max_unpacked(max_unpacked)),
        other => other,
    })
}
