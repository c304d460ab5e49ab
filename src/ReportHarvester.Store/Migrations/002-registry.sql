-- An agency is known by its id and the registry's code, not by its name: names change, and two agencies may bear one name in turn.
-- Without a code: named by a source or printed in a document, and in no registry yet.
CREATE TABLE agency_new (
  id            INTEGER PRIMARY KEY,
  code          TEXT UNIQUE,
  name          TEXT NOT NULL,
  kind          TEXT,
  uscc          TEXT,
  site_id_code  TEXT,
  parent        INTEGER REFERENCES agency (id),
  owes          INTEGER CHECK (owes IN (0, 1)),
  owes_from     INTEGER,
  owes_to       INTEGER,
  note          TEXT
);
INSERT INTO agency_new (id, name) SELECT id, name FROM agency;
DROP TABLE agency;
ALTER TABLE agency_new RENAME TO agency;
CREATE UNIQUE INDEX agency_unregistered ON agency (name) WHERE code IS NULL;

-- What an agency was called and where it stood, from day to day; the name of the agency itself is that of its last period.
-- folded: the name without spaces and with brackets of one width, by which names are looked up.
CREATE TABLE agency_period (
  agency    INTEGER NOT NULL REFERENCES agency (id),
  position  INTEGER NOT NULL,
  since     TEXT,
  until     TEXT,
  name      TEXT NOT NULL,
  folded    TEXT NOT NULL,
  level     TEXT,
  region    TEXT,
  PRIMARY KEY (agency, position)
);
CREATE INDEX agency_period_folded ON agency_period (folded);
INSERT INTO agency_period (agency, position, name, folded) SELECT id, 0, name, replace(replace(replace(name, ' ', ''), '（', '('), '）', ')') FROM agency;

-- How a period ended: renamed, merged, split, abolished, party (into a party organ), changed. other: who went on with it.
CREATE TABLE agency_event (
  agency  INTEGER NOT NULL REFERENCES agency (id),
  at      TEXT,
  kind    TEXT NOT NULL,
  other   INTEGER REFERENCES agency (id),
  UNIQUE (agency, at, kind, other)
);

-- agencies: the names or codes that the list of sources gives, as a JSON array.
CREATE TABLE source_new (
  key       TEXT PRIMARY KEY,
  agencies  TEXT NOT NULL,
  scope     TEXT,
  address   TEXT
);
INSERT INTO source_new (key, agencies, address) SELECT s.key, json_array(g.name), s.address FROM source s JOIN agency g ON g.id = s.agency;
DROP TABLE source;
ALTER TABLE source_new RENAME TO source;

-- gone_since: when the address first answered that there is nothing. tombstone: the day from which it counts as vanished.
ALTER TABLE link ADD COLUMN last_seen TEXT;
ALTER TABLE link ADD COLUMN gone_since TEXT;
ALTER TABLE link ADD COLUMN tombstone TEXT;
ALTER TABLE link ADD COLUMN tombstone_reason TEXT CHECK (tombstone_reason IN ('gone', 'unlisted', 'moved'));
CREATE INDEX link_url ON link (url);

-- Every change of the bytes that an address gave.
CREATE TABLE publication (
  url     TEXT NOT NULL,
  since   TEXT NOT NULL,
  sha256  TEXT NOT NULL,
  PRIMARY KEY (url, since)
) WITHOUT ROWID;
INSERT INTO publication (url, since, sha256) SELECT url, at, sha256 FROM visit WHERE sha256 IS NOT NULL;

-- article: the listed address that led to the document, itself or as an attachment. content: a hash of what the reading says, places
-- left out: equal readings of other bytes are no new version. figures: how many it has.
ALTER TABLE reading ADD COLUMN article TEXT;
ALTER TABLE reading ADD COLUMN link_title TEXT;
ALTER TABLE reading ADD COLUMN one_of_many INTEGER NOT NULL DEFAULT 0;
ALTER TABLE reading ADD COLUMN imported INTEGER NOT NULL DEFAULT 0;
ALTER TABLE reading ADD COLUMN content TEXT;
ALTER TABLE reading ADD COLUMN figures INTEGER;
UPDATE reading SET article = url;
CREATE INDEX reading_article ON reading (article);
CREATE INDEX reading_url ON reading (url);

-- vanished: the day since which no address gives the report any more.
ALTER TABLE report ADD COLUMN vanished TEXT;

-- What happened to a report: first_seen, twin, copy, changed, vanished, moved, back. reading: what it is about, before: what stood before it.
CREATE TABLE report_event (
  id       INTEGER PRIMARY KEY,
  agency   INTEGER NOT NULL REFERENCES agency (id),
  report   INTEGER NOT NULL,
  at       TEXT NOT NULL,
  kind     TEXT NOT NULL,
  url      TEXT NOT NULL,
  other    TEXT,
  reading  INTEGER REFERENCES reading (id),
  before   INTEGER REFERENCES reading (id),
  detail   TEXT,
  FOREIGN KEY (agency, report) REFERENCES report (agency, id)
);
CREATE INDEX report_event_report ON report_event (agency, report);

-- What is wrong with a report as a whole: between its documents, its versions, with where a document was filed; also between reports.
-- A fact found again is the same row as long as its subject and evidence are the same; one that is no more has a day in settled.
-- evidence: {"figures": [{"indicator", "applicant", "values": [{"reading", "url", "value", "raw", "state", "origin"}]}], …}.
CREATE TABLE report_issue (
  id         INTEGER PRIMARY KEY,
  agency     INTEGER NOT NULL REFERENCES agency (id),
  report     INTEGER,
  reading    INTEGER REFERENCES reading (id),
  code       TEXT NOT NULL,
  subject    TEXT NOT NULL,
  severity   TEXT NOT NULL CHECK (severity IN ('info', 'warning', 'error')),
  fault      TEXT NOT NULL CHECK (fault IN ('unknown', 'publisher', 'reading')),
  message    TEXT NOT NULL,
  evidence   TEXT NOT NULL,
  found      TEXT NOT NULL,
  settled    TEXT,
  FOREIGN KEY (agency, report) REFERENCES report (agency, id)
);
CREATE UNIQUE INDEX report_issue_open ON report_issue (agency, code, subject, COALESCE(report, 0), COALESCE(reading, 0)) WHERE settled IS NULL;
CREATE INDEX report_issue_report ON report_issue (agency, report);

CREATE TABLE report_issue_figure (
  issue      INTEGER NOT NULL REFERENCES report_issue (id),
  position   INTEGER NOT NULL,
  indicator  TEXT NOT NULL,
  applicant  TEXT,
  PRIMARY KEY (issue, position)
) WITHOUT ROWID;
