-- Until when a host is to be left alone, by its own wish or because it failed too often in a row.
CREATE TABLE host_rest (
  host   TEXT PRIMARY KEY,
  until  TEXT NOT NULL
) WITHOUT ROWID;
