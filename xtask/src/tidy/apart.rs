//! The expected samples check what the program computes, so they must not know how it is computed.

use proc_macro2::{TokenStream, TokenTree};

use super::Finding;
use super::tree::Tree;

/// The files that stand apart.
const APART: &str = "crates/sample/src";
/// What computes what should be paid, and the law that it computes by. `app` has modules of its own
/// around these, whose names are as good as theirs.
const COMPUTING: [&str; 6] =
    ["entitlement", "law", "deadline", "expectation", "expecting", "rates"];
/// The law as data.
const LAW: &str = "assets/rates";

/// Looks for these names in code, tests included, and for the folder in any literal.
pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.files().iter().filter(|file| is_apart(&file.path)) {
        // A file that is not Rust is told by the rule on names.
        let Ok(stream) = file.text.parse() else { continue };
        let mut named = Vec::new();
        find(stream, &mut named);
        findings.extend(named.into_iter().map(|(line, name)| {
            let words = format!("names {name}, which it is there to check");
            Finding::error(format!("{}:{line}", file.path), words)
        }));
    }
    findings
}

fn is_apart(path: &str) -> bool {
    path.strip_prefix(APART).is_some_and(|rest| rest.starts_with(['/', '.']))
        && path.ends_with(".rs")
}

/// Lines and names; comments may say what is not used.
fn find(stream: TokenStream, named: &mut Vec<(usize, String)>) {
    let mut stream = stream.into_iter().peekable();
    while let Some(token) = stream.next() {
        match token {
            // Comments of documentation are attributes to the compiler.
            TokenTree::Punct(sign) if sign.as_char() == '#' => {
                let inner = |token: &TokenTree| matches!(token, TokenTree::Punct(sign) if sign.as_char() == '!');
                let _ = stream.next_if(inner);
                let is_doc = |token: &TokenTree| match token {
                    TokenTree::Group(group) => group.to_string().starts_with("[doc"),
                    _ => false,
                };
                let _ = stream.next_if(is_doc);
            }
            TokenTree::Group(group) => find(group.stream(), named),
            TokenTree::Ident(name) => {
                if COMPUTING.iter().any(|computing| name == computing) {
                    named.push((name.span().start().line, name.to_string()));
                }
            }
            TokenTree::Literal(literal) => {
                if literal.to_string().contains(LAW) {
                    named.push((literal.span().start().line, LAW.to_owned()));
                }
            }
            TokenTree::Punct(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_computes_is_not_named_where_it_is_checked() {
        let text = "//! Not of law.\n/// No entitlement.\n#[doc(hidden)]\nuse domain::Ore;\n\
                    use domain::{Ore, deadline::Days};\nfn f() { rates::shipped(); }\n\
                    const A: &str = include_str!(\"../assets/rates/a.toml\");\n\
                    fn entitlement_of() {}\n";
        let tree = Tree::of(&[
            ("crates/sample/src/expected/table.rs", text),
            ("crates/sample/srcs.rs", text),
            ("crates/app/src/other.rs", text),
        ]);
        let found: Vec<(String, String)> =
            check(&tree).into_iter().map(|finding| (finding.place, finding.words)).collect();
        let at = |line: u32, name: &str| {
            let place = format!("crates/sample/src/expected/table.rs:{line}");
            (place, format!("names {name}, which it is there to check"))
        };
        assert_eq!(found, [at(5, "deadline"), at(6, "rates"), at(7, "assets/rates")]);
    }
}
