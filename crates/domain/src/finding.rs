//! What was found wrong or doubtful in a file, with its place.

use serde::{Deserialize, Serialize};

use crate::Month;
use crate::case::words;

/// Whether a row can be taken in as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The row must be corrected or parked.
    Error,
    /// The row may be accepted as it is.
    Warning,
}

words! {
    /// What somebody decided about a row with findings.
    DecisionKind {
        /// It means what the correction says.
        Correct = "correct",
        /// It is put aside.
        Park = "park",
        /// It is taken as it is.
        Accept = "accept",
        /// The last decision does not hold.
        Undo = "undo",
    }
}

/// One finding: a cause at a place.
///
/// The values are what the text about it needs; they never hold names or identity numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Line as a text editor counts it, the header included; row number in a sheet.
    pub line: u32,
    /// Field number from 1; none when the whole row is meant.
    pub column: Option<u16>,
    /// The column's own header text, where there is one.
    pub column_name: Option<String>,
    /// What it is.
    pub code: FindingCode,
    /// Named values for the text, in the order of the text.
    pub values: Vec<(String, String)>,
}

impl Finding {
    /// A finding of a whole month: it has no place in a file.
    #[must_use]
    pub fn of_month(code: FindingCode, month: Month) -> Finding {
        let values = vec![("month".to_owned(), month.to_string())];
        Finding { line: 0, column: None, column_name: None, code, values }
    }

    /// Severity, given by the code.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

macro_rules! finding_codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal $severity:ident),+ $(,)?) => {
        /// The stable codes of findings; `docs/ERRORS.md` lists them with their texts.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum FindingCode { $($(#[$doc])* $name),+ }

        impl FindingCode {
            /// Every code.
            pub const ALL: &'static [FindingCode] = &[$(FindingCode::$name),+];

            /// The code as it stands in contracts, files and documents.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(FindingCode::$name => $text),+ }
            }

            /// Whether the finding stops its row.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(FindingCode::$name => Severity::$severity),+ }
            }
        }
    };
}

finding_codes! {
    /// Fewer fields than the profile has columns. Values: `found`, `expected`.
    TooFewFields = "too-few-fields" Error,
    /// More fields than the profile has columns. Values: `found`, `expected`.
    TooManyFields = "too-many-fields" Error,
    /// A quote opens and never closes.
    UnclosedQuote = "unclosed-quote" Error,
    /// A field longer than the limit. Values: `bytes`, `limit`.
    FieldTooLong = "field-too-long" Error,
    /// Bytes that are no text in the file's encoding.
    UndecodableText = "undecodable-text" Error,
    /// A NUL byte in the row.
    NulByte = "nul-byte" Error,
    /// A required field is empty. Value: `field`.
    MissingValue = "missing-value" Error,
    /// Neither dossier number nor personal number, though the code is person-bound.
    MissingIdentity = "missing-identity" Error,
    /// The check digit does not agree with the other digits.
    CheckDigit = "check-digit" Error,
    /// An identity number whose month or day cannot be. Value: `part` (`month` or `day`).
    IdentityDate = "identity-date" Error,
    /// An identity number in no known form.
    IdentityForm = "identity-form" Error,
    /// A sign among the digits of an identity or dossier number that belongs in none. Value: `sign`
    /// (as `U+FF11`).
    IdentitySign = "identity-sign" Error,
    /// A ten-digit number without separator: the century was guessed.
    CenturyGuessed = "century-guessed" Warning,
    /// A number turned into scientific notation by a spreadsheet.
    ScientificNotation = "scientific-notation" Error,
    /// A dossier number that has lost leading zeros. Values: `found`, `expected` (digits).
    LeadingZeroLost = "leading-zero-lost" Error,
    /// A dossier number in no known form.
    DossierNumberForm = "dossier-number-form" Error,
    /// A cell that shows zeros by its number format alone, where the zeros belong to what it says.
    /// Value: `shown`.
    ZerosByFormat = "zeros-by-format" Error,
    /// A formula without a value. No value: the text stands in the row as written.
    FormulaWithoutValue = "formula-without-value" Error,
    /// The error that a spreadsheet has put in place of a value. Value: `text`.
    CellError = "cell-error" Error,
    /// A payment code that the code table does not have for the payment date. Value: `payment_code`.
    UnknownPaymentCode = "unknown-payment-code" Error,
    /// Not an amount. Value: `text`.
    AmountNotANumber = "amount-not-a-number" Error,
    /// Comma and full stop in one amount, and the profile declares neither as thousands sign.
    AmountAmbiguous = "amount-ambiguous" Error,
    /// More than two decimals. Value: `text`.
    AmountFractionOfOre = "amount-fraction-of-ore" Error,
    /// An amount below zero where there can be none.
    AmountNegative = "amount-negative" Error,
    /// The amount is larger than any payment can be. Value: `limit` (kronor).
    AmountTooLarge = "amount-too-large" Error,
    /// Not a date in the profile's form. Values: `text`, `form`.
    DateForm = "date-form" Error,
    /// A date that the calendar does not have, or outside the years 1900 to 2200. Value: `text`.
    DateImpossible = "date-impossible" Error,
    /// Not a whole number of days. Value: `text`.
    DaysNotANumber = "days-not-a-number" Error,
    /// The period begins after it ends. Values: `from`, `until`.
    PeriodReversed = "period-reversed" Error,
    /// The period is longer than three years, or lies years from the decision. Values: `from`,
    /// `until`.
    PeriodUnlikely = "period-unlikely" Warning,
    /// A payment day that has not come or lies far from those of the other rows. Values: `date`,
    /// `from`, `until` (of the others).
    PaymentDayFar = "payment-day-far" Warning,
    /// A row that may be a sum over others, not a payment.
    SubtotalSuspected = "subtotal-suspected" Warning,
    /// Exactly equal to an earlier row of the same file. Value: `line`.
    DuplicateRow = "duplicate-row" Warning,
    /// Equal to a row that was taken in before from another list. Values: `date`, `line`.
    DuplicateOfEarlierList = "duplicate-of-earlier-list" Warning,
    /// The same payment as one that stands, written otherwise. Values: `date`, `line`, `list`.
    PaymentAgain = "payment-again" Warning,
    /// The same payment as an earlier row of the same file, written otherwise. Value: `line`.
    PaymentAgainInList = "payment-again-in-list" Warning,
    /// The same payment as one that stands, with another amount. Values: `date`, `line`, `list`,
    /// `was_ore` (paid so far), `now_ore`, `difference_ore`.
    AmountDiffersFromEarlier = "amount-differs-from-earlier" Warning,
    /// As many rows, the same sum and the same period as a list that stands. Values: `date`, `rows`,
    /// `net_ore`, `list`.
    ListAgain = "list-again" Warning,
    /// The month has no payment that could be shared, and no run. Value: `month`.
    NothingToDistribute = "nothing-to-distribute" Warning,
    /// No list of the month has been taken in: what is expected of it seems to be missing. Value:
    /// `month`.
    MonthWithoutList = "month-without-list" Warning,
    /// A clawback code with a positive amount.
    ClawbackPositive = "clawback-positive" Warning,
    /// A name or an id with a sign that cannot be seen.
    InvisibleText = "invisible-text" Error,
    /// A text that a spreadsheet would run as a formula.
    FormulaText = "formula-text" Warning,
    /// Stated days differ from the period's length. Values: `stated`, `counted`.
    DaysDiffer = "days-differ" Warning,
    /// Amount zero.
    AmountZero = "amount-zero" Warning,
    /// The sum row differs from the sum of the rows. Values: `stated_ore`, `counted_ore`.
    ControlTotalDiffers = "control-total-differs" Warning,
    /// The sum row has no amount that can be read. Value: `counted_ore`.
    SumRowUnreadable = "sum-row-unreadable" Warning,
    /// The layout has a sum row, and the file has none.
    SumRowMissing = "sum-row-missing" Warning,
    /// A header and no rows.
    ListWithoutRows = "list-without-rows" Warning,
    /// The last line has no line end though the others have. Value: `line`.
    LastLineCut = "last-line-cut" Warning,
    /// Letters that were read in the wrong encoding and saved so (`Ã¥` for `å`). Values: `count` (of
    /// rows), `line` (of the first), `column` (its number).
    LettersDestroyed = "letters-destroyed" Warning,
    /// A column that is not read has values. Values: `count` (of rows), `line` (of the first).
    ColumnNotRead = "column-not-read" Warning,
    /// A sheet that is not read. Value: `sheet`.
    SheetNotRead = "sheet-not-read" Warning,
    /// A hidden sheet, which is not read. Value: `sheet`.
    SheetHidden = "sheet-hidden" Warning,
    /// Hidden rows, which are read. Values: `count`, `line` (of the first), and of a list `hidden_ore`
    /// (their sum).
    RowsHidden = "rows-hidden" Warning,
    /// A filter is set; the rows that it hides are read. Values: `count`, and of a list `hidden_ore`.
    SheetFiltered = "sheet-filtered" Warning,
    /// A hidden column, which is read as any other.
    ColumnHidden = "column-hidden" Warning,
    /// The payment day of the list lies far ahead. Value: `date`.
    PaymentDayNotCome = "payment-day-not-come" Warning,
    /// A birth date after the reference day or impossible. Value: `text`.
    BirthDateImpossible = "birth-date-impossible" Error,
    /// The register names the same Person-id or number twice. Value: `line`.
    DuplicatePerson = "duplicate-person" Error,
    /// Numbers of one register row belong to two persons already known.
    ConflictingIdentity = "conflicting-identity" Error,
    /// The person's board has another value than before, and no day from which. Value: `field`.
    BoardChangeWithoutDay = "board-change-without-day" Error,
    /// Something about a person before the person was born.
    BeforeBirth = "before-birth" Error,
    /// A board or registration before the person was received. Values: `kind`, `received`.
    BeforeReception = "before-reception" Error,
    /// An assignment under a law that had not come into force. Value: `from`.
    LawNotYet = "law-not-yet" Error,
    /// An assignment under a law that had been repealed. Value: `until`.
    LawRepealed = "law-repealed" Error,
    /// A day inside a fact cannot be beside another. Values: `field`, `day`.
    FieldOutOfOrder = "field-out-of-order" Error,
    /// A decision of a day that has not come. Value: `field`.
    FieldNotYet = "field-not-yet" Error,
    /// A fact says why it ended and not when. Value: `kind`.
    EndsWithoutLastDay = "ends-without-last-day" Error,
    /// Turned 18 before the eighteenth birthday. Value: `birthday`.
    NotYetEighteen = "not-yet-eighteen" Error,
    /// A burial before the death. Value: `died`.
    BeforeDeath = "before-death" Error,
    /// Days of another fact of the kind, of which is said when it ended. Value: `until`.
    SharesDaysWithEnded = "shares-days-with-ended" Error,
    /// Hiding without a decision that can be enforced.
    HidesWithoutDecision = "hides-without-decision" Error,
    /// What only the living do, after death. Value: `died`.
    AfterDeath = "after-death" Error,
    /// A birth, reception or death that does not fit what is known from other days. Values: `kind`,
    /// `from`.
    OutOfOrder = "out-of-order" Error,
    /// Known since a day that has not come.
    KnownTooLate = "known-too-late" Error,
    /// A day that has not come.
    NotYetHappened = "not-yet-happened" Error,
    /// A day more than thirty years ahead. Value: `day`.
    DayFarAhead = "day-far-ahead" Error,
    /// Two facts that cannot hold at the same time. Value: `kind`.
    FactsAtTheSameTime = "facts-at-the-same-time" Error,
    /// A number that somebody else in the register has. Value: `person`.
    NumberOfOther = "number-of-other" Error,
    /// Same name and birth date as an earlier row, and another number. Value: `line`.
    NameAndBirthTwice = "name-and-birth-twice" Warning,
    /// Same name and birth date as somebody in the register. Value: `person`.
    NameAndBirthKnown = "name-and-birth-known" Warning,
    /// In the register the Person-id belongs to a person with another name and birth date. Value:
    /// `person`.
    PersonIdOfOther = "person-id-of-other" Warning,
    /// Somebody found by a number has another name or birth date in the register.
    NumberOfOtherName = "number-of-other-name" Warning,
    /// A Person-id that holds a personal, coordination or dossier number.
    PersonIdIsNumber = "person-id-is-number" Error,
    /// A parked row protects the person, who would be taken in unprotected.
    ProtectionParked = "protection-parked" Error,
    /// A board that neither the settings nor the file names. Value: `cost_centre`.
    UnknownBoard = "unknown-board" Error,
    /// A board that the settings do not have would be added. Values: `cost_centre`, `name`.
    BoardNew = "board-new" Warning,
    /// A board is called something else in the settings, or on most rows of the file where it is
    /// new; its name stays. Values: `cost_centre`, `known`, `name`.
    BoardNamedOtherwise = "board-named-otherwise" Warning,
    /// A Person-id that neither the register nor the file has.
    UnknownPerson = "unknown-person" Error,
    /// A person related to itself.
    RelationToItself = "relation-to-itself" Error,
    /// A parent who is not born before the child.
    RelationParentNotOlder = "relation-parent-not-older" Error,
    /// Two who would be each other's parent.
    RelationBothWays = "relation-both-ways" Error,
    /// A field that facts of that kind do not have. Values: `kind`, `field`.
    FieldNotOfKind = "field-not-of-kind" Error,
    /// Protection of personal data that would change or end.
    ProtectionByHand = "protection-by-hand" Error,
    /// The entry that is corrected is not there.
    EntryNotKnown = "entry-not-known" Error,
    /// A value outside those that the column can have. Values: `text`, `allowed`.
    ValueNotKnown = "value-not-known" Error,
    /// Not a percentage. Value: `text`.
    PercentNotANumber = "percent-not-a-number" Error,
    /// A line that must stand once and was there before. Value: `line`.
    LineTwice = "line-twice" Error,
    /// A decision about somebody whom the register does not have.
    DecisionPersonUnknown = "decision-person-unknown" Error,
    /// A decision with a code that stands for no compensation.
    DecisionWithoutCompensation = "decision-without-compensation" Error,
    /// A decision that stands already; accepted, it is not entered again.
    DecisionKnown = "decision-known" Warning,
    /// A row that says the same decision as one before it; accepted, it is entered once. Value: `line`.
    DecisionTwice = "decision-twice" Warning,
    /// Somebody whom the register does not have.
    PersonNotInRegister = "person-not-in-register" Error,
    /// A text that is no month, no quarter, no year and no days. Value: `text`.
    PeriodForm = "period-form" Error,
    /// A compensation that the municipality does not apply for. Value: `compensation`.
    NotOnApplication = "not-on-application" Error,
    /// Two wordings of the law share the days of a cost. Value: `day`, the first of the second.
    CostTwoRules = "cost-two-rules" Error,
    /// The provision had not begun or has been repealed. Value: `day`, its limit.
    OutsideRule = "outside-rule" Error,
    /// A cost below zero: a credit of another.
    CostCredit = "cost-credit" Error,
    /// A cost of nothing.
    CostNothing = "cost-nothing" Error,
    /// A fee below zero, or larger than the cost.
    FeeSize = "fee-size" Error,
    /// Value added tax beside an amount.
    VatNotZero = "vat-not-zero" Warning,
    /// An amount in another currency. Value: `text`.
    CurrencyOther = "currency-other" Error,
    /// Nobody answered for the person on the first day of a cost, and no unit is named.
    UnitMissing = "unit-missing" Error,
    /// A cost that stands already; accepted, it is not entered again.
    CostKnown = "cost-known" Warning,
    /// A row that says the same cost as one before it; accepted, it is entered once. Value: `line`.
    CostTwice = "cost-twice" Warning,
    /// A cost that is likely there already; accepted, it is entered. Values: `from`, `until`, `amount_ore`.
    CostLike = "cost-like" Warning,
    /// A row that likely says the same cost as one before it; accepted, it is entered. Value: `line`.
    CostLikeLine = "cost-like-line" Warning,
    /// A pupil whom the register does not have; accepted, the person is added.
    PupilNew = "pupil-new" Warning,
    /// A pupil whose number the register does not have, though somebody there has the name; accepted, the
    /// person is added. Value: `person`.
    PupilProposed = "pupil-proposed" Warning,
    /// A row that says the same of a pupil as one before it; accepted, it is entered once. Value: `line`.
    PupilTwice = "pupil-twice" Warning,
    /// Two rows of a pupil that say something else about the same days. Value: `line`.
    PupilRowsOverlap = "pupil-rows-overlap" Error,
    /// A pupil of the last list whom this one lacks; accepted, what is known stays. Values: `file`, `day`.
    PupilNotInList = "pupil-not-in-list" Warning,
    /// Schooling on whose days there is no term.
    PupilOutsideTerm = "pupil-outside-term" Warning,
    /// Schooling on other days than those that the list is about. Values: `from`, `until`.
    PupilOutsidePeriod = "pupil-outside-period" Warning,
    /// The register knows an earlier first day of the same schooling; accepted, the list's goes before it.
    /// Value: `day`.
    PupilBeginsOtherwise = "pupil-begins-otherwise" Warning,
    /// An age that pupils of the form do not have. Value: `age`.
    PupilAge = "pupil-age" Warning,
    /// No term of the schools is known on the days that a list is about.
    TermsMissing = "terms-missing" Warning,
    /// A code that is no compensation of the law. Value: `text`.
    CompensationUnknown = "compensation-unknown" Error,
    /// The shares of a compensation do not sum to 100 per cent. Values: `compensation`, `percent`.
    KeyNotHundred = "key-not-hundred" Error,
    /// A share of zero or above 100 per cent. Values: `compensation`, `percent`.
    KeyShareSize = "key-share-size" Error,
    /// None or several lines of a compensation take the remaining öre. Values: `compensation`,
    /// `lines` (that do).
    KeyRemainder = "key-remainder" Error,
    /// A compensation names a board twice. Value: `compensation`.
    KeyTargetTwice = "key-target-twice" Error,
    /// Two spans of days of one decision share days of a compensation. Values: `number`,
    /// `compensation`, `from` (of the other).
    KeyDecisionOverlaps = "key-decision-overlaps" Error,
    /// A voucher number of an order that is not there. Value: `order`.
    BookedOrderUnknown = "booked-order-unknown" Error,
    /// A voucher number of another client of the finance system. Values: `client`, `own`.
    BookedOtherClient = "booked-other-client" Error,
    /// A number of a voucher that the order does not have. Values: `order`, `voucher`, `most`.
    BookedVoucherUnknown = "booked-voucher-unknown" Error,
    /// A voucher number of an order that is not handed over. Values: `order`, `state`.
    BookedNotHandedOver = "booked-not-handed-over" Error,
    /// The amounts of a voucher do not sum to what it debits. Values: `stated_ore`, `debit_ore`.
    BookedSumDiffers = "booked-sum-differs" Error,
    /// Another voucher of the fiscal year has the number. Values: `number`, `order`, `voucher`.
    BookedNumberUsed = "booked-number-used" Error,
    /// The voucher has another number or day already. Values: `order`, `voucher`, `number`.
    BookedAlready = "booked-already" Error,
    /// Booked on a day that has not come. Value: `day`.
    BookedDayNotCome = "booked-day-not-come" Error,
    /// Booked before the voucher's date. Values: `day`, `date`.
    BookedBeforeVoucherDate = "booked-before-voucher-date" Error,
    /// The accounting period is closed. Value: `period`.
    PeriodClosed = "period-closed" Error,
}

impl FindingCode {
    /// The code with that text.
    #[must_use]
    pub fn parse(text: &str) -> Option<FindingCode> {
        FindingCode::ALL.iter().copied().find(|code| code.as_str() == text)
    }
}

impl Serialize for FindingCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for FindingCode {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<FindingCode, D::Error> {
        let text = String::deserialize(deserializer)?;
        FindingCode::parse(&text)
            .ok_or_else(|| serde::de::Error::custom(format!("no finding code {text}")))
    }
}
