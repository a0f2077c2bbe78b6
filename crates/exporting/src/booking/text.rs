//! Texts on their way into a file: what its encoding, its field lengths and its grammar allow.

use encoding_rs::WINDOWS_1252;
use oem_cp::code_table::ENCODING_TABLE_CP437;

use crate::{Cause, ExportFault};

/// What stands in for characters that code page 437 or Windows-1252 lacks, once the user has seen
/// and accepted it; any other missing character refuses the file.
///
/// The backslash is here because SIE 4B uses it to escape quotes and says nothing of itself.
pub const REPLACEMENTS: &[(char, &str)] = &[
    ('\\', "/"),
    ('–', "-"),
    ('—', "-"),
    ('−', "-"),
    ('‘', "'"),
    ('’', "'"),
    ('“', "\""),
    ('”', "\""),
    ('…', "..."),
    ('\u{202f}', " "),
    ('€', "EUR"),
    ('À', "A"),
    ('Á', "A"),
    ('Â', "A"),
    ('Ã', "A"),
    ('ã', "a"),
    ('Ą', "A"),
    ('ą', "a"),
    ('Ć', "C"),
    ('ć', "c"),
    ('Č', "C"),
    ('č', "c"),
    ('Đ', "D"),
    ('đ', "d"),
    ('È', "E"),
    ('Ê', "E"),
    ('Ë', "E"),
    ('Ę', "E"),
    ('ę', "e"),
    ('Ğ', "G"),
    ('ğ', "g"),
    ('Í', "I"),
    ('Î', "I"),
    ('Ï', "I"),
    ('İ', "I"),
    ('ı', "i"),
    ('Ł', "L"),
    ('ł', "l"),
    ('Ń', "N"),
    ('ń', "n"),
    ('Ó', "O"),
    ('Ô', "O"),
    ('Õ', "O"),
    ('õ', "o"),
    ('Ø', "O"),
    ('ø', "o"),
    ('Ő', "O"),
    ('ő', "o"),
    ('Ś', "S"),
    ('ś', "s"),
    ('Ş', "S"),
    ('ş', "s"),
    ('Š', "S"),
    ('š', "s"),
    ('Ú', "U"),
    ('Ű', "U"),
    ('ű', "u"),
    ('Ý', "Y"),
    ('ý', "y"),
    ('Ź', "Z"),
    ('ź', "z"),
    ('Ż', "Z"),
    ('ż', "z"),
    ('Ž', "Z"),
    ('ž', "z"),
];

/// The encoding of a booking file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    Windows1252,
    /// Code page 437, which SIE 4B declares as `PC8`.
    Cp437,
}

impl Encoding {
    fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Windows1252 => "windows-1252",
            Encoding::Cp437 => "CP437",
        }
    }

    fn holds(self, character: char) -> bool {
        match self {
            Encoding::Utf8 => true,
            Encoding::Windows1252 => !WINDOWS_1252.encode(character.encode_utf8(&mut [0; 4])).2,
            Encoding::Cp437 => {
                character != '\\'
                    && oem_cp::encode_char_checked(character, &ENCODING_TABLE_CP437).is_some()
            }
        }
    }

    /// Encodes a document whose texts all went through [`Texts::accept`].
    fn encode(self, document: &str) -> Vec<u8> {
        match self {
            Encoding::Utf8 => document.as_bytes().to_vec(),
            Encoding::Windows1252 => WINDOWS_1252.encode(document).0.into_owned(),
            Encoding::Cp437 => oem_cp::encode_string_lossy(document, &ENCODING_TABLE_CP437),
        }
    }
}

/// Takes in the texts of a file and collects what is wrong with them.
pub(super) struct Texts {
    encoding: Encoding,
    replace: bool,
    causes: Vec<Cause>,
}

impl Texts {
    /// With `replace`, [`REPLACEMENTS`] is used where the encoding lacks a character.
    pub(super) fn new(encoding: Encoding, replace: bool, causes: Vec<Cause>) -> Texts {
        Texts { encoding, replace, causes }
    }

    /// The text as it may be written into `field`, which holds `limit` characters.
    pub(super) fn accept(&mut self, field: &'static str, text: &str, limit: usize) -> String {
        let text = text.to_owned();
        if text.chars().any(is_forbidden) {
            let text = text.escape_debug().to_string();
            self.refuse(Cause::ControlCharacter { field, text });
            return String::new();
        }
        let mut characters: Vec<char> =
            text.chars().filter(|character| !self.encoding.holds(*character)).collect();
        let mut accepted = text.clone();
        if !characters.is_empty() {
            characters.sort_unstable();
            characters.dedup();
            match self.replaced(&text) {
                Some(replaced) if self.replace => accepted = replaced,
                proposal => {
                    let encoding = self.encoding.name();
                    let characters = characters.into_iter().collect();
                    self.refuse(Cause::NotInEncoding {
                        field,
                        text,
                        encoding,
                        characters,
                        proposal,
                    });
                    return String::new();
                }
            }
        }
        // After replacement: an ellipsis becomes three characters.
        let length = accepted.chars().count();
        if length > limit {
            self.refuse(Cause::TextTooLong { field, text, length, limit });
            return String::new();
        }
        accepted
    }

    /// Notes a cause, once.
    pub(super) fn refuse(&mut self, cause: Cause) {
        if !self.causes.contains(&cause) {
            self.causes.push(cause);
        }
    }

    /// The encoded document, or everything that was wrong.
    pub(super) fn finish(self, document: &str) -> Result<Vec<u8>, ExportFault> {
        if self.causes.is_empty() {
            Ok(self.encoding.encode(document))
        } else {
            Err(ExportFault(self.causes))
        }
    }

    fn replaced(&self, text: &str) -> Option<String> {
        let mut out = String::with_capacity(text.len());
        for character in text.chars() {
            if self.encoding.holds(character) {
                out.push(character);
            } else {
                let (_, by) = REPLACEMENTS.iter().find(|(from, _)| *from == character)?;
                out.push_str(by);
            }
        }
        Some(out)
    }
}

/// Control characters, and the two code points that XML 1.0 (section 2.2) forbids besides them.
fn is_forbidden(character: char) -> bool {
    character.is_control() || matches!(character, '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A table that names a character the encodings have would change texts for no reason.
    #[test]
    fn the_table_replaces_only_what_code_page_437_lacks_by_what_both_hold() {
        for (index, (from, by)) in REPLACEMENTS.iter().enumerate() {
            assert!(!Encoding::Cp437.holds(*from), "{from}");
            for encoding in [Encoding::Cp437, Encoding::Windows1252] {
                assert!(by.chars().all(|character| encoding.holds(character)), "{from}");
            }
            assert!(REPLACEMENTS[..index].iter().all(|(earlier, _)| earlier != from), "{from}");
        }
    }

    #[test]
    fn every_offending_text_is_listed_once() {
        let mut texts = Texts::new(Encoding::Cp437, false, Vec::new());
        texts.accept("a", "Nämnden – öst", 255);
        texts.accept("a", "Nämnden – öst", 255);
        texts.accept("b", "東京", 255);
        texts.accept("c", "rad\nrad", 255);
        texts.accept("d", "för lång", 7);
        let ExportFault(causes) = texts.finish("").unwrap_err();
        assert_eq!(
            causes.iter().map(|cause| (cause.code(), cause.field())).collect::<Vec<_>>(),
            [
                ("export-not-in-encoding", Some("a")),
                ("export-not-in-encoding", Some("b")),
                ("export-control-character", Some("c")),
                ("export-text-too-long", Some("d")),
            ]
        );
        let Cause::NotInEncoding { characters, proposal, .. } = &causes[0] else { panic!() };
        assert_eq!((characters.as_str(), proposal.as_deref()), ("–", Some("Nämnden - öst")));
        let Cause::NotInEncoding { proposal, .. } = &causes[1] else { panic!() };
        assert_eq!(proposal, &None);
    }

    #[test]
    fn accepted_replacements_count_towards_the_length() {
        let mut texts = Texts::new(Encoding::Cp437, true, Vec::new());
        assert_eq!(texts.accept("a", "Sida – 2…", 11), "Sida - 2...");
        texts.accept("a", "Sida – 2…", 10);
        assert!(matches!(
            &texts.finish("").unwrap_err().0[..],
            [Cause::TextTooLong { length: 11, limit: 10, .. }]
        ));
    }

    #[test]
    fn windows_1252_has_dashes_and_the_euro() {
        let mut texts = Texts::new(Encoding::Windows1252, false, Vec::new());
        let text = texts.accept("a", "Nämnd – 5 €", 255);
        assert_eq!(texts.finish(&text).unwrap(), b"N\xe4mnd \x96 5 \x80");
    }
}
