#!/bin/sh
# Installs Norwegian dictionaries from the distribution (Debian, Ubuntu), for the spelling tests.
set -eu
run() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
export DEBIAN_FRONTEND=noninteractive
run apt-get update -qq
run apt-get install -y -qq --no-install-recommends hunspell hunspell-no >/dev/null
