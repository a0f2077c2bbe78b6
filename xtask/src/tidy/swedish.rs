//! Crates below `api` speak in codes: a Swedish sentence stands once, in assets/texts.

use super::Finding;
use super::tokens::Tokens;
use super::tree::{File, Tree};

const BELOW_API: [&str; 6] = ["domain", "rates", "importing", "exporting", "store", "app"];

/// Files whose Swedish letters are data of a format or of the country, not sentences; with the reason.
const ALLOWED: &[(&str, &str)] = &[
    ("crates/app/src/booking/export.rs", "the program's name, which stands in booking files"),
    ("crates/app/src/catalogue.rs", "names of the boards in the example key"),
    ("crates/importing/src/tables/accounts.rs", "headings of the table of accounts"),
    ("crates/importing/src/tables/booked.rs", "headings of the table of voucher numbers"),
    ("crates/importing/src/tables/codes.rs", "words of the code table's status column"),
    ("crates/importing/src/tables/key.rs", "a word of the key's target column"),
];

/// Looks for Swedish letters in literals outside tests.
pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.files().iter().filter(|file| is_below_api(file)) {
        let found = swedish_lines(&file.text);
        let allowed = ALLOWED.iter().any(|(path, _)| *path == file.path);
        match (found.first(), allowed) {
            (Some(_), true) | (None, false) => {}
            (None, true) => {
                let words = "has no Swedish any more: take it off xtask/src/tidy/swedish.rs";
                findings.push(Finding::error(&file.path, words));
            }
            (Some(_), false) => findings.extend(found.into_iter().map(|(line, literal)| {
                let words = format!("Swedish below api, give a code instead: {literal}");
                Finding::error(format!("{}:{line}", file.path), words)
            })),
        }
    }
    findings
}

fn is_below_api(file: &File) -> bool {
    let mut parts = file.path.split('/');
    let crate_name = (parts.next() == Some("crates")).then(|| parts.next()).flatten();
    crate_name.is_some_and(|name| BELOW_API.contains(&name))
        && file.ending() == "rs"
        && !file.is_test()
}

/// Line and literal. A file that is not Rust is told by the rule on names.
fn swedish_lines(text: &str) -> Vec<(usize, String)> {
    let literals = Tokens::of(text).map(|tokens| tokens.literals).unwrap_or_default();
    let texts =
        literals.into_iter().map(|literal| (literal.span().start().line, literal.to_string()));
    texts.filter(|(_, text)| is_swedish_words(text)).collect()
}

/// A single letter is no sentence: the alphabet is the domain's to know.
fn is_swedish_words(literal: &str) -> bool {
    !literal.starts_with('\'') && literal.contains(['å', 'ä', 'ö', 'Å', 'Ä', 'Ö'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swedish_is_found_below_api_only() {
        let text = "/// Ö.\nconst A: &str = \"Välj en fil\";\nconst B: char = 'å'; // å\n";
        let tree = Tree::of(&[
            ("crates/store/src/a.rs", text),
            ("crates/api/src/a.rs", text),
            ("crates/store/tests/a.rs", text),
            ("xtask/src/a.rs", text),
        ]);
        let places: Vec<String> = check(&tree).into_iter().map(|finding| finding.place).collect();
        assert_eq!(places, ["crates/store/src/a.rs:2"]);
    }
}
