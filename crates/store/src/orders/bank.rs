//! Which order books what the bank credited for a list.

use domain::Ore;

use crate::{DistributionNo, ListNo, OrderNo, Read, Result, Write};

impl Read<'_> {
    /// The bank amounts that an order's payment voucher books, by list.
    pub fn bank_amounts_of(&self, order_no: OrderNo) -> Result<Vec<(ListNo, Ore)>> {
        self.db.map(
            "SELECT list_no, amount_ore FROM order_bank_amount WHERE order_no = ?1 ORDER BY list_no",
            &[&order_no],
            |row| Ok((row.get("list_no")?, row.get("amount_ore")?)),
        )
    }

    /// The orders in force that book the bank amount of a list.
    pub fn orders_of_bank_amount(&self, list_no: ListNo) -> Result<Vec<OrderNo>> {
        self.db.all(
            "SELECT order_no FROM live_bank_amount WHERE list_no = ?1 ORDER BY order_no",
            &[&list_no],
        )
    }

    /// Whether an order in force books the bank amount of a list.
    pub fn bank_amount_is_booked(&self, list_no: ListNo) -> Result<bool> {
        self.db
            .only("SELECT EXISTS (SELECT 1 FROM live_bank_amount WHERE list_no = ?1)", &[&list_no])
    }

    /// The standing lists of a distribution whose bank amount no order in force has booked.
    pub fn unbooked_bank_amounts(
        &self,
        distribution_no: DistributionNo,
    ) -> Result<Vec<(ListNo, Option<Ore>)>> {
        self.db.map(
            "SELECT l.list_no, l.bank_ore FROM payment_list l
             WHERE l.list_no IN (SELECT list_no FROM standing_row WHERE distribution_no = ?1)
               AND l.state = 'committed'
               AND NOT EXISTS (SELECT 1 FROM live_bank_amount b WHERE b.list_no = l.list_no)
             ORDER BY l.list_no",
            &[&distribution_no],
            |row| Ok((row.get("list_no")?, row.get("bank_ore")?)),
        )
    }
}

impl Write<'_> {
    /// Records that an order's payment voucher books the bank amount of a list.
    pub fn add_bank_amount(&self, order_no: OrderNo, list_no: ListNo, amount: Ore) -> Result<()> {
        self.db.run(
            "INSERT INTO order_bank_amount (order_no, list_no, amount_ore) VALUES (?1, ?2, ?3)",
            &[&order_no, &list_no, &amount],
        )?;
        Ok(())
    }
}
