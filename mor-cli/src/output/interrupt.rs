//! An interrupted command leaves no half of a file behind.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::exit::Exit;

/// The file that is being written.
static UNFINISHED: Mutex<Option<PathBuf>> = Mutex::new(None);

/// Removes the file and ends the process with Ctrl-C, until [`finished`].
pub(super) fn remove_when_interrupted(path: &Path) {
    let previous = set(Some(path.to_owned()));
    if previous.is_none() {
        // Without a thread or a handler, Ctrl-C ends the process as ever, and the file stays.
        let _ = std::thread::Builder::new().name("interrupt".to_owned()).spawn(watch);
    }
}

/// The file is where it belongs.
pub(super) fn finished() {
    set(None);
}

fn set(path: Option<PathBuf>) -> Option<PathBuf> {
    std::mem::replace(&mut *UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner), path)
}

fn watch() {
    let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return };
    if runtime.block_on(tokio::signal::ctrl_c()).is_ok() {
        if let Some(path) = set(None) {
            let _ = std::fs::remove_file(path);
        }
        std::process::exit(i32::from(Exit::Interrupted.code()));
    }
}
