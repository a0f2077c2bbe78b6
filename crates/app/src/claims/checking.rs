//! What is looked at before a claim is sent: each line against the law as it is known now, against other
//! lines and decisions, and the claim against the days and the evidence that the law asks for.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use domain::claim_check::ClaimFindingCode as Code;
use domain::deadline::{DecidedBy, LastDayFault, LastDays, Timeliness, received_in_time};
use domain::entitlement::{Spans, Unmet};
use domain::facts::FactContent;
use domain::identity::{DossierNumber, NationalNumber};
use domain::law::Compensation;
use domain::{Ore, Period};
use store::PersonNo;
use store::claims::{ClaimDocument, ClaimEvent, ClaimLine, ClaimRecord, ClaimedShare, OtherLine};
use store::expectation::{GrantRecord, PaidRecord};

use super::recomputing::{Given, Recomputing};
use super::{claim_days, rule_of};
use crate::law::CalculationDocument;
use crate::persons::PersonShown;
use crate::{App, Result};

/// What was found in a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimFinding {
    /// What it is.
    pub code: Code,
    /// The id of the line that it is about; none: the whole claim.
    pub line: Option<String>,
    /// Named values for the text.
    pub values: Vec<(String, String)>,
    /// Why it was passed, where it was.
    pub passed: Option<String>,
}

/// A line in the form in which the agency's service asks for it.
#[derive(Clone, Debug)]
pub struct ClaimLineShown {
    /// The line.
    pub line: ClaimLine,
    /// The person as it is known now.
    pub person_no: PersonNo,
    /// What lists show of the person.
    pub person: PersonShown,
    /// Dossier number, where one is known.
    pub dossier_number: Option<DossierNumber>,
    /// Full personal number, where one is known.
    pub national_number: Option<NationalNumber>,
    /// The costs that it asks for.
    pub shares: Vec<ClaimedShare>,
}

impl ClaimLineShown {
    /// The number that the service takes: the dossier number of whoever the agency still has a case of,
    /// else the personal number.
    #[must_use]
    pub fn number(&self) -> Option<String> {
        let dossier = self.dossier_number.map(|number| number.to_string());
        dossier.or_else(|| self.national_number.map(|number| number.to_string()))
    }
}

/// Everything that a claim is held against, read in as many statements for a hundred lines as for one.
struct Against<'a> {
    claim: &'a ClaimRecord,
    by: Recomputing,
    documents: HashMap<PersonNo, CalculationDocument>,
    others: Vec<OtherLine>,
    grants: Vec<GrantRecord>,
    paid: Vec<PaidRecord>,
    evidence: Vec<ClaimDocument>,
    protected: HashSet<PersonNo>,
    today: NaiveDate,
}

impl App {
    /// The lines of a claim with their persons and costs, in the order in which they came.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn lines_of_claim(&self, claim: &ClaimRecord) -> Result<Vec<ClaimLineShown>> {
        let read = self.read();
        let lines = read.claim_lines(claim.claim_no)?;
        let persons: Vec<PersonNo> = lines.iter().map(|line| line.person_no).collect();
        let now = read.persons_now(&persons)?;
        let shown = self.persons_shown(now.values().copied())?;
        let mut shares: HashMap<_, Vec<ClaimedShare>> = HashMap::new();
        for share in read.shares_of_claim(claim.claim_no)? {
            if let Some(line_no) = share.line_no {
                shares.entry(line_no).or_default().push(share);
            }
        }
        let mut found = Vec::with_capacity(lines.len());
        for line in lines {
            let person_no = now.get(&line.person_no).copied();
            let person = person_no.and_then(|person| Some((person, shown.get(&person)?.clone())));
            let (person_no, person) = person.ok_or(store::StoreError::Damaged("claim_line"))?;
            found.push(ClaimLineShown {
                dossier_number: person.line.dossier_number,
                national_number: person.line.national_number,
                shares: shares.remove(&line.line_no).unwrap_or_default(),
                line,
                person_no,
                person,
            });
        }
        Ok(found)
    }

    /// What is found in a claim, as it stands today: of the whole claim first, then line by line.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn check_claim(&self, claim: &ClaimRecord) -> Result<Vec<ClaimFinding>> {
        let read = self.read();
        let lines = self.lines_of_claim(claim)?;
        let mut persons: Vec<PersonNo> = lines.iter().map(|line| line.person_no).collect();
        persons.sort_unstable();
        persons.dedup();
        let by = self.recomputing(&claim.compensation)?;
        let paid = match &by.lump_sum_code() {
            Some(code) => read.paid_among(code, &persons)?,
            None => Vec::new(),
        };
        let against = Against {
            claim,
            documents: self.documents_of(&persons)?,
            others: read.other_claim_lines(claim.claim_no, &claim.compensation, &persons)?,
            grants: read.grants_among(&claim.compensation, &persons)?,
            evidence: read.claim_documents(claim.claim_no)?,
            protected: self.protected_persons()?,
            today: self.today(),
            paid,
            by,
        };
        let mut found = against.whole(&lines);
        for line in &lines {
            found.extend(against.line(line, &lines));
        }
        pass(&mut found, &read.claim_events(claim.claim_no)?);
        Ok(found)
    }
}

impl Recomputing {
    fn lump_sum_code(&self) -> Option<domain::codes::CompensationCode> {
        match &self.compensation.counting {
            domain::law::Counting::ActualCost { above, .. } => above.clone(),
            _ => None,
        }
    }
}

fn finding(code: Code, line: Option<&ClaimLineShown>, values: &[(&str, String)]) -> ClaimFinding {
    let values = values.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
    ClaimFinding {
        code,
        line: line.map(|line| line.line.id.clone()),
        values: values.collect(),
        passed: None,
    }
}

fn days(period: Period) -> [(&'static str, String); 2] {
    [("from", period.from.to_string()), ("until", period.until.to_string())]
}

/// Marks what somebody has passed with a reason; the latest reason holds.
fn pass(found: &mut [ClaimFinding], events: &[ClaimEvent]) {
    let passed = events.iter().filter(|event| event.content["step"] == "passed");
    for event in passed {
        let said = |name: &str| event.content[name].as_str();
        let is_meant = |one: &&mut ClaimFinding| {
            Some(one.code.as_str()) == said("finding") && one.line.as_deref() == said("line")
        };
        for one in found.iter_mut().filter(is_meant).filter(|one| one.code.may_be_passed()) {
            one.passed = said("reason").map(str::to_owned);
        }
    }
}

impl Against<'_> {
    /// What is found about the claim as a whole.
    fn whole(&self, lines: &[ClaimLineShown]) -> Vec<ClaimFinding> {
        let mut found = Vec::new();
        if lines.is_empty() {
            found.push(finding(Code::NoLines, None, &[]));
        }
        let protected = |line: &ClaimLineShown| self.protected.contains(&line.person_no);
        if lines.iter().any(protected) && !lines.iter().all(protected) {
            found.push(finding(Code::ProtectedAmongOthers, None, &[]));
        }
        // Where the last day hangs on no person, it is said once.
        if let Some(Ok(days)) = claim_days(&self.by.law, self.claim, None, false) {
            found.extend(self.timely(days, None));
        }
        let needed = self.evidence_needed(self.claim.period);
        for code in needed.iter().filter(|code| !self.proves_any(code)) {
            let values = [("evidence", (*code).clone())];
            found.push(finding(Code::EvidenceMissing, None, &values));
        }
        found
    }

    fn evidence_needed(&self, period: Period) -> &[String] {
        let wording = self.by.compensation.wording_in(period);
        wording.map_or(&[], |wording| &wording.evidence)
    }

    fn proves_any(&self, code: &str) -> bool {
        self.evidence.iter().any(|document| document.evidence == code)
    }

    fn timely(&self, last: LastDays, line: Option<&ClaimLineShown>) -> Option<ClaimFinding> {
        let code = match received_in_time(self.today, last) {
            Timeliness::InTime => return None,
            Timeliness::OnlyByPractice => Code::CautiousPassed,
            Timeliness::OnlyByStatutory => Code::PracticePassed,
            Timeliness::Late => Code::StatutoryPassed,
        };
        let values = [
            ("cautious", last.cautious.to_string()),
            ("practice", last.practice.to_string()),
            ("statutory", last.statutory.to_string()),
        ];
        Some(finding(code, line, &values))
    }

    /// What is found about one line.
    fn line(&self, line: &ClaimLineShown, lines: &[ClaimLineShown]) -> Vec<ClaimFinding> {
        let empty = CalculationDocument::default();
        let document = self.documents.get(&line.person_no).unwrap_or(&empty);
        let mut found = Vec::new();
        self.by_law(line, document, &mut found);
        self.by_costs(line, &mut found);
        self.by_others(line, lines, &mut found);
        self.by_municipalities(line, document, &mut found);
        self.by_last_day(line, document, &mut found);
        self.by_lump_sum(line, document, &mut found);
        self.by_evidence(line, &mut found);
        if line.number().is_none() {
            found.push(finding(Code::NumberMissing, Some(line), &[]));
        }
        if self.protected.contains(&line.person_no) {
            found.push(finding(Code::PersonProtected, Some(line), &[]));
        }
        if let Some(service) = line.line.service.filter(|service| *service != line.line.amount) {
            let values = [("service_ore", service.0.to_string())];
            found.push(finding(Code::ServiceDiffers, Some(line), &values));
        }
        found
    }

    /// Age, coverage, care and the rest of what entitles; days and amount as they are computed now.
    fn by_law(
        &self,
        line: &ClaimLineShown,
        document: &CalculationDocument,
        found: &mut Vec<ClaimFinding>,
    ) {
        let period = line.line.period;
        let mut say =
            |code, values: &[(&str, String)]| found.push(finding(code, Some(line), values));
        let in_four_weeks = self.by.in_four_weeks();
        let ends_outside = self.claim.period.until < period.until && !in_four_weeks;
        if !self.claim.period.holds(period.from) || ends_outside {
            say(Code::LineOutsidePeriod, &days(self.claim.period));
        }
        if let Some(day) = changed_within(&self.by.compensation, period) {
            say(Code::RuleChanged, &[("on", day.to_string())]);
        }
        let shares: Vec<&ClaimedShare> = line.shares.iter().collect();
        match self.by.given(document, &shares, period) {
            Given::NotComputed => say(Code::AmountNotComputed, &[]),
            Given::NoRate => say(Code::RateMissing, &[]),
            Given::Nothing(unmet) => say(Code::NotEntitled, &[("why", unmet_name(unmet))]),
            Given::Amount { amount, days: given, explanation } => {
                let short = period.from < given.from || given.until < period.until;
                let long = given.from < period.from || period.until < given.until;
                if short || (long && !in_four_weeks) {
                    say(Code::DaysWithoutRight, &days(given));
                }
                if amount != line.line.amount {
                    say(Code::AmountDiffers, &[("computed_ore", amount.0.to_string())]);
                }
                if explanation.is_estimated() {
                    let questions: Vec<&str> = explanation.open_questions().collect();
                    say(Code::AmountEstimated, &[("questions", questions.join(", "))]);
                }
            }
        }
    }

    fn by_costs(&self, line: &ClaimLineShown, found: &mut Vec<ClaimFinding>) {
        for share in line.shares.iter().filter(|share| !share.stands) {
            let values = [("voucher", share.voucher.clone())];
            found.push(finding(Code::CostChanged, Some(line), &values));
        }
        let cost: Ore = line.shares.iter().map(|share| share.amount).sum();
        if !line.shares.is_empty() && cost < line.line.amount {
            let values = [("cost_ore", cost.0.to_string())];
            found.push(finding(Code::AmountAboveCost, Some(line), &values));
        }
    }

    /// Other lines and decisions about the same days.
    fn by_others(
        &self,
        line: &ClaimLineShown,
        lines: &[ClaimLineShown],
        found: &mut Vec<ClaimFinding>,
    ) {
        let period = line.line.period;
        let within = lines
            .iter()
            .filter(|other| other.person_no == line.person_no && other.line.id != line.line.id)
            .map(|other| (self.claim.number, other.line.period));
        let others = self.others.iter().filter(|other| other.person == line.person_no);
        let others = others.map(|other| (other.claim, other.period));
        let shares_days = |(_, other): &(_, Period)| other.shared_days(period) > 0;
        if let Some((claim, other)) = within.chain(others).find(shares_days) {
            let code = if self.adds_up() { Code::DaysShared } else { Code::DaysClaimed };
            let [from, until] = days(other);
            let values = [("claim", claim.to_string()), from, until];
            found.push(finding(code, Some(line), &values));
        }
        let of_person = |grant: &&GrantRecord| grant.person == Some(line.person_no);
        let mut grants = self.grants.iter().filter(of_person);
        if let Some(grant) = grants.find(|grant| grant.period.shared_days(period) > 0) {
            found.push(finding(Code::DaysGranted, Some(line), &days(grant.period)));
        }
    }

    /// Another municipality that the register names for the days: what it asks for is known to nobody here.
    fn by_municipalities(
        &self,
        line: &ClaimLineShown,
        document: &CalculationDocument,
        found: &mut Vec<ClaimFinding>,
    ) {
        for fact in &document.facts {
            let municipality = match &fact.content {
                FactContent::Registration(registration) => Some(&registration.municipality),
                FactContent::HomeMunicipality(home) => Some(&home.municipality),
                FactContent::Schooling(schooling) => schooling.municipality.as_ref(),
                _ => None,
            };
            let other = municipality.filter(|other| !other.is_same(&self.by.ours));
            let from = fact
                .validity
                .valid_from
                .unwrap_or(line.line.period.from)
                .max(line.line.period.from);
            let until = fact.validity.valid_until.unwrap_or(line.line.period.until);
            let shared = Period::new(from, until.min(line.line.period.until));
            if let Some((other, shared)) = other.zip(shared) {
                let [from, until] = days(shared);
                let values = [("municipality", other.0.clone()), from, until];
                found.push(finding(Code::OtherMunicipality, Some(line), &values));
            }
        }
    }

    /// Whether lines about the same days sum to what one about both costs would be.
    fn adds_up(&self) -> bool {
        use domain::law::Counting;
        matches!(
            self.by.compensation.counting,
            Counting::ActualCost { above: None, .. } | Counting::PercentMinusFee {}
        )
    }

    fn by_last_day(
        &self,
        line: &ClaimLineShown,
        document: &CalculationDocument,
        found: &mut Vec<ClaimFinding>,
    ) {
        let Some(rule) = rule_of(&self.by.law, self.claim) else { return };
        let before = self.others.iter().any(|other| {
            other.person == line.person_no && other.submitted && other.claim != self.claim.number
        });
        let first = rule.limits_first_claim() && !before;
        if !rule.needs_reception(first) {
            return;
        }
        let reception = self.by.reception(document);
        match claim_days(&self.by.law, self.claim, reception, first) {
            Some(Ok(last)) => {
                if first && last.decided_by == DecidedBy::FirstClaim {
                    let values = [("until", last.practice.to_string())];
                    found.push(finding(Code::FirstClaim, Some(line), &values));
                }
                found.extend(self.timely(last, Some(line)));
            }
            Some(Err(LastDayFault::ReceptionMissing)) => {
                found.push(finding(Code::ReceptionMissing, Some(line), &[]));
            }
            Some(Err(LastDayFault::PeriodBeforeReception)) => {
                let why = unmet_name(Unmet::BeforeReception);
                found.push(finding(Code::NotEntitled, Some(line), &[("why", why)]));
            }
            Some(Err(_)) | None => {}
        }
    }

    /// The lump sum must have come before what exceeds it is asked for.
    fn by_lump_sum(
        &self,
        line: &ClaimLineShown,
        document: &CalculationDocument,
        found: &mut Vec<ClaimFinding>,
    ) {
        let Some((lump_sum, expected)) = self.by.lump_sum(document, line.line.period) else {
            return;
        };
        let mut sum = Ore::ZERO;
        let mut came: BTreeMap<Period, Ore> = BTreeMap::new();
        for row in self.paid.iter().filter(|row| row.person == Some(line.person_no)) {
            let period = row.period_from.zip(row.period_until);
            let period = period.and_then(|(from, until)| Period::new(from, until));
            let Some(period) = period.filter(|days| days.shared_days(line.line.period) > 0) else {
                continue;
            };
            sum += row.amount;
            *came.entry(period).or_default() += row.amount;
        }
        let paid = came.into_iter().filter(|(_, amount)| *amount > Ore::ZERO);
        let missing = expected.without(&Spans::of(paid.map(|(days, _)| days)));
        if !missing.is_empty() {
            let values = [
                ("compensation", lump_sum.code.0.clone()),
                ("paid_ore", sum.0.to_string()),
                ("days", missing.days().to_string()),
            ];
            found.push(finding(Code::LumpSumFirst, Some(line), &values));
        }
    }

    /// Evidence that other lines have and this one lacks; what no line has is said of the claim.
    fn by_evidence(&self, line: &ClaimLineShown, found: &mut Vec<ClaimFinding>) {
        let proves = |document: &&ClaimDocument| {
            document.line_no.is_none_or(|line_no| line_no == line.line.line_no)
        };
        let lacks = |code: &&String| {
            let own = self.evidence.iter().filter(proves);
            self.proves_any(code) && !own.into_iter().any(|document| document.evidence == **code)
        };
        for code in self.evidence_needed(self.claim.period).iter().filter(lacks) {
            let values = [("evidence", code.clone())];
            found.push(finding(Code::EvidenceMissing, Some(line), &values));
        }
    }
}

/// The day on which another wording begins within `period`.
fn changed_within(compensation: &Compensation, period: Period) -> Option<NaiveDate> {
    let begins = compensation.wordings.iter().filter_map(|wording| wording.from);
    let mut within = begins.filter(|from| period.from < *from && *from <= period.until);
    within.next()
}

fn unmet_name(unmet: Unmet) -> String {
    let name = serde_json::to_value(unmet).unwrap_or_default();
    name.as_str().unwrap_or_default().to_owned()
}
