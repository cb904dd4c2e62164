#!/bin/sh
# At the first start of a database: a role that owns it and nothing else.
set -eu
psql --no-psqlrc -v ON_ERROR_STOP=1 -U postgres -v name="$OWNED" -v password="$(cat "/run/secrets/database-$OWNED")" << 'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE CONNECT ON DATABASE :"name" FROM PUBLIC;
SQL
