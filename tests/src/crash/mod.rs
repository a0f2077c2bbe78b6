//! Killing the headless host at random moments: nothing half done, nothing lost that was told.
//!
//! Month after month the host takes a list in, matches, distributes, books and exports it; the finance system
//! refuses the order, which is made anew and gets its numbers. Each
//! process may be killed at any moment of its life, and then does the same step again with the same
//! id, until it has told that it is done. Then it makes a backup and reads it into a new file: kills
//! leave nothing under their names, or whole files. After every kill the database is looked at by the host's
//! own `check` and by the rules in [`rules`]; everything ever told must still be there.
//!
//! A killed process is not a power failure: what the operating system has taken in is kept.

mod rules;
mod work;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::Value;

pub use work::Step;
use work::{Host, Month, Told};

/// What the kills have shown.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Processes killed, by step.
    pub kills: BTreeMap<Step, u64>,
    /// Steps that told they were done.
    pub told: u64,
    /// Rules that a database broke after a kill, each with the number of the kill.
    pub inconsistent: Vec<String>,
    /// Told steps that were not there after a kill, each with the number of the kill.
    pub lost: Vec<String>,
    /// Unfinished files, under names of their own, that kills left beside exported ones.
    pub unfinished_files: u64,
}

impl Report {
    /// How many processes were killed.
    #[must_use]
    pub fn killed(&self) -> u64 {
        self.kills.values().sum()
    }

    /// Whether nothing was inconsistent or lost.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.inconsistent.is_empty() && self.lost.is_empty()
    }
}

/// How hard to try.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// Processes to kill.
    pub kills: u64,
    /// What the moments are drawn from, and the sample.
    pub seed: u64,
    /// Rows of each month's list.
    pub rows: u64,
}

/// How far beyond its usual length a step may live before it is killed, in tenths: long enough that
/// now and then it gets done.
const REACH: u64 = 12;
/// On a fast machine every other step gets done in spite of the kill, and a month has fourteen.
const KILLS_A_MONTH: u64 = 3;

/// Kills `host`, the program `atersok-cli`, as planned. Work is done in a folder of its own.
///
/// # Panics
/// When the host cannot be run, or answers a step with anything but done.
#[must_use]
pub fn run(host: &Path, plan: Plan, mut heard: impl FnMut(&Report)) -> Report {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let months = u32::try_from(2 + plan.kills / KILLS_A_MONTH).unwrap_or(u32::MAX);
    let host = Host::prepare(host, folder.path(), plan.rows, months, plan.seed);
    let mut run = Run {
        host,
        random: Random(plan.seed),
        usual: BTreeMap::new(),
        told: Vec::new(),
        whole: BTreeSet::new(),
        report: Report::default(),
    };
    for month in run.host.months() {
        for step in Step::ALL {
            while !run.attempt(&month, step) {
                run.look();
                heard(&run.report);
                if run.report.killed() >= plan.kills {
                    return run.report;
                }
            }
        }
    }
    run.report
}

struct Run {
    host: Host,
    random: Random,
    /// How long a step takes that is not disturbed.
    usual: BTreeMap<Step, Duration>,
    told: Vec<Told>,
    /// Backups that were looked through already: they do not change.
    whole: BTreeSet<PathBuf>,
    report: Report,
}

impl Run {
    /// Lets a process do a step; false when it was killed before it told that it was done.
    fn attempt(&mut self, month: &Month, step: Step) -> bool {
        let deadline = self.usual.get(&step).map(|usual| {
            let most = u64::try_from(usual.as_micros()).unwrap_or(u64::MAX) * REACH / 10;
            Duration::from_micros(self.random.below(most))
        });
        let started = Instant::now();
        let Some(answer) = self.host.work(month, step, deadline) else {
            *self.report.kills.entry(step).or_default() += 1;
            // A busy machine or a larger database takes longer than last time: the step must get
            // done at some time, or every kill would fall on it.
            self.usual.entry(step).and_modify(|usual| *usual += *usual / 20);
            return false;
        };
        self.usual.insert(step, started.elapsed());
        if matches!(step, Step::Backup | Step::Restore) {
            let broken = self.look_at_files();
            let told = self.report.told;
            self.report
                .inconsistent
                .extend(broken.iter().map(|rule| format!("told step {told}: {rule}")));
        }
        self.remember(month, step, &answer);
        true
    }

    fn remember(&mut self, month: &Month, step: Step, answer: &Value) {
        self.told.push(self.host.told(month, step, answer));
        self.report.told += 1;
    }

    /// Looks through every backup that is new, and the database that one was read into; that makes
    /// place for the next.
    fn look_at_files(&mut self) -> Vec<String> {
        let mut wrong = Vec::new();
        for backup in self.host.backups_there() {
            if !self.whole.contains(&backup) {
                wrong.extend(self.host.wrong_with(&backup));
                self.whole.insert(backup);
            }
        }
        let restored = self.host.restored();
        if restored.exists() {
            wrong.extend(self.host.wrong_with(&restored));
            for ending in ["", "-wal", "-shm"] {
                let mut name = restored.clone().into_os_string();
                name.push(ending);
                let _ = std::fs::remove_file(name);
            }
        }
        wrong
    }

    /// Looks at everything after a kill.
    fn look(&mut self) {
        let number = self.report.killed();
        let mut broken = self.host.check();
        let database = rules::open(&self.host.database());
        broken.extend(rules::broken(&database));
        broken.extend(rules::broken_files(&database, &self.host.exported()));
        broken.extend(self.look_at_files());
        self.report.inconsistent.extend(broken.iter().map(|rule| format!("kill {number}: {rule}")));
        let lost = self.told.iter().filter(|told| !told.stands(&self.host, &database));
        self.report.lost.extend(lost.map(|told| format!("kill {number}: {told:?}")));
        self.report.unfinished_files = self.host.unfinished_files();
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the moments come again with their seed.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % limit.max(1)
    }
}
