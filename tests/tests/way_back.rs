//! The way back: nothing is deleted, and every öre is accounted for all the same.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use acceptance::{BROKEN, Desk, LIST_A, data, ore, text};
use serde_json::{Value, json};

fn chain(desk: &mut Desk) -> Vec<i64> {
    let start = desk.call("overview.start", json!({}));
    start["chain"].as_array().unwrap().iter().map(|link| ore(&link["amount_ore"])).collect()
}

#[test]
fn a_file_is_taken_in_once_unless_it_was_reversed() {
    let mut desk = Desk::with_register();
    let list = desk.month_taken_in();
    let again = json!({ "id": api::new_id(), "path": data(LIST_A) });
    let refused = desk.refused("payments.read", again.clone());
    assert_eq!(refused.code, "file-seen-before");
    assert!(refused.message.contains("2026-11-02"), "{}", refused.message);
    desk.call("payments.reverse", json!({ "list": list, "reason": "Fel fil" }));
    assert_eq!(chain(&mut desk)[0], 0);
    let view = desk.call("payments.read", again);
    assert_eq!(view["summary"]["state"], "draft");
    assert_eq!(view["counts"]["open"], 0, "rows of a reversed list are no doubles");
}

#[test]
fn a_draft_is_resumed_and_can_be_thrown_away() {
    let mut desk = Desk::with_register();
    let read = |desk: &mut Desk| {
        let request = json!({ "id": api::new_id(), "path": data(LIST_A) });
        text(&desk.call("payments.read", request)["summary"]["list"])
    };
    let first = read(&mut desk);
    assert_eq!(read(&mut desk), first);
    let left = desk.call("payments.discard", json!({ "list": first }));
    assert_eq!(left["lists"], json!([]));
    assert_ne!(read(&mut desk), first);
}

#[test]
fn reversing_before_an_order_takes_the_shares_back() {
    let mut desk = Desk::with_register();
    let (list, distribution) = desk.month_distributed();
    assert_eq!(chain(&mut desk)[..2], [90_925_010, 90_925_010]);
    let done = desk.call("payments.reverse", json!({ "list": list, "reason": "Fel lista" }));
    assert_eq!((&done["reversing_orders"], &done["withdrawn_orders"]), (&json!([]), &json!([])));
    assert_eq!(chain(&mut desk)[..2], [0, 0]);
    let refused = desk.refused("orders.create", json!({ "distribution": distribution }));
    assert_eq!(refused.code, "nothing-to-book");
    let refused = desk.refused("payments.reverse", json!({ "list": list, "reason": "Igen" }));
    assert_eq!(refused.code, "list-not-committed");
}

#[test]
fn reversing_withdraws_an_order_that_was_not_handed_over() {
    let mut desk = Desk::with_register();
    let (list, distribution) = desk.month_distributed();
    let order = desk.call("orders.create", json!({ "distribution": distribution }));
    let done = desk.call("payments.reverse", json!({ "list": list, "reason": "Fel lista" }));
    assert_eq!(done["withdrawn_orders"], json!([order["number"]]));
    let view = desk.call("orders.view", json!({ "order": order["order"] }));
    assert_eq!(view["brief"]["state"], "withdrawn");
    let path = desk.path("x.si");
    let export =
        json!({ "order": order["order"], "format": "sie4i", "path": path, "attest": true });
    assert_eq!(desk.refused("orders.export", export).code, "order-state");
}

#[test]
fn reversing_after_hand_over_makes_a_reversing_order() {
    let mut desk = Desk::with_register();
    let (list, distribution) = desk.month_distributed();
    let order = desk.call("orders.create", json!({ "distribution": distribution }));
    desk.export(&text(&order["order"]), "sie4i");
    assert_eq!(chain(&mut desk)[..3], [90_925_010, 90_925_010, 90_925_010]);

    let done = desk.call("payments.reverse", json!({ "list": list, "reason": "Fel lista" }));
    assert_eq!(done["reversing_orders"], json!(["MIGV2026-0002"]));
    let reversing = desk.call("orders.view", json!({ "order": "MIGV2026-0002" }));
    assert_eq!(reversing["brief"]["reverses"], "MIGV2026-0001");
    let original = desk.call("orders.view", json!({ "order": "MIGV2026-0001" }));
    for (before, after) in original["vouchers"]
        .as_array()
        .unwrap()
        .iter()
        .zip(reversing["vouchers"].as_array().unwrap())
    {
        let lines = |voucher: &Value, sign: i64| -> Vec<(String, Value, i64)> {
            let postings = voucher["postings"].as_array().unwrap().iter();
            let mut lines: Vec<_> = postings
                .map(|line| {
                    (
                        text(&line["account"]),
                        line["cost_centre"].clone(),
                        sign * ore(&line["amount_ore"]),
                    )
                })
                .collect();
            lines.sort_by_key(|line| format!("{line:?}"));
            lines
        };
        assert_eq!(lines(before, -1), lines(after, 1));
        assert!(text(&after["text"]).contains("MIGV2026-0001"));
    }
    desk.export("MIGV2026-0002", "sie4i");
    assert_eq!(chain(&mut desk)[..3], [0, 0, 0]);
    // The file may be read again, and the whole job done again.
    let list = desk.month_taken_in();
    assert!(!list.is_empty());
    let run = desk.call("distribution.run", json!({ "month": "2026-10" }));
    assert_eq!(ore(&run["out_ore"]), 90_925_010);
    let order = desk.call("orders.create", json!({ "distribution": run["distribution"] }));
    assert_eq!(order["number"], "MIGV2026-0003");
    assert_eq!(desk.call("audit.verify", json!({}))["ok"], true);
}

#[test]
fn a_list_that_shares_its_order_with_another_leaves_the_other_whole() {
    let mut desk = Desk::with_register();
    let first = desk.month_taken_in();
    let done = desk.import(&data(BROKEN), json!({ "park_faulty": true }));
    let second = text(&done["list"]);
    // Rows that are equal to those of list A were parked as doubles: only the others came in.
    desk.call("match.run", json!({ "list": second }));
    let run = desk.call("distribution.run", json!({ "month": "2026-10" }));
    let order = desk.call("orders.create", json!({ "distribution": run["distribution"] }));
    desk.export(&text(&order["order"]), "csv");
    let before = chain(&mut desk)[0];
    desk.call("payments.reverse", json!({ "list": first, "reason": "Fel lista" }));
    assert_eq!(chain(&mut desk)[0], before - 90_925_010);
    let reversing = desk.call("orders.view", json!({ "order": "MIGV2026-0002" }));
    assert_eq!(ore(&reversing["brief"]["debit_ore"]), 94_851_010 + 3_926_000);
}

#[test]
fn a_row_released_later_makes_a_supplementary_order() {
    let mut desk = Desk::with_register();
    let done = desk.import(&data(BROKEN), json!({ "park_faulty": true }));
    let list = text(&done["list"]);
    desk.call("match.run", json!({ "list": list }));
    let run = desk.call("distribution.run", json!({ "month": "2026-10" }));
    assert_eq!(ore(&run["out_ore"]), 41_245_962);
    desk.call("orders.create", json!({ "distribution": run["distribution"] }));

    let one = json!({ "line": 11, "decision": "correct", "fields": { "amount": "9000,00" } });
    desk.call("review.decide", json!({ "list": list, "decisions": [one] }));
    let matched = desk.call("match.run", json!({ "list": list }));
    assert_eq!(matched["matched"], 11);
    let run = desk.call("distribution.run", json!({ "month": "2026-10" }));
    assert_eq!((&run["run"], ore(&run["in_ore"])), (&json!(2), 900_000));
    let order = desk.call("orders.create", json!({ "distribution": run["distribution"] }));
    assert_eq!((&order["number"], &order["postings"]), (&json!("MIGV2026-0002"), &json!(2)));
    let one = json!({ "line": 2, "decision": "correct", "fields": { "amount": "1,00" } });
    let refused = desk.refused("review.decide", json!({ "list": list, "decisions": [one] }));
    assert_eq!(refused.code, "list-not-draft");
}

#[test]
fn matches_are_undone_one_by_one_until_distributed() {
    let mut desk = Desk::with_register();
    let list = desk.month_taken_in();
    let row = desk.call("match.undo", json!({ "list": list, "line": 2 }));
    assert_eq!((&row["matched"], &row["candidates"][0]["person"]), (&json!(false), &json!("P01")));
    // An automatic run leaves alone what a person has undone.
    let matched = desk.call("match.run", json!({ "list": list }));
    assert_eq!((&matched["matched"], &matched["outcome"]), (&json!(29), &json!("findings")));
    let run = desk.call("distribution.run", json!({ "month": "2026-10" }));
    assert_eq!(
        (ore(&run["suspense_ore"]), &run["suspended"][0]["reason_code"]),
        (1_680_000, &json!("undone"))
    );
    assert_eq!(ore(&run["in_ore"]), ore(&run["out_ore"]) + ore(&run["suspense_ore"]));
    let refused = desk.refused("match.undo", json!({ "list": list, "line": 3 }));
    assert_eq!(refused.code, "row-distributed");
    let chosen = desk.call("match.choose", json!({ "list": list, "line": 2, "person": "P01" }));
    assert_eq!(chosen["reason_code"], "manual");
    let run = desk.call("distribution.run", json!({ "month": "2026-10" }));
    assert_eq!((&run["run"], ore(&run["out_ore"])), (&json!(2), 1_680_000));
    assert_eq!(chain(&mut desk)[..2], [90_925_010, 90_925_010]);
}

#[test]
fn an_unknown_person_is_added_from_the_row() {
    let mut desk = Desk::new();
    let list = desk.month_taken_in();
    let matched = desk.call("match.run", json!({ "list": list }));
    assert_eq!((&matched["matched"], &matched["suspense"]), (&json!(1), &json!(29)));
    desk.call("boards.put", json!({ "cost_centre": "7110", "name": "Exempel stadsdelsnämnd A" }));
    let request = json!({ "list": list, "line": 2, "with": { "cost_centre": "7110" } });
    let row = desk.call("match.add_person", request);
    assert_eq!(
        (&row["matched"], &row["person"]["family_name"]),
        (&json!(true), &json!("Testsson"))
    );
    // The same person's other rows are found by the next automatic run.
    let matched = desk.call("match.run", json!({ "list": list }));
    assert_eq!(matched["matched"], 3);
}

/// The lines of an order's vouchers: account, cost centre, amount times `sign`; sorted.
fn lines(desk: &mut Desk, order: &str, sign: i64) -> Vec<(String, Value, i64)> {
    let view = desk.call("orders.view", json!({ "order": order }));
    let vouchers = view["vouchers"].as_array().unwrap().iter();
    let postings = vouchers.flat_map(|voucher| voucher["postings"].as_array().unwrap());
    let mut lines: Vec<_> = postings
        .map(|line| {
            let amount = sign * ore(&line["amount_ore"]);
            (text(&line["account"]), line["cost_centre"].clone(), amount)
        })
        .collect();
    lines.sort_by_key(|line| format!("{line:?}"));
    lines
}

fn change_booking(desk: &mut Desk, field: &str, value: Value) {
    let mut settings = desk.call("settings.get", json!({}));
    settings["settings"]["booking"][field] = value;
    desk.call("settings.put", settings);
}

#[test]
fn a_reversing_order_books_on_the_accounts_of_its_order_whatever_has_changed_since() {
    let mut desk = Desk::with_register();
    let (list, distribution) = desk.month_distributed();
    // Rows of the year before are booked as income on request; nothing is set for them.
    let order = json!({
        "distribution": distribution, "period": "2027-01", "previous_year": "income",
        "voucher_date": "2027-01-04",
    });
    let order = text(&desk.call("orders.create", order)["order"]);
    desk.export(&order, "sie4i");
    change_booking(&mut desk, "receivable_account", json!("1680"));
    let table = std::fs::read_to_string(acceptance::example("kontering-exempel.csv")).unwrap();
    let other = table.replace(";3513;", ";3999;");
    assert_ne!(other, table);
    let path = desk.path("konton.csv");
    std::fs::write(&path, other).unwrap();
    desk.call("accounts.import", json!({ "path": path }));
    let done = desk.call("payments.reverse", json!({ "list": list, "reason": "Fel lista" }));
    let reversing = text(&done["reversing_orders"][0]);
    assert_eq!(lines(&mut desk, &order, -1), lines(&mut desk, &reversing, 1));
}

#[test]
fn the_bank_amount_of_a_reversed_list_is_never_booked() {
    let mut desk = Desk::with_register();
    change_booking(&mut desk, "bank_already_booked", json!(false));
    let (list, distribution) = desk.month_distributed();
    desk.call("payments.reverse", json!({ "list": list, "reason": "Fel lista" }));
    let refused = desk.refused("orders.create", json!({ "distribution": distribution }));
    assert_eq!(refused.code, "nothing-to-book");
}

#[test]
fn a_reversing_order_is_not_withdrawn() {
    let mut desk = Desk::with_register();
    change_booking(&mut desk, "bank_already_booked", json!(false));
    let (list, distribution) = desk.month_distributed();
    let order = text(&desk.call("orders.create", json!({ "distribution": distribution }))["order"]);
    desk.export(&order, "sie4i");
    let done = desk.call("payments.reverse", json!({ "list": list, "reason": "Fel lista" }));
    let reversing = text(&done["reversing_orders"][0]);
    assert_eq!(lines(&mut desk, &order, -1), lines(&mut desk, &reversing, 1));
    let withdraw = json!({ "order": reversing, "reason": "Ångrar" });
    assert_eq!(desk.refused("orders.withdraw", withdraw).code, "reversing-order");
}

#[test]
fn a_bank_amount_that_an_order_books_stands() {
    let mut desk = Desk::with_register();
    change_booking(&mut desk, "bank_already_booked", json!(false));
    let (list, distribution) = desk.month_distributed();
    desk.call("orders.create", json!({ "distribution": distribution }));
    let other = json!({ "list": list, "bank_ore": 90_000_000, "reason": "Avgift" });
    assert_eq!(desk.refused("payments.bank", other).code, "bank-amount-booked");
}

#[test]
fn a_target_that_is_a_folder_hands_nothing_over() {
    let mut desk = Desk::with_register();
    let (_, distribution) = desk.month_distributed();
    let order = text(&desk.call("orders.create", json!({ "distribution": distribution }))["order"]);
    let folder = desk.path("mapp");
    std::fs::create_dir(&folder).unwrap();
    let export = json!({ "order": order, "format": "sie4i", "path": folder, "attest": true });
    assert_eq!(desk.refused("orders.export", export).code, "target-is-folder");
    let view = desk.call("orders.view", json!({ "order": order }));
    // Attesting belongs to the same step: neither has happened.
    assert_eq!(view["brief"]["state"], "created");
    let left = std::fs::read_dir(desk.path("")).unwrap();
    let left =
        left.filter(|file| file.as_ref().unwrap().file_name().to_string_lossy().ends_with(".part"));
    assert_eq!(left.count(), 0);
}

#[test]
fn a_person_is_not_added_when_the_row_cannot_take_it() {
    let mut desk = Desk::new();
    let list = desk.month_taken_in();
    desk.call("boards.put", json!({ "cost_centre": "7110", "name": "Exempel stadsdelsnämnd A" }));
    let with = json!({ "id": api::new_id(), "cost_centre": "7110" });
    let request = json!({ "list": list, "line": 2, "with": with });
    let added = desk.call("match.add_person", request.clone());
    assert_eq!(desk.call("match.add_person", request), added, "a retry adds nobody");
    let again = json!({
        "list": list, "line": 2,
        "with": { "family_name": "Annan", "dossier_number": "99-123456", "personal_number": "" },
    });
    // The number is nobody's, so the person is made before the row says no: both are taken back.
    assert_eq!(desk.refused("match.add_person", again).code, "row-matched");
    let found = desk.call("persons.find", json!({ "text": "annan" }));
    assert_eq!(found["total"], 0);
}

#[test]
fn a_reversed_run_states_payments_as_payments() {
    let mut desk = Desk::with_register();
    let (list, distribution) = desk.month_distributed();
    let csv = |desk: &mut Desk, distribution: &str, name: &str| {
        let path = desk.path(name);
        let request = json!({ "distribution": distribution, "cost_centre": "7110", "path": path });
        desk.call("distribution.statement", request);
        let view = desk.call("distribution.view", json!({ "distribution": distribution }));
        let boards = view["boards"].as_array().unwrap().clone();
        let board = boards.into_iter().find(|board| board["cost_centre"] == "7110").unwrap();
        (std::fs::read(path).unwrap(), ore(&board["paid_ore"]), ore(&board["clawback_ore"]))
    };
    let (_, paid, clawback) = csv(&mut desk, &distribution, "besked.xlsx");
    let done = desk.call("payments.reverse", json!({ "list": list, "reason": "Fel lista" }));
    let months = desk.call("distribution.months", json!({}));
    let runs = months["months"][0]["runs"].as_array().unwrap().clone();
    let reversal = runs.iter().find(|run| text(&run["distribution"]) != distribution).unwrap();
    let (file, back, back_clawback) =
        csv(&mut desk, &text(&reversal["distribution"]), "aterfort.xlsx");
    assert_eq!((back, back_clawback), (-paid, -clawback), "{done}");
    let sums = sheet_amounts(&file);
    assert!(sums.contains(&(-paid)) && sums.contains(&(-clawback)), "{sums:?}");
}

/// Every amount of the first sheet, in öre.
fn sheet_amounts(file: &[u8]) -> Vec<i64> {
    use calamine::{Data, Reader as _, Xlsx};
    let mut book = Xlsx::new(std::io::Cursor::new(file)).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    let cells = sheet.used_cells();
    cells
        .filter_map(|(_, _, cell)| match cell {
            Data::Float(_) | Data::Int(_) => Some(kronor_as_ore(&cell.to_string())),
            _ => None,
        })
        .collect()
}

/// Kronor as a sheet gives them, such as `-63236.49`, in öre.
fn kronor_as_ore(text: &str) -> i64 {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    format!("{whole}{decimals:0<2}").parse().unwrap()
}

#[test]
fn a_list_of_nothing_has_nothing_to_book() {
    let mut desk = Desk::with_register();
    change_booking(&mut desk, "bank_already_booked", json!(false));
    let table = "Utbetalningsdag\tKod\tDossiernummer\tFrån och med\tTill och med\tBelopp\n\
                 2026-10-30\tGSKA\t99-000011\t2026-08-17\t2026-09-13\t0,00\n";
    let request = json!({ "id": api::new_id(), "name": "noll", "text": table, "bank_ore": 0 });
    let list = text(&desk.call("payments.import", request)["list"]);
    let accept = json!([{ "line": 2, "decision": "accept" }]);
    desk.call("review.decide", json!({ "list": list, "decisions": accept }));
    desk.call("payments.commit", json!({ "list": list, "bank_ore": 0 }));
    desk.call("match.run", json!({ "list": list }));
    let run = desk.call("distribution.run", json!({ "month": "2026-10" }));
    let order = json!({ "distribution": run["distribution"] });
    assert_eq!(desk.refused("orders.create", order).code, "nothing-to-book");
    let lists = desk.call("payments.lists", json!({}));
    assert_eq!(lists["lists"][0]["step"], "done", "{lists}");
}
