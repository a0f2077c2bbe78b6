//! Handing an order over as a file.

use std::path::Path;

use chrono::NaiveDate;
use domain::Period;
use domain::person::CostCentre;
use domain::voucher::{OrderState, Posting, Voucher};
use exporting::ExportFault;
use exporting::booking::{
    AccountKind, AccountName, BookingFile, BookingNames, BookingSettings, Dimension, Municipality,
    Producer,
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use store::orders::{OrderRecord, VoucherRecord};
use store::{Changed, Write};

use super::names::OrderBook;
use crate::error::{AppError, RefusalCode};
use crate::periods::refuse_closed;
use crate::{Action, App, Result};

/// The program's name in files.
const PROGRAM: &str = "Återsök";

/// A format of booking files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFormat {
    /// Agresso `ABWTransaction` over XML.
    AbwXml,
    /// Agresso GL07 with fixed width, version 5.5.
    Gl0755,
    /// SIE type 4I.
    Sie4i,
    /// CSV with semicolons.
    Csv,
    /// Excel workbook.
    Xlsx,
}

impl ExportFormat {
    /// Every format.
    pub const ALL: [ExportFormat; 5] = [
        ExportFormat::AbwXml,
        ExportFormat::Gl0755,
        ExportFormat::Sie4i,
        ExportFormat::Csv,
        ExportFormat::Xlsx,
    ];

    /// Its name in contracts.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            ExportFormat::AbwXml => "abw-xml",
            ExportFormat::Gl0755 => "gl07-55",
            ExportFormat::Sie4i => "sie4i",
            ExportFormat::Csv => "csv",
            ExportFormat::Xlsx => "xlsx",
        }
    }

    /// The ending of its files, without full stop.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            ExportFormat::AbwXml => "xml",
            ExportFormat::Gl0755 => "txt",
            ExportFormat::Sie4i => "si",
            ExportFormat::Csv => "csv",
            ExportFormat::Xlsx => "xlsx",
        }
    }

    /// The format with that name.
    #[must_use]
    pub fn parse(text: &str) -> Option<ExportFormat> {
        ExportFormat::ALL.into_iter().find(|format| format.as_str() == text)
    }
}

/// A file that has been written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportedFile {
    /// SHA-256 in hexadecimal.
    pub sha256: String,
    /// Size in bytes.
    pub bytes: u64,
    /// Whether the same file had been made before, so that this is a copy.
    pub copy: bool,
    /// Formats in which the order had been handed over before this one.
    pub other_formats: Vec<String>,
}

/// In which way a file leaves.
#[derive(Clone, Copy)]
struct Way {
    /// As a copy of bytes that were made before.
    copy: bool,
    /// Attested in the same step.
    attest: bool,
}

impl App {
    /// Writes an order's file beside `target` and renames it. The first export of a format makes
    /// the bytes and keeps them; a later one writes the same bytes as a copy. The first export of an
    /// order hands it over: from then on only a reversing order takes it back.
    ///
    /// `attest_first` attests a newly created order in the same step, on record as without a second
    /// person.
    ///
    /// # Errors
    /// When the order is not attested or is withdrawn, the format lacks characters, or the file
    /// cannot be written.
    pub fn export_order(
        &mut self,
        id: &str,
        format: ExportFormat,
        target: &Path,
        attest_first: bool,
    ) -> Result<ExportedFile> {
        let place = self.place_for(target)?;
        let (file, exported) = self.change(Action::ExportOrder, |write| {
            let order = self.order(id)?;
            // Where there are users an attest is a step of somebody else's.
            let attest = attest_first
                && self.user.is_none()
                && self.order_step(&order)?.state == OrderState::Created;
            // A file that was made before may be written again whenever.
            if write.booking_files(order.order_no)?.is_empty() {
                refuse_closed(write, order.period)?;
            }
            if attest {
                self.need(Action::AttestOrder.right())?;
            } else {
                let needed = [OrderState::Attested, OrderState::HandedOver, OrderState::Booked];
                self.require_state(&order, &needed)?;
            }
            let kept = write.booking_file(order.order_no, format.as_str())?;
            let copy = kept.is_some();
            let data = match kept {
                Some(file) => file.data,
                None => self.order_bytes(&order, format)?,
            };
            // Where the database says no nothing has been handed over: the file goes away again.
            let file = place.write(&data)?;
            let (exported, detail) =
                self.record_export(write, &order, format, &data, Way { copy, attest })?;
            Ok(Changed { value: (file, exported), object: order.made.id, detail })
        })?;
        file.place()?;
        Ok(exported)
    }

    /// Notes what leaves; gives it with what its event says.
    fn record_export(
        &self,
        write: &Write<'_>,
        order: &OrderRecord,
        format: ExportFormat,
        data: &[u8],
        Way { copy, attest }: Way,
    ) -> Result<(ExportedFile, Value)> {
        let sha256: String =
            Sha256::digest(data).iter().map(|byte| format!("{byte:02x}")).collect();
        let attested = if attest { Some(self.attested(order)?) } else { None };
        let before = write.booking_files(order.order_no)?;
        if let Some(step) = &attested {
            write.add_order_step(order.order_no, step)?;
        }
        if !copy {
            write.add_booking_file(order.order_no, format.as_str(), &sha256, data)?;
        }
        if before.is_empty() {
            write.add_order_step(order.order_no, &self.step(OrderState::HandedOver, false))?;
            write.enter_handed_over(order.order_no)?;
        }
        let other_formats: Vec<String> = before
            .into_iter()
            .map(|(name, ..)| name)
            .filter(|name| name != format.as_str())
            .collect();
        let detail = json!({
            "number": order.number, "format": format.as_str(), "sha256": sha256,
            "bytes": data.len(), "copy": copy, "other_formats": other_formats,
            "attested": attest,
            "second_person": attested.is_some_and(|step| step.second_person),
        });
        let bytes = data.len() as u64;
        Ok((ExportedFile { sha256, bytes, copy, other_formats }, detail))
    }

    /// The bytes of an order's file.
    fn order_bytes(&self, order: &OrderRecord, format: ExportFormat) -> Result<Vec<u8>> {
        let book = self.order_book(order)?;
        let vouchers = self.read().vouchers(order.order_no)?;
        let file = booking_file(order, &book, &vouchers, self.today);
        let settings = file_settings(&book);
        let made = match format {
            ExportFormat::AbwXml => exporting::booking::abw_xml(&file, &settings),
            ExportFormat::Gl0755 => exporting::booking::gl07_55(&file, &settings),
            ExportFormat::Sie4i => exporting::booking::sie4i(&file, &settings),
            ExportFormat::Csv => exporting::booking::csv(&file, &settings),
            ExportFormat::Xlsx => exporting::booking::xlsx(&file, &settings),
        };
        made.map_err(|fault| export_refusal(self.wording.as_ref(), &fault, format.as_str()))
    }
}

/// Everything that stops a file, as one refusal.
pub(crate) fn export_refusal(
    wording: &dyn crate::Wording,
    fault: &ExportFault,
    format: &str,
) -> AppError {
    let texts: Vec<String> = fault.0.iter().map(|cause| wording.export_cause(cause)).collect();
    AppError::refused(RefusalCode::ExportTexts)
        .with("format", format)
        .with("texts", texts.join(" "))
}

fn booking_file(
    order: &OrderRecord,
    book: &OrderBook,
    vouchers: &[VoucherRecord],
    generated: NaiveDate,
) -> BookingFile {
    let year = order.period.year();
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or(order.voucher_date);
    BookingFile {
        number: order.number.clone(),
        vouchers: vouchers.iter().map(|voucher| file_voucher(order, voucher)).collect(),
        municipality: Municipality {
            name: book.municipality.name.clone(),
            org_number: book.municipality.organisation_number.clone(),
        },
        names: file_names(book),
        fiscal_year: Period { from: day(1, 1), until: day(12, 31) },
        producer: Producer {
            program: PROGRAM.to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            generated,
            signature: book.settings.signature.clone(),
            prose: None,
        },
    }
}

/// A kept voucher as exporters take it.
pub(crate) fn file_voucher(order: &OrderRecord, voucher: &VoucherRecord) -> Voucher {
    let postings = voucher.postings.iter().map(|posting| Posting {
        account: posting.account.clone(),
        amount: posting.amount,
        text: posting.text.clone(),
        sources: Vec::new(),
    });
    Voucher {
        kind: voucher.kind,
        date: order.voucher_date,
        period: order.period,
        text: voucher.text.clone(),
        postings: postings.collect(),
    }
}

/// What an account holds follows from its first digit (Kommun-Bas: 1 assets, 2 debts and equity,
/// 3 income, 4–8 costs).
fn account_kind(account: &str) -> AccountKind {
    match account.as_bytes().first() {
        Some(b'1') => AccountKind::Asset,
        Some(b'2') => AccountKind::Liability,
        Some(b'3') => AccountKind::Income,
        _ => AccountKind::Expense,
    }
}

fn file_names(book: &OrderBook) -> BookingNames {
    let account = |(account, name): (&String, &String)| {
        let named = AccountName { name: name.clone(), kind: account_kind(account) };
        (account.clone(), named)
    };
    let centre = |(centre, name): (&String, &String)| (CostCentre(centre.clone()), name.clone());
    BookingNames {
        accounts: book.accounts.iter().map(account).collect(),
        cost_centres: book.cost_centres.iter().map(centre).collect(),
        activities: book.activities.clone(),
        counterparts: book.settings.counterpart_names.clone(),
    }
}

fn file_settings(book: &OrderBook) -> BookingSettings {
    let settings = &book.settings;
    let dimension = |place: usize, agresso: u8| {
        let (sie, name) = &settings.sie_dimensions[place];
        Dimension { agresso, sie: *sie, name: name.clone() }
    };
    BookingSettings {
        interface: settings.interface.clone(),
        voucher_type: settings.voucher_type.clone(),
        client: settings.client.clone(),
        tax_code: settings.tax_code.clone(),
        currency: "SEK".to_owned(),
        cost_centre: dimension(0, settings.agresso_dimensions[0]),
        activity: dimension(1, settings.agresso_dimensions[1]),
        counterpart: dimension(2, settings.agresso_dimensions[2]),
        replace_unencodable: settings.replace_unencodable,
    }
}
