//! Makes the training municipality by the operations that everybody has: what stands in it is what the
//! program would have made of the same files.

use std::fs;
use std::path::{Path, PathBuf};

use app::App;
use app::payments::{Unwatched, Watch};
use app::settings::Municipality;
use chrono::{Days, NaiveDate};
use sample::{ExpectedKey, ExpectedOrder, SampleError, SampleRequest, write_expected_sample};
use serde_json::{Value, json};

use super::{DATABASE, FILES, FIRST_DAY, key, of_files};
use crate::{ErrorReply, Host};

/// Persons whose lives were drawn, beside the nineteen of the examples.
const PERSONS: u64 = 40;
/// Lists that are drawn, up to September 2026; the last fifteen are taken in.
const DRAWN: u32 = 26;
const TAKEN: usize = 15;
/// Payments that are wrong on purpose among them.
const ANOMALIES: u64 = 12;
const SEED: u64 = 7;
/// The day on which the register came.
const REGISTERED: &str = "2026-10-01";
/// The lists come so many days before they are booked.
const LATER: Days = Days::new(4);
/// The first voucher number of the year before the exercises.
const FIRST_NUMBER: u64 = 60_001;
/// What the bank credited in October.
const OCTOBER_ORE: i64 = 90_925_010;
/// The key that ships, and by what its decision and days are replaced for the year before.
const SHIPPED_KEY: &str =
    include_str!("../../../../../assets/examples/fordelningsnyckel-exempel.csv");
const SHIPPED_DECISION: &str = "EXEMPEL 2026/1;2026-01-01;;";
const EARLIER_DECISION: &str = "ÖVNING 2025/1;2025-01-01;2025-12-31;";

/// What is done, one after the other.
struct Making<'m> {
    host: &'m mut Host,
    files: PathBuf,
    next_number: u64,
}

pub(super) fn make(host: &mut Host, folder: &Path, watch: &dyn Watch) -> Result<(), ErrorReply> {
    if folder.is_dir() {
        fs::remove_dir_all(folder).map_err(of_files)?;
    }
    let files = folder.join(FILES);
    fs::create_dir_all(&files).map_err(of_files)?;
    let year = folder.join("ar");
    let order = ExpectedOrder { persons: PERSONS, months: DRAWN, seed: SEED, anomalies: ANOMALIES };
    let drawn = write_expected_sample(&order, &year).map_err(of_sample)?;
    let month = SampleRequest {
        persons: None,
        months: None,
        rows: None,
        seed: 0,
        anomalies: 0,
        expected: false,
        claims: false,
        training: true,
        folder: files.display().to_string(),
    };
    sample::write(month).map_err(of_sample)?;
    let municipality = Municipality {
        name: drawn.municipality.clone(),
        organisation_number: "219999-9992".to_owned(),
        training: true,
    };
    let app = App::create(&folder.join(DATABASE), key()?, municipality, None, host.hosting())?;
    host.open(app);
    let mut making = Making { host, files, next_number: FIRST_NUMBER };
    making.rules(&drawn, &year)?;
    let lists = &drawn.lists[drawn.lists.len().saturating_sub(TAKEN)..];
    for (done, list) in (1..).zip(lists) {
        let day = list.payment_date.checked_add_days(LATER).unwrap_or(list.payment_date);
        let file = year.join(&list.file);
        let first = making.next_number;
        making.next_number = making.month(&file, list.net_ore.0, day, first)?;
        if !watch.at(done * 900 / (TAKEN as u64 + 1), 1000) {
            return Err(ErrorReply::new("cancelled", &[]));
        }
    }
    making.october()?;
    making.quarter()
}

fn of_sample(error: SampleError) -> ErrorReply {
    match error {
        SampleError::Io(error) => of_files(error),
        _ => ErrorReply::new("internal", &[]),
    }
}

impl Making<'_> {
    fn ask(&mut self, operation: &str, request: Value) -> Result<Value, ErrorReply> {
        self.host.call(operation, request, &Unwatched)
    }

    fn on(&mut self, day: &str) -> Result<(), ErrorReply> {
        self.ask("session.today", json!({ "today": day })).map(drop)
    }

    /// Codes, register and the key of the year before.
    fn rules(&mut self, drawn: &ExpectedKey, year: &Path) -> Result<(), ErrorReply> {
        self.on(REGISTERED)?;
        let codes = serde_json::to_value(&drawn.codes).unwrap_or_default();
        for code in codes.as_array().into_iter().flatten() {
            self.ask("codes.add", code.clone())?;
        }
        self.ask("register.import", json!({ "path": year.join(&drawn.register) }))?;
        let key = year.join("nyckel-2025.csv");
        let earlier = SHIPPED_KEY.replace(SHIPPED_DECISION, EARLIER_DECISION);
        fs::write(&key, earlier).map_err(of_files)?;
        self.ask("key.import", json!({ "path": key })).map(drop)
    }

    /// Takes a list in and does with it what is done in a month; gives the next voucher number.
    fn month(
        &mut self,
        file: &Path,
        bank_ore: i64,
        day: NaiveDate,
        first: u64,
    ) -> Result<u64, ErrorReply> {
        self.on(&day.to_string())?;
        let list = json!({ "id": app::new_id(), "path": file, "bank_ore": bank_ore });
        let taken = self.ask("payments.import", list)?;
        self.ask("match.run", json!({ "list": taken["list"] }))?;
        let month = taken_month(file);
        let run = self.ask("distribution.run", json!({ "month": month }))?;
        let asked = json!({ "distribution": run["distribution"], "previous_year": "income" });
        let order = self.ask("orders.create", asked)?;
        let out = file.with_extension("si");
        let export = json!({
            "order": order["order"], "format": "sie4i", "path": out, "attest": true,
        });
        self.ask("orders.export", export)?;
        let vouchers = order["vouchers"].as_u64().unwrap_or_default();
        let numbers = (1..=vouchers).map(|voucher| {
            json!({
                "voucher": voucher, "number": (first + voucher - 1).to_string(),
                "day": day.to_string(),
            })
        });
        let numbers: Vec<Value> = numbers.collect();
        self.ask("orders.booked", json!({ "order": order["order"], "numbers": numbers }))?;
        Ok(first + vouchers)
    }

    /// October as the handbook has it before the exercise: booked, and November closed.
    fn october(&mut self) -> Result<(), ErrorReply> {
        let register = self.files.join("register.csv");
        self.on("2026-11-02")?;
        self.ask("register.import", json!({ "path": register }))?;
        let list = self.files.join("utbetalningslista-2026-10.csv");
        let day = NaiveDate::from_ymd_opt(2026, 11, 2).unwrap_or_default();
        self.month(&list, OCTOBER_ORE, day, 70_001)?;
        self.on(FIRST_DAY)?;
        self.ask("periods.set", json!({ "period": "2026-11", "closed": true })).map(drop)
    }

    /// Two pupils of the third quarter, for whom nothing has been applied for.
    fn quarter(&mut self) -> Result<(), ErrorReply> {
        let mut document = self.ask("settings.get", json!({}))?;
        document["settings"]["school"]["terms"] =
            json!([{ "from": "2026-08-17", "until": "2026-12-18" }]);
        self.ask("settings.put", document)?;
        for person in ["P01", "P06"] {
            let facts = json!([
                {
                    "kind": "legal-ground", "ground": "asylum-seeker",
                    "valid_from": "2026-01-01",
                },
                {
                    "kind": "schooling", "form": "compulsory",
                    "municipality": "Exempelstads kommun", "valid_from": "2026-08-17",
                },
            ]);
            self.ask("persons.enter", json!({ "person": person, "facts": facts }))?;
        }
        let pupils = "Elever i grundskolan, kvartal 3 2026, Exempelskolan (påhittad)\r\n\
                      P01 från 2026-08-17\r\nP06 från 2026-08-17\r\n";
        fs::write(self.files.join("elever-2026-kvartal-3.txt"), pupils).map_err(of_files)
    }
}

/// The month of a list's file: it ends in `yyyy-mm`.
fn taken_month(file: &Path) -> String {
    let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    name.get(name.len().saturating_sub(7)..).unwrap_or_default().to_owned()
}
