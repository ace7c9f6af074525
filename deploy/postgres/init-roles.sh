#!/bin/bash
# Run by the PostgreSQL image on an empty volume: roles.sql, with each placeholder ${NAME_password} replaced by the environment's
# NAME_PASSWORD.
set -euo pipefail

script=$(</roles.sql)
for name in $(grep -o '\${[a-z_]*_password}' /roles.sql | sort -u | tr -d '${}'); do
  variable=${name^^}
  password=${!variable:?is not set}
  [[ $password != *\'* ]] || { echo "$variable has a quote in it" >&2; exit 1; }
  # Quoted, as bash else takes "&" for what it replaces.
  script=${script//"\${$name}"/"$password"}
done
psql --no-psqlrc --quiet --single-transaction -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$POSTGRES_DB" <<<"$script"
