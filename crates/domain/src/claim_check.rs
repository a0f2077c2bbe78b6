//! What is looked at before a claim is sent: the codes of what can be found, and what each stops.

use crate::Severity;

macro_rules! claim_findings {
    ($($(#[$doc:meta])* $name:ident = $text:literal $severity:ident),+ $(,)?) => {
        /// The stable codes of what is found in a claim; `assets/texts` has the sentences.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ClaimFindingCode { $($(#[$doc])* $name),+ }

        impl ClaimFindingCode {
            /// Every code.
            pub const ALL: &'static [ClaimFindingCode] = &[$(ClaimFindingCode::$name),+];

            /// The code as it stands in contracts and documents.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(ClaimFindingCode::$name => $text),+ }
            }

            /// The one with that name.
            #[must_use]
            pub fn parse(text: &str) -> Option<ClaimFindingCode> {
                ClaimFindingCode::ALL.iter().copied().find(|one| one.as_str() == text)
            }

            /// Whether the claim cannot be approved with it.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(ClaimFindingCode::$name => Severity::$severity),+ }
            }
        }
    };
}

claim_findings! {
    /// The claim asks for nothing.
    NoLines = "no-lines" Error,
    /// The person is not entitled on these days. Value: `why`.
    NotEntitled = "not-entitled" Error,
    /// Some of the days give no right. Values: `from`, `until` (the days that do).
    DaysWithoutRight = "days-without-right" Error,
    /// What the law gives now is another amount. Value: `computed_ore`.
    AmountDiffers = "amount-differs" Error,
    /// The amount rests on an estimate or an open question. Value: `questions`.
    AmountEstimated = "amount-estimated" Warning,
    /// The program does not compute the compensation.
    AmountNotComputed = "amount-not-computed" Warning,
    /// A value of the law is missing.
    RateMissing = "rate-missing" Error,
    /// More is asked for than was borne. Value: `cost_ore`.
    AmountAboveCost = "amount-above-cost" Error,
    /// The line's days lie outside the claim's. Values: `from`, `until` (of the claim).
    LineOutsidePeriod = "line-outside-period" Error,
    /// Another line asks for the same days. Values: `claim`, `from`, `until`.
    DaysClaimed = "days-claimed" Error,
    /// Another line asks for the same days, of a compensation whose costs add up. Values as above.
    DaysShared = "days-shared" Warning,
    /// The agency has granted the same days already. Values: `from`, `until`.
    DaysGranted = "days-granted" Error,
    /// The register says that the person belongs to another municipality on some of the days, which may ask
    /// for them too. Values: `municipality`, `from`, `until`.
    OtherMunicipality = "other-municipality" Warning,
    /// A cost was corrected or withdrawn after the line was made. Value: `voucher`.
    CostChanged = "cost-changed" Error,
    /// Neither dossier number nor full personal number is known.
    NumberMissing = "number-missing" Error,
    /// The day of reception must be known, and is not.
    ReceptionMissing = "reception-missing" Error,
    /// The first claim of its kind for the person: it must arrive within three years from reception.
    /// Value: `until`.
    FirstClaim = "first-claim" Warning,
    /// The cautious last day has passed. Values: `cautious`, `practice`, `statutory`.
    CautiousPassed = "cautious-passed" Warning,
    /// The last day as the agency writes it has passed. Values as above.
    PracticePassed = "practice-passed" Warning,
    /// The last day by every way of counting has passed. Values as above.
    StatutoryPassed = "statutory-passed" Error,
    /// The law changed within the line's days. Value: `on`.
    RuleChanged = "rule-changed" Warning,
    /// The person is protected.
    PersonProtected = "person-protected" Warning,
    /// A protected person stands beside others.
    ProtectedAmongOthers = "protected-among-others" Error,
    /// Evidence is missing. Value: `evidence`.
    EvidenceMissing = "evidence-missing" Error,
    /// The lump sum has not come for all days. Values: `compensation`, `paid_ore`, `days`.
    LumpSumFirst = "lump-sum-first" Error,
    /// The agency's service computed another amount. Value: `service_ore`.
    ServiceDiffers = "service-differs" Warning,
}

impl ClaimFindingCode {
    /// Whether it may be passed with a reason: what the law asks for in an order, or as proof, can be
    /// fulfilled outside the program.
    #[must_use]
    pub fn may_be_passed(self) -> bool {
        matches!(self, ClaimFindingCode::EvidenceMissing | ClaimFindingCode::LumpSumFirst)
    }
}
