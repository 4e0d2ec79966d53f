//! What can go wrong between the client and the server.

use core::fmt;
use core::time::Duration;

use super::TlsProblem;

type Source = Box<dyn core::error::Error + Send + Sync>;

/// A request that could not be delivered, or a response that did not arrive completely.
///
/// Transports create it. Its messages must not contain the URL's query.
#[derive(Debug)]
pub struct TransportError {
    what: What,
    /// The time that was allowed, if it ran out.
    limit: Option<Duration>,
    /// Set when the connection was plain `http` and ended before a byte of the response: a TLS port does that.
    over_http: bool,
    tries: u32,
    source: Option<Source>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    NotSent,
    NotSecure(TlsProblem),
    UnreadableFile,
    Timeout(Awaited),
    Lost,
    TooLarge(u64),
    Misused(&'static str),
}

/// What a time-out waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(feature = "client"), allow(dead_code, reason = "only the client knows what it waits for"))]
pub(crate) enum Awaited {
    /// The start of the response: nothing has arrived.
    Start,
    /// The rest of a response that has started.
    Rest,
    /// The next piece of a response that is read row by row.
    Piece,
}

impl TransportError {
    /// Nothing of the request left this machine: no connection, no name, no TLS. The problem with TLS, if any, is
    /// read from the error and its sources: see [`tls_problem`](Self::tls_problem).
    #[must_use]
    pub fn not_sent(source: impl Into<Source>) -> Self {
        let source = source.into();
        let what = TlsProblem::of(&*source).map_or(What::NotSent, What::NotSecure);
        Self { source: Some(source), ..Self::new(what) }
    }

    /// A file to upload could not be opened; nothing was sent.
    #[must_use]
    pub fn unreadable_file(source: impl Into<Source>) -> Self {
        Self { source: Some(source.into()), ..Self::new(What::UnreadableFile) }
    }

    /// The time ran out after the request, or a part of it, was sent. [`with_limit`](Self::with_limit) adds how much
    /// time there was.
    #[must_use]
    pub fn timeout(source: impl Into<Source>) -> Self {
        Self { source: Some(source.into()), ..Self::new(What::Timeout(Awaited::Rest)) }
    }

    /// The connection broke after the request, or a part of it, was sent.
    #[must_use]
    pub fn lost(source: impl Into<Source>) -> Self {
        Self { source: Some(source.into()), ..Self::new(What::Lost) }
    }

    /// The response is larger than the client accepts.
    #[must_use]
    pub fn too_large(limit: u64) -> Self {
        Self::new(What::TooLarge(limit))
    }

    /// The transport was used in a way that cannot work.
    #[must_use]
    pub fn misused(why: &'static str) -> Self {
        Self::new(What::Misused(why))
    }

    /// Adds how much time there was to a time-out, of the connection ([`not_sent`](Self::not_sent)) or of the
    /// response ([`timeout`](Self::timeout)). The message names it.
    ///
    /// ```
    /// use std::time::Duration;
    /// use mor_api::TransportError;
    ///
    /// let late = TransportError::not_sent("no route").with_limit(Duration::from_secs(10));
    /// assert_eq!(late.to_string(), "no connection within 10 s; nothing was sent (1 try)");
    /// ```
    #[must_use]
    pub fn with_limit(mut self, limit: Duration) -> Self {
        self.limit = Some(limit);
        self
    }

    fn new(what: What) -> Self {
        Self { what, limit: None, over_http: false, tries: 1, source: None }
    }

    /// The time ran out while the client waited for this.
    #[cfg(feature = "client")]
    pub(crate) fn timed_out(awaited: Awaited, limit: Duration) -> Self {
        Self::new(What::Timeout(awaited)).with_limit(limit)
    }

    /// The connection was plain `http` and ended before a byte of the response.
    #[cfg(feature = "client")]
    pub(crate) fn over_http(mut self) -> Self {
        self.over_http = true;
        self
    }

    /// The client was given root certificates.
    #[cfg(feature = "client")]
    pub(crate) fn despite_given_roots(mut self) -> Self {
        if let What::NotSecure(problem) = &mut self.what {
            *problem = problem.despite_given_roots();
        }
        self
    }

    /// The error of the last of this many tries.
    #[cfg(feature = "client")]
    pub(crate) fn set_tries(&mut self, tries: u32) {
        self.tries = tries.max(1);
    }

    /// How often the request was tried.
    #[must_use]
    pub fn tries(&self) -> u32 {
        self.tries
    }

    /// Whether the request, or a part of it, may have reached the server.
    #[must_use]
    pub fn may_have_been_sent(&self) -> bool {
        !matches!(self.what, What::NotSent | What::NotSecure(_) | What::UnreadableFile | What::Misused(_))
    }

    /// Whether the time ran out after the request, or a part of it, was sent.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        matches!(self.what, What::Timeout(_))
    }

    /// Why there is no secure connection, if that is the problem.
    #[must_use]
    pub fn tls_problem(&self) -> Option<TlsProblem> {
        match self.what {
            What::NotSecure(problem) => Some(problem),
            _ => None,
        }
    }

    /// Whether the server may expect TLS: the connection was plain `http` and ended before a byte of the response.
    #[must_use]
    pub fn may_need_tls(&self) -> bool {
        self.over_http && self.what == What::Lost
    }

    /// Whether trying again cannot help.
    #[must_use]
    pub fn is_permanent(&self) -> bool {
        match self.what {
            What::UnreadableFile | What::TooLarge(_) | What::Misused(_) => true,
            // A handshake may fail because the other side hung up.
            What::NotSecure(problem) => problem != TlsProblem::Handshake,
            What::NotSent | What::Timeout(_) | What::Lost => false,
        }
    }

    fn timed_out_message(&self, awaited: Awaited, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (awaited, self.limit.map(Seconds)) {
            (Awaited::Start, Some(limit)) => write!(f, "no response within {limit}"),
            (Awaited::Rest, Some(limit)) => write!(f, "no complete response within {limit}"),
            (Awaited::Piece, Some(limit)) => {
                write!(f, "the response stopped for {limit} before it was complete")
            }
            (_, None) => f.write_str("no complete response in time"),
        }
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.what {
            What::NotSent => match self.limit.map(Seconds) {
                Some(limit) => write!(f, "no connection within {limit}; nothing was sent"),
                None => f.write_str("the server could not be reached; nothing was sent"),
            },
            What::NotSecure(problem) => {
                write!(f, "no secure connection, nothing was sent: {problem}; {}", problem.advice())
            }
            What::UnreadableFile => f.write_str("the file to upload could not be read; nothing was sent"),
            What::Timeout(awaited) => self.timed_out_message(awaited, f),
            What::Lost => f.write_str("the connection broke before the answer was whole"),
            What::TooLarge(limit) => write!(f, "the answer is larger than the limit of {limit} bytes"),
            What::Misused(why) => f.write_str(why),
        }?;
        if self.may_need_tls() {
            f.write_str("; if the port expects TLS, write https:// in the URL")?;
        }
        // How long a time-out took depends on the tries, even if there was one.
        let timed_out = self.limit.is_some() || self.is_timeout();
        match self.tries {
            1 if timed_out => f.write_str(" (1 try)"),
            0 | 1 => Ok(()),
            tries => write!(f, " ({tries} tries)"),
        }?;
        if f.alternate() { super::fmt_sources(f, self) } else { Ok(()) }
    }
}

/// A duration in seconds, to the millisecond: `30 s`, `0.5 s`.
struct Seconds(Duration);

impl fmt::Display for Seconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The second digit after the point is noise where a try was cut short by the policy's deadline.
        let precise = if self.0 < Duration::from_secs(1) { 1000.0 } else { 10.0 };
        let seconds = (self.0.as_secs_f64() * precise).round() / precise;
        write!(f, "{seconds} s")
    }
}

impl core::error::Error for TransportError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_out_names_the_seconds_and_the_tries() {
        for (limit, text) in [
            (Duration::from_secs(30), "30 s"),
            (Duration::from_millis(500), "0.5 s"),
            (Duration::from_millis(1), "0.001 s"),
            (Duration::from_millis(19_876), "19.9 s"),
            (Duration::from_secs(3600), "3600 s"),
        ] {
            let late = TransportError::timeout("late").with_limit(limit);
            assert_eq!(late.to_string(), format!("no complete response within {text} (1 try)"));
            let unconnected = TransportError::not_sent("late").with_limit(limit);
            assert_eq!(
                unconnected.to_string(),
                format!("no connection within {text}; nothing was sent (1 try)")
            );
            assert!(late.is_timeout() && !unconnected.may_have_been_sent());
        }
        assert_eq!(TransportError::timeout("late").to_string(), "no complete response in time (1 try)");
    }

    #[test]
    fn the_alternate_form_has_the_causes() {
        let lost = TransportError::lost("reset by peer");
        assert_eq!(lost.to_string(), "the connection broke before the answer was whole");
        assert_eq!(format!("{lost:#}"), "the connection broke before the answer was whole: reset by peer");
    }

    #[cfg(feature = "client")]
    #[test]
    fn each_wait_has_its_own_words() {
        let after = |awaited| {
            let mut error = TransportError::timed_out(awaited, Duration::from_secs(9));
            error.set_tries(3);
            error.to_string()
        };
        assert_eq!(after(Awaited::Start), "no response within 9 s (3 tries)");
        assert_eq!(after(Awaited::Rest), "no complete response within 9 s (3 tries)");
        assert_eq!(after(Awaited::Piece), "the response stopped for 9 s before it was complete (3 tries)");
    }

    #[cfg(feature = "client")]
    #[test]
    fn only_a_lost_connection_over_http_suggests_tls() {
        let lost = TransportError::lost("closed").over_http();
        assert!(lost.may_need_tls() && lost.to_string().contains("https://"), "{lost}");
        let late = TransportError::timeout("late").over_http();
        assert!(!late.may_need_tls() && !late.to_string().contains("https"), "{late}");
    }

    #[cfg(feature = "client")]
    #[test]
    fn a_root_certificate_that_was_given_is_not_asked_for() {
        let unknown = || TransportError::not_sent("invalid peer certificate: UnknownIssuer");
        assert!(unknown().to_string().contains("ca_file"));
        let given = unknown().despite_given_roots();
        assert_eq!(given.tls_problem(), Some(TlsProblem::NotTheGivenAuthority));
        assert!(!given.to_string().contains("ca_file"), "{given}");
        let authority =
            TransportError::not_sent("invalid peer certificate: Other(OtherError(CaUsedAsEndEntity))");
        for error in [authority.to_string(), authority.despite_given_roots().to_string()] {
            assert!(error.contains("CA:FALSE") && !error.contains("ca_file"), "{error}");
        }
    }
}
