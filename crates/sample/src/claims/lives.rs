//! The lives of a sample's persons: each is known by its place alone.

use chrono::{Datelike, Days, NaiveDate};
use domain::{Month, Ore};

use super::flaws::{Flaw, FlawKind};
use super::table::{Quarter, School, Table};
use crate::draws::{Draws, Stream};
use crate::material::{Board, Material};
use crate::persons::Population;

/// Everybody in a sample.
pub(super) struct Everybody<'m> {
    pub(super) material: &'m Material,
    pub(super) table: &'m Table,
    pub(super) population: Population<'m>,
    pub(super) seed: u64,
    pub(super) anomalies: u64,
}

/// One person's life.
pub(super) struct Life<'m> {
    pub(super) place: u64,
    pub(super) board: &'m Board,
    pub(super) birth: NaiveDate,
    pub(super) kind: Kind<'m>,
    pub(super) flaw: Option<Flaw>,
}

/// What gives a right.
pub(super) enum Kind<'m> {
    /// Schooling.
    Pupil {
        school: &'m School,
        from: NaiveDate,
        /// The last day of one who leaves.
        left: Option<NaiveDate>,
    },
    /// Care with a cost a month.
    Cared { from: NaiveDate, until: NaiveDate, costs: Vec<MonthCost> },
}

/// What a month of care has cost.
#[derive(Clone)]
pub(super) struct MonthCost {
    pub(super) month: Month,
    pub(super) amount: Ore,
    /// What is above the lump sum.
    pub(super) above: Ore,
    pub(super) voucher: u64,
}

/// What should be claimed for a person and quarter.
pub(super) struct Due {
    pub(super) compensation: String,
    pub(super) days: [NaiveDate; 2],
    pub(super) amount: Ore,
}

/// Days into a term on which a pupil may begin: later no last period would end before the new year.
const OFFSETS: u64 = 4;
/// One pupil of so many leaves.
const LEAVERS: u64 = 5;
/// Days after the beginning of a period on which somebody leaves.
const LEFT_AFTER: u64 = 10;

impl<'m> Everybody<'m> {
    pub(super) fn life(&self, place: u64) -> Life<'m> {
        let mut draws = Draws::of(self.seed, Stream::Life, [place, 1]);
        let board = draws.pick(&self.material.boards);
        let flaw = Flaw::of(place, self.anomalies, self.table.pupils_of_ten);
        if self.is_pupil(place) {
            let school = draws.pick(&self.table.schools);
            let birth = within(&mut draws, school.born);
            let kind = self.pupil(&mut draws, school, flaw);
            return Life { place, board, birth, kind, flaw };
        }
        let birth = within(&mut draws, self.table.cared_born);
        let kind = self.cared(&mut draws, place);
        Life { place, board, birth, kind, flaw }
    }

    pub(super) fn is_pupil(&self, place: u64) -> bool {
        place % 10 < self.table.pupils_of_ten
    }

    fn pupil(&self, draws: &mut Draws, school: &'m School, flaw: Option<Flaw>) -> Kind<'m> {
        let [first, _] = self.table.terms[0];
        let late = 28 * draws.below(3);
        let from = first + Days::new(late + draws.below(OFFSETS));
        let starts = self.table.starts(from, None);
        // Somebody whom a list lacks on purpose has not left.
        let may_leave = flaw.is_none_or(|flaw| flaw.kind != FlawKind::NotInList);
        let leaves = draws.once_in(LEAVERS) && may_leave;
        let last = starts[usize::try_from(2 + draws.below(3)).unwrap_or(2)] + Days::new(LEFT_AFTER);
        let quarter = self.quarter_of(last);
        let cut = self.table.school_days(quarter).is_none_or(|days| last >= days.until);
        let left = (leaves && !cut).then_some(last);
        Kind::Pupil { school, from, left }
    }

    fn cared(&self, draws: &mut Draws, place: u64) -> Kind<'m> {
        let [first, _] = self.table.quarters[0].days;
        let months = 3 + draws.below(8);
        let begins = draws.below(12 - months);
        let months: Vec<Month> = (begins..begins + months)
            .map(|number| {
                Month::of(first + chrono::Months::new(u32::try_from(number).unwrap_or(0)))
            })
            .collect();
        let costs: Vec<MonthCost> = (0u64..)
            .zip(&months)
            .map(|(number, month)| {
                let lump_sum = i64::from(month.last_day().day()) * self.table.lump_sum_kronor_a_day;
                let above = Ore(100 * (1_000 + i64::try_from(draws.below(40_000)).unwrap_or(0)));
                let amount = Ore(lump_sum * 100) + above;
                MonthCost { month: *month, amount, above, voucher: 700_000 + place * 20 + number }
            })
            .collect();
        let from = costs.first().map_or(first, |cost| cost.month.first_day());
        let until = costs.last().map_or(first, |cost| cost.month.last_day());
        Kind::Cared { from, until, costs }
    }

    fn quarter_of(&self, day: NaiveDate) -> &'m Quarter {
        let quarters = &self.table.quarters;
        quarters.iter().find(|quarter| quarter.holds(day)).unwrap_or(&quarters[0])
    }

    /// The id of the person at a place.
    pub(super) fn id(place: u64) -> String {
        format!("S{:02}", place + 1)
    }
}

fn within(draws: &mut Draws, [first, last]: [NaiveDate; 2]) -> NaiveDate {
    let days = u64::try_from((last - first).num_days() + 1).unwrap_or(1);
    first + Days::new(draws.below(days))
}

impl Life<'_> {
    /// What should be claimed for a quarter, wrong or not.
    pub(super) fn due(&self, table: &Table, quarter: &Quarter) -> Option<Due> {
        match &self.kind {
            Kind::Pupil { school, from, left } => {
                let starts = table.starts(*from, *left);
                let starts: Vec<NaiveDate> =
                    starts.into_iter().filter(|day| quarter.holds(*day)).collect();
                let (first, last) = (*starts.first()?, *starts.last()?);
                Some(Due {
                    compensation: school.compensation.clone(),
                    days: [first, Table::last_day(last)],
                    amount: school.amount(starts.len()),
                })
            }
            Kind::Cared { costs, .. } => {
                let of_quarter: Vec<&MonthCost> =
                    costs.iter().filter(|cost| quarter.holds(cost.month.first_day())).collect();
                let (first, last) = (of_quarter.first()?, of_quarter.last()?);
                Some(Due {
                    compensation: table.care.clone(),
                    days: [first.month.first_day(), last.month.last_day()],
                    amount: of_quarter.iter().map(|cost| cost.above).sum(),
                })
            }
        }
    }
}
