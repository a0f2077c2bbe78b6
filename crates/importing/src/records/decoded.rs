//! Bytes of any supported encoding as a window of text that moves through the file.

use std::io;

use encoding_rs::{CoderResult, Decoder, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use sha2::{Digest, Sha256};

use crate::inspect::Encoding;
use crate::source::Source;

/// Bytes read at a time: large enough to make calls rare, small enough for the processor's cache.
const RAW_BYTES: usize = 128 << 10;

/// Room kept free for decoded text: no supported encoding more than triples in UTF-8.
const ROOM: usize = 3 * RAW_BYTES + 16;

/// The five bytes that Windows-1252 does not define.
const UNDEFINED_1252: [u8; 5] = [0x81, 0x8D, 0x8F, 0x90, 0x9D];

/// A window of decoded text. Bytes that are no text become U+FFFD.
pub(crate) struct Decoded<'s> {
    source: &'s mut dyn Source,
    windows_1252: bool,
    decoder: Decoder,
    hasher: Sha256,
    raw: Vec<u8>,
    text: String,
    from: usize,
    ended: bool,
}

impl<'s> Decoded<'s> {
    /// From the first byte of the source on.
    pub(crate) fn open(source: &'s mut dyn Source, encoding: Encoding) -> io::Result<Decoded<'s>> {
        source.rewind()?;
        let decoder = match encoding {
            Encoding::Utf8 | Encoding::Utf8Bom => UTF_8.new_decoder_with_bom_removal(),
            Encoding::Windows1252 => WINDOWS_1252.new_decoder_without_bom_handling(),
            Encoding::Utf16Le => UTF_16LE.new_decoder_with_bom_removal(),
            Encoding::Utf16Be => UTF_16BE.new_decoder_with_bom_removal(),
        };
        Ok(Decoded {
            source,
            windows_1252: encoding == Encoding::Windows1252,
            decoder,
            hasher: Sha256::new(),
            raw: vec![0; RAW_BYTES],
            text: String::with_capacity(2 * ROOM),
            from: 0,
            ended: false,
        })
    }

    /// The text that has been decoded and not consumed.
    pub(crate) fn rest(&self) -> &str {
        &self.text[self.from..]
    }

    /// Whether everything has been decoded: what is in [`Decoded::rest`] is the file's last.
    pub(crate) fn ended(&self) -> bool {
        self.ended
    }

    /// Drops the first `bytes` of [`Decoded::rest`].
    pub(crate) fn consume(&mut self, bytes: usize) {
        self.from += bytes;
    }

    /// Decodes some more text; false when the file has ended.
    pub(crate) fn more(&mut self) -> io::Result<bool> {
        if self.ended {
            return Ok(false);
        }
        self.text.drain(..self.from);
        self.from = 0;
        let before = self.text.len();
        while self.text.len() == before && !self.ended {
            let bytes = read_some(self.source, &mut self.raw)?;
            self.ended = bytes == 0;
            self.hasher.update(&self.raw[..bytes]);
            self.decode(bytes);
        }
        Ok(self.text.len() > before)
    }

    fn decode(&mut self, bytes: usize) {
        let before = self.text.len();
        let mut from = 0;
        loop {
            self.text.reserve(ROOM);
            let raw = &self.raw[from..bytes];
            let (result, read, _) = self.decoder.decode_to_string(raw, &mut self.text, self.ended);
            from += read;
            if result == CoderResult::InputEmpty {
                break;
            }
        }
        // The decoder follows the web and lets the five bytes pass as control characters.
        if self.windows_1252 && has_undefined(&self.raw[..bytes]) {
            let undefined = |letter: char| {
                u8::try_from(u32::from(letter)).is_ok_and(|byte| UNDEFINED_1252.contains(&byte))
            };
            let clean = self.text[before..].replace(undefined, "\u{FFFD}");
            self.text.truncate(before);
            self.text.push_str(&clean);
        }
    }

    /// The digest of all bytes read.
    pub(crate) fn sha256(self) -> [u8; 32] {
        self.hasher.finalize().into()
    }
}

fn has_undefined(raw: &[u8]) -> bool {
    let [a, b, c, d, e] = UNDEFINED_1252;
    memchr::memchr3(a, b, c, raw).is_some() || memchr::memchr2(d, e, raw).is_some()
}

fn read_some(source: &mut dyn Source, buffer: &mut [u8]) -> io::Result<usize> {
    loop {
        match source.read(buffer) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            done => return done,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn decode(bytes: &[u8], encoding: Encoding) -> String {
        let mut cursor = Cursor::new(bytes);
        let mut decoded = Decoded::open(&mut cursor, encoding).unwrap();
        let mut all = String::new();
        while decoded.more().unwrap() {
            all.push_str(decoded.rest());
            let bytes = decoded.rest().len();
            decoded.consume(bytes);
        }
        all
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let text = "Å-GSK;Núñez\r\n".repeat(20_000);
        let utf16 = |bom: [u8; 2], bytes: fn(u16) -> [u8; 2]| {
            let units = text.encode_utf16().flat_map(bytes);
            bom.into_iter().chain(units).collect::<Vec<u8>>()
        };
        let (latin, _, lost) = WINDOWS_1252.encode(&text);
        assert!(!lost);
        assert!(decode(&latin, Encoding::Windows1252) == text);
        assert!(decode(text.as_bytes(), Encoding::Utf8) == text);
        assert!(decode(format!("\u{FEFF}{text}").as_bytes(), Encoding::Utf8Bom) == text);
        assert!(decode(&utf16([0xFF, 0xFE], u16::to_le_bytes), Encoding::Utf16Le) == text);
        assert!(decode(&utf16([0xFE, 0xFF], u16::to_be_bytes), Encoding::Utf16Be) == text);
    }

    #[test]
    fn what_is_no_text_is_marked() {
        assert_eq!(decode(b"a\x81\x8D\x8F\x90\x9Db\x80", Encoding::Windows1252), {
            "a\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}b€"
        });
        assert_eq!(decode(b"\xEF\xBB\xBFa\xC3", Encoding::Utf8Bom), "a\u{FFFD}");
        assert_eq!(decode(b"\xFF\xFEa\0\0", Encoding::Utf16Le), "a\u{FFFD}");
    }
}
