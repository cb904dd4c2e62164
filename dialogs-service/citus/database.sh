#!/bin/sh
# At the first start of a node: the database, the role that owns it, one that sees only how it is, and Citus.
set -eu
psql --no-psqlrc -v ON_ERROR_STOP=1 -U postgres \
  -v password="$(cat /run/secrets/database-dialogs)" -v exporter="$(cat /run/secrets/database-exporter)" << 'SQL'
SET citus.enable_create_role_propagation TO off;
CREATE ROLE dialogs LOGIN PASSWORD :'password';
CREATE DATABASE dialogs OWNER dialogs;
REVOKE CONNECT ON DATABASE dialogs FROM PUBLIC;
CREATE ROLE exporter LOGIN PASSWORD :'exporter' IN ROLE pg_monitor;
\connect dialogs
CREATE EXTENSION citus;
SQL
