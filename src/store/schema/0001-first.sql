-- The first shape of the book. Rows of facts are only added: triggers at the end keep it so.
-- Every fact table ends with the same columns: what it takes back, why, who collected, who typed
-- it and when, the machine that a file named, and its place in this machine's chain,
-- whose numbers the journal keeps apart.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE drafts (
  kind TEXT NOT NULL, key TEXT NOT NULL, content TEXT NOT NULL, updated TEXT NOT NULL,
  PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
  machine TEXT NOT NULL, seq INTEGER NOT NULL CHECK (seq > 0), kind TEXT NOT NULL,
  fact TEXT NOT NULL, previous BLOB NOT NULL, hash BLOB NOT NULL,
  PRIMARY KEY (machine, seq)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX journal_fact ON journal (kind, fact);

-- Master data: what is so now. How it became so stands in `versions`.

CREATE TABLE places (
  code TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL,
  parent TEXT REFERENCES places (code) DEFERRABLE INITIALLY DEFERRED,
  difficult INTEGER NOT NULL CHECK (difficult IN (0, 1))
) STRICT;

CREATE TABLE points (
  code TEXT PRIMARY KEY,
  commune TEXT NOT NULL REFERENCES places (code) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL, session_day INTEGER NOT NULL CHECK (session_day BETWEEN 1 AND 28)
) STRICT;

CREATE TABLE session_changes (
  point TEXT NOT NULL REFERENCES points (code) DEFERRABLE INITIALLY DEFERRED,
  month TEXT NOT NULL, held_on TEXT,
  PRIMARY KEY (point, month)
) STRICT;

CREATE TABLE groups (
  code TEXT PRIMARY KEY,
  village TEXT NOT NULL REFERENCES places (code) DEFERRABLE INITIALLY DEFERRED,
  point TEXT NOT NULL REFERENCES points (code) DEFERRABLE INITIALLY DEFERRED,
  association TEXT NOT NULL,
  leader TEXT REFERENCES members (code) DEFERRABLE INITIALLY DEFERRED,
  deputy TEXT REFERENCES members (code) DEFERRABLE INITIALLY DEFERRED,
  founded_on TEXT NOT NULL, closed_on TEXT
) STRICT;

CREATE TABLE members (
  code TEXT PRIMARY KEY,
  group_code TEXT NOT NULL REFERENCES groups (code) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL, born TEXT, sex TEXT, household TEXT, ethnicity TEXT, phone TEXT,
  id_number TEXT, joined_on TEXT NOT NULL, left_on TEXT
) STRICT;

CREATE TABLE loans (
  code TEXT PRIMARY KEY,
  member TEXT NOT NULL REFERENCES members (code) DEFERRABLE INITIALLY DEFERRED,
  programme TEXT NOT NULL, principal INTEGER NOT NULL CHECK (principal > 0),
  disbursed_on TEXT NOT NULL, rate TEXT NOT NULL, term_months INTEGER NOT NULL,
  due_on TEXT NOT NULL, purpose TEXT NOT NULL, interest_grace_until TEXT, capital TEXT
) STRICT;

CREATE TABLE instalments (
  loan TEXT NOT NULL REFERENCES loans (code) DEFERRABLE INITIALLY DEFERRED,
  no INTEGER NOT NULL, due_on TEXT NOT NULL, amount INTEGER NOT NULL CHECK (amount > 0),
  PRIMARY KEY (loan, no)
) STRICT;

CREATE TABLE bank_grades (
  month TEXT NOT NULL, level TEXT NOT NULL, code TEXT NOT NULL, score TEXT, grade TEXT,
  PRIMARY KEY (month, level, code)
) STRICT;

CREATE TABLE targets (
  area TEXT NOT NULL REFERENCES places (code) DEFERRABLE INITIALLY DEFERRED,
  indicator TEXT NOT NULL, from_day TEXT NOT NULL, to_day TEXT NOT NULL, baseline TEXT,
  target TEXT NOT NULL, approved_on TEXT,
  PRIMARY KEY (area, indicator, from_day)
) STRICT;

CREATE TABLE capital (
  area TEXT NOT NULL REFERENCES places (code) DEFERRABLE INITIALLY DEFERRED,
  day TEXT NOT NULL, source TEXT NOT NULL, amount INTEGER NOT NULL, planned INTEGER,
  PRIMARY KEY (area, day, source)
) STRICT;

-- One row per version: of the whole row when it is made, of one field when that changes.
CREATE TABLE versions (
  id TEXT PRIMARY KEY, entity TEXT NOT NULL, key TEXT NOT NULL, field TEXT,
  value TEXT NOT NULL, based_on TEXT,
  reverses TEXT, reason TEXT, collected_by TEXT, recorded_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL, origin TEXT, machine TEXT NOT NULL, seq INTEGER NOT NULL
) STRICT;

-- Facts.

CREATE TABLE openings (
  id TEXT PRIMARY KEY,
  loan TEXT NOT NULL REFERENCES loans (code) DEFERRABLE INITIALLY DEFERRED,
  day TEXT NOT NULL, outstanding INTEGER NOT NULL CHECK (outstanding >= 0),
  interest_owed INTEGER NOT NULL CHECK (interest_owed >= 0), last_movement TEXT,
  reverses TEXT REFERENCES openings (id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT, collected_by TEXT, recorded_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL, origin TEXT, machine TEXT NOT NULL, seq INTEGER NOT NULL
) STRICT;

CREATE TABLE tranches (
  id TEXT PRIMARY KEY,
  loan TEXT NOT NULL REFERENCES loans (code) DEFERRABLE INITIALLY DEFERRED,
  day TEXT NOT NULL, amount INTEGER NOT NULL CHECK (amount > 0),
  reverses TEXT REFERENCES tranches (id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT, collected_by TEXT, recorded_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL, origin TEXT, machine TEXT NOT NULL, seq INTEGER NOT NULL
) STRICT;

CREATE TABLE sheets (
  id TEXT PRIMARY KEY,
  group_code TEXT NOT NULL REFERENCES groups (code) DEFERRABLE INITIALLY DEFERRED,
  day TEXT NOT NULL, presence TEXT, lines TEXT NOT NULL,
  reverses TEXT REFERENCES sheets (id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT, collected_by TEXT, recorded_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL, origin TEXT, machine TEXT NOT NULL, seq INTEGER NOT NULL
) STRICT;

CREATE TABLE payments (
  id TEXT PRIMARY KEY,
  loan TEXT NOT NULL REFERENCES loans (code) DEFERRABLE INITIALLY DEFERRED,
  day TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('principal', 'interest')),
  amount INTEGER NOT NULL CHECK (amount > 0),
  place TEXT NOT NULL CHECK (place IN ('point', 'office', 'group')), receipt TEXT,
  sheet TEXT REFERENCES sheets (id) DEFERRABLE INITIALLY DEFERRED,
  reverses TEXT REFERENCES payments (id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT, collected_by TEXT, recorded_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL, origin TEXT, machine TEXT NOT NULL, seq INTEGER NOT NULL
) STRICT;
-- The whole load of a ledger is read from this index alone.
CREATE INDEX payments_loan ON payments (loan, day, id, kind, amount, reverses);
CREATE INDEX payments_day ON payments (day);
CREATE INDEX payments_sheet ON payments (sheet) WHERE sheet IS NOT NULL;
CREATE INDEX payments_receipt ON payments (receipt) WHERE receipt IS NOT NULL;

CREATE TABLE savings (
  id TEXT PRIMARY KEY,
  member TEXT NOT NULL REFERENCES members (code) DEFERRABLE INITIALLY DEFERRED,
  day TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('deposit', 'withdrawal')),
  amount INTEGER NOT NULL CHECK (amount > 0),
  sheet TEXT REFERENCES sheets (id) DEFERRABLE INITIALLY DEFERRED,
  reverses TEXT REFERENCES savings (id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT, collected_by TEXT, recorded_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL, origin TEXT, machine TEXT NOT NULL, seq INTEGER NOT NULL
) STRICT;
CREATE INDEX savings_member ON savings (member, day, id, kind, amount, reverses);
CREATE INDEX savings_day ON savings (day);
CREATE INDEX savings_sheet ON savings (sheet) WHERE sheet IS NOT NULL;

CREATE TABLE loan_changes (
  id TEXT PRIMARY KEY,
  loan TEXT NOT NULL REFERENCES loans (code) DEFERRABLE INITIALLY DEFERRED,
  day TEXT NOT NULL, kind TEXT NOT NULL, instalment INTEGER, value TEXT,
  reverses TEXT REFERENCES loan_changes (id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT, collected_by TEXT, recorded_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL, origin TEXT, machine TEXT NOT NULL, seq INTEGER NOT NULL
) STRICT;

CREATE TABLE attendance (
  id TEXT PRIMARY KEY,
  group_code TEXT NOT NULL REFERENCES groups (code) DEFERRABLE INITIALLY DEFERRED,
  day TEXT NOT NULL, presence TEXT NOT NULL,
  reverses TEXT REFERENCES attendance (id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT, collected_by TEXT, recorded_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL, origin TEXT, machine TEXT NOT NULL, seq INTEGER NOT NULL
) STRICT;
CREATE INDEX attendance_group ON attendance (group_code, day);

CREATE TABLE visits (
  id TEXT PRIMARY KEY,
  group_code TEXT NOT NULL REFERENCES groups (code) DEFERRABLE INITIALLY DEFERRED,
  day TEXT NOT NULL, kind TEXT NOT NULL, association TEXT, visitor TEXT NOT NULL,
  witness TEXT, reported_on TEXT, lines INTEGER NOT NULL,
  reverses TEXT REFERENCES visits (id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT, collected_by TEXT, recorded_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL, origin TEXT, machine TEXT NOT NULL, seq INTEGER NOT NULL
) STRICT;

CREATE TABLE visit_lines (
  id TEXT PRIMARY KEY,
  visit TEXT NOT NULL REFERENCES visits (id) DEFERRABLE INITIALLY DEFERRED,
  no INTEGER NOT NULL,
  loan TEXT NOT NULL REFERENCES loans (code) DEFERRABLE INITIALLY DEFERRED,
  received INTEGER, balance_seen INTEGER, right_use INTEGER, wrong_use INTEGER,
  unused INTEGER, effect TEXT, interest_seen INTEGER, note TEXT NOT NULL,
  reverses TEXT REFERENCES visit_lines (id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT, collected_by TEXT, recorded_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL, origin TEXT, machine TEXT NOT NULL, seq INTEGER NOT NULL,
  UNIQUE (visit, no)
) STRICT;

CREATE TABLE checks (
  id TEXT PRIMARY KEY,
  group_code TEXT NOT NULL REFERENCES groups (code) DEFERRABLE INITIALLY DEFERRED,
  day TEXT NOT NULL, association TEXT, visitor TEXT NOT NULL, item TEXT NOT NULL,
  answer TEXT NOT NULL, note TEXT NOT NULL,
  reverses TEXT REFERENCES checks (id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT, collected_by TEXT, recorded_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL, origin TEXT, machine TEXT NOT NULL, seq INTEGER NOT NULL
) STRICT;

CREATE INDEX openings_loan ON openings (loan);
CREATE INDEX tranches_loan ON tranches (loan);
CREATE INDEX loan_changes_loan ON loan_changes (loan);
CREATE INDEX visit_lines_loan ON visit_lines (loan);
CREATE INDEX sheets_day ON sheets (day);

-- A fact can be taken back once.
CREATE UNIQUE INDEX versions_reversed_once ON versions (reverses) WHERE reverses IS NOT NULL;
CREATE UNIQUE INDEX openings_reversed_once ON openings (reverses) WHERE reverses IS NOT NULL;
CREATE UNIQUE INDEX tranches_reversed_once ON tranches (reverses) WHERE reverses IS NOT NULL;
CREATE UNIQUE INDEX sheets_reversed_once ON sheets (reverses) WHERE reverses IS NOT NULL;
CREATE UNIQUE INDEX payments_reversed_once ON payments (reverses) WHERE reverses IS NOT NULL;
CREATE UNIQUE INDEX savings_reversed_once ON savings (reverses) WHERE reverses IS NOT NULL;
CREATE UNIQUE INDEX loan_changes_reversed_once ON loan_changes (reverses) WHERE reverses IS NOT NULL;
CREATE UNIQUE INDEX attendance_reversed_once ON attendance (reverses) WHERE reverses IS NOT NULL;
CREATE UNIQUE INDEX visits_reversed_once ON visits (reverses) WHERE reverses IS NOT NULL;
CREATE UNIQUE INDEX visit_lines_reversed_once ON visit_lines (reverses) WHERE reverses IS NOT NULL;
CREATE UNIQUE INDEX checks_reversed_once ON checks (reverses) WHERE reverses IS NOT NULL;

CREATE TRIGGER journal_never_changed BEFORE UPDATE ON journal
BEGIN SELECT RAISE (ABORT, 'rows of journal are only added'); END;
CREATE TRIGGER journal_never_deleted BEFORE DELETE ON journal
BEGIN SELECT RAISE (ABORT, 'rows of journal are only added'); END;
CREATE TRIGGER versions_never_changed BEFORE UPDATE ON versions
BEGIN SELECT RAISE (ABORT, 'rows of versions are only added'); END;
CREATE TRIGGER versions_never_deleted BEFORE DELETE ON versions
BEGIN SELECT RAISE (ABORT, 'rows of versions are only added'); END;
CREATE TRIGGER openings_never_changed BEFORE UPDATE ON openings
BEGIN SELECT RAISE (ABORT, 'rows of openings are only added'); END;
CREATE TRIGGER openings_never_deleted BEFORE DELETE ON openings
BEGIN SELECT RAISE (ABORT, 'rows of openings are only added'); END;
CREATE TRIGGER tranches_never_changed BEFORE UPDATE ON tranches
BEGIN SELECT RAISE (ABORT, 'rows of tranches are only added'); END;
CREATE TRIGGER tranches_never_deleted BEFORE DELETE ON tranches
BEGIN SELECT RAISE (ABORT, 'rows of tranches are only added'); END;
CREATE TRIGGER sheets_never_changed BEFORE UPDATE ON sheets
BEGIN SELECT RAISE (ABORT, 'rows of sheets are only added'); END;
CREATE TRIGGER sheets_never_deleted BEFORE DELETE ON sheets
BEGIN SELECT RAISE (ABORT, 'rows of sheets are only added'); END;
CREATE TRIGGER payments_never_changed BEFORE UPDATE ON payments
BEGIN SELECT RAISE (ABORT, 'rows of payments are only added'); END;
CREATE TRIGGER payments_never_deleted BEFORE DELETE ON payments
BEGIN SELECT RAISE (ABORT, 'rows of payments are only added'); END;
CREATE TRIGGER savings_never_changed BEFORE UPDATE ON savings
BEGIN SELECT RAISE (ABORT, 'rows of savings are only added'); END;
CREATE TRIGGER savings_never_deleted BEFORE DELETE ON savings
BEGIN SELECT RAISE (ABORT, 'rows of savings are only added'); END;
CREATE TRIGGER loan_changes_never_changed BEFORE UPDATE ON loan_changes
BEGIN SELECT RAISE (ABORT, 'rows of loan_changes are only added'); END;
CREATE TRIGGER loan_changes_never_deleted BEFORE DELETE ON loan_changes
BEGIN SELECT RAISE (ABORT, 'rows of loan_changes are only added'); END;
CREATE TRIGGER attendance_never_changed BEFORE UPDATE ON attendance
BEGIN SELECT RAISE (ABORT, 'rows of attendance are only added'); END;
CREATE TRIGGER attendance_never_deleted BEFORE DELETE ON attendance
BEGIN SELECT RAISE (ABORT, 'rows of attendance are only added'); END;
CREATE TRIGGER visits_never_changed BEFORE UPDATE ON visits
BEGIN SELECT RAISE (ABORT, 'rows of visits are only added'); END;
CREATE TRIGGER visits_never_deleted BEFORE DELETE ON visits
BEGIN SELECT RAISE (ABORT, 'rows of visits are only added'); END;
CREATE TRIGGER visit_lines_never_changed BEFORE UPDATE ON visit_lines
BEGIN SELECT RAISE (ABORT, 'rows of visit_lines are only added'); END;
CREATE TRIGGER visit_lines_never_deleted BEFORE DELETE ON visit_lines
BEGIN SELECT RAISE (ABORT, 'rows of visit_lines are only added'); END;
CREATE TRIGGER checks_never_changed BEFORE UPDATE ON checks
BEGIN SELECT RAISE (ABORT, 'rows of checks are only added'); END;
CREATE TRIGGER checks_never_deleted BEFORE DELETE ON checks
BEGIN SELECT RAISE (ABORT, 'rows of checks are only added'); END;
