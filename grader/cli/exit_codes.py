"""Exit codes, apart from those that an error carries (see grader.errors)."""

PASSED = 0
NOT_PASSED = 1
INTERNAL = UNGRADED = 3
INTERRUPTED = 130
