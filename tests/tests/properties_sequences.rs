//! Whatever is done to lists in whatever order: what came in stands once, in rows, shares, orders and bank
//! amounts, and what is taken back leaves nothing.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use acceptance::{Desk, KEY, text};
use proptest::prelude::*;
use proptest::sample::Index;
use rusqlite::Connection;
use serde_json::{Value, json};

/// What somebody does; numbers are taken from what there is.
#[derive(Clone, Debug)]
enum Step {
    Import { rows: Vec<Row>, bank: bool, park: bool },
    ImportAgain(Index),
    Decide { list: Index, line: u32, how: Decide },
    Undo(Index),
    Commit(Index),
    Discard(Index),
    Reverse(Index),
    Match(Index),
    UndoMatch(Index, u32),
    Choose(Index, u32, u32),
    Distribute(u32),
    Book(Index),
    Withdraw(Index),
    Attest(Index),
    Export(Index, usize),
    Board(u32, usize),
    Key(u32),
    Bank(Index, i64),
    BankAlreadyBooked(bool),
}

#[derive(Clone, Debug)]
enum Decide {
    Park,
    Accept,
    Correct(i64),
}

/// Whom a row is about, which month it was paid in, and how much.
#[derive(Clone, Debug)]
struct Row {
    person: usize,
    month: u32,
    day: u32,
    ore: i64,
    fault: bool,
}

/// Dossier numbers of the sample register, and two that it does not have.
const DOSSIERS: [&str; 6] =
    ["99-000011", "99-000029", "99-000037", "99-000060", "99-999991", "99-999992"];
const BOARDS: [&str; 3] = ["7110", "8100", "8200"];
const FORMATS: [&str; 4] = ["csv", "sie4i", "abw-xml", "gl07-55"];

fn row() -> impl Strategy<Value = Row> {
    let ore = prop_oneof![6 => 1..=9_000_000i64, 2 => -9_000_000..=-1i64, 1 => Just(0)];
    (0..DOSSIERS.len(), 10..=11u32, 1..=3u32, ore, prop::bool::weighted(0.1))
        .prop_map(|(person, month, day, ore, fault)| Row { person, month, day, ore, fault })
}

fn step() -> impl Strategy<Value = Step> {
    let at = || any::<Index>();
    let how = prop_oneof![
        Just(Decide::Park),
        Just(Decide::Accept),
        (1..=5_000_000i64).prop_map(Decide::Correct),
    ];
    prop_oneof![
        5 => (prop::collection::vec(row(), 1..6), any::<bool>(), any::<bool>())
            .prop_map(|(rows, bank, park)| Step::Import { rows, bank, park }),
        1 => at().prop_map(Step::ImportAgain),
        4 => (at(), 2..7u32, how).prop_map(|(list, line, how)| Step::Decide { list, line, how }),
        1 => at().prop_map(Step::Undo),
        3 => at().prop_map(Step::Commit),
        1 => at().prop_map(Step::Discard),
        2 => at().prop_map(Step::Reverse),
        5 => at().prop_map(Step::Match),
        1 => (at(), 2..7u32).prop_map(|(list, line)| Step::UndoMatch(list, line)),
        2 => (at(), 2..7u32, 1..=19u32).prop_map(|(list, line, who)| Step::Choose(list, line, who)),
        6 => (10..=11u32).prop_map(Step::Distribute),
        6 => at().prop_map(Step::Book),
        2 => at().prop_map(Step::Withdraw),
        1 => at().prop_map(Step::Attest),
        4 => (at(), 0..FORMATS.len()).prop_map(|(order, format)| Step::Export(order, format)),
        1 => (1..=19u32, 0..BOARDS.len()).prop_map(|(who, board)| Step::Board(who, board)),
        1 => (0..=100u32).prop_map(Step::Key),
        2 => (at(), -1..=1i64).prop_map(|(list, more)| Step::Bank(list, more)),
        2 => any::<bool>().prop_map(Step::BankAlreadyBooked),
    ]
}

fn table(rows: &[Row]) -> String {
    let header = "Utbetalningsdag\tKod\tDossiernummer\tFrån och med\tTill och med\tBelopp\n";
    let lines = rows.iter().map(|row| {
        let Row { person, month, day, ore, fault } = row;
        let (sign, size) = (if *ore < 0 { "-" } else { "" }, ore.unsigned_abs());
        let (kronor, odd) = (size / 100, if *fault { "O" } else { "" });
        let dossier = DOSSIERS[*person];
        format!(
            "2026-{month}-2{day}\tGSKA\t{dossier}\t2026-08-17\t2026-09-13\t\
             {sign}{kronor}{odd},{:02}\n",
            size % 100
        )
    });
    header.to_owned() + &lines.collect::<String>()
}

fn key_table(percent: u32) -> String {
    format!(
        "\u{FEFF}decision_number;valid_from;valid_until;compensation_code;method;target;percent;\
         takes_remainder;status\r\n\
         PROV {percent};2026-01-01;;ASYL-UTB-GRU;share;7110;{percent},00;ja;\r\n\
         PROV {percent};2026-01-01;;ASYL-UTB-GRU;share;personens nämnd;{},00;nej;\r\n",
        100 - percent
    )
}

/// Somebody at work, and what there is so far.
struct Work {
    desk: Desk,
    lists: Vec<(String, String)>,
    runs: Vec<String>,
}

impl Work {
    fn list(&self, at: Index) -> Option<Value> {
        (!self.lists.is_empty()).then(|| json!(self.lists[at.index(self.lists.len())].0))
    }

    fn order(&mut self, at: Index) -> Option<Value> {
        let orders = self.desk.call("orders.list", json!({}));
        let orders = orders["orders"].as_array().unwrap();
        (!orders.is_empty()).then(|| orders[at.index(orders.len())]["order"].clone())
    }

    /// Does a step; to be refused is an answer as good as any.
    #[allow(clippy::too_many_lines, reason = "one arm for each command")]
    fn step(&mut self, step: &Step) -> Option<()> {
        let (name, request) = match step {
            Step::Import { rows, bank, park } => {
                let (id, text_of) = (api::new_id(), table(rows));
                let sum: i64 = rows.iter().filter(|row| !row.fault).map(|row| row.ore).sum();
                self.lists.push((id.clone(), text_of.clone()));
                let bank =
                    if *bank { json!({ "bank_ore": sum, "reason": "Prov" }) } else { json!({}) };
                let mut request =
                    json!({ "id": id, "name": "lista", "text": text_of, "park_faulty": park });
                request.as_object_mut()?.extend(bank.as_object()?.clone());
                ("payments.import", request)
            }
            Step::ImportAgain(at) => {
                let (_, text_of) = self.lists.get(at.index(self.lists.len().max(1)))?;
                let request = json!({ "id": api::new_id(), "name": "igen", "text": text_of });
                ("payments.import", request)
            }
            Step::Decide { list, line, how } => {
                let mut one = json!({ "line": line, "decision": match how {
                    Decide::Park => "park",
                    Decide::Accept => "accept",
                    Decide::Correct(_) => "correct",
                } });
                if let Decide::Correct(ore) = how {
                    one["fields"] = json!({ "amount": format!("{},{:02}", ore / 100, ore % 100) });
                }
                ("review.decide", json!({ "list": self.list(*list)?, "decisions": [one] }))
            }
            Step::Undo(at) => ("review.undo", json!({ "list": self.list(*at)? })),
            Step::Commit(at) => ("payments.commit", json!({ "list": self.list(*at)? })),
            Step::Discard(at) => ("payments.discard", json!({ "list": self.list(*at)? })),
            Step::Reverse(at) => {
                ("payments.reverse", json!({ "list": self.list(*at)?, "reason": "Prov" }))
            }
            Step::Match(at) => ("match.run", json!({ "list": self.list(*at)? })),
            Step::UndoMatch(at, line) => {
                ("match.undo", json!({ "list": self.list(*at)?, "line": line }))
            }
            Step::Choose(at, line, who) => {
                let person = format!("P{who:02}");
                ("match.choose", json!({ "list": self.list(*at)?, "line": line, "person": person }))
            }
            Step::Distribute(month) => {
                ("distribution.run", json!({ "month": format!("2026-{month}") }))
            }
            Step::Book(at) => {
                let run = self.runs.get(at.index(self.runs.len().max(1)))?;
                ("orders.create", json!({ "distribution": run, "previous_year": "income" }))
            }
            Step::Withdraw(at) => {
                ("orders.withdraw", json!({ "order": self.order(*at)?, "reason": "Prov" }))
            }
            Step::Attest(at) => ("orders.attest", json!({ "order": self.order(*at)? })),
            Step::Export(at, format) => {
                let (order, format) = (self.order(*at)?, FORMATS[*format]);
                let path = self.desk.path(&format!("{}.{format}", api::new_id()));
                let request = json!({
                    "order": order, "format": format, "path": path, "attest": true,
                });
                ("orders.export", request)
            }
            Step::Board(who, board) => {
                let fact = json!({
                    "kind": "responsible-board", "cost_centre": BOARDS[*board],
                    "valid_from": "2026-09-01",
                });
                ("persons.enter", json!({ "person": format!("P{who:02}"), "facts": [fact] }))
            }
            Step::Key(percent) => {
                let path = self.desk.path(&format!("{}.csv", api::new_id()));
                std::fs::write(&path, key_table(*percent)).unwrap();
                ("key.import", json!({ "path": path }))
            }
            Step::Bank(at, more) => {
                let list = self.list(*at)?;
                let view = self.desk.answer("payments.list", json!({ "list": list })).ok()?;
                let bank = view["taken"]["net_ore"].as_i64()? + more;
                ("payments.bank", json!({ "list": list, "bank_ore": bank, "reason": "Prov" }))
            }
            Step::BankAlreadyBooked(booked) => {
                let mut settings = self.desk.call("settings.get", json!({}));
                settings["settings"]["booking"]["bank_already_booked"] = json!(booked);
                ("settings.put", settings)
            }
        };
        let done = self.desk.answer(name, request).ok()?;
        if let Step::Distribute(_) = step
            && let Some(run) = done["distribution"].as_str()
        {
            self.runs.push(run.to_owned());
        }
        if let Step::ImportAgain(at) = step {
            let text_of = self.lists[at.index(self.lists.len())].1.clone();
            self.lists.push((text(&done["list"]), text_of));
        }
        Some(())
    }

    /// Whatever contradicts what is asked of all sequences: the rule, and what it counted.
    fn contradictions(&mut self) -> Vec<String> {
        self.desk.call("session.close", json!({}));
        let database = Connection::open(self.desk.path("desk.db")).unwrap();
        store::prepare(&database, &store::key::DatabaseKey::from_hex(KEY).unwrap()).unwrap();
        let mut found = Vec::new();
        for (rule, sql) in RULES {
            let mut statement = database.prepare(sql).unwrap();
            let mut rows = statement.query([]).unwrap();
            while let Some(row) = rows.next().unwrap() {
                let (one, other): (i64, i64) = (row.get(1).unwrap(), row.get(2).unwrap());
                let of: String = row.get(0).unwrap();
                found.push(format!("{rule}: {of}: {one} and {other}"));
            }
        }
        drop(database);
        let path = self.desk.path("desk.db");
        self.desk.call("session.open", json!({ "path": path }));
        found
    }
}

/// What must hold, each with a question that answers with what contradicts it. None asks a view of the
/// program, and orders in force are told by their steps.
const RULES: [(&str, &str); 8] = [
    (
        "paid as the rows say",
        "SELECT l.id, coalesce((SELECT sum(r.amount_ore) FROM payment_row r
                  WHERE r.list_no = l.list_no AND r.state IN (0, 2, 4) AND l.state = 'committed'), 0) AS one,
                coalesce((SELECT sum(e.amount_ore) FROM entry e
                  WHERE e.list_no = l.list_no AND e.kind = 'paid'), 0) AS other
         FROM payment_list l WHERE one <> other",
    ),
    (
        "shared as the row says, or taken back",
        "SELECT l.id || ' row ' || d.line,
                CASE WHEN l.state = 'committed' THEN r.amount_ore ELSE 0 END AS one,
                coalesce((SELECT sum(e.amount_ore) FROM entry e WHERE e.list_no = d.list_no
                  AND e.line = d.line AND e.kind = 'distributed'), 0) AS other
         FROM distributed_row d JOIN payment_list l ON l.list_no = d.list_no
         JOIN payment_row r ON r.list_no = d.list_no AND r.line = d.line WHERE one <> other",
    ),
    (
        "nothing shared of what is not distributed",
        "SELECT e.list_no || ' row ' || e.line, e.amount_ore, 0 FROM entry e
         WHERE e.kind = 'distributed' AND NOT EXISTS (SELECT 1 FROM distributed_row d
             WHERE d.list_no = e.list_no AND d.line = e.line)",
    ),
    (
        "each share in one order in force",
        "SELECT 'entry ' || pe.entry_no, count(DISTINCT p.order_no), 1
         FROM posting_entry pe JOIN posting p ON p.posting_no = pe.posting_no
         WHERE NOT EXISTS (SELECT 1 FROM order_state s
                           WHERE s.order_no = p.order_no AND s.state = 'withdrawn')
         GROUP BY pe.entry_no HAVING count(DISTINCT p.order_no) > 1",
    ),
    (
        "vouchers sum to zero",
        "SELECT order_no || ' voucher ' || voucher, sum(amount_ore), 0 FROM posting
         GROUP BY order_no, voucher HAVING sum(amount_ore) <> 0",
    ),
    (
        "what orders in force book of a list that was taken back",
        "SELECT l.id, sum(e.amount_ore), 0
         FROM payment_list l JOIN entry e ON e.list_no = l.list_no AND e.kind = 'distributed'
         WHERE l.state = 'reversed' AND EXISTS (
             SELECT 1 FROM posting_entry pe JOIN posting p ON p.posting_no = pe.posting_no
             WHERE pe.entry_no = e.entry_no AND NOT EXISTS (
                 SELECT 1 FROM order_state s
                 WHERE s.order_no = p.order_no AND s.state = 'withdrawn'))
         GROUP BY l.list_no HAVING sum(e.amount_ore) <> 0",
    ),
    (
        "the bank amount of a list, once or not at all, and not of one that was taken back",
        "SELECT l.id, sum(b.amount_ore), CASE WHEN l.state = 'committed' THEN l.bank_ore ELSE 0 END
         FROM payment_list l JOIN order_bank_amount b ON b.list_no = l.list_no
         WHERE NOT EXISTS (SELECT 1 FROM order_state s
                           WHERE s.order_no = b.order_no AND s.state = 'withdrawn')
         GROUP BY l.list_no
         HAVING sum(b.amount_ore) <> CASE WHEN l.state = 'committed' THEN l.bank_ore ELSE 0 END",
    ),
    (
        "what is debited on the bank's account",
        "SELECT o.number, coalesce((SELECT sum(p.amount_ore) FROM posting p
                  WHERE p.order_no = o.order_no AND p.account =
                    (SELECT a.account FROM account_rule a WHERE a.compensation = '(bank)')), 0) AS one,
                coalesce((SELECT sum(b.amount_ore) FROM order_bank_amount b
                  WHERE b.order_no = o.order_no), 0) AS other
         FROM booking_order o WHERE one <> other",
    ),
];

// What the generator reaches: with the reversal of a list looking only for orders that hold its shares, as it
// once did, and not for the order that books its bank amount alone, the rule of the bank amount is broken
// in some forty to a hundred sequences; the first that was found is kept beside this file and tried first.
proptest! {
    #![proptest_config(ProptestConfig { cases: 48, max_shrink_iters: 400, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_what_came_in_stands_once(
        steps in prop::collection::vec(step(), 20..90),
    ) {
        let mut work = Work { desk: Desk::with_register(), lists: Vec::new(), runs: Vec::new() };
        for some in steps.chunks(15) {
            for step in some {
                work.step(step);
            }
            let found = work.contradictions();
            prop_assert!(found.is_empty(), "{found:#?}");
        }
        let check = work.desk.call("session.check", json!({}));
        prop_assert_eq!(&check["ok"], true, "{}", check);
    }
}
