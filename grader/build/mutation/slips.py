"""Slips of more than one place: what people do to a function, and one changed symbol does not give.

Each is the whole file with one function written anew, and words that complete "a right solution".
"""

import ast
import copy
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise

from grader.build.mutation.scope import Scope
from grader.build.mutation.source import libraries
from grader.build.mutation.worded import INSTEAD, LEFT_OUT, OPERATIONS, SIGNS
from grader.build.stand_ins import needed
from grader.text import Message, parse

Function = ast.FunctionDef
Test = Callable[[ast.AST], ast.AST | None]
"""What is to stand in the place of a node; None where it stays."""


@dataclass(frozen=True)
class Slip:
    """A changed file; `functions` are those graded ones that show it."""

    words: Message
    functions: tuple[str, ...]
    kind: str
    source: str


@dataclass(frozen=True)
class Given:
    """The parameters that have a row for each sample, and those that are numbers."""

    rows: tuple[str, ...]
    numbers: tuple[str, ...]


@dataclass(frozen=True)
class Around:
    """What is known around a function; `numpy` is the name by which it knows NumPy."""

    scope: Scope
    given: Given
    numpy: str


Kind = Callable[[Function, Around], Iterator[tuple[Message, Function]]]

SLIPS: dict[str, Kind] = {}
"""By their names; in this order they are plain to a student."""


def slip(function: Kind) -> Kind:
    """Add the decorated generator to the kinds of slips."""
    SLIPS[function.__name__] = function
    return function


def slips(tree: ast.Module, given: Mapping[str, Given]) -> Iterator[Slip]:
    """All slips in the functions of a file that a graded one needs; `given` has what these get."""
    known, graded = libraries(tree), list(given)
    needs = {name: {id(node) for node in needed(tree.body, name)} for name in graded}
    for place, node in enumerate(tree.body):
        if not isinstance(node, Function):
            continue
        users = (node.name,) if node.name in graded else tuple(
            name for name, those in needs.items() if id(node) in those
        )  # fmt: skip
        if not users:
            continue
        scope = Scope((tree, node), set(known.values()), set(graded))
        around = Around(scope, given.get(node.name, Given((), ())), known.get("numpy", ""))
        seen = {ast.dump(node)}
        for kind, make in SLIPS.items():
            for words, made in make(node, around):
                if ast.dump(made) in seen:
                    continue
                seen.add(ast.dump(made))
                body = [*tree.body[:place], made, *tree.body[place + 1 :]]
                module = ast.fix_missing_locations(ast.Module(body, type_ignores=[]))
                yield Slip(words, users, kind, ast.unparse(module))


class _Rewriting(ast.NodeTransformer):
    """Puts in the place of each node, from inside to outside, what the test gives for it."""

    def __init__(self, test: Test, only: int | None = None):
        self.test, self.only, self.found = test, only, 0

    def visit(self, node: ast.AST) -> ast.AST:
        if isinstance(node, ast.arguments):
            return node
        node = self.generic_visit(node)
        if (new := self.test(node)) is None:
            return node
        self.found += 1
        return new if self.only in (None, self.found - 1) else node


def everywhere(node: Function, test: Test) -> tuple[Function, int]:
    """The function with each node replaced for which the test gives one, and how many these are."""
    rewriting = _Rewriting(test)
    made = rewriting.visit(copy.deepcopy(node))
    assert isinstance(made, Function)
    return made, rewriting.found


def one_by_one(node: Function, test: Test) -> Iterator[Function]:
    """The function with one of these nodes replaced, for each of them."""
    _, count = everywhere(node, test)
    for i in range(count):
        made = _Rewriting(test, i).visit(copy.deepcopy(node))
        assert isinstance(made, Function)
        yield made


def library_call(around: Around, name: str, *args: ast.expr) -> ast.Call:
    """A call of a function of NumPy, by the name that the file has for it."""
    owner = ast.Name(around.numpy, ast.Load())
    return ast.Call(ast.Attribute(owner, name, ast.Load()), list(args), [])


# --- arguments -----------------------------------------------------------------------------------


def _with_first(node: Function, statement: str) -> Function:
    """The function with one more statement in front, behind the docstring."""
    made = copy.deepcopy(node)
    at = 1 if ast.get_docstring(made) is not None else 0
    made.body[at:at] = parse(statement).body
    return made


def _names(node: Function) -> list[str]:
    return [arg.arg for arg in node.args.args if arg.arg != "self"]


@slip
def arguments_exchanged(node: Function, around: Around) -> Iterator[tuple[Message, Function]]:
    """Two neighbours in the list of parameters, or two that are alike but for a number."""
    names = _names(node)
    alike = [
        p for p in combinations(names, 2) if p[0].rstrip("0123456789") == p[1].rstrip("0123456789")
    ]
    for one, other in dict.fromkeys([*alike, *pairwise(names)]):
        words = Message("with `{one}` and `{other}` exchanged", one=one, other=other)
        yield words, _with_first(node, f"{one}, {other} = {other}, {one}")


@slip
def rows_left_out(node: Function, around: Around) -> Iterator[tuple[Message, Function]]:
    """The first or the last sample, or all others."""
    names = [name for name in around.given.rows if name in _names(node)]
    if not names:
        return
    which = " and ".join(f"`{name}`" for name in names)
    for part, words in (
        ("[:-1]", Message("given {which} without the last item", which=which)),
        ("[1:]", Message("given {which} without the first item", which=which)),
        ("[-1:]", Message("given the last item of {which} alone", which=which)),
        ("[:1]", Message("given the first item of {which} alone", which=which)),
    ):
        yield words, _with_first(node, "; ".join(f"{name} = {name}{part}" for name in names))


@slip
def parameters_everywhere(node: Function, around: Around) -> Iterator[tuple[Message, Function]]:
    """A parameter is as another one, or as 0 or 1."""
    for name in (name for name in _names(node) if name in around.given.numbers):
        for number in (0, 1):
            words = Message(INSTEAD, old=name, new=number)
            yield words, _with_first(node, f"{name} = {number}")


# --- the same change, wherever it can be made ---------------------------------------------------


@slip
def operators_everywhere(node: Function, around: Around) -> Iterator[tuple[Message, Function]]:
    """All `+` become `-`, and so on."""
    for old, new in (
        (ast.Add, ast.Sub),
        (ast.Sub, ast.Add),
        (ast.Mult, ast.Div),
        (ast.Div, ast.Mult),
    ):

        def test(n: ast.AST, old: type = old, new: type = new) -> ast.AST | None:
            return new() if isinstance(n, old) else None

        made, count = everywhere(node, test)
        if count > 1:
            what = Message(INSTEAD, old=SIGNS[old], new=SIGNS[new])
            yield Message("{what}, everywhere", what=what), made


@slip
def operands_everywhere(node: Function, around: Around) -> Iterator[tuple[Message, Function]]:
    """`* rate` is left out, wherever it stands."""
    found = dict.fromkeys(
        (type(n.op), text)
        for n in ast.walk(node)
        if isinstance(n, ast.BinOp) and type(n.op) in OPERATIONS
        for side in ((n.left, n.right) if isinstance(n.op, ast.Add | ast.Mult) else (n.right,))
        if (text := around.scope.plain(side))
    )
    for op, text in found:

        def test(n: ast.AST, op: type = op, text: str = text) -> ast.AST | None:
            if not isinstance(n, ast.BinOp) or not isinstance(n.op, op):
                return None
            if around.scope.plain(n.right) == text:
                return n.left
            both = isinstance(n.op, ast.Add | ast.Mult)
            return n.right if both and around.scope.plain(n.left) == text else None

        made, count = everywhere(node, test)
        if count > 1:
            what = Message(OPERATIONS[op][0], what=text)
            yield Message("{what}, everywhere", what=what), made


@slip
def calls_everywhere(node: Function, around: Around) -> Iterator[tuple[Message, Function]]:
    """`abs` is left out, wherever it stands."""
    names = dict.fromkeys(
        name for n in ast.walk(node) if isinstance(n, ast.Call) and (name := around.scope.called(n))
    )
    for name in names:

        def test(n: ast.AST, name: str = name) -> ast.AST | None:
            if isinstance(n, ast.Call) and n.args and around.scope.called(n) == name:
                return n.args[0]
            return None

        made, count = everywhere(node, test)
        if count > 1:
            yield Message("{what}, everywhere", what=Message(LEFT_OUT, what=name)), made
