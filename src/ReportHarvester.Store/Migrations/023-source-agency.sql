-- Whom each source speaks for, by what it calls them: a name or a code. The same as source.agencies, to be asked by the name.
CREATE TABLE source_agency (
  name    TEXT NOT NULL,
  source  TEXT NOT NULL REFERENCES source (key),
  PRIMARY KEY (name, source)
) WITHOUT ROWID;
INSERT OR IGNORE INTO source_agency SELECT n.value, s.key FROM source s, json_each(s.agencies) n;

CREATE TRIGGER source_named AFTER INSERT ON source BEGIN
  INSERT OR IGNORE INTO source_agency SELECT n.value, NEW.key FROM json_each(NEW.agencies) n;
END;
CREATE TRIGGER source_renamed AFTER UPDATE OF agencies ON source BEGIN
  DELETE FROM source_agency WHERE name IN (SELECT value FROM json_each(OLD.agencies)) AND source = OLD.key;
  INSERT OR IGNORE INTO source_agency SELECT n.value, NEW.key FROM json_each(NEW.agencies) n;
END;
