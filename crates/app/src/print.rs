//! What all prints share: head, marks, number forms.

use std::path::Path;

use chrono::NaiveDate;
use exporting::document::{Head, PageWords};
use exporting::table::NumberFormat;

use serde_json::Value;
use store::Changed;

use crate::wording::TextValue;
use crate::{Action, App, Result};

/// Numbers as Sweden prints them: no-break space, comma, U+2212.
pub(crate) fn number_format() -> NumberFormat {
    NumberFormat { group: '\u{a0}', decimal: ',', minus: '\u{2212}' }
}

/// A day as it stands in prints.
pub(crate) fn day_text(day: NaiveDate) -> String {
    day.to_string()
}

/// The head of a print, with the marks that must stand there as long as they are true.
pub(crate) fn print_head(app: &App, title: &str, subject: &str, example: bool) -> Result<Head> {
    let settings = app.settings()?;
    let w = |id: &str, values: &[(&str, TextValue)]| app.wording.text(id, values);
    let mut marks = Vec::new();
    if settings.municipality.training {
        marks.push(w("print-training", &[]));
    }
    marks.extend(app.one_person_mark()?);
    if example {
        marks.push(w("print-example", &[]));
    }
    let head = app.audit_head()?;
    let footer = [
        ("day", app.today.into()),
        ("event", head.event_no.to_string().as_str().into()),
        ("hash", head.on_paper().as_str().into()),
    ];
    let signed = head.signed.as_ref().map(|(user, signature)| {
        let values = [("user", user.as_str().into()), ("signature", signature.as_str().into())];
        w("print-footer-signed", &values)
    });
    let version = env!("CARGO_PKG_VERSION").into();
    Ok(Head {
        municipality: settings.municipality.name,
        title: title.to_owned(),
        subject: subject.to_owned(),
        marks,
        footer: w("print-footer", &footer),
        signed,
        page: PageWords { page: w("print-page", &[]), of: w("print-of", &[]) },
        producer: w("print-producer", &[("version", version)]),
        language: "sv".to_owned(),
        created: app.today,
    })
}

/// A print that has been made.
pub(crate) struct Print {
    /// The file's bytes.
    pub(crate) data: Vec<u8>,
    /// The id of what it shows.
    pub(crate) object: String,
    /// What its event says.
    pub(crate) detail: Value,
}

impl App {
    /// Makes a print inside the change that notes it, writes it beside its target, and renames it
    /// when it is noted. Gives its size in bytes.
    ///
    /// # Errors
    /// Those of `make`, or the file cannot be written.
    pub(crate) fn write_print(
        &self,
        target: &Path,
        action: Action,
        make: impl FnOnce() -> Result<Print>,
    ) -> Result<u64> {
        let place = self.place_for(target)?;
        let (file, bytes) = self.change(action, |_| {
            let Print { data, object, detail } = make()?;
            let file = place.write(&data)?;
            Ok(Changed { value: (file, data.len() as u64), object, detail })
        })?;
        file.place()?;
        Ok(bytes)
    }
}
