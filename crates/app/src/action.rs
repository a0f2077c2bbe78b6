//! The use cases that change something or look at what is protected, and the right each needs.
//! The audit chain names the use case.

use crate::Right;

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $text:literal needs $right:ident),+ $(,)?) => {
        /// A use case that leaves an event in the audit chain.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Action { $($(#[$doc])* $name),+ }

        impl Action {
            /// Every use case.
            pub const ALL: &'static [Action] = &[$(Action::$name),+];

            /// Its name in the audit chain.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Action::$name => $text),+ }
            }

            /// The right it needs.
            #[must_use]
            pub fn right(self) -> Right {
                match self { $(Action::$name => Right::$right),+ }
            }
        }
    };
}

actions! {
    /// Make the database with codes, key and accounts.
    Initialise = "database.initialise" needs Administer,
    /// Add a user.
    AddUser = "user.add" needs ManageUsers,
    /// End a user.
    EndUser = "user.end" needs ManageUsers,
    /// Change one's own password.
    ChangePassword = "user.password" needs Enter,
    /// Come in again with the recovery code.
    RecoverUser = "user.recover" needs Enter,
    /// Give one person's database to two.
    IntroduceUsers = "database.introduce-users" needs ManageUsers,
    /// Ask for a new password for somebody.
    AskReset = "user.ask-reset" needs ManageUsers,
    /// Give a new password that another has asked for.
    GiveReset = "user.give-reset" needs ManageUsers,
    /// Take back that a new password was asked for.
    EndReset = "user.end-reset" needs ManageUsers,
    /// Make a new recovery code.
    MakeSheet = "user.sheet" needs ManageUsers,
    /// Change the database key.
    ChangeDatabaseKey = "database.change-key" needs ManageUsers,
    /// Propose a role.
    ProposeRole = "role.propose" needs ManageUsers,
    /// Confirm a role that another has proposed.
    ConfirmRole = "role.confirm" needs ManageUsers,
    /// End a role.
    EndRole = "role.end" needs ManageUsers,
    /// Enter an attest in the register.
    AddAttest = "attest-register.add" needs ManageUsers,
    /// End an attest of the register.
    EndAttest = "attest-register.end" needs ManageUsers,
    /// Draw a sample of the log of reading.
    DrawSample = "log.sample" needs ReviewLog,
    /// Note what was found of a reading of a sample.
    NoteReview = "log.note" needs ReviewLog,
    /// Sign a sample that was looked through.
    SignReview = "log.sign" needs ReviewLog,
    /// Change settings.
    ChangeSettings = "settings.change" needs Administer,
    /// Make a backup.
    MakeBackup = "backup.make" needs Enter,
    /// Read a backup in.
    Restore = "database.restore" needs Administer,
    /// Say what left the house after the backup that was read in.
    AnswerRestoration = "database.restore-answer" needs Administer,
    /// Try whether a backup can be read in.
    Drill = "backup.drill" needs Administer,
    /// Ask for everything to leave in open formats.
    AskExit = "exit.ask" needs Leave,
    /// Confirm that everything leaves, which another has asked for.
    ConfirmExit = "exit.confirm" needs OpenProtected,
    /// Give back what was asked for: nothing leaves.
    ReturnExit = "exit.return" needs OpenProtected,
    /// Write everything in open formats.
    WriteExit = "exit.write" needs Leave,
    /// Write the settings to a file.
    ExportSettings = "settings.export" needs Administer,
    /// Add or change payment codes.
    ChangeCodes = "codes.change" needs Administer,
    /// Bring in a distribution key.
    ImportKey = "key.import" needs Administer,
    /// Change the working copy of a key.
    DraftKey = "key.draft" needs Administer,
    /// Enter a decision on a key.
    DecideKey = "key.decide" needs Administer,
    /// Write a table as a template.
    SaveTemplate = "template.save" needs Administer,
    /// Close an accounting period, or open it again.
    ChangePeriod = "period.change" needs Administer,
    /// Bring in accounts.
    ImportAccounts = "accounts.import" needs Administer,
    /// Keep an import profile.
    AddProfile = "profile.add" needs Administer,
    /// Read a register into a draft, or judge a draft anew.
    ReadRegister = "register.read" needs HandlePersons,
    /// Decide about rows of a register that is being brought in.
    DecideRegister = "register.decide" needs HandlePersons,
    /// Undo such a decision.
    UndoRegister = "register.undo" needs HandlePersons,
    /// Throw the draft of a register away.
    DiscardRegister = "register.discard" needs HandlePersons,
    /// Write what was refused of a register.
    ReportRegister = "register.report" needs HandlePersons,
    /// Bring the register in.
    ImportRegister = "register.import" needs HandlePersons,
    /// Write the whole register in open formats.
    ExportRegister = "register.export" needs HandlePersons,
    /// Add the persons that a payment list proposes.
    TakeProposals = "register.take-proposals" needs HandlePersons,
    /// Add one person.
    AddPerson = "person.add" needs HandlePersons,
    /// Enter, end or take back facts about a person.
    EnterFacts = "person.facts" needs HandlePersons,
    /// Change or end what protects a person's data.
    LiftProtection = "person.lift-protection" needs LiftProtection,
    /// Open a protected person, with a reason.
    OpenProtected = "person.open-protected" needs OpenProtected,
    /// Write everything that is kept about a person.
    ExtractPerson = "person.extract" needs HandlePersons,
    /// Note that two persons are one.
    MergePersons = "person.merge" needs HandlePersons,
    /// Note that a merged person is somebody else after all.
    SplitPerson = "person.split" needs HandlePersons,
    /// Save or forget a view of the list of persons.
    SaveView = "person.save-view" needs HandlePersons,
    /// Add a value to the law.
    AddRate = "law.add-rate" needs Administer,
    /// Take an own value of the law back.
    WithdrawRate = "law.withdraw-rate" needs Administer,
    /// Note that open values of the law still hold.
    CheckLaw = "law.check" needs Administer,
    /// Check the amounts of a year.
    SetYear = "law.year" needs Administer,
    /// Answer a question that the texts leave open.
    AnswerQuestion = "law.answer" needs Administer,
    /// Report what is missing.
    ReportMissing = "expectation.report" needs HandlePayments,
    /// Write a report of what is missing to a file.
    PrintMissing = "expectation.print" needs HandlePayments,
    /// Give a reported row up, or take it up again.
    WriteOffMissing = "expectation.write-off" needs HandlePayments,
    /// Note or end a fault that the agency knows.
    NoteFault = "expectation.fault" needs HandlePayments,
    /// Enter a decision, or take it back.
    EnterGrant = "expectation.grant" needs HandlePayments,
    /// Mark what has been gone through of the decisions of a month.
    CheckDecisions = "expectation.check-decisions" needs HandlePayments,
    /// Read decisions into a draft, or judge a draft anew.
    ReadDecisions = "decisions.read" needs HandlePayments,
    /// Decide about rows of decisions that are being brought in.
    DecideDecisions = "decisions.decide" needs HandlePayments,
    /// Undo such a decision.
    UndoDecisions = "decisions.undo" needs HandlePayments,
    /// Throw the draft of decisions away.
    DiscardDecisions = "decisions.discard" needs HandlePayments,
    /// Write what was refused of decisions.
    ReportDecisions = "decisions.report" needs HandlePayments,
    /// Bring decisions in.
    ImportDecisions = "decisions.import" needs HandlePayments,
    /// Write a payment list or a file of decisions as it came.
    SaveOriginal = "original.save" needs HandlePayments,
    /// Write a register as it came.
    SaveRegister = "original.save-register" needs HandlePersons,
    /// Mark a watch as done, moved or not applicable.
    MarkWatch = "watch.mark" needs HandleCases,
    /// Add or change the last day of a claim.
    SetLastDay = "last-day.set" needs HandleCases,
    /// Mark the last day of a claim as done, or not.
    MarkLastDay = "last-day.done" needs HandleCases,
    /// Say why something is not claimed, or take it back.
    AnswerClaim = "claim.answer" needs HandleCases,
    /// Say that the last day of something has passed.
    LoseClaim = "claim.lose" needs HandleCases,
    /// Stand for what somebody else has said is lost.
    ConfirmLost = "claim.confirm-lost" needs Attest,
    /// Give back what somebody else has said is lost.
    ReturnLost = "claim.return-lost" needs Attest,
    /// Enter a cost.
    AddCost = "cost.add" needs HandleCases,
    /// Put another cost in the place of one.
    CorrectCost = "cost.correct" needs HandleCases,
    /// Take a cost back that was none.
    WithdrawCost = "cost.withdraw" needs HandleCases,
    /// Read costs into a draft, or judge a draft anew.
    ReadCosts = "costs.read" needs HandleCases,
    /// Decide about rows of costs that are being brought in.
    DecideCosts = "costs.decide" needs HandleCases,
    /// Undo such a decision.
    UndoCosts = "costs.undo" needs HandleCases,
    /// Throw the draft of costs away.
    DiscardCosts = "costs.discard" needs HandleCases,
    /// Write what was refused of costs.
    ReportCosts = "costs.report" needs HandleCases,
    /// Bring costs in.
    ImportCosts = "costs.import" needs HandleCases,
    /// Write a file of costs as it came.
    SaveCosts = "original.save-costs" needs HandleCases,
    /// Read a list of pupils into a draft, or judge a draft anew.
    ReadSchool = "school.read" needs HandlePersons,
    /// Decide about rows of a list of pupils.
    DecideSchool = "school.decide" needs HandlePersons,
    /// Undo such a decision.
    UndoSchool = "school.undo" needs HandlePersons,
    /// Throw the draft of a list of pupils away.
    DiscardSchool = "school.discard" needs HandlePersons,
    /// Write what was refused of a list of pupils.
    ReportSchool = "school.report" needs HandlePersons,
    /// Bring a list of pupils in.
    ImportSchool = "school.import" needs HandlePersons,
    /// Write a list of pupils as it came.
    SaveSchool = "original.save-school" needs HandlePersons,
    /// Make the rows of a period that units are asked for.
    OpenIntake = "intake.open" needs HandleCases,
    /// Note what a unit has said of its rows.
    MarkIntake = "intake.mark" needs HandleCases,
    /// Write a reminder to a unit.
    WriteReminder = "intake.reminder" needs HandleCases,
    /// Open a case.
    OpenCase = "case.open" needs HandleCases,
    /// Move a case to another state.
    MoveCase = "case.move" needs HandleCases,
    /// Change officer, board, due days or notes of a case.
    ChangeCase = "case.change" needs HandleCases,
    /// Attach a document to a case.
    AttachDocument = "case.attach" needs HandleCases,
    /// Write a document of a case to a file.
    SaveDocument = "case.save-document" needs HandleCases,
    /// Make a claim.
    CreateClaim = "claim.create" needs HandleCases,
    /// Add lines to a claim.
    AddClaimLines = "claim.add-lines" needs HandleCases,
    /// Remove a line of a claim.
    RemoveClaimLine = "claim.remove-line" needs HandleCases,
    /// Note numbers of a claim, or what the agency's service computed.
    NoteClaim = "claim.note" needs HandleCases,
    /// Attach evidence to a claim.
    AttachEvidence = "claim.attach" needs HandleCases,
    /// Remove evidence from a claim.
    DetachEvidence = "claim.detach" needs HandleCases,
    /// Pass a finding of a claim with a reason.
    PassClaimFinding = "claim.pass" needs HandleCases,
    /// Send a claim on to be looked through.
    SendClaim = "claim.send" needs HandleCases,
    /// Give a claim back with comments.
    ReturnClaim = "claim.return" needs Attest,
    /// Approve a claim.
    ApproveClaim = "claim.approve" needs Attest,
    /// Take a claim back before it is submitted.
    WithdrawClaim = "claim.withdraw" needs HandleCases,
    /// Note that a claim was submitted.
    SubmitClaim = "claim.submit" needs HandleCases,
    /// Write the package of a claim.
    WriteClaimPackage = "claim.package" needs HandleCases,
    /// Read a payment list into a draft.
    ReadList = "payments.read" needs HandlePayments,
    /// Throw a draft away.
    DiscardList = "payments.discard" needs HandlePayments,
    /// Decide about rows with findings.
    DecideRows = "payments.decide" needs HandlePayments,
    /// Undo a decision.
    UndoDecision = "payments.undo" needs HandlePayments,
    /// Look for payments of a draft that other lists have brought meanwhile.
    FindDoubles = "payments.doubles" needs HandlePayments,
    /// Take a list in: its payments exist from here.
    CommitList = "payments.commit" needs HandlePayments,
    /// Set or change what the bank credited.
    SetBankAmount = "payments.bank" needs HandlePayments,
    /// Release a parked row of a committed list.
    ReleaseRow = "payments.release" needs HandlePayments,
    /// Take a list back.
    ReverseList = "payments.reverse" needs HandlePayments,
    /// Match the rows of a list.
    MatchList = "match.run" needs HandlePayments,
    /// Choose the person of a row.
    ChooseMatch = "match.choose" needs HandlePayments,
    /// Undo the match of a row.
    UndoMatch = "match.undo" needs HandlePayments,
    /// Share a month's payments.
    Distribute = "distribution.run" needs Distribute,
    /// Work a run out without locking it, or throw its draft away.
    DraftDistribution = "distribution.draft" needs Distribute,
    /// Take a run or a correction back.
    TakeDistributionBack = "distribution.take-back" needs Distribute,
    /// Correct what was shared by what is not so any more.
    CorrectDistribution = "distribution.correct" needs Distribute,
    /// Print what lies on the observation account.
    PrintSuspense = "suspense.print" needs HandlePayments,
    /// Write distribution statements.
    WriteStatement = "distribution.statement" needs Distribute,
    /// Make a booking order.
    CreateOrder = "order.create" needs PrepareBooking,
    /// Print a booking order.
    PrintOrder = "order.print" needs PrepareBooking,
    /// Write a list as it is shown to a file.
    WriteList = "list.write" needs SeeWork,
    /// Write the protocol of a list's review.
    WriteProtocol = "payments.protocol" needs HandlePayments,
    /// Attest a booking order.
    AttestOrder = "order.attest" needs Attest,
    /// Give an order back instead of attesting it.
    ReturnOrder = "order.return" needs Attest,
    /// Withdraw an order that has not been handed over.
    WithdrawOrder = "order.withdraw" needs PrepareBooking,
    /// Note the numbers that the finance system has given vouchers.
    BookVouchers = "order.booked" needs PrepareBooking,
    /// Take the number of a voucher back.
    UnbookVoucher = "order.unbooked" needs PrepareBooking,
    /// Withdraw an order that the finance system has refused.
    RejectOrder = "order.reject" needs PrepareBooking,
    /// Hand an order over as a file, or write its file again.
    ExportOrder = "order.export" needs PrepareBooking,
}
