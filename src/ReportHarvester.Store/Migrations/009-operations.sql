-- due: the time of the schedule that a run stands for; NULL: somebody started it. failure: what ended it before it was through.
ALTER TABLE run ADD COLUMN due TEXT;
ALTER TABLE run ADD COLUMN failure TEXT;
CREATE INDEX run_due ON run (due);

-- What a run did at each source; written when the source is through.
CREATE TABLE run_source (
  run     INTEGER NOT NULL REFERENCES run (id),
  source  TEXT NOT NULL,
  ended   TEXT NOT NULL,
  counts  TEXT NOT NULL,
  PRIMARY KEY (run, source)
) WITHOUT ROWID;
CREATE INDEX run_source_source ON run_source (source, run);

-- Since when the folder is harvested by a schedule; one row, or none.
CREATE TABLE schedule (
  since  TEXT NOT NULL
);

-- What an operator has to know of; one open entry a kind and subject. state: what it is told again for when it changes.
CREATE TABLE alert (
  id       INTEGER PRIMARY KEY,
  kind     TEXT NOT NULL,
  subject  TEXT NOT NULL,
  state    TEXT NOT NULL,
  message  TEXT NOT NULL,
  since    TEXT NOT NULL,
  settled  TEXT
);
CREATE UNIQUE INDEX alert_open ON alert (kind, subject) WHERE settled IS NULL;

-- By which way an alert was told, in which state; the state 'over' is the all-clear.
CREATE TABLE alert_told (
  alert    INTEGER NOT NULL REFERENCES alert (id),
  channel  TEXT NOT NULL,
  state    TEXT NOT NULL,
  at       TEXT NOT NULL,
  PRIMARY KEY (alert, channel, state)
) WITHOUT ROWID;
