//! Decisions read from a file and taken in at once, all or none.

use chrono::NaiveDate;
use domain::{Finding, Ore, Severity};
use importing::Decisions;
use serde_json::json;
use store::drafts::DraftKind;
use store::{Changed, Ending};

use crate::draft::{Decision, Draft, ListAbout, Pass, ReadDraft, Standing, Started, each_judged};
use crate::error::{AppError, RefusalCode};
use crate::payments::{ListSource, Watch};
use crate::{Action, App, Result};

/// What a file of decisions brought in.
#[derive(Clone, Debug, Default)]
pub struct DecisionsRead {
    /// Decisions entered; none where there are findings.
    pub entered: u64,
    /// Rows that were entered before, from the same file or by hand.
    pub known: u64,
    /// What they grant together.
    pub amount: Ore,
    /// Lines about somebody whom the register does not have, or of a code without compensation: left
    /// out.
    pub left_out: Vec<u32>,
    /// What is wrong; nothing is entered then.
    pub findings: Vec<Finding>,
}

impl App {
    /// Reads decisions from a file and takes them in, all or none: whoever wants to settle rows reads
    /// it into a draft ([`App::read_draft`]). The day of a decision is that of its row, or `decided_on`
    /// where the file has none.
    ///
    /// # Errors
    /// When the file cannot be read, no single profile suits, or a draft of it waits.
    pub fn read_decisions(
        &mut self,
        source: ListSource,
        profile: Option<&str>,
        decided_on: NaiveDate,
        watch: &dyn Watch,
    ) -> Result<DecisionsRead> {
        let (id, profile) = (crate::new_id(), profile.map(str::to_owned));
        let asked = ReadDraft {
            id,
            source,
            profile,
            given_day: Some(decided_on),
            about: ListAbout::default(),
        };
        self.change(Action::EnterGrant, |write| {
            let record = match self.read_into(write, DraftKind::Decisions, &asked, watch)? {
                Started::Now(changed) => changed.value,
                Started::Known(draft) | Started::Open(draft) => {
                    let refused = AppError::refused(RefusalCode::DecisionsDraftOpen);
                    return Err(refused.with("date", draft.read_on));
                }
            };
            let draft = Draft::of(write.draft(&record.id)?.unwrap_or(record))?;
            // Nobody is there who could look at what was not read.
            let mut found =
                DecisionsRead { findings: draft.format.findings.clone(), ..Default::default() };
            let mut decisions: Vec<(u32, Decision)> = Vec::new();
            let standing = Standing::of(write, &draft.record)?;
            let (actor, today) = (self.actor.as_str(), self.today);
            let pass = Pass { write, draft: &draft, standing: &standing, actor, today };
            each_judged::<Decisions>(&pass, None, |line, judged| {
                if judged.is_left_out {
                    found.left_out.push(line);
                    decisions.push((line, Decision::Park));
                    return;
                }
                let (errors, warnings): (Vec<Finding>, Vec<Finding>) = judged
                    .findings
                    .into_iter()
                    .partition(|finding| finding.severity() == Severity::Error);
                if errors.is_empty() && !warnings.is_empty() {
                    decisions.push((line, Decision::Accept));
                }
                found.findings.extend(errors);
            })?;
            if !found.findings.is_empty() {
                return Ok(Ending::Nothing(found));
            }
            self.decide_in_draft(write, &draft, &decisions)?;
            let taken = self.take_in(write, &draft)?;
            (found.entered, found.known) = (taken.added, taken.unchanged);
            found.amount = taken.amount.unwrap_or_default();
            if taken.added == 0 {
                return Ok(Ending::Nothing(found));
            }
            let detail = json!({
                "entered": found.entered, "amount_ore": found.amount,
                "left_out": found.left_out.len(),
            });
            let object = "decisions".to_owned();
            Ok(Ending::Changed(Changed { value: found, object, detail }))
        })
    }
}
