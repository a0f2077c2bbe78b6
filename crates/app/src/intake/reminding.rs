//! A reminder to a unit, ready to send. It holds compensations, periods and days, and nobody's data.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDate;
use domain::claim_period::ClaimPeriod;
use domain::deadline::ClaimedDays;
use domain::intake::IntakeState;
use domain::person::CostCentre;
use exporting::document::{Block, Document, Fact, Orientation};
use serde_json::json;
use store::intake::IntakeFilter;

use super::IntakeRow;
use crate::booking::export_refusal;
use crate::error::{AppError, RefusalCode};
use crate::print::{Print, number_format, print_head};
use crate::wording::TextValue;
use crate::{Action, App, Result, Wording};

/// A reminder to a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// The unit.
    pub unit: CostCentre,
    /// Its name.
    pub unit_name: String,
    /// To whom it is sent; empty where the settings do not say.
    pub recipient: String,
    /// What it is about, in a line.
    pub subject: String,
    /// The letter.
    pub text: String,
    /// How many rows it asks for.
    pub rows: usize,
}

/// Last day to apply, inner deadline and period of what is asked for in one paragraph.
type Asked = (NaiveDate, NaiveDate, ClaimedDays);

/// A period in words.
#[must_use]
pub fn period_words(wording: &dyn Wording, period: ClaimedDays) -> String {
    let count = |number: u32| TextValue::Count(i64::from(number));
    let year = |whole: ClaimPeriod| ("year", TextValue::Text(whole.year().to_string()));
    let days = period.days();
    match period.whole().map(|whole| (whole, whole.quarter())) {
        Some((whole, Some(quarter))) => {
            wording.text("claim-period-quarter", &[("quarter", count(quarter)), year(whole)])
        }
        Some((whole, None)) => wording.text("claim-period-year", &[year(whole)]),
        None => wording
            .text("claim-period-days", &[("from", days.from.into()), ("until", days.until.into())]),
    }
}

impl Reminder {
    /// To whom it is sent: to the unit by its name, where no recipient is known.
    fn to(&self) -> &str {
        if self.recipient.is_empty() { &self.unit_name } else { &self.recipient }
    }
}

impl App {
    /// The reminder to a unit of what it has not answered, of one period or all.
    ///
    /// # Errors
    /// When there is no such unit, or nothing is missing from it.
    pub fn intake_reminder(&self, unit: &str, period: Option<ClaimedDays>) -> Result<Reminder> {
        let unit = self.unit_typed(unit).map_err(|fault| fault.in_field("unit"))?;
        let state = Some(IntakeState::Waiting);
        let filter = IntakeFilter { unit: Some(unit.clone()), period, state, compensation: None };
        let mut rows = self.intake(&filter)?;
        rows.retain(|row| row.record.day.done.is_none());
        if rows.is_empty() {
            let nothing = AppError::refused(RefusalCode::IntakeNothingMissing);
            return Err(nothing.with("unit", &unit.0).in_field("unit"));
        }
        let settings = self.settings()?;
        let named = self.read().boards()?.into_iter().find(|(board, _)| *board == unit);
        let unit_name = named.map(|(_, name)| name).unwrap_or_default();
        let own = settings.intake.of(&unit);
        let recipient = own.map(|own| own.recipient.clone()).unwrap_or_default();
        let w = |id: &str, values: &[(&str, TextValue)]| self.wording.text(id, values);
        let city = || ("city", settings.municipality.name.as_str().into());
        let subject = w("intake-letter-subject", &[city()]);
        let mut parts = vec![
            w("intake-letter-greeting", &[("unit", unit_name.as_str().into())]),
            w("intake-letter-missing", &[city()]),
        ];
        parts.extend(self.missing_by_period(&rows)?);
        parts.push(w("intake-letter-nothing", &[]));
        parts.push(w("intake-letter-secret", &[]));
        let sender = match settings.intake.sender.trim() {
            "" => settings.municipality.name.clone(),
            sender => format!("{sender}\n{}", settings.municipality.name),
        };
        parts.push(w("intake-letter-ending", &[("sender", sender.as_str().into())]));
        let text = parts.join("\n\n") + "\n";
        Ok(Reminder { unit, unit_name, recipient, subject, text, rows: rows.len() })
    }

    /// What is missing, a paragraph for each period with the days by which it is needed.
    fn missing_by_period(&self, rows: &[IntakeRow]) -> Result<Vec<String>> {
        let names = crate::law::compensation_names()?;
        let mut periods: BTreeMap<Asked, Vec<String>> = BTreeMap::new();
        for row in rows {
            let typed = &row.record.day.typed;
            let name = names.get(&typed.compensation.0).map_or("", String::as_str);
            let days = (typed.last_day, row.inner, typed.period);
            periods.entry(days).or_default().push(format!("– {name} ({})", typed.compensation.0));
        }
        let told = |((last_day, inner, period), lines): (Asked, Vec<String>)| {
            let words = period_words(&*self.wording, period);
            // What is asked for after the inner deadline is asked for at once.
            let id =
                if inner < self.today() { "intake-letter-late" } else { "intake-letter-period" };
            let head = self.wording.text(
                id,
                &[
                    ("period", words.as_str().into()),
                    ("inner", inner.into()),
                    ("last_day", last_day.into()),
                ],
            );
            format!("{head}\n{}", lines.join("\n"))
        };
        Ok(periods.into_iter().map(told).collect())
    }

    /// Writes the reminder to a file: a tagged PDF where the name ends so, else text, with its line ends as
    /// Windows has them.
    ///
    /// # Errors
    /// As [`App::intake_reminder`]; or nothing may be written there.
    pub fn write_reminder(
        &mut self,
        unit: &str,
        period: Option<ClaimedDays>,
        target: &Path,
    ) -> Result<u64> {
        self.write_print(target, Action::WriteReminder, || {
            let reminder = self.intake_reminder(unit, period)?;
            let is_pdf = target.extension().is_some_and(|one| one.eq_ignore_ascii_case("pdf"));
            let data =
                if is_pdf { self.reminder_pdf(&reminder)? } else { self.reminder_text(&reminder) };
            let detail = json!({ "rows": reminder.rows });
            Ok(Print { data, object: reminder.unit.0, detail })
        })
    }

    fn reminder_text(&self, reminder: &Reminder) -> Vec<u8> {
        let values = [("to", reminder.to().into()), ("subject", reminder.subject.as_str().into())];
        let head = self.wording.text("intake-letter-head", &values);
        format!("{head}\n\n{}", reminder.text).replace('\n', "\r\n").into_bytes()
    }

    fn reminder_pdf(&self, reminder: &Reminder) -> Result<Vec<u8>> {
        let to = self.wording.text("intake-letter-to", &[]);
        let mut blocks = vec![Block::Facts(vec![Fact::new(&to, reminder.to())])];
        let lines = reminder.text.lines().filter(|line| !line.is_empty());
        blocks.extend(lines.map(|line| Block::Paragraph(line.to_owned())));
        let title = self.wording.text("intake-letter-title", &[]);
        let document = Document {
            head: print_head(self, &title, &reminder.subject, false)?,
            orientation: Orientation::Portrait,
            numbers: number_format(),
            blocks,
        };
        exporting::pdf::write(&document)
            .map_err(|fault| export_refusal(self.wording.as_ref(), &fault, "pdf"))
    }
}
