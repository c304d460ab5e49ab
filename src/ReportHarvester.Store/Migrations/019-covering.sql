-- What a comparison asks of each of thousands of reports stands in the index: the rows themselves, with all their words, need not be fetched.
CREATE INDEX reading_place ON reading (agency, report, outcome, edition, is_current) WHERE is_current = 1;
CREATE INDEX report_issue_standing ON report_issue (agency, report, code, severity, settled) WHERE settled IS NULL;
