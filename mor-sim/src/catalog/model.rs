//! The shape of a catalog file. Unknown keys are refused, so a typing error in a file is found by the tests.

use serde::Deserialize;

/// What is known about one function of the API.
///
/// In a file only `name` and `effect` are required; see [`Function::from_toml`].
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Function {
    /// Path segment after `/billing/api/`.
    pub name: String,
    /// Older names that still work.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Subject the function belongs to, such as `user` or `autodialer`.
    #[serde(default = "added")]
    pub group: String,
    /// First MOR version that has it; empty when unknown.
    #[serde(default)]
    pub since: String,
    /// Add-on the function needs; empty when none.
    #[serde(default)]
    pub addon: String,
    /// One sentence on what it does.
    #[serde(default)]
    pub summary: String,
    /// Whether it changes anything on the server.
    pub effect: Effect,
    /// Whether the server checks a hash.
    #[serde(default)]
    pub hash: HashRule,
    /// How the username of the caller travels.
    #[serde(default)]
    pub caller: CallerRule,
    /// Whether GET works when the server allows GET.
    #[serde(default = "yes")]
    pub get: bool,
    /// Where the facts come from: `wiki`, `server`, `client`, or several of them joined by `+`.
    #[serde(default)]
    pub confidence: String,
    /// Contradictions between the sources, and open questions.
    #[serde(default)]
    pub notes: String,
    /// Parameters in addition to those that all functions share.
    #[serde(rename = "param", default)]
    pub params: Vec<Param>,
    /// Sample answers, with invented values.
    #[serde(rename = "response", default)]
    pub responses: Vec<Response>,
    /// Error messages the function is documented to send.
    #[serde(rename = "error", default)]
    pub errors: Vec<DocumentedError>,
    /// Published worked examples of the hash.
    #[serde(rename = "vector", default)]
    pub vectors: Vec<Vector>,
    /// Pages and servers the facts were taken from.
    #[serde(rename = "source", default)]
    pub sources: Vec<Source>,
}

pub(super) fn added() -> String {
    "added".to_owned()
}

fn yes() -> bool {
    true
}

/// Whether a function changes anything on the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// It only reads.
    Read,
    /// It changes server state.
    Write,
    /// It logs a user in or out.
    Session,
}

/// Whether the server checks a hash for a function.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HashRule {
    /// An incorrect hash is refused.
    #[default]
    Checked,
    /// The server never looks at a hash.
    None,
}

/// How the username of the caller, the parameter `u`, travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CallerRule {
    /// It is sent and hashed; the function then lists `u` among its parameters.
    Hashed,
    /// It is sent but not hashed.
    #[default]
    Sent,
    /// The function has no caller.
    None,
}

/// A parameter of a function.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Param {
    /// Name on the wire.
    pub name: String,
    /// Place among the hashed values, counted from 1; none when the value is not hashed.
    pub hash_order: Option<u32>,
    /// The parameter whose value keeps this one out of the hash: two names of one value, which is hashed once.
    pub hashed_unless: Option<String>,
    /// A value that is sent but not hashed.
    pub unhashed_value: Option<String>,
    /// Whether the function refuses a request without it.
    #[serde(default)]
    pub required: bool,
    /// The parameter that replaces it: the function refuses a request with neither.
    pub required_unless: Option<String>,
    /// Kind of value.
    #[serde(rename = "type", default)]
    pub kind: ParamType,
    /// Values of an enumeration.
    #[serde(default)]
    pub values: Vec<String>,
    /// What the server assumes when the parameter is left out.
    pub default: Option<String>,
    /// What it means.
    #[serde(default)]
    pub doc: String,
}

/// Kind of value a parameter takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ParamType {
    /// A whole number.
    Integer,
    /// A number with a decimal point.
    Decimal,
    /// Any text.
    #[default]
    String,
    /// One of a few words.
    Enum,
    /// `0` or `1`.
    Bool01,
    /// `true` or `false`.
    BoolWord,
    /// Seconds since 1970.
    UnixTime,
    /// `YYYY-MM-DD HH:MM:SS`.
    Datetime,
    /// `YYYY-MM-DD`.
    Date,
    /// Ids with commas between them.
    IdList,
    /// An e-mail address.
    Email,
    /// An IP address.
    Ip,
    /// A telephone number.
    Phone,
    /// An uploaded file.
    File,
    /// An XML document.
    Xml,
}

/// A sample answer.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Response {
    /// What the answer means for the caller.
    pub kind: ResponseKind,
    /// When this answer is sent.
    #[serde(default)]
    pub doc: String,
    /// The whole body. Mostly XML; plain text for the three simple balance functions.
    pub xml: String,
}

/// What an answer means for the caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ResponseKind {
    /// All was done as asked.
    Success,
    /// Some of it was done.
    Partial,
    /// Something else: a refusal that is no error, or the shape of another server version.
    Other,
}

/// A documented error.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentedError {
    /// Exact text.
    pub message: String,
    /// Element path that carries it, such as `page/status/error`; `text` for a plain text body, `unknown` if not shown.
    pub at: String,
    /// When it is sent.
    #[serde(default)]
    pub doc: String,
}

/// A published worked example of the hash.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vector {
    /// The text that was hashed, key included.
    pub string: Option<String>,
    /// The parameters of the request, as a query string.
    pub request: Option<String>,
    /// The secret key.
    pub key: Option<String>,
    /// The published digest.
    pub sha1: String,
    /// Whether the example holds; the ones that do not were altered or miscopied on the page.
    pub ok: bool,
    /// Remark on the example.
    #[serde(default)]
    pub note: String,
}

/// Where facts were taken from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Title of the page, or name of the server.
    pub title: String,
    /// Revision of the page.
    #[serde(rename = "ref", default)]
    pub reference: String,
}
