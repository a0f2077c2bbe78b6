//! What goes wrong, as the screen and the headless host are told.

use app::{App, AppError, Shown};
use serde::Serialize;
use ts_rs::TS;

use crate::texts::{self, named_values};

/// How a piece of work ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Done.
    Done,
    /// Not done: something was found that a person must decide about.
    Findings,
    /// Not done: a rule says no, or it could not be read.
    Refused,
}

/// Where something is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Place {
    /// The file's own name.
    pub file: Option<String>,
    /// Line as a text editor counts.
    pub line: Option<u32>,
    /// Field number from 1.
    pub column: Option<u16>,
    /// Name of a field of the request.
    pub field: Option<String>,
}

/// Why an operation was not done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ErrorReply {
    /// Stable code; `docs/ERRORS.md` lists them.
    pub code: String,
    /// What happened and what to do, in Swedish.
    pub message: String,
    /// Where.
    pub place: Option<Place>,
    /// What else is wrong, where more than one thing is; of these none has more.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(type = "ErrorReply[]", optional)]
    pub also: Vec<ErrorReply>,
    /// Whether a rule said no; else something could not be read or done.
    #[serde(skip)]
    pub by_rule: bool,
}

impl ErrorReply {
    /// A reply with a code of the contract itself.
    #[must_use]
    pub fn new(code: &str, values: &[(String, String)]) -> ErrorReply {
        let message = texts::text(&format!("error-{code}"), &named_values(values));
        ErrorReply { code: code.to_owned(), message, place: None, also: Vec::new(), by_rule: false }
    }

    /// Hides protected persons in what the reply quotes.
    pub(crate) fn hide_protected(&mut self, app: &App, shown: Shown<'_>) -> Result<(), ErrorReply> {
        let mut message = serde_json::Value::from(std::mem::take(&mut self.message));
        app.hide_protected(&mut message, shown)?;
        self.message = message.as_str().unwrap_or_default().to_owned();
        self.also.iter_mut().try_for_each(|reply| reply.hide_protected(app, shown))
    }

    /// The same, about that field of the request.
    #[must_use]
    pub(crate) fn at_field(mut self, field: &str) -> ErrorReply {
        self.place = Some(Place { field: Some(field.to_owned()), ..Place::default() });
        self
    }

    /// A request that cannot be understood.
    #[must_use]
    pub fn bad_request(field: &str, reason: &str) -> ErrorReply {
        let values = [("reason".to_owned(), reason.to_owned())];
        ErrorReply::new("bad-request", &values).at_field(field)
    }
}

/// Codes of files that a rule refuses, though they can be read.
const RULES_ABOUT_FILES: [&str; 11] = [
    "file-too-large",
    "sum-too-large",
    "sheet-too-many-rows",
    "sheet-unpacked-too-large",
    "header-not-recognised",
    "several-sheets-match",
    "several-profiles-match",
    "profile-not-suited",
    "profile-unknown",
    "header-name-twice",
    "payment-date-not-given",
];

impl From<AppError> for ErrorReply {
    fn from(error: AppError) -> ErrorReply {
        if let AppError::Several(errors) = error {
            let mut replies = errors.into_iter().map(ErrorReply::from);
            let first = replies.next().unwrap_or_else(|| ErrorReply::new("internal", &[]));
            return ErrorReply { also: replies.collect(), ..first };
        }
        let values = translate(error.code(), error.values());
        let mut reply = ErrorReply::new(error.code(), &values);
        reply.by_rule = matches!(error, AppError::Refused(_));
        if let AppError::Refused(app::Refusal { field: Some(field), .. }) = &error {
            reply.place = Some(Place { field: Some(field.clone()), ..Place::default() });
        }
        if let AppError::Unreadable(unreadable) = error {
            reply.place = Some(Place {
                file: Some(unreadable.file),
                line: unreadable.line,
                column: unreadable.column,
                field: None,
            });
            // What a profile or a limit says no to is a rule; what cannot be opened is not.
            reply.by_rule = RULES_ABOUT_FILES.contains(&unreadable.code.as_str());
        }
        reply
    }
}

impl From<app::model::StoreError> for ErrorReply {
    fn from(error: app::model::StoreError) -> ErrorReply {
        ErrorReply::from(AppError::from(error))
    }
}

/// States of orders, settings and what is wrong with one are words in their own right.
fn translate(code: &str, values: Vec<(String, String)>) -> Vec<(String, String)> {
    let word = |(name, value): (String, String)| {
        let id = match (code, name.as_str()) {
            ("right-missing", "right") => format!("right-{value}"),
            ("case-move", _) => format!("case-state-{value}"),
            ("claim-step" | "claim-not-open", _) => format!("claim-state-{value}"),
            ("claim-period-unfit", "rule") => format!("claim-fits-{value}"),
            ("order-state", _) => format!("order-state-{value}"),
            ("setting-value", "name") => format!("setting-{}", value.replace(['.', '_'], "-")),
            (_, "kind") if code.starts_with("fact") => format!("fact-{value}"),
            (
                "fact-field-missing"
                | "fact-field-not-yet"
                | "fact-field-out-of-order"
                | "fact-set-by-program"
                | "number-wrong",
                "field",
            ) => {
                format!("fact-field-{}", value.replace('_', "-"))
            }
            ("unknown-field", "fields") => {
                let fields: Vec<String> = value.lines().map(crate::fields::in_words).collect();
                return (name, fields.join(", "));
            }
            ("setting-value", "reason") => format!("setting-fault-{value}"),
            ("calculation-form", "form") => format!("calculation-form-{value}"),
            // A year is written without groups.
            ("number-size" | "costs-too-many", _) if value.len() > 4 => {
                let number = value.parse().map(crate::format::count);
                return (name, number.unwrap_or(value));
            }
            _ => return (name, value),
        };
        // What is in words already stays.
        let told = if texts::has(&id) { texts::text(&id, &[]) } else { value };
        (name, told)
    };
    values.into_iter().map(word).collect()
}
