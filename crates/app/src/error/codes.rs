//! The codes of rules that refuse.

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
    /// The acting person lacks a right. Value: `right`.
    RightMissing = "right-missing",
    /// The right is held for some boards, and what is asked for is not cut to boards.
    RightOfBoards = "right-of-boards",
    /// A name at the login that is none. Value: `most`, characters.
    UserName = "user-name",
    /// A name at the login that another user has or had.
    UserNameTaken = "user-name-taken",
    /// An account of the operating system that another user has. Value: `user`.
    AccountTaken = "account-taken",
    /// There is no such user.
    NoSuchUser = "no-such-user",
    /// The user has left, or has not begun.
    UserNotActive = "user-not-active",
    /// Nobody could manage users after it.
    LastAdministrator = "last-administrator",
    /// What is held ends before it begins.
    HeldReversed = "held-reversed",
    /// The password is asked for once more.
    PasswordNeeded = "password-needed",
    /// The acting user's password, once more, is not it.
    PasswordWrong = "password-wrong",
    /// A role that is not known. Value: `text`.
    UnknownRole = "unknown-role",
    /// There is no such role.
    NoSuchRole = "no-such-role",
    /// A role for boards without boards, or one for the whole city with them.
    RoleBoards = "role-boards",
    /// A program's role for a person, or the other way round.
    RoleOfServices = "role-of-services",
    /// A stand-in without a last day, or for somebody who does not hold the role.
    StandInWrong = "stand-in-wrong",
    /// Nobody gives herself or himself a role or an attest.
    GrantOwn = "grant-own",
    /// Whoever proposed a role does not confirm it.
    GrantAlone = "grant-alone",
    /// A new password is given by another administrator than the one who asked for it.
    ResetAlone = "reset-alone",
    /// The new password of whom it is given to is missing.
    NewPasswordMissing = "new-password-missing",
    /// The password came from another, and is changed before anything is signed. Value: `by`.
    PasswordGiven = "password-given",
    /// Whoever has given one a password has prepared it.
    AttestOfGiver = "attest-of-giver",
    /// The database has users already.
    HasUsers = "has-users",
    /// The user does not hold the role of attestant.
    NoAttestant = "no-attestant",
    /// There is no such attest.
    NoSuchAttest = "no-such-attest",
    /// An act that no attest is for. Value: `text`.
    UnknownAct = "unknown-act",
    /// The limit of an attest is no amount above zero.
    AttestLimit = "attest-limit",
    /// Nobody attests what she or he has prepared.
    SelfAttest = "self-attest",
    /// No attest of the user's covers it. Values: `reason`, `amount_ore`, `limit_ore`.
    AttestNotCovered = "attest-not-covered",
    /// The hash of an old paper that is none. Value: `least`, digits.
    PaperHash = "paper-hash",
    /// Nothing of that id waits for an attest.
    NothingWaits = "nothing-waits",
    /// The organisation number is wrong.
    OrganisationNumber = "organisation-number",
    /// The municipality's name is empty.
    MunicipalityName = "municipality-name",
    /// A passphrase shorter than twelve characters.
    PassphraseShort = "passphrase-short",
    /// A saved view without a name or with too long a one. Value: `most`, characters.
    ViewName = "view-name",
    /// The city's school terms overlap, or one ends before it begins. Value: `term`, its first day.
    SchoolTerms = "school-terms",
    /// A business date outside the years it can have. Values: `first`, `last`.
    BusinessDateRange = "business-date-range",
    /// A setting with that name does not exist. Value: `name`.
    UnknownSetting = "unknown-setting",
    /// A setting's value is not of its kind. Values: `name`, `reason`.
    SettingValue = "setting-value",
    /// The file was taken in before. Values: `date`, `list`.
    FileSeenBefore = "file-seen-before",
    /// The id that whoever asks has made stands for something else already. Value: `id`.
    IdTaken = "id-taken",
    /// The file's draft is open, read with another profile or payment date. Value: `date`.
    DraftOpen = "draft-open",
    /// The file waits as a draft of decisions. Value: `date`.
    DecisionsDraftOpen = "decisions-draft-open",
    /// Neither a list nor a draft says which file is meant, or both do.
    OriginalNotNamed = "original-not-named",
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
    /// A correction of what is no field. Values: `text`, `fields`.
    UnknownField = "unknown-field",
    /// A decision of that kind is not known. Value: `text`.
    UnknownDecision = "unknown-decision",
    /// There is nothing to undo.
    NothingToUndo = "nothing-to-undo",
    /// Nothing that was undone can be done again.
    NothingToRedo = "nothing-to-redo",
    /// What was done last is not undone. Value: `reason`.
    CannotUndo = "cannot-undo",
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
    /// A Person-id that holds a personal, coordination or dossier number.
    PersonIdIsNumber = "person-id-is-number",
    /// Several persons fit. Value: `count`.
    SeveralPersons = "several-persons",
    /// The register has persons of that name, perhaps this one. Value: `count`.
    PersonMayBeThere = "person-may-be-there",
    /// A person needs a name or a number.
    PersonWithoutIdentity = "person-without-identity",
    /// The number belongs to somebody else already.
    NumberTaken = "number-taken",
    /// A number that is none. Values: `field`, `fault`, `sign` (that is wrong, or `none`).
    NumberWrong = "number-wrong",
    /// There is no such board. Value: `cost_centre`.
    NoSuchBoard = "no-such-board",
    /// Faults in a table of settings. Value: `count`.
    TableFaults = "table-faults",
    /// The key's shares do not work out. Values: `compensation`, `fault`.
    KeyFault = "key-fault",
    /// A decision without a number.
    DecisionNumberMissing = "decision-number-missing",
    /// A decision would leave compensations without a key. Value: `compensations`.
    KeyLeavesWithout = "key-leaves-without",
    /// A decision that changes nothing.
    NothingDecided = "nothing-decided",
    /// A decision shares days with itself. Values: `number`, `compensation`, `from`.
    KeyDecisionOverlaps = "key-decision-overlaps",
    /// There is no working copy of a key.
    NoKeyDraft = "no-key-draft",
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
    /// The voucher date lies outside the accounting period. Values: `date`, `period`, `from`, `until`.
    VoucherDateOutsidePeriod = "voucher-date-outside-period",
    /// The accounting period is closed. Value: `period`.
    PeriodClosed = "period-closed",
    /// The city has no thirteenth period. Value: `period`.
    NoThirteenthPeriod = "no-thirteenth-period",
    /// No accounting period. Value: `text`.
    PeriodWrong = "period-wrong",
    /// A receivable was raised of a compensation, and no account is set for it.
    NoReceivableAccount = "no-receivable-account",
    /// A receivable is named, and nothing of an earlier year meets it. Value: `compensation`.
    ReceivableNotMet = "receivable-not-met",
    /// A voucher number of an order that is not there. Value: `order`.
    BookedOrderUnknown = "booked-order-unknown",
    /// A voucher number of another client of the finance system. Values: `client`, `own`.
    BookedOtherClient = "booked-other-client",
    /// A number of a voucher that the order does not have. Values: `order`, `voucher`, `most`.
    BookedVoucherUnknown = "booked-voucher-unknown",
    /// A voucher number of an order that is not handed over. Values: `order`, `state`.
    BookedNotHandedOver = "booked-not-handed-over",
    /// The amounts of a voucher do not sum to what it debits. Values: `stated_ore`, `debit_ore`.
    BookedSumDiffers = "booked-sum-differs",
    /// Another voucher of the fiscal year has the number. Values: `number`, `order`, `voucher`.
    BookedNumberUsed = "booked-number-used",
    /// The voucher has another number or day already. Values: `order`, `voucher`, `number`.
    BookedAlready = "booked-already",
    /// Booked on a day that has not come. Value: `day`.
    BookedDayNotCome = "booked-day-not-come",
    /// Booked before the voucher's date. Values: `day`, `date`.
    BookedBeforeVoucherDate = "booked-before-voucher-date",
    /// No number of a voucher was given.
    VoucherNumberMissing = "voucher-number-missing",
    /// The voucher has no number to take back. Values: `order`, `voucher`.
    VoucherNotBooked = "voucher-not-booked",
    /// A voucher of an order that was refused has a number. Values: `order`, `voucher`, `number`.
    VoucherHasNumber = "voucher-has-number",
    /// An order that takes the order back has been handed over. Value: `order`.
    ReversingHandedOver = "reversing-handed-over",
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
    /// No name was given for what is to be written.
    TargetMissing = "target-missing",
    /// The target is a link to another file.
    TargetIsLink = "target-is-link",
    /// The target is a device, a pipe or a stream of another file.
    TargetIsDevice = "target-is-device",
    /// The target is the open database, or belongs to it.
    TargetIsDatabase = "target-is-database",
    /// The target is a backup.
    TargetIsBackup = "target-is-backup",
    /// The target is a file that the same command reads.
    TargetIsInput = "target-is-input",
    /// No place for backups is set.
    BackupNoPlace = "backup-no-place",
    /// The place for backups is not there.
    BackupPlaceGone = "backup-place-gone",
    /// The copy of the database is not sound.
    BackupNotSound = "backup-not-sound",
    /// The backup is not whole, or not the one that was noted.
    BackupNotWhole = "backup-not-whole",
    /// The file is the open database itself.
    BackupIsOpen = "backup-is-open",
    /// The file is a database whose last changes lie in its log beside it.
    BackupHasLog = "backup-has-log",
    /// A log lies where the backup would be read in. Value: `file`.
    RestoreLogThere = "restore-log-there",
    /// No number of an order. Value: `text`.
    LastOrderWrong = "last-order-wrong",
    /// The database has a later order than the one said to be the last. Value: `number`.
    LastOrderEarlier = "last-order-earlier",
    /// It is not said yet what left the house after the backup.
    RestorationWaits = "restoration-waits",
    /// No backup was read in that waits for an answer.
    NothingRestored = "nothing-restored",
    /// The target folder does not exist.
    TargetFolderMissing = "target-folder-missing",
    /// A run of the month would come to something else than its draft. Values: `out_before_ore`,
    /// `out_now_ore`, `suspense_before_ore`, `suspense_now_ore`.
    DraftRunChanged = "draft-run-changed",
    /// Only a run or a correction can be taken back.
    DistributionNoRun = "distribution-no-run",
    /// The distribution has been taken back already.
    DistributionTakenBack = "distribution-taken-back",
    /// Rows of the distribution have been shared again since. Values: `month`, `run`.
    DistributionSharedAgain = "distribution-shared-again",
    /// The distribution has been handed over. Value: `order`.
    DistributionHandedOver = "distribution-handed-over",
    /// Nothing of the month was shared by what is not so any more.
    NothingToCorrect = "nothing-to-correct",
    /// What was shared wrongly has not been handed over: it is taken back, not corrected.
    CorrectionNotHandedOver = "correction-not-handed-over",
    /// The row is shared as it would be now. Value: `line`.
    RowSharedRightly = "row-shared-rightly",
    /// The row's shares have not been handed over. Value: `line`.
    RowNotHandedOver = "row-not-handed-over",
    /// A correction of the list's rows has not been handed over. Values: `month`, `run`.
    CorrectionOpen = "correction-open",
    /// The cost centre has nothing in the distribution. Value: `cost_centre`.
    NoShares = "no-shares",
    /// A fact is not a JSON object with a kind.
    FactNoObject = "fact-no-object",
    /// There is no such kind of fact. Value: `kind`.
    FactKindUnknown = "fact-kind-unknown",
    /// The kind has no such field. Value: `field`.
    FactFieldUnknown = "fact-field-unknown",
    /// A field that the kind needs is empty. Value: `field`.
    FactFieldMissing = "fact-field-missing",
    /// A field holds what is no text.
    FactFieldText = "fact-field-text",
    /// The field takes one of some words. Values: `text`, `words`.
    FactChoice = "fact-choice",
    /// The field takes an amount that is no amount. Value: `field`.
    FactAmount = "fact-amount",
    /// A mass influx ends before it begins. Value: `from`.
    MassInfluxDays = "mass-influx-days",
    /// An assignment under a law that had not come into force. Value: `from`.
    FactLawNotYet = "fact-law-not-yet",
    /// An assignment under a law that had been repealed. Value: `until`.
    FactLawRepealed = "fact-law-repealed",
    /// A day inside a fact cannot be beside another. Values: `field`, `day`.
    FactFieldOutOfOrder = "fact-field-out-of-order",
    /// A decision of a day that has not come. Value: `field`.
    FactFieldNotYet = "fact-field-not-yet",
    /// A fact says why it ended and not when. Value: `kind`.
    FactEndsWithoutLastDay = "fact-ends-without-last-day",
    /// Turned 18 before the eighteenth birthday. Value: `birthday`.
    FactNotYetEighteen = "fact-not-yet-eighteen",
    /// A burial before the death. Value: `died`.
    FactBeforeDeath = "fact-before-death",
    /// Days of another fact of the kind, of which is said when it ended. Values: `until`, `after`.
    FactSharesDaysWithEnded = "fact-shares-days-with-ended",
    /// Hiding without a decision that can be enforced.
    FactHidesWithoutDecision = "fact-hides-without-decision",
    /// No law of assignments.
    AssignmentLaw = "assignment-law",
    /// The last day comes before the first.
    FactEndsBeforeItBegins = "fact-ends-before-it-begins",
    /// The kind happens on one day. Value: `kind`.
    FactNeedsOneDay = "fact-needs-one-day",
    /// The kind holds whatever the day. Value: `kind`.
    FactTakesNoDays = "fact-takes-no-days",
    /// A field that only the program sets. Value: `field`.
    FactSetByProgram = "fact-set-by-program",
    /// An ending later than the last day there is. Value: `until`.
    FactEndsLater = "fact-ends-later",
    /// The kind has no last day. Value: `kind`.
    FactCannotEnd = "fact-cannot-end",
    /// The id stands for another entry about the person.
    FactIdChanged = "fact-id-changed",
    /// The id stands for an entry about somebody else.
    FactIdOfAnother = "fact-id-of-another",
    /// The id is no UUID. Value: `text`.
    IdForm = "id-form",
    /// Before the person was born.
    FactBeforeBirth = "fact-before-birth",
    /// What only the living do, after death. Values: `kind`, `died`.
    FactAfterDeath = "fact-after-death",
    /// Born or received after what cannot come before. Values: `kind`, `from`.
    FactOthersBefore = "fact-others-before",
    /// Died before what cannot come after. Values: `kind`, `from`.
    FactOthersAfter = "fact-others-after",
    /// A board before reception would lose its ground. Values: `from`, `received`.
    FactLeavesBeforeReception = "fact-leaves-before-reception",
    /// A day more than thirty years ahead. Value: `day`.
    FactFarAhead = "fact-far-ahead",
    /// A day that has not come.
    FactNotYet = "fact-not-yet",
    /// Before the person was received. Value: `received`.
    FactBeforeReception = "fact-before-reception",
    /// There is one already and can be only one. Value: `kind`.
    FactThereIsOne = "fact-there-is-one",
    /// Another holds at the same time. Values: `kind`, `from`, `before`.
    FactAtTheSameTime = "fact-at-the-same-time",
    /// Another holds from the beginning, and this one names no first day. Value: `kind`.
    FactFromTheBeginning = "fact-from-the-beginning",
    /// The fact is not known now: corrected, taken back or never there.
    FactNotKnown = "fact-not-known",
    /// A correction is of another kind than what it corrects. Value: `kind`.
    FactOtherKind = "fact-other-kind",
    /// A person cannot be related to itself.
    RelationToItself = "relation-to-itself",
    /// A parent is born before the child.
    RelationParentNotOlder = "relation-parent-not-older",
    /// Two cannot be each other's parent.
    RelationBothWays = "relation-both-ways",
    /// A person cannot be merged with itself.
    SamePerson = "same-person",
    /// Merging needs a second confirmation.
    MergeNotConfirmed = "merge-not-confirmed",
    /// The person is not merged into another.
    NotMerged = "not-merged",
    /// The number is another person's. Value: `person`.
    NumberOfAnother = "number-of-another",
    /// The person is protected; a reason opens. Value: `person`.
    PersonProtected = "person-protected",
    /// Facts that cannot hold at the same time. Values: `kind`, `from`.
    FactsContradict = "facts-contradict",
    /// A cost, fee or share below zero.
    CostNegative = "cost-negative",
    /// A number that must be more than zero.
    NumberZero = "number-zero",
    /// A part that documents of calculations do not have. Values: `part`, `parts`.
    CalculationPart = "calculation-part",
    /// A part or a field of a document of a calculation that is not of its form. Value: `form`.
    CalculationForm = "calculation-form",
    /// A field that a part of a document of a calculation does not have. Values: `field`, `fields`.
    CalculationField = "calculation-field",
    /// A field that a part of a document of a calculation cannot do without. Value: `field`.
    CalculationFieldMissing = "calculation-field-missing",
    /// Among earlier births stands what is none.
    CalculationNoBirth = "calculation-no-birth",
    /// More costs than a document can have. Value: `most`.
    CostsTooMany = "costs-too-many",
    /// Stands in the document twice. Value: `first`, where.
    GivenTwice = "given-twice",
    /// Shares days with another of its list. Value: `other`, where.
    DaysShared = "days-shared",
    /// A number outside what it can be. Values: `least`, `most`.
    NumberSize = "number-size",
    /// The compensation has no such case. Value: `cases`, their names.
    CaseUnknown = "case-unknown",
    /// A value of the law that is no number, or below zero.
    RateValue = "rate-value",
    /// A value of the law without a source.
    SourceMissing = "source-missing",
    /// A value of the law for days that have one already.
    RateInterval = "rate-interval",
    /// A value of the law that leaves days without one. Values: `from`, `until`.
    RateGap = "rate-gap",
    /// A value would change a wording that has ended. Value: `until`.
    RatePastWording = "rate-past-wording",
    /// The provision has been repealed.
    RateRepealed = "rate-repealed",
    /// Held against the source on a day that has not come. Value: `day`.
    CheckedLater = "checked-later",
    /// A payment that is matched with nobody. Value: `line`.
    RowNotMatched = "row-not-matched",
    /// A report or a decision of a day that has not come.
    DayNotCome = "day-not-come",
    /// The file says the day itself.
    DayInFile = "day-in-file",
    /// Nothing new is missing.
    NothingMissing = "nothing-missing",
    /// A value is ten times the one before it, or a tenth. Values: `old`, `new`.
    RateUnlikely = "rate-unlikely",
    /// No amounts are known of such a year. Values: `first`, `last`.
    YearWrong = "year-wrong",
    /// Nothing of a year was checked.
    YearNothing = "year-nothing",
    /// There is no value that could go on into the year.
    YearNoValue = "year-no-value",
    /// The effect of nothing, or of a day and values at once, was asked for.
    EffectOfNothing = "effect-of-nothing",
    /// No row was chosen.
    NoRowsChosen = "no-rows-chosen",
    /// There is no such row among the decisions of the month.
    NoSuchDecisionRow = "no-such-decision-row",
    /// A report of that id was kept before. Value: `day`.
    ReportThereIsOne = "report-there-is-one",
    /// There is no report of that id.
    NoSuchReport = "no-such-report",
    /// The row has been asked for before. Value: `day`.
    RowReported = "row-reported",
    /// Nothing is missing in the row, or no more.
    RowNotMissing = "row-not-missing",
    /// A fault that the agency knows holds the row back.
    RowHeldBack = "row-held-back",
    /// There is no such reported row.
    NoSuchReportedRow = "no-such-reported-row",
    /// Nothing is expected or paid for a period that begins on that day.
    NothingThatDay = "nothing-that-day",
    /// There is no such fault that is known.
    NoSuchFault = "no-such-fault",
    /// There is no such decision.
    NoSuchGrant = "no-such-grant",
    /// Nothing of that compensation and period may be claimed for the person, or it is claimed already.
    NoSuchCandidate = "no-such-candidate",
    /// A claim cannot be made from it: nobody has entered what it cost. Value: `person`.
    CandidateWithoutCost = "candidate-without-cost",
    /// Nothing that may be claimed fits the claim.
    NothingFitsClaim = "nothing-fits-claim",
    /// There is no such answer.
    NoSuchAnswer = "no-such-answer",
    /// A step of telling has an impossible number of days. Value: `most`.
    EscalationDays = "escalation-days",
    /// Two steps of telling have as many days. Value: `days`.
    EscalationTwice = "escalation-twice",
    /// It can still be claimed: nothing is lost.
    StillClaimable = "still-claimable",
    /// Who said that something is lost stands for it alone.
    OwnLoss = "own-loss",
    /// Two persons stand for the loss.
    LossConfirmed = "loss-confirmed",
    /// The same decision is entered already.
    GrantThereIsOne = "grant-there-is-one",
    /// A decision about a person that names none.
    GrantNeedsPerson = "grant-needs-person",
    /// The person has no such watch.
    NoSuchWatch = "no-such-watch",
    /// There is no such own value.
    NoSuchRate = "no-such-rate",
    /// There is no such open question.
    QuestionUnknown = "question-unknown",
    /// The open question has no such answer.
    AnswerUnknown = "answer-unknown",
    /// A text that is no quarter, no year and no span of days.
    ClaimedDaysWrong = "claimed-days-wrong",
    /// The last day hangs on first reception, and no day was given.
    ReceptionNeeded = "reception-needed",
    /// The period lies before the rule, or after it. Value: `day`, its first or last.
    PeriodOutsideRule = "period-outside-rule",
    /// The period is longer than one claim can be about.
    PeriodTooLong = "period-too-long",
    /// The period begins before first reception.
    PeriodBeforeReception = "period-before-reception",
    /// The compensation has no last day: nobody applies for it, or the text sets none.
    NoLastDayRule = "no-last-day-rule",
    /// A decision that was received before it was made. Value: `decided`.
    ServedBeforeDecided = "served-before-decided",
    /// There is no such cost.
    NoSuchCost = "no-such-cost",
    /// A cost of nobody.
    CostNeedsPerson = "cost-needs-person",
    /// A person stands in a cost twice. Value: `person`.
    CostPersonTwice = "cost-person-twice",
    /// The municipality does not apply for the compensation. Value: `compensation`.
    CostNotOnApplication = "cost-not-on-application",
    /// Two wordings of the law share the days of a cost. Value: `day`, the first of the second.
    CostTwoRules = "cost-two-rules",
    /// The persons' own fee is larger than the cost.
    CostFeeTooLarge = "cost-fee-too-large",
    /// Shares do not sum to the cost. Values: `sum_ore`, `amount_ore`.
    CostSharesSum = "cost-shares-sum",
    /// The cost is likely there already. Values: `cost`, `from`, `until`, `amount_ore`.
    CostThereIsOne = "cost-there-is-one",
    /// Another cost stands in its place. Value: `cost`.
    CostCorrected = "cost-corrected",
    /// The cost has been taken back.
    CostWithdrawn = "cost-withdrawn",
    /// A claim that asks for it has been approved or submitted. Value: `claim`.
    CostClaimed = "cost-claimed",
    /// There is no such last day.
    NoSuchLastDay = "no-such-last-day",
    /// Compensation, period and unit have a last day already. Value: `last_day`.
    LastDayThereIsOne = "last-day-there-is-one",
    /// The last day comes before the period has begun. Value: `from`.
    LastDayBeforePeriod = "last-day-before-period",
    /// Neither a quarter nor a year. Value: `text`.
    ClaimPeriodWrong = "claim-period-wrong",
    /// Neither a quarter, a year nor twelve months. Value: `text`.
    IntakePeriodWrong = "intake-period-wrong",
    /// Rows of a period that has not begun. Value: `from`.
    IntakePeriodAhead = "intake-period-ahead",
    /// No state of the intake has that name. Value: `text`.
    IntakeStateUnknown = "intake-state-unknown",
    /// Not said who has told it.
    IntakeTellerMissing = "intake-teller-missing",
    /// Told on a day that has not come.
    IntakeToldAhead = "intake-told-ahead",
    /// The unit has nothing to claim, so it comes into no claim.
    IntakeNothingToClaim = "intake-nothing-to-claim",
    /// What stands in a claim is not nothing.
    IntakeClaimed = "intake-claimed",
    /// More rows at once than can be marked. Value: `most`.
    IntakeRowsMany = "intake-rows-many",
    /// The unit has answered everything. Value: `unit`.
    IntakeNothingMissing = "intake-nothing-missing",
    /// More days than a unit can be given. Value: `most`.
    IntakeDays = "intake-days",
    /// A compensation is given a time twice. Value: `compensation`.
    IntakeCompensationTwice = "intake-compensation-twice",
    /// A unit stands twice. Value: `unit`.
    IntakeUnitTwice = "intake-unit-twice",
    /// No day of the calendar, or one outside the years 1900 to 2200. Value: `text`.
    DayWrong = "day-wrong",
    /// A day more than thirty years from the business date. Value: `day`.
    DayFar = "day-far",
    /// A period longer than anything is paid for, or years from its decision. Values: `from`, `until`.
    PeriodUnlikely = "period-unlikely",
    /// First and last day more than ten years from each other. Values: `from`, `until`.
    SpanTooLong = "span-too-long",
    /// An amount outside what it can be. Values: `least_ore`, `largest_ore`.
    AmountSize = "amount-size",
    /// A name or an id with a sign that cannot be seen.
    InvisibleText = "invisible-text",
    /// Words that stand in place of something hidden.
    TextHidden = "text-hidden",
    /// More cells than are kept while somebody types. Value: `most`.
    TooManyTyped = "too-many-typed",
    /// A text longer than its field takes. Value: `longest`.
    TextTooLong = "text-too-long",
    /// There is no such case.
    NoSuchCase = "no-such-case",
    /// A case cannot go from its state to that one. Values: `from`, `to`.
    CaseMove = "case-move",
    /// The case is closed.
    CaseClosed = "case-closed",
    /// The case has open due days. Value: `count`.
    CaseDuesOpen = "case-dues-open",
    /// A case needs somebody who handles it.
    OfficerMissing = "officer-missing",
    /// A due day needs words about what is due.
    DueWordsMissing = "due-words-missing",
    /// The case has no such due day.
    NoSuchDue = "no-such-due",
    /// There is no such document.
    NoSuchDocument = "no-such-document",
    /// The document has no bytes.
    DocumentEmpty = "document-empty",
    /// The document is larger than 50 MB. Value: `largest_mb`.
    DocumentTooLarge = "document-too-large",
    /// The document is of a kind that runs.
    DocumentRuns = "document-runs",
    /// The case has the same document already.
    DocumentThereAlready = "document-there-already",
    /// There is no such claim.
    NoSuchClaim = "no-such-claim",
    /// There is no such line in the claim.
    NoSuchClaimLine = "no-such-claim-line",
    /// Nobody applies for the compensation. Value: `compensation`.
    NotOnApplication = "not-on-application",
    /// A claim cannot cover these days. Value: `rule`, the rule of the last day.
    ClaimPeriodUnfit = "claim-period-unfit",
    /// Somebody has changed the claim since. Values: `version`, `changes`.
    ClaimChanged = "claim-changed",
    /// The claim cannot go from its state to that one. Values: `from`, `to`.
    ClaimStep = "claim-step",
    /// Lines and evidence of the claim cannot be changed any more. Value: `state`.
    ClaimNotOpen = "claim-not-open",
    /// The claim has findings that stop it. Value: `count`.
    ClaimBlocked = "claim-blocked",
    /// The law gives no amount for the line, so that one must be typed.
    ClaimAmountNeeded = "claim-amount-needed",
    /// The days of a line end before they begin.
    ClaimLineDays = "claim-line-days",
    /// Another line asks for the cost already. Value: `claim`.
    CostInOtherLine = "cost-in-other-line",
    /// The cost is another compensation's or another person's.
    CostOfAnother = "cost-of-another",
    /// The cost was corrected or withdrawn.
    CostNotStanding = "cost-not-standing",
    /// What the agency's service computed differs, and nothing says why.
    DifferenceNeedsWords = "difference-needs-words",
    /// There is no such finding that can be passed.
    NoSuchClaimFinding = "no-such-claim-finding",
    /// The evidence is none that the catalogue knows. Value: `text`.
    UnknownEvidence = "unknown-evidence",
    /// The document cannot be opened without a password.
    DocumentEncrypted = "document-encrypted",
    /// The claim has the same document already.
    EvidenceThereAlready = "evidence-there-already",
    /// The submission has neither receipt number nor proof of dispatch.
    ReceiptMissing = "receipt-missing",
    /// Another claim has the receipt. Value: `claim`.
    ReceiptUsed = "receipt-used",
    /// Not a moment. Value: `text`.
    MomentWrong = "moment-wrong",
    /// The moment lies ahead. Value: `text`.
    MomentAhead = "moment-ahead",
    /// There is no such draft of a register.
    NoSuchDraft = "no-such-draft",
    /// The draft of a register has been taken in.
    DraftTakenIn = "draft-taken-in",
    /// The register has protected persons, and the export was not to hide them. Value: `count`.
    ExportProtected = "export-protected",
    /// The training municipality is not opened beside another database.
    TrainingBesideReal = "training-beside-real",
    /// The training municipality is opened by its own door alone.
    TrainingOwnDoor = "training-own-door",
    /// A file of the exercises is not read into a city's database.
    TrainingFile = "training-file",
    /// A backup of a training database is not read in where the city's lies.
    TrainingNotHere = "training-not-here",
    /// In one person's database nobody else is asked before everything leaves.
    ExitNeedsNobody = "exit-needs-nobody",
    /// Somebody has asked already for everything to leave.
    ExitAskedAlready = "exit-asked-already",
    /// Nobody has confirmed that everything may leave.
    ExitNotConfirmed = "exit-not-confirmed",
    /// Something lies in the folder into which everything was to be written.
    ExitFolderNotEmpty = "exit-folder-not-empty",
    /// What left the program cannot be read back. Value: `file`.
    ExitUnreadable = "exit-unreadable",
    /// A row proposes no person: it is matched, or its numbers belong to somebody. Value: `line`.
    NothingProposed = "nothing-proposed",
    /// A role that the only administrator who is left has proposed: the recovery code confirms it.
    GrantAloneLeft = "grant-alone-left",
    /// A signature on a paper that is none.
    PaperSignature = "paper-signature",
    /// A sample of fewer readings than one, or of more than can be looked through. Value: `most`.
    SampleSize = "log-sample-size",
    /// No reading fits what the sample is to be drawn of.
    SampleEmpty = "log-sample-empty",
    /// One's own readings are looked through by somebody else.
    ReviewOwn = "review-own",
    /// There is no such sample.
    NoSuchReview = "no-such-review",
    /// The sample has no such reading.
    NoSuchReading = "no-such-reading",
    /// The sample is signed.
    ReviewSigned = "review-signed",
    /// Readings of the sample have no verdict. Value: `count`.
    ReviewUnfinished = "review-unfinished",
    /// Not a verdict about a reading. Value: `text`.
    VerdictUnknown = "verdict-unknown",
}
