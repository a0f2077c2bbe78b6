//! The words that fields of facts choose between.

use serde::{Deserialize, Serialize};

use super::kinds::{FieldType, FieldValue};

macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident { $($(#[$choice_doc:meta])* $choice:ident = $text:literal,)+ })+) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
            pub enum $name { $($(#[$choice_doc])* #[serde(rename = $text)] $choice,)+ }

            impl $name {
                /// Its name in the facts document.
                #[must_use]
                pub fn as_str(self) -> &'static str {
                    match self { $($name::$choice => $text),+ }
                }
            }

            impl FieldValue for $name {
                const TYPE: FieldType = FieldType::Choice(&[$($text),+]);
            }
        )+
    };
}

choices! {
    /// What a birth date rests on.
    AgeBasis {
        /// The person's own word, or papers that nobody has questioned.
        Stated = "stated",
        /// Migrationsverket's assessment.
        Assessed = "assessed",
        /// A court's decision.
        Court = "court",
    }
    /// Legal grounds.
    Ground {
        /// Asylum seeker (lagen 1994:137 1 § första stycket 1).
        AsylumSeeker = "asylum-seeker",
        /// Temporary protection (massflykt, utlänningslagen 21 kap.).
        TemporaryProtection = "temporary-protection",
        /// Has applied for a residence permit on another ground, and may stay meanwhile (lagen 1994:137
        /// 1 § första stycket 3).
        PermitApplicant = "permit-applicant",
        /// Permit of a witness (utlänningslagen 5 kap. 15 §).
        Witness = "witness",
        /// Residence permit (förordning 2010:1122, 5 §).
        Permit = "permit",
        /// Resettled (kvotflykting, utlänningslagen 5 kap. 2 §).
        Quota = "quota",
        /// Family tie to a person of the group (förordning 2010:1122, 5 a §).
        FamilyTie = "family-tie",
        /// A permit ran out and a new one was applied for in time (5 b §).
        RenewalPending = "renewal-pending",
    }
    /// Protection of personal data.
    Marking {
        /// Sekretessmarkering.
        SecrecyMarking = "secrecy-marking",
        /// Skyddad folkbokföring.
        ProtectedRegistration = "protected-registration",
    }
    /// Forms of housing.
    Housing {
        /// Assigned by Migrationsverket (anvisad).
        Assigned = "assigned",
        /// Own housing (EBO, självbosatt).
        Own = "own",
        /// Migrationsverket's accommodation (asylboende).
        Agency = "agency",
        /// Arranged by the municipality.
        Municipal = "municipal",
    }
    /// Where a placed person lives.
    PlacementForm {
        /// At home, with care.
        Home = "home",
        /// Family or network home.
        FosterHome = "foster-home",
        /// Home for care or residence (HVB).
        ResidentialCare = "residential-care",
        /// Supported housing (stödboende).
        SupportedHousing = "supported-housing",
        /// Institution of Statens institutionsstyrelse.
        StateInstitution = "state-institution",
    }
    /// The law that a placement rests on.
    CareBasis {
        /// Socialtjänstlagen.
        Sol = "sol",
        /// Socialtjänstlagen, with a need as of LVU 2 §.
        SolAsLvu2 = "sol-as-lvu-2",
        /// Socialtjänstlagen, with a need as of LVU 3 §.
        SolAsLvu3 = "sol-as-lvu-3",
        /// LVU 2 §.
        Lvu2 = "lvu-2",
        /// LVU 3 §.
        Lvu3 = "lvu-3",
    }
    /// Forms of schooling.
    SchoolForm {
        /// Förskola.
        Preschool = "preschool",
        /// Förskoleklass.
        PreschoolClass = "preschool-class",
        /// Grundskola.
        Compulsory = "compulsory",
        /// Anpassad grundskola.
        AdaptedCompulsory = "adapted-compulsory",
        /// Gymnasieskola.
        UpperSecondary = "upper-secondary",
        /// Anpassad gymnasieskola.
        AdaptedUpperSecondary = "adapted-upper-secondary",
        /// Komvux.
        Adult = "adult",
    }
    /// Roles in a household.
    HouseholdRole {
        /// An adult.
        Adult = "adult",
        /// A child.
        Child = "child",
    }
    /// What somebody is to a person.
    Relationship {
        /// Mother or father.
        Parent = "parent",
        /// Daughter or son.
        Child = "child",
        /// Sister or brother.
        Sibling = "sibling",
        /// Wife or husband, or lives as such.
        Spouse = "spouse",
        /// Another adult in a parent's place.
        Caretaker = "caretaker",
    }
}
