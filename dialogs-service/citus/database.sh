#!/bin/sh
# At the first start of a node: the database, the role that owns it, and Citus in it.
set -eu
psql --no-psqlrc -v ON_ERROR_STOP=1 -U postgres -v password="$(cat /run/secrets/database-dialogs)" << 'SQL'
SET citus.enable_create_role_propagation TO off;
CREATE ROLE dialogs LOGIN PASSWORD :'password';
CREATE DATABASE dialogs OWNER dialogs;
REVOKE CONNECT ON DATABASE dialogs FROM PUBLIC;
\connect dialogs
CREATE EXTENSION citus;
SQL
