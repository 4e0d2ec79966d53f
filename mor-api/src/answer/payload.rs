//! What the body of an answer holds, and what is taken from it.

use super::sniff::{excerpt, root};
use crate::xml::refusal;
use crate::{AnswerError, Refusal, Unexpected};

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
