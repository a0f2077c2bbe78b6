//! Options of a subcommand: `--name value` and `--flag`.

use std::collections::BTreeMap;

use crate::Outcome;

/// Options as given.
pub(crate) struct Options<'w> {
    values: BTreeMap<&'w str, &'w str>,
}

impl<'w> Options<'w> {
    /// Reads the words after a subcommand.
    ///
    /// # Errors
    /// When a word is no option, or one that takes a value has none.
    pub(crate) fn read(words: &[&'w str], valued: &[&str], flags: &[&str]) -> Outcome<Self> {
        let mut values = BTreeMap::new();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let name = word.strip_prefix("--").ok_or_else(|| format!("not understood: {word}"))?;
            if flags.contains(&name) {
                values.insert(name, "");
            } else if valued.contains(&name) {
                let value = words.next().ok_or_else(|| format!("--{name} needs a value"))?;
                values.insert(name, *value);
            } else {
                return Err(format!("not understood: {word}"));
            }
        }
        Ok(Options { values })
    }

    /// Whether a flag was given.
    pub(crate) fn flag(&mut self, name: &str) -> bool {
        self.values.remove(name).is_some()
    }

    /// The text of an option, where it was given.
    pub(crate) fn text(&mut self, name: &str) -> Option<&'w str> {
        self.values.remove(name)
    }

    /// The number of an option, where it was given.
    ///
    /// # Errors
    /// When it is no whole number.
    pub(crate) fn number(&mut self, name: &str) -> Outcome<Option<u64>> {
        let Some(value) = self.values.remove(name) else { return Ok(None) };
        value.parse().map(Some).map_err(|_| format!("--{name} needs a number, not {value}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read_and_others_refused() {
        let mut given = Options::read(&["--rows", "12", "--quick"], &["rows"], &["quick"]).unwrap();
        assert_eq!((given.number("rows"), given.flag("quick")), (Ok(Some(12)), true));
        assert_eq!((given.number("rows"), given.flag("quick")), (Ok(None), false));
        let mut given = Options::read(&["--only", "start"], &["only"], &[]).unwrap();
        assert_eq!((given.text("only"), given.text("only")), (Some("start"), None));
        for wrong in [&["12"][..], &["--rows"], &["--fast"]] {
            assert!(Options::read(wrong, &["rows"], &["quick"]).is_err(), "{wrong:?}");
        }
        let mut wrong = Options::read(&["--rows", "many"], &["rows"], &[]).unwrap();
        assert!(wrong.number("rows").is_err());
    }
}
