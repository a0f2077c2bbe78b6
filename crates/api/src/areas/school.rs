//! Pupils: their lists brought in as drafts, who goes to school, and four-week periods.

use app::App;
use app::draft::{ListAbout, ReadDraft};
use app::model::DraftKind;
use app::payments::{ListSource, Watch};
use domain::Period;
use domain::person::CostCentre;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use super::draft::{
    DecideDraftRequest, DraftReportRequest, DraftRequest, DraftRowDetail, DraftRowRequest,
    DraftRowsPage, DraftRowsRequest, DraftUndone, DraftView, Drafts, UndoDraftRequest,
};
use super::draft::{draft_handlers, view};
use super::intake::period_of;
use super::persons::{PersonBrief, briefs_of};
pub use super::{Nothing, WrittenFile};
use crate::listing::Part;
use crate::{ErrorReply, texts};

/// What the rows are about.
const KIND: DraftKind = DraftKind::School;

/// Reads a list of pupils into a draft.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ReadSchoolList {
    /// The client's id for the draft; none: a new one. The same id again is the same draft.
    #[serde(default)]
    pub id: Option<String>,
    /// Path of the file: CSV or XLSX.
    pub path: String,
    /// The import profile's name; none: the one that suits.
    #[serde(default)]
    pub profile: Option<String>,
    /// The days that the list is about: `2026Q3`, `2026` or `2026-07-01/2026-09-30`. What it says is cut
    /// at them. None: every day in it is a pupil's own.
    #[serde(default)]
    pub period: Option<String>,
    /// Cost centre of the unit whose list it is; pupils of its last list who are missing are asked for.
    #[serde(default)]
    pub unit: Option<String>,
}

/// Reads a list of pupils into a draft.
///
/// # Errors
/// When the file cannot be read, no single profile suits, or there is no such period or unit.
pub fn read(
    app: &mut App,
    request: ReadSchoolList,
    watch: &dyn Watch,
) -> Result<DraftView, ErrorReply> {
    let period = period_of(request.period.as_deref())?.map(|days| days.days());
    let unit = request.unit.filter(|unit| !unit.trim().is_empty());
    let asked = ReadDraft {
        about: ListAbout { period, unit: unit.map(|unit| CostCentre(unit.trim().to_owned())) },
        given_day: None,
        id: request.id.unwrap_or_else(crate::new_id),
        source: ListSource::File(request.path.into()),
        profile: request.profile,
    };
    let id = app.read_draft(KIND, &asked, watch)?;
    view(app, KIND, &id)
}

draft_handlers!(KIND);

/// Asks who goes to school.
#[derive(Clone, Debug, Default, Deserialize, TS)]
pub struct PupilsRequest {
    /// On any of these days: `2026Q3`, `2026` or two days with a slash; none: on the business date.
    #[serde(default)]
    pub period: Option<String>,
}

/// Where somebody goes to school.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SchoolingView {
    /// `preschool`, `preschool-class`, `compulsory`, `adapted-compulsory`, `upper-secondary`,
    /// `adapted-upper-secondary` or `adult`.
    pub form: String,
    /// The same in words.
    pub form_text: String,
    /// First day; none: from the beginning.
    pub from: Option<String>,
    /// Last day, inclusive; none: until further notice.
    pub until: Option<String>,
    /// Where it was read.
    pub source: Option<String>,
}

/// A pupil.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PupilView {
    /// The register's own Person-id.
    pub person: String,
    /// Who it is, as lists show it.
    pub brief: PersonBrief,
    /// By first day; empty for whoever is protected.
    pub schooling: Vec<SchoolingView>,
}

/// A page of pupils.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PupilsPage {
    /// By number of the person.
    pub pupils: Vec<PupilView>,
    /// How many in all.
    pub total: u64,
}

/// Who goes to school.
///
/// # Errors
/// When there is no such period, or the database cannot be read.
pub fn list(app: &mut App, request: PupilsRequest, part: Part) -> Result<PupilsPage, ErrorReply> {
    let today = app.today();
    let days = period_of(request.period.as_deref())?.map(|days| days.days());
    let days = days.unwrap_or(Period { from: today, until: today });
    let found = app.pupils(days, part.skip(), part.most())?;
    let briefs = briefs_of(app, found.pupils.iter().map(|pupil| pupil.person))?;
    let mut pupils = Vec::with_capacity(found.pupils.len());
    for pupil in found.pupils {
        let Some(brief) = briefs.get(&pupil.person).cloned() else { continue };
        let schooling = pupil.schooling.iter().map(|school| SchoolingView {
            form: school.form.as_str().to_owned(),
            form_text: texts::choice(school.form.as_str()),
            from: super::day_text(school.days.valid_from),
            until: super::day_text(school.days.valid_until),
            source: school.source.clone(),
        });
        let schooling = if brief.protected { Vec::new() } else { schooling.collect() };
        pupils.push(PupilView { person: brief.person.clone(), schooling, brief });
    }
    Ok(PupilsPage { pupils, total: found.total })
}

/// Asks for four-week periods.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct FourWeeksRequest {
    /// Those that begin in it: `2026Q3`, `2026` or two days with a slash.
    pub period: String,
    /// Only those that differ from what the agency's service computed, or of which it is not known.
    #[serde(default)]
    pub differing: bool,
}

/// Four-week periods of a pupil that begin in a quarter.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FourWeeksView {
    /// The register's own Person-id.
    pub person: String,
    /// Who it is, as lists show it.
    pub brief: PersonBrief,
    /// The compensation's code.
    pub compensation: String,
    /// How many.
    pub periods: u64,
    /// Their first days.
    pub starts: Vec<String>,
    /// First day of the first.
    pub from: String,
    /// Last day of the last, inclusive.
    pub until: String,
    /// What they give by the law.
    pub amount_ore: i64,
    /// The claims that ask for them.
    pub claims: Vec<String>,
    /// What these ask for.
    pub claimed_ore: i64,
    /// What the agency's service computed; none where it has not been typed for every line.
    pub service_ore: Option<i64>,
    /// What the service computed, less what the law gives.
    pub difference_ore: Option<i64>,
}

/// Four-week periods.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FourWeeksPage {
    /// By number of the person.
    pub rows: Vec<FourWeeksView>,
    /// How many in all.
    pub total: u64,
    /// What the rows give by the law, on all pages.
    pub sum_ore: i64,
    /// How many of them differ from what the service computed.
    pub differing: u64,
    /// Of how many it is not known.
    pub unknown: u64,
}

/// Four-week periods of every pupil, beside what is asked for and what the agency's service computed.
///
/// # Errors
/// When there is no such period, or the database cannot be read.
pub fn periods(
    app: &mut App,
    request: FourWeeksRequest,
    part: Part,
) -> Result<FourWeeksPage, ErrorReply> {
    let wrong = || app::AppError::refused(app::RefusalCode::ClaimedDaysWrong).in_field("period");
    let days = period_of(Some(&request.period))?.ok_or_else(wrong)?.days();
    let found = app.four_weeks(days)?;
    let rows = found.iter().flat_map(|pupil| pupil.periods.iter().map(|one| (pupil.person, one)));
    let differs = |service: Option<domain::Ore>, amount| service.is_some_and(|sum| sum != amount);
    let all: Vec<_> =
        rows.filter(|(_, one)| !request.differing || one.service() != Some(one.amount)).collect();
    let mut view = FourWeeksPage {
        rows: Vec::new(),
        total: all.len() as u64,
        sum_ore: all.iter().map(|(_, one)| one.amount.0).sum(),
        differing: all.iter().filter(|(_, one)| differs(one.service(), one.amount)).count() as u64,
        unknown: all.iter().filter(|(_, one)| one.service().is_none()).count() as u64,
    };
    let shown: Vec<_> = all.into_iter().skip(part.skip()).take(part.most()).collect();
    let briefs = briefs_of(app, shown.iter().map(|(person, _)| *person))?;
    for (person, one) in shown {
        let Some(brief) = briefs.get(&person).cloned() else { continue };
        let service = one.service();
        view.rows.push(FourWeeksView {
            person: brief.person.clone(),
            brief,
            compensation: one.compensation.0.clone(),
            periods: one.starts.len() as u64,
            starts: one.starts.iter().map(ToString::to_string).collect(),
            from: one.days.from.to_string(),
            until: one.days.until.to_string(),
            amount_ore: one.amount.0,
            claims: one.lines.iter().map(|line| line.claim.clone()).collect(),
            claimed_ore: one.lines.iter().map(|line| line.amount.0).sum(),
            service_ore: service.map(|sum| sum.0),
            difference_ore: service.map(|sum| (sum - one.amount).0),
        });
    }
    Ok(view)
}
