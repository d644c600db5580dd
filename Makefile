# `make` lists what there is. Everything happens in .venv; nothing outside this folder is touched.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --require-hashes
# Files of tests are shared out among the processors; a session's costs come once for each.
PYTEST := $(BIN)/pytest --numprocesses=auto --maxprocesses=4 --dist=loadfile
SOURCES := $(shell find confapp/frontend -type f -not -path '*/node_modules/*' 2>/dev/null)
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard confapp/translations/*/LC_MESSAGES/*.po))

.DEFAULT_GOAL := help
.PHONY: help run test journeys test-sqlite test-postgresql lint fix messages bench screenshots lock wheel

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 18

run: .venv/.ready .venv/.bundle $(CATALOGUES) ## set up, load the demonstration if there is nothing yet, serve on PORT (8000)
	@exec $(BIN)/confapp start --port $(PORT)

test: test-sqlite test-postgresql ## the whole suite on SQLite, then on PostgreSQL where its programs are here

test-sqlite: .venv/.ready-dev .venv/.bundle $(CATALOGUES)
	$(PYTEST)

test-postgresql: .venv/.ready-dev .venv/.bundle $(CATALOGUES)
	@if [ -n "$$CI" ] || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null; \
	then $(PYTEST) --database=postgresql; \
	else echo "PostgreSQL is not on this machine; its half of the suite was left out (Debian: apt-get install postgresql)"; fi

lint: .venv/.ready-dev ## every check that needs no test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint templates --lint --quiet
	$(BIN)/codespell

fix: .venv/.ready-dev ## let the checkers mend what they can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

messages: .venv/.ready-dev ## take what is said anew into the catalogues of confapp/translations
	@mkdir -p build
	$(BIN)/pybabel --quiet extract --mapping-file confapp/translations/babel.cfg --keywords _l --no-location --sort-output \
		--output-file build/messages.pot .
	$(BIN)/pybabel --quiet update --input-file build/messages.pot --output-dir confapp/translations \
		--no-wrap --ignore-obsolete --no-fuzzy-matching --ignore-pot-creation-date

journeys: .venv/.ready-dev .venv/.bundle $(CATALOGUES) ## walk every page, and the journeys in a browser (Debian: apt-get install chromium)
	$(BIN)/pytest tests/journeys tests/site/test_every_page.py

bench: .venv/.ready-dev .venv/.bundle $(CATALOGUES) ## measure the public pages beside a bare Flask "hello"
	$(BIN)/python -m tests.benchmarks

screenshots: .venv/.ready-dev .venv/.bundle $(CATALOGUES) ## one picture per page and width, into screenshots/
	$(BIN)/python -m tests.journeys.screenshots

wheel: .venv/.ready-dev .venv/.bundle $(CATALOGUES) ## build the wheel into dist/
	$(BIN)/python -m build --wheel --quiet

lock: .venv/.ready-dev ## renew both lock files from pyproject.toml
	deploy/lock.sh $(BIN)/uv

.venv/.ready: requirements.lock pyproject.toml
	@deploy/environment.sh "$(PYTHON)" requirements.lock
	@touch $@

.venv/.ready-dev: requirements-dev.lock .venv/.ready
	@deploy/environment.sh "$(PYTHON)" requirements-dev.lock
	@touch $@

.venv/.bundle: .venv/.ready $(SOURCES)
	@deploy/bundle.sh
	@touch $@

%.mo: %.po .venv/.ready
	@$(BIN)/pybabel --quiet compile --input-file $< --output-file $@
