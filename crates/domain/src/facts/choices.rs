//! The words that fields of facts choose between.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::kinds::{FieldType, FieldValue};
use crate::Period;
use crate::calendar::calendar_day;

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
        /// Home for care or residence with special competence (HVB med särskild kompetens).
        SpecialResidentialCare = "special-residential-care",
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
        /// Lag (2026:1600) 3 kap. 2 §, conditions at home; it replaces LVU on 1 January 2027.
        Care2026Home = "2026:1600-3-2",
        /// Lag (2026:1600) 3 kap. 3 §, the young person's own behaviour.
        Care2026Behaviour = "2026:1600-3-3",
    }
    /// Laws that an assignment (anvisning) rests on.
    AssignmentLaw {
        /// Mottagandelagen (2026:999) 2 kap. 3 §: an unaccompanied child.
        Child = "2-kap-3",
        /// Mottagandelagen 2 kap. 4 § 1: temporary protection.
        Protection = "2-kap-4-1",
        /// Mottagandelagen 2 kap. 4 § 2: applicants for international protection at mass influx.
        MassInflux = "2-kap-4-2",
        /// Lag (2016:38): settlement.
        Settlement2016 = "2016:38",
        /// Lag (2026:1326) 5 §: settlement.
        Settlement2026 = "2026:1326",
        /// Lagen (1994:137) 3 § first paragraph: temporary protection. Counts as mottagandelagen 2 kap.
        /// 4 § (2026:999 p. 6).
        OlderProtection = "lma-3-1",
        /// Lagen (1994:137) 3 § second paragraph: an unaccompanied child. Counts as mottagandelagen 2
        /// kap. 3 §.
        OlderChild = "lma-3-2",
    }
    /// Why coverage by mottagandelagen ended.
    CoverageEnd {
        /// Has a permit and is registered in the population register (1 kap. 3 §).
        RegisteredWithPermit = "registered-with-permit",
        /// Received for settlement.
        ReceivedForSettlement = "received-for-settlement",
        /// Declined the assignment for settlement.
        DeclinedAssignment = "declined-assignment",
        /// Left Sweden without a permit.
        LeftSweden = "left-sweden",
        /// Died.
        Died = "died",
        /// Never covered, for a reason of 1 kap. 6 §.
        Excluded = "excluded",
    }
    /// Why a child is no longer unaccompanied.
    UnaccompaniedEnd {
        /// A parent took care of it.
        ParentTookCare = "parent-took-care",
        /// Custody was transferred.
        CustodyTransferred = "custody-transferred",
        /// It turned 18.
        Turned18 = "turned-18",
        /// Its age was raised.
        AgeRaised = "age-raised",
    }
    /// Paragraphs of lag (2026:1326) 11 § that give a right to housing.
    HousingRightBy {
        /// First paragraph: received after an assignment by 5 §.
        Assigned = "11-1",
        /// Second paragraph: in housing after an assignment by mottagandelagen 2 kap. 4 § 1, and
        /// registered.
        TemporaryProtection = "11-2",
    }
    /// Sections of utlänningslagen by which enforcement is stayed.
    InhibitionSection {
        /// 12 kap. 16 e § first paragraph.
        Section16e = "12-16-e",
        /// 12 kap. 17 a § first paragraph.
        Section17a = "12-17-a",
        /// Another, which gives nothing by förordning 2017:193, 16 §.
        Other = "other",
    }
    /// Measures of support.
    SupportMeasure {
        /// Support and help in the home.
        AtHome = "at-home",
        /// Special housing.
        SpecialHousing = "special-housing",
    }
    /// Why support was granted (förordning 2017:193, 16 a §).
    SupportCause {
        /// Old age.
        OldAge = "old-age",
        /// Illness.
        Illness = "illness",
        /// Disability.
        Disability = "disability",
    }
    /// Laws by which protected housing is granted.
    ProtectedHousingLaw {
        /// Socialtjänstlagen.
        Sol = "sol",
        /// Lag (2024:79) on placement of children in protected housing.
        Placement2024 = "2024:79",
    }
    /// Why protected housing was granted (förordning 2017:193, 16 b §).
    ViolenceCause {
        /// Threats.
        Threat = "threat",
        /// Violence.
        Violence = "violence",
        /// Other abuse.
        Abuse = "abuse",
    }
    /// Programmes of upper secondary school.
    Programme {
        /// Introduktionsprogram.
        Introductory = "introductory",
        /// Nationellt program.
        National = "national",
    }
    /// Why a municipality is the home municipality (skollagen 29 kap. 6 §).
    HomeBasis {
        /// Registered there.
        Registered = "registered",
        /// Stays there permanently.
        StaysPermanently = "stays-permanently",
        /// Stays there for the time being.
        StaysForNow = "stays-for-now",
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

/// First day of mottagandelagen (2026:999).
pub const RECEPTION_ACT: NaiveDate = calendar_day(2026, 10, 1);

/// The first day of lag (2026:1600) on the care of young persons, which replaced LVU.
pub const CARE_ACT: NaiveDate = calendar_day(2027, 1, 1);

impl AssignmentLaw {
    /// Whether it is an assignment for settlement (bosättning).
    #[must_use]
    pub fn is_for_settlement(self) -> bool {
        matches!(self, AssignmentLaw::Settlement2016 | AssignmentLaw::Settlement2026)
    }

    /// The law that a decision by this one counts as (2026:999 p. 6).
    #[must_use]
    pub fn counts_as(self) -> AssignmentLaw {
        match self {
            AssignmentLaw::OlderProtection => AssignmentLaw::Protection,
            AssignmentLaw::OlderChild => AssignmentLaw::Child,
            same => same,
        }
    }

    /// First and last day on which a decision could rest on it, inclusive; no last day: in force.
    #[must_use]
    pub fn in_force(self) -> (NaiveDate, Option<NaiveDate>) {
        match self {
            AssignmentLaw::Child | AssignmentLaw::Protection | AssignmentLaw::MassInflux => {
                (RECEPTION_ACT, None)
            }
            AssignmentLaw::Settlement2016 => {
                (calendar_day(2016, 3, 1), Some(calendar_day(2026, 12, 31)))
            }
            AssignmentLaw::Settlement2026 => (calendar_day(2027, 1, 1), None),
            // Unaccompanied children were assigned before 2022 too; temporary protection since 2022:1006.
            AssignmentLaw::OlderProtection => (calendar_day(2022, 7, 1), RECEPTION_ACT.pred_opt()),
            AssignmentLaw::OlderChild => (calendar_day(2006, 7, 1), RECEPTION_ACT.pred_opt()),
        }
    }
}

impl CareBasis {
    /// The ground of LVU that a decision by this law is read as, until the ordinances name the act that
    /// replaced it (2026:1600 p. 3).
    #[must_use]
    pub fn read_as(self) -> CareBasis {
        match self {
            CareBasis::Care2026Home => CareBasis::Lvu2,
            CareBasis::Care2026Behaviour => CareBasis::Lvu3,
            same => same,
        }
    }

    /// The days on which the ordinances leave open whether care by this law counts: always by the act of
    /// 2026, which they do not name, and by LVU once that act has replaced it.
    #[must_use]
    pub fn left_open(self) -> Period {
        let from = match self {
            CareBasis::Care2026Home | CareBasis::Care2026Behaviour => NaiveDate::MIN,
            CareBasis::Lvu2 | CareBasis::Lvu3 => CARE_ACT,
            CareBasis::Sol | CareBasis::SolAsLvu2 | CareBasis::SolAsLvu3 => NaiveDate::MAX,
        };
        Period { from, until: NaiveDate::MAX }
    }
}
