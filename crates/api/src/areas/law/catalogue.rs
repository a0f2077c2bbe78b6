//! Compensations and reference amounts, with their values through time.

use chrono::NaiveDate;
use domain::law::{AgeBound, Ask, Case, Compensation, Counting, Rate, Wording};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::{day_of, day_text};
use crate::explanation::{days_text, value_text, word};
use crate::{ErrorReply, Host, format, texts};

/// Asks for every compensation.
#[derive(Clone, Debug, Default, Deserialize, TS)]
pub struct LawListRequest {
    /// The day whose values are shown; none: the business date.
    #[serde(default)]
    pub on: Option<String>,
}

/// A compensation in the list.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CompensationLine {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its short name.
    pub short_name: String,
    /// Ordinance and section.
    pub law: String,
    /// `without-application`, `municipality`, `region` or `nobody`.
    pub ask: String,
    /// Who asks, in words.
    pub ask_text: String,
    /// What its values are for.
    pub unit: String,
    /// The values of the day in words, case by case; empty where there are none.
    pub values: String,
    /// `checked`, `not-checked`, `hole`, `not-in-force`, `no-values` or `ended`.
    pub state: String,
    /// The state in words.
    pub state_text: String,
    /// Whether any value of the day was not read in its source.
    pub unverified: bool,
    /// When its open values were last held against their sources.
    pub checked_on: Option<String>,
    /// The last day for which they are trusted; none where they are closed.
    pub trusted_until: Option<String>,
    /// Why the program computes no amounts of it; none where it does.
    pub not_computed: Option<String>,
}

/// Every compensation.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LawList {
    /// By ordinance and code.
    pub compensations: Vec<CompensationLine>,
    /// The day whose values are shown.
    pub on: String,
    /// How many have a value on that day that nobody has checked lately.
    pub not_checked: u32,
}

/// Asks for a compensation.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct LawViewRequest {
    /// Its code.
    pub code: String,
}

/// A dated value.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RateView {
    /// Its id in the catalogue.
    pub rate: String,
    /// First day.
    pub valid_from: String,
    /// Last day, inclusive; none until further notice.
    pub valid_until: Option<String>,
    /// In öre, where it is kronor.
    pub amount_ore: Option<i64>,
    /// The value in words, such as `1 000 kr` or `17,45 %`; none at a hole.
    pub value: Option<String>,
    /// The acts that set it.
    pub amended_by: Vec<String>,
    /// Where it was read.
    pub source: String,
    /// Whether it was read there.
    pub verified: bool,
    /// When it was last held against the source.
    pub checked_on: String,
    /// The last day for which it is trusted; none where it is closed.
    pub trusted_until: Option<String>,
    /// What to know about it.
    pub note: Option<String>,
    /// Whether the municipality has entered it.
    pub own: bool,
}

/// A case with its values through time.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LawCaseView {
    /// Its name in the catalogue.
    pub case: String,
    /// When it applies, in words.
    pub text: String,
    /// Its values, the newest first.
    pub rates: Vec<RateView>,
}

/// A wording of a compensation.
#[derive(Clone, Debug, Serialize, TS)]
pub struct WordingView {
    /// First day; none: from the beginning.
    pub from: Option<String>,
    /// Last day, inclusive; none: until further notice.
    pub until: Option<String>,
    /// Its days in words.
    pub days: String,
    /// Whether it holds on the business date.
    pub current: bool,
    /// The act that worded it so, by number in Svensk författningssamling.
    pub sfs: String,
    /// What it changed, in a line; none for the first.
    pub changed: Option<String>,
    /// For whom it holds, where another holds on the same days for others.
    pub for_whom: Option<String>,
    /// Who has the right to it, in a sentence.
    pub whose: String,
    /// By when it is asked for, in a sentence; none where nobody asks.
    pub last_day: Option<String>,
    /// Evidence that a claim needs, in words.
    pub evidence: Vec<String>,
    /// Names of the open questions that its amounts hang on.
    pub open: Vec<String>,
}

/// A compensation with its history.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LawView {
    /// As in the list, on the business date.
    pub line: CompensationLine,
    /// How it is counted, in a sentence.
    pub counting: String,
    /// Who has the right to it, in a sentence.
    pub whose: String,
    /// When it is paid, in a sentence.
    pub payment: String,
    /// By when it is asked for, in a sentence; none where nobody asks.
    pub last_day: Option<String>,
    /// Whether decisions can be appealed, in a sentence.
    pub appeal: String,
    /// Evidence that a claim needs, in words.
    pub evidence: Vec<String>,
    /// Names of the open questions that its amounts hang on.
    pub open: Vec<String>,
    /// Its wordings, the newest first.
    pub wordings: Vec<WordingView>,
    /// Its cases.
    pub cases: Vec<LawCaseView>,
}

/// When a case applies, in words; empty where it always does.
pub(super) fn case_text(case: &Case) -> String {
    let bound = |bound: AgeBound| match bound {
        AgeBound::Years(years) => {
            texts::text("law-age-years", &[("age", app::TextValue::Text(years.to_string()))])
        }
        AgeBound::Limit => texts::text("law-age-limit", &[]),
    };
    let words =
        |id: &str, age: AgeBound| texts::text(id, &[("age", app::TextValue::Text(bound(age)))]);
    let mut parts = Vec::new();
    match (case.limits.age_from, case.limits.age_below) {
        (Some(from), Some(below)) => {
            let values = [
                ("from", app::TextValue::Text(bound(from))),
                ("below", app::TextValue::Text(bound(below))),
            ];
            parts.push(texts::text("law-case-between", &values));
        }
        (Some(from), None) => parts.push(words("law-case-from", from)),
        (None, Some(below)) => parts.push(words("law-case-below", below)),
        (None, None) => {}
    }
    let received = [
        ("law-case-received-from", case.limits.received_from),
        ("law-case-received-until", case.limits.received_until),
    ];
    for (id, day) in received {
        parts.extend(day.map(|day| texts::text(id, &[("day", app::TextValue::Day(day))])));
    }
    let laws = case.limits.settled.iter().map(|law| word(law).replace(':', "-"));
    parts.extend(laws.map(|law| texts::text(&format!("law-settled-{law}"), &[])));
    let named = |id: String| if texts::has(&id) { texts::text(&id, &[]) } else { String::new() };
    if let Some(item) = &case.limits.item {
        parts.push(named(format!("law-item-{item}")));
    } else if parts.is_empty() {
        parts.push(named(format!("law-case-{}", case.name)));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(", ")
}

fn wording_view(wording: &Wording, today: NaiveDate) -> WordingView {
    let words = |prefix: &str, word: String| texts::text(&format!("{prefix}-{word}"), &[]);
    WordingView {
        from: day_text(wording.from),
        until: day_text(wording.until),
        days: days_text(wording.from, wording.until),
        current: wording.holds_on(today),
        sfs: wording.sfs.to_string(),
        changed: wording.changed.clone(),
        for_whom: wording.for_whom.clone(),
        whose: words("law-whose", word(&wording.whose)),
        last_day: wording.last_day.map(|rule| words("law-last-day", word(&rule))),
        evidence: wording.evidence.iter().map(|code| words("law-evidence", code.clone())).collect(),
        open: wording.open.clone(),
    }
}

fn rate_view(compensation: &Compensation, rate: &Rate) -> RateView {
    let kronor = rate.value.filter(|_| compensation.unit.is_kronor());
    RateView {
        rate: rate.id.clone(),
        valid_from: rate.valid_from.to_string(),
        valid_until: day_text(rate.valid_until),
        amount_ore: kronor.and_then(domain::entitlement::ore_of).map(|ore| ore.0),
        value: rate.value.map(|value| value_text(compensation.unit, value)),
        amended_by: rate.amended_by.clone(),
        source: rate.source.clone(),
        verified: rate.verified,
        checked_on: rate.checked_on.to_string(),
        trusted_until: day_text(compensation.trusted_until(rate)),
        note: rate.note.clone(),
        own: rate.own,
    }
}

/// Ordinance and section in words.
pub(in crate::areas) fn law_text(compensation: &Compensation) -> String {
    let section = compensation.section.as_str();
    let ordinance = &*compensation.ordinance;
    // What has no number in the code of statutes has its own words.
    if !ordinance.starts_with(|first: char| first.is_ascii_digit()) {
        return texts::text("law-outside-statutes", &[("ground", ordinance.into())]);
    }
    let id = if section.is_empty() { "law-ordinance" } else { "law-section" };
    texts::text(id, &[("ordinance", ordinance.into()), ("section", section.into())])
}

fn line(compensation: &Compensation, on: NaiveDate) -> CompensationLine {
    let of_day: Vec<(&Case, Option<&Rate>)> = compensation
        .cases
        .iter()
        .map(|case| (case, case.rates.iter().find(|rate| rate.holds_on(on)).map(AsRef::as_ref)))
        .collect();
    let values: Vec<String> = of_day
        .iter()
        .filter_map(|(case, rate)| {
            let value = value_text(compensation.unit, rate.as_ref()?.value?);
            let when = case_text(case);
            Some(if when.is_empty() { value } else { format!("{when}: {value}") })
        })
        .collect();
    let rates = || of_day.iter().filter_map(|(_, rate)| *rate);
    let trusted_until = rates().filter_map(|rate| compensation.trusted_until(rate)).min();
    let ended = matches!(
        compensation.counting,
        Counting::None { because: domain::law::NotComputed::Ended }
    );
    let state = match () {
        () if ended => "ended",
        () if compensation.cases.is_empty() => "no-values",
        () if trusted_until.is_some_and(|day| day < on) => "not-checked",
        () if rates().next().is_none() => "not-in-force",
        () if rates().any(|rate| rate.value.is_none()) => "hole",
        () => "checked",
    };
    let not_computed = compensation.not_computed();
    CompensationLine {
        code: compensation.code.0.clone(),
        name: compensation.name.clone(),
        short_name: compensation.short_name.clone(),
        law: law_text(compensation),
        ask: word(&compensation.ask),
        ask_text: texts::text(&format!("law-ask-{}", word(&compensation.ask)), &[]),
        unit: word(&compensation.unit),
        values: values.join(" · "),
        state: state.to_owned(),
        state_text: texts::text(&format!("law-state-{state}"), &[]),
        unverified: rates().any(|rate| rate.value.is_some() && !rate.verified),
        checked_on: rates().map(|rate| rate.checked_on).min().map(format::day),
        trusted_until: day_text(trusted_until),
        not_computed: not_computed
            .map(|because| texts::text(&format!("law-not-computed-{}", word(&because)), &[])),
    }
}

/// Every compensation and reference amount, with the values of a day.
///
/// # Errors
/// When the day is none.
pub fn list(host: &mut Host, request: LawListRequest) -> Result<LawList, ErrorReply> {
    let law = host.law()?;
    let on = day_of("on", request.on.as_deref())?.unwrap_or_else(|| host.today());
    let mut compensations: Vec<CompensationLine> =
        law.catalogue.iter().map(|compensation| line(compensation, on)).collect();
    // What somebody asks for or gets comes first, then what is over, then what others hang on.
    let rank = |line: &CompensationLine| (line.ask == "nobody", line.state == "ended");
    compensations.sort_by(|a, b| (rank(a), &a.law, &a.code).cmp(&(rank(b), &b.law, &b.code)));
    let not_checked = compensations.iter().filter(|line| line.state == "not-checked").count();
    Ok(LawList {
        compensations,
        on: on.to_string(),
        not_checked: u32::try_from(not_checked).unwrap_or(u32::MAX),
    })
}

/// A compensation with its history.
///
/// # Errors
/// When there is no such compensation.
pub fn view(host: &mut Host, request: LawViewRequest) -> Result<LawView, ErrorReply> {
    let law = host.law()?;
    let compensation = law.compensation(&request.code)?;
    let words = |prefix: &str, word: String| texts::text(&format!("{prefix}-{word}"), &[]);
    let cases = compensation.cases.iter().map(|case| LawCaseView {
        case: case.name.clone(),
        text: case_text(case),
        rates: case.rates.iter().rev().map(|rate| rate_view(compensation, rate)).collect(),
    });
    let appeal = match (compensation.ask, compensation.appealable) {
        (Ask::Nobody, _) => "none",
        (_, true) => "yes",
        (_, false) => "no",
    };
    let today = host.today();
    let wordings: Vec<WordingView> =
        compensation.wordings.iter().rev().map(|wording| wording_view(wording, today)).collect();
    let now = compensation.wording_near(today).map(|wording| wording_view(wording, today));
    let (whose, last_day, evidence, open) = match now {
        Some(now) => (now.whose, now.last_day, now.evidence, now.open),
        None => Default::default(),
    };
    Ok(LawView {
        line: line(compensation, today),
        counting: words("law-counting", word(&compensation.counting)),
        whose,
        payment: words("law-payment", word(&compensation.payment)),
        last_day,
        appeal: texts::text(&format!("law-appeal-{appeal}"), &[]),
        evidence,
        open,
        wordings,
        cases: cases.collect(),
    })
}
