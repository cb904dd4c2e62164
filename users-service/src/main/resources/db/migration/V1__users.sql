-- How names are compared: in small letters of every alphabet, whatever the locale of the database.
create function name_key(name text) returns text
  language sql immutable strict parallel safe
  return lower(name collate "und-x-icu");

create table account (
  id          uuid primary key,
  first_name  text not null,
  second_name text not null,
  birthdate   date,
  biography   text,
  city        text,
  password    text not null,
  -- "C" compares bytes: the order in which everything with one beginning stands together
  first_key   text collate "C" not null generated always as (name_key(first_name)) stored,
  second_key  text collate "C" not null generated always as (name_key(second_name)) stored
);

-- For search: all who share both initials, in the order of the answer, each with what decides
-- whether they belong to it. AccountSearch says why.
create index account_initials on account (
  left(first_key, 1), left(second_key, 1), id, first_key, second_key
);
