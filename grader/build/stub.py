"""From the reference solution to the stub that a student starts from."""

import re

from grader.errors import AuthorError
from grader.judge import NOT_IMPLEMENTED

_BLOCK = re.compile(
    r"^(?P<indent>[ \t]*)# BEGIN SOLUTION[ \t]*\n(?P<body>.*?)^(?P=indent)# END SOLUTION[ \t]*\n",
    re.MULTILINE | re.DOTALL,
)
_DEFINITION = re.compile(r"^\s*(?:async\s+)?def\s+(\w+)", re.MULTILINE)


def stub(source: str, name: str) -> str:
    """The source with every solution block replaced by a NotImplementedError.

    Raises AuthorError for a marker without its partner, or a block outside of a function.
    """

    def placeholder(match: re.Match[str]) -> str:
        functions = _DEFINITION.findall(source[: match.start()])
        if not functions or not match["indent"]:
            line = source.count("\n", 0, match.start()) + 1
            raise AuthorError(
                "{name}, line {line}: BEGIN SOLUTION stands outside of a function",
                name=name,
                line=line,
            )
        sentence = NOT_IMPLEMENTED.format(function=functions[-1])
        return f'{match["indent"]}raise NotImplementedError("{sentence}")\n'

    result = _BLOCK.sub(placeholder, source)
    if left := re.search(r"# (BEGIN|END) SOLUTION", result):
        line = result.count("\n", 0, left.start()) + 1
        raise AuthorError(
            "{name}: {left} has no partner with the same indent (near line {line})",
            name=name,
            left=left[0],
            line=line,
        )
    if result == source:
        raise AuthorError(
            "{name}: no # BEGIN SOLUTION ... # END SOLUTION block to take out", name=name
        )
    return result
