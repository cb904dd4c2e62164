-- Plain tables on PostgreSQL. Where the database has Citus they are spread: everything of one dialog on one shard,
-- everybody's list of dialogs on a shard of their own.
--
-- Citus distributes several tables in one transaction only one after the other; PostgreSQL takes the setting and
-- does nothing with it. Foreign keys come last: between tables already spread.

SET LOCAL citus.multi_shard_modify_mode TO 'sequential';

-- dialog_id = md5(user_lo || ':' || user_hi)::uuid
CREATE TABLE dialog (
  dialog_id uuid PRIMARY KEY,
  user_lo uuid NOT NULL,
  user_hi uuid NOT NULL,
  last_seq bigint NOT NULL,
  last_at timestamptz NOT NULL,
  CHECK (user_lo < user_hi)
) WITH (fillfactor = 70); -- updated with every message: room for the next version on the same page

-- Places are taken from dialog.last_seq, so they have no gaps; the primary key is the index of every list.
CREATE TABLE message (
  dialog_id uuid NOT NULL,
  seq bigint NOT NULL,
  id uuid NOT NULL,
  from_id uuid NOT NULL,
  text text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (dialog_id, seq),
  UNIQUE (dialog_id, id)
);

-- count = how many messages of the other one have a place after read_seq
CREATE TABLE unread (
  dialog_id uuid NOT NULL,
  user_id uuid NOT NULL,
  read_seq bigint NOT NULL DEFAULT 0,
  count bigint NOT NULL DEFAULT 0 CHECK (count >= 0),
  PRIMARY KEY (dialog_id, user_id)
) WITH (fillfactor = 70);

-- Written once, with the first message of a dialog.
CREATE TABLE user_dialog (
  user_id uuid NOT NULL,
  dialog_id uuid NOT NULL,
  other_id uuid NOT NULL,
  PRIMARY KEY (user_id, dialog_id)
);

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
    PERFORM create_distributed_table('dialog', 'dialog_id', colocate_with => 'none');
    PERFORM create_distributed_table('message', 'dialog_id', colocate_with => 'dialog');
    PERFORM create_distributed_table('unread', 'dialog_id', colocate_with => 'dialog');
    PERFORM create_distributed_table('user_dialog', 'user_id', colocate_with => 'none');
  END IF;
END
$$;

ALTER TABLE message ADD FOREIGN KEY (dialog_id) REFERENCES dialog;
ALTER TABLE unread ADD FOREIGN KEY (dialog_id) REFERENCES dialog;
