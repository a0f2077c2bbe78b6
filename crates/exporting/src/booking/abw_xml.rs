//! Agresso (Unit4) GL07 over XML: the schema ABWTransaction of 2011-11-14.

use domain::voucher::{Posting, Voucher};

use super::text::{Encoding, Texts};
use super::{BookingFile, BookingSettings, ExportFault, faults_of};

const TRANSACTION: &str = "http://services.agresso.com/schema/ABWTransaction/2011/11/14";
const LIBRARY: &str = "http://services.agresso.com/schema/ABWSchemaLib/2011/11/14";

/// Longest code and longest text of the schema, in characters.
const CODE: usize = 25;
const TEXT: usize = 255;

/// Writes an order as ABWTransaction XML, UTF-8 with CRLF.
///
/// Debit is positive with `DcFlag` 1, credit negative with −1; amounts in kronor with a full stop.
///
/// # Errors
/// An [`ExportFault`] with all causes; nothing is written then.
pub fn abw_xml(order: &BookingFile, settings: &BookingSettings) -> Result<Vec<u8>, ExportFault> {
    let texts = Texts::new(Encoding::Utf8, false, faults_of(order, settings));
    let mut xml = Xml { out: String::new(), open: Vec::new(), texts };
    xml.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
    xml.raw(&format!(
        "<agr:ABWTransaction xmlns:agr=\"{TRANSACTION}\" xmlns:agrlib=\"{LIBRARY}\">"
    ));
    xml.open.push("agr:ABWTransaction");
    xml.text("agr:Interface", "interface", &settings.interface, CODE);
    xml.text("agrlib:BatchId", "order-number", &order.number, CODE);
    xml.text("agrlib:ReportClient", "client", &settings.client, CODE);
    for (index, voucher) in order.vouchers.iter().enumerate() {
        write_voucher(&mut xml, order, settings, index + 1, voucher);
    }
    xml.close();
    xml.texts.finish(&xml.out)
}

fn write_voucher(
    xml: &mut Xml,
    order: &BookingFile,
    settings: &BookingSettings,
    number: usize,
    voucher: &Voucher,
) {
    let date = voucher.date.to_string();
    xml.open("agr:Voucher");
    xml.own("agr:VoucherNo", &number.to_string());
    xml.text("agrlib:VoucherType", "voucher-type", &settings.voucher_type, CODE);
    xml.text("agrlib:CompanyCode", "client", &settings.client, CODE);
    xml.own("agrlib:Period", &voucher.period.compact());
    xml.own("agr:VoucherDate", &date);
    for posting in &voucher.postings {
        xml.open("agr:Transaction");
        xml.own("agrlib:TransType", "GL");
        xml.text("agrlib:Description", "posting-text", &posting.text, TEXT);
        xml.own("agr:TransDate", &date);
        xml.text("agr:ExternalRef", "reference", &order.reference(number), TEXT);
        write_amounts(xml, posting);
        write_account(xml, settings, posting);
        xml.close();
    }
    xml.close();
}

fn write_amounts(xml: &mut Xml, posting: &Posting) {
    let amount = posting.amount.to_string();
    xml.open("agr:Amounts");
    xml.own("agr:DcFlag", if posting.amount.is_negative() { "-1" } else { "1" });
    xml.own("agrlib:Amount", &amount);
    xml.own("agrlib:CurrAmount", &amount);
    xml.close();
}

fn write_account(xml: &mut Xml, settings: &BookingSettings, posting: &Posting) {
    const DIMENSIONS: [&str; 7] =
        ["agr:Dim1", "agr:Dim2", "agr:Dim3", "agr:Dim4", "agr:Dim5", "agr:Dim6", "agr:Dim7"];
    xml.open("agr:GLAnalysis");
    xml.text("agrlib:Account", "account", &posting.account.account, CODE);
    for (number, element) in (1..).zip(DIMENSIONS) {
        if let Some(code) = settings.agresso_code(number, &posting.account) {
            xml.text(element, "dimension", code, CODE);
        }
    }
    xml.text("agrlib:Currency", "currency", &settings.currency, CODE);
    xml.text("agrlib:TaxCode", "tax-code", &settings.tax_code, CODE);
    xml.close();
}

/// Elements on lines of their own, two blanks deeper for each level.
///
/// Own code: the writers of XML libraries end lines with LF only, and there are no attributes.
struct Xml {
    out: String,
    open: Vec<&'static str>,
    texts: Texts,
}

impl Xml {
    fn raw(&mut self, line: &str) {
        self.out.extend(std::iter::repeat_n("  ", self.open.len()));
        self.out.push_str(line);
        self.out.push_str("\r\n");
    }

    fn open(&mut self, element: &'static str) {
        self.raw(&format!("<{element}>"));
        self.open.push(element);
    }

    fn close(&mut self) {
        if let Some(element) = self.open.pop() {
            self.raw(&format!("</{element}>"));
        }
    }

    /// An element whose content is ours: digits, dates, fixed codes.
    fn own(&mut self, element: &str, content: &str) {
        self.raw(&format!("<{element}>{content}</{element}>"));
    }

    /// An element whose content came from outside.
    fn text(&mut self, element: &str, field: &'static str, text: &str, limit: usize) {
        let accepted = self.texts.accept(field, text, limit);
        let escaped = accepted.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        self.own(element, &escaped);
    }
}
