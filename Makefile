# make report   the report on data/articles, as report.html
# make test     lint, types, unit tests and the notebooks
# make lab      JupyterLab on the notebooks; with ARTICLES=my-story/articles, on that story
# make picture  the picture of the report in the README, taken anew (needs Chromium)
# make lock     renew requirements.lock and environment.yml from pyproject.toml
UV_VERSION := 0.13.9
PYTHON ?= python3
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif
READY := .venv/.installed

.PHONY: report test lab picture lock clean

report: $(READY)
	@$(BIN)/analysis report

test: $(READY)
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy
	@$(BIN)/python -m pytest -n 2 --dist loadfile

# .jupyter keeps JupyterLab from asking whether it may fetch news; its files are the project's, articles among them
lab: export JUPYTER_CONFIG_PATH := $(CURDIR)/.jupyter
lab: export ANALYSIS_ARTICLES := $(or $(ARTICLES),$(ANALYSIS_ARTICLES))
lab: $(READY)
	@$(BIN)/jupyter lab --ServerApp.root_dir="$(CURDIR)" notebooks/1-corpus.ipynb

picture: $(READY)
	@$(BIN)/python tests/browser/picture.py

# uv installs in seconds; where it cannot be had, plain pip installs the same locked files.
$(READY): requirements.lock pyproject.toml
	@test -d .venv || $(PYTHON) -m venv .venv
	@if $(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION); then \
		$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements.lock && \
		$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --editable .; \
	else \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock && \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .; \
	fi
	@touch $@

lock:
	@test -x $(BIN)/uv || { $(PYTHON) -m venv .venv && $(BIN)/python -m pip install --quiet uv==$(UV_VERSION); }
	$(BIN)/uv pip compile pyproject.toml --extra pdf --extra test --universal --generate-hashes --no-header --quiet --upgrade --output-file requirements.lock

clean:
	rm -rf .venv report.html
