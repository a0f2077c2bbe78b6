//! Why a fact cannot be entered, as the one who enters it is told.

use domain::facts::{EntryFault, FactKind, RelationFault, Validity};

use crate::error::{AppError, RefusalCode};

/// The refusal of a fact of that kind and those days, with its field.
pub(crate) fn refusal(kind: FactKind, validity: Validity, fault: &EntryFault) -> AppError {
    let (code, field) = code_and_field(kind, validity, fault);
    let error = AppError::refused(code).in_field(field);
    // What stands against it is of another kind than the fact, and named in its place.
    let error = match fault {
        EntryFault::OthersBefore { kind, .. } | EntryFault::OthersAfter { kind, .. } => {
            error.with("kind", kind.name())
        }
        EntryFault::LeavesBeforeReception { .. } => error,
        _ => error.with("kind", kind.name()),
    };
    with_days(error, fault)
}

fn code_and_field(
    kind: FactKind,
    validity: Validity,
    fault: &EntryFault,
) -> (RefusalCode, &'static str) {
    let day_field = match validity {
        _ if kind == FactKind::Birth => "date",
        // One that holds from the beginning has but its last day to come too early.
        Validity { valid_from: None, valid_until: Some(_) } => "valid_until",
        _ => "valid_from",
    };
    let missing_or_not = if validity.valid_from.is_some() { "valid_until" } else { "valid_from" };
    let superfluous = if validity.valid_from.is_none() { "valid_until" } else { "valid_from" };
    match fault {
        EntryFault::EndsBeforeItBegins => (RefusalCode::FactEndsBeforeItBegins, "valid_until"),
        EntryFault::EndsLater { .. } => (RefusalCode::FactEndsLater, "valid_until"),
        EntryFault::CannotEnd => (RefusalCode::FactCannotEnd, "valid_until"),
        EntryFault::NeedsOneDay => (RefusalCode::FactNeedsOneDay, missing_or_not),
        EntryFault::TakesNoDays => (RefusalCode::FactTakesNoDays, superfluous),
        EntryFault::BeforeBirth => (RefusalCode::FactBeforeBirth, day_field),
        EntryFault::FarAhead { field, .. } => (RefusalCode::FactFarAhead, field),
        EntryFault::NotYet => (RefusalCode::FactNotYet, day_field),
        EntryFault::BeforeReception { .. } => (RefusalCode::FactBeforeReception, "valid_from"),
        EntryFault::AfterDeath { .. } => (RefusalCode::FactAfterDeath, "valid_from"),
        EntryFault::OthersBefore { .. } => (RefusalCode::FactOthersBefore, day_field),
        EntryFault::OthersAfter { .. } => (RefusalCode::FactOthersAfter, day_field),
        EntryFault::LeavesBeforeReception { .. } => {
            (RefusalCode::FactLeavesBeforeReception, "kind")
        }
        EntryFault::ThereIsOne { .. } => (RefusalCode::FactThereIsOne, "kind"),
        EntryFault::AtTheSameTime { from: Some(_), .. } => {
            (RefusalCode::FactAtTheSameTime, "valid_from")
        }
        EntryFault::AtTheSameTime { .. } => (RefusalCode::FactFromTheBeginning, "valid_from"),
        EntryFault::LawNotYet { field, .. } => (RefusalCode::FactLawNotYet, field),
        EntryFault::LawRepealed { .. } => (RefusalCode::FactLawRepealed, "law"),
        EntryFault::FieldOutOfOrder { field, .. } => (RefusalCode::FactFieldOutOfOrder, field),
        EntryFault::FieldNotYet { field } => (RefusalCode::FactFieldNotYet, field),
        EntryFault::EndsWithoutLastDay => (RefusalCode::FactEndsWithoutLastDay, "valid_until"),
        EntryFault::NotYetEighteen { .. } if kind == FactKind::Birth => {
            (RefusalCode::FactNotYetEighteen, "date")
        }
        EntryFault::NotYetEighteen { .. } => (RefusalCode::FactNotYetEighteen, "valid_until"),
        EntryFault::BeforeDeath { .. } => (RefusalCode::FactBeforeDeath, "valid_from"),
        EntryFault::SharesDaysWithEnded { .. } => {
            (RefusalCode::FactSharesDaysWithEnded, "valid_from")
        }
        EntryFault::HidesWithoutDecision => (RefusalCode::FactHidesWithoutDecision, "valid_from"),
        EntryFault::CorrectsNothing => (RefusalCode::FactNotKnown, "corrects"),
        EntryFault::OtherKind => (RefusalCode::FactOtherKind, "corrects"),
    }
}

/// The days and fields that the sentence names.
fn with_days(error: AppError, fault: &EntryFault) -> AppError {
    match fault {
        EntryFault::EndsLater { until } | EntryFault::LawRepealed { until } => {
            error.with("until", until)
        }
        EntryFault::BeforeReception { received } => error.with("received", received),
        EntryFault::AfterDeath { died } | EntryFault::BeforeDeath { died } => {
            error.with("died", died)
        }
        EntryFault::OthersBefore { from, .. }
        | EntryFault::OthersAfter { from, .. }
        | EntryFault::LawNotYet { from, .. } => error.with("from", from),
        EntryFault::LeavesBeforeReception { from, received } => {
            error.with("from", from).with("received", received)
        }
        EntryFault::AtTheSameTime { from: Some(from), .. } => {
            error.with("from", from).with("before", from.pred_opt().unwrap_or(*from))
        }
        EntryFault::FieldOutOfOrder { field, day } => error.with("field", field).with("day", day),
        EntryFault::FarAhead { day, .. } => error.with("day", day),
        EntryFault::FieldNotYet { field } => error.with("field", field),
        EntryFault::NotYetEighteen { birthday } => error.with("birthday", birthday),
        EntryFault::SharesDaysWithEnded { until } => {
            error.with("until", until).with("after", until.succ_opt().unwrap_or(*until))
        }
        _ => error,
    }
}

/// The refusal of a relation that cannot be.
pub(super) fn refusal_of_relation(fault: RelationFault) -> AppError {
    let (code, field) = match fault {
        RelationFault::ToItself => (RefusalCode::RelationToItself, "person"),
        RelationFault::ParentNotOlder => (RefusalCode::RelationParentNotOlder, "relationship"),
        RelationFault::BothWays => (RefusalCode::RelationBothWays, "relationship"),
    };
    AppError::refused(code).in_field(field)
}
