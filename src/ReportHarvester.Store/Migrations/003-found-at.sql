-- Where an address's bytes were found, if it sent on to another: links in them are meant from there. NULL: at the address itself.
ALTER TABLE visit ADD COLUMN found_at TEXT;
