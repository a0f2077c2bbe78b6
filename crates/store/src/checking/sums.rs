//! Sums of the tables against each other, and against what the events said when they were written.
//!
//! Each large table is read once, row by row: to group it in the database would sort a million rows.

use std::collections::{BTreeMap, HashMap};

use domain::Ore;
use domain::distribution::DistributionKind;
use serde_json::Value;

use crate::db::from_row;
use crate::{Read, Result};

/// What the ledger holds of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerSum {
    /// Kind, such as `paid`.
    pub kind: String,
    /// How many entries.
    pub entries: u64,
    /// Their sum in öre.
    pub amount: Ore,
}

/// The control sums, and what contradicts them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// The ledger by kind.
    pub ledger: Vec<LedgerSum>,
    /// How many sums were held against another.
    pub compared: u64,
    /// What does not agree: which rule, and this database's number of the list, run, order or event.
    pub broken: Vec<(&'static str, i64)>,
}

impl Sums {
    fn hold(&mut self, rule: &'static str, number: i64, fits: bool) {
        self.compared += 1;
        if !fits {
            self.broken.push((rule, number));
        }
    }
}

/// A number of rows and their sum.
type Sum = (u64, i128);

fn add(sum: &mut Sum, amount: Ore) {
    sum.0 += 1;
    sum.1 += i128::from(amount.0);
}

/// Sums of the ledger that others are held against.
#[derive(Default)]
struct Ledger {
    by_kind: BTreeMap<String, Sum>,
    paid_by_list: HashMap<i64, i128>,
    shared_by_run: HashMap<i64, i128>,
    by_event: HashMap<(i64, Kind), i128>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Paid,
    Distributed,
}

/// Rows of a list: of all, of those without remark, and of those that are payments.
#[derive(Default)]
struct Rows {
    all: u64,
    clean: i128,
    payments: i128,
}

struct ListRow {
    list_no: i64,
    state: String,
    rows: u64,
    clean_positive_ore: i64,
    clean_negative_ore: i64,
}

from_row!(ListRow { list_no, state, rows, clean_positive_ore, clean_negative_ore });

struct Run {
    distribution_no: i64,
    kind: DistributionKind,
    in_ore: i64,
    out_ore: i64,
    suspense_ore: i64,
    shared: i64,
    suspended: i64,
    of_lists: i64,
}

from_row!(Run {
    distribution_no,
    kind,
    in_ore,
    out_ore,
    suspense_ore,
    shared,
    suspended,
    of_lists,
});

struct Order {
    order_no: i64,
    id: String,
    debit_ore: i64,
    credit_ore: i64,
    debit: i64,
    credit: i64,
    vouchers: u64,
    unbalanced: u64,
}

from_row!(Order { order_no, id, debit_ore, credit_ore, debit, credit, vouchers, unbalanced });

struct Event {
    event_no: i64,
    action: String,
    object: String,
    detail: String,
}

from_row!(Event { event_no, action, object, detail });

impl Read<'_> {
    /// Computes the control sums and holds them against each other.
    pub(crate) fn sums(&self) -> Result<Sums> {
        let mut sums = Sums::default();
        let ledger = self.ledger_read_through()?;
        self.hold_lists(&mut sums, &ledger)?;
        self.hold_runs(&mut sums, &ledger)?;
        let orders = self.hold_orders(&mut sums)?;
        self.hold_events(&mut sums, &ledger, &orders)?;
        sums.ledger = ledger
            .by_kind
            .into_iter()
            .map(|(kind, (entries, amount))| {
                let amount = Ore(i64::try_from(amount).unwrap_or(i64::MAX));
                LedgerSum { kind, entries, amount }
            })
            .collect();
        Ok(sums)
    }

    fn ledger_read_through(&self) -> Result<Ledger> {
        let mut ledger = Ledger::default();
        self.db.each(
            "SELECT kind, amount_ore, origin, origin_no, list_no, corrects, event_no FROM entry",
            &[],
            |row| -> Result<()> {
                let kind = row.text("kind")?;
                let amount: Ore = row.get("amount_ore")?;
                if !ledger.by_kind.contains_key(kind) {
                    ledger.by_kind.insert(kind.to_owned(), Sum::default());
                }
                if let Some(sum) = ledger.by_kind.get_mut(kind) {
                    add(sum, amount);
                }
                let added = i128::from(amount.0);
                let kind = match kind {
                    "paid" => Kind::Paid,
                    "distributed" => Kind::Distributed,
                    _ => return Ok(()),
                };
                let origin_no: Option<i64> = row.get("origin_no")?;
                match (kind, row.get::<Option<i64>>("list_no")?) {
                    (Kind::Paid, Some(list)) => {
                        *ledger.paid_by_list.entry(list).or_default() += added;
                    }
                    (Kind::Distributed, _) => {
                        let run = origin_no.unwrap_or_default();
                        *ledger.shared_by_run.entry(run).or_default() += added;
                    }
                    (Kind::Paid, None) => {}
                }
                *ledger.by_event.entry((row.get("event_no")?, kind)).or_default() += added;
                Ok(())
            },
        )?;
        Ok(ledger)
    }

    fn hold_lists(&self, sums: &mut Sums, ledger: &Ledger) -> Result<()> {
        let mut lists: HashMap<i64, Rows> = HashMap::new();
        self.db.each(
            "SELECT list_no, state, amount_ore FROM payment_row",
            &[],
            |row| -> Result<()> {
                let list = lists.entry(row.get("list_no")?).or_default();
                let state: i64 = row.get("state")?;
                let amount: Option<i64> = row.get("amount_ore")?;
                let amount = i128::from(amount.unwrap_or_default());
                list.all += 1;
                if state == 0 {
                    list.clean += amount;
                }
                if matches!(state, 0 | 2 | 4) {
                    list.payments += amount;
                }
                Ok(())
            },
        )?;
        let known: Vec<ListRow> = self.db.all(
            "SELECT list_no, state, rows, clean_positive_ore, clean_negative_ore
             FROM payment_list ORDER BY list_no",
            &[],
        )?;
        for list in known {
            let rows = lists.remove(&list.list_no).unwrap_or_default();
            let clean = i128::from(list.clean_positive_ore) + i128::from(list.clean_negative_ore);
            sums.hold("list-rows", list.list_no, rows.all == list.rows);
            sums.hold("list-sum", list.list_no, rows.clean == clean);
            let paid = ledger.paid_by_list.get(&list.list_no).copied().unwrap_or_default();
            let expected = if list.state == "committed" { rows.payments } else { 0 };
            sums.hold("list-paid", list.list_no, paid == expected);
        }
        for list_no in lists.into_keys() {
            sums.hold("list-gone", list_no, false);
        }
        Ok(())
    }

    fn hold_runs(&self, sums: &mut Sums, ledger: &Ledger) -> Result<()> {
        let runs: Vec<Run> = self.db.all(
            "SELECT d.distribution_no, d.kind, d.in_ore, d.out_ore, d.suspense_ore,
                 (SELECT cast(coalesce(sum(r.amount_ore), 0) AS bigint) FROM distributed_row r
                  WHERE r.distribution_no = d.distribution_no) AS shared,
                 (SELECT cast(coalesce(sum(s.amount_ore), 0) AS bigint) FROM suspended_row s
                  WHERE s.distribution_no = d.distribution_no) AS suspended,
                 (SELECT cast(coalesce(sum(l.amount_ore), 0) AS bigint) FROM distribution_list l
                  WHERE l.distribution_no = d.distribution_no) AS of_lists
             FROM distribution d ORDER BY d.distribution_no",
            &[],
        )?;
        for run in runs {
            let number = run.distribution_no;
            let parts = i128::from(run.out_ore) + i128::from(run.suspense_ore);
            sums.hold("run-balance", number, i128::from(run.in_ore) == parts);
            // What takes back has no rows of its own, and a correction gives only what differs.
            let rows = match run.kind {
                DistributionKind::Run => {
                    (run.shared, run.suspended) == (run.out_ore, run.suspense_ore)
                }
                DistributionKind::Correction => run.suspended == run.suspense_ore,
                DistributionKind::Reversal | DistributionKind::TakingBack => true,
            };
            sums.hold("run-rows", number, rows);
            let shares = ledger.shared_by_run.get(&number).copied().unwrap_or_default();
            let shared = (shares, run.of_lists) == (i128::from(run.out_ore), run.out_ore);
            sums.hold("run-shares", number, shared);
        }
        Ok(())
    }

    /// Gives what each order says that it debits, by its id.
    fn hold_orders(&self, sums: &mut Sums) -> Result<HashMap<String, i64>> {
        let mut debits = HashMap::new();
        let orders: Vec<Order> = self.db.all(
            "SELECT o.order_no, o.id, o.debit_ore, o.credit_ore,
                 (SELECT cast(coalesce(sum(p.amount_ore), 0) AS bigint) FROM posting p
                  WHERE p.order_no = o.order_no AND p.amount_ore > 0) AS debit,
                 (SELECT cast(coalesce(sum(-p.amount_ore), 0) AS bigint) FROM posting p
                  WHERE p.order_no = o.order_no AND p.amount_ore < 0) AS credit,
                 (SELECT count(*) FROM voucher v WHERE v.order_no = o.order_no) AS vouchers,
                 (SELECT count(*) FROM (SELECT p.voucher FROM posting p
                      WHERE p.order_no = o.order_no GROUP BY p.voucher
                      HAVING sum(p.amount_ore) <> 0) u) AS unbalanced
             FROM booking_order o ORDER BY o.order_no",
            &[],
        )?;
        for order in orders {
            let number = order.order_no;
            let booked = (order.debit, order.credit) == (order.debit_ore, order.credit_ore);
            sums.hold("order-sum", number, booked);
            sums.hold("voucher-balance", number, order.unbalanced == 0);
            sums.hold("order-vouchers", number, order.vouchers > 0 || order.debit_ore == 0);
            debits.insert(order.id, order.debit_ore);
        }
        Ok(debits)
    }

    /// What an event said it did against what its transaction wrote.
    fn hold_events(
        &self,
        sums: &mut Sums,
        ledger: &Ledger,
        debits: &HashMap<String, i64>,
    ) -> Result<()> {
        let events: Vec<Event> = self.db.all(
            "SELECT event_no, action, object, detail FROM audit_event
             WHERE action IN ('payments.commit', 'distribution.run', 'distribution.correct',
                              'distribution.take-back', 'order.create')
             ORDER BY event_no",
            &[],
        )?;
        for event in events {
            let detail: Value = serde_json::from_str(&event.detail).unwrap_or_default();
            let ore = |name: &str| detail.get(name).and_then(Value::as_i64);
            let wrote = |kind: Kind| {
                ledger.by_event.get(&(event.event_no, kind)).copied().unwrap_or_default()
            };
            let said = |name: &str| i128::from(ore(name).unwrap_or_default());
            let fits = match event.action.as_str() {
                "payments.commit" if ore("net_ore").is_some() => {
                    wrote(Kind::Paid) == said("net_ore")
                }
                "distribution.run" if ore("out_ore").is_some() => {
                    wrote(Kind::Distributed) == said("out_ore")
                }
                "distribution.correct" => wrote(Kind::Distributed) == said("correction_ore"),
                "distribution.take-back" => wrote(Kind::Distributed) == -said("freed_ore"),
                "order.create" if ore("debit_ore").is_some() => {
                    debits.get(&event.object).copied() == ore("debit_ore")
                }
                _ => continue,
            };
            sums.hold("event-sum", event.event_no, fits);
        }
        Ok(())
    }
}
