-- What the program keeps of itself, and what the city has decided.
--
-- Money is whole öre (INTEGER), days are ISO text, moments are UTC in RFC 3339 with a Z, truth is 0
-- or 1. A name that ends in _no is this database's own number; `id` is a UUIDv7 made by the client,
-- so that a repeated request is never a second payment. What may be changed stands in db/guards.rs.

CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL                      -- JSON
) STRICT;

-- The hash chain: hash = SHA-256 over previous and the event's own fields, in the form that it names.
CREATE TABLE audit_event (
    event_no INTEGER PRIMARY KEY,
    at       TEXT NOT NULL,
    actor    TEXT NOT NULL,
    action   TEXT NOT NULL,
    object   TEXT NOT NULL,
    detail   TEXT NOT NULL,                  -- JSON: counts, sums, digests; never personal data
    form     INTEGER NOT NULL,               -- of what the hash is over
    rows     BLOB NOT NULL,                  -- SHA-256 over what row_digest holds of the event
    previous BLOB NOT NULL,
    hash     BLOB NOT NULL
) STRICT;
CREATE INDEX audit_event_object ON audit_event (object, action);

-- What each event has written, some thousands of rows of a table to a blob: their keys in order, each
-- with a digest of the row as it then was, or that it was deleted. See db/digests.
CREATE TABLE row_digest (
    digest_no  INTEGER PRIMARY KEY,          -- in the order in which they were written
    event_no   INTEGER NOT NULL,
    table_name TEXT NOT NULL,
    first_key  BLOB NOT NULL,
    states     BLOB NOT NULL
) STRICT;
CREATE INDEX row_digest_table ON row_digest (table_name, first_key);

CREATE TABLE board (
    cost_centre TEXT PRIMARY KEY,
    name        TEXT NOT NULL
) STRICT;

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

-- Keys as they were entered; what holds of them follows from all of them (domain::key::in_force).
CREATE TABLE distribution_key (
    key_no          INTEGER PRIMARY KEY,
    decision_number TEXT NOT NULL,
    valid_from      TEXT NOT NULL,
    valid_until     TEXT,
    example         INTEGER NOT NULL CHECK (example IN (0, 1)),
    lines           TEXT NOT NULL,           -- JSON
    event_no        INTEGER NOT NULL
) STRICT;

-- The working copy of a key that somebody is making.
CREATE TABLE key_draft (
    one      INTEGER PRIMARY KEY CHECK (one = 1),
    lines    TEXT NOT NULL,                  -- JSON
    event_no INTEGER NOT NULL
) STRICT;

CREATE TABLE account_rule (
    place         INTEGER PRIMARY KEY,       -- in the table that it came in
    compensation  TEXT NOT NULL UNIQUE,      -- or '(bank)', '(observationskonto)'
    account       TEXT NOT NULL,
    account_name  TEXT NOT NULL,
    activity      TEXT,
    activity_name TEXT,
    counterpart   TEXT,
    text          TEXT NOT NULL,
    example       INTEGER NOT NULL CHECK (example IN (0, 1))
) STRICT;

-- What the municipality adds to the law that ships: amounts, checks against the sources, and answers
-- to what the texts leave open. Nothing is changed; an amount can be taken back.
CREATE TABLE own_rate (
    own_rate_no  INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    compensation TEXT NOT NULL,
    case_name    TEXT NOT NULL,
    valid_from   TEXT NOT NULL,
    valid_until  TEXT,
    value        TEXT NOT NULL,              -- as written, in the compensation's unit
    source       TEXT NOT NULL,
    checked_on   TEXT NOT NULL,
    note         TEXT,
    event_no     INTEGER NOT NULL,
    withdrawn_event_no INTEGER
) STRICT;
CREATE UNIQUE INDEX own_rate_in_force ON own_rate (compensation, case_name, valid_from)
    WHERE withdrawn_event_no IS NULL;

-- Somebody has held the open values of a compensation against their source, and they still hold.
CREATE TABLE law_check (
    check_no     INTEGER PRIMARY KEY,
    compensation TEXT NOT NULL,
    checked_on   TEXT NOT NULL,
    source       TEXT NOT NULL,
    event_no     INTEGER NOT NULL
) STRICT;

-- Answers to open questions; the last one for a question and first day holds.
CREATE TABLE law_choice (
    choice_no  INTEGER PRIMARY KEY,
    question   TEXT NOT NULL,
    answer     TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    reason     TEXT NOT NULL,
    event_no   INTEGER NOT NULL
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
