-- What the municipality adds to the law that ships: amounts, checks against the sources, and answers to
-- what the texts leave open. Nothing is changed; an amount can be taken back.

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
CREATE TRIGGER own_rate_update BEFORE UPDATE ON own_rate
    WHEN OLD.withdrawn_event_no IS NOT NULL OR NEW.withdrawn_event_no IS NULL
        OR OLD.id <> NEW.id OR OLD.compensation <> NEW.compensation
        OR OLD.case_name <> NEW.case_name OR OLD.valid_from <> NEW.valid_from
        OR OLD.valid_until IS NOT NEW.valid_until OR OLD.value <> NEW.value
        OR OLD.source <> NEW.source OR OLD.checked_on <> NEW.checked_on
        OR OLD.note IS NOT NEW.note OR OLD.event_no <> NEW.event_no
    BEGIN SELECT RAISE(ABORT, 'append-only: own_rate'); END;
CREATE TRIGGER own_rate_delete BEFORE DELETE ON own_rate
    BEGIN SELECT RAISE(ABORT, 'append-only: own_rate'); END;

-- Somebody has held the open values of a compensation against their source, and they still hold.
CREATE TABLE law_check (
    check_no     INTEGER PRIMARY KEY,
    compensation TEXT NOT NULL,
    checked_on   TEXT NOT NULL,
    source       TEXT NOT NULL,
    event_no     INTEGER NOT NULL
) STRICT;
CREATE TRIGGER law_check_update BEFORE UPDATE ON law_check
    BEGIN SELECT RAISE(ABORT, 'append-only: law_check'); END;
CREATE TRIGGER law_check_delete BEFORE DELETE ON law_check
    BEGIN SELECT RAISE(ABORT, 'append-only: law_check'); END;

-- Answers to open questions; the last one for a question and first day holds.
CREATE TABLE law_choice (
    choice_no  INTEGER PRIMARY KEY,
    question   TEXT NOT NULL,
    answer     TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    reason     TEXT NOT NULL,
    event_no   INTEGER NOT NULL
) STRICT;
CREATE TRIGGER law_choice_update BEFORE UPDATE ON law_choice
    BEGIN SELECT RAISE(ABORT, 'append-only: law_choice'); END;
CREATE TRIGGER law_choice_delete BEFORE DELETE ON law_choice
    BEGIN SELECT RAISE(ABORT, 'append-only: law_choice'); END;
