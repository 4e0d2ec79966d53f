//! Documents that are written from the declarations, and compared with them.

use std::fs;
use std::path::{Path, PathBuf};

/// A file of the project.
pub fn path(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(file)
}

/// Fails if a file has another content; with `UPDATE_DOCS` it is written instead.
#[track_caller]
pub fn assert_is(file: &str, content: &str) {
    let path = path(file);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        return fs::write(&path, content).unwrap();
    }
    let old = fs::read_to_string(&path).unwrap_or_default();
    assert!(old == content, "{file} is stale: UPDATE_DOCS=1 cargo test -p mor-tests conformance writes it");
}
