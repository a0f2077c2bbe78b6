//! The first pass over a file: what it is made of, before anything in it is believed.

use std::io::{Read, Seek, SeekFrom};

use sha2::{Digest, Sha256};

use crate::limits::Limits;
use crate::records::archive;
use crate::refusal::FileRefusal;

/// Where bytes come from: an open file, or bytes in memory.
pub trait Source: Read + Seek {}

impl<S: Read + Seek> Source for S {}

/// How the letters of a text file are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8 without byte order mark; every byte was checked.
    Utf8,
    /// UTF-8 with byte order mark.
    Utf8Bom,
    /// Windows-1252: what is left when the bytes are not UTF-8.
    Windows1252,
    /// UTF-16, little-endian, by its byte order mark.
    Utf16Le,
    /// UTF-16, big-endian, by its byte order mark.
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
    utf8: Utf8Check,
}

impl Pass {
    fn new() -> Pass {
        Pass {
            bytes: 0,
            hasher: Sha256::new(),
            start: Vec::new(),
            first_nul: None,
            utf8: Utf8Check::default(),
        }
    }

    fn take(&mut self, chunk: &[u8]) {
        if self.bytes == 0 {
            self.start.extend(chunk.iter().take(8));
        }
        self.hasher.update(chunk);
        if self.first_nul.is_none() {
            self.first_nul = memchr::memchr(0, chunk).map(|at| self.bytes + at as u64);
        }
        self.utf8.take(chunk);
        self.bytes += chunk.len() as u64;
    }

    fn container(
        &self,
        source: &mut dyn Source,
        limits: &Limits,
    ) -> Result<Container, FileRefusal> {
        const MAGIC: [(&[u8], &str); 3] =
            [(b"\xD0\xCF\x11\xE0", "ole"), (b"%PDF", "pdf"), (b"\x1F\x8B", "gzip")];
        if self.bytes == 0 {
            return Err(FileRefusal::Empty);
        }
        for (magic, found) in MAGIC {
            if self.start.starts_with(magic) {
                return Err(FileRefusal::UnknownContainer { found });
            }
        }
        if self.start.starts_with(b"PK\x03\x04") || self.start.starts_with(b"PK\x05\x06") {
            source.rewind()?;
            archive::check(source, limits)?;
            return Ok(Container::Xlsx);
        }
        self.encoding().map(Container::Text)
    }

    fn encoding(&self) -> Result<Encoding, FileRefusal> {
        if self.start.starts_with(b"\xFF\xFE") {
            return Ok(Encoding::Utf16Le);
        }
        if self.start.starts_with(b"\xFE\xFF") {
            return Ok(Encoding::Utf16Be);
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
        for (start, found) in [
            (&b"%PDF-1.7"[..], "pdf"),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "ole"),
            (b"\x1F\x8B\x08", "gzip"),
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
