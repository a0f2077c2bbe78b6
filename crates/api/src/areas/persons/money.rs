//! The ledger's entries about a person.

use std::collections::BTreeMap;

use app::App;
use app::model::PersonNo;
use domain::Ore;
use serde::Serialize;
use ts_rs::TS;

use crate::ErrorReply;
use crate::areas::day_text;

/// Money of a person: one distributed or paid row.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PersonMoney {
    /// A link of the chain: `cost`, `claimed`, `paid`, `distributed`, `handed-over`, `booked`, …
    pub kind: String,
    /// Compensation.
    pub compensation: Option<String>,
    /// Its short name.
    pub compensation_name: Option<String>,
    /// First day of the period.
    pub period_from: Option<String>,
    /// Last day of the period, inclusive.
    pub period_until: Option<String>,
    /// Cost centre of the board that got it.
    pub cost_centre: Option<String>,
    /// Amount.
    pub amount_ore: i64,
    /// The list's id.
    pub list: Option<String>,
    /// Line in the file.
    pub line: Option<u32>,
    /// The day on which the list was paid.
    pub payment_date: Option<String>,
}

/// What was paid in a month.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PaidMonth {
    /// The month of the payment, `yyyy-mm`.
    pub month: String,
    /// Its sum.
    pub ore: i64,
}

/// What was paid for a person: by the month of the payment, the oldest first, and in all.
pub(super) fn paid_of(money: &[PersonMoney]) -> (Vec<PaidMonth>, i64) {
    let mut months: BTreeMap<String, Ore> = BTreeMap::new();
    for entry in money.iter().filter(|entry| entry.kind == "paid") {
        let day = entry.payment_date.as_ref().or(entry.period_until.as_ref());
        let month = day.and_then(|day| day.get(..7)).unwrap_or_default();
        *months.entry(month.to_owned()).or_default() += Ore(entry.amount_ore);
    }
    let all: Ore = months.values().copied().sum();
    let months = months.into_iter().map(|(month, sum)| PaidMonth { month, ore: sum.0 });
    (months.collect(), all.0)
}

/// Everything in the ledger about a person and those merged into it, in the order of entry.
pub(super) fn money_of(app: &App, person_no: PersonNo) -> Result<Vec<PersonMoney>, ErrorReply> {
    let law = app.law()?;
    let entries = app.entries_of_person(person_no)?;
    let lists = app.lists_by_number()?;
    let each = entries.into_iter().map(|entry| {
        let list = entry.origin.payment().and_then(|(list_no, _)| lists.get(&list_no));
        let code = entry.compensation.clone().map(domain::codes::CompensationCode);
        PersonMoney {
            kind: entry.kind.as_str().to_owned(),
            compensation_name: code
                .and_then(|code| law.get(&code).map(|found| found.short_name.clone())),
            compensation: entry.compensation,
            period_from: day_text(entry.period_from),
            period_until: day_text(entry.period_until),
            cost_centre: entry.cost_centre.map(|centre| centre.0),
            amount_ore: entry.amount.0,
            payment_date: day_text(list.and_then(|list| list.payment_date)),
            list: list.map(|list| list.id.clone()),
            line: entry.origin.payment().map(|(_, line)| line),
        }
    });
    Ok(each.collect())
}
