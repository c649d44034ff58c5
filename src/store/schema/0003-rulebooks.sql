-- A book's own rulebooks: the whole text of each, as it came. A newer one from the same day takes
-- the earlier one's place by taking it back; rows are only added.
CREATE TABLE rulebooks (
  id TEXT PRIMARY KEY,
  effective_from TEXT NOT NULL, content TEXT NOT NULL,
  reverses TEXT REFERENCES rulebooks (id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT, collected_by TEXT, recorded_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL, origin TEXT, machine TEXT NOT NULL, seq INTEGER NOT NULL
) STRICT;
CREATE INDEX rulebooks_day ON rulebooks (effective_from);
CREATE UNIQUE INDEX rulebooks_reversed_once ON rulebooks (reverses) WHERE reverses IS NOT NULL;
CREATE TRIGGER rulebooks_never_changed BEFORE UPDATE ON rulebooks
BEGIN SELECT RAISE (ABORT, 'rows of rulebooks are only added'); END;
CREATE TRIGGER rulebooks_never_deleted BEFORE DELETE ON rulebooks
BEGIN SELECT RAISE (ABORT, 'rows of rulebooks are only added'); END;
