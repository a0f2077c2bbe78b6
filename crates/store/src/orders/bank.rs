//! Which order books what the bank credited for a list.

use domain::Ore;

use crate::lists::ListNo;
use crate::{Read, Result, Write};

impl Read<'_> {
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

    /// Whether an order in force books the bank amount of a list.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn bank_amount_is_booked(&self, list_no: ListNo) -> Result<bool> {
        let booked = self
            .connection
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM order_bank_amount b WHERE b.list_no = ?1
                     AND NOT EXISTS (SELECT 1 FROM order_state s
                         WHERE s.order_no = b.order_no AND s.state = 'withdrawn'))",
            )?
            .query_row([list_no], |row| row.get(0))?;
        Ok(booked)
    }

    /// The standing lists of a distribution whose bank amount no order in force has booked.
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
                   AND l.state = 'committed'
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
}
