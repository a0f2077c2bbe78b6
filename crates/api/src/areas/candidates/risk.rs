//! Money at risk, and what placements cost the city.

use std::collections::HashMap;

use app::App;
use app::candidates::{Escalation, NetRow, RiskRow};
use chrono::NaiveDate;
use domain::deadline::LastDays;
use domain::person::CostCentre;
use domain::{Month, Ore};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AsOf, Names};
use crate::ErrorReply;
use crate::areas::day_of;
use crate::areas::persons::PersonBrief;
use crate::listing::Part;

/// Asks for money at risk.
#[derive(Clone, Debug, Default, Deserialize, TS)]
pub struct RiskRequest {
    /// The day, inclusive; none: the business date.
    #[serde(default)]
    pub as_of: Option<String>,
    /// Sums alone, without rows.
    #[serde(default)]
    pub sums: bool,
}

/// Money of one person, compensation and period.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RiskRowView {
    /// `candidate`, the claim's own state, `lost-unconfirmed` or `lost`.
    pub state: String,
    /// The register's own Person-id.
    pub person: String,
    /// Who it is, as lists show it.
    pub brief: PersonBrief,
    /// The compensation's code.
    pub compensation: String,
    /// Its short name.
    pub compensation_name: String,
    /// The claim's period.
    pub period: String,
    /// Cost centre of the unit; empty where no board answers, or the person is hidden.
    pub unit: String,
    /// Who handles the person's open case; none where nobody does, or the person is hidden.
    pub officer: Option<String>,
    /// How much; nothing where the cost is not known.
    pub amount_ore: i64,
    /// The cautious last day.
    pub cautious: Option<String>,
    /// Moved to the next working day.
    pub statutory: Option<String>,
    /// Days to the cautious day; negative where it has passed.
    pub days_left: Option<i64>,
}

/// What a unit, an officer or a compensation has at risk.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RiskOf {
    /// Cost centre, officer or code of the law; empty: none.
    pub of: String,
    /// Its name.
    pub name: String,
    /// Rows.
    pub count: u64,
    /// Past the cautious day, and still claimable.
    pub overdue_ore: i64,
    /// With a cautious day within 90 days.
    pub within_90_ore: i64,
}

/// Money at risk.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RiskView {
    /// The day that days are counted from.
    pub as_of: String,
    /// Past the cautious day, and still claimable.
    pub overdue_ore: i64,
    /// With a cautious day within 7 days.
    pub within_7_ore: i64,
    /// Within 30 days, those of 7 included.
    pub within_30_ore: i64,
    /// Within 90 days, those of 30 included.
    pub within_90_ore: i64,
    /// Past the statutory day, whether somebody has said so or not.
    pub lost_ore: i64,
    /// Of that, what two persons stand for.
    pub lost_confirmed_ore: i64,
    /// The nearest cautious day first, what is lost last.
    pub rows: Vec<RiskRowView>,
    /// How many in all.
    pub total: u64,
    /// By unit, the most overdue first.
    pub by_unit: Vec<RiskOf>,
    /// By officer, the most overdue first.
    pub by_officer: Vec<RiskOf>,
    /// By compensation, the most overdue first.
    pub by_compensation: Vec<RiskOf>,
}

/// What is told to one recipient.
#[derive(Clone, Debug, Serialize, TS)]
pub struct EscalationView {
    /// Told when so many days are left, or fewer, and more than at the next step.
    pub days: u16,
    /// To whom; empty where the settings do not say.
    pub recipient: String,
    /// How many rows it is about.
    pub count: u64,
    /// What they sum to.
    pub sum_ore: i64,
    /// What it is about, in a line.
    pub subject: String,
    /// The letter.
    pub text: String,
}

/// Who is told what of money at risk.
#[derive(Clone, Debug, Serialize, TS)]
pub struct EscalationsView {
    /// The day that days are counted from.
    pub as_of: String,
    /// By step, the most days first.
    pub steps: Vec<EscalationView>,
}

/// Asks what placements cost the city.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct NetRequest {
    /// First month, `yyyy-mm`.
    pub from: String,
    /// Last month, inclusive.
    pub until: String,
}

/// A person's month.
#[derive(Clone, Debug, Serialize, TS)]
pub struct NetRowView {
    /// The register's own Person-id.
    pub person: String,
    /// Who it is, as lists show it.
    pub brief: PersonBrief,
    /// `yyyy-mm`.
    pub month: String,
    /// What the city has borne.
    pub cost_ore: i64,
    /// Lump sums that came for its days.
    pub lump_sum_ore: i64,
    /// What claims that stand ask for.
    pub claimed_ore: i64,
    /// What is left for the city.
    pub net_ore: i64,
}

/// What placements cost the city.
#[derive(Clone, Debug, Serialize, TS)]
pub struct NetView {
    /// The worst first.
    pub rows: Vec<NetRowView>,
    /// How many in all.
    pub total: u64,
    /// What the city has borne in all of them.
    pub cost_ore: i64,
    /// Lump sums that came for their days.
    pub lump_sum_ore: i64,
    /// What claims that stand ask for.
    pub claimed_ore: i64,
    /// What all of them leave.
    pub net_ore: i64,
}

impl Names {
    fn risk(&self, row: &RiskRow) -> Result<RiskRowView, ErrorReply> {
        let brief = self.brief(row.person)?;
        let day = |of: fn(LastDays) -> NaiveDate| row.last_days.map(|days| of(days).to_string());
        Ok(RiskRowView {
            state: row.state.as_str().to_owned(),
            person: brief.person.clone(),
            compensation: row.compensation.0.clone(),
            compensation_name: self.short(&row.compensation),
            period: row.period.to_string(),
            unit: Names::unit(&brief, row.cost_centre.as_ref()),
            officer: row.officer.clone().filter(|_| !brief.protected),
            amount_ore: row.amount.0,
            cautious: day(|days| days.cautious),
            statutory: day(|days| days.statutory),
            days_left: row.days_left,
            brief,
        })
    }
}

/// Money at risk.
///
/// # Errors
/// When the day cannot be read, or the database cannot be read.
pub fn risk(app: &mut App, request: RiskRequest, part: Part) -> Result<RiskView, ErrorReply> {
    let as_of = day_of("as_of", request.as_of.as_deref())?.unwrap_or_else(|| app.today());
    let risk = app.risk(as_of)?;
    let boards: HashMap<CostCentre, String> = app.boards()?.into_iter().collect();
    let names = Names::of(app, [], as_of)?;
    let by_unit = sums(&risk.rows, as_of, |row| {
        let unit = row.cost_centre.clone().unwrap_or(CostCentre(String::new()));
        (unit.0.clone(), boards.get(&unit).cloned().unwrap_or_default())
    });
    let by_compensation =
        sums(&risk.rows, as_of, |row| (row.compensation.0.clone(), names.short(&row.compensation)));
    let by_officer = sums(&risk.rows, as_of, |row| {
        let officer = row.officer.clone().unwrap_or_default();
        (officer.clone(), officer)
    });
    let total = risk.rows.len() as u64;
    let shown = if request.sums { &[] } else { part.of_all(&risk.rows) };
    let names = Names::of(app, shown.iter().map(|row| row.person), as_of)?;
    let rows: Result<_, ErrorReply> = shown.iter().map(|row| names.risk(row)).collect();
    Ok(RiskView {
        as_of: as_of.to_string(),
        overdue_ore: risk.overdue.0,
        within_7_ore: risk.within_7.0,
        within_30_ore: risk.within_30.0,
        within_90_ore: risk.within_90.0,
        lost_ore: risk.lost.0,
        lost_confirmed_ore: risk.lost_confirmed.0,
        rows: rows?,
        total,
        by_unit,
        by_officer,
        by_compensation,
    })
}

/// Who is told what of money at risk, as texts to send.
///
/// # Errors
/// When the day cannot be read, or the database cannot be read.
pub fn escalations(app: &mut App, request: AsOf) -> Result<EscalationsView, ErrorReply> {
    let as_of = day_of("as_of", request.as_of.as_deref())?.unwrap_or_else(|| app.today());
    let view = |told: Escalation| EscalationView {
        days: told.days,
        recipient: told.recipient,
        count: told.rows as u64,
        sum_ore: told.sum.0,
        subject: told.subject,
        text: told.text,
    };
    let steps = app.escalations(as_of)?.into_iter().map(view).collect();
    Ok(EscalationsView { as_of: as_of.to_string(), steps })
}

/// Sums of what can still be claimed, by what `of` says.
fn sums(
    rows: &[RiskRow],
    as_of: NaiveDate,
    of: impl Fn(&RiskRow) -> (String, String),
) -> Vec<RiskOf> {
    let mut found: HashMap<(String, String), RiskOf> = HashMap::new();
    for row in rows {
        let (Some(days), Some(left)) = (row.last_days, row.days_left) else { continue };
        if days.statutory < as_of {
            continue;
        }
        let (key, name) = of(row);
        let sum = found.entry((key.clone(), name.clone())).or_insert_with(|| RiskOf {
            of: key,
            name,
            count: 0,
            overdue_ore: 0,
            within_90_ore: 0,
        });
        sum.count += 1;
        match left {
            ..0 => sum.overdue_ore += row.amount.0,
            0..=90 => sum.within_90_ore += row.amount.0,
            _ => {}
        }
    }
    let mut all: Vec<RiskOf> = found.into_values().collect();
    all.sort_by(|one, other| {
        let key = |sum: &RiskOf| {
            (std::cmp::Reverse((sum.overdue_ore, sum.within_90_ore)), sum.of.clone())
        };
        key(one).cmp(&key(other))
    });
    all
}

/// What placements cost the city after lump sums and claims.
///
/// # Errors
/// When a month cannot be read, or the database cannot be read.
pub fn net(app: &mut App, request: NetRequest, part: Part) -> Result<NetView, ErrorReply> {
    let found = app.net(month_of("from", &request.from)?, month_of("until", &request.until)?)?;
    let total = found.rows.len() as u64;
    let sum = |of: fn(&NetRow) -> Ore| found.rows.iter().map(of).sum::<Ore>().0;
    let (cost_ore, lump_sum_ore) = (sum(|row| row.cost), sum(|row| row.lump_sum));
    let (claimed_ore, net_ore) = (sum(|row| row.claimed), sum(NetRow::net));
    let shown = part.of_all(&found.rows);
    let names = Names::of(app, shown.iter().map(|row| row.person), app.today())?;
    let rows: Result<Vec<NetRowView>, ErrorReply> = shown
        .iter()
        .map(|row| {
            let brief = names.brief(row.person)?;
            Ok(NetRowView {
                person: brief.person.clone(),
                brief,
                month: row.month.to_string(),
                cost_ore: row.cost.0,
                lump_sum_ore: row.lump_sum.0,
                claimed_ore: row.claimed.0,
                net_ore: row.net().0,
            })
        })
        .collect();
    Ok(NetView { rows: rows?, total, cost_ore, lump_sum_ore, claimed_ore, net_ore })
}

fn month_of(field: &str, text: &str) -> Result<Month, ErrorReply> {
    text.trim().parse().map_err(|_| ErrorReply::bad_request(field, "månad"))
}
