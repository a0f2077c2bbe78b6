//! Fördelat till fel nämnd: what was shared by what is not so any more, and its correction.

use std::collections::{BTreeMap, HashMap};

use app::App;
use app::distributing::{Remedy, Settled, WrongRow};
use app::model::{ListNo, ListRecord, PersonNo};
use app::persons::PersonShown;
use domain::Ore;
use domain::codes::CompensationCode;
use domain::person::CostCentre;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::runs::share_sums;
use super::{Nothing, ShareSum, Suspended, month_of, reason_text, suspended};
use crate::areas::day_text;
use crate::error::Outcome;
use crate::{ErrorReply, texts};

/// What a board has of a row, or would have.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BoardShare {
    /// Cost centre.
    pub cost_centre: String,
    /// The board's name.
    pub board: String,
    /// Amount.
    pub amount_ore: i64,
}

/// A row that was shared by what is not so any more.
#[derive(Clone, Debug, Serialize, TS)]
pub struct WrongRowView {
    /// The month of payment, `yyyy-mm`.
    pub month: String,
    /// The id of the distribution that its share stands in.
    pub distribution: String,
    /// The list's id.
    pub list: String,
    /// The file's own name.
    pub file: String,
    /// Line in the file.
    pub line: u32,
    /// Whom the row is about now: the register's own Person-id.
    pub person: Option<String>,
    /// Family and given name.
    pub person_name: Option<String>,
    /// Compensation.
    pub compensation: String,
    /// Its short name.
    pub name: String,
    /// First day of the period.
    pub period_from: Option<String>,
    /// Last day of the period, inclusive.
    pub period_until: Option<String>,
    /// The whole row.
    pub amount_ore: i64,
    /// What has changed: `board`, `identity` or `original`.
    pub cause: String,
    /// The same in words.
    pub cause_text: String,
    /// What each board has.
    pub before: Vec<BoardShare>,
    /// What each would have; nothing where the row goes back to the observation account.
    pub now: Vec<BoardShare>,
    /// Why it would go back there, in words.
    pub reason: Option<String>,
    /// How it is put right: `correct` or `take-back`.
    pub remedy: String,
    /// The same in words.
    pub remedy_text: String,
}

/// How much of a month was shared by what is not so any more.
#[derive(Clone, Debug, Serialize, TS)]
pub struct WrongMonth {
    /// `yyyy-mm`.
    pub month: String,
    /// `oktober 2026`.
    pub name: String,
    /// Rows.
    pub rows: u64,
    /// Of them, those that a correction puts right.
    pub correctable_rows: u64,
    /// What boards would give back, in all.
    pub moved_ore: i64,
}

/// Rows that were shared by what is not so any more.
#[derive(Clone, Debug, Serialize, TS)]
pub struct WrongRows {
    /// `findings` where there are any.
    pub outcome: Outcome,
    /// By month, the oldest first.
    pub months: Vec<WrongMonth>,
    /// The rows, by list and line.
    pub rows: Vec<WrongRowView>,
}

/// Names a row.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct RowToCorrect {
    /// The list's id.
    pub list: String,
    /// Line in the file.
    pub line: u32,
}

/// Corrects what was shared wrongly of a month.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct CorrectRequest {
    /// The month of payment, `yyyy-mm`.
    pub month: String,
    /// The client's id for the correction, a UUID; none: a new one.
    pub id: Option<String>,
    /// The rows; none: all that can be corrected.
    #[serde(default)]
    pub rows: Option<Vec<RowToCorrect>>,
}

/// What a correction did.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CorrectedView {
    /// How it ended.
    pub outcome: Outcome,
    /// The correction's id.
    pub distribution: String,
    /// Its number in the month.
    pub run: u32,
    /// Rows that were shared anew or taken back.
    pub rows: u64,
    /// What went back to the observation account.
    pub suspense_ore: i64,
    /// The differences per board and compensation.
    pub shares: Vec<ShareSum>,
    /// What went back there, row by row.
    pub suspended: Vec<Suspended>,
}

/// What was shared by what is not so any more.
///
/// # Errors
/// When the database cannot be read.
pub fn wrong(app: &mut App, _: Nothing) -> Result<WrongRows, ErrorReply> {
    let found = app.wrong_rows()?;
    let mut months: BTreeMap<_, WrongMonth> = BTreeMap::new();
    for row in &found {
        let month = row.changed.month;
        let sum = months.entry(month).or_insert_with(|| WrongMonth {
            month: month.to_string(),
            name: crate::format::month(month),
            rows: 0,
            correctable_rows: 0,
            moved_ore: 0,
        });
        sum.rows += 1;
        sum.correctable_rows += u64::from(row.remedy == Remedy::Correct);
        sum.moved_ore += moved(row).0;
    }
    let around = Around {
        app,
        boards: app.boards()?.into_iter().collect(),
        people: app.persons_shown(found.iter().filter_map(|row| row.person))?,
        lists: app.lists_by_number()?,
    };
    let rows = found.iter().map(|row| around.row(row)).collect::<Result<Vec<_>, _>>()?;
    Ok(WrongRows {
        outcome: if rows.is_empty() { Outcome::Done } else { Outcome::Findings },
        months: months.into_values().collect(),
        rows,
    })
}

/// What boards would give back of a row, without sign.
fn moved(row: &WrongRow) -> Ore {
    let mut left: BTreeMap<CostCentre, Ore> = BTreeMap::new();
    for share in row.now() {
        *left.entry(share.line.cost_centre.clone()).or_default() += share.amount();
    }
    for share in &row.shares {
        if let Some(centre) = &share.entry.cost_centre {
            *left.entry(centre.clone()).or_default() += -share.entry.amount;
        }
    }
    let gives = |amount: &&Ore| amount.is_negative() != row.changed.row.amount.is_negative();
    left.values().filter(gives).map(|amount| amount.abs()).sum()
}

struct Around<'a> {
    app: &'a App,
    boards: HashMap<CostCentre, String>,
    people: HashMap<PersonNo, PersonShown>,
    lists: HashMap<ListNo, ListRecord>,
}

impl Around<'_> {
    fn board(&self, centre: &CostCentre, amount: Ore) -> BoardShare {
        let name = self.boards.get(centre).cloned();
        BoardShare {
            cost_centre: centre.0.clone(),
            board: name.unwrap_or_else(|| centre.0.clone()),
            amount_ore: amount.0,
        }
    }

    fn row(&self, wrong: &WrongRow) -> Result<WrongRowView, ErrorReply> {
        let row = &wrong.changed.row;
        let law = self.app.law()?;
        let compensation = law.get(&CompensationCode(row.compensation.clone()));
        let list = self.lists.get(&row.list_no);
        let person = wrong.person.and_then(|no| Some((no, &self.people.get(&no)?.line.card)));
        // The boards stand beside: whose the row is would tell where the person lives.
        let open = person.filter(|(no, card)| !self.app.is_closed(*no, card));
        let now = wrong.now();
        let before = wrong.shares.iter().filter_map(|share| {
            share.entry.cost_centre.as_ref().map(|centre| self.board(centre, share.entry.amount))
        });
        let (cause, remedy) = (wrong.cause.as_str(), wrong.remedy.as_str());
        Ok(WrongRowView {
            month: wrong.changed.month.to_string(),
            distribution: wrong.changed.distribution.clone(),
            list: list.map_or_else(String::new, |list| list.id.clone()),
            file: list.map_or_else(String::new, |list| list.file_name.clone()),
            line: row.line,
            person: open.map(|(_, card)| card.id.0.clone()),
            person_name: person.map(|(_, card)| self.app.shown_name(card)),
            compensation: row.compensation.clone(),
            name: compensation.map_or_else(|| row.compensation.clone(), |c| c.short_name.clone()),
            period_from: day_text(row.period.map(|period| period.from)),
            period_until: day_text(row.period.map(|period| period.until)),
            amount_ore: row.amount.0,
            cause: cause.to_owned(),
            cause_text: texts::text(&format!("wrong-cause-{cause}"), &[]),
            before: before.collect(),
            now: now
                .iter()
                .map(|share| self.board(&share.line.cost_centre, share.amount()))
                .collect(),
            reason: match &wrong.settled {
                Settled::Shared { .. } => None,
                Settled::Suspended(reason) => Some(reason_text(reason)),
            },
            remedy: remedy.to_owned(),
            remedy_text: texts::text(&format!("wrong-remedy-{remedy}"), &[]),
        })
    }
}

/// Corrects what was shared wrongly of a month and has been handed over.
///
/// # Errors
/// When it is no month, or there is nothing to correct.
pub fn correct(app: &mut App, request: CorrectRequest) -> Result<CorrectedView, ErrorReply> {
    let month = month_of(&request.month)?;
    let id = request.id.unwrap_or_else(app::new_id);
    let rows: Option<Vec<(String, u32)>> =
        request.rows.map(|rows| rows.into_iter().map(|row| (row.list, row.line)).collect());
    let done = app.correct_distribution(month, &id, rows.as_deref())?;
    let mut shares = share_sums(&done.outcome.shares);
    shares.retain(|share| share.amount_ore != 0);
    Ok(CorrectedView {
        outcome: Outcome::Done,
        distribution: id,
        run: done.outcome.distribution.as_ref().map_or(0, |record| record.run),
        rows: done.rows,
        suspense_ore: done.outcome.suspense.0,
        shares,
        suspended: suspended(app, &done.outcome)?,
    })
}
