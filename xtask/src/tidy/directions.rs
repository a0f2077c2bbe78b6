//! Who may use whom. Siblings do not see each other, and what belongs in one place is named there only.

use serde_json::Value;

use super::Finding;
use super::tree::Tree;
use crate::Outcome;
use crate::run::read;

/// Package, and the packages of ours that it may use, in tests too.
const MAY_USE: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("rates", &["domain"]),
    ("importing", &["domain"]),
    ("exporting", &["domain"]),
    ("store", &["domain"]),
    ("app", &["domain", "rates", "importing", "exporting", "store"]),
    // The contract is spoken in the values of the rules: amounts, dates, codes.
    ("api", &["domain", "app", "sample"]),
    // Made-up cities, for tests, measurements and the training municipality: apart from what computes.
    ("sample", &["domain", "importing"]),
    ("cli", &["api", "sample"]),
    ("atersok", &["api"]),
    ("xtask", &[]),
    ("e2e", &[]),
    // Looks at the whole from outside, and at each layer where the whole shows too little.
    ("acceptance", &["domain", "rates", "importing", "exporting", "store", "app", "api", "sample"]),
];

/// What a package may use in its tests besides.
const TESTS_MAY_USE: &[(&str, &[&str])] = &[
    // Cargo builds a program for tests of its own package only, and this one is killed to see what is left.
    ("cli", &["acceptance"]),
];

/// A package of others, and the only ones of ours that may name it.
const ONLY_IN: &[(&str, &[&str])] = &[
    // Measurements and tests of tampering look at the database from outside.
    ("rusqlite", &["store", "xtask", "acceptance"]),
    ("tauri", &["atersok"]),
    ("tauri-build", &["atersok"]),
    ("rfd", &["atersok"]),
];

/// Packages of ours, each with the names of what it uses directly.
pub(super) struct Workspace {
    pub(super) packages: Vec<Package>,
}

/// One package of ours.
pub(super) struct Package {
    pub(super) name: String,
    pub(super) uses: Vec<Use>,
}

/// Another package that one uses.
pub(super) struct Use {
    pub(super) name: String,
    /// Whether it is ours.
    pub(super) ours: bool,
    /// Whether it is used in tests only.
    pub(super) in_tests: bool,
}

impl Workspace {
    /// Asks cargo.
    ///
    /// # Errors
    /// When cargo does not answer as documented.
    pub(super) fn read() -> Outcome<Workspace> {
        let answer = read("cargo metadata --no-deps --format-version 1 --offline --quiet")?;
        let answer: Value = serde_json::from_str(&answer)
            .map_err(|error| format!("the answer of cargo metadata: {error}"))?;
        let packages = answer["packages"].as_array().ok_or("cargo metadata gives no packages")?;
        Ok(Workspace { packages: packages.iter().map(Package::of).collect() })
    }
}

impl Package {
    fn of(value: &Value) -> Package {
        let name = |value: &Value| value["name"].as_str().unwrap_or_default().to_owned();
        let uses = value["dependencies"].as_array().into_iter().flatten();
        // A dependency of ours has a path; one of others has a source.
        let uses = uses.map(|one| Use {
            name: name(one),
            ours: one["source"].is_null(),
            in_tests: one["kind"] == "dev",
        });
        let uses = uses.collect();
        Package { name: name(value), uses }
    }
}

/// Holds the tables above against what the packages declare, tests and build scripts included.
pub(super) fn check(workspace: &Workspace) -> Vec<Finding> {
    let mut findings = Vec::new();
    for package in &workspace.packages {
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == package.name) else {
            let words = "a new package: say in xtask/src/tidy/directions.rs what it may use";
            findings.push(Finding::error(&package.name, words));
            continue;
        };
        let in_tests = TESTS_MAY_USE.iter().find(|(name, _)| *name == package.name);
        let in_tests = in_tests.map_or(&[][..], |(_, names)| names);
        for Use { name: used, ours, in_tests: only_there } in &package.uses {
            let may = |names: &[&str]| names.contains(&used.as_str());
            if *ours && !may(allowed) && !(*only_there && may(in_tests)) {
                findings.push(Finding::error(&package.name, format!("must not use {used}")));
            }
            let only = ONLY_IN.iter().find(|(name, _)| name == used);
            if let Some((_, places)) = only.filter(|(_, in_)| !in_.contains(&package.name.as_str()))
            {
                let words = format!("must not name {used}; that is for {}", places.join(", "));
                findings.push(Finding::error(&package.name, words));
            }
        }
    }
    findings
}

/// Only the screen's one door names the packages of the shell.
pub(super) fn check_screen(tree: &Tree) -> Vec<Finding> {
    let screen = tree.files().iter().filter(|file| file.path.starts_with("ui/src/"));
    screen
        .filter(|file| !file.path.starts_with("ui/src/backend/"))
        .filter(|file| file.text.contains("@tauri-apps"))
        .map(|file| Finding::error(&file.path, "only ui/src/backend imports @tauri-apps"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(name: &str, uses: &[(&str, bool)]) -> Vec<String> {
        let uses = uses
            .iter()
            .map(|(used, ours)| Use { name: (*used).to_owned(), ours: *ours, in_tests: false })
            .collect();
        let workspace = Workspace { packages: vec![Package { name: name.to_owned(), uses }] };
        check(&workspace).into_iter().map(|finding| finding.words).collect()
    }

    #[test]
    fn arrows_point_one_way() {
        assert_eq!(found("store", &[("domain", true), ("rusqlite", false)]), [""; 0]);
        assert_eq!(found("importing", &[("exporting", true)]), ["must not use exporting"]);
        assert_eq!(found("domain", &[("store", true)]), ["must not use store"]);
        assert_eq!(found("cli", &[("app", true)]), ["must not use app"]);
        assert_eq!(found("cli", &[("acceptance", true)]), ["must not use acceptance"]);
        assert_eq!(
            found("app", &[("rusqlite", false)]),
            ["must not name rusqlite; that is for store, xtask, acceptance"]
        );
        assert_eq!(found("stranger", &[]).len(), 1);
    }

    #[test]
    fn the_shell_is_named_behind_the_door_only() {
        let text = "import { invoke } from \"@tauri-apps/api/core\";";
        let tree = Tree::of(&[("ui/src/backend/tauri.ts", text), ("ui/src/frame/a.vue", text)]);
        let places: Vec<String> =
            check_screen(&tree).into_iter().map(|finding| finding.place).collect();
        assert_eq!(places, ["ui/src/frame/a.vue"]);
    }
}
