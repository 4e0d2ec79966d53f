//! What a page lacks that no endpoint can be written without.

use core::fmt;

/// A part of a vendor's page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Section {
    /// The names of the function.
    Usage,
    /// The parameters, hashed and not hashed.
    Parameters,
    /// The samples of answers.
    Returns,
}

impl Section {
    /// Its heading.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Usage => "Usage",
            Self::Parameters => "Parameters",
            Self::Returns => "Returns",
        }
    }

    /// What is read from it.
    const fn gives(self) -> &'static str {
        match self {
            Self::Usage => "the function's name",
            Self::Parameters => "the fields of the request and their places in the hash",
            Self::Returns => "the answer",
        }
    }

    /// What one looks like.
    const fn example(self) -> &'static str {
        match self {
            Self::Usage => "Usage\n- From MOR X16: /api/user_notes_get",
            Self::Parameters => {
                "Parameters\n\
                 Parameters which are included into hash:\n\
                 - user_id - ID of the user. Required.\n\
                 Parameters which are not included into hash:\n\
                 - u - username for authentication. Required.\n\
                 - order_by - Possible values [time, author]. (Default: time)."
            }
            Self::Returns => {
                "Returns\nSuccess:\n<page> <status> <success>Note was saved</success> </status> </page>"
            }
        }
    }
}

/// Why no endpoint can be written from a page.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ScaffoldError {
    /// A section is missing, or what it is for cannot be found in it.
    Missing(Section),
    /// What was written is no Rust: a defect of this crate.
    Unreadable {
        /// What was written.
        code: String,
        /// What the parser says about it.
        problem: String,
    },
}

impl fmt::Display for ScaffoldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(section) => {
                let (title, gives) = (section.title(), section.gives());
                write!(f, "the page has no section \"{title}\" from which {gives} can be read; ")?;
                write!(f, "it looks like this:\n\n{}", section.example())
            }
            Self::Unreadable { problem, .. } => write!(f, "what was written cannot be parsed: {problem}"),
        }
    }
}

impl core::error::Error for ScaffoldError {}
