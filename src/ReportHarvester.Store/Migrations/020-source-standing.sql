-- How each source stands, kept with the log of its runs, which grows every night and is too much to look through for every status.
-- last: the last run that was through with it; one that put it off only where there is no other. listed: the last that came to see its list.
-- …_since: when the first of the runs ended that have put it off, were refused some of its reports, or could not read its list whole, all of them until now.
CREATE TABLE source_standing (
  source          TEXT PRIMARY KEY,
  last            INTEGER NOT NULL REFERENCES run (id),
  listed          INTEGER REFERENCES run (id),
  put_off_since   TEXT,
  refused_since   TEXT,
  troubled_since  TEXT
) WITHOUT ROWID;
INSERT INTO source_standing (source, last, listed)
SELECT key,
  COALESCE((SELECT run FROM run_source WHERE source = key AND counts ->> 'sources_put_off' IS NULL ORDER BY run DESC LIMIT 1), newest),
  (SELECT run FROM run_source WHERE source = key AND counts ->> 'links' IS NOT NULL ORDER BY run DESC LIMIT 1)
FROM (SELECT key, (SELECT max(run) FROM run_source WHERE source = key) AS newest FROM source) WHERE newest IS NOT NULL;
