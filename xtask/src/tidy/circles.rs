//! Files of a crate use each other in one direction: whoever reads one need not read what uses it.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use super::Finding;
use super::tree::{File, Tree};

/// A place in a crate: the names of its modules.
type Path = Vec<String>;

/// Looks at what each crate's files take from `crate::`, tests aside.
pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut crates: BTreeMap<&str, Vec<&File>> = BTreeMap::new();
    for file in tree.files().iter().filter(|file| file.ending() == "rs" && !file.is_test()) {
        if let Some((home, _)) = file.path.split_once("/src/") {
            crates.entry(home).or_default().push(file);
        }
    }
    crates.into_iter().flat_map(|(home, files)| circles_of(home, &files)).collect()
}

fn circles_of(home: &str, files: &[&File]) -> Vec<Finding> {
    let modules: BTreeMap<Path, Module> = files
        .iter()
        .filter_map(|file| {
            Some((place_of(home, &file.path), Module::read(file.text.parse().ok()?)))
        })
        .collect();
    let uses: BTreeMap<&Path, BTreeSet<Path>> = modules
        .iter()
        .map(|(at, module)| {
            let used = module.taken.iter().map(|path| home_of(&modules, path));
            (at, used.filter(|used| used != at).collect())
        })
        .collect();
    let reached: BTreeMap<&Path, BTreeSet<&Path>> =
        uses.keys().map(|from| (*from, reached_from(from, &uses))).collect();
    let mut told: BTreeSet<&Path> = BTreeSet::new();
    let mut findings = Vec::new();
    for (from, there) in &reached {
        let circle: Vec<&Path> = there
            .iter()
            .copied()
            .filter(|other| reached.get(other).is_some_and(|back| back.contains(*from)))
            .collect();
        if circle.is_empty() || !told.insert(from) {
            continue;
        }
        told.extend(&circle);
        let names: Vec<String> = circle.iter().map(|path| path.join("::")).collect();
        findings.push(Finding::error(
            format!("{home}/src"),
            format!("{} files use each other in a circle: {}", circle.len(), names.join(", ")),
        ));
    }
    findings
}

/// Every file that can be come to, itself where it is in a circle.
fn reached_from<'a>(
    from: &Path,
    uses: &'a BTreeMap<&'a Path, BTreeSet<Path>>,
) -> BTreeSet<&'a Path> {
    let mut reached = BTreeSet::new();
    let mut waiting: Vec<&Path> = uses.get(from).into_iter().flatten().collect();
    while let Some(next) = waiting.pop() {
        if reached.insert(next) {
            waiting.extend(uses.get(next).into_iter().flatten());
        }
    }
    reached
}

/// The file's place in its crate; the crate's own file is at none.
fn place_of(home: &str, path: &str) -> Path {
    let inner = path.strip_prefix(home).and_then(|rest| rest.strip_prefix("/src/"));
    let inner = inner.and_then(|rest| rest.strip_suffix(".rs")).unwrap_or_default();
    let mut place: Path = inner.split('/').map(str::to_owned).collect();
    if matches!(place.last().map(String::as_str), Some("mod" | "lib" | "main")) {
        place.pop();
    }
    place
}

/// The file in which what `path` names stands: past what others only pass on.
fn home_of(modules: &BTreeMap<Path, Module>, path: &Path) -> Path {
    let mut path = path.clone();
    // Names are passed on a few times at most.
    for _ in 0..8 {
        let at = (0..=path.len()).rev().find(|length| modules.contains_key(&path[..*length]));
        let at = at.unwrap_or_default();
        let passed = path.get(at).and_then(|name| modules.get(&path[..at])?.passed_on.get(name));
        let Some(further) = passed else { return path[..at].to_vec() };
        path.splice(at..=at, further.iter().cloned());
    }
    path
}

/// What a file takes, and what it passes on from files below it.
#[derive(Debug, Default)]
struct Module {
    /// Paths after `crate::`.
    taken: BTreeSet<Path>,
    /// Names, and where below they come from.
    passed_on: BTreeMap<String, Path>,
}

impl Module {
    fn read(code: TokenStream) -> Module {
        let mut module = Module::default();
        module.look_at(code);
        module
    }

    fn look_at(&mut self, code: TokenStream) {
        let tokens: Vec<TokenTree> = code.into_iter().collect();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            at += 1;
            match token {
                TokenTree::Group(group) if is_test_only(group) => {
                    // What it stands on: up to its body, or its end.
                    at += ends_after(&tokens[at..]);
                }
                TokenTree::Group(group) => self.look_at(group.stream()),
                TokenTree::Ident(name) if name == "crate" && is_colons(&tokens, at) => {
                    let mut paths = Vec::new();
                    at += 2;
                    at += branches(&tokens[at..], &mut Vec::new(), &mut paths);
                    self.taken.extend(paths);
                }
                TokenTree::Ident(name) if name == "use" && is_public(&tokens[..at - 1]) => {
                    let mut paths = Vec::new();
                    let own = matches!(tokens.get(at), Some(TokenTree::Ident(first))
                        if ["crate", "super", "self", "std"].iter().all(|other| first != other));
                    if own {
                        at += branches(&tokens[at..], &mut Vec::new(), &mut paths);
                    }
                    for path in paths {
                        if let Some(name) = path.last() {
                            self.passed_on.insert(name.clone(), path.clone());
                        }
                    }
                }
                _ => {}
            }
        }
    }
}

/// Whether an attribute is `[cfg(test)]`.
fn is_test_only(group: &Group) -> bool {
    group.delimiter() == Delimiter::Bracket && group.to_string().replace(' ', "") == "[cfg(test)]"
}

/// How many tokens the next item has.
fn ends_after(tokens: &[TokenTree]) -> usize {
    let ends = |token: &TokenTree| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Punct(sign) => sign.as_char() == ';',
        _ => false,
    };
    tokens.iter().position(ends).map_or(tokens.len(), |place| place + 1)
}

fn is_colons(tokens: &[TokenTree], at: usize) -> bool {
    let is_colon = |token: Option<&TokenTree>| matches!(token, Some(TokenTree::Punct(sign)) if sign.as_char() == ':');
    is_colon(tokens.get(at)) && is_colon(tokens.get(at + 1))
}

/// Whether what comes next is passed on: `pub`, with or without how far.
fn is_public(before: &[TokenTree]) -> bool {
    let is_pub = |token: &TokenTree| matches!(token, TokenTree::Ident(name) if name == "pub");
    matches!(before, [.., token, TokenTree::Group(_)] | [.., token] if is_pub(token))
}

/// The paths of a tree of names, `a::{b, c::d}`; gives how many tokens it had.
fn branches(tokens: &[TokenTree], before: &mut Path, paths: &mut Vec<Path>) -> usize {
    let depth = before.len();
    let mut at = 0;
    loop {
        match tokens.get(at) {
            Some(TokenTree::Ident(name)) => {
                before.push(name.to_string());
                at += 1;
                if is_colons(tokens, at) {
                    at += 2;
                    continue;
                }
            }
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                for branch in inner
                    .split(|token| matches!(token, TokenTree::Punct(sign) if sign.as_char() == ','))
                {
                    branches(branch, before, paths);
                }
                before.truncate(depth);
                return at + 1;
            }
            _ => {}
        }
        if before.len() > depth {
            paths.push(before.clone());
        }
        before.truncate(depth);
        return at;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(files: &[(&str, &str)]) -> Vec<String> {
        check(&Tree::of(files)).into_iter().map(|finding| finding.words).collect()
    }

    #[test]
    fn files_that_use_each_other_are_told_once() {
        let files = [
            ("crates/a/src/lib.rs", "mod one; mod two; mod three;"),
            ("crates/a/src/one.rs", "use crate::two::{Other, Two as Second};"),
            ("crates/a/src/two.rs", "fn two() { crate::three::three() }"),
            ("crates/a/src/three.rs", "use crate::one::One;"),
            ("crates/a/src/four.rs", "use crate::one::One;"),
        ];
        assert_eq!(told(&files), ["3 files use each other in a circle: one, three, two"]);
    }

    #[test]
    fn names_lead_to_where_they_stand() {
        let files = [
            (
                "crates/a/src/lib.rs",
                "mod one; mod folder; pub use folder::Deep; pub(crate) use one::One;",
            ),
            ("crates/a/src/one.rs", "use crate::Deep;"),
            ("crates/a/src/folder/mod.rs", "mod deep; pub use deep::{Deep, Deeper};"),
            ("crates/a/src/folder/deep.rs", "use crate::{One};"),
        ];
        assert_eq!(told(&files), ["2 files use each other in a circle: folder::deep, one"]);
    }

    #[test]
    fn tests_and_one_direction_are_no_circle() {
        let files = [
            ("crates/a/src/one.rs", "use crate::two::Two;"),
            (
                "crates/a/src/two.rs",
                "#[cfg(test)] mod tests { use crate::one::One; } #[cfg(test)] use crate::one::One;",
            ),
            ("crates/b/src/two.rs", "use crate::one::One;"),
        ];
        assert_eq!(told(&files), [""; 0]);
    }
}
