-- What was filed with a doubt is looked at again whenever a name becomes known.
CREATE INDEX report_issue_filing ON report_issue (code, agency) WHERE subject = 'filing' AND settled IS NULL;

-- In how many nights running a list that was read whole did not hold it, and when that was last seen.
ALTER TABLE link ADD COLUMN unlisted_nights INTEGER NOT NULL DEFAULT 0;
ALTER TABLE link ADD COLUMN unlisted_at TEXT;

-- given_as: other bytes that the address gives now and that say the same, as a hash; NULL: it gives these, or gave them last.
ALTER TABLE reading ADD COLUMN given_as TEXT;

-- Originals that nothing refers to any more; they go when the folder is opened next.
CREATE TABLE dropped_original (
  sha256  TEXT PRIMARY KEY
) WITHOUT ROWID;

-- What ended because of the machine was not read by that version.
UPDATE reading SET reader = reader || ' ' || (
    SELECT code FROM issue WHERE issue.reading = reading.id AND code IN ('READER-DIED', 'TOOK-TOO-LONG', 'TOO-MUCH-MEMORY', 'NEEDS-CONVERSION') LIMIT 1)
WHERE outcome = 'failed' AND EXISTS (
    SELECT 1 FROM issue WHERE issue.reading = reading.id AND code IN ('READER-DIED', 'TOOK-TOO-LONG', 'TOO-MUCH-MEMORY', 'NEEDS-CONVERSION'));
