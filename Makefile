# `make demo` and `make test` each work alone on a machine with nothing but Python 3.11 and its pip.

PYTHON ?= $(firstword $(foreach p,python3.11 python3 python3.12 python3.13 python3.14, \
  $(shell $(p) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(p))))
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable
DEMO_PAGE ?= corpus/anchor-local-paper/harbour-soldiers-return/page.html

.PHONY: demo test test-engines golden fit benchmark quality clean

demo: .venv/.core
	$(BIN)/newsclean extract --with-metadata --with-chrome $(DEMO_PAGE)

test: .venv/.dev
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto

# Spark (which needs Java 17), Ray, datatrove, Scrapy and Hugging Face datasets: large, and started for real.
test-engines: .venv/.engines
	$(BIN)/python -m pytest tests/engines

golden: .venv/.dev
	$(BIN)/python -m tests.golden

fit: .venv/.fit
	$(BIN)/python -m newsclean.fitting $(DATA)
	$(BIN)/python -m newsclean.fitting $(DATA) --text

benchmark: .venv/.benchmark
	$(BIN)/python -m tests.benchmarks

quality: .venv/.fit .venv/.benchmark
	$(BIN)/python -m tests.benchmarks.quality $(DATA)

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	$(if $(PYTHON),,$(error newsclean needs Python 3.11 or newer: make PYTHON=/path/to/python3.11))
	$(PYTHON) -m venv .venv

.venv/.core: pyproject.toml | $(BIN)/python
	$(INSTALL) .
	touch $@

.venv/.dev .venv/.fit: .venv/.%: pyproject.toml | $(BIN)/python
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
