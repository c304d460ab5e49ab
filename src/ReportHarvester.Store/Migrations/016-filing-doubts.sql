-- What was filed with a doubt is looked at again whenever a name becomes known.
CREATE INDEX report_issue_filing ON report_issue (code, agency) WHERE subject = 'filing' AND settled IS NULL;
