//! Long jobs: how far they have come, and the wish to stop them.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde::Serialize;

/// Shortest time between two reports: twenty a second is as much as an eye follows.
const BETWEEN_REPORTS: Duration = Duration::from_millis(50);

/// How far the job `id` has come, in the job's own units. No total while it is unknown; the rows
/// where a file is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Progress {
    id: String,
    done: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    total: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rows: Option<u64>,
}

/// The jobs that run or wait for their turn, by the id that the screen gave them.
#[derive(Default)]
pub(crate) struct Jobs(Mutex<HashMap<String, Arc<AtomicBool>>>);

impl Jobs {
    /// Notes the job `id`, so that it can be cancelled from now on.
    pub(crate) fn start(&self, id: String) -> Job {
        let cancelled = Arc::new(AtomicBool::new(false));
        self.lock().insert(id.clone(), Arc::clone(&cancelled));
        Job { id, cancelled }
    }

    /// Asks the job `id` to stop. One that has ended meanwhile is no fault.
    pub(crate) fn cancel(&self, id: &str) {
        if let Some(cancelled) = self.lock().get(id) {
            cancelled.store(true, Ordering::Relaxed);
        }
    }

    /// Forgets the job `id`.
    pub(crate) fn end(&self, id: &str) {
        self.lock().remove(id);
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<String, Arc<AtomicBool>>> {
        // A map of flags cannot be left half-changed.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One job that can be cancelled.
#[derive(Clone)]
pub(crate) struct Job {
    id: String,
    cancelled: Arc<AtomicBool>,
}

/// Passes on how far a job has come, at most twenty times a second, and answers whether to go on.
pub(crate) struct Follower<Emit> {
    job: Option<Job>,
    emit: Emit,
    reported: Mutex<Option<Instant>>,
}

impl<Emit: Fn(Progress)> Follower<Emit> {
    /// Follows `job`; a call without one is neither reported nor cancelled.
    pub(crate) fn new(job: Option<Job>, emit: Emit) -> Follower<Emit> {
        Follower { job, emit, reported: Mutex::new(None) }
    }

    /// Whether a report is due at `now`; the last one always is.
    fn is_due(&self, now: Instant, last: bool) -> bool {
        let mut reported = self.reported.lock().unwrap_or_else(PoisonError::into_inner);
        let due =
            last || reported.is_none_or(|before| now.duration_since(before) >= BETWEEN_REPORTS);
        if due {
            *reported = Some(now);
        }
        due
    }

    /// Tells how far the job has come, if that is due, and whether it is to go on.
    fn tell(&self, done: u64, total: u64, rows: Option<u64>) -> bool {
        let Some(job) = &self.job else { return true };
        if self.is_due(Instant::now(), total > 0 && done >= total) {
            let total = (total > 0).then_some(total);
            (self.emit)(Progress { id: job.id.clone(), done, total, rows });
        }
        !job.cancelled.load(Ordering::Relaxed)
    }
}

impl<Emit: Fn(Progress)> api::Watch for Follower<Emit> {
    fn at(&self, done: u64, total: u64) -> bool {
        self.tell(done, total, None)
    }

    fn at_row(&self, done: u64, total: u64, rows: u64) -> bool {
        self.tell(done, total, Some(rows))
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use api::Watch as _;

    use super::*;

    #[test]
    fn reports_are_few_and_the_last_one_is_never_lost() {
        let seen = RefCell::new(Vec::new());
        let jobs = Jobs::default();
        let follower = Follower::new(Some(jobs.start("import".to_owned())), |progress| {
            seen.borrow_mut().push(progress);
        });
        for done in 0..=100_000 {
            assert!(follower.at(done, 100_000));
        }
        let seen = seen.into_inner();
        assert_eq!(seen.first().unwrap().done, 0);
        assert_eq!(seen.last().unwrap().done, 100_000);
        // A hundred thousand steps take far less than the five seconds that a hundred reports need.
        assert!(seen.len() < 100, "{} reports", seen.len());
    }

    #[test]
    fn reports_keep_their_distance() {
        let follower = Follower::new(None, |_| {});
        let start = Instant::now();
        assert!(follower.is_due(start, false));
        assert!(!follower.is_due(start + Duration::from_millis(49), false));
        assert!(follower.is_due(start + Duration::from_millis(49), true));
        assert!(!follower.is_due(start + Duration::from_millis(98), false));
        assert!(follower.is_due(start + Duration::from_millis(99), false));
    }

    #[test]
    fn a_cancelled_job_stops_and_others_go_on() {
        let jobs = Jobs::default();
        let first = Follower::new(Some(jobs.start("first".to_owned())), |_| {});
        let second = Follower::new(Some(jobs.start("second".to_owned())), |_| {});
        jobs.cancel("first");
        jobs.cancel("never started");
        assert!(!first.at(1, 10));
        assert!(second.at(1, 10));
        jobs.end("second");
        jobs.cancel("second");
        assert!(second.at(2, 10));
    }

    #[test]
    fn rows_are_told_where_a_file_is_read() {
        let seen = RefCell::new(Vec::new());
        let follower = Follower::new(Some(Jobs::default().start("read".to_owned())), |progress| {
            seen.borrow_mut().push(progress);
        });
        assert!(follower.at_row(5_000, 10_000, 40));
        let seen = seen.into_inner();
        assert_eq!(
            serde_json::to_value(&seen[0]).unwrap(),
            serde_json::json!({"id": "read", "done": 5_000, "total": 10_000, "rows": 40})
        );
    }

    #[test]
    fn an_unknown_total_is_left_out() {
        let progress = Progress { id: "a".to_owned(), done: 3, total: None, rows: None };
        assert_eq!(
            serde_json::to_value(progress).unwrap(),
            serde_json::json!({"id": "a", "done": 3})
        );
    }
}
