-- What was missed, asked for and followed; what the agency has decided; faults of the agency's own
-- that hold reports back. What should come is computed, never stored: only what a report uses is
-- written, here and in the ledger.

CREATE TABLE missing_report (
    report_no INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    as_of     TEXT NOT NULL,
    event_no  INTEGER NOT NULL
) STRICT;

CREATE TABLE missing_row (
    missing_row_no INTEGER PRIMARY KEY,
    report_no    INTEGER NOT NULL REFERENCES missing_report,
    person_no    INTEGER REFERENCES person,  -- none: the city's own
    compensation TEXT NOT NULL,
    period_from  TEXT NOT NULL,
    period_until TEXT NOT NULL,
    due          TEXT,
    state        TEXT NOT NULL,              -- as it was found: missing, short, ...
    expected_ore INTEGER NOT NULL,
    paid_ore     INTEGER NOT NULL,
    missing_ore  INTEGER NOT NULL
) STRICT;
CREATE INDEX missing_row_report ON missing_row (report_no);
CREATE INDEX missing_row_what ON missing_row (person_no, compensation, period_from);

-- A reported row that is given up; the last one for a row holds. That it came is seen in the ledger.
CREATE TABLE missing_outcome (
    outcome_no     INTEGER PRIMARY KEY,
    missing_row_no INTEGER NOT NULL REFERENCES missing_row,
    written_off    INTEGER NOT NULL CHECK (written_off IN (0, 1)),
    reason         TEXT NOT NULL,
    event_no       INTEGER NOT NULL
) STRICT;
CREATE INDEX missing_outcome_row ON missing_outcome (missing_row_no);

-- A fault that the agency knows and has asked us to wait with.
CREATE TABLE known_fault (
    fault_no     INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    compensation TEXT,                       -- none: all
    period_from  TEXT NOT NULL,
    period_until TEXT NOT NULL,
    words        TEXT NOT NULL,
    event_no     INTEGER NOT NULL,
    ended_event_no INTEGER
) STRICT;

CREATE TABLE grant_decision (
    decision_no  INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    person_no    INTEGER REFERENCES person,
    compensation TEXT NOT NULL,
    period_from  TEXT NOT NULL,
    period_until TEXT NOT NULL,
    decided_on   TEXT NOT NULL,
    amount_ore   INTEGER NOT NULL,
    source       TEXT NOT NULL,
    event_no     INTEGER NOT NULL,
    withdrawn_event_no INTEGER
) STRICT;
-- What has been gone through of the decisions about the payments of a month; the last one for a row holds.
CREATE TABLE decision_check (
    check_no     INTEGER PRIMARY KEY,
    month        TEXT NOT NULL,              -- yyyy-mm
    person_no    INTEGER REFERENCES person,  -- none: the city's own
    compensation TEXT NOT NULL,
    period_from  TEXT NOT NULL,
    done         INTEGER NOT NULL CHECK (done IN (0, 1)),
    event_no     INTEGER NOT NULL
) STRICT;
CREATE INDEX decision_check_month ON decision_check (month);
CREATE INDEX grant_decision_person ON grant_decision (person_no);
