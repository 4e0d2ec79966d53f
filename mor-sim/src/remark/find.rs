//! Finds the remarks on a request.

use super::{Remark, params};
use crate::{
    hash::{self, Signed},
    http::Request,
    redact::{HIDDEN, Scrubber, has_hash},
    state::ServerState,
};

/// Remarks on one request; a client may send thousands of unknown parameters.
const MOST: usize = 40;

/// Characters of a name or value that are shown.
const LONGEST: usize = 200;

/// Everything that is odd about a request.
pub(crate) fn find(request: &Request, state: &ServerState) -> Vec<Remark> {
    let subject = Subject { request, state, scrubber: Scrubber::new(&state.accounts) };
    let mut remarks = subject.transport();
    remarks.extend(subject.function());
    remarks.extend(params::find(&subject));
    remarks.truncate(MOST);
    remarks
}

/// The request, and what may be shown of it.
pub(super) struct Subject<'a> {
    pub(super) request: &'a Request,
    pub(super) state: &'a ServerState,
    scrubber: Scrubber<'a>,
}

impl Subject<'_> {
    /// A name of the client's choice, without secrets.
    pub(super) fn shown(&self, name: &str) -> String {
        if self.scrubber.leaks(name) || has_hash(name) { HIDDEN.to_owned() } else { printable(name) }
    }

    /// The value of a parameter, without secrets.
    pub(super) fn value(&self, name: &str, value: &str) -> String {
        printable(&self.scrubber.value(&self.request.function, name, value))
    }

    /// Method, path and body.
    fn transport(&self) -> Vec<Remark> {
        let Request { method, raw, wire, .. } = self.request;
        let mut remarks = Vec::new();
        if !matches!(method.as_str(), "GET" | "HEAD" | "POST") {
            remarks.push(Remark::Method(self.shown(method)));
        }
        if raw.path.contains("//") {
            remarks.push(Remark::DoubledSlash);
        }
        if let Some(kind) = &wire.not_read {
            remarks.push(Remark::BodyNotRead(self.shown(kind)));
        }
        let mut names = raw.query.iter().chain(&raw.form).map(|(name, _)| name);
        if names.any(|name| name.starts_with("amp;")) {
            remarks.push(Remark::Entities);
        }
        remarks
    }

    /// The function that the path, or the parameter `action`, names.
    fn function(&self) -> Vec<Remark> {
        let Request { function, raw, .. } = self.request;
        if function.is_empty() {
            let is_root = raw.path.trim_end_matches('/').ends_with("/api");
            let action = raw.param("action").filter(|_| is_root);
            return action.map(|action| Remark::ActionForm(self.shown(&action))).into_iter().collect();
        }
        if self.state.functions.find(function).is_some() {
            return Vec::new();
        }
        let unknown = Remark::UnknownFunction {
            name: self.shown(function),
            similar: self.state.functions.similar(function),
        };
        std::iter::once(unknown).chain(self.hash()).collect()
    }

    /// How the hash for an unknown function was made: servers have functions that are not in the catalog.
    fn hash(&self) -> Option<Remark> {
        let params = self.request.raw.params();
        let accounts = &self.state.accounts;
        let caller = accounts.find(params.get("u")?)?;
        let keys = accounts.keys(caller, &self.state.settings);
        let other_secrets = accounts.secrets_but(&keys);
        let signed = Signed { function: None, params: &params, keys, other_secrets };
        hash::guess(&signed).map(Remark::HashOf)
    }
}

/// A text of the client without control characters; quotes and backslashes stay as they are.
fn printable(text: &str) -> String {
    let escaped = |c: char| {
        let is_plain = matches!(c, '\'' | '"' | '\\');
        if is_plain { c.to_string() } else { c.escape_debug().to_string() }
    };
    text.chars().take(LONGEST).map(escaped).collect()
}
