//! Every Swedish sentence, from `assets/texts/sv`.

use std::sync::LazyLock;

use app::TextValue;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};
use unic_langid::LanguageIdentifier;

use crate::format;

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../assets/texts/sv");

static BUNDLE: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| {
    let language = LanguageIdentifier::from_bytes(b"sv").unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Isolation marks are for mixed directions of writing; here they would end up in files.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(|value, _| match value {
        FluentValue::Number(number) => Some(format::count(whole(number))),
        _ => None,
    }));
    for file in FILES.files() {
        let text = file.contents_utf8().unwrap_or_default().to_owned();
        // A test holds that every file parses whole and that no id stands twice.
        let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
});

/// The words for what a field of a fact chose.
#[must_use]
pub fn choice(value: &str) -> String {
    text(&app::choice_id(value), &[])
}

/// The text `id`, or its attribute after a full stop (`finding-check-digit.do`), with these values.
///
/// An id without text gives the id itself: a missing sentence must show, not stop the work.
#[must_use]
pub fn text(id: &str, values: &[(&str, TextValue)]) -> String {
    let (message, attribute) = match id.split_once('.') {
        Some((message, attribute)) => (message, Some(attribute)),
        None => (id, None),
    };
    let pattern = BUNDLE.get_message(message).and_then(|found| match attribute {
        Some(name) => found.get_attribute(name).map(|attribute| attribute.value()),
        None => found.value(),
    });
    let Some(pattern) = pattern else { return id.to_owned() };
    let mut arguments = FluentArgs::new();
    for (name, value) in values {
        arguments.set(*name, fluent_value(value));
    }
    let mut faults = Vec::new();
    BUNDLE.format_pattern(pattern, Some(&arguments), &mut faults).into_owned()
}

/// Whether there is a text with that id.
#[must_use]
pub fn has(id: &str) -> bool {
    BUNDLE.get_message(id).is_some_and(|message| message.value().is_some())
}

/// Counts stay numbers, so that texts can choose by them; everything else is written here.
fn fluent_value(value: &TextValue) -> FluentValue<'static> {
    let text = match value {
        TextValue::Count(number) => return FluentValue::from(*number),
        TextValue::Text(text) => text.clone(),
        TextValue::Amount(amount) => format::amount(*amount),
        TextValue::Number(number) => format::decimal(*number),
        TextValue::Day(day) => format::day(*day),
        TextValue::Month(month) => format::month(*month),
    };
    FluentValue::from(text)
}

/// A count as Fluent holds it: a number that was whole when it was given.
fn whole(number: &FluentNumber) -> i64 {
    let text = number.as_string();
    text.split('.').next().and_then(|digits| digits.parse().ok()).unwrap_or_default()
}

/// Named values as they come from the core: those ending in `_ore` are amounts and lose the ending.
#[must_use]
pub fn named_values(values: &[(String, String)]) -> Vec<(&str, TextValue)> {
    app::named_values(values.iter().map(|(name, value)| (name.as_str(), value.as_str())))
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn every_file_parses_and_no_id_stands_twice() {
        let mut seen: HashMap<String, String> = HashMap::new();
        for file in FILES.files() {
            let name = file.path().display().to_string();
            let text = file.contents_utf8().unwrap().to_owned();
            assert!(FluentResource::try_new(text.clone()).is_ok(), "{name}");
            for line in text.lines() {
                let Some((id, _)) = line.split_once(" =") else { continue };
                if id.starts_with(|c: char| c.is_ascii_alphabetic()) {
                    let before = seen.insert(id.to_owned(), name.clone());
                    assert_eq!(before, None, "{id} stands twice, in {name}");
                }
            }
        }
        assert!(seen.len() > 100);
    }

    /// Words of nobody in the field, or a second word for something that has one: what stands instead is
    /// in the second place. The finance system has the general ledger, and the program none.
    const NOT_SAID: [(&str, &str); 16] = [
        ("huvudbok", "pengarnas händelser"),
        ("Släng", "Kasta"),
        ("släng", "kasta"),
        ("verifierad", "ej kontrollerad mot källan"),
        ("verifierat", "ej kontrollerat mot källan"),
        ("omappad", "ännu inte kopplad till någon ersättning"),
        ("okopplad", "ännu inte kopplad till någon ersättning"),
        ("Dela igen", "Dela upp igen"),
        ("säger emot", "motstridiga uppgifter"),
        ("vänd er mot beslutet", "begär omprövning eller överklaga"),
        ("inget svarar mot", "inte förväntad"),
        ("något som aldrig kom", "inte har betalats ut hit"),
        ("itas på till", "gäller som kontrollerat till och med"),
        ("Programmets datum", "Arbetsdatum"),
        ("Åter som förut", "Markeringen är borttagen"),
        ("har inte varit än", "ligger i framtiden"),
    ];

    #[test]
    fn one_thing_has_one_word_and_that_of_the_field() {
        let handbook = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/handbok");
        let pages = std::fs::read_dir(handbook).unwrap().filter_map(|entry| {
            let path = entry.unwrap().path();
            let is_page = path.extension().is_some_and(|ending| ending == "md");
            is_page.then(|| (path.display().to_string(), std::fs::read_to_string(path).unwrap()))
        });
        let texts = FILES.files().map(|file| {
            (file.path().display().to_string(), file.contents_utf8().unwrap().to_owned())
        });
        let mut said = Vec::new();
        for (name, text) in pages.chain(texts) {
            for (line, words) in text.lines().enumerate() {
                for (word, instead) in NOT_SAID {
                    if words.contains(word) {
                        said.push(format!("{name}:{}: {word} → {instead}", line + 1));
                    }
                }
            }
        }
        assert!(said.is_empty(), "{said:#?}");
    }

    #[test]
    fn every_code_has_its_text() {
        use domain::FindingCode;
        for code in FindingCode::ALL {
            let id = format!("finding-{}", code.as_str());
            for id in [id.clone(), format!("{id}.short"), format!("{id}.do")] {
                assert_ne!(text(&id, &[]), id, "no text {id}");
            }
        }
        for code in app::RefusalCode::ALL {
            assert!(has(&format!("error-{}", code.as_str())), "{}", code.as_str());
        }
        for reason in domain::matching::MatchReason::ALL {
            assert!(has(&format!("match-{}", reason.as_str())), "{}", reason.as_str());
        }
    }

    #[test]
    fn texts_choose_by_counts_and_write_them_in_groups() {
        let persons = |count| text("waits-persons", &[("count", TextValue::Count(count))]);
        assert_eq!(persons(1), "1 person");
        assert_eq!(persons(200_000), "200\u{a0}000 personer");
        let run = |run| text("statement-run-value", &[("run", TextValue::Count(run))]);
        assert_eq!(run(1), "Körning 1");
        assert_eq!(run(2), "Tilläggskörning 2");
    }

    #[test]
    fn amounts_in_values_are_written_as_amounts() {
        let values = [("amount_ore".to_owned(), "-1680000".to_owned())];
        let named = named_values(&values);
        assert_eq!(named, [("amount", TextValue::Amount(domain::Ore(-1_680_000)))]);
    }
}
