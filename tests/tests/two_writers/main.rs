//! Two writers. What a use case asks before it changes something must still hold when it does,
//! whatever another has changed meanwhile: one that is let in just before the change begins must make
//! the same difference as one that was wholly before it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod pair;

use acceptance::{BROKEN, Desk, LIST_A, data, example, text};
use serde_json::{Value, json};

use pair::{Ask, Stage, ask, every_pair};

const HEADER: &str = "Utbetalningsdag\tKod\tDossiernummer\tFrån och med\tTill och med\tBelopp\n";

fn typed(desk: &mut Desk, id: &str, amount: &str) {
    let row = format!("2026-10-30\tGSKA\t99-000011\t2026-08-17\t2026-09-13\t{amount}\n");
    let request = json!({ "id": id, "name": id, "text": format!("{HEADER}{row}") });
    desk.call("payments.read", request);
}

fn decide(list: &str, line: u32, decision: &str) -> Ask {
    let one = json!({ "line": line, "decision": decision });
    ask("review.decide", json!({ "list": list, "decisions": [one] }))
}

#[test]
fn drafts() {
    let mut desk = Desk::with_register();
    desk.call("payments.read", json!({ "id": "trasig", "path": data(BROKEN) }));
    let list = json!({ "list": "trasig" });
    let rows = desk.call("review.rows", json!({ "list": "trasig", "filter": "open" }));
    let line = u32::try_from(rows["rows"][0]["line"].as_u64().unwrap()).unwrap();
    every_pair(
        &Stage::of(desk),
        &[
            ask("payments.commit", list.clone()),
            ask("payments.discard", list.clone()),
            ask("payments.bank", json!({ "list": "trasig", "bank_ore": 100 })),
            decide("trasig", line, "park"),
            decide("trasig", line, "accept"),
            ask("review.undo", list),
        ],
    );
}

#[test]
fn lists_with_the_same_payment() {
    let mut desk = Desk::with_register();
    typed(&mut desk, "en", "100,00");
    typed(&mut desk, "samma", "100,00");
    typed(&mut desk, "annan", "200,00");
    let of = |list: &str| json!({ "list": list });
    every_pair(
        &Stage::of(desk),
        &[
            ask("payments.commit", of("en")),
            ask("payments.commit", of("samma")),
            ask("payments.commit", of("annan")),
            ask("payments.discard", of("annan")),
            ask("codes.add", json!({ "payment_code": "GSKA", "person_bound": false })),
        ],
    );
}

#[test]
fn the_same_file_twice() {
    let desk = Desk::with_register();
    let read = |id: &str| ask("payments.read", json!({ "id": id, "path": data(LIST_A) }));
    every_pair(&Stage::of(desk), &[read("en"), read("två")]);
    let register = example("register-exempel.csv");
    let read = |id: &str| ask("register.read", json!({ "id": id, "path": register }));
    every_pair(&Stage::of(Desk::new()), &[read("en"), read("två")]);
}

#[test]
fn registers_that_are_brought_in() {
    let mut desk = Desk::new();
    let rows = "Person-id;Personnummer;Dossiernummer;Efternamn;Förnamn;Födelsedatum;Ansvar\r\n\
                Z1;;97-100001;Ett;Test;1990-01-01;7110\r\n\
                Z2;;97-100002;Två;Test;1990-13-01;7110\r\n";
    let path = desk.path("register.csv");
    std::fs::write(&path, rows).unwrap();
    desk.call("register.read", json!({ "id": "utkast", "path": path }));
    let draft = json!({ "draft": "utkast" });
    let park = json!([{ "line": 3, "decision": "park" }]);
    let new = json!({ "person": "Z1", "family_name": "Ny", "dossier_number": "97-100001" });
    every_pair(
        &Stage::of(desk),
        &[
            ask("register.decide", json!({ "draft": "utkast", "decisions": park })),
            ask("register.undo", draft.clone()),
            ask("register.commit", draft.clone()),
            ask("register.discard", draft),
            ask("persons.add", new),
        ],
    );
}

#[test]
fn samples_of_the_log() {
    let mut desk = Desk::with_register();
    desk.call("persons.view", json!({ "person": "P01" }));
    let drawn = desk.call("log.draw", json!({ "id": "urval", "size": 1 }));
    let reading = drawn["readings"][0]["reading"]["number"].clone();
    let note = |verdict: &str| {
        let note =
            json!({ "id": "urval", "reading": reading, "verdict": verdict, "note": "Fråga" });
        ask("log.note", note)
    };
    let draw = |seed: i64| ask("log.draw", json!({ "id": "till", "seed": seed, "size": 1 }));
    let sign = ask("log.sign", json!({ "id": "urval" }));
    every_pair(&Stage::of(desk), &[note("in-order"), note("to-ask"), sign, draw(1), draw(2)]);
}

#[test]
fn decisions_that_are_brought_in() {
    let mut desk = Desk::with_register();
    let rows = "Utbetalningsdag\tKod\tDossiernummer\tFrån och med\tTill och med\tBelopp\n\
                2026-10-30\tGSKA\t99-000011\t2026-07-01\t2026-09-30\t900,00\n\
                2026-10-30\tGSKA\t97-000999\t2026-07-01\t2026-09-30\t900,00\n";
    let path = desk.path("beslut.txt");
    std::fs::write(&path, rows).unwrap();
    desk.call(
        "decisions.read",
        json!({ "id": "utkast", "path": path, "decided_on": "2026-10-15" }),
    );
    let draft = json!({ "draft": "utkast" });
    let park = json!([{ "line": 3, "decision": "park" }]);
    let typed = json!({
        "id": "typed", "person": "P01", "compensation": "ASYL-UTB-GRU", "amount_ore": 90_000,
        "period_from": "2026-07-01", "period_until": "2026-09-30", "decided_on": "2026-10-15",
        "source": "brev",
    });
    let at_once = json!({ "path": path, "decided_on": "2026-10-15" });
    every_pair(
        &Stage::of(desk),
        &[
            ask("decisions.decide", json!({ "draft": "utkast", "decisions": park })),
            ask("decisions.undo", draft.clone()),
            ask("decisions.give_day", json!({ "draft": "utkast", "day": "2026-10-16" })),
            ask("decisions.commit", draft.clone()),
            ask("decisions.discard", draft),
            ask("expectation.decide", typed),
            ask("expectation.read_decisions", at_once),
        ],
    );
}

/// A committed list with a row that the register has nobody for, and a key of their own.
#[test]
fn committed_lists() {
    let mut desk = Desk::with_register();
    let list = desk.month_taken_in();
    let rows = desk.call("match.rows", json!({ "list": list, "filter": "all" }));
    let rows = rows["rows"].as_array().unwrap();
    let matched = rows.iter().find(|row| !row["person"].is_null()).unwrap()["line"].clone();
    let free = rows.iter().find(|row| row["person"].is_null()).unwrap()["line"].clone();
    let of_list = json!({ "list": list });
    let of_row = |line: &Value| json!({ "list": list, "line": line });
    let choose =
        |person: &str| ask("match.choose", json!({ "list": list, "line": free, "person": person }));
    every_pair(
        &Stage::of(desk),
        &[
            ask("match.run", of_list),
            ask("match.undo", of_row(&matched)),
            choose("P08"),
            choose("P09"),
            ask("distribution.run", json!({ "id": "en", "month": "2026-10" })),
            ask("distribution.run", json!({ "id": "två", "month": "2026-10" })),
            ask("payments.reverse", json!({ "list": list, "reason": "Fel" })),
            ask("payments.bank", json!({ "list": list, "bank_ore": 1, "reason": "x" })),
        ],
    );
}

#[test]
fn keys() {
    let mut desk = Desk::with_register();
    desk.month_taken_in();
    let key = example("fordelningsnyckel-exempel.csv");
    every_pair(
        &Stage::of(desk),
        &[
            ask("key.import", json!({ "path": key })),
            ask("key.edit", json!({ "remove": ["MED-SKAL"] })),
            ask("key.edit", json!({ "discard": true })),
            ask("key.decide", json!({ "number": "KS 1", "from": "2026-01-01", "whole": true })),
            ask("boards.put", json!({ "cost_centre": "7140", "name": "Nämnd D" })),
            ask("distribution.run", json!({ "id": "en", "month": "2026-10" })),
        ],
    );
}

#[test]
fn distributed_months() {
    let mut desk = Desk::with_register();
    let (list, distribution) = desk.month_distributed();
    let create = |id: &str| ask("orders.create", json!({ "id": id, "distribution": distribution }));
    let take_back = |id: &str| {
        let request = json!({ "id": id, "distribution": distribution, "reason": "Fel" });
        ask("distribution.take_back", request)
    };
    let mut settings = desk.call("settings.get", json!({}));
    settings["settings"]["booking"]["number_prefix"] = json!("NYTT");
    every_pair(
        &Stage::of(desk),
        &[
            create("en"),
            create("två"),
            ask("settings.put", settings),
            take_back("en"),
            take_back("två"),
            ask("distribution.run", json!({ "id": "ny", "month": "2026-10" })),
            ask("payments.reverse", json!({ "list": list, "reason": "Fel" })),
        ],
    );
}

#[test]
fn drafts_of_runs() {
    let mut desk = Desk::with_register();
    desk.month_taken_in();
    let draft =
        |id: &str| ask("distribution.run", json!({ "id": id, "month": "2026-10", "draft": true }));
    desk.call("distribution.run", json!({ "id": "en", "month": "2026-10", "draft": true }));
    let of = |id: &str| json!({ "distribution": id });
    every_pair(
        &Stage::of(desk),
        &[
            draft("två"),
            ask("distribution.lock", of("en")),
            ask("distribution.discard", of("en")),
            ask("distribution.run", json!({ "id": "tre", "month": "2026-10" })),
        ],
    );
}

/// A month that has been handed over, with somebody who has moved since.
#[test]
fn corrections() {
    let mut desk = Desk::with_register();
    let (list, distribution) = desk.month_distributed();
    let request = json!({ "id": "order", "distribution": distribution });
    let order = text(&desk.call("orders.create", request)["order"]);
    desk.export(&order, "csv");
    desk.board("P07", "7130", Some("2025-12-01"));
    let correct = |id: &str| ask("distribution.correct", json!({ "id": id, "month": "2026-10" }));
    let board = json!({
        "kind": "responsible-board", "cost_centre": "7120", "valid_from": "2026-01-01",
    });
    every_pair(
        &Stage::of(desk),
        &[
            correct("en"),
            correct("två"),
            ask("persons.enter", json!({ "person": "P07", "facts": [board] })),
            ask("payments.reverse", json!({ "list": list, "reason": "Fel" })),
        ],
    );
}

#[test]
fn orders() {
    let mut desk = Desk::with_register();
    let (list, distribution) = desk.month_distributed();
    let request = json!({ "id": "order", "distribution": distribution });
    let order = text(&desk.call("orders.create", request)["order"]);
    let export = |format: &str| {
        let request = json!({ "order": order, "format": format, "path": "UT/fil", "attest": true });
        ask("orders.export", request)
    };
    let of_order = json!({ "order": order });
    every_pair(
        &Stage::of(desk),
        &[
            ask("orders.attest", of_order),
            ask("orders.withdraw", json!({ "order": order, "reason": "Fel" })),
            export("csv"),
            export("sie4i"),
            ask("payments.reverse", json!({ "list": list, "reason": "Fel" })),
            ask("orders.create", json!({ "id": "ny", "distribution": distribution })),
        ],
    );
}

#[test]
fn handed_over_orders() {
    let mut desk = Desk::with_register();
    let (list, distribution) = desk.month_distributed();
    let request = json!({ "id": "order", "distribution": distribution });
    desk.call("orders.create", request);
    desk.export("order", "csv");
    let number = |voucher: u32, number: &str| {
        let day = "2026-11-02";
        let one = json!({ "voucher": voucher, "number": number, "day": day });
        ask("orders.booked", json!({ "order": "order", "numbers": [one] }))
    };
    every_pair(
        &Stage::of(desk),
        &[
            number(1, "80001"),
            number(2, "80001"),
            number(2, "80002"),
            ask("orders.unbook", json!({ "order": "order", "voucher": 1, "reason": "Fel" })),
            ask("orders.reject", json!({ "order": "order", "reason": "Okänt ansvar" })),
            ask("periods.set", json!({ "period": "2026-10", "closed": true })),
            ask("payments.reverse", json!({ "list": list, "reason": "Fel" })),
            ask("orders.create", json!({ "id": "ny", "distribution": distribution })),
        ],
    );
}

#[test]
fn persons() {
    let mut desk = Desk::with_register();
    let fact = json!({ "kind": "protection", "marking": "secrecy-marking" });
    desk.call("persons.enter", json!({ "person": "P01", "facts": [fact] }));
    desk.call("persons.open", json!({ "person": "P01", "reason": "test" }));
    let number = json!({ "kind": "dossier-number", "number": "97-555555" });
    let enter = |person: &str, fact: &Value| {
        ask("persons.enter", json!({ "person": person, "facts": [fact] }))
    };
    let view = desk.call("persons.view", json!({ "person": "P02" }));
    let fact = view["facts"].as_array().unwrap().iter().find(|fact| fact["kind"] == "name");
    let end = json!({ "person": "P02", "fact": fact.unwrap()["id"], "last_day": null });
    let add = |id: &str| json!({ "person": id, "dossier_number": "97-555555" });
    every_pair(
        &Stage::of(desk),
        &[
            enter("P02", &number),
            enter("P03", &number),
            ask("persons.add", add("N1")),
            ask("persons.add", add("N2")),
            ask("persons.end", end),
            ask("persons.merge", json!({ "person": "P03", "into": "P02", "confirmed": true })),
            ask("persons.save_view", json!({ "name": "Vuxna", "age_from": 18 })),
            ask("persons.forget_view", json!({ "name": "Vuxna" })),
        ],
    );
}

#[test]
fn merged_persons() {
    let mut desk = Desk::with_register();
    let merge = json!({ "person": "P03", "into": "P02", "confirmed": true });
    desk.call("persons.merge", merge);
    let marking = json!({ "kind": "protection", "marking": "secrecy-marking" });
    every_pair(
        &Stage::of(desk),
        &[
            ask("persons.split", json!({ "person": "P03" })),
            ask("persons.enter", json!({ "person": "P02", "facts": [marking] })),
        ],
    );
}

#[test]
fn cases() {
    let mut desk = Desk::with_register();
    let due = json!({ "id": "dag", "due_on": "2026-11-10", "what": "svar" });
    let open = json!({ "id": "A", "person": "P02", "kind": "claim", "cost_centre": "7110",
                       "due": due });
    desk.call("cases.open", open);
    desk.call("cases.move", json!({ "id": "m0", "case": "A", "to": "active" }));
    let path = desk.path("handling.pdf");
    std::fs::write(&path, "%PDF-1.7 beslut").unwrap();
    let attach = |id: &str| {
        let request = json!({ "id": id, "case": "A", "path": path, "kind": "decision" });
        ask("cases.attach", request)
    };
    let other = |id: &str| {
        let request = json!({ "id": id, "person": "P04", "kind": "claim", "cost_centre": "7110" });
        ask("cases.open", request)
    };
    let moved = |id: &str, to: &str| ask("cases.move", json!({ "id": id, "case": "A", "to": to }));
    every_pair(
        &Stage::of(desk),
        &[
            other("B"),
            other("C"),
            moved("m1", "ended"),
            moved("m2", "closed"),
            ask("cases.change", json!({ "id": "c1", "case": "A", "settle": "dag" })),
            ask("cases.change", json!({ "id": "c2", "case": "A", "officer": "NY" })),
            attach("h1"),
            attach("h2"),
        ],
    );
}

#[test]
fn last_days() {
    let mut desk = Desk::with_register();
    let set = |id: Option<&str>, day: &str| {
        json!({ "id": id, "compensation": "EKB-DYGN", "unit": "7110", "period": "2026Q3",
                "last_day": day })
    };
    let other = json!({ "id": "D", "compensation": "EKB-DYGN", "unit": "7120", "period": "2026Q3",
                        "last_day": "2027-06-30" });
    desk.call("last_days.set", other);
    let done = |done: bool| ask("last_days.done", json!({ "id": "D", "done": done }));
    let mark = |state: &str| {
        ask("intake.mark", json!({ "rows": ["D"], "state": state, "from": "Ekonomen" }))
    };
    every_pair(
        &Stage::of(desk),
        &[
            ask("last_days.set", set(Some("E"), "2027-06-30")),
            ask("last_days.set", set(Some("F"), "2027-05-30")),
            done(true),
            done(false),
            ask("intake.open", json!({ "period": "2026Q3" })),
            mark("nothing-to-claim"),
            mark("submitted"),
        ],
    );
}

#[test]
fn costs() {
    let mut desk = Desk::with_register();
    let cost = |id: &str, voucher: &str| {
        json!({ "id": id, "persons": [{ "person": "P04" }], "compensation": "EKB-VARD",
                "from": "2026-07-01", "until": "2026-07-31", "amount_ore": 100_000,
                "voucher": voucher, "unit": "7120" })
    };
    desk.call("costs.add", cost("K", "1"));
    let correct = |id: &str, amount: i64| {
        let request = json!({ "id": id, "cost": "K", "reason": "Fel", "amount_ore": amount });
        ask("costs.correct", request)
    };
    every_pair(
        &Stage::of(desk),
        &[
            ask("costs.add", cost("L", "2")),
            ask("costs.add", cost("M", "2")),
            correct("K1", 90_000),
            correct("K2", 80_000),
            ask("costs.withdraw", json!({ "id": "W", "cost": "K", "reason": "Fanns inte" })),
        ],
    );
}

#[test]
fn claims_from_candidates() {
    let mut desk = Desk::with_register();
    let facts = json!([
        { "kind": "birth", "date": "2014-03-01", "basis": "stated" },
        { "kind": "legal-ground", "ground": "asylum-seeker", "valid_from": "2026-01-10" },
        { "kind": "schooling", "form": "compulsory", "municipality": "Exempelstads kommun",
          "valid_from": "2026-01-12" },
        { "kind": "responsible-board", "cost_centre": "7110", "valid_from": "2026-01-10" },
    ]);
    let pupil = json!({ "person": "S1", "family_name": "Skol-Test", "facts": facts });
    desk.call("persons.add", pupil);
    let mut document = desk.call("settings.get", json!({}));
    document["settings"]["school"]["terms"] =
        json!([{ "from": "2026-01-12", "until": "2026-06-11" }]);
    desk.call("settings.put", document);
    let found = desk.call("candidates.list", json!({}))["rows"].clone();
    let one = found.as_array().unwrap().iter().find(|one| !one["lines"][0].is_null()).unwrap();
    let (person, code, period) = (&one["person"], &one["compensation"], &one["period"]);
    let named = json!([{ "person": person, "period": period }]);
    let draft = json!({ "id": "A", "compensation": code, "period": period });
    desk.call("claims.create", draft.clone());
    let create = |id: &str| {
        let request = json!({ "id": id, "compensation": code, "candidates": named });
        ask("claims.create", request)
    };
    let answer = json!({ "id": "S", "person": person, "compensation": code, "period": period,
                         "reason": "Annan kommun" });
    every_pair(
        &Stage::of(desk),
        &[
            create("B"),
            create("C"),
            ask("claims.create", json!({ "id": "D", "from": "A" })),
            ask("claims.take", json!({ "id": "t1", "claim": "A", "candidates": named })),
            ask("claims.take", json!({ "id": "t2", "claim": "A", "version": 1 })),
            ask("claims.withdraw", json!({ "id": "w", "claim": "A", "reason": "Fel" })),
            ask("candidates.answer", answer),
        ],
    );
}

#[test]
fn school_lists() {
    let mut desk = Desk::with_register();
    let table = |id: &str, rows: &str| {
        let path = desk.path(&format!("{id}.csv"));
        let head = "Person-id;Efternamn;Förnamn;Skolform;Från;Till\r\n";
        std::fs::write(&path, format!("{head}{rows}")).unwrap();
        path
    };
    let first = table("a", "P03;;;Grundskola;2026-08-17;\r\nP04;;;Grundskola;2026-08-17;\r\n");
    let second = table("b", "P03;;;Grundskola;2026-08-17;2026-09-11\r\n");
    desk.call("school.read", json!({ "id": "A", "path": first }));
    desk.call("school.read", json!({ "id": "B", "path": second }));
    let decide = |draft: &str, line: u32, decision: &str| {
        let decisions = json!([{ "line": line, "decision": decision }]);
        ask("school.decide", json!({ "draft": draft, "decisions": decisions }))
    };
    every_pair(
        &Stage::of(desk),
        &[
            ask("school.commit", json!({ "draft": "A" })),
            ask("school.commit", json!({ "draft": "B" })),
            decide("A", 2, "park"),
            decide("A", 3, "park"),
            ask("school.undo", json!({ "draft": "A" })),
            ask("school.discard", json!({ "draft": "A" })),
        ],
    );
}

#[test]
fn expectations() {
    let mut desk = Desk::new();
    desk.receive("P02", "99-000011");
    let row = |code, from, until, kronor| (code, "99-000011", from, until, kronor);
    desk.pay("2025-04-30", &[row("XETAB", "2025-03-01", "2025-03-31", "16500")]);
    // Half of what is expected.
    desk.pay("2025-06-30", &[row("XETAB", "2025-04-01", "2025-05-31", "16500")]);
    let as_of = json!({ "as_of": "2026-11-02" });
    let decision = |id: &str| {
        json!({ "id": id, "person": "P02", "compensation": "EKB-DYGN", "amount_ore": 100,
                "period_from": "2026-07-01", "period_until": "2026-09-30",
                "decided_on": "2026-10-15" })
    };
    let mut other = decision("G");
    other["amount_ore"] = json!(200);
    desk.call("expectation.decide", other);
    let fault = |id: &str| {
        json!({ "id": id, "period_from": "2026-01-01", "period_until": "2026-12-31",
                "words": "Vänta" })
    };
    desk.call("expectation.note_fault", fault("gammalt"));
    desk.call("expectation.keep", json!({ "id": "rapport", "as_of": "2025-07-15" }));
    let row = desk.call("expectation.reported", as_of)["rows"][0]["row"].clone();
    let give_up = json!({ "row": row, "written_off": true, "reason": "Preskriberat" });
    let month = "2025-06";
    let check = desk.call("expectation.check_decisions", json!({ "month": month }));
    let mark = json!({ "month": month, "rows": [check["rows"][0]["row"]], "done": true });
    let keep = |id: &str| ask("expectation.keep", json!({ "id": id, "as_of": "2026-11-02" }));
    every_pair(
        &Stage::of(desk),
        &[
            ask("expectation.decide", decision("H")),
            ask("expectation.decide", decision("I")),
            ask("expectation.withdraw_grant", json!({ "id": "G" })),
            ask("expectation.note_fault", fault("nytt")),
            ask("expectation.end_fault", json!({ "id": "gammalt" })),
            ask("expectation.write_off", give_up),
            ask("expectation.mark_decisions", mark),
            keep("r1"),
            keep("r2"),
        ],
    );
}

#[test]
fn law() {
    let mut desk = Desk::with_register();
    let add = |id: &str, value: &str| {
        json!({ "id": id, "code": "PBB", "valid_from": "2027-01-01",
                "valid_until": "2027-12-31", "value": value, "source": "SFS 2026:1" })
    };
    let (first, second) = (api::new_id(), api::new_id());
    let list = desk.call("law.additions", json!({}));
    let question = list["questions"][0].clone();
    let answer = json!({
        "question": question["question"], "answer": question["answers"][0]["answer"],
        "valid_from": "2026-01-01", "reason": "så",
    });
    let year =
        json!({ "year": 2027, "source": "SFS 2026:1", "rows": [{ "compensation": "EKB-DYGN" }] });
    every_pair(
        &Stage::of(desk),
        &[
            ask("law.set_year", year),
            ask("law.add", add(&first, "60000")),
            ask("law.add", add(&second, "61000")),
            ask("law.withdraw", json!({ "id": first })),
            ask("law.answer", answer),
        ],
    );
}
