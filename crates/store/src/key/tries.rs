//! How often somebody has tried a wrong password, and how long the next try waits.
//!
//! Beside the database lies a small file with a counter for each of 256 buckets. A name falls into one by
//! its salted hash, whether there is a user of that name or not, so that names cannot be told from how long
//! they wait. A try is counted before it is made and taken back when it was right: a killed program has
//! counted. Whoever can delete the file can copy the key file too; against that stands Argon2id alone.

use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use crate::{Result, StoreError, open_for_owner};

/// Wrong tries that cost nothing.
const FREE: u32 = 3;
/// The longest wait, in seconds.
const LONGEST: i64 = 900;
/// A counter: how many wrong tries, and the second (Unix time) of the last one.
const COUNTER: usize = 12;

/// Where the counters lie.
#[must_use]
pub fn tries_file(database: &Path) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(".tries");
    PathBuf::from(name)
}

/// Seconds to wait after so many wrong tries.
pub(super) fn wait_after(wrong: u32) -> i64 {
    match wrong.checked_sub(FREE) {
        None => 0,
        Some(more) => 1_i64.checked_shl(more.min(32)).unwrap_or(LONGEST).min(LONGEST),
    }
}

/// A try that is counted; others wait until it is dropped.
pub(super) struct Try {
    file: File,
    place: u64,
}

impl Try {
    /// Counts a try of a name of that bucket at `now`, in seconds of Unix time.
    ///
    /// # Errors
    /// [`StoreError::TooManyTries`] where the name has to wait.
    pub(super) fn begin(database: &Path, bucket: u8, now: i64) -> Result<Try> {
        let mut options = File::options();
        options.read(true).write(true).create(true).truncate(false);
        let file = open_for_owner(&mut options, &tries_file(database))?;
        // Guesses beside each other would all find the counter as it was.
        file.lock()?;
        let mut one = Try { file, place: u64::from(bucket) * COUNTER as u64 };
        let (wrong, last) = one.read()?;
        let wait = wait_after(wrong);
        // A clock that was set back counts from where it is now.
        let left = if now < last { wait } else { last.saturating_add(wait) - now };
        if left > 0 {
            if now < last {
                one.write(wrong, now)?;
            }
            return Err(StoreError::TooManyTries { seconds: left });
        }
        one.write(wrong.saturating_add(1), now)?;
        Ok(one)
    }

    /// The try was right: the counter begins anew.
    pub(super) fn was_right(mut self) -> Result<()> {
        self.write(0, 0)
    }

    fn read(&mut self) -> Result<(u32, i64)> {
        self.file.seek(SeekFrom::Start(self.place))?;
        let mut bytes = Vec::with_capacity(COUNTER);
        (&self.file).take(COUNTER as u64).read_to_end(&mut bytes)?;
        bytes.resize(COUNTER, 0);
        let (wrong, last) = bytes.split_at(4);
        let wrong = wrong.try_into().map(u32::from_be_bytes).unwrap_or_default();
        Ok((wrong, last.try_into().map(i64::from_be_bytes).unwrap_or_default()))
    }

    fn write(&mut self, wrong: u32, last: i64) -> Result<()> {
        let mut bytes = wrong.to_be_bytes().to_vec();
        bytes.extend(last.to_be_bytes());
        self.file.seek(SeekFrom::Start(self.place))?;
        self.file.write_all(&bytes)?;
        Ok(self.file.sync_data()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(database: &Path, bucket: u8, now: i64) -> Option<i64> {
        match Try::begin(database, bucket, now) {
            Ok(_) => None,
            Err(StoreError::TooManyTries { seconds }) => Some(seconds),
            Err(error) => panic!("{error}"),
        }
    }

    /// Every try waits as long as it is told to, the program starting anew each time.
    #[test]
    fn ten_thousand_guesses_take_what_they_should() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("a.db");
        let mut now = 1_000_000;
        for _ in 0..10_000 {
            if let Some(seconds) = refused(&database, 7, now) {
                now += seconds;
                assert_eq!(refused(&database, 7, now), None);
            }
        }
        // 1 + 2 + 4 + … + 512 seconds, then a quarter of an hour for each.
        assert_eq!(now - 1_000_000, 1023 + (10_000 - 3 - 10) * LONGEST);
        assert_eq!(refused(&database, 8, now), None, "another name does not wait");
    }

    #[test]
    fn a_right_password_begins_anew_and_a_clock_set_back_gives_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("a.db");
        for _ in 0..6 {
            let _ = Try::begin(&database, 7, 500);
        }
        assert_eq!(refused(&database, 7, 500), Some(1));
        assert_eq!(refused(&database, 7, 100), Some(1));
        assert_eq!(refused(&database, 7, 101), None);
        assert_eq!(refused(&database, 7, 102), Some(1));
        Try::begin(&database, 7, 103).unwrap().was_right().unwrap();
        for _ in 0..3 {
            assert_eq!(refused(&database, 7, 103), None);
        }
        assert_eq!(refused(&database, 7, 103), Some(1));
    }

    #[test]
    fn waits_grow_to_a_quarter_of_an_hour() {
        let waits: Vec<i64> = (0..16).map(wait_after).collect();
        assert_eq!(waits, [0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
        assert_eq!(wait_after(u32::MAX), LONGEST);
    }
}
