//! Recorded exchanges in a file, written by the simulator or by hand.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use super::fault::Delivery;
use crate::{
    dispatch::Handled,
    http::{Answer, Params},
    redact::{HIDDEN, Scrubber, is_secret_header},
};

const HEADING: &str = "\
# Exchanges with a MOR server, recorded by mor-sim. The hash is left out, and secrets read [hidden]; in a recorded
# parameter that matches any value.

";

/// Recorded exchanges, for [`Builder::replay`](crate::Builder::replay).
///
/// In a file each exchange is a table:
///
/// ```
/// let recording = mor_sim::Recording::from_toml(r#"
/// [[exchange]]
/// function = "user_balance_get"
/// parameters = { u = "admin", username = "jonas" }
/// status = 200                       # optional, like the content type and the headers
/// content_type = "text/html"
/// headers = [["X-Runtime", "7"]]
/// body = "<page><balance>12.5000</balance></page>"    # body_hex = "504b0304..." for bytes
/// "#)?;
/// assert_eq!(recording.exchanges[0].answer.status, 200);
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Recording {
    /// In the order in which they were recorded.
    pub exchanges: Vec<Exchange>,
}

/// A request and its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Exchange {
    /// Current or older name of the function.
    pub function: String,
    /// The parameters without the hash.
    pub parameters: BTreeMap<String, String>,
    /// The response.
    pub answer: Answer,
}

impl Recording {
    /// Reads a file, or all files of a folder whose names end in `.toml`, in the order of their names.
    ///
    /// # Errors
    ///
    /// The errors of reading, and [`InvalidData`](io::ErrorKind::InvalidData) with file and line if a file is not a
    /// recording.
    pub fn load(path: impl AsRef<Path>) -> io::Result<Self> {
        let path = path.as_ref();
        let mut files = vec![path.to_owned()];
        if path.is_dir() {
            let entries: io::Result<Vec<PathBuf>> =
                fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect();
            files = entries?;
            files.retain(|file| file.extension().is_some_and(|extension| extension == "toml"));
            files.sort();
        }
        let mut recording = Self::default();
        for file in files {
            let named =
                |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", file.display()));
            let text = fs::read_to_string(&file).map_err(named)?;
            recording.exchanges.extend(Self::from_toml(&text).map_err(named)?.exchanges);
        }
        Ok(recording)
    }

    /// Reads the text of a file.
    pub fn from_toml(text: &str) -> io::Result<Self> {
        let file: File = toml::from_str(text).map_err(|error| invalid(error.to_string()))?;
        let exchanges: Result<_, _> = file.exchange.into_iter().map(Exchange::try_from).collect();
        Ok(Self { exchanges: exchanges? })
    }

    /// The text of a file.
    pub fn to_toml(&self) -> io::Result<String> {
        let file = File { exchange: self.exchanges.iter().map(Table::from).collect() };
        let text = toml::to_string_pretty(&file).map_err(|error| invalid(error.to_string()))?;
        Ok(format!("{HEADING}{text}"))
    }

    /// Writes a file.
    pub fn save(&self, path: impl AsRef<Path>) -> io::Result<()> {
        fs::write(path, self.to_toml()?)
    }
}

fn invalid(message: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, message)
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    exchange: Vec<Table>,
}

/// An exchange in the file. Tables come last, as TOML requires.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    function: String,
    #[serde(default = "ok")]
    status: u16,
    content_type: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    headers: Vec<(String, String)>,
    body: Option<String>,
    body_hex: Option<String>,
    #[serde(default)]
    parameters: BTreeMap<String, String>,
}

fn ok() -> u16 {
    200
}

impl From<&Exchange> for Table {
    fn from(exchange: &Exchange) -> Self {
        let answer = &exchange.answer;
        let (body, body_hex) = match std::str::from_utf8(&answer.body) {
            Ok(text) => (Some(text.to_owned()), None),
            Err(_) => (None, Some(hex::encode(&answer.body))),
        };
        Self {
            function: exchange.function.clone(),
            status: answer.status,
            content_type: answer.content_type.clone(),
            headers: answer.headers.clone(),
            body,
            body_hex,
            parameters: exchange.parameters.clone(),
        }
    }
}

impl TryFrom<Table> for Exchange {
    type Error = io::Error;

    fn try_from(table: Table) -> io::Result<Self> {
        let Table { function, status, content_type, headers, body, body_hex, parameters } = table;
        let body = match (body, body_hex) {
            (Some(text), None) => text.into_bytes(),
            (None, Some(digits)) => hex::decode(digits)
                .map_err(|error| invalid(format!("body_hex of an exchange with {function}: {error}")))?,
            _ => {
                return Err(invalid(format!("an exchange with {function} needs one of body and body_hex")));
            }
        };
        let answer = Answer { status, content_type, headers, body };
        Ok(Self { function, parameters, answer })
    }
}

/// The exchanges recorded so far.
#[derive(Debug, Default)]
pub(crate) struct Recorder(pub(crate) Recording);

impl Recorder {
    /// Keeps an exchange, without its secrets. An answer that was not sent completely is not kept.
    pub(crate) fn record(
        &mut self,
        scrubber: &Scrubber<'_>,
        function: &str,
        params: &Params,
        reply: &Handled,
    ) {
        if matches!(reply.delivery, Delivery::Never(_) | Delivery::CutAfter(_)) {
            return;
        }
        let mut answer = reply.answer.clone();
        for (name, value) in &mut answer.headers {
            if is_secret_header(name) {
                HIDDEN.clone_into(value);
            }
        }
        if let Ok(text) = std::str::from_utf8(&answer.body) {
            answer.body = scrubber.body(text).into_bytes();
        }
        let parameters = scrubbed(scrubber, function, params);
        self.0.exchanges.push(Exchange { function: function.to_owned(), parameters, answer });
    }
}

/// The parameters by which exchanges are compared.
pub(crate) fn scrubbed(scrubber: &Scrubber<'_>, function: &str, params: &Params) -> BTreeMap<String, String> {
    let params = params.iter().filter(|(name, _)| *name != "hash");
    scrubber.pairs(function, params).into_iter().collect()
}
