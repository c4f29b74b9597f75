#!/bin/sh
# Installs the programs that judge the published pages, if they are missing: Java from the
# distribution (Debian, Ubuntu), Node from its Python package, because many distributions have one
# that is too old, and the rest at the versions and hashes of tests/package-lock.json.
set -eu
cd "$(dirname "$0")"
run() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
export DEBIAN_FRONTEND=noninteractive
if ! command -v java >/dev/null 2>&1; then
  run apt-get update -qq
  run apt-get install -y -qq --no-install-recommends default-jre-headless >/dev/null
fi
PATH="$(pwd)/../.venv/bin:$PATH"
export PATH
new_enough() {
  command -v npm >/dev/null 2>&1 \
    && node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)'
}
if ! new_enough 2>/dev/null; then
  python -m pip install --quiet --disable-pip-version-check --require-hashes -r node.txt
fi
# npm notes what it has installed; nothing is to do when that is newer than what is asked for.
if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
  # The packages bring all they need; what they would download after installation is not used.
  PUPPETEER_SKIP_DOWNLOAD=1 npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
fi
