//! How much of a file is taken in at most.

/// Limits of one import; settings of the installation, passed in by the caller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Size of the file, in bytes.
    pub file_bytes: u64,
    /// Size of one cell, in bytes of UTF-8.
    pub field_bytes: usize,
    /// Rows of a sheet, since a sheet is held in memory.
    pub xlsx_rows: u32,
    /// Size of an XLSX file once unpacked, in bytes.
    pub xlsx_unpacked_bytes: u64,
}

impl Default for Limits {
    /// 512 MB, 64 kB a cell; of a sheet 100 000 rows and 200 MB unpacked.
    fn default() -> Limits {
        Limits {
            file_bytes: 512 << 20,
            field_bytes: 64 << 10,
            xlsx_rows: 100_000,
            xlsx_unpacked_bytes: 200 << 20,
        }
    }
}

impl Limits {
    /// Size of one physical line, in bytes of UTF-8: what keeps memory flat on a file without line
    /// breaks.
    pub(crate) fn line_bytes(&self) -> usize {
        self.field_bytes.saturating_mul(16)
    }
}

/// Cells of one record; what comes after is dropped. The widest known list has 13.
pub(crate) const CELLS: usize = 1_000;

/// Records at the top of a file among which the header is looked for.
pub(crate) const HEADER_ROWS: usize = 50;

/// Records shown when no header was recognised.
pub(crate) const PREVIEW_ROWS: usize = 20;
