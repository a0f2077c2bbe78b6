//! The steps of a month, each done by a process of the headless host.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::Connection;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::KEY;

/// The business date of all steps.
const TODAY: &str = "2026-11-02";

/// How many backups are kept.
const KEPT: u32 = 3;

/// A step of the main job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Read a list in, park what is faulty, take it in.
    Import,
    /// Find the persons.
    Match,
    /// Share between the boards.
    Distribute,
    /// Take that back.
    TakeBack,
    /// Share once more.
    DistributeAgain,
    /// Make the booking order.
    Book,
    /// Attest it and hand it over as a file.
    Export,
    /// Correct what was shared to a board that was not the person's.
    Correct,
    /// The finance system refuses it: withdraw it with its words.
    Reject,
    /// Make the order anew.
    BookAgain,
    /// Hand the new one over.
    ExportAgain,
    /// Bring the numbers of its vouchers in.
    Number,
    /// Make a backup.
    Backup,
    /// Read the newest backup into a new file.
    Restore,
}

impl Step {
    /// Every step, in order.
    pub const ALL: [Step; 14] = [
        Step::Import,
        Step::Match,
        Step::Distribute,
        Step::TakeBack,
        Step::DistributeAgain,
        Step::Book,
        Step::Export,
        Step::Reject,
        Step::BookAgain,
        Step::ExportAgain,
        Step::Number,
        Step::Correct,
        Step::Backup,
        Step::Restore,
    ];
}

/// A month of the sample, with the ids that its steps are done under.
#[derive(Clone, Debug)]
pub(super) struct Month {
    month: String,
    file: PathBuf,
    /// What the bank credited, in öre.
    bank: String,
    list: String,
    first: String,
    back: String,
    distribution: String,
    correction: String,
    order: String,
    target: PathBuf,
    /// The order that is made anew, and its files.
    again: String,
    target_again: PathBuf,
    numbers: PathBuf,
}

/// The host with its database.
pub(super) struct Host {
    program: PathBuf,
    folder: PathBuf,
    months: Vec<Month>,
}

/// What a step told when it was done.
#[derive(Clone, Debug)]
pub(super) enum Told {
    TakenIn { list: String, rows: i64, net: i64 },
    Matched { list: String, matched: i64, suspense: i64 },
    Distributed { distribution: String, incoming: i64, outgoing: i64, suspense: i64 },
    TakenBack { back: String, freed: i64 },
    Corrected { correction: String, rows: i64 },
    Booked { order: String, debit: i64, postings: i64 },
    Exported { order: String, sha256: String, target: PathBuf },
    Rejected { order: String },
    Numbered { order: String },
    BackedUp { events: i64 },
    Restored,
}

impl Host {
    /// Writes a sample, makes a database and brings the register in.
    pub(super) fn prepare(
        program: &Path,
        folder: &Path,
        rows: u64,
        months: u32,
        seed: u64,
    ) -> Host {
        let mut host =
            Host { program: program.to_owned(), folder: folder.to_owned(), months: Vec::new() };
        let sample = folder.join("sample");
        let (rows, months, seed) = (rows.to_string(), months.to_string(), seed.to_string());
        let order = ["--persons", &rows, "--months", &months, "--seed", &seed, "--anomalies", "9"];
        let place = sample.display().to_string();
        host.ask(&[&["sample", "--out", &place], &order[..]].concat());
        host.ask(&["init", "--municipality", "Exempelstads kommun", "--orgnr", "219999-9992"]);
        let register = sample.join("register.csv").display().to_string();
        host.ask(&["register", "import", &register]);
        host.set_place_for_backups();
        let key = fs::read(sample.join("facit.json")).expect("the answer key");
        let key: Value = serde_json::from_slice(&key).expect("the answer key is JSON");
        for list in key["lists"].as_array().expect("lists") {
            let month = crate::text(&list["month"]);
            host.months.push(Month {
                file: sample.join(crate::text(&list["file"])),
                bank: list["clean_net_ore"].to_string(),
                list: api::new_id(),
                first: api::new_id(),
                back: api::new_id(),
                distribution: api::new_id(),
                correction: api::new_id(),
                order: api::new_id(),
                target: folder.join(format!("order-{month}.si")),
                again: api::new_id(),
                target_again: folder.join(format!("ny-order-{month}.si")),
                numbers: folder.join(format!("nummer-{month}.csv")),
                month,
            });
        }
        host
    }

    /// So few are kept that older ones are let go while processes are killed.
    fn set_place_for_backups(&self) {
        fs::create_dir(self.backups()).expect("a folder for backups");
        let document = self.folder.join("settings.json");
        let path = document.display().to_string();
        self.ask(&["settings", "export", &path]);
        let text = fs::read(&document).expect("the settings");
        let mut settings: Value = serde_json::from_slice(&text).expect("the settings are JSON");
        settings["backup"]["folder"] = serde_json::json!(self.backups());
        settings["backup"]["keep"] = serde_json::json!(KEPT);
        fs::write(&document, settings.to_string()).expect("the settings can be written");
        self.ask(&["settings", "import", &path]);
    }

    /// Where backups lie.
    pub(super) fn backups(&self) -> PathBuf {
        self.folder.join("backups")
    }

    /// Where the newest backup is read in.
    pub(super) fn restored(&self) -> PathBuf {
        self.folder.join("restored.db")
    }

    /// What commands find wrong with a file: with a backup, or with a database.
    pub(super) fn wrong_with(&self, file: &Path) -> Vec<String> {
        let place = file.display().to_string();
        let is_backup = file.starts_with(self.backups());
        let mut command = Command::new(&self.program);
        match is_backup {
            true => command.args(["--json", "backup", "verify", &place]),
            false => command.args(["--json", "--db", &place, "check"]),
        };
        let output = command.env("ATERSOK_KEY", KEY).stdin(Stdio::null()).output();
        let output = output.expect("the host runs");
        let answer: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
        let whole = output.status.success() && answer["outcome"] == "done";
        if whole { Vec::new() } else { vec![format!("{place}: {answer}")] }
    }

    pub(super) fn months(&self) -> Vec<Month> {
        self.months.clone()
    }

    pub(super) fn database(&self) -> PathBuf {
        self.folder.join("crash.db")
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command.arg("--db").arg(self.database()).args(["--json", "--today", TODAY]);
        command.args(words).env("ATERSOK_KEY", KEY).stdin(Stdio::null());
        command
    }

    /// Moves somebody whose board has shared the month to another one, back in time.
    fn move_somebody(&self, month: &Month) {
        let wrong = self.ask_anyhow(&["distribution", "wrong"]);
        let rows = wrong["rows"].as_array().expect("rows");
        if rows.iter().any(|row| row["month"] == month.month.as_str()) {
            return;
        }
        let persons: Vec<(String, String)> = {
            let database = super::rules::open(&self.database());
            let mut found = database
                .prepare(
                    "SELECT DISTINCT p.register_id, e.cost_centre FROM standing_share e
                     JOIN distribution d ON d.distribution_no = e.origin_no
                     JOIN person p ON p.person_no = e.person_no
                     WHERE d.id = ?1 AND e.explanation LIKE '%\"persons_board\":true%'
                     ORDER BY 1",
                )
                .expect("a query of the tables");
            found
                .query_map([&month.distribution], |row| Ok((row.get(0)?, row.get(1)?)))
                .and_then(Iterator::collect)
                .expect("a query of the tables")
        };
        let moved = persons.iter().any(|(person, board)| {
            let other = if board == "7120" { "7110" } else { "7120" };
            let words = ["person", "board", "--person", person, "--cost-centre", other];
            let answer = self.ask_anyhow(&[&words[..], &["--from", "2024-01-01"]].concat());
            answer["error"].is_null()
        });
        assert!(moved, "somebody can be moved: {persons:?}");
    }

    /// Does what may be refused.
    fn ask_anyhow(&self, words: &[&str]) -> Value {
        let output = self.command(words).output().expect("the host runs");
        serde_json::from_slice(&output.stdout).unwrap_or_default()
    }

    /// Does what must succeed.
    fn ask(&self, words: &[&str]) -> Value {
        let output = self.command(words).output().expect("the host runs");
        let answer = serde_json::from_slice(&output.stdout).unwrap_or_default();
        assert!(output.status.success(), "{words:?}: {} {answer}", output.status);
        answer
    }

    /// The command of a step.
    fn words(&self, month: &Month, step: Step) -> Vec<String> {
        let (file, target) = (month.file.display().to_string(), month.target.display().to_string());
        let (again, numbers) =
            (month.target_again.display().to_string(), month.numbers.display().to_string());
        let newest = self.newest_backup().unwrap_or_default().display().to_string();
        let restored = self.restored().display().to_string();
        let words = match step {
            Step::Import => vec![
                "payments",
                "import",
                &file,
                "--id",
                &month.list,
                "--park-faulty",
                "--bank-ore",
                &month.bank,
            ],
            Step::Match => vec!["match", "--list", &month.list],
            Step::Distribute => {
                vec!["distribute", "--month", &month.month, "--id", &month.first]
            }
            Step::TakeBack => vec![
                "distribution",
                "take-back",
                "--distribution",
                &month.first,
                "--id",
                &month.back,
                "--reason",
                "Fel",
            ],
            Step::DistributeAgain => {
                vec!["distribute", "--month", &month.month, "--id", &month.distribution]
            }
            Step::Correct => {
                self.move_somebody(month);
                vec!["distribution", "correct", "--month", &month.month, "--id", &month.correction]
            }
            Step::Book | Step::BookAgain => {
                let id = if step == Step::Book { &month.order } else { &month.again };
                vec![
                    "book",
                    "--distribution",
                    &month.distribution,
                    "--id",
                    id,
                    "--previous-year",
                    "income",
                    // A day that has come, so that the finance system can have booked on it.
                    "--date",
                    TODAY,
                ]
            }
            Step::Reject => {
                vec!["order", "reject", "--order", &month.order, "--reason", "okänt ansvar"]
            }
            Step::Number => vec!["order", "booked", "--file", &numbers],
            Step::ExportAgain => {
                vec!["export", "--order", &month.again, "--format", "sie4i", "--out", &again]
            }
            Step::Backup => vec!["backup", "make"],
            Step::Restore => vec!["restore", &newest, "--into", &restored, "--last-order", "-"],
            Step::Export => {
                vec!["export", "--order", &month.order, "--format", "sie4i", "--out", &target]
            }
        };
        words.into_iter().map(str::to_owned).collect()
    }

    /// Does a step in a process that is killed at its deadline; none when it was.
    pub(super) fn work(
        &self,
        month: &Month,
        step: Step,
        deadline: Option<Duration>,
    ) -> Option<Value> {
        if step == Step::Number {
            self.write_numbers(month);
        }
        let words = self.words(month, step);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        // Not through a pipe: a full one would hold the process up.
        let answer = self.folder.join("answer.json");
        let out = File::create(&answer).expect("the folder can be written");
        let started = Instant::now();
        let mut child =
            self.command(&words).stdout(out).stderr(Stdio::null()).spawn().expect("the host runs");
        let status = loop {
            if let Some(status) = child.try_wait().expect("the host can be waited for") {
                break status;
            }
            if deadline.is_some_and(|deadline| started.elapsed() >= deadline) {
                child.kill().expect("the host can be killed");
                break child.wait().expect("the host can be waited for");
            }
            thread::sleep(Duration::from_micros(200));
        };
        // 1 is done too: something waits for a person, such as payments about nobody known.
        if !matches!(status.code(), Some(0 | 1)) {
            let killed = status.code().is_none() || cfg!(windows);
            assert!(killed && deadline.is_some(), "{words:?}: {status}");
            return None;
        }
        let text = fs::read(&answer).expect("the answer");
        let answer: Value = serde_json::from_slice(&text).expect("the answer is JSON");
        assert!(answer["error"].is_null(), "{words:?}: {answer}");
        Some(answer)
    }

    /// What an answer promises.
    pub(super) fn told(&self, month: &Month, step: Step, answer: &Value) -> Told {
        let ore = |field: &str| crate::ore(&answer[field]);
        let (list, order) = (month.list.clone(), month.order.clone());
        let distributed = |id: &str| Told::Distributed {
            distribution: id.to_owned(),
            incoming: ore("in_ore"),
            outgoing: ore("out_ore"),
            suspense: ore("suspense_ore"),
        };
        match step {
            Step::Import => {
                Told::TakenIn { list, rows: ore("rows") - ore("parked"), net: ore("net_ore") }
            }
            Step::Match => {
                Told::Matched { list, matched: ore("matched"), suspense: ore("suspense") }
            }
            Step::Distribute => distributed(&month.first),
            Step::DistributeAgain => distributed(&month.distribution),
            Step::TakeBack => Told::TakenBack { back: month.back.clone(), freed: ore("freed_ore") },
            Step::Correct => {
                Told::Corrected { correction: month.correction.clone(), rows: ore("rows") }
            }
            Step::Book => {
                Told::Booked { order, debit: ore("debit_ore"), postings: ore("postings") }
            }
            Step::BookAgain => Told::Booked {
                order: month.again.clone(),
                debit: ore("debit_ore"),
                postings: ore("postings"),
            },
            Step::ExportAgain => Told::Exported {
                order: month.again.clone(),
                sha256: crate::text(&answer["sha256"]),
                target: month.target_again.clone(),
            },
            Step::Reject => Told::Rejected { order },
            Step::Number => Told::Numbered { order: month.again.clone() },
            Step::Backup => Told::BackedUp { events: ore("events") },
            Step::Restore => Told::Restored,
            Step::Export => Told::Exported {
                order,
                sha256: crate::text(&answer["sha256"]),
                target: month.target.clone(),
            },
        }
    }

    /// Numbers for the vouchers of a month's new order, as the finance system would list them.
    fn write_numbers(&self, month: &Month) {
        let order = self.ask(&["order", "show", "--order", &month.again]);
        let number = crate::text(&order["brief"]["number"]);
        let day = crate::text(&order["brief"]["voucher_date"]);
        let mut table = "Ordernummer;Verifikation;Verifikationsnummer;Dag;Belopp\r\n".to_owned();
        for voucher in order["vouchers"].as_array().expect("vouchers") {
            let debit = crate::ore(&voucher["debit_ore"]);
            let voucher = &voucher["voucher"];
            let amount = format!("{},{:02}", debit / 100, debit % 100);
            table += &format!("{number};{voucher};{number}/{voucher};{day};{amount}\r\n");
        }
        fs::write(&month.numbers, table).expect("the folder can be written");
    }

    /// The backups that lie there, the oldest first.
    pub(super) fn backups_there(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.backups()).expect("the folder can be read");
        let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
        let mut found: Vec<PathBuf> =
            paths.filter(|path| path.extension().is_some_and(|ending| ending == "db")).collect();
        // Their names hold the moment and the number of events.
        found.sort();
        found
    }

    fn newest_backup(&self) -> Option<PathBuf> {
        self.backups_there().pop()
    }

    /// How many events the newest backup has, by its name.
    pub(super) fn newest_events(&self) -> i64 {
        let newest = self.newest_backup().unwrap_or_default();
        let stem = newest.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        stem.rsplit('-').next().and_then(|events| events.parse().ok()).unwrap_or_default()
    }

    /// What the host's own check finds wrong.
    pub(super) fn check(&self) -> Vec<String> {
        let output = self.command(&["check"]).output().expect("the host runs");
        let answer: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
        let sound = output.status.success() && answer["sound"] == true;
        if sound { Vec::new() } else { vec![format!("check: {} {answer}", output.status)] }
    }

    /// The exported files that are there, with the ids of their orders.
    pub(super) fn exported(&self) -> Vec<(String, PathBuf)> {
        let each = self
            .months
            .iter()
            .flat_map(|month| [(&month.order, &month.target), (&month.again, &month.target_again)]);
        let there = each.filter(|(_, target)| target.exists());
        there.map(|(order, target)| (order.clone(), target.clone())).collect()
    }

    pub(super) fn unfinished_files(&self) -> u64 {
        let entries = [&self.folder, &self.backups()].map(fs::read_dir);
        let entries = entries.into_iter().flat_map(|found| found.expect("the folder can be read"));
        let names = entries.filter_map(|entry| Some(entry.ok()?.file_name()));
        names.filter(|name| name.to_string_lossy().ends_with(".part")).count() as u64
    }
}

impl Told {
    /// Whether the database, and the disk, still say the same.
    pub(super) fn stands(&self, host: &Host, database: &Connection) -> bool {
        let one = |sql: &str, id: &str| -> Vec<i64> {
            let mut statement = database.prepare(sql).expect("a query of the tables");
            let width = statement.column_count();
            let row = statement.query_row([id], |row| (0..width).map(|at| row.get(at)).collect());
            row.unwrap_or_default()
        };
        let in_state = |state: &str, order: &str| {
            let sql = format!(
                "SELECT count(*) FROM order_state WHERE state = '{state}'
                   AND order_no = (SELECT order_no FROM booking_order WHERE id = ?1)"
            );
            one(&sql, order) == [1]
        };
        match self {
            // Older ones may have been let go for newer ones.
            Told::BackedUp { events } => host.newest_events() >= *events,
            // It is looked at, and makes place for the next.
            Told::Restored => true,
            Told::TakenIn { list, rows, net } => {
                one(
                    "SELECT count(*), sum(amount_ore) FROM payment_row JOIN payment_list l USING (list_no)
                     WHERE l.id = ?1 AND l.state = 'committed' AND payment_row.state IN (0, 2, 4)",
                    list,
                ) == [*rows, *net]
            }
            Told::Matched { list, matched, suspense } => {
                one(
                    "SELECT sum(matched), sum(1 - matched) FROM row_match
                     WHERE list_no = (SELECT list_no FROM payment_list WHERE id = ?1)",
                    list,
                ) == [*matched, *suspense]
            }
            Told::Distributed { distribution, incoming, outgoing, suspense } => {
                one(
                    "SELECT in_ore, out_ore, suspense_ore FROM distribution WHERE id = ?1",
                    distribution,
                ) == [*incoming, *outgoing, *suspense]
            }
            Told::TakenBack { back, freed } => {
                one("SELECT suspense_ore FROM distribution WHERE id = ?1", back) == [*freed]
            }
            Told::Corrected { correction, rows } => {
                one(
                    "SELECT (SELECT count(*) FROM distributed_row r
                             WHERE r.distribution_no = d.distribution_no)
                          + (SELECT count(*) FROM suspended_row s
                             WHERE s.distribution_no = d.distribution_no)
                     FROM distribution d WHERE d.id = ?1",
                    correction,
                ) == [*rows]
            }
            Told::Booked { order, debit, postings } => {
                one(
                    "SELECT debit_ore, (SELECT count(*) FROM posting p
                         WHERE p.order_no = booking_order.order_no)
                     FROM booking_order WHERE id = ?1",
                    order,
                ) == [*debit, *postings]
            }
            Told::Rejected { order } => in_state("withdrawn", order),
            Told::Numbered { order } => in_state("booked", order),
            Told::Exported { order, sha256, target } => {
                in_state("handed-over", order)
                    && fs::read(target).is_ok_and(|bytes| digest(&bytes) == *sha256)
            }
        }
    }
}

/// SHA-256 in hexadecimal.
pub(super) fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
