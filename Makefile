# Two commands do everything on a bare Debian machine with Python >= 3.11, python3-venv and make:
#   make run    install what is pinned into .venv and start the demo
#   make test   install what the tests need too, and run every test that this machine can run (.ci/run installs the rest)
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: setup setup-dev run test lint security types compiled bench lock clean

setup: $(VENV)/.runtime
setup-dev: $(VENV)/.dev

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11 setup" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements/runtime.txt pyproject.toml hatch_build.py $(wildcard recognizers/*_native.[ch]) | $(VENV)/bin/python
	$(BIN)/pip install --disable-pip-version-check --quiet --progress-bar off --require-hashes -r requirements/runtime.txt
	$(BIN)/pip install --disable-pip-version-check --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.runtime
	$(BIN)/pip install --disable-pip-version-check --quiet --progress-bar off --require-hashes -r requirements/dev.txt
	@touch $@

run: setup
	$(BIN)/ecluse demo

test: setup-dev
	$(BIN)/python -m pytest

lint: setup-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

# B704 is left to ruff (S704), where each exception states its reason.
security: setup-dev
	$(BIN)/bandit --quiet --recursive --skip B704 --severity-level medium --confidence-level medium gateway recognizers

types: setup-dev
	$(BIN)/mypy

# A wheel with all recognizers compiled: the same findings in less time. Needs gcc and Python's headers.
compiled: setup-dev
	ECLUSE_COMPILED=1 $(BIN)/pip wheel --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir dist .

bench: setup-dev
	$(BIN)/python -m benchmarks

# Pins every dependency with its hashes and no index address. Needs uv (pip install uv).
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --quiet \
	  pyproject.toml requirements/build.in --extra presidio --extra gateway --extra documents --extra names --extra postgresql --extra arc \
	  -o requirements/runtime.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --quiet \
	  --group dev --extra audit pyproject.toml -c requirements/runtime.txt --extra presidio --extra gateway --extra documents --extra names --extra postgresql --extra arc \
	  -o requirements/dev.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --quiet \
	  requirements/build.in requirements/compile.in -c requirements/dev.txt -o requirements/compile.txt

clean:
	rm -rf recognizers/glance_native*.so gateway/octets/native*.so $(VENV) var dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
