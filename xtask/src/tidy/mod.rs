//! The design held as a test. Each file here is one rule, and says what it is for.

mod apart;
mod circles;
mod dependencies;
mod directions;
mod names;
mod paths;
mod seam;
mod sizes;
mod swedish;
mod tokens;
mod tree;

use crate::Outcome;
use tree::Tree;

/// What a rule found: an error fails, a warning is shown.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    /// File, or file and line, or package.
    place: String,
    words: String,
    warning: bool,
}

impl Finding {
    fn error(place: impl Into<String>, words: impl Into<String>) -> Finding {
        Finding { place: place.into(), words: words.into(), warning: false }
    }

    fn warning(place: impl Into<String>, words: impl Into<String>) -> Finding {
        Finding { warning: true, ..Finding::error(place, words) }
    }
}

/// Runs every rule.
///
/// # Errors
/// When any of them found an error.
pub(crate) fn run() -> Outcome {
    let tree = Tree::read()?;
    let workspace = directions::Workspace::read()?;
    let mut findings = Vec::new();
    findings.extend(directions::check(&workspace));
    findings.extend(directions::check_screen(&tree));
    findings.extend(dependencies::check(&workspace, &tree)?);
    findings.extend(circles::check(&tree));
    findings.extend(seam::check(&tree));
    findings.extend(sizes::check(&tree));
    findings.extend(names::check(&tree));
    findings.extend(swedish::check(&tree));
    findings.extend(paths::check(&tree));
    findings.extend(apart::check(&tree));
    crate::licences::check()?;
    for finding in &findings {
        let kind = if finding.warning { "warning" } else { "error" };
        println!("{kind}: {}: {}", finding.place, finding.words);
    }
    match findings.iter().filter(|finding| !finding.warning).count() {
        0 => {
            println!("tidy: {} files, nothing amiss", tree.files().len());
            Ok(())
        }
        errors => Err(format!("tidy: {errors} errors")),
    }
}
