-- When that run was last seen: what it lost it was told shortly before, however long it has been away.
ALTER TABLE post_event_relay ADD COLUMN redis_seen timestamptz;
