-- A key is published before it signs and after it has ceased to: whoever verifies has it in time, and
-- tokens end before it does.
alter table signing_key
  add column signs_from timestamptz not null default now(),
  add column retires_at timestamptz;

update signing_key set signs_from = created_at;
