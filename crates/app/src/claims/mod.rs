//! Claims: what the city asks Migrationsverket for, from the first line to the receipt.
//!
//! A claim is changed step by step; each counts its version up and is one entry of its log. Whoever asks
//! for a step says which version was seen: of an older one the difference is told instead.

mod checking;
mod evidence;
mod lines;
mod making;
mod package;
mod printing;
mod recomputing;
mod submitting;
mod taking;
mod way;

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;
use domain::claim::{ClaimNumber, ClaimState};
use domain::deadline::{LastDayFault, LastDayRule, LastDays, last_days};
use serde_json::{Value, json};
use store::claims::{
    ClaimDocument, ClaimEvent, ClaimFile, ClaimFilter, ClaimRecord, ClaimSum, Submission,
};
use store::{Changed, ClaimNo, Ending, PersonNo, Write};

use crate::error::{AppError, RefusalCode};
use crate::law::Law;
use crate::wording::TextValue;
use crate::{Action, App, Result};

pub use checking::{ClaimFinding, ClaimLineShown};
pub use evidence::Evidence;
pub use lines::{LineDraft, TypedLine};
pub use making::CreateClaim;
pub use package::PackageFile;
pub use taking::CandidateNamed;
pub use way::LineComment;
pub(crate) use way::preparers;

/// Longest reason, comment or explanation of a difference, in characters.
const WORDS_LENGTH: usize = 4_000;
/// Longest number of a diary, of the agency or of a receipt, in characters.
const NUMBER_LENGTH: usize = 100;

/// Which step of which claim is asked for.
#[derive(Clone, Debug, Default)]
pub struct StepAt {
    /// The claim's id or number.
    pub claim: String,
    /// The client's id of the step: the same once more does nothing.
    pub step: String,
    /// The version of the claim that whoever asks has seen; none: whichever it has.
    pub version: Option<u32>,
}

/// What lists show of a claim.
#[derive(Clone, Debug)]
pub struct ClaimShown {
    /// The claim.
    pub claim: ClaimRecord,
    /// What its lines sum to.
    pub sum: ClaimSum,
    /// Its last days, as far as they hang on no person.
    pub last_days: Option<LastDays>,
}

/// What belongs to a claim besides its lines.
#[derive(Clone, Debug)]
pub struct ClaimContent {
    /// Evidence, without its bytes.
    pub documents: Vec<ClaimDocument>,
    /// What was done, in that order.
    pub log: Vec<ClaimEvent>,
    /// How it was submitted.
    pub submission: Option<Submission>,
    /// The files of the package as it was submitted.
    pub files: Vec<ClaimFile>,
}

impl App {
    /// What belongs to a claim besides its lines.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn claim_content(&self, claim: &ClaimRecord) -> Result<ClaimContent> {
        let (read, claim_no) = (self.read(), claim.claim_no);
        Ok(ClaimContent {
            documents: read.claim_documents(claim_no)?,
            log: read.claim_events(claim_no)?,
            submission: read.submission(claim_no)?,
            files: read.claim_files(claim_no)?,
        })
    }

    /// The claim with that id or number.
    ///
    /// # Errors
    /// When there is none, or the database cannot be read.
    pub fn claim(&self, id_or_number: &str) -> Result<ClaimRecord> {
        let read = self.read();
        let found = match id_or_number.parse::<ClaimNumber>() {
            Ok(number) => read.claim_numbered(number)?,
            Err(_) => read.claim(id_or_number)?,
        };
        found.ok_or_else(|| AppError::refused(RefusalCode::NoSuchClaim).in_field("claim"))
    }

    /// Claims, the latest first, each with its sum and last days.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn claims(&self, filter: &ClaimFilter) -> Result<Vec<ClaimShown>> {
        let claims = self.read().claims(filter)?;
        let numbers: Vec<ClaimNo> = claims.iter().map(|claim| claim.claim_no).collect();
        let sums = self.read().claim_sums(&numbers)?;
        let law = self.law_in_force()?;
        let shown = |claim: ClaimRecord| ClaimShown {
            sum: sums.get(&claim.claim_no).copied().unwrap_or_default(),
            last_days: claim_days(&law, &claim, None, false).and_then(std::result::Result::ok),
            claim,
        };
        Ok(claims.into_iter().map(shown).collect())
    }

    /// Claims whose unit is hidden: a protected person stands in them.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn claims_with_hidden_units(&self) -> Result<HashSet<ClaimNo>> {
        let protected: Vec<PersonNo> = self.protected_persons()?.into_iter().collect();
        Ok(self.read().claims_with(&protected)?.into_iter().collect())
    }

    /// The last days of a claim, as far as they hang on no person.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn last_days_of_claim(&self, claim: &ClaimRecord) -> Result<Option<LastDays>> {
        let law = self.law_in_force()?;
        Ok(claim_days(&law, claim, None, false).and_then(std::result::Result::ok))
    }

    /// The persons of a claim's lines whom nobody may see now, as they are known now.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn closed_persons_of_claim(&self, claim: &ClaimRecord) -> Result<Vec<PersonNo>> {
        let opened = self.opened_persons();
        let closed = self.protected_persons_of_claim(claim)?;
        Ok(closed.into_iter().filter(|person| !opened.contains(person)).collect())
    }

    /// The protected persons of a claim's lines, as they are known now.
    fn protected_persons_of_claim(&self, claim: &ClaimRecord) -> Result<Vec<PersonNo>> {
        let lines = self.read().claim_lines(claim.claim_no)?;
        let persons: Vec<PersonNo> = lines.iter().map(|line| line.person_no).collect();
        let mut now: Vec<PersonNo> = self.read().persons_now(&persons)?.into_values().collect();
        now.sort_unstable();
        now.dedup();
        let protected = self.protected_persons()?;
        now.retain(|person| protected.contains(person));
        Ok(now)
    }

    /// What a step of a claim says.
    #[must_use]
    pub fn claim_step_text(&self, content: &Value) -> String {
        let step = content["step"].as_str().unwrap_or_default();
        let text = |name: &str| content[name].as_str().unwrap_or_default().to_owned();
        let count = content["count"].as_i64().unwrap_or_default();
        let evidence = match text("evidence") {
            code if code.is_empty() => code,
            code => self.evidence_words(&code),
        };
        let mut values: BTreeMap<&str, TextValue> = BTreeMap::new();
        values.insert("count", TextValue::Count(count));
        values.insert("evidence", TextValue::Text(evidence));
        for name in ["person", "receipt", "from"] {
            values.insert(name, TextValue::Text(text(name)));
        }
        let without = content["without"].as_array().into_iter().flatten();
        let without: Vec<&str> = without.filter_map(|one| one.as_str()).collect();
        values.insert("without", TextValue::Text(without.join(", ")));
        let alone = content["alone"].as_bool().unwrap_or_default();
        let suffix = match (alone, without.is_empty()) {
            (true, _) => "-alone",
            (false, false) => "-without",
            (false, true) => "",
        };
        let values: Vec<(&str, TextValue)> = values.into_iter().collect();
        self.wording.text(&format!("claim-log-{step}{suffix}"), &values)
    }

    /// Takes one step of a claim: asks which version was seen, lets `work` change it and say what it
    /// did, and keeps both. The same step once more does nothing.
    fn claim_step(
        &self,
        action: Action,
        at: &StepAt,
        work: impl FnOnce(&Write<'_>, &mut ClaimRecord) -> Result<Value>,
    ) -> Result<ClaimRecord> {
        self.change(action, |write| {
            let mut claim = self.claim(&at.claim)?;
            if write.claim_step_taken(&at.step)? {
                return Ok(Ending::Nothing(claim));
            }
            self.require_version(&claim, at.version)?;
            let content = work(write, &mut claim)?;
            claim.version += 1;
            write.keep_claim(&claim)?;
            write.log_claim(&claim, &at.step, &content)?;
            self.follow_claim(write, &claim)?;
            let detail = json!({
                "number": claim.number.to_string(), "version": claim.version,
                "step": content["step"], "state": claim.state.as_str(),
            });
            Ok(Ending::Changed(Changed { object: claim.id.clone(), value: claim, detail }))
        })
    }

    /// Refuses a step that was asked for by an older version, with who has changed what since.
    fn require_version(&self, claim: &ClaimRecord, seen: Option<u32>) -> Result<()> {
        let Some(seen) = seen.filter(|seen| *seen != claim.version) else { return Ok(()) };
        let since = |event: &ClaimEvent| event.version > seen;
        let told = |event: &ClaimEvent| {
            let values = [
                ("actor", event.actor.as_str().into()),
                ("at", event.at.get(..16).unwrap_or_default().replace('T', " ").as_str().into()),
                ("what", self.claim_step_text(&event.content).as_str().into()),
            ];
            self.wording.text("claim-change", &values)
        };
        let events = self.read().claim_events(claim.claim_no)?;
        let changes: Vec<String> = events.iter().filter(|event| since(event)).map(told).collect();
        Err(AppError::refused(RefusalCode::ClaimChanged)
            .with("version", claim.version)
            .with("changes", changes.join(" "))
            .in_field("version"))
    }
}

/// Refuses to change what is no draft any more.
fn require_open(claim: &ClaimRecord) -> Result<()> {
    if claim.state.is_open() {
        return Ok(());
    }
    Err(AppError::refused(RefusalCode::ClaimNotOpen).with("state", claim.state.as_str()))
}

/// Moves a claim on, where the table of steps allows it.
fn go_on(claim: &mut ClaimRecord, to: ClaimState) -> Result<()> {
    if !claim.state.may_become(to) {
        return Err(AppError::refused(RefusalCode::ClaimStep)
            .with("from", claim.state.as_str())
            .with("to", to.as_str()));
    }
    claim.state = to;
    Ok(())
}

/// The rule of a claim's last day, by the wording of its first days.
fn rule_of(law: &Law, claim: &ClaimRecord) -> Option<LastDayRule> {
    law.catalogue.get(&claim.compensation)?.wording_in(claim.period)?.last_day
}

/// The last days of a claim, for a person received on that day; none where the law sets no limit.
fn claim_days(
    law: &Law,
    claim: &ClaimRecord,
    reception: Option<NaiveDate>,
    first_claim: bool,
) -> Option<std::result::Result<LastDays, LastDayFault>> {
    let rule = rule_of(law, claim)?;
    Some(last_days(rule, claim.period, reception, first_claim))
}
