-- 1: the list was had, and whether it is whole, or holds a report by a title that is not known, cannot be told. Then reached is 0.
ALTER TABLE source_check ADD COLUMN doubted INTEGER NOT NULL DEFAULT 0 CHECK (doubted IN (0, 1));
