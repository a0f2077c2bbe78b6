//! Whether a zip archive is a workbook, and how large it becomes when unpacked.

use std::io::{self, Read};

use zip::ZipArchive;

use crate::inspect::Source;
use crate::limits::Limits;
use crate::refusal::FileRefusal;

/// Where every known writer of XLSX puts the workbook (ISO/IEC 29500-1, 12.3.23).
const WORKBOOK: &str = "xl/workbook.xml";

/// Refuses an archive that is no XLSX or becomes too large.
///
/// The sizes in the directory are summed first, which costs nothing; then every part is really
/// unpacked and counted, since the directory may lie.
pub(crate) fn check(source: &mut dyn Source, limits: &Limits) -> Result<(), FileRefusal> {
    let limit = limits.xlsx_unpacked_bytes;
    let mut archive = ZipArchive::new(source).map_err(|_| FileRefusal::Damaged)?;
    if archive.index_for_name(WORKBOOK).is_none() {
        return Err(FileRefusal::UnknownContainer { found: "zip" });
    }
    if archive.decompressed_size().is_some_and(|size| size > u128::from(limit)) {
        return Err(FileRefusal::UnpackedTooLarge { limit });
    }
    let mut left = limit;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|_| FileRefusal::Damaged)?;
        let unpacked = io::copy(&mut part.take(left + 1), &mut io::sink())
            .map_err(|_| FileRefusal::Damaged)?;
        left = left.checked_sub(unpacked).ok_or(FileRefusal::UnpackedTooLarge { limit })?;
    }
    Ok(())
}
