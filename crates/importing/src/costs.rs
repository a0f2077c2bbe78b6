//! Costs that the city has borne: bytes to rows. A row is one person's part of an invoice.

use chrono::NaiveDate;
use domain::calendar::typed_day;
use domain::claim_period::ClaimPeriod;
use domain::identity::{DossierNumber, NationalNumber};
use domain::person::{CostCentre, PersonId};
use domain::{FindingCode, Month, Ore, Period};

use crate::by_target::{TargetInterpreter, Told};
use crate::draft::{GivenDays, RowKind};
use crate::layout::Layout;
use crate::profile::{Profile, ProfileKind, Target};
use crate::row::{RowReader, without_guard};
use crate::values::{Flaw, quotable};

/// What could be understood of one cost; a field that is empty or could not be read is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CostRow {
    /// The register's own id.
    pub person_id: Option<PersonId>,
    /// Personal or coordination number.
    pub national_number: Option<NationalNumber>,
    /// Dossier number.
    pub dossier_number: Option<DossierNumber>,
    /// Family name.
    pub family_name: Option<String>,
    /// Given name.
    pub given_name: Option<String>,
    /// Code or name of the compensation, as it is written.
    pub compensation: Option<String>,
    /// Its days.
    pub period: Option<Period>,
    /// The person's part, without value added tax. Below zero: a credit.
    pub amount: Option<Ore>,
    /// The person's own fee.
    pub fee: Option<Ore>,
    /// Number in the finance system.
    pub voucher: Option<String>,
    /// Cost centre of the unit that bore it.
    pub cost_centre: Option<CostCentre>,
    /// What it was for, as it is written.
    pub item: Option<String>,
}

/// A file of costs: an extract of the ledger, of a case system, or a district's sheet.
#[derive(Clone, Copy, Debug)]
pub struct Costs;

impl RowKind for Costs {
    const PROFILES: &'static [ProfileKind] = &[ProfileKind::Costs];
    type Row = CostRow;
    type Interpreter<'l> = TargetInterpreter<'l, CostRow>;

    fn interpreter<'l>(
        profile: &'l Profile,
        layout: &'l Layout,
        given: GivenDays,
    ) -> TargetInterpreter<'l, CostRow> {
        TargetInterpreter::new(profile, layout, given.reference, read, told)
    }
}

/// How Swedish kronor are written.
const KRONOR: [&str; 4] = ["sek", "kr", "kronor", "skr"];

fn read(reader: &mut RowReader<'_>, reference: NaiveDate) -> CostRow {
    let (family_name, given_name) = reader.names();
    let row = CostRow {
        person_id: reader.text(Target::PersonId).map(PersonId),
        national_number: reader.national_number(reference),
        dossier_number: reader.dossier_number(),
        family_name: family_name.map(plain),
        given_name: given_name.map(plain),
        compensation: reader.text(Target::Compensation).map(plain),
        period: period(reader),
        amount: reader.amount(None),
        fee: reader.kronor(Target::Fee),
        voucher: reader.text(Target::Voucher).map(plain),
        cost_centre: reader.text(Target::CostCentre).map(CostCentre),
        item: reader.text(Target::Item).map(plain),
    };
    if reader.kronor(Target::Vat).is_some_and(|vat| !vat.is_zero()) {
        reader.flaws.push((Target::Vat, Flaw::new(FindingCode::VatNotZero)));
    }
    let currency = reader.text(Target::Currency);
    let other = currency.filter(|text| !KRONOR.contains(&text.to_lowercase().as_str()));
    if let Some(text) = other {
        let flaw = Flaw::new(FindingCode::CurrencyOther).with("text", quotable(&text));
        reader.flaws.push((Target::Currency, flaw));
    }
    let nobody = row.person_id.is_none()
        && row.national_number.is_none()
        && row.dossier_number.is_none()
        && !reader.has_flaw(&[Target::PersonId, Target::PersonalNumber, Target::DossierNumber]);
    if nobody {
        let place = [Target::DossierNumber, Target::PersonalNumber, Target::PersonId];
        let place = place.into_iter().find(|target| reader.knows(*target));
        let flaw = Flaw::new(FindingCode::MissingIdentity);
        reader.flaws.push((place.unwrap_or(Target::PersonId), flaw));
    }
    reader.require(Target::Compensation, row.compensation.is_none());
    reader.require(Target::Amount, row.amount.is_none());
    row
}

fn plain(text: String) -> String {
    without_guard(&text).to_owned()
}

/// The days of a row: a column that says them all, or the first and the last in one each, which go before
/// it where both are given.
pub(crate) fn period(reader: &mut RowReader<'_>) -> Option<Period> {
    let text = reader.text(Target::Period);
    let whole = text.as_deref().and_then(period_of);
    let from = reader.date(Target::PeriodFrom).or(whole.map(|days| days.from));
    let until = reader.date(Target::PeriodUntil).or(whole.map(|days| days.until));
    match &text {
        Some(text) if from.is_none() || until.is_none() => {
            let flaw = Flaw::new(FindingCode::PeriodForm).with("text", quotable(text));
            reader.flaws.push((Target::Period, flaw));
        }
        Some(_) => {}
        None if reader.knows(Target::PeriodFrom) => {
            reader.require(Target::PeriodFrom, from.is_none());
            reader.require(Target::PeriodUntil, until.is_none());
        }
        None => reader.require(Target::Period, true),
    }
    let (from, until) = from.zip(until)?;
    let days = Period::new(from, until);
    if days.is_none() {
        reader.flaws.push((Target::PeriodUntil, Flaw::new(FindingCode::PeriodReversed)));
    }
    days
}

/// A month, a quarter, a year, a day or `FROM..UNTIL`.
fn period_of(text: &str) -> Option<Period> {
    if let Ok(month) = text.parse::<Month>() {
        return Some(Period { from: month.first_day(), until: month.last_day() });
    }
    if let Ok(whole) = text.to_uppercase().parse::<ClaimPeriod>() {
        return Some(whole.days());
    }
    let (from, until) = text
        .split_once("..")
        .or(text.split_once("--"))
        .or(text.split_once('/'))
        .unwrap_or((text, text));
    Period::new(typed_day(from.trim()).ok()?, typed_day(until.trim()).ok()?)
}

fn told(row: &CostRow) -> Told {
    let kronor = |amount: Option<Ore>| {
        amount.map(|amount| format!("{:.2}", amount.kronor()).replace('.', ","))
    };
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
    let period = row.period.map(|days| format!("{}..{}", days.from, days.until));
    vec![
        (Target::PersonId, row.person_id.as_ref().map(ToString::to_string)),
        (Target::PersonalNumber, row.national_number.map(|number| number.to_string())),
        (Target::DossierNumber, row.dossier_number.map(|number| number.to_string())),
        (Target::FamilyName, row.family_name.clone()),
        (Target::GivenName, row.given_name.clone()),
        (Target::Compensation, row.compensation.clone()),
        (Target::Period, period),
        (Target::PeriodFrom, day(row.period.map(|days| days.from))),
        (Target::PeriodUntil, day(row.period.map(|days| days.until))),
        (Target::Amount, kronor(row.amount)),
        (Target::Fee, kronor(row.fee)),
        (Target::Voucher, row.voucher.clone()),
        (Target::CostCentre, row.cost_centre.as_ref().map(ToString::to_string)),
        (Target::Item, row.item.clone()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_a_month_a_quarter_a_year_a_day_or_a_span() {
        for (text, from, until) in [
            ("2026-07", "2026-07-01", "2026-07-31"),
            ("202607", "2026-07-01", "2026-07-31"),
            ("2026q3", "2026-07-01", "2026-09-30"),
            ("2026", "2026-01-01", "2026-12-31"),
            ("2026-07-03", "2026-07-03", "2026-07-03"),
            ("2026-07-03..2026-08-02", "2026-07-03", "2026-08-02"),
            ("2026-07-03--2026-08-02", "2026-07-03", "2026-08-02"),
        ] {
            let found = period_of(text).map(|days| (days.from.to_string(), days.until.to_string()));
            assert_eq!(found, Some((from.to_owned(), until.to_owned())), "{text}");
        }
        for text in ["juli", "2026-13", "2026Q5", "2026-08-02..2026-07-03", ""] {
            assert_eq!(period_of(text), None, "{text}");
        }
    }
}
