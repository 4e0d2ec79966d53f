//! The memory of this process, as Linux counts it.

use std::fs;

use crate::Result;

/// The most memory the process ever had, in bytes (`VmHWM`).
pub fn peak() -> Result<u64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line =
        status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("no VmHWM in /proc/self/status")?;
    let kib: u64 = line.trim().trim_end_matches("kB").trim().parse()?;
    Ok(kib << 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_peak_grows_with_what_is_held() {
        let before = peak().unwrap();
        let held = core::hint::black_box(vec![1_u8; 64 << 20]);
        assert!(peak().unwrap() >= before.max(held.len() as u64), "{before}");
    }
}
