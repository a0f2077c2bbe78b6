-- The register in two times: every fact about a person with the days when it holds and the day since
-- when it is known here.

ALTER TABLE person ADD COLUMN protected_until TEXT;  -- last day of protection; 9999-12-31 until further notice
ALTER TABLE person ADD COLUMN merged_into INTEGER REFERENCES person;  -- the person this one turned out to be
ALTER TABLE person ADD COLUMN sort_name TEXT NOT NULL DEFAULT '';  -- the order of lists; tells nothing of protected persons
DROP INDEX person_name;
CREATE INDEX person_sort ON person (sort_name, person_no);
CREATE INDEX person_merged ON person (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX person_protected ON person (protected_until) WHERE protected_until IS NOT NULL;
CREATE INDEX person_birth ON person (birth_date, family_name) WHERE birth_date IS NOT NULL;

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

CREATE TRIGGER fact_update BEFORE UPDATE ON fact
    WHEN NOT (OLD.superseded = 0 AND NEW.superseded = 1
          AND OLD.id = NEW.id AND OLD.person_no = NEW.person_no AND OLD.kind = NEW.kind
          AND OLD.content = NEW.content AND OLD.valid_from IS NEW.valid_from
          AND OLD.valid_until IS NEW.valid_until AND OLD.known_since = NEW.known_since
          AND OLD.according_to_import = NEW.according_to_import
          AND OLD.document_date IS NEW.document_date AND OLD.source IS NEW.source
          AND OLD.entered_by = NEW.entered_by AND OLD.corrects IS NEW.corrects
          AND OLD.withdrawn = NEW.withdrawn AND OLD.event_no = NEW.event_no)
    BEGIN SELECT RAISE(ABORT, 'append-only: fact'); END;
CREATE TRIGGER fact_delete BEFORE DELETE ON fact
    BEGIN SELECT RAISE(ABORT, 'append-only: fact'); END;

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
CREATE TRIGGER person_merge_update BEFORE UPDATE ON person_merge
    WHEN NOT (OLD.split_event_no IS NULL AND NEW.split_event_no IS NOT NULL
          AND OLD.merge_no = NEW.merge_no AND OLD.person_no = NEW.person_no
          AND OLD.into_no = NEW.into_no AND OLD.known_since = NEW.known_since
          AND OLD.event_no = NEW.event_no)
    BEGIN SELECT RAISE(ABORT, 'append-only: person_merge'); END;
CREATE TRIGGER person_merge_delete BEFORE DELETE ON person_merge
    BEGIN SELECT RAISE(ABORT, 'append-only: person_merge'); END;

-- The id that whoever added a person has made, so that a retry is never a second person.
ALTER TABLE person ADD COLUMN entry_id TEXT;
CREATE UNIQUE INDEX person_entry ON person (entry_id) WHERE entry_id IS NOT NULL;

-- What a person is found by: one document of folded words each, by person_no. Made anew from the
-- facts. The index keeps short beginnings of words by themselves: the first letters that somebody
-- types fit nearly everybody.
CREATE VIRTUAL TABLE person_search USING fts5(
    words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4',
    tokenize = "ascii tokenchars '~=@_'"
);

-- Who was looked at last, by whom: the order of what is found.
CREATE TABLE person_use (
    actor     TEXT NOT NULL,
    person_no INTEGER NOT NULL REFERENCES person,
    used      INTEGER NOT NULL,              -- counts up
    PRIMARY KEY (actor, person_no)
) STRICT, WITHOUT ROWID;

-- What the register of the main job knew, as facts of the day on which it was entered. The program
-- does the same with the boards, which depend on each other, and takes person_board away.
CREATE TEMP TABLE entered AS
    SELECT p.person_no,
           coalesce((SELECT e.event_no FROM person_board b JOIN audit_event e USING (event_no)
                     WHERE b.person_no = p.person_no ORDER BY b.span_no LIMIT 1),
                    (SELECT max(event_no) FROM audit_event), 0) AS event_no
    FROM person p;
CREATE TEMP TABLE found AS
    SELECT 1 AS sort, p.person_no, 'name' AS kind,
           json_object('kind', 'name', 'family_name', family_name, 'given_name', given_name)
               AS content,
           NULL AS lookup, NULL AS valid_from, NULL AS valid_until, n.event_no
        FROM person p JOIN entered n USING (person_no)
        WHERE family_name <> '' OR given_name <> ''
    UNION ALL SELECT 2, p.person_no, 'birth',
           json_object('kind', 'birth', 'date', birth_date, 'basis', 'stated'),
           NULL, NULL, NULL, n.event_no
        FROM person p JOIN entered n USING (person_no) WHERE birth_date IS NOT NULL
    UNION ALL SELECT 3, i.person_no, i.kind || '-number',
           json_object('kind', i.kind || '-number', 'number', i.number),
           i.number, NULL, NULL, n.event_no
        FROM person_identity i JOIN entered n USING (person_no)
    UNION ALL SELECT 4, p.person_no, 'reception',
           json_object('kind', 'reception', 'municipality',
                       coalesce((SELECT json_extract(value, '$.name') FROM setting
                                 WHERE name = 'municipality'), ''), 'housing', NULL),
           NULL, received, NULL, n.event_no
        FROM person p JOIN entered n USING (person_no) WHERE received IS NOT NULL;
INSERT INTO fact (id, person_no, kind, content, lookup, valid_from, valid_until, known_since,
                  according_to_import, entered_by, withdrawn, superseded, event_no)
    SELECT printf('00000000-0000-7000-8000-%012x', row_number() OVER (ORDER BY person_no, sort)),
           person_no, kind, content, lookup, valid_from, valid_until,
           coalesce((SELECT substr(at, 1, 10) FROM audit_event e WHERE e.event_no = f.event_no),
                    '0001-01-01'),
           0,
           coalesce((SELECT actor FROM audit_event e WHERE e.event_no = f.event_no), ''),
           0, 0, event_no
    FROM temp.found f ORDER BY person_no, sort;
DROP TABLE temp.found;
DROP TABLE temp.entered;
DROP TABLE person_identity;
