-- What was missed, asked for and followed; what the agency has decided; faults of the agency's own that
-- hold reports back; and what was done about watches. What should come is computed, never stored: only
-- what a report uses is written, here and in the ledger.

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
    missing_ore  INTEGER NOT NULL,
    entry_no     INTEGER NOT NULL            -- the ledger's entry of what was expected
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
    entry_no     INTEGER NOT NULL,           -- the ledger's entry
    event_no     INTEGER NOT NULL,
    withdrawn_event_no INTEGER
) STRICT;
CREATE INDEX grant_decision_person ON grant_decision (person_no);

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

CREATE TRIGGER missing_report_update BEFORE UPDATE ON missing_report
    BEGIN SELECT RAISE(ABORT, 'append-only: missing_report'); END;
CREATE TRIGGER missing_report_delete BEFORE DELETE ON missing_report
    BEGIN SELECT RAISE(ABORT, 'append-only: missing_report'); END;
CREATE TRIGGER missing_row_update BEFORE UPDATE ON missing_row
    BEGIN SELECT RAISE(ABORT, 'append-only: missing_row'); END;
CREATE TRIGGER missing_row_delete BEFORE DELETE ON missing_row
    BEGIN SELECT RAISE(ABORT, 'append-only: missing_row'); END;
CREATE TRIGGER missing_outcome_update BEFORE UPDATE ON missing_outcome
    BEGIN SELECT RAISE(ABORT, 'append-only: missing_outcome'); END;
CREATE TRIGGER missing_outcome_delete BEFORE DELETE ON missing_outcome
    BEGIN SELECT RAISE(ABORT, 'append-only: missing_outcome'); END;
CREATE TRIGGER known_fault_update BEFORE UPDATE ON known_fault
    WHEN OLD.ended_event_no IS NOT NULL OR NEW.ended_event_no IS NULL
        OR OLD.id <> NEW.id OR OLD.compensation IS NOT NEW.compensation
        OR OLD.period_from <> NEW.period_from OR OLD.period_until <> NEW.period_until
        OR OLD.words <> NEW.words OR OLD.event_no <> NEW.event_no
    BEGIN SELECT RAISE(ABORT, 'append-only: known_fault'); END;
CREATE TRIGGER known_fault_delete BEFORE DELETE ON known_fault
    BEGIN SELECT RAISE(ABORT, 'append-only: known_fault'); END;
CREATE TRIGGER grant_decision_update BEFORE UPDATE ON grant_decision
    WHEN OLD.withdrawn_event_no IS NOT NULL OR NEW.withdrawn_event_no IS NULL
        OR OLD.id <> NEW.id OR OLD.person_no IS NOT NEW.person_no
        OR OLD.compensation <> NEW.compensation OR OLD.period_from <> NEW.period_from
        OR OLD.period_until <> NEW.period_until OR OLD.decided_on <> NEW.decided_on
        OR OLD.amount_ore <> NEW.amount_ore OR OLD.entry_no <> NEW.entry_no
    BEGIN SELECT RAISE(ABORT, 'append-only: grant_decision'); END;
CREATE TRIGGER grant_decision_delete BEFORE DELETE ON grant_decision
    BEGIN SELECT RAISE(ABORT, 'append-only: grant_decision'); END;
CREATE TRIGGER watch_mark_update BEFORE UPDATE ON watch_mark
    BEGIN SELECT RAISE(ABORT, 'append-only: watch_mark'); END;
CREATE TRIGGER watch_mark_delete BEFORE DELETE ON watch_mark
    BEGIN SELECT RAISE(ABORT, 'append-only: watch_mark'); END;
