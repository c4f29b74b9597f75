#!/bin/sh
# Installs Chromium from the distribution (Debian, Ubuntu), for the tests that need a real browser; and
# where there is one (Debian), the same without its windows, which opens pages with half the work.
set -eu
sudo="sudo"
run() { if [ "$(id -u)" = 0 ]; then "$@"; else $sudo "$@"; fi; }
has() { command -v "$1" >/dev/null 2>&1; }
export DEBIAN_FRONTEND=noninteractive
if ! has chromium && ! has chromium-browser && ! has google-chrome; then
  run apt-get update -qq
  run apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null 2>&1 \
    || run apt-get install -y -qq --no-install-recommends chromium-browser fonts-dejavu-core >/dev/null
fi
if ! has chromium-headless-shell && has apt-cache \
  && apt-cache show chromium-headless-shell >/dev/null 2>&1; then
  # Nobody is asked for a password for what is only quicker.
  sudo="sudo -n"
  run apt-get install -y -qq --no-install-recommends chromium-headless-shell >/dev/null 2>&1 \
    || echo "chromium-headless-shell is not installed; the tests take longer without it" >&2
fi
