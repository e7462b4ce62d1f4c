"""From the reference solution to the stub that a student starts from."""

import ast
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from grader.errors import AuthorError
from grader.report import NOT_IMPLEMENTED
from grader.text import Message, parse

_MARK = re.compile(r"^([ \t]*)# (BEGIN|END) SOLUTION[ \t]*$")


@dataclass(frozen=True)
class Block:
    """A solution: the lines of its two marks, their indent, and the function that it is in."""

    begin: int
    end: int
    indent: str
    function: str


@dataclass(frozen=True)
class _Function:
    """A function, or a method with its class; its lines, and where the next statement begins."""

    name: str
    first: int
    last: int
    follows: float


def stub(source: str, name: str) -> str:
    """The source with every solution block replaced by a NotImplementedError.

    Raises AuthorError for a marker without its partner, a block outside of a function, or one that
    goes beyond its function.
    """
    try:
        found, faults = blocks(source)
    except SyntaxError as error:
        raise AuthorError(
            "{name}, line {line}: it is not Python: {error}",
            name=name,
            line=error.lineno or 0,
            error=error.msg,
        ) from None
    if faults:
        said = [
            Message("{name}, line {line}: {fault}", name=name, line=line, fault=fault)
            for line, fault in faults
        ]
        raise AuthorError(*said)
    lines = source.split("\n")
    for block in reversed(found):
        sentence = NOT_IMPLEMENTED.format(function=block.function)
        placeholder = f'{block.indent}raise NotImplementedError("{sentence}")'
        lines[block.begin - 1 : block.end] = [placeholder]
    return "\n".join(lines)


@lru_cache(maxsize=16)
def blocks(source: str) -> tuple[Sequence[Block], Sequence[tuple[int, Message]]]:
    """The solutions of a source, and what is wrong with its marks, by line.

    Raises SyntaxError for what is not Python.
    """
    functions = [*_functions(parse(source))]
    found: list[Block] = []
    faults: list[tuple[int, Message]] = []
    begun: tuple[int, str] | None = None
    for number, line in enumerate(source.split("\n"), 1):
        mark = _MARK.match(line.rstrip("\r"))
        if mark is None:
            if re.search(r"# (BEGIN|END) SOLUTION\b", line):
                faults.append((number, Message("a mark stands alone in its line")))
            continue
        if mark[2] == "BEGIN":
            if begun is not None:
                faults.append((begun[0], _alone("# BEGIN SOLUTION", "# END SOLUTION")))
            begun = number, mark[1]
        elif begun is None:
            faults.append((number, _alone("# END SOLUTION", "# BEGIN SOLUTION")))
        else:
            block, said = _block(begun, (number, mark[1]), functions)
            found, faults = [*found, block], [*faults, *([(block.begin, said)] if said else [])]
            begun = None
    if begun is not None:
        faults.append((begun[0], _alone("# BEGIN SOLUTION", "# END SOLUTION")))
    if not found and not faults:
        faults.append((1, Message("no # BEGIN SOLUTION ... # END SOLUTION block to take out")))
    return found, faults


def _alone(mark: str, partner: str) -> Message:
    return Message("{mark} has no {partner}", mark=mark, partner=partner)


def _block(
    begin: tuple[int, str], end: tuple[int, str], functions: Sequence[_Function]
) -> tuple[Block, Message | None]:
    """The block between two marks, each a line and an indent; and what is wrong with it."""
    line = begin[0]
    around = [each for each in functions if each.first < line <= each.last]
    within = max(around, key=lambda each: each.first, default=None)
    block = Block(line, end[0], begin[1], within.name if within else "")
    if within is None:
        return block, Message("# BEGIN SOLUTION stands outside of a function")
    if end[1] != begin[1]:
        said = "# BEGIN SOLUTION and # END SOLUTION do not have the same indent"
        return block, Message(said)
    if end[0] > within.follows:
        said = "the solution goes beyond its function; is an # END SOLUTION missing?"
        return block, Message(said)
    return block, None


def _functions(node: ast.AST, owner: str = "", follows: float = math.inf) -> Iterator[_Function]:
    """All functions within a node, behind which a statement begins in the line `follows`."""
    kinds = (ast.stmt, ast.excepthandler, ast.match_case)
    inner = [each for each in ast.iter_child_nodes(node) if isinstance(each, kinds)]
    for each, after in zip_longest(inner, inner[1:]):
        end = getattr(after, "lineno", follows)
        if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef):
            yield _Function(owner + each.name, each.lineno, each.end_lineno or 0, end)
        name = f"{each.name}." if isinstance(each, ast.ClassDef) else ""
        yield from _functions(each, name, end)
