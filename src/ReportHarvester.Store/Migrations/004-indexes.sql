-- IF NOT EXISTS: databases made while step 2 was young lack the second.
CREATE INDEX report_issue_reading ON report_issue (reading);
CREATE INDEX IF NOT EXISTS reading_article ON reading (article);
