//! Files that are brought in: read into a draft, settled row by row, taken in by one transaction.
//!
//! What the rows are about is a **kind** ([`DraftKind`]). Everything that a person does with a draft
//! stands here once; a kind says what only it knows ([`Content`]): how rows are understood and judged
//! with what is there, what taking one in enters, and whom a row is about.

mod deciding;
mod findings;
mod in_order;
mod kept;
mod opening;
mod reading;
mod report;
mod review;
mod settling;
mod taking;
mod whom;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::person::PersonId;
use domain::schooling::Outcome;
use domain::{Finding, FindingCode};
use importing::{Cells, Profile, ProfileKind, RowFields, RowOverrides};
use store::drafts::{DraftKind, DraftRecord};
use store::{DraftNo, PersonNo, Read, Write};

use crate::error::{AppError, RefusalCode};
use crate::payments::OpenSource;
use crate::{Action, App, Result};

pub(crate) use findings::Findings;
pub(crate) use in_order::{InOrder, each_judged};
pub(crate) use kept::{Draft, MeantRow, Standing, Words};
pub(crate) use opening::OpenRows;
pub(crate) use reading::{Reading, Started};
pub(crate) use settling::Settling;
pub(crate) use taking::Undecided;
pub(crate) use whom::{Found, Who, Whom};

pub use deciding::Decision;
pub use reading::ReadDraft;
pub use review::{DraftAbout, DraftCounts, FieldMeaning, FileFindings, RowMeaning};
pub use taking::Taken;
pub use whom::ListAbout;

/// What only a kind of draft knows.
pub(crate) trait Content {
    /// The kinds of profile that its files are read by, in order of preference.
    fn profiles(&self) -> &'static [ProfileKind];

    /// The use cases of its drafts.
    fn actions(&self) -> Actions;

    /// Whether a finding is about how something is written, and may be accepted without being looked at.
    fn is_of_form(&self, code: FindingCode) -> bool {
        matches!(code, FindingCode::CenturyGuessed | FindingCode::FormulaText)
    }

    /// Keeps the rows of a file ([`Reading::rows`]), and judges them.
    fn read(
        &self,
        reading: &Reading<'_>,
        opened: &mut OpenSource,
        draft_no: DraftNo,
        profile: Profile,
    ) -> Result<Draft>;

    /// The fields of its rows.
    fn fields<'d>(&self, draft: &'d Draft) -> Box<dyn RowFields + 'd>;

    /// Whether its file leaves out the day that is given for all its rows
    /// ([`store::drafts::DraftRecord::given_day`]), and it can be given afterwards.
    fn lacks_day(&self, _draft: &Draft) -> bool {
        false
    }

    /// Judges rows and keeps what is found: those of `lines`, and those that hang on them; without
    /// `lines` all.
    fn judge(&self, pass: &Pass<'_>, lines: Option<&BTreeSet<u32>>) -> Result<()>;

    /// Judges every row and enters what it says, as long as none waits for a decision.
    fn take_in(&self, pass: &Pass<'_>, undecided: &mut Undecided) -> Result<Taken>;

    /// Whom and what rows are about, in their order. For as many rows as stand on a page.
    fn about(&self, read: &Read<'_>, draft: &Draft, rows: &[AskedRow]) -> Result<Vec<About>>;
}

/// The use cases of a kind's drafts, with their rights.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Actions {
    pub(crate) read: Action,
    pub(crate) decide: Action,
    pub(crate) undo: Action,
    pub(crate) discard: Action,
    pub(crate) report: Action,
    pub(crate) take_in: Action,
}

/// What judging rows and taking them in needs to know.
pub(crate) struct Pass<'p> {
    pub(crate) write: &'p Write<'p>,
    pub(crate) draft: &'p Draft,
    pub(crate) standing: &'p Standing,
    pub(crate) actor: &'p str,
    pub(crate) today: NaiveDate,
}

/// A row whose meaning is asked for.
pub(crate) struct AskedRow {
    pub(crate) line: u32,
    pub(crate) written: Cells,
    /// Corrections in force.
    pub(crate) overrides: RowOverrides,
    pub(crate) findings: Vec<Finding>,
}

/// Whom and what a row is about.
#[derive(Default)]
pub(crate) struct About {
    /// The Person-id that it says, else that of whom it is about, as it may be shown.
    pub(crate) id: Option<PersonId>,
    /// Family and given name as the row has them.
    pub(crate) name: String,
    /// Whom it is about, where the register has the person.
    pub(crate) owner: Option<PersonNo>,
    /// Everybody at whom it points.
    pub(crate) persons: BTreeSet<PersonNo>,
    /// Whether the file itself protects whom it is about, and the register has nobody to open.
    pub(crate) by_file: bool,
    /// The meaning of each field, in plain form by name.
    pub(crate) meant: BTreeMap<String, String>,
    /// What becomes of what is known, where the kind tells.
    pub(crate) outcome: Option<Outcome>,
}

/// What only a kind knows: the one table of kinds.
fn content(kind: DraftKind) -> &'static dyn Content {
    match kind {
        DraftKind::Register => &importing::Register,
        DraftKind::Decisions => &importing::Decisions,
        DraftKind::Costs => &importing::Costs,
        DraftKind::School => &importing::SchoolList,
    }
}

impl App {
    /// The draft of a kind with that id, taken in or not.
    ///
    /// # Errors
    /// When there is none, or the database cannot be read.
    pub fn draft(&self, kind: DraftKind, id: &str) -> Result<DraftRecord> {
        let found = self.read().draft(id)?.filter(|draft| draft.kind == kind);
        found.ok_or_else(|| AppError::refused(RefusalCode::NoSuchDraft))
    }

    /// The drafts of a kind that have not been taken in, the newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn open_drafts(&self, kind: DraftKind) -> Result<Vec<DraftRecord>> {
        Ok(self.read().open_drafts(kind)?)
    }

    /// The draft with that id, which must not have been taken in.
    fn open_draft(&self, kind: DraftKind, id: &str) -> Result<Draft> {
        let record = self.draft(kind, id)?;
        if record.committed {
            return Err(AppError::refused(RefusalCode::DraftTakenIn));
        }
        Draft::of(record)
    }

    /// Does something with a draft and the decisions in force.
    fn with_pass<T>(
        &self,
        write: &Write<'_>,
        draft: &Draft,
        work: impl FnOnce(&Pass<'_>) -> Result<T>,
    ) -> Result<T> {
        let standing = Standing::of(write, &draft.record)?;
        let (actor, today) = (self.actor.as_str(), self.today);
        work(&Pass { write, draft, standing: &standing, actor, today })
    }

    /// Judges rows of a draft under the decisions in force: those of `lines`, else all.
    fn judge_rows(
        &self,
        write: &Write<'_>,
        draft: &Draft,
        lines: Option<&BTreeSet<u32>>,
    ) -> Result<()> {
        self.with_pass(write, draft, |pass| draft.content().judge(pass, lines))
    }
}
