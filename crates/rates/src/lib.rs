//! The compensations of the law: text to a checked catalogue.
//!
//! One file per compensation in `assets/rates`, named after its code in lower case. So far a file
//! holds the code, the names and the section of the ordinance; amounts and days come with the
//! calculators that use them.

use std::collections::BTreeMap;

use domain::codes::CompensationCode;
use include_dir::{Dir, include_dir};
use serde::Deserialize;

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../assets/rates");

/// A compensation of the law.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Compensation {
    /// Its code in this program.
    pub code: CompensationCode,
    /// Its Swedish name.
    pub name: String,
    /// A short Swedish name for tables.
    pub short_name: String,
    /// The ordinance's number in Svensk författningssamling.
    pub ordinance: String,
    /// The section; empty where it is not known.
    pub section: String,
}

/// Every compensation, by code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    compensations: BTreeMap<CompensationCode, Compensation>,
}

/// Why a file is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {reason}")]
pub struct CatalogueFault {
    /// The file's name.
    pub file: String,
    /// What is wrong with it.
    pub reason: String,
}

impl Catalogue {
    /// The catalogue that ships with the program.
    ///
    /// # Errors
    /// Every fault of every file.
    pub fn shipped() -> Result<Catalogue, Vec<CatalogueFault>> {
        let texts = FILES.files().map(|file| {
            let name = file.path().to_string_lossy().into_owned();
            (name, file.contents_utf8().unwrap_or_default())
        });
        Catalogue::from_texts(texts)
    }

    /// A catalogue from file names and texts.
    ///
    /// # Errors
    /// Every fault of every file.
    pub fn from_texts<'a>(
        texts: impl IntoIterator<Item = (String, &'a str)>,
    ) -> Result<Catalogue, Vec<CatalogueFault>> {
        let mut catalogue = Catalogue::default();
        let mut faults = Vec::new();
        for (file, text) in texts {
            match compensation(&file, text) {
                Ok(compensation) => {
                    catalogue.compensations.insert(compensation.code.clone(), compensation);
                }
                Err(reason) => faults.push(CatalogueFault { file, reason }),
            }
        }
        if faults.is_empty() { Ok(catalogue) } else { Err(faults) }
    }

    /// The compensation with that code.
    #[must_use]
    pub fn get(&self, code: &CompensationCode) -> Option<&Compensation> {
        self.compensations.get(code)
    }

    /// Every compensation, by code.
    pub fn iter(&self) -> impl Iterator<Item = &Compensation> {
        self.compensations.values()
    }
}

fn compensation(file: &str, text: &str) -> Result<Compensation, String> {
    let found: Compensation = toml::from_str(text).map_err(|error| error.to_string())?;
    if file != format!("{}.toml", found.code.0.to_lowercase()) {
        return Err(format!("holds {}", found.code));
    }
    for (name, value) in
        [("name", &found.name), ("short_name", &found.short_name), ("ordinance", &found.ordinance)]
    {
        if value.trim().is_empty() {
            return Err(format!("{name} is empty"));
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_catalogue_is_sound() {
        let catalogue = Catalogue::shipped().unwrap();
        assert_eq!(catalogue.iter().count(), FILES.files().count());
        let found = catalogue.get(&CompensationCode("NYA-SCHABLON".into())).unwrap();
        assert_eq!((found.ordinance.as_str(), found.section.as_str()), ("2010:1122", "11 §"));
    }

    #[test]
    fn faults_name_their_files() {
        let texts = [
            (
                "a.toml".to_owned(),
                "code = \"B\"\nname = \"b\"\nshort_name = \"b\"\nordinance = \"1\"\nsection = \"\"",
            ),
            ("c.toml".to_owned(), "code = \"C\""),
        ];
        let faults = Catalogue::from_texts(texts).unwrap_err();
        assert_eq!(
            faults.iter().map(|f| f.file.as_str()).collect::<Vec<_>>(),
            ["a.toml", "c.toml"]
        );
    }
}
