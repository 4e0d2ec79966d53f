//! What came back: is it an answer of the API at all?
//!
//! The HTTP status and the content type say nothing: MOR sends XML, errors included, with status 200 and
//! mostly as `text/html`. So the bytes decide. Whether the XML is a success, a refusal or another
//! document is decided in the same pass that decodes it, see [`AnswerError`]: a second pass over a large
//! answer would cost as much as the first.

use http::header::{CONTENT_LENGTH, LOCATION, TRANSFER_ENCODING};
use http::{HeaderMap, HeaderValue, StatusCode};

use super::charset;
use crate::xml::refusal;
use crate::{AnswerError, Refusal, Unexpected};

/// How much of an unexpected text is kept.
const EXCERPT: usize = 80;

/// How much of a redirect's target is kept.
const LONGEST_PLACE: usize = 200;

/// What nginx, Apache and Go's server say, in a page with status 400, when plain http comes to a port for TLS.
const HTTPS_EXPECTED: [&[u8]; 3] = [
    b"plain HTTP request was sent to HTTPS port",
    b"speaking plain HTTP to an SSL-enabled server port",
    b"sent an HTTP request to an HTTPS server",
];

/// How everything begins that gzip has compressed.
const GZIP: &[u8] = b"\x1f\x8b";

/// The body of an answer that may be one of an API function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Payload<'a> {
    /// An XML document, without a byte order mark.
    Xml(&'a str),
    /// An XML document that lacks the end tag of its root although the headers prove that the body is complete. MOR
    /// sends some, see [`Document::UNCLOSED`](crate::Document::UNCLOSED); everywhere else it counts as truncated.
    Unclosed(&'a str),
    /// A text that is not XML.
    Text(&'a str),
    /// A zip archive.
    Zip(Archive<'a>),
}

impl<'a> Payload<'a> {
    /// The name of the document's root element.
    #[must_use]
    pub fn root(&self) -> Option<&'a str> {
        match self {
            Self::Xml(xml) | Self::Unclosed(xml) => root(xml).filter(|name| !name.is_empty()),
            Self::Text(_) | Self::Zip(_) => None,
        }
    }

    /// The refusal the document is, in any of the shapes MOR uses.
    #[must_use]
    pub fn refusal(&self) -> Option<Refusal> {
        match self {
            Self::Xml(xml) | Self::Unclosed(xml) => refusal::find(xml),
            Self::Text(_) | Self::Zip(_) => None,
        }
    }

    /// Whether MOR refused: [`AnswerError::Refused`], or [`AnswerError::Partial`] if it also reports success.
    pub fn verdict(&self) -> Result<(), AnswerError> {
        let Self::Xml(xml) = self else { return Ok(()) };
        refusal::find(xml).map_or(Ok(()), |refusal| Err(refusal::judge(xml, refusal)))
    }

    /// The text of an XML document; anything else is not what the function answers.
    pub fn into_xml(self) -> Result<&'a str, AnswerError> {
        match self {
            Self::Xml(xml) | Self::Unclosed(xml) => Ok(xml),
            Self::Text(text) => Err(Unexpected::Text(excerpt(text)).into()),
            Self::Zip(_) => Err(Unexpected::Zip.into()),
        }
    }
}

/// A zip archive that is not unpacked, and how much may come out of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Archive<'a> {
    bytes: &'a [u8],
    max_unpacked: u64,
}

impl<'a> Archive<'a> {
    /// The largest document, in bytes, that is unpacked unless another limit is set: 256 MiB.
    pub const MAX_UNPACKED: u64 = 256 << 20;

    /// The archive in these bytes.
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, max_unpacked: Self::MAX_UNPACKED }
    }

    /// The archive as it came.
    #[must_use]
    pub fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// Sets another limit on what is unpacked, in bytes. A client sets its
    /// [`max_body`](crate::ClientBuilder::max_body).
    #[must_use]
    pub fn with_max_unpacked(mut self, bytes: u64) -> Self {
        self.max_unpacked = bytes;
        self
    }

    /// The largest document, in bytes, that may be unpacked.
    #[must_use]
    pub fn max_unpacked(&self) -> u64 {
        self.max_unpacked
    }
}

/// Tells answers of the API from pages, redirects and other things that are none. The body is UTF-8, or
/// [`to_utf8`](crate::to_utf8) made it so.
///
/// An API document inside the `body` of an HTML page is taken out of it: browsers save it so. Offsets in errors then
/// count from the start of the document.
///
/// ```
/// use http::{HeaderMap, StatusCode};
/// use mor_api::{AnswerError, Payload, Unexpected, classify};
///
/// let headers = HeaderMap::new();
/// let body = classify(StatusCode::OK, &headers, b"<page><error>Access Denied</error></page>")?;
/// assert_eq!(body.root(), Some("page"));
/// assert_eq!(body.refusal().unwrap().message(), "Access Denied");
///
/// let page = classify(StatusCode::OK, &headers, b"<!DOCTYPE html><html></html>");
/// assert_eq!(page, Err(AnswerError::Unexpected(Unexpected::Html)));
/// # Ok::<(), AnswerError>(())
/// ```
pub fn classify<'a>(
    status: StatusCode,
    headers: &HeaderMap,
    body: &'a [u8],
) -> Result<Payload<'a>, AnswerError> {
    if status.is_redirection() {
        let to = headers.get(LOCATION).and_then(|to| to.to_str().ok()).unwrap_or("an unknown place");
        // The query may repeat the request's parameters.
        let to = to.split(['?', '#']).next().unwrap_or_default();
        return Err(Unexpected::Redirect(to.chars().take(LONGEST_PLACE).collect()).into());
    }
    let sniffed = sniff(body);
    if status.is_success() {
        return match sniffed {
            Ok(Payload::Xml(xml)) if is_complete(headers) && lacks_end(xml) => Ok(Payload::Unclosed(xml)),
            Ok(body) => Ok(body),
            Err(unexpected) => Err(unexpected.into()),
        };
    }
    // A refusal explains a bad status; anything else that comes with one is never a success.
    sniffed.ok().map_or(Ok(()), |sniffed| sniffed.verdict())?;
    if status == StatusCode::BAD_REQUEST && expects_https(body) {
        return Err(Unexpected::HttpsExpected.into());
    }
    Err(Unexpected::Status(status.as_u16()).into())
}

fn expects_https(body: &[u8]) -> bool {
    HTTPS_EXPECTED.iter().any(|text| memchr::memmem::find(body, text).is_some())
}

/// Whether the transport can tell that the body is complete: HTTP stacks report a body that ends before the announced
/// length or before the last chunk. A body that only ends with its connection may have been cut.
fn is_complete(headers: &HeaderMap) -> bool {
    let chunked = |coding: &HeaderValue| {
        coding.to_str().is_ok_and(|coding| coding.trim_end().to_ascii_lowercase().ends_with("chunked"))
    };
    headers.contains_key(CONTENT_LENGTH) || headers.get(TRANSFER_ENCODING).is_some_and(chunked)
}

/// Whether a document ends in the end tag of another element than its root.
fn lacks_end(xml: &str) -> bool {
    let last = xml.trim_end().rsplit_once("</").and_then(|(_, last)| last.strip_suffix('>'));
    last.is_some_and(|name| !name.contains(['<', '>']) && root(xml) != Some(name.trim_end()))
}

pub(crate) fn sniff(bytes: &[u8]) -> Result<Payload<'_>, Unexpected> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Payload::Zip(Archive::new(bytes)));
    }
    if bytes.starts_with(GZIP) {
        return Err(Unexpected::Compressed);
    }
    let foreign = || charset::foreign(bytes).map(|name| Unexpected::Charset(excerpt(name)));
    let text = core::str::from_utf8(bytes)
        .map_err(|error| foreign().unwrap_or(Unexpected::NotUtf8(error.valid_up_to())))?;
    if let Some(nul) = memchr::memchr(0, bytes) {
        return Err(foreign().unwrap_or(Unexpected::Nul(nul)));
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match root(text) {
        None if text.trim().is_empty() => Err(Unexpected::Empty),
        None => Ok(Payload::Text(text)),
        Some(root) if is_html(root) => document_in_page(text).map(Payload::Xml).ok_or(Unexpected::Html),
        Some(_) => Ok(Payload::Xml(text)),
    }
}

/// The API document that is all of an HTML page's `body`. A browser that shows an answer builds such a page, with
/// element names in lower case.
fn document_in_page(page: &str) -> Option<&str> {
    /// Roots of MOR's documents, of which HTML has none.
    const ROOTS: &[&str] = &["page", "status", "error", "action", "response", "invoices"];
    let body = page.match_indices('<').find_map(|(at, _)| {
        let tag = page.get(at + 1..)?;
        let is_body = tag.get(.."body".len())?.eq_ignore_ascii_case("body");
        is_body.then(|| tag.split_once('>').map(|(_, content)| content)).flatten()
    })?;
    let document = body.get(..body.rfind("</body")?)?.trim();
    let root = root(document)?;
    (ROOTS.contains(&root) && document.ends_with(&format!("</{root}>"))).then_some(document)
}

/// What the first bytes of an answer tell about the rest of it.
#[cfg(feature = "client")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Start {
    /// Nothing yet.
    Open,
    /// It is an XML document, but no page for people.
    Xml,
    /// It is no answer of an API function, whatever follows.
    Strange,
    /// It is, perhaps, a text.
    Text,
}

/// Looks at the first bytes of an answer that is arriving. More of them may tell more while it is
/// [`Start::Open`].
#[cfg(feature = "client")]
pub(crate) fn sniff_start(bytes: &[u8]) -> Start {
    if b"PK\x03\x04".starts_with(bytes.get(..4).unwrap_or(bytes)) {
        return if bytes.len() < 4 { Start::Open } else { Start::Strange };
    }
    let bytes = &*charset::to_utf8(bytes);
    // The last character may be cut in two; what is no UTF-8 for good is found when it is decoded.
    let text = match core::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) if error.error_len().is_some() => return Start::Text,
        Err(error) => bytes
            .get(..error.valid_up_to())
            .and_then(|valid| core::str::from_utf8(valid).ok())
            .unwrap_or_default(),
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match root(text) {
        None if text.trim().is_empty() => Start::Open,
        None => Start::Text,
        Some(root) if root.is_empty() || text.strip_suffix(root).is_some_and(|rest| rest.ends_with('<')) => {
            Start::Open
        }
        Some(root) if is_html(root) => Start::Strange,
        Some(_) => Start::Xml,
    }
}

/// Elements that start a page, or the fragment of one.
fn is_html(root: &str) -> bool {
    [
        "html", "head", "body", "meta", "script", "title", "center", "div", "table", "h1", "h2", "h3", "p",
        "pre",
    ]
    .iter()
    .any(|tag| root.eq_ignore_ascii_case(tag))
}

/// The name of the first element, `html` for a page by its document type; `None` when the text does not start
/// with markup.
fn root(mut text: &str) -> Option<&str> {
    let mut is_markup = false;
    loop {
        text = text.trim_start();
        let Some(markup) = text.strip_prefix('<') else {
            // Something between a declaration and the root: XML, if a broken one.
            return is_markup.then_some("");
        };
        is_markup = true;
        text = if let Some(declaration) = markup.strip_prefix('?') {
            behind(declaration, "?>")
        } else if let Some(comment) = markup.strip_prefix("!--") {
            behind(comment, "-->")
        } else if let Some(declaration) = markup.strip_prefix('!') {
            let name = declaration.split_ascii_whitespace().nth(1).unwrap_or_default();
            if name.trim_end_matches('>').eq_ignore_ascii_case("html") {
                return Some("html");
            }
            behind_declaration(declaration)
        } else {
            return markup.split(|end: char| end.is_ascii_whitespace() || matches!(end, '>' | '/')).next();
        };
        if text.is_empty() {
            // Markup that never ends: XML, if a broken one.
            return Some("");
        }
    }
}

/// What follows the first `end`.
fn behind<'t>(markup: &'t str, end: &str) -> &'t str {
    end_of(markup, end).and_then(|at| markup.get(at..)).unwrap_or_default()
}

/// Where the first `end` ends. It ends in `>`, and is looked for by that, since few stand in the way.
pub(crate) fn end_of(markup: &str, end: &str) -> Option<usize> {
    let mut ends = memchr::memchr_iter(b'>', markup.as_bytes()).map(|at| at + 1);
    ends.find(|at| markup.get(..*at).is_some_and(|piece| piece.ends_with(end)))
}

/// What follows a document type declaration, its internal subset included.
fn behind_declaration(declaration: &str) -> &str {
    let mut nested = 0_usize;
    for (index, character) in declaration.char_indices() {
        match character {
            '[' => nested += 1,
            ']' => nested = nested.saturating_sub(1),
            '>' if nested == 0 => return declaration.get(index + 1..).unwrap_or_default(),
            _ => {}
        }
    }
    ""
}

pub(crate) fn excerpt(text: &str) -> String {
    text.trim().chars().take(EXCERPT).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ok(body: &[u8]) -> Result<Payload<'_>, AnswerError> {
        classify(StatusCode::OK, &HeaderMap::new(), body)
    }

    fn unexpected(body: &[u8]) -> Unexpected {
        match ok(body) {
            Err(AnswerError::Unexpected(unexpected)) => unexpected,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn xml_in_all_its_wrappings() {
        for xml in [
            "<page/>",
            " \r\n<page></page>",
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<page/>",
            "<!DOCTYPE page [<!ENTITY a \"<b>\">]><page/>",
            "<!-- a <html> comment --><page/>",
            "<page",
        ] {
            assert_eq!(ok(xml.as_bytes()).unwrap().root(), Some("page"), "{xml}");
        }
        assert_eq!(ok("\u{feff}<page/>".as_bytes()).unwrap(), Payload::Xml("<page/>"));
        assert!(matches!(ok(b"<?xml").unwrap(), Payload::Xml(_)));
        assert!(matches!(ok(b"<?xml version='1.0'?> no <page/>").unwrap(), Payload::Xml(_)));
    }

    #[test]
    fn what_is_no_answer_of_a_function() {
        assert_eq!(unexpected(b""), Unexpected::Empty);
        assert_eq!(unexpected(b" \n\t"), Unexpected::Empty);
        assert_eq!(unexpected("\u{feff}".as_bytes()), Unexpected::Empty);
        assert_eq!(unexpected(b"<!doctype HTML>\n<p>hello"), Unexpected::Html);
        assert_eq!(unexpected(b"<HTML><head/></HTML>"), Unexpected::Html);
        assert_eq!(unexpected(b"<h1>502</h1>"), Unexpected::Html);
        assert_eq!(unexpected(b"<page>\xff</page>"), Unexpected::NotUtf8(6));
        assert_eq!(unexpected(b"<page>\0</page>"), Unexpected::Nul(6));
        assert_eq!(unexpected(b"<\0p\0/\0>\0"), Unexpected::Charset("UTF-16".to_owned()));
        let declared = b"<?xml version='1.0' encoding='KOI8-R'?><page>\xc1</page>";
        assert_eq!(unexpected(declared), Unexpected::Charset("KOI8-R".to_owned()));
        assert_eq!(unexpected(b"\x1f\x8b\x08\0"), Unexpected::Compressed);
    }

    #[test]
    fn a_document_in_the_page_of_a_browser_is_taken_out_of_it() {
        for (page, document) in [
            (
                "<html><head></head><body><page><status>Device created</status><id>8</id></page></body></html>",
                "<page><status>Device created</status><id>8</id></page>",
            ),
            (
                "<!--?xml version=\"1.0\"?--><HTML><head><meta charset=\"utf-8\"></head><BODY class=\"a\">\n<status>\
                 <error>Bad login</error></status>\n</body></HTML>\n",
                "<status><error>Bad login</error></status>",
            ),
        ] {
            assert_eq!(ok(page.as_bytes()), Ok(Payload::Xml(document)), "{page}");
        }
        for page in [
            "<html><body>Login</body></html>",
            "<html><body></body></html>",
            "<html><body><page><status>",
            "<html><body><page></page>",
            "<html><body><page></page><script>1</script></body></html>",
            "<html><body><app-root></app-root></body></html>",
            "<html><body><div><page></page></div></body></html>",
        ] {
            assert_eq!(unexpected(page.as_bytes()), Unexpected::Html, "{page}");
        }
    }

    #[test]
    fn a_root_that_is_not_closed_is_noted_if_the_body_is_known_to_be_complete() {
        let open = "<page>\n<status><success>Saved</success></status>\n";
        let with = |name, value: &str, body: &'static str| {
            let headers = [(name, value.parse().unwrap())].into_iter().collect();
            classify(StatusCode::OK, &headers, body.as_bytes()).unwrap()
        };
        assert_eq!(with(CONTENT_LENGTH, "50", open), Payload::Unclosed(open));
        assert_eq!(with(TRANSFER_ENCODING, "gzip, Chunked", open), Payload::Unclosed(open));
        assert_eq!(with(http::header::CONNECTION, "close", open), Payload::Xml(open), "it may have been cut");
        assert_eq!(ok(open.as_bytes()), Ok(Payload::Xml(open)));
        for body in [
            "<page><status/></page>\n",
            "<page/>",
            "<page><a></a></page ><!-- end -->",
            "<page><status></status><succ",
            "<page><status>Saved",
            "<page><status></stat",
        ] {
            assert_eq!(with(CONTENT_LENGTH, "1", body), Payload::Xml(body), "{body}");
        }
    }

    #[test]
    fn texts_and_archives() {
        assert_eq!(ok(b"66.0000\n").unwrap(), Payload::Text("66.0000\n"));
        let zip = Payload::Zip(Archive::new(b"PK\x03\x04rest"));
        assert_eq!(ok(b"PK\x03\x04rest").unwrap(), zip);
        assert!(matches!(ok(b"PKT").unwrap(), Payload::Text(_)));
    }

    #[cfg(feature = "client")]
    #[test]
    fn the_start_of_an_answer_tells_what_it_is_once_it_is_long_enough() {
        let starts = |text: &[u8]| (0..=text.len()).map(|end| sniff_start(&text[..end])).collect::<Vec<_>>();
        for (text, open, then) in [
            (&b"<page>"[..], 6, Start::Xml),
            (b"<?xml version=\"1.0\"?><page><a/>", 27, Start::Xml),
            (b"\xef\xbb\xbf<page/>", 9, Start::Xml),
            (b"<html>", 6, Start::Strange),
            (b"PK\x03\x04zip", 4, Start::Strange),
            (b"66.0", 1, Start::Text),
            (b"PKT", 3, Start::Text),
        ] {
            let starts = starts(text);
            let (before, after) = starts.split_at(open);
            assert!(before.iter().all(|start| *start == Start::Open), "{starts:?}");
            assert!(after.iter().all(|start| *start == then), "{starts:?}");
        }
        assert_eq!(sniff_start(b"<p\xff"), Start::Text);
    }

    #[test]
    fn a_status_other_than_200_is_never_a_success() {
        let headers = HeaderMap::new();
        let classify = |status, body| classify(StatusCode::from_u16(status).unwrap(), &headers, body);
        assert_eq!(classify(500, b"<page><id>1</id></page>"), Err(Unexpected::Status(500).into()));
        assert_eq!(classify(502, b"<html/>"), Err(Unexpected::Status(502).into()));
        let refused = classify(500, b"<status><error>Bad login</error></status>");
        assert_eq!(refused, Err(AnswerError::Refused(Refusal::new("status/error", "Bad login"))));
    }

    #[test]
    fn plain_http_on_the_port_of_https_is_recognized() {
        for page in [
            "<html><title>400 The plain HTTP request was sent to HTTPS port</title></html>",
            "<!DOCTYPE HTML><p>Reason: You're speaking plain HTTP to an SSL-enabled server port.<br />",
            "Client sent an HTTP request to an HTTPS server.\n",
        ] {
            let classify = |status| classify(status, &HeaderMap::new(), page.as_bytes());
            assert_eq!(classify(StatusCode::BAD_REQUEST), Err(Unexpected::HttpsExpected.into()), "{page}");
            assert_eq!(classify(StatusCode::FORBIDDEN), Err(Unexpected::Status(403).into()), "{page}");
        }
        let other = classify(StatusCode::BAD_REQUEST, &HeaderMap::new(), b"<html>bad</html>");
        assert_eq!(other, Err(Unexpected::Status(400).into()));
    }

    #[test]
    fn a_redirect_is_named_without_its_query() {
        let mut headers = HeaderMap::new();
        headers.insert(LOCATION, "https://switch/billing/login?hash=secret".parse().unwrap());
        let redirect = classify(StatusCode::FOUND, &headers, b"").unwrap_err();
        assert_eq!(redirect, Unexpected::Redirect("https://switch/billing/login".to_owned()).into());
    }
}
