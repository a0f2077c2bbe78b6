//! What the tables say of themselves: kept bytes and rows against their digests, sums against each
//! other and against what the events say.

mod kept;
mod sums;

use crate::audit::ChainHead;
use crate::db::{RowsHeld, SchemaLooked};
use crate::readings::ReadingsHeld;
use crate::{Read, Result, Store};

pub use kept::Kept;
pub use sums::{LedgerSum, Sums};

/// How the file and its chain are built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Structure {
    /// Whether every page and signature is right.
    pub sound: bool,
    /// The schema.
    pub schema: SchemaLooked,
    /// The chain.
    pub chain: ChainHead,
    /// Tables that name an event after the last one: the end of the chain is gone.
    pub beyond: Vec<String>,
}

/// What the tables hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contents {
    /// Bytes with digests.
    pub kept: Kept,
    /// Sums.
    pub sums: Sums,
    /// Rows with their digests.
    pub rows: RowsHeld,
    /// The log of reading.
    pub readings: ReadingsHeld,
}

/// Everything that can be seen of a database without another copy of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// How it is built.
    pub structure: Structure,
    /// What it holds.
    pub contents: Contents,
}

impl Checked {
    /// Whether nothing is wrong. A database without events is none.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        let Structure { sound, schema, chain, beyond } = &self.structure;
        let built = *sound && schema.differs.is_empty() && beyond.is_empty();
        let chained = chain.events > 0 && chain.first_broken.is_none();
        let Contents { kept, sums, rows, readings } = &self.contents;
        let read = readings.first_broken.is_none();
        let holds = kept.broken.is_empty() && sums.broken.is_empty() && rows.faults == 0 && read;
        built && chained && holds
    }
}

impl Store {
    /// Tables, views, indexes and triggers that are not as the migrations made them.
    pub fn schema_differs(&self) -> Result<Vec<String>> {
        Ok(self.database().look_at_schema()?.differs)
    }

    /// Looks at pages, schema and chain.
    pub fn structure(&self) -> Result<Structure> {
        let read = self.read();
        Ok(Structure {
            sound: self.is_sound()?,
            schema: self.database().look_at_schema()?,
            chain: read.chain_head()?,
            beyond: self.database().beyond(read.last_event_no()?)?,
        })
    }

    /// Looks at everything.
    pub fn check(&self) -> Result<Checked> {
        Ok(Checked { structure: self.structure()?, contents: self.read().contents()? })
    }
}

impl Read<'_> {
    /// Holds kept bytes and rows against their digests, and sums against each other.
    pub fn contents(&self) -> Result<Contents> {
        Ok(Contents {
            kept: self.kept()?,
            sums: self.sums()?,
            rows: self.rows_held()?,
            readings: self.hold_readings()?,
        })
    }

    /// Holds every row against its digest.
    pub fn rows_held(&self) -> Result<RowsHeld> {
        self.db.hold_rows()
    }
}
