//! What is said of files of watches with faults.

use chrono::NaiveDate;
use rates::{shipped, watches_from_texts};

use crate::facts::day;

/// A sound rule, and what else stands beside it.
const SOUND: &str = r#"
[[watch]]
id = "sound"
text = "watch-sound"
trigger = { on = "turns", years = 18 }
due = { rule = "days-before", days = 21 }
compensations = ["EKU-DYGN"]
valid_from = "2020-10-01"
source = "https://example.org"
verified = true
checked_on = "2026-11-20"
"#;

const FAULTY: &str = r#"
[[watch]]
id = "Not kebab"
text = ""
trigger = { on = "turns", years = 0 }
due = { rule = "day-of-month-after", day = 29, months = 1 }
compensations = ["EKU-DYGNS"]
answered_by = ["confirmed"]
valid_from = "2020-10-32"
source = " "
verified = true
checked_on = "20261120"

[[watch]]
id = "later"
text = "watch-later"
trigger = { on = "responsibility-change" }
due = { rule = "day-of-month-after-quarter", day = 7, months = 1 }
compensations = []
valid_from = "2020-10-01"
valid_until = "2020-09-30"
source = "https://example.org"
verified = false
checked_on = "2026-11-20"

[watch.later]
due = { rule = "day-of-month-after", day = 7, months = 1 }
source = ""
verified = false

[[watch]]
id = "words"
text = "watch-words"
trigger = { on = "ground-ends", grounds = ["friend"] }
due = { rule = "some-day" }
compensations = []
valid_from = "2020-10-01"
source = "https://example.org"
verified = true
checked_on = "2026-11-20"

[[watch.who]]
unaccompanied = "perhaps"

[[watch]]
id = "nothing"
text = "watch-nothing"
trigger = { on = "ground-ends", grounds = [], each_year = "03-04" }
due = { rule = "on-the-day" }
compensations = []
valid_from = "2020-10-01"
source = "https://example.org"
verified = true
checked_on = "2026-11-20"
"#;

fn refused(texts: &[(&str, String)]) -> Vec<String> {
    let law = shipped().unwrap();
    let texts = texts.iter().map(|(file, text)| ((*file).to_owned(), text.as_str()));
    let faults = watches_from_texts(texts, &law).err().unwrap_or_default();
    let said = faults.iter().map(|fault| {
        let said = fault.to_string();
        said.split_once(", expected one of").map_or(said.clone(), |(said, _)| said.to_owned())
    });
    said.collect()
}

#[test]
fn a_faulty_file_is_refused_with_every_fault() {
    assert_eq!(refused(&[("a.toml", SOUND.to_owned())]), [""; 0]);
    assert_eq!(
        refused(&[("a.toml", FAULTY.to_owned())]),
        [
            "a.toml:3: id: \"Not kebab\" is not lower case with hyphens",
            "a.toml:4: text: \"\" is not lower case with hyphens",
            "a.toml:5: trigger.years: the numbers name no day",
            "a.toml:6: due: the numbers name no day",
            "a.toml:7: compensations: no compensation EKU-DYGNS",
            "a.toml:8: answered_by: no such word as \"confirmed\"",
            "a.toml:9: valid_from: \"2020-10-32\" is no day",
            "a.toml:10: a value is verified without a source",
            "a.toml:12: checked_on: \"20261120\" is no day",
            "a.toml:17: trigger: nothing sets it off",
            "a.toml:18: for an event on 2025-01-01 the later day is the earlier one",
            "a.toml:20: valid_until 2020-09-30 is before valid_from 2020-10-01",
            "a.toml:22: an unverified value has no note",
            "a.toml:28: a value has no source",
            "a.toml:28: an unverified value has no note",
            "a.toml:34: is not of the format: unknown variant `friend`",
            "a.toml:35: is not of the format: unknown variant `some-day`",
            "a.toml:42: is not of the format: unknown variant `perhaps`",
            "a.toml:48: trigger: nothing sets it off",
        ]
    );
}

#[test]
fn a_rule_of_the_same_id_follows_upon_the_one_before() {
    let ended = SOUND.replace(
        "valid_from = \"2020-10-01\"",
        "valid_from = \"2015-01-01\"\nvalid_until = \"2020-09-30\"",
    );
    let rules = watches_from_texts(
        [("a.toml".to_owned(), SOUND), ("b.toml".to_owned(), ended.as_str())],
        &shipped().unwrap(),
    );
    let first_days: Vec<NaiveDate> = rules.unwrap().iter().map(|rule| rule.valid_from).collect();
    assert_eq!(first_days, [day("2015-01-01"), day("2020-10-01")]);
    let a_day_more = ended.replace("2020-09-30", "2020-10-01");
    assert_eq!(
        refused(&[("a.toml", SOUND.to_owned()), ("b.toml", a_day_more)]),
        ["a.toml:3: two rules \"sound\" hold on 2020-10-01"]
    );
}

#[test]
fn a_file_that_is_not_of_the_format_has_one_fault() {
    let without_id = SOUND.replace("id = \"sound\"\n", "");
    let found = refused(&[("a.toml", without_id), ("b.toml", "watch = 3".to_owned())]);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(
        found[0].starts_with("a.toml:2: is not of the format: missing field `id`"),
        "{found:?}"
    );
}
