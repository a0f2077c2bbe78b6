//! What use cases answer with: records of the store and forms of the importer, for the contract,
//! which sees neither crate.

pub use domain::law::{Catalogue, Compensation};
pub use exporting::document::{Fact, Head, PageWords, Signature};
pub use importing::{Column, Layout, Profile, ProfileKind, Target};
pub use rates::CaseChange;
pub use store::RowsHeld;
pub use store::audit::{AuditEvent, Verification};
pub use store::case_documents::CaseDocument;
pub use store::cases::{CaseDue, CaseEvent, CaseFilter, CaseRecord, MOST_LISTED};
pub use store::catalogue::{AccountRow, BANK, OBSERVATION};
pub use store::checking::Checked;
pub use store::claimable::AnswerRecord;
pub use store::claims::{ClaimDocument, ClaimEvent, ClaimFilter, ClaimRecord, Submission};
pub use store::costs::{CostFilter, CostRecord, CostShare, CostSums, CostVersion, LiveShare};
pub use store::distributions::{
    DistributedRow, DistributionRecord, DraftRun, RunStanding, SuspendedRow, UsedKey,
};
pub use store::drafts::{DraftKind, DraftRecord, DraftRow};
pub use store::expectation::KnownFault;
pub use store::intake::{IntakeFilter, IntakeMark, IntakeRecord};
pub use store::last_days::{LastDayFilter, LastDayRecord};
pub use store::layouts::{ColumnLayout, ListLayout};
pub use store::ledger::{Entry, LedgerSums, Origin};
pub use store::lists::{
    DecisionRecord, ListRecord, ListState, PAGE_ROWS, RowRecord, RowState, StateSum,
};
pub use store::matches::{PaymentFilter, RowMatch};
pub use store::orders::{OrderRecord, OrderStep, PostingRecord, VoucherRecord};
pub use store::persons::finding::{BoardFilter, PersonFilter};
pub use store::persons::{Person, PersonCard};
pub use store::readings::{LogReview, Reading, ReadingsHeld, ReviewRow};
pub use store::suspense::{SuspenseItem, SuspenseSum};
pub use store::typing::TypedRows;
pub use store::users::{AttestRecord, KeysCame, RoleRecord, UserRecord};
pub use store::{
    CaseNo, ClaimNo, CostNo, CostShareNo, DistributionNo, DraftNo, EventNo, ListNo, MissingRowNo,
    OrderNo, PersonNo, Place, PostingNo, ReadingNo, StoreError,
};
