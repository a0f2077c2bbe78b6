//! The use cases that change something or look at what is protected, and the right each needs.
//!
//! Users and rights come later; until then the one acting person has them all, but every use case
//! already names what it needs, and the audit chain names the use case.

/// What somebody may be trusted with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Right {
    /// Read payment lists in, settle and match them.
    HandlePayments,
    /// Add and change persons.
    HandlePersons,
    /// Share payments between the boards.
    Distribute,
    /// Make booking orders.
    PrepareBooking,
    /// Attest booking orders; never those one has prepared.
    Attest,
    /// Change codes, keys, accounts, profiles and settings.
    Administer,
}

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
    /// Change settings.
    ChangeSettings = "settings.change" needs Administer,
    /// Add or change payment codes.
    ChangeCodes = "codes.change" needs Administer,
    /// Bring in a distribution key.
    ImportKey = "key.import" needs Administer,
    /// Bring in accounts.
    ImportAccounts = "accounts.import" needs Administer,
    /// Keep an import profile.
    AddProfile = "profile.add" needs Administer,
    /// Bring the register in.
    ImportRegister = "register.import" needs HandlePersons,
    /// Add one person.
    AddPerson = "person.add" needs HandlePersons,
    /// Give a person another board from a day.
    ChangeBoard = "person.board" needs HandlePersons,
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
    /// Write distribution statements.
    WriteStatement = "distribution.statement" needs Distribute,
    /// Make a booking order.
    CreateOrder = "order.create" needs PrepareBooking,
    /// Print a booking order.
    PrintOrder = "order.print" needs PrepareBooking,
    /// Write the protocol of a list's review.
    WriteProtocol = "payments.protocol" needs HandlePayments,
    /// Attest a booking order.
    AttestOrder = "order.attest" needs Attest,
    /// Withdraw an order that has not been handed over.
    WithdrawOrder = "order.withdraw" needs PrepareBooking,
    /// Hand an order over as a file, or write its file again.
    ExportOrder = "order.export" needs PrepareBooking,
}
