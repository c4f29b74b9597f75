#!/bin/sh
# Makes a virtual environment and installs into it the pinned packages of a file, then this folder:
#
#     sh tools/set_up.sh PYTHON FOLDER REQUIREMENTS
#
# What is there already stays. When it cannot be done, the last line says in a sentence what to do.
set -eu
python=$1 folder=$2 requirements=$3
needed="3.11"

stop() {
  printf '\n%s\n' "$1" >&2
  exit 1
}

new_enough() {
  "$1" -c 'import sys
wanted = tuple(int(part) for part in sys.argv[1].split("."))
sys.exit(sys.version_info[:2] < wanted)' "$needed" >/dev/null 2>&1
}

# A newer Python often stands beside the one that is called python3.
way_out="install Python $needed or later (https://www.python.org/downloads/), then run make again."
for minor in 11 12 13 14 15; do
  if new_enough "python3.$minor"; then
    way_out="python3.$minor is here: run make site PYTHON=python3.$minor"
  fi
done

command -v "$python" >/dev/null 2>&1 || stop "There is no program called $python: $way_out"
new_enough "$python" || stop "$("$python" --version 2>&1) is too old, $needed or later is needed: $way_out"

# Debian and Ubuntu keep what makes a virtual environment in a package of its own.
"$python" -c 'import ensurepip, venv' >/dev/null 2>&1 || stop "This Python cannot make virtual environments:\
 on Debian and Ubuntu run sudo apt install python3-venv, elsewhere install Python with pip and venv; then run make again."

printf 'Installing the packages of %s into %s/ ...\n' "$requirements" "$folder"
"$python" -m venv "$folder"
said="$folder/pip-said.txt"
out_of_reach='NewConnectionError|Failed to establish a new connection|name resolution|getaddrinfo failed'
out_of_reach="$out_of_reach|Name or service not known|NameResolutionError|Network is unreachable|timed out"
out_of_reach="$out_of_reach|Connection refused|Connection reset|Connection aborted|ProxyError|SSLError|Could not connect"

install() {
  failed=0
  "$folder/bin/python" -m pip install --quiet --disable-pip-version-check "$@" 2>"$said" || failed=1
  cat "$said" >&2
  [ "$failed" = 0 ] && return
  if grep -qiE "$out_of_reach" "$said"; then
    stop "The packages cannot be fetched: check that this machine is on the network; behind a proxy set\
 HTTPS_PROXY, and with a package index of your own PIP_INDEX_URL; then run make again."
  fi
  stop "pip could not install the packages of $requirements, and says why above."
}

install --require-hashes -r "$requirements"
# The build backend is among the pinned packages, so nothing unpinned is fetched to build this folder.
install --no-deps --no-build-isolation -e .
rm -f "$said"
