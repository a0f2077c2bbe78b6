//! The spellings that one name gets: without diacritics, spelled out as in passports, and as other
//! officials heard it.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case without diacritics, for telling and finding names that are written otherwise: `Åström`
/// is `astrom`, `Şahin` `sahin`, `Łukasz` `lukasz`, however their letters are composed.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    let letters = text.nfkd().filter(|&letter| !is_combining_mark(letter));
    for letter in letters.flat_map(char::to_lowercase) {
        match letter {
            'æ' => folded.push('a'),
            'ø' | 'œ' => folded.push('o'),
            'ə' => folded.push('e'),
            'ı' => folded.push('i'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'þ' => folded.push_str("th"),
            'ß' => folded.push_str("ss"),
            // `İ` in lower case carries its dot as a mark.
            mark if is_combining_mark(mark) || is_format(mark) => {}
            other => folded.push(other),
        }
    }
    folded
}

/// What a text is put in order by in Swedish: `å`, `ä` and `ö` after `z`, all other letters by what they
/// look like.
#[must_use]
pub fn in_order(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut ranked = String::with_capacity(text.len());
    for letter in text.nfc().flat_map(char::to_lowercase) {
        match letter {
            // The three signs that follow `z`.
            'å' => ranked.push('{'),
            'ä' | 'æ' => ranked.push('|'),
            'ö' | 'ø' => ranked.push('}'),
            ascii if ascii.is_ascii() => ranked.push(ascii),
            other => ranked.push_str(&fold(other.encode_utf8(&mut [0; 4]))),
        }
    }
    ranked
}

/// Whether a sign shows nothing where it stands: control and format signs, and letters that are
/// blank. What people part words and lines with is none.
#[must_use]
pub fn is_invisible(sign: char) -> bool {
    // Nearly every sign is one of these, and every text of every row is asked.
    if matches!(sign, ' '..='~') {
        return false;
    }
    sign.is_control() && !matches!(sign, '\t' | '\n' | '\r') || is_format(sign)
}

/// Invisible signs that are no control signs.
fn is_format(sign: char) -> bool {
    matches!(sign,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Whether a sign is read as a hyphen: the hyphen, the dashes and the minus sign.
#[must_use]
pub fn is_dash(sign: char) -> bool {
    matches!(
        sign,
        '-' | '\u{2010}'
            ..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}'
    )
}

/// The text as it looks: letters composed, every dash a hyphen, and without signs that show nothing.
#[must_use]
pub fn as_seen(text: &str) -> String {
    let shown = text.nfc().filter(|&sign| !is_invisible(sign));
    shown.map(|sign| if is_dash(sign) { '-' } else { sign }).collect()
}

/// Whether a text has signs that show nothing: it looks like another, or like none.
#[must_use]
pub fn has_invisible(text: &str) -> bool {
    // Asked of every text of every row: the bytes that no such sign begins with are told at once.
    let may_begin_one =
        |byte| matches!(byte, 0..=8 | 11 | 12 | 14..=31 | 127 | 0xc2 | 0xcd | 0xd8 | 0xe0..);
    text.bytes().any(may_begin_one) && text.chars().any(is_invisible)
}

/// Folded, with Swedish and German letters as passports spell them out: `Müller` is `mueller`.
#[must_use]
pub fn spelled_out(text: &str) -> String {
    let mut spelled = String::with_capacity(text.len());
    for letter in text.nfc().flat_map(char::to_lowercase) {
        match letter {
            'å' => spelled.push_str("aa"),
            'ä' | 'æ' => spelled.push_str("ae"),
            'ö' | 'ø' | 'œ' => spelled.push_str("oe"),
            'ü' => spelled.push_str("ue"),
            other => spelled.push(other),
        }
    }
    fold(&spelled)
}

/// How a folded word sounds, roughly: the same for the spellings that one name gets from different
/// officials, such as `mohammed`, `muhammad` and `mohamad`. None for words too short to tell.
#[must_use]
pub fn sound_of(word: &str) -> Option<String> {
    const ALIKE: [(&str, &str); 14] = [
        ("sch", "s"),
        ("tch", "s"),
        ("kh", "h"),
        ("gh", "g"),
        ("ch", "s"),
        ("sh", "s"),
        ("zh", "s"),
        ("th", "t"),
        ("dh", "d"),
        ("ph", "f"),
        ("ck", "k"),
        ("ks", "x"),
        ("dj", "j"),
        ("tj", "j"),
    ];
    let mut plain = word.to_owned();
    for (written, alike) in ALIKE {
        plain = plain.replace(written, alike);
    }
    let first = plain.chars().next()?;
    let mut sound = String::new();
    for letter in plain.chars() {
        let alike = match letter {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'j' | 'h' => continue,
            'c' | 'q' => 'k',
            'w' => 'v',
            'z' => 's',
            other => other,
        };
        if !sound.ends_with(alike) {
            sound.push(alike);
        }
    }
    // The first vowel tells `ali` from `eli`, and words of vowels alone from nothing.
    if "aeiouyjh".contains(first) {
        sound.insert(0, first);
    }
    (word.chars().count() >= 4 && sound.len() >= 2).then_some(sound)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_their_diacritics_however_they_are_composed() {
        for (written, folded) in [
            ("Åström-Test", "astrom-test"),
            ("A\u{30a}kesson", "akesson"),
            ("Núñez", "nunez"),
            ("Şahin", "sahin"),
            ("İpek Yıldız", "ipek yildiz"),
            ("Łukasz", "lukasz"),
            ("Đorđe", "dorde"),
            ("Strauß", "strauss"),
            ("Əliyev", "eliyev"),
            ("Kjær", "kjar"),
        ] {
            assert_eq!(fold(written), folded);
        }
    }

    #[test]
    fn signs_that_show_nothing_are_told_and_change_no_name() {
        for text in ["\u{200b}", "Ali\u{ad}", "\u{202e}Ali", "\u{3164}", "a\u{0}", "\u{feff}x"] {
            assert!(has_invisible(text), "{text:?}");
        }
        for text in ["", "Al-Testsson, Åsa", "två\nrader\t", "\u{a0}Núñez", "A\u{30a}sa", "李"]
        {
            assert!(!has_invisible(text), "{text:?}");
        }
        assert_eq!(fold("Å\u{200b}s\u{ad}a"), "asa");
        for sign in '\0'..=char::MAX {
            assert_eq!(
                has_invisible(sign.encode_utf8(&mut [0; 4])),
                is_invisible(sign),
                "{sign:?}"
            );
        }
    }

    #[test]
    fn texts_that_look_alike_are_one() {
        for text in ["A\u{308}r-nr", "\u{feff}Är\u{2011}nr", "Ä\u{ad}r\u{2013}\u{200b}nr"] {
            assert_eq!(as_seen(text), "Är-nr");
        }
    }

    #[test]
    fn passports_spell_letters_out() {
        for (written, spelled) in
            [("Müller", "mueller"), ("Åsa", "aasa"), ("A\u{30a}sa", "aasa"), ("Kjær", "kjaer")]
        {
            assert_eq!(spelled_out(written), spelled);
        }
    }

    #[test]
    fn one_name_sounds_alike_in_its_spellings() {
        let sound = |word: &str| sound_of(word).unwrap();
        assert_eq!(sound("mohammed"), sound("muhamad"));
        assert_eq!(sound("khaled"), sound("haled"));
        assert_eq!(sound("yusuf"), sound("yousef"));
        assert_ne!(sound("ahmed"), sound("omid"));
        assert_eq!(sound_of("ali"), None);
    }
}
