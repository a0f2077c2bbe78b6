-- The ledger, and what it points at: distributions, booking orders, postings.

-- What was shared, what took it back, and what corrects it. A run is locked once it stands here.
CREATE TABLE distribution (
    distribution_no INTEGER PRIMARY KEY,
    id              TEXT NOT NULL UNIQUE,
    month           TEXT NOT NULL,
    run             INTEGER NOT NULL,        -- 1 for the month's first, then whatever comes
    kind            TEXT NOT NULL CHECK (kind IN ('run', 'reversal', 'taking-back', 'correction')),
    takes_back      INTEGER UNIQUE REFERENCES distribution,
    business_date   TEXT NOT NULL,
    in_ore          INTEGER NOT NULL,
    out_ore         INTEGER NOT NULL,
    suspense_ore    INTEGER NOT NULL,
    keys            TEXT NOT NULL,           -- JSON: decisions used, whether examples
    event_no        INTEGER NOT NULL,
    UNIQUE (month, run),
    CHECK ((takes_back IS NULL) = (kind <> 'taking-back'))
) STRICT;

-- A run that was worked out and not locked: what it came to then. It holds nothing.
CREATE TABLE distribution_draft (
    month        TEXT PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    in_ore       INTEGER NOT NULL,
    out_ore      INTEGER NOT NULL,
    suspense_ore INTEGER NOT NULL,
    digest       TEXT NOT NULL,              -- over the shares, row by row
    event_no     INTEGER NOT NULL
) STRICT;

-- How a row was shared, so that a clawback or a correction can follow it. One share of a row stands;
-- the others say which distribution ended them.
CREATE TABLE distributed_row (
    list_no         INTEGER NOT NULL,
    line            INTEGER NOT NULL,
    distribution_no INTEGER NOT NULL REFERENCES distribution,
    person_no       INTEGER,
    compensation    TEXT NOT NULL,
    clawback        INTEGER NOT NULL CHECK (clawback IN (0, 1)),
    period_from     TEXT,
    period_until    TEXT,
    payment_date    TEXT NOT NULL,
    amount_ore      INTEGER NOT NULL,
    lines           TEXT NOT NULL,           -- JSON: the boards and shares it was given by
    basis           TEXT NOT NULL,           -- JSON: what decided them
    ended_no        INTEGER REFERENCES distribution,
    PRIMARY KEY (list_no, line, distribution_no)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX distributed_row_stands ON distributed_row (list_no, line)
    WHERE ended_no IS NULL;
CREATE INDEX distributed_row_person ON distributed_row (person_no, compensation)
    WHERE ended_no IS NULL;
CREATE INDEX distributed_row_run ON distributed_row (distribution_no);
CREATE INDEX distributed_row_ended ON distributed_row (ended_no) WHERE ended_no IS NOT NULL;

CREATE VIEW standing_row AS
    SELECT list_no, line, distribution_no, person_no, compensation, clawback, period_from,
           period_until, payment_date, amount_ore, lines, basis
    FROM distributed_row WHERE ended_no IS NULL;

-- What a distribution gave of each list, less what it took back.
CREATE TABLE distribution_list (
    distribution_no INTEGER NOT NULL REFERENCES distribution,
    list_no         INTEGER NOT NULL REFERENCES payment_list,
    amount_ore      INTEGER NOT NULL,
    PRIMARY KEY (distribution_no, list_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX distribution_list_list ON distribution_list (list_no);

CREATE TABLE suspended_row (
    distribution_no INTEGER NOT NULL REFERENCES distribution,
    list_no         INTEGER NOT NULL,
    line            INTEGER NOT NULL,
    amount_ore      INTEGER NOT NULL,
    reason          TEXT NOT NULL,
    PRIMARY KEY (distribution_no, list_no, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX suspended_row_row ON suspended_row (list_no, line, distribution_no);

-- The ledger: every link of the chain, on person, compensation and period.
--
-- What an entry comes from is its origin: a word, and the number of the record that the word names.
-- What comes from a payment says besides which row of which list it is about, all along the chain.
-- The words are the program's types; a list of them here would cost as much as the row.
CREATE TABLE entry (
    entry_no     INTEGER PRIMARY KEY,
    kind         TEXT NOT NULL,              -- domain::ledger::EntryKind
    person_no    INTEGER,
    compensation TEXT,
    period_from  TEXT,
    period_until TEXT,
    cost_centre  TEXT,
    amount_ore   INTEGER NOT NULL,
    origin       TEXT NOT NULL,              -- store::ledger::Origin
    origin_no    INTEGER,                    -- none: the payment itself
    list_no      INTEGER,
    line         INTEGER,
    corrects     INTEGER,                    -- number of an entry here or of a match
    explanation  TEXT,                       -- JSON
    rendered     TEXT,                       -- the explanation as it was worded then
    event_no     INTEGER NOT NULL,
    CHECK ((origin_no IS NULL) = (origin = 'payment')),
    CHECK ((list_no IS NULL) = (origin IN ('missing-row', 'grant', 'cost', 'claim'))),
    CHECK ((line IS NULL) = (list_no IS NULL))
) STRICT;
CREATE INDEX entry_row ON entry (list_no, line);
CREATE INDEX entry_origin ON entry (origin, origin_no) WHERE origin_no IS NOT NULL;
CREATE INDEX entry_person ON entry (person_no) WHERE person_no IS NOT NULL;
CREATE INDEX entry_corrects ON entry (corrects) WHERE corrects IS NOT NULL;

-- The last number of the ledger that was taken. They are counted apart from the rows, since matches
-- take some of them.
CREATE TABLE entry_number (
    one  INTEGER PRIMARY KEY CHECK (one = 1),
    last INTEGER NOT NULL
) STRICT;

-- The whole ledger: what is written, and what matches have moved of the payment of their row.
CREATE VIEW ledger AS
    SELECT entry_no, kind, person_no, compensation, period_from, period_until, cost_centre,
           amount_ore, origin, origin_no, list_no, line, corrects, explanation, rendered, event_no
    FROM entry
    UNION ALL
    SELECT m.entry_no, e.kind, m.person_no, e.compensation, e.period_from, e.period_until, NULL,
           m.sign * e.amount_ore, e.origin, e.origin_no, m.list_no, m.line, NULL, NULL, NULL,
           m.event_no
    FROM match_movement m
    JOIN entry e ON e.list_no = m.list_no AND e.line = m.line AND e.kind = 'paid'
                AND e.person_no IS NULL AND e.corrects IS NULL;

-- The shares that stand: no opposite entry names them, or that one was taken back in turn.
CREATE VIEW standing_share AS
    SELECT entry_no, kind, person_no, compensation, period_from, period_until, cost_centre,
           amount_ore, origin, origin_no, list_no, line, corrects, explanation, rendered, event_no
    FROM entry e
    WHERE e.kind = 'distributed' AND e.corrects IS NULL
      AND NOT EXISTS (SELECT 1 FROM entry c WHERE c.corrects = e.entry_no
                      AND NOT EXISTS (SELECT 1 FROM entry d WHERE d.corrects = c.entry_no));

CREATE TABLE booking_order (
    order_no        INTEGER PRIMARY KEY,
    id              TEXT NOT NULL UNIQUE,
    number          TEXT NOT NULL UNIQUE,
    year            INTEGER NOT NULL,
    sequence        INTEGER NOT NULL,
    distribution_no INTEGER NOT NULL REFERENCES distribution,
    reverses        INTEGER REFERENCES booking_order,
    voucher_date    TEXT NOT NULL,
    period          TEXT NOT NULL,
    business_date   TEXT NOT NULL,
    debit_ore       INTEGER NOT NULL,
    credit_ore      INTEGER NOT NULL,
    example         INTEGER NOT NULL CHECK (example IN (0, 1)),
    book            TEXT NOT NULL,           -- JSON: names and settings as they were
    event_no        INTEGER NOT NULL,
    UNIQUE (year, sequence)
) STRICT;

CREATE TABLE order_state (
    order_no      INTEGER NOT NULL REFERENCES booking_order,
    step          INTEGER NOT NULL,
    state         TEXT NOT NULL
        CHECK (state IN ('created', 'attested', 'handed-over', 'booked', 'withdrawn')),
    actor         TEXT NOT NULL,
    second_person INTEGER NOT NULL CHECK (second_person IN (0, 1)),
    at            TEXT NOT NULL,
    event_no      INTEGER NOT NULL,
    PRIMARY KEY (order_no, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE voucher (
    order_no INTEGER NOT NULL REFERENCES booking_order,
    voucher  INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    text     TEXT NOT NULL,
    PRIMARY KEY (order_no, voucher)
) STRICT, WITHOUT ROWID;

CREATE TABLE posting (
    posting_no  INTEGER PRIMARY KEY,
    order_no    INTEGER NOT NULL,
    voucher     INTEGER NOT NULL,
    posting     INTEGER NOT NULL,
    account     TEXT NOT NULL,
    cost_centre TEXT,
    activity    TEXT,
    counterpart TEXT,
    amount_ore  INTEGER NOT NULL,
    text        TEXT NOT NULL,
    UNIQUE (order_no, voucher, posting),
    FOREIGN KEY (order_no, voucher) REFERENCES voucher
) STRICT;

CREATE TABLE posting_entry (
    posting_no INTEGER NOT NULL REFERENCES posting,
    entry_no   INTEGER NOT NULL REFERENCES entry,
    PRIMARY KEY (posting_no, entry_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX posting_entry_entry ON posting_entry (entry_no);

-- The entries that an order books. A posting that comes to nothing is not written, so that postings
-- cannot tell.
CREATE TABLE order_entry (
    order_no INTEGER NOT NULL REFERENCES booking_order,
    entry_no INTEGER NOT NULL REFERENCES entry,
    PRIMARY KEY (order_no, entry_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX order_entry_entry ON order_entry (entry_no);

-- What an order takes of each list's money from the observation account.
CREATE TABLE order_list (
    order_no   INTEGER NOT NULL REFERENCES booking_order,
    list_no    INTEGER NOT NULL REFERENCES payment_list,
    amount_ore INTEGER NOT NULL,
    PRIMARY KEY (order_no, list_no)
) STRICT, WITHOUT ROWID;

-- The bank amounts that an order's payment voucher books.
CREATE TABLE order_bank_amount (
    order_no   INTEGER NOT NULL REFERENCES booking_order,
    list_no    INTEGER NOT NULL REFERENCES payment_list,
    amount_ore INTEGER NOT NULL,
    PRIMARY KEY (order_no, list_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE booking_file (
    file_no  INTEGER PRIMARY KEY,
    order_no INTEGER NOT NULL REFERENCES booking_order,
    format   TEXT NOT NULL,
    sha256   TEXT NOT NULL,
    data     BLOB NOT NULL,
    event_no INTEGER NOT NULL,
    UNIQUE (order_no, format)
) STRICT;

-- The number that the finance system has given a voucher, and what was taken back of it again.
CREATE TABLE voucher_booking (
    booking_no INTEGER PRIMARY KEY,
    order_no   INTEGER NOT NULL,
    voucher    INTEGER NOT NULL,
    number     TEXT NOT NULL,
    booked_on  TEXT NOT NULL,
    event_no   INTEGER NOT NULL,
    FOREIGN KEY (order_no, voucher) REFERENCES voucher
) STRICT;
CREATE INDEX voucher_booking_voucher ON voucher_booking (order_no, voucher);
CREATE TABLE voucher_unbooking (
    booking_no INTEGER PRIMARY KEY REFERENCES voucher_booking,
    event_no   INTEGER NOT NULL
) STRICT;

-- Accounting periods that were closed or opened again; the last row of a period holds, and one that
-- has none is open.
CREATE TABLE period_change (
    change_no INTEGER PRIMARY KEY,
    period    TEXT NOT NULL,
    closed    INTEGER NOT NULL CHECK (closed IN (0, 1)),
    event_no  INTEGER NOT NULL
) STRICT;

-- What stands: what orders book that nobody has withdrawn.
CREATE VIEW live_entry AS
    SELECT l.entry_no, l.order_no FROM order_entry l
    WHERE NOT EXISTS (SELECT 1 FROM order_state s
                      WHERE s.order_no = l.order_no AND s.state = 'withdrawn');
CREATE VIEW live_bank_amount AS
    SELECT b.order_no, b.list_no, b.amount_ore FROM order_bank_amount b
    WHERE NOT EXISTS (SELECT 1 FROM order_state s
                      WHERE s.order_no = b.order_no AND s.state = 'withdrawn');
