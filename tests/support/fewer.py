"""A key with fewer cases, for what is about where a file is graded, and not about its values."""

import msgspec

from grader.course import AnswerKey, KeyCheck


def every_fourth(key: AnswerKey) -> AnswerKey:
    """Of the cases of each check, small ones and large ones; no mistake is named by them."""
    checks = {
        name: KeyCheck(check.cases[::4], check.expected[::4]) for name, check in key.checks.items()
    }
    return msgspec.structs.replace(key, checks=checks, mistakes=[], changes=[])
