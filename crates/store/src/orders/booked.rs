//! The numbers that the finance system has given the vouchers of orders, and orders that it refused.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::Ore;

use crate::db::from_row;
use crate::{BookingNo, EventNo, OrderNo, Read, Result, Write};

/// A voucher with the number that the finance system has given it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookedVoucher {
    /// This database's number.
    pub booking_no: BookingNo,
    /// The order.
    pub order_no: OrderNo,
    /// The voucher's number within the order, from 1.
    pub voucher: u32,
    /// Its number in the finance system.
    pub number: String,
    /// The day it was booked there.
    pub booked_on: NaiveDate,
    /// The audit event.
    pub event_no: EventNo,
}

from_row!(BookedVoucher { booking_no, order_no, voucher, number, booked_on, event_no });

/// Numbers that nobody has taken back.
const STANDING: &str = "
    SELECT b.booking_no, b.order_no, b.voucher, b.number, b.booked_on, b.event_no
    FROM voucher_booking b
    WHERE NOT EXISTS (SELECT 1 FROM voucher_unbooking u WHERE u.booking_no = b.booking_no)";

impl Read<'_> {
    /// The vouchers of an order that have a number.
    pub fn booked_vouchers(&self, order_no: OrderNo) -> Result<Vec<BookedVoucher>> {
        let sql = format!("{STANDING} AND b.order_no = ?1 ORDER BY b.voucher");
        self.db.all(&sql, &[&order_no])
    }

    /// Every voucher that has a number.
    pub fn all_booked_vouchers(&self) -> Result<Vec<BookedVoucher>> {
        self.db.all(&format!("{STANDING} ORDER BY b.booking_no"), &[])
    }

    /// What each voucher of every order debits.
    pub fn voucher_debits(&self) -> Result<HashMap<(OrderNo, u32), Ore>> {
        let sql = "SELECT order_no, voucher,
                       coalesce(sum(amount_ore) FILTER (WHERE amount_ore > 0), 0) AS debit_ore
                   FROM posting GROUP BY order_no, voucher";
        let debits = self.db.map(sql, &[], |row| {
            Ok(((row.get("order_no")?, row.get("voucher")?), row.get("debit_ore")?))
        })?;
        Ok(debits.into_iter().collect())
    }

    /// How many vouchers of the year's orders that are handed over have no number.
    pub fn vouchers_without_number(&self, year: i32) -> Result<u64> {
        self.db.only(
            "SELECT count(*) FROM voucher v JOIN booking_order o ON o.order_no = v.order_no
             WHERE o.year = ?1
               AND EXISTS (SELECT 1 FROM order_state s
                           WHERE s.order_no = o.order_no AND s.state = 'handed-over')
               AND NOT EXISTS (SELECT 1 FROM order_state s
                               WHERE s.order_no = o.order_no AND s.state = 'withdrawn')
               AND NOT EXISTS (SELECT 1 FROM voucher_booking b
                    WHERE b.order_no = v.order_no AND b.voucher = v.voucher
                      AND NOT EXISTS (SELECT 1 FROM voucher_unbooking u
                                      WHERE u.booking_no = b.booking_no))",
            &[&year],
        )
    }
}

impl Write<'_> {
    /// Keeps the number of a voucher, and writes `booked` for everything that its postings sum.
    pub fn book_voucher(
        &self,
        order_no: OrderNo,
        voucher: u32,
        number: &str,
        booked_on: NaiveDate,
    ) -> Result<()> {
        let booking_no: BookingNo = self.db.only(
            "INSERT INTO voucher_booking (order_no, voucher, number, booked_on, event_no)
             VALUES (?1, ?2, ?3, ?4, ?5) RETURNING booking_no",
            &[&order_no, &voucher, &number, &booked_on, &self.event_no()],
        )?;
        self.enter_many(
            "INSERT INTO entry (entry_no, kind, person_no, compensation, period_from, period_until,
                 cost_centre, amount_ore, origin, origin_no, list_no, line, event_no)
             SELECT ?5 + row_number() OVER (ORDER BY e.entry_no), 'booked', e.person_no,
                    e.compensation, e.period_from, e.period_until, e.cost_centre, e.amount_ore,
                    'booking', ?3, e.list_no, e.line, ?4
             FROM entry e WHERE e.kind = 'distributed' AND e.entry_no IN
                 (SELECT l.entry_no FROM posting_entry l
                  JOIN posting p ON p.posting_no = l.posting_no
                  WHERE p.order_no = ?1 AND p.voucher = ?2)
             ORDER BY e.entry_no",
            &[&order_no, &voucher, &booking_no],
        )?;
        Ok(())
    }

    /// Takes the number of a voucher back by opposite entries.
    pub fn unbook_voucher(&self, booking_no: BookingNo) -> Result<()> {
        self.db.run(
            "INSERT INTO voucher_unbooking (booking_no, event_no) VALUES (?1, ?2)",
            &[&booking_no, &self.event_no()],
        )?;
        self.take_back_all("booking", booking_no.0)
    }

    /// Takes back by opposite entries that an order was handed over.
    pub fn take_back_handed_over(&self, order_no: OrderNo) -> Result<()> {
        self.take_back_all("order", order_no.0)?;
        self.count_shares_of_order(order_no)
    }

    fn take_back_all(&self, origin: &str, origin_no: i64) -> Result<()> {
        self.enter_many(
            "INSERT INTO entry (entry_no, kind, person_no, compensation, period_from, period_until,
                 cost_centre, amount_ore, origin, origin_no, list_no, line, corrects, event_no)
             SELECT ?4 + row_number() OVER (ORDER BY e.entry_no), e.kind, e.person_no,
                    e.compensation, e.period_from, e.period_until, e.cost_centre, -e.amount_ore,
                    e.origin, e.origin_no, e.list_no, e.line, e.entry_no, ?3
             FROM entry e WHERE e.origin = ?1 AND e.origin_no = ?2 AND e.corrects IS NULL
             ORDER BY e.entry_no",
            &[&origin, &origin_no],
        )?;
        Ok(())
    }
}
