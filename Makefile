# `make demo` and `make test` each work alone on a machine with nothing but Python 3.11 and its pip.

PYTHON ?= $(firstword $(foreach p,python3.11 python3 python3.12 python3.13 python3.14, \
  $(shell $(p) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(p))))
VENV ?= .venv
BIN := $(VENV)/bin
VERSIONS ?= 3.11 3.12 3.13 3.14
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable
COMPILE := --universal --python-version 3.11 --no-header --no-annotate --quiet
DEMO_PAGE ?= corpus/anchor-local-paper/harbour-soldiers-return/page.html

.PHONY: demo test test-versions test-engines test-lowest golden docs fit benchmark benchmark-mojibake docs-mojibake quality fuzz lock audit clean

demo: $(VENV)/.core
	$(BIN)/newsclean extract --with-metadata --with-chrome $(DEMO_PAGE)

test: $(VENV)/.dev
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto

# The tests on each Python of this machine that the package is for, in environments of their own.
test-versions:
	@for v in $(VERSIONS); do if python$$v -V >/dev/null 2>&1; then \
	  $(MAKE) test PYTHON=python$$v VENV=.venv-$$v || exit 1; else echo "python$$v is not here: not tested"; fi; done

# Spark (which needs Java 17), Ray, datatrove, Scrapy and Hugging Face datasets: large, and started for real. PAGES=5000:
# on so many pages, and the whole corpus of tests/make_corpus.py through the command.
test-engines: $(VENV)/.engines
	$(BIN)/python -m pytest tests/engines tests/corpora/test_whole_corpus.py

# The oldest versions that pyproject.toml allows, in an environment of their own.
test-lowest: .ci/lowest.lock
	$(PYTHON) -m venv .venv-lowest
	.venv-lowest/bin/python -m pip install --quiet --editable ".[dev]" --constraint .ci/lowest.lock
	.venv-lowest/bin/python -m pytest -n auto

golden: $(VENV)/.dev
	$(BIN)/python -m tests.golden

# The site, into site/; a broken link or docstring is an error.
docs: $(VENV)/.docs
	$(BIN)/python -m tests.model_reference
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --config-file .mkdocs.yml

fit: $(VENV)/.fit
	$(BIN)/python -m newsclean.fitting $(DATA)
	$(BIN)/python -m newsclean.fitting $(DATA) --text

# Against the peers; with DATA=folder of pages with gold their quality too. `python -m tests.benchmarks`: growth.
benchmark: $(VENV)/.benchmark
	$(BIN)/python -m tests.benchmarks.speed $(DATA)

quality: $(VENV)/.fit $(VENV)/.benchmark
	$(BIN)/python -m tests.benchmarks.quality $(DATA)

fuzz: $(VENV)/.dev
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
benchmark-mojibake: $(VENV)/.benchmark $(VENV)/.dev
	$(BIN)/python -m tests.benchmarks.mojibake $(DIR)

docs-mojibake: $(VENV)/.dev
	$(BIN)/python -m tests.mojibake_table

clean:
	rm -rf .venv .venv-* build dist site .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	$(if $(PYTHON),,$(error newsclean needs Python 3.11 or newer: make PYTHON=/path/to/python3.11))
	$(PYTHON) -m venv $(VENV)

$(VENV)/.core: pyproject.toml | $(BIN)/python
	$(INSTALL) .
	touch $@

$(VENV)/.dev: pyproject.toml .ci/dev.lock | $(BIN)/python
	$(INSTALL) ".[dev]" --constraint .ci/dev.lock
	touch $@

$(VENV)/.docs $(VENV)/.fit: $(VENV)/.%: pyproject.toml | $(BIN)/python
	$(INSTALL) ".[$*]"
	touch $@

$(VENV)/.engines: pyproject.toml $(VENV)/.dev
	$(INSTALL) ".[dev,engines]"
	touch $@

# The pip of Python 3.11 crashes where two packages ask for lxml[html_clean], as trafilatura and readability-lxml do.
$(VENV)/.benchmark: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=24"
	$(INSTALL) ".[benchmark]"
	touch $@
