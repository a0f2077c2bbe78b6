//! The table of operations: one row each.

use app::Right;

use crate::areas::{
    backup, booked, booking, candidates, cases, catalogue, claims, cost_files, costs, decisions,
    distribution, expectation, intake, keys, last_days, law, leaving, ledger, lists, log, matching,
    originals, overview, payments, persons, register, review, school, session, support, suspense,
    training, undoing, users, watches,
};
use crate::listing::tables;
use crate::operation::Reads::Hits;
use crate::operation::Shows::{AsAnswered, OpenedPersons, OpenedRow, Rules, Tables};
use crate::operation::{Operation, operations};
use crate::reading::kinds as read;
use crate::scope as change;

/// What a row tells of itself in lists.
const OF_ROW: &[&str] = &["fields", "findings", "decisions"];
/// What a fact does.
const OF_FACT: &[&str] = &["fields"];

/// Every operation.
#[must_use]
pub fn operations() -> &'static [Operation] {
    TABLE
}

/// The operation with that name.
#[must_use]
pub fn operation(name: &str) -> Option<&'static Operation> {
    TABLE.iter().find(|operation| operation.name == name)
}

operations! {
    "session.status" => host session::status(Nothing) -> SessionStatus, Enter;
    "session.create" => host session::create(CreateDatabase) -> SessionStatus,
        Administer, shows = Rules;
    "session.open" => host session::open(OpenDatabase) -> SessionStatus, Enter;
    "session.close" => host session::close(Nothing, watch) -> SessionStatus, Enter, follows;
    "session.today" => host session::today(SetToday) -> SessionStatus, Enter, stirs;
    "session.awake" => host session::awake(Nothing) -> Awake, Enter, shows = Tables;
    "session.sound" => app session::sound(Nothing) -> Soundness, Enter;

    "users.list" => app users::list(Nothing) -> Users, SeeRules, shows = Tables;
    "users.add" => app users::add(AddUser) -> Users, ManageUsers, stirs, shows = Tables;
    "users.end" => app users::end(UserRequest) -> Users, ManageUsers, stirs, shows = Tables;
    "users.password" => app users::password(ChangePassword) -> PasswordChanged,
        Enter, shows = Tables;
    "users.recover" => host users::recover(Recover) -> Recovered, Enter, shows = Tables;
    "users.convert" => host users::convert(ConvertToUsers) -> ConvertedToUsers,
        ManageUsers, shows = Tables;
    "users.sheet" => app users::make_sheet(MakeSheet) -> SheetMade, ManageUsers, shows = Tables;
    "users.try_sheet" => host users::try_sheet(TrySheet) -> SheetTried, Enter, shows = Tables;
    "users.ask_reset" => app users::ask_reset(AskReset) -> ResetAsked,
        ManageUsers, stirs, shows = Tables;
    "users.give_reset" => app users::give_reset(GiveReset) -> Users,
        ManageUsers, stirs, shows = Tables;
    "roles.propose" => app users::propose(ProposeRole) -> Users,
        ManageUsers, stirs, shows = Tables;
    "roles.confirm" => app users::confirm(SignedRequest) -> Users,
        ManageUsers, stirs, shows = Tables;
    "roles.confirm_alone" => app users::confirm_alone(ConfirmAlone) -> Recovered,
        ManageUsers, stirs, shows = Tables;
    "roles.end" => app users::end_role(HeldRequest) -> Users, ManageUsers, stirs, shows = Tables;
    "attests.register" => app users::register(Nothing) -> AttestRegister,
        SeeRules, shows = Tables;
    "attests.enter" => app users::enter_attest(EnterAttest) -> AttestRegister,
        ManageUsers, stirs, shows = Tables;
    "attests.end" => app users::end_attest(HeldRequest) -> AttestRegister,
        ManageUsers, stirs, shows = Tables;
    "attests.waiting" => app users::waiting(Nothing) -> WaitingList, SeeWork;
    "attests.decide" => app users::decide(DecideWaiting) -> WaitingList, SeeWork, stirs;
    "attests.return" => app users::give_back(ReturnWaiting) -> WaitingList, SeeWork, stirs;
    "key.change" => host users::change_key(ChangeDatabaseKey) -> DatabaseKeyChanged,
        ManageUsers, shows = Tables;

    "session.check" => app backup::check(Nothing) -> CheckedView, SeeHistory, shows = Rules;

    "backup.state" => app backup::state(Nothing) -> BackupStateView, SeeWork, of_boards;
    "backup.make" => app backup::make(MakeBackup, watch) -> BackupMadeView, Administer, follows, shows = Rules;
    "backup.daily" => app backup::daily(Nothing, watch) -> BackupWhereDue, Administer, follows, shows = Rules;
    "backup.begin" => host backup::begin(Nothing) -> BackupBegun, SeeWork, shows = Rules;
    "backup.list" => host backup::list(BackupFolder) -> Backups, Administer, shows = Rules;
    "backup.look" => host backup::look(BackupPath) -> BackupLook, Administer, shows = Rules;
    "backup.verify" => host backup::verify(BackupFile, watch) -> BackupVerified,
        Administer, follows;
    "backup.restore" => host backup::restore(RestoreBackup, watch) -> RestoredView,
        Administer, follows, shows = Rules;
    "backup.answer" => app backup::answer(AnswerRestoration) -> BackupStateView,
        Administer, stirs, shows = Rules;
    "backup.drill" => host backup::drill(DrillRequest, watch) -> DrillHeld, Administer, follows;
    "training.state" => host training::state(Nothing) -> TrainingState, Enter, shows = Rules;
    "training.begin" => host training::begin(BeginTraining, watch) -> SessionStatus,
        Enter, follows, stirs, shows = Rules;
    "training.check" => host training::check(Nothing) -> Exercises, SeeWork, shows = Rules;
    "support.about" => host support::about(Nothing) -> About, Enter, shows = Rules;
    "support.paper" => host support::paper(Nothing) -> SupportPaper, Enter, shows = Rules;
    "support.save" => host support::save(SaveSupport) -> WrittenFile, Enter, shows = Rules;
    "exit.state" => app leaving::state(Nothing) -> ExitState, Leave, shows = Rules;
    "exit.ask" => app leaving::ask(AskExit) -> ExitState, Leave, stirs, shows = Rules;
    "exit.write" => app leaving::write(WriteExit, watch) -> ExitView,
        Leave, follows, stirs, shows = Rules;
    "exit.verify" => host leaving::verify(VerifyExit, watch) -> ExitComparison, Leave, follows;

    "overview.navigation" => app overview::navigation(Nothing) -> Navigation, SeeWork, of_boards;
    "overview.start" => app overview::start(StartRequest) -> StartPage, SeeWork, reads = Hits, of_boards;
    "overview.search" => app overview::search(SearchRequest) -> SearchResults, SeeWork, looks, reads = Hits, of_boards;

    "undo.steps" => host undoing::steps(Nothing) -> DoneSteps, SeeWork;
    "undo.back" => host undoing::back(BackRequest) -> DoneSteps, SeeWork, stirs;
    "undo.again" => host undoing::again(Nothing) -> DoneSteps, SeeWork, stirs;

    "list.write" => host lists::write(WriteListRequest) -> WrittenFile, SeeWork, looks, reads = read::LIST_WRITTEN, of_boards;
    "list.copy" => host lists::copy(ShownListRequest) -> CopiedList,
        SeeWork, looks, shows = AsAnswered, reads = read::LIST_COPIED, of_boards;
    "list.print" => host lists::print(ShownListRequest) -> PrintedList,
        SeeWork, looks, shows = AsAnswered, reads = read::LIST_PRINTED, of_boards;
    "list.layouts" => app lists::layouts(Nothing) -> ListLayouts, SeeWork, of_boards;
    "list.keep_layout" => app lists::keep_layout(KeepLayoutRequest) -> ListLayouts, SeeWork, of_boards;

    "payments.lists" => app payments::lists(Nothing) -> Lists,
        SeePayments, lists = &tables::PAYMENT_LISTS;
    "payments.look" => app payments::look(LookAtFile) -> FileLook, SeePayments;
    "payments.preview" => app payments::preview(PreviewRequest, watch) -> Preview,
        SeePayments, follows, reads = Hits;
    "payments.try_profile" => app payments::try_profile(TryProfile) -> TriedProfile, SeePayments, reads = Hits;
    "payments.read" => app payments::read(ReadRequest, watch) -> ListView,
        HandlePayments, follows, stirs, reads = Hits;
    "payments.typed" => app payments::typed(Nothing) -> TypedRows, HandlePayments;
    "payments.keep_typed" => app payments::keep_typed(TypedRows) -> TypedRowsKept, HandlePayments;
    "payments.list" => app payments::list(ListRequest) -> ListView, SeePayments, reads = Hits;
    "payments.import" => app payments::import(ImportRequest, watch) -> Imported,
        HandlePayments, follows, stirs, reads = Hits;
    "payments.commit" => app payments::commit(CommitRequest) -> ListView, HandlePayments, stirs, reads = Hits;
    "payments.bank" => app payments::bank(CommitRequest) -> ListView, HandlePayments, stirs, reads = Hits;
    "payments.discard" => app payments::discard(ListRequest) -> Lists, HandlePayments, stirs;
    "payments.reverse" => app payments::reverse(ReverseRequest) -> Reversed, HandlePayments, stirs;

    "review.rows" => app review::rows(RowsRequest, part) -> RowsPage,
        SeePayments, lists = &tables::PAYMENT_ROWS, reads = Hits;
    "review.row" => app review::row(RowRequest) -> RowDetail, SeePayments, parts = OF_ROW, reads = read::OF_LIST_ROW;
    "review.summary" => app review::summary(ListRequest) -> FindingsSummary, SeePayments;
    "review.try" => app review::try_correction(TryCorrection) -> TriedCorrection,
        SeePayments, parts = OF_ROW, reads = Hits;
    "review.decide" => app review::decide(DecideRequest) -> ListView, HandlePayments, stirs;
    "review.undo" => app review::undo(UndoRequest) -> Undone, HandlePayments, stirs;
    "review.protocol" => app review::protocol(ProtocolRequest) -> WrittenFile, HandlePayments, reads = read::PROTOCOL;

    "match.run" => app matching::run(ListRequest) -> Matched, HandlePayments, stirs, reads = Hits;
    "match.rows" => app matching::rows(MatchRowsRequest, part) -> MatchPage,
        SeePayments, lists = &tables::MATCHES, reads = Hits;
    "match.choose" => app matching::choose(ChooseRequest) -> MatchRow, HandlePayments, stirs, reads = Hits;
    "match.undo" => app matching::undo(RowRequest) -> MatchRow, HandlePayments, stirs, reads = Hits;
    "match.add_person" => app matching::add_person(AddPersonOfRow) -> MatchRow,
        HandlePersons, stirs, reads = Hits;
    "match.add_numbers" => app matching::add_numbers(RowRequest) -> MatchRow,
        HandlePersons, stirs, reads = Hits;

    "persons.find" => app persons::find(FindRequest, part) -> PersonsPage,
        SeePersons, looks, lists = &tables::PERSONS, reads = Hits, of_boards;
    "persons.views" => app persons::views(Nothing) -> NamedViews, SeePersons, shows = OpenedPersons, reads = Hits, of_boards;
    "persons.save_view" => app persons::save_view(NamedView) -> NamedViews,
        HandlePersons, stirs, shows = OpenedPersons, reads = Hits;
    "persons.forget_view" => app persons::forget_view(ViewRequest) -> NamedViews,
        HandlePersons, stirs, shows = OpenedPersons, reads = Hits;
    "persons.view" => app persons::view(PersonRequest) -> PersonView,
        SeePersons, shows = OpenedPersons, parts = OF_FACT, reads = read::PAGE, of_boards;
    "persons.add" => app persons::add(AddPerson) -> PersonView,
        HandlePersons, stirs, shows = OpenedPersons, parts = OF_FACT, reads = read::NEW_PAGE;
    "persons.namesakes" => app persons::namesakes(AddPerson) -> Namesakes,
        SeePersons, shows = OpenedPersons, reads = Hits;
    "persons.kinds" => app persons::kinds(Nothing) -> FactKinds,
        SeePersons, shows = OpenedPersons, parts = OF_FACT, of_boards;
    "persons.enter" => app persons::enter(EnterFacts) -> PersonView,
        HandlePersons, stirs, shows = OpenedPersons, parts = OF_FACT, reads = read::PAGE;
    "persons.end" => app persons::end(EndFact) -> PersonView,
        HandlePersons, stirs, shows = OpenedPersons, parts = OF_FACT, reads = read::PAGE;
    "persons.take_back" => app persons::take_back(TakeBackEntries) -> PersonView,
        HandlePersons, stirs, shows = OpenedPersons, parts = OF_FACT, reads = read::PAGE;
    "persons.facts" => app persons::document(FactsRequest) -> FactsDocument,
        SeePersons, shows = OpenedPersons, reads = read::PAGE, of_boards;
    "persons.as_known" => app persons::as_known(AsKnownRequest) -> AsKnown,
        SeePersons, shows = OpenedPersons, parts = OF_FACT, reads = read::PAGE, of_boards;
    "persons.open" => app persons::open(OpenPerson) -> PersonView,
        OpenProtected, stirs, shows = OpenedPersons, parts = OF_FACT, reads = read::PAGE;
    "persons.close" => app persons::close(PersonRequest) -> PersonView,
        SeePersons, shows = OpenedPersons, parts = OF_FACT, reads = read::PAGE;
    "persons.extract" => app persons::extract(ExtractPerson) -> PersonExtract,
        HandlePersons, stirs, shows = OpenedPersons;
    "persons.duplicates" => app persons::duplicates(Nothing) -> Duplicates,
        SeePersons, shows = OpenedPersons, reads = Hits;
    "persons.compare" => app persons::compare(CompareRequest) -> Compared,
        SeePersons, shows = OpenedPersons, reads = read::TWO_PAGES;
    "persons.merge" => app persons::merge(MergeRequest) -> PersonView,
        HandlePersons, stirs, shows = OpenedPersons, parts = OF_FACT, reads = read::TWO_PAGES;
    "persons.split" => app persons::split(PersonRequest) -> SplitView,
        HandlePersons, stirs, shows = OpenedPersons, parts = OF_FACT, reads = read::PAGE;

    "register.import" => app register::import(RegisterRequest, watch) -> RegisterImported,
        HandlePersons, follows, stirs, reads = Hits;
    "register.read" => app register::read(ReadRegisterRequest, watch) -> DraftView,
        HandlePersons, follows, stirs, reads = Hits;
    "register.drafts" => app register::drafts(Nothing) -> Drafts, SeePersons, reads = Hits;
    "register.draft" => app register::draft(DraftRequest) -> DraftView, SeePersons, reads = Hits;
    "register.rows" => app register::rows(DraftRowsRequest, part) -> DraftRowsPage,
        SeePersons, lists = &tables::REGISTER_ROWS, reads = Hits;
    "register.row" => app register::row(DraftRowRequest) -> DraftRowDetail,
        SeePersons, shows = OpenedRow, parts = OF_ROW, reads = read::OF_DRAFT_ROW;
    "register.decide" => app register::decide(DecideDraftRequest) -> DraftView,
        HandlePersons, stirs, reads = Hits;
    "register.undo" => app register::undo(UndoDraftRequest) -> DraftUndone, HandlePersons, stirs, reads = Hits;
    "register.commit" => app register::commit(DraftRequest) -> DraftView, HandlePersons, stirs, reads = Hits;
    "register.discard" => app register::discard(DraftRequest) -> Drafts, HandlePersons, stirs, reads = Hits;
    "register.report" => app register::report(DraftReportRequest) -> WrittenFile, HandlePersons, reads = read::DRAFT_REPORT;
    "register.export" => app register::export(ExportRegisterRequest) -> RegisterExported,
        HandlePersons, reads = read::REGISTER;
    "register.proposals" => app register::proposals(ListRequest) -> Proposals, SeePayments, reads = Hits;
    "register.take_proposals" => app register::take_proposals(TakeProposalsRequest)
        -> ProposalsTaken, HandlePersons, stirs, reads = Hits;

    "cases.list" => app cases::list(CasesRequest, part) -> CasesPage,
        SeeCases, looks, lists = &tables::CASES, reads = Hits, of_boards;
    "cases.view" => app cases::view(CaseRequest) -> CaseView, SeeCases, reads = read::NEW_PAGE, of_boards;
    "cases.open" => app cases::open(OpenCase) -> CaseView, HandleCases, stirs, reads = read::NEW_PAGE, of_boards_by = change::CASE_OPENED;
    "cases.move" => app cases::move_to(MoveCase) -> CaseView, HandleCases, stirs, reads = read::NEW_PAGE, of_boards_by = change::CASE;
    "cases.change" => app cases::change(ChangeCase) -> CaseView,
        HandleCases, stirs, keeps = "officer", reads = read::NEW_PAGE, of_boards_by = change::CASE_CHANGED;
    "cases.attach" => app cases::attach(AttachDocument) -> CaseView, HandleCases, stirs, reads = read::NEW_PAGE, of_boards_by = change::CASE;
    "cases.save_document" => app cases::save_document(SaveDocument) -> WrittenFile,
        HandleCases, stirs, reads = read::CASE_DOCUMENT, of_boards_by = change::DOCUMENT;

    "claims.list" => app claims::list(ClaimsRequest) -> Claims,
        SeeCases, lists = &tables::CLAIMS;
    "claims.view" => app claims::view(ClaimRequest) -> ClaimView, SeeCases, shows = OpenedPersons, reads = read::OF_CLAIM;
    "claims.create" => app claims::create(CreateClaim) -> ClaimView,
        HandleCases, stirs, shows = OpenedPersons, reads = read::OF_CLAIM;
    "claims.candidates" => app claims::candidates(ClaimRequest) -> ClaimCandidates, SeeCases, reads = Hits;
    "claims.take" => app claims::take(TakeCandidates) -> ClaimView,
        HandleCases, stirs, shows = OpenedPersons, reads = read::OF_CLAIM;
    "claims.add_line" => app claims::add_line(AddClaimLine) -> ClaimView,
        HandleCases, stirs, shows = OpenedPersons, reads = read::OF_CLAIM;
    "claims.remove_line" => app claims::remove_line(RemoveClaimLine) -> ClaimView,
        HandleCases, stirs, shows = OpenedPersons, reads = read::OF_CLAIM;
    "claims.service" => app claims::service(TypeAgencyAmount) -> ClaimView,
        HandleCases, stirs, shows = OpenedPersons, reads = read::OF_CLAIM;
    "claims.numbers" => app claims::numbers(NoteClaimNumbers) -> ClaimView,
        HandleCases, stirs, shows = OpenedPersons, reads = read::OF_CLAIM;
    "claims.attach" => app claims::attach(AttachEvidence) -> ClaimView,
        HandleCases, stirs, shows = OpenedPersons, reads = read::OF_CLAIM;
    "claims.detach" => app claims::detach(DetachEvidence) -> ClaimView,
        HandleCases, stirs, shows = OpenedPersons, reads = read::OF_CLAIM;
    "claims.pass" => app claims::pass(PassClaimFinding) -> ClaimView,
        HandleCases, stirs, shows = OpenedPersons, reads = read::OF_CLAIM;
    "claims.send" => app claims::send(StepClaim) -> ClaimView,
        HandleCases, stirs, shows = OpenedPersons, reads = read::OF_CLAIM;
    "claims.return" => app claims::return_it(ReturnClaim) -> ClaimView,
        Attest, stirs, shows = OpenedPersons, reads = read::OF_CLAIM;
    "claims.approve" => app claims::approve(ApproveClaim) -> ClaimView,
        Attest, stirs, shows = OpenedPersons, reads = read::OF_CLAIM;
    "claims.withdraw" => app claims::withdraw(WithdrawClaim) -> ClaimView,
        HandleCases, stirs, shows = OpenedPersons, reads = read::OF_CLAIM;
    "claims.submit" => app claims::submit(SubmitClaim) -> ClaimView,
        HandleCases, stirs, shows = OpenedPersons, reads = read::OF_CLAIM;
    "claims.package" => app claims::package(WriteClaimPackage) -> PackageWritten, HandleCases, reads = read::CLAIM_PACKAGE;

    "last_days.list" => app last_days::list(LastDaysRequest, part) -> LastDays,
        SeeCases, lists = &tables::LAST_DAYS, of_boards;
    "last_days.set" => app last_days::set(SetLastDay) -> LastDayView,
        HandleCases, stirs, keeps = "note";
    "last_days.done" => app last_days::done(MarkLastDay) -> LastDayView, HandleCases, stirs;

    "costs.list" => app costs::list(CostsRequest, part) -> CostsPage,
        SeeCases, lists = &tables::COSTS, reads = Hits, of_boards;
    "costs.show" => app costs::show(CostRequest) -> CostShown, SeeCases, reads = read::OF_COST, of_boards;
    "costs.add" => app costs::add(AddCost) -> CostsKept, HandleCases, stirs, reads = read::OF_COST, of_boards_by = change::COST_ADDED;
    "costs.correct" => app costs::correct(CorrectCost) -> CostsKept, HandleCases, stirs, reads = read::OF_COST, of_boards_by = change::COST_CORRECTED;
    "costs.withdraw" => app costs::withdraw(WithdrawCost) -> CostShown, HandleCases, stirs, reads = read::OF_COST, of_boards_by = change::COST;

    "costs.read" => app cost_files::read(ReadCosts, watch) -> DraftView,
        HandleCases, follows, stirs;
    "costs.drafts" => app cost_files::drafts(Nothing) -> Drafts, SeeCases;
    "costs.draft" => app cost_files::draft(DraftRequest) -> DraftView, SeeCases;
    "costs.rows" => app cost_files::rows(DraftRowsRequest, part) -> DraftRowsPage,
        SeeCases, lists = &tables::COST_ROWS, reads = Hits;
    "costs.row" => app cost_files::row(DraftRowRequest) -> DraftRowDetail,
        SeeCases, shows = OpenedRow, parts = OF_ROW, reads = read::OF_DRAFT_ROW;
    "costs.decide" => app cost_files::decide(DecideDraftRequest) -> DraftView,
        HandleCases, stirs;
    "costs.undo" => app cost_files::undo(UndoDraftRequest) -> DraftUndone, HandleCases, stirs;
    "costs.commit" => app cost_files::commit(DraftRequest) -> DraftView, HandleCases, stirs;
    "costs.discard" => app cost_files::discard(DraftRequest) -> Drafts, HandleCases, stirs;
    "costs.report" => app cost_files::report(DraftReportRequest) -> WrittenFile, HandleCases, reads = read::DRAFT_REPORT;

    "school.read" => app school::read(ReadSchoolList, watch) -> DraftView,
        HandlePersons, follows, stirs;
    "school.drafts" => app school::drafts(Nothing) -> Drafts, SeePersons;
    "school.draft" => app school::draft(DraftRequest) -> DraftView, SeePersons;
    "school.rows" => app school::rows(DraftRowsRequest, part) -> DraftRowsPage,
        SeePersons, lists = &tables::SCHOOL_ROWS, reads = Hits;

    "school.row" => app school::row(DraftRowRequest) -> DraftRowDetail,
        SeePersons, shows = OpenedRow, parts = OF_ROW, reads = read::OF_DRAFT_ROW;
    "school.decide" => app school::decide(DecideDraftRequest) -> DraftView,
        HandlePersons, stirs;
    "school.undo" => app school::undo(UndoDraftRequest) -> DraftUndone, HandlePersons, stirs;
    "school.commit" => app school::commit(DraftRequest) -> DraftView, HandlePersons, stirs;
    "school.discard" => app school::discard(DraftRequest) -> Drafts, HandlePersons, stirs;
    "school.report" => app school::report(DraftReportRequest) -> WrittenFile, HandlePersons, reads = read::DRAFT_REPORT;
    "school.list" => app school::list(PupilsRequest, part) -> PupilsPage,
        SeePersons, lists = &tables::PUPILS, reads = Hits;
    "school.periods" => app school::periods(FourWeeksRequest, part) -> FourWeeksPage,
        SeeCases, lists = &tables::FOUR_WEEKS, reads = Hits;

    "intake.list" => app intake::list(IntakeRequest, part) -> IntakePage,
        SeeCases, lists = &tables::INTAKE;
    "intake.plan" => app intake::plan(IntakePeriod) -> IntakePlan, SeeCases;
    "intake.open" => app intake::open(IntakePeriod) -> IntakeOpened, HandleCases, stirs;
    "intake.mark" => app intake::mark(MarkIntake) -> IntakeMarked, HandleCases, stirs;
    "intake.reminder" => app intake::reminder(ReminderRequest) -> ReminderView, SeeCases;
    "intake.save_reminder" => app intake::save_reminder(SaveReminder) -> WrittenFile, HandleCases, reads = read::REMINDER;

    "law.list" => host law::list(LawListRequest) -> LawList,
        SeeRules, shows = Rules, lists = &tables::COMPENSATIONS;
    "law.view" => host law::view(LawViewRequest) -> LawView, SeeRules, shows = Rules;
    "law.value" => host law::value(ValueRequest) -> ValueView, SeeRules, shows = Rules;
    "law.calculate" => host law::calculate(Calculate) -> Calculated, SeeRules, reads = read::OF_PERSON, of_boards;
    "law.items" => host law::cost_items(Nothing) -> CostItems, SeeRules, shows = Rules;
    "law.last_day" => host law::last_day(LastDayQuestion) -> LastDayAnswer, SeeRules, shows = Rules;
    "law.appeal_days" => host law::appeal(AppealQuestion) -> AppealDaysView,
        SeeRules, shows = Rules;
    "law.additions" => host law::additions(Nothing) -> Additions, SeeRules, shows = Rules;
    "law.preview" => host law::preview(AddRate) -> RatePreview, SeeRules, shows = Rules;
    "law.add" => host law::add(AddRate) -> RatePreview, Administer, stirs, shows = Rules;
    "law.withdraw" => host law::withdraw(WithdrawRate) -> Additions,
        Administer, stirs, shows = Rules;
    "law.check" => host law::check(CheckRate) -> LawView, Administer, stirs, shows = Rules;
    "law.year" => app law::year(YearRequest) -> YearView, SeeRules, shows = Tables, reads = Hits;
    "law.set_year" => app law::set_year(SetYear) -> YearSet, Administer, stirs, shows = Tables, reads = Hits;
    "law.effect" => app law::effect(EffectRequest) -> EffectView, SeePayments, reads = Hits;
    "law.answer" => host law::answer(AnswerQuestion) -> Additions, Administer, stirs, shows = Rules;

    "candidates.list" => app candidates::list(CandidatesRequest, part) -> CandidatesView,
        SeeCases, lists = &tables::CANDIDATES, reads = Hits, of_boards;
    "candidates.without_right" => app candidates::without_right(AsOf, part) -> CostsWithoutRight,
        SeeCases, lists = &tables::WITHOUT_RIGHT, reads = Hits, of_boards;
    "candidates.answers" => app candidates::answers(AsOf, part) -> ClaimAnswers,
        SeeCases, lists = &tables::CLAIM_ANSWERS, reads = Hits, of_boards;
    "candidates.person" => app candidates::person(CandidatesOfPerson) -> PersonCandidatesView,
        SeeCases, shows = OpenedPersons, reads = read::PAGE, of_boards;
    "candidates.answer" => app candidates::answer(AnswerCandidate) -> ClaimAnswerView,
        HandleCases, stirs, reads = read::OF_PERSON, of_boards_by = change::OF_PERSON;
    "candidates.lose" => app candidates::lose(AnswerCandidate) -> ClaimAnswerView, HandleCases, stirs, reads = read::OF_PERSON;
    "candidates.confirm_lost" => app candidates::confirm(ConfirmLost) -> ClaimAnswerView,
        Attest, stirs, reads = read::OF_ANSWER;
    "candidates.withdraw" => app candidates::withdraw(AnswerRequest) -> CandidatesView,
        HandleCases, stirs, reads = Hits;
    "candidates.risk" => app candidates::risk(RiskRequest, part) -> RiskView,
        SeeCases, lists = &tables::RISK, reads = Hits, of_boards;
    "candidates.escalations" => app candidates::escalations(AsOf) -> EscalationsView, SeeCases, reads = Hits;
    "candidates.net" => app candidates::net(NetRequest, part) -> NetView,
        SeeCases, lists = &tables::NET, reads = Hits;

    "expectation.overview" => app expectation::overview(AsOf) -> OverviewView, SeePayments, reads = Hits, of_boards;
    "expectation.person" => app expectation::person(AsOfPerson) -> PersonExpected, SeePayments, reads = read::PAGE, of_boards;
    "expectation.changes" => app expectation::changes(ChangesRequest) -> ChangesView, SeePayments, reads = read::OF_PERSON, of_boards;
    "expectation.explain" => app expectation::explain(ExplainLine) -> LineExplained, SeePayments, reads = read::OF_PERSON, of_boards;
    "expectation.missing" => app expectation::missing(AsOf) -> MissingView,
        SeePayments, lists = &tables::MISSING, reads = Hits, of_boards;
    "expectation.awaited" => app expectation::awaited(AsOf) -> AwaitedView, SeePayments, reads = Hits, of_boards;
    "expectation.keep" => app expectation::keep(KeepReport) -> Kept, HandlePayments, stirs, reads = Hits;
    "expectation.print" => app expectation::print(PrintMissing) -> WrittenFile, HandlePayments, reads = read::MISSING_PRINT;
    "expectation.reported" => app expectation::reported(AsOf) -> ReportedView,
        SeePayments, lists = &tables::REPORTED, reads = Hits;
    "expectation.write_off" => app expectation::write_off(WriteOff) -> ReportedView,
        HandlePayments, stirs, reads = Hits;
    "expectation.faults" => app expectation::faults(Nothing) -> Faults,
        SeePayments, lists = &tables::FAULTS;
    "expectation.note_fault" => app expectation::note_fault(NoteFault) -> Faults,
        HandlePayments, stirs;
    "expectation.end_fault" => app expectation::end_fault(EndFault) -> Faults,
        HandlePayments, stirs;
    "expectation.grants" => app expectation::grants(Nothing) -> Grants,
        SeePayments, lists = &tables::GRANTS, reads = Hits;
    "expectation.decide" => app expectation::decide(Decide) -> Grants, HandlePayments, stirs, reads = Hits;
    "expectation.check_decisions" => app expectation::check_decisions(DecisionCheckRequest)
        -> DecisionCheckView, SeePayments, lists = &tables::DECISION_CHECK, reads = Hits;
    "expectation.mark_decisions" => app expectation::mark_decisions(MarkDecisions)
        -> DecisionCheckView, HandlePayments, stirs, reads = Hits;
    "expectation.read_decisions" => app expectation::read_decisions(ReadDecisions, watch)
        -> DecisionsReadView, HandlePayments, follows, stirs, reads = Hits;
    "expectation.withdraw_grant" => app expectation::withdraw_grant(WithdrawGrant) -> Grants,
        HandlePayments, stirs, reads = Hits;
    "expectation.calendar" => app expectation::calendar(AsOf) -> CalendarView, SeePayments, reads = Hits, of_boards;

    "decisions.read" => app decisions::read(ReadDecisionsDraft, watch) -> DraftView,
        HandlePayments, follows, stirs;
    "decisions.drafts" => app decisions::drafts(Nothing) -> Drafts, SeePayments;
    "decisions.draft" => app decisions::draft(DraftRequest) -> DraftView, SeePayments;
    "decisions.rows" => app decisions::rows(DraftRowsRequest, part) -> DraftRowsPage,
        SeePayments, lists = &tables::DECISION_ROWS, reads = Hits;
    "decisions.row" => app decisions::row(DraftRowRequest) -> DraftRowDetail,
        SeePayments, shows = OpenedRow, parts = OF_ROW, reads = read::OF_DRAFT_ROW;
    "decisions.decide" => app decisions::decide(DecideDraftRequest) -> DraftView,
        HandlePayments, stirs;
    "decisions.give_day" => app decisions::give_day(GiveDayRequest) -> DraftView,
        HandlePayments, stirs;
    "decisions.undo" => app decisions::undo(UndoDraftRequest) -> DraftUndone,
        HandlePayments, stirs;
    "decisions.commit" => app decisions::commit(DraftRequest) -> DraftView, HandlePayments, stirs;
    "decisions.discard" => app decisions::discard(DraftRequest) -> Drafts, HandlePayments, stirs;
    "decisions.report" => app decisions::report(DraftReportRequest) -> WrittenFile,
        HandlePayments, reads = read::DRAFT_REPORT;
    "original.list" => app originals::list(Nothing) -> Originals, SeeHistory;
    "original.save" => app originals::save(SaveOriginal) -> WrittenFile, SeeWork, reads = read::ORIGINAL;

    "watches.list" => app watches::list(WatchesRequest, part) -> WatchesPage,
        SeeCases, lists = &tables::WATCHES, reads = read::PAGE, of_boards;
    "watches.mark" => app watches::mark(MarkWatch) -> WatchesPage, HandleCases, stirs, reads = read::PAGE, of_boards_by = change::OF_PERSON;

    "distribution.months" => app distribution::months(Nothing) -> Months, SeeBooking;
    "distribution.run" => app distribution::run(DistributeRequest) -> Distributed,
        Distribute, stirs, reads = Hits;
    "distribution.list" => app distribution::list(Nothing) -> Runs, SeeBooking;
    "distribution.draft" => app distribution::draft(DistributionRequest) -> DraftRunView,
        SeeBooking, reads = Hits;
    "distribution.lock" => app distribution::lock(DistributionRequest) -> Distributed,
        Distribute, stirs, reads = Hits;
    "distribution.discard" => app distribution::discard(DistributionRequest) -> Runs,
        Distribute, stirs;
    "distribution.take_back" => app distribution::take_back(TakeBackRequest) -> TakenBackView,
        Distribute, stirs;
    "distribution.wrong" => app distribution::wrong(Nothing) -> WrongRows,
        SeeBooking, lists = &tables::WRONG_ROWS, reads = Hits;
    "distribution.correct" => app distribution::correct(CorrectRequest) -> CorrectedView,
        Distribute, stirs, reads = Hits;
    "distribution.view" => app distribution::view(DistributionRequest) -> DistributionView,
        SeeBooking, reads = Hits;
    "distribution.cell" => app distribution::cell(CellRequest) -> CellExplanation, SeeBooking, reads = read::OF_CELL;
    "distribution.statement" => app distribution::statement(StatementRequest, watch)
        -> WrittenFiles, Distribute, follows, reads = read::STATEMENT;

    "suspense.page" => app suspense::page(SuspenseRequest, part) -> SuspenseView,
        SeeBooking, lists = &tables::SUSPENSE, reads = Hits;
    "suspense.print" => app suspense::print(PrintSuspenseRequest) -> WrittenFile, HandlePayments, reads = read::SUSPENSE_PRINT;

    "orders.list" => app booking::list(Nothing) -> Orders,
        SeeBooking, lists = &tables::ORDERS;
    "orders.create" => app booking::create(CreateOrderRequest) -> BookedOrder,
        PrepareBooking, stirs;
    "orders.view" => app booking::view(OrderRequest) -> OrderView, SeeBooking;
    "orders.attest" => app booking::attest(AttestOrder) -> OrderView, Attest, stirs;
    "orders.withdraw" => app booking::withdraw(WithdrawRequest) -> OrderView, PrepareBooking, stirs;
    "orders.booked" => app booked::book(BookVouchers) -> VouchersBooked, PrepareBooking, stirs;
    "orders.booked_file" => app booked::book_file(FileRequest) -> VouchersBooked,
        PrepareBooking, stirs;
    "orders.unbook" => app booked::unbook(UnbookVoucher) -> OrderView, PrepareBooking, stirs;
    "orders.reject" => app booked::reject(WithdrawRequest) -> OrderView, PrepareBooking, stirs;
    "orders.export" => app booking::export(ExportRequest) -> Exported, PrepareBooking, stirs, reads = read::ORDER_FILE;
    "orders.print" => app booking::print(PrintRequest) -> WrittenFile, PrepareBooking, reads = read::ORDER_PRINT;

    "trace.posting" => app ledger::posting(PostingRequest) -> Trace, SeeBooking, reads = read::OF_POSTING;
    "trace.row" => app ledger::row(RowRequest) -> Trace, SeeBooking, reads = read::OF_LIST_ROW, of_boards;
    "audit.verify" => app ledger::verify(VerifyRequest) -> AuditVerified, SeeHistory;
    "audit.head" => app ledger::head(Nothing) -> AuditHeadView, SeeHistory;
    "audit.events" => app ledger::events(Nothing, part) -> AuditEvents,
        SeeHistory, lists = &tables::EVENTS;
    "log.reviews" => app log::reviews(Nothing) -> LogReviews, ReviewLog, shows = Tables;
    "log.review" => app log::review(LogReviewRequest) -> LogReviewView, ReviewLog, reads = Hits;
    "log.draw" => app log::draw(DrawSample) -> LogReviewView, ReviewLog, stirs, reads = Hits;
    "log.note" => app log::note(NoteReading) -> LogReviewView, ReviewLog, stirs, reads = Hits;
    "log.sign" => app log::sign(SignLogReview) -> LogReviewView, ReviewLog, stirs, reads = Hits;
    "log.extract" => app log::extract(ExtractRequest) -> ReadingExtract,
        ReviewLog, reads = read::OF_PERSON;

    "settings.get" => app catalogue::settings(Nothing) -> SettingsDocument,
        SeeRules, shows = Tables;
    "settings.put" => app catalogue::put_settings(SettingsDocument) -> SettingsDocument,
        Administer, stirs, shows = Tables;
    "settings.export" => app backup::export_settings(FileRequest) -> WrittenFile, Administer, shows = Tables;
    "compensations.list" => app catalogue::compensations(Nothing) -> Compensations,
        SeeRules, shows = Tables;
    "codes.list" => app catalogue::codes(Nothing) -> Codes,
        SeeRules, shows = Tables, lists = &tables::CODES;
    "codes.add" => app catalogue::add_code(Code) -> Codes, Administer, stirs, shows = Tables;
    "codes.import" => app catalogue::import_codes(FileRequest) -> TableImported,
        Administer, stirs, shows = Tables;
    "boards.list" => app catalogue::boards(Nothing) -> Boards,
        SeeRules, shows = Tables, lists = &tables::BOARDS;
    "boards.put" => app catalogue::put_board(Board) -> Boards, Administer, stirs, shows = Tables;
    "codes.export" => app keys::export_codes(FileRequest) -> WrittenFile,
        Administer, shows = Tables;
    "key.list" => app keys::list(Nothing) -> Keys, SeeRules, shows = Tables;
    "key.import" => app keys::import(FileRequest) -> KeyImported,
        Administer, stirs, shows = Tables;
    "key.draft" => app keys::draft(Nothing) -> KeyDraftView, SeeRules, shows = Tables;
    "key.edit" => app keys::edit(EditKeyRequest) -> KeyDraftView,
        Administer, stirs, shows = Tables;
    "key.try" => app keys::try_month(TryKey) -> KeyTried, SeeBooking, shows = Tables;
    "key.decide" => app keys::decide(DecideKey) -> KeyDecided, Administer, stirs, shows = Tables;
    "key.export" => app keys::export(FileRequest) -> WrittenFile, Administer, shows = Tables;
    "accounts.list" => app catalogue::accounts(Nothing) -> Accounts,
        SeeRules, shows = Tables, lists = &tables::ACCOUNTS;
    "accounts.import" => app catalogue::import_accounts(FileRequest) -> TableImported,
        Administer, stirs, shows = Tables;
    "accounts.export" => app keys::export_accounts(FileRequest) -> WrittenFile,
        Administer, shows = Tables;
    "periods.list" => app booked::periods(Nothing) -> Periods, SeeBooking, shows = Tables;
    "periods.set" => app booked::set_period(SetPeriod) -> Periods,
        Administer, stirs, shows = Tables;
    "profiles.list" => app catalogue::profiles(Nothing) -> Profiles, SeeRules;
    "profiles.add" => app catalogue::add_profile(AddProfile) -> AddedProfile, Administer, stirs;
}
