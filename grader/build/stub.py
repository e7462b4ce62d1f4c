"""From the reference solution to the stub that a student starts from."""

import ast
import re
from dataclasses import dataclass

from grader.course import parse
from grader.errors import AuthorError
from grader.judge import NOT_IMPLEMENTED
from grader.text import Message

_MARK = re.compile(r"^([ \t]*)# (BEGIN|END) SOLUTION[ \t]*$")


@dataclass(frozen=True)
class Block:
    """A solution: the lines of its two marks, their indent, and the function that it is in."""

    begin: int
    end: int
    indent: str
    function: str


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


def blocks(source: str) -> tuple[list[Block], list[tuple[int, Message]]]:
    """The solutions of a source, and what is wrong with its marks, by line.

    Raises SyntaxError for what is not Python.
    """
    tree = parse(source)
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
            block = Block(begun[0], number, begun[1], _function(tree, begun[0]))
            said = _wrong(block, mark[1], tree)
            found, faults = [*found, block], [*faults, *([(block.begin, said)] if said else [])]
            begun = None
    if begun is not None:
        faults.append((begun[0], _alone("# BEGIN SOLUTION", "# END SOLUTION")))
    if not found and not faults:
        faults.append((1, Message("no # BEGIN SOLUTION ... # END SOLUTION block to take out")))
    return found, faults


def _alone(mark: str, partner: str) -> Message:
    return Message("{mark} has no {partner}", mark=mark, partner=partner)


def _wrong(block: Block, indent: str, tree: ast.Module) -> Message | None:
    """What is wrong with a block whose second mark has this indent."""
    if not block.function:
        return Message("# BEGIN SOLUTION stands outside of a function")
    if indent != block.indent:
        return Message("# BEGIN SOLUTION and # END SOLUTION do not have the same indent")
    within = _around(tree, block.begin)
    inside = {*ast.walk(within)} if within else set()
    if any(
        block.begin < node.lineno < block.end and node not in inside
        for node in ast.walk(tree)
        if isinstance(node, ast.stmt)
    ):
        return Message("the solution goes beyond its function; is an # END SOLUTION missing?")
    return None


def _around(tree: ast.Module, line: int) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
    """The innermost function around a line."""
    functions = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.lineno < line <= (node.end_lineno or 0)
    ]
    return max(functions, key=lambda node: node.lineno, default=None)


def _function(tree: ast.Module, line: int) -> str:
    """The function in which a line stands, a method with its class; or nothing."""
    function = _around(tree, line)
    if function is None:
        return ""
    owners = (n for n in ast.walk(tree) if isinstance(n, ast.ClassDef) and function in n.body)
    return ".".join(node.name for node in (*owners, function))
