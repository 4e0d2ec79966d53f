//! A file as a parameter.

use core::fmt::{self, Write};
use std::path::PathBuf;

use secrecy::zeroize::Zeroizing;

use crate::{Kind, Param};

/// A file to upload, from memory or from a path. No server hashes a file.
///
/// A request that holds one is sent as `multipart/form-data`, by `POST` whatever [`Method`](crate::Method) says;
/// see [`PreparedRequest::body`](crate::PreparedRequest::body).
///
/// ```
/// use mor_api::Upload;
///
/// let upload = Upload::from_bytes("numbers.csv", "37060000001\n37060000002\n");
/// assert_eq!(upload.file_name(), "numbers.csv");
/// assert_eq!(Upload::from_path("/tmp/numbers.csv"), Upload::from_path("/tmp/numbers.csv"));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Upload {
    file_name: String,
    content: Content,
}

/// Where a stretch of a request's body comes from.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Content {
    /// Wiped when dropped: the parts between files hold the hash.
    Bytes(Zeroizing<Vec<u8>>),
    Path(PathBuf),
}

impl Upload {
    /// A file of these bytes.
    #[must_use]
    pub fn from_bytes(file_name: impl Into<String>, content: impl Into<Vec<u8>>) -> Self {
        Self { file_name: file_name.into(), content: Content::Bytes(Zeroizing::new(content.into())) }
    }

    /// The file at a path, under its own name. It is opened when the request is sent, and read piece by piece.
    #[must_use]
    pub fn from_path(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        let file_name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        Self { file_name: file_name.unwrap_or_default(), content: Content::Path(path) }
    }

    /// Tells the server another name.
    #[must_use]
    pub fn with_file_name(mut self, file_name: impl Into<String>) -> Self {
        self.file_name = file_name.into();
        self
    }

    /// The name the server is told.
    #[must_use]
    pub fn file_name(&self) -> &str {
        &self.file_name
    }

    pub(crate) fn content(&self) -> &Content {
        &self.content
    }
}

/// Where only texts can be shown, a file is its name.
impl Param for Upload {
    const KIND: Kind = Kind::File;

    fn wire(&self, out: &mut dyn Write) -> fmt::Result {
        out.write_str(&self.file_name)
    }

    fn hashed(&self, _: &mut dyn Write) -> fmt::Result {
        Ok(())
    }

    /// A command line gives a path.
    fn read(text: &str) -> Option<Self> {
        Some(Self::from_path(text)).filter(|upload| !upload.file_name.is_empty())
    }

    fn upload(&self) -> Option<&Upload> {
        Some(self)
    }
}

/// Not the content: it may be a list of telephone numbers.
impl fmt::Debug for Upload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Upload");
        debug.field("file_name", &self.file_name);
        match &self.content {
            Content::Bytes(bytes) => debug.field("length", &bytes.len()),
            Content::Path(path) => debug.field("path", path),
        };
        debug.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_gives_the_file_its_name() {
        assert_eq!(Upload::from_path("/var/lists/new.csv").file_name(), "new.csv");
        assert_eq!(Upload::from_path("/var/lists/..").file_name(), "");
        assert_eq!(Upload::from_path("/var/a").with_file_name("b.csv").file_name(), "b.csv");
        assert_eq!(Upload::read("lists/new.csv"), Some(Upload::from_path("lists/new.csv")));
        assert_eq!(Upload::read(""), None);
    }

    #[test]
    fn debug_does_not_show_the_content() {
        let upload = Upload::from_bytes("a.csv", "37060000001");
        assert_eq!(format!("{upload:?}"), r#"Upload { file_name: "a.csv", length: 11 }"#);
    }
}
