-- When the list says that it was put there.
ALTER TABLE link ADD COLUMN listed TEXT;

-- What an address gave before is gone from the archive a week later: a copy that is being made still counts on it.
ALTER TABLE dropped_original ADD COLUMN at TEXT;
CREATE INDEX visit_sha256 ON visit (sha256);
CREATE INDEX publication_sha256 ON publication (sha256);
