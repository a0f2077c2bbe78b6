//! The printed documents of the sample month, with the words that a Swedish city would give them.

use std::collections::BTreeMap;

use domain::Ore;
use exporting::document::{Fact, Head, PageWords, Signature};
use exporting::order::{OrderPrint, PostingColumns, Section};
use exporting::statement::{
    Appendix, AppendixColumns, AppendixRow, CompensationSum, Statement, StatementSums, SumColumns,
};
use exporting::table::NumberFormat;
use serde_json::Value;

use crate::sample::{day, facit, ore, text, vouchers};

pub(crate) const NUMBERS: NumberFormat =
    NumberFormat { group: '\u{a0}', decimal: ',', minus: '−' };

const COMPENSATIONS: [(&str, &str); 17] = [
    ("ASYL-UTB-FSK", "Förskola"),
    ("ASYL-UTB-FKL", "Förskoleklass"),
    ("ASYL-UTB-GRU", "Grundskola"),
    ("ASYL-UTB-GYM", "Gymnasieskola"),
    ("ASYL-BIF", "Barn i familj"),
    ("NYA-SCHABLON", "Tvåårsschablon"),
    ("NYA-INIT-16", "Initiala kostnader, anvisad"),
    ("NYA-INIT-17", "Initialt bistånd, egen bosättning"),
    ("ASYL-DYGN", "Dygnsschablon, asyl"),
    ("ASYL-ENGANG", "Schablon vid anvisning"),
    ("ASYL-VARD", "Vård, asyl"),
    ("EKB-DYGN", "Dygnsschablon, tillstånd"),
    ("EKB-VARD", "Vård, tillstånd"),
    ("EKU-DYGN", "Dygnsschablon, 18–20 år"),
    ("MASS-DYGN", "Dygnsschablon, ordnat boende"),
    ("MASS-ENGANG", "Engångsbelopp"),
    ("MASS-FORDEL", "Enligt fördelningstal"),
];

fn named(code: &Value) -> String {
    let code = code.as_str().unwrap();
    let (_, name) = COMPENSATIONS.iter().find(|(known, _)| *known == code).unwrap();
    (*name).to_owned()
}

fn head(title: &str, subject: &str) -> Head {
    Head {
        municipality: "Exempelstads kommun".into(),
        title: title.into(),
        subject: subject.into(),
        marks: vec!["exempel".into(), "utan andra person".into()],
        footer: "Återsök 0.1.0  ·  utskrivet 2026-11-02".into(),
        signed: Some(format!("Underskrift anna: {}", "0f".repeat(64))),
        page: PageWords { page: "Sida".into(), of: "av".into() },
        producer: "Återsök 0.1.0".into(),
        language: "sv".into(),
        created: day("2026-11-02"),
    }
}

/// The shares of a board: payment row and the board's part of it.
fn shares(cost_centre: &str) -> Vec<(Value, Ore)> {
    let mut out = Vec::new();
    for row in facit()["rader"].as_array().unwrap() {
        for share in row["fordelning"].as_array().unwrap() {
            if share["ansvar"] == cost_centre {
                out.push((row.clone(), ore(&share["belopp_ore"])));
            }
        }
    }
    out
}

fn sum_of<'a>(
    compensation: &str,
    shares: impl Iterator<Item = &'a (Value, Ore)> + Clone,
) -> CompensationSum {
    let persons: BTreeMap<String, ()> = shares
        .clone()
        .filter(|(row, _)| row["person"].is_string())
        .map(|(row, _)| (text(&row["person"]), ()))
        .collect();
    let amounts = || shares.clone().map(|(_, share)| *share);
    CompensationSum {
        compensation: compensation.into(),
        rows: u32::try_from(shares.clone().count()).unwrap(),
        persons: u32::try_from(persons.len()).unwrap(),
        paid: amounts().filter(|share| !share.is_negative()).sum(),
        clawbacks: amounts().filter(|share| share.is_negative()).sum(),
        net: amounts().sum(),
    }
}

pub(crate) fn statement(cost_centre: &str, board: &str) -> Statement {
    let shares = shares(cost_centre);
    let of = |code: &str| {
        let code = code.to_owned();
        shares.iter().filter(move |(row, _)| row["compensation_code"] == code.as_str())
    };
    let rows: Vec<CompensationSum> = COMPENSATIONS
        .iter()
        .filter(|(code, _)| of(code).next().is_some())
        .map(|(code, name)| sum_of(name, of(code)))
        .collect();
    let total = sum_of("Summa", shares.iter());
    let persons = total.persons.to_string();
    Statement {
        head: head("Fördelningsbesked", &format!("{board} ({cost_centre}), oktober 2026")),
        numbers: NUMBERS,
        facts: vec![
            Fact::new("Nämnd", board),
            Fact::new("Ansvar", cost_centre),
            Fact::new("Månad", "2026-10"),
            Fact::new("Körning", "1, beräknad 2026-11-02"),
            Fact::new("Fördelningsnyckel", "EXEMPEL 2026/1 (exempel)"),
            Fact::new("Utbetalt av Migrationsverket", "2026-10-30"),
            Fact::new("Personer", &persons),
            Fact::new("Bokföringsorder", "MIGV2026-0001"),
        ],
        sums: StatementSums {
            heading: "Summor per ersättning".into(),
            sheet: "Summor".into(),
            columns: SumColumns {
                compensation: "Ersättning".into(),
                rows: "Rader".into(),
                persons: "Personer".into(),
                paid: "Utbetalt".into(),
                clawbacks: "Återkrav".into(),
                net: "Netto".into(),
            },
            rows,
            total,
        },
        notes: vec![
            "Beloppen bokförs på nämndens ansvar med bokföringsorder MIGV2026-0001. En person \
             med flera ersättningar räknas en gång i summan."
                .into(),
        ],
        appendix: appendix(&shares),
    }
}

fn appendix(shares: &[(Value, Ore)]) -> Appendix {
    Appendix {
        heading: "Bilaga: egna personer".into(),
        sheet: "Bilaga".into(),
        note: Some(
            "Uppgifterna omfattas av sekretess. Personer anges med dossiernummer; namn och \
             personnummer finns i personkretsen."
                .into(),
        ),
        columns: AppendixColumns {
            dossier_number: "Dossiernummer".into(),
            compensation: "Ersättning".into(),
            period: "Period".into(),
            amount: "Utbetalt".into(),
            share: "Nämndens andel".into(),
        },
        rows: shares.iter().map(|(row, share)| appendix_row(row, *share)).collect(),
        total: "Summa".into(),
    }
}

fn appendix_row(row: &Value, share: Ore) -> AppendixRow {
    let number = row["dossiernummer"].as_str();
    AppendixRow {
        dossier_number: number.map(|digits| format!("{}-{}", &digits[..2], &digits[2..])),
        compensation: named(&row["compensation_code"]),
        period: format!("{} – {}", text(&row["period_from"]), text(&row["period_tom"])),
        amount: ore(&row["belopp_ore"]),
        share,
    }
}

pub(crate) fn order() -> OrderPrint {
    let signature = |role: &str, name: Option<&str>, mark: Option<&str>| Signature {
        role: role.into(),
        name_label: "Namnteckning och namnförtydligande".into(),
        date_label: "Datum".into(),
        name: name.map(str::to_owned),
        date: name.map(|_| "2026-11-02".to_owned()),
        mark: mark.map(str::to_owned),
    };
    let heading = |index: usize, text: &str| format!("Verifikation {index}: {text}");
    let vouchers = vouchers(false);
    OrderPrint {
        head: head("Bokföringsorder", "MIGV2026-0001"),
        numbers: NUMBERS,
        facts: vec![
            Fact::new("Nummer", "MIGV2026-0001"),
            Fact::new("Verifikationsdatum", "2026-10-30"),
            Fact::new("Period", "202610"),
            Fact::new("Tillstånd", "Överförd 2026-11-02"),
            Fact::new("Fördelningsnyckel", "EXEMPEL 2026/1 (exempel)"),
            Fact::new("Kontering", "exempel"),
        ],
        basis: Section {
            heading: "Underlag".into(),
            content: "Utbetalningslista från Migrationsverket, utbetald 2026-10-30, 30 rader, \
                      909\u{a0}250,10 kronor. Banken krediterade 909\u{a0}250,10 samma dag; \
                      krediteringen är redan bokförd, debet 1940 och kredit 2898. Beloppen är \
                      fördelade i körning 1 för oktober 2026."
                .into(),
        },
        columns: PostingColumns {
            account: "Konto".into(),
            cost_centre: "Ansvar".into(),
            activity: "Verks.".into(),
            counterpart: "Motpart".into(),
            text: "Text".into(),
            debit: "Debet".into(),
            credit: "Kredit".into(),
        },
        vouchers: (1..)
            .zip(vouchers)
            .map(|(index, voucher)| Section {
                heading: heading(index, &voucher.text),
                content: voucher,
            })
            .collect(),
        total: "Summa".into(),
        closing: Section {
            heading: "Summering och fil".into(),
            content: vec![
                Fact::new("Debet", "987\u{a0}770,10"),
                Fact::new("Kredit", "987\u{a0}770,10"),
                Fact::new("Rader", "24"),
                Fact::new("Fil", "MIGV2026-0001.si (SIE 4I)"),
                Fact::new(
                    "SHA-256",
                    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                ),
            ],
        },
        signatures: vec![
            signature("Upprättad av", Some("EXEMPEL"), None),
            signature("Beslutsattest", None, Some("utan andra person")),
        ],
    }
}
