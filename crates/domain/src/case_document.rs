//! Documents that prove a payment or a claim, and the files that are refused as such.

use crate::case::words;

words! {
    /// What a document proves.
    DocumentKind {
        /// A decision.
        Decision = "decision",
        /// A receipt.
        Receipt = "receipt",
        /// Other evidence.
        Evidence = "evidence",
    }
}

/// Largest document, in bytes.
pub const LARGEST_BYTES: u64 = 50 << 20;

/// Endings of files that a double click would run or mount, or that carry macros or scripts:
/// Outlook's list of blocked attachments ("Blocked attachments in Outlook", Microsoft), and their
/// like on other systems.
const RUNNING: [&str; 2] = [
    "ade adp app application appref-ms asp aspx asx bas bat bgi cab cer chm cmd cnt com cpl crt csh \
     der diagcab exe fxp gadget grp hlp hpj hta htc inf ins iso isp its jar jnlp js jse ksh lnk mad \
     maf mag mam maq mar mas mat mau mav maw mcf mda mdb mde mdt mdw mdz msc msh msh1 msh1xml msh2 \
     msh2xml mshxml msi msp mst msu ops osd pcd pif pl plg prf prg printerexport ps1 ps1xml ps2 \
     ps2xml psc1 psc2 psd1 psdm1 psm1 pssc pst py pyc pyo pyw pyz pyzw reg scf scr sct shb shs theme \
     tmp udl url vb vbe vbp vbs vhd vhdx vsmacros vsw webpnp website ws wsb wsc wsf wsh xbap xll xnk",
    "apk appimage appinstaller appx appxbundle bash class command deb dll dmg docm dotm drv htm html \
     img library-ms mht mhtml msix msixbundle ocx osx pkg potm ppam ppsm pptm rb rdp rpm run search-ms \
     settingcontent-ms sh svg sys xlam xlsb xlsm xltm",
];

/// First bytes of files that run, whatever they are called: Windows, Linux, scripts (also after a
/// byte order mark), macOS, Java and universal macOS, shortcuts, WebAssembly, Android.
const STARTS: [&[u8]; 12] = [
    b"MZ",
    b"\x7fELF",
    b"#!",
    b"\xef\xbb\xbf#!",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"L\x00\x00\x00\x01\x14\x02\x00",
    b"\x00asm",
    b"dex\n",
];

/// Whether a file is of a kind that runs, by its name or by its first bytes.
#[must_use]
pub fn runs(name: &str, start: &[u8]) -> bool {
    STARTS.iter().any(|known| start.starts_with(known)) || name.split(':').any(runs_by_name)
}

/// What names the key of an encrypted PDF in its trailer (ISO 32000-1, 7.5.5): a reference or a dictionary.
const PDF_KEY: &[u8] = b"/Encrypt";
/// The stream that an encrypted office document lies in, in UTF-16 ([MS-OFFCRYPTO] 2.3.4.4).
const OFFICE_STREAM: &str = "EncryptedPackage";
/// First bytes of a compound file, which an encrypted office document is.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0";

/// Whether nobody can open a document without its password: an encrypted PDF or office document.
#[must_use]
pub fn is_encrypted(data: &[u8]) -> bool {
    if data.starts_with(b"%PDF") {
        let named = data.windows(PDF_KEY.len()).enumerate().filter(|(_, part)| *part == PDF_KEY);
        return named.into_iter().any(|(at, _)| is_key(&data[at + PDF_KEY.len()..]));
    }
    let stream: Vec<u8> = OFFICE_STREAM.encode_utf16().flat_map(u16::to_le_bytes).collect();
    data.starts_with(COMPOUND) && data.windows(stream.len()).any(|part| part == stream)
}

/// Whether a value follows that can be the key: `12 0 R` or `<<`.
fn is_key(after: &[u8]) -> bool {
    let after = after.trim_ascii_start();
    let digits = after.iter().take_while(|byte| byte.is_ascii_digit()).count();
    after.starts_with(b"<<")
        || (digits > 0
            && after[digits..].trim_ascii_start().first().is_some_and(u8::is_ascii_digit))
}

/// By the ending as Windows sees it, which drops full stops and blanks at the end. What stands after
/// a colon is another stream of the same file.
fn runs_by_name(name: &str) -> bool {
    let name = name.trim_end_matches(['.', ' ']);
    let Some((_, ending)) = name.rsplit_once('.') else { return false };
    let ending = ending.to_lowercase();
    RUNNING.iter().flat_map(|endings| endings.split_whitespace()).any(|known| known == ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_run_are_known_by_name() {
        for name in [
            "a.exe",
            "A.EXE",
            "beslut.pdf.bat",
            "a.ps1",
            "a.js",
            "a.vbs",
            "a.lnk",
            "a.msi",
            "a.scr",
            "a.cmd",
            "kvitto.exe. ",
            "kvitto.pdf:dold.exe",
            "kvitto.exe:pdf",
            "a.docm",
            "a.iso",
            "a.vhd",
            "a.jnlp",
            "a.rdp",
            "a.xbap",
            "a.SettingContent-ms",
            "a.msu",
            "a.ws",
            "a.shb",
            "a.xltm",
        ] {
            assert!(runs(name, b"%PDF-1.7"), "{name}");
        }
        for name in ["beslut.pdf", "kvitto.jpg", "exe", "msi.pdf", "a.docx", "a.csv", "å.eml", ""]
        {
            assert!(!runs(name, b"%PDF-1.7"), "{name}");
        }
    }

    #[test]
    fn encrypted_documents_are_known() {
        let office: Vec<u8> = [COMPOUND, &[0; 30]].concat();
        let stream: Vec<u8> =
            "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for data in [
            &b"%PDF-1.7 trailer <</Root 1 0 R/Encrypt 12 0 R>>"[..],
            b"%PDF-1.4 trailer << /Encrypt << /Filter /Standard >> >>",
            &[office.as_slice(), &stream].concat(),
        ] {
            assert!(is_encrypted(data));
        }
        for data in [
            &b"%PDF-1.7 (/Encrypt the file) trailer <</Root 1 0 R>>"[..],
            b"%PDF-1.7 /EncryptMetadata false",
            b"text /Encrypt 12 0 R",
            &office,
            b"",
        ] {
            assert!(!is_encrypted(data), "{}", String::from_utf8_lossy(data));
        }
    }

    #[test]
    fn files_that_run_are_known_by_their_first_bytes() {
        for start in [&b"MZ\x90\x00"[..], b"\x7fELF\x02", b"#!/bin/sh", b"\xef\xbb\xbf#!python"] {
            assert!(runs("beslut.pdf", start), "{start:?}");
        }
        for start in [&b""[..], b"%PDF", b"PK\x03\x04", b"\xff\xd8\xff", b"ELF", b" #!"] {
            assert!(!runs("beslut.pdf", start), "{start:?}");
        }
    }
}
