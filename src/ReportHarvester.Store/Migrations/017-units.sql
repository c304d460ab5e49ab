-- The units of a government, whose reports its own adds up.
CREATE INDEX agency_parent ON agency (parent);

-- Who went over into an agency.
CREATE INDEX agency_event_other ON agency_event (other);

-- From which readings of its own and of its units a report that adds up a region was compared last, and by which version of the rules; without a row: not yet.
CREATE TABLE unit_check (
  agency  INTEGER NOT NULL,
  report  INTEGER NOT NULL PRIMARY KEY,
  state   TEXT NOT NULL,
  FOREIGN KEY (agency, report) REFERENCES report (agency, id)
);

-- A document that is filed as nobody's report, because it may be another agency's, is told of as that, and what is wrong in it is not told of the
-- agency whose source gave it.
DROP VIEW problem;
CREATE VIEW problem AS
SELECT 'R' || r.id || '.' || s.position AS id, r.agency, r.report, COALESCE(p.year, r.printed_year) AS year, p.scope, s.form_table, s.code, s.severity, s.fault, s.message, s.origin, r.url,
  (SELECT json_group_array(json_array(indicator, applicant)) FROM (
    SELECT indicator, applicant FROM issue_figure n WHERE n.reading = s.reading AND n.issue = s.position AND n.agency = s.agency ORDER BY n.position)) AS figures,
  NULL AS subject, NULL AS grounds
FROM reading r JOIN issue s ON s.reading = r.id AND s.agency = r.agency LEFT JOIN report p ON p.agency = r.agency AND p.id = r.report
WHERE r.is_current = 1 AND (r.report IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM report_issue f WHERE f.reading = r.id AND f.subject = 'filing' AND f.settled IS NULL AND f.code <> 'AGENCY-UNREGISTERED'))
UNION ALL
SELECT 'P' || i.id, i.agency, COALESCE(i.report, r.report), COALESCE(p.year, r.printed_year), p.scope,
  (SELECT c.form_table FROM report_issue_figure n JOIN indicator c ON c.id = n.indicator WHERE n.issue = i.id ORDER BY n.position LIMIT 1),
  i.code, i.severity, i.fault, i.message, NULL, r.url,
  (SELECT json_group_array(json_array(indicator, applicant)) FROM (SELECT indicator, applicant FROM report_issue_figure n WHERE n.issue = i.id ORDER BY n.position)),
  i.subject, COALESCE(i.evidence -> 'figures', i.message)
FROM report_issue i LEFT JOIN reading r ON r.id = i.reading LEFT JOIN report p ON p.agency = i.agency AND p.id = COALESCE(i.report, r.report) WHERE i.settled IS NULL;
