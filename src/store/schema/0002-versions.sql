-- A master row's versions are looked up by its kind and key when it changes.
CREATE INDEX versions_key ON versions (entity, key);
