// Generated from crates/api by `cargo xtask bindings`. Do not edit.

/**
 * The program and the database.
 */
export type About = { 
/**
 * The program's version.
 */
version: string, 
/**
 * The system that it was built for, such as `windows x86_64`.
 */
system: string, 
/**
 * The program's own licence.
 */
licence: string, 
/**
 * The version of the library that keeps the database.
 */
library: string, 
/**
 * Where the log of refusals lies; none: it is not kept.
 */
log: string | null, 
/**
 * The open database; none while none is open.
 */
database: AboutDatabase | null, 
/**
 * Parts that others have made.
 */
parts: Array<Part>, };

/**
 * The open database.
 */
export type AboutDatabase = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * Size in bytes.
 */
bytes: number, 
/**
 * How many versions its tables have had.
 */
tables_version: number, 
/**
 * Events of the chain.
 */
events: number, 
/**
 * The head of the chain as it stands on paper.
 */
head: string, };

/**
 * An account rule.
 */
export type AccountView = { 
/**
 * Compensation, `(bank)` or `(observationskonto)`.
 */
subject: string, 
/**
 * Account.
 */
account: string, 
/**
 * Its name.
 */
account_name: string, 
/**
 * Activity.
 */
activity: string | null, 
/**
 * Its name.
 */
activity_name: string | null, 
/**
 * Counterpart.
 */
counterpart: string | null, 
/**
 * Text of postings.
 */
text: string, 
/**
 * Whether it is an example.
 */
example: boolean, };

/**
 * Every account rule.
 */
export type Accounts = { 
/**
 * The rules.
 */
accounts: Array<AccountView>, };

/**
 * Adds a line.
 */
export type AddClaimLine = { 
/**
 * The client's id of the step; none: a new one.
 */
id: string | null, 
/**
 * The claim's id or number.
 */
claim: string, 
/**
 * The version of the claim that was seen; none: whichever it has.
 */
version: number | null, 
/**
 * The register's own Person-id.
 */
person: string, 
/**
 * ISO day; none with `until`: the days of the claim that give a right.
 */
from: string | null, 
/**
 * ISO day, inclusive.
 */
until: string | null, 
/**
 * What is asked for; none: what the law gives.
 */
amount_ore: number | null, 
/**
 * Ids of costs; the person's part of each is asked for.
 */
costs: Array<string>, 
/**
 * Cost centre of the unit; none: that of the claim, of the costs, or of the person.
 */
unit: string | null, };

/**
 * Enters a cost.
 */
export type AddCost = { 
/**
 * The client's id; none: a new one.
 */
id: string | null, 
/**
 * Whom it is for.
 */
persons: Array<CostPerson>, 
/**
 * Code of the law.
 */
compensation: string, 
/**
 * First day.
 */
from: string, 
/**
 * Last day, inclusive.
 */
until: string, 
/**
 * Without value added tax.
 */
amount_ore: number, 
/**
 * The persons' own fee.
 */
fee_ore: number, 
/**
 * What it was for, where it matters: one of `law.items`.
 */
item: string, 
/**
 * Number in the finance system.
 */
voucher: string, 
/**
 * Cost centre of the unit that bore it; empty: the board of the first person on the first day.
 */
unit: string, 
/**
 * A note.
 */
note: string, 
/**
 * Why it is not the one that is there and looks the same.
 */
not_the_same: string, };

/**
 * Adds a person.
 */
export type AddPerson = { 
/**
 * The client's id, a UUID: the same once more adds no second person; none: a new one.
 */
id: string | null, 
/**
 * The register's own Person-id; none: the next free one.
 */
person: string | null, 
/**
 * Family name.
 */
family_name: string, 
/**
 * Given name.
 */
given_name: string, 
/**
 * Birth date.
 */
birth_date: string | null, 
/**
 * Dossier number in any written form.
 */
dossier_number: string | null, 
/**
 * Personal or coordination number in any written form.
 */
personal_number: string | null, 
/**
 * Cost centre of the board that answers for the person.
 */
cost_centre: string | null, 
/**
 * From which day; none from the beginning.
 */
board_from: string | null, 
/**
 * Further facts, as `docs/FACTS.md` describes: one, a list or a document.
 */
facts: Record<string, unknown>[], 
/**
 * Whether somebody has looked at those of the same name and says that it is another person.
 */
confirmed?: boolean, };

/**
 * Adds the person that a payment is about.
 */
export type AddPersonOfRow = { 
/**
 * The list's id.
 */
list: string, 
/**
 * Line in the file.
 */
line: number, 
/**
 * The person; fields that are not given are taken from the row.
 */
with: AddPerson, };

/**
 * Keeps an import profile.
 */
export type AddProfile = { 
/**
 * As TOML.
 */
toml: string, };

/**
 * Adds a value to the law, or asks what it would change.
 */
export type AddRate = { 
/**
 * The client's id, a UUID; none: a new one.
 */
id: string | null, 
/**
 * The compensation or reference amount.
 */
code: string, 
/**
 * The case, by its name in the catalogue; may be left out where there is one.
 */
case: string | null, 
/**
 * First day.
 */
valid_from: string, 
/**
 * Last day, inclusive; none until further notice.
 */
valid_until: string | null, 
/**
 * The value in the compensation's unit, as people write numbers.
 */
value: string, 
/**
 * Where it was read.
 */
source: string, 
/**
 * The day on which it was held against the source; none: the business date.
 */
checked_on: string | null, 
/**
 * What to know about it.
 */
note: string | null, 
/**
 * That a value which is ten times the one before it, or a tenth, is meant.
 */
sure: boolean, };

/**
 * Adds a user.
 */
export type AddUser = { 
/**
 * The name at the login.
 */
name: string, 
/**
 * The name of the person.
 */
full_name: string, 
/**
 * The account in the operating system.
 */
os_account: string, 
/**
 * Where to write to.
 */
email: string, 
/**
 * Whether it is a program.
 */
service: boolean, 
/**
 * First day; none: today.
 */
active_from: string | null, 
/**
 * Last day; none: until further notice.
 */
active_until: string | null, 
/**
 * The new user's password, or the program's secret.
 */
user_password: string, 
/**
 * The acting user's password, once more.
 */
password?: string | null, };

/**
 * A profile that has been kept.
 */
export type AddedProfile = { 
/**
 * How it ended.
 */
outcome: Outcome, 
/**
 * Its name.
 */
name: string, 
/**
 * The version it became.
 */
version: number, };

/**
 * Everything that the municipality has added, and the questions it can answer.
 */
export type Additions = { 
/**
 * Own values, in the order of entering.
 */
rates: Array<OwnRateView>, 
/**
 * Open questions.
 */
questions: Array<QuestionView>, };

/**
 * What the open database has that the backup lacks.
 */
export type AheadView = { 
/**
 * Whether the backup is of the open database.
 */
of_this: boolean, 
/**
 * Events after the backup.
 */
events: number, 
/**
 * Files of lists read after it.
 */
lists: Array<string>, 
/**
 * Numbers of orders made after it.
 */
orders: Array<string>, };

/**
 * An amount with its explanation.
 */
export type AmountView = { 
/**
 * The compensation's code.
 */
compensation: string, 
/**
 * The municipality.
 */
municipality: string, 
/**
 * First day that it is for.
 */
period_from: string, 
/**
 * Last day that it is for, inclusive.
 */
period_until: string, 
/**
 * When it should come, or by when it must be asked for.
 */
due: string | null, 
/**
 * The amount.
 */
amount_ore: number, 
/**
 * Whether a value in it is an estimate.
 */
estimated: boolean, 
/**
 * Whether it rests on a value that was not read in its source.
 */
unverified: boolean, 
/**
 * Why.
 */
explanation: Array<ExplanationStep>, };

/**
 * Answers a candidate.
 */
export type AnswerCandidate = { 
/**
 * The client's id.
 */
id: string, 
/**
 * The register's own Person-id.
 */
person: string, 
/**
 * Code of the law.
 */
compensation: string, 
/**
 * The candidate's period.
 */
period: string, 
/**
 * Why.
 */
reason: string, };

/**
 * Answers an open question.
 */
export type AnswerQuestion = { 
/**
 * The question's name.
 */
question: string, 
/**
 * The answer's name.
 */
answer: string, 
/**
 * The first day that amounts are about for which it is chosen.
 */
valid_from: string, 
/**
 * Why.
 */
reason: string, };

/**
 * Names an answer.
 */
export type AnswerRequest = { 
/**
 * Its id.
 */
id: string, };

/**
 * Says what had left the house after the backup that was read in.
 */
export type AnswerRestoration = { 
/**
 * The last order number on paper, `-` where nothing left the house after the backup.
 */
last_order: string, };

/**
 * An answer that can be chosen.
 */
export type AnswerView = { 
/**
 * Its name.
 */
answer: string, 
/**
 * In words.
 */
text: string, 
/**
 * First days from which it has been chosen here; the answer that ships needs none.
 */
chosen_from: Array<string>, 
/**
 * Whether it counts on the business date.
 */
counts: boolean, };

/**
 * The last days to appeal a decision (förvaltningslag (2017:900) 44 §).
 */
export type AppealDaysView = { 
/**
 * The day of the decision.
 */
decided: string, 
/**
 * The day on which it was received; none while that is not known.
 */
served: string | null, 
/**
 * Three weeks from the decision: plan by this one.
 */
cautious: string, 
/**
 * The same, moved to the next working day.
 */
cautious_statutory: string, 
/**
 * Three weeks from the day on which it was received; none while that is not known.
 */
ordinary: string | null, 
/**
 * The same, moved to the next working day.
 */
ordinary_statutory: string | null, 
/**
 * Why there are two, in a sentence.
 */
appeal_text: string, };

/**
 * Asks for the last days to appeal a decision.
 */
export type AppealQuestion = { 
/**
 * The day of the decision.
 */
decided: string, 
/**
 * The day on which it was received; none while that is not known.
 */
served: string | null, };

/**
 * Approves a claim.
 */
export type ApproveClaim = { 
/**
 * The client's id of the step; none: a new one.
 */
id: string | null, 
/**
 * The claim's id or number.
 */
claim: string, 
/**
 * The version of the claim that was seen; none: whichever it has.
 */
version: number | null, 
/**
 * The acting user's password, once more; nothing in one person's database.
 */
password?: string | null, };

/**
 * What was known on a day, and how that differs from what is known now.
 */
export type AsKnown = { 
/**
 * The day.
 */
day: string, 
/**
 * Facts as they were believed then.
 */
facts: Array<FactView>, 
/**
 * Those of them that are not believed now.
 */
then: Array<FactView>, 
/**
 * Those that are known now and were not then.
 */
now: Array<FactView>, 
/**
 * What was believed then and is not now, in a sentence each.
 */
then_text: Array<string>, 
/**
 * What is known now and was not then, in a sentence each.
 */
now_text: Array<string>, };

/**
 * Asks what was known on a day.
 */
export type AsKnownRequest = { 
/**
 * The register's own Person-id.
 */
person: string, 
/**
 * The day, to its end.
 */
day: string, };

/**
 * Asks how things stand on a day.
 */
export type AsOf = { 
/**
 * The day, inclusive; none: the business date.
 */
as_of: string | null, };

/**
 * Asks what is expected of a person.
 */
export type AsOfPerson = { 
/**
 * The register's own Person-id; none: the city itself.
 */
person: string | null, 
/**
 * The day, inclusive; none: the business date.
 */
as_of: string | null, };

/**
 * Asks for everything to leave.
 */
export type AskExit = { 
/**
 * The client's id; none: a new one.
 */
id?: string | null, 
/**
 * Why.
 */
reason: string, };

/**
 * Asks for a new password for somebody who has forgotten the old one.
 */
export type AskReset = { 
/**
 * The client's id; none: a new one.
 */
id: string | null, 
/**
 * The name at the login.
 */
user: string, 
/**
 * The acting user's password, once more.
 */
password?: string | null, };

/**
 * Attaches a document.
 */
export type AttachDocument = { 
/**
 * The client's id of the document; none: a new one.
 */
id: string | null, 
/**
 * The case's id or number.
 */
case: string, 
/**
 * Path of the file.
 */
path: string, 
/**
 * `decision`, `receipt` or `evidence`.
 */
kind: string, 
/**
 * Whether it holds what is secret.
 */
secret: boolean, };

/**
 * Attaches evidence.
 */
export type AttachEvidence = { 
/**
 * The client's id of the step; none: a new one.
 */
id: string | null, 
/**
 * The claim's id or number.
 */
claim: string, 
/**
 * The version of the claim that was seen; none: whichever it has.
 */
version: number | null, 
/**
 * Path of the file.
 */
path: string, 
/**
 * Code of the evidence that it is.
 */
evidence: string, 
/**
 * The id of the line that it proves; none: the whole claim.
 */
line: string | null, };

/**
 * Attests an order.
 */
export type AttestOrder = { 
/**
 * Its id or number.
 */
order: string, 
/**
 * The acting user's password, once more; nothing in one person's database.
 */
password?: string | null, };

/**
 * The register of attests.
 */
export type AttestRegister = { 
/**
 * Every attest, in the order in which they were entered.
 */
attests: Array<AttestView>, };

/**
 * An attest.
 */
export type AttestView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Who holds it.
 */
user: string, 
/**
 * Number of the board's decision.
 */
decision_number: string, 
/**
 * Boards that it covers; empty: every board.
 */
boards: Array<string>, 
/**
 * What it may be for.
 */
kinds: Array<string>, 
/**
 * The largest amount of one act; none: without limit.
 */
limit_ore: number | null, 
/**
 * For whom it is held as a substitute.
 */
substitute_for: string | null, 
/**
 * First day.
 */
from: string, 
/**
 * Last day; none: until further notice.
 */
until: string | null, 
/**
 * Whether somebody has ended it.
 */
ended: boolean, 
/**
 * Whether it covers something today.
 */
in_force: boolean, };

/**
 * Events, the newest first.
 */
export type AuditEvents = { 
/**
 * The events.
 */
events: Array<EventView>, 
/**
 * How many in all.
 */
total: number, };

/**
 * Where the audit chain ends.
 */
export type AuditHeadView = { 
/**
 * The last event's number.
 */
event: number, 
/**
 * Its hash in hexadecimal.
 */
hash: string, 
/**
 * The beginning of it as it is printed.
 */
printed: string, 
/**
 * Who signed it: the acting user; none in one person's database.
 */
signed_by: string | null, 
/**
 * The signature in hexadecimal.
 */
signature: string | null, };

/**
 * What walking the audit chain found.
 */
export type AuditVerified = { 
/**
 * Done, or refused where the chain is broken.
 */
outcome: Outcome, 
/**
 * Events walked over.
 */
events: number, 
/**
 * Whether all fit, and all rows.
 */
ok: boolean, 
/**
 * The first event that does not fit.
 */
first_broken: number | null, 
/**
 * Rows against their digests.
 */
digests: RowDigests, 
/**
 * What users have signed.
 */
signatures: SignaturesView, 
/**
 * What the old paper says: `same`, `cut` (the database ends before it) or `other` (the event is
 * another one); none where none was given.
 */
against?: string, 
/**
 * Whether the signature on the paper is that user's over this event; none where none was given.
 */
paper_signed?: boolean, 
/**
 * The log of reading.
 */
readings: ReadingDigests, 
/**
 * Tables, views, indexes and triggers that are not as the program made them.
 */
schema_differs: Array<string>, };

/**
 * What is neither here nor missing.
 */
export type AwaitedView = { 
/**
 * By month and compensation, the oldest first.
 */
unread: Array<UnreadView>, 
/**
 * What has not come of it in all.
 */
unread_ore: number, 
/**
 * What of that should have been read by now.
 */
late_ore: number, 
/**
 * The same in a sentence; empty where every list is read.
 */
unread_text: string, 
/**
 * By compensation.
 */
unchecked: Array<UncheckedView>, 
/**
 * What is not counted, because nobody has checked the values it rests on.
 */
unchecked_ore: number, 
/**
 * How many persons there is no amount at all for.
 */
unchecked_unknown: number, 
/**
 * The same in a sentence; empty where everything is checked.
 */
unchecked_text: string, };

/**
 * It was noted that a person is at work.
 */
export type Awake = { 
/**
 * Whether a database is open.
 */
open: boolean, };

/**
 * Takes steps back.
 */
export type BackRequest = { 
/**
 * Down to the step with this number, it too; none: the newest alone.
 */
step?: number | null, };

/**
 * How well the database is backed up.
 */
export type BackupAgeView = { 
/**
 * `no-place`, `never`, `fresh` or `old`; all but `fresh` are to be seen.
 */
state: string, 
/**
 * When the last one was made, RFC 3339 in UTC.
 */
last_at: string | null, 
/**
 * How old it is, in hours.
 */
hours: number | null, 
/**
 * The same in words, with what to do.
 */
text: string, 
/**
 * Whether the database was read in from a backup, and it waits to be said what had left the
 * house after it.
 */
restoration_waits: boolean, };

/**
 * Whether a backup is on its way.
 */
export type BackupBegun = { 
/**
 * Whether the day's backup was due and is made now, beside the work.
 */
begun: boolean, };

/**
 * Names a backup.
 */
export type BackupFile = { 
/**
 * Path of its database file.
 */
path: string, 
/**
 * Who logs in to it; none: it is one person's.
 */
user?: string | null, 
/**
 * The passphrase or password of its day; none where the environment gives the key.
 */
passphrase: string | null, };

/**
 * Asks which backups lie in a folder.
 */
export type BackupFolder = { 
/**
 * The folder; none: the set one.
 */
folder: string | null, };

/**
 * What can be told of a backup without opening it.
 */
export type BackupLook = { 
/**
 * Its database file.
 */
file: string, 
/**
 * When it was made, in UTC; none where nothing is noted beside it.
 */
made_at: string | null, 
/**
 * Which passphrase or key opens it, in words.
 */
opened_by: string, 
/**
 * Whether a passphrase or password opens it; else the key of the environment does.
 */
needs_passphrase: boolean, 
/**
 * Whether it has users, so that a name is asked for.
 */
needs_user: boolean, };

/**
 * A backup that was made.
 */
export type BackupMadeView = { 
/**
 * Done; findings where the database contradicts itself: then no older one was let go.
 */
outcome: Outcome, 
/**
 * Its database file.
 */
file: string, 
/**
 * Size in bytes.
 */
bytes: number, 
/**
 * SHA-256 in hexadecimal.
 */
sha256: string, 
/**
 * Events of the audit chain.
 */
events: number, 
/**
 * The hash of the last one in hexadecimal.
 */
head: string, 
/**
 * Whether everything that can be looked at was right.
 */
verified: boolean, 
/**
 * Moment in UTC.
 */
made_at: string, 
/**
 * Which passphrase or key opens it, in words.
 */
opened_by: string, 
/**
 * How many older ones were let go.
 */
let_go: number, };

/**
 * Names a backup that is not opened.
 */
export type BackupPath = { 
/**
 * Path of its database file.
 */
path: string, };

/**
 * Where backups go, and how often.
 */
export type BackupSettings = { 
/**
 * The folder that they are brought to, which may lie on a share; empty: nowhere yet.
 */
folder: string, 
/**
 * How many are kept there.
 */
keep: number, 
/**
 * Whether one is made when the database is closed.
 */
at_close: boolean, 
/**
 * Whether one is made when the last is a day old.
 */
daily: boolean, 
/**
 * After how many days the last one is old.
 */
old_after_days: number, };

/**
 * How well the database is backed up, and how much has happened since.
 */
export type BackupStateView = { 
/**
 * Events since the last one.
 */
events_since: number, 
/**
 * `no-place`, `never`, `fresh` or `old`; all but `fresh` are to be seen.
 */
state: string, 
/**
 * When the last one was made, RFC 3339 in UTC.
 */
last_at: string | null, 
/**
 * How old it is, in hours.
 */
hours: number | null, 
/**
 * The same in words, with what to do.
 */
text: string, 
/**
 * Whether the database was read in from a backup, and it waits to be said what had left the
 * house after it.
 */
restoration_waits: boolean, };

/**
 * A backup that was looked through.
 */
export type BackupVerified = { 
/**
 * Its database file.
 */
file: string, 
/**
 * Size in bytes.
 */
bytes: number, 
/**
 * SHA-256 in hexadecimal.
 */
sha256: string, 
/**
 * Whether nothing is wrong.
 */
verified: boolean, 
/**
 * Whether it is the file that was noted when it was made; none where nothing is noted.
 */
as_noted: boolean | null, 
/**
 * When it was made, in UTC; none where nothing is noted.
 */
made_at: string | null, 
/**
 * What it holds.
 */
holds: HoldsView, 
/**
 * What the open database has that it lacks; none while none is open.
 */
ahead: AheadView | null, 
/**
 * Findings where anything is wrong.
 */
outcome: Outcome, 
/**
 * Whether every page and signature is right.
 */
sound: boolean, 
/**
 * Whether the audit chain fits.
 */
ok: boolean, 
/**
 * The first event that does not fit.
 */
first_broken: number | null, 
/**
 * Events.
 */
events: number, 
/**
 * The hash of the last one in hexadecimal.
 */
head: string, 
/**
 * Chain and schema.
 */
digests: Digests, 
/**
 * Kept files.
 */
originals: OriginalsView, 
/**
 * Sums.
 */
sums: CheckedSumsView, };

/**
 * A backup in a folder.
 */
export type BackupView = { 
/**
 * Its database file.
 */
file: string, 
/**
 * Size in bytes.
 */
bytes: number, 
/**
 * SHA-256 in hexadecimal, as it was noted.
 */
sha256: string, 
/**
 * Events of the audit chain.
 */
events: number, 
/**
 * The hash of the last one in hexadecimal.
 */
head: string, 
/**
 * Whether it was found right when it was made, and has its size and its key file still.
 */
verified: boolean, 
/**
 * Moment in UTC.
 */
made_at: string, 
/**
 * `asked`, `closing`, `daily`, `before-migration` or `before-restore`.
 */
reason: string, 
/**
 * Whether it is of the open database.
 */
of_this: boolean, 
/**
 * Which passphrase or key opens it, in words.
 */
opened_by: string, };

/**
 * What was made without being asked for.
 */
export type BackupWhereDue = { 
/**
 * The backup; none where none was due.
 */
made: BackupMadeView | null, };

/**
 * The backups in a folder.
 */
export type Backups = { 
/**
 * The newest first.
 */
backups: Array<BackupView>, };

/**
 * Opens the training municipality.
 */
export type BeginTraining = { 
/**
 * Whether it is thrown away and made anew.
 */
anew: boolean, };

/**
 * A board.
 */
export type Board = { 
/**
 * Cost centre.
 */
cost_centre: string, 
/**
 * Name.
 */
name: string, };

/**
 * A board as a column.
 */
export type BoardColumn = { 
/**
 * Cost centre.
 */
cost_centre: string, 
/**
 * The board's name.
 */
board: string, 
/**
 * Positive rows.
 */
paid_ore: number, 
/**
 * Negative rows.
 */
clawback_ore: number, 
/**
 * Both.
 */
net_ore: number, };

/**
 * What a board has of a row, or would have.
 */
export type BoardShare = { 
/**
 * Cost centre.
 */
cost_centre: string, 
/**
 * The board's name.
 */
board: string, 
/**
 * Amount.
 */
amount_ore: number, };

/**
 * From which day a board answers for a person.
 */
export type BoardSpanView = { 
/**
 * First day; none from the beginning.
 */
from: string | null, 
/**
 * Last day, inclusive; none until further notice.
 */
until: string | null, 
/**
 * Cost centre.
 */
cost_centre: string, 
/**
 * The board's name.
 */
board: string, };

/**
 * Every board.
 */
export type Boards = { 
/**
 * The boards.
 */
boards: Array<Board>, };

/**
 * The numbers that the finance system has given vouchers of an order.
 */
export type BookVouchers = { 
/**
 * The order's id or number.
 */
order: string, 
/**
 * The numbers: all are noted, or none.
 */
numbers: Array<VoucherNumberGiven>, };

/**
 * An order that has been made.
 */
export type BookedOrder = { 
/**
 * How it ended.
 */
outcome: Outcome, 
/**
 * Its id.
 */
order: string, 
/**
 * Its number.
 */
number: string, 
/**
 * How many vouchers.
 */
vouchers: number, 
/**
 * How many postings.
 */
postings: number, 
/**
 * Sum of the debit postings.
 */
debit_ore: number, 
/**
 * Sum of the credit postings, without sign.
 */
credit_ore: number, };

/**
 * How booking orders and their files are made (Agresso GL07 and XML, SIE 4I).
 */
export type BookingSettings = { 
/**
 * Letters before the year in an order's number.
 */
number_prefix: string, 
/**
 * Whether the bank's own file has booked the credit already.
 */
bank_already_booked: boolean, 
/**
 * The account for periods that end before the fiscal year; none: ask.
 */
receivable_account: string | null, 
/**
 * Whether there is a thirteenth period for what is booked when the year is closed.
 */
thirteenth_period: boolean, 
/**
 * The name of the receivable account.
 */
receivable_account_name: string, 
/**
 * Agresso: code of the sending system.
 */
interface: string, 
/**
 * Agresso: voucher type.
 */
voucher_type: string, 
/**
 * Agresso: client.
 */
client: string, 
/**
 * Agresso: tax code.
 */
tax_code: string, 
/**
 * Who signs the files.
 */
signature: string, 
/**
 * Own texts of vouchers by kind; `{month}` stands for the month of payment.
 */
voucher_texts: { [key in string]: string }, 
/**
 * Names of counterparts by code.
 */
counterpart_names: { [key in string]: string }, 
/**
 * SIE dimension numbers and names: cost centre, activity, counterpart.
 */
sie_dimensions: [[number, string], [number, string], [number, string]], 
/**
 * Agresso dimension numbers, 1 to 7: cost centre, activity, counterpart.
 */
agresso_dimensions: [number, number, number], 
/**
 * Whether letters that a format lacks are replaced by plain ones; else the file is refused.
 */
replace_unencodable: boolean, };

/**
 * A row that is not as its digest says.
 */
export type BrokenRow = { 
/**
 * Its table.
 */
table: string, 
/**
 * Its key, parts with `/` between.
 */
row: string, 
/**
 * `changed`, `missing`, `unknown`, or `damaged` where digests cannot be read.
 */
fault: string, 
/**
 * The same in words.
 */
rule: string, 
/**
 * The event that wrote or deleted the row last, as far as one did.
 */
event: number | null, };

/**
 * Asks what a compensation gives.
 */
export type Calculate = { 
/**
 * The compensation's code.
 */
code: string, 
/**
 * A facts document with costs and what else is needed (`docs/FACTS.md`); or a person.
 */
facts: Record<string, unknown> | Record<string, unknown>[] | null, 
/**
 * Somebody of the register, by Person-id, whose facts are asked about.
 */
person: string | null, 
/**
 * The municipality that asks; none: those of the facts.
 */
municipality: string | null, 
/**
 * Last day of open spans, inclusive; none: the business date.
 */
until: string | null, };

/**
 * What a compensation gives.
 */
export type Calculated = { 
/**
 * Refused where the program does not compute it, or a value of the law is missing.
 */
outcome: Outcome, 
/**
 * The compensation's code.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What its `due` is: `paid` or `asked-for`.
 */
due_is: string, 
/**
 * The amounts, by day.
 */
amounts: Array<AmountView>, 
/**
 * Their sum.
 */
total_ore: number, 
/**
 * Why there are none, or no more: a stable code.
 */
reason: string | null, 
/**
 * Why there are none, or no more, in a sentence.
 */
reason_text: string | null, };

/**
 * A decision day and a payment day of the month.
 */
export type CalendarDay = { 
/**
 * The rhythm: a stable code.
 */
rhythm: string, 
/**
 * The rhythm in words.
 */
text: string, 
/**
 * First day that the payment is for.
 */
concerned_from: string, 
/**
 * Last day that the payment is for, inclusive.
 */
concerned_until: string, 
/**
 * About when it is decided.
 */
decision: string, 
/**
 * When it is paid.
 */
payment: string, };

/**
 * The calendar of a month.
 */
export type CalendarView = { 
/**
 * The day that the month lies around.
 */
as_of: string, 
/**
 * Days of the month, by payment.
 */
days: Array<CalendarDay>, 
/**
 * What should have come and is not here, by day and compensation.
 */
not_here: Array<ExpectedGroup>, };

/**
 * A candidate of a person with why.
 */
export type CandidateExplained = { 
/**
 * Each line's amount by the law, with its explanation.
 */
amounts: Array<AmountView>, 
/**
 * The register's own Person-id.
 */
person: string, 
/**
 * Who it is, as lists show it.
 */
brief: PersonBrief, 
/**
 * The compensation's code.
 */
compensation: string, 
/**
 * Its short name.
 */
compensation_name: string, 
/**
 * Ordinance and section.
 */
law: string, 
/**
 * `2026Q3`, `2026` or two days with a slash.
 */
period: string, 
/**
 * The period in words.
 */
period_words: string, 
/**
 * Cost centre of the unit; empty where no board answers, or the person is hidden.
 */
unit: string, 
/**
 * `passed`, `overdue`, `within-7`, `within-30`, `within-90`, `later` or `no-day`.
 */
state: string, 
/**
 * What is left to claim; nothing where the cost is not known.
 */
amount_ore: number, 
/**
 * The lines that a claim would have, by day.
 */
lines: Array<CandidateLineView>, 
/**
 * What it lacks: `cost`, `number`, `reception`, `lump-sum`, `voucher`, `unit`, `open-question`.
 */
missing: Array<string>, 
/**
 * The same in sentences.
 */
missing_texts: Array<string>, 
/**
 * The cautious last day; none where no rule says.
 */
cautious: string | null, 
/**
 * As the agency counts.
 */
practice: string | null, 
/**
 * Moved to the next working day.
 */
statutory: string | null, 
/**
 * Days to the cautious day; negative where it has passed.
 */
days_left: number | null, 
/**
 * Why it may be claimed, in a sentence.
 */
reason: string, };

/**
 * Days of a line.
 */
export type CandidateLineView = { 
/**
 * First day.
 */
from: string, 
/**
 * Last day, inclusive.
 */
until: string, 
/**
 * What is left to claim.
 */
amount_ore: number, 
/**
 * What the law gives for the days, claimed or not.
 */
computed_ore: number, 
/**
 * How many costs it asks for.
 */
costs: number, };

/**
 * Candidates in one state.
 */
export type CandidateStateSum = { 
/**
 * `passed`, `overdue`, `within-7`, `within-30` or `within-90`, the latter with what is nearer.
 */
state: string, 
/**
 * How many of those that the other filters leave.
 */
count: number, 
/**
 * What they sum to.
 */
sum_ore: number, };

/**
 * What may be claimed of one compensation and period for a person.
 */
export type CandidateView = { 
/**
 * The register's own Person-id.
 */
person: string, 
/**
 * Who it is, as lists show it.
 */
brief: PersonBrief, 
/**
 * The compensation's code.
 */
compensation: string, 
/**
 * Its short name.
 */
compensation_name: string, 
/**
 * Ordinance and section.
 */
law: string, 
/**
 * `2026Q3`, `2026` or two days with a slash.
 */
period: string, 
/**
 * The period in words.
 */
period_words: string, 
/**
 * Cost centre of the unit; empty where no board answers, or the person is hidden.
 */
unit: string, 
/**
 * `passed`, `overdue`, `within-7`, `within-30`, `within-90`, `later` or `no-day`.
 */
state: string, 
/**
 * What is left to claim; nothing where the cost is not known.
 */
amount_ore: number, 
/**
 * The lines that a claim would have, by day.
 */
lines: Array<CandidateLineView>, 
/**
 * What it lacks: `cost`, `number`, `reception`, `lump-sum`, `voucher`, `unit`, `open-question`.
 */
missing: Array<string>, 
/**
 * The same in sentences.
 */
missing_texts: Array<string>, 
/**
 * The cautious last day; none where no rule says.
 */
cautious: string | null, 
/**
 * As the agency counts.
 */
practice: string | null, 
/**
 * Moved to the next working day.
 */
statutory: string | null, 
/**
 * Days to the cautious day; negative where it has passed.
 */
days_left: number | null, 
/**
 * Why it may be claimed, in a sentence.
 */
reason: string, };

/**
 * Asks about one person.
 */
export type CandidatesOfPerson = { 
/**
 * The register's own Person-id.
 */
person: string, 
/**
 * The day, inclusive; none: the business date.
 */
as_of: string | null, };

/**
 * Asks what may be claimed.
 */
export type CandidatesRequest = { 
/**
 * The day, inclusive; none: the business date.
 */
as_of: string | null, 
/**
 * Cost centre of the unit; none: all.
 */
unit: string | null, 
/**
 * Code of the law; none: all.
 */
compensation: string | null, 
/**
 * A period such as `2026Q3`; none: all.
 */
period: string | null, 
/**
 * `passed`, `overdue`, `within-7`, `within-30` or `within-90`, the latter with what is nearer; none:
 * all.
 */
state: string | null, };

/**
 * What may be claimed.
 */
export type CandidatesView = { 
/**
 * The day that days are counted from.
 */
as_of: string, 
/**
 * The nearest last day first.
 */
rows: Array<CandidateView>, 
/**
 * How many in all.
 */
total: number, 
/**
 * What they sum to.
 */
sum_ore: number, 
/**
 * How many the other filters leave, in whichever state.
 */
all: number, 
/**
 * By state, whichever of them is asked for.
 */
states: Array<CandidateStateSum>, 
/**
 * How many protected persons there are in all, where a unit narrows: they are in no such list.
 */
left_out: number, 
/**
 * The same in words; empty for none.
 */
left_out_text: string, 
/**
 * How many costs give no right.
 */
without_right_total: number, 
/**
 * How many answers were given.
 */
answers_total: number, };

/**
 * A case in a list. Of a protected person's neither board nor what is due is told.
 */
export type CaseBrief = { 
/**
 * Its id.
 */
case: string, 
/**
 * Its number, such as `Ä2026-0001`.
 */
number: string, 
/**
 * The person.
 */
person: PersonBrief, 
/**
 * `lump-sum`, `claim`, `responsibility-change` or `other`.
 */
kind: string, 
/**
 * Code of the law, where it is about one.
 */
compensation: string | null, 
/**
 * `draft`, `active`, `changed`, `ended` or `closed`.
 */
state: string, 
/**
 * Who handles it.
 */
officer: string, 
/**
 * Cost centre of the board that answers for it.
 */
cost_centre: string | null, 
/**
 * The board's name.
 */
board: string | null, 
/**
 * The nearest open due day.
 */
due_on: string | null, 
/**
 * Days left on the business date; 0 is today, negative where the day has passed.
 */
days_left: number | null, 
/**
 * What is due then.
 */
due_what: string | null, };

/**
 * A document without its bytes.
 */
export type CaseDocumentView = { 
/**
 * Its id.
 */
document: string, 
/**
 * `decision`, `receipt` or `evidence`.
 */
kind: string, 
/**
 * The file's own name.
 */
name: string, 
/**
 * Size in bytes.
 */
bytes: number, 
/**
 * SHA-256 in hexadecimal.
 */
sha256: string, 
/**
 * Whether it holds what is secret.
 */
secret: boolean, 
/**
 * Who attached it.
 */
actor: string, 
/**
 * When, in UTC.
 */
at: string, };

/**
 * A due day.
 */
export type CaseDueView = { 
/**
 * Its id.
 */
id: string, 
/**
 * The last day, inclusive.
 */
due_on: string, 
/**
 * Days left on the business date; negative where the day has passed.
 */
days_left: number, 
/**
 * What is due.
 */
what: string, 
/**
 * Who settled it; none where it is open.
 */
done_by: string | null, 
/**
 * When, in UTC.
 */
done_at: string | null, };

/**
 * A step of the log.
 */
export type CaseEventView = { 
/**
 * When, in UTC.
 */
at: string, 
/**
 * Who.
 */
actor: string, 
/**
 * What happened, a sentence each.
 */
what: Array<string>, 
/**
 * The note; empty where none was written.
 */
note: string, };

/**
 * A state that the case may go on to.
 */
export type CaseMoveView = { 
/**
 * The state.
 */
to: string, };

/**
 * Names a case.
 */
export type CaseRequest = { 
/**
 * Its id or number.
 */
case: string, };

/**
 * A case.
 */
export type CaseView = { 
/**
 * What stands in lists.
 */
brief: CaseBrief, 
/**
 * Whether the lists below are hidden until somebody opens the person with a reason.
 */
closed: boolean, 
/**
 * The compensation's short name.
 */
compensation_name: string | null, 
/**
 * The states that the case may go on to.
 */
moves: Array<CaseMoveView>, 
/**
 * Due days, by day.
 */
dues: Array<CaseDueView>, 
/**
 * Documents in the order in which they came.
 */
documents: Array<CaseDocumentView>, 
/**
 * The log, the oldest step first.
 */
log: Array<CaseEventView>, };

/**
 * A page of cases.
 */
export type CasesPage = { 
/**
 * By due day; those without one last.
 */
cases: Array<CaseBrief>, 
/**
 * How many there are, as far as the list reaches.
 */
total: number, 
/**
 * Whether there are more than the list reaches: a filter leads to them.
 */
more: boolean, 
/**
 * Page from 0.
 */
page: number, 
/**
 * Everybody who handles a case.
 */
officers: Array<string>, 
/**
 * Protected persons, whose cases a list of one board leaves out: all there are, wherever their
 * cases are handled.
 */
left_out: number, 
/**
 * The same in words; empty where nobody is left out.
 */
left_out_text: string, };

/**
 * Asks for cases.
 */
export type CasesRequest = { 
/**
 * Person-id; none: everybody.
 */
person: string | null, 
/**
 * Who handles them; none: anybody.
 */
officer: string | null, 
/**
 * Cost centre of the board; none: any.
 */
cost_centre: string | null, 
/**
 * With something due up to this day, inclusive; none: all.
 */
due_until: string | null, 
/**
 * In this state; none: in every one but `closed`.
 */
state: string | null, };

/**
 * How one row was shared.
 */
export type CellBlock = { 
/**
 * The list's id.
 */
list: string, 
/**
 * The file's own name.
 */
file: string, 
/**
 * Line in the file.
 */
line: number, 
/**
 * The register's own Person-id.
 */
person: string | null, 
/**
 * Family and given name.
 */
person_name: string | null, 
/**
 * First day of the period.
 */
period_from: string | null, 
/**
 * Last day of the period, inclusive.
 */
period_until: string | null, 
/**
 * The whole row.
 */
row_ore: number, 
/**
 * Every board's part.
 */
parts: Array<SharePart>, 
/**
 * The explanation of the board's part as it was kept.
 */
text: string, 
/**
 * What the board got.
 */
amount_ore: number, };

/**
 * Why a board gets what it gets of a compensation.
 */
export type CellExplanation = { 
/**
 * Compensation.
 */
compensation: string, 
/**
 * Its short name.
 */
name: string, 
/**
 * Its full name.
 */
full_name: string, 
/**
 * Ordinance and section.
 */
law: string, 
/**
 * Cost centre.
 */
cost_centre: string, 
/**
 * The board's name.
 */
board: string, 
/**
 * One block per row.
 */
blocks: Array<CellBlock>, 
/**
 * Sum.
 */
amount_ore: number, };

/**
 * Names a cell of the matrix.
 */
export type CellRequest = { 
/**
 * The run's id, or the draft's.
 */
distribution: string, 
/**
 * Cost centre.
 */
cost_centre: string, 
/**
 * Compensation.
 */
compensation: string, };

/**
 * A link of the chain with its sum.
 */
export type ChainLink = { 
/**
 * `paid`, `distributed`, `handed-over` or `booked`.
 */
link: string, 
/**
 * Its label.
 */
label: string, 
/**
 * What the ledger holds of what was paid this year, or in all.
 */
amount_ore: number, 
/**
 * Less the link before; none for the first.
 */
gap_ore: number | null, 
/**
 * The same of what was paid in earlier years; 0 where these are summed with the others.
 */
older_gap_ore: number | null, 
/**
 * What waits, in words.
 */
waits: string, };

/**
 * A month of the chain.
 */
export type ChainMonth = { 
/**
 * `yyyy-mm`.
 */
month: string, 
/**
 * Paid.
 */
paid_ore: number, 
/**
 * Distributed.
 */
distributed_ore: number, 
/**
 * Handed over.
 */
handed_over_ore: number, 
/**
 * Booked: the voucher numbers are known.
 */
booked_ore: number, 
/**
 * The link that all of what was paid has reached: `paid`, `distributed`, `handed-over` or `booked`.
 */
reached: string, 
/**
 * What has not come on from there; none where all is booked.
 */
left_ore: number | null, };

/**
 * Changes a case; what is absent stays.
 */
export type ChangeCase = { 
/**
 * The client's id of the step; none: a new one.
 */
id: string | null, 
/**
 * The case's id or number.
 */
case: string, 
/**
 * Another officer.
 */
officer: string | null, 
/**
 * Cost centre of another board.
 */
cost_centre: string | null, 
/**
 * A new due day.
 */
due: NewDue | null, 
/**
 * The id of a due day that is settled.
 */
settle: string | null, 
/**
 * A note.
 */
note: string, };

/**
 * Changes the database key.
 */
export type ChangeDatabaseKey = { 
/**
 * The acting user's password, once more.
 */
password?: string | null, };

/**
 * Changes one's own password.
 */
export type ChangePassword = { 
/**
 * The password until now.
 */
password?: string | null, 
/**
 * The password from now on.
 */
new_password: string, };

/**
 * A change of what is expected.
 */
export type ChangeView = { 
/**
 * The compensation's code.
 */
compensation: string, 
/**
 * Its short name.
 */
compensation_name: string, 
/**
 * First day that it is for.
 */
period_from: string, 
/**
 * Last day that it is for, inclusive.
 */
period_until: string, 
/**
 * `added`, `removed`, `amount`, `due` or `municipality`.
 */
change: string, 
/**
 * By how much it is more or less for the city and others together.
 */
difference_ore: number, 
/**
 * The change in a sentence.
 */
text: string, };

/**
 * Asks what has changed.
 */
export type ChangesRequest = { 
/**
 * The register's own Person-id.
 */
person: string, 
/**
 * The day whose knowledge is compared with what is known now.
 */
since: string, 
/**
 * Up to this day, inclusive; none: the business date.
 */
as_of: string | null, };

/**
 * What has changed, and why.
 */
export type ChangesView = { 
/**
 * By compensation and period.
 */
changes: Array<ChangeView>, 
/**
 * What was believed then and is not now, in a sentence each.
 */
then_text: Array<string>, 
/**
 * What is known now and was not then, in a sentence each.
 */
now_text: Array<string>, };

/**
 * Notes that the open values of a compensation still hold.
 */
export type CheckRate = { 
/**
 * The compensation's code.
 */
code: string, 
/**
 * The day on which somebody looked; none: the business date.
 */
checked_on: string | null, 
/**
 * Where.
 */
source: string, };

/**
 * Control sums of the ledger, and sums against each other.
 */
export type CheckedSumsView = { 
/**
 * Whether all agree.
 */
ok: boolean, 
/**
 * By kind.
 */
ledger: Array<LedgerSumView>, 
/**
 * How many were held against another.
 */
compared: number, 
/**
 * What does not agree.
 */
broken: Array<Disagreement>, };

/**
 * What was seen of a database or a backup of it.
 */
export type CheckedView = { 
/**
 * Findings where anything is wrong.
 */
outcome: Outcome, 
/**
 * Whether every page and signature is right.
 */
sound: boolean, 
/**
 * Whether the audit chain fits.
 */
ok: boolean, 
/**
 * The first event that does not fit.
 */
first_broken: number | null, 
/**
 * Events.
 */
events: number, 
/**
 * The hash of the last one in hexadecimal.
 */
head: string, 
/**
 * Chain and schema.
 */
digests: Digests, 
/**
 * Kept files.
 */
originals: OriginalsView, 
/**
 * Sums.
 */
sums: CheckedSumsView, };

/**
 * A word that a field may hold.
 */
export type ChoiceView = { 
/**
 * As it stands in facts.
 */
value: string, 
/**
 * As people say it.
 */
text: string, };

/**
 * Says whom a payment is about.
 */
export type ChooseRequest = { 
/**
 * The list's id.
 */
list: string, 
/**
 * Line in the file.
 */
line: number, 
/**
 * The register's own Person-id.
 */
person: string, };

/**
 * What was answered instead of a claim.
 */
export type ClaimAnswerView = { 
/**
 * Its id.
 */
answer: string, 
/**
 * `not-claimable` or `lost`.
 */
kind: string, 
/**
 * The register's own Person-id.
 */
person: string, 
/**
 * Who it is, as lists show it.
 */
brief: PersonBrief, 
/**
 * The compensation's code.
 */
compensation: string, 
/**
 * What it was about.
 */
period: string, 
/**
 * What it was when it was answered.
 */
amount_ore: number, 
/**
 * The reason.
 */
reason: string, 
/**
 * Who answered.
 */
by: string, 
/**
 * When, in UTC.
 */
at: string, 
/**
 * Who stands for it besides.
 */
confirmed_by: string | null, };

/**
 * What was answered.
 */
export type ClaimAnswers = { 
/**
 * The latest first.
 */
rows: Array<ClaimAnswerView>, 
/**
 * How many in all.
 */
total: number, };

/**
 * A claim in a list.
 */
export type ClaimBrief = { 
/**
 * Its id.
 */
claim: string, 
/**
 * Its number, such as `Å2026-0001`.
 */
number: string, 
/**
 * Code of the law.
 */
compensation: string, 
/**
 * Its short name.
 */
compensation_name: string, 
/**
 * `2026Q2`, `2026` or two days with a slash between them.
 */
period: string, 
/**
 * Cost centre of the unit; none: several share it, or it is hidden with a protected person.
 */
unit: string | null, 
/**
 * Its name.
 */
unit_name: string | null, 
/**
 * `draft`, `in-review`, `returned`, `approved`, `submitted` or `withdrawn`.
 */
state: string, 
/**
 * How many lines.
 */
lines: number, 
/**
 * What they sum to.
 */
sum_ore: number, 
/**
 * The cautious last day; none where the law sets none, or it hangs on a person.
 */
cautious: string | null, 
/**
 * Days left until then on the business date; negative where it has passed.
 */
days_left: number | null, };

/**
 * What may be claimed and fits a claim.
 */
export type ClaimCandidates = { 
/**
 * The nearest last day first.
 */
rows: Array<CandidateView>, 
/**
 * What they sum to.
 */
sum_ore: number, };

/**
 * A cost that a line asks for.
 */
export type ClaimCostView = { 
/**
 * The cost's id.
 */
cost: string, 
/**
 * Number in the finance system; empty: none known.
 */
voucher: string, 
/**
 * First day.
 */
from: string, 
/**
 * Last day, inclusive.
 */
until: string, 
/**
 * The person's part.
 */
amount_ore: number, };

/**
 * A document without its bytes.
 */
export type ClaimDocumentView = { 
/**
 * Its id.
 */
document: string, 
/**
 * Code of the evidence that it is.
 */
evidence: string, 
/**
 * In words.
 */
evidence_text: string, 
/**
 * The file's own name; none while a protected person stands in the claim whom nobody has opened.
 */
name: string | null, 
/**
 * The id of the line that it proves; none: the whole claim.
 */
line: string | null, 
/**
 * Size in bytes.
 */
bytes: number, 
/**
 * SHA-256 in hexadecimal.
 */
sha256: string, };

/**
 * A step of the way.
 */
export type ClaimEventView = { 
/**
 * The claim's version after it.
 */
version: number, 
/**
 * When, in UTC.
 */
at: string, 
/**
 * Who.
 */
actor: string, 
/**
 * What was done, in a sentence.
 */
what: string, 
/**
 * The reason; empty where none was given.
 */
reason: string, };

/**
 * What was found.
 */
export type ClaimFindingView = { 
/**
 * Stable code.
 */
code: string, 
/**
 * `error` or `warning`.
 */
severity: string, 
/**
 * Whether the claim cannot be approved with it.
 */
stops: boolean, 
/**
 * The id of the line that it is about; none: the whole claim.
 */
line: string | null, 
/**
 * What was found and how to go on.
 */
message: string, 
/**
 * Whether it may be passed with a reason.
 */
may_be_passed: boolean, 
/**
 * Why it was passed, where it was.
 */
passed: string | null, };

/**
 * A line. Of a protected person whom nobody has opened no more is told than amount and days.
 */
export type ClaimLineView = { 
/**
 * Its id.
 */
line: string, 
/**
 * Person-id.
 */
person: string, 
/**
 * What lists show of the person.
 */
brief: PersonBrief, 
/**
 * Dossier number or full personal number, as the agency's service takes it.
 */
number: string | null, 
/**
 * First day.
 */
from: string, 
/**
 * Last day, inclusive.
 */
until: string, 
/**
 * Cost centre of the unit.
 */
unit: string | null, 
/**
 * What is asked for.
 */
amount_ore: number, 
/**
 * What the agency's service computed, where somebody has typed it.
 */
service_ore: number | null, 
/**
 * Why that is another amount.
 */
difference: string, 
/**
 * How the amount was counted, a sentence a step, as it was worded when the line was made.
 */
explanation: Array<string>, 
/**
 * The costs that it asks for.
 */
costs: Array<ClaimCostView>, 
/**
 * What was said about it when the claim was given back last.
 */
comment: string | null, };

/**
 * Names a claim.
 */
export type ClaimRequest = { 
/**
 * Its id or number.
 */
claim: string, };

/**
 * How the city claims its costs.
 */
export type ClaimSettings = { 
/**
 * First day of what is looked for: what lies before was claimed elsewhere. None: everything that is
 * computed.
 */
since: string | null, 
/**
 * Who is told of money at risk, by days left.
 */
escalations: Array<EscalationStep>, };

/**
 * Claims in one state.
 */
export type ClaimStateSum = { 
/**
 * The state.
 */
state: string, 
/**
 * How many.
 */
count: number, 
/**
 * What they sum to.
 */
sum_ore: number, };

/**
 * A state that the claim may go on to.
 */
export type ClaimStepView = { 
/**
 * The state.
 */
to: string, };

/**
 * A claim.
 */
export type ClaimView = { 
/**
 * Its id.
 */
claim: string, 
/**
 * Its number.
 */
number: string, 
/**
 * How far it has come.
 */
state: string, 
/**
 * Counts its steps; the next one carries it.
 */
version: number, 
/**
 * Code of the law.
 */
compensation: string, 
/**
 * Its name.
 */
compensation_name: string, 
/**
 * `2026Q2`, `2026` or two days with a slash between them.
 */
period: string, 
/**
 * First day.
 */
period_from: string, 
/**
 * Last day, inclusive.
 */
period_until: string, 
/**
 * Cost centre of the unit; none: several share it, or it is hidden with a protected person.
 */
unit: string | null, 
/**
 * Its name.
 */
unit_name: string | null, 
/**
 * The city's own diary number.
 */
diary_number: string, 
/**
 * The agency's case number.
 */
agency_number: string, 
/**
 * What the lines sum to.
 */
sum_ore: number, 
/**
 * What the agency's service computed, of the lines where it was typed.
 */
service_sum_ore: number, 
/**
 * The cautious last day; none where the law sets none, or it hangs on a person.
 */
cautious: string | null, 
/**
 * The last day as the agency writes it.
 */
practice: string | null, 
/**
 * The last day by the law.
 */
statutory: string | null, 
/**
 * Days left until the cautious day; negative where it has passed.
 */
days_left: number | null, 
/**
 * Whether lines and evidence may be changed.
 */
open: boolean, 
/**
 * Whether it was approved by one of those who prepared it.
 */
approved_alone: boolean, 
/**
 * Whether a protected person stands in it: its package is written with a reason.
 */
protected: boolean, 
/**
 * The states it may go on to.
 */
steps: Array<ClaimStepView>, 
/**
 * The lines, in the order in which they came.
 */
lines: Array<ClaimLineView>, 
/**
 * What was found: of the whole claim first. Of what has left the house or was taken back nothing is
 * looked for.
 */
findings: Array<ClaimFindingView>, 
/**
 * The evidence that it needs.
 */
evidence: Array<EvidenceView>, 
/**
 * The documents, in the order in which they came.
 */
documents: Array<ClaimDocumentView>, 
/**
 * The way, the oldest step first.
 */
log: Array<ClaimEventView>, 
/**
 * How it was submitted.
 */
submission: SubmissionView | null, 
/**
 * What was submitted.
 */
files: Array<PackageFileView>, };

/**
 * Claims.
 */
export type Claims = { 
/**
 * The latest first.
 */
claims: Array<ClaimBrief>, 
/**
 * The states of all of them, in the order of the way, those that any is in.
 */
states: Array<ClaimStateSum>, 
/**
 * Protected persons, whose claims a list of one unit leaves out: all there are.
 */
left_out: number, 
/**
 * The same in words; empty where nobody is left out.
 */
left_out_text: string, };

/**
 * Asks for claims.
 */
export type ClaimsRequest = { 
/**
 * In this state; none: in every one.
 */
state: string | null, 
/**
 * Code of the law; none: any.
 */
compensation: string | null, 
/**
 * Cost centre of the unit; none: any.
 */
unit: string | null, };

/**
 * A payment code.
 */
export type Code = { 
/**
 * As it stands in payment lists.
 */
payment_code: string, 
/**
 * Compensation of the law; none: unmapped.
 */
compensation: string | null, 
/**
 * Whether it takes money back.
 */
clawback: boolean, 
/**
 * Whether a row with it must name a person.
 */
person_bound: boolean, 
/**
 * Clear text.
 */
text: string, 
/**
 * First payment date it holds for.
 */
valid_from: string | null, 
/**
 * Last payment date it holds for.
 */
valid_until: string | null, 
/**
 * `published`, `example` or `own`; what is entered here is the municipality's own.
 */
status: string, };

/**
 * Every payment code.
 */
export type Codes = { 
/**
 * The codes.
 */
codes: Array<Code>, };

/**
 * One column of it.
 */
export type ColumnLayoutView = { 
/**
 * Which.
 */
id: string, 
/**
 * Its width in pixels at 100 %; none: as the list has it.
 */
width: number | null, 
/**
 * Whether it is not shown.
 */
hidden: boolean, };

/**
 * Takes a list in, or sets its bank amount.
 */
export type CommitRequest = { 
/**
 * The list's id.
 */
list: string, 
/**
 * What the bank credited; none while it is not known. Taking in: none for what the draft
 * keeps.
 */
bank_ore: number | null, 
/**
 * Why it differs.
 */
reason: string | null, };

/**
 * Names two persons.
 */
export type CompareRequest = { 
/**
 * The person that may turn out to be the other.
 */
person: string, 
/**
 * The person that would stand for both.
 */
into: string, };

/**
 * Two persons beside each other. Of a protected one whom nobody has opened nothing is told of
 * either.
 */
export type Compared = { 
/**
 * The two, in the order in which they were named.
 */
persons: Array<PersonBrief>, 
/**
 * Whether everything below is hidden until somebody opens the persons with a reason.
 */
closed: boolean, 
/**
 * Why they may be one, in words.
 */
reasons: Array<string>, 
/**
 * What is known of both, kind by kind.
 */
kinds: Array<ComparedKind>, 
/**
 * What would contradict each other, a sentence each.
 */
contradictions: Array<string>, 
/**
 * What a merge does with them.
 */
outcome_text: string, };

/**
 * What each of the two says of a kind.
 */
export type ComparedKind = { 
/**
 * The kind of fact.
 */
kind: string, 
/**
 * The kind in words.
 */
kind_name: string, 
/**
 * What is known of the first.
 */
one: Array<string>, 
/**
 * What is known of the second.
 */
other: Array<string>, 
/**
 * Whether they say the same.
 */
same: boolean, };

/**
 * What a board gets of a compensation in a month, beside what it got in the one before.
 */
export type ComparedSum = { 
/**
 * Cost centre.
 */
cost_centre: string, 
/**
 * The board's name.
 */
board: string, 
/**
 * Compensation.
 */
compensation: string, 
/**
 * Its short name.
 */
name: string, 
/**
 * The month before.
 */
before_ore: number, 
/**
 * This month.
 */
now_ore: number, 
/**
 * How much more this month has.
 */
difference_ore: number, };

/**
 * A compensation in the list.
 */
export type CompensationLine = { 
/**
 * Its code.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its short name.
 */
short_name: string, 
/**
 * Ordinance and section.
 */
law: string, 
/**
 * `without-application`, `municipality`, `region` or `nobody`.
 */
ask: string, 
/**
 * Who asks, in words.
 */
ask_text: string, 
/**
 * What its values are for.
 */
unit: string, 
/**
 * The values of the day in words, case by case; empty where there are none.
 */
values: string, 
/**
 * `checked`, `not-checked`, `hole`, `not-in-force`, `no-values` or `ended`.
 */
state: string, 
/**
 * The state in words.
 */
state_text: string, 
/**
 * Whether any value of the day was not read in its source.
 */
unverified: boolean, 
/**
 * When its open values were last held against their sources.
 */
checked_on: string | null, 
/**
 * The last day for which they are trusted; none where they are closed.
 */
trusted_until: string | null, 
/**
 * Why the program computes no amounts of it; none where it does.
 */
not_computed: string | null, };

/**
 * A compensation of the law.
 */
export type CompensationView = { 
/**
 * Its code.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its short name.
 */
short_name: string, 
/**
 * Ordinance and section.
 */
law: string, };

/**
 * Every compensation of the law.
 */
export type Compensations = { 
/**
 * The compensations.
 */
compensations: Array<CompensationView>, };

/**
 * Confirms a role by the recovery code.
 */
export type ConfirmAlone = { 
/**
 * The role's id.
 */
id: string, 
/**
 * The code of the sheet.
 */
recovery_code: string, 
/**
 * The acting user's password, once more.
 */
password?: string | null, };

/**
 * Stands for what somebody else has said is lost.
 */
export type ConfirmLost = { 
/**
 * The answer's id.
 */
id: string, 
/**
 * The acting user's password, once more; nothing in one person's database.
 */
password?: string | null, };

/**
 * Gives one person's database to two.
 */
export type ConvertToUsers = { 
/**
 * The first of the two.
 */
first: FirstUserTyped, 
/**
 * The second.
 */
second: FirstUserTyped, 
/**
 * The passphrase that opens the database, once more; a command has given it already.
 */
passphrase?: string | null, 
/**
 * Whether the recovery code counts first when it was typed from its sheet (`users.try_sheet`).
 */
try_sheet: boolean, };

/**
 * The database has users, and is closed.
 */
export type ConvertedToUsers = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * The recovery code. Told once.
 */
recovery_code: string, 
/**
 * What is to be done with the old passphrase and old backups, in Swedish.
 */
note: string, };

/**
 * A list as a spreadsheet takes it from the clipboard.
 */
export type CopiedList = { 
/**
 * Lines of cells with tabs between them, the headings first.
 */
text: string, 
/**
 * The same as a table in HTML.
 */
html: string, 
/**
 * How many rows.
 */
rows: number, };

/**
 * Puts another cost in the place of one; what is left out stays.
 */
export type CorrectCost = { 
/**
 * The client's id of the new cost; none: a new one.
 */
id: string | null, 
/**
 * The id of the cost that was wrong.
 */
cost: string, 
/**
 * Why.
 */
reason: string, 
/**
 * Whom it is for.
 */
persons: Array<CostPerson> | null, 
/**
 * Code of the law.
 */
compensation: string | null, 
/**
 * First day.
 */
from: string | null, 
/**
 * Last day, inclusive.
 */
until: string | null, 
/**
 * Without value added tax.
 */
amount_ore: number | null, 
/**
 * The persons' own fee.
 */
fee_ore: number | null, 
/**
 * What it was for; empty: nothing that matters.
 */
item: string | null, 
/**
 * Number in the finance system.
 */
voucher: string | null, 
/**
 * Cost centre of the unit that bore it.
 */
unit: string | null, 
/**
 * A note.
 */
note: string | null, 
/**
 * Why it is not the one that is there and looks the same.
 */
not_the_same: string, };

/**
 * Corrects what was shared wrongly of a month.
 */
export type CorrectRequest = { 
/**
 * The month of payment, `yyyy-mm`.
 */
month: string, 
/**
 * The client's id for the correction, a UUID; none: a new one.
 */
id: string | null, 
/**
 * The rows; none: all that can be corrected.
 */
rows: Array<RowToCorrect> | null, };

/**
 * What a correction did.
 */
export type CorrectedView = { 
/**
 * How it ended.
 */
outcome: Outcome, 
/**
 * The correction's id.
 */
distribution: string, 
/**
 * Its number in the month.
 */
run: number, 
/**
 * Rows that were shared anew or taken back.
 */
rows: number, 
/**
 * What went back to the observation account.
 */
suspense_ore: number, 
/**
 * The differences per board and compensation.
 */
shares: Array<ShareSum>, 
/**
 * What went back there, row by row.
 */
suspended: Array<Suspended>, };

/**
 * Something that a cost can be for.
 */
export type CostItem = { 
/**
 * Its word in the facts document.
 */
item: string, 
/**
 * What it is, in words.
 */
text: string, };

/**
 * Everything that a cost can be for.
 */
export type CostItems = { 
/**
 * In the order of `docs/FACTS.md`.
 */
items: Array<CostItem>, };

/**
 * Somebody whom a cost is for.
 */
export type CostPerson = { 
/**
 * Person-id.
 */
person: string, 
/**
 * The part of the cost; none for all: as much for each.
 */
amount_ore: number | null, };

/**
 * Names a cost.
 */
export type CostRequest = { 
/**
 * Its id.
 */
cost: string, };

/**
 * A person's share of a cost.
 */
export type CostShareView = { 
/**
 * The person.
 */
person: PersonBrief, 
/**
 * The part of the cost.
 */
amount_ore: number, 
/**
 * The part of the persons' own fee.
 */
fee_ore: number, 
/**
 * The claim that asks for it; none: no claim does.
 */
claim: string | null, 
/**
 * How far that has come.
 */
claim_state: string | null, };

/**
 * A cost with how it came to be.
 */
export type CostShown = { 
/**
 * The cost that was asked for.
 */
cost: CostView, 
/**
 * Whether it stands: neither corrected nor taken back.
 */
stands: boolean, 
/**
 * Everything that was written of it, the first first.
 */
versions: Array<CostVersionView>, };

/**
 * What was written of a cost at one time.
 */
export type CostVersionView = { 
/**
 * What was written.
 */
cost: CostView, 
/**
 * `entered`, `corrected` or `withdrawn`.
 */
what: string, 
/**
 * Why; empty where nobody was asked, or where it is hidden.
 */
reason: string, 
/**
 * Who.
 */
actor: string, 
/**
 * When, in UTC.
 */
at: string, };

/**
 * A cost. Of a protected person's neither unit nor note is told.
 */
export type CostView = { 
/**
 * Its id.
 */
cost: string, 
/**
 * Person-ids of those whom it is for.
 */
persons: Array<string>, 
/**
 * What each has of it.
 */
shares: Array<CostShareView>, 
/**
 * Code of the law.
 */
compensation: string, 
/**
 * The compensation's short name.
 */
compensation_name: string, 
/**
 * First day.
 */
from: string, 
/**
 * Last day, inclusive.
 */
until: string, 
/**
 * Without value added tax.
 */
amount_ore: number, 
/**
 * The persons' own fee.
 */
fee_ore: number, 
/**
 * What it was for, where it matters.
 */
item: string | null, 
/**
 * The same in words.
 */
item_text: string, 
/**
 * Number in the finance system; empty where none is known.
 */
voucher: string, 
/**
 * Cost centre of the unit that bore it; none where it is hidden.
 */
unit: string | null, 
/**
 * The unit's name.
 */
unit_name: string | null, 
/**
 * A note.
 */
note: string, 
/**
 * The claim that asks for it, of several the first; none: no claim does.
 */
claim: string | null, 
/**
 * Whether somebody's share is in no claim.
 */
open: boolean, };

/**
 * Costs that were entered or changed.
 */
export type CostsKept = { 
/**
 * As they stand now.
 */
costs: Array<CostView>, };

/**
 * A page of costs.
 */
export type CostsPage = { 
/**
 * The costs that stand, the latest days first.
 */
costs: Array<CostView>, 
/**
 * How many in all.
 */
total: number, 
/**
 * The amounts of all pages.
 */
amount_ore: number, 
/**
 * The persons' own fees, on all pages.
 */
fee_ore: number, 
/**
 * What of the amounts is in no claim, on all pages.
 */
open_ore: number, 
/**
 * Protected persons, whose costs a list of one unit leaves out: all there are.
 */
left_out: number, 
/**
 * The same in words; empty where nobody is left out.
 */
left_out_text: string, };

/**
 * Asks for costs.
 */
export type CostsRequest = { 
/**
 * Only those of which somebody's share is in no claim.
 */
open: boolean, 
/**
 * Cost centre of the unit that bore them; none: any.
 */
unit: string | null, 
/**
 * Code of the law; none: any.
 */
compensation: string | null, 
/**
 * Person-id; none: everybody.
 */
person: string | null, 
/**
 * With days from this one on; none: all.
 */
from: string | null, 
/**
 * With days up to this one, inclusive; none: all.
 */
until: string | null, 
/**
 * With this number in the finance system; none: any.
 */
voucher: string | null, 
/**
 * Read from the file of this draft; none: any, typed ones too.
 */
draft: string | null, };

/**
 * Costs that give no right.
 */
export type CostsWithoutRight = { 
/**
 * The costs, with why.
 */
rows: Array<WithoutRightView>, 
/**
 * How many in all.
 */
total: number, };

/**
 * Makes a claim.
 */
export type CreateClaim = { 
/**
 * The client's id; none: a new one.
 */
id: string | null, 
/**
 * Code of the law; none: that of the claim before.
 */
compensation: string | null, 
/**
 * `2026Q2`, `2026` or two days with a slash between them; none: the one after the claim before.
 */
period: string | null, 
/**
 * Cost centre of the unit; none: several share the claim, or that of the claim before.
 */
unit: string | null, 
/**
 * Candidates that become its lines, all that fit where none is named; none: no lines yet.
 */
candidates: Array<NameCandidate> | null, 
/**
 * Id or number of a claim that it goes on from, with the same persons.
 */
from: string | null, };

/**
 * Makes a database.
 */
export type CreateDatabase = { 
/**
 * The first of the two who set the municipality up; none: it is one person's.
 */
first?: FirstUserTyped | null, 
/**
 * The second.
 */
second?: FirstUserTyped | null, 
/**
 * Whether the recovery code counts first when it was typed from its sheet (`users.try_sheet`).
 */
try_sheet: boolean, 
/**
 * In one person's database the number of the city's decision on it.
 */
single_person?: string | null, 
/**
 * Where; none: the default place.
 */
path: string | null, 
/**
 * The municipality's name.
 */
municipality: string, 
/**
 * Its organisation number.
 */
organisation_number: string, 
/**
 * The passphrase; none where the environment gives the key.
 */
passphrase: string | null, 
/**
 * Whether it is for practice.
 */
training: boolean, };

/**
 * Makes an order.
 */
export type CreateOrderRequest = { 
/**
 * The distribution's id.
 */
distribution: string, 
/**
 * The client's id for the order, a UUID; none: a new one.
 */
id: string | null, 
/**
 * Accounting period, `yyyymm` or `yyyy-mm`; none: the month of the voucher date.
 */
period: string | null, 
/**
 * Voucher date; none: the last payment date. It lies in the period.
 */
voucher_date: string | null, 
/**
 * Payments for earlier fiscal years: `income` books them as this year's; none: as the settings
 * say.
 */
previous_year: string | null, 
/**
 * Receivables that were raised when an earlier year was closed. Money of an earlier year that is
 * taken back meets one that is named, and is this year's income otherwise.
 */
receivables: Array<RaisedReceivable>, };

/**
 * The database key has been changed, and the database is closed.
 */
export type DatabaseKeyChanged = { 
/**
 * How many slots hold the new key, the recovery slot among them.
 */
slots: number, 
/**
 * What is to be done with old backups, in Swedish.
 */
note: string, };

/**
 * Days from a first one to a last one: a term of the schools, or a mass influx.
 */
export type DaySpan = { 
/**
 * First day.
 */
from: string, 
/**
 * Last day, inclusive.
 */
until: string, };

/**
 * Enters a decision.
 */
export type Decide = { 
/**
 * The client's id; none: a new one.
 */
id: string | null, 
/**
 * The register's own Person-id; none: the city itself.
 */
person: string | null, 
/**
 * The compensation's code.
 */
compensation: string, 
/**
 * First day that it is for.
 */
period_from: string, 
/**
 * Last day that it is for, inclusive.
 */
period_until: string, 
/**
 * The day of the decision.
 */
decided_on: string, 
/**
 * What was granted.
 */
amount_ore: number, 
/**
 * The decision's number, or where it was read.
 */
source: string, };

/**
 * Decides about rows of a draft, all or none.
 */
export type DecideDraftRequest = { 
/**
 * The draft's id.
 */
draft: string, 
/**
 * The decisions; fields are named as in the row's detail.
 */
decisions: Array<RowDecision>, };

/**
 * Enters a decision with what the working copy says.
 */
export type DecideKey = { 
/**
 * The decision's number.
 */
number: string, 
/**
 * First payment date.
 */
from: string, 
/**
 * Last payment date; none until further notice.
 */
until: string | null, 
/**
 * What it is about; none: what the working copy shares otherwise than what holds.
 */
compensations: Array<string> | null, 
/**
 * The whole working copy.
 */
whole: boolean, };

/**
 * Decides about rows, all or none.
 */
export type DecideRequest = { 
/**
 * The list's id.
 */
list: string, 
/**
 * The decisions.
 */
decisions: Array<RowDecision>, };

/**
 * Decides something that waits.
 */
export type DecideWaiting = { 
/**
 * Its id, or the number of an order or a claim.
 */
id: string, 
/**
 * Where it is a new password for somebody: that password.
 */
user_password?: string | null, 
/**
 * The acting user's password, once more.
 */
password?: string | null, };

/**
 * Asks for the decisions about the payments of a month.
 */
export type DecisionCheckRequest = { 
/**
 * The month of payment, `yyyy-mm`.
 */
month: string, };

/**
 * The decisions of a month.
 */
export type DecisionCheckView = { 
/**
 * The month of payment, `yyyy-mm`.
 */
month: string, 
/**
 * Left out first, then what differs, what is not expected, and what is as expected.
 */
rows: Array<DecisionRowView>, 
/**
 * How many rows differ or are left out, and nobody has gone through them.
 */
open: number, 
/**
 * What is expected in all.
 */
expected_ore: number, 
/**
 * What was granted in all.
 */
granted_ore: number, 
/**
 * What is expected and in no decision.
 */
left_out_ore: number, 
/**
 * What there is to know of the month as a whole, and how to go on; empty where there is nothing.
 */
text: string, };

/**
 * What was decided of what is expected.
 */
export type DecisionRowView = { 
/**
 * What it is called.
 */
row: string, 
/**
 * The register's own Person-id; none: the city itself.
 */
person: string | null, 
/**
 * Who it is, as lists show it.
 */
brief: PersonBrief | null, 
/**
 * The compensation's code.
 */
compensation: string, 
/**
 * Its short name.
 */
compensation_name: string, 
/**
 * First day that it is for.
 */
period_from: string, 
/**
 * Last day that it is for, inclusive.
 */
period_until: string, 
/**
 * When it should be paid.
 */
due: string, 
/**
 * What is expected.
 */
expected_ore: number, 
/**
 * What was granted.
 */
granted_ore: number, 
/**
 * The latter less the former.
 */
difference_ore: number, 
/**
 * When it was decided.
 */
decided: string | null, 
/**
 * Whether what is expected rests on a value that nobody has checked.
 */
estimated: boolean, 
/**
 * `as-expected`, `differs`, `not-in-decision` or `not-expected`.
 */
state: string, 
/**
 * The state in a few words.
 */
state_text: string, 
/**
 * Whether somebody has gone through it.
 */
done: boolean, };

/**
 * A decision that was made about a row.
 */
export type DecisionView = { 
/**
 * `correct`, `park`, `accept` or `undo`.
 */
kind: string, 
/**
 * Who.
 */
actor: string, 
/**
 * When, UTC.
 */
at: string, 
/**
 * Corrected fields.
 */
fields: { [key in string]: string }, };

/**
 * What a file of decisions brought in.
 */
export type DecisionsReadView = { 
/**
 * Findings where anything is wrong: nothing is entered then.
 */
outcome: Outcome, 
/**
 * Decisions entered.
 */
entered: number, 
/**
 * Decisions that were there before.
 */
known: number, 
/**
 * What the entered ones grant together.
 */
amount_ore: number, 
/**
 * Lines that were left out: nobody in the register, or a code without compensation.
 */
left_out: Array<number>, 
/**
 * What is wrong.
 */
diagnostics: Array<Diagnostic>, };

/**
 * Takes evidence out.
 */
export type DetachEvidence = { 
/**
 * The client's id of the step; none: a new one.
 */
id: string | null, 
/**
 * The claim's id or number.
 */
claim: string, 
/**
 * The version of the claim that was seen; none: whichever it has.
 */
version: number | null, 
/**
 * The document's id.
 */
document: string, };

/**
 * What is wrong with a row of a file.
 */
export type Diagnostic = { 
/**
 * Line as a text editor counts.
 */
line: number, 
/**
 * Field number from 1; none for the whole row.
 */
column: number | null, 
/**
 * The column's own header text.
 */
column_name: string | null, 
/**
 * Stable code.
 */
code: string, 
/**
 * `error` or `warning`.
 */
severity: string, 
/**
 * What is wrong and what to do, in Swedish.
 */
message: string, 
/**
 * What is wrong.
 */
what: string, 
/**
 * What to do.
 */
todo: string, 
/**
 * What is wrong, in five words.
 */
short: string, };

/**
 * What the chain, the schema and the events cover.
 */
export type Digests = { 
/**
 * Events whose hash was recomputed.
 */
events: number, 
/**
 * Whether the chain fits, and no table names an event after its end.
 */
chain: boolean, 
/**
 * Tables that name an event after the end of the chain.
 */
beyond: Array<string>, 
/**
 * Whether tables, views and triggers are those that the program made.
 */
schema: boolean, 
/**
 * SHA-256 of the schema in hexadecimal.
 */
schema_sha256: string, 
/**
 * Names of what is not as it was made.
 */
schema_differs: Array<string>, 
/**
 * The log of reading against its own chain.
 */
readings: ReadingDigests, 
/**
 * Rows that were held against a digest.
 */
rows: number, 
/**
 * How many rows do not fit.
 */
faults: number, 
/**
 * The first hundred of them.
 */
broken: Array<BrokenRow>, };

/**
 * Something that does not agree.
 */
export type Disagreement = { 
/**
 * What is wrong: a kind of file, or a rule.
 */
rule: string, 
/**
 * This database's number of what it is about.
 */
number: number, };

/**
 * Facts that do not fit together, or days that none covers.
 */
export type DisorderView = { 
/**
 * `overlap` or `hole`.
 */
disorder: string, 
/**
 * The kind of the facts.
 */
kind: string, 
/**
 * First day; none from the beginning.
 */
from: string | null, 
/**
 * Last day, inclusive; none until further notice.
 */
until: string | null, 
/**
 * What it is and what to do.
 */
text: string, };

/**
 * Distributes a month.
 */
export type DistributeRequest = { 
/**
 * The month of payment, `yyyy-mm`.
 */
month: string, 
/**
 * The client's id for the run, a UUID; none: a new one.
 */
id: string | null, 
/**
 * Whether to stop before the run is locked: a draft, to be looked at.
 */
draft: boolean, };

/**
 * What a run did.
 */
export type Distributed = { 
/**
 * How it ended: findings where nothing could be distributed of what there is.
 */
outcome: Outcome, 
/**
 * The run's id, or the draft's; none when nothing could be distributed.
 */
distribution: string | null, 
/**
 * The month's run number; a draft has none.
 */
run: number | null, 
/**
 * `locked` or `draft`; none when nothing could be distributed.
 */
state: string | null, 
/**
 * Payments that were free.
 */
in_ore: number, 
/**
 * What the boards got.
 */
out_ore: number, 
/**
 * What stays on the observation account.
 */
suspense_ore: number, 
/**
 * Net per board and compensation.
 */
shares: Array<ShareSum>, 
/**
 * What stays, row by row.
 */
suspended: Array<Suspended>, 
/**
 * The month beside the one before.
 */
compared: Array<ComparedSum>, 
/**
 * What was found of the month: that there is nothing to share.
 */
findings: Array<Diagnostic>, };

/**
 * Names a run.
 */
export type DistributionRequest = { 
/**
 * Its id.
 */
distribution: string, };

/**
 * A run with its matrix.
 */
export type DistributionView = { 
/**
 * In short.
 */
brief: RunBrief, 
/**
 * `oktober 2026`.
 */
month_name: string, 
/**
 * Moment of the run, UTC.
 */
at: string, 
/**
 * Who.
 */
actor: string, 
/**
 * Payments that were free.
 */
in_ore: number, 
/**
 * Payment rows.
 */
rows: number, 
/**
 * Sum of the positive rows over all boards.
 */
paid_ore: number, 
/**
 * Sum of the negative rows over all boards.
 */
clawback_ore: number, 
/**
 * Of them, positive.
 */
paid_rows: number, 
/**
 * Of them, negative.
 */
clawback_rows: number, 
/**
 * Öre that rounding left, in all.
 */
remainder_ore: number, 
/**
 * Rows in which it left some.
 */
remainder_rows: number, 
/**
 * The keys used.
 */
keys: Array<UsedKey>, 
/**
 * The lists.
 */
lists: Array<RunList>, 
/**
 * Boards as columns.
 */
boards: Array<BoardColumn>, 
/**
 * Compensations as rows, by activity.
 */
groups: Array<MatrixGroup>, 
/**
 * What stayed on the observation account.
 */
suspended: Array<Suspended>, 
/**
 * Its orders, the newest first.
 */
orders: Array<OrderBrief>, 
/**
 * The observation account.
 */
observation_account: string | null, 
/**
 * Whether the bank's own file has booked the credit.
 */
bank_already_booked: boolean, 
/**
 * The number that the next order gets.
 */
next_number: string, 
/**
 * The accounting period that is proposed, `yyyymm`.
 */
proposed_period: string, 
/**
 * The vouchers that the next order would hold; none where nothing is left to book.
 */
proposed_vouchers: Array<ProposedVoucher>, 
/**
 * Why no order can be made as things are set.
 */
order_fault: ErrorReply | null, 
/**
 * Cost centres of the boards whose statements have been written.
 */
statements_written: Array<string>, 
/**
 * Those of them that are void, since the run was taken back.
 */
void_statements: Array<string>, 
/**
 * The month beside the one before.
 */
compared: Array<ComparedSum>, };

/**
 * A change that was made.
 */
export type DoneStep = { 
/**
 * Counts the steps since the database was opened.
 */
step: number, 
/**
 * When, in UTC.
 */
at: string, 
/**
 * What was done, in words.
 */
text: string, 
/**
 * The id of what it touched, where people have given it one.
 */
about: string, 
/**
 * Why it cannot be taken back, in words; empty where it can.
 */
never: string, };

/**
 * What was done since the database was opened.
 */
export type DoneSteps = { 
/**
 * The newest first.
 */
steps: Array<DoneStep>, 
/**
 * What is taken back next; none where nothing was done or the newest cannot be.
 */
next: DoneStep | null, 
/**
 * What is done again next; none where nothing was taken back.
 */
again: DoneStep | null, };

/**
 * A draft of a run in short.
 */
export type DraftBrief = { 
/**
 * Its id; the run gets it when it is locked.
 */
distribution: string, 
/**
 * The month, `yyyy-mm`.
 */
month: string, 
/**
 * What the boards would get.
 */
out_ore: number, 
/**
 * What would stay on the observation account.
 */
suspense_ore: number, };

/**
 * A word that a field takes.
 */
export type DraftChoice = { 
/**
 * As it stands in facts.
 */
value: string, 
/**
 * As people say it.
 */
text: string, };

/**
 * A field of a row, as written and as meant.
 */
export type DraftFieldView = { 
/**
 * The field's name, for corrections.
 */
field: string, 
/**
 * The heading of its column; where it has none what the field is called.
 */
label: string, 
/**
 * Column number from 1.
 */
column: number | null, 
/**
 * As written.
 */
written: string, 
/**
 * As meant; none where it is empty or cannot be read.
 */
meant: string | null, 
/**
 * The meaning in words, where it differs: of words of facts and of boards.
 */
meant_text: string | null, 
/**
 * The text that stands in place of what is written.
 */
corrected: string | null, 
/**
 * `error` or `warning`, where a finding lies in it.
 */
severity: string | null, 
/**
 * Words that it takes, where it takes only these.
 */
choices: Array<DraftChoice>, 
/**
 * Whether it holds a day.
 */
is_day: boolean, };

/**
 * Writes what was refused.
 */
export type DraftReportRequest = { 
/**
 * The draft's id.
 */
draft: string, 
/**
 * Path of the CSV file.
 */
path: string, };

/**
 * Names a draft.
 */
export type DraftRequest = { 
/**
 * The draft's id.
 */
draft: string, };

/**
 * How many rows of a draft stand where.
 */
export type DraftRowCounts = { 
/**
 * In all.
 */
all: number, 
/**
 * Without remark.
 */
clean: number, 
/**
 * With an error that nobody has decided about.
 */
errors: number, 
/**
 * With warnings only that nobody has decided about.
 */
warnings: number, 
/**
 * Corrected.
 */
corrected: number, 
/**
 * Parked.
 */
parked: number, 
/**
 * Warnings accepted.
 */
accepted: number, };

/**
 * A row of a draft with everything that can be said about it.
 */
export type DraftRowDetail = { 
/**
 * What stands in the list of rows.
 */
row: DraftRowView, 
/**
 * Every field, in the order of the columns; of a protected person only the id.
 */
fields: Array<DraftFieldView>, 
/**
 * Everything that is wrong.
 */
findings: Array<Diagnostic>, 
/**
 * Whether the register has the person.
 */
known: boolean, 
/**
 * Whether it can be corrected or parked.
 */
can_decide: boolean, 
/**
 * Whether it can be accepted: it has warnings only.
 */
can_accept: boolean, 
/**
 * Decisions about it, in order.
 */
decisions: Array<DecisionView>, };

/**
 * Which rows of a draft a page shows.
 */
export type DraftRowFilter = "all" | "open" | "errors" | "warnings" | "corrected" | "parked" | "accepted";

/**
 * Asks for one row of a draft.
 */
export type DraftRowRequest = { 
/**
 * The draft's id.
 */
draft: string, 
/**
 * Line in the file.
 */
line: number, 
/**
 * The protected person that the row is about, who has been opened with a reason.
 */
person: string | null, 
/**
 * Opens a row that points at somebody protected, or is about somebody whom the file protects;
 * kept in the log.
 */
reason: string | null, };

/**
 * A row of a draft in the list of rows.
 */
export type DraftRowView = { 
/**
 * Line in the file.
 */
line: number, 
/**
 * `clean`, `open`, `corrected`, `parked` or `accepted`.
 */
state: string, 
/**
 * The Person-id that it says, else that of the person its numbers are of.
 */
person: string | null, 
/**
 * Family and given name.
 */
name: string, 
/**
 * Whether it is about a protected person: nothing but the id is shown.
 */
protected: boolean, 
/**
 * What else a list of such rows shows, as meant, by field: of a decision its code, period and
 * amount; of a pupil form and days, and as `outcome` what becomes of what is known (`added`,
 * `changed`, `ended` or `unchanged`).
 */
meant: { [key in string]: string }, 
/**
 * The first finding, errors first.
 */
finding: Diagnostic | null, 
/**
 * How many findings it has.
 */
findings: number, };

/**
 * A page of rows of a draft.
 */
export type DraftRowsPage = { 
/**
 * The rows.
 */
rows: Array<DraftRowView>, 
/**
 * Page from 0.
 */
page: number, 
/**
 * Rows on a full page.
 */
page_rows: number, 
/**
 * Rows in the filter.
 */
total: number, };

/**
 * A page of rows of a draft.
 */
export type DraftRowsRequest = { 
/**
 * The draft's id.
 */
draft: string, 
/**
 * Which rows.
 */
filter: DraftRowFilter, 
/**
 * In place of a page, among all rows: the page that holds this line of the file.
 */
at_line: number | null, };

/**
 * What a draft comes to now.
 */
export type DraftRunView = { 
/**
 * In short, as it was when it was made.
 */
brief: DraftBrief, 
/**
 * `oktober 2026`.
 */
month_name: string, 
/**
 * Whether it comes to something else by now, so that it cannot be locked.
 */
changed: boolean, 
/**
 * Payments that are free.
 */
in_ore: number, 
/**
 * What the boards would get.
 */
out_ore: number, 
/**
 * What would stay on the observation account.
 */
suspense_ore: number, 
/**
 * Net per board and compensation.
 */
shares: Array<ShareSum>, 
/**
 * Payment rows.
 */
rows: number, 
/**
 * Of them, positive.
 */
paid_rows: number, 
/**
 * Of them, negative.
 */
clawback_rows: number, 
/**
 * Sum of the positive rows over all boards.
 */
paid_ore: number, 
/**
 * Sum of the negative rows over all boards.
 */
clawback_ore: number, 
/**
 * Boards as columns.
 */
boards: Array<BoardColumn>, 
/**
 * Compensations as rows, by activity.
 */
groups: Array<MatrixGroup>, 
/**
 * What would stay, row by row.
 */
suspended: Array<Suspended>, 
/**
 * The month beside the one before.
 */
compared: Array<ComparedSum>, };

/**
 * What was undone.
 */
export type DraftUndone = { 
/**
 * The rows, in order; at least one.
 */
lines: Array<number>, 
/**
 * The draft now.
 */
view: DraftView, };

/**
 * A file that is being brought in.
 */
export type DraftView = { 
/**
 * The draft's id.
 */
draft: string, 
/**
 * What its rows are about: `register`, `decisions`, `costs` or `school`.
 */
kind: string, 
/**
 * `draft` or `committed`.
 */
state: string, 
/**
 * The file's own name.
 */
file: string, 
/**
 * SHA-256 of the file in hexadecimal.
 */
sha256: string, 
/**
 * The import profile.
 */
profile: string, 
/**
 * What the profile reads, in words; its name where it says nothing.
 */
profile_text: string, 
/**
 * The day that was given because the file does not say it: of a register from which boards that
 * differ hold, else of the decisions.
 */
given_day: string | null, 
/**
 * Whether the file leaves that day out and it can be given now; of decisions the day of the
 * reading holds until then.
 */
lacks_day: boolean, 
/**
 * The same, of a register.
 */
board_from: string | null, 
/**
 * Of a list of pupils the days that it is about: `2026Q3`, `2026` or two days with a slash.
 */
period: string | null, 
/**
 * Of a list of pupils cost centre of the unit whose list it is.
 */
unit: string | null, 
/**
 * How many of the rows are pupils whom the last list had and the file lacks; their lines come after
 * the last one of the file.
 */
absent: number, 
/**
 * Day of the reading.
 */
read_on: string, 
/**
 * Rows.
 */
rows: DraftRowCounts, 
/**
 * Whether it can be taken in: neither a row nor the file waits for a decision.
 */
ready: boolean, 
/**
 * What was found about the file as a whole and nobody has accepted. A decision about the line of
 * one accepts all that stand there.
 */
file_findings: Array<Diagnostic>, 
/**
 * What is new, once it is taken in: persons, decisions.
 */
added: number, 
/**
 * What was there and got something new.
 */
changed: number, 
/**
 * What was there and got a last day.
 */
ended: number, 
/**
 * What was there as the file says it.
 */
unchanged: number, 
/**
 * New persons, of a register.
 */
persons_added: number, 
/**
 * Persons with something new.
 */
persons_changed: number, 
/**
 * Persons as they were.
 */
persons_unchanged: number, };

/**
 * Drafts of a kind that have not been taken in.
 */
export type Drafts = { 
/**
 * The newest first.
 */
drafts: Array<DraftView>, };

/**
 * Draws a sample.
 */
export type DrawSample = { 
/**
 * The client's id; none: a new one.
 */
id?: string | null, 
/**
 * What the draw hangs on: the same once more draws the same. None: the number of the day.
 */
seed?: number | null, 
/**
 * How many; none: twenty-five.
 */
size?: number | null, 
/**
 * First day, by Swedish clocks.
 */
from?: string | null, 
/**
 * Last day.
 */
until?: string | null, 
/**
 * By this user alone.
 */
user?: string | null, 
/**
 * About this person alone.
 */
person?: string | null, 
/**
 * About persons for whom this board answered on the day; nobody who is protected.
 */
cost_centre?: string | null, 
/**
 * About persons who were protected alone.
 */
protected?: boolean, 
/**
 * At night, on Saturdays, Sundays and holidays alone.
 */
off_hours?: boolean, };

/**
 * A drill that was held.
 */
export type DrillHeld = { 
/**
 * Findings where the backup is not whole.
 */
outcome: Outcome, 
/**
 * The protocol.
 */
path: string, 
/**
 * Its size in bytes.
 */
bytes: number, 
/**
 * Whether the backup is whole and opens.
 */
verified: boolean, 
/**
 * SHA-256 of the backup in hexadecimal.
 */
sha256: string, 
/**
 * Events of the backup.
 */
events: number, 
/**
 * The hash of the last one in hexadecimal.
 */
head: string, };

/**
 * Tries whether a backup can be read in.
 */
export type DrillRequest = { 
/**
 * Path of its database file.
 */
path: string, 
/**
 * Who logs in to it; none: it is one person's.
 */
user?: string | null, 
/**
 * The passphrase or password of its day; none where the environment gives the key.
 */
passphrase: string | null, 
/**
 * Where the protocol goes.
 */
out: string, };

/**
 * What is due in a month and has not come.
 */
export type DueMonth = { 
/**
 * `yyyy-mm`.
 */
month: string, 
/**
 * What may still come.
 */
awaited_ore: number, 
/**
 * What a report asks for.
 */
missing_ore: number, };

/**
 * Persons that may be one.
 */
export type DuplicateGroup = { 
/**
 * Why: `dossier-number`, `national-number` or `name-and-birth`.
 */
reason: string, 
/**
 * Why, in words.
 */
reason_text: string, 
/**
 * The persons, two or more.
 */
persons: Array<PersonBrief>, };

/**
 * All such groups.
 */
export type Duplicates = { 
/**
 * The groups; one pair of persons may be in several.
 */
groups: Array<DuplicateGroup>, };

/**
 * Changes the working copy of a key.
 */
export type EditKeyRequest = { 
/**
 * Begin anew from what holds.
 */
anew: boolean, 
/**
 * Throw the working copy away.
 */
discard: boolean, 
/**
 * Lines that take the place of all lines of the compensations that they name.
 */
set: Array<SetKeyLine>, 
/**
 * Compensations that the key is not to share.
 */
remove: Array<string>, };

/**
 * Asks what a change does: what begins on a day, or values that would be entered.
 */
export type EffectRequest = { 
/**
 * The day on which the change begins; none: values are asked about.
 */
on: string | null, 
/**
 * Values that would be entered.
 */
rates: Array<AddRate>, 
/**
 * The day up to which amounts are computed; none: the business date or the day of the change,
 * whichever is later. Whole quarters are.
 */
until: string | null, };

/**
 * What a change does to one person in one month.
 */
export type EffectRowView = { 
/**
 * The register's own Person-id; none: the city itself.
 */
person: string | null, 
/**
 * Who it is, as lists show it.
 */
brief: PersonBrief | null, 
/**
 * The compensation's code.
 */
compensation: string, 
/**
 * Its short name.
 */
compensation_name: string, 
/**
 * The month in which it should be paid, `yyyy-mm`.
 */
month: string, 
/**
 * What the city should get without the change.
 */
before_ore: number, 
/**
 * What it should get with it.
 */
after_ore: number, 
/**
 * The latter less the former.
 */
difference_ore: number, };

/**
 * What a change does to a compensation in a month.
 */
export type EffectSumView = { 
/**
 * The compensation's code.
 */
compensation: string, 
/**
 * Its short name.
 */
compensation_name: string, 
/**
 * The month, `yyyy-mm`.
 */
month: string, 
/**
 * How many persons it touches.
 */
persons: number, 
/**
 * What the city should get without the change.
 */
before_ore: number, 
/**
 * What it should get with it.
 */
after_ore: number, 
/**
 * The latter less the former.
 */
difference_ore: number, };

/**
 * What a change does.
 */
export type EffectView = { 
/**
 * The last day that is looked at.
 */
until: string, 
/**
 * Whom it touches, by compensation, month and person.
 */
rows: Array<EffectRowView>, 
/**
 * The same by compensation and month.
 */
sums: Array<EffectSumView>, 
/**
 * How many persons it touches in all.
 */
persons: number, 
/**
 * By how much the city gets more, or less.
 */
difference_ore: number, 
/**
 * The same in a sentence.
 */
text: string, };

/**
 * Ends a fact or takes it back.
 */
export type EndFact = { 
/**
 * The register's own Person-id.
 */
person: string, 
/**
 * The fact's id.
 */
fact: string, 
/**
 * Its last day; none: it never held.
 */
last_day: string | null, 
/**
 * Why, or from where one knows.
 */
source: string | null, };

/**
 * Ends a fault.
 */
export type EndFault = { 
/**
 * Its id.
 */
id: string, };

/**
 * Enters an attest.
 */
export type EnterAttest = { 
/**
 * The client's id; none: a new one.
 */
id: string | null, 
/**
 * Who is to hold it.
 */
user: string, 
/**
 * Number of the board's decision.
 */
decision: string, 
/**
 * Boards that it covers; none: every board.
 */
boards: Array<string>, 
/**
 * What it may be for.
 */
kinds: Array<string>, 
/**
 * The largest amount of one act; none: without limit.
 */
limit_ore: number | null, 
/**
 * For whom it is held as a substitute.
 */
substitute_for: string | null, 
/**
 * First day; none: today.
 */
from: string | null, 
/**
 * Last day; none: until further notice.
 */
until: string | null, 
/**
 * The acting user's password, once more.
 */
password?: string | null, };

/**
 * Enters facts.
 */
export type EnterFacts = { 
/**
 * The register's own Person-id.
 */
person: string, 
/**
 * The facts, each as `docs/FACTS.md` describes; all are entered or none.
 */
facts: Record<string, unknown>[], };

/**
 * Why an operation was not done.
 */
export type ErrorReply = { 
/**
 * Stable code; `docs/ERRORS.md` lists them.
 */
code: string, 
/**
 * What happened and what to do, in Swedish.
 */
message: string, 
/**
 * Where.
 */
place: Place | null, 
/**
 * What else is wrong, where more than one thing is; of these none has more.
 */
also?: ErrorReply[], };

/**
 * Who is told of money at risk when so many days are left.
 */
export type EscalationStep = { 
/**
 * Days to the cautious day.
 */
days: number, 
/**
 * To whom, such as a function's address; empty: nobody is named.
 */
recipient: string, };

/**
 * What is told to one recipient.
 */
export type EscalationView = { 
/**
 * Told when so many days are left, or fewer, and more than at the next step.
 */
days: number, 
/**
 * To whom; empty where the settings do not say.
 */
recipient: string, 
/**
 * How many rows it is about.
 */
count: number, 
/**
 * What they sum to.
 */
sum_ore: number, 
/**
 * What it is about, in a line.
 */
subject: string, 
/**
 * The letter.
 */
text: string, };

/**
 * Who is told what of money at risk.
 */
export type EscalationsView = { 
/**
 * The day that days are counted from.
 */
as_of: string, 
/**
 * By step, the most days first.
 */
steps: Array<EscalationView>, };

/**
 * An event of the audit chain.
 */
export type EventView = { 
/**
 * Number.
 */
event: number, 
/**
 * Moment, UTC.
 */
at: string, 
/**
 * Who.
 */
actor: string, 
/**
 * Which use case.
 */
action: string, 
/**
 * The id of what it touched.
 */
object: string, 
/**
 * Counts, sums and digests as JSON.
 */
detail: string, };

/**
 * Evidence that the claim needs.
 */
export type EvidenceView = { 
/**
 * Its code.
 */
evidence: string, 
/**
 * In words.
 */
text: string, 
/**
 * Whether any document is it.
 */
there: boolean, };

/**
 * An exercise.
 */
export type Exercise = { 
/**
 * `month` or `quarter`.
 */
exercise: string, 
/**
 * Its name.
 */
name: string, 
/**
 * The handbook's chapter.
 */
chapter: string, 
/**
 * Whether every part is right.
 */
done: boolean, 
/**
 * Its parts.
 */
parts: Array<ExercisePart>, };

/**
 * A part of an exercise.
 */
export type ExercisePart = { 
/**
 * What is to be right.
 */
part: string, 
/**
 * Whether it is.
 */
right: boolean, 
/**
 * The same in words, with the way on where it is not.
 */
text: string, };

/**
 * The exercises, with what is right of each.
 */
export type Exercises = { 
/**
 * In the order of the handbook.
 */
exercises: Array<Exercise>, };

/**
 * What comparing has shown.
 */
export type ExitComparison = { 
/**
 * Done: the two are equal.
 */
outcome: Outcome, 
/**
 * Files that were held against their checksum.
 */
files: number, 
/**
 * Tables that were read back.
 */
tables: number, 
/**
 * Their rows.
 */
rows: number, 
/**
 * Sums of amounts that were held against each other.
 */
sums: number, 
/**
 * Documents that were read back.
 */
documents: number, 
/**
 * Events of the chain.
 */
events: number, 
/**
 * The hash of the last one in hexadecimal.
 */
head: string, 
/**
 * What is not as it left.
 */
faults: Array<ExitFaultView>, };

/**
 * Something that is not as it left.
 */
export type ExitFaultView = { 
/**
 * `missing`, `changed`, `unknown`, `differs`, `rows`, `sums`, `chain` or `check`.
 */
kind: string, 
/**
 * The file or table; empty: the whole.
 */
name: string, 
/**
 * The same in words.
 */
text: string, };

/**
 * What was asked for.
 */
export type ExitRequestView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Why.
 */
reason: string, 
/**
 * Who asked.
 */
asked_by: string | null, 
/**
 * When, in UTC.
 */
asked_at: string | null, 
/**
 * Who confirmed it; none: it waits.
 */
confirmed_by: string | null, };

/**
 * How far the taking out has come.
 */
export type ExitState = { 
/**
 * Whether another must confirm it before anything is written.
 */
needs_second: boolean, 
/**
 * What was asked for; none: nobody has asked.
 */
request: ExitRequestView | null, 
/**
 * Protected persons, whom it names as all others.
 */
protected: number, };

/**
 * What was written.
 */
export type ExitView = { 
/**
 * The folder.
 */
path: string, 
/**
 * Tables.
 */
tables: number, 
/**
 * Their rows.
 */
rows: number, 
/**
 * Documents.
 */
documents: number, 
/**
 * Files.
 */
files: number, 
/**
 * Their size in bytes.
 */
bytes: number, 
/**
 * SHA-256 of the checksums in hexadecimal.
 */
sha256: string, 
/**
 * Events up to which it goes.
 */
events: number, 
/**
 * The hash of the last one in hexadecimal.
 */
head: string, 
/**
 * Protected persons, who are named in it.
 */
protected: number, };

/**
 * What should come of one compensation on one day.
 */
export type ExpectedGroup = { 
/**
 * The day.
 */
due: string, 
/**
 * The compensation's code.
 */
compensation: string, 
/**
 * Its short name.
 */
compensation_name: string, 
/**
 * How many amounts are missing.
 */
count: number, 
/**
 * Their sum.
 */
amount_ore: number, };

/**
 * A month in which money should come.
 */
export type ExpectedMonth = { 
/**
 * `yyyy-mm`.
 */
month: string, 
/**
 * In words.
 */
text: string, 
/**
 * Its sums.
 */
sums: SumsView, };

/**
 * A compensation over all months.
 */
export type ExpectedOf = { 
/**
 * The compensation's code.
 */
compensation: string, 
/**
 * Its short name.
 */
compensation_name: string, 
/**
 * Its sums.
 */
sums: SumsView, 
/**
 * Its months, the latest first.
 */
months: Array<ExpectedMonth>, };

/**
 * Asks why an amount should come.
 */
export type ExplainLine = { 
/**
 * The register's own Person-id; none: the city itself.
 */
person: string | null, 
/**
 * The compensation's code.
 */
compensation: string, 
/**
 * First day of the period.
 */
period_from: string, 
/**
 * The day, inclusive; none: the business date.
 */
as_of: string | null, };

/**
 * One step of an explanation.
 */
export type ExplanationStep = { 
/**
 * `wording`, `fact`, `rule`, `rate`, `arithmetic`, `rounding` or `open`.
 */
step: string, 
/**
 * The step in a sentence.
 */
text: string, 
/**
 * Where the value was read; none where the step is no value of the law.
 */
source: string | null, 
/**
 * A mark to show beside it: `unverified` or `estimated`; none where there is nothing to mark.
 */
mark: string | null, 
/**
 * The step as data.
 */
data: Record<string, unknown>, };

/**
 * Writes the whole register.
 */
export type ExportRegisterRequest = { 
/**
 * The folder; or a CSV file, which then gets the entries alone.
 */
folder: string, 
/**
 * Whether protected persons are written with nothing but their Person-id and what tells
 * neither who nor where they are; else they stop the export.
 */
pseudonymise: boolean, };

/**
 * Hands an order over as a file.
 */
export type ExportRequest = { 
/**
 * Its id or number.
 */
order: string, 
/**
 * `abw-xml`, `gl07-55`, `sie4i`, `csv` or `xlsx`.
 */
format: string, 
/**
 * Path of the file.
 */
path: string, 
/**
 * Attest a newly created order in the same step, on record as without a second person.
 */
attest: boolean, };

/**
 * A file that has been handed over.
 */
export type Exported = { 
/**
 * How it ended.
 */
outcome: Outcome, 
/**
 * Path of the file.
 */
path: string, 
/**
 * SHA-256.
 */
sha256: string, 
/**
 * Size in bytes.
 */
bytes: number, 
/**
 * Whether the same file had been made before.
 */
copy: boolean, 
/**
 * A warning that the order had been handed over in another format.
 */
warning: string | null, };

/**
 * Writes everything that is kept about a person.
 */
export type ExtractPerson = { 
/**
 * The Person-id.
 */
person: string, 
/**
 * Path of the PDF; the JSON comes beside it.
 */
path: string, 
/**
 * Whether nobody else is pointed at, for a copy that somebody else gets.
 */
others_masked: boolean, 
/**
 * Why; kept in the log.
 */
reason: string, };

/**
 * Asks who has read about a person.
 */
export type ExtractRequest = { 
/**
 * The Person-id.
 */
person: string, };

/**
 * A field of a kind of fact.
 */
export type FactFieldView = { 
/**
 * Its name in facts.
 */
name: string, 
/**
 * Its label.
 */
label: string, 
/**
 * `text`, `day`, `choice`, `truth`, `dossier-number`, `personal-number`, `cost-centre`,
 * `municipality` or `person`.
 */
holds: string, 
/**
 * Whether a fact cannot do without it.
 */
required: boolean, 
/**
 * What a choice chooses from.
 */
choices: Array<ChoiceView>, };

/**
 * A kind of fact.
 */
export type FactKindView = { 
/**
 * Its name in facts.
 */
kind: string, 
/**
 * As people say it.
 */
name: string, 
/**
 * What it is, in a sentence.
 */
help: string, 
/**
 * `once`, `one-at-a-time` or `several`.
 */
holding: string, 
/**
 * `none`, `one` or `span`.
 */
days: string, 
/**
 * Its fields.
 */
fields: Array<FactFieldView>, };

/**
 * The kinds of facts.
 */
export type FactKinds = { 
/**
 * In the order in which a register shows them.
 */
kinds: Array<FactKindView>, };

/**
 * A fact.
 */
export type FactView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its kind.
 */
kind: string, 
/**
 * The kind in words.
 */
kind_name: string, 
/**
 * What it says, in a few words.
 */
title: string, 
/**
 * Its fields that hold something.
 */
fields: Array<FieldValueView>, 
/**
 * First day; none from the beginning.
 */
valid_from: string | null, 
/**
 * Last day, inclusive; none until further notice.
 */
valid_until: string | null, 
/**
 * Since when it is known here.
 */
known_since: string, 
/**
 * Whether an import says so.
 */
according_to_import: boolean, 
/**
 * The day on the letter.
 */
document_date: string | null, 
/**
 * Where it comes from.
 */
source: string | null, 
/**
 * Who entered it.
 */
entered_by: string, 
/**
 * The fact that it corrects.
 */
corrects: string | null, 
/**
 * Whether it only takes that one back.
 */
withdrawn: boolean, 
/**
 * Whether it holds by what is known now.
 */
current: boolean, };

/**
 * The facts document; `docs/FACTS.md` describes it.
 */
export type FactsDocument = { 
/**
 * The register's own Person-id.
 */
person: string, 
/**
 * The day whose knowledge it holds.
 */
as_known: string, 
/**
 * Ids of persons that turned out to be this one.
 */
merged: Array<string>, 
/**
 * The facts, in the order of kinds and first days.
 */
facts: Record<string, unknown>[], 
/**
 * Births that were corrected since.
 */
earlier_births: Record<string, unknown>[], 
/**
 * Days on which a parent is registered in Sweden, as far as the register knows the parents.
 */
parents_registered: { from: string, until: string, }[], 
/**
 * The terms of the city's schools, first and last day, as the settings have them now.
 */
school_terms: { from: string, until: string, }[], 
/**
 * Days on which mass influx has been judged to be, as the settings have them now.
 */
mass_influx: { from: string, until: string, }[], };

/**
 * Asks for the facts document.
 */
export type FactsRequest = { 
/**
 * The register's own Person-id.
 */
person: string, 
/**
 * The day whose knowledge it shall hold; none: what is known now.
 */
as_known: string | null, };

/**
 * A fault that the agency knows.
 */
export type FaultView = { 
/**
 * Its id.
 */
id: string, 
/**
 * The compensation's code; none: all.
 */
compensation: string | null, 
/**
 * First day that it is about.
 */
period_from: string, 
/**
 * Last day that it is about, inclusive.
 */
period_until: string, 
/**
 * What the agency says.
 */
words: string, };

/**
 * Faults that have not ended.
 */
export type Faults = { 
/**
 * In the order of entering.
 */
faults: Array<FaultView>, };

/**
 * A field's value in words.
 */
export type FieldValueView = { 
/**
 * The field's name in facts.
 */
name: string, 
/**
 * Its label.
 */
label: string, 
/**
 * The value as it stands in facts.
 */
value: string | boolean, 
/**
 * The value in words.
 */
text: string, };

/**
 * One field of a row, as written and as meant.
 */
export type FieldView = { 
/**
 * The field's name.
 */
field: string, 
/**
 * Its label.
 */
label: string, 
/**
 * Column number from 1.
 */
column: number | null, 
/**
 * As written.
 */
written: string, 
/**
 * As meant; none where it cannot be read.
 */
meant: string | null, 
/**
 * Whether it has been corrected.
 */
corrected: boolean, 
/**
 * The finding that lies in it.
 */
severity: string | null, 
/**
 * First faulty character as written, from 0.
 */
mark_from: number | null, 
/**
 * The character after the last faulty one.
 */
mark_until: number | null, };

/**
 * What a look at a file shows.
 */
export type FileLook = { 
/**
 * The file's own name.
 */
file: string, 
/**
 * Size in bytes.
 */
bytes: number, 
/**
 * SHA-256.
 */
sha256: string, 
/**
 * `text` or `xlsx`.
 */
container: string, 
/**
 * Encoding of a text.
 */
encoding: string | null, 
/**
 * Separator of a text.
 */
separator: string | null, 
/**
 * Names of the profiles that suit: one, several, or none.
 */
profiles: Array<string>, 
/**
 * The first rows, where no profile suits.
 */
rows: Array<RawRow>, };

/**
 * A file to be brought in.
 */
export type FileRequest = { 
/**
 * Path of the file.
 */
path: string, };

/**
 * A file that was made of an order.
 */
export type FileView = { 
/**
 * Format.
 */
format: string, 
/**
 * SHA-256.
 */
sha256: string, 
/**
 * Moment of the first export, UTC.
 */
at: string, };

/**
 * How many rows each filter of the review shows.
 */
export type FilterCounts = { 
/**
 * All rows.
 */
all: number, 
/**
 * Rows that wait for a decision.
 */
open: number, 
/**
 * Of them, with an error.
 */
errors: number, 
/**
 * Of them, with warnings only.
 */
warnings: number, 
/**
 * Corrected rows.
 */
corrected: number, 
/**
 * Parked rows.
 */
parked: number, 
/**
 * Rows whose warnings were accepted.
 */
accepted: number, 
/**
 * Rows without remark.
 */
clean: number, };

/**
 * Finds persons.
 */
export type FindRequest = { 
/**
 * Name parts in any order, the beginning of a number, a board, a district or the number of a
 * case; empty: everybody.
 */
text: string, 
/**
 * The board that answers today; none: any.
 */
cost_centre: string | null, 
/**
 * In place of `cost_centre`: only persons that no board answers for today.
 */
without_board: boolean, 
/**
 * The legal ground today, as in facts; none: any.
 */
ground: string | null, 
/**
 * Only those of this age today or older, in whole years.
 */
age_from: number | null, 
/**
 * Only those of this age today or younger, in whole years.
 */
age_until: number | null, };

/**
 * What waits for decisions.
 */
export type FindingsSummary = { 
/**
 * Rows.
 */
rows: number, 
/**
 * Sum of their amounts.
 */
net_ore: number, 
/**
 * The first ten.
 */
first: Array<SummaryLine>, };

/**
 * One of the two who set the municipality up.
 */
export type FirstUserTyped = { 
/**
 * The name at the login.
 */
name: string, 
/**
 * The name of the person.
 */
full_name: string, 
/**
 * Roles beside that of administrator; none: handler and attestant.
 */
roles?: Array<string> | null, 
/**
 * The password.
 */
password: string, };

/**
 * An order or a list that was found.
 */
export type FoundThing = { 
/**
 * `case`, `list` or `order`.
 */
kind: string, 
/**
 * Its id.
 */
id: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * More about it.
 */
detail: string, };

/**
 * Four-week periods.
 */
export type FourWeeksPage = { 
/**
 * By number of the person.
 */
rows: Array<FourWeeksView>, 
/**
 * How many in all.
 */
total: number, 
/**
 * What the rows give by the law, on all pages.
 */
sum_ore: number, 
/**
 * How many of them differ from what the service computed.
 */
differing: number, 
/**
 * Of how many it is not known.
 */
unknown: number, };

/**
 * Asks for four-week periods.
 */
export type FourWeeksRequest = { 
/**
 * Those that begin in it: `2026Q3`, `2026` or two days with a slash.
 */
period: string, 
/**
 * Only those that differ from what the agency's service computed, or of which it is not known.
 */
differing: boolean, };

/**
 * Four-week periods of a pupil that begin in a quarter.
 */
export type FourWeeksView = { 
/**
 * The register's own Person-id.
 */
person: string, 
/**
 * Who it is, as lists show it.
 */
brief: PersonBrief, 
/**
 * The compensation's code.
 */
compensation: string, 
/**
 * How many.
 */
periods: number, 
/**
 * Their first days.
 */
starts: Array<string>, 
/**
 * First day of the first.
 */
from: string, 
/**
 * Last day of the last, inclusive.
 */
until: string, 
/**
 * What they give by the law.
 */
amount_ore: number, 
/**
 * The claims that ask for them.
 */
claims: Array<string>, 
/**
 * What these ask for.
 */
claimed_ore: number, 
/**
 * What the agency's service computed; none where it has not been typed for every line.
 */
service_ore: number | null, 
/**
 * What the service computed, less what the law gives.
 */
difference_ore: number | null, };

/**
 * Gives the day that a file leaves out, for all its rows.
 */
export type GiveDayRequest = { 
/**
 * The draft's id.
 */
draft: string, 
/**
 * The day.
 */
day: string, };

/**
 * Gives a password that another administrator has asked for.
 */
export type GiveReset = { 
/**
 * Its id.
 */
id: string, 
/**
 * The user's password until it is changed.
 */
user_password: string, 
/**
 * The acting user's password, once more.
 */
password?: string | null, };

/**
 * A decision.
 */
export type GrantView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Who it is about; none: the city itself.
 */
brief: PersonBrief | null, 
/**
 * The compensation's code.
 */
compensation: string, 
/**
 * First day that it is for.
 */
period_from: string, 
/**
 * Last day that it is for, inclusive.
 */
period_until: string, 
/**
 * The day of the decision.
 */
decided_on: string, 
/**
 * What was granted.
 */
amount_ore: number, 
/**
 * The decision's number, or where it was read.
 */
source: string, 
/**
 * By when it must be appealed, three weeks from the decision: plan by this day. From the day on
 * which it was received it is `law.appeal_days` that counts.
 */
appeal_cautious: string, 
/**
 * The same, moved to the next working day.
 */
appeal_cautious_statutory: string, };

/**
 * Decisions that stand.
 */
export type Grants = { 
/**
 * By person and day.
 */
grants: Array<GrantView>, 
/**
 * What was granted in all.
 */
amount_ore: number, };

/**
 * Names a role or an attest.
 */
export type HeldRequest = { 
/**
 * Its id.
 */
id: string, };

/**
 * What a backup holds.
 */
export type HoldsView = { 
/**
 * When the last event was, in UTC.
 */
last_event_at: string | null, 
/**
 * Persons.
 */
persons: number, 
/**
 * Payment lists.
 */
lists: number, 
/**
 * The last one's file.
 */
last_list: string | null, 
/**
 * Booking orders.
 */
orders: number, 
/**
 * The last one's number.
 */
last_order: string | null, };

/**
 * Reads a list and takes it in, in one go.
 */
export type ImportRequest = { 
/**
 * What the bank credited.
 */
bank_ore: number | null, 
/**
 * Why it differs.
 */
reason: string | null, 
/**
 * Decisions about rows.
 */
decisions: Array<RowDecision>, 
/**
 * Park every row that waits for a decision.
 */
park_faulty: boolean, 
/**
 * The client's id for the list, a UUID.
 */
id: string, 
/**
 * Path of the file; none for a table that was pasted or typed.
 */
path: string | null, 
/**
 * A pasted or typed table: its name.
 */
name: string | null, 
/**
 * A pasted or typed table: header and rows, separated by tabs.
 */
text: string | null, 
/**
 * The import profile's name; none: the one that suits.
 */
profile: string | null, 
/**
 * Payment date of a list that does not say it.
 */
payment_date: string | null, };

/**
 * What reading and taking in gave.
 */
export type Imported = { 
/**
 * Done, or findings that wait for decisions: then it is a draft.
 */
outcome: Outcome, 
/**
 * The list's id.
 */
list: string, 
/**
 * The profile's name.
 */
profile: string, 
/**
 * SHA-256 of the file.
 */
sha256: string, 
/**
 * Rows in all.
 */
rows: number, 
/**
 * Parked rows.
 */
parked: number, 
/**
 * Sum of the rows that are not parked.
 */
net_ore: number, 
/**
 * What the bank credited.
 */
bank_ore: number | null, 
/**
 * List less bank; of a draft the whole file less bank.
 */
difference_ore: number | null, 
/**
 * What waits for decisions.
 */
diagnostics: Array<Diagnostic>, };

/**
 * A compensation that units are given another time for.
 */
export type InnerDays = { 
/**
 * Code of the law.
 */
compensation: string, 
/**
 * Days after the end of a period within which a unit answers, moved to a working day.
 */
days: number, };

/**
 * How many rows stand in a state.
 */
export type IntakeCount = { 
/**
 * The state.
 */
state: string, 
/**
 * How many, on all pages.
 */
count: number, };

/**
 * Rows as they stand after it.
 */
export type IntakeMarked = { 
/**
 * Those that were asked for.
 */
rows: Array<IntakeRowView>, };

/**
 * What opening a period made.
 */
export type IntakeOpened = { 
/**
 * The period.
 */
period: string, 
/**
 * How many rows were made.
 */
added: number, 
/**
 * How many were there before.
 */
there: number, 
/**
 * All that the period has now.
 */
rows: Array<IntakeRowView>, };

/**
 * A page of rows.
 */
export type IntakePage = { 
/**
 * By unit and last day.
 */
rows: Array<IntakeRowView>, 
/**
 * How many in all that the request asks for.
 */
total: number, 
/**
 * How many stand in each state, of the unit and period that are asked for.
 */
counts: Array<IntakeCount>, 
/**
 * How many of them wait with little time left.
 */
silent: number, 
/**
 * Periods that have rows, the latest first.
 */
periods: Array<IntakePeriodView>, 
/**
 * The business date that days are counted from.
 */
today: string, };

/**
 * Names a period.
 */
export type IntakePeriod = { 
/**
 * `2026Q3`, `2026` or `2026-07-01/2027-06-30`.
 */
period: string, };

/**
 * A period that has rows.
 */
export type IntakePeriodView = { 
/**
 * `2026Q3`, `2026` or `2026-07-01/2027-06-30`.
 */
period: string, 
/**
 * In words.
 */
words: string, };

/**
 * What opening a period would make.
 */
export type IntakePlan = { 
/**
 * The period.
 */
period: string, 
/**
 * In words.
 */
period_words: string, 
/**
 * How many rows would be made.
 */
new: number, 
/**
 * How many are there.
 */
there: number, 
/**
 * By compensation.
 */
compensations: Array<PlannedCompensation>, };

/**
 * Asks for rows.
 */
export type IntakeRequest = { 
/**
 * Cost centre of the unit; none: all.
 */
unit: string | null, 
/**
 * `2026Q3`, `2026` or `2026-07-01/2027-06-30`; none: all.
 */
period: string | null, 
/**
 * `waiting`, `received`, `nothing-to-claim`, `in-claim` or `submitted`; none: all.
 */
state: string | null, 
/**
 * Only units that have said nothing and have little time left.
 */
silent: boolean, };

/**
 * A row: what one unit is asked for.
 */
export type IntakeRowView = { 
/**
 * Its id; the same as that of its last day.
 */
row: string, 
/**
 * Code of the law.
 */
compensation: string, 
/**
 * The compensation's short name.
 */
compensation_name: string, 
/**
 * `2026Q3`, `2026` or `2026-07-01/2027-06-30`.
 */
period: string, 
/**
 * The period in words.
 */
period_words: string, 
/**
 * Cost centre of the unit.
 */
unit: string, 
/**
 * The unit's name.
 */
unit_name: string, 
/**
 * `waiting`, `received`, `nothing-to-claim`, `in-claim` or `submitted`.
 */
state: string, 
/**
 * From whom; empty where nobody has said it.
 */
from: string, 
/**
 * When it was said.
 */
on: string | null, 
/**
 * Who noted it.
 */
marked_by: string | null, 
/**
 * When, in UTC.
 */
marked_at: string | null, 
/**
 * The last day that holds, inclusive: what was typed, else the law's cautious one.
 */
last_day: string, 
/**
 * Days left until then on the business date; negative where the day has passed.
 */
days_left: number, 
/**
 * `passed`, `within-14`, `within-45`, `later` or `done`.
 */
group: string, 
/**
 * The last day by the law, strictly by the number of the day; none where it has none for the period.
 */
cautious: string | null, 
/**
 * As the agency writes it.
 */
practice: string | null, 
/**
 * The agency's day, moved to the next working day.
 */
statutory: string | null, 
/**
 * The day by which the city asks the unit.
 */
inner: string, 
/**
 * Days left until then.
 */
inner_days_left: number, 
/**
 * Whether the unit has said nothing and little of its time is left.
 */
silent: boolean, 
/**
 * What is lost when the day passes; none where it is not known.
 */
amount_ore: number | null, 
/**
 * A note.
 */
note: string, };

/**
 * How the city asks its units for what claims build on.
 */
export type IntakeSettings = { 
/**
 * Days after the end of a period within which a unit answers, moved to a working day.
 */
inner_days: number, 
/**
 * Compensations with another time.
 */
inner: Array<InnerDays>, 
/**
 * A unit that has not answered is told in red when fewer days are left of them.
 */
warn_days: number, 
/**
 * Who signs a reminder.
 */
sender: string, 
/**
 * Units with something of their own.
 */
units: Array<IntakeUnit>, };

/**
 * A unit that is asked otherwise than the distribution key says, or that a reminder is sent to.
 */
export type IntakeUnit = { 
/**
 * Cost centre of the board.
 */
unit: string, 
/**
 * To whom a reminder is sent, such as a function's address.
 */
recipient: string, 
/**
 * The compensations that it is asked for; none: those that the key gives it.
 */
compensations: Array<string> | null, };

/**
 * Keeps how somebody wants to see a list.
 */
export type KeepLayoutRequest = { 
/**
 * The operation that answers with it.
 */
list: string, 
/**
 * How.
 */
layout: ListLayoutView, };

/**
 * Keeps the report.
 */
export type KeepReport = { 
/**
 * The client's id; none: a new one.
 */
id: string | null, 
/**
 * The day, inclusive; none: the business date.
 */
as_of: string | null, 
/**
 * Names of rows; none: every row that is new.
 */
rows: Array<string>, 
/**
 * Of this compensation alone.
 */
compensation: string | null, 
/**
 * Of this person alone, by the register's own Person-id.
 */
person: string | null, };

/**
 * A report that was kept.
 */
export type Kept = { 
/**
 * Its id.
 */
id: string, 
/**
 * How many rows are followed from now on.
 */
rows: number, };

/**
 * A compensation whose key is another one on some payment dates.
 */
export type KeyChangeView = { 
/**
 * The compensation.
 */
compensation: string, 
/**
 * Its short name.
 */
name: string, 
/**
 * First payment date.
 */
from: string, 
/**
 * Last payment date; none until further notice.
 */
until: string | null, 
/**
 * The decision that held, where one did.
 */
was: string | null, 
/**
 * The decision that holds; none: the compensation has lost its key.
 */
is: string | null, 
/**
 * The same in words.
 */
text: string, };

/**
 * A decision that has been entered.
 */
export type KeyDecided = { 
/**
 * How it ended.
 */
outcome: Outcome, 
/**
 * The compensations that get another key, and those that lose theirs.
 */
changes: Array<KeyChangeView>, };

/**
 * The working copy of a key.
 */
export type KeyDraftView = { 
/**
 * Done, or findings where it does not work out.
 */
outcome: Outcome, 
/**
 * Whether somebody has begun one; else it is what holds.
 */
begun: boolean, 
/**
 * Its lines, by compensation.
 */
lines: Array<KeyLineView>, 
/**
 * What is wrong with it.
 */
faults: Array<KeyFaultView>, 
/**
 * Compensations that it shares otherwise than what holds.
 */
differs: Array<string>, 
/**
 * Compensations that the city is still paid and that it does not share.
 */
without: Array<string>, };

/**
 * What is wrong with the working copy.
 */
export type KeyFaultView = { 
/**
 * The compensation, where it is about one.
 */
compensation: string | null, 
/**
 * In words.
 */
text: string, };

/**
 * What a file of keys brought in.
 */
export type KeyImported = { 
/**
 * How it ended; with findings nothing has been changed.
 */
outcome: Outcome, 
/**
 * Lines taken in.
 */
lines: number, 
/**
 * The compensations that get another key, and those that lose theirs.
 */
changes: Array<KeyChangeView>, 
/**
 * What is wrong.
 */
diagnostics: Array<Diagnostic>, };

/**
 * A line of a key.
 */
export type KeyLineView = { 
/**
 * Compensation.
 */
compensation: string, 
/**
 * The person's board, or a cost centre.
 */
target: string, 
/**
 * Per cent.
 */
percent: string, 
/**
 * Whether it takes the remaining öre.
 */
takes_remainder: boolean, };

/**
 * A past month shared with another key; nothing has been changed.
 */
export type KeyTried = { 
/**
 * How it ended; findings where the file is wrong or money would stay for want of a key.
 */
outcome: Outcome, 
/**
 * How many payments the month has.
 */
rows: number, 
/**
 * Their sum.
 */
in_ore: number, 
/**
 * What the boards have of it.
 */
was_out_ore: number, 
/**
 * What they would have got.
 */
would_be_out_ore: number, 
/**
 * Where the two differ.
 */
differs: Array<TrialCellView>, 
/**
 * What would stay on the observation account.
 */
stays: Array<TrialStays>, 
/**
 * What is wrong with the file.
 */
diagnostics: Array<Diagnostic>, };

/**
 * A distribution key.
 */
export type KeyView = { 
/**
 * The decision's number.
 */
decision_number: string, 
/**
 * First payment date.
 */
valid_from: string, 
/**
 * Last payment date.
 */
valid_until: string | null, 
/**
 * Whether it is an example.
 */
example: boolean, 
/**
 * Its lines.
 */
lines: Array<KeyLineView>, };

/**
 * Every key in force.
 */
export type Keys = { 
/**
 * The keys.
 */
keys: Array<KeyView>, };

/**
 * By when a claim must have come in, as three ways of counting have it.
 */
export type LastDayAnswer = { 
/**
 * The compensation's code.
 */
code: string, 
/**
 * First day of the period.
 */
period_from: string, 
/**
 * Last day of the period, inclusive.
 */
period_until: string, 
/**
 * Strictly by the number of the day: warnings go by this one.
 */
cautious: string, 
/**
 * As the agency writes it.
 */
practice: string, 
/**
 * The agency's day, moved to the next working day.
 */
statutory: string, 
/**
 * The rule: a stable code.
 */
rule: string, 
/**
 * The rule in a sentence.
 */
rule_text: string, 
/**
 * Which limit decided: `period`, `reception` or `first-claim`.
 */
decided_by: string, 
/**
 * What counts as received, in a sentence.
 */
received_text: string, };

/**
 * Asks for the last day of a claim.
 */
export type LastDayQuestion = { 
/**
 * The compensation's code.
 */
code: string, 
/**
 * `2026Q2`, `2025` or `2026-01-01/2026-03-31`.
 */
period: string, 
/**
 * When the person was first received, where the rule needs it.
 */
received: string | null, 
/**
 * Whether it is the first claim about the person.
 */
first_claim: boolean, };

/**
 * A last day.
 */
export type LastDayView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Code of the law.
 */
compensation: string, 
/**
 * The compensation's short name.
 */
compensation_name: string, 
/**
 * `2026Q2`, `2026` or `2026-07-01/2027-06-30`.
 */
period: string, 
/**
 * The period in words.
 */
period_words: string, 
/**
 * Cost centre of the unit.
 */
unit: string, 
/**
 * The unit's name.
 */
unit_name: string, 
/**
 * The last day, inclusive.
 */
last_day: string, 
/**
 * Days left on the business date; 0 is today, negative where the day has passed.
 */
days_left: number, 
/**
 * `passed`, `within-14`, `within-45`, `later` or `done`.
 */
group: string, 
/**
 * What is lost when the day passes; none where it is not known.
 */
amount_ore: number | null, 
/**
 * A note.
 */
note: string, 
/**
 * Who marked it as done; none where it is not.
 */
done_by: string | null, 
/**
 * When, in UTC.
 */
done_at: string | null, };

/**
 * A page of last days.
 */
export type LastDays = { 
/**
 * By day; those that are done last.
 */
days: Array<LastDayView>, 
/**
 * How many in all.
 */
total: number, 
/**
 * Groups that hold anything, the nearest first.
 */
groups: Array<LastDaysGroup>, 
/**
 * What is lost within 45 days when nothing is done.
 */
at_risk_ore: number, 
/**
 * The business date that days are counted from.
 */
today: string, };

/**
 * What lies in one group of nearness; what is done is in none.
 */
export type LastDaysGroup = { 
/**
 * `passed`, `within-14`, `within-45` or `later`.
 */
group: string, 
/**
 * How many, on all pages.
 */
count: number, 
/**
 * Known amounts, on all pages.
 */
amount_ore: number, 
/**
 * How many have no amount.
 */
without_amount: number, };

/**
 * Asks for last days.
 */
export type LastDaysRequest = { 
/**
 * Up to this day, inclusive; none: all.
 */
until: string | null, 
/**
 * Cost centre of the unit; none: all.
 */
unit: string | null, 
/**
 * Those that are done too, after the others.
 */
include_done: boolean, };

/**
 * A case with its values through time.
 */
export type LawCaseView = { 
/**
 * Its name in the catalogue.
 */
case: string, 
/**
 * When it applies, in words.
 */
text: string, 
/**
 * Its values, the newest first.
 */
rates: Array<RateView>, };

/**
 * Every compensation.
 */
export type LawList = { 
/**
 * By ordinance and code.
 */
compensations: Array<CompensationLine>, 
/**
 * The day whose values are shown.
 */
on: string, 
/**
 * How many have a value on that day that nobody has checked lately.
 */
not_checked: number, };

/**
 * Asks for every compensation.
 */
export type LawListRequest = { 
/**
 * The day whose values are shown; none: the business date.
 */
on: string | null, };

/**
 * A compensation with its history.
 */
export type LawView = { 
/**
 * As in the list, on the business date.
 */
line: CompensationLine, 
/**
 * How it is counted, in a sentence.
 */
counting: string, 
/**
 * Who has the right to it, in a sentence.
 */
whose: string, 
/**
 * When it is paid, in a sentence.
 */
payment: string, 
/**
 * By when it is asked for, in a sentence; none where nobody asks.
 */
last_day: string | null, 
/**
 * Whether decisions can be appealed, in a sentence.
 */
appeal: string, 
/**
 * Evidence that a claim needs, in words.
 */
evidence: Array<string>, 
/**
 * Names of the open questions that its amounts hang on.
 */
open: Array<string>, 
/**
 * Its wordings, the newest first.
 */
wordings: Array<WordingView>, 
/**
 * Its cases.
 */
cases: Array<LawCaseView>, };

/**
 * Asks for a compensation.
 */
export type LawViewRequest = { 
/**
 * Its code.
 */
code: string, };

/**
 * What the ledger holds of one kind.
 */
export type LedgerSumView = { 
/**
 * Kind, such as `paid`.
 */
kind: string, 
/**
 * Entries.
 */
entries: number, 
/**
 * Their sum.
 */
amount_ore: number, };

/**
 * Who writes to the agency.
 */
export type LetterSettings = { 
/**
 * Whom to answer: name, telephone, e-mail.
 */
contact: string, 
/**
 * Postal address.
 */
address: string, 
/**
 * The city's reference, such as a diary number.
 */
reference: string, };

/**
 * Largest inputs that are read, and largest files for the agency.
 */
export type LimitSettings = { 
/**
 * A whole file, in MB (1 048 576 bytes).
 */
file_mb: number, 
/**
 * One field, in kB (1 024 bytes).
 */
field_kb: number, 
/**
 * Rows of a spreadsheet.
 */
xlsx_rows: number, 
/**
 * A spreadsheet unpacked, in MB.
 */
xlsx_unpacked_mb: number, 
/**
 * A file of a claim's package, in MB: what the agency's service takes.
 */
package_mb: number, };

/**
 * What is said about a line when a claim is given back.
 */
export type LineComment = { 
/**
 * The line's id.
 */
line: string, 
/**
 * What is said.
 */
text: string, };

/**
 * Why an amount should come.
 */
export type LineExplained = { 
/**
 * The line.
 */
line: LineView, 
/**
 * The amount with its explanation; none where nothing expects it.
 */
amount: AmountView | null, };

/**
 * What should come of one compensation for one period, with what came.
 */
export type LineView = { 
/**
 * The register's own Person-id; none: the city itself, or nobody who is known.
 */
person: string | null, 
/**
 * Who it is, as lists show it.
 */
brief: PersonBrief | null, 
/**
 * The compensation's code.
 */
compensation: string, 
/**
 * Its short name.
 */
compensation_name: string, 
/**
 * Ordinance and section.
 */
law: string, 
/**
 * First day that it is for.
 */
period_from: string | null, 
/**
 * Last day that it is for, inclusive.
 */
period_until: string | null, 
/**
 * When it should have come.
 */
due: string | null, 
/**
 * When it was decided.
 */
decided: string | null, 
/**
 * What should come.
 */
expected_ore: number, 
/**
 * What was granted of it.
 */
granted_ore: number, 
/**
 * What came and was not taken back.
 */
paid_ore: number, 
/**
 * How much a report asks for.
 */
missing_ore: number, 
/**
 * `settled`, `not-yet-due`, `not-decided`, `list-unread`, `missing`, `granted-not-paid`, `estimated`, `short`,
 * `extra`, `taken-back`, `wrong-period` or `unexpected`.
 */
state: string, 
/**
 * The state in a few words.
 */
state_text: string, 
/**
 * Why, as far as that can be seen: a stable code.
 */
cause: string | null, 
/**
 * What it is and what to do, in a sentence.
 */
text: string, 
/**
 * Parts of rows that answer to it.
 */
parts: Array<PaidPartView>, };

/**
 * How somebody wants to see a list.
 */
export type ListLayoutView = { 
/**
 * The columns in their order; those that are not named stand last, as the list has them.
 */
columns: Array<ColumnLayoutView>, };

/**
 * The lists that somebody has laid out, by the operation that answers with each.
 */
export type ListLayouts = { 
/**
 * The lists.
 */
layouts: { [key in string]: ListLayoutView }, };

/**
 * Names a payment list.
 */
export type ListRequest = { 
/**
 * The list's id.
 */
list: string, };

/**
 * The step of the main job that a list waits for.
 */
export type ListStep = "review" | "match" | "distribute" | "book" | "hand-over" | "done" | "reversed";

/**
 * A list in a list of lists.
 */
export type ListSummary = { 
/**
 * Its id.
 */
list: string, 
/**
 * The file's own name.
 */
file: string, 
/**
 * The import profile's name.
 */
profile: string, 
/**
 * `draft`, `committed` or `reversed`.
 */
state: string, 
/**
 * What it waits for.
 */
step: ListStep, 
/**
 * Last payment date of its rows.
 */
payment_date: string | null, 
/**
 * Business date of the reading.
 */
read_on: string, 
/**
 * Rows in all.
 */
rows: number, 
/**
 * Rows that wait for a decision.
 */
open_rows: number, 
/**
 * Payments that are not matched.
 */
unmatched_rows: number, 
/**
 * Sum of the rows that are or become payments.
 */
net_ore: number, 
/**
 * Sum of every row whose amount can be read.
 */
file_ore: number, 
/**
 * What the bank credited.
 */
bank_ore: number | null, 
/**
 * List less bank; of a draft the whole file less bank.
 */
difference_ore: number | null, };

/**
 * A list with its totals.
 */
export type ListView = { 
/**
 * What stands in the list of lists.
 */
summary: ListSummary, 
/**
 * `text` or `xlsx`.
 */
container: string, 
/**
 * Encoding of a text.
 */
encoding: string | null, 
/**
 * Separator of a text.
 */
separator: string | null, 
/**
 * SHA-256 of the file.
 */
sha256: string, 
/**
 * Size of the file in bytes.
 */
bytes: number, 
/**
 * Header texts of columns that are not read.
 */
unknown_columns: Array<string>, 
/**
 * Everything in the file.
 */
file_sum: RowSum, 
/**
 * What is or becomes payments.
 */
taken: RowSum, 
/**
 * What is parked.
 */
parked: RowSum, 
/**
 * What waits for a decision.
 */
left: RowSum, 
/**
 * Rows per filter.
 */
counts: FilterCounts, 
/**
 * What was found about the list as a whole and nobody has accepted. A decision about the line of
 * one accepts all that stand there.
 */
list_findings: Array<Diagnostic>, 
/**
 * Why the bank's amount differs.
 */
bank_reason: string | null, 
/**
 * Whether there is a decision to undo.
 */
can_undo: boolean, 
/**
 * The distribution runs that its rows lie in.
 */
distributions: Array<string>, };

/**
 * Which part of a list came, where it was sorted or something was looked for.
 */
export type Listed = { 
/**
 * How many rows there are in all.
 */
total: number, 
/**
 * Page from 0.
 */
page: number, };

/**
 * Which part of a list is asked for, and in which order; the field `shown` of its request.
 */
export type Listing = { 
/**
 * Page from 0.
 */
page?: number, 
/**
 * In place of `page`: the page that holds the row with this key.
 */
at?: string | null, 
/**
 * Every row in place of a page.
 */
all?: boolean, 
/**
 * By which column; none: in the list's own order.
 */
sort?: Sorting | null, 
/**
 * Only rows that hold each of these words in some cell.
 */
find?: string, };

/**
 * Every list, the newest first.
 */
export type Lists = { 
/**
 * The lists.
 */
lists: Array<ListSummary>, };

/**
 * A sample.
 */
export type LogReviewBrief = { 
/**
 * Its id.
 */
id: string, 
/**
 * What it was drawn of, in Swedish.
 */
terms: string, 
/**
 * What the draw hangs on.
 */
seed: number, 
/**
 * How many readings it holds.
 */
rows: number, 
/**
 * How many there were to draw from.
 */
fitting: number, 
/**
 * How many have a verdict.
 */
judged: number, 
/**
 * How many are to be asked about.
 */
to_ask: number, 
/**
 * Who drew it.
 */
drawn_by: string, 
/**
 * When, in UTC.
 */
drawn_at: string, 
/**
 * Who signed it; none: it is open.
 */
signed_by: string | null, 
/**
 * When, in UTC.
 */
signed_at: string | null, };

/**
 * Names a sample.
 */
export type LogReviewRequest = { 
/**
 * Its id.
 */
id: string, };

/**
 * A sample with its readings.
 */
export type LogReviewView = { 
/**
 * The sample.
 */
review: LogReviewBrief, 
/**
 * Its readings, the oldest first.
 */
readings: Array<ReviewedReading>, };

/**
 * The samples that were drawn.
 */
export type LogReviews = { 
/**
 * The newest first.
 */
reviews: Array<LogReviewBrief>, };

/**
 * Looks at a file.
 */
export type LookAtFile = { 
/**
 * Path of the file.
 */
path: string, };

/**
 * Makes a backup.
 */
export type MakeBackup = { 
/**
 * The folder; none: the set one.
 */
folder: string | null, };

/**
 * Makes a new recovery code.
 */
export type MakeSheet = { 
/**
 * Whether it counts first when it was typed from its sheet (`users.try_sheet`).
 */
try_sheet: boolean, 
/**
 * The acting user's password, once more.
 */
password?: string | null, };

/**
 * Marks rows of the check.
 */
export type MarkDecisions = { 
/**
 * The month of payment, `yyyy-mm`.
 */
month: string, 
/**
 * Names of rows.
 */
rows: Array<string>, 
/**
 * Whether they have been gone through, or not after all.
 */
done: boolean, };

/**
 * Says where rows stand.
 */
export type MarkIntake = { 
/**
 * Ids of the rows.
 */
rows: Array<string>, 
/**
 * `waiting`, `received`, `nothing-to-claim`, `in-claim` or `submitted`.
 */
state: string, 
/**
 * From whom; needed for `received` and `nothing-to-claim`.
 */
from: string, 
/**
 * When; empty: the business date.
 */
on: string | null, };

/**
 * Marks a last day.
 */
export type MarkLastDay = { 
/**
 * Its id.
 */
id: string, 
/**
 * Whether it is done.
 */
done: boolean, };

/**
 * Marks a watch.
 */
export type MarkWatch = { 
/**
 * The register's own Person-id.
 */
person: string, 
/**
 * Which watch.
 */
watch: string, 
/**
 * `done`, `moved`, `not-applicable` or `undone`.
 */
mark: string, 
/**
 * The day that it is moved to.
 */
day: string | null, 
/**
 * Why it is moved or there is nothing to do.
 */
reason: string, };

/**
 * Which payments a page shows.
 */
export type MatchFilter = "all" | "unmatched" | "automatic" | "manual";

/**
 * A payment with its person, in short.
 */
export type MatchLine = { 
/**
 * Line in the file.
 */
line: number, 
/**
 * The register's own Person-id; none where none.
 */
person: string | null, 
/**
 * Why, in words.
 */
reason: string, };

/**
 * A page of payments.
 */
export type MatchPage = { 
/**
 * The payments.
 */
rows: Array<MatchRow>, 
/**
 * Payments in the filter.
 */
total: number, 
/**
 * Payments in all.
 */
all: number, 
/**
 * Payments without match.
 */
unmatched: number, 
/**
 * Payments matched by the program.
 */
automatic: number, 
/**
 * Payments matched by a person.
 */
manual: number, 
/**
 * Sum of the payments without match.
 */
unmatched_ore: number, 
/**
 * Page from 0.
 */
page: number, };

/**
 * A payment with its match.
 */
export type MatchRow = { 
/**
 * Line in the file.
 */
line: number, 
/**
 * Payment code.
 */
payment_code: string | null, 
/**
 * Family and given name as the list has them.
 */
list_family_name: string | null, 
/**
 * Given name as the list has it.
 */
list_given_name: string | null, 
/**
 * Eight digits.
 */
dossier_number: string | null, 
/**
 * Twelve digits.
 */
personal_number: string | null, 
/**
 * First day of the period.
 */
period_from: string | null, 
/**
 * Last day of the period, inclusive.
 */
period_until: string | null, 
/**
 * Amount.
 */
amount_ore: number | null, 
/**
 * Whether it may go on to distribution.
 */
matched: boolean, 
/**
 * Stable code of the reason; none before matching.
 */
reason_code: string | null, 
/**
 * The reason in words.
 */
reason: string, 
/**
 * The reason in two or three words, for a column.
 */
reason_short: string, 
/**
 * The person.
 */
person: PersonBrief | null, 
/**
 * Everybody a number of the row points at.
 */
candidates: Array<PersonBrief>, 
/**
 * Whether it is distributed, so that the match stands.
 */
locked: boolean, 
/**
 * Whether it is matched, and has a number that nobody in the register has: it can be added, so that
 * what comes with that number next time is found.
 */
has_new_number: boolean, };

/**
 * A page of payments.
 */
export type MatchRowsRequest = { 
/**
 * The list's id.
 */
list: string, 
/**
 * Which payments.
 */
filter: MatchFilter, };

/**
 * What an automatic run did.
 */
export type Matched = { 
/**
 * How it ended: findings while payments stay on the observation account.
 */
outcome: Outcome, 
/**
 * The list's id.
 */
list: string, 
/**
 * Payments that are matched.
 */
matched: number, 
/**
 * Payments that stay on the observation account.
 */
suspense: number, 
/**
 * Every payment.
 */
rows: Array<MatchLine>, };

/**
 * What one board gets of one compensation.
 */
export type MatrixCell = { 
/**
 * Cost centre.
 */
cost_centre: string, 
/**
 * Net amount.
 */
amount_ore: number, 
/**
 * Whether it holds öre that rounding left.
 */
remainder: boolean, };

/**
 * Compensations that share an activity.
 */
export type MatrixGroup = { 
/**
 * Activity; empty where none is set.
 */
activity: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Compensations.
 */
rows: Array<MatrixRow>, };

/**
 * A compensation as a row.
 */
export type MatrixRow = { 
/**
 * Compensation.
 */
compensation: string, 
/**
 * Its short name.
 */
name: string, 
/**
 * The key's shares in words.
 */
key: string, 
/**
 * Payment rows.
 */
rows: number, 
/**
 * Boards that get something.
 */
cells: Array<MatrixCell>, 
/**
 * Sum over the boards.
 */
sum_ore: number, };

/**
 * A payment row without person that may be what is missing.
 */
export type MayBeView = { 
/**
 * The list's id.
 */
list: string, 
/**
 * Line in the file.
 */
line: number, 
/**
 * Day of payment.
 */
payment_date: string, 
/**
 * Its amount.
 */
amount_ore: number, 
/**
 * In what it is alike: `amount-and-period`, `amount` or `period`.
 */
likeness: string, };

/**
 * Notes that two persons are one.
 */
export type MergeRequest = { 
/**
 * The person that turns out to be the other.
 */
person: string, 
/**
 * The person that stands for both.
 */
into: string, 
/**
 * The second confirmation.
 */
confirmed: boolean, 
/**
 * Why; needed where one of the two is protected.
 */
reason: string, };

/**
 * What is missing or wrong of one compensation.
 */
export type MissingOf = { 
/**
 * Its code.
 */
compensation: string, 
/**
 * How many rows, without what is held back.
 */
count: number, 
/**
 * What they miss together.
 */
missing_ore: number, };

/**
 * A row of the report.
 */
export type MissingRow = { 
/**
 * What it is called when it is reported or printed.
 */
row: string, 
/**
 * The day of the report that asked for it first; none: not yet.
 */
reported_on: string | null, 
/**
 * Rows without person that may be what is missing.
 */
may_be: Array<MayBeView>, 
/**
 * What the agency says, where a fault that it knows holds the row back.
 */
held_because: string | null, 
/**
 * The register's own Person-id; none: the city itself, or nobody who is known.
 */
person: string | null, 
/**
 * Who it is, as lists show it.
 */
brief: PersonBrief | null, 
/**
 * The compensation's code.
 */
compensation: string, 
/**
 * Its short name.
 */
compensation_name: string, 
/**
 * Ordinance and section.
 */
law: string, 
/**
 * First day that it is for.
 */
period_from: string | null, 
/**
 * Last day that it is for, inclusive.
 */
period_until: string | null, 
/**
 * When it should have come.
 */
due: string | null, 
/**
 * When it was decided.
 */
decided: string | null, 
/**
 * What should come.
 */
expected_ore: number, 
/**
 * What was granted of it.
 */
granted_ore: number, 
/**
 * What came and was not taken back.
 */
paid_ore: number, 
/**
 * How much a report asks for.
 */
missing_ore: number, 
/**
 * `settled`, `not-yet-due`, `not-decided`, `list-unread`, `missing`, `granted-not-paid`, `estimated`, `short`,
 * `extra`, `taken-back`, `wrong-period` or `unexpected`.
 */
state: string, 
/**
 * The state in a few words.
 */
state_text: string, 
/**
 * Why, as far as that can be seen: a stable code.
 */
cause: string | null, 
/**
 * What it is and what to do, in a sentence.
 */
text: string, 
/**
 * Parts of rows that answer to it.
 */
parts: Array<PaidPartView>, };

/**
 * What is missing or wrong.
 */
export type MissingView = { 
/**
 * The day as it stands on which it is told.
 */
as_of: string, 
/**
 * The first day whose payments are in the program; none where there is no list.
 */
payments_since: string | null, 
/**
 * By compensation, what misses most first, and person; after them what a fault of the agency's holds back, with its words.
 */
rows: Array<MissingRow>, 
/**
 * By compensation, what misses most first.
 */
groups: Array<MissingOf>, 
/**
 * What the rows miss together, without what is held back.
 */
missing_ore: number, 
/**
 * What is held back.
 */
held_ore: number, 
/**
 * How many rows are new: missing, and in no report.
 */
fresh: number, 
/**
 * What the new rows miss together.
 */
fresh_ore: number, 
/**
 * Lists that are read and not taken in: what seems to be missing may stand in them.
 */
waiting_lists: number, 
/**
 * The same in words; empty where there is none.
 */
waiting_lists_text: string, 
/**
 * Months before the day of which no list has been taken in.
 */
findings: Array<Diagnostic>, 
/**
 * By month and compensation, the oldest first.
 */
unread: Array<UnreadView>, 
/**
 * What has not come of it in all.
 */
unread_ore: number, 
/**
 * What of that should have been read by now.
 */
late_ore: number, 
/**
 * The same in a sentence; empty where every list is read.
 */
unread_text: string, 
/**
 * By compensation.
 */
unchecked: Array<UncheckedView>, 
/**
 * What is not counted, because nobody has checked the values it rests on.
 */
unchecked_ore: number, 
/**
 * How many persons there is no amount at all for.
 */
unchecked_unknown: number, 
/**
 * The same in a sentence; empty where everything is checked.
 */
unchecked_text: string, };

/**
 * A month with payments or runs.
 */
export type MonthView = { 
/**
 * `yyyy-mm`.
 */
month: string, 
/**
 * `oktober 2026`.
 */
name: string, 
/**
 * Payments that no run has distributed.
 */
free_rows: number, 
/**
 * Their sum.
 */
free_ore: number, 
/**
 * Of them, matched.
 */
ready_rows: number, 
/**
 * The month's draft.
 */
draft: DraftBrief | null, 
/**
 * The month's runs, the newest first.
 */
runs: Array<RunBrief>, };

/**
 * Months with payments or runs, the newest first.
 */
export type Months = { 
/**
 * The months.
 */
months: Array<MonthView>, };

/**
 * Moves a case to another state.
 */
export type MoveCase = { 
/**
 * The client's id of the step; none: a new one.
 */
id: string | null, 
/**
 * The case's id or number.
 */
case: string, 
/**
 * The state.
 */
to: string, 
/**
 * A note.
 */
note: string, };

/**
 * Whose database it is.
 */
export type Municipality = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its organisation number, with hyphen.
 */
organisation_number: string, 
/**
 * Whether the database is for practice.
 */
training: boolean, };

/**
 * Names something that may be claimed.
 */
export type NameCandidate = { 
/**
 * The register's own Person-id.
 */
person: string, 
/**
 * Its period as lists show it; none: all of the person that fit the claim.
 */
period: string | null, };

/**
 * A filter of the list of persons that has a name; it holds no searched text.
 */
export type NamedView = { 
/**
 * What it is called.
 */
name: string, 
/**
 * Cost centre of the board; none: any.
 */
cost_centre: string | null, 
/**
 * Whether only persons without a board are shown.
 */
without_board: boolean, 
/**
 * The legal ground, as in facts; none: any.
 */
ground: string | null, 
/**
 * Lowest age in whole years.
 */
age_from: number | null, 
/**
 * Highest age in whole years.
 */
age_until: number | null, };

/**
 * Every saved view.
 */
export type NamedViews = { 
/**
 * By name.
 */
views: Array<NamedView>, };

/**
 * Persons whom a new one may be.
 */
export type Namesakes = { 
/**
 * The persons.
 */
persons: Array<PersonBrief>, };

/**
 * What is decided for the whole country and no ordinance says.
 */
export type NationalSettings = { 
/**
 * Days on which mass influx has been judged to be (mottagandelagen 2026:999, 2 kap. 4 § 2).
 */
mass_influx: Array<DaySpan>, };

/**
 * What waits where.
 */
export type Navigation = { 
/**
 * The sections.
 */
sections: Array<Section>, };

/**
 * Asks what placements cost the city.
 */
export type NetRequest = { 
/**
 * First month, `yyyy-mm`.
 */
from: string, 
/**
 * Last month, inclusive.
 */
until: string, };

/**
 * A person's month.
 */
export type NetRowView = { 
/**
 * The register's own Person-id.
 */
person: string, 
/**
 * Who it is, as lists show it.
 */
brief: PersonBrief, 
/**
 * `yyyy-mm`.
 */
month: string, 
/**
 * What the city has borne.
 */
cost_ore: number, 
/**
 * Lump sums that came for its days.
 */
lump_sum_ore: number, 
/**
 * What claims that stand ask for.
 */
claimed_ore: number, 
/**
 * What is left for the city.
 */
net_ore: number, };

/**
 * What placements cost the city.
 */
export type NetView = { 
/**
 * The worst first.
 */
rows: Array<NetRowView>, 
/**
 * How many in all.
 */
total: number, 
/**
 * What the city has borne in all of them.
 */
cost_ore: number, 
/**
 * Lump sums that came for their days.
 */
lump_sum_ore: number, 
/**
 * What claims that stand ask for.
 */
claimed_ore: number, 
/**
 * What all of them leave.
 */
net_ore: number, };

/**
 * A due day to be added.
 */
export type NewDue = { 
/**
 * The client's id; none: a new one.
 */
id: string | null, 
/**
 * ISO day.
 */
due_on: string, 
/**
 * What is due.
 */
what: string, };

/**
 * A compensation of which nothing is expected.
 */
export type NotTriggeredView = { 
/**
 * The compensation's code.
 */
compensation: string, 
/**
 * Its short name.
 */
compensation_name: string, 
/**
 * Why: a stable code.
 */
because: string, 
/**
 * Why, in a sentence.
 */
text: string, };

/**
 * Notes numbers of a claim; what is left out stays.
 */
export type NoteClaimNumbers = { 
/**
 * The client's id of the step; none: a new one.
 */
id: string | null, 
/**
 * The claim's id or number.
 */
claim: string, 
/**
 * The version of the claim that was seen; none: whichever it has.
 */
version: number | null, 
/**
 * The city's own diary number.
 */
diary_number: string | null, 
/**
 * The agency's case number.
 */
agency_number: string | null, };

/**
 * Notes a fault that the agency knows.
 */
export type NoteFault = { 
/**
 * The client's id.
 */
id: string, 
/**
 * The compensation's code; none: all.
 */
compensation: string | null, 
/**
 * First day that it is about.
 */
period_from: string, 
/**
 * Last day that it is about, inclusive.
 */
period_until: string, 
/**
 * What the agency says.
 */
words: string, };

/**
 * Notes what was found of a reading.
 */
export type NoteReading = { 
/**
 * The sample's id.
 */
id: string, 
/**
 * The reading's number.
 */
reading: number, 
/**
 * `in-order` or `to-ask`.
 */
verdict: string, 
/**
 * What is to be asked, or why it is in order.
 */
note: string, };

/**
 * A request without content.
 */
export type Nothing = Record<symbol, never>;

/**
 * The city's own numbers, which sums without persons are paid by (SFS 2017:193, 7, 14 and 18 a §§).
 */
export type NumberSettings = { 
/**
 * Forecasts of the number of children, and the city's share.
 */
forecasts: { year: number; children: number; share_per_mille: number | string }[], 
/**
 * Allocation numbers, in the order in which they were set.
 */
allocations: { from: string; until: string; set_on: string; number: number }[], 
/**
 * Places made ready, stage by stage.
 */
places: { from: string; until: string; number: number }[], };

/**
 * Opens a case.
 */
export type OpenCase = { 
/**
 * The client's id; none: a new one.
 */
id: string | null, 
/**
 * Person-id.
 */
person: string, 
/**
 * `lump-sum`, `claim`, `responsibility-change` or `other`.
 */
kind: string, 
/**
 * Code of the law, where it is about one.
 */
compensation: string | null, 
/**
 * Who handles it; none: the acting person.
 */
officer: string | null, 
/**
 * Cost centre of the board; none: the one that answers for the person today.
 */
cost_centre: string | null, 
/**
 * What is due.
 */
due: NewDue | null, 
/**
 * A note.
 */
note: string, };

/**
 * Opens a database.
 */
export type OpenDatabase = { 
/**
 * Who logs in; none: the database is one person's.
 */
user?: string | null, 
/**
 * Where; none: the default place.
 */
path: string | null, 
/**
 * The passphrase; none where the environment gives the key.
 */
passphrase: string | null, };

/**
 * Opens a protected person.
 */
export type OpenPerson = { 
/**
 * The register's own Person-id.
 */
person: string, 
/**
 * Why.
 */
reason: string, };

/**
 * The open database.
 */
export type OpenSession = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * The municipality's name.
 */
municipality: string, 
/**
 * Its organisation number.
 */
organisation_number: string, 
/**
 * Whether it is for practice.
 */
training: boolean, 
/**
 * The acting person.
 */
user: string, 
/**
 * Whether the acting person has logged in as a user.
 */
logged_in: boolean, 
/**
 * What the acting person may be trusted with, by names of contracts.
 */
rights: Array<string>, 
/**
 * In one person's database the number of the city's decision on it; none: it is missing, or there
 * are users.
 */
single_person: string | null, 
/**
 * How the password came where another gave it or the recovery code was used, until it is changed: in
 * words.
 */
password_told: string | null, 
/**
 * Whether nothing can be signed before the password is changed.
 */
password_given: boolean, 
/**
 * Whether no recovery code counts yet.
 */
sheet_missing: boolean, 
/**
 * Business date.
 */
today: string, 
/**
 * Whether a distribution key in force is an example.
 */
example_key: boolean, 
/**
 * Whether accounts are examples.
 */
example_accounts: boolean, 
/**
 * Whether payment codes are invented.
 */
example_codes: boolean, 
/**
 * The municipality's colour, `#rrggbb`.
 */
accent: string, 
/**
 * `system`, `light` or `dark`.
 */
theme: string, 
/**
 * Whether single letters work as shortcuts in lists.
 */
letter_keys: boolean, 
/**
 * `dense` or `airy`.
 */
density: string, };

/**
 * An order in a list.
 */
export type OrderBrief = { 
/**
 * Its id.
 */
order: string, 
/**
 * Its number, such as `MIGV2026-0001`.
 */
number: string, 
/**
 * `created`, `attested`, `handed-over`, `booked` or `withdrawn`.
 */
state: string, 
/**
 * Whether an attest was made without a second person.
 */
without_second_person: boolean, 
/**
 * The month of payment, `yyyy-mm`.
 */
month: string, 
/**
 * The distribution it books.
 */
distribution: string, 
/**
 * The number of the order that it takes back.
 */
reverses: string | null, 
/**
 * Voucher date.
 */
voucher_date: string, 
/**
 * Accounting period, `yyyymm`.
 */
period: string, 
/**
 * Sum of its debit postings.
 */
debit_ore: number, 
/**
 * Whether key or accounts were examples.
 */
example: boolean, };

/**
 * Names an order.
 */
export type OrderRequest = { 
/**
 * Its id or number.
 */
order: string, };

/**
 * An order with its vouchers.
 */
export type OrderView = { 
/**
 * In short.
 */
brief: OrderBrief, 
/**
 * Its vouchers.
 */
vouchers: Array<VoucherView>, 
/**
 * Steps it has taken.
 */
steps: Array<StepView>, 
/**
 * Files made of it.
 */
files: Array<FileView>, 
/**
 * Numbers of the orders that take it back.
 */
reversed_by: Array<string>, 
/**
 * Names of accounts by number.
 */
account_names: { [key in string]: string }, 
/**
 * Names of boards by cost centre.
 */
board_names: { [key in string]: string }, };

/**
 * Every order, the newest first.
 */
export type Orders = { 
/**
 * The orders.
 */
orders: Array<OrderBrief>, };

/**
 * A file that was imported, by what was read from it.
 */
export type OriginalView = { 
/**
 * What it holds: `payment-list`, `register` or `decisions`.
 */
kind: string, 
/**
 * The id of the list or draft.
 */
id: string, 
/**
 * Where that stands: `draft`, `committed` or `reversed`.
 */
state: string, 
/**
 * Day of the reading.
 */
read_on: string, 
/**
 * The file's own name.
 */
file: string, 
/**
 * Size in bytes.
 */
bytes: number, 
/**
 * SHA-256 in hexadecimal.
 */
sha256: string, };

/**
 * Files that were imported.
 */
export type Originals = { 
/**
 * The newest first.
 */
files: Array<OriginalView>, };

/**
 * Kept files against their SHA-256.
 */
export type OriginalsView = { 
/**
 * Whether all fit.
 */
ok: boolean, 
/**
 * Imported files.
 */
checked: number, 
/**
 * Booking files.
 */
booking_files: number, 
/**
 * Documents of cases.
 */
documents: number, 
/**
 * What does not fit.
 */
broken: Array<Disagreement>, };

/**
 * How a piece of work ended.
 */
export type Outcome = "done" | "findings" | "refused";

/**
 * What is expected for everybody.
 */
export type OverviewView = { 
/**
 * The day as it stands on which it is told.
 */
as_of: string, 
/**
 * The first day whose payments are in the program; none where there is no list.
 */
payments_since: string | null, 
/**
 * How many persons were looked at.
 */
persons: number, 
/**
 * How many amounts.
 */
amounts: number, 
/**
 * Over everything.
 */
sums: SumsView, 
/**
 * By month, the latest first.
 */
months: Array<ExpectedMonth>, 
/**
 * By compensation.
 */
compensations: Array<ExpectedOf>, };

/**
 * An own value in the list.
 */
export type OwnRateView = { 
/**
 * Its id.
 */
id: string, 
/**
 * The compensation's code.
 */
code: string, 
/**
 * When the case applies, in words.
 */
case: string, 
/**
 * First day.
 */
valid_from: string, 
/**
 * Last day, inclusive; none until further notice.
 */
valid_until: string | null, 
/**
 * The value as written.
 */
value: string, 
/**
 * Where it was read.
 */
source: string, 
/**
 * Whether a later version of the program has its own value for those days, which counts.
 */
overtaken: boolean, };

/**
 * A file of a package.
 */
export type PackageFileView = { 
/**
 * Its name.
 */
name: string, 
/**
 * Size in bytes.
 */
bytes: number, 
/**
 * SHA-256 in hexadecimal.
 */
sha256: string, };

/**
 * Files that were written.
 */
export type PackageWritten = { 
/**
 * The folder.
 */
path: string, 
/**
 * The files.
 */
files: Array<PackageFileView>, };

/**
 * What was paid in a month.
 */
export type PaidMonth = { 
/**
 * The month of the payment, `yyyy-mm`.
 */
month: string, 
/**
 * Its sum.
 */
ore: number, };

/**
 * A part of a payment row.
 */
export type PaidPartView = { 
/**
 * The list's id.
 */
list: string, 
/**
 * Line in the file.
 */
line: number, 
/**
 * Day of payment.
 */
payment_date: string, 
/**
 * How much of it.
 */
amount_ore: number, };

/**
 * The head of the chain as it stands on a paper.
 */
export type PaperHead = { 
/**
 * The event's number.
 */
event: number, 
/**
 * The beginning of its hash, sixteen digits or more.
 */
hash: string, 
/**
 * The signature below it, where that is to be held too.
 */
signature?: string | null, 
/**
 * Whose signature it is said to be.
 */
signed_by?: string | null, };

/**
 * A part that others have made.
 */
export type Part = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its version.
 */
version: string, 
/**
 * Its licence.
 */
licence: string, };

/**
 * Passes a finding with a reason.
 */
export type PassClaimFinding = { 
/**
 * The client's id of the step; none: a new one.
 */
id: string | null, 
/**
 * The claim's id or number.
 */
claim: string, 
/**
 * The version of the claim that was seen; none: whichever it has.
 */
version: number | null, 
/**
 * The finding's code.
 */
code: string, 
/**
 * The id of the line that it is about; none: the whole claim.
 */
line: string | null, 
/**
 * Why.
 */
reason: string, };

/**
 * The password has been changed.
 */
export type PasswordChanged = { 
/**
 * Whose.
 */
user: string, };

/**
 * An accounting period.
 */
export type PeriodView = { 
/**
 * `yyyy-mm`; the thirteenth is `yyyy-13`.
 */
period: string, 
/**
 * The fiscal year.
 */
year: number, 
/**
 * Whether nothing more is booked in it.
 */
closed: boolean, 
/**
 * Whether orders are booked in it.
 */
has_orders: boolean, 
/**
 * Who closed or opened it last; none: nobody ever has.
 */
changed_by: string | null, 
/**
 * When, UTC.
 */
changed_at: string | null, 
/**
 * First voucher date.
 */
from: string, 
/**
 * Last voucher date.
 */
until: string, };

/**
 * Accounting periods, the oldest first.
 */
export type Periods = { 
/**
 * The periods.
 */
periods: Array<PeriodView>, };

/**
 * A person in a list.
 */
export type PersonBrief = { 
/**
 * The register's own Person-id.
 */
person: string, 
/**
 * Family name.
 */
family_name: string, 
/**
 * Given name.
 */
given_name: string, 
/**
 * Birth date.
 */
birth_date: string | null, 
/**
 * Eight digits, of several the first.
 */
dossier_number: string | null, 
/**
 * Twelve digits, of several the first.
 */
personal_number: string | null, 
/**
 * Cost centre of the board that answers for the person today.
 */
cost_centre: string | null, 
/**
 * Its name.
 */
board: string | null, 
/**
 * Whether personal data are protected; then all of the above is hidden but the Person-id.
 */
protected: boolean, };

/**
 * What may be claimed for a person.
 */
export type PersonCandidatesView = { 
/**
 * The nearest last day first.
 */
rows: Array<CandidateExplained>, 
/**
 * Costs that give no right, with why.
 */
without_right: Array<WithoutRightView>, };

/**
 * What is expected of a person.
 */
export type PersonExpected = { 
/**
 * The person; none: the city itself.
 */
person: string | null, 
/**
 * The day as it stands on which it is told.
 */
as_of: string, 
/**
 * The first day whose payments are in the program; none where there is no list.
 */
payments_since: string | null, 
/**
 * What should come with what came, by compensation and period.
 */
lines: Array<LineView>, 
/**
 * Of which compensations nothing is expected, and why.
 */
not_triggered: Array<NotTriggeredView>, 
/**
 * What should come in all.
 */
expected_ore: number, 
/**
 * What came.
 */
paid_ore: number, 
/**
 * What is missing.
 */
missing_ore: number, 
/**
 * By month, the oldest first.
 */
months: Array<DueMonth>, };

/**
 * An extract that was written.
 */
export type PersonExtract = { 
/**
 * The PDF and the JSON beside it.
 */
files: Array<string>, 
/**
 * Rows in them.
 */
rows: number, 
/**
 * Size of both in bytes.
 */
bytes: number, };

/**
 * Money of a person: one distributed or paid row.
 */
export type PersonMoney = { 
/**
 * A link of the chain: `cost`, `claimed`, `paid`, `distributed`, `handed-over`, `booked`, …
 */
kind: string, 
/**
 * Compensation.
 */
compensation: string | null, 
/**
 * Its short name.
 */
compensation_name: string | null, 
/**
 * First day of the period.
 */
period_from: string | null, 
/**
 * Last day of the period, inclusive.
 */
period_until: string | null, 
/**
 * Cost centre of the board that got it.
 */
cost_centre: string | null, 
/**
 * Amount.
 */
amount_ore: number, 
/**
 * The list's id.
 */
list: string | null, 
/**
 * Line in the file.
 */
line: number | null, 
/**
 * The day on which the list was paid.
 */
payment_date: string | null, };

/**
 * Names a person.
 */
export type PersonRequest = { 
/**
 * The register's own Person-id.
 */
person: string, };

/**
 * A person.
 */
export type PersonView = { 
/**
 * What stands in lists.
 */
brief: PersonBrief, 
/**
 * Whether everything below is hidden until somebody opens the person with a reason.
 */
closed: boolean, 
/**
 * Whole years of age on the business date, by the birth date.
 */
age: number | null, 
/**
 * Every dossier number.
 */
dossier_numbers: Array<string>, 
/**
 * Every personal and coordination number.
 */
personal_numbers: Array<string>, 
/**
 * The register's label.
 */
group: string | null, 
/**
 * Day of reception.
 */
received: string | null, 
/**
 * Boards in the order of their first days.
 */
boards: Array<BoardSpanView>, 
/**
 * Facts that hold by what is known now.
 */
facts: Array<FactView>, 
/**
 * Every entry in the order it was made, corrected and taken-back ones too.
 */
entries: Array<FactView>, 
/**
 * Days on which what is known changed, earliest first.
 */
days: Array<string>, 
/**
 * What does not fit together.
 */
disorders: Array<DisorderView>, 
/**
 * Ids of persons that turned out to be this one.
 */
merged: Array<string>, 
/**
 * The others of the household on the business date; protected ones only where somebody has
 * opened them, since the page tells where this person lives.
 */
household: Array<PersonBrief>, 
/**
 * The household's name, where the person belongs to one on the business date.
 */
household_name: string | null, 
/**
 * The ledger's entries.
 */
money: Array<PersonMoney>, 
/**
 * What was paid, by month, the oldest first.
 */
paid_months: Array<PaidMonth>, 
/**
 * What was paid in all.
 */
paid_ore: number, };

/**
 * A page of persons.
 */
export type PersonsPage = { 
/**
 * The persons.
 */
persons: Array<PersonBrief>, 
/**
 * How many there are in all; where something was typed no more than a thousand are counted.
 */
total: number, 
/**
 * Whether more fit than were counted: more has to be typed.
 */
more: boolean, 
/**
 * Page from 0.
 */
page: number, 
/**
 * Protected persons, whom what is narrowed to a board leaves out: all there are, whichever
 * board answers for them.
 */
left_out: number, 
/**
 * The same in words; empty where nobody is left out.
 */
left_out_text: string, };

/**
 * Where something is wrong.
 */
export type Place = { 
/**
 * The file's own name.
 */
file: string | null, 
/**
 * Line as a text editor counts.
 */
line: number | null, 
/**
 * Field number from 1.
 */
column: number | null, 
/**
 * Name of a field of the request.
 */
field: string | null, };

/**
 * What units would be asked for of a compensation.
 */
export type PlannedCompensation = { 
/**
 * Code of the law.
 */
compensation: string, 
/**
 * Its short name.
 */
compensation_name: string, 
/**
 * Last day by the law, strictly by the number of the day.
 */
cautious: string, 
/**
 * As the agency writes it.
 */
practice: string, 
/**
 * The agency's day, moved to the next working day.
 */
statutory: string, 
/**
 * Names of the units that get a row.
 */
units: Array<string>, 
/**
 * How many units have one already.
 */
there: number, };

/**
 * Names a posting.
 */
export type PostingRequest = { 
/**
 * The order's id or number.
 */
order: string, 
/**
 * Voucher within the order, from 1.
 */
voucher: number, 
/**
 * Posting within the voucher, from 1.
 */
posting: number, };

/**
 * A posting of a voucher.
 */
export type PostingView = { 
/**
 * Number within the voucher, from 1.
 */
posting: number, 
/**
 * Account.
 */
account: string, 
/**
 * Cost centre.
 */
cost_centre: string | null, 
/**
 * Activity.
 */
activity: string | null, 
/**
 * Counterpart.
 */
counterpart: string | null, 
/**
 * Debit positive, credit negative.
 */
amount_ore: number, 
/**
 * Text.
 */
text: string, };

/**
 * What a preview shows.
 */
export type Preview = { 
/**
 * How it ended.
 */
outcome: Outcome, 
/**
 * The profile's name.
 */
profile: string, 
/**
 * `text` or `xlsx`.
 */
container: string, 
/**
 * Encoding of a text.
 */
encoding: string | null, 
/**
 * Separator of a text.
 */
separator: string | null, 
/**
 * Rows.
 */
rows: number, 
/**
 * Sum of what can be read.
 */
net_ore: number, 
/**
 * Sum of the positive amounts.
 */
positive_ore: number, 
/**
 * Sum of the negative amounts.
 */
negative_ore: number, 
/**
 * Every row as meant.
 */
payments: Array<PreviewPayment>, 
/**
 * Everything that is wrong.
 */
diagnostics: Array<Diagnostic>, };

/**
 * A row of a preview, as meant.
 */
export type PreviewPayment = { 
/**
 * Line in the file.
 */
line: number, 
/**
 * Payment code.
 */
payment_code: string | null, 
/**
 * Compensation of the law; none while the code is unknown or unmapped.
 */
compensation: string | null, 
/**
 * Whether the code takes money back.
 */
clawback: boolean | null, 
/**
 * Eight digits.
 */
dossier_number: string | null, 
/**
 * Twelve digits.
 */
personal_number: string | null, 
/**
 * Family name.
 */
family_name: string | null, 
/**
 * Given name.
 */
given_name: string | null, 
/**
 * Case number of Migrationsverket.
 */
case_number: string | null, 
/**
 * Day of the decision.
 */
decision_date: string | null, 
/**
 * First day of the period.
 */
period_from: string | null, 
/**
 * Last day of the period, inclusive.
 */
period_until: string | null, 
/**
 * Days as stated.
 */
days: number | null, 
/**
 * Day of payment.
 */
payment_date: string | null, 
/**
 * Amount.
 */
amount_ore: number | null, };

/**
 * Reads a list through without keeping anything.
 */
export type PreviewRequest = { 
/**
 * Path of the file.
 */
path: string, 
/**
 * The import profile's name; none: the one that suits.
 */
profile: string | null, 
/**
 * Payment date of a list that does not say it.
 */
payment_date: string | null, };

/**
 * Writes the report to a file: what is new, certain rows, or a report that was kept.
 */
export type PrintMissing = { 
/**
 * Where: a workbook where it ends in `.xlsx`, otherwise PDF.
 */
path: string, 
/**
 * The day, inclusive; none: the business date.
 */
as_of: string | null, 
/**
 * The id of a report that was kept; none: what is missing now.
 */
report: string | null, 
/**
 * Names of rows; none: every row that is new.
 */
rows: Array<string>, 
/**
 * Of this compensation alone.
 */
compensation: string | null, 
/**
 * Of this person alone, by the register's own Person-id.
 */
person: string | null, };

/**
 * Writes the printable order.
 */
export type PrintRequest = { 
/**
 * Its id or number.
 */
order: string, 
/**
 * Path of the PDF.
 */
path: string, };

/**
 * Prints what lies on the observation account.
 */
export type PrintSuspenseRequest = { 
/**
 * On which day; none: the business date.
 */
as_of: string | null, 
/**
 * Where.
 */
path: string, };

/**
 * A list in words, to be printed.
 */
export type PrintedList = { 
/**
 * What it is called.
 */
title: string, 
/**
 * The columns' headings.
 */
heads: Array<string>, 
/**
 * Which columns hold numbers.
 */
numbers: Array<boolean>, 
/**
 * The cells of each row.
 */
rows: Array<Array<string>>, };

/**
 * A column that an import profile reads.
 */
export type ProfileColumn = { 
/**
 * The field's name, such as `payment_date`.
 */
field: string, 
/**
 * Accepted header names, the one to show first.
 */
names: Array<string>, 
/**
 * Whether a list without it is of another layout.
 */
required: boolean, };

/**
 * An import profile.
 */
export type ProfileView = { 
/**
 * Its name.
 */
name: string, 
/**
 * `payment-list` or `register`.
 */
kind: string, 
/**
 * Version.
 */
version: number, 
/**
 * For people.
 */
description: string, 
/**
 * The columns that it reads, in the order of a list.
 */
columns: Array<ProfileColumn>, 
/**
 * As TOML.
 */
toml: string, };

/**
 * Every import profile.
 */
export type Profiles = { 
/**
 * The profiles.
 */
profiles: Array<ProfileView>, };

/**
 * A correction to be accepted or not.
 */
export type ProposalView = { 
/**
 * New texts by field.
 */
fields: { [key in string]: string }, 
/**
 * Why, in words.
 */
reason: string, };

/**
 * Persons that a payment list proposes.
 */
export type Proposals = { 
/**
 * The list's id.
 */
list: string, 
/**
 * In the order of their first rows.
 */
persons: Array<ProposedPerson>, };

/**
 * What adding proposed persons did.
 */
export type ProposalsTaken = { 
/**
 * Person-ids of the new persons.
 */
persons: Array<string>, 
/**
 * Rows that are matched now.
 */
matched: number, };

/**
 * Proposes a role.
 */
export type ProposeRole = { 
/**
 * The client's id; none: a new one.
 */
id: string | null, 
/**
 * Who is to hold it.
 */
user: string, 
/**
 * Its name in contracts.
 */
role: string, 
/**
 * Boards that it is held for.
 */
boards: Array<string>, 
/**
 * For whom it is held as a stand-in.
 */
stands_in_for: string | null, 
/**
 * First day; none: today.
 */
from: string | null, 
/**
 * Last day; none: until further notice.
 */
until: string | null, 
/**
 * The acting user's password, once more.
 */
password?: string | null, };

/**
 * A person that a payment list proposes.
 */
export type ProposedPerson = { 
/**
 * Family name.
 */
family_name: string, 
/**
 * Given name.
 */
given_name: string, 
/**
 * Eight digits.
 */
dossier_number: string | null, 
/**
 * Twelve digits.
 */
personal_number: string | null, 
/**
 * The rows about this person.
 */
lines: Array<number>, 
/**
 * Whether its rows name different names or numbers.
 */
differs: boolean, 
/**
 * The birth date that the number states.
 */
birth_date: string | null, 
/**
 * What the payments tell of the person, in a sentence each.
 */
told: Array<string>, };

/**
 * A voucher that the next order would hold.
 */
export type ProposedVoucher = { 
/**
 * Its text.
 */
text: string, 
/**
 * How many postings.
 */
postings: number, 
/**
 * Sum of the debit postings.
 */
debit_ore: number, };

/**
 * Writes the protocol of a review.
 */
export type ProtocolRequest = { 
/**
 * The list's id.
 */
list: string, 
/**
 * Path of the PDF.
 */
path: string, };

/**
 * A pupil.
 */
export type PupilView = { 
/**
 * The register's own Person-id.
 */
person: string, 
/**
 * Who it is, as lists show it.
 */
brief: PersonBrief, 
/**
 * By first day; empty for whoever is protected.
 */
schooling: Array<SchoolingView>, };

/**
 * A page of pupils.
 */
export type PupilsPage = { 
/**
 * By number of the person.
 */
pupils: Array<PupilView>, 
/**
 * How many in all.
 */
total: number, };

/**
 * Asks who goes to school.
 */
export type PupilsRequest = { 
/**
 * On any of these days: `2026Q3`, `2026` or two days with a slash; none: on the business date.
 */
period: string | null, };

/**
 * A question that the texts leave open.
 */
export type QuestionView = { 
/**
 * Its name.
 */
question: string, 
/**
 * In words.
 */
text: string, 
/**
 * The section that leaves it open.
 */
section: string, 
/**
 * Its answers, the one that ships first.
 */
answers: Array<AnswerView>, };

/**
 * A receivable that was raised when an earlier year was closed.
 */
export type RaisedReceivable = { 
/**
 * Of which compensation.
 */
compensation: string, 
/**
 * The voucher that raised it.
 */
voucher: string, };

/**
 * An interval that changes.
 */
export type RateChangeView = { 
/**
 * The compensation's code.
 */
code: string, 
/**
 * When the case applies, in words.
 */
case: string, 
/**
 * Intervals as they were, in words.
 */
before: Array<string>, 
/**
 * Intervals as they will be, in words.
 */
after: Array<string>, };

/**
 * What a value changes.
 */
export type RatePreview = { 
/**
 * Its id.
 */
id: string, 
/**
 * What changes.
 */
changes: Array<RateChangeView>, };

/**
 * A dated value.
 */
export type RateView = { 
/**
 * Its id in the catalogue.
 */
rate: string, 
/**
 * First day.
 */
valid_from: string, 
/**
 * Last day, inclusive; none until further notice.
 */
valid_until: string | null, 
/**
 * In öre, where it is kronor.
 */
amount_ore: number | null, 
/**
 * The value in words, such as `1 000 kr` or `17,45 %`; none at a hole.
 */
value: string | null, 
/**
 * The acts that set it.
 */
amended_by: Array<string>, 
/**
 * Where it was read.
 */
source: string, 
/**
 * Whether it was read there.
 */
verified: boolean, 
/**
 * When it was last held against the source.
 */
checked_on: string, 
/**
 * The last day for which it is trusted; none where it is closed.
 */
trusted_until: string | null, 
/**
 * What to know about it.
 */
note: string | null, 
/**
 * Whether the municipality has entered it.
 */
own: boolean, };

/**
 * A row as written.
 */
export type RawRow = { 
/**
 * Line.
 */
line: number, 
/**
 * Cells.
 */
cells: Array<string>, };

/**
 * Reads costs into a draft.
 */
export type ReadCosts = { 
/**
 * The client's id for the draft; none: a new one. The same id again is the same draft.
 */
id: string | null, 
/**
 * Path of the file: CSV or XLSX.
 */
path: string, 
/**
 * The import profile's name; none: the one that suits.
 */
profile: string | null, };

/**
 * Reads decisions from a file.
 */
export type ReadDecisions = { 
/**
 * The file; an import profile of payment lists must suit it.
 */
path: string, 
/**
 * The import profile's name; none: the one that suits.
 */
profile: string | null, 
/**
 * The day of the decisions, where the file has none; none: the business date.
 */
decided_on: string | null, };

/**
 * Reads decisions into a draft.
 */
export type ReadDecisionsDraft = { 
/**
 * The client's id for the draft; none: a new one. The same id again is the same draft.
 */
id: string | null, 
/**
 * Path of the file: CSV or XLSX.
 */
path: string, 
/**
 * The import profile's name, of decisions or of payment lists; none: the one that suits.
 */
profile: string | null, 
/**
 * The day of the decisions, where the file has none; none: the business date.
 */
decided_on: string | null, };

/**
 * Reads a register into a draft.
 */
export type ReadRegisterRequest = { 
/**
 * The client's id for the draft; none: a new one. The same id again is the same draft.
 */
id: string | null, 
/**
 * Path of the file: CSV or XLSX.
 */
path: string, 
/**
 * The import profile's name; none: the one that suits.
 */
profile: string | null, 
/**
 * Day from which boards that differ hold, where the file does not say.
 */
board_from: string | null, };

/**
 * Reads a list into a draft.
 */
export type ReadRequest = { 
/**
 * The client's id for the list, a UUID.
 */
id: string, 
/**
 * Path of the file; none for a table that was pasted or typed.
 */
path: string | null, 
/**
 * A pasted or typed table: its name.
 */
name: string | null, 
/**
 * A pasted or typed table: header and rows, separated by tabs.
 */
text: string | null, 
/**
 * The import profile's name; none: the one that suits.
 */
profile: string | null, 
/**
 * Payment date of a list that does not say it.
 */
payment_date: string | null, };

/**
 * Reads a list of pupils into a draft.
 */
export type ReadSchoolList = { 
/**
 * The client's id for the draft; none: a new one. The same id again is the same draft.
 */
id: string | null, 
/**
 * Path of the file: CSV or XLSX.
 */
path: string, 
/**
 * The import profile's name; none: the one that suits.
 */
profile: string | null, 
/**
 * The days that the list is about: `2026Q3`, `2026` or `2026-07-01/2026-09-30`. What it says is cut
 * at them. None: every day in it is a pupil's own.
 */
period: string | null, 
/**
 * Cost centre of the unit whose list it is; pupils of its last list who are missing are asked for.
 */
unit: string | null, };

/**
 * What holding the log of reading against its chain has shown.
 */
export type ReadingDigests = { 
/**
 * Readings walked over.
 */
readings: number, 
/**
 * The first that does not fit, or that is missing though an event has sealed it.
 */
first_broken: number | null, };

/**
 * Who has read about a person.
 */
export type ReadingExtract = { 
/**
 * The Person-id.
 */
person: string, 
/**
 * What was read about the person alone, or with few others; the oldest first.
 */
readings: Array<ReadingView>, 
/**
 * Tables and prints of nobody alone, which may have held the person.
 */
of_many: Array<ReadingView>, };

/**
 * Something that was read.
 */
export type ReadingView = { 
/**
 * Its number.
 */
number: number, 
/**
 * Moment in UTC.
 */
at: string, 
/**
 * Who read.
 */
actor: string, 
/**
 * `page`, `explanation`, `document`, `print` or `export`.
 */
kind: string, 
/**
 * What it was, in Swedish.
 */
kind_name: string, 
/**
 * The id of what was read; empty: the person alone.
 */
object: string, 
/**
 * About whom, by the Person-id; none: nobody alone.
 */
person: string | null, 
/**
 * Whether the person was protected then.
 */
protected: boolean, 
/**
 * Why, where it was asked.
 */
reason: string, };

/**
 * Comes in again with the recovery code.
 */
export type Recover = { 
/**
 * Which database; none: that at the default place.
 */
path: string | null, 
/**
 * The code of the sheet.
 */
recovery_code: string, 
/**
 * The name at the login.
 */
name: string, 
/**
 * The password from now on.
 */
new_password: string, 
/**
 * Whether the new recovery code counts first when it was typed from its sheet (`users.try_sheet`).
 */
try_sheet: boolean, };

/**
 * A user is in again.
 */
export type Recovered = { 
/**
 * Who.
 */
user: string, 
/**
 * The new recovery code; the old one is spent. Told once.
 */
recovery_code: string, };

/**
 * What an export has written.
 */
export type RegisterExported = { 
/**
 * The files.
 */
files: Array<string>, 
/**
 * Persons.
 */
persons: number, 
/**
 * Entries.
 */
entries: number, 
/**
 * Of the persons, protected ones.
 */
pseudonymised: number, };

/**
 * What bringing the register in did.
 */
export type RegisterImported = { 
/**
 * How it ended; with findings that nobody has decided about nothing has been changed.
 */
outcome: Outcome, 
/**
 * The draft.
 */
draft: string, 
/**
 * New persons.
 */
persons_added: number, 
/**
 * Persons with something new.
 */
persons_changed: number, 
/**
 * Persons as they were.
 */
persons_unchanged: number, 
/**
 * Parked rows.
 */
parked: number, 
/**
 * What is wrong, in the order of the rows.
 */
diagnostics: Array<Diagnostic>, };

/**
 * Reads a register and takes it in.
 */
export type RegisterRequest = { 
/**
 * Decisions about rows with findings, by line.
 */
decisions: Array<RowDecision>, 
/**
 * Whether rows that still wait for a decision are parked.
 */
park_faulty: boolean, 
/**
 * Where what was refused is written as CSV.
 */
report: string | null, 
/**
 * The client's id for the draft; none: a new one. The same id again is the same draft.
 */
id: string | null, 
/**
 * Path of the file: CSV or XLSX.
 */
path: string, 
/**
 * The import profile's name; none: the one that suits.
 */
profile: string | null, 
/**
 * Day from which boards that differ hold, where the file does not say.
 */
board_from: string | null, };

/**
 * Asks for the reminder to a unit.
 */
export type ReminderRequest = { 
/**
 * Cost centre of the unit.
 */
unit: string, 
/**
 * Of this period; none: all that it has not answered.
 */
period: string | null, };

/**
 * A reminder, ready to send.
 */
export type ReminderView = { 
/**
 * Cost centre of the unit.
 */
unit: string, 
/**
 * Its name.
 */
unit_name: string, 
/**
 * To whom it is sent; empty where the settings do not say.
 */
recipient: string, 
/**
 * What it is about, in a line.
 */
subject: string, 
/**
 * The letter.
 */
text: string, 
/**
 * How many rows it asks for.
 */
count: number, };

/**
 * Removes a line.
 */
export type RemoveClaimLine = { 
/**
 * The client's id of the step; none: a new one.
 */
id: string | null, 
/**
 * The claim's id or number.
 */
claim: string, 
/**
 * The version of the claim that was seen; none: whichever it has.
 */
version: number | null, 
/**
 * The line's id.
 */
line: string, };

/**
 * A row that was reported.
 */
export type ReportedRowView = { 
/**
 * Its number.
 */
row: number, 
/**
 * The report's id.
 */
report: string, 
/**
 * The report's day.
 */
reported_on: string, 
/**
 * Who it is about; none: the city itself.
 */
brief: PersonBrief | null, 
/**
 * The compensation's code.
 */
compensation: string, 
/**
 * First day that it is for.
 */
period_from: string, 
/**
 * Last day that it is for, inclusive.
 */
period_until: string, 
/**
 * What should have come.
 */
expected_ore: number, 
/**
 * What was missing.
 */
missing_ore: number, 
/**
 * `open`, `came`, `not-expected` (the facts or the law say otherwise now) or `written-off`.
 */
state: string, 
/**
 * Why it was given up.
 */
reason: string | null, 
/**
 * Why it should have come, as it was worded then, line by line; empty for protected persons whom
 * nobody has opened.
 */
explanation: Array<string>, };

/**
 * Everything that was reported.
 */
export type ReportedView = { 
/**
 * The latest first.
 */
rows: Array<ReportedRowView>, 
/**
 * How much of it is open.
 */
open_ore: number, 
/**
 * How much came.
 */
came_ore: number, 
/**
 * How much is not expected any more.
 */
not_expected_ore: number, 
/**
 * How much was given up.
 */
written_off_ore: number, };

/**
 * It was asked for.
 */
export type ResetAsked = { 
/**
 * Its id, by which another administrator gives it.
 */
id: string, };

/**
 * Reads a backup into a new file.
 */
export type RestoreBackup = { 
/**
 * Path of its database file.
 */
path: string, 
/**
 * Who logs in to it; none: it is one person's.
 */
user?: string | null, 
/**
 * The passphrase or password of its day; none where the environment gives the key.
 */
passphrase: string | null, 
/**
 * Path of the new database.
 */
into: string, 
/**
 * The last order number on paper, `-` where nothing left the house after the backup; none: it is
 * asked for before anything is distributed.
 */
last_order: string | null, };

/**
 * A backup that was read in.
 */
export type RestoredView = { 
/**
 * The new database.
 */
file: string, 
/**
 * Size of the backup in bytes.
 */
bytes: number, 
/**
 * SHA-256 of the backup in hexadecimal.
 */
sha256: string, 
/**
 * Events of the backup; reading it in has added one.
 */
events: number, 
/**
 * The hash of the last one in hexadecimal.
 */
head: string, 
/**
 * Whether everything that can be looked at was right.
 */
verified: boolean, 
/**
 * What it holds.
 */
holds: HoldsView, 
/**
 * What the database that was open has that it lacks.
 */
ahead: AheadView | null, 
/**
 * Whether it is still to be said what had left the house after the backup.
 */
restoration_waits: boolean, 
/**
 * What to do now, in words.
 */
next: string, };

/**
 * Gives a claim back.
 */
export type ReturnClaim = { 
/**
 * The client's id of the step; none: a new one.
 */
id: string | null, 
/**
 * The claim's id or number.
 */
claim: string, 
/**
 * The version of the claim that was seen; none: whichever it has.
 */
version: number | null, 
/**
 * Why.
 */
reason: string, 
/**
 * What is said about its lines.
 */
comments: Array<LineComment>, };

/**
 * Gives something back that waits.
 */
export type ReturnWaiting = { 
/**
 * Its id, or the number of an order or a claim.
 */
id: string, 
/**
 * What is wrong.
 */
comment: string, };

/**
 * Takes a list back.
 */
export type ReverseRequest = { 
/**
 * The list's id.
 */
list: string, 
/**
 * Why.
 */
reason: string, };

/**
 * What taking a list back did.
 */
export type Reversed = { 
/**
 * How it ended.
 */
outcome: Outcome, 
/**
 * The list's id.
 */
list: string, 
/**
 * Ids of the distributions that hold the opposite shares.
 */
distributions: Array<string>, 
/**
 * Numbers of the reversing orders.
 */
reversing_orders: Array<string>, 
/**
 * Numbers of the orders that were withdrawn.
 */
withdrawn_orders: Array<string>, };

/**
 * A reading of a sample.
 */
export type ReviewedReading = { 
/**
 * The reading.
 */
reading: ReadingView, 
/**
 * `in-order` or `to-ask`; none: nobody has looked at it.
 */
verdict: string | null, 
/**
 * What was noted.
 */
note: string, };

/**
 * What a unit, an officer or a compensation has at risk.
 */
export type RiskOf = { 
/**
 * Cost centre, officer or code of the law; empty: none.
 */
of: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Rows.
 */
count: number, 
/**
 * Past the cautious day, and still claimable.
 */
overdue_ore: number, 
/**
 * With a cautious day within 90 days.
 */
within_90_ore: number, };

/**
 * Asks for money at risk.
 */
export type RiskRequest = { 
/**
 * The day, inclusive; none: the business date.
 */
as_of: string | null, 
/**
 * Sums alone, without rows.
 */
sums: boolean, };

/**
 * Money of one person, compensation and period.
 */
export type RiskRowView = { 
/**
 * `candidate`, the claim's own state, `lost-unconfirmed` or `lost`.
 */
state: string, 
/**
 * The register's own Person-id.
 */
person: string, 
/**
 * Who it is, as lists show it.
 */
brief: PersonBrief, 
/**
 * The compensation's code.
 */
compensation: string, 
/**
 * Its short name.
 */
compensation_name: string, 
/**
 * The claim's period.
 */
period: string, 
/**
 * Cost centre of the unit; empty where no board answers, or the person is hidden.
 */
unit: string, 
/**
 * Who handles the person's open case; none where nobody does, or the person is hidden.
 */
officer: string | null, 
/**
 * How much; nothing where the cost is not known.
 */
amount_ore: number, 
/**
 * The cautious last day.
 */
cautious: string | null, 
/**
 * Moved to the next working day.
 */
statutory: string | null, 
/**
 * Days to the cautious day; negative where it has passed.
 */
days_left: number | null, };

/**
 * Money at risk.
 */
export type RiskView = { 
/**
 * The day that days are counted from.
 */
as_of: string, 
/**
 * Past the cautious day, and still claimable.
 */
overdue_ore: number, 
/**
 * With a cautious day within 7 days.
 */
within_7_ore: number, 
/**
 * Within 30 days, those of 7 included.
 */
within_30_ore: number, 
/**
 * Within 90 days, those of 30 included.
 */
within_90_ore: number, 
/**
 * Past the statutory day, whether somebody has said so or not.
 */
lost_ore: number, 
/**
 * Of that, what two persons stand for.
 */
lost_confirmed_ore: number, 
/**
 * The nearest cautious day first, what is lost last.
 */
rows: Array<RiskRowView>, 
/**
 * How many in all.
 */
total: number, 
/**
 * By unit, the most overdue first.
 */
by_unit: Array<RiskOf>, 
/**
 * By officer, the most overdue first.
 */
by_officer: Array<RiskOf>, 
/**
 * By compensation, the most overdue first.
 */
by_compensation: Array<RiskOf>, };

/**
 * A role that somebody holds, is to hold, or held.
 */
export type RoleView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name in contracts.
 */
role: string, 
/**
 * Boards that it is held for; empty: every board.
 */
boards: Array<string>, 
/**
 * For whom it is held as a stand-in.
 */
stands_in_for: string | null, 
/**
 * First day.
 */
from: string, 
/**
 * Last day; none: until further notice.
 */
until: string | null, 
/**
 * Who proposed it.
 */
proposed_by: string, 
/**
 * Who confirmed it; none: it waits, and gives nothing.
 */
confirmed_by: string | null, 
/**
 * Whether somebody has ended it.
 */
ended: boolean, 
/**
 * Whether it gives its rights today.
 */
in_force: boolean, };

/**
 * A decision about one row.
 */
export type RowDecision = { 
/**
 * Line in the file.
 */
line: number, 
/**
 * `correct`, `park` or `accept`.
 */
decision: string, 
/**
 * Corrected fields and their new texts.
 */
fields: { [key in string]: string }, };

/**
 * A row with everything that can be said about it.
 */
export type RowDetail = { 
/**
 * What stands in the list of rows.
 */
row: RowView, 
/**
 * Every field.
 */
fields: Array<FieldView>, 
/**
 * Everything that is wrong.
 */
findings: Array<Diagnostic>, 
/**
 * A correction to be accepted or not.
 */
proposal: ProposalView | null, 
/**
 * Whether it can be corrected or parked.
 */
can_decide: boolean, 
/**
 * Whether it can be accepted: it has warnings only.
 */
can_accept: boolean, 
/**
 * Decisions about it, in order.
 */
decisions: Array<DecisionView>, };

/**
 * Rows against the digests that were made when they were written.
 */
export type RowDigests = { 
/**
 * Rows that were held against a digest.
 */
rows: number, 
/**
 * How many rows do not fit.
 */
faults: number, 
/**
 * The first hundred of them.
 */
broken: Array<BrokenRow>, };

/**
 * Which rows a page shows.
 */
export type RowFilter = "all" | "open" | "errors" | "warnings" | "corrected" | "parked" | "accepted" | "clean";

/**
 * Names a row of a payment list.
 */
export type RowRequest = { 
/**
 * The list's id.
 */
list: string, 
/**
 * Line in the file.
 */
line: number, };

/**
 * Rows and their sum.
 */
export type RowSum = { 
/**
 * Rows.
 */
rows: number, 
/**
 * Rows with an amount.
 */
readable: number, 
/**
 * Sum of the amounts.
 */
net_ore: number, };

/**
 * Names a row.
 */
export type RowToCorrect = { 
/**
 * The list's id.
 */
list: string, 
/**
 * Line in the file.
 */
line: number, };

/**
 * A row in the list of rows.
 */
export type RowView = { 
/**
 * Line in the file.
 */
line: number, 
/**
 * `clean`, `open`, `corrected`, `parked` or `accepted`.
 */
state: string, 
/**
 * Payment code.
 */
payment_code: string | null, 
/**
 * Family and given name.
 */
person_name: string, 
/**
 * Eight digits.
 */
dossier_number: string | null, 
/**
 * First day of the period.
 */
period_from: string | null, 
/**
 * Last day of the period, inclusive.
 */
period_until: string | null, 
/**
 * Amount.
 */
amount_ore: number | null, 
/**
 * The first finding, errors first.
 */
finding: Diagnostic | null, 
/**
 * The field that the finding lies in.
 */
finding_field: string | null, 
/**
 * Texts as written of fields that could not be read, by field; of a row with too few or too
 * many cells all of them, as they probably belong to the columns (`full_name` where the list
 * has one column for both names).
 */
unread: { [key in string]: string }, };

/**
 * A page of rows.
 */
export type RowsPage = { 
/**
 * The rows.
 */
rows: Array<RowView>, 
/**
 * Page from 0.
 */
page: number, 
/**
 * Rows on a full page.
 */
page_rows: number, };

/**
 * A page of rows.
 */
export type RowsRequest = { 
/**
 * The list's id.
 */
list: string, 
/**
 * Which rows.
 */
filter: RowFilter, 
/**
 * In place of a page, among all rows: the page that holds this line of the file.
 */
at_line: number | null, };

/**
 * A run in short.
 */
export type RunBrief = { 
/**
 * Its id.
 */
distribution: string, 
/**
 * The month, `yyyy-mm`.
 */
month: string, 
/**
 * The month's run number.
 */
run: number, 
/**
 * `run`, `reversal` (of a list), `taking-back` or `correction`.
 */
kind: string, 
/**
 * Whether it takes back.
 */
reversal: boolean, 
/**
 * `locked` or `taken-back`.
 */
state: string, 
/**
 * The id of the distribution that has taken it back.
 */
taken_back_by: string | null, 
/**
 * Whether anything of it has been handed over.
 */
handed_over: boolean, 
/**
 * What the boards got.
 */
out_ore: number, 
/**
 * What stayed on the observation account.
 */
suspense_ore: number, 
/**
 * Moment of the run, UTC.
 */
at: string, 
/**
 * Whether something of it waits for a booking order.
 */
unbooked: boolean, };

/**
 * A list of a run.
 */
export type RunList = { 
/**
 * The list's id.
 */
list: string, 
/**
 * The file's own name.
 */
file: string, 
/**
 * Last payment date.
 */
payment_date: string | null, 
/**
 * What the bank credited.
 */
bank_ore: number | null, 
/**
 * List less bank.
 */
difference_ore: number | null, };

/**
 * Every run, the newest first, and every draft.
 */
export type Runs = { 
/**
 * Drafts, by month.
 */
drafts: Array<DraftBrief>, 
/**
 * What is locked, and what has taken it back or corrected it.
 */
runs: Array<RunBrief>, };

/**
 * Writes a document to a file.
 */
export type SaveDocument = { 
/**
 * The document's id.
 */
document: string, 
/**
 * Path of the file.
 */
path: string, 
/**
 * Why; needed for a secret document and kept in the log.
 */
reason: string | null, };

/**
 * Writes an imported file as it came: that of a payment list, or that of a draft.
 */
export type SaveOriginal = { 
/**
 * The payment list's id.
 */
list: string | null, 
/**
 * The draft's id, taken in or not.
 */
draft: string | null, 
/**
 * Path of the file.
 */
path: string, 
/**
 * Why; needed where anybody is protected, and kept in the log.
 */
reason: string | null, };

/**
 * Asks for the reminder to a unit as a file.
 */
export type SaveReminder = { 
/**
 * Cost centre of the unit.
 */
unit: string, 
/**
 * Of this period; none: all that it has not answered.
 */
period: string | null, 
/**
 * Where the file is to lie.
 */
path: string, };

/**
 * Saves the paper that was read.
 */
export type SaveSupport = { 
/**
 * Path of the file.
 */
path: string, 
/**
 * What was read: nothing else is written.
 */
text: string, };

/**
 * The schools of the city.
 */
export type SchoolSettings = { 
/**
 * The terms, in order.
 */
terms: Array<DaySpan>, };

/**
 * Where somebody goes to school.
 */
export type SchoolingView = { 
/**
 * `preschool`, `preschool-class`, `compulsory`, `adapted-compulsory`, `upper-secondary`,
 * `adapted-upper-secondary` or `adult`.
 */
form: string, 
/**
 * The same in words.
 */
form_text: string, 
/**
 * First day; none: from the beginning.
 */
from: string | null, 
/**
 * Last day, inclusive; none: until further notice.
 */
until: string | null, 
/**
 * Where it was read.
 */
source: string | null, };

/**
 * How the screen looks.
 */
export type ScreenSettings = { 
/**
 * The municipality's colour as `#rrggbb`.
 */
accent: string, 
/**
 * `system`, `light` or `dark`.
 */
theme: string, 
/**
 * Whether single letters work as shortcuts in lists.
 */
letter_keys: boolean, 
/**
 * `dense` or `airy` rows.
 */
density: string, };

/**
 * Searches everything.
 */
export type SearchRequest = { 
/**
 * Name, number, file, order or amount.
 */
text: string, };

/**
 * What was found.
 */
export type SearchResults = { 
/**
 * Persons, at most eight.
 */
persons: Array<PersonBrief>, 
/**
 * Lists and orders, at most eight.
 */
things: Array<FoundThing>, };

/**
 * A section of the navigation.
 */
export type Section = { 
/**
 * `persons`, `payments`, `distribution`, `orders` or `reclaims`.
 */
section: string, 
/**
 * Whether something waits there.
 */
waits: boolean, 
/**
 * What waits, in words.
 */
text: string, };

/**
 * How the database is guarded while nobody works.
 */
export type SecuritySettings = { 
/**
 * Minutes without a key or a pointer after which the database is closed.
 */
lock_minutes: number, };

/**
 * Whether a database is open, and whose.
 */
export type SessionStatus = { 
/**
 * The open database; none while none is open.
 */
open: OpenSession | null, 
/**
 * Where a database lies when nobody says otherwise.
 */
default_path: string, 
/**
 * Whether there is one there.
 */
default_exists: boolean, 
/**
 * Whether the environment gives the key, so that no passphrase is asked for.
 */
key_in_environment: boolean, 
/**
 * The program's version.
 */
version: string, 
/**
 * Whether the database at that place has users, so that a name is asked for.
 */
default_has_users: boolean, 
/**
 * The recovery code of a database that was just made: told once.
 */
recovery_code?: string, 
/**
 * Why no backup was made when the database was closed, though one was due.
 */
backup_fault?: string, };

/**
 * A line of a key as somebody sets it.
 */
export type SetKeyLine = { 
/**
 * Compensation.
 */
compensation: string, 
/**
 * A cost centre, or `personens nämnd`.
 */
target: string, 
/**
 * Per cent, with comma or full stop before its decimals.
 */
percent: string, 
/**
 * Whether the öre that rounding leaves go here.
 */
takes_remainder: boolean, };

/**
 * Adds or changes a last day.
 */
export type SetLastDay = { 
/**
 * The client's id; none: the one of this compensation, period and unit, or a new one.
 */
id: string | null, 
/**
 * Code of the law.
 */
compensation: string, 
/**
 * Cost centre of a board.
 */
unit: string, 
/**
 * `2026Q2`, `2026` or `2026-07-01/2027-06-30`.
 */
period: string, 
/**
 * The last day, inclusive; empty: the cautious day of the law.
 */
last_day: string, 
/**
 * What is lost when the day passes; none where it is not known. Left out it stays.
 */
amount_ore?: number | null, 
/**
 * A note. Left out it stays.
 */
note?: string, };

/**
 * Closes a period or opens it again.
 */
export type SetPeriod = { 
/**
 * `yyyymm` or `yyyy-mm`.
 */
period: string, 
/**
 * Whether nothing more is to be booked in it.
 */
closed: boolean, };

/**
 * Sets the business date.
 */
export type SetToday = { 
/**
 * ISO day.
 */
today: string, };

/**
 * Checks the amounts of a year, all or none.
 */
export type SetYear = { 
/**
 * The year.
 */
year: number, 
/**
 * Values.
 */
rows: Array<TypedYearValue>, 
/**
 * Where they were read.
 */
source: string, 
/**
 * The day on which they were held against the source; none: the business date.
 */
checked_on: string | null, };

/**
 * All settings together, as they are exported and imported.
 */
export type Settings = { 
/**
 * Whose database it is.
 */
municipality: Municipality, 
/**
 * Booking orders.
 */
booking: BookingSettings, 
/**
 * Limits of input.
 */
limits: LimitSettings, 
/**
 * The screen.
 */
screen: ScreenSettings, 
/**
 * The schools.
 */
school: SchoolSettings, 
/**
 * The city's own numbers.
 */
numbers: NumberSettings, 
/**
 * What is decided for the whole country.
 */
national: NationalSettings, 
/**
 * How units are asked for what claims build on.
 */
intake: IntakeSettings, 
/**
 * Where backups go, and how often.
 */
backup: BackupSettings, 
/**
 * Claims.
 */
claims: ClaimSettings, 
/**
 * Letters to the agency.
 */
letters: LetterSettings, 
/**
 * Locking.
 */
security: SecuritySettings, };

/**
 * All settings as one JSON document, as they are exported and imported.
 */
export type SettingsDocument = { 
/**
 * The document.
 */
settings: Settings, };

/**
 * One board's part of a row.
 */
export type SharePart = { 
/**
 * Cost centre.
 */
cost_centre: string, 
/**
 * The board's name.
 */
board: string, 
/**
 * Whether the key said "the person's board".
 */
persons_board: boolean, 
/**
 * Per cent.
 */
percent: string, 
/**
 * Before rounding, in kronor, as it is written.
 */
uncut: string, 
/**
 * Rounded down.
 */
rounded_ore: number, 
/**
 * Öre that came on top.
 */
remainder_ore: number, };

/**
 * What one board gets of one compensation.
 */
export type ShareSum = { 
/**
 * Cost centre.
 */
cost_centre: string, 
/**
 * Compensation.
 */
compensation: string, 
/**
 * Net amount.
 */
amount_ore: number, };

/**
 * A new recovery code.
 */
export type SheetMade = { 
/**
 * The code. Told once.
 */
recovery_code: string, };

/**
 * The code counts.
 */
export type SheetTried = { 
/**
 * Whether it counts from here on.
 */
counts: boolean, };

/**
 * A list as it is shown.
 */
export type ShownListRequest = { 
/**
 * The operation that answers with it.
 */
list: string, 
/**
 * The operation's request; its field `shown` says how the list is sorted and what is looked for in
 * it. Of the pages all are taken.
 */
request: Record<string, unknown>, 
/**
 * The columns that are shown, in their order; none: all.
 */
columns: Array<string>, 
/**
 * Only the rows with these keys; none: all.
 */
rows: Array<string> | null, };

/**
 * Signs a sample.
 */
export type SignLogReview = { 
/**
 * Its id.
 */
id: string, 
/**
 * The acting user's password, once more.
 */
password?: string | null, };

/**
 * An event whose signature is to be looked at.
 */
export type SignatureFault = { 
/**
 * Its number.
 */
event: number, 
/**
 * The use case.
 */
action: string, 
/**
 * The id of what it touched.
 */
object: string, };

/**
 * What looking through the signatures found.
 */
export type SignaturesView = { 
/**
 * How many hold.
 */
hold: number, 
/**
 * Those that do not hold, and events that must be signed and are not.
 */
broken: Array<SignatureFault>, 
/**
 * Those by a key that came with the recovery code: somebody looks at them.
 */
to_review: Array<SignatureFault>, };

/**
 * Names something that is signed.
 */
export type SignedRequest = { 
/**
 * Its id.
 */
id: string, 
/**
 * The acting user's password, once more.
 */
password?: string | null, };

/**
 * In which order a list stands.
 */
export type Sorting = { 
/**
 * By which column.
 */
column: string, 
/**
 * The largest first; cells that hold nothing stand last either way.
 */
descending: boolean, };

/**
 * Whether the database file is sound.
 */
export type Soundness = { 
/**
 * Every page and signature is right.
 */
sound: boolean, };

/**
 * What a split did.
 */
export type SplitView = { 
/**
 * The person that is somebody else after all.
 */
person: PersonView, 
/**
 * The Person-id of the one it was taken for.
 */
from: string, 
/**
 * Facts entered while they were one that stay with the latter; none where that one is closed.
 */
stay: Array<FactView>, 
/**
 * How many these are.
 */
stay_count: number, 
/**
 * Person-ids of those that got a protection of their own, so that none is lost.
 */
protected: Array<string>, };

/**
 * The start page.
 */
export type StartPage = { 
/**
 * Persons in the register.
 */
persons: number, 
/**
 * The lists that wait for something, the newest first.
 */
lists: Array<ListSummary>, 
/**
 * Whether any list has ever been read.
 */
has_lists: boolean, 
/**
 * The chain.
 */
chain: Array<ChainLink>, 
/**
 * The chain by month of payment, the oldest first, at most twelve.
 */
months: Array<ChainMonth>, 
/**
 * What lies on the observation account: paid and not distributed.
 */
observation_ore: number, 
/**
 * How well the database is backed up.
 */
backup: BackupAgeView, };

/**
 * Asks for the start page.
 */
export type StartRequest = { 
/**
 * Sum what was paid in earlier years too.
 */
older: boolean, };

/**
 * Writes distribution statements.
 */
export type StatementRequest = { 
/**
 * The run's id.
 */
distribution: string, 
/**
 * Cost centre; none: every board.
 */
cost_centre: string | null, 
/**
 * File of the one board's statement: its ending decides the format (`pdf` or `xlsx`). For
 * every board: the folder, in which both formats are written.
 */
path: string, };

/**
 * A step that needs no more than the claim.
 */
export type StepClaim = { 
/**
 * The client's id of the step; none: a new one.
 */
id: string | null, 
/**
 * The claim's id or number.
 */
claim: string, 
/**
 * The version of the claim that was seen; none: whichever it has.
 */
version: number | null, };

/**
 * A step that an order has taken.
 */
export type StepView = { 
/**
 * The state it came to.
 */
state: string, 
/**
 * Who.
 */
actor: string, 
/**
 * Whether somebody else had prepared it.
 */
second_person: boolean, 
/**
 * Moment, UTC.
 */
at: string, 
/**
 * Why, where a reason was asked for.
 */
reason: string | null, };

/**
 * How a claim was submitted.
 */
export type SubmissionView = { 
/**
 * Receipt number, or proof of dispatch.
 */
receipt: string, 
/**
 * The moment on it.
 */
on: string, 
/**
 * Who noted it.
 */
actor: string, 
/**
 * When, in UTC.
 */
at: string, };

/**
 * Notes that a claim was submitted.
 */
export type SubmitClaim = { 
/**
 * The client's id of the step; none: a new one.
 */
id: string | null, 
/**
 * The claim's id or number.
 */
claim: string, 
/**
 * The version of the claim that was seen; none: whichever it has.
 */
version: number | null, 
/**
 * Receipt number, or proof of dispatch.
 */
receipt: string, 
/**
 * The moment on it: an ISO day, with the time where it is known.
 */
on: string, };

/**
 * A finding with the row's amount, for the summary.
 */
export type SummaryLine = { 
/**
 * The finding.
 */
finding: Diagnostic, 
/**
 * The row's amount.
 */
amount_ore: number | null, };

/**
 * Sums of what should come and what came.
 */
export type SumsView = { 
/**
 * What should come.
 */
expected_ore: number, 
/**
 * What came and was not taken back.
 */
paid_ore: number, 
/**
 * Of what nothing came, though its day has passed.
 */
missing_ore: number, 
/**
 * What did not come of what came in part.
 */
short_ore: number, 
/**
 * What may still come.
 */
not_yet_due_ore: number, 
/**
 * By how much estimates differ from what came.
 */
estimated_ore: number, 
/**
 * What came and was taken back.
 */
taken_back_ore: number, 
/**
 * What came besides.
 */
too_much_ore: number, };

/**
 * A paper for whoever helps.
 */
export type SupportPaper = { 
/**
 * What it says, as it is saved.
 */
text: string, };

/**
 * A row that stays on the observation account.
 */
export type Suspended = { 
/**
 * The list's id.
 */
list: string, 
/**
 * The file's own name.
 */
file: string, 
/**
 * Line in the file.
 */
line: number, 
/**
 * Amount.
 */
amount_ore: number, 
/**
 * Stable code of the reason.
 */
reason_code: string, 
/**
 * The reason in words.
 */
reason: string, };

/**
 * Asks what lies on the observation account.
 */
export type SuspenseRequest = { 
/**
 * On which day; none: the business date.
 */
as_of: string | null, 
/**
 * Of one kind; none: all.
 */
kind: string | null, };

/**
 * Something that lies there.
 */
export type SuspenseRow = { 
/**
 * Kind.
 */
kind: string, 
/**
 * More exactly why: a code.
 */
reason_code: string, 
/**
 * The same in words.
 */
reason: string, 
/**
 * Amount.
 */
amount_ore: number, 
/**
 * Since when.
 */
since: string, 
/**
 * Days since then, on the day that is asked about.
 */
days: number, 
/**
 * Who left it so.
 */
owner: string, 
/**
 * The list's id.
 */
list: string | null, 
/**
 * The list's own file name.
 */
file: string | null, 
/**
 * Line in the file.
 */
line: number | null, 
/**
 * The id of the distribution.
 */
distribution: string | null, 
/**
 * What to do, a code.
 */
todo_code: string, 
/**
 * The same in words.
 */
todo: string, };

/**
 * What lies there for one reason.
 */
export type SuspenseSumView = { 
/**
 * Kind.
 */
kind: string, 
/**
 * The same in words.
 */
text: string, 
/**
 * How many.
 */
rows: number, 
/**
 * Their sum.
 */
amount_ore: number, };

/**
 * What lies on the observation account.
 */
export type SuspenseView = { 
/**
 * `findings` where anything lies there.
 */
outcome: Outcome, 
/**
 * The day.
 */
as_of: string, 
/**
 * What the account holds: the sum of everything that lies there.
 */
balance_ore: number, 
/**
 * Reason by reason.
 */
sums: Array<SuspenseSumView>, 
/**
 * Rows of what was asked for, on all pages.
 */
total: number, 
/**
 * The page, the oldest first.
 */
rows: Array<SuspenseRow>, };

/**
 * What a table brought in.
 */
export type TableImported = { 
/**
 * How it ended; with findings nothing has been changed.
 */
outcome: Outcome, 
/**
 * Lines taken in.
 */
lines: number, 
/**
 * What is wrong.
 */
diagnostics: Array<Diagnostic>, };

/**
 * Takes entries back together: what they were entered over stands again.
 */
export type TakeBackEntries = { 
/**
 * The register's own Person-id.
 */
person: string, 
/**
 * Ids of the entries, in the order in which they were made.
 */
entries: Array<string>, };

/**
 * Takes a run back.
 */
export type TakeBackRequest = { 
/**
 * The run's id.
 */
distribution: string, 
/**
 * Why.
 */
reason: string, 
/**
 * The client's id for what takes it back, a UUID; none: a new one.
 */
id: string | null, };

/**
 * Adds lines of what may be claimed.
 */
export type TakeCandidates = { 
/**
 * The client's id of the step; none: a new one.
 */
id: string | null, 
/**
 * The claim's id or number.
 */
claim: string, 
/**
 * The version of the claim that was seen; none: whichever it has.
 */
version: number | null, 
/**
 * Which; none named: all that fit.
 */
candidates: Array<NameCandidate>, };

/**
 * Adds the proposed persons that these rows are about.
 */
export type TakeProposalsRequest = { 
/**
 * The list's id.
 */
list: string, 
/**
 * Any row of each person.
 */
lines: Array<number>, 
/**
 * Cost centre of the board that answers for all of them.
 */
cost_centre: string | null, 
/**
 * From which day; none: from the beginning.
 */
board_from: string | null, 
/**
 * Whether what the payments tell is entered too.
 */
with_facts: boolean, 
/**
 * Rows of persons who are others than those of the same name in the register.
 */
confirmed: Array<number>, };

/**
 * A run that was taken back.
 */
export type TakenBackView = { 
/**
 * How it ended.
 */
outcome: Outcome, 
/**
 * The id of the distribution that holds the opposite entries.
 */
distribution: string, 
/**
 * What is free to be shared again.
 */
freed_ore: number, 
/**
 * The numbers of its orders, none of which is in force any more.
 */
withdrawn_orders: Array<string>, 
/**
 * Cost centres of the boards whose printed statements are void.
 */
void_statements: Array<string>, };

/**
 * Where a posting comes from, or what a row became.
 */
export type Trace = { 
/**
 * How it ended.
 */
outcome: Outcome, 
/**
 * Whether boards and postings are hidden: the row is about a protected person that nobody has
 * opened with a reason.
 */
closed: boolean, 
/**
 * Rows.
 */
rows: Array<TracedRow>, 
/**
 * Ledger entries.
 */
entries: Array<TracedEntry>, 
/**
 * Postings.
 */
postings: Array<TracedPosting>, };

/**
 * An entry of the ledger in a trace.
 */
export type TracedEntry = { 
/**
 * Number; later entries have higher ones.
 */
entry: number, 
/**
 * `paid`, `distributed`, `handed-over` or `booked`.
 */
kind: string, 
/**
 * The register's own Person-id.
 */
person: string | null, 
/**
 * Compensation.
 */
compensation: string | null, 
/**
 * Its short name.
 */
compensation_name: string | null, 
/**
 * First day of the period.
 */
period_from: string | null, 
/**
 * Last day of the period, inclusive.
 */
period_until: string | null, 
/**
 * Cost centre of the board that got it.
 */
cost_centre: string | null, 
/**
 * Amount.
 */
amount_ore: number, 
/**
 * The entry it takes back.
 */
corrects: number | null, 
/**
 * The explanation as it was worded then.
 */
explanation: string | null, };

/**
 * A posting in a trace.
 */
export type TracedPosting = { 
/**
 * The order's id.
 */
order: string, 
/**
 * Its number.
 */
number: string, 
/**
 * Voucher within the order.
 */
voucher: number, 
/**
 * Posting within the voucher.
 */
posting: number, 
/**
 * Account.
 */
account: string, 
/**
 * Cost centre.
 */
cost_centre: string | null, 
/**
 * Activity.
 */
activity: string | null, 
/**
 * Debit positive, credit negative.
 */
amount_ore: number, };

/**
 * A row of a payment list in a trace.
 */
export type TracedRow = { 
/**
 * The list's id.
 */
list: string, 
/**
 * The file's own name.
 */
file: string, 
/**
 * Line in the file.
 */
line: number, 
/**
 * The register's own Person-id.
 */
person: string | null, 
/**
 * Family and given name.
 */
person_name: string | null, 
/**
 * What of the row is meant.
 */
amount_ore: number, };

/**
 * Whether there is a training municipality.
 */
export type TrainingState = { 
/**
 * Whether it has been made.
 */
exists: boolean, 
/**
 * Whether it is the open database.
 */
open: boolean, 
/**
 * The folder with the files of the exercises.
 */
files: string, };

/**
 * A board and a compensation of which it would have got another amount.
 */
export type TrialCellView = { 
/**
 * The board.
 */
cost_centre: string, 
/**
 * Its name.
 */
board: string, 
/**
 * The compensation.
 */
compensation: string, 
/**
 * Its short name.
 */
name: string, 
/**
 * What the board has.
 */
was_ore: number, 
/**
 * What it would have got.
 */
would_be_ore: number, 
/**
 * The one less the other.
 */
difference_ore: number, };

/**
 * Payments that would stay on the observation account.
 */
export type TrialStays = { 
/**
 * Code of the reason.
 */
reason_code: string, 
/**
 * The reason.
 */
reason: string, 
/**
 * How many payments.
 */
rows: number, 
/**
 * Their sum.
 */
amount_ore: number, };

/**
 * What a correction would mean.
 */
export type TriedCorrection = { 
/**
 * Fields as meant.
 */
meant: { [key in string]: string | null }, 
/**
 * What would still be wrong.
 */
findings: Array<Diagnostic>, };

/**
 * The first rows, raw beside interpreted.
 */
export type TriedProfile = { 
/**
 * What is wrong with the profile itself.
 */
profile_faults: Array<string>, 
/**
 * The first 20 rows as meant.
 */
payments: Array<PreviewPayment>, 
/**
 * What is wrong with them.
 */
diagnostics: Array<Diagnostic>, };

/**
 * Tries a correction without keeping it.
 */
export type TryCorrection = { 
/**
 * The list's id.
 */
list: string, 
/**
 * Line in the file.
 */
line: number, 
/**
 * New texts by field.
 */
fields: { [key in string]: string }, };

/**
 * Shares a past month with another key.
 */
export type TryKey = { 
/**
 * Month of payment, `yyyy-mm`.
 */
month: string, 
/**
 * A file of keys; none: the working copy.
 */
path: string | null, };

/**
 * Reads the first rows with a profile that is being made.
 */
export type TryProfile = { 
/**
 * Path of the file.
 */
path: string, 
/**
 * The profile as TOML.
 */
toml: string, 
/**
 * Payment date of a list that does not say it.
 */
payment_date: string | null, };

/**
 * Types the recovery code from its sheet.
 */
export type TrySheet = { 
/**
 * Which database; none: that at the default place.
 */
path: string | null, 
/**
 * The code.
 */
recovery_code: string, };

/**
 * Keeps what the agency's service computed for a line.
 */
export type TypeAgencyAmount = { 
/**
 * The client's id of the step; none: a new one.
 */
id: string | null, 
/**
 * The claim's id or number.
 */
claim: string, 
/**
 * The version of the claim that was seen; none: whichever it has.
 */
version: number | null, 
/**
 * The line's id.
 */
line: string, 
/**
 * What it computed; none: nothing after all.
 */
service_ore: number | null, 
/**
 * Why that is another amount.
 */
difference: string, };

/**
 * What somebody has typed and not read in.
 */
export type TypedRows = { 
/**
 * What the rows are called.
 */
name: string, 
/**
 * The payment day, as typed.
 */
payment_date: string, 
/**
 * The fields that stand in the columns, by name.
 */
fields: Array<string>, 
/**
 * The cells of each row.
 */
rows: Array<Array<string>>, };

/**
 * What was kept.
 */
export type TypedRowsKept = { 
/**
 * How many rows.
 */
kept: number, };

/**
 * A value of a year as somebody types it.
 */
export type TypedYearValue = { 
/**
 * The compensation's code.
 */
compensation: string, 
/**
 * The case, by its name in the catalogue; may be left out where there is one.
 */
case: string | null, 
/**
 * The new value, as people write numbers; none: what holds goes on.
 */
value: string | null, 
/**
 * Where it was read; none: where the others were.
 */
source: string | null, 
/**
 * That a value which is far from the old one is meant.
 */
sure: boolean, };

/**
 * Takes the number of a voucher back.
 */
export type UnbookVoucher = { 
/**
 * The order's id or number.
 */
order: string, 
/**
 * The voucher's number within the order, from 1.
 */
voucher: number, 
/**
 * Why.
 */
reason: string, };

/**
 * What is not counted of a compensation, because nobody has checked its values.
 */
export type UncheckedView = { 
/**
 * The compensation's code.
 */
compensation: string, 
/**
 * Its short name.
 */
compensation_name: string, 
/**
 * How many amounts should have come and rest on such a value.
 */
amounts: number, 
/**
 * What of them has not come, by the last value known.
 */
expected_ore: number, 
/**
 * How many persons there is no amount at all for, because no value of the year is known.
 */
unknown: number, };

/**
 * Undoes the last decision about a row, or the last step of the draft.
 */
export type UndoDraftRequest = { 
/**
 * The draft's id.
 */
draft: string, 
/**
 * About this row; none: whatever was decided last, about however many rows.
 */
line: number | null, };

/**
 * Undoes the last decision.
 */
export type UndoRequest = { 
/**
 * The list's id.
 */
list: string, 
/**
 * About this row; none: of the whole list.
 */
line: number | null, };

/**
 * What was undone.
 */
export type Undone = { 
/**
 * The row.
 */
line: number, 
/**
 * The list now.
 */
view: ListView, };

/**
 * What should have come of one compensation in one month, with a list that nobody has read.
 */
export type UnreadView = { 
/**
 * The compensation's code.
 */
compensation: string, 
/**
 * Its short name.
 */
compensation_name: string, 
/**
 * The month in which it should have come, `yyyy-mm`.
 */
month: string, 
/**
 * How many amounts.
 */
amounts: number, 
/**
 * What of them has not come.
 */
expected_ore: number, 
/**
 * The first day on which any of it should have come.
 */
payment: string, 
/**
 * The day from which the list is late: five working days after that.
 */
late_from: string, 
/**
 * Whether it is late.
 */
late: boolean, 
/**
 * What it is and what to do, in a sentence.
 */
text: string, };

/**
 * A key that a run used.
 */
export type UsedKey = { 
/**
 * The decision's number.
 */
decision_number: string, 
/**
 * First payment date it holds for.
 */
valid_from: string, 
/**
 * Whether it is an example.
 */
example: boolean, };

/**
 * Names a user.
 */
export type UserRequest = { 
/**
 * The name at the login.
 */
user: string, };

/**
 * A user.
 */
export type UserView = { 
/**
 * The name at the login.
 */
user: string, 
/**
 * The name of the person.
 */
full_name: string, 
/**
 * The account in the operating system.
 */
os_account: string | null, 
/**
 * Where to write to.
 */
email: string | null, 
/**
 * Whether it is a program.
 */
service: boolean, 
/**
 * Whether the user can log in today.
 */
active: boolean, 
/**
 * First day.
 */
active_from: string, 
/**
 * Last day; none: until further notice.
 */
active_until: string | null, 
/**
 * Beginning of the digest of the key that the user signs with.
 */
fingerprint: string, 
/**
 * Whether that key came with the recovery code.
 */
recovered: boolean, 
/**
 * Roles, those that wait and those that have ended too.
 */
roles: Array<RoleView>, };

/**
 * Users with what they hold, and the register of attests.
 */
export type Users = { 
/**
 * Whether the database has users; else it is one person's.
 */
has_users: boolean, 
/**
 * Every user, by name.
 */
users: Array<UserView>, };

/**
 * Asks for a value.
 */
export type ValueRequest = { 
/**
 * The compensation's code.
 */
code: string, 
/**
 * The day that picks the value.
 */
on: string | null, 
/**
 * The day of the decision on assignment, for what that chooses.
 */
decided: string | null, 
/**
 * The day of death, for what that chooses.
 */
died: string | null, 
/**
 * The law of the assignment, where values differ by it: `2016:38`, `2026:1326` or `2 kap. 4 § 1`.
 */
assigned_under: string | null, 
/**
 * When the person was born, where values differ by age.
 */
born: string | null, 
/**
 * When the person was first received, where values differ by it.
 */
received: string | null, 
/**
 * The item, where values differ by it.
 */
item: string | null, };

/**
 * A value, or why it is refused.
 */
export type ValueView = { 
/**
 * Whether there is one.
 */
outcome: Outcome, 
/**
 * The compensation's code.
 */
code: string, 
/**
 * What the value is for.
 */
unit: string, 
/**
 * In öre; none where it is no kronor.
 */
amount_ore: number | null, 
/**
 * The value in words.
 */
value: string | null, 
/**
 * Id of the dated value.
 */
rate: string | null, 
/**
 * First day of it.
 */
valid_from: string | null, 
/**
 * Last day of it, inclusive; none until further notice.
 */
valid_until: string | null, 
/**
 * Where it was read.
 */
source: string | null, 
/**
 * Whether it was read there.
 */
verified: boolean | null, 
/**
 * When it was last held against the source.
 */
checked_on: string | null, 
/**
 * Why there is none: a stable code.
 */
refusal: string | null, 
/**
 * Why there is none, in a sentence.
 */
refusal_text: string | null, };

/**
 * Reads what was written back into an empty database, and compares.
 */
export type VerifyExit = { 
/**
 * The folder.
 */
path: string, 
/**
 * Path of the new database.
 */
into: string, 
/**
 * The passphrase that the new database gets; none where the environment gives the key.
 */
passphrase?: string | null, };

/**
 * Walks the audit chain.
 */
export type VerifyRequest = { 
/**
 * What stands on an old paper; none: only what the database shows by itself.
 */
against?: PaperHead | null, };

/**
 * Names a saved view.
 */
export type ViewRequest = { 
/**
 * Its name.
 */
name: string, };

/**
 * The number that the finance system has given a voucher.
 */
export type VoucherNumberGiven = { 
/**
 * The voucher's number within the order, from 1.
 */
voucher: number, 
/**
 * Its number in the finance system.
 */
number: string, 
/**
 * The day it was booked there.
 */
day: string, };

/**
 * A voucher of an order.
 */
export type VoucherView = { 
/**
 * Number within the order, from 1.
 */
voucher: number, 
/**
 * `payment`, `distribution` or `clawback`.
 */
kind: string, 
/**
 * Text.
 */
text: string, 
/**
 * Sum of the debit postings.
 */
debit_ore: number, 
/**
 * Its number in the finance system, where that has given it one.
 */
number: string | null, 
/**
 * The day it was booked there.
 */
booked_on: string | null, 
/**
 * Postings.
 */
postings: Array<PostingView>, };

/**
 * What came of voucher numbers.
 */
export type VouchersBooked = { 
/**
 * How it ended; with findings nothing has been changed.
 */
outcome: Outcome, 
/**
 * Vouchers that have got a number.
 */
vouchers: number, 
/**
 * Numbers of the orders that are booked now.
 */
orders: Array<string>, 
/**
 * What is wrong with the file.
 */
diagnostics: Array<Diagnostic>, };

/**
 * What waits for a second person.
 */
export type WaitingList = { 
/**
 * The oldest first of each kind.
 */
waiting: Array<WaitingView>, };

/**
 * Something that waits.
 */
export type WaitingView = { 
/**
 * `booking-order`, `claim`, `lost`, `role` or `reset`.
 */
kind: string, 
/**
 * Its id.
 */
id: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * What it moves; none: no money.
 */
amount_ore: number | null, 
/**
 * Who prepared it last.
 */
prepared_by: string, 
/**
 * When, in UTC.
 */
prepared_at: string, 
/**
 * Whether the acting user may decide it.
 */
may_decide: boolean, 
/**
 * Why not.
 */
hindered: string | null, };

/**
 * A watch.
 */
export type WatchView = { 
/**
 * Which watch, of the person's.
 */
watch: string, 
/**
 * Who it is about.
 */
brief: PersonBrief, 
/**
 * The rule's id.
 */
rule: string, 
/**
 * What is to be done, in a sentence.
 */
text: string, 
/**
 * By when.
 */
due: string, 
/**
 * Days left on the business date; negative where the day has passed.
 */
days_left: number, 
/**
 * `passed`, `within-14`, `within-45` or `later`.
 */
group: string, 
/**
 * The later day that another text gives, in words.
 */
later: string | null, 
/**
 * The day of the event.
 */
event: string, 
/**
 * Why it was moved.
 */
moved: string | null, 
/**
 * Where the rule was read; empty where it is the program's own.
 */
source: string, 
/**
 * Whether it was read there.
 */
verified: boolean, };

/**
 * Watches that ask for the same.
 */
export type WatchesOf = { 
/**
 * Its name.
 */
kind: string, 
/**
 * What is to be done.
 */
text: string, 
/**
 * How many, whichever kind is asked for.
 */
count: number, };

/**
 * A page of watches.
 */
export type WatchesPage = { 
/**
 * Open ones, by day.
 */
watches: Array<WatchView>, 
/**
 * How many are open in all.
 */
total: number, 
/**
 * How many have passed.
 */
passed: number, 
/**
 * How many are due within 14 days.
 */
urgent: number, 
/**
 * How many of those that are near are done.
 */
done: number, 
/**
 * By what is to be done, the most first.
 */
kinds: Array<WatchesOf>, 
/**
 * How many are about protected persons, and so left out.
 */
left_out: number, };

/**
 * Asks for watches.
 */
export type WatchesRequest = { 
/**
 * Of one person, by Person-id; none: everybody's.
 */
person: string | null, 
/**
 * Due up to this day, inclusive; none: all that are near.
 */
until: string | null, 
/**
 * Of one kind, as `kinds` names it; none: of all.
 */
kind?: string | null, };

/**
 * Takes a claim back.
 */
export type WithdrawClaim = { 
/**
 * The client's id of the step; none: a new one.
 */
id: string | null, 
/**
 * The claim's id or number.
 */
claim: string, 
/**
 * The version of the claim that was seen; none: whichever it has.
 */
version: number | null, 
/**
 * Why.
 */
reason: string, };

/**
 * Takes a cost back.
 */
export type WithdrawCost = { 
/**
 * The client's id of the taking back; none: a new one.
 */
id: string | null, 
/**
 * The id of the cost.
 */
cost: string, 
/**
 * Why.
 */
reason: string, };

/**
 * Takes a decision back that was entered by mistake.
 */
export type WithdrawGrant = { 
/**
 * Its id.
 */
id: string, };

/**
 * Takes an own value back.
 */
export type WithdrawRate = { 
/**
 * Its id.
 */
id: string, };

/**
 * Withdraws an order.
 */
export type WithdrawRequest = { 
/**
 * Its id or number.
 */
order: string, 
/**
 * Why.
 */
reason: string, };

/**
 * A cost for which nothing can be claimed.
 */
export type WithoutRightView = { 
/**
 * The register's own Person-id.
 */
person: string, 
/**
 * Who it is, as lists show it.
 */
brief: PersonBrief, 
/**
 * The compensation's code.
 */
compensation: string, 
/**
 * First day.
 */
from: string, 
/**
 * Last day, inclusive.
 */
until: string, 
/**
 * The cost.
 */
amount_ore: number, 
/**
 * Why, as a stable code.
 */
because: string, 
/**
 * Why, in a sentence.
 */
reason: string, };

/**
 * A wording of a compensation.
 */
export type WordingView = { 
/**
 * First day; none: from the beginning.
 */
from: string | null, 
/**
 * Last day, inclusive; none: until further notice.
 */
until: string | null, 
/**
 * Its days in words.
 */
days: string, 
/**
 * Whether it holds on the business date.
 */
current: boolean, 
/**
 * The act that worded it so, by number in Svensk författningssamling.
 */
sfs: string, 
/**
 * What it changed, in a line; none for the first.
 */
changed: string | null, 
/**
 * For whom it holds, where another holds on the same days for others.
 */
for_whom: string | null, 
/**
 * Who has the right to it, in a sentence.
 */
whose: string, 
/**
 * By when it is asked for, in a sentence; none where nobody asks.
 */
last_day: string | null, 
/**
 * Evidence that a claim needs, in words.
 */
evidence: Array<string>, 
/**
 * Names of the open questions that its amounts hang on.
 */
open: Array<string>, };

/**
 * Writes the package of a claim.
 */
export type WriteClaimPackage = { 
/**
 * The claim's id or number.
 */
claim: string, 
/**
 * Path of the folder; it is made where it is missing.
 */
path: string, 
/**
 * Why; needed where a protected person stands in the claim, and kept in the log.
 */
reason: string | null, };

/**
 * Writes everything into a folder.
 */
export type WriteExit = { 
/**
 * The folder, which must not exist, or be empty.
 */
path: string, 
/**
 * Why, in one person's database; what was asked for has its own.
 */
reason?: string | null, };

/**
 * Writes a list to a file.
 */
export type WriteListRequest = { 
/**
 * The list.
 */
shown: ShownListRequest, 
/**
 * By what the list is narrowed beside the search, in words.
 */
narrowed: string, 
/**
 * Path of the XLSX file.
 */
path: string, };

/**
 * Gives a reported row up, or takes it up again.
 */
export type WriteOff = { 
/**
 * The row's number.
 */
row: number, 
/**
 * Whether it is given up.
 */
written_off: boolean, 
/**
 * Why.
 */
reason: string, };

/**
 * A file that has been written.
 */
export type WrittenFile = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * Size in bytes.
 */
bytes: number, };

/**
 * Files that have been written.
 */
export type WrittenFiles = { 
/**
 * The files.
 */
files: Array<WrittenFile>, };

/**
 * How much of a month was shared by what is not so any more.
 */
export type WrongMonth = { 
/**
 * `yyyy-mm`.
 */
month: string, 
/**
 * `oktober 2026`.
 */
name: string, 
/**
 * Rows.
 */
rows: number, 
/**
 * Of them, those that a correction puts right.
 */
correctable_rows: number, 
/**
 * What boards would give back, in all.
 */
moved_ore: number, };

/**
 * A row that was shared by what is not so any more.
 */
export type WrongRowView = { 
/**
 * The month of payment, `yyyy-mm`.
 */
month: string, 
/**
 * The id of the distribution that its share stands in.
 */
distribution: string, 
/**
 * The list's id.
 */
list: string, 
/**
 * The file's own name.
 */
file: string, 
/**
 * Line in the file.
 */
line: number, 
/**
 * Whom the row is about now: the register's own Person-id.
 */
person: string | null, 
/**
 * Family and given name.
 */
person_name: string | null, 
/**
 * Compensation.
 */
compensation: string, 
/**
 * Its short name.
 */
name: string, 
/**
 * First day of the period.
 */
period_from: string | null, 
/**
 * Last day of the period, inclusive.
 */
period_until: string | null, 
/**
 * The whole row.
 */
amount_ore: number, 
/**
 * What has changed: `board`, `identity` or `original`.
 */
cause: string, 
/**
 * The same in words.
 */
cause_text: string, 
/**
 * What each board has.
 */
before: Array<BoardShare>, 
/**
 * What each would have; nothing where the row goes back to the observation account.
 */
now: Array<BoardShare>, 
/**
 * Why it would go back there, in words.
 */
reason: string | null, 
/**
 * How it is put right: `correct` or `take-back`.
 */
remedy: string, 
/**
 * The same in words.
 */
remedy_text: string, };

/**
 * Rows that were shared by what is not so any more.
 */
export type WrongRows = { 
/**
 * `findings` where there are any.
 */
outcome: Outcome, 
/**
 * By month, the oldest first.
 */
months: Array<WrongMonth>, 
/**
 * The rows, by list and line.
 */
rows: Array<WrongRowView>, };

/**
 * Asks for the amounts of a year.
 */
export type YearRequest = { 
/**
 * The year.
 */
year: number, };

/**
 * A value around a New Year.
 */
export type YearRowView = { 
/**
 * The compensation's code.
 */
compensation: string, 
/**
 * Its short name.
 */
compensation_name: string, 
/**
 * The case, by its name in the catalogue.
 */
case: string, 
/**
 * When the case applies, in words; empty where there is one case.
 */
case_text: string, 
/**
 * The value of the last day of the year before, as written.
 */
old_value: string | null, 
/**
 * The same in words.
 */
old_text: string, 
/**
 * The value that begins in the year, where the program knows one.
 */
new_value: string | null, 
/**
 * The value that holds on the first day of the year in words; empty where nobody knows it.
 */
now_text: string, 
/**
 * Where the value that holds was read.
 */
source: string, 
/**
 * The day on which it was held against its source.
 */
checked_on: string | null, 
/**
 * Whether it has been checked for the year.
 */
checked: boolean, 
/**
 * Whether it is set anew each year and nobody knows it yet.
 */
unknown: boolean, 
/**
 * What of the year should have come and is not counted before it is checked.
 */
unchecked_ore: number, 
/**
 * How many persons there is no amount at all for.
 */
persons: number, };

/**
 * What has been checked.
 */
export type YearSet = { 
/**
 * New values.
 */
values: number, 
/**
 * Compensations whose values still hold.
 */
checks: number, 
/**
 * The year.
 */
year: number, 
/**
 * By compensation and case; what is not checked first.
 */
rows: Array<YearRowView>, 
/**
 * How many values are not checked.
 */
unchecked: number, 
/**
 * What is not counted before they are.
 */
unchecked_ore: number, 
/**
 * The same in a sentence; empty where everything is checked.
 */
text: string, 
/**
 * That the year has begun, and what that means for a new value; empty where it has not.
 */
begun_text: string, };

/**
 * The amounts of a year.
 */
export type YearView = { 
/**
 * The year.
 */
year: number, 
/**
 * By compensation and case; what is not checked first.
 */
rows: Array<YearRowView>, 
/**
 * How many values are not checked.
 */
unchecked: number, 
/**
 * What is not counted before they are.
 */
unchecked_ore: number, 
/**
 * The same in a sentence; empty where everything is checked.
 */
text: string, 
/**
 * That the year has begun, and what that means for a new value; empty where it has not.
 */
begun_text: string, };

export interface Operations {
  "session.status": { request: Nothing; response: SessionStatus };
  "session.create": { request: CreateDatabase; response: SessionStatus };
  "session.open": { request: OpenDatabase; response: SessionStatus };
  "session.close": { request: Nothing; response: SessionStatus };
  "session.today": { request: SetToday; response: SessionStatus };
  "session.awake": { request: Nothing; response: Awake };
  "session.sound": { request: Nothing; response: Soundness };
  "users.list": { request: Nothing; response: Users };
  "users.add": { request: AddUser; response: Users };
  "users.end": { request: UserRequest; response: Users };
  "users.password": { request: ChangePassword; response: PasswordChanged };
  "users.recover": { request: Recover; response: Recovered };
  "users.convert": { request: ConvertToUsers; response: ConvertedToUsers };
  "users.sheet": { request: MakeSheet; response: SheetMade };
  "users.try_sheet": { request: TrySheet; response: SheetTried };
  "users.ask_reset": { request: AskReset; response: ResetAsked };
  "users.give_reset": { request: GiveReset; response: Users };
  "roles.propose": { request: ProposeRole; response: Users };
  "roles.confirm": { request: SignedRequest; response: Users };
  "roles.confirm_alone": { request: ConfirmAlone; response: Recovered };
  "roles.end": { request: HeldRequest; response: Users };
  "attests.register": { request: Nothing; response: AttestRegister };
  "attests.enter": { request: EnterAttest; response: AttestRegister };
  "attests.end": { request: HeldRequest; response: AttestRegister };
  "attests.waiting": { request: Nothing; response: WaitingList };
  "attests.decide": { request: DecideWaiting; response: WaitingList };
  "attests.return": { request: ReturnWaiting; response: WaitingList };
  "key.change": { request: ChangeDatabaseKey; response: DatabaseKeyChanged };
  "session.check": { request: Nothing; response: CheckedView };
  "backup.state": { request: Nothing; response: BackupStateView };
  "backup.make": { request: MakeBackup; response: BackupMadeView };
  "backup.daily": { request: Nothing; response: BackupWhereDue };
  "backup.begin": { request: Nothing; response: BackupBegun };
  "backup.list": { request: BackupFolder; response: Backups };
  "backup.look": { request: BackupPath; response: BackupLook };
  "backup.verify": { request: BackupFile; response: BackupVerified };
  "backup.restore": { request: RestoreBackup; response: RestoredView };
  "backup.answer": { request: AnswerRestoration; response: BackupStateView };
  "backup.drill": { request: DrillRequest; response: DrillHeld };
  "training.state": { request: Nothing; response: TrainingState };
  "training.begin": { request: BeginTraining; response: SessionStatus };
  "training.check": { request: Nothing; response: Exercises };
  "support.about": { request: Nothing; response: About };
  "support.paper": { request: Nothing; response: SupportPaper };
  "support.save": { request: SaveSupport; response: WrittenFile };
  "exit.state": { request: Nothing; response: ExitState };
  "exit.ask": { request: AskExit; response: ExitState };
  "exit.write": { request: WriteExit; response: ExitView };
  "exit.verify": { request: VerifyExit; response: ExitComparison };
  "overview.navigation": { request: Nothing; response: Navigation };
  "overview.start": { request: StartRequest; response: StartPage };
  "overview.search": { request: SearchRequest; response: SearchResults };
  "undo.steps": { request: Nothing; response: DoneSteps };
  "undo.back": { request: BackRequest; response: DoneSteps };
  "undo.again": { request: Nothing; response: DoneSteps };
  "list.write": { request: WriteListRequest; response: WrittenFile };
  "list.copy": { request: ShownListRequest; response: CopiedList };
  "list.print": { request: ShownListRequest; response: PrintedList };
  "list.layouts": { request: Nothing; response: ListLayouts };
  "list.keep_layout": { request: KeepLayoutRequest; response: ListLayouts };
  "payments.lists": { request: Nothing & { shown?: Listing }; response: Lists & { listed?: Listed } };
  "payments.look": { request: LookAtFile; response: FileLook };
  "payments.preview": { request: PreviewRequest; response: Preview };
  "payments.try_profile": { request: TryProfile; response: TriedProfile };
  "payments.read": { request: ReadRequest; response: ListView };
  "payments.typed": { request: Nothing; response: TypedRows };
  "payments.keep_typed": { request: TypedRows; response: TypedRowsKept };
  "payments.list": { request: ListRequest; response: ListView };
  "payments.import": { request: ImportRequest; response: Imported };
  "payments.commit": { request: CommitRequest; response: ListView };
  "payments.bank": { request: CommitRequest; response: ListView };
  "payments.discard": { request: ListRequest; response: Lists };
  "payments.reverse": { request: ReverseRequest; response: Reversed };
  "review.rows": { request: RowsRequest & { shown?: Listing }; response: RowsPage & { listed?: Listed } };
  "review.row": { request: RowRequest; response: RowDetail };
  "review.summary": { request: ListRequest; response: FindingsSummary };
  "review.try": { request: TryCorrection; response: TriedCorrection };
  "review.decide": { request: DecideRequest; response: ListView };
  "review.undo": { request: UndoRequest; response: Undone };
  "review.protocol": { request: ProtocolRequest; response: WrittenFile };
  "match.run": { request: ListRequest; response: Matched };
  "match.rows": { request: MatchRowsRequest & { shown?: Listing }; response: MatchPage & { listed?: Listed } };
  "match.choose": { request: ChooseRequest; response: MatchRow };
  "match.undo": { request: RowRequest; response: MatchRow };
  "match.add_person": { request: AddPersonOfRow; response: MatchRow };
  "match.add_numbers": { request: RowRequest; response: MatchRow };
  "persons.find": { request: FindRequest & { shown?: Listing }; response: PersonsPage & { listed?: Listed } };
  "persons.views": { request: Nothing; response: NamedViews };
  "persons.save_view": { request: NamedView; response: NamedViews };
  "persons.forget_view": { request: ViewRequest; response: NamedViews };
  "persons.view": { request: PersonRequest; response: PersonView };
  "persons.add": { request: AddPerson; response: PersonView };
  "persons.namesakes": { request: AddPerson; response: Namesakes };
  "persons.kinds": { request: Nothing; response: FactKinds };
  "persons.enter": { request: EnterFacts; response: PersonView };
  "persons.end": { request: EndFact; response: PersonView };
  "persons.take_back": { request: TakeBackEntries; response: PersonView };
  "persons.facts": { request: FactsRequest; response: FactsDocument };
  "persons.as_known": { request: AsKnownRequest; response: AsKnown };
  "persons.open": { request: OpenPerson; response: PersonView };
  "persons.close": { request: PersonRequest; response: PersonView };
  "persons.extract": { request: ExtractPerson; response: PersonExtract };
  "persons.duplicates": { request: Nothing; response: Duplicates };
  "persons.compare": { request: CompareRequest; response: Compared };
  "persons.merge": { request: MergeRequest; response: PersonView };
  "persons.split": { request: PersonRequest; response: SplitView };
  "register.import": { request: RegisterRequest; response: RegisterImported };
  "register.read": { request: ReadRegisterRequest; response: DraftView };
  "register.drafts": { request: Nothing; response: Drafts };
  "register.draft": { request: DraftRequest; response: DraftView };
  "register.rows": { request: DraftRowsRequest & { shown?: Listing }; response: DraftRowsPage & { listed?: Listed } };
  "register.row": { request: DraftRowRequest; response: DraftRowDetail };
  "register.decide": { request: DecideDraftRequest; response: DraftView };
  "register.undo": { request: UndoDraftRequest; response: DraftUndone };
  "register.commit": { request: DraftRequest; response: DraftView };
  "register.discard": { request: DraftRequest; response: Drafts };
  "register.report": { request: DraftReportRequest; response: WrittenFile };
  "register.export": { request: ExportRegisterRequest; response: RegisterExported };
  "register.proposals": { request: ListRequest; response: Proposals };
  "register.take_proposals": { request: TakeProposalsRequest; response: ProposalsTaken };
  "cases.list": { request: CasesRequest & { shown?: Listing }; response: CasesPage & { listed?: Listed } };
  "cases.view": { request: CaseRequest; response: CaseView };
  "cases.open": { request: OpenCase; response: CaseView };
  "cases.move": { request: MoveCase; response: CaseView };
  "cases.change": { request: ChangeCase; response: CaseView };
  "cases.attach": { request: AttachDocument; response: CaseView };
  "cases.save_document": { request: SaveDocument; response: WrittenFile };
  "claims.list": { request: ClaimsRequest & { shown?: Listing }; response: Claims & { listed?: Listed } };
  "claims.view": { request: ClaimRequest; response: ClaimView };
  "claims.create": { request: CreateClaim; response: ClaimView };
  "claims.candidates": { request: ClaimRequest; response: ClaimCandidates };
  "claims.take": { request: TakeCandidates; response: ClaimView };
  "claims.add_line": { request: AddClaimLine; response: ClaimView };
  "claims.remove_line": { request: RemoveClaimLine; response: ClaimView };
  "claims.service": { request: TypeAgencyAmount; response: ClaimView };
  "claims.numbers": { request: NoteClaimNumbers; response: ClaimView };
  "claims.attach": { request: AttachEvidence; response: ClaimView };
  "claims.detach": { request: DetachEvidence; response: ClaimView };
  "claims.pass": { request: PassClaimFinding; response: ClaimView };
  "claims.send": { request: StepClaim; response: ClaimView };
  "claims.return": { request: ReturnClaim; response: ClaimView };
  "claims.approve": { request: ApproveClaim; response: ClaimView };
  "claims.withdraw": { request: WithdrawClaim; response: ClaimView };
  "claims.submit": { request: SubmitClaim; response: ClaimView };
  "claims.package": { request: WriteClaimPackage; response: PackageWritten };
  "last_days.list": { request: LastDaysRequest & { shown?: Listing }; response: LastDays & { listed?: Listed } };
  "last_days.set": { request: SetLastDay; response: LastDayView };
  "last_days.done": { request: MarkLastDay; response: LastDayView };
  "costs.list": { request: CostsRequest & { shown?: Listing }; response: CostsPage & { listed?: Listed } };
  "costs.show": { request: CostRequest; response: CostShown };
  "costs.add": { request: AddCost; response: CostsKept };
  "costs.correct": { request: CorrectCost; response: CostsKept };
  "costs.withdraw": { request: WithdrawCost; response: CostShown };
  "costs.read": { request: ReadCosts; response: DraftView };
  "costs.drafts": { request: Nothing; response: Drafts };
  "costs.draft": { request: DraftRequest; response: DraftView };
  "costs.rows": { request: DraftRowsRequest & { shown?: Listing }; response: DraftRowsPage & { listed?: Listed } };
  "costs.row": { request: DraftRowRequest; response: DraftRowDetail };
  "costs.decide": { request: DecideDraftRequest; response: DraftView };
  "costs.undo": { request: UndoDraftRequest; response: DraftUndone };
  "costs.commit": { request: DraftRequest; response: DraftView };
  "costs.discard": { request: DraftRequest; response: Drafts };
  "costs.report": { request: DraftReportRequest; response: WrittenFile };
  "school.read": { request: ReadSchoolList; response: DraftView };
  "school.drafts": { request: Nothing; response: Drafts };
  "school.draft": { request: DraftRequest; response: DraftView };
  "school.rows": { request: DraftRowsRequest & { shown?: Listing }; response: DraftRowsPage & { listed?: Listed } };
  "school.row": { request: DraftRowRequest; response: DraftRowDetail };
  "school.decide": { request: DecideDraftRequest; response: DraftView };
  "school.undo": { request: UndoDraftRequest; response: DraftUndone };
  "school.commit": { request: DraftRequest; response: DraftView };
  "school.discard": { request: DraftRequest; response: Drafts };
  "school.report": { request: DraftReportRequest; response: WrittenFile };
  "school.list": { request: PupilsRequest & { shown?: Listing }; response: PupilsPage & { listed?: Listed } };
  "school.periods": { request: FourWeeksRequest & { shown?: Listing }; response: FourWeeksPage & { listed?: Listed } };
  "intake.list": { request: IntakeRequest & { shown?: Listing }; response: IntakePage & { listed?: Listed } };
  "intake.plan": { request: IntakePeriod; response: IntakePlan };
  "intake.open": { request: IntakePeriod; response: IntakeOpened };
  "intake.mark": { request: MarkIntake; response: IntakeMarked };
  "intake.reminder": { request: ReminderRequest; response: ReminderView };
  "intake.save_reminder": { request: SaveReminder; response: WrittenFile };
  "law.list": { request: LawListRequest & { shown?: Listing }; response: LawList & { listed?: Listed } };
  "law.view": { request: LawViewRequest; response: LawView };
  "law.value": { request: ValueRequest; response: ValueView };
  "law.calculate": { request: Calculate; response: Calculated };
  "law.items": { request: Nothing; response: CostItems };
  "law.last_day": { request: LastDayQuestion; response: LastDayAnswer };
  "law.appeal_days": { request: AppealQuestion; response: AppealDaysView };
  "law.additions": { request: Nothing; response: Additions };
  "law.preview": { request: AddRate; response: RatePreview };
  "law.add": { request: AddRate; response: RatePreview };
  "law.withdraw": { request: WithdrawRate; response: Additions };
  "law.check": { request: CheckRate; response: LawView };
  "law.year": { request: YearRequest; response: YearView };
  "law.set_year": { request: SetYear; response: YearSet };
  "law.effect": { request: EffectRequest; response: EffectView };
  "law.answer": { request: AnswerQuestion; response: Additions };
  "candidates.list": { request: CandidatesRequest & { shown?: Listing }; response: CandidatesView & { listed?: Listed } };
  "candidates.without_right": { request: AsOf & { shown?: Listing }; response: CostsWithoutRight & { listed?: Listed } };
  "candidates.answers": { request: AsOf & { shown?: Listing }; response: ClaimAnswers & { listed?: Listed } };
  "candidates.person": { request: CandidatesOfPerson; response: PersonCandidatesView };
  "candidates.answer": { request: AnswerCandidate; response: ClaimAnswerView };
  "candidates.lose": { request: AnswerCandidate; response: ClaimAnswerView };
  "candidates.confirm_lost": { request: ConfirmLost; response: ClaimAnswerView };
  "candidates.withdraw": { request: AnswerRequest; response: CandidatesView };
  "candidates.risk": { request: RiskRequest & { shown?: Listing }; response: RiskView & { listed?: Listed } };
  "candidates.escalations": { request: AsOf; response: EscalationsView };
  "candidates.net": { request: NetRequest & { shown?: Listing }; response: NetView & { listed?: Listed } };
  "expectation.overview": { request: AsOf; response: OverviewView };
  "expectation.person": { request: AsOfPerson; response: PersonExpected };
  "expectation.changes": { request: ChangesRequest; response: ChangesView };
  "expectation.explain": { request: ExplainLine; response: LineExplained };
  "expectation.missing": { request: AsOf & { shown?: Listing }; response: MissingView & { listed?: Listed } };
  "expectation.awaited": { request: AsOf; response: AwaitedView };
  "expectation.keep": { request: KeepReport; response: Kept };
  "expectation.print": { request: PrintMissing; response: WrittenFile };
  "expectation.reported": { request: AsOf & { shown?: Listing }; response: ReportedView & { listed?: Listed } };
  "expectation.write_off": { request: WriteOff; response: ReportedView };
  "expectation.faults": { request: Nothing & { shown?: Listing }; response: Faults & { listed?: Listed } };
  "expectation.note_fault": { request: NoteFault; response: Faults };
  "expectation.end_fault": { request: EndFault; response: Faults };
  "expectation.grants": { request: Nothing & { shown?: Listing }; response: Grants & { listed?: Listed } };
  "expectation.decide": { request: Decide; response: Grants };
  "expectation.check_decisions": { request: DecisionCheckRequest & { shown?: Listing }; response: DecisionCheckView & { listed?: Listed } };
  "expectation.mark_decisions": { request: MarkDecisions; response: DecisionCheckView };
  "expectation.read_decisions": { request: ReadDecisions; response: DecisionsReadView };
  "expectation.withdraw_grant": { request: WithdrawGrant; response: Grants };
  "expectation.calendar": { request: AsOf; response: CalendarView };
  "decisions.read": { request: ReadDecisionsDraft; response: DraftView };
  "decisions.drafts": { request: Nothing; response: Drafts };
  "decisions.draft": { request: DraftRequest; response: DraftView };
  "decisions.rows": { request: DraftRowsRequest & { shown?: Listing }; response: DraftRowsPage & { listed?: Listed } };
  "decisions.row": { request: DraftRowRequest; response: DraftRowDetail };
  "decisions.decide": { request: DecideDraftRequest; response: DraftView };
  "decisions.give_day": { request: GiveDayRequest; response: DraftView };
  "decisions.undo": { request: UndoDraftRequest; response: DraftUndone };
  "decisions.commit": { request: DraftRequest; response: DraftView };
  "decisions.discard": { request: DraftRequest; response: Drafts };
  "decisions.report": { request: DraftReportRequest; response: WrittenFile };
  "original.list": { request: Nothing; response: Originals };
  "original.save": { request: SaveOriginal; response: WrittenFile };
  "watches.list": { request: WatchesRequest & { shown?: Listing }; response: WatchesPage & { listed?: Listed } };
  "watches.mark": { request: MarkWatch; response: WatchesPage };
  "distribution.months": { request: Nothing; response: Months };
  "distribution.run": { request: DistributeRequest; response: Distributed };
  "distribution.list": { request: Nothing; response: Runs };
  "distribution.draft": { request: DistributionRequest; response: DraftRunView };
  "distribution.lock": { request: DistributionRequest; response: Distributed };
  "distribution.discard": { request: DistributionRequest; response: Runs };
  "distribution.take_back": { request: TakeBackRequest; response: TakenBackView };
  "distribution.wrong": { request: Nothing & { shown?: Listing }; response: WrongRows & { listed?: Listed } };
  "distribution.correct": { request: CorrectRequest; response: CorrectedView };
  "distribution.view": { request: DistributionRequest; response: DistributionView };
  "distribution.cell": { request: CellRequest; response: CellExplanation };
  "distribution.statement": { request: StatementRequest; response: WrittenFiles };
  "suspense.page": { request: SuspenseRequest & { shown?: Listing }; response: SuspenseView & { listed?: Listed } };
  "suspense.print": { request: PrintSuspenseRequest; response: WrittenFile };
  "orders.list": { request: Nothing & { shown?: Listing }; response: Orders & { listed?: Listed } };
  "orders.create": { request: CreateOrderRequest; response: BookedOrder };
  "orders.view": { request: OrderRequest; response: OrderView };
  "orders.attest": { request: AttestOrder; response: OrderView };
  "orders.withdraw": { request: WithdrawRequest; response: OrderView };
  "orders.booked": { request: BookVouchers; response: VouchersBooked };
  "orders.booked_file": { request: FileRequest; response: VouchersBooked };
  "orders.unbook": { request: UnbookVoucher; response: OrderView };
  "orders.reject": { request: WithdrawRequest; response: OrderView };
  "orders.export": { request: ExportRequest; response: Exported };
  "orders.print": { request: PrintRequest; response: WrittenFile };
  "trace.posting": { request: PostingRequest; response: Trace };
  "trace.row": { request: RowRequest; response: Trace };
  "audit.verify": { request: VerifyRequest; response: AuditVerified };
  "audit.head": { request: Nothing; response: AuditHeadView };
  "audit.events": { request: Nothing & { shown?: Listing }; response: AuditEvents & { listed?: Listed } };
  "log.reviews": { request: Nothing; response: LogReviews };
  "log.review": { request: LogReviewRequest; response: LogReviewView };
  "log.draw": { request: DrawSample; response: LogReviewView };
  "log.note": { request: NoteReading; response: LogReviewView };
  "log.sign": { request: SignLogReview; response: LogReviewView };
  "log.extract": { request: ExtractRequest; response: ReadingExtract };
  "settings.get": { request: Nothing; response: SettingsDocument };
  "settings.put": { request: SettingsDocument; response: SettingsDocument };
  "settings.export": { request: FileRequest; response: WrittenFile };
  "compensations.list": { request: Nothing; response: Compensations };
  "codes.list": { request: Nothing & { shown?: Listing }; response: Codes & { listed?: Listed } };
  "codes.add": { request: Code; response: Codes };
  "codes.import": { request: FileRequest; response: TableImported };
  "boards.list": { request: Nothing & { shown?: Listing }; response: Boards & { listed?: Listed } };
  "boards.put": { request: Board; response: Boards };
  "codes.export": { request: FileRequest; response: WrittenFile };
  "key.list": { request: Nothing; response: Keys };
  "key.import": { request: FileRequest; response: KeyImported };
  "key.draft": { request: Nothing; response: KeyDraftView };
  "key.edit": { request: EditKeyRequest; response: KeyDraftView };
  "key.try": { request: TryKey; response: KeyTried };
  "key.decide": { request: DecideKey; response: KeyDecided };
  "key.export": { request: FileRequest; response: WrittenFile };
  "accounts.list": { request: Nothing & { shown?: Listing }; response: Accounts & { listed?: Listed } };
  "accounts.import": { request: FileRequest; response: TableImported };
  "accounts.export": { request: FileRequest; response: WrittenFile };
  "periods.list": { request: Nothing; response: Periods };
  "periods.set": { request: SetPeriod; response: Periods };
  "profiles.list": { request: Nothing; response: Profiles };
  "profiles.add": { request: AddProfile; response: AddedProfile };
}
