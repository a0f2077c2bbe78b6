//! What is wrong with a sample on purpose, and what a reader must say of it.

use domain::FindingCode;
use domain::matching::MatchReason;
use importing::Target;
use serde::Serialize;

use super::draws::{Draws, Stream};
use super::material::LIST_COLUMNS;
use super::rows::{Rows, SampleList, SampleRow};

/// Kinds of anomalies, in turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AnomalyKind {
    /// A row with one fault.
    FaultyRow,
    /// A row that stands twice; the later one is the anomaly.
    DoubleRow,
    /// A row about somebody whom the register does not have.
    UnknownPerson,
    /// A row whose two numbers point at two persons.
    ConflictingIdentities,
}

const KINDS: [AnomalyKind; 4] = [
    AnomalyKind::FaultyRow,
    AnomalyKind::DoubleRow,
    AnomalyKind::UnknownPerson,
    AnomalyKind::ConflictingIdentities,
];

/// From how many anomalies on one is about two persons.
pub(super) const FIRST_CONFLICT: u64 = 4;
/// Persons among whom two are sure to have national numbers.
pub(super) const PERSONS_FOR_CONFLICT: u64 = 20;

/// One anomaly as the answer key has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Anomaly {
    /// Line in the list, the header included.
    pub line: u64,
    /// What it is.
    pub kind: AnomalyKind,
    /// The code of the one finding that it gives when the list is read.
    pub finding: Option<&'static str>,
    /// Field number from 1 of that finding; none for the whole row.
    pub column: Option<u16>,
    /// Line of the earlier row that this one equals.
    pub of_line: Option<u64>,
    /// Why matching leaves it on the observation account.
    pub reason: Option<&'static str>,
}

/// Where an anomaly lies: in a stretch of rows of its own, none of them the first.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    /// Number among all anomalies of the sample.
    pub(super) number: u64,
    /// First row of its stretch.
    stretch: u64,
    pub(super) place: u64,
}

/// Where the anomalies `first..first + count` lie among the rows of a list. Each stretch has at
/// least two rows, so that a double has an ordinary row before it to repeat.
pub(super) fn spots(seed: u64, list: &SampleList, first: u64, count: u64) -> Vec<Spot> {
    let stretch = |nth: u64| nth * list.rows / count;
    (0..count)
        .map(|nth| {
            let (from, until) = (stretch(nth), stretch(nth + 1));
            let number = first + nth;
            let mut draws = Draws::of(seed, Stream::Anomaly, [number, 0]);
            Spot { number, stretch: from, place: from + 1 + draws.below(until - from - 1) }
        })
        .collect()
}

/// Line of a row, under a header of one line.
fn line_of(place: u64) -> u64 {
    place + 2
}

impl Rows<'_> {
    /// The row of an anomaly with its line of the answer key.
    pub(super) fn anomaly(&self, list: &SampleList, spot: Spot) -> (SampleRow, Anomaly) {
        let mut draws = Draws::of(self.seed, Stream::Anomaly, [spot.number, 1]);
        let kind = KINDS[usize::try_from(spot.number % 4).unwrap_or(0)];
        let mut row = self.row(list, spot.place, true);
        let mut anomaly = Anomaly {
            line: line_of(spot.place),
            kind,
            finding: None,
            column: None,
            of_line: None,
            reason: None,
        };
        match kind {
            AnomalyKind::FaultyRow => {
                let fault = &FAULTS[usize::try_from(spot.number / 4).unwrap_or(0) % FAULTS.len()];
                (fault.spoil)(self, &mut row);
                anomaly.finding = Some(fault.finding.as_str());
                anomaly.column = fault.column.map(column_no);
            }
            AnomalyKind::DoubleRow => {
                let earlier = spot.stretch + draws.below(spot.place - spot.stretch);
                row = self.row(list, earlier, false);
                anomaly.finding = Some(FindingCode::DuplicateRow.as_str());
                anomaly.of_line = Some(line_of(earlier));
            }
            AnomalyKind::UnknownPerson => {
                let nobody = self.population.size + spot.number;
                row.set(Target::DossierNumber, &self.population.dossier_number(nobody));
                row.set(Target::PersonalNumber, "");
                anomaly.reason = Some(MatchReason::UnknownPerson.as_str());
            }
            AnomalyKind::ConflictingIdentities => {
                let person = self.person_at(spot.place);
                let other = self.population.other_national_number(person, &mut draws);
                row.set(Target::PersonalNumber, &other.unwrap_or_default());
                anomaly.reason = Some(MatchReason::ConflictingNumbers.as_str());
            }
        }
        (row, anomaly)
    }
}

/// One way to spoil a row, and the one finding it gives.
struct Fault {
    finding: FindingCode,
    column: Option<Target>,
    spoil: fn(&Rows<'_>, &mut SampleRow),
}

const fn fault(
    finding: FindingCode,
    column: Target,
    spoil: fn(&Rows<'_>, &mut SampleRow),
) -> Fault {
    Fault { finding, column: Some(column), spoil }
}

/// The faults that payment lists are known to have, in turn.
const FAULTS: [Fault; 15] = [
    fault(FindingCode::CheckDigit, Target::PersonalNumber, |_, row| {
        row.set(Target::PersonalNumber, "20170101-2394");
    }),
    fault(FindingCode::IdentityDate, Target::PersonalNumber, |_, row| {
        row.set(Target::PersonalNumber, "20081301-2390");
    }),
    fault(FindingCode::ScientificNotation, Target::PersonalNumber, |_, row| {
        row.set(Target::PersonalNumber, "1,99001E+11");
    }),
    fault(FindingCode::LeadingZeroLost, Target::DossierNumber, |_, row| {
        row.set(Target::DossierNumber, "0000136");
    }),
    fault(FindingCode::UnknownPaymentCode, Target::PaymentCode, |_, row| {
        row.set(Target::PaymentCode, "ZZZ9");
    }),
    fault(FindingCode::AmountNotANumber, Target::Amount, |_, row| {
        row.set_amount("9\u{A0}0O0,00");
    }),
    fault(FindingCode::AmountAmbiguous, Target::Amount, |_, row| row.set_amount("97,429.65")),
    fault(FindingCode::PeriodReversed, Target::PeriodFrom, |_, row| {
        let from = row.cells[index(Target::PeriodFrom)].clone();
        row.set(Target::PeriodFrom, "2030-01-01");
        row.set(Target::PeriodUntil, &from);
    }),
    fault(FindingCode::DateImpossible, Target::DecisionDate, |_, row| {
        row.set(Target::DecisionDate, "2026-02-30");
    }),
    Fault {
        finding: FindingCode::TooFewFields,
        column: None,
        spoil: |_, row| {
            row.cells.truncate(11);
            row.amount = None;
        },
    },
    Fault {
        finding: FindingCode::TooManyFields,
        column: None,
        spoil: |_, row| {
            row.cells.insert(index(Target::GivenName), "Test".to_owned());
            row.amount = None;
        },
    },
    fault(FindingCode::MissingIdentity, Target::DossierNumber, |_, row| {
        row.set(Target::DossierNumber, "");
        row.set(Target::PersonalNumber, "");
    }),
    fault(FindingCode::ClawbackPositive, Target::Amount, |rows, row| {
        let code = &row.cells[index(Target::PaymentCode)];
        let groups = rows.material.groups.iter().flat_map(|group| &group.payments);
        let clawback = groups.clone().find(|kind| kind.code == *code).map(|kind| &kind.clawback);
        row.set(Target::PaymentCode, clawback.map_or("", String::as_str));
    }),
    fault(FindingCode::FormulaText, Target::GivenName, |_, row| {
        row.set(Target::GivenName, "=1+1");
    }),
    fault(FindingCode::DaysDiffer, Target::Days, |_, row| row.set(Target::Days, "400")),
];

/// Whether a reader finds nothing wrong with the row itself.
pub(super) fn is_clean(anomaly: Option<&Anomaly>) -> bool {
    anomaly.is_none_or(|anomaly| anomaly.finding.is_none())
}

fn index(target: Target) -> usize {
    LIST_COLUMNS.iter().position(|column| *column == target).unwrap_or(0)
}

fn column_no(target: Target) -> u16 {
    u16::try_from(index(target) + 1).unwrap_or(u16::MAX)
}

impl SampleRow {
    fn set(&mut self, target: Target, text: &str) {
        text.clone_into(&mut self.cells[index(target)]);
    }

    /// Sets an amount that no reader can make out.
    fn set_amount(&mut self, text: &str) {
        self.set(Target::Amount, text);
        self.amount = None;
    }
}
