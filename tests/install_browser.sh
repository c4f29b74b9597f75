#!/bin/sh
# Installs Chromium from the distribution (Debian, Ubuntu), for the tests that need a real browser.
set -eu
run() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
export DEBIAN_FRONTEND=noninteractive
run apt-get update -qq
run apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null 2>&1 \
  || run apt-get install -y -qq --no-install-recommends chromium-browser fonts-dejavu-core >/dev/null
