//! Costs that the city has borne: what claims ask for.

use std::collections::HashMap;

use app::App;
use app::costs::{Correction, CostChanges, TypedCost, TypedShare};
use app::model::{CostFilter, CostRecord, CostShare, CostVersion, DraftKind, PersonNo};
use app::persons::PersonShown;
use domain::Ore;
use domain::person::CostCentre;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::day_of;
use super::persons::{PersonBrief, brief, left_out_text};
use crate::listing::Part;
use crate::{ErrorReply, texts};

/// A person's share of a cost.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CostShareView {
    /// The person.
    pub person: PersonBrief,
    /// The part of the cost.
    pub amount_ore: i64,
    /// The part of the persons' own fee.
    pub fee_ore: i64,
    /// The claim that asks for it; none: no claim does.
    pub claim: Option<String>,
    /// How far that has come.
    pub claim_state: Option<String>,
}

/// A cost. Of a protected person's neither unit nor note is told.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CostView {
    /// Its id.
    pub cost: String,
    /// Person-ids of those whom it is for.
    pub persons: Vec<String>,
    /// What each has of it.
    pub shares: Vec<CostShareView>,
    /// Code of the law.
    pub compensation: String,
    /// The compensation's short name.
    pub compensation_name: String,
    /// First day.
    pub from: String,
    /// Last day, inclusive.
    pub until: String,
    /// Without value added tax.
    pub amount_ore: i64,
    /// The persons' own fee.
    pub fee_ore: i64,
    /// What it was for, where it matters.
    pub item: Option<String>,
    /// The same in words.
    pub item_text: String,
    /// Number in the finance system; empty where none is known.
    pub voucher: String,
    /// Cost centre of the unit that bore it; none where it is hidden.
    pub unit: Option<String>,
    /// The unit's name.
    pub unit_name: Option<String>,
    /// A note.
    pub note: String,
    /// The claim that asks for it, of several the first; none: no claim does.
    pub claim: Option<String>,
    /// Whether somebody's share is in no claim.
    pub open: bool,
}

/// Asks for costs.
#[derive(Clone, Debug, Default, Deserialize, TS)]
pub struct CostsRequest {
    /// Only those of which somebody's share is in no claim.
    #[serde(default)]
    pub open: bool,
    /// Cost centre of the unit that bore them; none: any.
    #[serde(default)]
    pub unit: Option<String>,
    /// Code of the law; none: any.
    #[serde(default)]
    pub compensation: Option<String>,
    /// Person-id; none: everybody.
    #[serde(default)]
    pub person: Option<String>,
    /// With days from this one on; none: all.
    #[serde(default)]
    pub from: Option<String>,
    /// With days up to this one, inclusive; none: all.
    #[serde(default)]
    pub until: Option<String>,
    /// With this number in the finance system; none: any.
    #[serde(default)]
    pub voucher: Option<String>,
    /// Read from the file of this draft; none: any, typed ones too.
    #[serde(default)]
    pub draft: Option<String>,
}

/// A page of costs.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CostsPage {
    /// The costs that stand, the latest days first.
    pub costs: Vec<CostView>,
    /// How many in all.
    pub total: u64,
    /// The amounts of all pages.
    pub amount_ore: i64,
    /// The persons' own fees, on all pages.
    pub fee_ore: i64,
    /// What of the amounts is in no claim, on all pages.
    pub open_ore: i64,
    /// Protected persons, whose costs a list of one unit leaves out: all there are.
    pub left_out: u64,
    /// The same in words; empty where nobody is left out.
    pub left_out_text: String,
}

/// Costs that were entered or changed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CostsKept {
    /// As they stand now.
    pub costs: Vec<CostView>,
}

/// Somebody whom a cost is for.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct CostPerson {
    /// Person-id.
    pub person: String,
    /// The part of the cost; none for all: as much for each.
    #[serde(default)]
    pub amount_ore: Option<i64>,
}

/// Enters a cost.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct AddCost {
    /// The client's id; none: a new one.
    #[serde(default)]
    pub id: Option<String>,
    /// Whom it is for.
    pub persons: Vec<CostPerson>,
    /// Code of the law.
    pub compensation: String,
    /// First day.
    pub from: String,
    /// Last day, inclusive.
    pub until: String,
    /// Without value added tax.
    pub amount_ore: i64,
    /// The persons' own fee.
    #[serde(default)]
    pub fee_ore: i64,
    /// What it was for, where it matters: one of `law.items`.
    #[serde(default)]
    pub item: String,
    /// Number in the finance system.
    #[serde(default)]
    pub voucher: String,
    /// Cost centre of the unit that bore it; empty: the board of the first person on the first day.
    #[serde(default)]
    pub unit: String,
    /// A note.
    #[serde(default)]
    pub note: String,
    /// Why it is not the one that is there and looks the same.
    #[serde(default)]
    pub not_the_same: String,
}

/// Puts another cost in the place of one; what is left out stays.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct CorrectCost {
    /// The client's id of the new cost; none: a new one.
    #[serde(default)]
    pub id: Option<String>,
    /// The id of the cost that was wrong.
    pub cost: String,
    /// Why.
    #[serde(default)]
    pub reason: String,
    /// Whom it is for.
    #[serde(default)]
    pub persons: Option<Vec<CostPerson>>,
    /// Code of the law.
    #[serde(default)]
    pub compensation: Option<String>,
    /// First day.
    #[serde(default)]
    pub from: Option<String>,
    /// Last day, inclusive.
    #[serde(default)]
    pub until: Option<String>,
    /// Without value added tax.
    #[serde(default)]
    pub amount_ore: Option<i64>,
    /// The persons' own fee.
    #[serde(default)]
    pub fee_ore: Option<i64>,
    /// What it was for; empty: nothing that matters.
    #[serde(default)]
    pub item: Option<String>,
    /// Number in the finance system.
    #[serde(default)]
    pub voucher: Option<String>,
    /// Cost centre of the unit that bore it.
    #[serde(default)]
    pub unit: Option<String>,
    /// A note.
    #[serde(default)]
    pub note: Option<String>,
    /// Why it is not the one that is there and looks the same.
    #[serde(default)]
    pub not_the_same: String,
}

/// Takes a cost back.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct WithdrawCost {
    /// The client's id of the taking back; none: a new one.
    #[serde(default)]
    pub id: Option<String>,
    /// The id of the cost.
    pub cost: String,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

/// Names a cost.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct CostRequest {
    /// Its id.
    pub cost: String,
}

/// What was written of a cost at one time.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CostVersionView {
    /// What was written.
    pub cost: CostView,
    /// `entered`, `corrected` or `withdrawn`.
    pub what: String,
    /// Why; empty where nobody was asked, or where it is hidden.
    pub reason: String,
    /// Who.
    pub actor: String,
    /// When, in UTC.
    pub at: String,
}

/// A cost with how it came to be.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CostShown {
    /// The cost that was asked for.
    pub cost: CostView,
    /// Whether it stands: neither corrected nor taken back.
    pub stands: bool,
    /// Everything that was written of it, the first first.
    pub versions: Vec<CostVersionView>,
}

/// What views of costs need besides the costs, read once for all of them.
struct Beside<'a> {
    app: &'a App,
    boards: Vec<(CostCentre, String)>,
    shares: HashMap<app::model::CostNo, Vec<CostShare>>,
    persons: HashMap<PersonNo, PersonShown>,
    /// Whether a person who has been opened is shown.
    opens: bool,
}

impl Beside<'_> {
    fn of<'a>(app: &'a App, costs: &[CostRecord], opens: bool) -> Result<Beside<'a>, ErrorReply> {
        let shares = app.shares_of(costs)?;
        let persons = app.persons_shown(shares.values().flatten().map(|share| share.person))?;
        Ok(Beside { app, boards: app.boards()?, shares, persons, opens })
    }

    fn is_hidden(&self, person: PersonNo) -> bool {
        let Some(shown) = self.persons.get(&person) else { return true };
        shown.protected && (!self.opens || self.app.is_closed(person, &shown.line.card))
    }

    fn shares(&self, cost: &CostRecord) -> &[CostShare] {
        self.shares.get(&cost.cost_no).map_or(&[], Vec::as_slice)
    }

    /// Whether unit, note and reason of a cost are hidden.
    fn hides(&self, cost: &CostRecord) -> bool {
        self.shares(cost).iter().any(|share| self.is_hidden(share.person))
    }

    fn share(&self, share: &CostShare) -> Option<CostShareView> {
        let shown = self.persons.get(&share.person)?;
        Some(CostShareView {
            person: brief(shown, self.is_hidden(share.person)),
            amount_ore: share.amount.0,
            fee_ore: share.fee.0,
            claim: share.claim.as_ref().map(|claim| claim.id.clone()),
            claim_state: share.claim.as_ref().map(|claim| claim.state.as_str().to_owned()),
        })
    }

    fn view(&self, cost: &CostRecord) -> Result<CostView, ErrorReply> {
        let content = &cost.content;
        let shares: Vec<CostShareView> =
            self.shares(cost).iter().filter_map(|share| self.share(share)).collect();
        let hidden = self.hides(cost);
        let unit = Some(&content.cost_centre).filter(|_| !hidden);
        let name = |unit| self.boards.iter().find(|(centre, _)| centre == unit);
        let compensation = self.app.law()?.get(&content.compensation);
        let item = content.item.as_deref();
        Ok(CostView {
            cost: cost.id.clone(),
            persons: shares.iter().map(|share| share.person.person.clone()).collect(),
            compensation: content.compensation.0.clone(),
            compensation_name: compensation
                .map(|known| known.short_name.clone())
                .unwrap_or_default(),
            from: content.period.from.to_string(),
            until: content.period.until.to_string(),
            amount_ore: cost.amount.0,
            fee_ore: cost.fee.0,
            item_text: item.map(item_text).unwrap_or_default(),
            item: content.item.clone(),
            voucher: content.voucher.clone(),
            unit_name: unit.and_then(name).map(|(_, name)| name.clone()),
            unit: unit.map(|unit| unit.0.clone()),
            note: if hidden { String::new() } else { content.note.clone() },
            claim: shares.iter().find_map(|share| share.claim.clone()),
            open: shares.iter().any(|share| share.claim.is_none()),
            shares,
        })
    }
}

fn item_text(item: &str) -> String {
    texts::text(&format!("law-item-{item}"), &[])
}

fn filled(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

fn shares_typed(persons: Vec<CostPerson>) -> Vec<TypedShare> {
    let each = persons.into_iter();
    each.map(|one| TypedShare { person: one.person, amount: one.amount_ore.map(Ore) }).collect()
}

/// Costs that stand, the latest days first, with the sums of all pages.
///
/// # Errors
/// When a filter cannot be read, or the database cannot be read.
pub fn list(app: &mut App, request: CostsRequest, part: Part) -> Result<CostsPage, ErrorReply> {
    let cost_centre = filled(request.unit).map(CostCentre);
    let of_unit = cost_centre.is_some();
    let compensation =
        filled(request.compensation).map(|code| app.compensation_named(&code)).transpose()?;
    let filter = CostFilter {
        open: request.open,
        // Which unit bears somebody's costs is protected too.
        unprotected_on: of_unit.then(|| app.protection_day()),
        cost_centre,
        compensation,
        person: filled(request.person).map(|person| app.person_no(&person)).transpose()?,
        from: day_of("from", request.from.as_deref())?,
        until: day_of("until", request.until.as_deref())?,
        voucher: filled(request.voucher),
        draft: filled(request.draft)
            .map(|draft| app.draft(DraftKind::Costs, &draft))
            .transpose()?
            .map(|draft| draft.draft_no),
    };
    let found = app.costs(&filter, part.span(u32::MAX))?;
    let beside = Beside::of(app, &found.costs, false)?;
    let left_out = if of_unit { app.left_out()? } else { 0 };
    Ok(CostsPage {
        costs: found.costs.iter().map(|cost| beside.view(cost)).collect::<Result<_, _>>()?,
        total: found.sums.count,
        amount_ore: found.sums.amount.0,
        fee_ore: found.sums.fee.0,
        open_ore: found.sums.open.0,
        left_out_text: left_out_text(left_out),
        left_out,
    })
}

fn kept(app: &App, cost: &CostRecord) -> Result<CostsKept, ErrorReply> {
    let beside = Beside::of(app, std::slice::from_ref(cost), false)?;
    Ok(CostsKept { costs: vec![beside.view(cost)?] })
}

/// Enters a cost. The same once more changes nothing.
///
/// # Errors
/// Every faulty field at once; or a cost that looks the same is there.
pub fn add(app: &mut App, request: AddCost) -> Result<CostsKept, ErrorReply> {
    let cost = app.add_cost(&TypedCost {
        id: filled(request.id),
        shares: shares_typed(request.persons),
        compensation: request.compensation,
        from: request.from,
        until: request.until,
        amount: Ore(request.amount_ore),
        fee: Ore(request.fee_ore),
        item: request.item,
        voucher: request.voucher,
        unit: request.unit,
        note: request.note,
        not_the_same: request.not_the_same,
    })?;
    kept(app, &cost)
}

/// Puts another cost in the place of one, which stays as it was written.
///
/// # Errors
/// Every faulty field at once; or the cost does not stand, or has left the house in a claim.
pub fn correct(app: &mut App, request: CorrectCost) -> Result<CostsKept, ErrorReply> {
    let correction =
        Correction { id: filled(request.id), cost: request.cost, reason: request.reason };
    let changes = CostChanges {
        shares: request.persons.map(shares_typed),
        compensation: request.compensation,
        from: request.from,
        until: request.until,
        amount: request.amount_ore.map(Ore),
        fee: request.fee_ore.map(Ore),
        item: request.item,
        voucher: request.voucher,
        unit: request.unit,
        note: request.note,
        not_the_same: request.not_the_same,
    };
    let cost = app.correct_cost(&correction, &changes)?;
    kept(app, &cost)
}

/// Takes a cost back that was none; it stays as it was written.
///
/// # Errors
/// When the cost does not stand, or has left the house in a claim.
pub fn withdraw(app: &mut App, request: WithdrawCost) -> Result<CostShown, ErrorReply> {
    let correction =
        Correction { id: filled(request.id), cost: request.cost, reason: request.reason };
    let cost = app.withdraw_cost(&correction)?;
    shown(app, &cost)
}

/// A cost with everything that was written of it.
///
/// # Errors
/// When there is none, or the database cannot be read.
pub fn show(app: &mut App, request: CostRequest) -> Result<CostShown, ErrorReply> {
    let cost = app.cost(&request.cost)?;
    shown(app, &cost)
}

fn shown(app: &App, cost: &CostRecord) -> Result<CostShown, ErrorReply> {
    let versions = app.cost_versions(cost)?;
    let costs: Vec<CostRecord> = versions.iter().map(|version| version.cost.clone()).collect();
    let beside = Beside::of(app, &costs, true)?;
    // What was written at one time may be about somebody whom another time does not name.
    let hidden = costs.iter().any(|cost| beside.hides(cost));
    let last = versions.last();
    let stands = last.is_some_and(|last| last.cost.cost_no == cost.cost_no && !cost.withdrawn);
    let view = |version: &CostVersion| -> Result<CostVersionView, ErrorReply> {
        let cost = &version.cost;
        let mut view = beside.view(cost)?;
        if hidden {
            (view.unit, view.unit_name) = (None, None);
            view.note.clear();
        }
        let what = match (cost.withdrawn, cost.corrects) {
            (true, _) => "withdrawn",
            (false, Some(_)) => "corrected",
            (false, None) => "entered",
        };
        Ok(CostVersionView {
            cost: view,
            what: what.to_owned(),
            reason: if hidden { String::new() } else { cost.reason.clone() },
            actor: version.actor.clone(),
            at: version.at.clone(),
        })
    };
    let versions: Vec<CostVersionView> = versions.iter().map(view).collect::<Result<_, _>>()?;
    let asked = versions.iter().find(|version| version.cost.cost == cost.id);
    let asked = asked.ok_or_else(|| ErrorReply::new("internal", &[]))?.cost.clone();
    Ok(CostShown { cost: asked, stands, versions })
}
