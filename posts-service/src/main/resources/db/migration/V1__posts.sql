-- Ids are UUIDv7: the order of ids is the order of time, so no other column has to tell it.
CREATE TABLE post (
  id uuid PRIMARY KEY,
  author_id uuid NOT NULL,
  text text NOT NULL,
  version integer NOT NULL DEFAULT 1
);

-- The newest posts of one author; feeds are merged from it without a look at the table.
CREATE INDEX post_author ON post (author_id, id DESC);

-- user_id follows friend_id; the key is the index for "whom do I follow".
CREATE TABLE friendship (
  user_id uuid NOT NULL,
  friend_id uuid NOT NULL,
  PRIMARY KEY (user_id, friend_id),
  CHECK (user_id <> friend_id)
);

-- The followers of one author, page by page.
CREATE INDEX friendship_follower ON friendship (friend_id, user_id);

-- Every change, written in the transaction that makes it; also what is replayed for a day.
CREATE TABLE post_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  position bigint UNIQUE,
  type text NOT NULL,
  at timestamptz NOT NULL,
  body jsonb NOT NULL,
  request_id text NOT NULL
);

-- What has no place yet: a handful of rows, looked at up to 50 times a second.
CREATE INDEX post_event_unplaced ON post_event (id) WHERE position IS NULL;

-- Each row is written, placed and a day later deleted: what is dead must go soon.
ALTER TABLE post_event SET (
  autovacuum_vacuum_scale_factor = 0.01,
  autovacuum_vacuum_insert_scale_factor = 0.01
);

-- Up to where the log has places, and up to where it is published. One row.
CREATE TABLE post_event_relay (
  placed bigint NOT NULL,
  published bigint NOT NULL
) WITH (fillfactor = 10);

CREATE UNIQUE INDEX post_event_relay_one ON post_event_relay ((true));

INSERT INTO post_event_relay VALUES (0, 0);
