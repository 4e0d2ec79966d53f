//! A value on its way into the hash or the form.

use core::fmt;

use crate::{ParamValue, Secret, Upload};

/// A text that goes into the hash or the form.
#[derive(Clone, Copy)]
pub(crate) enum Part<'a> {
    Text(&'a str),
    Secret(&'a Secret),
    Value(&'a dyn ParamValue),
}

impl Part<'_> {
    /// Writes the text that is sent.
    pub(crate) fn wire(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        match self {
            Self::Text(text) => out.write_str(text),
            Self::Secret(secret) => out.write_str(secret.expose()),
            Self::Value(value) => value.wire(out),
        }
    }

    /// Writes the text that is hashed.
    pub(crate) fn hashed(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        match self {
            Self::Value(value) => value.hashed(out),
            same_as_sent => same_as_sent.wire(out),
        }
    }

    /// The file, if it is one.
    pub(crate) fn upload(&self) -> Option<&Upload> {
        match self {
            Self::Text(_) | Self::Secret(_) => None,
            Self::Value(value) => value.upload(),
        }
    }

    /// Whether people may not see it.
    pub(crate) fn is_secret(&self) -> bool {
        match self {
            Self::Text(_) => false,
            Self::Secret(_) => true,
            Self::Value(value) => value.kind().is_secret(),
        }
    }
}
