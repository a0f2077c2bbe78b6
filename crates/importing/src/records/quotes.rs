//! Where quoted fields open and close, line by line.
//!
//! `csv-core` undoes the quoting; it cannot tell a quote that is missing, since it prefers any
//! reading to none. This scan decides how far a record reaches, and distrusts a quote that closes
//! where no field can end.

/// The state of a record after one more physical line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Quotes {
    /// Every quoted field is closed: the record ends here.
    Closed,
    /// A quoted field goes on in the next line.
    Open,
    /// A quote stands where no field can end: the opening one was never closed.
    Misplaced,
}

/// Follows the quoting of one record.
pub(crate) struct QuoteScan {
    separator: u8,
    open: bool,
    /// Fields begun so far; the number of the field that is open, from 1.
    pub(crate) field: u16,
}

impl QuoteScan {
    /// At the beginning of a record.
    pub(crate) fn new(separator: u8) -> QuoteScan {
        QuoteScan { separator, open: false, field: 0 }
    }

    /// Takes one physical line without its line break.
    pub(crate) fn line(&mut self, line: &[u8]) -> Quotes {
        let mut rest = line;
        loop {
            if !self.open {
                self.field = self.field.saturating_add(1);
                match rest.split_first() {
                    Some((b'"', after)) => rest = after,
                    _ => match memchr::memchr(self.separator, rest) {
                        Some(at) => {
                            rest = &rest[at + 1..];
                            continue;
                        }
                        None => return Quotes::Closed,
                    },
                }
                self.open = true;
            }
            let Some(at) = memchr::memchr(b'"', rest) else { return Quotes::Open };
            match rest.get(at + 1) {
                Some(b'"') => rest = &rest[at + 2..],
                None => {
                    self.open = false;
                    return Quotes::Closed;
                }
                Some(&next) if next == self.separator => {
                    self.open = false;
                    rest = &rest[at + 2..];
                }
                Some(_) => return Quotes::Misplaced,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn follows_the_quoting() {
        let cases: [(&[&str], Quotes, u16); 9] = [
            (&["a;b"], Quotes::Closed, 2),
            (&["a;\"b;c\""], Quotes::Closed, 2),
            (&["\"a \"\"b\"\"\";c"], Quotes::Closed, 2),
            (&["a;\"b", "c\";d"], Quotes::Closed, 3),
            (&["a;\"b"], Quotes::Open, 2),
            (&["a;\"b;c", "d;\"e\";f"], Quotes::Misplaced, 2),
            (&["a;\"b\"c;d"], Quotes::Misplaced, 2),
            (&["a;b\"c\";d"], Quotes::Closed, 3),
            (&["\"\";\""], Quotes::Open, 2),
        ];
        for (lines, expected, field) in cases {
            let mut scan = QuoteScan::new(b';');
            let last = lines.iter().map(|line| scan.line(line.as_bytes())).last();
            assert_eq!((last, scan.field), (Some(expected), field), "{lines:?}");
        }
    }
}
