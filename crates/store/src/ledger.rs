//! The append-only ledger.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::Ore;
use domain::codes::CodeTable;
use domain::ledger::EntryKind;
use domain::person::CostCentre;

use crate::db::{FromRow, Params, Row, ToColumn, from_row};
use crate::{
    BookingNo, ClaimLineNo, CostShareNo, DistributionNo, EntryNo, EventNo, GrantNo, ListNo,
    MissingRowNo, OrderNo, PersonNo, Place, PostingNo, Read, Result, StoreError, Write,
};

/// What an entry comes from: the record that was written with it. What comes from a payment says
/// which, all along the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// A row that was reported as missing.
    MissingRow(MissingRowNo),
    /// A decision of the agency.
    Grant(GrantNo),
    /// A person's part of a cost.
    Cost(CostShareNo),
    /// A line of a claim.
    Claim(ClaimLineNo),
    /// A row of a payment list.
    Payment(Place),
    /// A distribution of the payment.
    Distribution(DistributionNo, Place),
    /// A booking order that books a share of the payment.
    Order(OrderNo, Place),
    /// The number that the finance system has given the voucher with a share of the payment.
    Booking(BookingNo, Place),
}

impl Origin {
    /// The payment, where it comes from one.
    #[must_use]
    pub fn payment(self) -> Option<Place> {
        match self {
            Origin::MissingRow(_) | Origin::Grant(_) | Origin::Cost(_) | Origin::Claim(_) => None,
            Origin::Payment(place)
            | Origin::Distribution(_, place)
            | Origin::Order(_, place)
            | Origin::Booking(_, place) => Some(place),
        }
    }

    /// The distribution, where it is a share.
    #[must_use]
    pub fn distribution(self) -> Option<DistributionNo> {
        match self {
            Origin::Distribution(distribution_no, _) => Some(distribution_no),
            _ => None,
        }
    }

    /// The word and the number that stand for it.
    fn columns(self) -> (&'static str, Option<i64>) {
        match self {
            Origin::MissingRow(MissingRowNo(number)) => ("missing-row", Some(number)),
            Origin::Grant(GrantNo(number)) => ("grant", Some(number)),
            Origin::Cost(CostShareNo(number)) => ("cost", Some(number)),
            Origin::Claim(ClaimLineNo(number)) => ("claim", Some(number)),
            Origin::Payment(_) => ("payment", None),
            Origin::Distribution(DistributionNo(number), _) => ("distribution", Some(number)),
            Origin::Order(OrderNo(number), _) => ("order", Some(number)),
            Origin::Booking(BookingNo(number), _) => ("booking", Some(number)),
        }
    }
}

impl FromRow for Origin {
    fn from_row(row: &Row<'_>) -> Result<Origin> {
        let place = || -> Result<Place> { Ok((row.get("list_no")?, row.get("line")?)) };
        Ok(match row.text("origin")? {
            "missing-row" => Origin::MissingRow(row.get("origin_no")?),
            "grant" => Origin::Grant(row.get("origin_no")?),
            "cost" => Origin::Cost(row.get("origin_no")?),
            "claim" => Origin::Claim(row.get("origin_no")?),
            "payment" => Origin::Payment(place()?),
            "distribution" => Origin::Distribution(row.get("origin_no")?, place()?),
            "order" => Origin::Order(row.get("origin_no")?, place()?),
            "booking" => Origin::Booking(row.get("origin_no")?, place()?),
            _ => return Err(StoreError::Damaged("origin")),
        })
    }
}

/// One entry of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// This database's number; later entries have higher ones.
    pub entry_no: EntryNo,
    /// Which link of the chain.
    pub kind: EntryKind,
    /// The person, if it is about one.
    pub person: Option<PersonNo>,
    /// Compensation; none while the payment code is unmapped.
    pub compensation: Option<String>,
    /// First day of the period.
    pub period_from: Option<NaiveDate>,
    /// Last day of the period, inclusive.
    pub period_until: Option<NaiveDate>,
    /// The board that got it.
    pub cost_centre: Option<CostCentre>,
    /// Amount in öre.
    pub amount: Ore,
    /// What it comes from.
    pub origin: Origin,
    /// The entry it takes back.
    pub corrects: Option<EntryNo>,
    /// The explanation as data, JSON.
    pub explanation: Option<String>,
    /// The explanation as it was worded then.
    pub rendered: Option<String>,
    /// The audit event that wrote it.
    pub event_no: EventNo,
}

impl FromRow for Entry {
    fn from_row(row: &Row<'_>) -> Result<Entry> {
        Ok(Entry {
            entry_no: row.get("entry_no")?,
            kind: row.get("kind")?,
            person: row.get("person_no")?,
            compensation: row.get("compensation")?,
            period_from: row.get("period_from")?,
            period_until: row.get("period_until")?,
            cost_centre: row.get("cost_centre")?,
            amount: row.get("amount_ore")?,
            origin: Origin::from_row(row)?,
            corrects: row.get("corrects")?,
            explanation: row.get("explanation")?,
            rendered: row.get("rendered")?,
            event_no: row.get("event_no")?,
        })
    }
}

/// How far the money of a month of payment has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerMonth {
    /// `yyyy-mm`.
    pub month: String,
    /// Paid.
    pub paid: Ore,
    /// Given to boards.
    pub distributed: Ore,
    /// Handed over to the finance system.
    pub handed_over: Ore,
    /// With voucher number.
    pub booked: Ore,
}

from_row!(LedgerMonth { month, paid, distributed, handed_over, booked });

/// What the ledger holds of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LedgerSums {
    /// From the day that was asked for.
    pub recent: Ore,
    /// Before it.
    pub older: Ore,
}

from_row!(LedgerSums { recent = "recent_ore", older = "older_ore" });

/// An entry to be written.
#[derive(Clone, Debug)]
pub struct NewEntry<'a> {
    /// Which link of the chain.
    pub kind: EntryKind,
    /// The person, if it is about one.
    pub person: Option<PersonNo>,
    /// Compensation.
    pub compensation: Option<&'a str>,
    /// First day of the period.
    pub period_from: Option<NaiveDate>,
    /// Last day of the period, inclusive.
    pub period_until: Option<NaiveDate>,
    /// The board that gets it.
    pub cost_centre: Option<&'a str>,
    /// Amount in öre.
    pub amount: Ore,
    /// What it comes from.
    pub origin: Origin,
    /// The explanation as data, JSON.
    pub explanation: Option<&'a str>,
    /// The explanation as it is worded now.
    pub rendered: Option<&'a str>,
}

/// What an entry is read from.
pub(crate) const ENTRY: &str = "e.entry_no, e.kind, e.person_no, e.compensation, e.period_from, e.period_until,
    e.cost_centre, e.amount_ore, e.origin, e.origin_no, e.list_no, e.line, e.corrects, e.explanation,
    e.rendered, e.event_no";
/// The shares of a distribution, and what took shares back in it.
const SHARES: &str = "e.origin = 'distribution' AND e.origin_no = ?1 AND e.kind = 'distributed'";

/// Shares that wait for an order: none in force books them. A share and the opposite entry that takes
/// it back need an order both or neither: where one is booked the other must be.
pub(crate) const UNBOOKED: &str = "
    e.amount_ore <> 0
    AND NOT EXISTS (SELECT 1 FROM live_entry p WHERE p.entry_no = e.entry_no)
    AND NOT EXISTS (SELECT 1 FROM entry c WHERE c.corrects = e.entry_no
                    AND NOT EXISTS (SELECT 1 FROM entry d WHERE d.corrects = c.entry_no)
                    AND NOT EXISTS (SELECT 1 FROM live_entry p WHERE p.entry_no = c.entry_no))
    AND (e.corrects IS NULL
         OR EXISTS (SELECT 1 FROM live_entry p WHERE p.entry_no = e.corrects))";

impl Read<'_> {
    /// Written entries, those that matches have moved aside.
    fn entries_where(&self, condition: &str, params: Params<'_>) -> Result<Vec<Entry>> {
        let sql = format!("SELECT {ENTRY} FROM entry e WHERE {condition} ORDER BY e.entry_no");
        self.db.all(&sql, params)
    }

    /// Entries of the whole ledger, by number.
    fn ledger_where(&self, condition: &str, params: Params<'_>) -> Result<Vec<Entry>> {
        let sql = format!("SELECT {ENTRY} FROM ledger e WHERE {condition} ORDER BY e.entry_no");
        self.db.all(&sql, params)
    }

    /// Everything the ledger says of one payment row.
    pub fn entries_of_row(&self, list_no: ListNo, line: u32) -> Result<Vec<Entry>> {
        self.ledger_where("e.list_no = ?1 AND e.line = ?2", &[&list_no, &line])
    }

    /// Everything the ledger says of one person.
    pub fn entries_of_person(&self, person: PersonNo) -> Result<Vec<Entry>> {
        self.ledger_where("e.person_no = ?1", &[&person])
    }

    /// The distributed entries of a run.
    pub fn distributed_entries(&self, distribution_no: DistributionNo) -> Result<Vec<Entry>> {
        self.entries_where(SHARES, &[&distribution_no])
    }

    fn standing_shares(&self, condition: &str, params: Params<'_>) -> Result<Vec<Entry>> {
        let sql =
            format!("SELECT {ENTRY} FROM standing_share e WHERE {condition} ORDER BY e.entry_no");
        self.db.all(&sql, params)
    }

    /// The shares of a list's rows that stand.
    pub fn standing_shares_of_list(&self, list_no: ListNo) -> Result<Vec<Entry>> {
        self.standing_shares("e.list_no = ?1", &[&list_no])
    }

    /// The shares of a distribution that stand.
    pub fn standing_shares_of(&self, distribution_no: DistributionNo) -> Result<Vec<Entry>> {
        self.standing_shares("e.origin = 'distribution' AND e.origin_no = ?1", &[&distribution_no])
    }

    /// The entries of a distribution by which it took shares back.
    pub fn opposite_entries(&self, distribution_no: DistributionNo) -> Result<Vec<Entry>> {
        self.entries_where(&format!("{SHARES} AND e.corrects IS NOT NULL"), &[&distribution_no])
    }

    /// The distributed entries of a run that wait for a booking order: those that no order in force
    /// has booked. A share that was taken back before it was booked never needs an order, nor does
    /// its opposite entry.
    pub fn unbooked_entries(&self, distribution_no: DistributionNo) -> Result<Vec<Entry>> {
        self.entries_where(&format!("{SHARES} AND {UNBOOKED}"), &[&distribution_no])
    }

    /// The order in force that has booked an entry, if any.
    pub fn order_of_entry(&self, entry_no: EntryNo) -> Result<Option<OrderNo>> {
        self.db.one("SELECT order_no FROM live_entry WHERE entry_no = ?1 LIMIT 1", &[&entry_no])
    }

    /// Every entry that a posting sums.
    pub fn entries_of_posting(&self, posting_no: PostingNo) -> Result<Vec<Entry>> {
        self.entries_where(
            "e.entry_no IN (SELECT l.entry_no FROM posting_entry l WHERE l.posting_no = ?1)",
            &[&posting_no],
        )
    }

    /// Every entry that an order books.
    pub fn entries_of_order(&self, order_no: OrderNo) -> Result<Vec<Entry>> {
        self.entries_where(&format!("e.entry_no IN ({ENTRIES_OF_ORDER})"), &[&order_no])
    }

    /// The chain by month of payment, the oldest first: the last `count` months that have payments.
    pub fn ledger_months(&self, count: u32) -> Result<Vec<LedgerMonth>> {
        let sum = |kind: EntryKind| {
            let kind = kind.as_str();
            format!("coalesce(sum(e.amount_ore) FILTER (WHERE e.kind = '{kind}'), 0)")
        };
        let sql = format!(
            "SELECT substr(l.payment_date, 1, 7) AS month, {} AS paid, {} AS distributed,
                    {} AS handed_over, {} AS booked
             FROM entry e JOIN payment_list l ON l.list_no = e.list_no
             WHERE l.payment_date IS NOT NULL
             GROUP BY substr(l.payment_date, 1, 7) ORDER BY month DESC LIMIT ?1",
            sum(EntryKind::Paid),
            sum(EntryKind::Distributed),
            sum(EntryKind::HandedOver),
            sum(EntryKind::Booked)
        );
        let mut months: Vec<LedgerMonth> = self.db.all(&sql, &[&count])?;
        months.reverse();
        Ok(months)
    }

    /// What the ledger holds by kind: of lists that were paid from `from` on, and of older ones.
    pub fn ledger_sums(&self, from: NaiveDate) -> Result<HashMap<EntryKind, LedgerSums>> {
        let older = "l.payment_date < ?1";
        let sql = format!(
            "SELECT e.kind, coalesce(sum(e.amount_ore) FILTER (WHERE NOT coalesce({older}, 1 = 0)), 0)
                        AS recent_ore,
                    coalesce(sum(e.amount_ore) FILTER (WHERE {older}), 0) AS older_ore
             FROM entry e LEFT JOIN payment_list l ON l.list_no = e.list_no GROUP BY e.kind"
        );
        let sums = self
            .db
            .map(&sql, &[&from], |row| Ok((row.get("kind")?, LedgerSums::from_row(row)?)))?;
        Ok(sums.into_iter().collect())
    }
}

/// Lines that become entries by one statement: what it reads and what is gathered of it stays in
/// memory until it ends.
const LINES_AT_ONCE: usize = 20_000;

/// The entries that the order `?1` books.
const ENTRIES_OF_ORDER: &str = "SELECT l.entry_no FROM order_entry l WHERE l.order_no = ?1";

impl Write<'_> {
    /// Writes `paid`, with person none, for every row of a list that becomes a payment.
    pub fn enter_payments(&self, list_no: ListNo, codes: CodeTable) -> Result<u64> {
        let entered = self.enter_paid("p.list_no = ?1", &[&list_no], codes)?;
        self.count_payments(list_no, entered)?;
        Ok(entered)
    }

    /// Writes `paid`, with person none, for one row that has been released.
    pub fn enter_payment(&self, list_no: ListNo, line: u32, codes: CodeTable) -> Result<()> {
        let entered =
            self.enter_paid("p.list_no = ?1 AND p.line = ?2", &[&list_no, &line], codes)?;
        self.count_payments(list_no, entered)
    }

    /// Writes `paid` for the payments of a list in which `condition` holds. They are numbered by their
    /// lines, with gaps where a row is no payment: counting them would take half as long again.
    fn enter_paid(&self, condition: &str, params: Params<'_>, codes: CodeTable) -> Result<u64> {
        self.db.teach_compensation(codes)?;
        let line = |edge: &str| -> Result<Option<i64>> {
            self.db.only(&format!("SELECT {edge}(p.line) FROM payment p WHERE {condition}"), params)
        };
        let (Some(first), Some(last)) = (line("min")?, line("max")?) else { return Ok(0) };
        let EntryNo(number) = self.take_entry_numbers(last - first + 1)?;
        let (event_no, before) = (self.event_no(), number - first);
        let [event, number, from, until] = [1, 2, 3, 4].map(|place| params.len() + place);
        let sql = format!(
            "INSERT INTO entry (entry_no, kind, compensation, period_from, period_until,
                                amount_ore, origin, list_no, line, event_no)
             SELECT ?{number} + p.line, 'paid', compensation(p.payment_code, p.payment_date),
                    p.period_from, p.period_until, p.amount_ore, 'payment', p.list_no, p.line,
                    ?{event}
             FROM payment p WHERE {condition} AND p.line BETWEEN ?{from} AND ?{until}
             ORDER BY p.line"
        );
        let mut entered = 0;
        for from in (first..=last).step_by(LINES_AT_ONCE) {
            let until = from + LINES_AT_ONCE as i64 - 1;
            let mut all = params.to_vec();
            all.extend([&event_no as &dyn ToColumn, &before, &from, &until]);
            entered += self.db.run(&sql, &all)?;
        }
        Ok(entered)
    }

    /// Writes entries that a statement makes of what stands in the database, and numbers them. Its
    /// last two values are the event and the last number that is taken.
    pub(crate) fn enter_many(&self, sql: &str, params: Params<'_>) -> Result<u64> {
        let last = self.last_entry_no()?;
        let event_no = self.event_no();
        let mut all = params.to_vec();
        all.push(&event_no);
        all.push(&last);
        let written = self.db.run(sql, &all)?;
        let count = i64::try_from(written).map_err(|_| StoreError::Damaged("entry"))?;
        self.last_entry_no.set(Some(last + count));
        Ok(written)
    }

    /// Takes `count` numbers of the ledger and gives the first.
    pub(crate) fn take_entry_numbers(&self, count: i64) -> Result<EntryNo> {
        let last = self.last_entry_no()?;
        self.last_entry_no.set(Some(last + count));
        Ok(EntryNo(last + 1))
    }

    /// The last number of the ledger that is taken. It is read once and counted in memory: nobody
    /// else writes meanwhile.
    fn last_entry_no(&self) -> Result<i64> {
        match self.last_entry_no.get() {
            Some(last) => Ok(last),
            None => self.db.only("SELECT coalesce(max(last), 0) FROM entry_number", &[]),
        }
    }

    /// Keeps the last number that this transaction has taken.
    pub(crate) fn keep_entry_numbers(&self) -> Result<()> {
        if let Some(last) = self.last_entry_no.get() {
            self.db.run(
                "INSERT INTO entry_number (one, last) VALUES (1, ?1)
                 ON CONFLICT (one) DO UPDATE SET last = excluded.last",
                &[&last],
            )?;
        }
        Ok(())
    }

    /// Writes one entry.
    pub fn add_entry(&self, entry: &NewEntry<'_>) -> Result<()> {
        let (origin, origin_no) = entry.origin.columns();
        let (list_no, line) = entry.origin.payment().unzip();
        self.db.run(
            "INSERT INTO entry (entry_no, kind, person_no, compensation, period_from, period_until,
                 cost_centre, amount_ore, origin, origin_no, list_no, line, explanation, rendered,
                 event_no)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
            &[
                &self.take_entry_numbers(1)?,
                &entry.kind,
                &entry.person,
                &entry.compensation,
                &entry.period_from,
                &entry.period_until,
                &entry.cost_centre,
                &entry.amount,
                &origin,
                &origin_no,
                &list_no,
                &line,
                &entry.explanation,
                &entry.rendered,
                &self.event_no(),
            ],
        )?;
        Ok(())
    }

    /// Takes one share back by an opposite one in another distribution.
    pub fn take_back_share(&self, entry_no: EntryNo, in_no: DistributionNo) -> Result<()> {
        self.take_back(entry_no, Some(in_no))
    }

    /// Takes what a decision granted back by an opposite entry.
    pub(crate) fn take_back_grant(&self, grant_no: GrantNo) -> Result<()> {
        let entry_no = self.db.only(
            "SELECT entry_no FROM entry
             WHERE origin = 'grant' AND origin_no = ?1 AND corrects IS NULL",
            &[&grant_no],
        )?;
        self.take_back(entry_no, None)
    }

    fn take_back(&self, entry_no: EntryNo, in_no: Option<DistributionNo>) -> Result<()> {
        self.db.run(
            "INSERT INTO entry (entry_no, kind, person_no, compensation, period_from, period_until,
                 cost_centre, amount_ore, origin, origin_no, list_no, line, corrects, event_no)
             SELECT ?3, kind, person_no, compensation, period_from, period_until, cost_centre,
                    -amount_ore, origin, coalesce(?2, origin_no), list_no, line, entry_no, ?4
             FROM entry WHERE entry_no = ?1",
            &[&entry_no, &in_no, &self.take_entry_numbers(1)?, &self.event_no()],
        )?;
        Ok(())
    }

    /// Takes back what stands of a list's `paid` entries, person by person.
    pub fn take_back_payments(&self, list_no: ListNo) -> Result<u64> {
        self.enter_many(
            "INSERT INTO entry (entry_no, kind, person_no, compensation, period_from, period_until,
                 amount_ore, origin, list_no, line, corrects, event_no)
             SELECT ?3 + row_number() OVER (
                        ORDER BY line, person_no NULLS FIRST, compensation, period_from, period_until),
                    'paid', person_no, compensation, period_from, period_until, -sum(amount_ore),
                    'payment', list_no, line, max(entry_no), ?2
             FROM ledger WHERE list_no = ?1 AND kind = 'paid'
             GROUP BY list_no, line, person_no, compensation, period_from, period_until
             HAVING sum(amount_ore) <> 0",
            &[&list_no],
        )
    }

    /// Writes `handed-over` for everything that an order books.
    pub fn enter_handed_over(&self, order_no: OrderNo) -> Result<()> {
        self.enter_many(
            &format!(
                "INSERT INTO entry (entry_no, kind, person_no, compensation, period_from,
                     period_until, cost_centre, amount_ore, origin, origin_no, list_no, line, event_no)
                 SELECT ?3 + row_number() OVER (ORDER BY e.entry_no), 'handed-over', e.person_no,
                        e.compensation, e.period_from, e.period_until, e.cost_centre, e.amount_ore,
                        'order', ?1, e.list_no, e.line, ?2
                 FROM entry e WHERE e.kind = 'distributed' AND e.entry_no IN ({ENTRIES_OF_ORDER})
                 ORDER BY e.entry_no"
            ),
            &[&order_no],
        )?;
        self.count_shares_of_order(order_no)
    }
}
