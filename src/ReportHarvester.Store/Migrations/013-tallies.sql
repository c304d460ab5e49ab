-- The one place where it is decided what is wrong with what is current: with a reading (R), with a report as a whole or between years (P).
CREATE VIEW problem AS
SELECT 'R' || r.id || '.' || s.position AS id, r.agency, r.report, COALESCE(p.year, r.printed_year) AS year, p.scope, s.form_table, s.code, s.severity, s.fault, s.message, s.origin, r.url,
  (SELECT json_group_array(json_array(indicator, applicant)) FROM (
    SELECT indicator, applicant FROM issue_figure n WHERE n.reading = s.reading AND n.issue = s.position AND n.agency = s.agency ORDER BY n.position)) AS figures,
  NULL AS subject, NULL AS grounds
FROM reading r JOIN issue s ON s.reading = r.id AND s.agency = r.agency LEFT JOIN report p ON p.agency = r.agency AND p.id = r.report WHERE r.is_current = 1
UNION ALL
SELECT 'P' || i.id, i.agency, COALESCE(i.report, r.report), COALESCE(p.year, r.printed_year), p.scope,
  (SELECT c.form_table FROM report_issue_figure n JOIN indicator c ON c.id = n.indicator WHERE n.issue = i.id ORDER BY n.position LIMIT 1),
  i.code, i.severity, i.fault, i.message, NULL, r.url,
  (SELECT json_group_array(json_array(indicator, applicant)) FROM (SELECT indicator, applicant FROM report_issue_figure n WHERE n.issue = i.id ORDER BY n.position)),
  i.subject, COALESCE(i.evidence -> 'figures', i.message)
FROM report_issue i LEFT JOIN reading r ON r.id = i.reading LEFT JOIN report p ON p.agency = i.agency AND p.id = COALESCE(i.report, r.report) WHERE i.settled IS NULL;

-- How many there are of all that, counted again in the transaction that changes it; a country's worth is too much to count for every page.
-- block: agencies by their ids, 16 together, which are counted again together. region: where an agency stood last, '' where that is not known; year: 0 likewise.
CREATE TABLE report_tally (
  block    INTEGER NOT NULL,
  region   TEXT NOT NULL,
  year     INTEGER NOT NULL,
  reports  INTEGER NOT NULL,
  unread   INTEGER NOT NULL,
  PRIMARY KEY (block, region, year)
) WITHOUT ROWID;

CREATE TABLE problem_tally (
  region      TEXT NOT NULL,
  block       INTEGER NOT NULL,
  year        INTEGER NOT NULL,
  code        TEXT NOT NULL,
  severity    TEXT NOT NULL,
  fault       TEXT NOT NULL,
  form_table  TEXT NOT NULL,
  problems    INTEGER NOT NULL,
  PRIMARY KEY (region, block, year, code, severity, fault, form_table)
) WITHOUT ROWID;
CREATE INDEX problem_tally_block ON problem_tally (block);

-- The sums over the blocks, of problems by province.
CREATE TABLE report_total (
  region   TEXT NOT NULL,
  year     INTEGER NOT NULL,
  reports  INTEGER NOT NULL,
  unread   INTEGER NOT NULL,
  PRIMARY KEY (region, year)
) WITHOUT ROWID;

CREATE TABLE problem_total (
  province    TEXT NOT NULL,
  year        INTEGER NOT NULL,
  code        TEXT NOT NULL,
  severity    TEXT NOT NULL,
  fault       TEXT NOT NULL,
  form_table  TEXT NOT NULL,
  problems    INTEGER NOT NULL,
  PRIMARY KEY (province, year, code, severity, fault, form_table)
) WITHOUT ROWID;
