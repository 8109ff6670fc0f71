#!/usr/bin/env bash
# True when Java 17 or newer is there (the Nu HTML checker needs it).
version=$(java -version 2>&1 | sed -nE '1s/.*"([0-9]+).*/\1/p')
[ -n "$version" ] && [ "$version" -ge 17 ]
