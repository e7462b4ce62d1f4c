# make demo: files of all exercises, a notebook, and a class, graded.
# make check: what one runs all day: lint, types, layers, and the tests that are quick and need
# neither TensorFlow nor a sandbox.  make test: the tests of every room and of every exercise.
# make thorough: those that train networks for real, or ask the whole course for what the others ask
# a part of it: before a release, and after a change that one of them is about.
# make verify: the course checks itself, with two keys; make verify FORM=--quick: with one. CI runs
# this and the tests.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SUBMISSIONS := tests/submissions

.PHONY: demo check lint test thorough verify messages map benchmark clean

demo: $(VENV)/installed
	@echo "== exercise 1: a right file =="
	@$(BIN)/grader check ex1 $(SUBMISSIONS)/ex1_right.py
	@echo "== a wrong one =="
	@$(BIN)/grader check ex1 $(SUBMISSIONS)/ex1_wrong.py; test $$? -eq 1
	@echo "== a notebook =="
	@$(BIN)/grader check ex1 $(SUBMISSIONS)/ex1_notebook.ipynb; test $$? -eq 1
	@echo "== the stub, not yet filled in =="
	@$(BIN)/grader check ex1 $(SUBMISSIONS)/ex1_stub.py; test $$? -eq 1
	@echo "== exercise 2, a training loop by hand: a right file, and a wrong one =="
	@$(BIN)/grader check ex2 $(SUBMISSIONS)/ex2_right.py
	@$(BIN)/grader check ex2 $(SUBMISSIONS)/ex2_wrong.py; test $$? -eq 1
	@echo "== exercise 3, a Keras network: a right file, and a wrong one =="
	@$(BIN)/grader check ex3 $(SUBMISSIONS)/ex3_right.py
	@$(BIN)/grader check ex3 $(SUBMISSIONS)/ex3_wrong.py; test $$? -eq 1
	@echo "== exercise 4, linear regression in NumPy: a right file, and a wrong one =="
	@$(BIN)/grader check ex4 $(SUBMISSIONS)/ex4_right.py
	@$(BIN)/grader check ex4 $(SUBMISSIONS)/ex4_wrong.py; test $$? -eq 1
	@echo "== a class: exercise 1 by thirteen students; what judy handed in, a person has to decide =="
	@$(BIN)/grader batch ex1 $(SUBMISSIONS)/class --roster $(SUBMISSIONS)/class.csv \
	    --key $(SUBMISSIONS)/class.key --trust-submissions -o build/class; test $$? -eq 3

check: lint
	$(BIN)/pytest -n 2 -m "not slow and not isolation and not tensorflow"

test: lint
	$(BIN)/pytest -n 3 -m "not thorough"
	@echo "The course itself is verified by make verify, which CI runs beside these tests."
	@echo "make thorough runs those that take longest."

thorough: $(VENV)/installed-test
	$(BIN)/pytest -n 3 -m thorough

lint: $(VENV)/installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/grader lint

verify: $(VENV)/installed-test
	$(BIN)/grader verify $(FORM)

# The templates of all messages for translators; fails when a catalogue lacks one of them.
messages: $(VENV)/installed-test
	$(BIN)/python tests/support/catalogues.py

# The picture of the path, of what the exercises say comes before them.
map: $(VENV)/installed-test
	$(BIN)/python tests/support/path_map.py

benchmark: $(VENV)/installed-test
	$(BIN)/python tests/benchmarks/check.py $(PARTS)
	$(BIN)/python tests/benchmarks/isolation.py
	$(BIN)/python tests/benchmarks/watch.py
	$(BIN)/python tests/benchmarks/batch.py
	$(BIN)/python tests/benchmarks/copies.py

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
