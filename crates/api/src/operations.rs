//! The table of operations: name, handler, request and response.

use app::payments::Watch;
use serde_json::Value;

use crate::areas::{
    backup, booking, cases, catalogue, distribution, expectation, last_days, law, ledger, matching,
    overview, payments, persons, register, review, sample, session, watches,
};
use crate::error::ErrorReply;
use crate::host::Host;

macro_rules! operations {
    ($($name:literal => $area:ident::$handler:ident($request:ident) -> $response:ident),+ $(,)?) => {
        /// The names of all operations.
        #[must_use]
        pub fn names() -> &'static [&'static str] {
            &[$($name),+]
        }

        pub(crate) fn dispatch(
            host: &mut Host,
            name: &str,
            payload: Value,
            watch: &dyn Watch,
        ) -> Result<Value, ErrorReply> {
            match name {
                $($name => {
                    let request: $area::$request = serde_json::from_value(payload)
                        .map_err(|error| ErrorReply::bad_request("", &error.to_string()))?;
                    let response: $area::$response = $area::$handler(host, request, watch)?;
                    serde_json::to_value(response)
                        .map_err(|_| ErrorReply::new("internal", &[]))
                })+
                _ => Err(ErrorReply::new("unknown-operation", &[])),
            }
        }

        /// Tells `visitor` the name, request and response of every operation.
        pub(crate) fn visit(visitor: &mut crate::typescript::Visitor) {
            $(visitor.operation::<$area::$request, $area::$response>($name);)+
        }
    };
}

operations! {
    "session.status" => session::status(Nothing) -> SessionStatus,
    "session.create" => session::create(CreateDatabase) -> SessionStatus,
    "session.open" => session::open(OpenDatabase) -> SessionStatus,
    "session.close" => session::close(Nothing) -> SessionStatus,
    "session.today" => session::today(SetToday) -> SessionStatus,
    "session.sound" => session::sound(Nothing) -> Soundness,

    "session.check" => backup::check(Nothing) -> CheckedView,

    "backup.state" => backup::state(Nothing) -> BackupStateView,
    "backup.make" => backup::make(MakeBackup) -> BackupMadeView,
    "backup.daily" => backup::daily(Nothing) -> BackupWhereDue,
    "backup.begin" => backup::begin(Nothing) -> BackupBegun,
    "backup.list" => backup::list(BackupFolder) -> Backups,
    "backup.verify" => backup::verify(BackupFile) -> BackupVerified,
    "backup.restore" => backup::restore(RestoreBackup) -> RestoredView,
    "backup.answer" => backup::answer(AnswerRestoration) -> BackupStateView,
    "backup.drill" => backup::drill(DrillRequest) -> DrillHeld,

    "overview.navigation" => overview::navigation(Nothing) -> Navigation,
    "overview.start" => overview::start(Nothing) -> StartPage,
    "overview.search" => overview::search(SearchRequest) -> SearchResults,

    "payments.lists" => payments::lists(Nothing) -> Lists,
    "payments.look" => payments::look(LookAtFile) -> FileLook,
    "payments.preview" => payments::preview(PreviewRequest) -> Preview,
    "payments.try_profile" => payments::try_profile(TryProfile) -> TriedProfile,
    "payments.read" => payments::read(ReadRequest) -> ListView,
    "payments.list" => payments::list(ListRequest) -> ListView,
    "payments.import" => payments::import(ImportRequest) -> Imported,
    "payments.commit" => payments::commit(CommitRequest) -> ListView,
    "payments.bank" => payments::bank(CommitRequest) -> ListView,
    "payments.discard" => payments::discard(ListRequest) -> Lists,
    "payments.reverse" => payments::reverse(ReverseRequest) -> Reversed,

    "review.rows" => review::rows(RowsRequest) -> RowsPage,
    "review.row" => review::row(RowRequest) -> RowDetail,
    "review.summary" => review::summary(ListRequest) -> FindingsSummary,
    "review.try" => review::try_correction(TryCorrection) -> TriedCorrection,
    "review.decide" => review::decide(DecideRequest) -> ListView,
    "review.undo" => review::undo(UndoRequest) -> Undone,
    "review.protocol" => review::protocol(ProtocolRequest) -> WrittenFile,

    "match.run" => matching::run(ListRequest) -> Matched,
    "match.rows" => matching::rows(MatchRowsRequest) -> MatchPage,
    "match.choose" => matching::choose(ChooseRequest) -> MatchRow,
    "match.undo" => matching::undo(RowRequest) -> MatchRow,
    "match.add_person" => matching::add_person(AddPersonOfRow) -> MatchRow,

    "persons.find" => persons::find(FindRequest) -> PersonsPage,
    "persons.views" => persons::views(Nothing) -> NamedViews,
    "persons.save_view" => persons::save_view(NamedView) -> NamedViews,
    "persons.forget_view" => persons::forget_view(ViewRequest) -> NamedViews,
    "persons.view" => persons::view(PersonRequest) -> PersonView,
    "persons.add" => persons::add(AddPerson) -> PersonView,
    "persons.namesakes" => persons::namesakes(AddPerson) -> Namesakes,
    "persons.kinds" => persons::kinds(Nothing) -> FactKinds,
    "persons.enter" => persons::enter(EnterFacts) -> PersonView,
    "persons.end" => persons::end(EndFact) -> PersonView,
    "persons.facts" => persons::document(FactsRequest) -> FactsDocument,
    "persons.as_known" => persons::as_known(AsKnownRequest) -> AsKnown,
    "persons.open" => persons::open(OpenPerson) -> PersonView,
    "persons.close" => persons::close(PersonRequest) -> PersonView,
    "persons.duplicates" => persons::duplicates(Nothing) -> Duplicates,
    "persons.compare" => persons::compare(CompareRequest) -> Compared,
    "persons.merge" => persons::merge(MergeRequest) -> PersonView,
    "persons.split" => persons::split(PersonRequest) -> SplitView,

    "register.import" => register::import(RegisterRequest) -> RegisterImported,
    "register.read" => register::read(ReadRegisterRequest) -> DraftView,
    "register.drafts" => register::drafts(Nothing) -> Drafts,
    "register.draft" => register::draft(DraftRequest) -> DraftView,
    "register.rows" => register::rows(DraftRowsRequest) -> DraftRowsPage,
    "register.row" => register::row(DraftRowRequest) -> DraftRowDetail,
    "register.decide" => register::decide(DecideDraftRequest) -> DraftView,
    "register.undo" => register::undo(UndoDraftRequest) -> DraftUndone,
    "register.commit" => register::commit(DraftRequest) -> DraftView,
    "register.discard" => register::discard(DraftRequest) -> Drafts,
    "register.report" => register::report(DraftReportRequest) -> WrittenFile,
    "register.export" => register::export(ExportRegisterRequest) -> RegisterExported,
    "register.proposals" => register::proposals(ListRequest) -> Proposals,
    "register.take_proposals" => register::take_proposals(TakeProposalsRequest) -> ProposalsTaken,

    "cases.list" => cases::list(CasesRequest) -> CasesPage,
    "cases.view" => cases::view(CaseRequest) -> CaseView,
    "cases.open" => cases::open(OpenCase) -> CaseView,
    "cases.move" => cases::move_to(MoveCase) -> CaseView,
    "cases.change" => cases::change(ChangeCase) -> CaseView,
    "cases.attach" => cases::attach(AttachDocument) -> CaseView,
    "cases.save_document" => cases::save_document(SaveDocument) -> WrittenFile,

    "last_days.list" => last_days::list(LastDaysRequest) -> LastDays,
    "last_days.set" => last_days::set(SetLastDay) -> LastDayView,
    "last_days.done" => last_days::done(MarkLastDay) -> LastDayView,

    "law.list" => law::list(LawListRequest) -> LawList,
    "law.view" => law::view(LawViewRequest) -> LawView,
    "law.value" => law::value(ValueRequest) -> ValueView,
    "law.calculate" => law::calculate(Calculate) -> Calculated,
    "law.items" => law::cost_items(Nothing) -> CostItems,
    "law.last_day" => law::last_day(LastDayQuestion) -> LastDayAnswer,
    "law.appeal_days" => law::appeal(AppealQuestion) -> AppealDaysView,
    "law.additions" => law::additions(Nothing) -> Additions,
    "law.preview" => law::preview(AddRate) -> RatePreview,
    "law.add" => law::add(AddRate) -> RatePreview,
    "law.withdraw" => law::withdraw(WithdrawRate) -> Additions,
    "law.check" => law::check(CheckRate) -> LawView,
    "law.answer" => law::answer(AnswerQuestion) -> Additions,

    "expectation.overview" => expectation::overview(AsOf) -> OverviewView,
    "expectation.person" => expectation::person(AsOfPerson) -> PersonExpected,
    "expectation.changes" => expectation::changes(ChangesRequest) -> ChangesView,
    "expectation.explain" => expectation::explain(ExplainLine) -> LineExplained,
    "expectation.missing" => expectation::missing(AsOf) -> MissingView,
    "expectation.keep" => expectation::keep(KeepReport) -> Kept,
    "expectation.print" => expectation::print(PrintMissing) -> WrittenFile,
    "expectation.reported" => expectation::reported(AsOf) -> ReportedView,
    "expectation.write_off" => expectation::write_off(WriteOff) -> ReportedView,
    "expectation.faults" => expectation::faults(Nothing) -> Faults,
    "expectation.note_fault" => expectation::note_fault(NoteFault) -> Faults,
    "expectation.end_fault" => expectation::end_fault(EndFault) -> Faults,
    "expectation.grants" => expectation::grants(Nothing) -> Grants,
    "expectation.decide" => expectation::decide(Decide) -> Grants,
    "expectation.read_decisions" => expectation::read_decisions(ReadDecisions) -> DecisionsReadView,
    "expectation.withdraw_grant" => expectation::withdraw_grant(WithdrawGrant) -> Grants,
    "expectation.calendar" => expectation::calendar(AsOf) -> CalendarView,

    "watches.list" => watches::list(WatchesRequest) -> WatchesPage,
    "watches.mark" => watches::mark(MarkWatch) -> WatchesPage,

    "distribution.months" => distribution::months(Nothing) -> Months,
    "distribution.run" => distribution::run(DistributeRequest) -> Distributed,
    "distribution.view" => distribution::view(DistributionRequest) -> DistributionView,
    "distribution.cell" => distribution::cell(CellRequest) -> CellExplanation,
    "distribution.statement" => distribution::statement(StatementRequest) -> WrittenFiles,

    "orders.list" => booking::list(Nothing) -> Orders,
    "orders.create" => booking::create(CreateOrderRequest) -> BookedOrder,
    "orders.view" => booking::view(OrderRequest) -> OrderView,
    "orders.attest" => booking::attest(OrderRequest) -> OrderView,
    "orders.withdraw" => booking::withdraw(WithdrawRequest) -> OrderView,
    "orders.export" => booking::export(ExportRequest) -> Exported,
    "orders.print" => booking::print(PrintRequest) -> WrittenFile,

    "trace.posting" => ledger::posting(PostingRequest) -> Trace,
    "trace.row" => ledger::row(RowRequest) -> Trace,
    "audit.verify" => ledger::verify(Nothing) -> AuditVerified,
    "audit.events" => ledger::events(EventsRequest) -> AuditEvents,

    "settings.get" => catalogue::settings(Nothing) -> SettingsDocument,
    "settings.put" => catalogue::put_settings(SettingsDocument) -> SettingsDocument,
    "settings.export" => backup::export_settings(FileRequest) -> WrittenFile,
    "compensations.list" => catalogue::compensations(Nothing) -> Compensations,
    "codes.list" => catalogue::codes(Nothing) -> Codes,
    "codes.add" => catalogue::add_code(Code) -> Codes,
    "codes.import" => catalogue::import_codes(FileRequest) -> TableImported,
    "boards.list" => catalogue::boards(Nothing) -> Boards,
    "boards.put" => catalogue::put_board(Board) -> Boards,
    "key.list" => catalogue::keys(Nothing) -> Keys,
    "key.import" => catalogue::import_key(FileRequest) -> TableImported,
    "accounts.list" => catalogue::accounts(Nothing) -> Accounts,
    "accounts.import" => catalogue::import_accounts(FileRequest) -> TableImported,
    "profiles.list" => catalogue::profiles(Nothing) -> Profiles,
    "profiles.add" => catalogue::add_profile(AddProfile) -> AddedProfile,

    "sample.write" => sample::write(SampleRequest) -> SampleWritten,
}
