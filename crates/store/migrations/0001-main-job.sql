-- Money is whole öre (INTEGER), days are ISO text, moments are UTC in RFC 3339 with a Z.
-- A name that ends in _no is this database's own number; `id` is a UUIDv7 made by the client,
-- so that a repeated request is never a second payment.

CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL                      -- JSON
) STRICT;

-- The hash chain: hash = SHA-256 over previous and the event's own fields.
CREATE TABLE audit_event (
    event_no INTEGER PRIMARY KEY,
    at       TEXT NOT NULL,
    actor    TEXT NOT NULL,
    action   TEXT NOT NULL,
    object   TEXT NOT NULL,
    detail   TEXT NOT NULL,                  -- JSON: counts, sums, digests; never personal data
    previous BLOB NOT NULL,
    hash     BLOB NOT NULL
) STRICT;

CREATE INDEX audit_event_object ON audit_event (object, action);

CREATE TABLE board (
    cost_centre TEXT PRIMARY KEY,
    name        TEXT NOT NULL
) STRICT;

CREATE TABLE person (
    person_no   INTEGER PRIMARY KEY,
    register_id TEXT NOT NULL UNIQUE,        -- the register's own Person-id
    family_name TEXT NOT NULL,
    given_name  TEXT NOT NULL,
    birth_date  TEXT,
    group_name  TEXT,
    received    TEXT,
    search_text TEXT NOT NULL                -- folded names, for finding
) STRICT;
CREATE INDEX person_name ON person (family_name, given_name, person_no);

CREATE TABLE person_identity (
    kind      TEXT NOT NULL CHECK (kind IN ('dossier', 'national')),
    number    TEXT NOT NULL,
    person_no INTEGER NOT NULL REFERENCES person,
    PRIMARY KEY (kind, number, person_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_identity_person ON person_identity (person_no);

-- Which board answers for a person, from a day ('' = from the beginning). A later entry for the
-- same day replaces an earlier one; both stay.
CREATE TABLE person_board (
    span_no     INTEGER PRIMARY KEY,
    person_no   INTEGER NOT NULL REFERENCES person,
    valid_from  TEXT NOT NULL,
    cost_centre TEXT NOT NULL REFERENCES board,
    event_no    INTEGER NOT NULL
) STRICT;
CREATE INDEX person_board_person ON person_board (person_no, valid_from);

CREATE TABLE payment_code (
    code_no      INTEGER PRIMARY KEY,
    payment_code TEXT NOT NULL,
    compensation TEXT,                       -- none: unmapped
    clawback     INTEGER NOT NULL CHECK (clawback IN (0, 1)),
    person_bound INTEGER NOT NULL CHECK (person_bound IN (0, 1)),
    text         TEXT NOT NULL,
    valid_from   TEXT,
    valid_until  TEXT,
    status       TEXT NOT NULL CHECK (status IN ('published', 'example', 'own')),
    UNIQUE (payment_code, valid_from)
) STRICT;

CREATE TABLE import_profile (
    name     TEXT NOT NULL,
    version  INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    toml     TEXT NOT NULL,
    event_no INTEGER NOT NULL,
    PRIMARY KEY (name, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE distribution_key (
    key_no          INTEGER PRIMARY KEY,
    decision_number TEXT NOT NULL,
    valid_from      TEXT NOT NULL,
    valid_until     TEXT,
    example         INTEGER NOT NULL CHECK (example IN (0, 1)),
    lines           TEXT NOT NULL,           -- JSON
    replaced        INTEGER NOT NULL DEFAULT 0 CHECK (replaced IN (0, 1))
) STRICT;

CREATE TABLE account_rule (
    compensation  TEXT PRIMARY KEY,          -- or '(bank)', '(observationskonto)'
    account       TEXT NOT NULL,
    account_name  TEXT NOT NULL,
    activity      TEXT,
    activity_name TEXT,
    counterpart   TEXT,
    text          TEXT NOT NULL,
    example       INTEGER NOT NULL CHECK (example IN (0, 1))
) STRICT;

-- Imported files as they came, in pieces of 1 MB.
CREATE TABLE original_file (
    original_no INTEGER PRIMARY KEY,
    name        TEXT NOT NULL,
    bytes       INTEGER NOT NULL,
    sha256      TEXT NOT NULL
) STRICT;
CREATE TABLE original_piece (
    original_no INTEGER NOT NULL REFERENCES original_file,
    piece       INTEGER NOT NULL,
    data        BLOB NOT NULL,
    PRIMARY KEY (original_no, piece)
) STRICT;

CREATE TABLE payment_list (
    list_no      INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    state        TEXT NOT NULL CHECK (state IN ('draft', 'committed', 'reversed')),
    original_no  INTEGER NOT NULL REFERENCES original_file,
    sha256       TEXT NOT NULL,
    profile      TEXT NOT NULL,              -- TOML as used
    profile_name TEXT NOT NULL,
    format       TEXT NOT NULL,              -- JSON: container, encoding, separator, layout
    given_date   TEXT,                       -- payment date typed once for the whole list
    payment_date TEXT,
    rows         INTEGER NOT NULL,
    -- Rows without remark and their sums; the few others are summed when asked for.
    clean_rows         INTEGER NOT NULL,
    clean_positive_ore INTEGER NOT NULL,
    clean_negative_ore INTEGER NOT NULL,
    read_on      TEXT NOT NULL,              -- business date
    bank_ore     INTEGER,
    bank_reason  TEXT,
    event_no     INTEGER NOT NULL
) STRICT;
CREATE INDEX payment_list_sha256 ON payment_list (sha256);

CREATE TABLE payment_row (
    list_no           INTEGER NOT NULL REFERENCES payment_list,
    line              INTEGER NOT NULL,
    written           TEXT NOT NULL,         -- the cells as written, joined by U+001F
    state             INTEGER NOT NULL,      -- 0 clean, 1 open, 2 corrected, 3 parked, 4 accepted
    payment_date      TEXT,
    decision_date     TEXT,
    case_number       TEXT,
    payment_code      TEXT,
    compensation_text TEXT,
    dossier_number    TEXT,
    national_number   TEXT,
    family_name       TEXT,
    given_name        TEXT,
    period_from       TEXT,
    period_until      TEXT,
    days              INTEGER,
    amount_ore        INTEGER,
    row_key           INTEGER NOT NULL,      -- equal for equal rows; 0 where the row is not whole
    PRIMARY KEY (list_no, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX payment_row_key ON payment_row (row_key);
-- Rows without remark are the many; only the others are looked up by state.
CREATE INDEX payment_row_state ON payment_row (list_no, state, line) WHERE state <> 0;

-- Where each page of a hundred rows begins, so that any page of a million is found at once.
CREATE TABLE payment_page (
    list_no    INTEGER NOT NULL REFERENCES payment_list,
    page       INTEGER NOT NULL,
    first_line INTEGER NOT NULL,
    PRIMARY KEY (list_no, page)
) STRICT, WITHOUT ROWID;

CREATE TABLE row_finding (
    list_no     INTEGER NOT NULL,
    line        INTEGER NOT NULL,
    finding     INTEGER NOT NULL,
    column_no   INTEGER,
    column_name TEXT,
    field       TEXT,
    code        TEXT NOT NULL,
    value_list  TEXT NOT NULL,               -- JSON
    PRIMARY KEY (list_no, line, finding)
) STRICT, WITHOUT ROWID;

-- What people decided about rows with findings; the last one holds, undoing adds one.
CREATE TABLE row_decision (
    decision_no INTEGER PRIMARY KEY,
    list_no     INTEGER NOT NULL,
    line        INTEGER NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('correct', 'park', 'accept', 'undo')),
    overrides   TEXT NOT NULL,               -- JSON: field to text
    event_no    INTEGER NOT NULL
) STRICT;
CREATE INDEX row_decision_row ON row_decision (list_no, line);

-- The present match of a row. One with a person is two entries of the ledger as well: the payment
-- leaves nobody and comes to the person. They are read from here (see the view `ledger`) and take
-- two numbers of the ledger, this one and the next.
CREATE TABLE row_match (
    list_no    INTEGER NOT NULL,
    line       INTEGER NOT NULL,
    person_no  INTEGER,
    matched    INTEGER NOT NULL CHECK (matched IN (0, 1)),
    reason     TEXT NOT NULL,
    candidates TEXT,                         -- JSON, where there is more than the one
    entry_no   INTEGER CHECK ((entry_no IS NULL) = (person_no IS NULL)),
    event_no   INTEGER NOT NULL,
    PRIMARY KEY (list_no, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX row_match_person ON row_match (person_no) WHERE person_no IS NOT NULL;

-- A match with a person that was undone: four entries, two when it was made and two when undone.
CREATE TABLE former_match (
    entry_no        INTEGER PRIMARY KEY,
    list_no         INTEGER NOT NULL,
    line            INTEGER NOT NULL,
    person_no       INTEGER NOT NULL,
    event_no        INTEGER NOT NULL,
    undone_entry_no INTEGER NOT NULL,
    undone_event_no INTEGER NOT NULL
) STRICT;
CREATE INDEX former_match_row ON former_match (list_no, line);
CREATE INDEX former_match_person ON former_match (person_no);

CREATE TABLE distribution (
    distribution_no INTEGER PRIMARY KEY,
    id              TEXT NOT NULL UNIQUE,
    month           TEXT NOT NULL,
    run             INTEGER NOT NULL,        -- 1 for the month's first, then supplements
    kind            TEXT NOT NULL CHECK (kind IN ('run', 'reversal')),
    business_date   TEXT NOT NULL,
    in_ore          INTEGER NOT NULL,
    out_ore         INTEGER NOT NULL,
    suspense_ore    INTEGER NOT NULL,
    keys            TEXT NOT NULL,           -- JSON: decisions used, whether examples
    event_no        INTEGER NOT NULL,
    UNIQUE (month, run)
) STRICT;

-- A row is distributed once; how, so that a clawback can follow it.
CREATE TABLE distributed_row (
    list_no         INTEGER NOT NULL,
    line            INTEGER NOT NULL,
    distribution_no INTEGER NOT NULL REFERENCES distribution,
    person_no       INTEGER,
    compensation    TEXT NOT NULL,
    clawback        INTEGER NOT NULL,
    period_from     TEXT,
    period_until    TEXT,
    payment_date    TEXT NOT NULL,
    amount_ore      INTEGER NOT NULL,
    lines           TEXT NOT NULL,           -- JSON: the boards and shares it was given by
    PRIMARY KEY (list_no, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX distributed_row_original ON distributed_row (person_no, compensation)
    WHERE clawback = 0;
CREATE INDEX distributed_row_run ON distributed_row (distribution_no);

CREATE TABLE suspended_row (
    distribution_no INTEGER NOT NULL REFERENCES distribution,
    list_no         INTEGER NOT NULL,
    line            INTEGER NOT NULL,
    amount_ore      INTEGER NOT NULL,
    reason          TEXT NOT NULL,
    PRIMARY KEY (distribution_no, list_no, line)
) STRICT, WITHOUT ROWID;

-- The ledger: every link of the chain but the first, on person, compensation and period. The
-- numbers are counted apart from the rows, since matches take some of them.
CREATE TABLE entry (
    entry_no        INTEGER PRIMARY KEY AUTOINCREMENT,
    kind            TEXT NOT NULL,
    person_no       INTEGER,
    compensation    TEXT,
    period_from     TEXT,
    period_until    TEXT,
    cost_centre     TEXT,
    amount_ore      INTEGER NOT NULL,
    list_no         INTEGER,
    line            INTEGER,
    distribution_no INTEGER,
    order_no        INTEGER,
    corrects        INTEGER,                 -- number of an entry here or of a match
    explanation     TEXT,                    -- JSON
    rendered        TEXT,                    -- the explanation as it was worded then
    event_no        INTEGER NOT NULL
) STRICT;
CREATE INDEX entry_row ON entry (list_no, line);
CREATE INDEX entry_person ON entry (person_no) WHERE person_no IS NOT NULL;
CREATE INDEX entry_distribution ON entry (distribution_no) WHERE distribution_no IS NOT NULL;
CREATE INDEX entry_corrects ON entry (corrects) WHERE corrects IS NOT NULL;

-- What matches have moved: from nobody to a person, and back where they were undone.
CREATE VIEW match_movement AS
    SELECT entry_no, list_no, line, NULL AS person_no, -1 AS sign, event_no
        FROM row_match WHERE person_no IS NOT NULL
    UNION ALL SELECT entry_no + 1, list_no, line, person_no, 1, event_no
        FROM row_match WHERE person_no IS NOT NULL
    UNION ALL SELECT entry_no, list_no, line, NULL, -1, event_no FROM former_match
    UNION ALL SELECT entry_no + 1, list_no, line, person_no, 1, event_no FROM former_match
    UNION ALL SELECT undone_entry_no, list_no, line, person_no, -1, undone_event_no
        FROM former_match
    UNION ALL SELECT undone_entry_no + 1, list_no, line, NULL, 1, undone_event_no
        FROM former_match;

-- The whole ledger: what is written, and what matches have moved of the payment of their row.
CREATE VIEW ledger AS
    SELECT * FROM entry
    UNION ALL
    SELECT m.entry_no, e.kind, m.person_no, e.compensation, e.period_from, e.period_until, NULL,
           m.sign * e.amount_ore, m.list_no, m.line, NULL, NULL, NULL, NULL, NULL, m.event_no
    FROM match_movement m
    JOIN entry e ON e.list_no = m.list_no AND e.line = m.line AND e.kind = 'paid'
                AND e.person_no IS NULL AND e.corrects IS NULL;

CREATE TABLE booking_order (
    order_no        INTEGER PRIMARY KEY,
    id              TEXT NOT NULL UNIQUE,
    number          TEXT NOT NULL UNIQUE,
    year            INTEGER NOT NULL,
    sequence        INTEGER NOT NULL,
    distribution_no INTEGER NOT NULL REFERENCES distribution,
    reverses        INTEGER REFERENCES booking_order,
    voucher_date    TEXT NOT NULL,
    period          TEXT NOT NULL,
    business_date   TEXT NOT NULL,
    debit_ore       INTEGER NOT NULL,
    credit_ore      INTEGER NOT NULL,
    example         INTEGER NOT NULL,
    book            TEXT NOT NULL,           -- JSON: names and settings as they were
    event_no        INTEGER NOT NULL,
    UNIQUE (year, sequence)
) STRICT;

CREATE TABLE order_state (
    order_no      INTEGER NOT NULL REFERENCES booking_order,
    step          INTEGER NOT NULL,
    state         TEXT NOT NULL
        CHECK (state IN ('created', 'attested', 'handed-over', 'booked', 'withdrawn')),
    actor         TEXT NOT NULL,
    second_person INTEGER NOT NULL CHECK (second_person IN (0, 1)),
    at            TEXT NOT NULL,
    event_no      INTEGER NOT NULL,
    PRIMARY KEY (order_no, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE voucher (
    order_no INTEGER NOT NULL REFERENCES booking_order,
    voucher  INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    text     TEXT NOT NULL,
    PRIMARY KEY (order_no, voucher)
) STRICT, WITHOUT ROWID;

CREATE TABLE posting (
    posting_no  INTEGER PRIMARY KEY,
    order_no    INTEGER NOT NULL,
    voucher     INTEGER NOT NULL,
    posting     INTEGER NOT NULL,
    account     TEXT NOT NULL,
    cost_centre TEXT,
    activity    TEXT,
    counterpart TEXT,
    amount_ore  INTEGER NOT NULL,
    text        TEXT NOT NULL,
    UNIQUE (order_no, voucher, posting),
    FOREIGN KEY (order_no, voucher) REFERENCES voucher
) STRICT;

CREATE TABLE posting_entry (
    posting_no INTEGER NOT NULL REFERENCES posting,
    entry_no   INTEGER NOT NULL REFERENCES entry,
    PRIMARY KEY (posting_no, entry_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX posting_entry_entry ON posting_entry (entry_no);

-- The bank amounts that an order's payment voucher books.
CREATE TABLE order_bank_amount (
    order_no   INTEGER NOT NULL REFERENCES booking_order,
    list_no    INTEGER NOT NULL REFERENCES payment_list,
    amount_ore INTEGER NOT NULL,
    PRIMARY KEY (order_no, list_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE booking_file (
    file_no  INTEGER PRIMARY KEY,
    order_no INTEGER NOT NULL REFERENCES booking_order,
    format   TEXT NOT NULL,
    sha256   TEXT NOT NULL,
    data     BLOB NOT NULL,
    event_no INTEGER NOT NULL,
    UNIQUE (order_no, format)
) STRICT;

-- What was sent, paid, decided or handed over is never changed and never deleted.
CREATE TRIGGER audit_event_update BEFORE UPDATE ON audit_event
    BEGIN SELECT RAISE(ABORT, 'append-only: audit_event'); END;
CREATE TRIGGER audit_event_delete BEFORE DELETE ON audit_event
    BEGIN SELECT RAISE(ABORT, 'append-only: audit_event'); END;
CREATE TRIGGER entry_update BEFORE UPDATE ON entry
    BEGIN SELECT RAISE(ABORT, 'append-only: entry'); END;
CREATE TRIGGER entry_delete BEFORE DELETE ON entry
    BEGIN SELECT RAISE(ABORT, 'append-only: entry'); END;
-- A match that moved a payment is kept before another takes its place.
CREATE TRIGGER row_match_update BEFORE UPDATE ON row_match
    WHEN OLD.person_no IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM former_match f WHERE f.entry_no = OLD.entry_no)
    BEGIN SELECT RAISE(ABORT, 'append-only: row_match'); END;
CREATE TRIGGER row_match_delete BEFORE DELETE ON row_match
    BEGIN SELECT RAISE(ABORT, 'append-only: row_match'); END;
CREATE TRIGGER former_match_update BEFORE UPDATE ON former_match
    BEGIN SELECT RAISE(ABORT, 'append-only: former_match'); END;
CREATE TRIGGER former_match_delete BEFORE DELETE ON former_match
    BEGIN SELECT RAISE(ABORT, 'append-only: former_match'); END;
CREATE TRIGGER person_board_update BEFORE UPDATE ON person_board
    BEGIN SELECT RAISE(ABORT, 'append-only: person_board'); END;
CREATE TRIGGER person_board_delete BEFORE DELETE ON person_board
    BEGIN SELECT RAISE(ABORT, 'append-only: person_board'); END;
CREATE TRIGGER distributed_row_update BEFORE UPDATE ON distributed_row
    BEGIN SELECT RAISE(ABORT, 'append-only: distributed_row'); END;
CREATE TRIGGER distributed_row_delete BEFORE DELETE ON distributed_row
    BEGIN SELECT RAISE(ABORT, 'append-only: distributed_row'); END;
CREATE TRIGGER booking_order_update BEFORE UPDATE ON booking_order
    BEGIN SELECT RAISE(ABORT, 'append-only: booking_order'); END;
CREATE TRIGGER booking_order_delete BEFORE DELETE ON booking_order
    BEGIN SELECT RAISE(ABORT, 'append-only: booking_order'); END;
CREATE TRIGGER order_state_update BEFORE UPDATE ON order_state
    BEGIN SELECT RAISE(ABORT, 'append-only: order_state'); END;
CREATE TRIGGER order_state_delete BEFORE DELETE ON order_state
    BEGIN SELECT RAISE(ABORT, 'append-only: order_state'); END;
CREATE TRIGGER posting_update BEFORE UPDATE ON posting
    BEGIN SELECT RAISE(ABORT, 'append-only: posting'); END;
CREATE TRIGGER posting_delete BEFORE DELETE ON posting
    BEGIN SELECT RAISE(ABORT, 'append-only: posting'); END;
CREATE TRIGGER booking_file_update BEFORE UPDATE ON booking_file
    BEGIN SELECT RAISE(ABORT, 'append-only: booking_file'); END;
CREATE TRIGGER booking_file_delete BEFORE DELETE ON booking_file
    BEGIN SELECT RAISE(ABORT, 'append-only: booking_file'); END;

CREATE TRIGGER distribution_update BEFORE UPDATE ON distribution
    BEGIN SELECT RAISE(ABORT, 'append-only: distribution'); END;
CREATE TRIGGER distribution_delete BEFORE DELETE ON distribution
    BEGIN SELECT RAISE(ABORT, 'append-only: distribution'); END;
CREATE TRIGGER voucher_update BEFORE UPDATE ON voucher
    BEGIN SELECT RAISE(ABORT, 'append-only: voucher'); END;
CREATE TRIGGER voucher_delete BEFORE DELETE ON voucher
    BEGIN SELECT RAISE(ABORT, 'append-only: voucher'); END;
CREATE TRIGGER posting_entry_update BEFORE UPDATE ON posting_entry
    BEGIN SELECT RAISE(ABORT, 'append-only: posting_entry'); END;
CREATE TRIGGER posting_entry_delete BEFORE DELETE ON posting_entry
    BEGIN SELECT RAISE(ABORT, 'append-only: posting_entry'); END;
CREATE TRIGGER order_bank_amount_update BEFORE UPDATE ON order_bank_amount
    BEGIN SELECT RAISE(ABORT, 'append-only: order_bank_amount'); END;
CREATE TRIGGER order_bank_amount_delete BEFORE DELETE ON order_bank_amount
    BEGIN SELECT RAISE(ABORT, 'append-only: order_bank_amount'); END;
CREATE TRIGGER suspended_row_update BEFORE UPDATE ON suspended_row
    BEGIN SELECT RAISE(ABORT, 'append-only: suspended_row'); END;
CREATE TRIGGER suspended_row_delete BEFORE DELETE ON suspended_row
    BEGIN SELECT RAISE(ABORT, 'append-only: suspended_row'); END;
-- Decisions and originals go only with the draft that they belong to.
CREATE TRIGGER row_decision_update BEFORE UPDATE ON row_decision
    BEGIN SELECT RAISE(ABORT, 'append-only: row_decision'); END;
CREATE TRIGGER row_decision_delete BEFORE DELETE ON row_decision
    WHEN (SELECT state FROM payment_list WHERE list_no = OLD.list_no) <> 'draft'
    BEGIN SELECT RAISE(ABORT, 'append-only: row_decision'); END;
CREATE TRIGGER original_file_delete BEFORE DELETE ON original_file
    WHEN EXISTS (SELECT 1 FROM payment_list
                 WHERE original_no = OLD.original_no AND state <> 'draft')
    BEGIN SELECT RAISE(ABORT, 'append-only: original_file'); END;
CREATE TRIGGER original_piece_update BEFORE UPDATE ON original_piece
    BEGIN SELECT RAISE(ABORT, 'append-only: original_piece'); END;
CREATE TRIGGER original_piece_delete BEFORE DELETE ON original_piece
    WHEN EXISTS (SELECT 1 FROM payment_list
                 WHERE original_no = OLD.original_no AND state <> 'draft')
    BEGIN SELECT RAISE(ABORT, 'append-only: original_piece'); END;

-- Rows of a committed list stand; only a parked row may still be settled.
CREATE TRIGGER payment_row_update BEFORE UPDATE ON payment_row
    WHEN OLD.state <> 3
     AND (SELECT state FROM payment_list WHERE list_no = OLD.list_no) <> 'draft'
    BEGIN SELECT RAISE(ABORT, 'committed: payment_row'); END;
CREATE TRIGGER payment_row_delete BEFORE DELETE ON payment_row
    WHEN (SELECT state FROM payment_list WHERE list_no = OLD.list_no) <> 'draft'
    BEGIN SELECT RAISE(ABORT, 'committed: payment_row'); END;
CREATE TRIGGER payment_list_update BEFORE UPDATE OF state ON payment_list
    WHEN NOT ((OLD.state = 'draft' AND NEW.state = 'committed')
           OR (OLD.state = 'committed' AND NEW.state = 'reversed')
           OR OLD.state = NEW.state)
    BEGIN SELECT RAISE(ABORT, 'committed: payment_list'); END;
CREATE TRIGGER payment_list_delete BEFORE DELETE ON payment_list
    WHEN OLD.state <> 'draft'
    BEGIN SELECT RAISE(ABORT, 'committed: payment_list'); END;
