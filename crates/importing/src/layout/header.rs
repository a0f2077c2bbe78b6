//! Headers: found by what they say, never by their line number.

use std::borrow::Cow;

use domain::spelling::as_seen;

use crate::records::Cells;
use crate::values::trimmed;

/// A header text as it is compared, by what it looks like: lower case, letters composed, runs of
/// white space as one blank, dashes as hyphens, without signs that show nothing and without the star
/// or colon that forms put after a label.
pub(crate) fn normalised(text: &str) -> String {
    let seen = if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(as_seen(text)) };
    let label = trimmed(&seen).trim_start_matches('*').trim_end_matches(['*', ':', ' ']);
    let mut result = String::with_capacity(label.len());
    for word in label.split_whitespace() {
        if !result.is_empty() {
            result.push(' ');
        }
        result.extend(word.chars().flat_map(char::to_lowercase));
    }
    result
}

/// A column to look for.
pub(crate) struct HeaderRule {
    /// Accepted names, normalised; the first is the one to name when the column is missing.
    pub(crate) names: Vec<String>,
    pub(crate) required: bool,
}

/// A row compared with the rules.
#[derive(Debug)]
pub(crate) struct Header {
    /// Header texts, trimmed, up to the last that is not blank.
    pub(crate) names: Vec<String>,
    /// Per rule, the index of its column.
    pub(crate) found: Vec<Option<usize>>,
    /// Rules whose column must be there and is not.
    pub(crate) missing: Vec<usize>,
    /// A header text that stands twice though a rule wants it.
    pub(crate) twice: Option<String>,
}

impl Header {
    /// Whether the row is the header.
    pub(crate) fn fits(&self) -> bool {
        self.missing.is_empty()
    }

    /// Indexes of named columns that no rule wants.
    pub(crate) fn unwanted(&self) -> impl Iterator<Item = usize> {
        (0..self.names.len())
            .filter(|index| !self.names[*index].is_empty() && !self.found.contains(&Some(*index)))
    }
}

/// Compares one row with the rules.
pub(crate) fn find_header(cells: &Cells, rules: &[HeaderRule]) -> Header {
    let mut names: Vec<String> = cells.iter().map(|cell| trimmed(cell).to_owned()).collect();
    while names.last().is_some_and(String::is_empty) {
        names.pop();
    }
    let compared: Vec<String> = names.iter().map(|name| normalised(name)).collect();
    let mut header = Header { names, found: Vec::new(), missing: Vec::new(), twice: None };
    for (number, rule) in rules.iter().enumerate() {
        let place = |name: &String| compared.iter().position(|other| other == name);
        let found = rule.names.iter().find_map(place);
        if found.is_none() && rule.required {
            header.missing.push(number);
        }
        if let Some(index) = found
            && compared[index + 1..].contains(&compared[index])
        {
            header.twice = Some(header.names[index].clone());
        }
        header.found.push(found);
    }
    header
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(names: &[&str], required: bool) -> HeaderRule {
        HeaderRule { names: names.iter().map(|name| normalised(name)).collect(), required }
    }

    #[test]
    fn case_and_white_space_do_not_matter() {
        assert_eq!(normalised("\u{FEFF} Period\u{A0}\u{A0} FRÅN "), "period från");
    }

    #[test]
    fn what_looks_alike_is_alike() {
        for text in [
            "Ersa\u{308}ttningskod",
            "Ersättnings\u{ad}kod",
            "\u{200b}Ersättningskod\u{feff}",
            "ERSÄTTNINGSKOD*",
            "Ersättningskod: ",
            "* Ersättningskod *",
        ] {
            assert_eq!(normalised(text), "ersättningskod", "{text:?}");
        }
        assert_eq!(normalised("Period\nfrån"), "period från");
        assert_eq!(normalised("Person\u{2011}id"), "person-id");
        assert_eq!(normalised("*"), "");
    }

    #[test]
    fn names_decide_not_order() {
        let rules =
            [rule(&["Belopp", "Summa"], true), rule(&["Kod"], true), rule(&["Namn"], false)];
        let cells = ["Kod", "", "summa ", "Övrigt", ""].into_iter().collect();
        let header = find_header(&cells, &rules);
        assert!(header.fits());
        assert_eq!(header.found, [Some(2), Some(0), None]);
        assert_eq!(header.unwanted().collect::<Vec<_>>(), [3]);
        assert_eq!(header.names.len(), 4);
    }

    #[test]
    fn a_wanted_name_that_stands_twice_is_told() {
        let rules = [rule(&["Kod"], true)];
        let header = find_header(&["Kod", "kod"].into_iter().collect(), &rules);
        assert_eq!(header.twice.as_deref(), Some("Kod"));
    }
}
