//! Looking for marks in texts.

use std::collections::HashSet;

use domain::spelling::{fold, spelled_out};
use store::PersonNo;

use super::marks::{Index, NameOf, Whole};

/// A run of letters or a run of digits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) at: usize,
    pub(super) end: usize,
    is_digits: bool,
    pub(super) sum: Sum,
}

/// A checksum of a word (FNV-1a), made while its end is looked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sum(u32);

impl Sum {
    const START: Sum = Sum(0x811c_9dc5);

    fn and(self, byte: u8) -> Sum {
        Sum((self.0 ^ u32::from(byte)).wrapping_mul(0x0100_0193))
    }

    fn of(word: &str) -> Sum {
        word.bytes().fold(Sum::START, Sum::and)
    }
}

/// Which checksums words have: says in a few steps of most words that they are none of them.
#[derive(Clone, Debug)]
pub(super) struct Sums(Vec<u64>);

impl Sums {
    const PLACES: u32 = 1 << 16;

    fn place(sum: Sum) -> (usize, u64) {
        let bit = (sum.0 ^ (sum.0 >> 16)) % Sums::PLACES;
        (bit as usize / 64, 1 << (bit % 64))
    }

    pub(super) fn put(&mut self, word: &str) {
        let (at, bit) = Sums::place(Sum::of(word));
        self.0[at] |= bit;
    }

    pub(super) fn may_have(&self, sum: Sum) -> bool {
        let (at, bit) = Sums::place(sum);
        self.0[at] & bit != 0
    }
}

impl Default for Sums {
    fn default() -> Sums {
        Sums(vec![0; Sums::PLACES as usize / 64])
    }
}

/// The runs of letters and the runs of digits of a folded text.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = Piece> {
    let mut next = 0;
    std::iter::from_fn(move || {
        let kind = loop {
            match letter_at(text, next)? {
                (end, None) => next = end,
                (_, Some(kind)) => break kind,
            }
        };
        let (at, mut sum) = (next, Sum::START);
        while let Some((end, Some(same))) = letter_at(text, next)
            && same == kind
        {
            sum = text.as_bytes()[next..end].iter().fold(sum, |sum, byte| sum.and(*byte));
            next = end;
        }
        Some(Piece { at, end: next, is_digits: kind == Kind::Digit, sum })
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Digit,
    Letter,
}

/// Where the sign that begins at a place ends, and which kind of letter it is; none at the end.
fn letter_at(text: &str, at: usize) -> Option<(usize, Option<Kind>)> {
    let byte = *text.as_bytes().get(at)?;
    if byte.is_ascii_digit() {
        return Some((at + 1, Some(Kind::Digit)));
    }
    if byte.is_ascii() {
        return Some((at + 1, byte.is_ascii_alphabetic().then_some(Kind::Letter)));
    }
    let letter = text[at..].chars().next()?;
    Some((at + letter.len_utf8(), letter.is_alphanumeric().then_some(Kind::Letter)))
}

/// Which marks stand in a part of an answer.
#[derive(Debug, Default)]
pub(super) struct Hits<'i> {
    pub(super) certain: Vec<PersonNo>,
    /// Persons with one name only.
    alone: Vec<PersonNo>,
    /// Of each word that is a part of a family name, whose it is; and of given names.
    family: Vec<&'i [NameOf]>,
    given: Vec<&'i [NameOf]>,
}

impl Hits<'_> {
    pub(super) fn clear(&mut self) {
        self.certain.clear();
        self.alone.clear();
        self.family.clear();
        self.given.clear();
    }

    /// Persons of whom family and given name stand there, or the one name that they have.
    pub(super) fn named(&self) -> Vec<PersonNo> {
        let mut named = self.alone.clone();
        let size = |names: &[&[NameOf]]| names.iter().map(|of| of.len()).sum::<usize>();
        // Many have a common name: the few are looked for among the many.
        let (few, many) = match size(&self.family) <= size(&self.given) {
            true => (&self.family, &self.given),
            false => (&self.given, &self.family),
        };
        if !many.is_empty() {
            let stands = |name: &&NameOf| many.iter().any(|of| of.binary_search(name).is_ok());
            let both = few.iter().flat_map(|of| of.iter()).filter(stands);
            named.extend(both.map(|(person, _)| person));
        }
        named.sort_unstable();
        named.dedup();
        named
    }

    fn count(&self) -> usize {
        self.certain.len() + self.alone.len() + self.family.len() + self.given.len()
    }

    pub(super) fn is_about(&self, persons: &[PersonNo]) -> bool {
        let named = |of: &&[NameOf]| of.iter().any(|(person, _)| persons.contains(person));
        self.certain.iter().chain(&self.alone).any(|person| persons.contains(person))
            || self.family.iter().chain(&self.given).any(named)
    }
}

/// Looks at one text after the other.
pub(super) struct Looker<'i> {
    index: &'i Index,
    folded: String,
    pieces: Vec<Piece>,
    /// Texts with letters to be folded that held nothing: pages say the same words in every row.
    clean: HashSet<String>,
}

impl<'i> Looker<'i> {
    pub(super) fn new(index: &'i Index) -> Looker<'i> {
        Looker { index, folded: String::new(), pieces: Vec::new(), clean: HashSet::new() }
    }

    /// Adds the marks of a text, in whichever spelling it has.
    pub(super) fn look(&mut self, text: &str, hits: &mut Hits<'i>) {
        self.folded.clear();
        if text.is_ascii() {
            self.folded.push_str(text);
            self.folded.make_ascii_lowercase();
            return self.look_at_form(hits);
        }
        if self.clean.contains(text) {
            return;
        }
        let before = hits.count();
        self.folded.push_str(&fold(text));
        self.look_at_form(hits);
        let spelled = spelled_out(text);
        if spelled != self.folded {
            self.folded = spelled;
            self.look_at_form(hits);
        }
        if hits.count() == before {
            self.clean.insert(text.to_owned());
        }
    }

    fn look_at_form(&mut self, hits: &mut Hits<'i>) {
        self.pieces.clear();
        self.pieces.extend(pieces(&self.folded));
        for at in 0..self.pieces.len() {
            let piece = self.pieces[at];
            if piece.is_digits {
                self.look_at_digits(at, hits);
            }
            let word = &self.folded[piece.at..piece.end];
            let Some(of_word) = self.index.word(word, piece.sum) else { continue };
            hits.family.extend(Some(of_word.family.as_slice()).filter(|of| !of.is_empty()));
            hits.given.extend(Some(of_word.given.as_slice()).filter(|of| !of.is_empty()));
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

    /// Numbers of 8, 10 and 12 digits, however signs and blanks part them. Digits that stand as a day
    /// are no number: days stand in every answer.
    fn look_at_digits(&self, first: usize, hits: &mut Hits<'i>) {
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
            digits += piece.end - piece.at;
            let persons = self.index.number((digits, value));
            if !persons.is_empty() && !is_iso_day(&self.folded[self.pieces[first].at..piece.end]) {
                hits.certain.extend(persons);
            }
            before = Some(*piece);
        }
    }

    /// Whether what stands between two runs of digits lets them be one number: whatever it is but
    /// letters, and no more of it than somebody writes inside a number.
    fn are_parted(&self, before: Piece, after: Piece) -> bool {
        self.folded[before.end..after.at].chars().nth(MOST_BETWEEN).is_none()
    }
}

/// Signs and blanks inside a number at most, at one place.
const MOST_BETWEEN: usize = 3;

/// Whether a text is `YYYY-MM-DD`.
fn is_iso_day(text: &str) -> bool {
    text.len() == 10 && domain::calendar::typed_day(text).is_ok()
}
