//! The end of the chain: voucher numbers of the finance system, orders that it refuses, and the
//! periods that it books in.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;

use acceptance::{Desk, ore, text};
use serde_json::{Value, json};

/// The sample month, handed over; gives list, distribution and order.
fn handed_over(desk: &mut Desk) -> (String, String, String) {
    let (list, distribution) = desk.month_distributed();
    let order = desk.call("orders.create", json!({ "distribution": distribution }));
    let order = text(&order["number"]);
    desk.export(&order, "sie4i");
    (list, distribution, order)
}

fn chain(desk: &mut Desk, older: bool) -> Vec<(i64, Option<i64>)> {
    let start = desk.call("overview.start", json!({ "older": older }));
    let links = start["chain"].as_array().unwrap().iter();
    links.map(|link| (ore(&link["amount_ore"]), link["gap_ore"].as_i64())).collect()
}

fn state(desk: &mut Desk, order: &str) -> String {
    text(&desk.call("orders.view", json!({ "order": order }))["brief"]["state"])
}

fn waits(desk: &mut Desk) -> String {
    text(&desk.call("overview.navigation", json!({}))["sections"][3]["text"])
}

fn book(desk: &mut Desk, order: &str, voucher: u32, number: &str) -> Result<Value, String> {
    let one = json!({ "voucher": voucher, "number": number, "day": "2026-11-01" });
    desk.answer("orders.booked", json!({ "order": order, "numbers": [one] }))
        .map_err(|reply| reply.code)
}

#[test]
fn an_order_is_booked_when_all_its_vouchers_have_numbers() {
    let mut desk = Desk::with_register();
    let (list, _, order) = handed_over(&mut desk);
    assert_eq!(chain(&mut desk, false)[3], (0, Some(-90_925_010)));
    assert!(waits(&mut desk).contains("2 utan verifikationsnummer"));
    assert_eq!(book(&mut desk, &order, 1, "80001").unwrap()["orders"], json!([]));
    assert_eq!(state(&mut desk, &order), "handed-over");
    // The same again is no second number.
    assert_eq!(book(&mut desk, &order, 1, "80001").unwrap()["vouchers"], 0);
    assert_eq!(book(&mut desk, &order, 1, "80009"), Err("booked-already".into()));
    assert_eq!(book(&mut desk, &order, 2, "80001"), Err("booked-number-used".into()));
    assert_eq!(book(&mut desk, &order, 3, "80002"), Err("booked-voucher-unknown".into()));
    assert_eq!(book(&mut desk, "MIGV2026-0099", 1, "1"), Err("booked-order-unknown".into()));
    assert_eq!(book(&mut desk, &order, 2, "80002").unwrap()["orders"], json!([order]));
    assert_eq!(state(&mut desk, &order), "booked");
    assert_eq!(chain(&mut desk, false)[3], (90_925_010, Some(0)));
    assert_eq!(waits(&mut desk), "inget väntar");
    let view = desk.call("orders.view", json!({ "order": order }));
    assert_eq!(
        (&view["vouchers"][1]["number"], &view["vouchers"][1]["booked_on"]),
        (&json!("80002"), &json!("2026-11-01"))
    );
    // The number is one step from the row.
    let trace = desk.call("trace.row", json!({ "list": list, "line": 14 }));
    let kinds = trace["entries"].as_array().unwrap().iter();
    assert_eq!(kinds.filter(|entry| entry["kind"] == "booked").count(), 2);

    let undo = json!({ "order": order, "voucher": 2, "reason": "Fel nummer" });
    let view = desk.call("orders.unbook", undo.clone());
    assert_eq!(view["brief"]["state"], "handed-over");
    assert_eq!(view["steps"].as_array().unwrap().last().unwrap()["reason"], "Fel nummer");
    assert_eq!(desk.refused("orders.unbook", undo).code, "voucher-not-booked");
    book(&mut desk, &order, 2, "80003").unwrap();
    assert_eq!(chain(&mut desk, false)[3], (90_925_010, Some(0)));
    assert_eq!(desk.call("audit.verify", json!({}))["ok"], true);
    assert_eq!(desk.call("session.check", json!({}))["outcome"], "done");
}

#[test]
fn days_and_periods_that_cannot_be_are_refused_together() {
    let mut desk = Desk::with_register();
    let (_, _, order) = handed_over(&mut desk);
    let line = |voucher: u32, number: &str, day: &str| json!({ "voucher": voucher, "number": number, "day": day });
    let mut several = |lines: Value| {
        let refused = desk.refused("orders.booked", json!({ "order": order, "numbers": lines }));
        let all = std::iter::once(&refused).chain(&refused.also);
        let field = |fault: &api::ErrorReply| fault.place.as_ref().unwrap().field.clone().unwrap();
        all.map(|fault| (fault.code.clone(), field(fault))).collect::<Vec<_>>()
    };
    let at = |code: &str, field: &str| (code.to_owned(), field.to_owned());
    assert_eq!(
        several(json!([line(1, " ", "2027-01-01"), line(2, "2", "2025-11-01")])),
        [
            at("voucher-number-missing", "numbers[0].number"),
            at("booked-day-not-come", "numbers[0].day"),
            at("booked-before-voucher-date", "numbers[1].day"),
        ]
    );
    // What is right with the one is not kept where the other is wrong.
    assert_eq!(
        several(json!([line(1, "1", "2026-11-01"), line(2, "1", "2026-11-01")])),
        [at("booked-number-used", "numbers[1].number")]
    );
    assert_eq!(
        several(json!([line(1, "1", "2026-11-01"), line(1, "2", "2026-11-01")])),
        [at("booked-already", "numbers[1].number")]
    );
    desk.call("periods.set", json!({ "period": "2026-10", "closed": true }));
    assert_eq!(book(&mut desk, &order, 1, "1"), Err("period-closed".into()));
    desk.call("periods.set", json!({ "period": "202610", "closed": false }));
    book(&mut desk, &order, 1, "1").unwrap();
    desk.call("periods.set", json!({ "period": "2026-10", "closed": true }));
    let undo = json!({ "order": order, "voucher": 1, "reason": "Fel" });
    assert_eq!(desk.refused("orders.unbook", undo).code, "period-closed");
}

/// Two vouchers of the order, as the finance system lists them.
fn table(desk: &mut Desk, order: &str) -> Vec<String> {
    let view = desk.call("orders.view", json!({ "order": order }));
    let lines = view["vouchers"].as_array().unwrap().iter().map(|voucher| {
        let debit = ore(&voucher["debit_ore"]);
        let number = &voucher["voucher"];
        format!("{order};{number};8000{number};2026-11-02;{},{:02};EX", debit / 100, debit % 100)
    });
    lines.collect()
}

fn read(desk: &mut Desk, lines: &[String]) -> Value {
    let heading = "\u{feff}Ordernummer;Verifikation;Verifikationsnummer;Dag;Belopp;Klient";
    let path = desk.path("verifikationer.csv");
    fs::write(&path, format!("{heading}\r\n{}\r\n", lines.join("\r\n"))).unwrap();
    desk.call("orders.booked_file", json!({ "path": path }))
}

fn codes(answer: &Value) -> Vec<(String, u64)> {
    let found = answer["diagnostics"].as_array().unwrap().iter();
    found.map(|one| (text(&one["code"]), one["line"].as_u64().unwrap())).collect()
}

#[test]
fn numbers_come_from_a_file_all_or_none() {
    let mut desk = Desk::with_register();
    let (_, _, order) = handed_over(&mut desk);
    let lines = table(&mut desk, &order);
    let mut wrong = lines.clone();
    wrong[0] = wrong[0].replace("2026-11-02", "2026-12-24").replace(";EX", ";AB");
    wrong[1] = wrong[1].replace("80002", "80001").replace(',', "1,");
    wrong.push("ANNAN2026-0001;1;7;2026-11-02;1,00;EX".into());
    let done = read(&mut desk, &wrong);
    let expected = [
        ("booked-day-not-come", 2),
        ("booked-other-client", 2),
        ("booked-number-used", 3),
        ("booked-sum-differs", 3),
        ("booked-order-unknown", 4),
    ];
    let expected: Vec<_> =
        expected.iter().map(|(code, line)| ((*code).to_owned(), *line)).collect();
    assert_eq!((&done["outcome"], codes(&done)), (&json!("findings"), expected), "{done}");
    assert_eq!(state(&mut desk, &order), "handed-over", "nothing half done");
    assert!(desk.call("orders.view", json!({ "order": order }))["vouchers"][0]["number"].is_null());

    let done = read(&mut desk, &lines);
    assert_eq!((&done["outcome"], &done["vouchers"]), (&json!("done"), &json!(2)), "{done}");
    assert_eq!(done["orders"], json!([order]));
    assert_eq!(chain(&mut desk, false)[3].0, 90_925_010);
    // The same file once more changes nothing.
    assert_eq!(read(&mut desk, &lines)["vouchers"], 0);
    // A reference names order and voucher in one, and amounts of several lines are summed.
    let other = json!({ "order": order, "voucher": 1, "reason": "Om" });
    desk.call("orders.unbook", other);
    let path = desk.path("english.csv");
    let debit = lines[0].split(';').nth(4).unwrap().to_owned();
    let table = format!(
        "order_number;number;date;amount\r\n{order}-1;90001;2026-11-02;0,00\r\n\
         {order}-1;90001;2026-11-02;{debit}\r\n"
    );
    fs::write(&path, table).unwrap();
    let done = desk.call("orders.booked_file", json!({ "path": path }));
    assert_eq!((&done["outcome"], &done["vouchers"]), (&json!("done"), &json!(1)), "{done}");
}

/// A workbook with Swedish headings, as the finance system's list is saved from Excel: numbers and days
/// are numbers and days, not texts.
fn workbook(desk: &mut Desk, rows: &[(&str, u32, f64, u32, f64, &str)]) -> Value {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let days = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd");
    let sheet = workbook.add_worksheet();
    let headings =
        ["Ordernummer", "Verifikation", "Verifikationsnummer", "Dag", "Belopp", "Klient"];
    for (column, heading) in (0..).zip(headings) {
        sheet.write_string(0, column, heading).unwrap();
    }
    for (row, (order, voucher, number, day, amount, client)) in (1..).zip(rows) {
        sheet.write_string(row, 0, *order).unwrap();
        sheet.write_number(row, 1, *voucher).unwrap();
        sheet.write_number(row, 2, *number).unwrap();
        let day = rust_xlsxwriter::ExcelDateTime::from_ymd(2026, 11, (*day).try_into().unwrap());
        sheet.write_datetime_with_format(row, 3, day.unwrap(), &days).unwrap();
        sheet.write_number(row, 4, *amount).unwrap();
        sheet.write_string(row, 5, *client).unwrap();
    }
    let path = desk.path("verifikationer.xlsx");
    workbook.save(&path).unwrap();
    desk.call("orders.booked_file", json!({ "path": path }))
}

#[test]
fn numbers_come_from_a_workbook_as_from_a_table() {
    let mut desk = Desk::with_register();
    let (_, _, order) = handed_over(&mut desk);
    let view = desk.call("orders.view", json!({ "order": order }));
    let debit = |place: usize| {
        let ore = ore(&view["vouchers"][place]["debit_ore"]);
        format!("{}.{:02}", ore / 100, ore % 100).parse::<f64>().unwrap()
    };
    let (first, second) = (debit(0), debit(1));
    let done = workbook(
        &mut desk,
        &[
            (&order, 1, 80_001.0, 2, first, "AB"),
            (&order, 2, 80_001.0, 2, second, "EX"),
            (&order, 3, 80_003.0, 2, 1.0, "EX"),
            ("MIGV2026-0099", 1, 80_004.0, 2, 1.0, "EX"),
        ],
    );
    let expected = [
        ("booked-other-client", 2),
        ("booked-number-used", 3),
        ("booked-voucher-unknown", 4),
        ("booked-order-unknown", 5),
    ];
    let expected: Vec<_> = expected.map(|(code, line)| (code.to_owned(), line)).to_vec();
    assert_eq!(codes(&done), expected, "{done}");
    let messages = done["diagnostics"].as_array().unwrap().iter().map(|one| text(&one["message"]));
    let messages: Vec<String> = messages.collect();
    for (message, words) in messages.iter().zip(["AB", "80001", "3", "MIGV2026-0099"]) {
        assert!(message.contains(words), "{message}");
    }
    assert_eq!(state(&mut desk, &order), "handed-over", "nothing half done");

    let rows = [(&*order, 1, 80_001.0, 2, first, "EX"), (&*order, 2, 80_002.0, 2, second, "EX")];
    let done = workbook(&mut desk, &rows);
    assert_eq!((&done["outcome"], &done["orders"]), (&json!("done"), &json!([order])), "{done}");
    let view = desk.call("orders.view", json!({ "order": order }));
    assert_eq!(
        (&view["vouchers"][0]["number"], &view["vouchers"][0]["booked_on"]),
        (&json!("80001"), &json!("2026-11-02"))
    );
}

#[test]
fn an_order_that_is_refused_is_withdrawn_and_made_anew() {
    let mut desk = Desk::with_register();
    let (_, distribution, order) = handed_over(&mut desk);
    let reject = json!({ "order": order, "reason": "GL07: okänt ansvar 7110" });
    let silent = json!({ "order": order, "reason": " " });
    assert_eq!(desk.refused("orders.reject", silent).code, "reason-missing");
    book(&mut desk, &order, 1, "80001").unwrap();
    assert_eq!(desk.refused("orders.reject", reject.clone()).code, "voucher-has-number");
    desk.call("orders.unbook", json!({ "order": order, "voucher": 1, "reason": "Fel" }));
    let view = desk.call("orders.reject", reject.clone());
    assert_eq!(view["brief"]["state"], "withdrawn");
    assert_eq!(view["steps"].as_array().unwrap().last().unwrap()["reason"], reject["reason"]);
    assert_eq!(view["files"].as_array().unwrap().len(), 1, "what was exported stays kept");
    // The boards keep their money, and nothing is handed over any more.
    let sums: Vec<i64> = chain(&mut desk, false).iter().map(|link| link.0).collect();
    assert_eq!(sums, [90_925_010, 90_925_010, 0, 0]);
    let other = json!({ "order": order, "reason": "En gång till" });
    assert_eq!(desk.refused("orders.reject", other).code, "order-state");
    // What is told twice is done once.
    assert_eq!(desk.call("orders.reject", reject)["steps"], view["steps"]);
    let again = desk.call("orders.create", json!({ "distribution": distribution }));
    assert_eq!(again["number"], "MIGV2026-0002");
    desk.export("MIGV2026-0002", "sie4i");
    assert_eq!(chain(&mut desk, false)[2].0, 90_925_010);
    assert_eq!(desk.call("session.check", json!({}))["outcome"], "done");
}

#[test]
fn a_reversing_order_that_is_refused_is_made_anew_on_the_same_accounts() {
    let mut desk = Desk::with_register();
    let (list, _, order) = handed_over(&mut desk);
    let back = desk.call("payments.reverse", json!({ "list": list, "reason": "Fel fil" }));
    let reversing = text(&back["reversing_orders"][0]);
    desk.export(&reversing, "sie4i");
    // The first order cannot be refused while it is taken back.
    let reject = |order: &str| json!({ "order": order, "reason": "Stängd period" });
    assert_eq!(desk.refused("orders.reject", reject(&order)).code, "reversing-handed-over");
    desk.call("orders.reject", reject(&reversing));
    let run = text(&back["distributions"][0]);
    let again = desk.call("orders.create", json!({ "distribution": run }));
    let lines = |desk: &mut Desk, order: &str| {
        let view = desk.call("orders.view", json!({ "order": order }));
        (view["vouchers"].clone(), view["brief"]["reverses"].clone())
    };
    let number = text(&again["number"]);
    assert_eq!(lines(&mut desk, &number), lines(&mut desk, &reversing));
    desk.export(&number, "sie4i");
    let sums: Vec<i64> = chain(&mut desk, false).iter().map(|link| link.0).collect();
    assert_eq!(sums, [0, 0, 0, 0]);
}

#[test]
fn a_refused_order_takes_along_what_would_have_taken_it_back() {
    let mut desk = Desk::with_register();
    let (list, _, order) = handed_over(&mut desk);
    let back = desk.call("payments.reverse", json!({ "list": list, "reason": "Fel fil" }));
    let reversing = text(&back["reversing_orders"][0]);
    desk.call("orders.reject", json!({ "order": order, "reason": "Nekad" }));
    assert_eq!(state(&mut desk, &reversing), "withdrawn");
    let run = json!({ "distribution": back["distributions"][0] });
    assert_eq!(desk.refused("orders.create", run).code, "nothing-to-book");
    let sums: Vec<i64> = chain(&mut desk, false).iter().map(|link| link.0).collect();
    assert_eq!(sums, [0, 0, 0, 0]);
}

#[test]
fn older_years_are_told_apart() {
    let mut desk = Desk::with_register();
    handed_over(&mut desk);
    desk.on("2027-02-01");
    let start = desk.call("overview.start", json!({}));
    let booked = &start["chain"][3];
    assert_eq!((&booked["gap_ore"], &booked["older_gap_ore"]), (&json!(0), &json!(-90_925_010)));
    assert_eq!(start["observation_ore"], 0);
    assert_eq!(waits(&mut desk), "inget väntar");
    assert_eq!(chain(&mut desk, true)[3], (0, Some(-90_925_010)));
}

#[test]
fn a_voucher_date_lies_in_its_period() {
    let mut desk = Desk::with_register();
    let (_, distribution) = desk.month_distributed();
    let ask = |period: &str, date: Option<&str>| json!({ "distribution": distribution, "period": period, "voucher_date": date });
    let refused = desk.refused("orders.create", ask("2026-11", None));
    assert_eq!(refused.code, "voucher-date-outside-period");
    assert!(refused.message.contains("2026-11-01 till 2026-11-30"), "{}", refused.message);
    assert_eq!(
        desk.refused("orders.create", ask("2025-12", None)).code,
        "voucher-date-outside-period"
    );
    for wrong in ["0001-01", "2026-14", "oktober"] {
        assert_eq!(desk.refused("orders.create", ask(wrong, None)).code, "period-wrong", "{wrong}");
    }
    let thirteenth = ask("2026-13", Some("2026-12-31"));
    assert_eq!(desk.refused("orders.create", thirteenth.clone()).code, "no-thirteenth-period");
    desk.call("periods.set", json!({ "period": "2026-10", "closed": true }));
    let proposed = desk.call("distribution.view", json!({ "distribution": distribution }));
    assert_eq!(proposed["order_fault"]["code"], "period-closed");
    let order = json!({ "distribution": distribution });
    assert_eq!(desk.refused("orders.create", order).code, "period-closed");

    let mut settings = desk.call("settings.get", json!({}));
    settings["settings"]["booking"]["thirteenth_period"] = json!(true);
    desk.call("settings.put", settings);
    let order = text(&desk.call("orders.create", thirteenth)["order"]);
    let path = desk.path("x.si");
    let sie = json!({ "order": order, "format": "sie4i", "path": path, "attest": true });
    let refused = desk.refused("orders.export", sie);
    assert_eq!(refused.code, "export-texts");
    assert!(refused.message.contains("SIE"), "{}", refused.message);
    let gl07 = String::from_utf8(desk.export(&order, "abw-xml")).unwrap();
    assert!(gl07.contains("<agrlib:Period>202613<"), "{gl07}");
    assert!(gl07.contains("<agr:VoucherDate>2026-12-31<"), "{gl07}");
}

#[test]
fn nothing_leaves_or_is_taken_back_in_a_closed_period() {
    let mut desk = Desk::with_register();
    let (list, distribution) = desk.month_distributed();
    let order = text(&desk.call("orders.create", json!({ "distribution": distribution }))["order"]);
    desk.call("periods.set", json!({ "period": "2026-10", "closed": true }));
    let path = desk.path("x.si");
    let export = json!({ "order": order, "format": "sie4i", "path": path, "attest": true });
    assert_eq!(desk.refused("orders.export", export).code, "period-closed");
    desk.call("periods.set", json!({ "period": "2026-10", "closed": false }));
    let first = desk.export(&order, "sie4i");
    desk.call("periods.set", json!({ "period": "2026-10", "closed": true }));
    assert_eq!(desk.export(&order, "sie4i"), first, "a copy of what has left");
    desk.call("periods.set", json!({ "period": "2026-11", "closed": true }));
    let back = json!({ "list": list, "reason": "Fel fil" });
    assert_eq!(desk.refused("payments.reverse", back).code, "period-closed");
    let periods = desk.call("periods.list", json!({}));
    let closed = periods["periods"].as_array().unwrap().iter().filter(|one| one["closed"] == true);
    assert_eq!(closed.count(), 2);
    // Who changed it last, and when.
    let of = |period: &str| {
        periods["periods"].as_array().unwrap().iter().find(|one| one["period"] == period).unwrap()
    };
    assert_eq!(of("2026-10")["changed_by"], "EXEMPEL");
    assert!(of("2026-10")["changed_at"].is_string());
    assert_eq!(
        (&of("2026-09")["changed_by"], &of("2026-09")["changed_at"]),
        (&json!(null), &json!(null))
    );
}

#[test]
fn a_clawback_of_an_earlier_year_meets_only_what_was_accrued() {
    let mut desk = Desk::with_register();
    let mut settings = desk.call("settings.get", json!({}));
    settings["settings"]["booking"]["receivable_account"] = json!("1790");
    desk.call("settings.put", settings);
    let rows = "Utbetalningsdag\tKod\tDossiernummer\tFrån och med\tTill och med\tBelopp\n\
                2026-10-30\tXÅETA\t99-000078\t2024-03-01\t2024-03-31\t-31000,00\n";
    let list = json!({ "id": "lista", "name": "lista", "text": rows });
    desk.call("payments.import", list);
    desk.call("match.run", json!({ "list": "lista" }));
    let run = desk.call("distribution.run", json!({ "month": "2026-10" }));
    let ask = |receivables: Value| json!({ "distribution": run["distribution"], "receivables": receivables });
    let accounts = |desk: &mut Desk, order: &Value| -> Vec<(String, String)> {
        let view = desk.call("orders.view", json!({ "order": order["order"] }));
        let postings = view["vouchers"][0]["postings"].as_array().unwrap().clone();
        let income = postings.iter().filter(|line| line["account"] != "2898");
        income.map(|line| (text(&line["account"]), text(&line["text"]))).collect()
    };
    let one = |code: &str, voucher: &str| json!([{ "compensation": code, "voucher": voucher }]);
    let refused = desk.refused("orders.create", ask(one("EKB-DYGN", "V 17")));
    assert_eq!(refused.code, "receivable-not-met");
    let order = desk.call("orders.create", ask(json!([])));
    assert!(accounts(&mut desk, &order).iter().all(|(account, _)| account == "3513"));
    let withdraw = json!({ "order": order["order"], "reason": "Fordran fanns" });
    desk.call("orders.withdraw", withdraw);
    let order = desk.call("orders.create", ask(one("NYA-SCHABLON", "B 2024-17")));
    for (account, text) in accounts(&mut desk, &order) {
        assert_eq!(account, "1790");
        assert!(text.contains("bokslutsverifikation B 2024-17"), "{text}");
    }
}
