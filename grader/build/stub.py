"""From the reference solution to the stub that a student starts from."""

import re

from grader.errors import AuthorError
from grader.judge import NOT_IMPLEMENTED

_BLOCK = re.compile(
    r"^(?P<indent>[ \t]*)# BEGIN SOLUTION[ \t]*\n(?P<body>.*?)^(?P=indent)# END SOLUTION[ \t]*\n",
    re.MULTILINE | re.DOTALL,
)
_DEFINITION = re.compile(r"^([ \t]*)(async[ \t]+def|def|class)[ \t]+(\w+)", re.MULTILINE)


def stub(source: str, name: str) -> str:
    """The source with every solution block replaced by a NotImplementedError.

    Raises AuthorError for a marker without its partner, or a block outside of a function.
    """

    def placeholder(match: re.Match[str]) -> str:
        function = _function(source[: match.start()], match["indent"])
        if not function:
            line = source.count("\n", 0, match.start()) + 1
            raise AuthorError(
                "{name}, line {line}: BEGIN SOLUTION stands outside of a function",
                name=name,
                line=line,
            )
        sentence = NOT_IMPLEMENTED.format(function=function)
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


def _function(before: str, indent: str) -> str:
    """The function in which a line of this indent stands, a method with its class; or nothing."""
    around: list[tuple[str, str]] = []
    for inner, kind, name in reversed(_DEFINITION.findall(before)):
        if len(inner) < len(indent):
            indent = inner
            around.append((kind, name))
    if not around or around[0][0] == "class":
        return ""
    names = [name for _, name in around[:1]] + [n for kind, n in around[1:2] if kind == "class"]
    return ".".join(reversed(names))
