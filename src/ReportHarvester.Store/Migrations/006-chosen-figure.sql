CREATE INDEX agency_period_region ON agency_period (region);

-- The one place where it is decided with which value of a figure questions are answered: as printed. One row a figure of every reading.
-- cell: see evidence; it is read where the number alone does not tell, because taking it out of the JSON takes longer than all else.
CREATE VIEW chosen_figure AS
SELECT f.agency, f.reading, f.indicator, NULLIF(a.name, 'value') AS applicant, f.edition,
  CASE a.name WHEN 'natural_person' THEN f.natural_person WHEN 'business' THEN f.business WHEN 'research' THEN f.research
    WHEN 'public_interest' THEN f.public_interest WHEN 'legal_service' THEN f.legal_service WHEN 'other_org' THEN f.other_org
    WHEN 'total' THEN f.total ELSE f.value END AS value,
  e.cells -> f.indicator -> a.name AS cell
FROM figure_row f
CROSS JOIN (SELECT 'value' AS name UNION ALL SELECT 'natural_person' UNION ALL SELECT 'business' UNION ALL SELECT 'research'
  UNION ALL SELECT 'public_interest' UNION ALL SELECT 'legal_service' UNION ALL SELECT 'other_org' UNION ALL SELECT 'total') a
CROSS JOIN evidence e ON e.reading = f.reading AND e.agency = f.agency;
