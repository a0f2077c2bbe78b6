//! Facts: their kinds, entering and ending them, and what was known when.

use app::App;
use app::DaySpan;
use app::model::PersonNo;
use app::persons::{Withdrawal, read_facts};
use domain::facts::{Days, Disorder, Fact, FactKind, FieldType, Holding};
use domain::person::CostCentre;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use super::view::{PersonView, view_of};
use crate::areas::{Nothing, certain_day_of, day_of, day_text};
use crate::{ErrorReply, texts};

/// A word that a field may hold.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ChoiceView {
    /// As it stands in facts.
    pub value: String,
    /// As people say it.
    pub text: String,
}

/// A field of a kind of fact.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FactFieldView {
    /// Its name in facts.
    pub name: String,
    /// Its label.
    pub label: String,
    /// `text`, `day`, `choice`, `truth`, `dossier-number`, `personal-number`, `cost-centre`,
    /// `municipality` or `person`.
    pub holds: String,
    /// Whether a fact cannot do without it.
    pub required: bool,
    /// What a choice chooses from.
    pub choices: Vec<ChoiceView>,
}

/// A kind of fact.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FactKindView {
    /// Its name in facts.
    pub kind: String,
    /// As people say it.
    pub name: String,
    /// What it is, in a sentence.
    pub help: String,
    /// `once`, `one-at-a-time` or `several`.
    pub holding: String,
    /// `none`, `one` or `span`.
    pub days: String,
    /// Its fields.
    pub fields: Vec<FactFieldView>,
}

/// The kinds of facts.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FactKinds {
    /// In the order in which a register shows them.
    pub kinds: Vec<FactKindView>,
}

/// A field's value in words.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FieldValueView {
    /// The field's name in facts.
    pub name: String,
    /// Its label.
    pub label: String,
    /// The value as it stands in facts.
    #[ts(type = "string | boolean")]
    pub value: Value,
    /// The value in words.
    pub text: String,
}

/// A fact.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FactView {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// The kind in words.
    pub kind_name: String,
    /// What it says, in a few words.
    pub title: String,
    /// Its fields that hold something.
    pub fields: Vec<FieldValueView>,
    /// First day; none from the beginning.
    pub valid_from: Option<String>,
    /// Last day, inclusive; none until further notice.
    pub valid_until: Option<String>,
    /// Since when it is known here.
    pub known_since: String,
    /// Whether an import says so.
    pub according_to_import: bool,
    /// The day on the letter.
    pub document_date: Option<String>,
    /// Where it comes from.
    pub source: Option<String>,
    /// Who entered it.
    pub entered_by: String,
    /// The fact that it corrects.
    pub corrects: Option<String>,
    /// Whether it only takes that one back.
    pub withdrawn: bool,
    /// Whether it holds by what is known now.
    pub current: bool,
}

/// Facts that do not fit together, or days that none covers.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DisorderView {
    /// `overlap` or `hole`.
    pub disorder: String,
    /// The kind of the facts.
    pub kind: String,
    /// First day; none from the beginning.
    pub from: Option<String>,
    /// Last day, inclusive; none until further notice.
    pub until: Option<String>,
    /// What it is and what to do.
    pub text: String,
}

/// Enters facts.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct EnterFacts {
    /// The register's own Person-id.
    pub person: String,
    /// The facts, each as `docs/FACTS.md` describes; all are entered or none.
    #[ts(type = "Record<string, unknown>[]")]
    pub facts: Value,
}

/// Ends a fact or takes it back.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct EndFact {
    /// The register's own Person-id.
    pub person: String,
    /// The fact's id.
    pub fact: String,
    /// Its last day; none: it never held.
    pub last_day: Option<String>,
    /// Why, or from where one knows.
    pub source: Option<String>,
}

/// Takes entries back together: what they were entered over stands again.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct TakeBackEntries {
    /// The register's own Person-id.
    pub person: String,
    /// Ids of the entries, in the order in which they were made.
    pub entries: Vec<String>,
}

/// Asks for the facts document.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct FactsRequest {
    /// The register's own Person-id.
    pub person: String,
    /// The day whose knowledge it shall hold; none: what is known now.
    pub as_known: Option<String>,
}

/// The facts document; `docs/FACTS.md` describes it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FactsDocument {
    /// The register's own Person-id.
    pub person: String,
    /// The day whose knowledge it holds.
    pub as_known: String,
    /// Ids of persons that turned out to be this one.
    pub merged: Vec<String>,
    /// The facts, in the order of kinds and first days.
    #[ts(type = "Record<string, unknown>[]")]
    pub facts: Vec<Fact>,
    /// Births that were corrected since.
    #[ts(type = "Record<string, unknown>[]")]
    pub earlier_births: Vec<Fact>,
    /// Days on which a parent is registered in Sweden, as far as the register knows the parents.
    #[ts(type = "{ from: string, until: string, }[]")]
    pub parents_registered: Vec<domain::Period>,
    /// The terms of the city's schools, first and last day, as the settings have them now.
    #[ts(type = "{ from: string, until: string, }[]")]
    pub school_terms: Vec<DaySpan>,
    /// Days on which mass influx has been judged to be, as the settings have them now.
    #[ts(type = "{ from: string, until: string, }[]")]
    pub mass_influx: Vec<DaySpan>,
}

/// Asks what was known on a day.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct AsKnownRequest {
    /// The register's own Person-id.
    pub person: String,
    /// The day, to its end.
    pub day: String,
}

/// What was known on a day, and how that differs from what is known now.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AsKnown {
    /// The day.
    pub day: String,
    /// Facts as they were believed then.
    pub facts: Vec<FactView>,
    /// Those of them that are not believed now.
    pub then: Vec<FactView>,
    /// Those that are known now and were not then.
    pub now: Vec<FactView>,
    /// What was believed then and is not now, in a sentence each.
    pub then_text: Vec<String>,
    /// What is known now and was not then, in a sentence each.
    pub now_text: Vec<String>,
}

fn type_name(holds: FieldType) -> &'static str {
    match holds {
        FieldType::Text => "text",
        FieldType::Day => "day",
        FieldType::Choice(_) => "choice",
        FieldType::Truth => "truth",
        FieldType::DossierNumber => "dossier-number",
        FieldType::NationalNumber => "personal-number",
        FieldType::CostCentre => "cost-centre",
        FieldType::Municipality => "municipality",
        FieldType::Person => "person",
        FieldType::Amount => "amount",
    }
}

fn label(field: &str) -> String {
    texts::text(&format!("fact-field-{}", field.replace('_', "-")), &[])
}

pub(super) fn kind_name(kind: FactKind) -> String {
    texts::text(&format!("fact-{}", kind.name()), &[])
}

/// The kinds of facts with their fields, for forms and columns.
///
/// # Errors
/// None.
pub fn kinds(_: &mut App, _: Nothing) -> Result<FactKinds, ErrorReply> {
    let fields = |kind: FactKind| {
        let each = kind.fields().iter().map(|field| FactFieldView {
            name: field.name.to_owned(),
            label: label(field.name),
            holds: type_name(field.holds).to_owned(),
            required: field.required,
            choices: match field.holds {
                FieldType::Choice(words) => words
                    .iter()
                    .map(|&value| ChoiceView {
                        value: value.to_owned(),
                        text: texts::choice(value),
                    })
                    .collect(),
                _ => Vec::new(),
            },
        });
        each.collect()
    };
    let kinds = FactKind::ALL.iter().map(|&kind| FactKindView {
        kind: kind.name().to_owned(),
        name: kind_name(kind),
        help: texts::text(&format!("fact-{}.help", kind.name()), &[]),
        holding: match kind.holding() {
            Holding::Once => "once",
            Holding::OneAtATime => "one-at-a-time",
            Holding::Several => "several",
        }
        .to_owned(),
        days: match kind.days() {
            Days::None => "none",
            Days::One => "one",
            Days::Span => "span",
        }
        .to_owned(),
        fields: fields(kind),
    });
    Ok(FactKinds { kinds: kinds.collect() })
}

pub(super) fn fact_view(
    app: &App,
    boards: &[(CostCentre, String)],
    fact: &Fact,
    current: bool,
) -> Result<FactView, ErrorReply> {
    let fact = app.shown_fact(fact.clone())?;
    let content = serde_json::to_value(&fact.content).unwrap_or_default();
    let kind = fact.kind();
    let fields: Vec<FieldValueView> = kind
        .fields()
        .iter()
        .filter_map(|field| {
            let value = content.get(field.name).filter(|value| !value.is_null())?.clone();
            let words = value.as_str().unwrap_or_default();
            let text = match field.holds {
                FieldType::Choice(_) => texts::choice(words),
                FieldType::Amount => {
                    value.as_i64().map(crate::format::amount_ore).unwrap_or_default()
                }
                FieldType::Truth if value == Value::Bool(true) => label(field.name),
                FieldType::Truth => return None,
                FieldType::CostCentre => {
                    let board = boards.iter().find(|(centre, _)| centre.0 == words);
                    board.map_or(words.to_owned(), |(_, name)| format!("{words} {name}"))
                }
                _ => words.to_owned(),
            };
            let filled = !text.is_empty();
            filled.then(|| FieldValueView {
                name: field.name.to_owned(),
                label: label(field.name),
                value,
                text,
            })
        })
        .collect();
    let words: Vec<&str> = fields.iter().map(|field| field.text.as_str()).collect();
    let title = if words.is_empty() { kind_name(kind) } else { words.join(", ") };
    Ok(FactView {
        id: fact.id.0.clone(),
        kind: kind.name().to_owned(),
        kind_name: kind_name(kind),
        title,
        fields,
        valid_from: day_text(fact.validity.valid_from),
        valid_until: day_text(fact.validity.valid_until),
        known_since: fact.known_since.to_string(),
        according_to_import: fact.according_to_import,
        document_date: day_text(fact.document_date),
        source: fact.source.clone(),
        entered_by: fact.entered_by.clone(),
        corrects: fact.corrects.clone().map(|id| id.0),
        withdrawn: fact.withdrawn,
        current,
    })
}

pub(super) fn disorder_view(disorder: &Disorder) -> DisorderView {
    let (name, kind, from, until) = match disorder {
        Disorder::Overlap { kind, days } => ("overlap", *kind, days.valid_from, days.valid_until),
        Disorder::Hole { kind, from, until } => ("hole", *kind, Some(*from), *until),
    };
    let values = [
        ("kind", app::TextValue::Text(kind_name(kind))),
        ("from", from.map_or_else(|| "".into(), app::TextValue::Day)),
        ("until", until.map_or_else(|| "".into(), app::TextValue::Day)),
    ];
    let ending = match (from, until) {
        (Some(_), Some(_)) => "",
        (Some(_), None) => "-from",
        _ => "-all",
    };
    DisorderView {
        disorder: name.to_owned(),
        kind: kind.name().to_owned(),
        from: day_text(from),
        until: day_text(until),
        text: texts::text(&format!("disorder-{name}{ending}"), &values),
    }
}

/// Enters facts about a person.
///
/// # Errors
/// Every fault of every fact.
pub fn enter(app: &mut App, request: EnterFacts) -> Result<PersonView, ErrorReply> {
    // What is wrong with the facts of somebody whose page is closed nobody is told.
    app.open_person_no(&request.person)?;
    let facts = read_facts(&request.facts, app.today());
    let person_no = app.enter_facts(&request.person, facts)?;
    view_of(app, person_no)
}

/// Ends a fact or takes it back.
///
/// # Errors
/// When it is not known now, or the last day comes before its first.
pub fn end(app: &mut App, request: EndFact) -> Result<PersonView, ErrorReply> {
    app.open_person_no(&request.person)?;
    let last_day = day_of("last_day", request.last_day.as_deref())?;
    let withdrawal = Withdrawal { fact: request.fact, last_day, source: request.source };
    let person_no = app.withdraw_fact(&request.person, &withdrawal)?;
    view_of(app, person_no)
}

/// Takes entries back as if they had not been made: what they were entered over stands again.
///
/// # Errors
/// When one is not known, or what is left does not fit together.
pub fn take_back(app: &mut App, request: TakeBackEntries) -> Result<PersonView, ErrorReply> {
    let person_no = app.take_entries_back(&request.person, &request.entries)?;
    view_of(app, person_no)
}

/// The facts document of a person.
///
/// # Errors
/// When the person is protected and nobody has opened it.
pub fn document(app: &mut App, request: FactsRequest) -> Result<FactsDocument, ErrorReply> {
    let own_no = app.own_person_no(&request.person)?;
    let as_known = day_of("as_known", request.as_known.as_deref())?;
    let day = as_known.unwrap_or(chrono::NaiveDate::MAX);
    require_picture_open(app, own_no, day)?;
    let document = app.facts_document(own_no, day)?;
    Ok(FactsDocument {
        person: document.person.0,
        as_known: as_known.unwrap_or_else(|| app.today()).to_string(),
        merged: document.merged.into_iter().map(|id| id.0).collect(),
        facts: document
            .facts
            .into_iter()
            .map(|fact| app.shown_fact(fact))
            .collect::<Result<_, _>>()?,
        earlier_births: document.earlier_births,
        parents_registered: document.parents_registered,
        school_terms: document.school_terms,
        mass_influx: document.mass_influx,
    })
}

/// What was known on a day, and what has changed since.
///
/// # Errors
/// When the person is protected and nobody has opened it.
pub fn as_known(app: &mut App, request: AsKnownRequest) -> Result<AsKnown, ErrorReply> {
    let own_no = app.own_person_no(&request.person)?;
    let day = certain_day_of("day", &request.day)?;
    require_picture_open(app, own_no, day)?;
    let document = app.facts_document(own_no, day)?;
    let (then, now) = app.then_and_now(own_no, day)?;
    let boards = app.boards()?;
    let views = |facts: &[Fact], current: bool| {
        let view = |fact| fact_view(app, &boards, fact, current);
        facts.iter().map(view).collect::<Result<Vec<_>, _>>()
    };
    let (then, now) = (views(&then, false)?, views(&now, true)?);
    Ok(AsKnown {
        day: day.to_string(),
        facts: views(&document.facts, true)?,
        then_text: then.iter().map(|fact| sentence("known-then", fact)).collect(),
        now_text: now.iter().map(|fact| sentence("known-now", fact)).collect(),
        then,
        now,
    })
}

fn sentence(id: &str, fact: &FactView) -> String {
    let text = |text: &str| app::TextValue::Text(text.to_owned());
    let day = |day: &Option<String>| text(day.as_deref().unwrap_or_default());
    let values = [
        ("kind", text(&fact.kind_name)),
        ("title", text(&fact.title)),
        ("days", text(&days_text(fact))),
        ("known", text(&fact.known_since)),
        ("source", text(fact.source.as_deref().unwrap_or_default())),
        ("document", day(&fact.document_date)),
    ];
    let more = if fact.source.is_some() && id == "known-now" { "-source" } else { "" };
    texts::text(&format!("{id}{more}"), &values)
}

/// What a fact says, and when it holds unless that is always.
pub(super) fn fact_words(fact: &FactView) -> String {
    if fact.valid_from.is_none() && fact.valid_until.is_none() {
        return fact.title.clone();
    }
    format!("{}, {}", fact.title, days_text(fact))
}

/// Facts in a sentence each: `known-then` or `known-now`. What names a protected person is hidden.
pub(in crate::areas) fn fact_sentences(
    app: &App,
    id: &str,
    facts: &[Fact],
) -> Result<Vec<String>, ErrorReply> {
    let boards = app.boards()?;
    let each = facts.iter().map(|fact| {
        let shown = app.shown_fact(fact.clone())?;
        Ok(sentence(id, &fact_view(app, &boards, &shown, true)?))
    });
    each.collect()
}

fn days_text(fact: &FactView) -> String {
    let text = |day: &Option<String>| app::TextValue::Text(day.clone().unwrap_or_default());
    let values = [("from", text(&fact.valid_from)), ("until", text(&fact.valid_until))];
    let id = match (&fact.valid_from, &fact.valid_until) {
        (None, None) => "days-always",
        (Some(_), None) => "days-from",
        (None, Some(_)) => "days-until",
        (Some(_), Some(_)) => "days-span",
    };
    texts::text(id, &values)
}

/// Refuses a picture of what was known on a day that holds facts about a protected person whom nobody
/// has opened: then the two may have been taken for one.
fn require_picture_open(
    app: &App,
    own_no: PersonNo,
    day: chrono::NaiveDate,
) -> Result<(), ErrorReply> {
    for day in [day, chrono::NaiveDate::MAX] {
        for person_no in app.persons_in_picture(own_no, day)? {
            app.require_open(person_no)?;
        }
    }
    Ok(())
}
