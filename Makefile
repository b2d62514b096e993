# `make demo` and `make test` each work alone on a fresh clone: they make .venv and install what requirements.lock names.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
PEERS := .venv-peers
SOURCES := briefing tests bench docs

.DEFAULT_GOAL := help
.PHONY: help install demo test test-all check coverage format bench peers quality docs lock clean

help:  ## Show what there is to make
	@sed -n 's/^\([a-z-]*\):.*## /\1: /p' Makefile

install: $(INSTALLED)  ## Make the environment from the lock file

# The stamp holds until the lock or the project's metadata change. hatchling is in the lock, so nothing is fetched without a hash.
$(INSTALLED): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "briefing needs Python 3.11 or newer: make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: $(INSTALLED)  ## Brief the sample articles: pages in the terminal, Markdown in build/demo/
	$(BIN)/briefing brief seeds/*.md --output-dir build/demo --force
	$(BIN)/briefing brief $(wordlist 1,3,$(sort $(wildcard seeds/*.md))) --format terminal

test: $(INSTALLED)  ## Run the tests
	$(BIN)/python -m pytest

# Steps that do not need each other, the quick ones first; the tests are last so that their closing line ends the output.
check: $(INSTALLED)  ## Format, lint, types, layers, docs, tests; changes nothing
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/cog --check README.md
	@$(MAKE) --no-print-directory test

# pyenv's shims are there for versions that are not switched on: only a Python that starts counts.
test-all:  ## Run the tests on each installed Python of 3.11, 3.12 and 3.13
	@set -e; for version in 3.11 3.12 3.13; do \
	  found=; \
	  for python in python$$version "$${PYENV_ROOT:-$$HOME/.pyenv}"/versions/$$version.*/bin/python; do \
	    if "$$python" -c pass 2>/dev/null; then found=$$python; break; fi; \
	  done; \
	  if [ -n "$$found" ]; then \
	    echo "== Python $$version"; $(MAKE) --no-print-directory test PYTHON="$$found" VENV=.venv-$$version; \
	  else echo "== Python $$version is not installed: skipped"; fi; \
	done

coverage: $(INSTALLED)  ## Run the tests and show the lines and branches they miss
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

format: $(INSTALLED)  ## Format the code and mend what the linter can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# What fits weights, and what takes a quarter of an hour, is run on its own.
bench: $(INSTALLED)  ## Measure: speed, start-up, growth, other summarizers where `make peers` has been
	@for script in $(filter-out bench/fit_%.py bench/quality.py bench/sweep.py bench/peers.py,$(wildcard bench/*.py)); do $(BIN)/python "$$script"; done
	@$(if $(wildcard $(PEERS)/.installed),$(PEERS),$(VENV))/bin/python bench/peers.py

peers: $(PEERS)/.installed  ## Install other summarizers apart, measure ours beside them, and keep the table for the README
	$(PEERS)/bin/python bench/peers.py --write

# They are no part of the lock: what they bring along must not reach the environment that is tested.
$(PEERS)/.installed: bench/requirements.txt requirements.lock pyproject.toml
	$(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check -r bench/requirements.txt
	@touch $@

quality: $(INSTALLED)  ## Measure how good it is on the data in ../shared, and keep the scores
	$(BIN)/python bench/quality.py --write

docs: $(INSTALLED)  ## Write the generated parts of the README and the picture of a page
	$(BIN)/cog -r README.md
	$(BIN)/python docs/picture.py

# One file for Python 3.11 to 3.13. No address, path or machine may stand in it.
lock:  ## Resolve requirements.lock again
	$(BIN)/uv pip compile pyproject.toml --universal --fork-strategy fewest --python-version 3.11 --all-extras --group dev --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-header --no-annotate --quiet --output-file requirements.lock

clean:  ## Remove environments, caches and what was built
	rm -rf .venv .venv-3.* build dist .coverage* .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
