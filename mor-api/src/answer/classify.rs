//! What came back: is it an answer of the API at all?
//!
//! The HTTP status and the content type say nothing: MOR sends XML, errors included, with status 200 and
//! mostly as `text/html`. So the bytes decide. Whether the XML is a success, a refusal or another
//! document is decided in the same pass that decodes it, see [`AnswerError`]: a second pass over a large
//! answer would cost as much as the first.

use http::header::{CONTENT_LENGTH, LOCATION, TRANSFER_ENCODING};
use http::{HeaderMap, HeaderValue, StatusCode};

use super::sniff::{root, sniff};
use crate::{AnswerError, Payload, Unexpected};

/// How much of a redirect's target is kept.
const LONGEST_PLACE: usize = 200;

/// What nginx, Apache and Go's server say, in a page with status 400, when plain http comes to a port for TLS.
const HTTPS_EXPECTED: [&[u8]; 3] = [
    b"plain HTTP request was sent to HTTPS port",
    b"speaking plain HTTP to an SSL-enabled server port",
    b"sent an HTTP request to an HTTPS server",
];

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Archive, Refusal};

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
