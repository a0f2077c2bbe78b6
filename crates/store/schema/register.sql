-- The register in two times: every fact about a person with the days when it holds and the day since
-- when it is known here; and registers that are being brought in.

CREATE TABLE person (
    person_no       INTEGER PRIMARY KEY,
    register_id     TEXT NOT NULL UNIQUE,    -- the register's own Person-id
    -- The id that whoever added a person has made, so that a retry is never a second person.
    entry_id        TEXT,
    group_name      TEXT,
    merged_into     INTEGER REFERENCES person, -- the person this one turned out to be
    -- What follows is made anew from the facts.
    family_name     TEXT NOT NULL,
    given_name      TEXT NOT NULL,
    birth_date      TEXT,
    received        TEXT,
    protected_until TEXT,                    -- last day of protection; 9999-12-31 until further notice
    search_text     TEXT NOT NULL,           -- folded names, for finding
    sort_name       TEXT NOT NULL            -- the order of lists
) STRICT;
CREATE INDEX person_sort ON person (sort_name, person_no);
CREATE INDEX person_merged ON person (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX person_protected ON person (protected_until) WHERE protected_until IS NOT NULL;
CREATE UNIQUE INDEX person_entry ON person (entry_id) WHERE entry_id IS NOT NULL;
-- Namesakes are looked for by the folded name: thousands are entered as born on one 1 January.
CREATE INDEX person_birth ON person (birth_date, search_text) WHERE birth_date IS NOT NULL;

CREATE TABLE fact (
    fact_no             INTEGER PRIMARY KEY,
    id                  TEXT NOT NULL UNIQUE,
    person_no           INTEGER NOT NULL REFERENCES person,
    kind                TEXT NOT NULL,
    content             TEXT NOT NULL,       -- JSON, see docs/FACTS.md
    lookup              TEXT,                -- what it is found by: number, cost centre, household
    valid_from          TEXT,                -- none: from the beginning
    valid_until         TEXT,                -- last day; none: until further notice
    known_since         TEXT NOT NULL,
    according_to_import INTEGER NOT NULL CHECK (according_to_import IN (0, 1)),
    document_date       TEXT,
    source              TEXT,
    entered_by          TEXT NOT NULL,
    corrects            INTEGER REFERENCES fact,
    withdrawn           INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
    -- Whether another fact has corrected it, or it only takes one back: not part of today's picture.
    superseded          INTEGER NOT NULL CHECK (superseded IN (0, 1)),
    event_no            INTEGER NOT NULL
) STRICT;
CREATE INDEX fact_person ON fact (person_no);
CREATE INDEX fact_lookup ON fact (kind, lookup, person_no, valid_from, valid_until)
    WHERE superseded = 0 AND lookup IS NOT NULL;
-- What has changed since somebody's money was shared.
CREATE INDEX fact_shared_by ON fact (event_no, person_no)
    WHERE kind IN ('responsible-board', 'dossier-number', 'national-number');

-- Two persons that turned out to be one, and those that turned out not to be after all. The days are
-- business days, never before the last entry about either person.
CREATE TABLE person_merge (
    merge_no       INTEGER PRIMARY KEY,
    person_no      INTEGER NOT NULL REFERENCES person,
    into_no        INTEGER NOT NULL REFERENCES person,
    known_since    TEXT NOT NULL,
    event_no       INTEGER NOT NULL,
    split_since    TEXT CHECK (split_since >= known_since),
    split_event_no INTEGER,
    CHECK ((split_since IS NULL) = (split_event_no IS NULL))
) STRICT;
CREATE INDEX person_merge_person ON person_merge (person_no);
CREATE INDEX person_merge_into ON person_merge (into_no);

-- Who was looked at last, by whom: the order of what is found.
CREATE TABLE person_use (
    actor     TEXT NOT NULL,
    person_no INTEGER NOT NULL REFERENCES person,
    used      INTEGER NOT NULL,              -- counts up
    PRIMARY KEY (actor, person_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
    draft_no     INTEGER PRIMARY KEY,
    kind         TEXT NOT NULL CHECK (kind IN ('register', 'decisions', 'costs', 'school')),
    id           TEXT NOT NULL UNIQUE,
    state        TEXT NOT NULL CHECK (state IN ('draft', 'committed')),
    original_no  INTEGER NOT NULL REFERENCES original_file,
    sha256       TEXT NOT NULL,
    profile      TEXT NOT NULL,              -- TOML as used
    profile_name TEXT NOT NULL,
    format       TEXT NOT NULL,              -- JSON: container, encoding, layout
    given_day    TEXT,                       -- what the file does not say: day from which changed boards hold, of decisions
    rows         INTEGER NOT NULL,
    read_on      TEXT NOT NULL,              -- business date
    added        INTEGER NOT NULL DEFAULT 0,
    changed      INTEGER NOT NULL DEFAULT 0,
    ended        INTEGER NOT NULL DEFAULT 0,
    unchanged    INTEGER NOT NULL DEFAULT 0,
    event_no     INTEGER NOT NULL
) STRICT;
CREATE INDEX draft_sha256 ON draft (sha256);

CREATE TABLE draft_row (
    draft_no INTEGER NOT NULL REFERENCES draft,
    line     INTEGER NOT NULL,
    written  TEXT NOT NULL,                  -- the cells as written, joined by U+001F
    state    INTEGER NOT NULL,               -- 0 clean, 1 open, 2 corrected, 3 parked, 4 accepted
    PRIMARY KEY (draft_no, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX draft_row_state ON draft_row (draft_no, state, line) WHERE state <> 0;

-- Where each page of a hundred rows begins.
CREATE TABLE draft_page (
    draft_no   INTEGER NOT NULL REFERENCES draft,
    page       INTEGER NOT NULL,
    first_line INTEGER NOT NULL,
    PRIMARY KEY (draft_no, page)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft_finding (
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
CREATE TABLE draft_decision (
    decision_no INTEGER PRIMARY KEY,
    draft_no    INTEGER NOT NULL,
    line        INTEGER NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('correct', 'park', 'accept', 'undo')),
    overrides   TEXT NOT NULL,               -- JSON: field to text
    event_no    INTEGER NOT NULL
) STRICT;
CREATE INDEX draft_decision_row ON draft_decision (draft_no, line);
