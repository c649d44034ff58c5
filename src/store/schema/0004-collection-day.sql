-- The collection day: talks with borrowers and their promises, cash counted, meetings with what
-- they want done, and who stands behind the taking back of money. Facts like all others: rows are
-- only added.

CREATE TABLE contacts (
  id TEXT PRIMARY KEY,
  loan TEXT NOT NULL REFERENCES loans (code) DEFERRABLE INITIALLY DEFERRED,
  day TEXT NOT NULL, how TEXT NOT NULL, talker TEXT, said TEXT NOT NULL,
  promised_amount INTEGER CHECK (promised_amount > 0), promised_by TEXT,
  reverses TEXT REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT, collected_by TEXT, recorded_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL, origin TEXT, machine TEXT NOT NULL, seq INTEGER NOT NULL
) STRICT;

CREATE TABLE cash_counts (
  id TEXT PRIMARY KEY,
  group_code TEXT NOT NULL REFERENCES groups (code) DEFERRABLE INITIALLY DEFERRED,
  session TEXT NOT NULL, expected INTEGER NOT NULL,
  counted INTEGER NOT NULL CHECK (counted >= 0), notes TEXT NOT NULL,
  counted_by TEXT, because TEXT,
  reverses TEXT REFERENCES cash_counts (id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT, collected_by TEXT, recorded_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL, origin TEXT, machine TEXT NOT NULL, seq INTEGER NOT NULL
) STRICT;

CREATE TABLE meetings (
  id TEXT PRIMARY KEY,
  area TEXT NOT NULL REFERENCES places (code) DEFERRABLE INITIALLY DEFERRED,
  day TEXT NOT NULL, session TEXT, chair TEXT NOT NULL, present TEXT NOT NULL,
  minutes TEXT NOT NULL,
  reverses TEXT REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT, collected_by TEXT, recorded_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL, origin TEXT, machine TEXT NOT NULL, seq INTEGER NOT NULL
) STRICT;

CREATE TABLE actions (
  id TEXT PRIMARY KEY,
  area TEXT NOT NULL REFERENCES places (code) DEFERRABLE INITIALLY DEFERRED,
  day TEXT NOT NULL,
  meeting TEXT REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED,
  what TEXT NOT NULL, owner TEXT NOT NULL, due_on TEXT NOT NULL,
  reverses TEXT REFERENCES actions (id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT, collected_by TEXT, recorded_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL, origin TEXT, machine TEXT NOT NULL, seq INTEGER NOT NULL
) STRICT;

CREATE TABLE action_steps (
  id TEXT PRIMARY KEY,
  action TEXT NOT NULL REFERENCES actions (id) DEFERRABLE INITIALLY DEFERRED,
  day TEXT NOT NULL, kind TEXT NOT NULL, result TEXT NOT NULL,
  reverses TEXT REFERENCES action_steps (id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT, collected_by TEXT, recorded_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL, origin TEXT, machine TEXT NOT NULL, seq INTEGER NOT NULL
) STRICT;

-- What is confirmed may be a fact of any kind, so no one table holds it; `check` looks it up.
CREATE TABLE confirmations (
  id TEXT PRIMARY KEY,
  fact TEXT NOT NULL, day TEXT NOT NULL, confirmed_by TEXT NOT NULL,
  reverses TEXT REFERENCES confirmations (id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT, collected_by TEXT, recorded_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL, origin TEXT, machine TEXT NOT NULL, seq INTEGER NOT NULL
) STRICT;

CREATE INDEX contacts_loan ON contacts (loan, day, id);
CREATE INDEX cash_counts_group ON cash_counts (group_code, session);
CREATE INDEX actions_meeting ON actions (meeting) WHERE meeting IS NOT NULL;
CREATE INDEX action_steps_action ON action_steps (action);
CREATE INDEX confirmations_fact ON confirmations (fact);

CREATE UNIQUE INDEX contacts_reversed_once ON contacts (reverses) WHERE reverses IS NOT NULL;
CREATE UNIQUE INDEX cash_counts_reversed_once ON cash_counts (reverses) WHERE reverses IS NOT NULL;
CREATE UNIQUE INDEX meetings_reversed_once ON meetings (reverses) WHERE reverses IS NOT NULL;
CREATE UNIQUE INDEX actions_reversed_once ON actions (reverses) WHERE reverses IS NOT NULL;
CREATE UNIQUE INDEX action_steps_reversed_once ON action_steps (reverses) WHERE reverses IS NOT NULL;
CREATE UNIQUE INDEX confirmations_reversed_once ON confirmations (reverses) WHERE reverses IS NOT NULL;

CREATE TRIGGER contacts_never_changed BEFORE UPDATE ON contacts
BEGIN SELECT RAISE (ABORT, 'rows of contacts are only added'); END;
CREATE TRIGGER contacts_never_deleted BEFORE DELETE ON contacts
BEGIN SELECT RAISE (ABORT, 'rows of contacts are only added'); END;
CREATE TRIGGER cash_counts_never_changed BEFORE UPDATE ON cash_counts
BEGIN SELECT RAISE (ABORT, 'rows of cash_counts are only added'); END;
CREATE TRIGGER cash_counts_never_deleted BEFORE DELETE ON cash_counts
BEGIN SELECT RAISE (ABORT, 'rows of cash_counts are only added'); END;
CREATE TRIGGER meetings_never_changed BEFORE UPDATE ON meetings
BEGIN SELECT RAISE (ABORT, 'rows of meetings are only added'); END;
CREATE TRIGGER meetings_never_deleted BEFORE DELETE ON meetings
BEGIN SELECT RAISE (ABORT, 'rows of meetings are only added'); END;
CREATE TRIGGER actions_never_changed BEFORE UPDATE ON actions
BEGIN SELECT RAISE (ABORT, 'rows of actions are only added'); END;
CREATE TRIGGER actions_never_deleted BEFORE DELETE ON actions
BEGIN SELECT RAISE (ABORT, 'rows of actions are only added'); END;
CREATE TRIGGER action_steps_never_changed BEFORE UPDATE ON action_steps
BEGIN SELECT RAISE (ABORT, 'rows of action_steps are only added'); END;
CREATE TRIGGER action_steps_never_deleted BEFORE DELETE ON action_steps
BEGIN SELECT RAISE (ABORT, 'rows of action_steps are only added'); END;
CREATE TRIGGER confirmations_never_changed BEFORE UPDATE ON confirmations
BEGIN SELECT RAISE (ABORT, 'rows of confirmations are only added'); END;
CREATE TRIGGER confirmations_never_deleted BEFORE DELETE ON confirmations
BEGIN SELECT RAISE (ABORT, 'rows of confirmations are only added'); END;
