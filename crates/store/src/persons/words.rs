//! The words a person is found by, and the place of a person in lists.
//!
//! Each person is one document of the full text index: names as they are written,
//! spelled out and as they sound, numbers, the Person-id, and the latest board with its district.
//! Numbers and id stand there once more as words that are found only whole: by these alone somebody
//! is found who is protected on the day of the question.

use chrono::NaiveDate;
use domain::facts::{Fact, FactContent, known_on};
use domain::person::CostCentre;
use domain::spelling::{fold, sound_of, spelled_out};
use unicode_normalization::UnicodeNormalization;

use super::facts::Known;
use crate::{PersonNo, Read, Result, Write};

/// Before a word that stands for how a name sounds.
const SOUND: char = '~';
/// Before a word that is found only whole.
const WHOLE: char = '=';
/// Before the cost centre of a board.
const BOARD: char = '@';

/// Names of lists and their filter, folded.
pub(super) fn search_text(known: &Known) -> String {
    fold(&format!("{} {}", known.family_name, known.given_name))
}

/// Where lists place a person: by family and given name with å, ä and ö after z. Lists show whoever is
/// protected on their day last, since the place would tell the name.
pub(super) fn sort_name(known: &Known) -> String {
    let text = format!("{}\u{1}{}", known.family_name, known.given_name);
    let placed = text.nfc().flat_map(char::to_lowercase).map(|letter| match letter {
        'å' => '\u{7b}',
        'ä' | 'æ' => '\u{7c}',
        'ö' | 'ø' => '\u{7d}',
        other => other,
    });
    fold(&placed.collect::<String>())
}

/// Every word of the known facts, parted by spaces.
pub(super) fn words_of(known: &[&Fact], id: &str) -> String {
    let mut words = vec![id_word(id), whole(&id_word(id))];
    for fact in known {
        match &fact.content {
            FactContent::Name(name) => {
                words.extend(name_words(&name.family_name));
                words.extend(name_words(&name.given_name));
            }
            FactContent::Dossier(dossier) => {
                let number = dossier.number.to_string();
                words.extend([whole(&number), number]);
            }
            FactContent::National(national) => {
                let number = national.number.to_string();
                // Without the century too, as it is spoken.
                let short = number.get(2..).unwrap_or_default().to_owned();
                words.extend([whole(&number), number, whole(&short), short]);
            }
            _ => {}
        }
    }
    let boards = known.iter().filter_map(|fact| match &fact.content {
        FactContent::ResponsibleBoard(board) => Some((fact.validity.valid_from, board)),
        _ => None,
    });
    if let Some((_, board)) = boards.max_by_key(|(from, _)| *from) {
        words.push(board_word(&board.cost_centre));
        words.extend(parts(board.district.as_deref().unwrap_or_default()));
    }
    words.sort_unstable();
    words.dedup();
    words.join(" ")
}

fn name_words(name: &str) -> Vec<String> {
    let mut words = parts(name);
    words.extend(parts(&spelled_out(name)));
    let sounds: Vec<String> = words.iter().filter_map(|part| sound_word(part)).collect();
    words.extend(sounds);
    words
}

/// The folded words of a text: what stands between signs and spaces.
pub(super) fn parts(text: &str) -> Vec<String> {
    fold(text)
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

/// A Person-id as one word.
pub(super) fn id_word(id: &str) -> String {
    fold(id).replace(|letter: char| !letter.is_alphanumeric(), "_")
}

/// The word that stands for how a name sounds.
pub(super) fn sound_word(part: &str) -> Option<String> {
    sound_of(part).map(|sound| format!("{SOUND}{sound}"))
}

/// The word that is found only whole.
pub(super) fn whole(word: &str) -> String {
    format!("{WHOLE}{word}")
}

/// Whether a word is found only whole.
pub(super) fn is_whole(word: &str) -> bool {
    word.starts_with(WHOLE)
}

/// The word of everybody whom a board answers for.
pub(super) fn board_word(centre: &CostCentre) -> String {
    format!("{BOARD}{}", id_word(&centre.0))
}

impl Read<'_> {
    /// Makes the index of persons, which is empty, from what is known of each.
    pub(crate) fn make_index(&self) -> Result<()> {
        let persons: Vec<PersonNo> =
            self.db.all("SELECT person_no FROM person ORDER BY person_no", &[])?;
        for person_no in persons {
            let facts = self.facts_of(person_no)?;
            let id = self.person_id(person_no)?;
            let words = words_of(&known_on(&facts, NaiveDate::MAX), &id.0);
            self.db.add_words(person_no, &words)?;
        }
        Ok(())
    }
}

impl Write<'_> {
    /// Replaces the words of a person.
    pub(super) fn put_words(&self, person_no: PersonNo, known: &[&Fact]) -> Result<()> {
        let id = self.person_id(person_no)?;
        self.db.put_words(person_no, &words_of(known, &id.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swedish_letters_come_last() {
        let names = ["Aalto", "d'Test", "Oval", "Zeta", "Åberg", "Ärlig", "Öst"];
        let sorted = names
            .map(|name| sort_name(&Known { family_name: name.to_owned(), ..Known::default() }));
        assert!(sorted.is_sorted(), "{sorted:?}");
    }

    #[test]
    fn names_are_found_plain_and_spelled_out() {
        let words = ["muller", "og", "mueller", "oeg", "~mlr", "~mlr"];
        assert_eq!(name_words("Müller-Ög"), words);
    }
}
