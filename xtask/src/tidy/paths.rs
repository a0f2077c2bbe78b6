//! Nothing in the project knows the machine that it was written on.

use super::Finding;
use super::tree::Tree;

/// Folders of one machine, put together here so that this file passes its own rule.
const MACHINE: [&str; 4] = [
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
    concat!("/wo", "rk/"),
    concat!("C:\\Us", "ers\\"),
];

/// Files that name such a folder on no real machine; with the reason.
const ALLOWED: &[(&str, &str)] =
    &[("crates/store/src/db/lock.rs", "a test's mount table of an invented machine")];

/// Looks at every line of every text file.
pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    let allowed = |path: &str| ALLOWED.iter().any(|(allowed, _)| *allowed == path);
    for file in tree.files().iter().filter(|file| !allowed(&file.path)) {
        for (number, line) in (1..).zip(file.text.lines()) {
            if let Some(path) = MACHINE.iter().find(|path| names(line, path)) {
                let place = format!("{}:{number}", file.path);
                findings.push(Finding::error(place, format!("names a path of a machine: {path}")));
            }
        }
    }
    findings
}

/// Whether `line` names the folder `path` itself, not one of the same name inside another.
fn names(line: &str, path: &str) -> bool {
    line.match_indices(path).any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        !before.is_some_and(|sign| sign.is_alphanumeric() || "._-~}@)".contains(sign))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_of_a_machine_is_found_with_its_line() {
        let text = format!("first\nsee {}me/notes.txt\n", MACHINE[0]);
        let tree = Tree::of(&[("docs/a.md", &text), ("docs/b.md", "https://example.org/home/x")]);
        let places: Vec<String> = check(&tree).into_iter().map(|finding| finding.place).collect();
        assert_eq!(places, ["docs/a.md:2"]);
    }
}
