-- A login, and what can prolong it. An access token names its session as sid.
create table session (
  id         uuid primary key,
  user_id    uuid not null references account (id) on delete cascade,
  salt       bytea not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);

create index session_of_user on session (user_id, created_at);
create index session_expiry on session (expires_at);

-- Refresh tokens by their SHA-256, numbered from 1 in each session: the last one is good, each
-- other one is spent. Spent ones stay for a while, since using one again gives a thief away.
create table refresh_token (
  hash       bytea primary key,
  session_id uuid not null references session (id) on delete cascade,
  number     integer not null,
  spent_at   timestamptz,
  unique (session_id, number)
);

-- Sessions that were ended while access tokens of theirs may still be good, until they are not.
-- Readers ask for what came since a transaction: numbers of rows would be given before the commit.
create table revocation (
  session_id uuid primary key,
  until      timestamptz not null,
  xid        xid8 not null default pg_current_xact_id()
);

create index revocation_order on revocation (xid);
create index revocation_end on revocation (until);
