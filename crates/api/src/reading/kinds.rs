//! What the rows of the operations say that their answers read.

use app::readings::ReadingKind;

use crate::operation::Reads::{self, Answered, Asked, Leaves, OfDocument};

/// The page of a person.
pub(crate) const PAGE: Reads = Asked(ReadingKind::Page, &["person"]);
/// Two persons side by side, or made one.
pub(crate) const TWO_PAGES: Reads = Asked(ReadingKind::Page, &["person", "into"]);
/// A page of whom only the answer names.
pub(crate) const NEW_PAGE: Reads = Answered(ReadingKind::Page, &[]);
/// Something that is worked out for a person.
pub(crate) const OF_PERSON: Reads = Asked(ReadingKind::Explanation, &["person"]);
/// Why something is not claimed.
pub(crate) const OF_ANSWER: Reads = Answered(ReadingKind::Explanation, &["/id"]);
/// A row of a file that is being brought in.
pub(crate) const OF_DRAFT_ROW: Reads = Answered(ReadingKind::Explanation, &["/draft", "/line"]);
/// A row of a payment list.
pub(crate) const OF_LIST_ROW: Reads = Answered(ReadingKind::Explanation, &["/list", "/line"]);
/// A posting of an order.
pub(crate) const OF_POSTING: Reads =
    Answered(ReadingKind::Explanation, &["/order", "/voucher", "/posting"]);
/// How an amount of a run came about.
pub(crate) const OF_CELL: Reads = Answered(ReadingKind::Explanation, &["/distribution"]);
/// A cost with the persons who share it.
pub(crate) const OF_COST: Reads = Answered(ReadingKind::Explanation, &["/cost"]);
/// A claim with its lines.
pub(crate) const OF_CLAIM: Reads = Answered(ReadingKind::Explanation, &["/claim"]);
/// A document of a case.
pub(crate) const CASE_DOCUMENT: Reads = OfDocument(ReadingKind::Document, "document");
/// A file as it came in.
pub(crate) const ORIGINAL: Reads = Leaves(ReadingKind::Document, &["/list", "/draft"]);
/// The files of a claim.
pub(crate) const CLAIM_PACKAGE: Reads = Leaves(ReadingKind::Export, &["/claim"]);
/// A list as it is shown, to a file.
pub(crate) const LIST_WRITTEN: Reads = Leaves(ReadingKind::Export, &["/shown/list"]);
/// The same, to the clipboard.
pub(crate) const LIST_COPIED: Reads = Leaves(ReadingKind::Export, &["/list"]);
/// The same, on paper.
pub(crate) const LIST_PRINTED: Reads = Leaves(ReadingKind::Print, &["/list"]);
/// The whole register.
pub(crate) const REGISTER: Reads = Leaves(ReadingKind::Export, &[]);
/// What was refused of a file.
pub(crate) const DRAFT_REPORT: Reads = Leaves(ReadingKind::Export, &["/draft"]);
/// The protocol of a list's review.
pub(crate) const PROTOCOL: Reads = Leaves(ReadingKind::Print, &["/list"]);
/// A reminder to a unit.
pub(crate) const REMINDER: Reads = Leaves(ReadingKind::Print, &[]);
/// What is missing.
pub(crate) const MISSING_PRINT: Reads = Leaves(ReadingKind::Print, &["/report"]);
/// What a board gets.
pub(crate) const STATEMENT: Reads = Leaves(ReadingKind::Print, &["/distribution"]);
/// What lies on the observation account.
pub(crate) const SUSPENSE_PRINT: Reads = Leaves(ReadingKind::Print, &[]);
/// A booking order.
pub(crate) const ORDER_PRINT: Reads = Leaves(ReadingKind::Print, &["/order"]);
/// A booking order for the finance system.
pub(crate) const ORDER_FILE: Reads = Leaves(ReadingKind::Export, &["/order"]);
