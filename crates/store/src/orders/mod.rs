//! Booking orders: vouchers, postings, states and exported files.

mod bank;
mod files;
mod postings;

use chrono::NaiveDate;
use domain::voucher::Voucher;
use domain::{Month, Ore};
use rusqlite::Row;

pub use files::BookingFile;
pub use postings::{PostingRecord, VoucherRecord};

use crate::columns::certain_day;
use crate::{Read, Result, StoreError, Write};

/// A booking order without its vouchers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderRecord {
    /// This database's number.
    pub order_no: i64,
    /// The client's id.
    pub id: String,
    /// The number in the finance system, such as `MIGV2026-0001`.
    pub number: String,
    /// The year of its number sequence.
    pub year: i32,
    /// Its place in that sequence.
    pub sequence: u32,
    /// The distribution it books.
    pub distribution_no: i64,
    /// The order it takes back.
    pub reverses: Option<i64>,
    /// Voucher date.
    pub voucher_date: NaiveDate,
    /// Accounting period.
    pub period: Month,
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
    /// The audit event.
    pub event_no: i64,
}

/// A step that an order has taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderState {
    /// `created`, `attested`, `handed-over`, `booked`, `withdrawn`.
    pub state: String,
    /// Who.
    pub actor: String,
    /// Whether somebody else had prepared it.
    pub second_person: bool,
    /// Moment in UTC.
    pub at: String,
    /// The audit event; 0 for a step that is about to be taken.
    pub event_no: i64,
}

fn order_of(row: &Row<'_>) -> Result<OrderRecord> {
    let period: String = row.get("period")?;
    Ok(OrderRecord {
        order_no: row.get("order_no")?,
        id: row.get("id")?,
        number: row.get("number")?,
        year: row.get("year")?,
        sequence: row.get("sequence")?,
        distribution_no: row.get("distribution_no")?,
        reverses: row.get("reverses")?,
        voucher_date: certain_day(row, "voucher_date")?,
        period: period.parse().map_err(|_| StoreError::Damaged("booking_order.period"))?,
        business_date: certain_day(row, "business_date")?,
        debit: Ore(row.get("debit_ore")?),
        credit: Ore(row.get("credit_ore")?),
        example: row.get("example")?,
        book: row.get("book")?,
        event_no: row.get("event_no")?,
    })
}

impl Read<'_> {
    fn orders_where(
        &self,
        condition: &str,
        arguments: impl rusqlite::Params,
    ) -> Result<Vec<OrderRecord>> {
        let sql = format!("SELECT * FROM booking_order WHERE {condition} ORDER BY order_no DESC");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(arguments)?;
        let mut orders = Vec::new();
        while let Some(row) = rows.next()? {
            orders.push(order_of(row)?);
        }
        Ok(orders)
    }

    /// The order with that id or number.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn order(&self, id_or_number: &str) -> Result<Option<OrderRecord>> {
        Ok(self.orders_where("id = ?1 OR number = ?1", [id_or_number])?.pop())
    }

    /// Every order, the newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn orders(&self) -> Result<Vec<OrderRecord>> {
        self.orders_where("1", [])
    }

    /// The orders of a distribution, the newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn orders_of(&self, distribution_no: i64) -> Result<Vec<OrderRecord>> {
        self.orders_where("distribution_no = ?1", [distribution_no])
    }

    /// The orders that take an order back, the newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn orders_of_reversed(&self, order_no: i64) -> Result<Vec<OrderRecord>> {
        self.orders_where("reverses = ?1", [order_no])
    }

    /// The steps an order has taken, in order; the last is its present state.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn order_states(&self, order_no: i64) -> Result<Vec<OrderState>> {
        let states = self
            .connection
            .prepare_cached(
                "SELECT state, actor, second_person, at, event_no FROM order_state
                 WHERE order_no = ?1 ORDER BY step",
            )?
            .query_map([order_no], |row| {
                Ok(OrderState {
                    state: row.get(0)?,
                    actor: row.get(1)?,
                    second_person: row.get(2)?,
                    at: row.get(3)?,
                    event_no: row.get(4)?,
                })
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(states)
    }

    /// The order with that number of this database.
    ///
    /// # Errors
    /// When there is none, or the database cannot be read.
    pub fn order_by_no(&self, order_no: i64) -> Result<OrderRecord> {
        self.orders_where("order_no = ?1", [order_no])?
            .pop()
            .ok_or(StoreError::Damaged("booking_order"))
    }

    /// The next number of a year's sequence; numbers are never used again.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn next_sequence(&self, year: i32) -> Result<u32> {
        let next = self
            .connection
            .prepare_cached(
                "SELECT coalesce(max(sequence), 0) + 1 FROM booking_order WHERE year = ?1",
            )?
            .query_row([year], |row| row.get(0))?;
        Ok(next)
    }
}

impl Write<'_> {
    /// Adds an order with its vouchers. `entries` says which ledger entries each source index of
    /// the vouchers stands for.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn add_order(
        &self,
        order: &OrderRecord,
        vouchers: &[Voucher],
        entries: &[i64],
    ) -> Result<i64> {
        self.connection
            .prepare_cached(
                "INSERT INTO booking_order (id, number, year, sequence, distribution_no, reverses,
                     voucher_date, period, business_date, debit_ore, credit_ore, example, book,
                     event_no)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
            )?
            .execute((
                &order.id,
                &order.number,
                order.year,
                order.sequence,
                order.distribution_no,
                order.reverses,
                order.voucher_date.to_string(),
                order.period.to_string(),
                order.business_date.to_string(),
                order.debit.0,
                order.credit.0,
                order.example,
                &order.book,
                self.event_no(),
            ))?;
        let order_no = self.connection.last_insert_rowid();
        for (number, voucher) in (1u32..).zip(vouchers) {
            self.connection
                .prepare_cached("INSERT INTO voucher VALUES (?1, ?2, ?3, ?4)")?
                .execute((order_no, number, voucher.kind.as_str(), &voucher.text))?;
            self.add_postings(order_no, number, voucher, entries)?;
        }
        Ok(order_no)
    }

    /// Records the next step of an order.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn add_order_state(&self, order_no: i64, state: &OrderState) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO order_state
                 SELECT ?1, coalesce(max(step), 0) + 1, ?2, ?3, ?4, ?5, ?6
                 FROM order_state WHERE order_no = ?1",
            )?
            .execute((
                order_no,
                &state.state,
                &state.actor,
                state.second_person,
                &state.at,
                self.event_no(),
            ))?;
        Ok(())
    }
}
