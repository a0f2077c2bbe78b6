//! Files that are not what their names say: what they are, so that a refusal can say what to do.

use std::io::{self, Read};

use memchr::memmem;

use crate::source::Source;

/// Bytes at the start of a file by which it is told what it is.
pub(crate) const START: usize = 4096;

/// The kind of a file that its first bytes tell, if it is one that cannot be read.
pub(crate) fn by_magic(start: &[u8]) -> Option<&'static str> {
    const MAGIC: [(&[u8], &str); 17] = [
        (b"%PDF", "pdf"),
        (b"\x1F\x8B", "archive"),
        (b"7z\xBC\xAF\x27\x1C", "archive"),
        (b"Rar!\x1A\x07", "archive"),
        (b"BZh9", "archive"),
        (b"\xFD7zXZ\0", "archive"),
        (b"\x28\xB5\x2F\xFD", "archive"),
        (b"\x89PNG", "image"),
        (b"\xFF\xD8\xFF", "image"),
        (b"GIF8", "image"),
        (b"II*\0", "image"),
        (b"MM\0*", "image"),
        (b"{\\rtf", "document"),
        (b"SQLite format 3\0", "database"),
        (b"MZ\x90\0", "program"),
        (b"\x7FELF", "program"),
        // UTF-32, which no office program writes.
        (b"\xFF\xFE\0\0", "utf-32"),
    ];
    if let Some((_, found)) = MAGIC.iter().find(|(magic, _)| start.starts_with(magic)) {
        return Some(found);
    }
    let riff = start.starts_with(b"RIFF") && start.get(8..12) == Some(b"WEBP");
    let heif = start.get(4..8) == Some(b"ftyp");
    let bitmap = start.starts_with(b"BM") && start.get(6..10) == Some(&[0; 4]);
    (riff || heif || bitmap).then_some("image")
}

/// The kind of a text that its beginning tells, if it is no list.
pub(crate) fn by_text(start: &str) -> Option<&'static str> {
    let start = start.trim_start_matches(|sign: char| sign.is_whitespace() || sign == '\u{FEFF}');
    let lower = start.to_lowercase();
    let markup = start.strip_prefix('<').and_then(|rest| rest.chars().next());
    if markup.is_some_and(|next| next.is_ascii_alphabetic() || "!?/".contains(next)) {
        let is = |text: &str| lower.contains(text);
        return Some(if is("urn:schemas-microsoft-com:office:spreadsheet") {
            "excel-2003-xml"
        } else if is("opendocument") {
            "ods"
        } else if lower.starts_with("<?xml") && !is("<html") {
            "xml"
        } else {
            "html"
        });
    }
    if lower.starts_with("mime-version:") {
        return Some("html");
    }
    if lower.starts_with("%pdf") {
        return Some("pdf");
    }
    if lower.starts_with("{\\rtf") {
        return Some("document");
    }
    let next = start.strip_prefix(['{', '[']).map(str::trim_start)?.chars().next();
    let json = next.is_some_and(|next| "{[\"}]".contains(next) || next.is_ascii_digit());
    json.then_some("json")
}

/// The kind of a compound file (MS-CFB) by the streams that its directory names.
pub(crate) fn of_compound(source: &mut dyn Source) -> io::Result<&'static str> {
    const STREAMS: [(&str, &str); 4] = [
        ("EncryptedPackage", "encrypted"),
        ("Workbook", "xls"),
        ("Book", "xls"),
        ("WordDocument", "document"),
    ];
    let names: Vec<(Vec<u8>, &str)> = STREAMS
        .iter()
        .map(|(name, found)| {
            (format!("{name}\0").encode_utf16().flat_map(u16::to_le_bytes).collect(), *found)
        })
        .collect();
    let longest = names.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    let mut seen = vec![false; names.len()];
    source.rewind()?;
    let mut window = Vec::new();
    loop {
        let kept = window.len().min(longest);
        window.drain(..window.len() - kept);
        let read = (&mut *source).take(1 << 20).read_to_end(&mut window)?;
        for ((name, _), seen) in names.iter().zip(&mut seen) {
            *seen = *seen || memmem::find(&window, name).is_some();
        }
        if read == 0 {
            break;
        }
    }
    let found = names.iter().zip(seen).find(|(_, seen)| *seen);
    Ok(found.map_or("compound", |((_, found), _)| *found))
}

/// The kind of a zip archive that is no XLSX, by the names of its parts and what it says of itself.
pub(crate) fn of_archive(names: &[String], mimetype: &str) -> &'static str {
    let has = |start: &str| names.iter().any(|name| name.starts_with(start));
    if mimetype.contains("opendocument.spreadsheet") {
        "ods"
    } else if has("xl/workbook.bin") {
        "xlsb"
    } else if has("word/") || has("ppt/") || mimetype.contains("opendocument") {
        "document"
    } else if has("Index/") || has("index.apxl") {
        "numbers"
    } else {
        "archive"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    #[test]
    fn a_text_tells_what_it_is() {
        for (text, found) in [
            ("<html><body><table>", Some("html")),
            ("\u{FEFF}\r\n<!DOCTYPE html>", Some("html")),
            ("<table><tr><td>Belopp", Some("html")),
            ("<?xml version=\"1.0\"?><html xmlns=\"x\">", Some("html")),
            (
                "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook \
                 xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
                Some("excel-2003-xml"),
            ),
            ("<?xml version=\"1.0\"?><Document/>", Some("xml")),
            ("MIME-Version: 1.0\nContent-Type: multipart/related", Some("html")),
            ("{\"error\":\"login\"}", Some("json")),
            ("[ { \"a\": 1 } ]", Some("json")),
            ("[]", Some("json")),
            ("{\\rtf1\\ansi", Some("document")),
            ("  %PDF-1.4", Some("pdf")),
            ("Kod;Belopp", None),
            ("<5 dygn;Belopp", None),
            ("[Kod];Belopp", None),
            ("{a;b", None),
            ("", None),
        ] {
            assert_eq!(by_text(text), found, "{text}");
        }
    }

    #[test]
    fn first_bytes_tell_what_it_is() {
        for (start, found) in [
            (&b"%PDF-1.7"[..], Some("pdf")),
            (b"\x1F\x8B\x08", Some("archive")),
            (b"\x89PNG\r\n", Some("image")),
            (b"\xFF\xD8\xFF\xE0", Some("image")),
            (b"\0\0\0\x18ftypheic", Some("image")),
            (b"BM6\0\0\0\0\0\0\0", Some("image")),
            (b"BMW;Belopp", None),
            (b"\xFF\xFE\0\0K\0\0\0", Some("utf-32")),
            (b"\xFF\xFEK\0", None),
        ] {
            assert_eq!(by_magic(start), found, "{start:?}");
        }
    }

    #[test]
    fn a_compound_file_is_known_by_its_streams() {
        let file = |name: &str, before: usize| {
            let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
            bytes.resize(before, 0);
            bytes.extend(name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes));
            bytes
        };
        let found = |bytes: Vec<u8>| of_compound(&mut Cursor::new(bytes)).unwrap();
        assert_eq!(found(file("EncryptedPackage", 600)), "encrypted");
        assert_eq!(found(file("Workbook", (1 << 20) - 5)), "xls", "cut between two pieces");
        assert_eq!(found(file("Book", 600)), "xls");
        assert_eq!(found(file("__properties", 600)), "compound");
    }
}
