//! The first pass over a file: what it is made of, before anything in it is believed.

use std::io::{Read as _, SeekFrom};

use sha2::{Digest, Sha256};

use crate::foreign;
use crate::limits::Limits;
use crate::records::archive;
use crate::refusal::FileRefusal;
use crate::source::Source;

/// How the letters of a text file are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8 without byte order mark; every byte was checked.
    Utf8,
    /// UTF-8 with byte order mark.
    Utf8Bom,
    /// Windows-1252: what is left when the bytes are not UTF-8.
    Windows1252,
    /// UTF-16, little-endian, by its byte order mark or by where its NUL bytes stand.
    Utf16Le,
    /// UTF-16, big-endian, by its byte order mark or by where its NUL bytes stand.
    Utf16Be,
}

impl Encoding {
    /// The name in contracts: `utf-8`, `utf-8-bom`, `windows-1252`, `utf-16le`, `utf-16be`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf8Bom => "utf-8-bom",
            Encoding::Windows1252 => "windows-1252",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
        }
    }
}

/// What kind of file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Container {
    /// Lines of text with separators.
    Text(Encoding),
    /// An Excel workbook (Office Open XML).
    Xlsx,
}

/// What one pass over all bytes has shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspection {
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 of all bytes; every later pass must meet the same.
    pub sha256: [u8; 32],
    /// Kind of file.
    pub container: Container,
}

impl Inspection {
    /// The digest as 64 hexadecimal digits.
    #[must_use]
    pub fn sha256_hex(&self) -> String {
        self.sha256.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Bytes handed over at a time.
const CHUNK: u64 = 1 << 20;

/// Reads the whole source once, in chunks of 1 MB that `on_chunk` may store, and tells what it is.
///
/// # Errors
/// [`FileRefusal`]: unreadable, empty, too large, NUL bytes, no known container, damaged, too large
/// when unpacked. Chunks may have been handed over before.
pub fn inspect(
    source: &mut dyn Source,
    limits: &Limits,
    on_chunk: &mut dyn FnMut(&[u8]),
) -> Result<Inspection, FileRefusal> {
    let size = source.seek(SeekFrom::End(0))?;
    if size > limits.file_bytes {
        return Err(FileRefusal::TooLarge { bytes: size, limit: limits.file_bytes });
    }
    source.rewind()?;
    let mut pass = Pass::new();
    let mut chunk = Vec::new();
    loop {
        chunk.clear();
        (&mut *source).take(CHUNK).read_to_end(&mut chunk)?;
        if chunk.is_empty() {
            break;
        }
        on_chunk(&chunk);
        pass.take(&chunk);
        if pass.bytes > limits.file_bytes {
            return Err(FileRefusal::TooLarge { bytes: pass.bytes, limit: limits.file_bytes });
        }
    }
    let container = pass.container(source, limits)?;
    Ok(Inspection { bytes: pass.bytes, sha256: pass.hasher.finalize().into(), container })
}

/// What is gathered on the way.
struct Pass {
    bytes: u64,
    hasher: Sha256,
    start: Vec<u8>,
    first_nul: Option<u64>,
    /// NUL bytes at even and at odd offsets.
    nuls: [u64; 2],
    /// Whether nothing but white space has been met.
    blank: bool,
    utf8: Utf8Check,
}

impl Pass {
    fn new() -> Pass {
        Pass {
            bytes: 0,
            hasher: Sha256::new(),
            start: Vec::new(),
            first_nul: None,
            nuls: [0; 2],
            blank: true,
            utf8: Utf8Check::default(),
        }
    }

    fn take(&mut self, chunk: &[u8]) {
        if self.bytes == 0 {
            self.start.extend(chunk.iter().take(foreign::START));
        }
        self.hasher.update(chunk);
        for at in memchr::memchr_iter(0, chunk).map(|at| self.bytes + at as u64) {
            self.first_nul = self.first_nul.or(Some(at));
            self.nuls[usize::from(at % 2 == 1)] += 1;
        }
        self.blank =
            self.blank && chunk.iter().all(|byte| b" \t\r\n\xEF\xBB\xBF\x1A".contains(byte));
        self.utf8.take(chunk);
        self.bytes += chunk.len() as u64;
    }

    fn container(
        &self,
        source: &mut dyn Source,
        limits: &Limits,
    ) -> Result<Container, FileRefusal> {
        if self.blank {
            return Err(FileRefusal::Empty);
        }
        if let Some(found) = foreign::by_magic(&self.start) {
            return Err(FileRefusal::UnknownContainer { found });
        }
        if self.start.starts_with(b"\xD0\xCF\x11\xE0") {
            let found = foreign::of_compound(source)?;
            return Err(FileRefusal::UnknownContainer { found });
        }
        if self.start.starts_with(b"PK\x03\x04") || self.start.starts_with(b"PK\x05\x06") {
            source.rewind()?;
            archive::check(source, limits)?;
            return Ok(Container::Xlsx);
        }
        let encoding = self.encoding()?;
        match foreign::by_text(&text_of(&self.start, encoding)) {
            Some(found) => Err(FileRefusal::UnknownContainer { found }),
            None => Ok(Container::Text(encoding)),
        }
    }

    fn encoding(&self) -> Result<Encoding, FileRefusal> {
        if self.start.starts_with(b"\xFF\xFE") {
            return Ok(Encoding::Utf16Le);
        }
        if self.start.starts_with(b"\xFE\xFF") {
            return Ok(Encoding::Utf16Be);
        }
        if let Some(encoding) = self.utf16_without_mark() {
            return Ok(encoding);
        }
        if let Some(at) = self.first_nul {
            return Err(FileRefusal::NulBytes { at });
        }
        Ok(if self.start.starts_with(b"\xEF\xBB\xBF") {
            Encoding::Utf8Bom
        } else if self.utf8.holds() {
            Encoding::Utf8
        } else {
            Encoding::Windows1252
        })
    }

    /// UTF-16 without byte order mark: in a list most letters are ASCII, so that most units have a
    /// NUL byte on the one side and hardly any on the other.
    fn utf16_without_mark(&self) -> Option<Encoding> {
        let units = self.bytes / 2;
        let [even, odd] = self.nuls;
        let is = |most: u64, least: u64| most * 10 >= units * 7 && least * 100 <= units;
        match (is(odd, even), is(even, odd)) {
            (true, false) => Some(Encoding::Utf16Le),
            (false, true) => Some(Encoding::Utf16Be),
            _ => None,
        }
    }
}

/// The beginning of a text, for a look at it.
fn text_of(start: &[u8], encoding: Encoding) -> String {
    let decoder = match encoding {
        Encoding::Utf16Le => encoding_rs::UTF_16LE,
        Encoding::Utf16Be => encoding_rs::UTF_16BE,
        Encoding::Utf8 | Encoding::Utf8Bom | Encoding::Windows1252 => encoding_rs::WINDOWS_1252,
    };
    // A byte order mark decides where there is one, also that of UTF-8.
    decoder.decode(start).0.into_owned()
}

/// Strict UTF-8 over chunks that may cut a letter in two.
#[derive(Default)]
struct Utf8Check {
    broken: bool,
    /// The beginning of a letter whose rest comes in the next chunk: at most 3 bytes.
    cut: Vec<u8>,
}

impl Utf8Check {
    fn take(&mut self, chunk: &[u8]) {
        if self.broken {
            return;
        }
        let mut rest = chunk;
        while !self.cut.is_empty() {
            let Some((next, after)) = rest.split_first() else { return };
            self.cut.push(*next);
            rest = after;
            match std::str::from_utf8(&self.cut) {
                Ok(_) => self.cut.clear(),
                Err(error) if error.error_len().is_some() => {
                    self.broken = true;
                    return;
                }
                Err(_) => {}
            }
        }
        if let Err(error) = std::str::from_utf8(rest) {
            match error.error_len() {
                Some(_) => self.broken = true,
                None => self.cut.extend_from_slice(&rest[error.valid_up_to()..]),
            }
        }
    }

    fn holds(&self) -> bool {
        !self.broken && self.cut.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn look(bytes: &[u8]) -> Result<Inspection, FileRefusal> {
        inspect(&mut Cursor::new(bytes), &Limits::default(), &mut |_| {})
    }

    fn encoding(bytes: &[u8]) -> Encoding {
        match look(bytes).unwrap().container {
            Container::Text(encoding) => encoding,
            Container::Xlsx => panic!("no text"),
        }
    }

    #[test]
    fn tells_the_encodings_apart() {
        assert_eq!(encoding("åäö".as_bytes()), Encoding::Utf8);
        assert_eq!(encoding(b"\xEF\xBB\xBFabc"), Encoding::Utf8Bom);
        assert_eq!(encoding(b"\xE5\xE4\xF6"), Encoding::Windows1252);
        assert_eq!(encoding(b"abc\xC3"), Encoding::Windows1252);
        assert_eq!(encoding(b"\xFF\xFEa\0"), Encoding::Utf16Le);
        assert_eq!(encoding(b"\xFE\xFF\0a"), Encoding::Utf16Be);
    }

    #[test]
    fn utf_16_is_known_without_a_mark() {
        let text = "Utbetalningsdatum;Belopp\r\n2026-10-30;\u{2212}1 200,00\r\n";
        let file =
            |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        let little = file(u16::to_le_bytes);
        assert_eq!(encoding(&little), Encoding::Utf16Le);
        assert_eq!(encoding(&file(u16::to_be_bytes)), Encoding::Utf16Be);
        assert_eq!(encoding(&little[..little.len() - 1]), Encoding::Utf16Le, "cut in a letter");
        assert_eq!(look(b"a\0b\0\0\0"), Err(FileRefusal::NulBytes { at: 1 }));
    }

    #[test]
    fn a_letter_may_be_cut_between_two_chunks() {
        for before in (CHUNK - 4)..=CHUNK {
            let mut bytes = vec![b'a'; usize::try_from(before).unwrap()];
            bytes.extend("🙂å".as_bytes());
            assert_eq!(encoding(&bytes), Encoding::Utf8, "{before}");
            bytes.pop();
            assert_eq!(encoding(&bytes), Encoding::Windows1252, "{before}");
        }
    }

    #[test]
    fn hands_over_every_byte_once() {
        let bytes: Vec<u8> = (0..2_500_000_u32).map(|i| b'a' + (i % 26) as u8).collect();
        let mut seen = Vec::new();
        let mut chunks = 0;
        let found = inspect(&mut Cursor::new(&bytes), &Limits::default(), &mut |chunk| {
            seen.extend_from_slice(chunk);
            chunks += 1;
        })
        .unwrap();
        assert_eq!((seen == bytes, chunks, found.bytes), (true, 3, 2_500_000));
    }

    #[test]
    fn the_digest_is_sha_256() {
        // FIPS 180-2, appendix B.1.
        assert_eq!(
            look(b"abc").unwrap().sha256_hex(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }

    #[test]
    fn refuses_what_is_no_list() {
        assert_eq!(look(b""), Err(FileRefusal::Empty));
        assert_eq!(look(b"ab\0c"), Err(FileRefusal::NulBytes { at: 2 }));
        for blank in [&b" \r\n\t\r\n"[..], b"\xEF\xBB\xBF\n"] {
            assert_eq!(look(blank), Err(FileRefusal::Empty));
        }
        let html: Vec<u8> = "<html>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (start, found) in [
            (&b"%PDF-1.7"[..], "pdf"),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "compound"),
            (b"\x1F\x8B\x08", "archive"),
            (b"\xEF\xBB\xBF{\"a\":1}", "json"),
            (&html, "html"),
        ] {
            assert_eq!(look(start), Err(FileRefusal::UnknownContainer { found }));
        }
        assert_eq!(look(b"PK\x03\x04 no archive"), Err(FileRefusal::Damaged));
        let limits = Limits { file_bytes: 3, ..Limits::default() };
        assert_eq!(
            inspect(&mut Cursor::new(b"abcd"), &limits, &mut |_| {}),
            Err(FileRefusal::TooLarge { bytes: 4, limit: 3 })
        );
    }
}
