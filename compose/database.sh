#!/bin/sh
# At the first start of a database: a role that owns it and nothing else, and one that sees only how it is.
set -eu
psql --no-psqlrc -v ON_ERROR_STOP=1 -U postgres -v name="$OWNED" \
  -v password="$(cat "/run/secrets/database-$OWNED")" -v exporter="$(cat /run/secrets/database-exporter)" << 'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE CONNECT ON DATABASE :"name" FROM PUBLIC;
CREATE ROLE exporter LOGIN PASSWORD :'exporter' IN ROLE pg_monitor;
SQL
