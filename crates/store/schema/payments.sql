-- Payment lists: rows as written and as meant, what was found and decided about them, whom they are
-- about.

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
    -- Equal for payments of one person for one period, by each of the person's numbers; 0 where the row
    -- does not have that number, or is not whole.
    dossier_key       INTEGER NOT NULL,
    national_key      INTEGER NOT NULL,
    PRIMARY KEY (list_no, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX payment_row_dossier ON payment_row (dossier_key) WHERE dossier_key <> 0;
CREATE INDEX payment_row_national ON payment_row (national_key) WHERE national_key <> 0;
-- Rows without remark are the many; only the others are looked up by state, and summed.
CREATE INDEX payment_row_state ON payment_row (list_no, state, line, amount_ore)
    WHERE state <> 0;

-- The rows that are payments once their list is taken in: nobody has parked them, and nothing about
-- them waits for a decision.
CREATE VIEW payment AS
    SELECT list_no, line, written, state, payment_date, decision_date, case_number, payment_code,
           compensation_text, dossier_number, national_number, family_name, given_name, period_from,
           period_until, days, amount_ore, dossier_key, national_key
    FROM payment_row WHERE state IN (0, 2, 4);

-- How far the payments of a list that has been taken in have come, in rows: counted as they come, so
-- that what waits is told without looking at what is done. Everything here follows from other tables.
CREATE TABLE list_progress (
    list_no     INTEGER PRIMARY KEY REFERENCES payment_list,
    payments    INTEGER NOT NULL,
    looked_at   INTEGER NOT NULL,            -- by matching
    matched     INTEGER NOT NULL,
    distributed INTEGER NOT NULL,
    unbooked    INTEGER NOT NULL,            -- with a share that waits for an order
    handed_over INTEGER NOT NULL             -- with a share that has been handed over
) STRICT;

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
CREATE INDEX row_match_nobody ON row_match (list_no, line) WHERE matched = 0;
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

-- Rows that somebody is typing and has not read in: kept as they are typed, so that nothing of them is
-- lost. They are no payments.
CREATE TABLE typed_rows (
    actor   TEXT PRIMARY KEY,
    content TEXT NOT NULL                    -- JSON
) STRICT, WITHOUT ROWID;

-- How somebody wants to see a list: which columns, in which order, how wide.
CREATE TABLE list_layout (
    actor   TEXT NOT NULL,
    list    TEXT NOT NULL,                   -- the operation that answers with it
    content TEXT NOT NULL,                   -- JSON
    PRIMARY KEY (actor, list)
) STRICT, WITHOUT ROWID;
