//! Standard output, written without the indulgence of [`std::io::Stdout`], which takes a write to a closed or read-only
//! stream for a success.

use std::io::{self, Write};

/// Opens it, and makes sure that it can be written as far as that is known before there is anything to write.
#[cfg(unix)]
pub(super) fn open() -> io::Result<Box<dyn Write>> {
    use std::os::fd::AsFd as _;

    let mut output = std::fs::File::from(io::stdout().as_fd().try_clone_to_owned()?);
    // Refused by a stream that was opened for reading, and by some devices, such as /dev/full.
    output.write(&[]).map(drop)?;
    Ok(Box::new(output))
}

#[cfg(not(unix))]
pub(super) fn open() -> io::Result<Box<dyn Write>> {
    Ok(Box::new(io::stdout()))
}

/// Whether it was closed when the process started (`mor ... >&-`).
pub(super) fn is_closed() -> bool {
    was_closed(1)
}

/// Whether standard error was closed when the process started.
pub(super) fn is_error_closed() -> bool {
    was_closed(2)
}

/// Whether the runtime has opened `/dev/null` in the place of a stream that was closed: for reading and writing. Few
/// others open it so, and they lose nothing by being taken for it.
fn was_closed(stream: u8) -> bool {
    const READ_AND_WRITE: u32 = 0o2;
    const ACCESS: u32 = 0o3;
    let Ok(place) = std::fs::read_link(format!("/proc/self/fd/{stream}")) else { return false };
    let Ok(info) = std::fs::read_to_string(format!("/proc/self/fdinfo/{stream}")) else { return false };
    let flags = info.lines().find_map(|line| line.strip_prefix("flags:"));
    let flags = flags.and_then(|flags| u32::from_str_radix(flags.trim(), 8).ok());
    place.as_os_str() == "/dev/null" && flags.is_some_and(|flags| flags & ACCESS == READ_AND_WRITE)
}
