//! Who is told of money at risk, and what. The program sends nothing: it gives lists and texts to send, in
//! which nobody's data stands.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::Ore;
use domain::deadline::ClaimedDays;

use super::risk::{RiskRow, RiskState};
use crate::intake::period_words;
use crate::wording::TextValue;
use crate::{App, Result};

/// What is told to one recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Escalation {
    /// Told when so many days are left to the cautious day, or fewer, and more than at the next step.
    pub days: u16,
    /// To whom; empty where the settings do not say.
    pub recipient: String,
    /// How many rows it is about.
    pub rows: usize,
    /// What they sum to.
    pub sum: Ore,
    /// What it is about, in a line.
    pub subject: String,
    /// The letter.
    pub text: String,
}

/// Cautious day, unit, compensation and period of what one line of a letter is about.
type Line<'r> = (NaiveDate, &'r str, &'r str, ClaimedDays);

impl App {
    /// What is told to whom on `as_of`, by the steps of the settings, the nearest day last. A row is told
    /// once: by the nearest step that it has reached; what is overdue by the last one.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn escalations(&self, as_of: NaiveDate) -> Result<Vec<Escalation>> {
        let mut steps = self.settings()?.claims.escalations;
        steps.sort_by_key(|step| std::cmp::Reverse(step.days));
        let risk = self.risk(as_of)?;
        let open = |row: &&RiskRow| {
            !matches!(row.state, RiskState::Lost { .. })
                && row.last_days.is_some_and(|days| days.statutory >= as_of)
        };
        let rows: Vec<&RiskRow> = risk.rows.iter().filter(open).collect();
        let mut told = Vec::new();
        for (place, step) in steps.iter().enumerate() {
            let next = steps.get(place + 1).map(|next| i64::from(next.days));
            let reached = |row: &&&RiskRow| {
                let left = row.days_left.unwrap_or(i64::MAX);
                left <= i64::from(step.days) && next.is_none_or(|next| left > next)
            };
            let rows: Vec<&RiskRow> = rows.iter().filter(reached).copied().collect();
            let sum: Ore = rows.iter().map(|row| row.amount).sum();
            let values = |of: &str| {
                self.wording.text(
                    of,
                    &[
                        ("days", TextValue::Count(i64::from(step.days))),
                        ("count", TextValue::Count(i64::try_from(rows.len()).unwrap_or(i64::MAX))),
                        ("sum", sum.into()),
                        ("day", as_of.into()),
                    ],
                )
            };
            let subject = values("escalation-subject");
            let text = match rows.is_empty() {
                true => values("escalation-nothing"),
                false => {
                    let lines = self.escalated(&rows)?;
                    let ending = values("escalation-ending");
                    format!("{}\n\n{}\n\n{ending}\n", values("escalation-text"), lines.join("\n"))
                }
            };
            let recipient = step.recipient.clone();
            told.push(Escalation {
                days: step.days,
                recipient,
                rows: rows.len(),
                sum,
                subject,
                text,
            });
        }
        Ok(told)
    }

    /// A line for each day, unit, compensation and period.
    fn escalated(&self, rows: &[&RiskRow]) -> Result<Vec<String>> {
        let names = crate::law::compensation_names()?;
        let boards: BTreeMap<_, _> = self.read().boards()?.into_iter().collect();
        let mut lines: BTreeMap<Line<'_>, (i64, Ore)> = BTreeMap::new();
        for row in rows {
            let Some(days) = row.last_days else { continue };
            let unit = row.cost_centre.as_ref().map_or("", |unit| unit.0.as_str());
            let key = (days.cautious, unit, row.compensation.0.as_str(), row.period);
            let line = lines.entry(key).or_default();
            line.0 += 1;
            line.1 += row.amount;
        }
        let told = |((day, unit, code, period), (count, sum)): (Line<'_>, (i64, Ore))| {
            let named = boards.iter().find(|(board, _)| board.0 == unit);
            let unit = named.map_or_else(
                || self.wording.text("escalation-no-unit", &[]),
                |(board, name)| format!("{} {name}", board.0),
            );
            let compensation = names.get(code).map_or(code, String::as_str);
            let period = period_words(&*self.wording, period);
            self.wording.text(
                "escalation-line",
                &[
                    ("day", day.into()),
                    ("unit", unit.as_str().into()),
                    ("compensation", compensation.into()),
                    ("code", code.into()),
                    ("period", period.as_str().into()),
                    ("count", TextValue::Count(count)),
                    ("sum", sum.into()),
                ],
            )
        };
        Ok(lines.into_iter().map(told).collect())
    }
}
