"""What a report's parts say, as lines in the reader's language."""

from grader.report import CheckResult, Problem
from grader.text import Words


def said(check: CheckResult, words: Words) -> str:
    """What is wrong in a check: a line for the message and one for each detail, or empty."""
    return "\n".join(map(words, check.said))


def about_the_file(problem: Problem, words: Words) -> str:
    """What is wrong with the file as a whole, and where."""
    if not problem.line:
        return words("{file}: {problem}", file=problem.where, problem=problem.message)
    return words(
        "{file}, line {line}: {problem}",
        file=problem.where,
        line=problem.line,
        problem=problem.message,
    )
