-- The run of Redis for which changes were last published: one that starts again may have lost its last seconds.
ALTER TABLE post_event_relay ADD COLUMN redis_run text;
