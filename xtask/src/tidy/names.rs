//! Names say what a thing is, in the field's words. Those here say nothing.

use super::Finding;
use super::tokens::Tokens;
use super::tree::Tree;

const EMPTY_WORDS: [&str; 5] = ["manager", "service", "helper", "util", "processor"];

/// Looks at names of files and folders, and of types and modules in Rust and TypeScript.
pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.files() {
        if let Some(word) = empty_word(&file.path) {
            findings.push(Finding::error(&file.path, format!("\"{word}\" says nothing in a name")));
        }
        for (line, name) in declared(&file.path, file.ending(), &file.text, &mut findings) {
            if let Some(word) = empty_word(&name) {
                let words = format!("{name}: \"{word}\" says nothing in a name");
                findings.push(Finding::error(format!("{}:{line}", file.path), words));
            }
        }
    }
    findings
}

/// Names with their lines.
fn declared(
    path: &str,
    ending: &str,
    text: &str,
    findings: &mut Vec<Finding>,
) -> Vec<(usize, String)> {
    match ending {
        "rs" => match Tokens::of(text) {
            Ok(tokens) => {
                let names = tokens.declared.iter();
                names.map(|name| (name.span().start().line, name.to_string())).collect()
            }
            Err(error) => {
                let line = error.span().start().line;
                findings.push(Finding::error(format!("{path}:{line}"), "is not Rust"));
                Vec::new()
            }
        },
        "ts" | "vue" | "mjs" => declared_in_script(text),
        _ => Vec::new(),
    }
}

fn declared_in_script(text: &str) -> Vec<(usize, String)> {
    let declaring = ["class", "interface", "type", "enum", "namespace"];
    let mut names = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let mut words = line
            .split_whitespace()
            .skip_while(|word| ["export", "abstract", "declare"].contains(word));
        if words.next().is_some_and(|word| declaring.contains(&word))
            && let Some(name) = words.next()
        {
            names.push((number, name.to_owned()));
        }
    }
    names
}

/// The first empty word in a name, whether it is parted by signs or by capitals.
fn empty_word(name: &str) -> Option<&'static str> {
    let mut parted = String::new();
    for sign in name.chars() {
        if sign.is_uppercase() || !sign.is_alphanumeric() {
            parted.push(' ');
        }
        parted.extend(sign.to_lowercase());
    }
    let words = parted.split(|sign: char| !sign.is_alphanumeric());
    words.flat_map(|word| EMPTY_WORDS.iter().find(|empty| is_word(word, empty))).next().copied()
}

fn is_word(word: &str, empty: &str) -> bool {
    word == empty || word.strip_suffix('s') == Some(empty)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_however_they_are_parted() {
        for name in [
            "PaymentManager",
            "import_helper.rs",
            "ui/src/utils/a.ts",
            "RowProcessor<T>",
            "service",
        ] {
            assert!(empty_word(name).is_some(), "{name}");
        }
        for name in ["utility", "Person", "processing", "domain/src/serviceable.rs"] {
            assert_eq!(empty_word(name), None, "{name}");
        }
    }

    #[test]
    fn declarations_are_found_with_their_lines() {
        let tree = Tree::of(&[
            ("crates/a/src/lib.rs", "//! Text.\n\npub struct KeyManager;\n"),
            ("ui/src/a.ts", "const x = 1;\nexport interface RowHelper {\n"),
            ("ui/src/b.ts", "const manager = 1;\n"),
        ]);
        let places: Vec<String> = check(&tree).into_iter().map(|finding| finding.place).collect();
        assert_eq!(places, ["crates/a/src/lib.rs:3", "ui/src/a.ts:2"]);
    }
}
