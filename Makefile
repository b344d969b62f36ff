# Keyhouse: everything a newcomer needs. Only Python 3.11 or later and make must be there.
PYTHON ?= python3
BIN := .venv/bin
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run test fix check spec map bench pictures release

help:  ## what can I do here
	@grep -hE '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):[^#]*## (.*)/  make \1\t\2/' | expand -t 18

run:  ## fresh clone -> the product with the demo cast, at http://127.0.0.1:8000 (PORT=… for another port)
	@$(PYTHON) scripts/environment.py run
	@$(BIN)/keyhouse demo $(if $(PORT),--port $(PORT))

test:  ## fresh clone -> all tests passed, on SQLite and on PostgreSQL (T=… for some of them)
	@$(PYTHON) scripts/environment.py test
	@$(BIN)/python scripts/suite.py $(T)

fix:  ## format and mend all that can be mended
	@$(PYTHON) scripts/environment.py check
	@$(BIN)/ruff check --quiet --fix-only .
	@$(BIN)/ruff format .
	@$(BIN)/python scripts/write_docs.py

check:  ## make test and the static steps, each named
	@$(PYTHON) scripts/environment.py check
	@$(BIN)/python scripts/check.py

spec:  ## the tests as sentences
	@$(PYTHON) scripts/spec.py

map:  ## the tree with its sentences (ACTION=… for one action)
	@$(PYTHON) scripts/map.py $(ACTION)

bench:  ## hot paths and main pages, against the last release
	@$(PYTHON) scripts/environment.py test
	@$(BIN)/python -m tests.bench

pictures:  ## take the pictures of the guide anew, of the demo
	@$(PYTHON) scripts/environment.py test
	@$(BIN)/python scripts/pictures.py

release:  ## changelog, version, tag, wheel (VERSION=…)
	@$(PYTHON) scripts/environment.py check
	@$(BIN)/python scripts/release.py $(VERSION)
