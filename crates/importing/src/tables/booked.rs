//! The numbers that the finance system has given vouchers (verifikationsnummer).

use chrono::NaiveDate;
use domain::{Finding, FindingCode, Ore};

use super::{Column, Spot, TableLine, TableRead, optional, read_table, required};
use crate::inspect::Inspection;
use crate::limits::Limits;
use crate::refusal::FileRefusal;
use crate::source::Source;
use crate::values::{Flaw, read_kronor};

const COLUMNS: [Column; 6] = [
    required(&["ordernummer", "order", "order_number"]),
    optional(&["verifikation", "voucher"]),
    required(&["verifikationsnummer", "verifikationsnr", "number", "voucher_number"]),
    required(&["bokföringsdag", "dag", "date", "day", "booked_on"]),
    required(&["belopp", "amount"]),
    optional(&["klient", "client"]),
];

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BookedColumn {
    /// The order's number, or the reference of one of its vouchers.
    Order,
    /// The voucher's number within the order.
    Voucher,
    /// Its number in the finance system.
    Number,
    /// The day it was booked there.
    Day,
    /// What it debits.
    Amount,
    /// The client of the finance system.
    Client,
}

/// One line of the table.
#[derive(Clone, Debug)]
pub struct BookedLine {
    /// The order's number, or the reference of one of its vouchers.
    pub order: String,
    /// The voucher's number within the order, from 1; none where the reference says it.
    pub voucher: Option<u32>,
    /// Its number in the finance system.
    pub number: String,
    /// The day it was booked there.
    pub day: NaiveDate,
    /// What it debits, or a part of that.
    pub amount: Ore,
    /// The client of the finance system.
    pub client: Option<String>,
    spots: [Spot; 6],
}

impl BookedLine {
    /// What is wrong with the line, at its place.
    #[must_use]
    pub fn finding(
        &self,
        column: BookedColumn,
        code: FindingCode,
        values: Vec<(String, String)>,
    ) -> Finding {
        self.spots[column as usize].finding(Flaw { code, values })
    }

    /// The line of the file.
    #[must_use]
    pub fn line(&self) -> u32 {
        self.spots[0].line
    }
}

/// Reads the table of voucher numbers.
///
/// # Errors
/// [`FileRefusal`], [`FileRefusal::NoHeader`] among them.
pub fn read_booked(
    source: &mut dyn Source,
    inspection: &Inspection,
    limits: &Limits,
) -> Result<TableRead<BookedLine>, FileRefusal> {
    read_table(source, inspection, limits, &COLUMNS, &mut line)
}

fn line(line: &mut TableLine<'_>) -> Option<BookedLine> {
    let [order, voucher, number, day, amount, client] = [
        BookedColumn::Order,
        BookedColumn::Voucher,
        BookedColumn::Number,
        BookedColumn::Day,
        BookedColumn::Amount,
        BookedColumn::Client,
    ]
    .map(|column| column as usize);
    let spots = [order, voucher, number, day, amount, client].map(|column| line.spot(column));
    let within = line.text(voucher).map(|text| {
        let read = text.parse::<u32>().ok().filter(|number| *number > 0);
        let flaw = || Flaw::new(FindingCode::ValueNotKnown).with("text", &text);
        line.kept(voucher, read.ok_or_else(|| flaw().with("allowed", "1, 2, 3")))
    });
    let sum = line.needed(amount).and_then(|text| line.kept(amount, read_kronor(&text)));
    let on = line.needed(day).and_then(|_| line.date(day));
    let (order, number) = (line.needed(order), line.needed(number));
    let client = line.text(client);
    Some(BookedLine {
        order: order?,
        voucher: within.flatten(),
        number: number?,
        day: on?,
        amount: sum?,
        client,
        spots,
    })
}
