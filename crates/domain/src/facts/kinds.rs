//! The kinds of facts about a person, with their fields: one table for the types, the forms on the
//! screen, the columns of files and `docs/FACTS.md`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::choices::{
    AgeBasis, AssignmentLaw, CareBasis, CoverageEnd, Ground, HomeBasis, HouseholdRole, Housing,
    HousingRightBy, InhibitionSection, Marking, PlacementForm, Programme, ProtectedHousingLaw,
    Relationship, SchoolForm, SupportCause, SupportMeasure, UnaccompaniedEnd, ViolenceCause,
};
use crate::Ore;
use crate::identity::{DossierNumber, NationalNumber};
use crate::person::{CostCentre, PersonId};

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldType {
    /// Free text.
    Text,
    /// A day.
    Day,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// True or false.
    Truth,
    /// A dossier number.
    DossierNumber,
    /// A personal or coordination number.
    NationalNumber,
    /// The cost centre of a board.
    CostCentre,
    /// A municipality's name.
    Municipality,
    /// The Person-id of somebody in the register.
    Person,
    /// An amount in öre.
    Amount,
}

/// A type of the fields below.
pub trait FieldValue {
    /// What it holds.
    const TYPE: FieldType;
    /// Whether a fact cannot do without it.
    const REQUIRED: bool = true;
}

impl<T: FieldValue> FieldValue for Option<T> {
    const TYPE: FieldType = T::TYPE;
    const REQUIRED: bool = false;
}

macro_rules! field_values {
    ($($type:ty => $value:ident),+ $(,)?) => {
        $(impl FieldValue for $type { const TYPE: FieldType = FieldType::$value; })+
    };
}

field_values! {
    String => Text, NaiveDate => Day, bool => Truth, DossierNumber => DossierNumber,
    NationalNumber => NationalNumber, CostCentre => CostCentre, Municipality => Municipality,
    PersonId => Person, Ore => Amount,
}

/// A municipality's name, such as `Exempelstads kommun`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Municipality(pub String);

impl Municipality {
    /// Whether both are the same municipality: case and `kommun` or `stad` with the genitive before it
    /// make no difference (`Stockholms stad` is `Stockholm`).
    #[must_use]
    pub fn is_same(&self, other: &Municipality) -> bool {
        self == other || bare(&self.0) == bare(&other.0)
    }

    /// Whether it is a federation of municipalities (kommunalförbund), which may have taken over schooling.
    #[must_use]
    pub fn is_federation(&self) -> bool {
        self.0.to_lowercase().contains(FEDERATION)
    }
}

/// How the word for a federation of municipalities (kommunalförbund) begins; no municipality has it.
const FEDERATION: &str = "kommunalf";

/// A municipality's name without case, `kommun`, `stad` and the genitive.
fn bare(name: &str) -> String {
    let folded = name.trim().to_lowercase();
    let without = folded.strip_suffix(" kommun").or_else(|| folded.strip_suffix(" stad"));
    let bare = without.unwrap_or(&folded).trim();
    bare.strip_suffix('s').unwrap_or(bare).to_owned()
}

/// A field of a kind of fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldSpec {
    /// Its name in the facts document.
    pub name: &'static str,
    /// What it holds.
    pub holds: FieldType,
    /// Whether a fact cannot do without it.
    pub required: bool,
}

/// How many facts of a kind a person can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holding {
    /// One, whatever the day.
    Once,
    /// One at a time: a new one ends the one before.
    OneAtATime,
    /// Several at a time.
    Several,
}

/// Which days a kind of fact has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Days {
    /// None: it holds as long as the person is known.
    None,
    /// One: it happened on that day.
    One,
    /// A first one or none (from the beginning), and a last one or none (until further notice).
    Span,
}

macro_rules! facts {
    ($(
        $(#[$doc:meta])*
        $kind:ident = $text:literal $holding:ident $days:ident {
            $($(#[$field_doc:meta])* $field:ident: $type:ty,)*
        }
    )+) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
            #[serde(deny_unknown_fields)]
            pub struct $kind { $($(#[$field_doc])* pub $field: $type,)* }
        )+

        /// What a fact says.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(tag = "kind")]
        pub enum FactContent {
            $($(#[$doc])* #[serde(rename = $text)] $kind($kind),)+
        }

        /// The kinds of facts, in the order in which a register shows them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum FactKind { $($(#[$doc])* $kind,)+ }

        impl FactKind {
            /// Every kind.
            pub const ALL: &'static [FactKind] = &[$(FactKind::$kind),+];

            /// Its name in the facts document.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(FactKind::$kind => $text),+ }
            }

            /// How many a person can have.
            #[must_use]
            pub fn holding(self) -> Holding {
                match self { $(FactKind::$kind => Holding::$holding),+ }
            }

            /// Which days it has.
            #[must_use]
            pub fn days(self) -> Days {
                match self { $(FactKind::$kind => Days::$days),+ }
            }

            /// Its fields, in the order of the facts document.
            #[must_use]
            pub fn fields(self) -> &'static [FieldSpec] {
                match self {
                    $(FactKind::$kind => &[$(FieldSpec {
                        name: stringify!($field),
                        holds: <$type as FieldValue>::TYPE,
                        required: <$type as FieldValue>::REQUIRED,
                    }),*]),+
                }
            }
        }

        impl FactContent {
            /// Its kind.
            #[must_use]
            pub fn kind(&self) -> FactKind {
                match self { $(FactContent::$kind(_) => FactKind::$kind),+ }
            }
        }
    };
}

facts! {
    /// Sekretessmarkering or protected registration (offentlighets- och sekretesslagen 22 kap. 1 §,
    /// folkbokföringslagen 16 §).
    Protection = "protection" OneAtATime Span {
        /// Which of the two.
        marking: Marking,
    }
    /// The name.
    Name = "name" OneAtATime Span {
        /// Family name.
        family_name: String,
        /// Given name.
        given_name: String,
    }
    /// The birth date, the one to take ages from; it need not be the date part of a number.
    Birth = "birth" Once None {
        /// The day.
        date: NaiveDate,
        /// On what it rests.
        basis: AgeBasis,
    }
    /// Dossiernummer, Migrationsverket's own number.
    Dossier = "dossier-number" Several Span {
        /// The number.
        number: DossierNumber,
    }
    /// Personnummer or samordningsnummer; one follows upon the other.
    National = "national-number" Several Span {
        /// The number.
        number: NationalNumber,
    }
    /// On what legal ground the person is in Sweden. The span of a permit is the permit's.
    LegalGround = "legal-ground" OneAtATime Span {
        /// Which.
        ground: Ground,
        /// The section of a permit, such as `5 kap. 1 §`.
        section: Option<String>,
        /// Whom a family tie is to.
        anchor: Option<PersonId>,
        /// The day of the decision on a permit; none: its first day.
        decided: Option<NaiveDate>,
    }
    /// Covered by the reception act, mottagandelagen (2026:999) 1 kap. 2–6 §§, in force since 1 October
    /// 2026. The last day is the last one on which it covers the person.
    Coverage = "coverage" OneAtATime Span {
        /// Why it ended.
        ended: Option<CoverageEnd>,
    }
    /// The aid of lagen (1994:137) ended because a permit was given, before 1 October 2026 (2026:999
    /// p. 4).
    AidEnded = "aid-ended" Once One {}
    /// A child without a parent or another adult in a parent's place.
    Unaccompanied = "unaccompanied" OneAtATime Span {
        /// Why it ended. That a parent is registered alone does not end it (HFD 2016 ref. 31).
        ended: Option<UnaccompaniedEnd>,
    }
    /// The placement decision (anvisning) of Migrationsverket. Its first day is the day that stands in
    /// the decision. One for settlement holds beside one of the reception act.
    Assignment = "assignment" OneAtATime Span {
        /// The municipality.
        municipality: Municipality,
        /// Migrationsverket's case number of the decision.
        case_number: Option<String>,
        /// The law that it rests on; none: what follows from the person's ground on that day.
        law: Option<AssignmentLaw>,
        /// The day of the decision; none: the first day.
        decided: Option<NaiveDate>,
        /// The day on which the person declined it.
        declined: Option<NaiveDate>,
        /// Taken in as a member of a household only (förordning 2016:39, 9 §), and not within its 11 §.
        household_only: Option<bool>,
    }
    /// Actually received in a municipality. From it and other facts follows the day of förordning
    /// 2010:1122, 6 §.
    Reception = "reception" Once One {
        /// The municipality.
        municipality: Municipality,
        /// Assigned or own housing at that time.
        housing: Option<Housing>,
    }
    /// Registration in the population register (folkbokföring).
    Registration = "registration" OneAtATime Span {
        /// The municipality.
        municipality: Municipality,
        /// The day of Skatteverket's decision, apart from the day from which it counts.
        decided: Option<NaiveDate>,
    }
    /// Where the person actually stays.
    Residence = "residence" OneAtATime Span {
        /// The municipality.
        municipality: Municipality,
        /// The address; closed for protected persons.
        address: Option<String>,
    }
    /// The form of housing.
    HousingForm = "housing" OneAtATime Span {
        /// Which.
        form: Housing,
    }
    /// Right to housing that the municipality must arrange (lag 2026:1326, 10 § first paragraph).
    HousingRight = "housing-right" OneAtATime Span {
        /// By which paragraph of its 11 §.
        paragraph: HousingRightBy,
    }
    /// Placement and care.
    Placement = "placement" OneAtATime Span {
        /// Where.
        form: PlacementForm,
        /// By which law.
        basis: CareBasis,
        /// Day on which care began, where it began before this placement.
        care_begun: Option<NaiveDate>,
    }
    /// God man or specially appointed guardian.
    Guardian = "guardian" OneAtATime Span {
        /// Whether it is a specially appointed guardian (särskilt förordnad vårdnadshavare).
        specially_appointed: bool,
        /// Whether the guardian was the foster home.
        foster_home: bool,
    }
    /// Schooling.
    Schooling = "schooling" OneAtATime Span {
        /// Which form.
        form: SchoolForm,
        /// The municipality that gives it.
        municipality: Option<Municipality>,
        /// Day on which schooling of that form began, where it began before this.
        begun: Option<NaiveDate>,
        /// The programme of upper secondary school.
        programme: Option<Programme>,
    }
    /// The home municipality (hemkommun, skollagen 29 kap. 6 §).
    HomeMunicipality = "home-municipality" OneAtATime Span {
        /// The municipality.
        municipality: Municipality,
        /// Why it is.
        basis: HomeBasis,
    }
    /// Months for which study grant (studiehjälp) has been granted.
    StudyGrant = "study-grant" OneAtATime Span {}
    /// The board and district that answer for the person.
    ResponsibleBoard = "responsible-board" OneAtATime Span {
        /// The board's cost centre.
        cost_centre: CostCentre,
        /// The district or unit within it.
        district: Option<String>,
    }
    /// The municipality has confirmed to Migrationsverket that it goes on answering at 18.
    ResponsibilityConfirmed = "responsibility-confirmed" Once One {}
    /// Absconded: still of the group until departure is confirmed (HFD 2013 ref. 83).
    Absconded = "absconded" OneAtATime Span {}
    /// A decision on refusal of entry, expulsion or return that can be enforced.
    RemovalDecision = "removal-decision" OneAtATime Span {}
    /// Hides, so that the decision cannot be enforced (förordning 2017:193, 8 and 15 §§). Absence alone
    /// is another fact.
    Hiding = "hiding" OneAtATime Span {}
    /// Enforcement is stayed (utlänningslagen 12 kap.).
    Inhibition = "inhibition" OneAtATime Span {
        /// By which section.
        by_section: InhibitionSection,
    }
    /// Support and help in the home, or special housing, that has been granted.
    Support = "support" Several Span {
        /// Which.
        measure: SupportMeasure,
        /// Because of what.
        cause: SupportCause,
    }
    /// Protected housing, or other suitable temporary housing, that has been granted.
    ProtectedHousing = "protected-housing" OneAtATime Span {
        /// By which law.
        law: ProtectedHousingLaw,
        /// Because of what.
        cause: ViolenceCause,
    }
    /// Left Sweden, or asylum elsewhere is confirmed.
    ConfirmedAbroad = "confirmed-abroad" OneAtATime Span {}
    /// Died.
    Died = "died" Once One {}
    /// Aid for the burial was granted on that day (socialtjänstlagen 12 kap. 1 §).
    BurialAid = "burial-aid" Once One {
        /// What was granted.
        amount_ore: Option<Ore>,
    }
    /// Belongs to a household.
    Household = "household" OneAtATime Span {
        /// The household's name in the register, such as `H12`.
        household: String,
        /// As what.
        role: HouseholdRole,
        /// Whether the household came as resettled (kvotfamilj).
        quota: bool,
    }
    /// Is related to somebody in the register.
    Relation = "relation" Several Span {
        /// As what the other stands to this person.
        relationship: Relationship,
        /// The other.
        person: PersonId,
    }
}

impl LegalGround {
    /// A ground of which nothing more is known.
    #[must_use]
    pub fn of(ground: Ground) -> LegalGround {
        LegalGround { ground, section: None, anchor: None, decided: None }
    }
}

impl Assignment {
    /// An assignment of which nothing more is known.
    #[must_use]
    pub fn to(municipality: Municipality) -> Assignment {
        Assignment {
            municipality,
            case_number: None,
            law: None,
            decided: None,
            declined: None,
            household_only: None,
        }
    }
}

impl Registration {
    /// A registration of which nothing more is known.
    #[must_use]
    pub fn at(municipality: Municipality) -> Registration {
        Registration { municipality, decided: None }
    }
}

impl Schooling {
    /// Schooling of which nothing more is known.
    #[must_use]
    pub fn of(form: SchoolForm) -> Schooling {
        Schooling { form, municipality: None, begun: None, programme: None }
    }
}

/// Facts of one kind that hold one at a time among themselves, beside other strands of the kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Strand {
    /// The only one of nearly every kind.
    Main,
    /// Assignments for settlement: whoever was assigned by the reception act goes on living there until
    /// received for settlement (förordning 2017:193, 14 a and 14 c §§).
    Settlement,
}

impl FactContent {
    /// Whether a last day that is told of it stands against what is entered later: coverage is not shortened
    /// unseen, nor what says why it ended.
    #[must_use]
    pub fn keeps_its_end(&self) -> bool {
        matches!(self, FactContent::Coverage(_)) || self.tells_why_it_ended()
    }

    /// Whether it says why it ended.
    #[must_use]
    pub fn tells_why_it_ended(&self) -> bool {
        match self {
            FactContent::Coverage(coverage) => coverage.ended.is_some(),
            FactContent::Unaccompanied(alone) => alone.ended.is_some(),
            _ => false,
        }
    }

    /// The strand of its kind.
    #[must_use]
    pub fn strand(&self) -> Strand {
        match self {
            FactContent::Assignment(assignment)
                if assignment.law.is_some_and(AssignmentLaw::is_for_settlement) =>
            {
                Strand::Settlement
            }
            _ => Strand::Main,
        }
    }
}

impl FactKind {
    /// The kind of that name in the facts document.
    #[must_use]
    pub fn of(name: &str) -> Option<FactKind> {
        FactKind::ALL.iter().copied().find(|kind| kind.name() == name)
    }

    /// Whether a day without such a fact, between two days with one, is a hole that somebody must
    /// look into.
    #[must_use]
    pub fn is_continuous(self) -> bool {
        matches!(
            self,
            FactKind::LegalGround
                | FactKind::Residence
                | FactKind::HousingForm
                | FactKind::ResponsibleBoard
                | FactKind::Registration
        )
    }
}

impl Serialize for FactKind {
    /// By its name in the facts document.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}
