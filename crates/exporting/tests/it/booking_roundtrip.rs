//! What was written is read back by other readers and says the same, whatever the vouchers.

use std::io::Cursor;

use crate::sample::{order, settings};
use calamine::{Data, DataType, Reader};
use chrono::NaiveDate;
use domain::person::CostCentre;
use domain::voucher::{AccountString, Posting, Voucher, VoucherKind};
use domain::{AccountingPeriod, Ore};
use exporting::booking::{
    AccountKind, AccountName, BookingFile, abw_xml, csv, gl07_55, sie4i, xlsx,
};
use oem_cp::code_table::DECODING_TABLE_CP437;
use proptest::prelude::*;
use quick_xml::events::Event;

/// A posting as every format must give it back.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Read {
    voucher: usize,
    account: String,
    cost_centre: String,
    activity: String,
    counterpart: String,
    amount: i64,
    text: String,
}

fn expected(order: &BookingFile) -> Vec<Read> {
    let mut out = Vec::new();
    for (index, voucher) in order.vouchers.iter().enumerate() {
        for posting in &voucher.postings {
            let account = &posting.account;
            out.push(Read {
                voucher: index + 1,
                account: account.account.clone(),
                cost_centre: account.cost_centre.clone().map(|code| code.0).unwrap_or_default(),
                activity: account.activity.clone().unwrap_or_default(),
                counterpart: account.counterpart.clone().unwrap_or_default(),
                amount: posting.amount.0,
                text: posting.text.clone(),
            });
        }
    }
    out
}

fn ore(text: &str) -> i64 {
    let (kronor, rest) = text.split_once(['.', ',']).unwrap();
    assert_eq!(rest.len(), 2, "{text}");
    format!("{kronor}{rest}").parse().unwrap()
}

// ----- readers ---------------------------------------------------------------------------------

fn read_xml(bytes: &[u8]) -> Vec<Read> {
    let mut reader = quick_xml::Reader::from_reader(bytes);
    reader.config_mut().check_end_names = true;
    let (mut out, mut voucher, mut element) = (Vec::new(), 0, String::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                element = start.name().as_ref().to_owned();
                match element.as_str() {
                    "agr:Voucher" => voucher += 1,
                    "agr:Transaction" => out.push(Read { voucher, ..empty() }),
                    _ => {}
                }
            }
            Event::Text(content) => push(&mut out, &element, &content),
            Event::GeneralRef(entity) => {
                let by = match &*entity {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    other => panic!("{other}"),
                };
                push(&mut out, &element, by);
            }
            Event::End(_) => element.clear(),
            Event::Eof => return out,
            _ => {}
        }
    }
}

fn push(out: &mut [Read], element: &str, content: &str) {
    let Some(read) = out.last_mut() else { return };
    match element {
        "agrlib:Description" => read.text.push_str(content),
        "agrlib:Account" => read.account.push_str(content),
        "agr:Dim1" => read.cost_centre.push_str(content),
        "agr:Dim2" => read.activity.push_str(content),
        "agr:Dim7" => read.counterpart.push_str(content),
        "agrlib:Amount" => read.amount = ore(content),
        "agr:DcFlag" => assert!(content == "1" || content == "-1"),
        _ => {}
    }
}

fn empty() -> Read {
    let text = String::new;
    Read {
        voucher: 0,
        account: text(),
        cost_centre: text(),
        activity: text(),
        counterpart: text(),
        amount: 0,
        text: text(),
    }
}

/// Cuts by the positions of the published layout, not by the writer's table.
fn read_gl07(bytes: &[u8]) -> Vec<Read> {
    let mut out = Vec::new();
    for line in bytes.strip_suffix(b"\r\n").unwrap_or_default().split(|byte| *byte == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        assert_eq!(line.len(), 2060);
        let field = |first: usize, last: usize| {
            let text = encoding_rs::WINDOWS_1252.decode(&line[first - 1..last]).0;
            text.trim().to_owned()
        };
        out.push(Read {
            voucher: field(762, 776).parse().unwrap(),
            account: field(103, 127),
            cost_centre: field(128, 152),
            activity: field(153, 177),
            counterpart: field(278, 302),
            amount: field(400, 419).parse().unwrap(),
            text: field(491, 745),
        });
        assert_eq!(field(380, 399), field(400, 419));
        assert_eq!(field(378, 379) == "-1", field(400, 419).starts_with('-'));
    }
    out
}

/// Fields of a SIE line: blanks part them, quotes keep them together, `\"` is a quote.
fn sie_fields(line: &str) -> Vec<String> {
    let mut fields = Vec::new();
    let mut characters = line.trim().chars().peekable();
    while let Some(first) = characters.next() {
        let mut field = String::new();
        match first {
            ' ' => continue,
            '{' | '}' => field.push(first),
            '"' => loop {
                match characters.next().unwrap() {
                    '\\' if characters.peek() == Some(&'"') => field.extend(characters.next()),
                    '"' => break,
                    other => field.push(other),
                }
            },
            other => {
                field.push(other);
                while let Some(next) = characters.next_if(|next| ![' ', '}'].contains(next)) {
                    field.push(next);
                }
            }
        }
        fields.push(field);
    }
    fields
}

fn read_sie(bytes: &[u8]) -> Vec<Read> {
    let decoded = oem_cp::decode_string_complete_table(bytes, &DECODING_TABLE_CP437);
    let (mut out, mut voucher) = (Vec::new(), 0);
    for line in decoded.split("\r\n") {
        let fields = sie_fields(line);
        match fields.first().map(String::as_str) {
            Some("#VER") => voucher += 1,
            Some("#TRANS") => {
                let close = fields.iter().position(|field| field == "}").unwrap();
                let mut read = Read { voucher, account: fields[1].clone(), ..empty() };
                for pair in fields[3..close].chunks(2) {
                    match pair[0].as_str() {
                        "1" => read.cost_centre = pair[1].clone(),
                        "20" => read.activity = pair[1].clone(),
                        "21" => read.counterpart = pair[1].clone(),
                        other => panic!("{other}"),
                    }
                }
                read.amount = ore(&fields[close + 1]);
                read.text = fields[close + 3].clone();
                out.push(read);
            }
            _ => {}
        }
    }
    out
}

fn read_csv(bytes: &[u8]) -> Vec<Read> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap();
    let mut reader = ::csv::ReaderBuilder::new().delimiter(b';').from_reader(bytes);
    let plain = |text: &str| match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest.to_owned(),
        _ => text.to_owned(),
    };
    let records = reader.records().map(Result::unwrap);
    let read = |record: ::csv::StringRecord| Read {
        voucher: record[0].rsplit('-').next().unwrap().parse().unwrap(),
        account: plain(&record[3]),
        cost_centre: plain(&record[4]),
        activity: plain(&record[5]),
        counterpart: plain(&record[6]),
        amount: match (&record[7], &record[8]) {
            (debit, "") => ore(debit),
            ("", credit) => -ore(credit),
            both => panic!("{both:?}"),
        },
        text: plain(&record[9]),
    };
    records.map(read).collect()
}

fn read_xlsx(bytes: &[u8]) -> Vec<Read> {
    let mut book = calamine::Xlsx::new(Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range("MIGV2026-0001").unwrap();
    let text = |cell: &Data| match cell {
        Data::String(text) => text.clone(),
        Data::Empty => String::new(),
        other => panic!("not a string: {other:?}"),
    };
    let amount = |cell: &Data| match cell {
        Data::Empty => 0,
        number => ore(&format!("{:.2}", number.as_f64().unwrap())),
    };
    let rows = range.rows().skip(1);
    let read = |row: &[Data]| {
        assert!(matches!(row[1], Data::DateTime(_)));
        Read {
            voucher: text(&row[0]).rsplit('-').next().unwrap().parse().unwrap(),
            account: text(&row[3]),
            cost_centre: text(&row[4]),
            activity: text(&row[5]),
            counterpart: text(&row[6]),
            amount: amount(&row[7]) - amount(&row[8]),
            text: text(&row[9]),
        }
    };
    rows.map(read).collect()
}

// ----- vouchers --------------------------------------------------------------------------------

/// Codes with leading zeros and with characters that mean something to one of the formats.
fn codes() -> impl Strategy<Value = String> {
    prop_oneof!["[0-9]{1,6}", "0[0-9]{3}", "[=+@#-][0-9A-Z]{1,4}", "[A-ZÅÄÖ]{1,3}[{}\"&;]?"]
}

/// Texts without edge blanks, which fixed columns cannot keep, and without a leading apostrophe,
/// which in CSV cannot be told from a neutralised formula.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-zåäöÅÄÖé0-9,.&<>;\"{}#=+@-]([A-Za-zåäöÅÄÖé0-9,.'&<>;\"{}# =+@-]{0,60}[a-zö\"}])?",
        "[=+@-][0-9A-Z]{1,8}",
    ]
}

prop_compose! {
    fn postings()(
        lines in prop::collection::vec(
            (codes(), prop::option::of(codes()), prop::option::of(codes()),
             prop::option::of(codes()), -100_000_000_000i64..100_000_000_000, texts()),
            1..6,
        ),
    ) -> Vec<Posting> {
        let mut postings: Vec<Posting> = lines
            .into_iter()
            .filter(|(_, _, _, _, amount, _)| *amount != 0)
            .map(|(account, cost_centre, activity, counterpart, amount, text)| Posting {
                account: AccountString {
                    account,
                    cost_centre: cost_centre.map(CostCentre),
                    activity,
                    counterpart,
                },
                amount: Ore(amount),
                text,
                sources: Vec::new(),
            })
            .collect();
        let sum: Ore = postings.iter().map(|posting| posting.amount).sum();
        let account = AccountString {
            account: "2898".into(),
            cost_centre: None,
            activity: None,
            counterpart: None,
        };
        // The counter posting, in two halves so that it is never nothing.
        for amount in [Ore(1), -sum - Ore(1)] {
            let text = "Motkonto".to_owned();
            postings.push(Posting { account: account.clone(), amount, text, sources: Vec::new() });
        }
        postings.retain(|posting| !posting.amount.is_zero());
        postings
    }
}

prop_compose! {
    fn orders()(
        vouchers in prop::collection::vec((postings(), texts(), 0u64..365), 1..5),
    ) -> BookingFile {
        let mut order = order(false);
        let first: NaiveDate = "2026-01-01".parse().unwrap();
        order.vouchers = vouchers
            .into_iter()
            .map(|(postings, text, days)| {
                let date = first + chrono::Days::new(days);
                Voucher {
                    kind: VoucherKind::Distribution,
                    date,
                    period: AccountingPeriod::of(date),
                    text,
                    postings,
                }
            })
            .collect();
        for account in order.vouchers.iter().flat_map(|v| &v.postings).map(|p| &p.account) {
            let name = || "Namn \"med\" citat".to_owned();
            let named = AccountName { name: name(), kind: AccountKind::Income };
            order.names.accounts.insert(account.account.clone(), named);
            order.names.cost_centres.extend(account.cost_centre.clone().map(|code| (code, name())));
            order.names.activities.extend(account.activity.clone().map(|code| (code, name())));
            order.names.counterparts
                .extend(account.counterpart.clone().map(|code| (code, name())));
        }
        order
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_format_gives_back_what_was_written(order in orders()) {
        let settings = settings();
        let expected = expected(&order);
        prop_assert_eq!(&read_xml(&abw_xml(&order, &settings).unwrap()), &expected);
        prop_assert_eq!(&read_gl07(&gl07_55(&order, &settings).unwrap()), &expected);
        prop_assert_eq!(&read_sie(&sie4i(&order, &settings).unwrap()), &expected);
        prop_assert_eq!(&read_csv(&csv(&order, &settings).unwrap()), &expected);
        prop_assert_eq!(&read_xlsx(&xlsx(&order, &settings).unwrap()), &expected);
        for voucher in 1..=order.vouchers.len() {
            let lines = expected.iter().filter(|read| read.voucher == voucher);
            prop_assert_eq!(lines.map(|read| read.amount).sum::<i64>(), 0);
        }
    }
}
