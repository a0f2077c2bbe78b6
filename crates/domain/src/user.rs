//! Who works with the program: what each role may be trusted with, and what an attest covers.
//!
//! The table of roles stands here alone ([`Role::rights`]); `docs/SECURITY.md` is written from it.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::Ore;
use crate::case::words;
use crate::person::CostCentre;

words! {
    /// What somebody may be trusted with.
    Right {
        /// Open the database, close it and set the business date.
        Enter = "enter",
        /// See what waits, and find.
        SeeWork = "see-work",
        /// See persons and registers that are being brought in.
        SeePersons = "see-persons",
        /// See cases, claims, last days and watches.
        SeeCases = "see-cases",
        /// See payment lists, their rows and matches, and what is expected.
        SeePayments = "see-payments",
        /// See distributions and booking orders.
        SeeBooking = "see-booking",
        /// See the law, codes, keys, accounts, profiles, settings, and who has which role.
        SeeRules = "see-rules",
        /// Read the audit chain.
        SeeHistory = "see-history",
        /// Read payment lists in, settle and match them.
        HandlePayments = "handle-payments",
        /// Add and change persons.
        HandlePersons = "handle-persons",
        /// Open a protected person, with a reason.
        OpenProtected = "open-protected",
        /// Change or end what protects a person's data.
        LiftProtection = "lift-protection",
        /// Handle cases, claims and their last days.
        HandleCases = "handle-cases",
        /// Share payments between the boards.
        Distribute = "distribute",
        /// Make booking orders.
        PrepareBooking = "prepare-booking",
        /// Attest booking orders and approve claims; never those one has prepared.
        Attest = "attest",
        /// Change codes, keys, accounts, profiles and settings.
        Administer = "administer",
        /// Add and end users, roles and attests.
        ManageUsers = "manage-users",
        /// Look through who has read what about whom.
        ReviewLog = "review-log",
        /// Take everything out of the program in open formats.
        Leave = "leave",
    }
    /// What somebody is in the program.
    Role {
        /// Handles the whole city's grants.
        Handler = "handler",
        /// Handles what belongs to some boards.
        DistrictHandler = "district-handler",
        /// Attests what others have prepared, within the attest register.
        Attestant = "attestant",
        /// Looks after tables, settings, users and backups; handles no grants.
        Administrator = "administrator",
        /// Reads, and draws samples of what was read.
        Auditor = "auditor",
        /// A program that reads in and exports by itself; nobody's word.
        Service = "service",
    }
    /// What an attest may be for.
    ActKind {
        /// A booking order.
        BookingOrder = "booking-order",
        /// The approval of a claim.
        Claim = "claim",
        /// A claim that is given up as lost.
        Lost = "lost",
    }
}

impl Role {
    /// What the role may be trusted with: the table of rights.
    #[must_use]
    pub fn rights(self) -> &'static [Right] {
        use Right::{
            Administer, Attest, Distribute, Enter, HandleCases, HandlePayments, HandlePersons,
            Leave, LiftProtection, ManageUsers, OpenProtected, PrepareBooking, ReviewLog,
            SeeBooking, SeeCases, SeeHistory, SeePayments, SeePersons, SeeRules, SeeWork,
        };
        match self {
            Role::Handler => &[
                Enter,
                SeeWork,
                SeePersons,
                SeeCases,
                SeePayments,
                SeeBooking,
                SeeRules,
                HandlePayments,
                HandlePersons,
                OpenProtected,
                LiftProtection,
                HandleCases,
                Distribute,
                PrepareBooking,
            ],
            Role::DistrictHandler => &[
                Enter,
                SeeWork,
                SeePersons,
                SeeCases,
                SeePayments,
                SeeBooking,
                SeeRules,
                HandleCases,
            ],
            Role::Attestant => {
                &[Enter, SeeWork, SeePersons, SeeCases, SeePayments, SeeBooking, SeeRules, Attest]
            }
            Role::Administrator => {
                &[Enter, SeeWork, SeeRules, SeeHistory, Administer, ManageUsers, ReviewLog, Leave]
            }
            Role::Auditor => &[
                Enter,
                SeeWork,
                SeePersons,
                SeeCases,
                SeePayments,
                SeeBooking,
                SeeRules,
                SeeHistory,
                OpenProtected,
                ReviewLog,
            ],
            Role::Service => &[
                Enter,
                SeeWork,
                SeePersons,
                SeeCases,
                SeePayments,
                SeeBooking,
                SeeRules,
                HandlePayments,
                HandlePersons,
                PrepareBooking,
            ],
        }
    }

    /// Whether it is held for boards, and sees nothing else.
    #[must_use]
    pub fn is_of_boards(self) -> bool {
        self == Role::DistrictHandler
    }
}

/// Days on which something is held, both inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// First day.
    pub from: NaiveDate,
    /// Last day; none: until further notice.
    pub until: Option<NaiveDate>,
}

impl Held {
    /// Whether the day is one of them.
    #[must_use]
    pub fn on(self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// An attest as the board has decided it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttestRight {
    /// Boards (ansvar) whose acts it covers; empty: every board.
    pub boards: BTreeSet<CostCentre>,
    /// What it may be for.
    pub kinds: BTreeSet<ActKind>,
    /// The largest amount of one act; none: without limit.
    pub limit: Option<Ore>,
    /// The days on which it is held.
    pub held: Held,
}

/// What is to be attested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// Its kind.
    pub kind: ActKind,
    /// The boards that it touches.
    pub boards: BTreeSet<CostCentre>,
    /// What it moves, without sign.
    pub amount: Ore,
}

/// Why an attest does not cover an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NotCovered {
    /// Nobody has given one.
    NoAttest,
    /// Its time is over, or has not come.
    Time,
    /// It is for acts of another kind.
    Kind,
    /// The act touches a board that it is not for.
    Board,
    /// The act is larger than its limit.
    Limit(Ore),
}

impl AttestRight {
    /// Whether it covers the act on a day.
    ///
    /// # Errors
    /// What stands in the way, the nearest to covering last.
    pub fn covers(&self, act: &Act, day: NaiveDate) -> Result<(), NotCovered> {
        if !self.kinds.contains(&act.kind) {
            return Err(NotCovered::Kind);
        }
        if !self.held.on(day) {
            return Err(NotCovered::Time);
        }
        if !self.boards.is_empty() && !act.boards.is_subset(&self.boards) {
            return Err(NotCovered::Board);
        }
        match self.limit {
            Some(limit) if act.amount > limit => Err(NotCovered::Limit(limit)),
            _ => Ok(()),
        }
    }
}

/// Whether one of the attests covers the act on a day: one of them covers all of it, or none does.
///
/// # Errors
/// Of the attests, why the one that comes nearest does not.
pub fn covered(attests: &[AttestRight], act: &Act, day: NaiveDate) -> Result<(), NotCovered> {
    let rank = |reason: &NotCovered| match reason {
        NotCovered::NoAttest => 0,
        NotCovered::Kind => 1,
        NotCovered::Time => 2,
        NotCovered::Board => 3,
        NotCovered::Limit(_) => 4,
    };
    let mut nearest = NotCovered::NoAttest;
    for attest in attests {
        match attest.covers(act, day) {
            Ok(()) => return Ok(()),
            Err(reason) if rank(&reason) >= rank(&nearest) => nearest = reason,
            Err(_) => {}
        }
    }
    Err(nearest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn boards(centres: &[&str]) -> BTreeSet<CostCentre> {
        centres.iter().map(|centre| CostCentre((*centre).to_owned())).collect()
    }

    fn attest() -> AttestRight {
        AttestRight {
            boards: boards(&["7110", "8100"]),
            kinds: [ActKind::BookingOrder].into(),
            limit: Some(Ore(100_000)),
            held: Held { from: day("2026-01-01"), until: Some(day("2026-12-31")) },
        }
    }

    fn act(centres: &[&str], amount: i64) -> Act {
        Act { kind: ActKind::BookingOrder, boards: boards(centres), amount: Ore(amount) }
    }

    #[test]
    fn an_attest_covers_its_kind_its_boards_its_days_and_its_limit() {
        let on = day("2026-06-01");
        let covers = |act: &Act, on| covered(&[attest()], act, on);
        assert_eq!(covers(&act(&["7110"], 100_000), on), Ok(()));
        assert_eq!(covers(&act(&["7110"], 100_001), on), Err(NotCovered::Limit(Ore(100_000))));
        assert_eq!(covers(&act(&["7110", "9999"], 1), on), Err(NotCovered::Board));
        assert_eq!(covers(&act(&["7110"], 1), day("2025-12-31")), Err(NotCovered::Time));
        assert_eq!(covers(&act(&["7110"], 1), day("2026-12-31")), Ok(()));
        assert_eq!(covers(&act(&["7110"], 1), day("2027-01-01")), Err(NotCovered::Time));
        let claim = Act { kind: ActKind::Claim, ..act(&["7110"], 1) };
        assert_eq!(covers(&claim, on), Err(NotCovered::Kind));
        assert_eq!(covered(&[], &claim, on), Err(NotCovered::NoAttest));
    }

    #[test]
    fn of_several_attests_the_nearest_one_says_what_is_lacking() {
        let whole = AttestRight { boards: BTreeSet::new(), limit: Some(Ore(10)), ..attest() };
        let other = AttestRight { kinds: [ActKind::Claim].into(), ..attest() };
        let on = day("2026-06-01");
        let found = covered(&[other.clone(), whole, other], &act(&["9"], 11), on);
        assert_eq!(found, Err(NotCovered::Limit(Ore(10))));
    }

    #[test]
    fn nobody_both_prepares_and_attests_by_one_role() {
        for role in Role::ALL {
            let has = |right| role.rights().contains(&right);
            let prepares = has(Right::PrepareBooking) || has(Right::HandleCases);
            assert!(!(prepares && has(Right::Attest)), "{}", role.as_str());
            let manages = has(Right::ManageUsers);
            assert!(!(manages && has(Right::Attest)), "{}", role.as_str());
            assert!(has(Right::Enter), "{}", role.as_str());
        }
    }

    #[test]
    fn whoever_takes_everything_out_is_not_who_may_open_everybody() {
        for role in Role::ALL {
            let has = |right| role.rights().contains(&right);
            assert!(!(has(Right::Leave) && has(Right::OpenProtected)), "{}", role.as_str());
        }
    }

    #[test]
    fn a_service_gives_nobodys_word() {
        let never = [
            Right::Attest,
            Right::Administer,
            Right::ManageUsers,
            Right::LiftProtection,
            Right::OpenProtected,
            Right::Leave,
        ];
        assert!(never.iter().all(|right| !Role::Service.rights().contains(right)));
    }

    #[test]
    fn every_right_is_somebodys() {
        for right in Right::ALL {
            let held = Role::ALL.iter().any(|role| role.rights().contains(right));
            assert!(held, "{}", right.as_str());
        }
    }
}
