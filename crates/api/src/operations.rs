//! The table of operations: one row each.

use app::Right;

use crate::areas::{
    backup, booked, booking, candidates, cases, catalogue, claims, cost_files, costs, decisions,
    distribution, expectation, intake, keys, last_days, law, ledger, lists, matching, originals,
    overview, payments, persons, register, review, school, session, suspense, undoing, users,
    watches,
};
use crate::listing::tables;
use crate::operation::Shows::{AsAnswered, OpenedPersons, OpenedRow, Rules, Tables};
use crate::operation::{Operation, operations};

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
    "session.sound" => app session::sound(Nothing) -> Soundness, Enter;

    "users.list" => app users::list(Nothing) -> Users, SeeRules, shows = Tables;
    "users.add" => app users::add(AddUser) -> Users, ManageUsers, stirs, shows = Tables;
    "users.end" => app users::end(UserRequest) -> Users, ManageUsers, stirs, shows = Tables;
    "users.password" => app users::password(ChangePassword) -> PasswordChanged,
        Enter, shows = Tables;
    "users.recover" => host users::recover(Recover) -> Recovered, Enter, shows = Tables;
    "roles.propose" => app users::propose(ProposeRole) -> Users,
        ManageUsers, stirs, shows = Tables;
    "roles.confirm" => app users::confirm(SignedRequest) -> Users,
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

    "backup.state" => app backup::state(Nothing) -> BackupStateView, SeeWork;
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

    "overview.navigation" => app overview::navigation(Nothing) -> Navigation, SeeWork;
    "overview.start" => app overview::start(StartRequest) -> StartPage, SeeWork;
    "overview.search" => app overview::search(SearchRequest) -> SearchResults, SeeWork, looks;

    "undo.steps" => host undoing::steps(Nothing) -> DoneSteps, SeeWork;
    "undo.back" => host undoing::back(BackRequest) -> DoneSteps, SeeWork, stirs;
    "undo.again" => host undoing::again(Nothing) -> DoneSteps, SeeWork, stirs;

    "list.write" => host lists::write(WriteListRequest) -> WrittenFile, SeeWork, looks;
    "list.copy" => host lists::copy(ShownListRequest) -> CopiedList,
        SeeWork, looks, shows = AsAnswered;
    "list.print" => host lists::print(ShownListRequest) -> PrintedList,
        SeeWork, looks, shows = AsAnswered;
    "list.layouts" => app lists::layouts(Nothing) -> ListLayouts, SeeWork;
    "list.keep_layout" => app lists::keep_layout(KeepLayoutRequest) -> ListLayouts, SeeWork;

    "payments.lists" => app payments::lists(Nothing) -> Lists,
        SeePayments, lists = &tables::PAYMENT_LISTS;
    "payments.look" => app payments::look(LookAtFile) -> FileLook, SeePayments;
    "payments.preview" => app payments::preview(PreviewRequest, watch) -> Preview,
        SeePayments, follows;
    "payments.try_profile" => app payments::try_profile(TryProfile) -> TriedProfile, SeePayments;
    "payments.read" => app payments::read(ReadRequest, watch) -> ListView,
        HandlePayments, follows, stirs;
    "payments.typed" => app payments::typed(Nothing) -> TypedRows, HandlePayments;
    "payments.keep_typed" => app payments::keep_typed(TypedRows) -> TypedRowsKept, HandlePayments;
    "payments.list" => app payments::list(ListRequest) -> ListView, SeePayments;
    "payments.import" => app payments::import(ImportRequest, watch) -> Imported,
        HandlePayments, follows, stirs;
    "payments.commit" => app payments::commit(CommitRequest) -> ListView, HandlePayments, stirs;
    "payments.bank" => app payments::bank(CommitRequest) -> ListView, HandlePayments, stirs;
    "payments.discard" => app payments::discard(ListRequest) -> Lists, HandlePayments, stirs;
    "payments.reverse" => app payments::reverse(ReverseRequest) -> Reversed, HandlePayments, stirs;

    "review.rows" => app review::rows(RowsRequest, part) -> RowsPage,
        SeePayments, lists = &tables::PAYMENT_ROWS;
    "review.row" => app review::row(RowRequest) -> RowDetail, SeePayments, parts = OF_ROW;
    "review.summary" => app review::summary(ListRequest) -> FindingsSummary, SeePayments;
    "review.try" => app review::try_correction(TryCorrection) -> TriedCorrection,
        SeePayments, parts = OF_ROW;
    "review.decide" => app review::decide(DecideRequest) -> ListView, HandlePayments, stirs;
    "review.undo" => app review::undo(UndoRequest) -> Undone, HandlePayments, stirs;
    "review.protocol" => app review::protocol(ProtocolRequest) -> WrittenFile, HandlePayments;

    "match.run" => app matching::run(ListRequest) -> Matched, HandlePayments, stirs;
    "match.rows" => app matching::rows(MatchRowsRequest, part) -> MatchPage,
        SeePayments, lists = &tables::MATCHES;
    "match.choose" => app matching::choose(ChooseRequest) -> MatchRow, HandlePayments, stirs;
    "match.undo" => app matching::undo(RowRequest) -> MatchRow, HandlePayments, stirs;
    "match.add_person" => app matching::add_person(AddPersonOfRow) -> MatchRow,
        HandlePersons, stirs;
    "match.add_numbers" => app matching::add_numbers(RowRequest) -> MatchRow,
        HandlePersons, stirs;

    "persons.find" => app persons::find(FindRequest, part) -> PersonsPage,
        SeePersons, looks, lists = &tables::PERSONS;
    "persons.views" => app persons::views(Nothing) -> NamedViews, SeePersons, shows = OpenedPersons;
    "persons.save_view" => app persons::save_view(NamedView) -> NamedViews,
        HandlePersons, stirs, shows = OpenedPersons;
    "persons.forget_view" => app persons::forget_view(ViewRequest) -> NamedViews,
        HandlePersons, stirs, shows = OpenedPersons;
    "persons.view" => app persons::view(PersonRequest) -> PersonView,
        SeePersons, shows = OpenedPersons, parts = OF_FACT;
    "persons.add" => app persons::add(AddPerson) -> PersonView,
        HandlePersons, stirs, shows = OpenedPersons, parts = OF_FACT;
    "persons.namesakes" => app persons::namesakes(AddPerson) -> Namesakes,
        SeePersons, shows = OpenedPersons;
    "persons.kinds" => app persons::kinds(Nothing) -> FactKinds,
        SeePersons, shows = OpenedPersons, parts = OF_FACT;
    "persons.enter" => app persons::enter(EnterFacts) -> PersonView,
        HandlePersons, stirs, shows = OpenedPersons, parts = OF_FACT;
    "persons.end" => app persons::end(EndFact) -> PersonView,
        HandlePersons, stirs, shows = OpenedPersons, parts = OF_FACT;
    "persons.take_back" => app persons::take_back(TakeBackEntries) -> PersonView,
        HandlePersons, stirs, shows = OpenedPersons, parts = OF_FACT;
    "persons.facts" => app persons::document(FactsRequest) -> FactsDocument,
        SeePersons, shows = OpenedPersons;
    "persons.as_known" => app persons::as_known(AsKnownRequest) -> AsKnown,
        SeePersons, shows = OpenedPersons, parts = OF_FACT;
    "persons.open" => app persons::open(OpenPerson) -> PersonView,
        OpenProtected, stirs, shows = OpenedPersons, parts = OF_FACT;
    "persons.close" => app persons::close(PersonRequest) -> PersonView,
        SeePersons, shows = OpenedPersons, parts = OF_FACT;
    "persons.duplicates" => app persons::duplicates(Nothing) -> Duplicates,
        SeePersons, shows = OpenedPersons;
    "persons.compare" => app persons::compare(CompareRequest) -> Compared,
        SeePersons, shows = OpenedPersons;
    "persons.merge" => app persons::merge(MergeRequest) -> PersonView,
        HandlePersons, stirs, shows = OpenedPersons, parts = OF_FACT;
    "persons.split" => app persons::split(PersonRequest) -> SplitView,
        HandlePersons, stirs, shows = OpenedPersons, parts = OF_FACT;

    "register.import" => app register::import(RegisterRequest, watch) -> RegisterImported,
        HandlePersons, follows, stirs;
    "register.read" => app register::read(ReadRegisterRequest, watch) -> DraftView,
        HandlePersons, follows, stirs;
    "register.drafts" => app register::drafts(Nothing) -> Drafts, SeePersons;
    "register.draft" => app register::draft(DraftRequest) -> DraftView, SeePersons;
    "register.rows" => app register::rows(DraftRowsRequest, part) -> DraftRowsPage,
        SeePersons, lists = &tables::REGISTER_ROWS;
    "register.row" => app register::row(DraftRowRequest) -> DraftRowDetail,
        SeePersons, shows = OpenedRow, parts = OF_ROW;
    "register.decide" => app register::decide(DecideDraftRequest) -> DraftView,
        HandlePersons, stirs;
    "register.undo" => app register::undo(UndoDraftRequest) -> DraftUndone, HandlePersons, stirs;
    "register.commit" => app register::commit(DraftRequest) -> DraftView, HandlePersons, stirs;
    "register.discard" => app register::discard(DraftRequest) -> Drafts, HandlePersons, stirs;
    "register.report" => app register::report(DraftReportRequest) -> WrittenFile, HandlePersons;
    "register.export" => app register::export(ExportRegisterRequest) -> RegisterExported,
        HandlePersons;
    "register.proposals" => app register::proposals(ListRequest) -> Proposals, SeePayments;
    "register.take_proposals" => app register::take_proposals(TakeProposalsRequest)
        -> ProposalsTaken, HandlePersons, stirs;

    "cases.list" => app cases::list(CasesRequest, part) -> CasesPage,
        SeeCases, looks, lists = &tables::CASES;
    "cases.view" => app cases::view(CaseRequest) -> CaseView, SeeCases;
    "cases.open" => app cases::open(OpenCase) -> CaseView, HandleCases, stirs;
    "cases.move" => app cases::move_to(MoveCase) -> CaseView, HandleCases, stirs;
    "cases.change" => app cases::change(ChangeCase) -> CaseView,
        HandleCases, stirs, keeps = "officer";
    "cases.attach" => app cases::attach(AttachDocument) -> CaseView, HandleCases, stirs;
    "cases.save_document" => app cases::save_document(SaveDocument) -> WrittenFile,
        HandleCases, stirs;

    "claims.list" => app claims::list(ClaimsRequest) -> Claims,
        SeeCases, lists = &tables::CLAIMS;
    "claims.view" => app claims::view(ClaimRequest) -> ClaimView, SeeCases, shows = OpenedPersons;
    "claims.create" => app claims::create(CreateClaim) -> ClaimView,
        HandleCases, stirs, shows = OpenedPersons;
    "claims.candidates" => app claims::candidates(ClaimRequest) -> ClaimCandidates, SeeCases;
    "claims.take" => app claims::take(TakeCandidates) -> ClaimView,
        HandleCases, stirs, shows = OpenedPersons;
    "claims.add_line" => app claims::add_line(AddClaimLine) -> ClaimView,
        HandleCases, stirs, shows = OpenedPersons;
    "claims.remove_line" => app claims::remove_line(RemoveClaimLine) -> ClaimView,
        HandleCases, stirs, shows = OpenedPersons;
    "claims.service" => app claims::service(TypeAgencyAmount) -> ClaimView,
        HandleCases, stirs, shows = OpenedPersons;
    "claims.numbers" => app claims::numbers(NoteClaimNumbers) -> ClaimView,
        HandleCases, stirs, shows = OpenedPersons;
    "claims.attach" => app claims::attach(AttachEvidence) -> ClaimView,
        HandleCases, stirs, shows = OpenedPersons;
    "claims.detach" => app claims::detach(DetachEvidence) -> ClaimView,
        HandleCases, stirs, shows = OpenedPersons;
    "claims.pass" => app claims::pass(PassClaimFinding) -> ClaimView,
        HandleCases, stirs, shows = OpenedPersons;
    "claims.send" => app claims::send(StepClaim) -> ClaimView,
        HandleCases, stirs, shows = OpenedPersons;
    "claims.return" => app claims::return_it(ReturnClaim) -> ClaimView,
        Attest, stirs, shows = OpenedPersons;
    "claims.approve" => app claims::approve(ApproveClaim) -> ClaimView,
        Attest, stirs, shows = OpenedPersons;
    "claims.withdraw" => app claims::withdraw(WithdrawClaim) -> ClaimView,
        HandleCases, stirs, shows = OpenedPersons;
    "claims.submit" => app claims::submit(SubmitClaim) -> ClaimView,
        HandleCases, stirs, shows = OpenedPersons;
    "claims.package" => app claims::package(WriteClaimPackage) -> PackageWritten, HandleCases;

    "last_days.list" => app last_days::list(LastDaysRequest, part) -> LastDays,
        SeeCases, lists = &tables::LAST_DAYS;
    "last_days.set" => app last_days::set(SetLastDay) -> LastDayView,
        HandleCases, stirs, keeps = "note";
    "last_days.done" => app last_days::done(MarkLastDay) -> LastDayView, HandleCases, stirs;

    "costs.list" => app costs::list(CostsRequest, part) -> CostsPage,
        SeeCases, lists = &tables::COSTS;
    "costs.show" => app costs::show(CostRequest) -> CostShown, SeeCases;
    "costs.add" => app costs::add(AddCost) -> CostsKept, HandleCases, stirs;
    "costs.correct" => app costs::correct(CorrectCost) -> CostsKept, HandleCases, stirs;
    "costs.withdraw" => app costs::withdraw(WithdrawCost) -> CostShown, HandleCases, stirs;

    "costs.read" => app cost_files::read(ReadCosts, watch) -> DraftView,
        HandleCases, follows, stirs;
    "costs.drafts" => app cost_files::drafts(Nothing) -> Drafts, SeeCases;
    "costs.draft" => app cost_files::draft(DraftRequest) -> DraftView, SeeCases;
    "costs.rows" => app cost_files::rows(DraftRowsRequest, part) -> DraftRowsPage,
        SeeCases, lists = &tables::COST_ROWS;
    "costs.row" => app cost_files::row(DraftRowRequest) -> DraftRowDetail,
        SeeCases, shows = OpenedRow, parts = OF_ROW;
    "costs.decide" => app cost_files::decide(DecideDraftRequest) -> DraftView,
        HandleCases, stirs;
    "costs.undo" => app cost_files::undo(UndoDraftRequest) -> DraftUndone, HandleCases, stirs;
    "costs.commit" => app cost_files::commit(DraftRequest) -> DraftView, HandleCases, stirs;
    "costs.discard" => app cost_files::discard(DraftRequest) -> Drafts, HandleCases, stirs;
    "costs.report" => app cost_files::report(DraftReportRequest) -> WrittenFile, HandleCases;

    "school.read" => app school::read(ReadSchoolList, watch) -> DraftView,
        HandlePersons, follows, stirs;
    "school.drafts" => app school::drafts(Nothing) -> Drafts, SeePersons;
    "school.draft" => app school::draft(DraftRequest) -> DraftView, SeePersons;
    "school.rows" => app school::rows(DraftRowsRequest, part) -> DraftRowsPage,
        SeePersons, lists = &tables::SCHOOL_ROWS;

    "school.row" => app school::row(DraftRowRequest) -> DraftRowDetail,
        SeePersons, shows = OpenedRow, parts = OF_ROW;
    "school.decide" => app school::decide(DecideDraftRequest) -> DraftView,
        HandlePersons, stirs;
    "school.undo" => app school::undo(UndoDraftRequest) -> DraftUndone, HandlePersons, stirs;
    "school.commit" => app school::commit(DraftRequest) -> DraftView, HandlePersons, stirs;
    "school.discard" => app school::discard(DraftRequest) -> Drafts, HandlePersons, stirs;
    "school.report" => app school::report(DraftReportRequest) -> WrittenFile, HandlePersons;
    "school.list" => app school::list(PupilsRequest, part) -> PupilsPage,
        SeePersons, lists = &tables::PUPILS;
    "school.periods" => app school::periods(FourWeeksRequest, part) -> FourWeeksPage,
        SeeCases, lists = &tables::FOUR_WEEKS;

    "intake.list" => app intake::list(IntakeRequest, part) -> IntakePage,
        SeeCases, lists = &tables::INTAKE;
    "intake.plan" => app intake::plan(IntakePeriod) -> IntakePlan, SeeCases;
    "intake.open" => app intake::open(IntakePeriod) -> IntakeOpened, HandleCases, stirs;
    "intake.mark" => app intake::mark(MarkIntake) -> IntakeMarked, HandleCases, stirs;
    "intake.reminder" => app intake::reminder(ReminderRequest) -> ReminderView, SeeCases;
    "intake.save_reminder" => app intake::save_reminder(SaveReminder) -> WrittenFile, HandleCases;

    "law.list" => host law::list(LawListRequest) -> LawList,
        SeeRules, shows = Rules, lists = &tables::COMPENSATIONS;
    "law.view" => host law::view(LawViewRequest) -> LawView, SeeRules, shows = Rules;
    "law.value" => host law::value(ValueRequest) -> ValueView, SeeRules, shows = Rules;
    "law.calculate" => host law::calculate(Calculate) -> Calculated, SeeRules;
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
    "law.year" => app law::year(YearRequest) -> YearView, SeeRules, shows = Tables;
    "law.set_year" => app law::set_year(SetYear) -> YearSet, Administer, stirs, shows = Tables;
    "law.effect" => app law::effect(EffectRequest) -> EffectView, SeePayments;
    "law.answer" => host law::answer(AnswerQuestion) -> Additions, Administer, stirs, shows = Rules;

    "candidates.list" => app candidates::list(CandidatesRequest, part) -> CandidatesView,
        SeeCases, lists = &tables::CANDIDATES;
    "candidates.without_right" => app candidates::without_right(AsOf, part) -> CostsWithoutRight,
        SeeCases, lists = &tables::WITHOUT_RIGHT;
    "candidates.answers" => app candidates::answers(AsOf, part) -> ClaimAnswers,
        SeeCases, lists = &tables::CLAIM_ANSWERS;
    "candidates.person" => app candidates::person(CandidatesOfPerson) -> PersonCandidatesView,
        SeeCases, shows = OpenedPersons;
    "candidates.answer" => app candidates::answer(AnswerCandidate) -> ClaimAnswerView,
        HandleCases, stirs;
    "candidates.lose" => app candidates::lose(AnswerCandidate) -> ClaimAnswerView, HandleCases, stirs;
    "candidates.confirm_lost" => app candidates::confirm(ConfirmLost) -> ClaimAnswerView,
        Attest, stirs;
    "candidates.withdraw" => app candidates::withdraw(AnswerRequest) -> CandidatesView,
        HandleCases, stirs;
    "candidates.risk" => app candidates::risk(RiskRequest, part) -> RiskView,
        SeeCases, lists = &tables::RISK;
    "candidates.escalations" => app candidates::escalations(AsOf) -> EscalationsView, SeeCases;
    "candidates.net" => app candidates::net(NetRequest, part) -> NetView,
        SeeCases, lists = &tables::NET;

    "expectation.overview" => app expectation::overview(AsOf) -> OverviewView, SeePayments;
    "expectation.person" => app expectation::person(AsOfPerson) -> PersonExpected, SeePayments;
    "expectation.changes" => app expectation::changes(ChangesRequest) -> ChangesView, SeePayments;
    "expectation.explain" => app expectation::explain(ExplainLine) -> LineExplained, SeePayments;
    "expectation.missing" => app expectation::missing(AsOf) -> MissingView,
        SeePayments, lists = &tables::MISSING;
    "expectation.awaited" => app expectation::awaited(AsOf) -> AwaitedView, SeePayments;
    "expectation.keep" => app expectation::keep(KeepReport) -> Kept, HandlePayments, stirs;
    "expectation.print" => app expectation::print(PrintMissing) -> WrittenFile, HandlePayments;
    "expectation.reported" => app expectation::reported(AsOf) -> ReportedView,
        SeePayments, lists = &tables::REPORTED;
    "expectation.write_off" => app expectation::write_off(WriteOff) -> ReportedView,
        HandlePayments, stirs;
    "expectation.faults" => app expectation::faults(Nothing) -> Faults,
        SeePayments, lists = &tables::FAULTS;
    "expectation.note_fault" => app expectation::note_fault(NoteFault) -> Faults,
        HandlePayments, stirs;
    "expectation.end_fault" => app expectation::end_fault(EndFault) -> Faults,
        HandlePayments, stirs;
    "expectation.grants" => app expectation::grants(Nothing) -> Grants,
        SeePayments, lists = &tables::GRANTS;
    "expectation.decide" => app expectation::decide(Decide) -> Grants, HandlePayments, stirs;
    "expectation.check_decisions" => app expectation::check_decisions(DecisionCheckRequest)
        -> DecisionCheckView, SeePayments, lists = &tables::DECISION_CHECK;
    "expectation.mark_decisions" => app expectation::mark_decisions(MarkDecisions)
        -> DecisionCheckView, HandlePayments, stirs;
    "expectation.read_decisions" => app expectation::read_decisions(ReadDecisions, watch)
        -> DecisionsReadView, HandlePayments, follows, stirs;
    "expectation.withdraw_grant" => app expectation::withdraw_grant(WithdrawGrant) -> Grants,
        HandlePayments, stirs;
    "expectation.calendar" => app expectation::calendar(AsOf) -> CalendarView, SeePayments;

    "decisions.read" => app decisions::read(ReadDecisionsDraft, watch) -> DraftView,
        HandlePayments, follows, stirs;
    "decisions.drafts" => app decisions::drafts(Nothing) -> Drafts, SeePayments;
    "decisions.draft" => app decisions::draft(DraftRequest) -> DraftView, SeePayments;
    "decisions.rows" => app decisions::rows(DraftRowsRequest, part) -> DraftRowsPage,
        SeePayments, lists = &tables::DECISION_ROWS;
    "decisions.row" => app decisions::row(DraftRowRequest) -> DraftRowDetail,
        SeePayments, shows = OpenedRow, parts = OF_ROW;
    "decisions.decide" => app decisions::decide(DecideDraftRequest) -> DraftView,
        HandlePayments, stirs;
    "decisions.undo" => app decisions::undo(UndoDraftRequest) -> DraftUndone,
        HandlePayments, stirs;
    "decisions.commit" => app decisions::commit(DraftRequest) -> DraftView, HandlePayments, stirs;
    "decisions.discard" => app decisions::discard(DraftRequest) -> Drafts, HandlePayments, stirs;
    "decisions.report" => app decisions::report(DraftReportRequest) -> WrittenFile,
        HandlePayments;
    "original.list" => app originals::list(Nothing) -> Originals, SeeHistory;
    "original.save" => app originals::save(SaveOriginal) -> WrittenFile, SeeWork;

    "watches.list" => app watches::list(WatchesRequest, part) -> WatchesPage,
        SeeCases, lists = &tables::WATCHES;
    "watches.mark" => app watches::mark(MarkWatch) -> WatchesPage, HandleCases, stirs;

    "distribution.months" => app distribution::months(Nothing) -> Months, SeeBooking;
    "distribution.run" => app distribution::run(DistributeRequest) -> Distributed,
        Distribute, stirs;
    "distribution.list" => app distribution::list(Nothing) -> Runs, SeeBooking;
    "distribution.draft" => app distribution::draft(DistributionRequest) -> DraftRunView,
        SeeBooking;
    "distribution.lock" => app distribution::lock(DistributionRequest) -> Distributed,
        Distribute, stirs;
    "distribution.discard" => app distribution::discard(DistributionRequest) -> Runs,
        Distribute, stirs;
    "distribution.take_back" => app distribution::take_back(TakeBackRequest) -> TakenBackView,
        Distribute, stirs;
    "distribution.wrong" => app distribution::wrong(Nothing) -> WrongRows,
        SeeBooking, lists = &tables::WRONG_ROWS;
    "distribution.correct" => app distribution::correct(CorrectRequest) -> CorrectedView,
        Distribute, stirs;
    "distribution.view" => app distribution::view(DistributionRequest) -> DistributionView,
        SeeBooking;
    "distribution.cell" => app distribution::cell(CellRequest) -> CellExplanation, SeeBooking;
    "distribution.statement" => app distribution::statement(StatementRequest, watch)
        -> WrittenFiles, Distribute, follows;

    "suspense.page" => app suspense::page(SuspenseRequest, part) -> SuspenseView,
        SeeBooking, lists = &tables::SUSPENSE;
    "suspense.print" => app suspense::print(PrintSuspenseRequest) -> WrittenFile, HandlePayments;

    "orders.list" => app booking::list(Nothing) -> Orders,
        SeeBooking, lists = &tables::ORDERS;
    "orders.create" => app booking::create(CreateOrderRequest) -> BookedOrder,
        PrepareBooking, stirs;
    "orders.view" => app booking::view(OrderRequest) -> OrderView, SeeBooking;
    "orders.attest" => app booking::attest(AttestOrder) -> OrderView, Attest, stirs;
    "orders.withdraw" => app booking::withdraw(WithdrawRequest) -> OrderView, PrepareBooking, stirs;
    "orders.booked" => app booked::book(BookVoucher) -> VouchersBooked, PrepareBooking, stirs;
    "orders.booked_file" => app booked::book_file(FileRequest) -> VouchersBooked,
        PrepareBooking, stirs;
    "orders.unbook" => app booked::unbook(UnbookVoucher) -> OrderView, PrepareBooking, stirs;
    "orders.reject" => app booked::reject(WithdrawRequest) -> OrderView, PrepareBooking, stirs;
    "orders.export" => app booking::export(ExportRequest) -> Exported, PrepareBooking, stirs;
    "orders.print" => app booking::print(PrintRequest) -> WrittenFile, PrepareBooking;

    "trace.posting" => app ledger::posting(PostingRequest) -> Trace, SeeBooking;
    "trace.row" => app ledger::row(RowRequest) -> Trace, SeeBooking;
    "audit.verify" => app ledger::verify(VerifyRequest) -> AuditVerified, SeeHistory;
    "audit.head" => app ledger::head(Nothing) -> AuditHeadView, SeeHistory;
    "audit.events" => app ledger::events(Nothing, part) -> AuditEvents,
        SeeHistory, lists = &tables::EVENTS;

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
