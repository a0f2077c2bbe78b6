//! What all prints share: head, marks, number forms.

use chrono::NaiveDate;
use exporting::document::{Head, PageWords};
use exporting::table::NumberFormat;

use crate::wording::TextValue;
use crate::{App, Result};

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
    if example {
        marks.push(w("print-example", &[]));
    }
    let version = env!("CARGO_PKG_VERSION").into();
    Ok(Head {
        municipality: settings.municipality.name,
        title: title.to_owned(),
        subject: subject.to_owned(),
        marks,
        footer: w("print-footer", &[("day", app.today.into())]),
        page: PageWords { page: w("print-page", &[]), of: w("print-of", &[]) },
        producer: w("print-producer", &[("version", version)]),
        language: "sv".to_owned(),
        created: app.today,
    })
}
