//! What keeps a fact from being entered, told at its line and column.

use chrono::NaiveDate;
use domain::FindingCode;
use domain::facts::{EntryFault, FactKind, Validity};

use super::wanted::Wanted;
use crate::draft::Findings;

impl Wanted {
    pub(super) fn tell(&self, findings: &mut Findings<'_>, fault: &EntryFault) {
        tell_fault(findings, (self.line, self.column), self.content.kind(), self.validity, fault);
    }
}

/// Tells what keeps a fact from being entered, at a line and a column.
pub(crate) fn tell_fault(
    findings: &mut Findings<'_>,
    (line, column): (u32, Option<u16>),
    kind: FactKind,
    validity: Validity,
    fault: &EntryFault,
) {
    let kind = kind.name();
    let of_kind: [(&str, &dyn std::fmt::Display); 1] = [("kind", &kind)];
    let mut tell = |code, values: &[(&str, &dyn std::fmt::Display)]| {
        findings.tell(line, column, code, values);
    };
    match fault {
        EntryFault::BeforeBirth => tell(FindingCode::BeforeBirth, &[]),
        EntryFault::FarAhead { day, .. } => tell(FindingCode::DayFarAhead, &[("day", day)]),
        EntryFault::NotYet => tell(FindingCode::NotYetHappened, &[]),
        EntryFault::AfterDeath { died } => tell(FindingCode::AfterDeath, &[("died", died)]),
        EntryFault::OthersBefore { kind, from } | EntryFault::OthersAfter { kind, from } => {
            tell(FindingCode::OutOfOrder, &[("kind", &kind.name()), ("from", from)]);
        }
        EntryFault::BeforeReception { received } => {
            tell(FindingCode::BeforeReception, &[("kind", &kind), ("received", received)]);
        }
        EntryFault::LeavesBeforeReception { received, .. } => {
            let kind = FactKind::ResponsibleBoard.name();
            tell(FindingCode::BeforeReception, &[("kind", &kind), ("received", received)]);
        }
        EntryFault::EndsBeforeItBegins => {
            let shown = |day: Option<NaiveDate>| day.map(|d| d.to_string()).unwrap_or_default();
            let (from, until) = (shown(validity.valid_from), shown(validity.valid_until));
            tell(FindingCode::PeriodReversed, &[("from", &from), ("until", &until)]);
        }
        EntryFault::FieldOutOfOrder { field, day } => {
            tell(FindingCode::FieldOutOfOrder, &[("field", field), ("day", day)]);
        }
        EntryFault::FieldNotYet { field } => tell(FindingCode::FieldNotYet, &[("field", field)]),
        EntryFault::EndsWithoutLastDay => tell(FindingCode::EndsWithoutLastDay, &of_kind),
        EntryFault::NotYetEighteen { birthday } => {
            tell(FindingCode::NotYetEighteen, &[("birthday", birthday)]);
        }
        EntryFault::BeforeDeath { died } => tell(FindingCode::BeforeDeath, &[("died", died)]),
        EntryFault::SharesDaysWithEnded { until } => {
            tell(FindingCode::SharesDaysWithEnded, &[("until", until)]);
        }
        EntryFault::LawNotYet { from, .. } => tell(FindingCode::LawNotYet, &[("from", from)]),
        EntryFault::LawRepealed { until } => tell(FindingCode::LawRepealed, &[("until", until)]),
        EntryFault::HidesWithoutDecision => tell(FindingCode::HidesWithoutDecision, &[]),
        EntryFault::CorrectsNothing | EntryFault::OtherKind => {
            tell(FindingCode::EntryNotKnown, &[]);
        }
        EntryFault::NeedsOneDay
        | EntryFault::EndsLater { .. }
        | EntryFault::CannotEnd
        | EntryFault::TakesNoDays
        | EntryFault::ThereIsOne { .. }
        | EntryFault::AtTheSameTime { .. } => tell(FindingCode::FactsAtTheSameTime, &of_kind),
    }
}
