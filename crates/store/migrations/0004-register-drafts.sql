-- Registers that are being brought in: the original, every row as written, findings and decisions.

CREATE TABLE register_draft (
    draft_no     INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    state        TEXT NOT NULL CHECK (state IN ('draft', 'committed')),
    original_no  INTEGER NOT NULL REFERENCES original_file,
    sha256       TEXT NOT NULL,
    profile      TEXT NOT NULL,              -- TOML as used
    profile_name TEXT NOT NULL,
    format       TEXT NOT NULL,              -- JSON: container, encoding, layout
    board_from   TEXT,                       -- day from which changed boards hold, where the file does not say
    rows         INTEGER NOT NULL,
    read_on      TEXT NOT NULL,              -- business date
    added        INTEGER NOT NULL DEFAULT 0,
    changed      INTEGER NOT NULL DEFAULT 0,
    unchanged    INTEGER NOT NULL DEFAULT 0,
    event_no     INTEGER NOT NULL
) STRICT;
CREATE INDEX register_draft_sha256 ON register_draft (sha256);

CREATE TABLE register_row (
    draft_no INTEGER NOT NULL REFERENCES register_draft,
    line     INTEGER NOT NULL,
    written  TEXT NOT NULL,                  -- the cells as written, joined by U+001F
    state    INTEGER NOT NULL,               -- 0 clean, 1 open, 2 corrected, 3 parked, 4 accepted
    PRIMARY KEY (draft_no, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX register_row_state ON register_row (draft_no, state, line) WHERE state <> 0;

-- Where each page of a hundred rows begins.
CREATE TABLE register_page (
    draft_no   INTEGER NOT NULL REFERENCES register_draft,
    page       INTEGER NOT NULL,
    first_line INTEGER NOT NULL,
    PRIMARY KEY (draft_no, page)
) STRICT, WITHOUT ROWID;

CREATE TABLE register_finding (
    draft_no    INTEGER NOT NULL,
    line        INTEGER NOT NULL,
    finding     INTEGER NOT NULL,
    column_no   INTEGER,
    column_name TEXT,
    code        TEXT NOT NULL,
    value_list  TEXT NOT NULL,               -- JSON
    PRIMARY KEY (draft_no, line, finding)
) STRICT, WITHOUT ROWID;

-- What people decided about rows; the last one holds, undoing adds one.
CREATE TABLE register_decision (
    decision_no INTEGER PRIMARY KEY,
    draft_no    INTEGER NOT NULL,
    line        INTEGER NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('correct', 'park', 'accept', 'undo')),
    overrides   TEXT NOT NULL,               -- JSON: field to text
    event_no    INTEGER NOT NULL
) STRICT;
CREATE INDEX register_decision_row ON register_decision (draft_no, line);

-- What a committed draft was stays as it was.
CREATE TRIGGER register_row_update BEFORE UPDATE ON register_row
    WHEN (SELECT state FROM register_draft d WHERE d.draft_no = OLD.draft_no) = 'committed'
    BEGIN SELECT RAISE(ABORT, 'kept: register_row'); END;
CREATE TRIGGER register_row_delete BEFORE DELETE ON register_row
    WHEN (SELECT state FROM register_draft d WHERE d.draft_no = OLD.draft_no) = 'committed'
    BEGIN SELECT RAISE(ABORT, 'kept: register_row'); END;
CREATE TRIGGER register_draft_update BEFORE UPDATE ON register_draft
    WHEN OLD.state = 'committed'
    BEGIN SELECT RAISE(ABORT, 'kept: register_draft'); END;
CREATE TRIGGER register_draft_delete BEFORE DELETE ON register_draft
    WHEN OLD.state = 'committed'
    BEGIN SELECT RAISE(ABORT, 'kept: register_draft'); END;
CREATE TRIGGER register_finding_update BEFORE UPDATE ON register_finding
    BEGIN SELECT RAISE(ABORT, 'kept: register_finding'); END;
CREATE TRIGGER register_finding_delete BEFORE DELETE ON register_finding
    WHEN (SELECT state FROM register_draft d WHERE d.draft_no = OLD.draft_no) = 'committed'
    BEGIN SELECT RAISE(ABORT, 'kept: register_finding'); END;
-- Decisions and originals go only with the draft that they belong to.
CREATE TRIGGER register_decision_update BEFORE UPDATE ON register_decision
    BEGIN SELECT RAISE(ABORT, 'append-only: register_decision'); END;
CREATE TRIGGER register_decision_delete BEFORE DELETE ON register_decision
    WHEN (SELECT state FROM register_draft d WHERE d.draft_no = OLD.draft_no) = 'committed'
    BEGIN SELECT RAISE(ABORT, 'append-only: register_decision'); END;
CREATE TRIGGER original_file_of_register_delete BEFORE DELETE ON original_file
    WHEN EXISTS (SELECT 1 FROM register_draft d
                 WHERE d.original_no = OLD.original_no AND d.state = 'committed')
    BEGIN SELECT RAISE(ABORT, 'append-only: original_file'); END;
CREATE TRIGGER original_piece_of_register_delete BEFORE DELETE ON original_piece
    WHEN EXISTS (SELECT 1 FROM register_draft d
                 WHERE d.original_no = OLD.original_no AND d.state = 'committed')
    BEGIN SELECT RAISE(ABORT, 'append-only: original_piece'); END;

-- Namesakes are looked for by the folded name: thousands are entered as born on one 1 January.
DROP INDEX person_birth;
CREATE INDEX person_birth ON person (birth_date, search_text) WHERE birth_date IS NOT NULL;
