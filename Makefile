# `make demo` and `make test` each work alone on a machine with nothing but Python 3.11 and its pip.

PYTHON ?= $(firstword $(foreach p,python3.11 python3 python3.12 python3.13 python3.14, \
  $(shell $(p) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(p))))
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable
COMPILE := --universal --python-version 3.11 --no-header --no-annotate --quiet
DEMO_PAGE ?= corpus/anchor-local-paper/harbour-soldiers-return/page.html

.PHONY: demo test test-engines test-lowest golden docs fit benchmark benchmark-mojibake docs-mojibake quality fuzz lock audit clean

demo: .venv/.core
	$(BIN)/newsclean extract --with-metadata --with-chrome $(DEMO_PAGE)

test: .venv/.dev
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto

# Spark (which needs Java 17), Ray, datatrove, Scrapy and Hugging Face datasets: large, and started for real.
test-engines: .venv/.engines
	$(BIN)/python -m pytest tests/engines

# The oldest versions that pyproject.toml allows, in an environment of their own.
test-lowest: .ci/lowest.lock
	$(PYTHON) -m venv .venv-lowest
	.venv-lowest/bin/python -m pip install --quiet --editable ".[dev]" --constraint .ci/lowest.lock
	.venv-lowest/bin/python -m pytest -n auto

golden: .venv/.dev
	$(BIN)/python -m tests.golden

# The site, into site/; a broken link or docstring is an error.
docs: .venv/.docs
	$(BIN)/python -m tests.model_reference
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --config-file .mkdocs.yml

fit: .venv/.fit
	$(BIN)/python -m newsclean.fitting $(DATA)
	$(BIN)/python -m newsclean.fitting $(DATA) --text

# Against the peers; with DATA=folder of pages with gold their quality too. `python -m tests.benchmarks`: growth.
benchmark: .venv/.benchmark
	$(BIN)/python -m tests.benchmarks.speed $(DATA)

quality: .venv/.fit .venv/.benchmark
	$(BIN)/python -m tests.benchmarks.quality $(DATA)

fuzz: .venv/.dev
	$(BIN)/python -m pip install --quiet "atheris>=2.3"
	$(BIN)/python -m tests.fuzz $(TARGET)

# What `make test` installs, and the oldest that the core may meet; by uv, in an environment of its own.
lock:
	$(PYTHON) -m venv .venv-lock && .venv-lock/bin/python -m pip install --quiet uv
	.venv-lock/bin/uv pip compile --upgrade $(COMPILE) --extra dev -o .ci/dev.lock pyproject.toml
	.venv-lock/bin/uv pip compile --upgrade $(COMPILE) --resolution lowest-direct -o .ci/lowest.lock pyproject.toml
	rm -rf .venv-lock

audit: | $(BIN)/python
	$(BIN)/python -m pip install --quiet pip-audit
	$(BIN)/python -m pip_audit --requirement .ci/dev.lock --no-deps

# DIR: a folder of pages, .html or .html.gz, whose every change is listed.
benchmark-mojibake: .venv/.benchmark .venv/.dev
	$(BIN)/python -m tests.benchmarks.mojibake $(DIR)

docs-mojibake: .venv/.dev
	$(BIN)/python -m tests.mojibake_table

clean:
	rm -rf .venv .venv-lowest .venv-lock build dist site .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	$(if $(PYTHON),,$(error newsclean needs Python 3.11 or newer: make PYTHON=/path/to/python3.11))
	$(PYTHON) -m venv .venv

.venv/.core: pyproject.toml | $(BIN)/python
	$(INSTALL) .
	touch $@

.venv/.dev: pyproject.toml .ci/dev.lock | $(BIN)/python
	$(INSTALL) ".[dev]" --constraint .ci/dev.lock
	touch $@

.venv/.docs .venv/.fit: .venv/.%: pyproject.toml | $(BIN)/python
	$(INSTALL) ".[$*]"
	touch $@

.venv/.engines: pyproject.toml .venv/.dev
	$(INSTALL) ".[dev,engines]"
	touch $@

# The pip of Python 3.11 crashes where two packages ask for lxml[html_clean], as trafilatura and readability-lxml do.
.venv/.benchmark: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=24"
	$(INSTALL) ".[benchmark]"
	touch $@
