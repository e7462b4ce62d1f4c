"""The tests are tested: right files with one change each, and which of them the checks let pass."""
