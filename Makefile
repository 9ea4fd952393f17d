# The commands everyone can rely on. `make` alone lists them.
# Each sets this machine up first; the second time that takes no time.
# Another topic than the one here: make site TOPIC=../my-topic

PYTHON ?= python3
# The folder of a topic: its content/ and mkdocs.yml.
TOPIC ?= .
BIN := .venv/bin
export PATH := $(CURDIR)/$(BIN):$(PATH)
# No dates of today in what is built: the same input gives the same bytes.
export SOURCE_DATE_EPOCH ?= 1767225600
# A notice of the theme about a successor, which is no news for a pinned build.
export NO_MKDOCS_2_WARNING := 1

.PHONY: help site serve new-topic check-topic test test-long check verify bench lock clean

help: ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

site: ## set everything up, then build the website, the engine and the guide into site/
	@$(PYTHON) -m generator.setting_up site
	mkdocs build -f "$(TOPIC)/mkdocs.yml"

serve: ## the same, served with live reload
	@$(PYTHON) -m generator.setting_up site
	mkdocs serve -f "$(TOPIC)/mkdocs.yml"

new-topic: ## start a topic of your own: make new-topic DIR=../my-topic
	@$(PYTHON) -m generator.setting_up site
	python -m generator.new_topic

# What is given on the command line alone: systems set some of these names themselves.
given = $(if $(filter command line,$(origin $1)),$(value $1))
new-topic: export NEW_TOPIC_DIR = $(call given,DIR)
new-topic: export NEW_TOPIC_NAME = $(call given,NAME)
new-topic: export NEW_TOPIC_ABOUT = $(call given,ABOUT)
new-topic: export NEW_TOPIC_REGION = $(call given,REGION)
new-topic: export NEW_TOPIC_PUBLISHER = $(call given,PUBLISHER)
new-topic: export NEW_TOPIC_LANGUAGE = $(call given,LANGUAGE)

check-topic: ## check a topic's rules, prove what they promise, say what is still to be written
	@$(PYTHON) -m generator.setting_up tests
	python -m triage_py lint "$(TOPIC)/content/self-check/protocol.toml"
	python -m triage_py prove "$(TOPIC)/content/self-check/protocol.toml"
	python -m generator.review_dates --content "$(TOPIC)/content"
	python -m generator.unwritten "$(TOPIC)"

# Modules in their order: what takes long comes first, and the small ones at the end fill both workers.
test: ## set everything up and run all tests
	@$(PYTHON) -m generator.setting_up tests
	mkdocs build --quiet
	@for topic in examples/*/; do \
	  mkdocs build --quiet -f $$topic/mkdocs.yml -d "$(CURDIR)/.cache/example-sites/$$(basename $$topic)" || exit 1; \
	done
	EXAMPLE_SITES="$(CURDIR)/.cache/example-sites" pytest --numprocesses auto --dist loadscope --no-loadscope-reorder

check: ## format, lint, types
	@$(PYTHON) -m generator.setting_up tests
	ruff format --check .
	ruff check .
	mypy
	lint-imports
	python -m generator.review_dates
	npx tsc -p tsconfig.json
	npx tsc -p tsconfig.service-worker.json
	npx tsc -p tsconfig.node.json

verify: ## check that every file of site/ is as it was built
	@$(PYTHON) -m generator.setting_up site
	python -m generator.verifying "$(TOPIC)/site"

test-long: ## the random tests, with many more cases than `make test`
	@$(PYTHON) -m generator.setting_up tests
	FUZZ_CASES=100000 pytest tests/unit/triage/test_fuzz.py tests/unit/lint/test_fuzz_linting.py \
		tests/proof/test_promises_of_any_protocol.py tests/proof/test_encoding_is_the_engine.py

bench: ## measure, print a table, write bench/results.json
	@$(PYTHON) -m generator.setting_up tests
	python -m bench

lock: ## take newer versions: writes uv.lock and package-lock.json
	$(PYTHON) -m generator.setting_up.lock

clean: ## remove what was built, not what was set up
	rm -rf "$(TOPIC)/site" "$(TOPIC)/.cache/guide" "$(TOPIC)/.cache/pages" .cache/engine
