//! An answer of the server, made by a function or scripted by a test.

use super::xml;
use crate::state::Settings;

/// An HTTP answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// HTTP status. The real server sends 200 for everything, errors included.
    pub status: u16,
    /// Content type. If not set, the server's settings decide, as for every XML answer.
    pub content_type: Option<String>,
    /// Further headers.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

const HTML: &str = "text/html; charset=utf-8";

impl Answer {
    /// An XML document. Its content type and file name follow the server's settings: `text/html` by default.
    #[must_use]
    pub fn xml(body: impl Into<Vec<u8>>) -> Self {
        Self { status: 200, content_type: None, headers: Vec::new(), body: body.into() }
    }

    /// A plain string with the content type of HTML, as the three simple balance functions answer.
    #[must_use]
    pub fn text(body: impl Into<Vec<u8>>) -> Self {
        Self::xml(body).with_content_type(HTML)
    }

    /// A page for a browser.
    #[must_use]
    pub fn html(title: &str, text: &str) -> Self {
        let (title, text) = (xml::escape(title), xml::escape(text));
        Self::text(format!(
            "<!DOCTYPE html>\n<html>\n<head><title>{title}</title></head>\n<body><h1>{text}</h1></body>\n</html>\n"
        ))
    }

    /// An error message at an element path such as `page/status/error`, or as a plain string at the path `text`.
    #[must_use]
    pub fn error(at: &str, message: &str) -> Self {
        match at {
            "text" => Self::text(message),
            "action/status_message" => Self::xml(failed_login(message)),
            "unknown" => Self::xml(xml::document("page/status/error", message)),
            path => Self::xml(xml::document(path, message)),
        }
    }

    /// A redirect to a page of the GUI.
    #[must_use]
    pub fn redirect(location: &str) -> Self {
        let body = format!("<html><body>You are being <a href=\"{location}\">redirected</a>.</body></html>");
        Self::text(body).with_status(302).with_header("Location", location)
    }

    /// The same with another HTTP status.
    #[must_use]
    pub fn with_status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    /// The same with a fixed content type.
    #[must_use]
    pub fn with_content_type(mut self, content_type: &str) -> Self {
        self.content_type = Some(content_type.to_owned());
        self
    }

    /// The same with one more header.
    #[must_use]
    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// A message of the simulator itself, which cannot be confused with an answer of a MOR server.
    pub(crate) fn simulator_says(text: &str) -> Self {
        Self::xml(format!("mor-sim: {text}\n"))
            .with_status(501)
            .with_content_type("text/plain; charset=utf-8")
    }

    /// Returns the text of the first error element, or else of the outcome of a login, if the body is XML with one.
    pub(crate) fn message(&self) -> Option<String> {
        let body = std::str::from_utf8(&self.body).ok().filter(|body| body.starts_with('<'))?;
        let (_, rest) = body.split_once("<error>").or_else(|| body.split_once("<status_message>"))?;
        let (text, _) = rest.split_once("</")?;
        Some(text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
    }

    /// Fills in content type and file name. `inline` is the effect of `test=1`: no file download.
    pub(crate) fn typed(self, settings: &Settings, inline: bool) -> Self {
        if self.content_type.is_some() {
            return self;
        }
        let (content_type, disposition) = match (settings.xml_extension, inline) {
            (false, false) => ("text/html", "attachment; filename=\"mor_api_response.html\""),
            (true, false) => ("text/xml", "attachment; filename=\"mor_api_response.xml\""),
            (true, true) => ("application/xml", "inline"),
            (false, true) => (HTML, "inline"),
        };
        self.with_content_type(content_type).with_header("Content-Disposition", disposition)
    }
}

/// A refused login differs from an accepted one in the text of `status` only.
fn failed_login(message: &str) -> String {
    let message = xml::escape(message);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<action>\n  <name>login</name>\n  <status>failed</status>\n  \
         <status_message>{message}</status_message>\n</action>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn xml_is_typed_by_the_settings_and_test_1() {
        let typed = |xml_extension, inline| {
            let settings = Settings { xml_extension, ..Settings::default() };
            let answer = Answer::xml("<page/>").typed(&settings, inline);
            (answer.content_type.unwrap(), answer.headers[0].1.clone())
        };
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(typed(false, false), pair("text/html", "attachment; filename=\"mor_api_response.html\""));
        assert_eq!(typed(true, false), pair("text/xml", "attachment; filename=\"mor_api_response.xml\""));
        assert_eq!(typed(true, true), pair("application/xml", "inline"));
        assert_eq!(typed(false, true), pair(HTML, "inline"));
    }

    #[test]
    fn the_message_is_found_in_xml_only() {
        let message = |answer: Answer| answer.message();
        for path in ["page/status/error", "error", "action/status_message"] {
            assert_eq!(
                message(Answer::error(path, "a < b &amp; c")).as_deref(),
                Some("a < b &amp; c"),
                "{path}"
            );
        }
        assert_eq!(message(Answer::xml("<page><success>done</success></page>")), None);
        assert_eq!(message(Answer::xml("<page><error>cut")), None);
        assert_eq!(message(Answer::text("60.0000")), None);
        assert_eq!(message(Answer::xml(vec![0xff])), None);
    }

    #[test]
    fn a_refused_login_keeps_its_place_beside_the_status() {
        let body = String::from_utf8(Answer::error("action/status_message", "Login failed").body).unwrap();
        assert!(
            body.contains("<status>failed</status>\n  <status_message>Login failed</status_message>"),
            "{body}"
        );
    }
}
