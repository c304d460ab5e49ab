-- What was worked out from other columns, by which rules: agency_period.folded, reading.content.
CREATE TABLE derived (
  what   TEXT PRIMARY KEY,
  rules  TEXT NOT NULL
) WITHOUT ROWID;
