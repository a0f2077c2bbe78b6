//! An answer, part by part: the smallest part that tells who it is about loses every mark.

use domain::facts::FactContent;
use domain::person::PersonId;
use serde_json::Value;
use store::{PersonNo, Read};

use super::Shown;
use super::looking::{Hits, Looker};
use super::marks::Index;
use crate::Result;

/// One walk over an answer.
pub(super) struct Walk<'w> {
    index: &'w Index,
    /// None where the register cannot be asked.
    read: Option<Read<'w>>,
    shown: Shown<'w>,
    words: &'w str,
    looker: Looker<'w>,
    hits: Hits<'w>,
}

impl<'w> Walk<'w> {
    pub(super) fn new(
        index: &'w Index,
        read: Option<Read<'w>>,
        shown: Shown<'w>,
        words: &'w str,
    ) -> Walk<'w> {
        let (looker, hits) = (Looker::new(index), Hits::default());
        Walk { index, read, shown, words, looker, hits }
    }

    pub(super) fn hide(mut self, answer: &mut Value) -> Result<()> {
        self.hide_part(answer, None)
    }

    /// Whether the elements of a list belong to the thing that they stand in.
    fn is_part(&self, name: &str, elements: &[Value]) -> bool {
        is_part(self.shown.parts, name, elements)
    }

    /// Lists first, each element by itself; what they tell is then gone, and the part is looked at
    /// without them.
    fn hide_part(&mut self, part: &mut Value, around: Option<&str>) -> Result<()> {
        let about = person_in(part).or(around).map(str::to_owned);
        self.hide_lists(part, about.as_deref())?;
        self.hits.clear();
        each_text(self.shown.parts, part, &mut |text| self.looker.look(text, &mut self.hits));
        let mut told = self.hits.named();
        if !told.is_empty() && about.is_some() {
            let mut hidden = Vec::new();
            for person in told {
                if !self.is_namesake(about.as_deref(), person)? {
                    hidden.push(person);
                }
            }
            told = hidden;
        }
        told.extend(&self.hits.certain);
        told.retain(|person| !self.shown.opened.contains(person));
        if !told.is_empty() {
            self.erase(part, &told);
        }
        Ok(())
    }

    fn hide_lists(&mut self, part: &mut Value, about: Option<&str>) -> Result<()> {
        match part {
            Value::Object(fields) => {
                for (name, field) in fields {
                    match field {
                        Value::Array(elements) if !self.is_part(name, elements) => {
                            for element in elements {
                                self.hide_part(element, about)?;
                            }
                        }
                        Value::Array(elements) => {
                            for element in elements {
                                self.hide_lists(element, about)?;
                            }
                        }
                        _ => self.hide_lists(field, about)?,
                    }
                }
            }
            Value::Array(elements) if !self.is_part("", elements) => {
                for element in elements {
                    self.hide_part(element, about)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Whether a part is about an unprotected person who is called as `person` is, whose name it
    /// holds. That somebody else is matched with it does not say so: people type all names.
    fn is_namesake(&mut self, about: Option<&str>, person: PersonNo) -> Result<bool> {
        let (Some(id), Some(read)) = (about, &self.read) else { return Ok(false) };
        let Some(other) = read.person_no(&PersonId(id.to_owned()))? else { return Ok(false) };
        if other == person || self.index.marks(other).is_some() {
            return Ok(false);
        }
        for fact in read.facts_of(other)? {
            let FactContent::Name(name) = &fact.content else { continue };
            let mut hits = Hits::default();
            self.looker.look(&name.family_name, &mut hits);
            self.looker.look(&name.given_name, &mut hits);
            if hits.named().contains(&person) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Puts the words for a protected person in place of every text with a mark of the `told`.
    fn erase(&mut self, part: &mut Value, told: &[PersonNo]) {
        let births: Vec<&String> = told
            .iter()
            .filter_map(|person| self.index.marks(*person))
            .flat_map(|marks| &marks.births)
            .collect();
        let parts = self.shown.parts;
        let (looker, hits, words) = (&mut self.looker, &mut self.hits, self.words);
        each_text_mut(parts, part, &mut |text| {
            hits.clear();
            looker.look(text, hits);
            if hits.is_about(told) || births.iter().any(|birth| text.contains(birth.as_str())) {
                words.clone_into(text);
            }
        });
    }
}

/// Whether the elements of a list belong to the thing that they stand in.
fn is_part(parts: &[&str], name: &str, elements: &[Value]) -> bool {
    parts.contains(&name) || elements.iter().all(|one| !one.is_object() && !one.is_array())
}

/// The Person-id that a part names as the one it is about.
fn person_in(part: &Value) -> Option<&str> {
    match &part["person"] {
        Value::String(id) => Some(id),
        Value::Object(person) => person.get("person").and_then(Value::as_str),
        _ => part.get("brief").and_then(person_in),
    }
}

/// The texts of a part, without those of lists about others.
fn each_text(parts: &[&str], part: &Value, each: &mut impl FnMut(&str)) {
    match part {
        Value::String(text) => each(text),
        Value::Array(elements) if is_part(parts, "", elements) => {
            elements.iter().for_each(|one| each_text(parts, one, each));
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                match field {
                    Value::Array(elements) if is_part(parts, name, elements) => {
                        elements.iter().for_each(|one| each_text(parts, one, each));
                    }
                    Value::Array(_) => {}
                    _ => each_text(parts, field, each),
                }
            }
        }
        _ => {}
    }
}

fn each_text_mut(parts: &[&str], part: &mut Value, each: &mut impl FnMut(&mut String)) {
    match part {
        Value::String(text) => each(text),
        Value::Array(elements) if is_part(parts, "", elements) => {
            elements.iter_mut().for_each(|one| each_text_mut(parts, one, each));
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                match field {
                    Value::Array(elements) if is_part(parts, name, elements) => {
                        elements.iter_mut().for_each(|one| each_text_mut(parts, one, each));
                    }
                    Value::Array(_) => {}
                    _ => each_text_mut(parts, field, each),
                }
            }
        }
        _ => {}
    }
}
