# Every command of the project. `make help` lists them.
SHELL := /bin/bash
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
SCREENS := out/screens
RUN_STAMP := $(VENV)/.run-ready
DEV_STAMP := $(VENV)/.dev-ready

.DEFAULT_GOAL := help
.PHONY: help run test setup setup-dev check screens bench soak lock clean

help: ## List the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: setup ## Set up what is missing and open the demonstration nagari
	@$(BIN)/nagari-kit demo --out out/demo

test: setup-dev ## Set up what is missing and run the tests, hub on PostgreSQL included
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest

setup: $(RUN_STAMP) ## Make .venv with the program (quick when nothing changed)

setup-dev: $(DEV_STAMP) ## The same with the tools that check and test

$(RUN_STAMP): requirements/run.txt pyproject.toml tools/prepare_machine.sh
	@bash tools/prepare_machine.sh run
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(DEV_STAMP): $(RUN_STAMP) requirements/dev.txt
	@bash tools/prepare_machine.sh dev
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

check: setup-dev ## Format, lint, types, import contract, size limits, coverage of named files
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q tests/architecture
	@mkdir -p out
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q tests/unit tests/golden tests/integration \
		--cov --cov-branch --cov-report= --cov-report=json:out/coverage.json
	@$(BIN)/python tools/check_coverage.py out/coverage.json

screens: setup-dev ## Render every screen (full, compact, dark) to out/screens
	@QT_QPA_PLATFORM=offscreen $(BIN)/python tools/render_screens.py --out $(SCREENS)

bench: setup-dev ## Measure against the limits, as ratios within one run
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m benchmarks

soak: setup-dev ## The long tests: 300 kills while letters are being issued
	@NAGARI_SOAK=1 QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest tests/e2e/test_power_cut.py -s

lock: setup-dev ## Resolve the versions anew and write requirements/*.txt
	@uv pip compile -q --upgrade --no-strip-extras pyproject.toml --extra hub --extra build --universal --python-version 3.11 --generate-hashes --no-header -o requirements/run.txt
	@uv pip compile -q --upgrade --no-strip-extras pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-header -o requirements/dev.txt

clean: ## Remove what the commands made
	@rm -rf $(VENV) out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
