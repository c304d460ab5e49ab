-- Who of the registry owes a report on which years, and for where: who exists at the end of the year, under the law or, where it says so, by the registry.
CREATE VIEW owing AS
SELECT * FROM (
  SELECT g.id AS agency, COALESCE(d.region, '') AS region,
    max(COALESCE(g.owes_from, 0), COALESCE(CAST(substr(d.since, 1, 4) AS INTEGER), 0)) AS first,
    min(COALESCE(g.owes_to, 9999), COALESCE(CAST(substr(d.until, 1, 4) AS INTEGER) - (substr(d.until, 6) < '12-31'), 9999)) AS last
  FROM agency g JOIN agency_period d ON d.agency = g.id WHERE g.code IS NOT NULL AND g.owes IS NOT 0)
WHERE first <= last;

-- owing: how many more agencies owe a report from this year on than before. answered: those who owe one on the year and of whom there is one.
ALTER TABLE report_tally ADD COLUMN owing INTEGER NOT NULL DEFAULT 0;
ALTER TABLE report_tally ADD COLUMN answered INTEGER NOT NULL DEFAULT 0;
ALTER TABLE report_total ADD COLUMN owing INTEGER NOT NULL DEFAULT 0;
ALTER TABLE report_total ADD COLUMN answered INTEGER NOT NULL DEFAULT 0;

-- What is kept in all, and what an older reader has read, is told without going through all of it.
CREATE INDEX original_bytes ON original (bytes);
CREATE INDEX reading_reader ON reading (reader);
