//! Letters that were UTF-8, were read as Windows-1252 and saved so: `Ã¥` for `å`. No decoder can see
//! it; what betrays it is that the signs are, byte for byte, the UTF-8 of a letter.

use encoding_rs::WINDOWS_1252;

/// Where in the text the first destroyed letter stands, in bytes.
pub(crate) fn destroyed_at(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    // Â, Ã and â, as which the first byte of å, ä, ö, of a no-break space or of a dash is read, before
    // another sign that is no ASCII. Ä and Å stand before dashes and quotes in sound texts.
    let leads = |at: &usize| {
        matches!(bytes.get(at + 1), Some(0x82 | 0x83 | 0xA2))
            && bytes.get(at + 2).is_some_and(|next| !next.is_ascii())
    };
    memchr::memchr_iter(0xC3, bytes).filter(leads).find(|at| {
        let rest = &text[*at..];
        let end = rest.find(|sign: char| sign.is_ascii()).unwrap_or(rest.len());
        is_utf8_again(&rest[..end])
    })
}

/// Whether the signs, as bytes of Windows-1252, begin with the UTF-8 of a letter that Latin script or
/// its typography has.
fn is_utf8_again(signs: &str) -> bool {
    let mut bytes: Vec<u8> = Vec::new();
    for sign in signs.chars().take(4) {
        match u32::from(sign) {
            // The bytes that Windows-1252 does not define are kept as they are by some programs.
            code @ 0x80..=0x9F => bytes.extend(u8::try_from(code)),
            _ => match WINDOWS_1252.encode(sign.encode_utf8(&mut [0; 4])) {
                (one, _, false) => bytes.extend_from_slice(&one),
                _ => break,
            },
        }
    }
    let lengths = 2..=bytes.len().min(3);
    let mut letters = lengths.filter_map(|length| {
        let mut letters = std::str::from_utf8(&bytes[..length]).ok()?.chars();
        letters.next().filter(|_| letters.next().is_none())
    });
    letters.any(|letter| {
        matches!(letter, '\u{80}'..='\u{24F}' | '\u{2010}'..='\u{203A}' | '€' | '\u{2212}')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text as it becomes when its UTF-8 is read as Windows-1252.
    fn destroyed(text: &str) -> String {
        WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned()
    }

    #[test]
    fn every_swedish_letter_is_seen_once_and_twice_destroyed() {
        for letter in "åäöÅÄÖéÉüñ–’\u{A0}\u{2212}".chars() {
            for around in ["", "x", "Ström"] {
                let text = format!("{letter}{around}");
                let once = destroyed(&text);
                assert_eq!(destroyed_at(&once), Some(0), "{once}");
                assert_eq!(destroyed_at(&destroyed(&once)), Some(0), "{once}");
            }
        }
        assert_eq!(destroyed_at("Str\u{c3}\u{b6}m"), Some(3));
    }

    #[test]
    fn names_of_people_are_left_alone() {
        for text in [
            "Åström",
            "Ärlig-Test",
            "ÅÄÖ",
            "Öberg – Åsa",
            "JOÃO",
            "Ângela",
            "Ağaoğlu",
            "Âå",
            "Müller",
            "Núñez",
            "Łukasz",
            "Ä–Ö",
            "Å, Ä",
            "16\u{A0}800,00",
            "Å\u{A0}",
            "Ö…",
            "Å”",
            "Ä’s",
            "",
        ] {
            assert_eq!(destroyed_at(text), None, "{text}");
        }
    }
}
