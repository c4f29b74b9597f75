#!/bin/sh
# Installs the pinned packages as they are on the index today, with each pip that we promise:
#
#     sh tests/matrix.sh PYTHON
#
# The oldest pip of Ubuntu 22.04 and Debian 12, one of those that refuse a pin without its extras, and
# the newest. The environments are made in a temporary folder, and the site is built in each.
set -eu
cd "$(dirname "$0")/.."
python=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 130' INT TERM

# pip runs on Python 3.12 and later from 23.1.2 on.
oldest="pip==22.3"
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 12))' && oldest=""

for pip in $oldest "pip==23.2" "pip"; do
  venv="$folder/$(printf %s "$pip" | tr -d =)"
  printf '%s, %s\n' "$("$python" --version)" "$pip"
  "$python" -m venv "$venv"
  install() { "$venv/bin/python" -m pip install --quiet --disable-pip-version-check "$@"; }
  install --upgrade "$pip"
  install --require-hashes -r constraints-site.txt
  install --no-deps --no-build-isolation -e .
  "$venv/bin/mkdocs" build --quiet --site-dir "$folder/site"
  install --require-hashes -r constraints.txt
  "$venv/bin/python" -m pip check
  rm -rf "$venv" "$folder/site"
done
