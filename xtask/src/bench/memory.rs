//! The largest memory of a process.

use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::Outcome;

/// The database's page cache in KiB, `CACHE_KIB` of the store: it may be full in one process and
/// empty in the other.
pub(super) const CACHE_KIB: u64 = 64_000;

/// What a peak holds besides what an idle process holds and the cache, in KiB.
pub(super) fn above_idle_and_cache(idle: u64, peak: u64) -> u64 {
    peak.saturating_sub(idle + CACHE_KIB)
}

/// Peak of resident memory in KiB while `command` ran; none where the system does not tell.
pub(super) fn peak_of(command: &mut Command, name: &str) -> Outcome<Option<u64>> {
    let fault = |error: std::io::Error| format!("{name}: {error}");
    let mut child = command.stdout(Stdio::null()).spawn().map_err(fault)?;
    let status = format!("/proc/{}/status", child.id());
    let mut peak = None;
    let ended = loop {
        // The mark only rises: what is read last before the end is the peak but for a moment.
        peak = fs::read_to_string(&status).ok().and_then(|text| high_water(&text)).max(peak);
        if let Some(ended) = child.try_wait().map_err(fault)? {
            break ended;
        }
        thread::sleep(Duration::from_millis(1));
    };
    if ended.success() { Ok(peak) } else { Err(format!("{name}: {ended}")) }
}

/// `VmHWM` of a process's status, in KiB.
fn high_water(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_is_read_in_kib() {
        assert_eq!(high_water("Name:\tx\nVmPeak:\t  9 kB\nVmHWM:\t    5812 kB\n"), Some(5812));
        assert_eq!(high_water("Name:\tx\n"), None);
    }

    #[test]
    fn idle_and_cache_are_taken_off() {
        assert_eq!(above_idle_and_cache(10_000, 80_000), 6_000);
        assert_eq!(above_idle_and_cache(10_000, 20_000), 0);
    }
}
