//! Asks the store everything it can be asked; what it answers does not matter.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use domain::case::{CaseKind, CaseNumber, CaseState};
use domain::case_document::DocumentKind;
use domain::claim::{ClaimNumber, ClaimState};
use domain::codes::{CodeEntry, CodeStatus, CodeTable, CompensationCode};
use domain::distribution::DistributionKind;
use domain::facts::{Dossier, Fact, FactContent, FactId, Name, Validity};
use domain::finding::DecisionKind;
use domain::identity::DossierNumber;
use domain::intake::IntakeState;
use domain::key::DistributionKey;
use domain::law::Choice;
use domain::ledger::EntryKind;
use domain::matching::MatchReason;
use domain::person::{CostCentre, Identity, PersonId};
use domain::reading::{ReadingKind, ReadingVerdict};
use domain::suspense::SuspenseKind;
use domain::user::{ActKind, AttestRight, Held, Role};
use domain::voucher::{AccountString, OrderState, Posting, Voucher, VoucherKind};
use domain::watch::Mark;
use domain::{AccountingPeriod, Finding, FindingCode, Month, Ore, PaymentRow, Period, Severity};
use serde_json::json;

use crate::case_documents::{CaseDocument, NewDocument};
use crate::cases::{CaseDue, CaseFilter, NewCase};
use crate::catalogue::AccountRow;
use crate::claimable::{AnswerKind, NewAnswer};
use crate::claims::{ClaimFilter, NewClaim, NewClaimDocument, NewClaimLine, NewSubmission};
use crate::costs::{CostContent, CostFilter, NewCost, NewShare};
use crate::distributions::{DistributedRow, DraftRun, NewDistribution, SuspendedRow};
use crate::drafts::{DraftKind, NewDraft, TakenIn};
use crate::expectation::{GrantRecord, KnownFault, NewMissingRow};
use crate::intake::{IntakeFilter, IntakeMark};
use crate::key::{DatabaseKey, UserSecret};
use crate::last_days::{LastDay, LastDayFilter};
use crate::law::{LawCheck, OwnRateRecord};
use crate::layouts::ListLayout;
use crate::ledger::{NewEntry, Origin};
use crate::lists::{ListRecord, ListState, NewList, RowRecord, RowState, RowsSeen, StateSum};
use crate::matches::{NewMatch, PaymentFilter, RowMatch};
use crate::orders::{NewOrder, NewStep};
use crate::persons::finding::{BoardFilter, PersonFilter};
use crate::readings::{NewReading, NewReview, ReadingFilter};
use crate::typing::TypedRows;
use crate::unfinished::Unfinished;
use crate::users::{NewAttest, NewRole, NewSignature, NewUser};
use crate::{
    BookingNo, CaseNo, Changed, ClaimNo, CostShareNo, DistributionNo, DraftNo, EntryNo, EventNo,
    FactNo, ListNo, MissingRowNo, Occasion, OrderNo, OriginalNo, PersonNo, PostingNo, ReadingNo,
    ReviewNo, Store, StoreError, UserKeyNo, UserNo, Write,
};

const LIST: ListNo = ListNo(1);
const DRAFT: DraftNo = DraftNo(1);
const CASE: CaseNo = CaseNo(1);
const CLAIM: ClaimNo = ClaimNo(1);
const RUN: DistributionNo = DistributionNo(1);
const ORDER: OrderNo = OrderNo(1);
const PERSON: PersonNo = PersonNo(1);
const USER: UserNo = UserNo(1);

/// Answers and refusals are all the same here: what was asked is what counts.
macro_rules! ask {
    ($($question:expr),+ $(,)?) => { $(drop($question);)+ };
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 2).unwrap()
}

fn month() -> Month {
    Month::of(day())
}

fn period() -> Period {
    Period { from: day(), until: day() }
}

fn code() -> CompensationCode {
    CompensationCode("A".into())
}

fn centre() -> CostCentre {
    CostCentre("7110".into())
}

fn text() -> String {
    String::new()
}

pub(super) fn everything() {
    let folder = tempfile::tempdir().unwrap();
    let key = DatabaseKey::random().unwrap();
    let store = Store::create(&folder.path().join("a.db"), &key).unwrap();
    let reading = NewReading {
        kind: ReadingKind::Page,
        operation: "persons.view",
        object: "",
        person: None,
        protected: false,
        reason: "",
    };
    ask!(store.note_readings("2026-11-02T09:00:00Z", "EXEMPEL", &[reading]));
    let at = "2026-11-02T10:00:00Z".into();
    let occasion = Occasion { at, actor: "EXEMPEL".into(), action: "test" };
    let asked: Result<(), StoreError> = store.change(&occasion, |write| {
        settled(write);
        persons(write);
        facts(write);
        cases(write);
        claims(write);
        lists(write);
        matches(write);
        drafts(write);
        distributions(write);
        orders(write);
        ledger(write);
        users(write);
        readings(write);
        expected(write);
        costs(write);
        claimable(write);
        leaving(write);
        discarded(write);
        Ok(Changed { value: (), object: text(), detail: json!({}) })
    });
    asked.unwrap();
    let begun = [Unfinished { path: text(), belongs: None }];
    ask!(store.note_unfinished(&begun), store.read().unfinished(), store.forget_unfinished(&begun));
    ask!(store.check(), store.structure(), store.source(), store.schema_differs());
    ask!(store.check(), store.structure(), store.source());
    let filled: Result<Store, StoreError> =
        Store::filled(&folder.path().join("b.db"), &key, |filling| {
            ask!(filling.put(&filling.tables()?[0], &[]));
            Ok(())
        });
    ask!(filled);
    let typed = TypedRows::default();
    ask!(store.keep_typed_rows("EXEMPEL", &typed), store.read().typed_rows("EXEMPEL"));
    ask!(store.forget_typed_rows("EXEMPEL"));
    let layout = ListLayout::default();
    ask!(
        store.keep_list_layout("EXEMPEL", "persons.find", &layout),
        store.read().list_layouts("EXEMPEL")
    );
    ask!(store.cut_to(None), store.whole(|| Ok::<(), StoreError>(())));
    ask!(store.note_use("EXEMPEL", PERSON), store.is_sound(), store.close());
}

/// What the city has settled, and the audit chain.
fn settled(write: &Write<'_>) {
    ask!(write.put_setting("a", &json!(1)), write.setting("a"), write.put_board(&centre(), "A"));
    ask!(write.boards(), write.codes(), write.code_table());
    let entry = CodeEntry {
        payment_code: "X".into(),
        compensation: Some(code()),
        clawback: false,
        person_bound: true,
        text: text(),
        valid_from: None,
        valid_until: None,
        status: CodeStatus::Own,
    };
    let key = DistributionKey {
        decision_number: text(),
        valid_from: day(),
        valid_until: None,
        example: false,
        lines: Vec::new(),
    };
    let account = AccountRow {
        subject: text(),
        account: text(),
        account_name: text(),
        activity: None,
        activity_name: None,
        counterpart: None,
        text: text(),
        example: true,
    };
    ask!(write.put_code(&entry), write.add_key(&key), write.keys(), write.entered_keys());
    ask!(write.put_key_draft(&[]), write.key_draft(), write.discard_key_draft());
    ask!(write.replace_accounts(&[account]), write.accounts());
    ask!(write.add_profile("a", "payments", ""), write.profiles());
    let rate = OwnRateRecord {
        id: "r".into(),
        compensation: code(),
        case: text(),
        valid_from: day(),
        valid_until: None,
        value: text(),
        source: text(),
        checked_on: day(),
        note: None,
    };
    let check = LawCheck { compensation: code(), checked_on: day(), source: text() };
    let choice = Choice { question: text(), answer: text(), valid_from: day() };
    ask!(write.add_own_rate(&rate), write.own_rates(), write.withdraw_own_rate("r"));
    ask!(write.add_law_check(&check), write.law_checks());
    ask!(write.add_law_choice(&choice, ""), write.law_choices());
    ask!(write.last_event_no(), write.verify_audit(), write.audit_events(None, 1));
    ask!(write.audit_events_about("", "test"), write.happened_since(EventNo(0), "test"));
    ask!(write.audit_event(EventNo(1)), write.audit_events_numbered(&[EventNo(1)]));
}

fn named(id: &str, corrects: Option<&str>) -> Fact {
    let (family_name, given_name) = ("A".into(), "B".into());
    Fact {
        id: FactId(id.into()),
        content: FactContent::Name(Name { family_name, given_name }),
        validity: Validity { valid_from: None, valid_until: None },
        known_since: day(),
        according_to_import: false,
        document_date: None,
        source: None,
        entered_by: "EXEMPEL".into(),
        corrects: corrects.map(|id| FactId(id.into())),
        withdrawn: false,
    }
}

fn persons(write: &Write<'_>) {
    let id = PersonId("P01".into());
    ask!(write.add_person(&id, None), write.put_group(PERSON, "a"));
    ask!(write.put_entry_id(PERSON, "e"), write.add_fact(PERSON, &named("f1", None)));
    ask!(write.add_fact(PERSON, &named("f2", Some("f1"))), write.refresh_person(PERSON));
    ask!(write.add_person_with(&PersonId("P02".into()), None, &[named("f3", None)]));
    ask!(write.person_nos(std::slice::from_ref(&id)));
    ask!(write.person_no(&id), write.person_now(PERSON), write.person_entered_as("e"));
    let number = DossierNumber::parse("99-000011").unwrap();
    ask!(write.persons_with(Identity::Dossier(number)), write.person_card(PERSON));
    ask!(
        write.person(PERSON),
        write.person_id(PERSON),
        write.person_lines(&[PERSON]),
        write.persons_now(&[PERSON])
    );
    let numbered = FactContent::Dossier(Dossier { number });
    let numbered = Fact { content: numbered, ..named("f4", None) };
    let number = Identity::Dossier(number);
    ask!(write.add_fact(PERSON, &numbered), write.refresh_person(PERSON));
    ask!(write.numbers_of_persons(), write.numbers_of_persons_with(&[number]));
    ask!(write.identity_index(), write.all_boards(), write.highest_person_no());
    let numbers = [number];
    ask!(write.identity_index_of(&numbers, &HashMap::new()), write.boards_of_persons(&[PERSON]));
    ask!(write.partings());
    ask!(write.person_count(), write.persons_named("A", "B", day()));
    ask!(write.namesakes("A", "B", Some(day()), 9));
    ask!(write.each_person(|_, _, _| Ok::<(), StoreError>(())));
    ask!(write.protected_persons(day()), write.protected_count(day()));
    ask!(write.is_protected(PERSON, day()), write.last_fact_no());
    ask!(write.persons_changed(FactNo(0), EventNo(0)), write.duplicate_candidates(9));
    ask!(write.merge_person(PersonNo(2), PERSON, day()), write.merged_persons());
    ask!(write.merged_into(PERSON), write.merges_of(PERSON), write.own_person_no("P02"));
    ask!(write.person_ids(&[PERSON]));
    ask!(write.entered_as_one(PersonNo(2), &[PERSON]), write.merged_person_no("P02"));
    ask!(write.split_person(PersonNo(2), day()));
}

fn facts(write: &Write<'_>) {
    ask!(write.facts_of(PERSON), write.facts_of_each(&[PERSON, PersonNo(2)]));
    ask!(write.person_of_fact(&FactId("f1".into())), write.household("h", day()));
    ask!(write.pupils(day(), day()));
    let everybody = PersonFilter { day: day(), protection_day: day(), ..PersonFilter::default() };
    let narrowed = PersonFilter {
        board: BoardFilter::Of(centre()),
        ground: Some("permit".into()),
        born_from: Some(day()),
        born_until: Some(day()),
        ..everybody.clone()
    };
    let boardless = PersonFilter { board: BoardFilter::None, ..everybody.clone() };
    for filter in [everybody, narrowed, boardless] {
        let typed = PersonFilter { text: "andersson 99".into(), ..filter.clone() };
        ask!(write.find_persons(&filter, "EXEMPEL", 0, 9), write.lets_through(&filter, PERSON));
        ask!(write.find_persons(&typed, "EXEMPEL", 0, 9));
    }
    ask!(write.search_persons("a", "EXEMPEL", day(), 9));
}

fn cases(write: &Write<'_>) {
    let new = NewCase {
        id: "c".into(),
        year: 2026,
        person_no: PERSON,
        kind: CaseKind::Claim,
        compensation: None,
        state: CaseState::Draft,
        officer: "EXEMPEL".into(),
        cost_centre: centre(),
    };
    let opened = write.open_case(&new).unwrap();
    let due = CaseDue { id: "d".into(), due_on: day(), what: text(), done: None };
    ask!(write.keep_case(&opened), write.add_case_due(CASE, &due), write.case_dues(CASE));
    ask!(write.next_dues(&[CASE]), write.settle_case_due(CASE, "d"), write.case("c"));
    ask!(write.case_at(CASE), write.case_numbered(CaseNumber { year: 2026, sequence: 1 }));
    ask!(write.log_case(CASE, "l", &json!({})), write.case_events(CASE));
    ask!(write.case_step_taken("l"), write.case_officers());
    let all = CaseFilter::default();
    let some = CaseFilter {
        person: Some(PERSON),
        officer: Some("EXEMPEL".into()),
        cost_centre: Some(centre()),
        due_until: Some(day()),
        state: Some(CaseState::Draft),
        unprotected_on: Some(day()),
    };
    ask!(write.cases(&all, 0, 9), write.cases(&some, 0, 9));
    ask!(write.add_case_document(&NewDocument {
        id: "o",
        case_no: CASE,
        kind: DocumentKind::ALL[0],
        name: "",
        sha256: "",
        secret: false,
        data: b"a",
    }));
    let found: Vec<CaseDocument> = write.case_documents(CASE).unwrap();
    ask!(write.case_document("o"), write.case_document_bytes(&found[0]));
    let last_day = LastDay {
        id: "l".into(),
        compensation: code(),
        period: "2026Q2".parse().unwrap(),
        cost_centre: centre(),
        last_day: day(),
        amount: None,
        note: text(),
    };
    ask!(write.put_last_day(&last_day), write.last_day("l"), write.mark_last_day("l", true));
    ask!(write.last_day_of(&code(), last_day.period, &centre()));
    for with_done in [false, true] {
        let filter = LastDayFilter { with_done, ..LastDayFilter::default() };
        ask!(write.last_days(&filter, 0, 9), write.last_day_sums(&filter));
        ask!(write.last_days_done(&filter));
    }
    let mark = IntakeMark { state: IntakeState::Received, told_by: text(), told_on: Some(day()) };
    let some = IntakeFilter {
        unit: Some(centre()),
        period: Some(last_day.period),
        state: Some(IntakeState::Received),
        compensation: Some(code()),
    };
    ask!(write.mark_intake("x", "l", &mark), write.intake(&some), write.intake_periods());
    ask!(write.intake(&IntakeFilter::default()), write.boards_answering(last_day.period));
    ask!(write.intake_row("l"));
    ask!(write.mark_watch(PERSON, "w", Some(&Mark::Done {})), write.watch_marks());
}

fn finding(line: u32) -> Finding {
    let code = FindingCode::ALL[0];
    Finding { line, column: None, column_name: None, code, values: Vec::new() }
}

fn record(line: u32, state: RowState) -> RowRecord {
    let row = PaymentRow {
        payment_date: Some(day()),
        payment_code: Some("X".into()),
        amount: Some(Ore(1)),
        ..PaymentRow::default()
    };
    RowRecord { line, written: text(), state, row }
}

fn claims(write: &Write<'_>) {
    let new = NewClaim {
        id: "a".into(),
        year: 2026,
        compensation: code(),
        period: period(),
        cost_centre: None,
    };
    let opened = write.open_claim(&new).unwrap();
    let number = ClaimNumber { year: 2026, sequence: 1 };
    ask!(write.claim("a"), write.claim_at(CLAIM), write.claim_numbered(number));
    ask!(write.keep_claim(&opened), write.log_claim(&opened, "s", &json!({})));
    ask!(write.claim_events(CLAIM), write.claim_step_taken("s"));
    let all = ClaimFilter::default();
    let some = ClaimFilter {
        state: Some(ClaimState::Draft),
        compensation: Some(code()),
        cost_centre: Some(centre()),
    };
    ask!(write.claims(&all), write.claims(&some), write.claim_sums(&[CLAIM]));
    let line_no = write.add_claim_line(&NewClaimLine {
        id: "l",
        claim_no: CLAIM,
        person_no: PERSON,
        period: period(),
        cost_centre: &centre(),
        amount: Ore(1),
        explanation: "[]",
        rendered: "",
    });
    let line_no = line_no.unwrap();
    let share = CostShareNo(1);
    ask!(write.add_claim_line_cost(line_no, share), write.shares_to_claim(&[share]));
    ask!(write.claim_lines(CLAIM), write.shares_of_claim(CLAIM), write.shares_of_cost("k"));
    ask!(write.units_of_claim(CLAIM), write.claimed_by_units(&code()));
    ask!(write.intake_mark_before_claims("a"));
    ask!(write.other_claim_lines(CLAIM, &code(), &[PERSON]), write.claims_with(&[PERSON]));
    ask!(write.put_service_amount(line_no, Some(Ore(2)), "annat"));
    let document = NewClaimDocument {
        id: "d",
        claim_no: CLAIM,
        line_no: Some(line_no),
        evidence: "cost",
        name: "",
        sha256: "",
        data: b"a",
    };
    ask!(write.add_claim_document(&document));
    let documents = write.claim_documents(CLAIM).unwrap();
    ask!(write.claim_document_bytes(&documents[0]));
    let sent = NewSubmission { claim_no: CLAIM, receipt: "K-1", submitted_at: "2026-11-02" };
    ask!(write.submit_claim(&sent), write.submission(CLAIM), write.claim_with_receipt("K-1"));
    ask!(write.add_claim_file(CLAIM, "f", "", b"a"));
    let files = write.claim_files(CLAIM).unwrap();
    ask!(write.claim_file_bytes(&files[0]), write.remove_claim_document(&documents[0]));
    ask!(write.remove_claim_line(line_no), write.release_costs_of_claim(CLAIM));
    ask!(write.known_facts_of(&[PERSON]), write.paid_among(&code(), &[PERSON]));
    ask!(write.grants_among(&code(), &[PERSON]));
}

fn lists(write: &Write<'_>) {
    let original_no = write.begin_original("a.csv").unwrap();
    ask!(write.add_original_piece(original_no, 0, b"a"), write.end_original(original_no, 1, ""));
    ask!(write.original(original_no), write.original_pieces(original_no, |_| ()));
    ask!(write.add_list(&NewList {
        id: "l".into(),
        original_no,
        sha256: text(),
        profile: text(),
        profile_name: text(),
        format: text(),
        given_date: None,
        read_on: day(),
    }));
    let mut writer = write.row_writer(LIST).unwrap();
    for (line, state) in [(2, RowState::Clean), (3, RowState::Clean), (4, RowState::Open)] {
        let findings = if state == RowState::Open { vec![finding(line)] } else { Vec::new() };
        writer.add(&record(line, state), &findings).unwrap();
    }
    drop(writer);
    ask!(
        write.set_list_format(LIST, ""),
        write.end_list(LIST, 3, StateSum::default(), Some(day()))
    );
    ask!(write.settle_payment_date(LIST), write.set_bank_amount(LIST, None, None));
    ask!(write.list_standing(LIST), write.list_standings(), write.all_state_sums());
    ask!(write.list_by_no(LIST), write.lists());
    ask!(write.lists_with_digest(""), write.state_sums(LIST), write.finding_counts(LIST));
    ask!(write.open_finding_counts(LIST), write.open_row_counts(LIST), write.row(LIST, 2));
    for page in [None, Some(0)] {
        ask!(write.rows_page(LIST, page), write.clean_rows(LIST, page));
        ask!(write.rows_in_states(LIST, &[RowState::Open, RowState::Parked], page));
        ask!(write.open_rows_with(LIST, Severity::Error, page));
        ask!(write.draft_rows_page(DRAFT, page));
    }
    ask!(write.page_of_line(LIST, 2), write.findings_of_open(LIST));
    ask!(
        write.open_rows_with(LIST, Severity::Warning, Some(0)),
        write.findings(LIST, None),
        write.findings_of(LIST, &[2])
    );
    ask!(write.each_row(LIST, |_| Ok::<(), StoreError>(())), write.add_finding(LIST, &finding(2)));
    ask!(write.replace_row(LIST, &record(4, RowState::Clean), &[]), write.decisions(LIST, None));
    ask!(write.add_decision(LIST, 2, DecisionKind::Park, &BTreeMap::new()));
    let list = write.list("l").unwrap().unwrap();
    let row = record(3, RowState::Clean).row;
    let keys = [row.keys().dossier, 1];
    ask!(write.open_lines(LIST), write.rows_at(LIST, &[3]), write.lines_with_keys(LIST, &keys));
    ask!(write.each_alike(LIST, drop), write.each_with_keys(LIST, &keys, drop));
    ask!(write.each_whole_row(LIST, |_, _| ()), write.list_like(&list, Ore(0)));
    ask!(write.known_numbers(&[]), write.names_none_of(LIST, &HashSet::new()));
    // A small list in a large database is compared otherwise.
    ask!(
        write.end_list(LIST, 0, StateSum::default(), None),
        write.add_list(&NewList {
            id: "m".into(),
            original_no,
            sha256: text(),
            profile: text(),
            profile_name: text(),
            format: text(),
            given_date: None,
            read_on: day(),
        })
    );
    ask!(write.end_list(ListNo(2), 9, StateSum::default(), None), write.each_alike(LIST, drop));
    ask!(write.set_list_state(LIST, ListState::Committed));
    // Two of as many rows and the same sum.
    let like = ListRecord { list_no: ListNo(2), ..write.list("l").unwrap().unwrap() };
    for net in 0..9 {
        ask!(write.list_like(&like, Ore(net)));
        ask!(write.list_like_rows(&RowsSeen::default(), Ore(net)));
    }
}

fn matches(write: &Write<'_>) {
    let found = |line, person| RowMatch {
        line,
        person,
        matched: true,
        reason: MatchReason::Manual,
        candidates: vec![PERSON],
    };
    ask!(write.each_unmatched(LIST, 0, 9, |_| ()));
    let first = NewMatch { found: found(3, Some(PERSON)), replaces: false };
    let second = NewMatch { found: found(3, None), replaces: true };
    ask!(write.put_matches(LIST, &[first, second]), write.each_unmatched(LIST, 0, 9, |_| ()));
    ask!(
        write.row_match(LIST, 3),
        write.row_matches(LIST, &[3]),
        write.distributed_among(LIST, &[3]),
        write.open_matches(LIST),
        write.open_matches_with(&[PERSON]),
        write.matched_persons(LIST),
        write.match_counts(LIST)
    );
    ask!(write.match_overview(LIST), write.distribution_of_row(LIST, 3));
    for filter in [
        PaymentFilter::All,
        PaymentFilter::Unmatched,
        PaymentFilter::Automatic,
        PaymentFilter::Manual,
    ] {
        ask!(write.payment_rows(LIST, filter, 0, 9), write.payment_rows_after(LIST, filter, 0, 9));
    }
}

fn drafts(write: &Write<'_>) {
    ask!(write.add_draft(&NewDraft {
        kind: DraftKind::Register,
        id: "d".into(),
        original_no: OriginalNo(1),
        sha256: text(),
        profile: text(),
        profile_name: text(),
        given_day: None,
        read_on: day(),
    }));
    let mut writer = write.draft_writer(DRAFT, 0).unwrap();
    writer.add(2, "").unwrap();
    drop(writer);
    ask!(write.set_given_day(DRAFT, day()));
    ask!(write.end_draft(DRAFT, "", 1), write.draft("d"), write.open_drafts(DraftKind::Register));
    ask!(write.imported_files());
    ask!(
        write.settle_draft_row(DRAFT, 2, RowState::Open, &[finding(2)]),
        write.open_draft_of(DraftKind::Register, ""),
        write.committed_drafts(DraftKind::Register)
    );
    ask!(write.add_draft_decision(DRAFT, 2, DecisionKind::Park, &BTreeMap::new()));
    ask!(write.draft_row(DRAFT, 2), write.draft_page_of(DRAFT, 2));
    for worst in [None, Some(Severity::Error), Some(Severity::Warning)] {
        ask!(
            write.draft_rows_in(DRAFT, RowState::Open, worst, Some(0)),
            write.draft_rows_in(DRAFT, RowState::Open, worst, None)
        );
    }
    ask!(write.each_draft_row(DRAFT, |_, _, _| Ok::<(), StoreError>(())));
    ask!(write.draft_states(DRAFT), write.draft_findings(DRAFT, None));
    ask!(write.draft_decisions(DRAFT, None));
}

fn distributions(write: &Write<'_>) {
    ask!(write.add_distribution(NewDistribution {
        id: "d".into(),
        month: month(),
        kind: DistributionKind::TakingBack,
        takes_back: Some(RUN),
        business_date: day(),
        incoming: Ore(1),
        outgoing: Ore(1),
        suspense: Ore(0),
        keys: Vec::new(),
    }));
    let row = DistributedRow {
        list_no: LIST,
        line: 3,
        distribution_no: RUN,
        person: Some(PERSON),
        compensation: text(),
        clawback: false,
        period: Some(period()),
        payment_date: day(),
        amount: Ore(1),
        lines: Vec::new(),
        basis: text(),
    };
    let suspended = SuspendedRow { list_no: LIST, line: 4, amount: Ore(1), reason: text() };
    ask!(write.add_distributed_row(&row), write.add_suspended_row(RUN, &suspended));
    ask!(write.end_distribution(RUN));
    ask!(
        write.free_rows(month()),
        write.free_sums(),
        write.run_standings(),
        write.originals(&[PERSON])
    );
    let draft = DraftRun {
        id: text(),
        month: month(),
        incoming: Ore(1),
        outgoing: Ore(1),
        suspense: Ore(0),
        digest: text(),
        event_no: EventNo(0),
    };
    ask!(write.put_draft_run(&draft), write.draft_run(""), write.draft_runs());
    ask!(write.remove_draft_run(month()), write.taken_back_by(RUN), write.shared_again(RUN));
    ask!(write.month_shares(month()), write.open_correction_of(LIST));
    ask!(write.changed_rows(), write.changed_shares());
    ask!(write.end_row((LIST, 3), RUN), write.end_rows_of(RUN, RUN), write.rows_ended_by(RUN));
    ask!(write.standing_shares_of(RUN), write.opposite_entries(RUN));
    ask!(write.suspense_balance(day()), write.suspense_sums(day()));
    ask!(write.suspense_items(day(), Some(SuspenseKind::Parked), 0, 1));
    ask!(write.distribution("d"), write.distribution_by_no(RUN), write.distributions());
    ask!(write.distributions_of_list(LIST), write.distributed_rows(RUN));
    ask!(write.suspended_rows(RUN));
}

fn orders(write: &Write<'_>) {
    let period = AccountingPeriod::of(day());
    ask!(write.set_period(period, true), write.is_closed_period(period));
    ask!(write.period_changes(), write.periods_of_orders());
    let entry = NewEntry {
        kind: EntryKind::Distributed,
        person: None,
        compensation: None,
        period_from: None,
        period_until: None,
        cost_centre: None,
        amount: Ore(1),
        origin: Origin::Distribution(RUN, (LIST, 3)),
        explanation: None,
        rendered: None,
    };
    ask!(write.add_entry(&entry), write.next_sequence(2026));
    let order = NewOrder {
        id: "o".into(),
        number: text(),
        year: 2026,
        sequence: 1,
        distribution_no: RUN,
        reverses: None,
        voucher_date: day(),
        period: AccountingPeriod::of(day()),
        business_date: day(),
        debit: Ore(1),
        credit: Ore(1),
        example: false,
        book: text(),
    };
    let account =
        AccountString { account: text(), cost_centre: None, activity: None, counterpart: None };
    let posting = Posting { account, amount: Ore(1), text: text(), sources: vec![0] };
    let voucher = Voucher {
        kind: VoucherKind::Payment,
        date: day(),
        period: AccountingPeriod::of(day()),
        text: text(),
        postings: vec![posting],
    };
    let step =
        NewStep { state: OrderState::Created, actor: text(), second_person: false, at: text() };
    write
        .add_order(order, &[voucher], &[EntryNo(write.take_entry_numbers(0).unwrap().0 - 1)])
        .unwrap();
    ask!(
        write.add_order_step(ORDER, &step),
        write.order("o"),
        write.order_of_id("o"),
        write.orders()
    );
    ask!(write.orders_of(RUN), write.orders_of_reversed(ORDER), write.order_by_no(ORDER));
    ask!(write.all_order_steps(), write.order_numbers(), write.open_order_count());
    ask!(write.order_steps(ORDER), write.vouchers(ORDER), write.postings_of_entry(EntryNo(1)));
    ask!(write.add_bank_amount(ORDER, LIST, Ore(1)), write.bank_amounts_of(ORDER));
    ask!(write.orders_of_bank_amount(LIST));
    ask!(write.bank_amount_is_booked(LIST), write.unbooked_bank_amounts(RUN));
    ask!(write.add_booking_file(ORDER, "a", "", b"a"), write.booking_file(ORDER, "a"));
    ask!(write.booking_files(ORDER), write.booked_vouchers(ORDER), write.all_booked_vouchers());
    ask!(write.voucher_debits(), write.vouchers_without_number(2026));
    ask!(write.book_voucher(ORDER, 1, "V 1", day()), write.unbook_voucher(BookingNo(1)));
    ask!(write.take_back_handed_over(ORDER));
    let period = AccountingPeriod::of(day());
    ask!(write.set_period(period, true), write.is_closed_period(period), write.period_changes());
    ask!(write.periods_of_orders(), write.rows_of_month(month()), write.shares_of_month(month()));
    ask!(write.add_restoration(""), write.restoration_waits(), write.answer_restorations());
    ask!(write.add_order_floor(2026, 1), write.order_floors());
    ask!(write.chain_head(), write.contents(), write.rows_held());
    ask!(write.chain_beginning(), write.event_hash(EventNo(1)));
}

fn users(write: &Write<'_>) {
    let secret = UserSecret::random().unwrap();
    let held = Held { from: day(), until: None };
    let new = NewUser {
        name: "x",
        full_name: "x",
        os_account: None,
        email: None,
        service: false,
        active: held,
    };
    ask!(write.has_users(), write.add_user(&new, &secret.public()), write.users(), write.user("x"));
    ask!(write.add_recovered_keys(USER, &secret.public()), write.user_keys());
    ask!(write.key_of_user(USER), write.last_event_day());
    let role = NewRole {
        id: "r",
        user_no: USER,
        role: Role::Handler,
        boards: &[],
        stands_in_for: None,
        held,
    };
    ask!(write.propose_role(&role), write.confirm_role("r"), write.role("r"), write.roles());
    ask!(write.roles_of(USER), write.end_role("r"));
    ask!(
        write.ask_reset("n", USER),
        write.reset("n"),
        write.resets(),
        write.give_reset("n", UserKeyNo(1))
    );
    ask!(write.add_reset_keys(USER, &secret.public()), write.resets_given(USER));
    ask!(write.keys_came(USER), write.end_reset("n"));
    let right = AttestRight {
        boards: [CostCentre("7110".into())].into(),
        kinds: [ActKind::Claim].into(),
        limit: None,
        held,
    };
    let attest =
        NewAttest { id: "a", user_no: USER, decision: "x", substitute_for: None, right: &right };
    ask!(write.add_attest(&attest), write.attest("a"), write.attests(), write.attests_of(USER));
    let signature = NewSignature {
        key_no: UserKeyNo(1),
        action: "x",
        object: "x",
        digest: &[0; 32],
        signature: &[0; 64],
    };
    ask!(write.add_signature(&signature), write.signatures(), write.events_of(&["x"]));
    ask!(write.end_attest("a"), write.end_user(USER), write.boards_of_waiting_orders());
    ask!(write.parts_of_claims_in_review(), write.steps_of_claims_in_review());
}

fn readings(write: &Write<'_>) {
    let terms = json!({});
    let review = NewReview {
        id: "g",
        terms: &terms,
        seed: 1,
        size: 1,
        fitting: 1,
        until: ReadingNo(1),
        actor: "EXEMPEL",
        readings: &[ReadingNo(1)],
    };
    ask!(write.add_log_review(&review), write.log_reviews(), write.log_review("g"));
    let (review, verdict) = (ReviewNo(1), ReadingVerdict::InOrder);
    ask!(write.note_review_row(review, ReadingNo(1), verdict, ""), write.log_review_rows(review));
    ask!(write.sign_log_review(review), write.last_reading_no(), write.hold_readings());
    let some = ReadingFilter {
        actor: Some("EXEMPEL".into()),
        but_actor: Some("ANNAN".into()),
        persons: Some(vec![PERSON]),
        protected: true,
        until: Some(ReadingNo(1)),
    };
    for filter in [ReadingFilter::default(), some] {
        ask!(write.each_reading(&filter, |_| Ok(())));
    }
    ask!(write.readings_of_nobody_alone(), write.persons_read(&[PERSON]));
}

fn leaving(write: &Write<'_>) {
    ask!(write.add_exit_request("u", "x"), write.exit_requests(), write.exit_reason("u"));
    ask!(write.confirm_exit("u"), write.end_exit("u"), write.make_index());
    ask!(write.row_counts(), write.tables_version());
    for table in write.tables().unwrap() {
        let seen: Result<(), StoreError> = write.each_cells(&table, &mut |_| Ok(()));
        seen.unwrap();
        let seen: Result<(), StoreError> =
            write.each_cells_of_persons(&table, &[PERSON], &mut |_| Ok(()));
        seen.unwrap();
    }
}

fn ledger(write: &Write<'_>) {
    ask!(write.enter_payments(LIST, CodeTable::default()));
    ask!(write.enter_payment(LIST, 4, CodeTable::default()), write.enter_handed_over(ORDER));
    ask!(write.entries_of_row(LIST, 3), write.entries_of_person(PERSON));
    ask!(write.distributed_entries(RUN), write.standing_shares_of_list(LIST));
    ask!(write.unbooked_entries(RUN), write.order_of_entry(EntryNo(1)));
    ask!(write.entries_of_posting(PostingNo(1)), write.entries_of_order(ORDER));
    ask!(write.ledger_months(9), write.ledger_sums(day()));
    ask!(write.take_back_share(EntryNo(1), RUN), write.take_back_payments(LIST));
}

fn claimable(write: &Write<'_>) {
    ask!(write.officers_of_persons());
    let (code, centre) = (code(), centre());
    let answer = NewAnswer {
        id: "svar",
        kind: AnswerKind::Lost,
        person: PERSON,
        compensation: &code,
        period: period(),
        cost_centre: Some(&centre),
        amount: Ore(1),
        reason: "",
    };
    ask!(write.add_claim_answer(&answer), write.confirm_claim_answer("svar"));
    ask!(write.claim_answer("svar"), write.claim_answers(None), write.claim_answers(Some(PERSON)));
    ask!(write.standing_claim_lines(None), write.standing_claim_lines(Some(PERSON)));
    ask!(write.paid_beside(&[code.0.as_str()], day(), day()));
    ask!(write.withdraw_claim_answer("svar"));
}

fn costs(write: &Write<'_>) {
    let content = CostContent {
        compensation: code(),
        period: period(),
        item: None,
        voucher: text(),
        cost_centre: centre(),
        note: text(),
    };
    let shares = vec![NewShare { person: PERSON, amount: Ore(2), fee: Ore(1) }];
    let new = |id: &str| NewCost {
        id: id.into(),
        content: content.clone(),
        place: None,
        shares: shares.clone(),
        reason: text(),
    };
    ask!(write.add_cost(&new("k1")));
    let first = write.cost("k1").unwrap().unwrap();
    ask!(write.correct_cost(first.cost_no, &new("k2")), write.cost_after(first.cost_no));
    ask!(write.cost_versions(first.cost_no), write.shares_of_costs(&[first.cost_no]));
    ask!(write.live_shares(None), write.live_shares(Some(PERSON)), write.live_shares_of(&[PERSON]));
    let all = CostFilter::default();
    let some = CostFilter {
        open: true,
        cost_centre: Some(centre()),
        compensation: Some(code()),
        person: Some(PERSON),
        from: Some(day()),
        until: Some(day()),
        voucher: Some(text()),
        draft: Some(DRAFT),
        unprotected_on: Some(day()),
    };
    for filter in [all, some] {
        ask!(write.costs(&filter, 0, 9), write.cost_sums(&filter));
    }
}

fn expected(write: &Write<'_>) {
    let grant = GrantRecord {
        id: "g".into(),
        person: None,
        compensation: code(),
        period: period(),
        decided_on: day(),
        amount: Ore(1),
        source: text(),
    };
    ask!(write.add_grant(&grant), write.grants(None), write.withdraw_grant("g"));
    let fault = KnownFault {
        id: "k".into(),
        compensation: None,
        period_from: day(),
        period_until: day(),
        words: text(),
    };
    ask!(write.add_known_fault(&fault), write.known_faults(), write.end_known_fault("k"));
    let row = NewMissingRow {
        person: None,
        compensation: &code(),
        period: period(),
        due: None,
        state: "missing",
        expected: Ore(1),
        paid: Ore(0),
        missing: Ore(1),
        explanation: "",
        rendered: "",
    };
    ask!(write.add_missing_report("m", day(), &[row]), write.missing_reports());
    ask!(write.set_missing_outcome(MissingRowNo(1), true, ""), write.missing_rows());
    ask!(write.each_persons_facts(&mut |_, _, _| ()), write.paid_rows());
    ask!(write.paid_rows_of(PERSON), write.paid_lists());
    let about = (Some(PERSON), code(), day());
    ask!(write.check_decision(month(), &about, true), write.checked_decisions(month()));
    ask!(write.first_payment_date());
}

/// What is thrown away or taken in, at the end.
fn discarded(write: &Write<'_>) {
    let list = write.list("m").unwrap().unwrap();
    let draft = write.draft("d").unwrap().unwrap();
    ask!(write.discard_draft(&list), write.commit_draft(DRAFT, TakenIn::default()));
    ask!(write.discard_read_draft(&draft));
}
