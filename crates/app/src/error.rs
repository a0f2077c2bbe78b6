//! Why a use case did not do what was asked.

use store::StoreError;

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

macro_rules! refusal_codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal),+ $(,)?) => {
        /// The stable codes of rules that refuse; `docs/ERRORS.md` lists them with their texts.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum RefusalCode { $($(#[$doc])* $name),+ }

        impl RefusalCode {
            /// Every code.
            pub const ALL: &'static [RefusalCode] = &[$(RefusalCode::$name),+];

            /// The code as it stands in contracts and documents.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(RefusalCode::$name => $text),+ }
            }
        }
    };
}

refusal_codes! {
    /// The organisation number is wrong.
    OrganisationNumber = "organisation-number",
    /// The municipality's name is empty.
    MunicipalityName = "municipality-name",
    /// A passphrase shorter than twelve characters.
    PassphraseShort = "passphrase-short",
    /// A setting with that name does not exist. Value: `name`.
    UnknownSetting = "unknown-setting",
    /// A setting's value is not of its kind. Values: `name`, `reason`.
    SettingValue = "setting-value",
    /// The file was taken in before. Values: `date`, `list`.
    FileSeenBefore = "file-seen-before",
    /// The file's draft is open, read with another profile or payment date. Value: `date`.
    DraftOpen = "draft-open",
    /// There is no such list.
    NoSuchList = "no-such-list",
    /// There is no such row. Value: `line`.
    NoSuchRow = "no-such-row",
    /// There is no such person.
    NoSuchPerson = "no-such-person",
    /// There is no such distribution.
    NoSuchDistribution = "no-such-distribution",
    /// There is no such order.
    NoSuchOrder = "no-such-order",
    /// There is no such posting.
    NoSuchPosting = "no-such-posting",
    /// The list is no draft any more.
    ListNotDraft = "list-not-draft",
    /// The list is not committed.
    ListNotCommitted = "list-not-committed",
    /// Rows with findings wait for a decision. Values: `rows`, `errors`, `warnings`.
    RowsUndecided = "rows-undecided",
    /// A row with errors cannot be accepted. Value: `line`.
    ErrorsNotAcceptable = "errors-not-acceptable",
    /// The row has no finding to accept. Value: `line`.
    NothingToAccept = "nothing-to-accept",
    /// The correction still has errors. Value: `line`.
    CorrectionHasErrors = "correction-has-errors",
    /// A decision of that kind or on that field is not known. Value: `text`.
    UnknownDecision = "unknown-decision",
    /// There is nothing to undo.
    NothingToUndo = "nothing-to-undo",
    /// A difference against the bank needs a reason. Value: `difference_ore`.
    DifferenceNeedsReason = "difference-needs-reason",
    /// Taking a list back needs a reason.
    ReasonMissing = "reason-missing",
    /// The row is distributed; its match stands. Value: `line`.
    RowDistributed = "row-distributed",
    /// The row is parked. Value: `line`.
    RowParked = "row-parked",
    /// The row is matched already. Value: `line`.
    RowMatched = "row-matched",
    /// The Person-id is taken. Value: `person`.
    PersonIdTaken = "person-id-taken",
    /// Several persons fit. Value: `count`.
    SeveralPersons = "several-persons",
    /// A person needs a name or a number.
    PersonWithoutIdentity = "person-without-identity",
    /// The number belongs to somebody else already.
    NumberTaken = "number-taken",
    /// A number that is none. Values: `field`, `fault`.
    NumberWrong = "number-wrong",
    /// There is no such board. Value: `cost_centre`.
    NoSuchBoard = "no-such-board",
    /// Faults in a table of settings. Value: `count`.
    TableFaults = "table-faults",
    /// The key's shares do not work out. Values: `compensation`, `fault`.
    KeyFault = "key-fault",
    /// Compensations that the law does not have. Value: `compensation`.
    UnknownCompensation = "unknown-compensation",
    /// The profile has faults. Value: `faults`.
    ProfileFaults = "profile-faults",
    /// Compensations without account. Value: `compensations`.
    NoAccount = "no-account",
    /// The observation account is not set.
    NoObservationAccount = "no-observation-account",
    /// The bank account is not set.
    NoBankAccount = "no-bank-account",
    /// Periods before the fiscal year need an answer. Values: `amount_ore`, `amounts`, `year`.
    BeforeFiscalYear = "before-fiscal-year",
    /// Everything of the distribution is booked already.
    NothingToBook = "nothing-to-book",
    /// The bank amount of a list is missing. Value: `file`.
    BankAmountMissing = "bank-amount-missing",
    /// The order is not in the state that the step needs. Values: `state`, `needed`.
    OrderState = "order-state",
    /// Texts that the format cannot hold. Values: `format`, `texts`.
    ExportTexts = "export-texts",
    /// The target is a folder.
    TargetIsFolder = "target-is-folder",
    /// An order that takes another back is handed over, not withdrawn.
    ReversingOrder = "reversing-order",
    /// An order in force books the bank amount already.
    BankAmountBooked = "bank-amount-booked",
    /// The target folder does not exist.
    TargetFolderMissing = "target-folder-missing",
    /// The cost centre has nothing in the distribution. Value: `cost_centre`.
    NoShares = "no-shares",
    /// A sample's persons, rows and anomalies do not fit together.
    SampleSize = "sample-size",
}

impl AppError {
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
        }
    }

    /// Named values for the text.
    #[must_use]
    pub fn values(&self) -> Vec<(String, String)> {
        match self {
            AppError::Refused(refusal) => refusal.values.clone(),
            AppError::Unreadable(unreadable) => unreadable.values.clone(),
            AppError::Store(StoreError::Newer { found, known }) => {
                vec![("found".into(), found.to_string()), ("known".into(), known.to_string())]
            }
            AppError::Store(error) => {
                error.number().map(|n| ("number".into(), n.to_string())).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }
}
