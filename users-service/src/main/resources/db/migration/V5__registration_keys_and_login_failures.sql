-- What a client has registered under a key of its own, so that it may send the same again.
create table registration_key (
  key        text primary key,
  account_id uuid not null references account (id) on delete cascade,
  created_at timestamptz not null default now()
);

create index registration_key_age on registration_key (created_at);

-- Wrong passwords in a row: each one after a few makes the next try wait longer.
create table login_failure (
  account_id uuid primary key references account (id) on delete cascade,
  failures   integer not null,
  last_at    timestamptz not null
);

create index login_failure_age on login_failure (last_at);
