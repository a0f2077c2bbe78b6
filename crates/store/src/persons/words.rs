//! The words a person is found by: names as they are written, plain and transliterated, and numbers.

use domain::facts::{Fact, FactContent, known_on};
use rusqlite::Connection;

use super::PersonNo;
use super::facts::{Known, card_from};
use crate::columns::fold;
use crate::{Read, Result, Write};

/// Marks a word that stands for how a name sounds.
const SOUND: char = '~';

/// Names of lists and their filter, folded.
pub(super) fn search_text(known: &Known) -> String {
    fold(&format!("{} {}", known.family_name, known.given_name))
}

/// Where lists place a person: by family and given name with å, ä and ö after z. Protected persons
/// stand last, so that their place says nothing of the name.
pub(super) fn sort_name(known: &Known) -> String {
    if known.protected_until.is_some() {
        return char::MAX.to_string();
    }
    let text = format!("{}\u{1}{}", known.family_name, known.given_name).to_lowercase();
    let placed = text.chars().map(|letter| match letter {
        'å' => '\u{7b}',
        'ä' | 'æ' => '\u{7c}',
        'ö' | 'ø' => '\u{7d}',
        other => other,
    });
    fold(&placed.collect::<String>())
}

/// Every word of the known facts.
pub(super) fn words_of(known: &[&Fact], id: &str) -> Vec<String> {
    let mut words = vec![fold(id)];
    for fact in known {
        match &fact.content {
            FactContent::Name(name) => {
                words.extend(name_words(&name.family_name));
                words.extend(name_words(&name.given_name));
            }
            FactContent::Dossier(dossier) => words.push(dossier.number.to_string()),
            FactContent::National(national) => {
                let number = national.number.to_string();
                // Without the century too, as it is spoken.
                words.extend(number.get(2..).map(str::to_owned));
                words.push(number);
            }
            _ => {}
        }
    }
    words.sort_unstable();
    words.dedup();
    words
}

fn name_words(name: &str) -> Vec<String> {
    let parts = name.split([' ', '-', '\'', '’']).filter(|part| !part.is_empty());
    parts
        .flat_map(|part| {
            let (plain, spelled) = (fold(part), spelled_out(part));
            let sound = sound_of(&plain).map(|sound| format!("{SOUND}{sound}"));
            [Some(plain.clone()), (spelled != plain).then_some(spelled), sound]
        })
        .flatten()
        .collect()
}

/// Swedish and German letters as they are spelled out in passports: `Müller` is `mueller`.
fn spelled_out(word: &str) -> String {
    let lower = word.to_lowercase();
    let letters = lower.chars().map(|letter| match letter {
        'å' => "aa".to_owned(),
        'ä' | 'æ' => "ae".to_owned(),
        'ö' | 'ø' => "oe".to_owned(),
        'ü' => "ue".to_owned(),
        other => other.to_string(),
    });
    fold(&letters.collect::<String>())
}

/// How a folded word sounds, roughly: the same for the spellings that one name gets from different
/// officials, such as `mohammed`, `muhammad` and `mohamad`. None for words too short to tell.
pub(super) fn sound_of(word: &str) -> Option<String> {
    const ALIKE: [(&str, &str); 14] = [
        ("sch", "s"),
        ("tch", "s"),
        ("kh", "h"),
        ("gh", "g"),
        ("ch", "s"),
        ("sh", "s"),
        ("zh", "s"),
        ("th", "t"),
        ("dh", "d"),
        ("ph", "f"),
        ("ck", "k"),
        ("ks", "x"),
        ("dj", "j"),
        ("tj", "j"),
    ];
    let mut plain = word.to_owned();
    for (written, alike) in ALIKE {
        plain = plain.replace(written, alike);
    }
    let first = plain.chars().next()?;
    let mut sound = String::new();
    for letter in plain.chars() {
        let alike = match letter {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'j' | 'h' => continue,
            'c' | 'q' => 'k',
            'w' => 'v',
            'z' => 's',
            other => other,
        };
        if !sound.ends_with(alike) {
            sound.push(alike);
        }
    }
    // The first vowel tells `ali` from `eli`, and words of vowels alone from nothing.
    if "aeiouyjh".contains(first) {
        sound.insert(0, first);
    }
    (word.chars().count() >= 4 && sound.len() >= 2).then_some(sound)
}

/// Words to look up for what somebody types: each as it is and, whole, by its sound.
pub(super) fn sound_word(word: &str) -> Option<String> {
    sound_of(word).map(|sound| format!("{SOUND}{sound}"))
}

impl Write<'_> {
    /// Replaces the words of a person.
    pub(super) fn put_words(&self, person_no: PersonNo, known: &[&Fact]) -> Result<()> {
        let id = self.person_id(person_no)?;
        put_words(self.connection, person_no, &words_of(known, &id.0))
    }
}

fn put_words(connection: &Connection, person_no: PersonNo, words: &[String]) -> Result<()> {
    connection
        .prepare_cached("DELETE FROM person_word WHERE person_no = ?1")?
        .execute([person_no])?;
    let mut insert = connection.prepare_cached("INSERT INTO person_word VALUES (?1, ?2)")?;
    for word in words {
        insert.execute((word, person_no))?;
    }
    Ok(())
}

/// Makes the words of everybody and their places in lists, after a migration that could not.
pub(crate) fn complete(connection: &Connection) -> Result<()> {
    let read = Read { connection };
    let persons: Vec<PersonNo> = connection
        .prepare("SELECT person_no FROM person")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for person_no in persons {
        let facts = read.facts_of(person_no)?;
        let id = read.person_id(person_no)?;
        let known = known_on(&facts, chrono::NaiveDate::MAX);
        put_words(connection, person_no, &words_of(&known, &id.0))?;
        connection
            .prepare_cached("UPDATE person SET sort_name = ?2 WHERE person_no = ?1")?
            .execute((person_no, sort_name(&card_from(&known))))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_is_found_by_its_spellings() {
        let sound = |word: &str| sound_of(word).unwrap();
        assert_eq!(sound("mohammed"), sound("muhamad"));
        assert_eq!(sound("khaled"), sound("haled"));
        assert_eq!(sound("yusuf"), sound("yousef"));
        assert_ne!(sound("ahmed"), sound("omid"));
        assert_eq!(sound_of("ali"), None);
    }

    #[test]
    fn swedish_letters_come_last_and_protected_persons_after_all() {
        let of = |family: &str, protected: bool| {
            let protected_until = protected.then_some(chrono::NaiveDate::MAX);
            let family_name = family.to_owned();
            sort_name(&Known { family_name, protected_until, ..Known::default() })
        };
        let names = ["Aalto", "d'Test", "Oval", "Zeta", "Åberg", "Ärlig", "Öst"];
        let mut sorted: Vec<String> = names.map(|name| of(name, false)).into();
        sorted.push(of("Aalto", true));
        assert!(sorted.is_sorted(), "{sorted:?}");
    }

    #[test]
    fn names_are_found_plain_and_spelled_out() {
        assert_eq!(name_words("Müller-Ög"), ["muller", "mueller", "~mlr", "og", "oeg"]);
    }
}
