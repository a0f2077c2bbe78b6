//! The lists of an expected sample, and what they give the answer key.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;

use chrono::{Days, NaiveDate};
use domain::{Month, Ore, Period};
use encoding_rs::WINDOWS_1252;

use super::ExpectedOrder;
use super::flaws::{Flaw, FlawKind, Flaws, spoil};
use super::key::{
    AnomalyRow, CompensationSum, ExpectedAnomaly, ExpectedKey, ExpectedList, OwnCode,
};
use super::lives::{Everybody, Life, Payment};
use super::table::{CityPayment, PaymentKind, Table};
use crate::Result;
use crate::draws::{Draws, Stream};
use crate::rows::tail;
use crate::{REGISTER_FILE, created, record};

/// A row to be written.
struct Row<'m> {
    kind: &'m PaymentKind,
    period: Period,
    amount: Ore,
    /// Whom it is about; none: nobody in particular.
    person: Option<Named>,
    /// The flaw that it belongs to.
    flaw: Option<Flaw>,
}

/// How a row names a person.
struct Named {
    place: u64,
    dossier_number: String,
}

impl<'m> Row<'m> {
    fn of(payment: Payment<'m>, place: u64, dossier_number: String, flaw: Option<Flaw>) -> Row<'m> {
        let Payment { kind, period, amount, .. } = payment;
        Row { kind, period, amount, person: Some(Named { place, dossier_number }), flaw }
    }

    fn code(&self) -> &'m str {
        if self.amount.is_negative() { &self.kind.clawback } else { &self.kind.code }
    }
}

/// The lists while they are written. What it holds grows with persons that have flaws, not with rows.
pub(super) struct Lists<'e> {
    everybody: &'e Everybody<'e>,
    flaws: &'e Flaws,
    months: u64,
    rows_before: u64,
    lists: Vec<ExpectedList>,
    sums: BTreeMap<&'e str, (u64, Ore)>,
    /// By the person's place.
    anomalies: BTreeMap<u64, ExpectedAnomaly>,
}

impl<'e> Lists<'e> {
    pub(super) fn new(everybody: &'e Everybody<'e>, flaws: &'e Flaws, months: u64) -> Lists<'e> {
        Lists {
            everybody,
            flaws,
            months,
            rows_before: 0,
            lists: Vec::new(),
            sums: BTreeMap::new(),
            anomalies: BTreeMap::new(),
        }
    }

    /// Writes the list of a month, from 0, as Windows-1252. A list without rows is none.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub(super) fn write(&mut self, folder: &Path, number: u64) -> Result<()> {
        let paid = usize::try_from(number).ok();
        let days = &self.everybody.table.payment_days;
        let payment_date = paid.and_then(|place| days.get(place).copied()).unwrap_or_default();
        let month = Month::of(payment_date);
        let file = format!("utbetalningslista-{month}.csv");
        let mut list = ExpectedList {
            file,
            month,
            payment_date,
            rows: 0,
            net_ore: Ore::ZERO,
            matched: 0,
            suspense: 0,
            anomalies: 0,
        };
        let mut out = created(folder, &list.file)?;
        out.write_all(&WINDOWS_1252.encode(&record(&self.everybody.material.list_header)).0)?;
        for row in self.city_rows(number) {
            self.write_row(&mut out, &mut list, &row)?;
        }
        for place in 0..self.everybody.population.size {
            for row in self.rows_of(place, number) {
                self.write_row(&mut out, &mut list, &row)?;
            }
        }
        out.flush()?;
        drop(out);
        self.rows_before += list.rows;
        if list.rows == 0 {
            fs::remove_file(folder.join(&list.file))?;
        } else {
            self.lists.push(list);
        }
        Ok(())
    }

    fn write_row(
        &mut self,
        out: &mut impl Write,
        list: &mut ExpectedList,
        row: &Row<'_>,
    ) -> Result<()> {
        let cells = self.cells(row, list.payment_date, list.rows);
        out.write_all(&WINDOWS_1252.encode(&record(&cells)).0)?;
        self.count(list, row);
        Ok(())
    }

    /// The rows of a list that are for nobody in particular. Counts what should have come with it.
    fn city_rows(&mut self, number: u64) -> Vec<Row<'e>> {
        let list = usize::try_from(number).unwrap_or(usize::MAX);
        let payments: Vec<CityPayment<'e>> = self.everybody.table.city_rows(list).collect();
        let row = |CityPayment { kind, period, amount }| {
            self.expect(kind, amount);
            Row { kind, period, amount, person: None, flaw: None }
        };
        payments.into_iter().map(row).collect()
    }

    fn expect(&mut self, kind: &'e PaymentKind, amount: Ore) {
        let sum = self.sums.entry(kind.compensation.as_str()).or_default();
        *sum = (sum.0 + 1, sum.1 + amount);
    }

    /// A person's rows in a list. Counts what should have come with it.
    fn rows_of(&mut self, place: u64, number: u64) -> Vec<Row<'e>> {
        let everybody = self.everybody;
        let life = everybody.life(place);
        let flaw = self.flaws.get(&place).copied();
        let own = everybody.population.dossier_number(place);
        let mut rows = Vec::new();
        for (nth, payment) in life.payments(self.months).enumerate() {
            let flaw = flaw.filter(|flaw| flaw.payment == nth);
            if payment.list == number {
                self.expect(payment.kind, payment.amount);
            }
            let Some(flaw) = flaw else {
                if payment.list == number {
                    rows.push(Row::of(payment, place, own.clone(), None));
                }
                continue;
            };
            let spoilt = spoil(&life, flaw, &payment);
            if payment.list == number {
                self.anomalies
                    .entry(place)
                    .or_insert_with(|| anomaly(place, &life, flaw, &payment));
            }
            let own_row = spoilt.row.filter(|_| payment.list == number);
            let later = spoilt.later.filter(|_| flaw.later == Some(number));
            for payment in own_row.into_iter().chain(later) {
                let dossier_number = if flaw.kind == FlawKind::UnknownPerson {
                    // Numbers from the size on are nobody's.
                    let nobody = everybody.population.size + flaw.number;
                    everybody.population.dossier_number(nobody)
                } else {
                    own.clone()
                };
                rows.push(Row::of(payment, place, dossier_number, Some(flaw)));
            }
        }
        rows
    }

    fn cells(&self, row: &Row<'_>, paid: NaiveDate, nth: u64) -> Vec<String> {
        let everybody = self.everybody;
        let number = self.rows_before + nth;
        let mut draws = Draws::of(everybody.seed, Stream::Row, [number, 0]);
        let decided = paid - Days::new(8 + draws.below(13));
        let text = match everybody.material.text_of(row.code()) {
            "" => row.kind.own_text(),
            text => text,
        };
        let mut cells = vec![
            paid.to_string(),
            decided.to_string(),
            format!("9.9.9-{}-{:05}", Month::of(paid).year(), 101 + number),
            row.code().to_owned(),
            text.to_owned(),
        ];
        match &row.person {
            Some(Named { place, dossier_number }) => {
                let [family, given] = everybody.name(*place);
                cells.extend([dossier_number.clone(), String::new(), family, given]);
            }
            None => cells.extend([const { String::new() }; 4]),
        }
        cells.extend(tail(row.period, row.amount));
        cells
    }

    fn count(&mut self, list: &mut ExpectedList, row: &Row<'_>) {
        let suspense = row.flaw.is_some_and(|flaw| flaw.kind == FlawKind::UnknownPerson);
        list.rows += 1;
        list.net_ore += row.amount;
        list.suspense += u64::from(suspense);
        list.matched += u64::from(!suspense);
        list.anomalies += u64::from(row.flaw.is_some());
        let (Some(_), Some(named)) = (row.flaw, &row.person) else { return };
        if let Some(anomaly) = self.anomalies.get_mut(&named.place) {
            anomaly.rows.push(AnomalyRow {
                file: list.file.clone(),
                // Under a header of one line.
                line: list.rows + 1,
                payment_code: row.code().to_owned(),
                period_from: row.period.from,
                period_until: row.period.until,
                amount_ore: row.amount,
                suspense,
            });
        }
    }

    /// The answer key, but for the day on which it holds.
    pub(super) fn into_key(self, order: &ExpectedOrder, table: &Table) -> ExpectedKey {
        let own_codes = table.own_kinds().flat_map(|kind| {
            [(&kind.code, false), (&kind.clawback, true)].map(|(code, clawback)| OwnCode {
                payment_code: code.clone(),
                compensation: kind.compensation.clone(),
                clawback,
                person_bound: !table.is_city(kind),
                text: kind.own_text().to_owned(),
            })
        });
        let sums = self.sums.iter().map(|(compensation, (payments, sum))| CompensationSum {
            compensation: (*compensation).to_owned(),
            payments: *payments,
            expected_ore: *sum,
        });
        let anomalies: Vec<ExpectedAnomaly> = self.anomalies.into_values().collect();
        ExpectedKey {
            seed: order.seed,
            municipality: table.municipality.clone(),
            as_of: NaiveDate::default(),
            register: REGISTER_FILE.to_owned(),
            persons: order.persons,
            codes: own_codes.collect(),
            compensations: sums.collect(),
            expected_ore: self.sums.values().map(|(_, sum)| *sum).sum(),
            net_ore: self.lists.iter().map(|list| list.net_ore).sum(),
            missing_ore: anomalies.iter().map(|anomaly| anomaly.missing_ore).sum(),
            lists: self.lists,
            anomalies,
        }
    }
}

/// The answer about a payment with a flaw, without its rows.
fn anomaly(place: u64, life: &Life<'_>, flaw: Flaw, payment: &Payment<'_>) -> ExpectedAnomaly {
    let spoilt = spoil(life, flaw, payment);
    let open = payment.amount - spoilt.paid - spoilt.taken;
    ExpectedAnomaly {
        person: Everybody::id(place),
        course: life.course.name.clone(),
        compensation: payment.kind.compensation.clone(),
        period_from: payment.period.from,
        period_until: payment.period.until,
        kind: flaw.kind,
        expected_ore: payment.amount,
        paid_ore: spoilt.paid,
        state: spoilt.told,
        missing_ore: open.max(Ore::ZERO),
        too_much_ore: (-open).max(Ore::ZERO),
        taken_ore: spoilt.taken,
        rows: Vec::new(),
    }
}
