//! Last days to apply: those of the intake, and those that somebody types beside the law.

use domain::Ore;
use domain::codes::CompensationCode;
use domain::deadline::{ClaimedDays, ClaimedDaysFault};
use domain::last_day::{Nearness, days_left};
use serde_json::json;
use store::intake::IntakeMark;
use store::last_days::{LastDay, LastDayFilter, LastDayRecord};
use store::{Changed, Ending};

use crate::error::{AppError, RefusalCode};
use crate::typed::{Stated, amount_typed, keep, near_day_typed, text_typed};
use crate::{Action, App, Result};

/// Longest note, in characters.
const NOTE_LENGTH: usize = 500;
/// Largest amount, in öre: a hundred billion kronor. A slip of the hand must not break the sums.
const LARGEST_AMOUNT: Ore = Ore(10_000_000_000_000);

/// A last day as somebody has typed it.
#[derive(Clone, Debug, Default)]
pub struct TypedLastDay {
    /// The client's id; none: the one of this compensation, period and unit, or a new one.
    pub id: Option<String>,
    /// Code of the law.
    pub compensation: String,
    /// `2026Q2`, `2026` or `2026-07-01/2027-06-30`.
    pub period: String,
    /// Cost centre of a board.
    pub unit: String,
    /// ISO day.
    pub last_day: String,
    /// What is lost when the day passes; none where it is not known.
    pub amount: Stated<Option<Ore>>,
    /// A note.
    pub note: Stated<String>,
}

/// What lies in one group of nearness.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastDayGroup {
    /// How near.
    pub nearness: Nearness,
    /// How many.
    pub count: u64,
    /// Known amounts.
    pub amount: Ore,
    /// How many have no amount.
    pub without_amount: u64,
}

/// A page of last days with the sums of all of them.
#[derive(Clone, Debug)]
pub struct LastDays {
    /// This page's, those that are not done first, by day.
    pub days: Vec<LastDayRecord>,
    /// How many in all.
    pub total: u64,
    /// Groups that hold anything, the nearest first; what is done is in none.
    pub groups: Vec<LastDayGroup>,
    /// What is lost within 45 days when nothing is done.
    pub at_risk: Ore,
}

impl App {
    /// Last days by day, with sums by how near they are on the business date.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn last_days(&self, filter: &LastDayFilter, (skip, most): (u32, u32)) -> Result<LastDays> {
        let read = self.read();
        let empty =
            |nearness| LastDayGroup { nearness, count: 0, amount: Ore::ZERO, without_amount: 0 };
        let mut groups = Nearness::ALL.map(empty).to_vec();
        for sum in read.last_day_sums(filter)? {
            let nearness = Nearness::of(days_left(sum.day, self.today()));
            if let Some(group) = groups.iter_mut().find(|group| group.nearness == nearness) {
                group.count += sum.count;
                group.amount += sum.amount;
                group.without_amount += sum.without_amount;
            }
        }
        groups.retain(|group| group.count > 0);
        let near =
            |group: &&LastDayGroup| matches!(group.nearness, Nearness::Urgent | Nearness::Risk);
        let done = if filter.with_done { read.last_days_done(filter)? } else { 0 };
        Ok(LastDays {
            days: read.last_days(filter, skip, most)?,
            total: groups.iter().map(|group| group.count).sum::<u64>() + done,
            at_risk: groups.iter().filter(near).map(|group| group.amount).sum(),
            groups,
        })
    }

    /// Adds a last day or changes it; an amount and a note that are left out stay. The same once
    /// more changes nothing and leaves no event.
    ///
    /// # Errors
    /// All faults of the fields at once; or the last day of that compensation, period and unit is
    /// kept under another id.
    pub fn set_last_day(&mut self, typed: &TypedLastDay) -> Result<LastDayRecord> {
        let id = self.change(Action::SetLastDay, |write| {
            let mut day = self.checked(typed)?;
            let same_key = write.last_day_of(&day.compensation, day.period, &day.cost_centre)?;
            match (&typed.id, &same_key) {
                (Some(id), Some(kept)) if kept.typed.id != *id => {
                    return Err(AppError::refused(RefusalCode::LastDayThereIsOne)
                        .with("last_day", kept.typed.last_day)
                        .in_field("compensation"));
                }
                (None, Some(kept)) => day.id.clone_from(&kept.typed.id),
                _ => {}
            }
            let before = write.last_day(&day.id)?;
            let kept = before.as_ref().map(|before| &before.typed);
            day.amount = typed.amount.or_before(kept.map(|kept| &kept.amount));
            let note = kept.map(|kept| kept.note.as_str());
            day.note = match typed.note {
                Stated::Left => note.unwrap_or_default().to_owned(),
                _ => self.as_meant(day.note, note).map_err(|fault| fault.in_field("note"))?,
            };
            let new = before.is_none();
            if let Some(before) = before.filter(|before| before.typed == day) {
                return Ok(Ending::Nothing(before.typed.id));
            }
            write.put_last_day(&day)?;
            let detail = json!({
                "compensation": day.compensation, "period": day.period.to_string(),
                "unit": day.cost_centre, "last_day": day.last_day, "amount_ore": day.amount,
                "new": new,
            });
            Ok(Ending::Changed(Changed { value: day.id.clone(), object: day.id, detail }))
        })?;
        self.known_last_day(&id)
    }

    /// Marks a last day as done, or as not done after all: what the unit had been said to have nothing of,
    /// or was submitted, is waited for again. The same once more changes nothing.
    ///
    /// # Errors
    /// When there is no such last day.
    pub fn mark_last_day(&mut self, id: &str, done: bool) -> Result<LastDayRecord> {
        self.change(Action::MarkLastDay, |write| {
            let before = self.known_last_day(id)?;
            if before.done.is_some() == done {
                return Ok(Ending::Nothing(()));
            }
            let row = write.intake_row(id)?;
            if !done && row.is_some_and(|row| row.mark.state.is_closed()) {
                write.mark_intake(&crate::new_id(), id, &IntakeMark::default())?;
            }
            write.mark_last_day(id, done)?;
            let detail = json!({ "done": done });
            Ok(Ending::Changed(Changed { value: (), object: id.to_owned(), detail }))
        })?;
        self.known_last_day(id)
    }

    /// The cautious last day of a claim by the law; what hangs on a person's reception has none here.
    fn last_day_by_law(
        &self,
        code: &CompensationCode,
        period: ClaimedDays,
    ) -> Result<chrono::NaiveDate> {
        let law = self.law_in_force()?;
        let found = law.catalogue.get(code);
        let wording = found.and_then(|found| found.wording_in(period.days()));
        let rule = wording.and_then(|wording| wording.last_day);
        let rule = rule.ok_or_else(|| AppError::refused(RefusalCode::NoLastDayRule))?;
        let days = domain::deadline::last_days(rule, period.days(), None, false);
        Ok(days.map_err(|_| AppError::refused(RefusalCode::NoLastDayRule))?.cautious)
    }

    fn known_last_day(&self, id: &str) -> Result<LastDayRecord> {
        let found = self.read().last_day(id)?;
        found.ok_or_else(|| AppError::refused(RefusalCode::NoSuchLastDay).in_field("id"))
    }

    /// Reads every field, all their faults at once.
    fn checked(&self, typed: &TypedLastDay) -> Result<LastDay> {
        let mut faults = Vec::new();
        let compensation = self.compensation_typed(&typed.compensation);
        let compensation = keep(compensation, "compensation", &mut faults);
        let period = keep(period_of(&typed.period), "period", &mut faults);
        let unit = keep(self.unit_typed(&typed.unit), "unit", &mut faults);
        let last_day = match (&compensation, period) {
            // What depends on the two cannot be computed without them.
            (None, _) | (_, None) if typed.last_day.trim().is_empty() => None,
            (Some(code), Some(period)) if typed.last_day.trim().is_empty() => {
                keep(self.last_day_by_law(code, period), "last_day", &mut faults)
            }
            _ => keep(near_day_typed(&typed.last_day, self.today), "last_day", &mut faults),
        };
        let sized = |amount| amount_typed(amount, Ore::ZERO..=LARGEST_AMOUNT);
        let amount = typed.amount.or_before(None).map(sized).transpose();
        let amount = keep(amount, "amount_ore", &mut faults);
        let note = text_typed(&typed.note.or_before(None), NOTE_LENGTH);
        let note = keep(note, "note", &mut faults);
        if let (Some(period), Some(day)) = (period, last_day)
            && day < period.days().from
        {
            let early = AppError::refused(RefusalCode::LastDayBeforePeriod);
            faults.push(early.with("from", period.days().from).in_field("last_day"));
        }
        match (compensation, period, unit, last_day, amount, note) {
            (
                Some(compensation),
                Some(period),
                Some(cost_centre),
                Some(last_day),
                Some(amount),
                Some(note),
            ) if faults.is_empty() => {
                let id = typed.id.clone().unwrap_or_else(crate::new_id);
                Ok(LastDay { id, compensation, period, cost_centre, last_day, amount, note })
            }
            _ => Err(AppError::one_or_several(faults)),
        }
    }
}

fn period_of(text: &str) -> Result<ClaimedDays> {
    text.parse().map_err(|fault| match fault {
        ClaimedDaysFault::NotAPeriod => {
            AppError::refused(RefusalCode::ClaimPeriodWrong).with("text", text)
        }
        _ => AppError::refused(RefusalCode::ClaimedDaysWrong),
    })
}
