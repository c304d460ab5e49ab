-- Every look at a source's list: whether it was read whole, and how many reports it listed. That a report was not there is known from these.
CREATE TABLE source_check (
  source   TEXT NOT NULL REFERENCES source (key),
  at       TEXT NOT NULL,
  reached  INTEGER NOT NULL CHECK (reached IN (0, 1)),
  listed   INTEGER NOT NULL,
  PRIMARY KEY (source, at)
) WITHOUT ROWID;
