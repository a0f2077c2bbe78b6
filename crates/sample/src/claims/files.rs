//! The register, the lists of pupils and the extract of the ledger.

use std::io::Write;
use std::path::Path;

use chrono::{Days, Months, NaiveDate};
use domain::{Month, Ore};

use super::flaws::{Flaw, FlawKind};
use super::key::{FileKey, FindingKey};
use super::lives::{Everybody, Kind, Life, MonthCost};
use super::table::Quarter;
use crate::expected::register::{Entry, header};
use crate::persons::unlike_name;
use crate::{REGISTER_FILE, Result, created, record};

/// Under a header of one line.
const FIRST_LINE: u64 = 2;
/// A cost of a month after the care.
const WRONG_COST: Ore = Ore(1_500_000);

/// Writes what is known of everybody but their schooling, as UTF-8 with byte order mark.
pub(super) fn write_register(everybody: &Everybody<'_>, folder: &Path) -> Result<()> {
    let mut out = created(folder, REGISTER_FILE)?;
    out.write_all("\u{FEFF}".as_bytes())?;
    out.write_all(record(&header()?).as_bytes())?;
    for place in 0..everybody.population.size {
        for entry in entries(everybody, &everybody.life(place)) {
            out.write_all(record(entry.cells()).as_bytes())?;
        }
    }
    out.flush()?;
    Ok(())
}

fn entries(everybody: &Everybody<'_>, life: &Life<'_>) -> Vec<Entry> {
    let id = Everybody::id(life.place);
    let [family, given] = unlike_name(&everybody.material.names, life.place);
    let number = everybody.population.dossier_number(life.place);
    let municipality = &everybody.table.municipality;
    let entry = |kind: &str| Entry::new(&id, kind);
    let mut entries = vec![
        entry("name").with("family_name", family).with("given_name", given),
        entry("birth").with("date", life.birth).with("basis", "stated"),
        entry("dossier-number").with("number", number),
    ];
    // Long before anything is claimed.
    let before = everybody.table.since - Months::new(6);
    match &life.kind {
        Kind::Pupil { .. } => {
            let ground = entry("legal-ground").with("ground", "asylum-seeker");
            entries.push(ground.with("valid_from", before));
        }
        Kind::Cared { from, until, .. } => {
            let ground = entry("legal-ground").with("ground", "permit");
            entries.extend([
                ground.with("valid_from", before),
                entry("reception").with("municipality", municipality).with("valid_from", before),
                entry("registration")
                    .with("municipality", municipality)
                    .with("valid_from", before + Days::new(14)),
                entry("unaccompanied").with("valid_from", before - Days::new(30)),
                entry("placement")
                    .with("form", "residential-care")
                    .with("basis", "lvu-2")
                    .with("valid_from", from)
                    .with("valid_until", until),
            ]);
        }
    }
    entries.push(
        entry("responsible-board")
            .with("cost_centre", &life.board.cost_centre)
            .with("valid_from", before)
            .board(&life.board.name),
    );
    entries
}

/// A row of a list of pupils.
struct PupilRow<'l> {
    number: String,
    name: [String; 2],
    form: &'l str,
    from: NaiveDate,
    until: Option<NaiveDate>,
}

impl PupilRow<'_> {
    fn cells(&self) -> [String; 6] {
        let [family, given] = self.name.clone();
        let until = self.until.map(|day| day.to_string()).unwrap_or_default();
        [self.number.clone(), family, given, self.form.to_owned(), self.from.to_string(), until]
    }
}

/// Writes the list of a quarter, by its number from 0.
pub(super) fn write_school_list(
    everybody: &Everybody<'_>,
    folder: &Path,
    number: usize,
) -> Result<FileKey> {
    let quarter = &everybody.table.quarters[number];
    let file = format!("skollista-{}.csv", quarter.name);
    let mut out = created(folder, &file)?;
    out.write_all("\u{FEFF}".as_bytes())?;
    let heads = ["Dossiernummer", "Efternamn", "Förnamn", "Skolform", "Från", "Till"];
    out.write_all(record(&heads.map(str::to_owned)).as_bytes())?;
    let mut key = FileKey { file, period: quarter.name.clone(), rows: 0, findings: Vec::new() };
    let mut absent = 0;
    let is_last = number + 1 == everybody.table.quarters.len();
    for place in 0..everybody.population.size {
        let life = everybody.life(place);
        let Some(row) = pupil_row(everybody, &life, quarter) else { continue };
        if is_last && Flaw::is(life.flaw, FlawKind::NotInList) {
            absent += 1;
            continue;
        }
        let more =
            is_turn(&life, number).then(|| flawed(everybody, &life, quarter, &row)).flatten();
        out.write_all(record(&row.cells()).as_bytes())?;
        key.rows += 1;
        if let Some((row, code, accepted)) = more {
            out.write_all(record(&row.cells()).as_bytes())?;
            key.findings.push(FindingKey { line: FIRST_LINE + key.rows, code, accepted });
            key.rows += 1;
        }
    }
    // Rows that the program makes come after the last line.
    for nth in 0..absent {
        let line = FIRST_LINE + key.rows + nth;
        key.findings.push(FindingKey { line, code: "pupil-not-in-list", accepted: nth % 2 == 0 });
    }
    out.flush()?;
    Ok(key)
}

/// Whether a person's flaw is in that quarter.
fn is_turn(life: &Life<'_>, quarter: usize) -> bool {
    life.flaw.is_some_and(|flaw| flaw.number % 4 == quarter as u64)
}

/// What the list of a quarter says of a pupil who was there.
fn pupil_row<'l>(
    everybody: &Everybody<'_>,
    life: &Life<'l>,
    quarter: &Quarter,
) -> Option<PupilRow<'l>> {
    let Kind::Pupil { school, from, left } = &life.kind else { return None };
    let [first, last] = quarter.days;
    if *from > last || left.is_some_and(|left| left < first) {
        return None;
    }
    let leaves = left.filter(|left| *left <= last);
    // Every other list is cut at its days; one that is lacked later goes on.
    let is_cut = life.place % 2 == 1 && !Flaw::is(life.flaw, FlawKind::NotInList);
    let school_days = everybody.table.school_days(quarter)?;
    Some(PupilRow {
        number: everybody.population.dossier_number(life.place),
        name: unlike_name(&everybody.material.names, life.place),
        form: &school.form,
        from: (*from).max(if is_cut { school_days.from } else { first }),
        until: leaves.or(is_cut.then_some(school_days.until)),
    })
}

/// A row besides that is wrong, with what must be found on it and whether it is accepted.
fn flawed<'l>(
    everybody: &Everybody<'_>,
    life: &Life<'l>,
    quarter: &Quarter,
    row: &PupilRow<'l>,
) -> Option<(PupilRow<'l>, &'static str, bool)> {
    let Kind::Pupil { school, .. } = &life.kind else { return None };
    let again = || PupilRow { name: row.name.clone(), number: row.number.clone(), ..*row };
    let earlier = quarter.days[0] - Months::new(12);
    Some(match life.flaw?.kind {
        FlawKind::Double => (again(), "pupil-twice", true),
        FlawKind::Overlap => {
            (PupilRow { form: &school.other, ..again() }, "pupil-rows-overlap", false)
        }
        FlawKind::WrongPeriod => {
            let (from, until) = (earlier, Some(earlier + Days::new(40)));
            (PupilRow { from, until, ..again() }, "pupil-outside-period", false)
        }
        FlawKind::UnknownPupil => {
            let nobody = everybody.population.size + life.place;
            let name = unlike_name(&everybody.material.names, nobody);
            let number = everybody.population.dossier_number(nobody);
            (PupilRow { name, number, ..again() }, "pupil-new", false)
        }
        FlawKind::Forgotten | FlawKind::NotInList => return None,
    })
}

/// Writes the extract of the ledger.
pub(super) fn write_costs(everybody: &Everybody<'_>, folder: &Path) -> Result<FileKey> {
    let file = "huvudbok.csv".to_owned();
    let mut out = created(folder, &file)?;
    out.write_all("\u{FEFF}".as_bytes())?;
    let heads = ["Verifikation", "Ansvar", "Dossiernummer", "Ersättning", "Avser", "Belopp"];
    out.write_all(record(&heads.map(str::to_owned)).as_bytes())?;
    let mut key = FileKey { file, period: String::new(), rows: 0, findings: Vec::new() };
    for place in 0..everybody.population.size {
        let life = everybody.life(place);
        let Kind::Cared { costs, .. } = &life.kind else { continue };
        let cells = |cost: &MonthCost| {
            [
                cost.voucher.to_string(),
                life.board.cost_centre.clone(),
                everybody.population.dossier_number(place),
                everybody.table.care.clone(),
                cost.month.to_string(),
                format!("{},{:02}", cost.amount.0 / 100, cost.amount.0 % 100),
            ]
        };
        for cost in costs.iter().chain(wrong_cost(&life).as_ref()) {
            out.write_all(record(&cells(cost)).as_bytes())?;
            key.rows += 1;
        }
        if let (true, Some(cost)) = (Flaw::is(life.flaw, FlawKind::Double), costs.first()) {
            out.write_all(record(&cells(cost)).as_bytes())?;
            let line = FIRST_LINE + key.rows;
            key.findings.push(FindingKey { line, code: "cost-twice", accepted: true });
            key.rows += 1;
        }
    }
    out.flush()?;
    Ok(key)
}

/// A cost of the month after the care.
pub(super) fn wrong_cost(life: &Life<'_>) -> Option<MonthCost> {
    let Kind::Cared { costs, .. } = &life.kind else { return None };
    let last = costs.last().filter(|_| Flaw::is(life.flaw, FlawKind::WrongPeriod))?;
    Some(MonthCost {
        month: Month::of(last.month.last_day() + Days::new(1)),
        amount: WRONG_COST,
        above: Ore::ZERO,
        voucher: last.voucher + 1,
    })
}
