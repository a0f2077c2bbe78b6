//! The append-only ledger.

use chrono::NaiveDate;
use domain::Ore;
use domain::codes::CodeTable;
use domain::person::CostCentre;
use rusqlite::functions::FunctionFlags;
use rusqlite::{OptionalExtension, Row};

use crate::columns::{day, day_of};
use crate::lists::ListNo;
use crate::persons::PersonNo;
use crate::{Read, Result, StoreError, Write};

/// One entry of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// This database's number; later entries have higher ones.
    pub entry_no: i64,
    /// `paid`, `distributed`, `handed-over`, `booked`.
    pub kind: String,
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
    /// The payment list and line it comes from.
    pub row: Option<(ListNo, u32)>,
    /// The distribution it belongs to.
    pub distribution_no: Option<i64>,
    /// The booking order it belongs to.
    pub order_no: Option<i64>,
    /// The entry it takes back.
    pub corrects: Option<i64>,
    /// The explanation as data, JSON.
    pub explanation: Option<String>,
    /// The explanation as it was worded then.
    pub rendered: Option<String>,
    /// The audit event that wrote it.
    pub event_no: i64,
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

/// An entry to be written.
#[derive(Clone, Debug)]
pub struct NewEntry<'a> {
    /// `paid`, `distributed`, `handed-over`, `booked`.
    pub kind: &'static str,
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
    /// The payment list and line it comes from.
    pub row: Option<(ListNo, u32)>,
    /// The distribution it belongs to.
    pub distribution_no: Option<i64>,
    /// The explanation as data, JSON.
    pub explanation: Option<&'a str>,
    /// The explanation as it is worded now.
    pub rendered: Option<&'a str>,
}

fn entry_of(row: &Row<'_>) -> Result<Entry> {
    let list_no: Option<ListNo> = row.get("list_no")?;
    let line: Option<u32> = row.get("line")?;
    Ok(Entry {
        entry_no: row.get("entry_no")?,
        kind: row.get("kind")?,
        person: row.get("person_no")?,
        compensation: row.get("compensation")?,
        period_from: day(row, "period_from")?,
        period_until: day(row, "period_until")?,
        cost_centre: row.get::<_, Option<String>>("cost_centre")?.map(CostCentre),
        amount: Ore(row.get("amount_ore")?),
        row: list_no.zip(line),
        distribution_no: row.get("distribution_no")?,
        order_no: row.get("order_no")?,
        corrects: row.get("corrects")?,
        explanation: row.get("explanation")?,
        rendered: row.get("rendered")?,
        event_no: row.get("event_no")?,
    })
}

impl Read<'_> {
    /// Written entries, those that matches have moved aside.
    fn entries_where(
        &self,
        condition: &str,
        arguments: impl rusqlite::Params,
    ) -> Result<Vec<Entry>> {
        self.entries_of("entry", condition, arguments)
    }

    /// Entries of a table or view in which `condition` holds, by number.
    fn entries_of(
        &self,
        table: &str,
        condition: &str,
        arguments: impl rusqlite::Params,
    ) -> Result<Vec<Entry>> {
        let sql = format!("SELECT * FROM {table} WHERE {condition} ORDER BY entry_no");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(arguments)?;
        let mut entries = Vec::new();
        while let Some(row) = rows.next()? {
            entries.push(entry_of(row)?);
        }
        Ok(entries)
    }

    /// Everything the ledger says of one payment row.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn entries_of_row(&self, list_no: ListNo, line: u32) -> Result<Vec<Entry>> {
        self.entries_of("ledger", "list_no = ?1 AND line = ?2", (list_no, line))
    }

    /// The distributed entries of a run.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn distributed_entries(&self, distribution_no: i64) -> Result<Vec<Entry>> {
        self.entries_where("distribution_no = ?1 AND kind = 'distributed'", [distribution_no])
    }

    /// The distributed entries that come from a list's rows and have not been taken back.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn standing_shares_of_list(&self, list_no: ListNo) -> Result<Vec<Entry>> {
        self.entries_where(
            "list_no = ?1 AND kind = 'distributed' AND corrects IS NULL
             AND NOT EXISTS (SELECT 1 FROM entry c WHERE c.corrects = entry.entry_no)",
            [list_no],
        )
    }

    /// The distributed entries of a run that wait for a booking order: those that no order in force
    /// has booked. A share that was taken back before it was booked never needs an order, nor does
    /// its opposite entry.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn unbooked_entries(&self, distribution_no: i64) -> Result<Vec<Entry>> {
        let booked = |entry: &str| {
            format!(
                "EXISTS (SELECT 1 FROM posting_entry l JOIN posting p USING (posting_no)
                         WHERE l.entry_no = {entry}
                           AND NOT EXISTS (SELECT 1 FROM order_state s
                               WHERE s.order_no = p.order_no AND s.state = 'withdrawn'))"
            )
        };
        let condition = format!(
            "distribution_no = ?1 AND kind = 'distributed' AND NOT {}
             AND NOT EXISTS (SELECT 1 FROM entry c WHERE c.corrects = entry.entry_no)
             AND (corrects IS NULL OR {})",
            booked("entry.entry_no"),
            booked("entry.corrects"),
        );
        self.entries_where(&condition, [distribution_no])
    }

    /// The order in force that has booked an entry, if any.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn order_of_entry(&self, entry_no: i64) -> Result<Option<i64>> {
        let order = self
            .connection
            .prepare_cached(
                "SELECT p.order_no FROM posting_entry l JOIN posting p USING (posting_no)
                 WHERE l.entry_no = ?1
                   AND NOT EXISTS (SELECT 1 FROM order_state s
                                   WHERE s.order_no = p.order_no AND s.state = 'withdrawn')
                 LIMIT 1",
            )?
            .query_row([entry_no], |row| row.get(0))
            .optional()?;
        Ok(order)
    }

    /// Every entry that a posting sums.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn entries_of_posting(&self, posting_no: i64) -> Result<Vec<Entry>> {
        self.entries_where(
            "entry_no IN (SELECT entry_no FROM posting_entry WHERE posting_no = ?1)",
            [posting_no],
        )
    }

    /// Everything the ledger says of one person.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn entries_of_person(&self, person: PersonNo) -> Result<Vec<Entry>> {
        self.entries_of("ledger", "person_no = ?1", [person])
    }

    /// Every distributed entry that an order's postings sum.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn entries_of_order(&self, order_no: i64) -> Result<Vec<Entry>> {
        self.entries_where(
            "entry_no IN (SELECT l.entry_no FROM posting_entry l JOIN posting p USING (posting_no)
                          WHERE p.order_no = ?1)",
            [order_no],
        )
    }

    /// The chain by month of payment, the oldest first: the last `count` months that have payments.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn ledger_months(&self, count: u32) -> Result<Vec<LedgerMonth>> {
        let sum =
            |kind: &str| format!("coalesce(sum(e.amount_ore) FILTER (WHERE e.kind = '{kind}'), 0)");
        let sql = format!(
            "SELECT substr(l.payment_date, 1, 7) AS month, {}, {}, {}, {}
             FROM entry e JOIN payment_list l USING (list_no)
             WHERE l.payment_date IS NOT NULL GROUP BY month ORDER BY month DESC LIMIT ?1",
            sum("paid"),
            sum("distributed"),
            sum("handed-over"),
            sum("booked")
        );
        let mut months: Vec<LedgerMonth> = self
            .connection
            .prepare_cached(&sql)?
            .query_map([count], |row| {
                Ok(LedgerMonth {
                    month: row.get(0)?,
                    paid: Ore(row.get(1)?),
                    distributed: Ore(row.get(2)?),
                    handed_over: Ore(row.get(3)?),
                    booked: Ore(row.get(4)?),
                })
            })?
            .collect::<rusqlite::Result<_>>()?;
        months.reverse();
        Ok(months)
    }

    /// What the ledger holds in all of one kind, in öre.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn ledger_sum(&self, kind: &str) -> Result<Ore> {
        let sum = self
            .connection
            .prepare_cached("SELECT coalesce(sum(amount_ore), 0) FROM entry WHERE kind = ?1")?
            .query_row([kind], |row| row.get(0))?;
        Ok(Ore(sum))
    }
}

/// The columns that the two entries of a movement share with their row.
const ROW_COLUMNS: &str = "compensation(r.payment_code, r.payment_date), r.period_from, \
                           r.period_until";

impl Write<'_> {
    /// Teaches SQL the code table, so that entries are made inside the database.
    ///
    /// # Errors
    /// When the database refuses the function.
    fn teach_codes(&self, codes: CodeTable) -> Result<()> {
        self.connection.create_scalar_function(
            "compensation",
            2,
            FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_UTF8,
            move |arguments| {
                let code = arguments.get_raw(0).as_str().unwrap_or_default();
                let date = arguments.get_raw(1).as_str().ok().and_then(|text| day_of(text).ok());
                let entry = date.and_then(|date| codes.get(code, date));
                Ok(entry.and_then(|entry| entry.compensation.as_ref()).map(|code| code.0.clone()))
            },
        )?;
        Ok(())
    }

    /// Writes `paid`, with person none, for every row of a list that becomes a payment.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn enter_payments(&self, list_no: ListNo, codes: CodeTable) -> Result<u64> {
        self.teach_codes(codes)?;
        let written = self.connection.execute(
            &format!(
                "INSERT INTO entry (kind, compensation, period_from, period_until, amount_ore,
                                    list_no, line, event_no)
                 SELECT 'paid', {ROW_COLUMNS}, r.amount_ore, r.list_no, r.line, ?2
                 FROM payment_row r WHERE r.list_no = ?1 AND r.state IN (0, 2, 4) ORDER BY r.line"
            ),
            (list_no, self.event_no()),
        )?;
        Ok(written as u64)
    }

    /// Writes `paid`, with person none, for one row that has been released.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn enter_payment(&self, list_no: ListNo, line: u32, codes: CodeTable) -> Result<()> {
        self.teach_codes(codes)?;
        self.connection.execute(
            &format!(
                "INSERT INTO entry (kind, compensation, period_from, period_until, amount_ore,
                                    list_no, line, event_no)
                 SELECT 'paid', {ROW_COLUMNS}, r.amount_ore, r.list_no, r.line, ?3
                 FROM payment_row r WHERE r.list_no = ?1 AND r.line = ?2"
            ),
            (list_no, line, self.event_no()),
        )?;
        Ok(())
    }

    /// Takes `count` numbers of the ledger and gives the first.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub(crate) fn take_entry_numbers(&self, count: i64) -> Result<i64> {
        let last: Option<i64> = self
            .connection
            .prepare_cached(
                "UPDATE sqlite_sequence SET seq = seq + ?1 WHERE name = 'entry' RETURNING seq",
            )?
            .query_row([count], |row| row.get(0))
            .optional()?;
        // Whatever is matched has been paid, which has taken numbers before.
        last.map(|last| last - count + 1).ok_or(StoreError::Damaged("entry"))
    }

    /// Writes one entry and says its number.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn add_entry(&self, entry: &NewEntry<'_>) -> Result<i64> {
        let (list_no, line) = entry.row.unzip();
        self.connection
            .prepare_cached(
                "INSERT INTO entry (kind, person_no, compensation, period_from, period_until,
                     cost_centre, amount_ore, list_no, line, distribution_no, explanation, rendered,
                     event_no)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
            )?
            .execute((
                entry.kind,
                entry.person,
                entry.compensation,
                entry.period_from.map(|day| day.to_string()),
                entry.period_until.map(|day| day.to_string()),
                entry.cost_centre,
                entry.amount.0,
                list_no,
                line,
                entry.distribution_no,
                entry.explanation,
                entry.rendered,
                self.event_no(),
            ))?;
        Ok(self.connection.last_insert_rowid())
    }

    /// Takes one entry back by an opposite one, in `distribution_no` where it is a share.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn take_back(&self, entry_no: i64, distribution_no: Option<i64>) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO entry (kind, person_no, compensation, period_from, period_until,
                     cost_centre, amount_ore, list_no, line, distribution_no, corrects, event_no)
                 SELECT kind, person_no, compensation, period_from, period_until, cost_centre,
                        -amount_ore, list_no, line, ?2, entry_no, ?3
                 FROM entry WHERE entry_no = ?1",
            )?
            .execute((entry_no, distribution_no, self.event_no()))?;
        Ok(())
    }

    /// Takes back what stands of a list's `paid` entries, person by person.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn take_back_payments(&self, list_no: ListNo) -> Result<u64> {
        let written = self.connection.execute(
            "INSERT INTO entry (kind, person_no, compensation, period_from, period_until,
                 amount_ore, list_no, line, corrects, event_no)
             SELECT 'paid', person_no, compensation, period_from, period_until, -sum(amount_ore),
                    list_no, line, max(entry_no), ?2
             FROM ledger WHERE list_no = ?1 AND kind = 'paid'
             GROUP BY line, person_no, compensation, period_from, period_until
             HAVING sum(amount_ore) <> 0",
            (list_no, self.event_no()),
        )?;
        Ok(written as u64)
    }

    /// Writes `handed-over` for everything that an order's postings sum.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn enter_handed_over(&self, order_no: i64) -> Result<()> {
        self.connection.execute(
            "INSERT INTO entry (kind, person_no, compensation, period_from, period_until,
                 cost_centre, amount_ore, list_no, line, distribution_no, order_no, event_no)
             SELECT 'handed-over', person_no, compensation, period_from, period_until, cost_centre,
                    amount_ore, list_no, line, distribution_no, ?1, ?2
             FROM entry WHERE kind = 'distributed' AND entry_no IN (
                 SELECT l.entry_no FROM posting_entry l JOIN posting p USING (posting_no)
                 WHERE p.order_no = ?1)
             ORDER BY entry_no",
            (order_no, self.event_no()),
        )?;
        Ok(())
    }
}
