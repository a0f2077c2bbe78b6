//! Whether a zip archive is a workbook, and how large it becomes when unpacked.

use std::borrow::Cow;
use std::io::{self, Read};

use zip::ZipArchive;

use crate::foreign;
use crate::limits::Limits;
use crate::refusal::FileRefusal;
use crate::source::Source;

/// Where every known writer of XLSX puts the workbook (ISO/IEC 29500-1, 12.3.23).
const WORKBOOK: &str = "xl/workbook.xml";

/// The texts that the cells of a workbook share, which are all held in memory.
const SHARED_TEXTS: &str = "xl/sharedStrings.xml";

/// Refuses an archive that is no XLSX or becomes too large.
///
/// The sizes in the directory are summed first, which costs nothing; then every part is really
/// unpacked and counted, since the directory may lie.
pub(crate) fn check(source: &mut dyn Source, limits: &Limits) -> Result<(), FileRefusal> {
    let limit = limits.xlsx_unpacked_bytes;
    let mut archive = ZipArchive::new(source).map_err(|_| FileRefusal::Damaged)?;
    if archive.index_for_name(WORKBOOK).is_none() {
        let names: Vec<String> =
            archive.file_names().filter_map(|name| name.ok().map(Cow::into_owned)).collect();
        let mut mimetype = String::new();
        if let Ok(part) = archive.by_name("mimetype") {
            // What cannot be read says nothing.
            let _ = part.take(200).read_to_string(&mut mimetype);
        }
        let found = foreign::of_archive(&names, &mimetype);
        return Err(FileRefusal::UnknownContainer { found });
    }
    if archive.decompressed_size().is_some_and(|size| size > u128::from(limit)) {
        return Err(FileRefusal::UnpackedTooLarge { limit });
    }
    let mut left = limit;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|_| FileRefusal::Damaged)?;
        // Texts cost four times their size on the way to the cells.
        let shared = part.name().is_ok_and(|name| name == SHARED_TEXTS);
        let of_part = if shared { limit / 4 } else { limit };
        let unpacked = io::copy(&mut part.take(left.min(of_part) + 1), &mut io::sink())
            .map_err(|_| FileRefusal::Damaged)?;
        if unpacked > of_part {
            return Err(FileRefusal::UnpackedTooLarge { limit: of_part });
        }
        left = left.checked_sub(unpacked).ok_or(FileRefusal::UnpackedTooLarge { limit })?;
    }
    Ok(())
}
