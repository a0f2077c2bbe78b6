//! Bokföringsorder: made, attested, handed over.

use app::App;
use app::booking::{CreateOrder, ExportFormat, OrderStands, PreviousYear};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use super::{Nothing, WrittenFile};
use crate::ErrorReply;
use crate::error::Outcome;

/// An order in a list.
#[derive(Clone, Debug, Serialize, TS)]
pub struct OrderBrief {
    /// Its id.
    pub order: String,
    /// Its number, such as `MIGV2026-0001`.
    pub number: String,
    /// `created`, `attested`, `handed-over`, `booked` or `withdrawn`.
    pub state: String,
    /// Whether an attest was made without a second person.
    pub without_second_person: bool,
    /// The month of payment, `yyyy-mm`.
    pub month: String,
    /// The distribution it books.
    pub distribution: String,
    /// The number of the order that it takes back.
    pub reverses: Option<String>,
    /// Voucher date.
    pub voucher_date: String,
    /// Accounting period, `yyyymm`.
    pub period: String,
    /// Sum of its debit postings.
    pub debit_ore: i64,
    /// Whether key or accounts were examples.
    pub example: bool,
}

/// Every order, the newest first.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Orders {
    /// The orders.
    pub orders: Vec<OrderBrief>,
}

/// Makes an order.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct CreateOrderRequest {
    /// The distribution's id.
    pub distribution: String,
    /// The client's id for the order, a UUID; none: a new one.
    pub id: Option<String>,
    /// Accounting period, `yyyymm` or `yyyy-mm`; none: the month of the voucher date.
    pub period: Option<String>,
    /// Voucher date; none: the last payment date. It lies in the period.
    pub voucher_date: Option<String>,
    /// Payments for earlier fiscal years: `income` books them as this year's; none: as the settings
    /// say.
    pub previous_year: Option<String>,
    /// Receivables that were raised when an earlier year was closed. Money of an earlier year that is
    /// taken back meets one that is named, and is this year's income otherwise.
    #[serde(default)]
    pub receivables: Vec<RaisedReceivable>,
}

/// A receivable that was raised when an earlier year was closed.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct RaisedReceivable {
    /// Of which compensation.
    pub compensation: String,
    /// The voucher that raised it.
    pub voucher: String,
}

/// An order that has been made.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BookedOrder {
    /// How it ended.
    pub outcome: Outcome,
    /// Its id.
    pub order: String,
    /// Its number.
    pub number: String,
    /// How many vouchers.
    pub vouchers: u64,
    /// How many postings.
    pub postings: u64,
    /// Sum of the debit postings.
    pub debit_ore: i64,
    /// Sum of the credit postings, without sign.
    pub credit_ore: i64,
}

/// Names an order.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct OrderRequest {
    /// Its id or number.
    pub order: String,
}

/// Attests an order.
#[derive(Clone, Deserialize, TS)]
pub struct AttestOrder {
    /// Its id or number.
    pub order: String,
    /// The acting user's password, once more; nothing in one person's database.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub password: Option<String>,
}

/// A posting of a voucher.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PostingView {
    /// Number within the voucher, from 1.
    pub posting: u32,
    /// Account.
    pub account: String,
    /// Cost centre.
    pub cost_centre: Option<String>,
    /// Activity.
    pub activity: Option<String>,
    /// Counterpart.
    pub counterpart: Option<String>,
    /// Debit positive, credit negative.
    pub amount_ore: i64,
    /// Text.
    pub text: String,
}

/// A voucher of an order.
#[derive(Clone, Debug, Serialize, TS)]
pub struct VoucherView {
    /// Number within the order, from 1.
    pub voucher: u32,
    /// `payment`, `distribution` or `clawback`.
    pub kind: String,
    /// Text.
    pub text: String,
    /// Sum of the debit postings.
    pub debit_ore: i64,
    /// Its number in the finance system, where that has given it one.
    pub number: Option<String>,
    /// The day it was booked there.
    pub booked_on: Option<String>,
    /// Postings.
    pub postings: Vec<PostingView>,
}

/// A step that an order has taken.
#[derive(Clone, Debug, Serialize, TS)]
pub struct StepView {
    /// The state it came to.
    pub state: String,
    /// Who.
    pub actor: String,
    /// Whether somebody else had prepared it.
    pub second_person: bool,
    /// Moment, UTC.
    pub at: String,
    /// Why, where a reason was asked for.
    pub reason: Option<String>,
}

/// A file that was made of an order.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FileView {
    /// Format.
    pub format: String,
    /// SHA-256.
    pub sha256: String,
    /// Moment of the first export, UTC.
    pub at: String,
}

/// An order with its vouchers.
#[derive(Clone, Debug, Serialize, TS)]
pub struct OrderView {
    /// In short.
    pub brief: OrderBrief,
    /// Its vouchers.
    pub vouchers: Vec<VoucherView>,
    /// Steps it has taken.
    pub steps: Vec<StepView>,
    /// Files made of it.
    pub files: Vec<FileView>,
    /// Numbers of the orders that take it back.
    pub reversed_by: Vec<String>,
    /// Names of accounts by number.
    pub account_names: std::collections::BTreeMap<String, String>,
    /// Names of boards by cost centre.
    pub board_names: std::collections::BTreeMap<String, String>,
}

/// Withdraws an order.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct WithdrawRequest {
    /// Its id or number.
    pub order: String,
    /// Why.
    pub reason: String,
}

/// Hands an order over as a file.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ExportRequest {
    /// Its id or number.
    pub order: String,
    /// `abw-xml`, `gl07-55`, `sie4i`, `csv` or `xlsx`.
    pub format: String,
    /// Path of the file.
    pub path: String,
    /// Attest a newly created order in the same step, on record as without a second person.
    #[serde(default)]
    pub attest: bool,
}

/// A file that has been handed over.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Exported {
    /// How it ended.
    pub outcome: Outcome,
    /// Path of the file.
    pub path: String,
    /// SHA-256.
    pub sha256: String,
    /// Size in bytes.
    pub bytes: u64,
    /// Whether the same file had been made before.
    pub copy: bool,
    /// A warning that the order had been handed over in another format.
    pub warning: Option<String>,
}

/// Writes the printable order.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct PrintRequest {
    /// Its id or number.
    pub order: String,
    /// Path of the PDF.
    pub path: String,
}

pub(crate) fn brief_of(stands: OrderStands) -> OrderBrief {
    let OrderStands { order, state, without_second_person, distribution, reverses } = stands;
    OrderBrief {
        order: order.id.clone(),
        number: order.number.clone(),
        state: state.as_str().to_owned(),
        without_second_person,
        month: distribution.month.to_string(),
        distribution: distribution.made.id,
        reverses,
        voucher_date: order.voucher_date.to_string(),
        period: order.period.compact(),
        debit_ore: order.debit.0,
        example: order.example,
    }
}

/// Every order, the newest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list(app: &mut App, _: Nothing) -> Result<Orders, ErrorReply> {
    Ok(Orders { orders: app.orders_standing()?.into_iter().map(brief_of).collect() })
}

/// Makes an order of everything that a distribution gave and no order in force books.
///
/// # Errors
/// When nothing is left to book, an account or a bank amount is missing, or periods before the
/// fiscal year need an answer.
pub fn create(app: &mut App, request: CreateOrderRequest) -> Result<BookedOrder, ErrorReply> {
    let period = request.period.as_deref().map(super::booked::period_of).transpose()?;
    let voucher_date = super::day_of("voucher_date", request.voucher_date.as_deref())?;
    let previous_year = match request.previous_year.as_deref() {
        None => PreviousYear::AsSet,
        Some("income") => PreviousYear::Income,
        Some(_) => return Err(ErrorReply::bad_request("previous_year", "income")),
    };
    let id = request.id.unwrap_or_else(app::new_id);
    let receivables = request.receivables.into_iter().map(|one| {
        let code = one.compensation.trim().to_uppercase();
        (domain::codes::CompensationCode(code), one.voucher.trim().to_owned())
    });
    let receivables = receivables.collect();
    let asked = CreateOrder { id, period, voucher_date, previous_year, receivables };
    let made = app.create_order(&request.distribution, &asked)?;
    Ok(BookedOrder {
        outcome: Outcome::Done,
        debit_ore: made.order.debit.0,
        credit_ore: made.order.credit.0,
        order: made.order.made.id,
        number: made.order.made.number,
        vouchers: made.vouchers,
        postings: made.postings,
    })
}

pub(super) fn order_view(app: &App, id: &str) -> Result<OrderView, ErrorReply> {
    let order = app.order(id)?;
    let book = app.order_book(&order)?;
    let content = app.order_content(&order)?;
    let vouchers = content.vouchers.into_iter().map(|(voucher, booked)| VoucherView {
        number: booked.as_ref().map(|booked| booked.number.clone()),
        booked_on: booked.map(|booked| booked.booked_on.to_string()),
        voucher: voucher.voucher,
        kind: voucher.kind.as_str().to_owned(),
        text: voucher.text,
        debit_ore: voucher.postings.iter().map(|line| line.amount.0.max(0)).sum(),
        postings: voucher
            .postings
            .into_iter()
            .map(|line| PostingView {
                posting: line.posting,
                account: line.account.account,
                cost_centre: line.account.cost_centre.map(|centre| centre.0),
                activity: line.account.activity,
                counterpart: line.account.counterpart,
                amount_ore: line.amount.0,
                text: line.text,
            })
            .collect(),
    });
    let steps = content.steps.into_iter().map(|(step, reason)| StepView {
        state: step.state.as_str().to_owned(),
        second_person: step.second_person,
        actor: step.made.actor,
        at: step.made.at,
        reason,
    });
    let files = content.files.into_iter();
    let files =
        files.map(|file| FileView { format: file.format, sha256: file.sha256, at: file.at });
    Ok(OrderView {
        brief: brief_of(app.order_standing(&order)?),
        vouchers: vouchers.collect(),
        steps: steps.collect(),
        files: files.collect(),
        reversed_by: content.reversed_by,
        account_names: book.accounts,
        board_names: book.cost_centres,
    })
}

/// An order with its vouchers.
///
/// # Errors
/// When there is none, or the database cannot be read.
pub fn view(app: &mut App, request: OrderRequest) -> Result<OrderView, ErrorReply> {
    order_view(app, &request.order)
}

/// Attests an order.
///
/// # Errors
/// When it is not newly created.
pub fn attest(app: &mut App, request: AttestOrder) -> Result<OrderView, ErrorReply> {
    let password = super::users::proof(request.password);
    app.attest_order(&request.order, password.as_deref().map(String::as_str))?;
    order_view(app, &request.order)
}

/// Withdraws an order that has not been handed over.
///
/// # Errors
/// When it has been handed over, or no reason is given.
pub fn withdraw(app: &mut App, request: WithdrawRequest) -> Result<OrderView, ErrorReply> {
    app.withdraw_order(&request.order, &request.reason)?;
    order_view(app, &request.order)
}

/// Hands an order over as a file.
///
/// # Errors
/// When it is not attested, the format lacks characters, or the file cannot be written.
pub fn export(app: &mut App, request: ExportRequest) -> Result<Exported, ErrorReply> {
    let format = ExportFormat::parse(&request.format)
        .ok_or_else(|| ErrorReply::bad_request("format", &request.format))?;
    let done = app.export_order(&request.order, format, request.path.as_ref(), request.attest)?;
    let warning = (!done.other_formats.is_empty()).then(|| {
        let formats = done.other_formats.join(", ");
        crate::texts::text("order-other-format", &[("formats", formats.as_str().into())])
    });
    Ok(Exported {
        outcome: Outcome::Done,
        path: request.path,
        sha256: done.sha256,
        bytes: done.bytes,
        copy: done.copy,
        warning,
    })
}

/// Writes the printable order.
///
/// # Errors
/// When there is none, or the file cannot be written.
pub fn print(app: &mut App, request: PrintRequest) -> Result<WrittenFile, ErrorReply> {
    let bytes = app.print_order(&request.order, request.path.as_ref())?;
    Ok(WrittenFile { path: request.path, bytes })
}
