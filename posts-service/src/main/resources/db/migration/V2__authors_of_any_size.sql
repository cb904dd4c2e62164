-- Who did it: the author of a post, or who follows somebody from now on or no more.
ALTER TABLE post_event ADD COLUMN actor_id uuid;

UPDATE post_event SET actor_id = coalesce(body ->> 'author_user_id', body ->> 'user_id')::uuid;

ALTER TABLE post_event ALTER COLUMN actor_id SET NOT NULL;

-- What somebody did after a position: replayed to those who were away. An event gets in with
-- its position, so that its insert does not pay for it.
CREATE INDEX post_event_actor ON post_event (actor_id, position) WHERE position IS NOT NULL;

-- Authors with so many followers that their posts are not written into each feed; those who
-- were that once stay, as feeds from that time lack their posts.
CREATE TABLE large_author (
  author_id uuid PRIMARY KEY,
  large boolean NOT NULL,
  generation bigint NOT NULL
);

-- Counts the changes of large_author: what was read under an older number is out of date. One row.
CREATE TABLE large_author_generation (
  generation bigint NOT NULL
);

CREATE UNIQUE INDEX large_author_generation_one ON large_author_generation ((true));

INSERT INTO large_author_generation VALUES (1);
