//! Writing so that a power cut or a kill leaves either the old or the new, and tests that can stop it anywhere.

use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::Path;
#[cfg(feature = "parquet")]
use std::path::PathBuf;

use crate::ExportError;

type Result<T> = core::result::Result<T, ExportError>;

/// Every write passes here: a test may let the disk fail at any of them.
#[cfg_attr(not(test), expect(clippy::unnecessary_wraps, reason = "it fails in tests"))]
pub(crate) fn step(path: &Path) -> Result<()> {
    #[cfg(test)]
    crate::tests::fail_point().map_err(ExportError::file(path))?;
    let _ = path;
    Ok(())
}

/// Whether two readings are of the same file. Systems that cannot tell say so of all.
pub(crate) fn is_same_file(a: &Metadata, b: &Metadata) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        a.dev() == b.dev() && a.ino() == b.ino()
    }
    #[cfg(not(unix))]
    {
        let _ = (a, b);
        true
    }
}

/// Whether there is a link at the path, but no file at its end.
pub(crate) fn is_link_to_nothing(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|link| link.is_symlink()) && !path.exists()
}

/// The directory a file is in.
pub(crate) fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// Makes the names in a directory durable, where the system can do that.
fn sync_directory(directory: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(directory)?.sync_all() } else { Ok(()) }
}

/// Makes the name of a new file durable.
pub(crate) fn sync_names(path: &Path) -> Result<()> {
    sync_directory(parent(path)).map_err(ExportError::file(path))
}

/// Moves a complete file to its place.
pub(crate) fn publish(from: &Path, to: &Path) -> Result<()> {
    step(to)?;
    let moved = fs::create_dir_all(parent(to))
        .and_then(|()| fs::rename(from, to))
        .and_then(|()| sync_directory(parent(to)));
    moved.map_err(ExportError::file(to))
}

/// Replaces a file by another content, all or nothing.
pub(crate) fn replace(path: &Path, content: &[u8]) -> Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".tmp");
    let temporary = path.with_file_name(name);
    let write = || -> io::Result<()> {
        let mut file = File::create(&temporary)?;
        file.write_all(content)?;
        file.sync_all()
    };
    step(&temporary)?;
    write().map_err(ExportError::file(&temporary))?;
    publish(&temporary, path)
}

/// Removes a file or a directory with all that is in it, if it is there.
#[cfg(feature = "parquet")]
pub(crate) fn remove(path: &Path) -> Result<()> {
    step(path)?;
    let removed = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    match removed {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(ExportError::file(path)(error)),
        _ => Ok(()),
    }
}

/// The entries of a directory; none if it is not there.
#[cfg(feature = "parquet")]
pub(crate) fn list(directory: &Path) -> Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(directory) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(ExportError::file(directory))?,
    };
    let paths = entries.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<_>>();
    paths.map_err(ExportError::file(directory))
}
