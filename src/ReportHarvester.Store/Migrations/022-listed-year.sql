-- The year that a list gives a report, in its title or as that of its folder; NULL where it gives none, and for links of before until they are listed again.
ALTER TABLE link ADD COLUMN year INTEGER;

-- Documents that an article carried once and did not any more, while it stood itself: from when, and until when where it carries them again.
CREATE TABLE dropped (
  source TEXT NOT NULL,
  article TEXT NOT NULL,
  url TEXT NOT NULL,
  since TEXT NOT NULL,
  until TEXT,
  PRIMARY KEY (source, article, url, since)
) WITHOUT ROWID;
