//! What lies on the observation account: everything that came and has not been handed over.
//!
//! A day is one of payments and vouchers: what had come by then, less what vouchers of that day or
//! earlier take from the account, as it is known now. What of it has no reason of its own is told list by
//! list and distribution by distribution, so that nothing has to be looked through that is done.

use chrono::NaiveDate;
use domain::Ore;
use domain::suspense::SuspenseKind;

use crate::db::{FromRow, Row, from_row};
use crate::{Read, Result};

/// Something that lies on the observation account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuspenseItem {
    /// Why.
    pub kind: SuspenseKind,
    /// More exactly: the code of a match or suspense reason, or the kind once more.
    pub reason: String,
    /// Amount in öre, with the sign that it has on the account.
    pub amount: Ore,
    /// Since when.
    pub since: NaiveDate,
    /// The id of the list.
    pub list: Option<String>,
    /// The list's own file name.
    pub file: Option<String>,
    /// The line of the row.
    pub line: Option<u32>,
    /// The id of the distribution.
    pub distribution: Option<String>,
    /// Who left it so: the actor of the event.
    pub owner: String,
}

impl FromRow for SuspenseItem {
    fn from_row(row: &Row<'_>) -> Result<SuspenseItem> {
        Ok(SuspenseItem {
            kind: row.get("kind")?,
            reason: row.get("reason")?,
            amount: row.get("amount_ore")?,
            since: row.get("since")?,
            list: row.get("list")?,
            file: row.get("file")?,
            line: row.get("line")?,
            distribution: row.get("distribution")?,
            owner: row.get("owner")?,
        })
    }
}

/// What lies there for one reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SuspenseSum {
    /// Why.
    pub kind: SuspenseKind,
    /// How many items.
    pub items: u64,
    /// Their sum in öre.
    pub amount: Ore,
}

from_row!(SuspenseSum { kind, items, amount = "amount_ore" });

/// Lists that stand and had been paid by the day `?1`, with what their rows sum to.
const LISTS: &str = "
    list_on AS MATERIALIZED (
        SELECT l.list_no, l.payment_date, l.bank_ore, l.event_no,
               l.clean_positive_ore + l.clean_negative_ore
                   + coalesce((SELECT sum(r.amount_ore) FROM payment_row r
                               WHERE r.list_no = l.list_no AND r.state <> 0
                                 AND r.state IN (2, 4)), 0) AS payments_ore,
               coalesce((SELECT sum(r.amount_ore) FROM payment_row r
                         WHERE r.list_no = l.list_no AND r.state <> 0 AND r.state = 3), 0)
                   AS parked_ore
        FROM payment_list l
        WHERE l.state = 'committed' AND l.payment_date <= ?1),
    handed AS MATERIALIZED (
        SELECT o.distribution_no, sum(t.amount_ore) AS amount_ore
        FROM booking_order o JOIN order_list t ON t.order_no = o.order_no
        WHERE o.voucher_date <= ?1
          AND EXISTS (SELECT 1 FROM order_state s
                      WHERE s.order_no = o.order_no AND s.state = 'handed-over')
          AND NOT EXISTS (SELECT 1 FROM order_state s
                          WHERE s.order_no = o.order_no AND s.state = 'withdrawn')
        GROUP BY o.distribution_no)";

/// The items; a row that has a reason of its own is told by itself.
const ITEMS: &str = "
    named AS MATERIALIZED (
        SELECT CASE WHEN m.reason IN ('undone', 'reopened', 'conflicting-numbers')
                    THEN 'disputed' ELSE 'unmatched' END AS kind,
               m.reason, r.amount_ore, m.list_no, m.line, m.event_no
        FROM list_on l JOIN row_match m ON m.list_no = l.list_no AND m.matched = 0
        JOIN payment r ON r.list_no = m.list_no AND r.line = m.line
        UNION ALL
        SELECT 'without-board-or-key', s.reason, s.amount_ore, s.list_no, s.line, x.event_no
        FROM suspended_row s JOIN list_on l ON l.list_no = s.list_no
        JOIN distribution x ON x.distribution_no = s.distribution_no
        JOIN row_match m ON m.list_no = s.list_no AND m.line = s.line AND m.matched = 1
        WHERE s.reason IN ('code-unmapped', 'no-key', 'not-in-key', 'no-board')
          AND NOT EXISTS (SELECT 1 FROM suspended_row later
                          WHERE later.list_no = s.list_no AND later.line = s.line
                            AND later.distribution_no > s.distribution_no)
          AND NOT EXISTS (SELECT 1 FROM standing_row d
                          WHERE d.list_no = s.list_no AND d.line = s.line)),
    shared AS MATERIALIZED (
        SELECT list_no, sum(amount_ore) AS amount_ore FROM distribution_list GROUP BY list_no),
    told AS MATERIALIZED (
        SELECT list_no, count(*) AS items, sum(amount_ore) AS amount_ore
        FROM named GROUP BY list_no),
    item AS (
        SELECT n.kind, n.reason, n.amount_ore, l.payment_date AS since, n.list_no, n.line,
               cast(NULL AS bigint) AS distribution_no, n.event_no
        FROM named n JOIN list_on l ON l.list_no = n.list_no
        UNION ALL
        SELECT 'not-distributed', 'not-distributed',
               l.payments_ore - coalesce(g.amount_ore, 0) - coalesce(t.amount_ore, 0),
               l.payment_date, l.list_no, cast(NULL AS bigint), cast(NULL AS bigint), l.event_no
        FROM list_on l JOIN list_progress p ON p.list_no = l.list_no
        LEFT JOIN shared g ON g.list_no = l.list_no LEFT JOIN told t ON t.list_no = l.list_no
        WHERE p.payments > p.distributed + coalesce(t.items, 0)
        UNION ALL
        SELECT 'parked', 'parked', coalesce(r.amount_ore, 0), l.payment_date, l.list_no, r.line,
               cast(NULL AS bigint),
               coalesce((SELECT max(d.event_no) FROM row_decision d
                         WHERE d.list_no = r.list_no AND d.line = r.line AND d.kind = 'park'),
                        l.event_no)
        FROM list_on l JOIN payment_row r ON r.list_no = l.list_no
        WHERE r.state <> 0 AND r.state = 3
        UNION ALL
        SELECT 'bank-difference', 'bank-difference', l.bank_ore - l.payments_ore - l.parked_ore,
               l.payment_date, l.list_no, cast(NULL AS bigint), cast(NULL AS bigint), l.event_no
        FROM list_on l WHERE l.bank_ore <> l.payments_ore + l.parked_ore
        UNION ALL
        SELECT 'not-handed-over', 'not-handed-over', g.amount_ore - coalesce(h.amount_ore, 0),
               x.business_date, cast(NULL AS bigint), cast(NULL AS bigint), x.distribution_no,
               x.event_no
        FROM (SELECT d.distribution_no, sum(CASE WHEN l.payment_date <= ?1 THEN d.amount_ore
                                                 ELSE 0 END) AS amount_ore
              FROM distribution_list d JOIN payment_list l ON l.list_no = d.list_no
              GROUP BY d.distribution_no) g
        JOIN distribution x ON x.distribution_no = g.distribution_no
        LEFT JOIN handed h ON h.distribution_no = g.distribution_no
        WHERE g.amount_ore <> coalesce(h.amount_ore, 0))";

impl Read<'_> {
    /// What the observation account holds on a day: what came, less what was handed over.
    pub fn suspense_balance(&self, as_of: NaiveDate) -> Result<Ore> {
        self.db.only(
            &format!(
                "WITH {LISTS}
                 SELECT cast(coalesce((SELECT sum(coalesce(bank_ore, payments_ore + parked_ore))
                                       FROM list_on), 0)
                             - coalesce((SELECT sum(amount_ore) FROM handed), 0) AS bigint)
                     AS amount_ore"
            ),
            &[&as_of],
        )
    }

    /// What lies there on a day, reason by reason.
    pub fn suspense_sums(&self, as_of: NaiveDate) -> Result<Vec<SuspenseSum>> {
        self.db.all(
            &format!(
                "WITH {LISTS}, {ITEMS}
                 SELECT kind, count(*) AS items, cast(sum(amount_ore) AS bigint) AS amount_ore
                 FROM item GROUP BY kind ORDER BY kind"
            ),
            &[&as_of],
        )
    }

    /// What lies there on a day, the oldest first: of one kind, or all; `count` items from `offset`.
    pub fn suspense_items(
        &self,
        as_of: NaiveDate,
        kind: Option<SuspenseKind>,
        offset: u32,
        count: u32,
    ) -> Result<Vec<SuspenseItem>> {
        let kind = kind.map_or("", SuspenseKind::as_str);
        self.db.all(
            &format!(
                "WITH {LISTS}, {ITEMS},
                 page AS MATERIALIZED (
                     SELECT kind, reason, amount_ore, since, list_no, line, distribution_no, event_no
                     FROM item WHERE ?2 = '' OR kind = ?2
                     ORDER BY since, list_no, line, distribution_no, kind LIMIT ?3 OFFSET ?4)
                 SELECT i.kind, i.reason, i.amount_ore, i.since, i.line, l.id AS list,
                        f.name AS file, x.id AS distribution, a.actor AS owner
                 FROM page i JOIN audit_event a ON a.event_no = i.event_no
                 LEFT JOIN payment_list l ON l.list_no = i.list_no
                 LEFT JOIN original_file f ON f.original_no = l.original_no
                 LEFT JOIN distribution x ON x.distribution_no = i.distribution_no
                 ORDER BY i.since, i.list_no, i.line, i.distribution_no, i.kind"
            ),
            &[&as_of, &kind, &count, &offset],
        )
    }
}
