-- Ids of indicators have dots, at which SQLite before 3.41 takes -> and ->> apart (Debian 12 has 3.40): paths name them in quotes, which all read alike.
DROP VIEW figure;
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
CROSS JOIN json_each(e.cells, '$."' || f.indicator || '"') c;

DROP VIEW chosen_figure;
CREATE VIEW chosen_figure AS
SELECT p.agency, p.reading, p.indicator, p.applicant, p.edition, COALESCE(c.value, p.value) AS value, p.cell, c.id AS correction,
  CASE WHEN c.id IS NULL THEN p.cell ->> 11 END AS exact,
  CASE WHEN c.id IS NULL AND p.value IS NULL THEN p.cell ->> 9 END AS state,
  COALESCE(p.cell ->> 8, CAST(p.value AS TEXT), '') AS raw,
  p.cell ->> 6 AS unit
FROM (
  SELECT f.agency, f.reading, f.indicator, NULLIF(a.name, 'value') AS applicant, f.edition,
    CASE a.name WHEN 'natural_person' THEN f.natural_person WHEN 'business' THEN f.business WHEN 'research' THEN f.research
      WHEN 'public_interest' THEN f.public_interest WHEN 'legal_service' THEN f.legal_service WHEN 'other_org' THEN f.other_org
      WHEN 'total' THEN f.total ELSE f.value END AS value,
    json_extract(e.cells, '$."' || f.indicator || '".' || a.name) AS cell
  FROM figure_row f
  CROSS JOIN (SELECT 'value' AS name UNION ALL SELECT 'natural_person' UNION ALL SELECT 'business' UNION ALL SELECT 'research'
    UNION ALL SELECT 'public_interest' UNION ALL SELECT 'legal_service' UNION ALL SELECT 'other_org' UNION ALL SELECT 'total') a
  CROSS JOIN evidence e ON e.reading = f.reading AND e.agency = f.agency) p
LEFT JOIN correction c ON c.id = (
    SELECT max(k.id) FROM correction k WHERE k.agency = p.agency AND k.indicator = p.indicator AND k.applicant IS p.applicant
      AND +k.report = (SELECT report FROM reading WHERE id = p.reading))
  AND c.value IS NOT NULL AND c.printed IS COALESCE(p.cell ->> 8, CAST(p.value AS TEXT), '');
