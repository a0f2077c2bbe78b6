//! Why nothing is expected.

use serde::Serialize;

use crate::codes::CompensationCode;
use crate::entitlement::{Computed, Refused, Unmet};
use crate::facts::Municipality;
use crate::law::{NotComputed, Refusal};

/// A compensation of which nothing is expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotTriggered<'a> {
    /// The compensation.
    pub compensation: &'a CompensationCode,
    /// Why.
    pub because: Untriggered,
}

/// Why nothing is expected of a compensation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "because", rename_all = "kebab-case")]
pub enum Untriggered {
    /// A condition of the law does not hold.
    Unmet {
        /// The condition.
        unmet: Unmet,
    },
    /// All of it belongs to other municipalities.
    OtherMunicipality,
    /// A value of the law is missing.
    NoRate {
        /// Which, and why.
        #[serde(flatten)]
        refusal: Refusal,
    },
    /// The program does not compute it.
    NotComputed {
        /// Why.
        why: NotComputed,
    },
    /// No such compensation is known.
    UnknownCode,
}

/// Of which compensations nothing is expected by `ours`, and why, in the order of `computed`.
pub fn not_triggered<'a>(
    ours: &Municipality,
    computed: impl IntoIterator<Item = (&'a CompensationCode, &'a Result<Computed, Refused>)>,
) -> Vec<NotTriggered<'a>> {
    let because = |outcome: &Result<Computed, Refused>| match outcome {
        Ok(computed) => why_not(ours, computed),
        Err(Refused::UnknownCode) => Some(Untriggered::UnknownCode),
        Err(Refused::NotComputed(why)) => Some(Untriggered::NotComputed { why: *why }),
        Err(Refused::NoRate(refusal)) => Some(Untriggered::NoRate { refusal: refusal.clone() }),
    };
    computed
        .into_iter()
        .filter_map(|(compensation, outcome)| {
            because(outcome).map(|because| NotTriggered { compensation, because })
        })
        .collect()
}

fn why_not(ours: &Municipality, computed: &Computed) -> Option<Untriggered> {
    let mut something =
        computed.amounts.iter().filter(|amount| amount.amount > crate::Ore::ZERO).peekable();
    let anything = something.peek().is_some();
    if something.any(|amount| amount.municipality == *ours) {
        return None;
    }
    if anything {
        return Some(Untriggered::OtherMunicipality);
    }
    // Without a condition that fails there is nothing to count: a cost, a number or a day.
    let unmet = computed.unmet.unwrap_or(Unmet::NothingToCount);
    Some(Untriggered::Unmet { unmet })
}
