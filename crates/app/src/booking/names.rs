//! The names and settings an order is made with, kept with it so that it reprints the same.

use std::collections::BTreeMap;

use domain::codes::CompensationCode;
use domain::voucher::{AccountRule, AccountString, BookingRules};
use serde::{Deserialize, Serialize};
use store::catalogue::{AccountRow, BANK, OBSERVATION};
use store::orders::OrderRecord;
use store::{Read, StoreError};

use crate::Result;
use crate::error::{AppError, RefusalCode};
use crate::settings::{BookingSettings, Municipality, read_settings};

/// Everything besides the postings that the files and prints of an order are made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderBook {
    /// Whose order it is.
    pub municipality: Municipality,
    /// Settings at the time.
    pub settings: BookingSettings,
    /// Names of accounts.
    pub accounts: BTreeMap<String, String>,
    /// Names of boards by cost centre.
    pub cost_centres: BTreeMap<String, String>,
    /// Names of activities.
    pub activities: BTreeMap<String, String>,
    /// Accounts and fiscal year as they were: an order that takes this one back books on the same.
    pub rules: BookingRules,
    /// Whether key or accounts were examples.
    pub example: bool,
}

fn string_of(row: &AccountRow) -> AccountString {
    AccountString {
        account: row.account.clone(),
        cost_centre: None,
        activity: row.activity.clone(),
        counterpart: row.counterpart.clone(),
    }
}

/// What an order was made with.
pub(crate) fn read_book(order: &OrderRecord) -> Result<OrderBook> {
    Ok(serde_json::from_str(&order.book).map_err(|_| StoreError::Damaged("booking_order.book"))?)
}

/// Reads the book for orders of the fiscal year that begins on `fiscal_year_from`.
pub(crate) fn book_of_today(
    read: &Read<'_>,
    fiscal_year_from: chrono::NaiveDate,
) -> Result<OrderBook> {
    let settings = read_settings(read)?;
    let rows = read.accounts()?;
    let special = |subject: &str, code| {
        rows.iter().find(|row| row.subject == subject).ok_or_else(|| AppError::refused(code))
    };
    let observation = special(OBSERVATION, RefusalCode::NoObservationAccount)?;
    let bank = special(BANK, RefusalCode::NoBankAccount)?;
    let mut accounts: BTreeMap<String, String> =
        rows.iter().map(|row| (row.account.clone(), row.account_name.clone())).collect();
    if let Some(receivable) = &settings.booking.receivable_account {
        let name = settings.booking.receivable_account_name.clone();
        accounts.entry(receivable.clone()).or_insert(name);
    }
    let activities = rows
        .iter()
        .filter_map(|row| Some((row.activity.clone()?, row.activity_name.clone()?)))
        .collect();
    let income = rows
        .iter()
        .filter(|row| row.subject != BANK && row.subject != OBSERVATION)
        .map(|row| {
            let rule = AccountRule {
                account: row.account.clone(),
                activity: row.activity.clone(),
                counterpart: row.counterpart.clone(),
                text: row.text.clone(),
            };
            (CompensationCode(row.subject.clone()), rule)
        })
        .collect();
    let boards = read.boards()?.into_iter().map(|(centre, name)| (centre.0, name)).collect();
    Ok(OrderBook {
        rules: BookingRules {
            observation: string_of(observation),
            bank: string_of(bank),
            income,
            receivable: settings.booking.receivable_account.clone(),
            accrued: BTreeMap::new(),
            earlier_as_income: false,
            fiscal_year_from,
        },
        municipality: settings.municipality,
        settings: settings.booking,
        accounts,
        cost_centres: boards,
        activities,
        example: rows.iter().any(|row| row.example),
    })
}
