# make demo: three files of exercise 1, graded.  make test: all that CI runs.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SUBMISSIONS := tests/submissions

.PHONY: demo test benchmark clean

demo: $(VENV)/installed
	@echo "== a right file =="
	@$(BIN)/grader check ex1 $(SUBMISSIONS)/ex1_right.py
	@echo "== a wrong one =="
	@$(BIN)/grader check ex1 $(SUBMISSIONS)/ex1_wrong.py; test $$? -eq 1
	@echo "== the stub, not yet filled in =="
	@$(BIN)/grader check ex1 $(SUBMISSIONS)/ex1_stub.py; test $$? -eq 1

test: $(VENV)/installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/pytest

benchmark: $(VENV)/installed-test
	$(BIN)/python tests/benchmarks/check_ex1.py
	$(BIN)/python tests/benchmarks/isolation.py

# The stamps are newer than pyproject.toml once it is installed, so nothing is installed twice.
$(VENV)/installed: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/installed-test: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	touch $(VENV)/installed $@

clean:
	rm -rf $(VENV)
