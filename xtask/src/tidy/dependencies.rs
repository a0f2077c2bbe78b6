//! Every dependency is a decision that somebody can read.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Finding;
use super::directions::Workspace;
use super::tree::Tree;
use crate::Outcome;

/// A table whose first column names a package between backticks.
const DECISIONS: &str = "docs/decisions/0002-dependencies.md";
const PACKAGE_FILES: [&str; 2] = ["package.json", "ui/package.json"];

/// Holds what is declared against the table, both ways.
///
/// # Errors
/// When a package file is not JSON.
pub(super) fn check(workspace: &Workspace, tree: &Tree) -> Outcome<Vec<Finding>> {
    let mut declared: BTreeSet<String> = workspace
        .packages
        .iter()
        .flat_map(|package| &package.uses)
        .filter(|used| !used.ours)
        .map(|used| used.name.clone())
        .collect();
    for path in PACKAGE_FILES {
        if let Some(file) = tree.at(path) {
            let parsed = serde_json::from_str(&file.text);
            declared.extend(npm_packages(&parsed.map_err(|error| format!("{path}: {error}"))?));
        }
    }
    let decided = decided(tree.at(DECISIONS).map_or("", |file| &file.text));
    let missing = declared.difference(&decided).map(|name| {
        Finding::error(DECISIONS, format!("no line says why there is the dependency {name}"))
    });
    let gone = decided.difference(&declared).map(|name| {
        Finding::error(DECISIONS, format!("{name} is no dependency any more: delete its line"))
    });
    Ok(missing.chain(gone).collect())
}

fn npm_packages(file: &Value) -> Vec<String> {
    let groups = ["dependencies", "devDependencies", "optionalDependencies"];
    let names = groups.iter().filter_map(|group| file[*group].as_object());
    names.flat_map(|group| group.keys().cloned()).collect()
}

/// The packages that the table has a line for.
fn decided(text: &str) -> BTreeSet<String> {
    let rows = text.lines().filter_map(|line| line.strip_prefix("| `"));
    rows.filter_map(|row| row.split_once('`')).map(|(name, _)| name.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::directions::{Package, Use};
    use super::*;

    #[test]
    fn the_table_and_the_declarations_agree_both_ways() {
        let uses = [("serde", false), ("domain", true)];
        let uses = uses.map(|(name, ours)| Use { name: name.to_owned(), ours, in_tests: false });
        let uses = uses.into();
        let workspace = Workspace { packages: vec![Package { name: "app".to_owned(), uses }] };
        let table = "| name | why |\n|---|---|\n| `vue` | screen |\n| `left-pad` | none |\n";
        let tree = Tree::of(&[
            (DECISIONS, table),
            (
                "ui/package.json",
                r#"{"dependencies": {"vue": "3"}, "devDependencies": {"vite": "8"}}"#,
            ),
        ]);
        let words: Vec<String> =
            check(&workspace, &tree).unwrap().into_iter().map(|finding| finding.words).collect();
        assert_eq!(
            words,
            [
                "no line says why there is the dependency serde",
                "no line says why there is the dependency vite",
                "left-pad is no dependency any more: delete its line",
            ]
        );
    }
}
