-- Who works with the database, what each may do, what was signed, and who has read what about whom. A
-- database without users is one person's.

-- A name is never given again, and no user is deleted.
CREATE TABLE app_user (
    user_no       INTEGER PRIMARY KEY,
    name          TEXT NOT NULL UNIQUE,      -- as typed at the login, and in every event
    full_name     TEXT NOT NULL,
    os_account    TEXT,                      -- in the operating system, where it is to be told
    email         TEXT,
    service       INTEGER NOT NULL CHECK (service IN (0, 1)),
    active_from   TEXT NOT NULL,
    active_until  TEXT,
    event_no      INTEGER NOT NULL,
    ended_event_no INTEGER
) STRICT;

-- The public halves of a user's keys; the last one is in use. Why there is a new one: the user was
-- added, or had lost the password and came in by the recovery code, or by two others.
CREATE TABLE user_key (
    key_no    INTEGER PRIMARY KEY,
    user_no   INTEGER NOT NULL REFERENCES app_user,
    signing   BLOB NOT NULL,                 -- Ed25519, 32 bytes
    sealing   BLOB NOT NULL,                 -- X25519, 32 bytes: what the database key is sealed to
    heads     BLOB NOT NULL,                 -- Ed25519: signs heads of the chain, and nothing else
    origin    TEXT NOT NULL CHECK (origin IN ('added', 'recovered', 'reset')),
    event_no  INTEGER NOT NULL
) STRICT;
CREATE INDEX user_key_user ON user_key (user_no);

-- A role somebody holds once another administrator has confirmed it.
CREATE TABLE user_role (
    role_no       INTEGER PRIMARY KEY,
    id            TEXT NOT NULL UNIQUE,
    user_no       INTEGER NOT NULL REFERENCES app_user,
    role          TEXT NOT NULL,
    boards        TEXT NOT NULL,             -- JSON: cost centres; empty: every board
    stands_in_for INTEGER REFERENCES app_user,
    valid_from    TEXT NOT NULL,
    valid_until   TEXT,
    event_no      INTEGER NOT NULL,
    confirmed_event_no INTEGER,
    ended_event_no INTEGER
) STRICT;
CREATE INDEX user_role_user ON user_role (user_no);

-- A new password for somebody who has forgotten the old one: asked for by one administrator, given by
-- another.
CREATE TABLE user_reset (
    reset_no      INTEGER PRIMARY KEY,
    id            TEXT NOT NULL UNIQUE,
    user_no       INTEGER NOT NULL REFERENCES app_user,
    event_no      INTEGER NOT NULL,
    given_event_no INTEGER,
    key_no        INTEGER REFERENCES user_key,  -- the keys that came with it
    ended_event_no INTEGER
) STRICT;
CREATE INDEX user_reset_user ON user_reset (user_no);

-- The register of attests as the board decides it.
CREATE TABLE attest_right (
    attest_no     INTEGER PRIMARY KEY,
    id            TEXT NOT NULL UNIQUE,
    user_no       INTEGER NOT NULL REFERENCES app_user,
    decision      TEXT NOT NULL,             -- number of the board's decision
    boards        TEXT NOT NULL,             -- JSON: cost centres; empty: every board
    kinds         TEXT NOT NULL,             -- JSON
    limit_ore     INTEGER,                   -- of one act; none: without limit
    substitute_for INTEGER REFERENCES app_user,
    valid_from    TEXT NOT NULL,
    valid_until   TEXT,
    event_no      INTEGER NOT NULL,
    ended_event_no INTEGER
) STRICT;

-- What a user has signed with the key of his or her own, over event, moment, object and its digest.
CREATE TABLE signature (
    event_no  INTEGER PRIMARY KEY,
    key_no    INTEGER NOT NULL REFERENCES user_key,
    at        TEXT NOT NULL,
    action    TEXT NOT NULL,
    object    TEXT NOT NULL,
    digest    BLOB NOT NULL,                 -- SHA-256 of what was signed as it stood
    signature BLOB NOT NULL                  -- Ed25519, 64 bytes
) STRICT;

-- Who has read what about whom. Rows are written outside changes, so that opening a page leaves no event;
-- they have a hash chain of their own.
CREATE TABLE reading (
    reading_no INTEGER PRIMARY KEY,
    at         TEXT NOT NULL,
    actor      TEXT NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('page', 'explanation', 'document', 'print', 'export')),
    operation  TEXT NOT NULL,                -- of the contract
    object     TEXT NOT NULL,                -- id of what was read; empty: the person alone
    person_no  INTEGER,                      -- stays where the person is disposed of; none: nobody alone
    protected  INTEGER NOT NULL CHECK (protected IN (0, 1)), -- whether the person was, then
    reason     TEXT NOT NULL,                -- where one was asked for
    hash       BLOB NOT NULL                 -- SHA-256 over the hash before it and the row
) STRICT;
CREATE INDEX reading_person ON reading (person_no) WHERE person_no IS NOT NULL;

-- Where the readings stood when an event was written: the chain of events covers them.
CREATE TABLE reading_seal (
    reading_no INTEGER PRIMARY KEY,
    hash       BLOB NOT NULL,
    event_no   INTEGER NOT NULL
) STRICT;

-- A sample of the readings that somebody looks through.
CREATE TABLE log_review (
    review_no  INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    terms      TEXT NOT NULL,                -- JSON: what the sample was drawn of
    seed       INTEGER NOT NULL,
    size       INTEGER NOT NULL,             -- how many were asked for
    fitting    INTEGER NOT NULL,             -- how many there were to draw from
    until_no   INTEGER NOT NULL,             -- the last reading there was
    actor      TEXT NOT NULL,
    event_no   INTEGER NOT NULL,
    signed_event_no INTEGER
) STRICT;
CREATE TABLE log_review_row (
    review_no  INTEGER NOT NULL REFERENCES log_review,
    reading_no INTEGER NOT NULL REFERENCES reading,
    verdict    TEXT CHECK (verdict IN ('in-order', 'to-ask')),
    note       TEXT NOT NULL,
    PRIMARY KEY (review_no, reading_no)
) STRICT, WITHOUT ROWID;
