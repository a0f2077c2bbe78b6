//! A file is short enough to be read at one sitting.

use super::Finding;
use super::tree::{File, Tree};

/// Lines from which a file wants splitting, and must be split.
const WANTS: usize = 500;
const MUST: usize = 800;
const CODE: [&str; 8] = ["rs", "ts", "vue", "mjs", "css", "sql", "sh", "toml"];

/// Looks at code that people write; tests and their data may be longer.
pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let code = tree.files().iter().filter(|file| is_code(file));
    code.filter_map(|file| {
        let lines = file.text.lines().count();
        if lines <= WANTS {
            None
        } else if lines <= MUST {
            Some(Finding::warning(&file.path, format!("{lines} lines: wants splitting")))
        } else {
            Some(Finding::error(&file.path, format!("{lines} lines: must be split")))
        }
    })
    .collect()
}

fn is_code(file: &File) -> bool {
    CODE.contains(&file.ending()) && !file.is_test() && !file.is_generated()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_files_are_told() {
        let (long, longer) = ("x\n".repeat(501), "x\n".repeat(801));
        let tree = Tree::of(&[
            ("crates/a/src/long.rs", &long),
            ("crates/a/src/longer.rs", &longer),
            ("crates/a/src/short.rs", &"x\n".repeat(500)),
            ("crates/a/tests/it/longer.rs", &longer),
            ("ui/src/generated/contract.ts", &longer),
            ("docs/longer.md", &longer),
        ]);
        let found: Vec<(String, bool)> =
            check(&tree).into_iter().map(|finding| (finding.place, finding.warning)).collect();
        let expected = [
            ("crates/a/src/long.rs".to_owned(), true),
            ("crates/a/src/longer.rs".to_owned(), false),
        ];
        assert_eq!(found, expected);
    }
}
