-- Which readings of a report and of that of the year before were compared last, and by which version of the rules; without a row: not yet.
CREATE TABLE year_check (
  agency   INTEGER NOT NULL,
  report   INTEGER NOT NULL PRIMARY KEY,
  reading  INTEGER NOT NULL,
  before   INTEGER NOT NULL,
  rules    TEXT NOT NULL,
  FOREIGN KEY (agency, report) REFERENCES report (agency, id)
);

-- What a person decided of an issue; the newest counts. subject and evidence: by which the issue is recognised again, whichever reading
-- raises it. One whose evidence has become another is superseded, and kept.
CREATE TABLE review (
  id        INTEGER PRIMARY KEY,
  agency    INTEGER NOT NULL,
  report    INTEGER NOT NULL,
  code      TEXT NOT NULL,
  subject   TEXT NOT NULL,
  evidence  TEXT NOT NULL,
  decision  TEXT NOT NULL CHECK (decision IN ('confirmed', 'dismissed', 'explained')),
  reviewer  TEXT NOT NULL,
  at        TEXT NOT NULL,
  reason    TEXT NOT NULL,
  FOREIGN KEY (agency, report) REFERENCES report (agency, id)
);
CREATE INDEX review_issue ON review (agency, report, code);

-- A figure that a person put right, with the source of the number and the reason. What was printed stays where it is; printed repeats it
-- as it was then, so that a correction of something else is told from one of this. value as text: exact. The newest counts; NULL withdraws.
CREATE TABLE correction (
  id         INTEGER PRIMARY KEY,
  agency     INTEGER NOT NULL,
  report     INTEGER NOT NULL,
  indicator  TEXT NOT NULL,
  applicant  TEXT,
  value      TEXT,
  printed    TEXT,
  source     TEXT NOT NULL,
  reviewer   TEXT NOT NULL,
  at         TEXT NOT NULL,
  reason     TEXT NOT NULL,
  FOREIGN KEY (agency, report) REFERENCES report (agency, id)
);
CREATE INDEX correction_figure ON correction (agency, report, indicator);
