//! The sample month (October 2026) as a booking order, built by the real calculation from the
//! files in `tests/data/exporting`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::NaiveDate;
use domain::codes::CompensationCode;
use domain::person::CostCentre;
use domain::voucher::{
    AccountRule, AccountString, BookedAmount, BookingRules, Voucher, VoucherHeads, VoucherKind,
    make_vouchers,
};
use domain::{AccountingPeriod, Ore, Period};
use exporting::booking::{
    AccountKind, AccountName, BookingFile, BookingNames, BookingSettings, Dimension, Municipality,
    Producer,
};
use serde_json::Value;

pub(crate) fn data(name: &str) -> Vec<u8> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/data/exporting");
    std::fs::read(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn facit() -> Value {
    serde_json::from_slice(&data("facit-30-rader.json")).unwrap()
}

pub(crate) fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

pub(crate) fn ore(value: &Value) -> Ore {
    Ore(value.as_i64().unwrap())
}

pub(crate) fn booked_amounts() -> Vec<BookedAmount> {
    let facit = facit();
    let mut amounts = Vec::new();
    for row in facit["rader"].as_array().unwrap() {
        for share in row["fordelning"].as_array().unwrap() {
            amounts.push(BookedAmount {
                compensation: CompensationCode(text(&row["compensation_code"])),
                cost_centre: CostCentre(text(&share["ansvar"])),
                amount: ore(&share["belopp_ore"]),
                period_until: Some(day(&text(&row["period_tom"]))),
                negative_row: ore(&row["belopp_ore"]).is_negative(),
            });
        }
    }
    amounts
}

/// The rows of `kontering-exempel.csv` by compensation.
fn accounts() -> Vec<BTreeMap<String, String>> {
    let bytes = data("kontering-exempel.csv");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(&bytes[3..]);
    reader.deserialize().map(Result::unwrap).collect()
}

fn part(row: &BTreeMap<String, String>, column: &str) -> Option<String> {
    Some(row[column].clone()).filter(|text| !text.is_empty())
}

pub(crate) fn rules() -> BookingRules {
    let mut income = BTreeMap::new();
    let mut fixed = BTreeMap::new();
    for row in accounts() {
        let code = row["compensation_code"].clone();
        if code.starts_with('(') {
            let account = AccountString {
                account: row["account"].clone(),
                cost_centre: None,
                activity: part(&row, "verksamhet"),
                counterpart: part(&row, "motpart"),
            };
            fixed.insert(code, account);
        } else {
            let rule = AccountRule {
                account: row["account"].clone(),
                activity: part(&row, "verksamhet"),
                counterpart: part(&row, "motpart"),
                text: row["text"].clone(),
            };
            income.insert(CompensationCode(code), rule);
        }
    }
    BookingRules {
        observation: fixed["(observationskonto)"].clone(),
        bank: fixed["(bank)"].clone(),
        income,
        receivable: None,
        accrued: BTreeMap::new(),
        earlier_as_income: false,
        fiscal_year_from: day("2026-01-01"),
    }
}

pub(crate) fn vouchers(with_bank: bool) -> Vec<Voucher> {
    let texts = [
        (VoucherKind::Payment, "Inbetalning statsbidrag 2026-10"),
        (VoucherKind::Distribution, "Fördelning statsbidrag 2026-10"),
        (VoucherKind::Clawback, "Återkrav statsbidrag 2026-10"),
    ];
    let heads = VoucherHeads {
        date: day("2026-10-30"),
        period: AccountingPeriod::of(day("2026-10-30")),
        texts: texts.map(|(kind, text)| (kind, text.to_owned())).into(),
        accrued_texts: BTreeMap::new(),
    };
    let bank = with_bank.then(|| ore(&facit()["bank_insatt_ore"]));
    make_vouchers(&booked_amounts(), bank, &rules(), &heads).unwrap()
}

fn names() -> BookingNames {
    let mut names = BookingNames::default();
    for row in accounts() {
        let kind = match &row["account"][..1] {
            "1" => AccountKind::Asset,
            "2" => AccountKind::Liability,
            "3" => AccountKind::Income,
            _ => AccountKind::Expense,
        };
        let named = AccountName { name: row["account_name"].clone(), kind };
        names.accounts.insert(row["account"].clone(), named);
        if let Some(activity) = part(&row, "verksamhet") {
            names.activities.insert(activity, row["verksamhet_name"].clone());
        }
    }
    for board in facit()["fordelning_summa"]["per_ansvar"].as_array().unwrap() {
        names.cost_centres.insert(CostCentre(text(&board["ansvar"])), text(&board["namn"]));
    }
    names.counterparts.insert("813".into(), "Migrationsverket".into());
    names
}

pub(crate) fn order(with_bank: bool) -> BookingFile {
    let count = if with_bank { "tre" } else { "två" };
    BookingFile {
        number: "MIGV2026-0001".into(),
        vouchers: vouchers(with_bank),
        municipality: Municipality {
            name: "Exempelstads kommun".into(),
            org_number: "219999-9992".into(),
        },
        names: names(),
        fiscal_year: Period::new(day("2026-01-01"), day("2026-12-31")).unwrap(),
        producer: Producer {
            program: "Exempelprogram".into(),
            version: "0.1".into(),
            generated: day("2026-11-02"),
            signature: "EXEMPEL".into(),
            prose: Some(format!(
                "Exempelfil: {count} verifikationer för statsbidrag, påhittade uppgifter"
            )),
        },
    }
}

pub(crate) fn settings() -> BookingSettings {
    let dimension = |agresso, sie, name: &str| Dimension { agresso, sie, name: name.into() };
    BookingSettings {
        interface: "BI".into(),
        voucher_type: "MV".into(),
        client: "EX".into(),
        tax_code: "0".into(),
        currency: "SEK".into(),
        cost_centre: dimension(1, 1, "Ansvar"),
        activity: dimension(2, 20, "Verksamhet"),
        counterpart: dimension(7, 21, "Motpart"),
        replace_unencodable: false,
    }
}
