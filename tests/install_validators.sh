#!/bin/sh
# Installs the programs that judge the published pages: Java and Node from the distribution (Debian,
# Ubuntu) if they are missing, the rest at the versions and hashes of tests/package-lock.json.
set -eu
cd "$(dirname "$0")"
run() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
export DEBIAN_FRONTEND=noninteractive
missing=""
command -v java >/dev/null 2>&1 || missing="default-jre-headless"
{ command -v node && command -v npm; } >/dev/null 2>&1 || missing="$missing nodejs npm"
if [ -n "$missing" ]; then
  run apt-get update -qq
  # shellcheck disable=SC2086 # names of packages, one word each
  run apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi
# npm notes what it has installed; nothing is to do when that is newer than what is asked for.
if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
  # The packages bring all they need; what they would download after installation is not used.
  PUPPETEER_SKIP_DOWNLOAD=1 npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
fi
