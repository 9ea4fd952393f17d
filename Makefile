# The commands everyone can rely on. `make` alone lists them.
# Each sets this machine up first; the second time that takes no time.

PYTHON ?= python3
BIN := .venv/bin
export PATH := $(CURDIR)/$(BIN):$(PATH)
# No dates of today in what is built: the same input gives the same bytes.
export SOURCE_DATE_EPOCH ?= 1767225600
# A notice of the theme about a successor, which is no news for a pinned build.
export NO_MKDOCS_2_WARNING := 1

.PHONY: help site serve test test-long check verify bench lock clean

help: ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 16

site: ## set everything up, then build the website, the engine and the guide into site/
	@$(PYTHON) -m generator.setting_up site
	mkdocs build

serve: ## the same, served with live reload
	@$(PYTHON) -m generator.setting_up site
	mkdocs serve

test: ## set everything up and run all tests
	@$(PYTHON) -m generator.setting_up tests
	mkdocs build --quiet
	pytest

check: ## format, lint, types
	@$(PYTHON) -m generator.setting_up tests
	ruff format --check .
	ruff check .
	mypy
	lint-imports
	python -m generator.review_dates
	npx tsc -p tsconfig.json
	npx tsc -p tsconfig.service-worker.json

verify: ## check that every file of site/ is as it was built
	@$(PYTHON) -m generator.setting_up site
	python -m generator.verifying site

test-long: ## the same tests with 100,000 random cases where `make test` has 2,000
	@$(PYTHON) -m generator.setting_up tests
	FUZZ_CASES=100000 pytest tests/unit/triage/test_fuzz.py

bench: ## measure, print a table, write bench/results.json
	@$(PYTHON) -m generator.setting_up tests
	python -m bench

lock: ## take newer versions: writes uv.lock and package-lock.json
	$(PYTHON) -m generator.setting_up.lock

clean: ## remove what was built, not what was set up
	rm -rf site .cache/engine .cache/guide
