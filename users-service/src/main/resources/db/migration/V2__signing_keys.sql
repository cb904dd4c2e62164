-- The newest key signs, all are published. The key is the whole private JWK (RFC 7517).
create table signing_key (
  kid        text primary key,
  jwk        text not null,
  created_at timestamptz not null default now()
);
