//! The training month: fifteen troubles, each met as the handbook says, until everything is shared,
//! corrected, booked and acknowledged and the observation account is reconciled to the öre.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::PathBuf;

use acceptance::{Desk, ore, text};
use serde_json::{Value, json};

/// What was parked because it had been paid before, and what the bank kept back.
const TWICE_ORE: i64 = 1_650_000;
const BANK_KEPT_ORE: i64 = 5_000;
/// What the bank credited for the two lists.
const BANK_ORE: [i64; 2] = [90_925_010, 22_474_800 - BANK_KEPT_ORE];

struct Month {
    desk: Desk,
    folder: PathBuf,
    /// The list of November.
    list: String,
}

/// October shared, handed over and acknowledged; on 1 December the files of November are there, and
/// its period is closed.
fn begun() -> Month {
    let mut desk = Desk::new();
    let folder = desk.path("month");
    desk.sample(json!({ "training": true, "folder": folder })).unwrap();
    let register = folder.join("register.csv");
    assert_eq!(desk.call("register.import", json!({ "path": register }))["persons_added"], 19);
    let october = folder.join("utbetalningslista-2026-10.csv");
    let done = desk.import(&october, json!({ "bank_ore": BANK_ORE[0] }));
    desk.call("match.run", json!({ "list": done["list"] }));
    let run = desk.call("distribution.run", json!({ "month": "2026-10" }));
    let order = desk.call("orders.create", json!({ "distribution": run["distribution"] }));
    let order = text(&order["number"]);
    desk.export(&order, "sie4i");
    for voucher in 1..=2 {
        assert!(booked(&mut desk, &order, voucher, 70_000 + voucher, "2026-11-02").is_ok());
    }
    desk.on("2026-12-01");
    desk.call("periods.set", json!({ "period": "2026-11", "closed": true }));
    Month { desk, folder, list: String::new() }
}

fn booked(
    desk: &mut Desk,
    order: &str,
    voucher: u32,
    number: u32,
    day: &str,
) -> Result<Value, String> {
    let one = json!({ "voucher": voucher, "number": number.to_string(), "day": day });
    desk.answer("orders.booked", json!({ "order": order, "numbers": [one] }))
        .map_err(|reply| reply.code)
}

impl Month {
    fn decide(&mut self, line: u32, decision: &str, fields: Value) {
        let decision = json!({ "line": line, "decision": decision, "fields": fields });
        let list = self.list.clone();
        self.desk.call("review.decide", json!({ "list": list, "decisions": [decision] }));
    }

    /// What stays on the observation account after a run of November: line and reason.
    fn stays(&mut self) -> (Value, Vec<(u64, String)>) {
        let run = self.desk.call("distribution.run", json!({ "month": "2026-11" }));
        let rows = run["suspended"].as_array().unwrap().iter();
        let rows = rows.map(|row| (row["line"].as_u64().unwrap(), text(&row["reason_code"])));
        (run.clone(), rows.collect())
    }

    /// Makes an order in December, hands it over and has it acknowledged.
    fn book(&mut self, distribution: &Value, first: u32, receivables: Value) -> String {
        let asked = json!({
            "distribution": distribution, "period": "2026-12", "voucher_date": "2026-12-01",
            "receivables": receivables,
        });
        let order = text(&self.desk.call("orders.create", asked)["number"]);
        self.desk.export(&order, "sie4i");
        let view = self.desk.call("orders.view", json!({ "order": order }));
        for voucher in 1..=u32::try_from(view["vouchers"].as_array().unwrap().len()).unwrap() {
            booked(&mut self.desk, &order, voucher, first + voucher, "2026-12-01").unwrap();
        }
        order
    }

    /// The files are read in: what the list has wrong is told with its line.
    fn read(&mut self) {
        let path = |name: &str| self.folder.join(name);
        let key = self.desk.call("key.import", json!({ "path": path("nyckelbeslut.csv") }));
        // 13: told at once.
        assert!(text(&key["changes"][0]["text"]).contains("har ingen nyckel"), "{key}");
        let facts =
            self.desk.call("register.import", json!({ "path": path("uppgifter-2026-11.csv") }));
        assert_eq!((&facts["persons_added"], &facts["persons_changed"]), (&json!(4), &json!(1)));
        let read = self.desk.import(&path("utbetalningslista-2026-11.csv"), json!({}));
        let found = read["diagnostics"].as_array().unwrap().iter();
        let found: Vec<_> =
            found.map(|one| (one["line"].as_u64().unwrap(), text(&one["code"]))).collect();
        let expected = [
            (12, "payment-again"),
            (15, "unknown-payment-code"),
            (17, "period-unlikely"),
            (22, "control-total-differs"),
        ];
        let expected: Vec<_> = expected.map(|(line, code)| (line, code.to_owned())).to_vec();
        assert_eq!(found, expected);
        self.list = text(&read["list"]);
    }

    /// 5, 8, 10, 11 and 12.
    fn reviewed(&mut self) {
        self.decide(12, "park", json!({}));
        let code = json!({
            "payment_code": "GSKB", "compensation": "ASYL-UTB-GRU", "person_bound": true,
        });
        self.desk.call("codes.add", code);
        self.decide(17, "correct", json!({ "period_from": "2026-10-01" }));
        self.decide(22, "accept", json!({}));
        let mut taken = json!({ "list": self.list, "bank_ore": BANK_ORE[1] });
        let refused = self.desk.refused("payments.commit", taken.clone());
        assert_eq!(refused.code, "difference-needs-reason");
        taken["reason"] = json!("Banken höll inne 50 kronor; utreds");
        self.desk.call("payments.commit", taken);
    }

    /// 1, 2 and 7.
    fn matched(&mut self) {
        let list = self.list.clone();
        let done = self.desk.call("match.run", json!({ "list": list }));
        let open: Vec<_> = done["rows"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|row| row["person"].is_null())
            .map(|row| row["line"].as_u64().unwrap())
            .collect();
        assert_eq!(open, [8, 9]);
        let added = json!({ "list": list, "line": 8, "with": { "cost_centre": "7110" } });
        self.desk.call("match.add_person", added);
        self.desk.call("match.choose", json!({ "list": list, "line": 9, "person": "P20" }));
        let doubles = self.desk.call("persons.duplicates", json!({}));
        let persons = doubles["groups"][0]["persons"].as_array().unwrap().iter();
        let persons: Vec<_> = persons.map(|person| text(&person["person"])).collect();
        assert_eq!(persons, ["P10", "P22"]);
        self.desk
            .call("persons.merge", json!({ "person": "P22", "into": "P10", "confirmed": true }));
    }

    /// 4, 7 and 13: what cannot be shared waits, and is shared by a run of its own.
    fn shared(&mut self) -> [Value; 2] {
        let (first, stays) = self.stays();
        let expected = [(11, "no-board"), (18, "not-in-key"), (19, "not-in-key")];
        let expected: Vec<_> = expected.map(|(line, why)| (line, why.to_owned())).to_vec();
        assert_eq!((&first["outcome"], stays), (&json!("findings"), expected));
        // The clawback takes from the board that got the money, which the merged person had.
        let cell = json!({
            "distribution": first["distribution"], "compensation": "NYA-INIT-16",
            "cost_centre": "7130",
        });
        assert_eq!(self.desk.call("distribution.cell", cell)["amount_ore"], -2_066_100);
        self.desk.board("P21", "7130", None);
        let line = json!({
            "compensation": "MASS-DYGN", "target": "8200", "percent": "100", "takes_remainder": true,
        });
        self.desk.call("key.edit", json!({ "set": [line] }));
        let decided = json!({ "number": "KS 2026/8", "from": "2026-11-01", "until": "2026-11-30" });
        self.desk.call("key.decide", decided);
        let (second, stays) = self.stays();
        assert_eq!((&second["outcome"], stays), (&json!("done"), vec![]));
        [first["distribution"].clone(), second["distribution"].clone()]
    }

    /// 9: less than the law says for the person's age.
    fn reported(&mut self) {
        let missing = |desk: &mut Desk| -> Vec<(String, i64)> {
            let report = desk.call("expectation.missing", json!({}));
            let rows = report["rows"].as_array().unwrap().iter();
            let rows = rows.filter(|row| row["person"] == "P23" && ore(&row["missing_ore"]) > 0);
            rows.map(|row| (text(&row["compensation"]), ore(&row["missing_ore"]))).collect()
        };
        let short = vec![("NYA-SCHABLON".to_owned(), 724_000)];
        assert_eq!(missing(&mut self.desk), short);
        self.desk.call("expectation.keep", json!({ "id": api::new_id() }));
    }

    /// 3: moved before October's period, and handed over since.
    fn corrected(&mut self) -> Value {
        let wrong = self.desk.call("distribution.wrong", json!({}));
        let rows = wrong["rows"].as_array().unwrap();
        assert_eq!(
            (rows.len(), &rows[0]["person"], &rows[0]["cause"]),
            (1, &json!("P08"), &json!("board"))
        );
        let done = self.desk.call("distribution.correct", json!({ "month": "2026-10" }));
        assert_eq!(self.desk.call("distribution.wrong", json!({}))["rows"], json!([]));
        done["distribution"].clone()
    }

    /// What the finance system holds on the observation account: what the bank credited less what the
    /// vouchers took, read from the orders alone.
    fn ledger_balance(&mut self) -> i64 {
        let orders = self.desk.call("orders.list", json!({}));
        let mut balance: i64 = BANK_ORE.iter().sum();
        for order in orders["orders"].as_array().unwrap() {
            if !["handed-over", "booked"].contains(&order["state"].as_str().unwrap()) {
                continue;
            }
            let view = self.desk.call("orders.view", json!({ "order": order["order"] }));
            for voucher in view["vouchers"].as_array().unwrap() {
                let postings = voucher["postings"].as_array().unwrap().iter();
                let account = postings.filter(|posting| posting["account"] == "2898");
                balance -= account.map(|posting| ore(&posting["amount_ore"])).sum::<i64>();
            }
        }
        balance
    }
}

#[test]
fn fifteen_troubles_are_shared_corrected_booked_and_acknowledged() {
    let mut month = begun();
    month.read();
    month.reviewed();
    month.matched();
    let [first, second] = month.shared();
    month.reported();

    // 14: the month is closed in the finance system.
    let refused = month.desk.refused("orders.create", json!({ "distribution": first }));
    assert_eq!(refused.code, "period-closed");
    // 6: in the closing of 2024 nothing was raised, so it is this year's income.
    let order = month.book(&first, 80_000, json!([]));
    let view = month.desk.call("orders.view", json!({ "order": order }));
    let postings = view["vouchers"].as_array().unwrap().iter();
    let mut postings = postings.flat_map(|voucher| voucher["postings"].as_array().unwrap());
    let income =
        postings.any(|line| line["account"] == "3512" && ore(&line["amount_ore"]) == 1_600_000);
    assert!(income, "{view}");
    let later = month.book(&second, 80_010, json!([]));
    let correction = month.corrected();
    let asked = json!({ "distribution": correction });
    let corrected = text(&month.desk.call("orders.create", asked)["number"]);
    month.desk.export(&corrected, "sie4i");
    // 15: another order has the number already.
    let taken = booked(&mut month.desk, &corrected, 1, 70_001, "2026-12-01");
    assert_eq!(taken, Err("booked-number-used".into()));
    booked(&mut month.desk, &corrected, 1, 80_021, "2026-12-01").unwrap();

    let orders = month.desk.call("orders.list", json!({}));
    let states = orders["orders"].as_array().unwrap().iter();
    let states: Vec<_> = states.map(|one| (text(&one["number"]), text(&one["state"]))).collect();
    let all = [corrected, later, order, "MIGV2026-0001".to_owned()];
    assert_eq!(states, all.map(|number| (number, "booked".to_owned())));

    let account = month.desk.call("suspense.page", json!({ "shown": { "all": true } }));
    let lies = account["rows"].as_array().unwrap().iter();
    let mut lies: Vec<_> = lies.map(|row| (text(&row["kind"]), ore(&row["amount_ore"]))).collect();
    lies.sort();
    let expected = [("bank-difference", -BANK_KEPT_ORE), ("parked", TWICE_ORE)];
    assert_eq!(lies, expected.map(|(kind, amount)| (kind.to_owned(), amount)));
    assert_eq!(ore(&account["balance_ore"]), TWICE_ORE - BANK_KEPT_ORE);
    assert_eq!(month.ledger_balance(), TWICE_ORE - BANK_KEPT_ORE);
    // At the end of November all of it lay there still, but for the lists before.
    let day = month.desk.call("suspense.page", json!({ "as_of": "2026-11-30" }));
    assert_eq!(ore(&day["balance_ore"]), BANK_ORE[1]);
    assert_eq!(month.desk.call("session.check", json!({}))["outcome"], "done");
}

/// The lines that the handbook names are those of the list, and the troubles are fifteen.
#[test]
fn the_handbook_lists_the_troubles_with_their_lines() {
    let read = |path: &str| {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        std::fs::read_to_string(root.join(path)).unwrap()
    };
    let chapter = read("docs/handbok/21-ovningsmanaden.md");
    let table = chapter.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| |"));
    let rows: Vec<(String, String)> = table
        .map(|line| {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            (cells[1].to_owned(), cells[2].to_owned())
        })
        .filter(|(number, _)| !number.is_empty())
        .collect();
    let numbers: Vec<_> = rows.iter().map(|(number, _)| number.clone()).collect();
    assert_eq!(numbers, (1..=15).map(|number| number.to_string()).collect::<Vec<_>>());
    let list = read("assets/examples/training-month/utbetalningslista-2026-11.csv");
    let lines: Vec<&str> = list.lines().collect();
    let has = |number: usize, words: &str| {
        for line in rows[number - 1].1.split(", ") {
            let line: usize = line.parse().unwrap();
            assert!(lines[line - 1].contains(words), "{number}: {}", lines[line - 1]);
        }
    };
    for (number, words) in [
        (1, "99000300"),
        (2, "99000201;199001012385"),
        (4, "99000219"),
        (5, "2026-09-01;2026-09-30;16500,00"),
        (6, "2024-03-31;-16000,00"),
        (7, "99000227"),
        (8, "GSKB"),
        (9, "99000235;;Åldersband-Test, Uniform;2026-09-01"),
        (10, "2016-10-01"),
        (11, "Summa"),
        (13, "XORD"),
    ] {
        has(number, words);
    }
}
