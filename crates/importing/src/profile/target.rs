//! What a column of a list can hold.

use std::fmt;

use domain::Field;
use serde::{Deserialize, Serialize};

/// Which kind of list a profile reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProfileKind {
    /// Utbetalningslista.
    PaymentList,
    /// Personkrets.
    Register,
    /// Beslut.
    Decisions,
    /// Kostnader.
    Costs,
    /// Elever.
    School,
}

impl ProfileKind {
    /// Every kind.
    pub const ALL: &'static [ProfileKind] = &[
        ProfileKind::PaymentList,
        ProfileKind::Register,
        ProfileKind::Decisions,
        ProfileKind::Costs,
        ProfileKind::School,
    ];

    /// The kind as profiles write it.
    #[must_use]
    pub fn parse(text: &str) -> Option<ProfileKind> {
        ProfileKind::ALL.iter().copied().find(|kind| kind.as_str() == text)
    }

    /// The kind as profiles write it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            ProfileKind::PaymentList => "payment-list",
            ProfileKind::Register => "register",
            ProfileKind::Decisions => "decisions",
            ProfileKind::Costs => "costs",
            ProfileKind::School => "school",
        }
    }
}

macro_rules! targets {
    ($($(#[$doc:meta])* $name:ident = $text:literal in $kind:ident),+ $(,)?) => {
        /// What a column of a list holds.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Target { $($(#[$doc])* $name),+ }

        impl Target {
            /// Every target, in the order of a list.
            pub const ALL: &'static [Target] = &[$(Target::$name),+];

            /// The name in profiles and contracts, such as `payment_date`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Target::$name => $text),+ }
            }

            /// Whether a list of that kind can hold it.
            #[must_use]
            pub fn is_in(self, kind: ProfileKind) -> bool {
                match self { $(Target::$name => Kinds::$kind.holds(kind)),+ }
            }
        }
    };
}

/// Which kinds of list a target belongs to.
enum Kinds {
    /// Payment lists alone.
    Paid,
    /// Payment lists and decisions.
    Payments,
    /// The same, and costs.
    Money,
    Register,
    /// The register and lists of pupils.
    People,
    /// The register and what names its persons by its own id.
    Persons,
    /// The register and costs.
    Units,
    Costs,
    /// All of them.
    Every,
}

impl Kinds {
    fn holds(self, kind: ProfileKind) -> bool {
        let is_payment = matches!(kind, ProfileKind::PaymentList | ProfileKind::Decisions);
        match self {
            Kinds::Every => true,
            Kinds::Paid => kind == ProfileKind::PaymentList,
            Kinds::Payments => is_payment,
            Kinds::Money => is_payment || kind == ProfileKind::Costs,
            Kinds::Register => kind == ProfileKind::Register,
            Kinds::People => matches!(kind, ProfileKind::Register | ProfileKind::School),
            Kinds::Persons => !is_payment,
            Kinds::Units => matches!(kind, ProfileKind::Register | ProfileKind::Costs),
            Kinds::Costs => kind == ProfileKind::Costs,
        }
    }
}

targets! {
    /// Day of payment.
    PaymentDate = "payment_date" in Paid,
    /// Day of the decision.
    DecisionDate = "decision_date" in Payments,
    /// Case number of Migrationsverket.
    CaseNumber = "case_number" in Payments,
    /// Payment code.
    PaymentCode = "payment_code" in Payments,
    /// Clear text of the code.
    CompensationText = "compensation_text" in Payments,
    /// The register's own id of a person.
    PersonId = "person_id" in Persons,
    /// Dossier number.
    DossierNumber = "dossier_number" in Every,
    /// Personal or coordination number.
    PersonalNumber = "personal_number" in Every,
    /// Family name.
    FamilyName = "family_name" in Every,
    /// Given name.
    GivenName = "given_name" in Every,
    /// Family name and given name in one column, split at the last `, `.
    FullName = "full_name" in Every,
    /// First day of the period.
    PeriodFrom = "period_from" in Money,
    /// Last day of the period, inclusive.
    PeriodUntil = "period_until" in Money,
    /// Number of days.
    Days = "days" in Payments,
    /// Amount in kronor.
    Amount = "amount" in Money,
    /// Day of birth.
    BirthDate = "birth_date" in People,
    /// Name of the board that answers for the person.
    BoardName = "board_name" in Register,
    /// Cost centre of that board.
    CostCentre = "cost_centre" in Units,
    /// A label for people, free text.
    Group = "group" in Register,
    /// Day of reception.
    Received = "received" in Register,
    /// First day on which the board answers for the person.
    BoardFrom = "board_from" in Register,
    /// Code or name of a compensation.
    Compensation = "compensation" in Costs,
    /// First and last day in one column, or a month, quarter or year.
    Period = "period" in Costs,
    /// The persons' own fee, in kronor.
    Fee = "fee" in Costs,
    /// Number in the finance system.
    Voucher = "voucher" in Costs,
    /// What a cost was for.
    Item = "item" in Costs,
    /// Value added tax, in kronor.
    Vat = "vat" in Costs,
    /// The currency of the amounts.
    Currency = "currency" in Costs,
}

impl Target {
    /// The target with that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Target> {
        Target::ALL.iter().copied().find(|target| target.name() == name)
    }

    /// Whether its text is a date.
    #[must_use]
    pub fn is_date(self) -> bool {
        matches!(
            self,
            Target::PaymentDate
                | Target::DecisionDate
                | Target::PeriodFrom
                | Target::PeriodUntil
                | Target::BirthDate
                | Target::Received
                | Target::BoardFrom
        )
    }
}

impl From<Field> for Target {
    fn from(field: Field) -> Target {
        match field {
            Field::PaymentDate => Target::PaymentDate,
            Field::DecisionDate => Target::DecisionDate,
            Field::CaseNumber => Target::CaseNumber,
            Field::PaymentCode => Target::PaymentCode,
            Field::CompensationText => Target::CompensationText,
            Field::DossierNumber => Target::DossierNumber,
            Field::PersonalNumber => Target::PersonalNumber,
            Field::FamilyName => Target::FamilyName,
            Field::GivenName => Target::GivenName,
            Field::PeriodFrom => Target::PeriodFrom,
            Field::PeriodUntil => Target::PeriodUntil,
            Field::Days => Target::Days,
            Field::Amount => Target::Amount,
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_a_payment_list_is_a_target_of_the_same_name() {
        for field in Field::ALL {
            assert_eq!(Target::from(field).name(), field.name());
            assert!(Target::from(field).is_in(ProfileKind::PaymentList));
        }
    }
}
