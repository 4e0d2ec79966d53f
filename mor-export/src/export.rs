//! What is exported, and where to.

use core::fmt;
use core::time::Duration;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use mor_api::{Client, HttpTransport, RetryBudget, RetryPolicy, StreamTransport};
use mor_endpoints::UserFilter;
use mor_endpoints::call::UserCallsGet;
use serde::{Deserialize, Serialize};

/// The form of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Format {
    /// A file of comma-separated values with a header.
    Csv,
    /// A file with a JSON object on each line.
    JsonLines,
    /// A folder of Parquet files in partitions by date.
    #[cfg(feature = "parquet")]
    Parquet,
}

/// An export of the calls of a period. [`run`](Self::run) it as often as it takes: what was completed is kept.
#[must_use = "nothing is exported until it is run"]
pub struct Export<T: StreamTransport = HttpTransport> {
    pub(crate) client: Client<T>,
    pub(crate) from: Timestamp,
    pub(crate) till: Timestamp,
    pub(crate) format: Format,
    pub(crate) out: PathBuf,
    pub(crate) state: Option<PathBuf>,
    pub(crate) request: UserCallsGet,
    pub(crate) as_user: Option<String>,
    pub(crate) window: Duration,
    pub(crate) retries: RetryPolicy,
}

/// How a window is tried again if nothing else is said: three times, with waits of up to 2, 4 and 8 seconds.
///
/// An export has more time than a call, and it has rewound its files before it tries again: so it may begin a window
/// anew when rows of it were written already, which the client's own tries never do.
pub const RETRIES: RetryPolicy = RetryPolicy {
    max_tries: 4,
    base_delay: Duration::from_secs(2),
    max_delay: Duration::from_secs(60),
    deadline: Duration::from_secs(3600),
    budget: RetryBudget { capacity: 0, cost: 0, refund: 0 },
};

impl<T: StreamTransport> Export<T> {
    /// Exports the calls of everybody the caller may see that started at `from` or later, but before `till`, to a
    /// file, or for [`Format::Parquet`] to a folder.
    ///
    /// Both times are whole seconds. The server writes a call down when it has ended, under the time when it
    /// started: let the longest call end before its period is exported. A period that is not over is refused.
    pub fn calls(
        client: Client<T>,
        from: Timestamp,
        till: Timestamp,
        format: Format,
        out: impl Into<PathBuf>,
    ) -> Self {
        let request = UserCallsGet::new().s_user(UserFilter::All);
        Self {
            client,
            from,
            till,
            format,
            out: out.into(),
            state: None,
            request,
            as_user: None,
            window: Duration::from_secs(3600),
            retries: RETRIES,
        }
    }

    /// Only the calls of this user.
    pub fn user(mut self, user: impl Into<UserFilter>) -> Self {
        self.request.s_user = Some(user.into());
        self
    }

    /// Selects calls as this request does: by device, provider, state and so on. Its period is not used.
    pub fn select(mut self, request: UserCallsGet) -> Self {
        self.request = request;
        self
    }

    /// Acts as this user.
    pub fn as_user(mut self, username: impl Into<String>) -> Self {
        self.as_user = Some(username.into());
        self
    }

    /// How much of the period is asked for at once; an hour if this is not called. What is not complete when a run
    /// ends is fetched again, so small windows lose less; large ones make fewer requests and larger Parquet files
    /// (a day is a good window for those). It may change from run to run.
    pub fn window(mut self, window: Duration) -> Self {
        self.window = window;
        self
    }

    /// Where the state is kept; if this is not called, beside the file (`calls.csv.state.json`) or in the folder
    /// (`.export.state.json`).
    pub fn state_file(mut self, path: impl Into<PathBuf>) -> Self {
        self.state = Some(path.into());
        self
    }

    /// Whether and when a window is tried again after a passing failure, in place of [`RETRIES`]. This holds instead
    /// of the client's policy; the budget plays no part.
    pub fn retries(mut self, policy: RetryPolicy) -> Self {
        self.retries = policy;
        self
    }

    /// Where the state is kept.
    #[must_use]
    pub fn state_path(&self) -> PathBuf {
        match &self.state {
            Some(path) => path.clone(),
            None if self.is_folder() => self.out.join(".export.state.json"),
            None => {
                let mut name = self.out.file_name().unwrap_or_default().to_owned();
                name.push(".state.json");
                self.out.with_file_name(name)
            }
        }
    }

    /// Where the calls go.
    #[must_use]
    pub fn out(&self) -> &Path {
        &self.out
    }

    pub(crate) fn is_folder(&self) -> bool {
        match self.format {
            Format::Csv | Format::JsonLines => false,
            #[cfg(feature = "parquet")]
            Format::Parquet => true,
        }
    }
}

impl<T: StreamTransport> fmt::Debug for Export<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Export")
            .field("client", &self.client)
            .field("from", &self.from)
            .field("till", &self.till)
            .field("format", &self.format)
            .field("out", &self.out)
            .finish_non_exhaustive()
    }
}
