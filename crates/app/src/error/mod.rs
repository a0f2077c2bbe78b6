//! Why a use case did not do what was asked.

mod codes;

use store::StoreError;

pub use codes::RefusalCode;

/// A use case that was refused by a rule, or could not be done.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// A rule says no; nothing has been changed.
    #[error("{}", .0.code.as_str())]
    Refused(Refusal),
    /// A file that cannot be read as what it was given as.
    #[error("{}", .0.code)]
    Unreadable(Unreadable),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file system.
    #[error("{0}")]
    Io(#[from] std::io::Error),
    /// A file could not be given its name after its change was kept.
    #[error("not placed: {0}")]
    NotPlaced(std::io::Error),
    /// The user has cancelled; nothing has been changed.
    #[error("cancelled")]
    Cancelled,
    /// Several of the above at once, two or more.
    #[error("{} faults", .0.len())]
    Several(Vec<AppError>),
}

/// A rule's no.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Which rule.
    pub code: RefusalCode,
    /// Named values for the text.
    pub values: Vec<(String, String)>,
    /// The field of the request that it is about, where it is about one; in settings the path in
    /// the document, such as `screen.accent`.
    pub field: Option<String>,
}

/// A file that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Stable code.
    pub code: String,
    /// Named values for the text.
    pub values: Vec<(String, String)>,
    /// The file's own name, without folders.
    pub file: String,
    /// Line, where one is meant.
    pub line: Option<u32>,
    /// Column, where one is meant.
    pub column: Option<u16>,
}

impl AppError {
    /// All of these as one; none where there are none.
    #[must_use]
    pub fn all(errors: Vec<AppError>) -> Option<AppError> {
        (!errors.is_empty()).then(|| AppError::one_or_several(errors))
    }

    /// At least one fault, as one.
    #[must_use]
    pub fn one_or_several(errors: Vec<AppError>) -> AppError {
        let each = |error| match error {
            AppError::Several(errors) => errors,
            one => vec![one],
        };
        let mut errors: Vec<AppError> = errors.into_iter().flat_map(each).collect();
        if errors.len() == 1 { errors.remove(0) } else { AppError::Several(errors) }
    }

    /// Refuses an id that stands for something else than what is asked for once more.
    ///
    /// # Errors
    /// Where it is not the `same`.
    pub(crate) fn require_same(same: bool, id: &str) -> crate::Result<()> {
        let taken = || AppError::refused(RefusalCode::IdTaken).with("id", id).in_field("id");
        if same { Ok(()) } else { Err(taken()) }
    }

    /// A rule's no without values.
    #[must_use]
    pub fn refused(code: RefusalCode) -> AppError {
        AppError::Refused(Refusal { code, values: Vec::new(), field: None })
    }

    /// The same with one more named value; only a refusal takes values.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> AppError {
        if let AppError::Refused(refusal) = &mut self {
            refusal.values.push((name.to_owned(), value.to_string()));
        }
        self
    }

    /// The same, about that field of the request; only a refusal is about one.
    #[must_use]
    pub fn in_field(mut self, field: &str) -> AppError {
        if let AppError::Refused(refusal) = &mut self {
            refusal.field = Some(field.to_owned());
        }
        self
    }

    /// The same, about a part of the request, such as `facts[1]`: of its field where it is about one,
    /// else of the part. An empty part is the whole request.
    #[must_use]
    pub fn within(mut self, part: &str) -> AppError {
        match &mut self {
            AppError::Refused(refusal) if !part.is_empty() => {
                refusal.field = Some(match refusal.field.take() {
                    Some(field) => format!("{part}.{field}"),
                    None => part.to_owned(),
                });
            }
            AppError::Several(errors) => {
                *errors = std::mem::take(errors).into_iter().map(|one| one.within(part)).collect();
            }
            _ => {}
        }
        self
    }

    /// The field of the request that it is about, where it is about one.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        match self {
            AppError::Refused(refusal) => refusal.field.as_deref(),
            _ => None,
        }
    }

    /// The stable code.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            AppError::Refused(refusal) => refusal.code.as_str(),
            AppError::Unreadable(unreadable) => &unreadable.code,
            AppError::Store(error) => error.code(),
            AppError::Io(error) if error.kind() == std::io::ErrorKind::StorageFull => "disk-full",
            AppError::Io(error) if error.kind() == std::io::ErrorKind::NotFound => "file-missing",
            AppError::Io(_) => "file-system",
            AppError::NotPlaced(_) => "file-not-placed",
            AppError::Cancelled => "cancelled",
            AppError::Several(errors) => errors.first().map_or("cancelled", AppError::code),
        }
    }

    /// Named values for the text.
    #[must_use]
    pub fn values(&self) -> Vec<(String, String)> {
        match self {
            AppError::Refused(refusal) => refusal.values.clone(),
            AppError::Unreadable(unreadable) => unreadable.values.clone(),
            AppError::Store(StoreError::Newer { found, known, program }) => vec![
                ("found".into(), found.to_string()),
                ("known".into(), known.to_string()),
                ("program".into(), program.clone()),
            ],
            AppError::Store(StoreError::Synced { by }) => vec![("folder".into(), by.clone())],
            AppError::Store(StoreError::TooManyTries { seconds }) => {
                vec![("seconds".into(), seconds.to_string())]
            }
            AppError::Store(error) => {
                error.number().map(|n| ("number".into(), n.to_string())).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }
}
