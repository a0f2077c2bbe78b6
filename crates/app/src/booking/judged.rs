//! What can be wrong with a voucher's number, whether it stands in a file or somebody has typed it.

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, NaiveDate};
use domain::voucher::OrderState;
use domain::{AccountingPeriod, Finding, FindingCode, Ore};
use importing::{BookedColumn, BookedLine};
use store::orders::{BookedVoucher, OrderRecord, OrderStep};
use store::periods::PeriodChange;
use store::{OrderNo, Read};

use super::names::read_book;
use crate::Result;
use crate::error::{AppError, RefusalCode};

/// What is wrong with a number. The same codes tell it of a file and of what somebody has typed.
pub(super) struct Fault {
    column: BookedColumn,
    code: RefusalCode,
    values: Vec<(String, String)>,
}

pub(super) fn fault<const N: usize>(
    column: BookedColumn,
    code: RefusalCode,
    values: [(&str, String); N],
) -> Fault {
    let values = values.map(|(name, value)| (name.to_owned(), value)).into();
    Fault { column, code, values }
}

/// Everything that numbers are held against, read once.
pub(super) struct Standing {
    orders: HashMap<String, OrderRecord>,
    ids: HashMap<String, String>,
    steps: HashMap<OrderNo, Vec<OrderStep>>,
    pub(super) debits: HashMap<(OrderNo, u32), Ore>,
    pub(super) booked: HashMap<(OrderNo, u32), BookedVoucher>,
    closed: BTreeMap<AccountingPeriod, PeriodChange>,
    today: NaiveDate,
}

/// A number that is to be kept, of a voucher that is there.
pub(super) struct Numbered<'s> {
    pub(super) order: &'s OrderRecord,
    pub(super) voucher: u32,
    pub(super) number: &'s str,
    pub(super) day: NaiveDate,
}

impl Standing {
    pub(super) fn read(read: &Read<'_>, today: NaiveDate) -> Result<Standing> {
        let orders = read.orders()?.into_iter();
        let orders: HashMap<_, _> = orders.map(|order| (order.number.clone(), order)).collect();
        let booked = read.all_booked_vouchers()?.into_iter();
        Ok(Standing {
            ids: orders.values().map(|order| (order.id.clone(), order.number.clone())).collect(),
            orders,
            steps: read.all_order_steps()?,
            debits: read.voucher_debits()?,
            booked: booked.map(|booked| ((booked.order_no, booked.voucher), booked)).collect(),
            closed: read.period_changes()?,
            today,
        })
    }

    /// The voucher that a file or somebody names: by order and number, or by its reference.
    pub(super) fn voucher(
        &self,
        order: &str,
        voucher: Option<u32>,
    ) -> std::result::Result<(&OrderRecord, u32), Fault> {
        let known = |name: &str| {
            let number = self.ids.get(name).map_or(name, String::as_str);
            self.orders.get(number)
        };
        let by_reference = order
            .rsplit_once('-')
            .and_then(|(order, voucher)| Some((known(order)?, voucher.parse::<u32>().ok()?)));
        let found = match (known(order), voucher, by_reference) {
            (Some(order), Some(voucher), _) => Some((order, voucher)),
            (Some(found), None, _) if self.vouchers_of(found) == 1 => Some((found, 1)),
            (None, voucher, Some((order, of))) if voucher.is_none_or(|voucher| voucher == of) => {
                Some((order, of))
            }
            (Some(found), None, _) => {
                let values = [
                    ("order", order.to_owned()),
                    ("voucher", "?".to_owned()),
                    ("most", self.vouchers_of(found).to_string()),
                ];
                return Err(fault(
                    BookedColumn::Voucher,
                    RefusalCode::BookedVoucherUnknown,
                    values,
                ));
            }
            _ => None,
        };
        let Some((found, voucher)) = found else {
            let code = RefusalCode::BookedOrderUnknown;
            return Err(fault(BookedColumn::Order, code, [("order", order.to_owned())]));
        };
        let most = self.vouchers_of(found);
        if !(1..=most).contains(&voucher) {
            let values = [
                ("order", found.number.clone()),
                ("voucher", voucher.to_string()),
                ("most", most.to_string()),
            ];
            return Err(fault(BookedColumn::Voucher, RefusalCode::BookedVoucherUnknown, values));
        }
        Ok((found, voucher))
    }

    pub(super) fn vouchers_of(&self, order: &OrderRecord) -> u32 {
        let of = self.debits.keys().filter(|(order_no, _)| *order_no == order.order_no);
        of.map(|(_, voucher)| *voucher).max().unwrap_or(0)
    }

    /// What is wrong with a number, and whether its voucher is not among the `others`, which come
    /// with it.
    pub(super) fn judged(&self, one: &Numbered<'_>, others: &[Numbered<'_>]) -> (Vec<Fault>, bool) {
        let of_voucher = |other: &&Numbered<'_>| {
            (other.order.order_no, other.voucher) == (one.order.order_no, one.voucher)
        };
        match others.iter().find(of_voucher) {
            Some(first) if (first.number, first.day) == (one.number, one.day) => {
                (Vec::new(), false)
            }
            Some(first) => (vec![already(first.order, first.voucher, first.number)], false),
            None => (self.faults(one, others), true),
        }
    }

    fn faults(&self, one: &Numbered<'_>, others: &[Numbered<'_>]) -> Vec<Fault> {
        let Numbered { order, voucher, number, day } = one;
        let mut faults = Vec::new();
        let state = self.state(order);
        if !matches!(state, OrderState::HandedOver | OrderState::Booked) {
            let values = [("order", order.number.clone()), ("state", state.as_str().to_owned())];
            faults.push(fault(BookedColumn::Order, RefusalCode::BookedNotHandedOver, values));
        }
        let before = self.booked.get(&(order.order_no, *voucher));
        let other =
            |before: &&BookedVoucher| (before.number.as_str(), before.booked_on) != (*number, *day);
        if let Some(before) = before.filter(other) {
            faults.push(already(order, *voucher, &before.number));
        }
        let same_year = |booked_on: NaiveDate| booked_on.year() == day.year();
        let known = self.booked.values().filter(|known| {
            known.number == *number
                && same_year(known.booked_on)
                && (known.order_no, known.voucher) != (order.order_no, *voucher)
        });
        let beside = others.iter().filter(|other| {
            other.number == *number
                && same_year(other.day)
                && (other.order.order_no, other.voucher) != (order.order_no, *voucher)
        });
        let number_of = |order_no: OrderNo| {
            let found = self.orders.values().find(|order| order.order_no == order_no);
            found.map(|order| order.number.clone()).unwrap_or_default()
        };
        let used = known.map(|known| (number_of(known.order_no), known.voucher));
        let used = used.chain(beside.map(|other| (other.order.number.clone(), other.voucher)));
        if let Some((of, its)) = used.min() {
            let values =
                [("number", (*number).to_owned()), ("order", of), ("voucher", its.to_string())];
            faults.push(fault(BookedColumn::Number, RefusalCode::BookedNumberUsed, values));
        }
        if *day > self.today {
            let values = [("day", day.to_string())];
            faults.push(fault(BookedColumn::Day, RefusalCode::BookedDayNotCome, values));
        } else if *day < order.voucher_date {
            let values = [("day", day.to_string()), ("date", order.voucher_date.to_string())];
            faults.push(fault(BookedColumn::Day, RefusalCode::BookedBeforeVoucherDate, values));
        }
        for period in [order.period, AccountingPeriod::of(*day)] {
            if self.closed.get(&period).is_some_and(|change| change.closed) {
                let values = [("period", period.to_string())];
                faults.push(fault(BookedColumn::Day, RefusalCode::PeriodClosed, values));
                break;
            }
        }
        faults
    }

    fn state(&self, order: &OrderRecord) -> OrderState {
        let steps = self.steps.get(&order.order_no);
        steps.and_then(|steps| steps.last()).map_or(OrderState::Created, |step| step.state)
    }
}

/// A voucher that has another number.
fn already(order: &OrderRecord, voucher: u32, number: &str) -> Fault {
    let values = [
        ("order", order.number.clone()),
        ("voucher", voucher.to_string()),
        ("number", number.to_owned()),
    ];
    fault(BookedColumn::Number, RefusalCode::BookedAlready, values)
}

/// A line of another client's file.
pub(super) fn foreign_client(order: &OrderRecord, line: &BookedLine) -> Result<Option<Finding>> {
    let own = read_book(order)?.settings.client;
    let other = line.client.as_ref().filter(|client| **client != own);
    Ok(other.map(|client| {
        let values = [("client", client.clone()), ("own", own.clone())];
        fault(BookedColumn::Client, RefusalCode::BookedOtherClient, values).of(line)
    }))
}

impl Fault {
    /// Of a line of a file.
    pub(super) fn of(self, line: &BookedLine) -> Finding {
        // Every refusal here has its finding of the same code: a test holds it.
        let code = FindingCode::parse(self.code.as_str()).unwrap_or(FindingCode::ValueNotKnown);
        line.finding(self.column, code, self.values)
    }

    /// Of what somebody has typed.
    pub(super) fn typed(self) -> AppError {
        let field = match self.column {
            BookedColumn::Order | BookedColumn::Client => "order",
            BookedColumn::Voucher => "voucher",
            BookedColumn::Number => "number",
            BookedColumn::Day => "day",
            BookedColumn::Amount => "amount_ore",
        };
        let refused = AppError::refused(self.code).in_field(field);
        self.values.into_iter().fold(refused, |refused, (name, value)| refused.with(&name, value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_refused_when_typed_is_found_in_a_file_under_the_same_code() {
        for code in [
            RefusalCode::BookedOrderUnknown,
            RefusalCode::BookedOtherClient,
            RefusalCode::BookedVoucherUnknown,
            RefusalCode::BookedNotHandedOver,
            RefusalCode::BookedSumDiffers,
            RefusalCode::BookedNumberUsed,
            RefusalCode::BookedAlready,
            RefusalCode::BookedDayNotCome,
            RefusalCode::BookedBeforeVoucherDate,
            RefusalCode::PeriodClosed,
        ] {
            assert!(FindingCode::parse(code.as_str()).is_some(), "{}", code.as_str());
        }
    }
}
