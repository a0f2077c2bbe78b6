-- What lies outside the database because of it: files that are being written, and what left the house
-- after a backup that the database was restored from, and that everything is to leave.

-- Files that were begun. What is still there at the next start is removed.
CREATE TABLE unfinished_file (
    path     TEXT PRIMARY KEY,
    belongs  TEXT                            -- the file it belongs to: while that is there, it stays
) STRICT;

-- That the database was restored from a backup. Until somebody has said what left the house after it,
-- nothing is distributed.
CREATE TABLE restoration (
    restoration_no    INTEGER PRIMARY KEY,
    sha256            TEXT NOT NULL,         -- the backup's
    event_no          INTEGER NOT NULL,
    answered_event_no INTEGER
) STRICT;

-- The last order of a year that is known to have left the house: numbering goes on above it.
CREATE TABLE order_floor (
    year     INTEGER NOT NULL,
    sequence INTEGER NOT NULL CHECK (sequence > 0),
    event_no INTEGER NOT NULL,
    PRIMARY KEY (year, event_no)
) STRICT;

-- That everything is to leave in open formats: asked for by one, confirmed by another where there are
-- users, and ended when it was written or given back.
CREATE TABLE exit_request (
    request_no         INTEGER PRIMARY KEY,
    id                 TEXT NOT NULL UNIQUE,
    reason             TEXT NOT NULL,
    event_no           INTEGER NOT NULL,
    confirmed_event_no INTEGER,
    ended_event_no     INTEGER
) STRICT;
