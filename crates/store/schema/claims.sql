-- What the city has borne, what it asks Migrationsverket for, and the proof that it did: a cost with its
-- shares, a claim with its lines, evidence, steps and package, and what was answered where nothing is asked for.

-- What a unit has said about its costs of a compensation and period; the last one for a row holds.
CREATE TABLE intake_mark (
    mark_no     INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    last_day_no INTEGER NOT NULL REFERENCES last_day,
    state       TEXT NOT NULL,               -- waiting, received, nothing-to-claim, in-claim, submitted
    told_by     TEXT NOT NULL,               -- from whom
    told_on     TEXT,
    event_no    INTEGER NOT NULL
) STRICT;
CREATE INDEX intake_mark_row ON intake_mark (last_day_no, mark_no);

-- What the city asks its units for, with what they have said last.
CREATE VIEW intake_row AS
    SELECT l.*, coalesce(m.state, 'waiting') AS state, coalesce(m.told_by, '') AS told_by, m.told_on,
           m.event_no AS marked_event_no
    FROM last_day l LEFT JOIN intake_mark m
        ON m.mark_no = (SELECT max(n.mark_no) FROM intake_mark n WHERE n.last_day_no = l.last_day_no);

-- A cost, without value added tax. A correction is a cost of its own that names the one it takes the place of;
-- withdrawn, it takes its place with nothing.
CREATE TABLE cost (
    cost_no      INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    compensation TEXT NOT NULL,
    period_from  TEXT NOT NULL,
    period_until TEXT NOT NULL,
    amount_ore   INTEGER NOT NULL CHECK (amount_ore >= 0), -- the sum of the shares
    fee_ore      INTEGER NOT NULL CHECK (fee_ore >= 0),    -- the persons' own
    item         TEXT,                       -- what for, where the law asks
    voucher      TEXT NOT NULL,              -- number in the finance system; empty: none known
    cost_centre  TEXT NOT NULL REFERENCES board,           -- the unit that bore it
    note         TEXT NOT NULL,
    draft_no     INTEGER REFERENCES draft,   -- the file it was read from, and its line
    line         INTEGER,
    corrects     INTEGER UNIQUE REFERENCES cost,
    withdrawn    INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
    reason       TEXT NOT NULL,              -- of a correction, or why it is none that was there
    event_no     INTEGER NOT NULL,
    CHECK ((draft_no IS NULL) = (line IS NULL)),
    CHECK (withdrawn = 0 OR corrects IS NOT NULL)
) STRICT;
CREATE INDEX cost_voucher ON cost (voucher, cost_centre) WHERE voucher <> '';
CREATE INDEX cost_period ON cost (compensation, period_from);

-- A person's part of a cost: one invoice can be for several children.
CREATE TABLE cost_share (
    share_no   INTEGER PRIMARY KEY,
    cost_no    INTEGER NOT NULL REFERENCES cost,
    person_no  INTEGER NOT NULL REFERENCES person,
    amount_ore INTEGER NOT NULL CHECK (amount_ore >= 0),
    fee_ore    INTEGER NOT NULL CHECK (fee_ore >= 0),
    UNIQUE (cost_no, person_no)
) STRICT;
CREATE INDEX cost_share_person ON cost_share (person_no);

-- Costs that stand: neither corrected nor withdrawn.
CREATE VIEW live_cost AS
    SELECT c.* FROM cost c
    WHERE c.withdrawn = 0 AND NOT EXISTS (SELECT 1 FROM cost d WHERE d.corrects = c.cost_no);

CREATE TABLE claim (
    claim_no      INTEGER PRIMARY KEY,
    id            TEXT NOT NULL UNIQUE,
    year          INTEGER NOT NULL,
    sequence      INTEGER NOT NULL CHECK (sequence > 0),
    compensation  TEXT NOT NULL,
    period_from   TEXT NOT NULL,
    period_until  TEXT NOT NULL,
    cost_centre   TEXT REFERENCES board,     -- none: several units share it
    -- What follows is the claim now; claim_event tells how it came about.
    state         TEXT NOT NULL,
    version       INTEGER NOT NULL CHECK (version > 0),
    diary_number  TEXT NOT NULL,
    agency_number TEXT NOT NULL,             -- the agency's own case number
    event_no      INTEGER NOT NULL,          -- the one that made it
    UNIQUE (year, sequence)
) STRICT;
CREATE INDEX claim_state ON claim (state, compensation, period_from);

CREATE TABLE claim_line (
    line_no          INTEGER PRIMARY KEY,
    id               TEXT NOT NULL UNIQUE,
    claim_no         INTEGER NOT NULL REFERENCES claim,
    person_no        INTEGER NOT NULL REFERENCES person,
    period_from      TEXT NOT NULL,
    period_until     TEXT NOT NULL,
    cost_centre      TEXT NOT NULL REFERENCES board,
    amount_ore       INTEGER NOT NULL CHECK (amount_ore > 0),
    explanation      TEXT NOT NULL,          -- JSON
    rendered         TEXT NOT NULL,          -- as it was worded then
    event_no         INTEGER NOT NULL,
    -- What the agency's service computed, and why it differs.
    service_ore      INTEGER,
    difference       TEXT NOT NULL,
    removed_event_no INTEGER
) STRICT;
CREATE INDEX claim_line_claim ON claim_line (claim_no);
CREATE INDEX claim_line_person ON claim_line (person_no);

-- The costs that a line asks for. A share is in one line at a time.
CREATE TABLE claim_line_cost (
    line_no        INTEGER NOT NULL REFERENCES claim_line,
    share_no       INTEGER NOT NULL REFERENCES cost_share,
    ended_event_no INTEGER,                  -- the line was removed, or its claim taken back
    PRIMARY KEY (line_no, share_no)
) STRICT;
CREATE UNIQUE INDEX claim_line_cost_live ON claim_line_cost (share_no) WHERE ended_event_no IS NULL;

-- The way of a claim: one step each, with who and when in the event.
CREATE TABLE claim_event (
    log_no   INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    claim_no INTEGER NOT NULL REFERENCES claim,
    version  INTEGER NOT NULL,               -- of the claim after the step
    content  TEXT NOT NULL,                  -- JSON: the step, comments by line
    event_no INTEGER NOT NULL
) STRICT;
CREATE INDEX claim_event_claim ON claim_event (claim_no, log_no);

CREATE TABLE claim_document (
    document_no      INTEGER PRIMARY KEY,
    id               TEXT NOT NULL UNIQUE,
    claim_no         INTEGER NOT NULL REFERENCES claim,
    line_no          INTEGER REFERENCES claim_line, -- none: for the whole claim
    evidence         TEXT NOT NULL,          -- code of the evidence that it is
    name             TEXT NOT NULL,
    bytes            INTEGER NOT NULL CHECK (bytes > 0),
    sha256           TEXT NOT NULL,
    event_no         INTEGER NOT NULL,
    removed_event_no INTEGER
) STRICT;
CREATE INDEX claim_document_claim ON claim_document (claim_no);

CREATE TABLE claim_document_piece (
    document_no INTEGER NOT NULL REFERENCES claim_document,
    piece       INTEGER NOT NULL,
    data        BLOB NOT NULL,
    PRIMARY KEY (document_no, piece)
) STRICT;

-- That a claim reached the agency, or was sent to it.
CREATE TABLE claim_submission (
    claim_no INTEGER PRIMARY KEY REFERENCES claim,
    receipt  TEXT NOT NULL UNIQUE,           -- receipt number or proof of dispatch
    at       TEXT NOT NULL,                  -- the moment on it
    event_no INTEGER NOT NULL
) STRICT;

-- What was submitted, byte for byte.
CREATE TABLE claim_file (
    file_no  INTEGER PRIMARY KEY,
    claim_no INTEGER NOT NULL REFERENCES claim,
    name     TEXT NOT NULL,
    bytes    INTEGER NOT NULL,
    sha256   TEXT NOT NULL,
    event_no INTEGER NOT NULL,
    UNIQUE (claim_no, name)
) STRICT;

CREATE TABLE claim_file_piece (
    file_no INTEGER NOT NULL REFERENCES claim_file,
    piece   INTEGER NOT NULL,
    data    BLOB NOT NULL,
    PRIMARY KEY (file_no, piece)
) STRICT;

-- Lines that ask for something: neither removed, nor of a claim that was taken back.
CREATE VIEW live_claim_line AS
    SELECT l.*, c.compensation, c.state FROM claim_line l JOIN claim c ON c.claim_no = l.claim_no
    WHERE l.removed_event_no IS NULL AND c.state <> 'withdrawn';

-- What is not asked for: it cannot be, or its last day has passed. What is lost needs a second person.
CREATE TABLE claim_answer (
    answer_no          INTEGER PRIMARY KEY,
    id                 TEXT NOT NULL UNIQUE,
    kind               TEXT NOT NULL CHECK (kind IN ('not-claimable', 'lost')),
    person_no          INTEGER NOT NULL REFERENCES person,
    compensation       TEXT NOT NULL,
    period_from        TEXT NOT NULL,
    period_until       TEXT NOT NULL,
    cost_centre        TEXT REFERENCES board, -- none: no board answered for the person
    amount_ore         INTEGER NOT NULL,     -- what it was when it was answered
    reason             TEXT NOT NULL,
    event_no           INTEGER NOT NULL,
    confirmed_event_no INTEGER,              -- the second person, where one is needed
    withdrawn_event_no INTEGER
) STRICT;
CREATE INDEX claim_answer_person ON claim_answer (person_no, compensation, period_from);
