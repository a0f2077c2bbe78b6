//! Agresso (Unit4) GL07, fixed width "5.5": 66 fields, 2060 characters a line.
//!
//! The layout is that of the vendor's description as published by the London Borough of Hounslow
//! (docs/Agresso-5-5-Format). Alignment of numbers, encoding and line end differ between public
//! writers; here numbers lie to the right, Windows-1252, CRLF.

use domain::voucher::{Posting, Voucher};

use super::text::{Encoding, Texts};
use super::{BookingFile, BookingSettings, ExportFault, faults_of};

/// What stands in a field.
#[derive(Clone, Copy, Debug)]
enum Content {
    Blank,
    BatchId,
    Interface,
    VoucherType,
    /// `GL`: a line of the ledger.
    TransType,
    Client,
    Account,
    Dimension(u8),
    TaxCode,
    Currency,
    /// 1 debit, −1 credit.
    DcFlag,
    /// Öre with sign.
    Amount,
    Zero,
    Description,
    Date,
    VoucherNumber,
    Period,
    Reference,
}

use Content::{
    Account, Amount, BatchId, Blank, Client, Currency, Date, DcFlag, Description, Dimension,
    Interface, Period, Reference, TaxCode, TransType, VoucherNumber, VoucherType, Zero,
};

/// Name, width in characters and content of every field, in order.
const FIELDS: [(&str, usize, Content); 66] = [
    ("batch_id", 25, BatchId),
    ("interface", 25, Interface),
    ("voucher_type", 25, VoucherType),
    ("trans_type", 2, TransType),
    ("client", 25, Client),
    ("account", 25, Account),
    ("dim_1", 25, Dimension(1)),
    ("dim_2", 25, Dimension(2)),
    ("dim_3", 25, Dimension(3)),
    ("dim_4", 25, Dimension(4)),
    ("dim_5", 25, Dimension(5)),
    ("dim_6", 25, Dimension(6)),
    ("dim_7", 25, Dimension(7)),
    ("tax_code", 25, TaxCode),
    ("tax_system", 25, Blank),
    ("currency", 25, Currency),
    ("dc_flag", 2, DcFlag),
    ("cur_amount", 20, Amount),
    ("amount", 20, Amount),
    ("number_1", 11, Zero),
    ("value_1", 20, Zero),
    ("value_2", 20, Zero),
    ("value_3", 20, Zero),
    ("description", 255, Description),
    ("trans_date", 8, Date),
    ("voucher_date", 8, Date),
    ("voucher_no", 15, VoucherNumber),
    ("period", 6, Period),
    ("tax_id", 1, Blank),
    ("ext_inv_ref", 100, Blank),
    ("ext_ref", 255, Reference),
    ("due_date", 8, Blank),
    ("disc_date", 8, Blank),
    ("discount", 20, Blank),
    ("commitment", 25, Blank),
    ("order_id", 15, Blank),
    ("kid", 27, Blank),
    ("pay_transfer", 2, Blank),
    ("status", 1, Blank),
    ("apar_type", 1, Blank),
    ("apar_id", 25, Blank),
    ("pay_flag", 1, Blank),
    ("voucher_ref", 15, Blank),
    ("sequence_ref", 9, Blank),
    ("intrule_id", 25, Blank),
    ("factor_short", 25, Blank),
    ("responsible", 25, Blank),
    ("apar_name", 255, Blank),
    ("address", 160, Blank),
    ("province", 40, Blank),
    ("place", 40, Blank),
    ("bank_account", 35, Blank),
    ("pay_method", 2, Blank),
    ("vat_reg_no", 25, Blank),
    ("zip_code", 15, Blank),
    ("curr_licence", 3, Blank),
    ("account2", 25, Blank),
    ("base_amount", 20, Blank),
    ("base_curr", 20, Blank),
    ("pay_temp_id", 4, Blank),
    ("allocation_key", 3, Blank),
    ("period_no", 2, Blank),
    ("clearing_code", 13, Blank),
    ("swift", 11, Blank),
    ("arrive_id", 15, Blank),
    ("bank_acc_type", 2, Blank),
];

/// Writes an order as GL07 5.5, Windows-1252 with CRLF, one line a posting.
///
/// # Errors
/// An [`ExportFault`] with all causes; nothing is written then.
pub fn gl07_55(order: &BookingFile, settings: &BookingSettings) -> Result<Vec<u8>, ExportFault> {
    let replace = settings.replace_unencodable;
    let mut texts = Texts::new(Encoding::Windows1252, replace, faults_of(order, settings));
    let mut out = String::new();
    for (index, voucher) in order.vouchers.iter().enumerate() {
        for posting in &voucher.postings {
            let line = Line { order, settings, number: index + 1, voucher, posting };
            for (name, width, content) in FIELDS {
                out.push_str(&line.field(&mut texts, name, width, content));
            }
            out.push_str("\r\n");
        }
    }
    texts.finish(&out)
}

struct Line<'a> {
    order: &'a BookingFile,
    settings: &'a BookingSettings,
    number: usize,
    voucher: &'a Voucher,
    posting: &'a Posting,
}

impl Line<'_> {
    fn field(
        &self,
        texts: &mut Texts,
        name: &'static str,
        width: usize,
        content: Content,
    ) -> String {
        let accepted = texts.accept(name, &self.value(content), width);
        match content {
            DcFlag | Amount | Zero | VoucherNumber => format!("{accepted:>width$}"),
            _ => format!("{accepted:<width$}"),
        }
    }

    fn value(&self, content: Content) -> String {
        let account = &self.posting.account;
        match content {
            Blank => String::new(),
            BatchId => self.order.number.clone(),
            Interface => self.settings.interface.clone(),
            VoucherType => self.settings.voucher_type.clone(),
            TransType => "GL".to_owned(),
            Client => self.settings.client.clone(),
            Account => account.account.clone(),
            Dimension(number) => {
                self.settings.agresso_code(number, account).unwrap_or_default().to_owned()
            }
            TaxCode => self.settings.tax_code.clone(),
            Currency => self.settings.currency.clone(),
            DcFlag => if self.posting.amount.is_negative() { "-1" } else { "1" }.to_owned(),
            Amount => self.posting.amount.0.to_string(),
            Zero => "0".to_owned(),
            Description => self.posting.text.clone(),
            Date => self.voucher.date.format("%Y%m%d").to_string(),
            VoucherNumber => self.number.to_string(),
            Period => self.voucher.period.compact(),
            Reference => self.order.reference(self.number),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Positions of the published sheet: a few fields pin the whole row of widths.
    #[test]
    fn fields_begin_where_the_layout_says() {
        let position = |wanted: &str| {
            let before = FIELDS.iter().take_while(|(name, ..)| *name != wanted);
            before.map(|(_, width, _)| width).sum::<usize>() + 1
        };
        for (name, first) in [
            ("dim_7", 278),
            ("cur_amount", 380),
            ("description", 491),
            ("voucher_no", 762),
            ("ext_ref", 884),
            ("kid", 1215),
            ("apar_name", 1371),
            ("zip_code", 1928),
            ("allocation_key", 2015),
            ("bank_acc_type", 2059),
        ] {
            assert_eq!(position(name), first, "{name}");
        }
        assert_eq!(FIELDS.iter().map(|(_, width, _)| width).sum::<usize>(), 2060);
    }
}
