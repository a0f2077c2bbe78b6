//! What waits where: navigation, start page, search.

use app::App;
use app::model::LedgerSums;
use app::payments::Waiting;
use domain::Ore;
use domain::ledger::EntryKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use super::Nothing;
use super::backup::{BackupAgeView, age_view};
use super::payments::{ListStep, ListSummary, summary_of};
use super::persons::{PersonBrief, searched};
use crate::{ErrorReply, format, texts};

/// A section of the navigation.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Section {
    /// `persons`, `payments`, `distribution`, `orders` or `reclaims`.
    pub section: String,
    /// Whether something waits there.
    pub waits: bool,
    /// What waits, in words.
    pub text: String,
}

/// What waits where.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Navigation {
    /// The sections.
    pub sections: Vec<Section>,
}

/// A link of the chain with its sum.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ChainLink {
    /// `paid`, `distributed`, `handed-over` or `booked`.
    pub link: String,
    /// Its label.
    pub label: String,
    /// What the ledger holds of what was paid this year, or in all.
    pub amount_ore: i64,
    /// Less the link before; none for the first.
    pub gap_ore: Option<i64>,
    /// The same of what was paid in earlier years; 0 where these are summed with the others.
    pub older_gap_ore: Option<i64>,
    /// What waits, in words.
    pub waits: String,
}

/// A month of the chain.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ChainMonth {
    /// `yyyy-mm`.
    pub month: String,
    /// Paid.
    pub paid_ore: i64,
    /// Distributed.
    pub distributed_ore: i64,
    /// Handed over.
    pub handed_over_ore: i64,
    /// Booked: the voucher numbers are known.
    pub booked_ore: i64,
    /// The link that all of what was paid has reached: `paid`, `distributed`, `handed-over` or `booked`.
    pub reached: String,
    /// What has not come on from there; none where all is booked.
    pub left_ore: Option<i64>,
}

/// The last link that all of what was paid has reached, and what has not come on from there.
fn reached(paid: i64, later: [(&str, i64); 3]) -> (String, Option<i64>) {
    let mut reached = "paid";
    for (link, amount) in later {
        if amount != paid {
            return (reached.to_owned(), Some(paid - amount));
        }
        reached = link;
    }
    (reached.to_owned(), None)
}

/// Asks for the start page.
#[derive(Clone, Copy, Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct StartRequest {
    /// Sum what was paid in earlier years too.
    pub older: bool,
}

/// The start page.
#[derive(Clone, Debug, Serialize, TS)]
pub struct StartPage {
    /// Persons in the register.
    pub persons: u64,
    /// The lists that wait for something, the newest first.
    pub lists: Vec<ListSummary>,
    /// Whether any list has ever been read.
    pub has_lists: bool,
    /// The chain.
    pub chain: Vec<ChainLink>,
    /// The chain by month of payment, the oldest first, at most twelve.
    pub months: Vec<ChainMonth>,
    /// What lies on the observation account: paid and not distributed.
    pub observation_ore: i64,
    /// How well the database is backed up.
    pub backup: BackupAgeView,
}

/// Searches everything.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct SearchRequest {
    /// Name, number, file, order or amount.
    pub text: String,
}

/// An order or a list that was found.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FoundThing {
    /// `case`, `list` or `order`.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// More about it.
    pub detail: String,
}

/// What was found.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SearchResults {
    /// Persons, at most eight.
    pub persons: Vec<PersonBrief>,
    /// Lists and orders, at most eight.
    pub things: Vec<FoundThing>,
}

pub(super) fn count_text(id: &str, count: u64) -> String {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    texts::text(id, &[("count", app::TextValue::Count(count))])
}

/// What waits in each section.
///
/// # Errors
/// When the database cannot be read.
pub fn navigation(app: &mut App, _: Nothing) -> Result<Navigation, ErrorReply> {
    let Waiting { persons, to_settle, to_distribute, to_book, without_number } = app.waiting()?;
    let reclaims = app.intake_waiting()?;
    let section = |section: &str, waits: u64, id: &str| Section {
        section: section.to_owned(),
        waits: waits > 0,
        text: if waits > 0 { count_text(id, waits) } else { texts::text("waits-nothing", &[]) },
    };
    Ok(Navigation {
        sections: vec![
            Section {
                section: "persons".to_owned(),
                waits: false,
                text: count_text("waits-persons", persons),
            },
            section("payments", to_settle, "waits-lists"),
            section("distribution", to_distribute, "waits-distribution"),
            match to_book {
                0 => section("orders", without_number, "waits-numbers"),
                _ => section("orders", to_book, "waits-orders"),
            },
            match reclaims.overdue {
                0 => section("reclaims", reclaims.silent, "waits-silent"),
                overdue => section("reclaims", overdue, "waits-overdue"),
            },
        ],
    })
}

/// The start page.
///
/// # Errors
/// When the database cannot be read.
pub fn start(app: &mut App, request: StartRequest) -> Result<StartPage, ErrorReply> {
    let lists: Vec<ListSummary> = app.lists_standing()?.iter().map(summary_of).collect();
    let has_lists = !lists.is_empty();
    let open = |list: &ListSummary| !matches!(list.step, ListStep::Done | ListStep::Reversed);
    let sums = app.ledger_sums()?;
    let mut before: Option<LedgerSums> = None;
    let mut observation = Ore::ZERO;
    let mut chain: Vec<ChainLink> = Vec::new();
    for kind in [EntryKind::Paid, EntryKind::Distributed, EntryKind::HandedOver, EntryKind::Booked]
    {
        let mut sum = sums.get(&kind).copied().unwrap_or_default();
        match kind {
            EntryKind::Paid => observation = sum.recent + sum.older,
            EntryKind::Distributed => observation = observation - (sum.recent + sum.older),
            _ => {}
        }
        if request.older {
            sum = LedgerSums { recent: sum.recent + sum.older, older: Ore::ZERO };
        }
        let (amount, link) = (sum.recent, kind.as_str());
        let gap = before.map(|before| (amount - before.recent).0);
        let older_gap = before.map(|before| (sum.older - before.older).0);
        before = Some(sum);
        chain.push(ChainLink {
            link: link.to_owned(),
            label: texts::text(&format!("chain-{link}"), &[]),
            amount_ore: amount.0,
            gap_ore: gap,
            older_gap_ore: older_gap,
            waits: match gap {
                Some(0) | None => texts::text("chain-agrees", &[]),
                Some(_) => texts::text(&format!("chain-waits-{link}"), &[]),
            },
        });
    }
    let months = app.ledger_months()?.into_iter().map(|month| {
        let (paid_ore, distributed_ore) = (month.paid.0, month.distributed.0);
        let (handed_over_ore, booked_ore) = (month.handed_over.0, month.booked.0);
        let later = [
            ("distributed", distributed_ore),
            ("handed-over", handed_over_ore),
            ("booked", booked_ore),
        ];
        let (reached, left_ore) = reached(paid_ore, later);
        let month = month.month;
        ChainMonth {
            month,
            paid_ore,
            distributed_ore,
            handed_over_ore,
            booked_ore,
            reached,
            left_ore,
        }
    });
    Ok(StartPage {
        persons: app.person_count()?,
        has_lists,
        lists: lists.into_iter().filter(open).collect(),
        chain,
        months: months.collect(),
        observation_ore: observation.0,
        backup: age_view(app)?,
    })
}

/// Searches persons, lists and orders.
///
/// # Errors
/// When the database cannot be read.
pub fn search(app: &mut App, request: SearchRequest) -> Result<SearchResults, ErrorReply> {
    let text = request.text.trim();
    if text.is_empty() {
        return Ok(SearchResults { persons: Vec::new(), things: Vec::new() });
    }
    let persons = searched(app, text)?;
    let wanted = text.to_lowercase();
    let mut things: Vec<FoundThing> = super::cases::numbered(app, text)?.into_iter().collect();
    for order in app.orders()? {
        if order.number.to_lowercase().contains(&wanted) {
            let amount = format::amount(order.debit);
            things.push(FoundThing {
                kind: "order".to_owned(),
                id: order.made.id,
                title: order.made.number,
                detail: amount,
            });
        }
    }
    for list in app.payment_lists()? {
        if list.file_name.to_lowercase().contains(&wanted) {
            things.push(FoundThing {
                kind: "list".to_owned(),
                id: list.id,
                title: list.file_name,
                detail: super::day_text(list.payment_date).unwrap_or_default(),
            });
        }
    }
    things.truncate(8);
    Ok(SearchResults { persons, things })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_has_come_as_far_as_all_of_its_money() {
        for (amounts, link, left) in [
            ([1000, 1000, 1000, 1000], "booked", None),
            ([1000, 1000, 1000, 0], "handed-over", Some(1000)),
            ([1000, 1000, 500, 0], "distributed", Some(500)),
            ([1000, 999, 999, 0], "paid", Some(1)),
            ([-500, 0, 0, 0], "paid", Some(-500)),
        ] {
            let [paid, distributed, handed_over, booked] = amounts;
            let later =
                [("distributed", distributed), ("handed-over", handed_over), ("booked", booked)];
            assert_eq!(reached(paid, later), (link.to_owned(), left), "{amounts:?}");
        }
    }
}
