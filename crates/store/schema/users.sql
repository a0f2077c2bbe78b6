-- Who works with the database, what each may do, and what was signed. A database without users is one
-- person's.

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
