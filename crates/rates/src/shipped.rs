//! The catalogue that ships with the program.

use domain::law::Catalogue;
use include_dir::{Dir, include_dir};

use crate::checks::across_files;
use crate::compensation::read;
use crate::fault::CatalogueFault;
use crate::reading::FileRead;

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../assets/rates");

/// The catalogue that ships with the program.
///
/// # Errors
/// Every fault of every file.
pub fn shipped() -> Result<Catalogue, Vec<CatalogueFault>> {
    from_texts(FILES.files().map(|file| {
        let name = file.path().to_string_lossy().into_owned();
        (name, file.contents_utf8().unwrap_or_default())
    }))
}

/// A catalogue from file names and texts.
///
/// # Errors
/// Every fault of every file, by file and line. A file that is not of the format has one: what else
/// it holds cannot be known.
pub fn from_texts<'a>(
    texts: impl IntoIterator<Item = (String, &'a str)>,
) -> Result<Catalogue, Vec<CatalogueFault>> {
    let mut texts: Vec<(String, &str)> = texts.into_iter().collect();
    texts.sort_by(|(a, _), (b, _)| a.cmp(b));
    let reads: Vec<FileRead> = texts.iter().map(|(file, text)| read(file, text)).collect();
    let mut faults: Vec<CatalogueFault> = across_files(&reads);
    let mut compensations = Vec::new();
    for read in reads {
        faults.extend(read.faults);
        compensations.extend(read.compensation);
    }
    faults.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    if faults.is_empty() { Ok(Catalogue::of(compensations)) } else { Err(faults) }
}
