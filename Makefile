# The one door: `make` shows what there is. Everything runs in .venv/, which is made when needed.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# The theme prints a notice about its successor at every build; ours is in docs/decisions/0002.
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true
# Hundreds of programs are started here: each module is compiled for the first of them, not for each.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help install setup site serve check collect quick test matrix lint types imports bench fuzz catalogues docs docs-site pictures constraints clean

help: ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

# Two stamps, one environment: what a site needs, and on top of it what the tests need.
PROGRAM := pyproject.toml tools/catalogues.py tools/set_up.sh \
  $(wildcard plugins/living_strategy/language/locales/*/LC_MESSAGES/*.po)

install: $(VENV)/.site-ready ## make the environment in .venv/ with what a site needs

setup: $(VENV)/.ready ## the same with what the tests need, too

$(VENV)/.site-ready: constraints-site.txt $(PROGRAM)
	@sh tools/set_up.sh "$(PYTHON)" $(VENV) constraints-site.txt
	@touch $@

$(VENV)/.ready: constraints.txt $(VENV)/.site-ready
	@sh tools/set_up.sh "$(PYTHON)" $(VENV) constraints.txt
	@touch $@

site: install ## build the website into site/
	$(BIN)/mkdocs build

serve: install ## show the website while you write: http://127.0.0.1:8000
	$(BIN)/mkdocs serve

check: install ## check the content
	$(BIN)/living-strategy check

# Statements and branches are counted where a test is about one module. The other tests run real programs and
# browsers, or go through lines that these go through, too: counting would make each take twice as long.
COUNTED := tests/unit tests/architecture $(addprefix tests/golden/test_, edits.py findings.py sentences.py) $(addprefix tests/integration/test_, cli.py frame.py history_log.py kept_history.py lent_reading.py changes.py report.py status_command.py upgrade.py fetching.py upstream.py format.py edit_commands.py from_issue.py upstream_proposal.py collect.py review.py workbook.py form_site.py)
# As many at once as there are processors: two, as the smallest machines of pipelines have, to four.
WORKERS ?= $(shell n=$$(nproc 2>/dev/null || echo 2); [ $$n -le 4 ] || n=4; [ $$n -ge 2 ] || n=2; echo $$n)
PYTEST := $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

collect: install ## fetch what local strategies say about this one, where strategy/local-sites.yml lists any
	$(BIN)/living-strategy collect

quick: setup ## what a change of a rule, a text or the content needs: Python only, in seconds
	$(BIN)/ruff check plugins tools tests benchmarks
	$(BIN)/ruff format --quiet --check plugins tools tests benchmarks
	$(BIN)/living-strategy check
	$(PYTEST) -q tests/architecture tests/golden tests/unit/language tests/unit/rules tests/unit/test_catalogues.py

# Catalogues, contracts between modules and the content are checked by tests.
test: setup lint types browser dictionary validators ## everything that must hold, as CI runs it
	$(PYTEST) -m "not matrix" --cov --cov-report= $(COUNTED)
	$(BIN)/coverage report --omit "*/adapters/*" --fail-under 97
	$(BIN)/coverage report --include "*/adapters/*" --fail-under 90
	$(PYTEST) -m "not matrix" $(COUNTED:%=--ignore=%)

matrix: setup browser dictionary validators ## oldest and newest pip, both hosts, the wheel, and long rounds of tests: as every night
	sh tests/matrix.sh "$(PYTHON)"
	$(PYTEST) -m "matrix or hypothesis" --hypothesis-profile=many

lint: setup
	$(BIN)/ruff check plugins tools tests benchmarks
	$(BIN)/ruff format --check plugins tools tests benchmarks

types: setup
	$(BIN)/mypy

imports: setup
	$(BIN)/lint-imports

# The tests need a real browser. On Debian and Ubuntu it comes from the distribution.
.PHONY: browser
browser:
	@sh tests/install_browser.sh

# The tests check the spelling of all Norwegian texts. The dictionaries come from there, too.
.PHONY: dictionary
dictionary:
	@hunspell -D 2>&1 </dev/null | grep -q nn_NO || sh tests/install_dictionary.sh

# Programs that judge the pages: the Nu HTML checker, html-validate, Lighthouse. Tests only.
.PHONY: validators
validators:
	@sh tests/install_validators.sh

bench: setup ## measure against MkDocs, Material and Hugo (long)
	$(BIN)/python -m benchmarks.run --json benchmark.json
	$(BIN)/python -m benchmarks.history

fuzz: setup ## look for input that breaks the loader, for ten minutes (FUZZ_SECONDS)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "atheris>=2.3"
	$(BIN)/python tests/fuzz/atheris_loading.py

catalogues: setup ## collect new messages into the translation files
	$(BIN)/python tools/catalogues.py update
	$(BIN)/python tools/catalogues.py compile

docs: setup ## write docs/checks/ and docs/reference/ anew from the code
	$(BIN)/python tools/catalogues.py docs
	$(BIN)/python tests/architecture/test_docs.py --update

docs-site: install ## build the documentation of the program into docs-site/
	$(BIN)/mkdocs build --quiet --config-file tools/docs-site.yml

pictures: setup browser ## make the pictures of the guides in strategy/ anew
	$(BIN)/python -m tests.browser.guide_pictures

# pip asks for a package with its extras and refuses a pin without them, so they stay in the files. The file for
# sites is cut out of the whole one, so that an environment can hold both.
COMPILE = $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-strip-extras --no-header --no-annotate \
  --no-emit-index-url --extra site pyproject.toml

constraints: ## compile the files of pinned packages anew from pyproject.toml
	@test -x $(BIN)/uv || { $(PYTHON) -m venv $(VENV) && $(BIN)/python -m pip install --quiet uv; }
	$(COMPILE) --group dev -o constraints.txt
	$(COMPILE) --group editable --constraint constraints.txt -o constraints-site.txt

clean: ## remove everything that was built
	rm -rf $(VENV) docs-site site .living-strategy-* .cache .pytest_cache .mypy_cache .ruff_cache test-artifacts tests/node_modules
