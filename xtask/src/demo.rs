//! The main job on a sample list, from nothing to booking files, and the window on the same database.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::root::{built, root};
use crate::run::run as run_line;
use crate::{Outcome, node, system};

/// Opens nothing but the training database, so it may stand here.
const PASSPHRASE: &str = "övning gör mästare";
/// The business date: the sample list was paid on the last bank day of October 2026.
const TODAY: &str = "2026-11-02";
const MONTH: &str = "2026-10";
/// What the bank credited, in öre.
const BANK_ORE: &str = "90925010";
const LIST: &str = "assets/examples/utbetalningslista-exempel.csv";
/// The first order of the year.
const ORDER: &str = "MIGV2026-0001";
const REGISTER: &str = "assets/examples/register-exempel.csv";
/// Format and file name.
const FORMATS: [(&str, &str); 5] = [
    ("abw-xml", "bokforingsorder.xml"),
    ("gl07-55", "bokforingsorder-gl07.txt"),
    ("sie4i", "bokforingsorder.si"),
    ("csv", "bokforingsorder.csv"),
    ("xlsx", "bokforingsorder.xlsx"),
];

/// Builds, makes a fresh training database, runs the main job and opens the window.
pub(crate) fn run() -> Outcome {
    system::ensure(system::BUILD)?;
    node::packages()?;
    node::build()?;
    run_line("cargo build --package cli --package atersok --features atersok/custom-protocol")?;
    let training = Training::fresh(root().join("demo"))?;
    training.main_job()?;
    training.open_window()
}

/// The folder of the training database.
struct Training {
    folder: PathBuf,
}

impl Training {
    /// Clears the folder away: the demonstration starts from nothing every time.
    fn fresh(folder: PathBuf) -> Outcome<Training> {
        let fault =
            |error| format!("{}: {error}. Stäng programmet, om det är öppet.", folder.display());
        if folder.exists() {
            println!("\nDen förra övningsdatabasen i {} tas bort.", folder.display());
            fs::remove_dir_all(&folder).map_err(fault)?;
        }
        fs::create_dir_all(folder.join("filer")).map_err(fault)?;
        fs::create_dir_all(folder.join("Atersok")).map_err(fault)?;
        Ok(Training { folder })
    }

    /// Where the program looks in a user's data folder, for which this folder stands.
    fn database(&self) -> PathBuf {
        self.folder.join("Atersok").join("atersok.db")
    }

    fn main_job(&self) -> Outcome {
        self.ask(&[
            "init",
            "--municipality",
            "Exempelstads kommun",
            "--orgnr",
            "219999-9992",
            "--training",
        ])?;
        println!("\nÖvningsdatabas: {}", self.database().display());
        println!("Lösenfras:      {PASSPHRASE}");

        let register = self.ask(&["register", "import", REGISTER])?;
        println!("\nPersonkrets: {} personer inlästa.", whole(&register, "persons_added")?);

        let list = self.ask(&["payments", "import", LIST, "--bank-ore", BANK_ORE])?;
        println!("\nVad som kom in ({LIST})");
        println!("  rader             {:>16}", whole(&list, "rows")?);
        println!("  listans summa     {:>16} kr", kronor(whole(&list, "net_ore")?));
        println!("  banken satte in   {:>16} kr", kronor(whole(&list, "bank_ore")?));
        println!("  differens         {:>16} kr", kronor(whole(&list, "difference_ore")?));

        let matched = self.ask(&["match", "--list", text(&list, "list")?])?;
        let (known, parked) = (whole(&matched, "matched")?, whole(&matched, "suspense")?);
        println!("  matchade rader {known}, till observationskontot {parked}");

        let distribution = self.ask(&["distribute", "--month", MONTH])?;
        let boards = by_board(&distribution)?;
        let names = names_of_boards(&self.ask(&["boards", "list"])?)?;
        println!("\nVem som fick vad ({MONTH})");
        for (cost_centre, amount) in &boards {
            let name = names.get(cost_centre).map_or("", String::as_str);
            println!("  {cost_centre:<17} {:>16} kr  {name}", kronor(*amount));
        }
        println!("  fördelat          {:>16} kr", kronor(whole(&distribution, "out_ore")?));
        println!("  observationskonto {:>16} kr", kronor(whole(&distribution, "suspense_ore")?));

        println!("\nFiler");
        self.statements(text(&distribution, "distribution")?, boards.keys())?;
        self.booking_files(text(&distribution, "distribution")?)?;
        self.training_month()
    }

    /// What `docs/handbok/21-ovningsmanaden.md` begins with: October acknowledged, November's period
    /// closed, and its files at hand.
    fn training_month(&self) -> Outcome {
        for (voucher, number) in [("1", "70001"), ("2", "70002")] {
            let of = ["order", "booked", "--order", ORDER, "--voucher", voucher];
            self.ask(&[&of[..], &["--number", number, "--date", TODAY]].concat())?;
        }
        self.ask(&["period", "close", "2026-11"])?;
        let folder = self.folder.join("filer").join("ovningsmanaden");
        let place = folder.to_str().ok_or_else(|| format!("{}: not Unicode", folder.display()))?;
        self.ask(&["sample", "--training-month", "--out", place])?;
        println!("\nÖvningsmånaden november 2026, som handbokens kapitel 21 går igenom: {place}");
        Ok(())
    }

    fn statements<'a>(
        &self,
        distribution: &str,
        boards: impl Iterator<Item = &'a String>,
    ) -> Outcome {
        for cost_centre in boards {
            for ending in ["pdf", "xlsx"] {
                let name = format!("fordelningsbesked-{cost_centre}.{ending}");
                let of =
                    ["statement", "--distribution", distribution, "--cost-centre", cost_centre];
                self.write(&of, &name)?;
            }
        }
        Ok(())
    }

    fn booking_files(&self, distribution: &str) -> Outcome {
        let order = self.ask(&["book", "--distribution", distribution])?;
        for (format, name) in FORMATS {
            self.write(&["export", "--order", text(&order, "order")?, "--format", format], name)?;
        }
        println!(
            "\nBokföringsorder {}: {} verifikationer, {} konteringsrader, debet {} kr = kredit {} kr",
            text(&order, "number")?,
            whole(&order, "vouchers")?,
            whole(&order, "postings")?,
            kronor(whole(&order, "debit_ore")?),
            kronor(whole(&order, "credit_ore")?),
        );
        Ok(())
    }

    /// Lets the headless host write the file `name`.
    fn write(&self, words: &[&str], name: &str) -> Outcome {
        let path = self.folder.join("filer").join(name);
        let place = path.to_str().ok_or_else(|| format!("{}: not Unicode", path.display()))?;
        let words = [words, &["--out", place]].concat();
        self.ask(&words)?;
        println!("  {place}");
        Ok(())
    }

    /// Asks the headless host, which reads the passphrase from standard input.
    fn ask(&self, words: &[&str]) -> Outcome<Value> {
        let name = format!("atersok-cli {}", words.join(" "));
        let fault = |error: std::io::Error| format!("{name}: {error}");
        let mut host = Command::new(built("atersok-cli"));
        host.arg("--db").arg(self.database()).args(["--json", "--today", TODAY]).args(words);
        // A key in the environment would go before the passphrase.
        host.current_dir(root()).env_remove("ATERSOK_KEY");
        let mut child = host.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map_err(fault)?;
        if let Some(mut input) = child.stdin.take() {
            writeln!(input, "{PASSPHRASE}").map_err(fault)?;
        }
        let output = child.wait_with_output().map_err(fault)?;
        let answer: Value = serde_json::from_slice(&output.stdout)
            .map_err(|_| format!("{name}: {}, without an answer", output.status))?;
        match answer["outcome"].as_str() {
            Some("done") => Ok(answer),
            _ => Err(format!("{name}: {}", answer["error"]["message"])),
        }
    }

    fn open_window(&self) -> Outcome {
        if !system::has_display() {
            println!("\nIngen bildskärm här: fönstret öppnas inte.");
            return Ok(());
        }
        let program = built("atersok");
        let mut window = Command::new(&program);
        let data = if cfg!(windows) { "LOCALAPPDATA" } else { "XDG_DATA_HOME" };
        window.env(data, &self.folder).env_remove("ATERSOK_KEY");
        // Left on its own: the terminal is free, and closing it does not close the window.
        window.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        window.spawn().map_err(|error| format!("{}: {error}", program.display()))?;
        println!("\nFönstret öppnas på samma databas. Lösenfras: {PASSPHRASE}");
        Ok(())
    }
}

/// Cost centre to what it got, net, in öre.
fn by_board(distribution: &Value) -> Outcome<BTreeMap<String, i64>> {
    let shares = distribution["shares"].as_array().ok_or("the answer has no shares")?;
    let mut boards = BTreeMap::new();
    for share in shares {
        *boards.entry(text(share, "cost_centre")?.to_owned()).or_insert(0) +=
            whole(share, "amount_ore")?;
    }
    Ok(boards)
}

/// Cost centre to the board's name.
fn names_of_boards(answer: &Value) -> Outcome<BTreeMap<String, String>> {
    let boards = answer["boards"].as_array().ok_or("the answer has no boards")?;
    let name =
        |board| Ok((text(board, "cost_centre")?.to_owned(), text(board, "name")?.to_owned()));
    boards.iter().map(name).collect()
}

fn text<'a>(answer: &'a Value, field: &str) -> Outcome<&'a str> {
    answer[field].as_str().ok_or_else(|| format!("the answer has no text {field}"))
}

fn whole(answer: &Value, field: &str) -> Outcome<i64> {
    answer[field].as_i64().ok_or_else(|| format!("the answer has no number {field}"))
}

/// Öre as kronor: `1 234 567,89`.
fn kronor(ore: i64) -> String {
    let digits = format!("{:03}", ore.unsigned_abs());
    let (whole, rest) = digits.split_at(digits.len() - 2);
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            grouped.push('\u{a0}');
        }
        grouped.push(digit);
    }
    let sign = if ore < 0 { "\u{2212}" } else { "" };
    format!("{sign}{grouped},{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_read_as_in_the_program() {
        for (ore, words) in [
            (0, "0,00"),
            (5, "0,05"),
            (90_925_010, "909\u{a0}250,10"),
            (123_456_789, "1\u{a0}234\u{a0}567,89"),
            (-3_926_000, "\u{2212}39\u{a0}260,00"),
            (i64::MIN, "\u{2212}92\u{a0}233\u{a0}720\u{a0}368\u{a0}547\u{a0}758,08"),
        ] {
            assert_eq!(kronor(ore), words);
        }
    }

    #[test]
    fn shares_are_summed_by_board() {
        let answer = serde_json::json!({"shares": [
            {"cost_centre": "7110", "compensation": "A", "amount_ore": 5},
            {"cost_centre": "7110", "compensation": "B", "amount_ore": -2},
            {"cost_centre": "8100", "compensation": "A", "amount_ore": 7},
        ]});
        let boards = by_board(&answer).unwrap();
        assert_eq!(
            boards.into_iter().collect::<Vec<_>>(),
            [("7110".into(), 3), ("8100".into(), 7)]
        );
    }
}
