//! An answer from a file: the body alone, or with the HTTP head that `curl -i` writes before it.

use http::header::{CONTENT_LENGTH, HeaderName, TRANSFER_ENCODING};
use http::{HeaderMap, HeaderValue, StatusCode};

/// The parts of a saved answer.
#[derive(Debug)]
pub(crate) struct Saved<'a> {
    /// That of the head, else 200.
    pub(crate) status: StatusCode,
    /// They say that the body is complete, unless a head announces a longer one.
    pub(crate) headers: HeaderMap,
    /// The bytes after the head.
    pub(crate) body: &'a [u8],
}

impl<'a> Saved<'a> {
    /// Splits a file. Of several heads (a proxy's, `100 Continue`, redirects that were followed) the last one counts.
    pub(crate) fn new(file: &'a [u8]) -> Self {
        let mut saved = Self { status: StatusCode::OK, headers: HeaderMap::new(), body: file };
        while let Some(next) = Self::split(saved.body) {
            saved = next;
        }
        let announced = saved.headers.remove(CONTENT_LENGTH);
        let announced = announced.and_then(|length| length.to_str().ok()?.trim().parse::<u64>().ok());
        if announced.is_some_and(|length| length > saved.body.len() as u64) {
            saved.headers.remove(TRANSFER_ENCODING);
        } else {
            saved.headers.insert(CONTENT_LENGTH, HeaderValue::from(saved.body.len()));
        }
        saved
    }

    /// Whether it is a page for people, or what a browser makes of an answer.
    pub(crate) fn is_web_page(&self) -> bool {
        let start = self.body.get(..1024).unwrap_or(self.body).to_ascii_lowercase();
        let markup = String::from_utf8_lossy(&start);
        ["<html", "<!doctype html"].iter().any(|tag| markup.contains(tag))
    }

    /// Cuts off a head: `HTTP/1.1 200 OK`, headers and an empty line.
    fn split(file: &'a [u8]) -> Option<Self> {
        let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
        let (first, mut body) = line(file)?;
        let status = std::str::from_utf8(first).ok()?.strip_prefix("HTTP/")?.split_whitespace().nth(1)?;
        let status = StatusCode::from_bytes(status.as_bytes()).ok()?;
        let mut headers = HeaderMap::new();
        while let Some((header, rest)) = line(body) {
            body = rest;
            if header.is_empty() {
                break;
            }
            if let Some((name, value)) = field(header) {
                headers.append(name, value);
            }
        }
        Some(Self { status, headers, body })
    }
}

/// The first line without its end, and what follows it.
fn line(text: &[u8]) -> Option<(&[u8], &[u8])> {
    if text.is_empty() {
        return None;
    }
    let end = text.iter().position(|byte| *byte == b'\n').unwrap_or(text.len());
    let (line, rest) = text.split_at_checked(end)?;
    Some((line.strip_suffix(b"\r").unwrap_or(line), rest.get(1..).unwrap_or_default()))
}

fn field(line: &[u8]) -> Option<(HeaderName, HeaderValue)> {
    let colon = line.iter().position(|byte| *byte == b':')?;
    let (name, value) = line.split_at_checked(colon)?;
    let value = value.get(1..)?.trim_ascii();
    Some((HeaderName::from_bytes(name.trim_ascii()).ok()?, HeaderValue::from_bytes(value).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(file: &str) -> (u16, Option<u64>, &str) {
        let saved = Saved::new(file.as_bytes());
        let length =
            saved.headers.get(CONTENT_LENGTH).map(|length| length.to_str().unwrap().parse().unwrap());
        (saved.status.as_u16(), length, std::str::from_utf8(saved.body).unwrap())
    }

    #[test]
    fn a_head_is_split_off() {
        assert_eq!(parts("HTTP/1.1 200 OK\r\nServer: Apache\r\n\r\n<page/>\n"), (200, Some(8), "<page/>\n"));
        assert_eq!(parts("HTTP/2 404 \nserver: x\n\n<html/>"), (404, Some(7), "<html/>"));
        assert_eq!(
            parts("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n66.50"),
            (200, Some(5), "66.50")
        );
        assert_eq!(parts("HTTP/1.1 302 Found\r\nLocation: /login\r\n"), (302, Some(0), ""));
        for body in ["", "<page/>", "66.50", "HTTP is not allowed", "HTTP/1.1 OK\n\n<page/>"] {
            assert_eq!(parts(body), (200, Some(body.len() as u64), body), "no head");
        }
    }

    #[test]
    fn a_body_shorter_than_its_head_announces_is_not_complete() {
        assert_eq!(parts("HTTP/1.1 200 OK\nContent-Length: 20\n\n<page>"), (200, None, "<page>"));
        assert_eq!(parts("HTTP/1.1 200 OK\nContent-Length: 6\n\n<page>\n"), (200, Some(7), "<page>\n"));
    }
}
