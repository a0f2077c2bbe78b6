//! What is wrong with a decision beside the register, the codes and the decisions that stand.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::checks::faults_of_meaning;
use domain::codes::{CodeTable, CompensationCode};
use domain::entitlement::limits::LARGEST_AMOUNT;
use domain::matching::{IdentityIndex, MatchReason};
use domain::payment::PaymentRow;
use domain::{Field, Finding, FindingCode, Severity};
use importing::DecisionRow;
use store::PersonNo;
use store::expectation::GrantRecord;

use crate::Result;
use crate::draft::{Draft, Findings, MeantRow, Pass};

/// What a decision says, whatever it was read from: person, compensation, period, day, öre.
type Said = (Option<PersonNo>, CompensationCode, NaiveDate, NaiveDate, NaiveDate, i64);

fn said(grant: &GrantRecord) -> Said {
    let GrantRecord { person, compensation, period, decided_on, amount, .. } = grant;
    (*person, compensation.clone(), period.from, period.until, *decided_on, amount.0)
}

/// A row that has been judged.
pub(crate) struct Judged {
    /// What is wrong with it.
    pub(super) findings: Vec<Finding>,
    /// Whether nothing but who it is about, what for or for which days keeps it from being a decision.
    pub(super) is_left_out: bool,
    /// The decision.
    pub(super) grant: Option<GrantRecord>,
    /// Whether no other decision says the same, here or on a row before it.
    pub(super) is_new: bool,
}

/// Looks at rows in order.
pub(crate) struct Judge<'p> {
    draft: &'p Draft,
    today: NaiveDate,
    codes: CodeTable,
    index: IdentityIndex<PersonNo>,
    standing: BTreeSet<Said>,
    /// Decisions of the rows so far, with their lines.
    seen: BTreeMap<Said, u32>,
}

impl<'p> Judge<'p> {
    pub(super) fn of(pass: &'p Pass<'_>) -> Result<Judge<'p>> {
        Ok(Judge {
            draft: pass.draft,
            today: pass.today,
            codes: pass.write.code_table()?,
            index: pass.write.identity_index()?,
            standing: pass.write.grants(None)?.iter().map(said).collect(),
            seen: BTreeMap::new(),
        })
    }

    pub(super) fn judge(&mut self, meant: &MeantRow<DecisionRow>) -> Judged {
        let (line, DecisionRow { row, of_form }) = (meant.line, &meant.row);
        let mut findings = Findings::of(self.draft);
        findings.take(&meant.findings);
        let is_whole =
            |finding: &Finding| finding.column.is_none() && finding.severity() == Severity::Error;
        if !meant.findings.iter().any(is_whole) {
            for fault in faults_of_meaning(row, of_form, &self.codes) {
                let column = self.draft.format.layout.column_of(&fault);
                let values = fault.values.iter().map(|(name, value)| (name.as_str(), value as _));
                findings.tell(line, column, fault.code, &values.collect::<Vec<_>>());
            }
        }
        let is_sound = !findings.has_errors();
        let grant = if is_sound { self.grant(line, row, &mut findings) } else { None };
        let mut judged = Judged { findings: Vec::new(), is_left_out: false, grant, is_new: false };
        judged.is_left_out = is_sound && judged.grant.is_none();
        if let Some(grant) = &judged.grant {
            judged.is_new = self.is_new(line, grant, &mut findings);
        }
        judged.findings = findings.found();
        judged
    }

    /// The decision that a sound row is; none where it is about nobody, nothing or no days.
    fn grant(
        &self,
        line: u32,
        row: &PaymentRow,
        findings: &mut Findings<'_>,
    ) -> Option<GrantRecord> {
        let column = |field: Field| self.draft.format.layout.column(field.into());
        let code = row.payment_code.as_deref().zip(row.payment_date);
        let code = code.and_then(|(code, day)| self.codes.get(code, day));
        let compensation = code.and_then(|code| code.compensation.clone());
        if compensation.is_none() {
            let place = column(Field::PaymentCode);
            findings.tell(line, place, FindingCode::DecisionWithoutCompensation, &[]);
        }
        let bound = code.is_none_or(|code| code.person_bound);
        let found = self.index.propose(row.dossier_number, row.national_number, bound);
        if !found.matched {
            let code = match found.reason {
                MatchReason::ConflictingNumbers => FindingCode::ConflictingIdentity,
                _ => FindingCode::DecisionPersonUnknown,
            };
            let place = column(Field::DossierNumber).or(column(Field::PersonalNumber));
            findings.tell(line, place, code, &[]);
        }
        for (field, day) in
            [(Field::PeriodFrom, row.period_from), (Field::PeriodUntil, row.period_until)]
        {
            if day.is_none() {
                let values: [(&str, &dyn std::fmt::Display); 1] = [("field", &field)];
                findings.tell(line, column(field), FindingCode::MissingValue, &values);
            }
        }
        let given = self.draft.record.given_day.unwrap_or(self.draft.record.read_on);
        let amount = row.amount?;
        let grant = GrantRecord {
            id: crate::new_id(),
            person: found.person,
            compensation: compensation?,
            period: row.period()?,
            decided_on: row.decision_date.unwrap_or(given),
            amount,
            source: row.case_number.clone().unwrap_or_else(|| self.draft.record.file_name.clone()),
        };
        found.matched.then_some(grant)
    }

    /// Whether nothing says the same as a decision, which must hold by itself.
    fn is_new(&mut self, line: u32, grant: &GrantRecord, findings: &mut Findings<'_>) -> bool {
        let column = |field: Field| self.draft.format.layout.column(field.into());
        if grant.decided_on > self.today {
            let place = column(Field::DecisionDate);
            findings.tell(line, place, FindingCode::NotYetHappened, &[]);
        }
        if grant.amount > LARGEST_AMOUNT || grant.amount < -LARGEST_AMOUNT {
            let limit = LARGEST_AMOUNT.kronor().trunc();
            let values: [(&str, &dyn std::fmt::Display); 1] = [("limit", &limit)];
            let code = FindingCode::AmountTooLarge;
            findings.tell(line, column(Field::Amount), code, &values);
        }
        let said = said(grant);
        if self.standing.contains(&said) {
            findings.tell(line, None, FindingCode::DecisionKnown, &[]);
            return false;
        }
        let first = *self.seen.entry(said).or_insert(line);
        if first != line {
            let values: [(&str, &dyn std::fmt::Display); 1] = [("line", &first)];
            findings.tell(line, None, FindingCode::DecisionTwice, &values);
        }
        first == line
    }
}
