//! Where the calls of a window go.

use mor_endpoints::call::Cdr;

use crate::ExportError;
use crate::state::Written;

/// An output that takes windows complete or not at all.
///
/// A window is written aside. [`prepare`](Self::prepare) makes it durable there, [`publish`](Self::publish) adds it to
/// the output, and once the state file records it, it counts. A run that finds more in the output than is recorded
/// compares it with what was written aside: so its own remains and a user's additions are never confused.
pub(crate) trait Sink: Send {
    /// Starts the window with this start, in Unix seconds.
    fn begin(&mut self, window: i64) -> Result<(), ExportError>;

    fn write(&mut self, call: &Cdr) -> Result<(), ExportError>;

    /// Makes the window durable, outside the output. Returns whether `written` has changed and must be saved before
    /// [`publish`](Self::publish) is called.
    fn prepare(&mut self, written: &mut Written) -> Result<bool, ExportError>;

    /// Adds the window to the output and records it in `written`.
    fn publish(&mut self, written: &mut Written) -> Result<(), ExportError>;

    /// Discards the calls of a window that was begun.
    fn rewind(&mut self) -> Result<(), ExportError>;

    /// The last window is recorded: nothing that was written aside is required any more.
    fn close(&mut self);
}
