//! From a posting to its rows and back, and the audit chain.

use app::App;
use app::heads::AgainstPaper;
use app::model::PersonNo;
use app::users::{SignaturesSeen, Unsigned};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::backup::{ReadingDigests, RowDigests, readings_view, rows_view};
use super::day_text;
pub use super::{Nothing, RowRequest};
use crate::ErrorReply;
use crate::error::Outcome;
use crate::listing::Part;

/// Names a posting.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct PostingRequest {
    /// The order's id or number.
    pub order: String,
    /// Voucher within the order, from 1.
    pub voucher: u32,
    /// Posting within the voucher, from 1.
    pub posting: u32,
}

/// A row of a payment list in a trace.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TracedRow {
    /// The list's id.
    pub list: String,
    /// The file's own name.
    pub file: String,
    /// Line in the file.
    pub line: u32,
    /// The register's own Person-id.
    pub person: Option<String>,
    /// Family and given name.
    pub person_name: Option<String>,
    /// What of the row is meant.
    pub amount_ore: i64,
}

/// An entry of the ledger in a trace.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TracedEntry {
    /// Number; later entries have higher ones.
    pub entry: i64,
    /// `paid`, `distributed`, `handed-over` or `booked`.
    pub kind: String,
    /// The register's own Person-id.
    pub person: Option<String>,
    /// Compensation.
    pub compensation: Option<String>,
    /// Its short name.
    pub compensation_name: Option<String>,
    /// First day of the period.
    pub period_from: Option<String>,
    /// Last day of the period, inclusive.
    pub period_until: Option<String>,
    /// Cost centre of the board that got it.
    pub cost_centre: Option<String>,
    /// Amount.
    pub amount_ore: i64,
    /// The entry it takes back.
    pub corrects: Option<i64>,
    /// The explanation as it was worded then.
    pub explanation: Option<String>,
}

/// A posting in a trace.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TracedPosting {
    /// The order's id.
    pub order: String,
    /// Its number.
    pub number: String,
    /// Voucher within the order.
    pub voucher: u32,
    /// Posting within the voucher.
    pub posting: u32,
    /// Account.
    pub account: String,
    /// Cost centre.
    pub cost_centre: Option<String>,
    /// Activity.
    pub activity: Option<String>,
    /// Debit positive, credit negative.
    pub amount_ore: i64,
}

/// Where a posting comes from, or what a row became.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Trace {
    /// How it ended.
    pub outcome: Outcome,
    /// Whether boards and postings are hidden: the row is about a protected person that nobody has
    /// opened with a reason.
    pub closed: bool,
    /// Rows.
    pub rows: Vec<TracedRow>,
    /// Ledger entries.
    pub entries: Vec<TracedEntry>,
    /// Postings.
    pub postings: Vec<TracedPosting>,
}

/// Walks the audit chain.
#[derive(Clone, Debug, Default, Deserialize, TS)]
pub struct VerifyRequest {
    /// What stands on an old paper; none: only what the database shows by itself.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub against: Option<PaperHead>,
}

/// The head of the chain as it stands on a paper.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct PaperHead {
    /// The event's number.
    pub event: i64,
    /// The beginning of its hash, sixteen digits or more.
    pub hash: String,
    /// The signature below it, where that is to be held too.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub signature: Option<String>,
    /// Whose signature it is said to be.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub signed_by: Option<String>,
}

/// Where the audit chain ends.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AuditHeadView {
    /// The last event's number.
    pub event: i64,
    /// Its hash in hexadecimal.
    pub hash: String,
    /// The beginning of it as it is printed.
    pub printed: String,
    /// Who signed it: the acting user; none in one person's database.
    pub signed_by: Option<String>,
    /// The signature in hexadecimal.
    pub signature: Option<String>,
}

/// What walking the audit chain found.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AuditVerified {
    /// Done, or refused where the chain is broken.
    pub outcome: Outcome,
    /// Events walked over.
    pub events: u64,
    /// Whether all fit, and all rows.
    pub ok: bool,
    /// The first event that does not fit.
    pub first_broken: Option<i64>,
    /// Rows against their digests.
    pub digests: RowDigests,
    /// What users have signed.
    pub signatures: SignaturesView,
    /// What the old paper says: `same`, `cut` (the database ends before it) or `other` (the event is
    /// another one); none where none was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub against: Option<String>,
    /// Whether the signature on the paper is that user's over this event; none where none was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub paper_signed: Option<bool>,
    /// The log of reading.
    pub readings: ReadingDigests,
    /// Tables, views, indexes and triggers that are not as the program made them.
    pub schema_differs: Vec<String>,
}

/// What looking through the signatures found.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SignaturesView {
    /// How many hold.
    pub hold: u64,
    /// Those that do not hold, and events that must be signed and are not.
    pub broken: Vec<SignatureFault>,
    /// Those by a key that came with the recovery code: somebody looks at them.
    pub to_review: Vec<SignatureFault>,
}

/// An event whose signature is to be looked at.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SignatureFault {
    /// Its number.
    pub event: i64,
    /// The use case.
    pub action: String,
    /// The id of what it touched.
    pub object: String,
}

/// An event of the audit chain.
#[derive(Clone, Debug, Serialize, TS)]
pub struct EventView {
    /// Number.
    pub event: i64,
    /// Moment, UTC.
    pub at: String,
    /// Who.
    pub actor: String,
    /// Which use case.
    pub action: String,
    /// The id of what it touched.
    pub object: String,
    /// Counts, sums and digests as JSON.
    pub detail: String,
}

/// Events, the newest first.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AuditEvents {
    /// The events.
    pub events: Vec<EventView>,
    /// How many in all.
    pub total: u64,
}

/// Which of person and board a trace of a protected person that nobody has opened tells: together
/// they would tell where the person lives.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tells {
    /// From a row: whose it is, and not which boards it went to.
    Person,
    /// From a posting: its board, and not whose the rows are.
    Board,
}

fn traced(app: &App, mut trace: app::trace::Trace, tells: Tells) -> Result<Trace, ErrorReply> {
    let persons = trace.rows.iter().map(|row| row.person);
    let persons = persons.chain(trace.entries.iter().map(|entry| entry.person));
    let people = app.persons_shown(persons.flatten())?;
    let card_of = |person: Option<PersonNo>| {
        person.and_then(|no| people.get(&no)).map(|person| &person.line.card)
    };
    let closed = |person: Option<PersonNo>| {
        person.zip(card_of(person)).is_some_and(|(no, card)| app.is_closed(no, card))
    };
    let id_of = |person: Option<PersonNo>| match card_of(person) {
        Some(card) if tells == Tells::Person || !closed(person) => Some(card.id.0.clone()),
        _ => None,
    };
    let hidden = tells == Tells::Person && closed(trace.rows.first().and_then(|row| row.person));
    if hidden {
        for entry in &mut trace.entries {
            (entry.cost_centre, entry.rendered) = (None, None);
        }
        trace.postings.clear();
    }
    let law = app.law()?;
    let compensation_name = |code: &Option<String>| {
        let code = domain::codes::CompensationCode(code.clone()?);
        law.get(&code).map(|found| found.short_name.clone())
    };
    let rows = trace
        .rows
        .into_iter()
        .map(|row| TracedRow {
            list: row.list,
            file: row.file,
            line: row.line,
            person: id_of(row.person),
            person_name: card_of(row.person).map(|card| app.shown_name(card)),
            amount_ore: row.amount.0,
        })
        .collect();
    let entries = trace
        .entries
        .into_iter()
        .map(|entry| TracedEntry {
            entry: entry.entry_no.0,
            kind: entry.kind.as_str().to_owned(),
            person: id_of(entry.person),
            compensation_name: compensation_name(&entry.compensation),
            compensation: entry.compensation,
            period_from: day_text(entry.period_from),
            period_until: day_text(entry.period_until),
            cost_centre: entry.cost_centre.map(|centre| centre.0),
            amount_ore: entry.amount.0,
            corrects: entry.corrects.map(|corrected| corrected.0),
            explanation: entry.rendered,
        })
        .collect();
    let postings = trace.postings.into_iter().map(posting_view).collect();
    Ok(Trace { outcome: Outcome::Done, closed: hidden, rows, entries, postings })
}

fn posting_view(traced: app::trace::TracedPosting) -> TracedPosting {
    TracedPosting {
        order: traced.order.made.id,
        number: traced.order.made.number,
        voucher: traced.posting.voucher,
        posting: traced.posting.posting,
        account: traced.posting.account.account,
        cost_centre: traced.posting.account.cost_centre.map(|centre| centre.0),
        activity: traced.posting.account.activity,
        amount_ore: traced.posting.amount.0,
    }
}

/// Where a posting comes from. Of a protected person that nobody has opened not whose the rows are.
///
/// # Errors
/// When there is no such posting, or the database cannot be read.
pub fn posting(app: &mut App, request: PostingRequest) -> Result<Trace, ErrorReply> {
    let trace = app.trace_posting(&request.order, request.voucher, request.posting)?;
    traced(app, trace, Tells::Board)
}

/// What a row became. Of a protected person that nobody has opened neither boards nor postings.
///
/// # Errors
/// When there is no such row, or the database cannot be read.
pub fn row(app: &mut App, request: RowRequest) -> Result<Trace, ErrorReply> {
    let trace = app.trace_row(&request.list, request.line)?;
    traced(app, trace, Tells::Person)
}

/// Walks the audit chain, holds every row against its digest, every signature against its key, and the
/// chain against an old paper where one is given.
///
/// # Errors
/// When the database cannot be read, or the hash on the paper is none.
pub fn verify(app: &mut App, request: VerifyRequest) -> Result<AuditVerified, ErrorReply> {
    let paper = request.against.as_ref();
    let against = paper.map(|paper| app.against_paper(paper.event, &paper.hash)).transpose()?;
    let signed = paper.and_then(|paper| Some((paper, paper.signature.as_deref()?)));
    let signed = signed.map(|(paper, signature)| {
        let user = paper.signed_by.as_deref().unwrap_or_default();
        app.is_signed_head(paper.event, signature, user)
    });
    let paper_signed = signed.transpose()?;
    let held = app.verify_history()?;
    let signatures = app.verify_signatures()?;
    let ok = held.is_whole()
        && signatures.broken.is_empty()
        && against.is_none_or(|against| against == AgainstPaper::Same)
        && paper_signed != Some(false);
    Ok(AuditVerified {
        outcome: if ok { Outcome::Done } else { Outcome::Findings },
        events: held.chain.events,
        ok,
        first_broken: held.chain.first_broken.map(|event| event.0),
        digests: rows_view(&held.rows),
        signatures: signatures_view(signatures),
        against: against.map(|against| against.as_str().to_owned()),
        paper_signed,
        readings: readings_view(held.readings),
        schema_differs: held.schema,
    })
}

/// Where the audit chain ends.
///
/// # Errors
/// When the database cannot be read.
pub fn head(app: &mut App, _: Nothing) -> Result<AuditHeadView, ErrorReply> {
    let head = app.audit_head()?;
    let printed = head.on_paper();
    let (signed_by, signature) = head.signed.unzip();
    let event = head.event_no.0;
    Ok(AuditHeadView { event, hash: head.hash, printed, signed_by, signature })
}

fn signatures_view(seen: SignaturesSeen) -> SignaturesView {
    let view = |one: Unsigned| SignatureFault {
        event: one.event_no.0,
        action: one.action,
        object: one.object,
    };
    SignaturesView {
        hold: seen.hold,
        broken: seen.broken.into_iter().map(view).collect(),
        to_review: seen.recovered.into_iter().map(view).collect(),
    }
}

/// Events, the newest first.
///
/// # Errors
/// When the database cannot be read.
pub fn events(app: &mut App, _: Nothing, part: Part) -> Result<AuditEvents, ErrorReply> {
    let total = app.newest()?.0.0.max(0);
    let found = app.events(part.span(u32::MAX))?;
    let events = found.into_iter().map(|event| EventView {
        event: event.event_no.0,
        at: event.at,
        actor: event.actor,
        action: event.action,
        object: event.object,
        detail: event.detail.to_string(),
    });
    Ok(AuditEvents { events: events.collect(), total: total.unsigned_abs() })
}
