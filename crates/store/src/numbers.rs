//! This database's own numbers, each a type of its own, so that none can be given for another.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Result;
use crate::db::{Column, FromColumn, ToColumn, Value};

macro_rules! numbers {
    ($($(#[$doc:meta])* $name:ident,)+) => { $(
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
        )]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(formatter)
            }
        }

        impl ToColumn for $name {
            fn to_column(&self) -> Result<Value<'_>> {
                Ok(Value::Integer(self.0))
            }
        }

        impl FromColumn for $name {
            fn from_column(column: Column<'_>) -> Option<$name> {
                column.integer().map($name)
            }
        }
    )+ };
}

numbers! {
    /// A number that the finance system has given a voucher.
    BookingNo,
    /// A case.
    CaseNo,
    /// A claim.
    ClaimNo,
    /// A line of a claim.
    ClaimLineNo,
    /// A cost.
    CostNo,
    /// A person's part of a cost.
    CostShareNo,
    /// A distribution run, or the taking back of one list's shares.
    DistributionNo,
    /// A file that is being brought in.
    DraftNo,
    /// An entry of the ledger; later entries have higher ones.
    EntryNo,
    /// An event of the audit chain, from 1; 0 before the first.
    EventNo,
    /// A fact about a person, in the order of entry; 0 before the first.
    FactNo,
    /// A decision of the agency.
    GrantNo,
    /// A payment list.
    ListNo,
    /// A row that was reported as missing.
    MissingRowNo,
    /// A booking order.
    OrderNo,
    /// An imported file.
    OriginalNo,
    /// A person.
    PersonNo,
    /// A posting of a voucher.
    PostingNo,
    /// Something that was read, from 1; 0 before the first.
    ReadingNo,
    /// A report of what is missing.
    ReportNo,
    /// A sample of readings that somebody looks through.
    ReviewNo,
    /// The keys of a user, in the order in which they came.
    UserKeyNo,
    /// A user.
    UserNo,
}

/// A row of a payment list: the list, and the line in its file.
pub type Place = (ListNo, u32);
