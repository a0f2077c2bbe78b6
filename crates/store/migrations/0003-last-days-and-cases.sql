-- Last days to apply, typed until claims compute them; and cases: what the city handles about a
-- person's compensation, with the documents that prove it.

CREATE TABLE last_day (
    last_day_no   INTEGER PRIMARY KEY,
    id            TEXT NOT NULL UNIQUE,
    compensation  TEXT NOT NULL,
    period        TEXT NOT NULL,             -- 2026Q2 or 2026
    cost_centre   TEXT NOT NULL REFERENCES board,
    last_day      TEXT NOT NULL,
    amount        INTEGER CHECK (amount >= 0), -- öre; none: not known
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
CREATE INDEX case_officer_board ON case_file (officer, cost_centre, state, next_due, case_no, person_no);

CREATE TRIGGER case_file_update BEFORE UPDATE ON case_file
    WHEN OLD.id <> NEW.id OR OLD.year <> NEW.year OR OLD.sequence <> NEW.sequence
      OR OLD.person_no <> NEW.person_no OR OLD.kind <> NEW.kind
      OR OLD.compensation IS NOT NEW.compensation OR OLD.event_no <> NEW.event_no
    BEGIN SELECT RAISE(ABORT, 'kept: case_file'); END;
-- A number that could be given again would name two cases.
CREATE TRIGGER case_file_delete BEFORE DELETE ON case_file
    BEGIN SELECT RAISE(ABORT, 'append-only: case_file'); END;

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
CREATE TRIGGER case_due_update BEFORE UPDATE ON case_due
    WHEN OLD.done_event_no IS NOT NULL OR OLD.id <> NEW.id OR OLD.case_no <> NEW.case_no
      OR OLD.due_on <> NEW.due_on OR OLD.what <> NEW.what OR OLD.event_no <> NEW.event_no
    BEGIN SELECT RAISE(ABORT, 'append-only: case_due'); END;
CREATE TRIGGER case_due_delete BEFORE DELETE ON case_due
    BEGIN SELECT RAISE(ABORT, 'append-only: case_due'); END;

-- The log: what changed in one step.
CREATE TABLE case_event (
    log_no   INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    case_no  INTEGER NOT NULL REFERENCES case_file,
    content  TEXT NOT NULL,                  -- JSON
    event_no INTEGER NOT NULL                -- who and when
) STRICT;
CREATE INDEX case_event_case ON case_event (case_no, log_no);
CREATE TRIGGER case_event_update BEFORE UPDATE ON case_event
    BEGIN SELECT RAISE(ABORT, 'append-only: case_event'); END;
CREATE TRIGGER case_event_delete BEFORE DELETE ON case_event
    BEGIN SELECT RAISE(ABORT, 'append-only: case_event'); END;

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
CREATE TRIGGER case_document_update BEFORE UPDATE ON case_document
    BEGIN SELECT RAISE(ABORT, 'append-only: case_document'); END;
CREATE TRIGGER case_document_delete BEFORE DELETE ON case_document
    BEGIN SELECT RAISE(ABORT, 'append-only: case_document'); END;

CREATE TABLE case_document_piece (
    document_no INTEGER NOT NULL REFERENCES case_document,
    piece       INTEGER NOT NULL,
    data        BLOB NOT NULL,
    PRIMARY KEY (document_no, piece)
) STRICT;
CREATE TRIGGER case_document_piece_update BEFORE UPDATE ON case_document_piece
    BEGIN SELECT RAISE(ABORT, 'append-only: case_document_piece'); END;
CREATE TRIGGER case_document_piece_delete BEFORE DELETE ON case_document_piece
    BEGIN SELECT RAISE(ABORT, 'append-only: case_document_piece'); END;
