//! Why an export stopped, as an exit code and advice.

use mor_endpoints::call::UserCallsGet;
use mor_export::ExportError;

use crate::api;
use crate::exit::{self, Exit, Failure};

/// What to do about an export that stopped.
pub(super) const RESUME: &str = "the same command continues after the last complete window";

pub(super) fn of(error: ExportError) -> Failure {
    match error {
        ExportError::Call { window, attempts, source } => {
            let mut failure = api::call_failure::<UserCallsGet>(&source);
            let times = if attempts == 1 { String::new() } else { format!(", tried {attempts} times") };
            failure.message = format!("the calls from {window} on{times}: {}", failure.message);
            failure.hint(RESUME)
        }
        ExportError::Value { .. } => Failure::new(Exit::Answer, exit::chain(&error)),
        ExportError::Settings(_) => Failure::usage(exit::chain(&error)),
        ExportError::Changed { .. } => Failure::usage(exit::chain(&error)).hint(
            "nothing was changed or asked of the server: undo the change, or export to another --output",
        ),
        ExportError::State { .. } => Failure::usage(exit::chain(&error))
            .hint("another export needs another --output, and another --state if one is given"),
        _ => Failure::usage(exit::chain(&error)).hint(RESUME),
    }
}
