//! SIE type 4I (SIE 4B, 2008-09-30): vouchers for import, code page 437.

use std::collections::BTreeSet;

use domain::AccountingPeriod;
use domain::voucher::{AccountString, Voucher};

use super::text::{Encoding, Texts};
use super::{BookingFile, BookingSettings, Cause, Dimension, ExportFault, faults_of};

/// The format sets no lengths; 255 is what a text holds in Agresso, where most files end up.
const TEXT: usize = 255;

/// Writes an order as SIE 4I, code page 437 (`PC8`) with CRLF.
///
/// Only accounts and objects that the vouchers use are declared. Series and number of the vouchers
/// are left empty: the finance system numbers them.
///
/// # Errors
/// An [`ExportFault`] with all causes; nothing is written then.
pub fn sie4i(order: &BookingFile, settings: &BookingSettings) -> Result<Vec<u8>, ExportFault> {
    let replace = settings.replace_unencodable;
    let mut faults = faults_of(order, settings);
    // The format has no field for a period: the voucher's date alone decides the month.
    let periods: BTreeSet<_> = order
        .vouchers
        .iter()
        .filter(|voucher| voucher.period != AccountingPeriod::of(voucher.date))
        .filter(|voucher| voucher.period.holds(voucher.date))
        .map(|voucher| voucher.period)
        .collect();
    faults.extend(periods.into_iter().map(|period| Cause::PeriodNotCarried { period }));
    let texts = Texts::new(Encoding::Cp437, replace, faults);
    let mut sie = Sie { out: String::new(), texts };
    write_identification(&mut sie, order, settings);
    write_accounts(&mut sie, order);
    write_objects(&mut sie, order, settings);
    for voucher in &order.vouchers {
        write_voucher(&mut sie, order, settings, voucher);
    }
    sie.texts.finish(&sie.out)
}

fn write_identification(sie: &mut Sie, order: &BookingFile, settings: &BookingSettings) {
    let producer = &order.producer;
    let generated = producer.generated.format("%Y%m%d");
    let year = order.fiscal_year;
    let program = sie.quoted("program", &producer.program);
    let version = sie.quoted("program-version", &producer.version);
    let signature = sie.quoted("signature", &producer.signature);
    let name = sie.quoted("municipality", &order.municipality.name);
    let org_number = sie.bare("org-number", &order.municipality.org_number);
    let currency = sie.bare("currency", &settings.currency);
    sie.line("#FLAGGA 0");
    sie.line(&format!("#PROGRAM {program} {version}"));
    sie.line("#FORMAT PC8");
    sie.line(&format!("#GEN {generated} {signature}"));
    sie.line("#SIETYP 4");
    if let Some(prose) = &producer.prose {
        let prose = sie.quoted("prose", prose);
        sie.line(&format!("#PROSA {prose}"));
    }
    // The format has no code for a municipality.
    sie.line("#FTYP X");
    sie.line(&format!("#ORGNR {org_number}"));
    sie.line(&format!("#FNAMN {name}"));
    sie.line(&format!("#RAR 0 {} {}", year.from.format("%Y%m%d"), year.until.format("%Y%m%d")));
    sie.line(&format!("#VALUTA {currency}"));
}

fn used<'a, T: Ord + 'a>(
    order: &'a BookingFile,
    code: impl Fn(&'a AccountString) -> Option<T>,
) -> BTreeSet<T> {
    let postings = order.vouchers.iter().flat_map(|voucher| &voucher.postings);
    postings.filter_map(|posting| code(&posting.account)).collect()
}

fn write_accounts(sie: &mut Sie, order: &BookingFile) {
    for account in used(order, |account| Some(account.account.as_str())) {
        let Some(named) = order.names.accounts.get(account) else {
            sie.missing("account-name", account);
            continue;
        };
        let account = sie.bare("account", account);
        let name = sie.quoted("account-name", &named.name);
        sie.line(&format!("#KONTO {account} {name}"));
        sie.line(&format!("#KTYP {account} {}", named.kind.letter()));
    }
}

fn write_objects(sie: &mut Sie, order: &BookingFile, settings: &BookingSettings) {
    for dimension in settings.dimensions() {
        let name = sie.quoted("dimension-name", &dimension.name);
        sie.line(&format!("#DIM {} {name}", dimension.sie));
    }
    let names = &order.names;
    for code in used(order, |account| account.cost_centre.as_ref()) {
        let name = names.cost_centres.get(code);
        sie.object(&settings.cost_centre, "cost-centre-name", &code.0, name);
    }
    for code in used(order, |account| account.activity.as_deref()) {
        sie.object(&settings.activity, "activity-name", code, names.activities.get(code));
    }
    for code in used(order, |account| account.counterpart.as_deref()) {
        let name = names.counterparts.get(code);
        sie.object(&settings.counterpart, "counterpart-name", code, name);
    }
}

fn write_voucher(
    sie: &mut Sie,
    order: &BookingFile,
    settings: &BookingSettings,
    voucher: &Voucher,
) {
    let date = voucher.date.format("%Y%m%d");
    let generated = order.producer.generated.format("%Y%m%d");
    let text = sie.quoted("voucher-text", &voucher.text);
    let signature = sie.quoted("signature", &order.producer.signature);
    sie.line(&format!("#VER \"\" \"\" {date} {text} {generated} {signature}"));
    sie.line("{");
    for posting in &voucher.postings {
        let account = sie.bare("account", &posting.account.account);
        let objects = sie.objects(settings, &posting.account);
        let text = sie.quoted("posting-text", &posting.text);
        sie.line(&format!("   #TRANS {account} {{{objects}}} {} {date} {text}", posting.amount));
    }
    sie.line("}");
}

struct Sie {
    out: String,
    texts: Texts,
}

impl Sie {
    fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push_str("\r\n");
    }

    /// A field between quotes; `"` inside is written `\"` (SIE 4B).
    fn quoted(&mut self, field: &'static str, text: &str) -> String {
        let accepted = self.texts.accept(field, text, TEXT);
        format!("\"{}\"", accepted.replace('"', "\\\""))
    }

    /// A field without quotes where it can stand so.
    fn bare(&mut self, field: &'static str, text: &str) -> String {
        if text.is_empty() || text.contains([' ', '"', '{', '}', '#']) {
            self.quoted(field, text)
        } else {
            self.texts.accept(field, text, TEXT)
        }
    }

    fn missing(&mut self, field: &'static str, code: &str) {
        self.texts.refuse(Cause::NameMissing { field, text: code.to_owned() });
    }

    fn object(
        &mut self,
        dimension: &Dimension,
        field: &'static str,
        code: &str,
        name: Option<&String>,
    ) {
        let Some(name) = name else { return self.missing(field, code) };
        let name = self.quoted(field, name);
        let code = self.quoted("object", code);
        self.line(&format!("#OBJEKT {} {code} {name}", dimension.sie));
    }

    fn objects(&mut self, settings: &BookingSettings, account: &AccountString) -> String {
        let mut objects = Vec::new();
        for (dimension, code) in settings.parts(account) {
            if let Some(code) = code {
                objects.push(format!("\"{}\" {}", dimension.sie, self.quoted("object", code)));
            }
        }
        objects.join(" ")
    }
}
