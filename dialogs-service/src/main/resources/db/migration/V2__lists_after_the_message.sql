-- Lists are kept elsewhere than dialogs, so they are written after the message is safe; until then the dialog
-- remembers that it is in no list. Dialogs that are there already are in the lists of both.

SET LOCAL citus.multi_shard_modify_mode TO 'sequential';

ALTER TABLE dialog ADD COLUMN listed boolean NOT NULL DEFAULT true;

ALTER TABLE dialog ALTER COLUMN listed SET DEFAULT false;

CREATE INDEX ON dialog (last_at) WHERE NOT listed;
