-- Last days to apply, from the law or typed; and cases: what the city handles about a
-- person's compensation, with the documents that prove it. And what was done about watches.

CREATE TABLE last_day (
    last_day_no   INTEGER PRIMARY KEY,
    id            TEXT NOT NULL UNIQUE,
    compensation  TEXT NOT NULL,
    period        TEXT NOT NULL,             -- 2026Q2, 2026 or 2026-07-01/2027-06-30
    cost_centre   TEXT NOT NULL REFERENCES board,
    last_day      TEXT NOT NULL,             -- the law's cautious one, or what was typed
    amount_ore    INTEGER CHECK (amount_ore >= 0), -- none: not known
    note          TEXT NOT NULL,
    done_event_no INTEGER,                   -- the event that marked it as done
    event_no      INTEGER NOT NULL,          -- the latest change
    UNIQUE (compensation, period, cost_centre)
) STRICT;
CREATE INDEX last_day_order ON last_day (last_day, last_day_no);

CREATE TABLE case_file (
    case_no      INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    year         INTEGER NOT NULL,
    sequence     INTEGER NOT NULL CHECK (sequence > 0),
    person_no    INTEGER NOT NULL REFERENCES person,
    kind         TEXT NOT NULL,
    compensation TEXT,
    -- What follows is the state now; case_event tells how it came about.
    state        TEXT NOT NULL,
    officer      TEXT NOT NULL,
    cost_centre  TEXT NOT NULL REFERENCES board,
    next_due     TEXT NOT NULL,              -- the nearest open due day; 9999-12-31: none
    event_no     INTEGER NOT NULL,           -- the one that opened it
    UNIQUE (year, sequence)
) STRICT;
CREATE INDEX case_person ON case_file (person_no, state, next_due, case_no);
-- The work list: every filter is answered in the order of due days.
CREATE INDEX case_due_order ON case_file (state, next_due, case_no);
CREATE INDEX case_officer ON case_file (officer, state, next_due, case_no);
CREATE INDEX case_board ON case_file (cost_centre, state, next_due, case_no, person_no);
CREATE INDEX case_officer_board
    ON case_file (officer, cost_centre, state, next_due, case_no, person_no);

CREATE TABLE case_due (
    due_no        INTEGER PRIMARY KEY,
    id            TEXT NOT NULL UNIQUE,
    case_no       INTEGER NOT NULL REFERENCES case_file,
    due_on        TEXT NOT NULL,
    what          TEXT NOT NULL,
    event_no      INTEGER NOT NULL,
    done_event_no INTEGER                    -- the event that settled it
) STRICT;
CREATE INDEX case_due_case ON case_due (case_no, due_on);

-- The log: what changed in one step.
CREATE TABLE case_event (
    log_no   INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    case_no  INTEGER NOT NULL REFERENCES case_file,
    content  TEXT NOT NULL,                  -- JSON
    event_no INTEGER NOT NULL                -- who and when
) STRICT;
CREATE INDEX case_event_case ON case_event (case_no, log_no);

CREATE TABLE case_document (
    document_no INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    case_no     INTEGER NOT NULL REFERENCES case_file,
    kind        TEXT NOT NULL,
    name        TEXT NOT NULL,
    bytes       INTEGER NOT NULL CHECK (bytes > 0),
    sha256      TEXT NOT NULL,
    secret      INTEGER NOT NULL CHECK (secret IN (0, 1)),
    event_no    INTEGER NOT NULL,
    UNIQUE (case_no, sha256)
) STRICT;

CREATE TABLE case_document_piece (
    document_no INTEGER NOT NULL REFERENCES case_document,
    piece       INTEGER NOT NULL,
    data        BLOB NOT NULL,
    PRIMARY KEY (document_no, piece)
) STRICT;

-- What was done about a watch; the last one for a watch and person holds.
CREATE TABLE watch_mark (
    mark_no   INTEGER PRIMARY KEY,
    watch_key TEXT NOT NULL,
    person_no INTEGER REFERENCES person,
    kind      TEXT NOT NULL CHECK (kind IN ('done', 'moved', 'not-applicable', 'undone')),
    moved_to  TEXT,
    reason    TEXT NOT NULL,
    event_no  INTEGER NOT NULL
) STRICT;
CREATE INDEX watch_mark_key ON watch_mark (watch_key);
