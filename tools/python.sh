#!/usr/bin/env bash
# Makes the virtual environment with the newest Python from 3.11 on. Usage: tools/python.sh FOLDER
set -euo pipefail
for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
  if command -v "$candidate" >/dev/null && "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    found=$candidate
    break
  fi
done
if [ -z "${found:-}" ]; then
  echo "Fundstelle braucht Python 3.11 oder neuer. Debian/Ubuntu: apt install python3; macOS: brew install python" >&2
  exit 1
fi
if ! "$found" -c 'import ensurepip' 2>/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq && apt-get install -y -qq "$(basename "$(readlink -f "$(command -v "$found")")")-venv" >/dev/null
fi
if ! "$found" -c 'import ensurepip' 2>/dev/null; then
  echo "Zu Python fehlt das Modul venv. Debian/Ubuntu: sudo apt install python3-venv" >&2
  exit 1
fi
"$found" -m venv "$1"
