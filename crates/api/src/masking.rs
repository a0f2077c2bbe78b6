//! Protected persons do not leave the core but through the door that logs.
//!
//! Areas already show nothing of a protected person. But payment lists hold names and numbers as
//! somebody else wrote them, before anybody knows whom they are about; so every answer of the
//! contract is looked through once more on its way out, whatever its type.

use std::sync::Arc;

use aho_corasick::{AhoCorasick, MatchKind};
use app::App;
use app::model::{Person, PersonNo};
use domain::facts::FactContent;
use serde_json::Value;

use crate::{ErrorReply, texts};

/// Texts by which one protected person could be known.
#[derive(Debug)]
struct Marks {
    person_no: PersonNo,
    /// Every written form of every number, and the address.
    certain: AhoCorasick,
    /// Family names and given names, folded: the two together are the person.
    names: Vec<(String, String)>,
}

/// What must not be seen, as the register is now.
#[derive(Debug, Default)]
pub struct Masking {
    /// The event after which it was made.
    event_no: i64,
    marks: Vec<Marks>,
}

impl Masking {
    /// Looks the protected persons up; `before` is given back while nothing has happened since.
    pub(crate) fn of(app: &App, before: Option<&Arc<Masking>>) -> Result<Arc<Masking>, ErrorReply> {
        let read = app.read();
        let event_no = read.last_event_no()?;
        if let Some(before) = before
            && before.event_no == event_no
        {
            return Ok(Arc::clone(before));
        }
        let persons = read.protected_persons(app.today())?.into_iter();
        let marks = persons.map(|person_no| Ok(marks_of(&read.person(person_no)?)));
        let marks = marks.collect::<Result<_, ErrorReply>>()?;
        Ok(Arc::new(Masking { event_no, marks }))
    }

    /// Hides every protected person in an answer, but for `opened`.
    pub fn hide(&self, answer: &mut Value, opened: Option<PersonNo>) {
        for marks in self.marks.iter().filter(|marks| Some(marks.person_no) != opened) {
            hide_in(answer, marks);
        }
    }
}

/// Hides one person. The smallest part of the answer that tells who it is about (an element of a
/// list, else the whole) loses every name and number; its siblings are about others.
fn hide_in(part: &mut Value, marks: &Marks) {
    match part {
        Value::Array(elements) => {
            for element in elements.iter_mut().filter(|element| tells(element, marks)) {
                hide_in(element, marks);
                if tells(element, marks) {
                    erase(element, marks);
                }
            }
        }
        Value::Object(fields) => {
            for field in fields.values_mut() {
                if matches!(field, Value::Array(_)) {
                    hide_in(field, marks);
                } else if let Value::Object(_) = field
                    && tells(field, marks)
                {
                    hide_in(field, marks);
                }
            }
        }
        _ => {}
    }
    if !matches!(part, Value::Array(_)) && tells(part, marks) {
        erase(part, marks);
    }
}

/// Whether a number, or family and given name together, stand somewhere in it.
fn tells(part: &Value, marks: &Marks) -> bool {
    let mut found = Found { certain: false, names: vec![(false, false); marks.names.len()] };
    look(part, marks, &mut found);
    found.certain || found.names.contains(&(true, true))
}

struct Found {
    certain: bool,
    names: Vec<(bool, bool)>,
}

fn look(part: &Value, marks: &Marks, found: &mut Found) {
    match part {
        Value::String(text) => {
            found.certain |= marks.certain.is_match(text.as_str());
            let text = text.to_lowercase();
            for (place, (family, given)) in marks.names.iter().enumerate() {
                found.names[place].0 |= has_word(&text, family);
                found.names[place].1 |= has_word(&text, given);
            }
        }
        Value::Array(elements) => elements.iter().for_each(|one| look(one, marks, found)),
        Value::Object(fields) => fields.values().for_each(|one| look(one, marks, found)),
        _ => {}
    }
}

/// Puts the words for a protected person in place of every text that holds a name or number.
fn erase(part: &mut Value, marks: &Marks) {
    match part {
        Value::String(text) => {
            let lower = text.to_lowercase();
            let named = marks
                .names
                .iter()
                .any(|(family, given)| has_word(&lower, family) || has_word(&lower, given));
            if named || marks.certain.is_match(text.as_str()) {
                *text = texts::text("protected-person", &[]);
            }
        }
        Value::Array(elements) => elements.iter_mut().for_each(|one| erase(one, marks)),
        Value::Object(fields) => fields.values_mut().for_each(|one| erase(one, marks)),
        _ => {}
    }
}

/// Whether `word` stands in `text` and not as a part of a longer one.
fn has_word(text: &str, word: &str) -> bool {
    !word.is_empty()
        && text.match_indices(word).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            let after = text[at + word.len()..].chars().next();
            ![before, after].into_iter().flatten().any(char::is_alphanumeric)
        })
}

fn marks_of(person: &Person) -> Marks {
    let mut certain = Vec::new();
    let mut names = Vec::new();
    // What was believed once says who it is as well.
    for fact in &person.facts {
        match &fact.content {
            FactContent::Name(name) => {
                names.push((name.family_name.to_lowercase(), name.given_name.to_lowercase()));
            }
            FactContent::Dossier(dossier) => {
                let digits = dossier.number.to_string();
                certain.extend([dossier.number.hyphenated(), parted(&digits, 2, " "), digits]);
            }
            FactContent::National(national) => {
                let digits = national.number.to_string();
                let short = digits.get(2..).unwrap_or_default().to_owned();
                certain.extend([
                    parted(&digits, 8, "-"),
                    parted(&digits, 8, " "),
                    parted(&short, 6, "-"),
                    parted(&short, 6, "+"),
                    short,
                    digits,
                ]);
            }
            FactContent::Residence(residence) => certain.extend(residence.address.clone()),
            _ => {}
        }
    }
    names.sort();
    names.dedup();
    let certain = AhoCorasick::builder()
        .match_kind(MatchKind::Standard)
        .ascii_case_insensitive(true)
        .build(certain.into_iter().filter(|text| !text.is_empty()));
    // Only a machine out of memory makes no automaton of a few dozen short texts; then everything
    // is taken for a mark.
    let certain = certain.unwrap_or_else(|_| all());
    Marks { person_no: person.person_no, certain, names }
}

/// Finds something in every text.
fn all() -> AhoCorasick {
    #[allow(clippy::expect_used, reason = "one empty pattern needs a few bytes")]
    AhoCorasick::new([""]).expect("an automaton of one empty pattern")
}

fn parted(digits: &str, at: usize, with: &str) -> String {
    let (before, after) = digits.split_at_checked(at).unwrap_or((digits, ""));
    format!("{before}{with}{after}")
}
