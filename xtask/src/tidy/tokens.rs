//! Rust files as tokens: what is a literal, a name or a test, and what is only a comment.

use proc_macro2::{Delimiter, Group, Ident, Literal, TokenStream, TokenTree};

/// What stands in a file outside its comments and outside what is compiled for tests only.
#[derive(Default)]
pub(super) struct Tokens {
    pub(super) literals: Vec<Literal>,
    /// Names that are declared here: of types, traits and modules.
    pub(super) declared: Vec<Ident>,
}

impl Tokens {
    /// Reads a Rust file.
    ///
    /// # Errors
    /// When it is not Rust.
    pub(super) fn of(text: &str) -> Result<Tokens, proc_macro2::LexError> {
        let mut tokens = Tokens::default();
        tokens.walk(text.parse()?);
        Ok(tokens)
    }

    fn walk(&mut self, stream: TokenStream) {
        let mut stream = stream.into_iter().peekable();
        while let Some(token) = stream.next() {
            match token {
                TokenTree::Punct(sign) if sign.as_char() == '#' => {
                    // An inner attribute has a mark of its own before the brackets.
                    let inner = |token: &TokenTree| is_sign(token, '!');
                    let _ = stream.next_if(inner);
                    let Some(TokenTree::Group(attribute)) = stream.peek() else { continue };
                    let attribute = attribute.clone();
                    if attribute.delimiter() != Delimiter::Bracket {
                        continue;
                    }
                    let _ = stream.next();
                    if is_test(&attribute) {
                        // What follows is compiled for tests only, up to its body or semicolon.
                        let ends = |token: &TokenTree| is_sign(token, ';') || is_body(token);
                        let _ = stream.find(ends);
                    } else if !is_doc(&attribute) {
                        self.walk(attribute.stream());
                    }
                }
                TokenTree::Ident(word) => {
                    if is_declaring(&word)
                        && let Some(TokenTree::Ident(name)) = stream.peek()
                    {
                        self.declared.push(name.clone());
                    }
                }
                TokenTree::Group(group) => self.walk(group.stream()),
                TokenTree::Literal(literal) => self.literals.push(literal),
                TokenTree::Punct(_) => {}
            }
        }
    }
}

fn is_sign(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

fn is_body(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}

fn is_declaring(word: &Ident) -> bool {
    ["struct", "enum", "union", "trait", "type", "mod"].iter().any(|one| word == one)
}

fn is_doc(attribute: &Group) -> bool {
    matches!(attribute.stream().into_iter().next(), Some(TokenTree::Ident(word)) if word == "doc")
}

fn is_test(attribute: &Group) -> bool {
    let text = attribute.stream().to_string();
    text == "test" || text.replace(' ', "") == "cfg(test)"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_tests_are_left_out() {
        let text = r#"
            //! "å in a comment"
            #![allow(dead_code, reason = "a reason")]
            /// "ä in a description"
            #[error("in an attribute")]
            pub struct Fault { name: &'static str }
            const A: [&str; 1] = ["in code"]; // "ö after code"
            #[cfg(test)]
            use helper::Thing;
            #[cfg(test)]
            mod tests { const B: &str = "in a test"; struct Inner; }
            #[test]
            fn works() { let c = "in a test"; }
            type After = u8;
        "#;
        let tokens = Tokens::of(text).unwrap();
        let literals: Vec<String> = tokens.literals.iter().map(ToString::to_string).collect();
        assert_eq!(literals, ["\"a reason\"", "\"in an attribute\"", "1", "\"in code\""]);
        let declared: Vec<String> = tokens.declared.iter().map(ToString::to_string).collect();
        assert_eq!(declared, ["Fault", "After"]);
    }
}
