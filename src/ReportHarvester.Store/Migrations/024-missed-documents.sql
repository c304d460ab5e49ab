-- How many documents that the article carries could not be had when it was asked last, where each may be of another agency.
ALTER TABLE link ADD COLUMN missed INTEGER NOT NULL DEFAULT 0;
