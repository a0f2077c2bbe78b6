//! The jobs, each in a process of its own.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

use super::memory;
use crate::Outcome;
use crate::root::target;
use crate::run::read_from;

/// The key of databases that only measurements see.
pub(super) const KEY: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

/// A register and a list.
pub(super) struct Sample {
    folder: PathBuf,
    name: String,
}

impl Sample {
    fn register(&self) -> PathBuf {
        self.folder.join("register.csv")
    }

    fn list(&self) -> PathBuf {
        self.folder.join("utbetalningslista-2026-10.csv")
    }
}

/// Seconds of matching and what belongs to it.
pub(super) struct Matching {
    pub(super) import: f64,
    pub(super) propose: f64,
    pub(super) whole: f64,
}

/// Seconds of copying a database and what belongs to it.
pub(super) struct Copying {
    pub(super) bytes: u64,
    pub(super) pages: f64,
    pub(super) backup: f64,
    pub(super) restore: f64,
}

/// The programs and a folder for what they make.
pub(super) struct Bench {
    folder: TempDir,
    rounds: u32,
}

impl Bench {
    pub(super) fn new(rounds: u32) -> Outcome<Bench> {
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        Ok(Bench { folder, rounds })
    }

    /// The sample of so many rows and persons, made when it is first asked for.
    pub(super) fn sample(&self, rows: u64, persons: u64) -> Outcome<Sample> {
        let name = format!("{rows}-{persons}");
        let sample = Sample { folder: self.folder.path().join(&name), name };
        if !sample.list().exists() {
            let mut cli = released("atersok-cli", "");
            cli.args(["sample", "--json", "--seed", "1", "--rows", &rows.to_string()]);
            cli.args(["--persons", &persons.to_string(), "--out"]).arg(&sample.folder);
            read_from(&mut cli, "atersok-cli sample")?;
        }
        Ok(sample)
    }

    /// Seconds of the import and of its floor.
    pub(super) fn import_and_floor(&self, sample: &Sample) -> Outcome<(f64, f64)> {
        let (mut import, mut floor) = (f64::INFINITY, f64::INFINITY);
        for _ in 0..self.rounds {
            let imported = self.imported(sample)?;
            import = import.min(imported.1);
            let bare = self.fresh("floor")?;
            floor = floor.min(seconds(&measure("floor", &[&imported.0, &bare])?)?);
        }
        Ok((import, floor))
    }

    /// Seconds of importing and matching a sample.
    pub(super) fn matching(&self, sample: &Sample) -> Outcome<Matching> {
        let mut best =
            Matching { import: f64::INFINITY, propose: f64::INFINITY, whole: f64::INFINITY };
        // Short jobs are disturbed more: twice as many rounds.
        for _ in 0..2 * self.rounds {
            let (database, import) = self.imported(sample)?;
            best.import = best.import.min(import);
            best.propose = best.propose.min(seconds(&measure("propose", &[&database])?)?);
            best.whole = best.whole.min(seconds(&measure("match", &[&database])?)?);
        }
        Ok(best)
    }

    /// Seconds of bringing a register in, and of its floor.
    pub(super) fn register_and_floor(&self, sample: &Sample) -> Outcome<(f64, f64)> {
        let (mut register, mut floor) = (f64::INFINITY, f64::INFINITY);
        for _ in 0..self.rounds {
            let database = self.fresh("work")?;
            let taken = measure("register", &[&database, &sample.register()])?;
            register = register.min(seconds(&taken)?);
            let bare = self.fresh("floor")?;
            floor = floor.min(seconds(&measure("register-floor", &[&database, &bare])?)?);
        }
        Ok((register, floor))
    }

    /// Milliseconds of looking in a register with cases: `palette`, `list`, `person` and `work`, each
    /// with `median`, `p99` and `slowest`.
    pub(super) fn looking(&self, sample: &Sample) -> Outcome<Value> {
        let database = self.prepared(sample)?;
        measure("cases", &[&database])?;
        measure("look", &[&database])
    }

    /// Seconds of bringing a sample of claims in, of what may be claimed, and of a claim's package.
    pub(super) fn claiming(&self, persons: u64) -> Outcome<Value> {
        let folder = self.folder.path().join(format!("claims-{persons}"));
        if !folder.exists() {
            let mut cli = released("atersok-cli", "");
            cli.args(["sample", "--json", "--claims", "--seed", "1"]);
            cli.args(["--persons", &persons.to_string(), "--out"]).arg(&folder);
            read_from(&mut cli, "atersok-cli sample")?;
        }
        let database = self.fresh("claims")?;
        let mut figures = measure("claiming", &[&database, &folder])?;
        let package = measure("package", &[&database, &folder])?;
        figures["package"] = package["whole"].clone();
        for name in ["lines", "files"] {
            figures[name] = package[name].clone();
        }
        Ok(figures)
    }

    /// Seconds of reading every page of a database with a list once, of a backup while another list is
    /// read in, and of restoring it; with the database's size in bytes.
    pub(super) fn copying(&self, sample: &Sample, meanwhile: &Sample) -> Outcome<Copying> {
        let database = self.imported(sample)?.0;
        let bytes = std::fs::metadata(&database).map_err(|error| error.to_string())?.len();
        let mut best =
            Copying { bytes, pages: f64::INFINITY, backup: f64::INFINITY, restore: f64::INFINITY };
        for round in 0..self.rounds {
            best.pages = best.pages.min(seconds(&measure("pages", &[&database])?)?);
            let folder = self.folder.path().join(format!("backups-{round}"));
            // The first round reads the other list in; it is there in the others.
            let list = meanwhile.list();
            let mut asked: Vec<&Path> = vec![&database, &folder];
            asked.extend((round == 0).then_some(list.as_path()));
            let made = measure("backup", &asked)?;
            best.backup = if round == 0 { seconds(&made)? } else { best.backup };
            let file = made["file"].as_str().ok_or("no backup")?.to_owned();
            let into = self.fresh("restored")?;
            let restored = measure("restore", &[Path::new(&file), &into])?;
            best.restore = best.restore.min(seconds(&restored)?);
            std::fs::remove_dir_all(&folder).map_err(|error| error.to_string())?;
        }
        Ok(best)
    }

    /// Peaks of the headless host in KiB: idle, and while it imports the sample. None where the
    /// system does not tell.
    pub(super) fn memory_of_import(&self, sample: &Sample) -> Outcome<Option<(u64, u64)>> {
        let database = self.prepared(sample)?;
        let cli = |words: &[&str]| {
            let mut cli = released("atersok-cli", "");
            cli.env("ATERSOK_KEY", KEY).arg("--db").arg(&database);
            cli.args(["--json", "--today", "2026-11-02"]).args(words);
            cli
        };
        let list = sample.list().display().to_string();
        let idle = memory::peak_of(&mut cli(&["boards", "list"]), "atersok-cli boards list")?;
        let peak = memory::peak_of(
            &mut cli(&["payments", "import", &list]),
            "atersok-cli payments import",
        )?;
        Ok(idle.zip(peak))
    }

    /// A database with a register and a list of so many rows.
    pub(super) fn database_with_list(&self, rows: u64) -> Outcome<PathBuf> {
        Ok(self.imported(&self.sample(rows, rows / 20)?)?.0)
    }

    /// A database into which the sample has been imported, and the seconds that took.
    fn imported(&self, sample: &Sample) -> Outcome<(PathBuf, f64)> {
        let database = self.prepared(sample)?;
        let seconds = seconds(&measure("import", &[&database, &sample.list()])?)?;
        Ok((database, seconds))
    }

    /// A fresh database with the sample's register.
    fn prepared(&self, sample: &Sample) -> Outcome<PathBuf> {
        let made = self.folder.path().join(format!("{}.register", sample.name));
        if !made.exists() {
            measure("prepare", &[&made, &sample.register()])?;
        }
        let database = self.fresh("work")?;
        std::fs::copy(&made, &database).map_err(|error| error.to_string())?;
        Ok(database)
    }

    /// A path where no database lies.
    fn fresh(&self, name: &str) -> Outcome<PathBuf> {
        let path = self.folder.path().join(format!("{name}.db"));
        for ending in ["", "-wal", "-shm", ".lock"] {
            let mut file = path.clone().into_os_string();
            file.push(ending);
            match std::fs::remove_file(&file) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(error.to_string());
                }
                _ => {}
            }
        }
        Ok(path)
    }
}

/// A program of a release build.
pub(super) fn released(name: &str, folder: &str) -> Command {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    Command::new(target().join("release").join(folder).join(file))
}

fn measure(job: &str, paths: &[&Path]) -> Outcome<Value> {
    let name = format!("measure {job}");
    let answer = read_from(released("measure", "examples").arg(job).args(paths), &name)?;
    serde_json::from_str(&answer).map_err(|error| format!("{name}: {error}"))
}

fn seconds(figures: &Value) -> Outcome<f64> {
    figures["whole"].as_f64().ok_or_else(|| format!("no seconds in {figures}"))
}
