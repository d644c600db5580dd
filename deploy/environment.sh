#!/bin/sh
# Make .venv, or bring it to what a lock file says:  environment.sh PYTHON LOCK
set -eu
python=$1
lock=$2

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || {
    echo "confapp needs Python 3.11 or newer; \"$python\" is none. Name one: make run PYTHON=/path/to/python3" >&2
    exit 1
}
if [ ! -x .venv/bin/python ]; then
    echo "confapp: making the environment in .venv" >&2
    "$python" -m venv .venv || {
        echo "Python's venv module is missing (Debian: apt-get install python3-venv)" >&2
        exit 1
    }
fi
echo "confapp: installing what $lock names; the first time takes a minute" >&2
.venv/bin/python -m pip --disable-pip-version-check install --quiet --require-hashes --requirement "$lock"
.venv/bin/python -m pip --disable-pip-version-check install --quiet --no-deps --editable .
