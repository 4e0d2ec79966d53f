//! What can be wrong with a call before anything is sent.

use core::fmt;
use std::borrow::Cow;

use crate::{InvalidFunctionName, Spec};

/// A request that cannot be made. Nothing was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestError {
    pub(super) function: Cow<'static, str>,
    problem: Problem,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Problem {
    Invalid(InvalidRequest),
    UnknownHashName { name: String, known: String },
    FunctionName(InvalidFunctionName),
    UnknownFunctionName { name: String, known: String },
    Extra { name: String, why: &'static str },
    MissingPassword,
    Unwritable(String),
    UploadByGet(&'static str),
    UnreadableFile(String),
    BadUrl,
}

/// What [`Endpoint::check`](crate::Endpoint::check) found wrong with a combination of values.
///
/// ```
/// use mor_api::InvalidRequest;
///
/// let invalid = InvalidRequest::new("phrase", "one of `phrase` and `date` is needed");
/// assert_eq!(invalid.to_string(), "`phrase`: one of `phrase` and `date` is needed");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidRequest {
    param: &'static str,
    problem: String,
}

impl InvalidRequest {
    /// Names the parameter by its wire name and says what would be right.
    #[must_use]
    pub fn new(param: &'static str, problem: impl Into<String>) -> Self {
        Self { param, problem: problem.into() }
    }

    /// The wire name of the parameter.
    #[must_use]
    pub fn param(&self) -> &'static str {
        self.param
    }
}

impl fmt::Display for InvalidRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`: {}", self.param, self.problem)
    }
}

impl core::error::Error for InvalidRequest {}

impl RequestError {
    /// The function that was to be called.
    #[must_use]
    pub fn function(&self) -> &str {
        &self.function
    }

    fn new(spec: &Spec, problem: Problem) -> Self {
        Self { function: Cow::Borrowed(spec.function), problem }
    }

    /// The error of a function that is not declared.
    pub(crate) fn of_undeclared(self, function: &str) -> Self {
        Self { function: Cow::Owned(function.to_owned()), ..self }
    }

    /// A request to a function that its endpoint found invalid.
    #[must_use]
    pub fn invalid(spec: &Spec, invalid: InvalidRequest) -> Self {
        Self::new(spec, Problem::Invalid(invalid))
    }

    pub(crate) fn unknown_hash_name<'e>(
        spec: &Spec,
        name: &str,
        extra: impl Iterator<Item = &'e str>,
    ) -> Self {
        let identities = [("u", spec.caller), ("p", spec.password)];
        let identities = identities.iter().filter(|(_, identity)| identity.is_from_credentials());
        let identities = identities.map(|(name, _)| *name);
        let known = identities
            .chain(spec.params.iter().map(|param| param.name))
            .chain(extra)
            .collect::<Vec<_>>()
            .join(", ");
        Self::new(spec, Problem::UnknownHashName { name: name.to_owned(), known })
    }

    pub(crate) fn function_name(spec: &Spec, error: InvalidFunctionName) -> Self {
        Self::new(spec, Problem::FunctionName(error))
    }

    pub(crate) fn unknown_function_name(spec: &Spec, name: &str) -> Self {
        let known = spec.aliases.join(", ");
        Self::new(spec, Problem::UnknownFunctionName { name: name.to_owned(), known })
    }

    pub(crate) fn missing_password(spec: &Spec) -> Self {
        Self::new(spec, Problem::MissingPassword)
    }

    /// Neither a password nor the parameter that replaces it.
    pub(crate) fn unproven(spec: &Spec, other: &'static str) -> Self {
        let problem = format!("it or `{other}` is required: give one of them, or set the caller's password");
        Self::invalid(spec, InvalidRequest::new("p", problem))
    }

    pub(crate) fn extra(spec: &Spec, name: &str, why: &'static str) -> Self {
        Self::new(spec, Problem::Extra { name: name.to_owned(), why })
    }

    pub(crate) fn unwritable(spec: &Spec, param: &str) -> Self {
        Self::new(spec, Problem::Unwritable(param.to_owned()))
    }

    pub(crate) fn upload_by_get(spec: &Spec, param: &'static str) -> Self {
        Self::new(spec, Problem::UploadByGet(param))
    }

    pub(crate) fn unreadable_file(spec: &Spec, error: &std::io::Error) -> Self {
        Self::new(spec, Problem::UnreadableFile(error.to_string()))
    }

    pub(crate) fn bad_url(spec: &Spec) -> Self {
        Self::new(spec, Problem::BadUrl)
    }
}

impl fmt::Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.function)?;
        match &self.problem {
            Problem::FunctionName(invalid) => invalid.fmt(f),
            Problem::Invalid(invalid) => invalid.fmt(f),
            Problem::UnknownHashName { name, known } if known.is_empty() => {
                write!(f, "the hash order names `{name}`, but the function sends nothing")
            }
            Problem::UnknownHashName { name, known } => {
                write!(f, "the hash order names `{name}`, which is not sent; known are: {known}")
            }
            Problem::UnknownFunctionName { name, known } if known.is_empty() => {
                write!(f, "it has no older name, and certainly not `{name}`")
            }
            Problem::UnknownFunctionName { name, known } => {
                write!(f, "`{name}` is none of its names; its older names are: {known}")
            }
            Problem::Extra { name, why } => write!(f, "`{name}` cannot be an extra parameter: {why}"),
            Problem::MissingPassword => f.write_str(
                "it requires the caller's password: set it on the credentials or the client builder",
            ),
            Problem::Unwritable(param) => write!(f, "the value of `{param}` could not be written"),
            Problem::UploadByGet(param) => {
                write!(f, "`{param}` is a file, which cannot be sent by GET: choose POST")
            }
            Problem::UnreadableFile(why) => write!(f, "the file to upload could not be read: {why}"),
            Problem::BadUrl => f.write_str("the base URL and the function's name make no valid URL"),
        }
    }
}

impl core::error::Error for RequestError {}
