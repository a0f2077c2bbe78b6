//! Why a fact cannot be entered, as the one who enters it is told.

use domain::facts::{EntryFault, FactKind, RelationFault, Validity};

use crate::error::{AppError, RefusalCode};

/// The refusal of a fact of that kind and those days, with its field.
pub(crate) fn refusal(kind: FactKind, validity: Validity, fault: &EntryFault) -> AppError {
    let told = |code| AppError::refused(code).with("kind", kind.name());
    let day_field = match validity {
        _ if kind == FactKind::Birth => "date",
        // One that holds from the beginning has but its last day to come too early.
        Validity { valid_from: None, valid_until: Some(_) } => "valid_until",
        _ => "valid_from",
    };
    let (code, field) = match fault {
        EntryFault::EndsBeforeItBegins => (RefusalCode::FactEndsBeforeItBegins, "valid_until"),
        EntryFault::EndsLater { until } => {
            return told(RefusalCode::FactEndsLater).with("until", until).in_field("valid_until");
        }
        EntryFault::CannotEnd => (RefusalCode::FactCannotEnd, "valid_until"),
        EntryFault::NeedsOneDay if validity.valid_from.is_some() => {
            (RefusalCode::FactNeedsOneDay, "valid_until")
        }
        EntryFault::NeedsOneDay => (RefusalCode::FactNeedsOneDay, "valid_from"),
        EntryFault::TakesNoDays if validity.valid_from.is_none() => {
            (RefusalCode::FactTakesNoDays, "valid_until")
        }
        EntryFault::TakesNoDays => (RefusalCode::FactTakesNoDays, "valid_from"),
        EntryFault::BeforeBirth => (RefusalCode::FactBeforeBirth, day_field),
        EntryFault::NotYet => (RefusalCode::FactNotYet, day_field),
        EntryFault::BeforeReception { received } => {
            return told(RefusalCode::FactBeforeReception)
                .with("received", received)
                .in_field("valid_from");
        }
        EntryFault::AfterDeath { died } => {
            return told(RefusalCode::FactAfterDeath).with("died", died).in_field("valid_from");
        }
        EntryFault::OthersBefore { kind: other, from } => {
            return AppError::refused(RefusalCode::FactOthersBefore)
                .with("kind", other.name())
                .with("from", from)
                .in_field(day_field);
        }
        EntryFault::OthersAfter { kind: other, from } => {
            return AppError::refused(RefusalCode::FactOthersAfter)
                .with("kind", other.name())
                .with("from", from)
                .in_field(day_field);
        }
        EntryFault::LeavesBeforeReception { from, received } => {
            return AppError::refused(RefusalCode::FactLeavesBeforeReception)
                .with("from", from)
                .with("received", received)
                .in_field("kind");
        }
        EntryFault::ThereIsOne { .. } => (RefusalCode::FactThereIsOne, "kind"),
        EntryFault::AtTheSameTime { from, .. } => {
            let code = match from {
                Some(_) => RefusalCode::FactAtTheSameTime,
                None => RefusalCode::FactFromTheBeginning,
            };
            let error = told(code).in_field("valid_from");
            let Some(from) = from else { return error };
            let before = from.pred_opt().unwrap_or(*from);
            return error.with("from", from).with("before", before);
        }
        EntryFault::LawNotYet { from, field } => {
            return told(RefusalCode::FactLawNotYet).with("from", from).in_field(field);
        }
        EntryFault::LawRepealed { until } => {
            return told(RefusalCode::FactLawRepealed).with("until", until).in_field("law");
        }
        EntryFault::FieldOutOfOrder { field, day } => {
            return told(RefusalCode::FactFieldOutOfOrder)
                .with("field", field)
                .with("day", day)
                .in_field(field);
        }
        EntryFault::FieldNotYet { field } => {
            return told(RefusalCode::FactFieldNotYet).with("field", field).in_field(field);
        }
        EntryFault::EndsWithoutLastDay => (RefusalCode::FactEndsWithoutLastDay, "valid_until"),
        EntryFault::NotYetEighteen { birthday } => {
            let field = if kind == FactKind::Birth { "date" } else { "valid_until" };
            return told(RefusalCode::FactNotYetEighteen)
                .with("birthday", birthday)
                .in_field(field);
        }
        EntryFault::BeforeDeath { died } => {
            return told(RefusalCode::FactBeforeDeath).with("died", died).in_field("valid_from");
        }
        EntryFault::SharesDaysWithEnded { until } => {
            let after = until.succ_opt().unwrap_or(*until);
            return told(RefusalCode::FactSharesDaysWithEnded)
                .with("until", until)
                .with("after", after)
                .in_field("valid_from");
        }
        EntryFault::HidesWithoutDecision => (RefusalCode::FactHidesWithoutDecision, "valid_from"),
        EntryFault::CorrectsNothing => (RefusalCode::FactNotKnown, "corrects"),
        EntryFault::OtherKind => (RefusalCode::FactOtherKind, "corrects"),
    };
    told(code).in_field(field)
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
