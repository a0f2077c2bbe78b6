//! Booking orders: vouchers, postings, states and exported files.

use chrono::NaiveDate;
use domain::person::CostCentre;
use domain::voucher::{AccountString, Voucher};
use domain::{Month, Ore};
use rusqlite::{OptionalExtension, Row};

use crate::columns::certain_day;
use crate::lists::ListNo;
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

/// A voucher of an order as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoucherRecord {
    /// Number within the order, from 1.
    pub voucher: u32,
    /// Its kind.
    pub kind: String,
    /// Its text.
    pub text: String,
    /// Its postings.
    pub postings: Vec<PostingRecord>,
}

/// A posting as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostingRecord {
    /// This database's number.
    pub posting_no: i64,
    /// The order it belongs to.
    pub order_no: i64,
    /// Its voucher's number within the order.
    pub voucher: u32,
    /// Number within the voucher, from 1.
    pub posting: u32,
    /// Where it is booked.
    pub account: AccountString,
    /// Debit positive, in öre.
    pub amount: Ore,
    /// Its text.
    pub text: String,
}

/// A file that was made of an order the first time a format was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookingFile {
    /// Its format.
    pub format: String,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
    /// Its bytes.
    pub data: Vec<u8>,
    /// The audit event of the first export.
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

fn posting_of(row: &Row<'_>) -> rusqlite::Result<PostingRecord> {
    Ok(PostingRecord {
        posting_no: row.get("posting_no")?,
        order_no: row.get("order_no")?,
        voucher: row.get("voucher")?,
        posting: row.get("posting")?,
        account: AccountString {
            account: row.get("account")?,
            cost_centre: row.get::<_, Option<String>>("cost_centre")?.map(CostCentre),
            activity: row.get("activity")?,
            counterpart: row.get("counterpart")?,
        },
        amount: Ore(row.get("amount_ore")?),
        text: row.get("text")?,
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

    /// The vouchers of an order with their postings.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn vouchers(&self, order_no: i64) -> Result<Vec<VoucherRecord>> {
        let mut vouchers: Vec<VoucherRecord> = self
            .connection
            .prepare_cached(
                "SELECT voucher, kind, text FROM voucher WHERE order_no = ?1 ORDER BY voucher",
            )?
            .query_map([order_no], |row| {
                Ok(VoucherRecord {
                    voucher: row.get(0)?,
                    kind: row.get(1)?,
                    text: row.get(2)?,
                    postings: Vec::new(),
                })
            })?
            .collect::<rusqlite::Result<_>>()?;
        let mut statement = self.connection.prepare_cached(
            "SELECT * FROM posting WHERE order_no = ?1 AND voucher = ?2 ORDER BY posting",
        )?;
        for voucher in &mut vouchers {
            voucher.postings = statement
                .query_map((order_no, voucher.voucher), posting_of)?
                .collect::<rusqlite::Result<_>>()?;
        }
        Ok(vouchers)
    }

    /// The postings that sum a ledger entry.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn postings_of_entry(&self, entry_no: i64) -> Result<Vec<PostingRecord>> {
        let postings = self
            .connection
            .prepare_cached(
                "SELECT p.* FROM posting p JOIN posting_entry l USING (posting_no)
                 WHERE l.entry_no = ?1 ORDER BY p.order_no, p.voucher, p.posting",
            )?
            .query_map([entry_no], posting_of)?
            .collect::<rusqlite::Result<_>>()?;
        Ok(postings)
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

    /// The file made of an order in a format, if it has been made.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn booking_file(&self, order_no: i64, format: &str) -> Result<Option<BookingFile>> {
        let file = self
            .connection
            .prepare_cached(
                "SELECT format, sha256, data, event_no FROM booking_file
                 WHERE order_no = ?1 AND format = ?2",
            )?
            .query_row((order_no, format), |row| {
                Ok(BookingFile {
                    format: row.get(0)?,
                    sha256: row.get(1)?,
                    data: row.get(2)?,
                    event_no: row.get(3)?,
                })
            })
            .optional()?;
        Ok(file)
    }

    /// Format, SHA-256 and audit event of the files made of an order, the first first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn booking_files(&self, order_no: i64) -> Result<Vec<(String, String, i64)>> {
        let formats = self
            .connection
            .prepare_cached(
                "SELECT format, sha256, event_no FROM booking_file
                 WHERE order_no = ?1 ORDER BY file_no",
            )?
            .query_map([order_no], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(formats)
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

    /// The bank amounts that an order's payment voucher books, by list.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn bank_amounts_of(&self, order_no: i64) -> Result<Vec<(ListNo, Ore)>> {
        let amounts = self
            .connection
            .prepare_cached(
                "SELECT list_no, amount_ore FROM order_bank_amount WHERE order_no = ?1
                 ORDER BY list_no",
            )?
            .query_map([order_no], |row| Ok((row.get(0)?, Ore(row.get(1)?))))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(amounts)
    }

    /// The lists of a distribution whose bank amount no order in force has booked.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn unbooked_bank_amounts(
        &self,
        distribution_no: i64,
    ) -> Result<Vec<(ListNo, Option<Ore>)>> {
        let amounts = self
            .connection
            .prepare_cached(
                "SELECT l.list_no, l.bank_ore FROM payment_list l
                 WHERE l.list_no IN (SELECT list_no FROM distributed_row WHERE distribution_no = ?1)
                   AND NOT EXISTS (
                       SELECT 1 FROM order_bank_amount b
                       WHERE b.list_no = l.list_no
                         AND NOT EXISTS (SELECT 1 FROM order_state s
                             WHERE s.order_no = b.order_no AND s.state = 'withdrawn'))
                 ORDER BY l.list_no",
            )?
            .query_map([distribution_no], |row| {
                Ok((row.get(0)?, row.get::<_, Option<i64>>(1)?.map(Ore)))
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(amounts)
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

    fn add_postings(
        &self,
        order_no: i64,
        number: u32,
        voucher: &Voucher,
        entries: &[i64],
    ) -> Result<()> {
        let mut line = self.connection.prepare_cached(
            "INSERT INTO posting (order_no, voucher, posting, account, cost_centre, activity,
                                  counterpart, amount_ore, text)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?;
        let mut link =
            self.connection.prepare_cached("INSERT INTO posting_entry VALUES (?1, ?2)")?;
        for (place, posting) in (1u32..).zip(&voucher.postings) {
            let account = &posting.account;
            line.execute((
                order_no,
                number,
                place,
                &account.account,
                account.cost_centre.as_ref().map(|centre| &centre.0),
                &account.activity,
                &account.counterpart,
                posting.amount.0,
                &posting.text,
            ))?;
            let posting_no = self.connection.last_insert_rowid();
            for source in &posting.sources {
                let entry = entries.get(*source).ok_or(StoreError::Damaged("posting source"))?;
                link.execute((posting_no, entry))?;
            }
        }
        Ok(())
    }

    /// Records that an order's payment voucher books the bank amount of a list.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn add_bank_amount(&self, order_no: i64, list_no: ListNo, amount: Ore) -> Result<()> {
        self.connection
            .prepare_cached("INSERT INTO order_bank_amount VALUES (?1, ?2, ?3)")?
            .execute((order_no, list_no, amount.0))?;
        Ok(())
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

    /// Keeps the bytes of an order's file in a format that was not made before.
    ///
    /// # Errors
    /// When it was made before, or the database cannot be written.
    pub fn add_booking_file(
        &self,
        order_no: i64,
        format: &str,
        sha256: &str,
        data: &[u8],
    ) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO booking_file (order_no, format, sha256, data, event_no)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute((order_no, format, sha256, data, self.event_no()))?;
        Ok(())
    }
}
