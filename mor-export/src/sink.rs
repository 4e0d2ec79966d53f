//! Where the calls of a window go.

use mor_endpoints::call::Call;

use crate::ExportError;

/// An output that takes windows whole or not at all.
///
/// After [`finish`](Self::finish) the calls are durable, and once the state file says so they count. Until then
/// [`rewind`](Self::rewind), or opening the output anew, takes them back.
pub(crate) trait Sink: Send {
    /// Starts the window with this start, in Unix seconds.
    fn begin(&mut self, window: i64) -> Result<(), ExportError>;

    fn write(&mut self, call: &Call) -> Result<(), ExportError>;

    /// Makes the window durable; returns how many bytes of the output now count.
    fn finish(&mut self) -> Result<u64, ExportError>;

    /// Takes back everything since the last window that was committed.
    fn rewind(&mut self, committed: u64) -> Result<(), ExportError>;
}
