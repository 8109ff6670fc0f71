#!/usr/bin/env bash
# Makes sure the browser tests find a Chromium: an installed one, else apt's, else Playwright's own. Usage: tools/chromium.sh PYTHON
set -euo pipefail
for name in chromium chromium-browser google-chrome google-chrome-stable; do
  command -v "$name" >/dev/null && exit 0
done
[ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ] && exit 0
echo "Chromium wird installiert …"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
install_by_apt() {
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -y -qq chromium fonts-liberation
}
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  install_by_apt >"$log" 2>&1 && exit 0
  tail -n 5 "$log" >&2
fi
export PLAYWRIGHT_NODEJS_PATH="$(command -v node || true)"
"$1" -m playwright install $([ "$(id -u)" = 0 ] && echo --with-deps) chromium
