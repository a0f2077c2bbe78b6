//! What holds of a database at every moment, whole step or none: looked at from outside, in SQL.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension};
use store::key::DatabaseKey;

use super::work::digest;
use crate::KEY;

/// Each rule with a query that gives a row for everything that breaks it.
const RULES: [(&str, &str); 21] = [
    ("references hold", "SELECT * FROM pragma_foreign_key_check"),
    (
        "a list has all its rows",
        "SELECT 1 FROM payment_list l WHERE l.rows <>
             (SELECT count(*) FROM payment_row r WHERE r.list_no = l.list_no)",
    ),
    (
        "a list has all its pages",
        "SELECT 1 FROM payment_list l WHERE (l.rows + 99) / 100 <>
             (SELECT count(*) FROM payment_page p WHERE p.list_no = l.list_no)",
    ),
    (
        "sums of clean rows are those of the rows",
        "SELECT 1 FROM payment_list l WHERE l.clean_positive_ore + l.clean_negative_ore <>
             (SELECT coalesce(sum(amount_ore), 0) FROM payment_row r
              WHERE r.list_no = l.list_no AND r.state = 0)",
    ),
    (
        "every row, finding and decision has its list",
        "SELECT 1 FROM (SELECT DISTINCT list_no FROM payment_row UNION SELECT list_no FROM row_finding
             UNION SELECT list_no FROM row_decision UNION SELECT list_no FROM row_match)
         WHERE list_no NOT IN (SELECT list_no FROM payment_list)",
    ),
    (
        "an original has all its bytes",
        "SELECT 1 FROM original_file f WHERE f.bytes = 0 OR f.bytes <>
             (SELECT coalesce(sum(length(data)), 0) FROM original_piece p
              WHERE p.original_no = f.original_no)",
    ),
    (
        "an original belongs to a list or a register",
        "SELECT 1 FROM original_file WHERE original_no NOT IN (SELECT original_no FROM payment_list
             UNION ALL SELECT original_no FROM draft)",
    ),
    (
        "a register has all its rows, or is none",
        "SELECT 1 FROM draft d WHERE d.rows <>
             (SELECT count(*) FROM draft_row r WHERE r.draft_no = d.draft_no)",
    ),
    (
        "a draft has no payments",
        "SELECT 1 FROM entry JOIN payment_list l USING (list_no) WHERE l.state = 'draft'",
    ),
    (
        "a list that was taken in is paid, to the öre",
        "SELECT 1 FROM payment_list l WHERE l.state = 'committed' AND
             (SELECT coalesce(sum(amount_ore), 0) FROM payment_row r
              WHERE r.list_no = l.list_no AND r.state IN (0, 2, 4)) <>
             (SELECT coalesce(sum(amount_ore), 0) FROM entry e
              WHERE e.list_no = l.list_no AND e.kind = 'paid')",
    ),
    (
        "matching has looked at every payment of a list or at none",
        "SELECT 1 FROM payment_list l WHERE
             (SELECT count(*) FROM row_match m WHERE m.list_no = l.list_no) NOT IN (0,
              (SELECT count(*) FROM payment_row r
               WHERE r.list_no = l.list_no AND r.state IN (0, 2, 4)))",
    ),
    (
        "what is matched has moved to its person",
        "SELECT 1 FROM payment_list l WHERE
             (SELECT coalesce(sum(amount_ore), 0) FROM ledger e
              WHERE e.list_no = l.list_no AND e.kind = 'paid' AND e.person_no IS NOT NULL) <>
             (SELECT coalesce(sum(amount_ore), 0) FROM row_match m JOIN payment_row r
                  USING (list_no, line)
              WHERE m.list_no = l.list_no AND m.person_no IS NOT NULL)",
    ),
    (
        "in = out + observation account",
        "SELECT 1 FROM distribution WHERE in_ore <> out_ore + suspense_ore",
    ),
    (
        "a distribution has all its shares",
        "SELECT 1 FROM distribution d WHERE d.out_ore <>
             (SELECT coalesce(sum(amount_ore), 0) FROM entry e
              WHERE e.origin = 'distribution' AND e.origin_no = d.distribution_no)
          OR d.kind = 'run' AND d.out_ore <>
             (SELECT coalesce(sum(amount_ore), 0) FROM distributed_row r
              WHERE r.distribution_no = d.distribution_no)
          OR d.out_ore <> (SELECT coalesce(sum(amount_ore), 0) FROM distribution_list l
              WHERE l.distribution_no = d.distribution_no)
          OR d.kind IN ('run', 'correction') AND d.suspense_ore <> (SELECT coalesce(sum(amount_ore), 0) FROM suspended_row s
              WHERE s.distribution_no = d.distribution_no)",
    ),
    (
        "what stands of a row's shares is the row, or nothing",
        "SELECT 1 FROM payment_list l JOIN payment_row r USING (list_no)
         WHERE l.state = 'committed' AND
             (SELECT coalesce(sum(e.amount_ore), 0) FROM entry e
              WHERE e.list_no = r.list_no AND e.line = r.line AND e.kind = 'distributed') <>
             (SELECT coalesce(sum(d.amount_ore), 0) FROM distributed_row d
              WHERE d.list_no = r.list_no AND d.line = r.line AND d.ended_no IS NULL)",
    ),
    (
        "a voucher sums to zero",
        "SELECT 1 FROM posting GROUP BY order_no, voucher HAVING sum(amount_ore) <> 0",
    ),
    (
        "an order has its postings and its first state",
        "SELECT 1 FROM booking_order o WHERE o.debit_ore <> o.credit_ore OR o.debit_ore <>
             (SELECT coalesce(sum(amount_ore), 0) FROM posting p
              WHERE p.order_no = o.order_no AND p.amount_ore > 0)
          OR NOT EXISTS (SELECT 1 FROM order_state s
              WHERE s.order_no = o.order_no AND s.state = 'created')",
    ),
    (
        "what is handed over has its file and its entries, and nothing else has",
        "SELECT 1 FROM booking_order o WHERE
             EXISTS (SELECT 1 FROM order_state s
                     WHERE s.order_no = o.order_no AND s.state = 'handed-over') <>
             EXISTS (SELECT 1 FROM booking_file f WHERE f.order_no = o.order_no)
          OR (SELECT count(*) FROM entry e WHERE e.origin = 'order' AND e.origin_no = o.order_no
                AND e.corrects IS NULL) <>
             (SELECT count(*) FROM order_entry l WHERE l.order_no = o.order_no
                AND EXISTS (SELECT 1 FROM booking_file f WHERE f.order_no = o.order_no))",
    ),
    (
        "what was refused is taken back, and nothing else is",
        "SELECT 1 FROM booking_order o WHERE
             (SELECT coalesce(sum(e.amount_ore), 0) FROM entry e
              WHERE e.origin = 'order' AND e.origin_no = o.order_no AND e.corrects IS NOT NULL) <>
             (SELECT coalesce(-sum(e.amount_ore), 0) FROM entry e
              WHERE e.origin = 'order' AND e.origin_no = o.order_no AND e.corrects IS NULL
                AND EXISTS (SELECT 1 FROM order_state s
                            WHERE s.order_no = o.order_no AND s.state = 'withdrawn'))",
    ),
    (
        "a number has its entries, and an order is booked when all its vouchers have one",
        "SELECT 1 FROM booking_order o WHERE EXISTS (
             SELECT 1 FROM voucher_booking b WHERE b.order_no = o.order_no AND
                 (SELECT count(*) FROM entry e WHERE e.origin = 'booking'
                    AND e.origin_no = b.booking_no AND e.corrects IS NULL) <>
                 (SELECT count(DISTINCT l.entry_no) FROM posting_entry l JOIN posting p
                      USING (posting_no)
                  WHERE p.order_no = b.order_no AND p.voucher = b.voucher))
          OR EXISTS (SELECT 1 FROM order_state s
                     WHERE s.order_no = o.order_no AND s.state = 'booked') <>
             ((SELECT count(*) FROM voucher_booking b WHERE b.order_no = o.order_no) =
              (SELECT count(*) FROM voucher v WHERE v.order_no = o.order_no))",
    ),
    (
        "every entry has its event, and no event is missing",
        "SELECT 1 WHERE (SELECT coalesce(max(event_no), 0) FROM audit_event) <>
             (SELECT count(*) FROM audit_event)
          OR EXISTS (SELECT 1 FROM entry WHERE event_no NOT IN (SELECT event_no FROM audit_event))",
    ),
];

/// Opens the database beside the product.
pub(super) fn open(database: &Path) -> Connection {
    let connection = Connection::open(database).expect("the database opens");
    let key = DatabaseKey::from_hex(KEY).expect("a key");
    store::prepare(&connection, &key).expect("the key fits");
    connection
}

/// The rules that are broken.
pub(super) fn broken(database: &Connection) -> Vec<String> {
    let is_broken = |sql: &str| {
        database.query_row(sql, [], |_| Ok(())).optional().expect("a query of the tables").is_some()
    };
    let broken = RULES.iter().filter(|(_, sql)| is_broken(sql));
    broken.map(|(rule, _)| (*rule).to_owned()).collect()
}

/// The booking files that are not what the database handed over: kept bytes that do not fit their
/// digest, and files on the disk that are not those bytes.
pub(super) fn broken_files(database: &Connection, exported: &[(String, PathBuf)]) -> Vec<String> {
    let mut statement = database
        .prepare("SELECT o.id, f.sha256, f.data FROM booking_file f JOIN booking_order o USING (order_no)")
        .expect("a query of the tables");
    let kept = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .and_then(Iterator::collect::<Result<Vec<(String, String, Vec<u8>)>, _>>)
        .expect("a query of the tables");
    let mut broken = Vec::new();
    for (order, sha256, data) in &kept {
        if digest(data) != *sha256 {
            broken.push(format!("the kept file of {order} does not fit its digest"));
        }
    }
    for (order, path) in exported {
        let bytes = fs::read(path).expect("an exported file");
        if !kept.iter().any(|(id, sha256, _)| id == order && digest(&bytes) == *sha256) {
            broken.push(format!("the file of {order} is not what was handed over"));
        }
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A step cut in half for each rule, in their order.
    const CUTS: [(&str, &str); RULES.len()] = [
        ("references hold", "DELETE FROM booking_order"),
        ("a list has all its rows", "DELETE FROM payment_row WHERE line = 5"),
        ("a list has all its pages", "DELETE FROM payment_page"),
        (
            "sums of clean rows are those of the rows",
            "UPDATE payment_row SET amount_ore = 1 WHERE line = 7",
        ),
        ("every row, finding and decision has its list", "DELETE FROM payment_list"),
        ("an original has all its bytes", "DELETE FROM original_piece"),
        ("an original belongs to a list or a register", "UPDATE payment_list SET original_no = 99"),
        ("a register has all its rows, or is none", "DELETE FROM draft_row WHERE line = 5"),
        ("a draft has no payments", "UPDATE payment_list SET state = 'draft'"),
        (
            "a list that was taken in is paid, to the öre",
            "DELETE FROM entry WHERE kind = 'paid' AND person_no IS NULL AND line = 8",
        ),
        (
            "matching has looked at every payment of a list or at none",
            "DELETE FROM row_match WHERE line = 9",
        ),
        (
            "what is matched has moved to its person",
            "DELETE FROM entry WHERE kind = 'paid' AND line = 3",
        ),
        ("in = out + observation account", "UPDATE distribution SET in_ore = in_ore + 1"),
        ("a distribution has all its shares", "DELETE FROM distributed_row WHERE line = 4"),
        (
            "what stands of a row's shares is the row, or nothing",
            "DELETE FROM entry WHERE kind = 'distributed' AND line = 6",
        ),
        ("a voucher sums to zero", "DELETE FROM posting WHERE posting = 2"),
        (
            "an order has its postings and its first state",
            "DELETE FROM order_state WHERE state = 'created'",
        ),
        (
            "what is handed over has its file and its entries, and nothing else has",
            "DELETE FROM entry WHERE kind = 'handed-over' AND line = 6",
        ),
        (
            "what was refused is taken back, and nothing else is",
            "UPDATE order_state SET state = 'withdrawn' WHERE state = 'created'",
        ),
        (
            "a number has its entries, and an order is booked when all its vouchers have one",
            "INSERT INTO voucher_booking (order_no, voucher, number, booked_on, event_no)
                 VALUES (1, 1, '1', '2026-11-02', 1)",
        ),
        (
            "every entry has its event, and no event is missing",
            "DELETE FROM audit_event WHERE event_no = 3",
        ),
    ];

    /// A rule that can never be broken proves nothing: each breaks when a step is cut in half.
    #[test]
    fn half_a_step_breaks_a_rule() {
        let mut desk = crate::Desk::with_register();
        let (_, distribution) = desk.month_distributed();
        let order = desk.call("orders.create", serde_json::json!({ "distribution": distribution }));
        desk.export(&crate::text(&order["order"]), "sie4i");
        desk.call("session.close", serde_json::json!({}));
        let database = open(&desk.path("desk.db"));
        assert_eq!(broken(&database), [""; 0]);
        database.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
        let triggers: Vec<String> = database
            .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
            .and_then(|mut found| found.query_map([], |row| row.get(0))?.collect())
            .unwrap();
        for trigger in triggers {
            database.execute_batch(&format!("DROP TRIGGER {trigger}")).unwrap();
        }
        for ((rule, cut), (known, _)) in CUTS.into_iter().zip(RULES) {
            assert_eq!(rule, known, "a cut for every rule, in their order");
            database.execute_batch(&format!("SAVEPOINT half; {cut}")).unwrap();
            let found = broken(&database);
            assert!(found.iter().any(|name| name == rule), "{cut}: {found:?}");
            database.execute_batch("ROLLBACK TO half; RELEASE half").unwrap();
        }
        assert_eq!(broken(&database), [""; 0]);
    }
}
