//! What somebody may be trusted with.
//!
//! Users come later; until then the one acting person has every right, and what needs which is
//! already looked at: before an operation is handed out, and again where a change begins.

use crate::error::{AppError, RefusalCode};
use crate::{App, Result};

macro_rules! rights {
    ($($(#[$doc:meta])* $name:ident = $text:literal),+ $(,)?) => {
        /// What somebody may be trusted with.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Right { $($(#[$doc])* $name),+ }

        impl Right {
            /// Every right.
            pub const ALL: &'static [Right] = &[$(Right::$name),+];

            /// Its name in contracts and texts.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Right::$name => $text),+ }
            }
        }
    };
}

rights! {
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
    /// See the law, codes, keys, accounts, profiles and settings.
    SeeRules = "see-rules",
    /// Read the audit chain.
    SeeHistory = "see-history",
    /// Read payment lists in, settle and match them.
    HandlePayments = "handle-payments",
    /// Add and change persons.
    HandlePersons = "handle-persons",
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
}

/// The rights of one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rights(u32);

impl Rights {
    /// Every right.
    #[must_use]
    pub fn all() -> Rights {
        Right::ALL.iter().copied().collect()
    }

    /// Whether a right is among them.
    #[must_use]
    pub fn has(self, right: Right) -> bool {
        self.0 & bit(right) != 0
    }

    /// Refuses where a right is not among them.
    ///
    /// # Errors
    /// `right-missing`, with the right.
    pub fn need(self, right: Right) -> Result<()> {
        if self.has(right) {
            return Ok(());
        }
        Err(AppError::refused(RefusalCode::RightMissing).with("right", right.as_str()))
    }
}

impl FromIterator<Right> for Rights {
    fn from_iter<I: IntoIterator<Item = Right>>(rights: I) -> Rights {
        Rights(rights.into_iter().fold(0, |all, right| all | bit(right)))
    }
}

fn bit(right: Right) -> u32 {
    1 << right as u32
}

impl App {
    /// What the acting person may be trusted with.
    #[must_use]
    pub fn rights(&self) -> Rights {
        self.rights
    }
}
