//! What is watched, from `assets/watches`: text to checked rules.
//!
//! A file holds any number of `[[watch]]`. They are refused with every fault by file and line, as the
//! compensations are.

use std::ops::Range;

use chrono::{Days, NaiveDate};
use domain::codes::CompensationCode;
use domain::facts::FactKind;
use domain::law::Catalogue;
use domain::watch::{DueRule, LaterDue, Trigger, WatchRule, Who};
use include_dir::{Dir, include_dir};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;

use crate::Reason;
use crate::value::{day, has_source, in_order};

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../assets/watches");

/// Why a file of watches is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {reason}")]
pub struct WatchFault {
    /// The file's name.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub reason: WatchReason,
}

/// What is wrong with a watch. `Display` is for developers.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WatchReason {
    /// What can be wrong with a compensation too.
    #[error("{0}")]
    Shared(Reason),
    /// Two rules of the same id hold on a day: the keys of their watches would be the same.
    #[error("two rules \"{id}\" hold on {from}")]
    TwoRules {
        /// The id.
        id: String,
        /// The first day on which both hold.
        from: NaiveDate,
    },
    /// Days and months of a due day, an age or a time after reception that name no day.
    #[error("{field}: the numbers name no day")]
    NoDay {
        /// The field.
        field: &'static str,
    },
    /// The later day comes before the cautious one.
    #[error("for an event on {event} the later day is the earlier one")]
    LaterIsEarlier {
        /// Such an event.
        event: NaiveDate,
    },
    /// Nothing sets the rule off.
    #[error("trigger: nothing sets it off")]
    NoTrigger,
}

impl From<Reason> for WatchReason {
    fn from(reason: Reason) -> WatchReason {
        WatchReason::Shared(reason)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WatchesFile {
    watch: Vec<WatchFile>,
}

/// A watch as its file writes it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WatchFile {
    id: Spanned<String>,
    text: Spanned<String>,
    trigger: Spanned<toml::Table>,
    due: Spanned<toml::Table>,
    later: Option<LaterFile>,
    compensations: Vec<Spanned<String>>,
    #[serde(default)]
    who: Vec<Spanned<toml::Table>>,
    #[serde(default)]
    answered_by: Vec<Spanned<String>>,
    #[serde(default)]
    by_household: bool,
    valid_from: Spanned<String>,
    valid_until: Option<Spanned<String>>,
    source: Spanned<String>,
    verified: bool,
    checked_on: Spanned<String>,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LaterFile {
    due: Spanned<toml::Table>,
    source: Spanned<String>,
    verified: bool,
    note: Option<String>,
}

/// What is watched, as it ships with the program.
///
/// # Errors
/// Every fault of every file.
pub fn shipped_watches(law: &Catalogue) -> Result<Vec<WatchRule>, Vec<WatchFault>> {
    let texts = FILES.files().map(|file| {
        let name = file.path().to_string_lossy().into_owned();
        (name, file.contents_utf8().unwrap_or_default())
    });
    watches_from_texts(texts, law)
}

/// What is watched, from file names and texts, by id and first day. The compensations that it names are
/// those of `law`.
///
/// # Errors
/// Every fault of every file, by file and line. A file that is not of the format has one: what else it
/// holds cannot be known.
pub fn watches_from_texts<'a>(
    texts: impl IntoIterator<Item = (String, &'a str)>,
    law: &Catalogue,
) -> Result<Vec<WatchRule>, Vec<WatchFault>> {
    let mut texts: Vec<(String, &str)> = texts.into_iter().collect();
    texts.sort_by(|(a, _), (b, _)| a.cmp(b));
    let mut faults = Vec::new();
    let mut found: Vec<Placed> = Vec::new();
    for (file, text) in &texts {
        let mut reading = Reading { file, text, law, faults: Vec::new() };
        found.extend(reading.rules());
        faults.extend(reading.faults);
    }
    found.sort_by(|a, b| (&a.rule.id, a.rule.valid_from).cmp(&(&b.rule.id, b.rule.valid_from)));
    faults.extend(found.windows(2).filter_map(two_rules));
    faults.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    let rules = found.into_iter().map(|placed| placed.rule).collect();
    if faults.is_empty() { Ok(rules) } else { Err(faults) }
}

/// A rule with where it stands.
struct Placed {
    rule: WatchRule,
    file: String,
    line: usize,
}

fn two_rules(pair: &[Placed]) -> Option<WatchFault> {
    let [first, second] = pair else { return None };
    let (id, from) = (&second.rule.id, second.rule.valid_from);
    let both = first.rule.id == *id && first.rule.valid_until.is_none_or(|until| until >= from);
    let reason = WatchReason::TwoRules { id: id.clone(), from };
    both.then(|| WatchFault { file: second.file.clone(), line: second.line, reason })
}

/// A file while it is read.
struct Reading<'t> {
    file: &'t str,
    text: &'t str,
    law: &'t Catalogue,
    faults: Vec<WatchFault>,
}

impl Reading<'_> {
    fn rules(&mut self) -> Vec<Placed> {
        match toml::from_str::<WatchesFile>(self.text) {
            Ok(written) => written.watch.into_iter().filter_map(|watch| self.rule(watch)).collect(),
            Err(error) => {
                let message = error.message().to_owned();
                self.fault(error.span().unwrap_or_default(), Reason::Format { message });
                Vec::new()
            }
        }
    }

    fn line(&self, span: Range<usize>) -> usize {
        let before = self.text.as_bytes().iter().take(span.start);
        1 + before.filter(|byte| **byte == b'\n').count()
    }

    fn fault(&mut self, span: Range<usize>, reason: impl Into<WatchReason>) {
        let fault =
            WatchFault { file: self.file.to_owned(), line: self.line(span), reason: reason.into() };
        self.faults.push(fault);
    }

    fn noted<T>(&mut self, span: Range<usize>, found: Result<T, Reason>) -> Option<T> {
        found.map_err(|reason| self.fault(span, reason)).ok()
    }

    fn rule(&mut self, written: WatchFile) -> Option<Placed> {
        let line = self.line(written.id.span());
        let (trigger_span, due_span) = (written.trigger.span(), written.due.span());
        let id = self.kebab("id", written.id);
        let text = self.kebab("text", written.text);
        let trigger: Option<Trigger> = self.table(written.trigger);
        if let Some(reason) = trigger.as_ref().and_then(wrong_trigger) {
            self.fault(trigger_span, reason);
        }
        let due = self.due("due", written.due);
        let later = written.later.map(|later| self.later(later, due, due_span));
        let compensations: Vec<CompensationCode> =
            written.compensations.into_iter().filter_map(|code| self.code(code)).collect();
        let who: Vec<Who> = written.who.into_iter().filter_map(|who| self.table(who)).collect();
        let answered_by: Vec<FactKind> =
            written.answered_by.into_iter().filter_map(|kind| self.kind(kind)).collect();
        let valid_from = self.day("valid_from", &written.valid_from);
        let until = written.valid_until.as_ref().map(|until| self.day("valid_until", until));
        let checked_on = self.day("checked_on", &written.checked_on);
        self.grounded(&written.source, written.verified, written.note.as_deref());
        let (valid_from, valid_until) =
            (valid_from?, until.map_or(Some(None), |day| day.map(Some))?);
        self.noted(written.valid_from.span(), in_order(valid_from, valid_until))?;
        let rule = WatchRule {
            id,
            text,
            trigger: trigger?,
            due: due?,
            later: later.map_or(Some(None), |later| later.map(Some))?,
            compensations,
            who,
            answered_by,
            by_household: written.by_household,
            valid_from,
            valid_until,
            source: written.source.into_inner(),
            verified: written.verified,
            checked_on: checked_on?,
            note: written.note,
        };
        Some(Placed { rule, file: self.file.to_owned(), line })
    }

    fn later(
        &mut self,
        written: LaterFile,
        cautious: Option<DueRule>,
        span: Range<usize>,
    ) -> Option<LaterDue> {
        self.grounded(&written.source, written.verified, written.note.as_deref());
        let due = self.due("later.due", written.due)?;
        if let Some(event) = cautious.and_then(|cautious| earlier_after_all(cautious, due)) {
            self.fault(span, WatchReason::LaterIsEarlier { event });
        }
        let (source, verified) = (written.source.into_inner(), written.verified);
        Some(LaterDue { due, source, verified, note: written.note })
    }

    fn due(&mut self, field: &'static str, table: Spanned<toml::Table>) -> Option<DueRule> {
        let span = table.span();
        let due: DueRule = self.table(table)?;
        if !due.is_possible() {
            self.fault(span, WatchReason::NoDay { field });
            return None;
        }
        Some(due)
    }

    fn table<T: DeserializeOwned>(&mut self, table: Spanned<toml::Table>) -> Option<T> {
        let span = table.span();
        let found = T::deserialize(toml::Value::Table(table.into_inner()));
        let of_format =
            |error: toml::de::Error| Reason::Format { message: error.message().to_owned() };
        self.noted(span, found.map_err(of_format))
    }

    fn kebab(&mut self, field: &'static str, word: Spanned<String>) -> String {
        let signs = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
        if word.get_ref().is_empty() || !word.get_ref().chars().all(signs) {
            let text = word.get_ref().clone();
            self.fault(word.span(), Reason::NotKebabCase { field, word: text });
        }
        word.into_inner()
    }

    fn code(&mut self, code: Spanned<String>) -> Option<CompensationCode> {
        let compensation = CompensationCode(code.get_ref().clone());
        if self.law.get(&compensation).is_some() {
            return Some(compensation);
        }
        self.fault(code.span(), Reason::UnknownCode { field: "compensations", compensation });
        None
    }

    fn kind(&mut self, name: Spanned<String>) -> Option<FactKind> {
        let word = name.get_ref().clone();
        let found = FactKind::of(&word).ok_or(Reason::UnknownWord { field: "answered_by", word });
        self.noted(name.span(), found)
    }

    fn day(&mut self, field: &'static str, text: &Spanned<String>) -> Option<NaiveDate> {
        let found = day(field, text.get_ref());
        self.noted(text.span(), found)
    }

    /// Says where it was read, or why it was not.
    fn grounded(&mut self, source: &Spanned<String>, verified: bool, note: Option<&str>) {
        self.noted(source.span(), has_source(source.get_ref(), verified));
        if !verified && note.is_none_or(|note| note.trim().is_empty()) {
            self.fault(source.span(), Reason::UnverifiedWithoutNote);
        }
    }
}

/// Why nothing can set a rule off.
fn wrong_trigger(trigger: &Trigger) -> Option<WatchReason> {
    match trigger {
        Trigger::ResponsibilityChange { begins, follows, ends } => {
            let nothing = begins.is_empty() && follows.is_empty() && ends.is_empty();
            nothing.then_some(WatchReason::NoTrigger)
        }
        Trigger::GroundEnds { grounds, .. } => grounds.is_empty().then_some(WatchReason::NoTrigger),
        Trigger::FactBegins { kinds } | Trigger::FactEnds { kinds } => {
            kinds.is_empty().then_some(WatchReason::NoTrigger)
        }
        Trigger::Turns { years: 0 } => Some(WatchReason::NoDay { field: "trigger.years" }),
        Trigger::AfterReception { months: 0 } => {
            Some(WatchReason::NoDay { field: "trigger.months" })
        }
        Trigger::Turns { .. }
        | Trigger::AfterReception { .. }
        | Trigger::ReachesAgeLimit {}
        | Trigger::CoverageEnded {}
        | Trigger::SettledUnregistered {}
        | Trigger::NationalNumberMissing {}
        | Trigger::Hole {} => None,
    }
}

/// An event for which `later` comes before `cautious`; none: it never does. Four years hold every month,
/// quarter and February there is.
fn earlier_after_all(cautious: DueRule, later: DueRule) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2025, 1, 1)?;
    let mut days = (0..4 * 366).filter_map(|number| first.checked_add_days(Days::new(number)));
    days.find(|event| later.day(*event) < cautious.day(*event))
}
