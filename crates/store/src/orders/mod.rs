//! Booking orders: vouchers, postings, states and exported files.

mod bank;
mod booked;
mod files;
mod postings;

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::voucher::{OrderState, Voucher};
use domain::{AccountingPeriod, Ore};

pub use booked::BookedVoucher;
pub use files::BookingFile;
pub use postings::{PostingRecord, VoucherRecord};

use crate::db::{FromRow, Params, Row};
use crate::{DistributionNo, EntryNo, EventNo, OrderNo, Read, Result, StoreError, Write};

/// A booking order without its vouchers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderRecord {
    /// This database's number.
    pub order_no: OrderNo,
    /// What it says.
    pub made: NewOrder,
    /// The audit event.
    pub event_no: EventNo,
}

/// What an order says, before the database has numbered it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewOrder {
    /// The client's id.
    pub id: String,
    /// The number in the finance system, such as `MIGV2026-0001`.
    pub number: String,
    /// The year of its number sequence.
    pub year: i32,
    /// Its place in that sequence.
    pub sequence: u32,
    /// The distribution it books.
    pub distribution_no: DistributionNo,
    /// The order it takes back.
    pub reverses: Option<OrderNo>,
    /// Voucher date.
    pub voucher_date: NaiveDate,
    /// Accounting period.
    pub period: AccountingPeriod,
    /// Business date.
    pub business_date: NaiveDate,
    /// Sum of the debit postings.
    pub debit: Ore,
    /// Sum of the credit postings, without sign.
    pub credit: Ore,
    /// Whether key or accounts were examples.
    pub example: bool,
    /// Names and settings as they were, JSON of the use case.
    pub book: String,
}

impl std::ops::Deref for OrderRecord {
    type Target = NewOrder;
    fn deref(&self) -> &NewOrder {
        &self.made
    }
}

/// A step that an order has taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderStep {
    /// What was done.
    pub made: NewStep,
    /// The audit event.
    pub event_no: EventNo,
}

/// A step that an order is about to take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewStep {
    /// How far it brings the order.
    pub state: OrderState,
    /// Who.
    pub actor: String,
    /// Whether somebody else had prepared it.
    pub second_person: bool,
    /// Moment in UTC.
    pub at: String,
}

impl std::ops::Deref for OrderStep {
    type Target = NewStep;
    fn deref(&self) -> &NewStep {
        &self.made
    }
}

impl FromRow for OrderRecord {
    fn from_row(row: &Row<'_>) -> Result<OrderRecord> {
        Ok(OrderRecord {
            order_no: row.get("order_no")?,
            made: NewOrder {
                id: row.get("id")?,
                number: row.get("number")?,
                year: row.get("year")?,
                sequence: row.get("sequence")?,
                distribution_no: row.get("distribution_no")?,
                reverses: row.get("reverses")?,
                voucher_date: row.get("voucher_date")?,
                period: row.get("period")?,
                business_date: row.get("business_date")?,
                debit: row.get("debit_ore")?,
                credit: row.get("credit_ore")?,
                example: row.get("example")?,
                book: row.get("book")?,
            },
            event_no: row.get("event_no")?,
        })
    }
}

impl FromRow for OrderStep {
    fn from_row(row: &Row<'_>) -> Result<OrderStep> {
        Ok(OrderStep {
            made: NewStep {
                state: row.get("state")?,
                actor: row.get("actor")?,
                second_person: row.get("second_person")?,
                at: row.get("at")?,
            },
            event_no: row.get("event_no")?,
        })
    }
}

const ORDER: &str = "
    SELECT order_no, id, number, year, sequence, distribution_no, reverses, voucher_date, period,
           business_date, debit_ore, credit_ore, example, book, event_no
    FROM booking_order";

impl Read<'_> {
    fn orders_where(&self, condition: &str, params: Params<'_>) -> Result<Vec<OrderRecord>> {
        self.db.all(&format!("{ORDER} WHERE {condition} ORDER BY order_no DESC"), params)
    }

    /// The order with that number, which is what papers say, else with that id.
    pub fn order(&self, id_or_number: &str) -> Result<Option<OrderRecord>> {
        match self.orders_where("number = ?1", &[&id_or_number])?.pop() {
            Some(order) => Ok(Some(order)),
            None => self.order_of_id(id_or_number),
        }
    }

    /// The order with that id.
    pub fn order_of_id(&self, id: &str) -> Result<Option<OrderRecord>> {
        Ok(self.orders_where("id = ?1", &[&id])?.pop())
    }

    /// Every order, the newest first.
    pub fn orders(&self) -> Result<Vec<OrderRecord>> {
        self.orders_where("1 = 1", &[])
    }

    /// How many orders have neither been handed over nor withdrawn.
    pub fn open_order_count(&self) -> Result<u64> {
        self.db.only(
            "SELECT count(*) FROM booking_order o WHERE NOT EXISTS
                 (SELECT 1 FROM order_state s
                  WHERE s.order_no = o.order_no AND s.state NOT IN ('created', 'attested'))",
            &[],
        )
    }

    /// The orders of a distribution, the newest first.
    pub fn orders_of(&self, distribution_no: DistributionNo) -> Result<Vec<OrderRecord>> {
        self.orders_where("distribution_no = ?1", &[&distribution_no])
    }

    /// The orders that take an order back, the newest first.
    pub fn orders_of_reversed(&self, order_no: OrderNo) -> Result<Vec<OrderRecord>> {
        self.orders_where("reverses = ?1", &[&order_no])
    }

    /// The order with that number of this database.
    ///
    /// # Errors
    /// When there is none.
    pub fn order_by_no(&self, order_no: OrderNo) -> Result<OrderRecord> {
        let found = self.orders_where("order_no = ?1", &[&order_no])?.pop();
        found.ok_or(StoreError::Damaged("booking_order"))
    }

    /// The steps an order has taken, in order; the last tells its present state.
    pub fn order_steps(&self, order_no: OrderNo) -> Result<Vec<OrderStep>> {
        self.db.all(
            "SELECT state, actor, second_person, at, event_no FROM order_state
             WHERE order_no = ?1 ORDER BY step",
            &[&order_no],
        )
    }

    /// The steps of every order, in order.
    pub fn all_order_steps(&self) -> Result<HashMap<OrderNo, Vec<OrderStep>>> {
        let mut steps: HashMap<OrderNo, Vec<OrderStep>> = HashMap::new();
        let sql = "SELECT order_no, state, actor, second_person, at, event_no FROM order_state
                   ORDER BY order_no, step";
        self.db.each(sql, &[], |row| -> Result<()> {
            steps.entry(row.get("order_no")?).or_default().push(OrderStep::from_row(row)?);
            Ok(())
        })?;
        Ok(steps)
    }

    /// The numbers that orders are known by.
    pub fn order_numbers(&self) -> Result<Vec<(OrderNo, String)>> {
        self.db.map("SELECT order_no, number FROM booking_order", &[], |row| {
            Ok((row.get("order_no")?, row.get("number")?))
        })
    }

    /// The next number of a year's sequence; numbers are never used again, and what left the house
    /// after a backup that the database was restored from is known by its last one.
    pub fn next_sequence(&self, year: i32) -> Result<u32> {
        self.db.only(
            "SELECT coalesce(max(u.sequence), 0) + 1 FROM (
                 SELECT sequence FROM booking_order WHERE year = ?1
                 UNION ALL SELECT sequence FROM order_floor WHERE year = ?1) u",
            &[&year],
        )
    }
}

impl Write<'_> {
    /// Adds an order with its vouchers. `entries` says which ledger entries each source index of
    /// the vouchers stands for.
    pub fn add_order(
        &self,
        made: NewOrder,
        vouchers: &[Voucher],
        entries: &[EntryNo],
    ) -> Result<OrderRecord> {
        let event_no = self.event_no();
        let order_no = self.db.only(
            "INSERT INTO booking_order (id, number, year, sequence, distribution_no, reverses,
                 voucher_date, period, business_date, debit_ore, credit_ore, example, book, event_no)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
             RETURNING order_no",
            &[
                &made.id,
                &made.number,
                &made.year,
                &made.sequence,
                &made.distribution_no,
                &made.reverses,
                &made.voucher_date,
                &made.period,
                &made.business_date,
                &made.debit,
                &made.credit,
                &made.example,
                &made.book,
                &event_no,
            ],
        )?;
        for (number, voucher) in (1u32..).zip(vouchers) {
            self.db.run(
                "INSERT INTO voucher (order_no, voucher, kind, text) VALUES (?1, ?2, ?3, ?4)",
                &[&order_no, &number, &voucher.kind, &voucher.text],
            )?;
            self.add_postings(order_no, number, voucher, entries)?;
        }
        let mut books =
            self.db.prepare("INSERT INTO order_entry (order_no, entry_no) VALUES (?1, ?2)")?;
        for entry_no in entries {
            books.run(&[&order_no, entry_no])?;
        }
        self.db.run(
            "INSERT INTO order_list (order_no, list_no, amount_ore)
             SELECT l.order_no, e.list_no, sum(e.amount_ore)
             FROM order_entry l JOIN entry e ON e.entry_no = l.entry_no
             WHERE l.order_no = ?1 GROUP BY l.order_no, e.list_no",
            &[&order_no],
        )?;
        self.count_shares_of_order(order_no)?;
        Ok(OrderRecord { order_no, made, event_no })
    }

    /// Records the next step of an order.
    pub fn add_order_step(&self, order_no: OrderNo, step: &NewStep) -> Result<()> {
        self.db.run(
            "INSERT INTO order_state (order_no, step, state, actor, second_person, at, event_no)
             SELECT ?1, coalesce(max(s.step), 0) + 1, ?2, ?3, ?4, ?5, ?6
             FROM order_state s WHERE s.order_no = ?1",
            &[&order_no, &step.state, &step.actor, &step.second_person, &step.at, &self.event_no()],
        )?;
        match step.state {
            OrderState::Withdrawn => self.count_shares_of_order(order_no),
            _ => Ok(()),
        }
    }
}
