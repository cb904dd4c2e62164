-- What a client may send again, not knowing whether it arrived: its name for it, for a day.
-- The text is there as its SHA-256, as the post may have another one by then.
CREATE TABLE post_key (
  author_id uuid NOT NULL,
  key text NOT NULL,
  post_id uuid NOT NULL,
  text_hash bytea NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (author_id, key)
);

-- The oldest leave first.
CREATE INDEX post_key_at ON post_key (at);
