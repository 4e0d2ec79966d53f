//! One export at a time for each output.

use std::fs::File;
use std::path::Path;

use crate::ExportError;

/// Locks an output until `file` is closed, which the end of the process does too, however it ends. A file system
/// without locks is not an error: then the state file alone shows that another export is at work.
pub(crate) fn exclusive(file: &File, path: &Path) -> Result<(), ExportError> {
    #[cfg(unix)]
    {
        use rustix::fs::{FlockOperation, flock};
        use rustix::io::Errno;
        if let Err(Errno::AGAIN) = flock(file, FlockOperation::NonBlockingLockExclusive) {
            return Err(ExportError::busy(path));
        }
    }
    let _ = (file, path);
    Ok(())
}
