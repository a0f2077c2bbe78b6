//! By what protected persons are known: words of names, numbers and whole phrases.

use std::collections::HashMap;

use domain::facts::FactContent;
use domain::spelling::{fold, spelled_out};
use store::PersonNo;
use store::persons::Person;

use super::looking::{Sum, Sums, pieces};

/// A name has a family and a given part; the two together are the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Family,
    Given,
}

/// A person, and which of its names.
pub(super) type NameOf = (PersonNo, usize);

/// What words that follow one another are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Whole {
    /// The name of somebody who has one only; others may have it too.
    Name,
    /// An address.
    Address,
}

/// Digits of a number: how many, and their value.
pub(super) type Digits = (usize, u64);

/// What one person is known by.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks {
    names: Vec<(String, usize, Part)>,
    /// Words that tell by themselves where they follow one another.
    phrases: Vec<(Whole, Vec<String>)>,
    numbers: Vec<Digits>,
    /// ISO days of birth; they tell nobody alone, but stand beside the name.
    pub(super) births: Vec<String>,
}

/// What a word may be.
#[derive(Clone, Debug, Default)]
pub(super) struct OfWord {
    /// Whose family name it is a part of, in order.
    pub(super) family: Vec<NameOf>,
    /// Whose given name it is a part of, in order.
    pub(super) given: Vec<NameOf>,
    /// Phrases that begin with it, with the words that follow.
    pub(super) phrases: Vec<(PersonNo, Whole, Vec<String>)>,
}

/// Everybody's marks, by word and by number.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    words: HashMap<String, OfWord>,
    sums: Sums,
    numbers: HashMap<Digits, Vec<PersonNo>>,
    persons: HashMap<PersonNo, Marks>,
}

impl Index {
    pub(super) fn is_empty(&self) -> bool {
        self.persons.is_empty()
    }

    pub(super) fn marks(&self, person: PersonNo) -> Option<&Marks> {
        self.persons.get(&person)
    }

    pub(super) fn word(&self, word: &str, sum: Sum) -> Option<&OfWord> {
        if self.sums.may_have(sum) { self.words.get(word) } else { None }
    }

    pub(super) fn number(&self, digits: Digits) -> &[PersonNo] {
        self.numbers.get(&digits).map_or(&[], Vec::as_slice)
    }

    pub(super) fn put(&mut self, person: PersonNo, marks: Marks) {
        for (word, name, part) in &marks.names {
            self.sums.put(word);
            let of_word = self.words.entry(word.clone()).or_default();
            let names = match part {
                Part::Family => &mut of_word.family,
                Part::Given => &mut of_word.given,
            };
            if let Err(at) = names.binary_search(&(person, *name)) {
                names.insert(at, (person, *name));
            }
        }
        for (whole, phrase) in &marks.phrases {
            if let Some((first, rest)) = phrase.split_first() {
                self.sums.put(first);
                let of_word = self.words.entry(first.clone()).or_default();
                of_word.phrases.push((person, *whole, rest.to_vec()));
            }
        }
        for number in &marks.numbers {
            self.numbers.entry(*number).or_default().push(person);
        }
        self.persons.insert(person, marks);
    }

    pub(super) fn remove(&mut self, person: PersonNo) {
        let Some(marks) = self.persons.remove(&person) else { return };
        let firsts = marks.phrases.iter().filter_map(|(_, phrase)| phrase.first());
        for word in marks.names.iter().map(|(word, _, _)| word).chain(firsts) {
            let Some(of_word) = self.words.get_mut(word) else { continue };
            of_word.family.retain(|(other, _)| *other != person);
            of_word.given.retain(|(other, _)| *other != person);
            of_word.phrases.retain(|(other, _, _)| *other != person);
            let names = of_word.family.len() + of_word.given.len();
            if names == 0 && of_word.phrases.is_empty() {
                self.words.remove(word);
            }
        }
        for number in &marks.numbers {
            let Some(persons) = self.numbers.get_mut(number) else { continue };
            persons.retain(|other| *other != person);
            if persons.is_empty() {
                self.numbers.remove(number);
            }
        }
    }
}

impl Marks {
    /// What was believed once says who it is as well.
    pub(super) fn of(person: &Person) -> Marks {
        let mut marks = Marks::default();
        for fact in &person.facts {
            match &fact.content {
                FactContent::Name(name) => marks.add_name(&name.family_name, &name.given_name),
                FactContent::Dossier(dossier) => marks.add_number(&dossier.number.to_string()),
                FactContent::National(national) => {
                    let digits = national.number.to_string();
                    marks.add_number(digits.get(2..).unwrap_or_default());
                    marks.add_number(&digits);
                }
                FactContent::Residence(residence) => {
                    marks.add_address(residence.address.as_deref().unwrap_or_default());
                }
                FactContent::Birth(birth) => marks.births.push(birth.date.to_string()),
                _ => {}
            }
        }
        marks.phrases.sort();
        marks.phrases.dedup();
        marks.births.sort();
        marks.births.dedup();
        marks
    }

    fn add_number(&mut self, digits: &str) {
        self.numbers.extend(digits.parse().ok().map(|value| (digits.len(), value)));
    }

    fn add_name(&mut self, family: &str, given: &str) {
        let (family, given) = (name_words(family), name_words(given));
        if family.is_empty() || given.is_empty() {
            // Whoever has one name only is known by it alone.
            let phrases = phrases_of(&format!("{} {}", family.written, given.written));
            self.phrases.extend(phrases.into_iter().map(|phrase| (Whole::Name, phrase)));
            return;
        }
        let name = self.names.last().map_or(0, |(_, last, _)| last + 1);
        // A word of both parts tells neither.
        let other = |words: &NameWords, others: &NameWords| -> Vec<String> {
            let own = words.words.iter().filter(|word| !others.words.contains(word));
            let own: Vec<String> = own.cloned().collect();
            if own.is_empty() { words.words.clone() } else { own }
        };
        for (words, part) in
            [(other(&family, &given), Part::Family), (other(&given, &family), Part::Given)]
        {
            self.names.extend(words.into_iter().map(|word| (word, name, part)));
        }
    }

    /// A street with the number of the house, no further: what follows is written in many ways. A
    /// place or a number alone is that of many, and the word of other things.
    fn add_address(&mut self, address: &str) {
        for mut phrase in phrases_of(address) {
            let is_number = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit());
            let Some(number) = phrase.iter().skip(1).position(is_number) else { continue };
            if phrase.first().is_some_and(is_number) {
                continue;
            }
            phrase.truncate(number + 2);
            self.phrases.push((Whole::Address, phrase));
        }
    }
}

struct NameWords {
    written: String,
    /// Each part of it, and all of them written as one, in both spellings.
    words: Vec<String>,
}

impl NameWords {
    fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

fn name_words(name: &str) -> NameWords {
    let mut words = Vec::new();
    for mut parts in phrases_of(name) {
        let whole = parts.concat();
        // `al` and `de` are parts of many names.
        if parts.iter().any(|part| part.chars().count() > 2) {
            parts.retain(|part| part.chars().count() > 2);
        }
        words.extend(parts);
        words.push(whole);
    }
    words.sort();
    words.dedup();
    NameWords { written: name.to_owned(), words }
}

/// The words of a text one after the other, folded, and spelled out where that differs.
fn phrases_of(text: &str) -> Vec<Vec<String>> {
    let words = |text: String| -> Vec<String> {
        pieces(&text).map(|piece| text[piece.at..piece.end].to_owned()).collect()
    };
    let mut phrases = vec![words(fold(text)), words(spelled_out(text))];
    phrases.dedup();
    phrases.retain(|phrase| !phrase.is_empty());
    phrases
}
