# Demarche: what a person does here. `make` alone lists it.
.DEFAULT_GOAL := help
SHELL := bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
TYPED := transforms warehouse expectations dags demarche.py
SOURCE ?=
DATE ?=
PUBLISHED ?=
export SOURCE DATE PUBLISHED
# The outside documents stand beside the project, not in it; without them our own are scored.
OUTSIDE = $(wildcard ../shared/gold/dev.gold.jsonl ../shared/gold/dev-rec.gold.jsonl)
GOLD ?= $(or $(OUTSIDE),seeds/golden/own.gold.jsonl)

ANNOTATED = $(sort $(wildcard ../shared/gold/*.gold.jsonl)) seeds/golden/own.gold.jsonl

READABLE = $(filter-out ../shared/gold/dev.% ../shared/gold/dev-rec.%,$(ANNOTATED))

.PHONY: help setup setup-full nightly docs evaluate cross-validate errors plover background bench bench-pages bench-copies bench-warehouse airflow test test-full lint format types check readme figures golden golden-gate mutants calibrate lock clean

help: ## list what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20
	@echo "  Example: make nightly SOURCE=articles/ DATE=2019-01-31 PUBLISHED=2019-01-31"

setup: $(STAMP) ## make .venv from requirements.lock (costs nothing when current)

nightly: $(STAMP) ## run one night: SOURCE=path-or-url DATE=night PUBLISHED=day, all optional
	@$(BIN)/demarche nightly $${SOURCE:+--source "$$SOURCE"} $${DATE:+--date "$$DATE"} $${PUBLISHED:+--published "$$PUBLISHED"}

evaluate: $(STAMP) ## score the extractor: GOLD="a.gold.jsonl b.gold.jsonl" (default: ../shared/gold, else our own)
	@$(BIN)/demarche evaluate $(GOLD)

cross-validate: $(STAMP) ## score all annotated documents: seen, left out of five folds, never read; with intervals
	@$(BIN)/demarche evaluate $(ANNOTATED) --folds 5

errors: $(STAMP) ## count the kinds of error on the annotated documents that may be read
	@$(BIN)/demarche evaluate $(READABLE) --by error

plover: $(STAMP) ## PLOVER's gold standard through the crosswalk, by category (needs ../shared)
	@$(BIN)/python -m tests.golden.plover

background: $(STAMP) ## list the events found in news of other subjects (needs ../shared)
	@$(BIN)/python -m tests.golden.background

bench: $(STAMP) ## time extraction beside spaCy's whole pipeline on the same texts (needs ../shared)
	@$(BIN)/python -m tests.bench.speed

bench-pages: $(STAMP) ## read real pages beside trafilatura's defaults and resiliparse (needs ../shared)
	@$(BIN)/python -m tests.bench.pages

bench-copies: $(STAMP) ## time the search for copies over 25,000 to 200,000 generated texts; what it finds of edits
	@$(BIN)/python -m tests.bench.copies

bench-warehouse: $(STAMP) ## time load, validation, publication and questions on 5 million generated events (EVENTS=20000)
	@$(BIN)/python -m tests.bench.warehouse $(EVENTS)

mutants: $(STAMP) ## damage a candidate, then the meaning of what is extracted, in 240 ways; list what no check sees (SEED=n)
	@$(BIN)/python -m tests.mutants.structural $(SEED)
	@$(BIN)/python -m tests.mutants.meaning

airflow: $(STAMP) ## start scheduler, DAG processor and web interface on 127.0.0.1 (UNPAUSE=1: begin nightly runs)
	@$(BIN)/demarche airflow $(if $(UNPAUSE),--unpause)

test: $(STAMP) ## every test that needs nothing but Python, but the slow ones
	@$(BIN)/pytest -n 2 --dist loadfile -m "not slow"

test-full: $(STAMP) ## every test, the slow ones too (browser tests need make setup-full)
	@$(BIN)/pytest -n 2 --dist loadfile

setup-full: $(STAMP) ## add what the fuller tests need from apt: Chromium
	@command -v chromium >/dev/null || { $(AS_ROOT) apt-get update -q && $(AS_ROOT) apt-get install -qy --no-install-recommends chromium; }

AS_ROOT = $(if $(filter 0,$(shell id -u)),,sudo)

lint: $(STAMP) ## ruff, its formatter and sqlfluff
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/sqlfluff lint --processes 1 $(SQL)

# Statements of warehouse/loading, and of exports/ where a table's name is filled in, are templates, which no linter parses.
SQL = $(shell git ls-files '*.sql' ':!warehouse/loading' ':!warehouse/exports/delta.sql' ':!warehouse/exports/months')

format: $(STAMP) ## put the code into the formatter's form
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

types: $(STAMP) ## mypy --strict
	@$(BIN)/mypy --strict $(TYPED)

check: lint types test ## lint, types and test

readme: $(STAMP) ## write the rows of the README's first query anew
	@$(BIN)/python -m tests.end_to_end.readme

docs: $(STAMP) ## write warehouse/DICTIONARY.md and warehouse/ONTOLOGY.md anew
	@$(BIN)/python -m warehouse.dictionary
	@$(BIN)/python -m warehouse.ontology

figures: $(STAMP) ## write the figures of README.md and METHOD.md anew (needs ../shared)
	@$(BIN)/python -m tests.golden.figures

golden: $(STAMP) ## accept what the extractor says of our own documents and what of it is right; read the diff
	@$(BIN)/python -m tests.golden.snapshot
	@$(BIN)/demarche evaluate seeds/golden/*.gold.jsonl --against seeds/golden/baseline.csv --accept

golden-gate: $(STAMP) ## fail where the extractor is worse on our own documents than when last accepted
	@$(BIN)/demarche evaluate seeds/golden/*.gold.jsonl --against seeds/golden/baseline.csv

calibrate: $(STAMP) ## learn the confidence of claims anew, print how it comes true (needs ../shared)
	@$(BIN)/python -m tests.golden.calibrate

lock: ## compile requirements.lock from the ranges in pyproject.toml (UPGRADE=--upgrade for newer pins)
	@$(BIN)/uv pip compile $(UPGRADE) --quiet --universal --python-version 3.11 --group dev --generate-hashes \
		--no-emit-index-url --custom-compile-command "make lock" pyproject.toml --output-file requirements.lock

clean: ## remove .venv and caches; data/ stays
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis demarche.egg-info

$(STAMP): requirements.lock pyproject.toml
	@./.ci/bootstrap "$(PYTHON)" "$(VENV)"
	@touch $@
