//! Looking for marks in texts.

use domain::spelling::{fold, spelled_out};
use store::persons::PersonNo;

use super::marks::{Index, Part, Whole};

/// A run of letters or a run of digits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) at: usize,
    pub(super) end: usize,
    is_digits: bool,
}

/// The runs of letters and the runs of digits of a folded text.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = Piece> {
    let mut letters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (at, first) = letters.find(|(_, letter)| letter.is_alphanumeric())?;
        let is_digits = first.is_ascii_digit();
        let mut end = at + first.len_utf8();
        let same = |letter: char| letter.is_alphanumeric() && letter.is_ascii_digit() == is_digits;
        while let Some((at, letter)) = letters.next_if(|(_, letter)| same(*letter)) {
            end = at + letter.len_utf8();
        }
        Some(Piece { at, end, is_digits })
    })
}

/// Which marks stand in a part of an answer.
#[derive(Debug, Default)]
pub(super) struct Hits {
    pub(super) certain: Vec<PersonNo>,
    /// Persons with one name only.
    alone: Vec<PersonNo>,
    pub(super) names: Vec<(PersonNo, usize, Part)>,
}

impl Hits {
    pub(super) fn clear(&mut self) {
        self.certain.clear();
        self.alone.clear();
        self.names.clear();
    }

    /// Persons of whom family and given name stand there, or the one name that they have.
    pub(super) fn named(&mut self) -> Vec<PersonNo> {
        self.names.sort_unstable();
        self.names.dedup();
        let both = |pair: &[(PersonNo, usize, Part)]| {
            let ((person, name, _), (other, of, _)) = (pair[0], pair[1]);
            (person == other && name == of).then_some(person)
        };
        let mut named: Vec<PersonNo> = self.names.windows(2).filter_map(both).collect();
        named.extend(&self.alone);
        named.sort_unstable();
        named.dedup();
        named
    }

    pub(super) fn is_about(&self, persons: &[PersonNo]) -> bool {
        let names = self.names.iter().map(|(person, _, _)| person);
        self.certain.iter().chain(&self.alone).chain(names).any(|person| persons.contains(person))
    }
}

/// Looks at one text after the other.
pub(super) struct Looker<'i> {
    index: &'i Index,
    folded: String,
    pieces: Vec<Piece>,
}

impl<'i> Looker<'i> {
    pub(super) fn new(index: &'i Index) -> Looker<'i> {
        Looker { index, folded: String::new(), pieces: Vec::new() }
    }

    /// Adds the marks of a text, in whichever spelling it has.
    pub(super) fn look(&mut self, text: &str, hits: &mut Hits) {
        self.folded.clear();
        if text.is_ascii() {
            self.folded.push_str(text);
            self.folded.make_ascii_lowercase();
            return self.look_at_form(hits);
        }
        self.folded.push_str(&fold(text));
        self.look_at_form(hits);
        let spelled = spelled_out(text);
        if spelled != self.folded {
            self.folded = spelled;
            self.look_at_form(hits);
        }
    }

    fn look_at_form(&mut self, hits: &mut Hits) {
        self.pieces.clear();
        self.pieces.extend(pieces(&self.folded));
        for at in 0..self.pieces.len() {
            let piece = self.pieces[at];
            if piece.is_digits {
                self.look_at_digits(at, hits);
            }
            let Some(of_word) = self.index.word(&self.folded[piece.at..piece.end]) else {
                continue;
            };
            let names = of_word.names.iter();
            hits.names.extend(names.map(|mark| (mark.person, mark.name, mark.part)));
            for (person, whole, rest) in &of_word.phrases {
                let after = self.pieces[at + 1..].iter().take(rest.len());
                let after = after.map(|piece| &self.folded[piece.at..piece.end]);
                if after.eq(rest.iter().map(String::as_str)) {
                    match whole {
                        Whole::Name => hits.alone.push(*person),
                        Whole::Address => hits.certain.push(*person),
                    }
                }
            }
        }
    }

    /// Numbers of 8, 10 and 12 digits, also where a sign or a blank parts them as people write them:
    /// a dossier number after the second digit, the others anywhere.
    fn look_at_digits(&self, first: usize, hits: &mut Hits) {
        let (mut digits, mut value) = (0, 0u64);
        let mut before: Option<Piece> = None;
        for piece in &self.pieces[first..] {
            let parted = before.is_none_or(|before| self.are_parted(before, *piece));
            if !piece.is_digits || !parted || digits + (piece.end - piece.at) > 12 {
                return;
            }
            for digit in self.folded[piece.at..piece.end].bytes() {
                value = value * 10 + u64::from(digit - b'0');
            }
            let after_two = before.is_none() || digits == 2;
            digits += piece.end - piece.at;
            // Eight digits parted otherwise are a day.
            if digits == 8 && after_two || digits == 10 || digits == 12 {
                hits.certain.extend(self.index.number((digits, value)));
            }
            before = Some(*piece);
        }
    }

    fn are_parted(&self, before: Piece, after: Piece) -> bool {
        let between = &self.folded[before.end..after.at];
        matches!(between, "-" | "+" | " " | "/" | "." | "\u{2010}" | "\u{2011}" | "\u{2013}")
    }
}
