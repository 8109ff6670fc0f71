#!/usr/bin/env bash
# True when Node 20 or newer and npm are there.
command -v node >/dev/null && command -v npm >/dev/null && node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)'
