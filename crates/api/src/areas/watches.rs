//! Watches: what must be told, confirmed or renewed about somebody, and by when.

use std::collections::HashSet;

use app::App;
use app::model::PersonNo;
use app::watching::{TypedMark, WatchLine};
use domain::last_day::{Nearness, days_left};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::day_of;
use super::persons::{PersonBrief, briefs_of};
use crate::listing::Part;
use crate::{ErrorReply, texts};

/// Asks for watches.
#[derive(Clone, Debug, Default, Deserialize, TS)]
pub struct WatchesRequest {
    /// Of one person, by Person-id; none: everybody's.
    #[serde(default)]
    pub person: Option<String>,
    /// Due up to this day, inclusive; none: all that are near.
    #[serde(default)]
    pub until: Option<String>,
    /// Of one kind, as `kinds` names it; none: of all.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub kind: Option<String>,
}

/// A watch.
#[derive(Clone, Debug, Serialize, TS)]
pub struct WatchView {
    /// Which watch, of the person's.
    pub watch: String,
    /// Who it is about.
    pub brief: PersonBrief,
    /// The rule's id.
    pub rule: String,
    /// What is to be done, in a sentence.
    pub text: String,
    /// By when.
    pub due: String,
    /// Days left on the business date; negative where the day has passed.
    pub days_left: i64,
    /// `passed`, `within-14`, `within-45` or `later`.
    pub group: String,
    /// The later day that another text gives, in words.
    pub later: Option<String>,
    /// The day of the event.
    pub event: String,
    /// Why it was moved.
    pub moved: Option<String>,
    /// Where the rule was read; empty where it is the program's own.
    pub source: String,
    /// Whether it was read there.
    pub verified: bool,
}

/// Watches that ask for the same.
#[derive(Clone, Debug, Serialize, TS)]
pub struct WatchesOf {
    /// Its name.
    pub kind: String,
    /// What is to be done.
    pub text: String,
    /// How many, whichever kind is asked for.
    pub count: u64,
}

/// A page of watches.
#[derive(Clone, Debug, Serialize, TS)]
pub struct WatchesPage {
    /// Open ones, by day.
    pub watches: Vec<WatchView>,
    /// How many are open in all.
    pub total: u64,
    /// How many have passed.
    pub passed: u64,
    /// How many are due within 14 days.
    pub urgent: u64,
    /// How many of those that are near are done.
    pub done: u64,
    /// By what is to be done, the most first.
    pub kinds: Vec<WatchesOf>,
    /// How many are about protected persons, and so left out.
    pub left_out: u64,
}

/// Marks a watch.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct MarkWatch {
    /// The register's own Person-id.
    pub person: String,
    /// Which watch.
    pub watch: String,
    /// `done`, `moved`, `not-applicable` or `undone`.
    pub mark: String,
    /// The day that it is moved to.
    #[serde(default)]
    pub day: Option<String>,
    /// Why it is moved or there is nothing to do.
    #[serde(default)]
    pub reason: String,
}

fn watch_view(app: &App, line: &WatchLine, brief: PersonBrief) -> WatchView {
    use app::TextValue::Day;
    let later = line.later.map(|day| texts::text("watch-later", &[("day", Day(day))]));
    WatchView {
        watch: line.key.clone(),
        brief,
        rule: line.rule.clone(),
        text: sentence(line),
        due: line.due.to_string(),
        days_left: days_left(line.due, app.today()),
        group: line.nearness.as_str().to_owned(),
        later,
        event: line.event.to_string(),
        moved: line.moved.clone(),
        source: line.source.clone(),
        verified: line.verified,
    }
}

/// What a watch asks for, in a sentence.
fn sentence(line: &WatchLine) -> String {
    use app::TextValue::{Day, Text};
    let kind = line
        .about
        .map_or_else(String::new, |kind| texts::text(&format!("fact-{}", kind.name()), &[]));
    texts::text(&line.text, &[("kind", Text(kind)), ("day", Day(line.event))])
}

/// Kinds with how many watches each has, the most first.
fn kinds_of<'w>(lines: impl Iterator<Item = &'w WatchLine>) -> Vec<WatchesOf> {
    let mut kinds: Vec<WatchesOf> = Vec::new();
    for line in lines {
        if let Some(of) = kinds.iter_mut().find(|of| of.kind == line.text) {
            of.count += 1;
            continue;
        }
        let text = sentence(line);
        // What differs from one to the next stands after the colon.
        let text = match text.split_once(':') {
            Some((what, _)) if line.about.is_some() => what.to_owned(),
            _ => text,
        };
        kinds.push(WatchesOf { kind: line.text.clone(), text, count: 1 });
    }
    kinds.sort_by_key(|of| std::cmp::Reverse(of.count));
    kinds
}

/// Open watches, by day.
///
/// # Errors
/// When there is no such person, or it is protected and nobody has opened it.
pub fn list(app: &mut App, request: WatchesRequest, part: Part) -> Result<WatchesPage, ErrorReply> {
    let until = day_of("until", request.until.as_deref())?;
    let person = request.person.as_deref().map(|id| app.open_person_no(id)).transpose()?;
    let found = app.watches(person)?;
    // The day of a watch may be a birthday: those of protected persons are seen on their own page.
    let protected: HashSet<PersonNo> = match person {
        Some(_) => HashSet::new(),
        None => app.protected_persons()?,
    };
    let is_hidden = |line: &&WatchLine| protected.contains(&line.person);
    let left_out = found.open.iter().filter(is_hidden).count() as u64;
    let kind = request.kind.as_deref().filter(|kind| !kind.is_empty());
    let near = |line: &&WatchLine| !is_hidden(line) && until.is_none_or(|until| line.due <= until);
    let asked = |line: &&WatchLine| near(line) && kind.is_none_or(|kind| line.text == kind);
    let count = |nearness: Nearness| {
        found.open.iter().filter(asked).filter(|line| line.nearness == nearness).count() as u64
    };
    let page = found.open.iter().filter(asked).skip(part.skip()).take(part.most());
    let page: Vec<&WatchLine> = page.collect();
    let briefs = briefs_of(app, page.iter().map(|line| line.person))?;
    let watch = |line: &&WatchLine| Some(watch_view(app, line, briefs.get(&line.person).cloned()?));
    Ok(WatchesPage {
        watches: page.iter().filter_map(watch).collect(),
        total: found.open.iter().filter(asked).count() as u64,
        passed: count(Nearness::Passed),
        urgent: count(Nearness::Urgent),
        done: found.done as u64,
        kinds: kinds_of(found.open.iter().filter(near)),
        left_out,
    })
}

/// Marks a watch as done, moved or not applicable, or takes the mark off; gives the person's watches.
///
/// # Errors
/// When the person has no such watch, the day is none, or the reason is missing.
pub fn mark(app: &mut App, request: MarkWatch) -> Result<WatchesPage, ErrorReply> {
    let reason = request.reason;
    let mark = match request.mark.as_str() {
        "done" => TypedMark::Done,
        "moved" => TypedMark::Moved { day: request.day.unwrap_or_default(), reason },
        "not-applicable" => TypedMark::NotApplicable { reason },
        "undone" => TypedMark::Unmarked,
        other => return Err(ErrorReply::bad_request("mark", other)),
    };
    app.mark_watch(&request.person, &request.watch, &mark)?;
    let of_person = WatchesRequest { person: Some(request.person), ..WatchesRequest::default() };
    list(app, of_person, Part::FIRST)
}
