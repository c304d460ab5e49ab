-- Close to standard SQL; what PostgreSQL spells otherwise: json_each (jsonb_each), NUMERIC (exact there).
-- Every key of what hangs on an agency carries the agency, so that the tables can be spread over machines by it.
-- Times are UTC in ISO 8601, dates are ISO 8601.

CREATE TABLE agency (
  id    INTEGER PRIMARY KEY,
  name  TEXT NOT NULL UNIQUE
);

CREATE TABLE source (
  key      TEXT PRIMARY KEY,
  agency   INTEGER NOT NULL REFERENCES agency (id),
  address  TEXT
);

CREATE TABLE link (
  source      TEXT NOT NULL REFERENCES source (key),
  url         TEXT NOT NULL,
  title       TEXT NOT NULL,
  first_seen  TEXT NOT NULL,
  PRIMARY KEY (source, url)
);

-- What a server said last of each address, for conditional requests.
CREATE TABLE visit (
  url            TEXT PRIMARY KEY,
  status         INTEGER NOT NULL,
  etag           TEXT,
  last_modified  TEXT,
  sha256         TEXT,
  content_type   TEXT,
  at             TEXT NOT NULL
);

-- The bytes themselves stand in the folder originals, under their hash.
CREATE TABLE original (
  sha256      TEXT PRIMARY KEY,
  bytes       INTEGER NOT NULL,
  format      TEXT NOT NULL,
  first_seen  TEXT NOT NULL
);

CREATE TABLE report (
  id      INTEGER PRIMARY KEY,
  agency  INTEGER NOT NULL REFERENCES agency (id),
  year    INTEGER NOT NULL,
  scope   TEXT NOT NULL CHECK (scope IN ('unknown', 'own', 'aggregate')),
  UNIQUE (agency, year, scope),
  UNIQUE (agency, id)
);

-- What one reader made of one document; append-only but for is_current. Without a report where no year is known.
-- printed_* are the document's own words; the agency is the registered one of the source.
CREATE TABLE reading (
  id              INTEGER PRIMARY KEY,
  agency          INTEGER NOT NULL REFERENCES agency (id),
  report          INTEGER,
  source          TEXT NOT NULL REFERENCES source (key),
  url             TEXT NOT NULL,
  sha256          TEXT NOT NULL REFERENCES original (sha256),
  reader          TEXT NOT NULL,
  format          TEXT NOT NULL,
  pages           INTEGER,
  outcome         TEXT NOT NULL CHECK (outcome IN ('complete', 'partial', 'failed')),
  printed_agency  TEXT,
  printed_year    INTEGER,
  scope           TEXT NOT NULL,
  title           TEXT,
  edition         TEXT,
  dated           TEXT,
  published       TEXT,
  read_at         TEXT NOT NULL,
  is_current      INTEGER NOT NULL DEFAULT 0 CHECK (is_current IN (0, 1)),
  UNIQUE (agency, id),
  UNIQUE (sha256, url, reader, agency),
  FOREIGN KEY (agency, report) REFERENCES report (agency, id)
);

CREATE UNIQUE INDEX reading_current ON reading (agency, report) WHERE is_current = 1;
CREATE INDEX reading_report ON reading (agency, report);

-- One row of a table: an indicator with its numbers over the applicants of table 3, or the one number of the other tables.
-- Wide, because it takes a quarter of the time and a third of the bytes of one row a figure. NULL: not a number, or a count in
-- another unit than ones (35万件); see evidence.
CREATE TABLE figure_row (
  agency           INTEGER NOT NULL,
  reading          INTEGER NOT NULL,
  indicator        TEXT NOT NULL,
  edition          TEXT NOT NULL,
  value            NUMERIC,
  natural_person   NUMERIC,
  business         NUMERIC,
  research         NUMERIC,
  public_interest  NUMERIC,
  legal_service    NUMERIC,
  other_org        NUMERIC,
  total            NUMERIC,
  PRIMARY KEY (reading, indicator, agency),
  FOREIGN KEY (agency, reading) REFERENCES reading (agency, id)
) WITHOUT ROWID;

-- What stood in the cells: {"requests.new": {"total": [position, page, grid, row, column, [left, top, right, bottom], unit, proven,
-- raw, state, line, exact]}}, trailing nulls left off. state null: a number. raw null: the digits of the number, or nothing.
-- exact: the printed number where the column does not give it back digit by digit.
CREATE TABLE evidence (
  agency   INTEGER NOT NULL,
  reading  INTEGER NOT NULL,
  cells    TEXT NOT NULL,
  PRIMARY KEY (reading, agency),
  FOREIGN KEY (agency, reading) REFERENCES reading (agency, id)
);

-- One row a figure.
CREATE VIEW figure AS
SELECT f.agency, f.reading, f.indicator, NULLIF(c.key, 'value') AS applicant, f.edition,
  CASE c.key WHEN 'natural_person' THEN f.natural_person WHEN 'business' THEN f.business WHEN 'research' THEN f.research
    WHEN 'public_interest' THEN f.public_interest WHEN 'legal_service' THEN f.legal_service WHEN 'other_org' THEN f.other_org
    WHEN 'total' THEN f.total ELSE f.value END AS value,
  c.value ->> 11 AS exact,
  COALESCE(c.value ->> 9, 'number') AS state,
  COALESCE(c.value ->> 8, CAST(CASE c.key WHEN 'natural_person' THEN f.natural_person WHEN 'business' THEN f.business
    WHEN 'research' THEN f.research WHEN 'public_interest' THEN f.public_interest WHEN 'legal_service' THEN f.legal_service
    WHEN 'other_org' THEN f.other_org WHEN 'total' THEN f.total ELSE f.value END AS TEXT), '') AS raw,
  c.value ->> 6 AS unit,
  COALESCE(c.value ->> 7, 0) AS proven,
  c.value ->> 1 AS page, c.value ->> 2 AS grid, c.value ->> 3 AS "row", c.value ->> 4 AS "column", c.value ->> 10 AS line,
  CAST(c.value -> 5 ->> 0 AS REAL) AS "left", CAST(c.value -> 5 ->> 1 AS REAL) AS top,
  CAST(c.value -> 5 ->> 2 AS REAL) AS "right", CAST(c.value -> 5 ->> 3 AS REAL) AS bottom,
  c.value ->> 0 AS position
FROM figure_row f
JOIN evidence e ON e.agency = f.agency AND e.reading = f.reading
CROSS JOIN json_each(e.cells -> f.indicator) c;

CREATE TABLE issue (
  agency      INTEGER NOT NULL,
  reading     INTEGER NOT NULL,
  position    INTEGER NOT NULL,
  code        TEXT NOT NULL,
  severity    TEXT NOT NULL CHECK (severity IN ('info', 'warning', 'error')),
  fault       TEXT NOT NULL CHECK (fault IN ('unknown', 'publisher', 'reading')),
  form_table  TEXT,
  message     TEXT NOT NULL,
  origin      TEXT,
  PRIMARY KEY (reading, position, agency),
  FOREIGN KEY (agency, reading) REFERENCES reading (agency, id)
) WITHOUT ROWID;

-- The figures that an issue names.
CREATE TABLE issue_figure (
  agency     INTEGER NOT NULL,
  reading    INTEGER NOT NULL,
  issue      INTEGER NOT NULL,
  position   INTEGER NOT NULL,
  indicator  TEXT NOT NULL,
  applicant  TEXT,
  PRIMARY KEY (reading, issue, position, agency),
  FOREIGN KEY (reading, issue, agency) REFERENCES issue (reading, position, agency)
) WITHOUT ROWID;

CREATE TABLE section (
  agency    INTEGER NOT NULL,
  reading   INTEGER NOT NULL,
  position  INTEGER NOT NULL,
  number    INTEGER NOT NULL,
  title     TEXT NOT NULL,
  text      TEXT NOT NULL,
  PRIMARY KEY (reading, position, agency),
  FOREIGN KEY (agency, reading) REFERENCES reading (agency, id)
);

-- Numbers said in prose; value as text, because it is shown and compared one by one and never summed.
CREATE TABLE statement (
  agency    INTEGER NOT NULL,
  reading   INTEGER NOT NULL,
  position  INTEGER NOT NULL,
  subject   TEXT NOT NULL,
  value     TEXT NOT NULL,
  unit      TEXT,
  raw       TEXT NOT NULL,
  sentence  TEXT NOT NULL,
  section   INTEGER,
  origin    TEXT NOT NULL,
  PRIMARY KEY (reading, position, agency),
  FOREIGN KEY (agency, reading) REFERENCES reading (agency, id)
);

-- The codebook, copied from the program whenever it opens the store, so that questions can be answered in SQL alone.
CREATE TABLE indicator (
  id          TEXT NOT NULL,
  edition     TEXT NOT NULL,
  form_table  TEXT NOT NULL,
  form_group  TEXT NOT NULL,
  label       TEXT NOT NULL,
  english     TEXT NOT NULL,
  unit        TEXT,
  kind        TEXT NOT NULL,
  PRIMARY KEY (id, edition)
) WITHOUT ROWID;

CREATE TABLE run (
  id       INTEGER PRIMARY KEY,
  started  TEXT NOT NULL,
  ended    TEXT,
  counts   TEXT
);
