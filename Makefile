# Two commands do everything on a machine with Python 3.11 or newer, make and git:
#   make demo    set up, read the sample reports, print the transfers, serve the desk (SERVE=0: end after reading)
#   make test    set up, lint, types, import contracts, tests
PYTHON ?= python3
SERVE ?= 1
VENV := .venv
BIN := $(VENV)/bin
RUN := $(VENV)/.installed-run
DEV := $(VENV)/.installed-dev
DEMO := demo/demo.db

.DEFAULT_GOAL := help
.PHONY: help demo test lint types contracts tests check screenshots bench lock clean

help: ## say what each command does
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Tallybook needs Python 3.11 or newer; set PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# Versions and hashes are pinned; the project itself is linked, so that changes show at once.
$(RUN): requirements/run.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(DEV): requirements/dev.txt $(RUN)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

demo: $(RUN) ## set up, read the samples, print the transfers, serve the desk
	@mkdir -p $(dir $(DEMO))
	@$(BIN)/tallybook demo --register $(DEMO) $(if $(filter 0,$(SERVE)),--no-serve)

test: $(DEV) lint types contracts tests ## lint, types, import contracts and tests

check: test

lint: $(DEV)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(DEV)
	@$(BIN)/mypy

contracts: $(DEV)
	@$(BIN)/lint-imports

tests: $(DEV)
	@$(BIN)/pytest -n 2

screenshots: $(DEV) ## pictures of every page, wide and narrow, in screenshots/
	@$(BIN)/python -m tests.web.screenshots

lock: ## pin dependencies anew (needs uv)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --no-emit-index-url pyproject.toml requirements/build.in -o requirements/run.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --no-emit-index-url -c requirements/run.txt --group dev -o requirements/dev.txt

clean: ## remove what was set up and made
	rm -rf $(VENV) demo screenshots .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
