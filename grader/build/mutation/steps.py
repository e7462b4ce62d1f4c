"""Slips in the steps of a computation: one more, another one, or one in another place."""

import ast
import copy
from collections.abc import Iterator

from grader.build.mutation.slips import Around, Function, everywhere, library_call, one_by_one, slip
from grader.build.mutation.worded import INSTEAD
from grader.text import Message, parse

# --- steps of a computation ----------------------------------------------------------------------

_REDUCE = ("mean", "sum")


def _is_square(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.Pow)
        and isinstance(node.right, ast.Constant)
        and node.right.value == 2
    )


@slip
def order_of_steps(node: Function, around: Around) -> Iterator[tuple[Message, Function]]:
    """The mean of squares becomes the square of the mean."""
    for name in _REDUCE:

        def outside(n: ast.AST, name: str = name) -> ast.AST | None:
            if not isinstance(n, ast.Call) or around.scope.called(n) != name or not n.args:
                return None
            inner = n.args[0]
            if isinstance(inner, ast.BinOp) and _is_square(inner):
                whole = ast.Call(n.func, [inner.left, *n.args[1:]], n.keywords)
                return ast.BinOp(whole, inner.op, inner.right)
            if isinstance(inner, ast.Call) and len(inner.args) == 1 and not inner.keywords:
                whole = ast.Call(n.func, [inner.args[0], *n.args[1:]], n.keywords)
                return ast.Call(inner.func, [whole], [])
            return None

        words = Message("with `{function}` one step earlier", function=name)
        for made in one_by_one(node, outside):
            yield words, made


@slip
def squares_and_sizes(node: Function, around: Around) -> Iterator[tuple[Message, Function]]:
    """A square becomes an absolute value, and the other way round."""
    if not around.numpy:
        return

    def size(n: ast.AST) -> ast.AST | None:
        return (
            library_call(around, "abs", n.left)
            if isinstance(n, ast.BinOp) and _is_square(n)
            else None
        )

    def square(n: ast.AST) -> ast.AST | None:
        if isinstance(n, ast.Call) and around.scope.called(n) in ("abs", "absolute"):
            return ast.BinOp(n.args[0], ast.Pow(), ast.Constant(2))
        return None

    for made in one_by_one(node, size):
        yield Message("with `abs` in the place of a square"), made
    for made in one_by_one(node, square):
        yield Message("with a square in the place of `abs`"), made


@slip
def steps_added(node: Function, around: Around) -> Iterator[tuple[Message, Function]]:
    """A part of the computation is squared, or loses its sign, or is taken as another thing."""
    if not around.numpy:
        return

    def is_step(n: ast.AST) -> bool:
        if isinstance(n, ast.Call):
            return around.scope.called(n) in ("mean", "sum", "abs", "exp", "log", "dot", "norm")
        return isinstance(n, ast.BinOp) and not around.scope.plain(n)

    for function, words in (
        ("abs", Message("with an `abs` added")),
        ("square", Message("with a square added")),
        ("sqrt", Message("with a `sqrt` added")),
    ):

        def test(n: ast.AST, function: str = function) -> ast.AST | None:
            if isinstance(n, ast.expr) and is_step(n):
                return library_call(around, function, n)
            return None

        for made in one_by_one(node, test):
            yield words, made


_FEWER = "lambda a, *r, **k: {np}.sum(a, *r, **k) / ({np}.size(a, k.get('axis')) - 1)"


@slip
def other_means(node: Function, around: Around) -> Iterator[tuple[Message, Function]]:
    """A mean becomes a median, a variance, or what is divided by one less."""
    if not around.numpy:
        return
    for name in ("median", "var", "std"):

        def test(n: ast.AST, name: str = name) -> ast.AST | None:
            if isinstance(n, ast.Call) and around.scope.called(n) == "mean" and n.args:
                return ast.Call(library_call(around, name).func, n.args, n.keywords)
            return None

        for made in one_by_one(node, test):
            yield Message(INSTEAD, old="mean", new=name), made

    def fewer(n: ast.AST) -> ast.AST | None:
        if isinstance(n, ast.Call) and around.scope.called(n) == "mean" and n.args:
            (fewer_than,) = parse(_FEWER.format(np=around.numpy)).body
            assert isinstance(fewer_than, ast.Expr)
            return ast.Call(fewer_than.value, n.args, n.keywords)
        return None

    for made in one_by_one(node, fewer):
        yield Message("with `mean` divided by one less than there are"), made


@slip
def one_less(node: Function, around: Around) -> Iterator[tuple[Message, Function]]:
    """A size, as `len(x)`, is one less."""
    sizes = dict.fromkeys(
        text
        for n in ast.walk(node)
        if isinstance(n, ast.BinOp) and isinstance(n.op, ast.Div)
        and (text := around.scope.plain(n.right)) and not text[0].isdigit()
    )  # fmt: skip
    for text in sizes:

        def test(n: ast.AST, text: str = text) -> ast.AST | None:
            if (
                not isinstance(n, ast.BinOp)
                or not isinstance(n.op, ast.Div)
                or around.scope.plain(n.right) != text
            ):
                return None
            return ast.BinOp(n.left, n.op, ast.BinOp(n.right, ast.Sub(), ast.Constant(1)))

        made, _ = everywhere(node, test)
        yield Message("with a division by `{size} - 1` in the place of `{size}`", size=text), made


@slip
def terms_weighed(node: Function, around: Around) -> Iterator[tuple[Message, Function]]:
    """A term of a sum is doubled or halved: a factor of the whole, or of another, has missed it."""
    for op, words in (
        (ast.Mult(), Message("with one term of a sum doubled")),
        (ast.Div(), Message("with one term of a sum halved")),
    ):

        def weighed(n: ast.expr, op: ast.operator = op) -> ast.expr:
            return ast.BinOp(n, op, ast.Constant(2))

        for side in ("left", "right"):

            def test(n: ast.AST, side: str = side) -> ast.AST | None:
                if not isinstance(n, ast.BinOp) or not isinstance(n.op, ast.Add | ast.Sub):
                    return None
                made = copy.copy(n)
                setattr(made, side, weighed(getattr(n, side)))
                return made

            for made in one_by_one(node, test):
                yield words, made


@slip
def divisors(node: Function, around: Around) -> Iterator[tuple[Message, Function]]:
    """What is divided by is one less, or one more."""
    for op, words in (
        (ast.Sub(), Message("with a division by one less")),
        (ast.Add(), Message("with a division by one more")),
    ):

        def test(n: ast.AST, op: ast.operator = op) -> ast.AST | None:
            if not isinstance(n, ast.BinOp) or not isinstance(n.op, ast.Div):
                return None
            if isinstance(n.right, ast.Constant):
                return None
            return ast.BinOp(n.left, n.op, ast.BinOp(n.right, op, ast.Constant(1)))

        for made in one_by_one(node, test):
            yield words, made


@slip
def logarithms(node: Function, around: Around) -> Iterator[tuple[Message, Function]]:
    """The natural one becomes that to base 2."""

    def test(n: ast.AST) -> ast.AST | None:
        if not around.numpy or not isinstance(n, ast.Call) or around.scope.called(n) != "log":
            return None
        return library_call(around, "log2", *n.args)

    for made in one_by_one(node, test):
        yield Message(INSTEAD, old="log", new="log2"), made


# --- steps of a loop -----------------------------------------------------------------------------


@slip
def one_more_pass(node: Function, around: Around) -> Iterator[tuple[Message, Function]]:
    """`range(n)` becomes `range(n + 1)`."""

    def test(n: ast.AST) -> ast.AST | None:
        if (
            isinstance(n, ast.For)
            and isinstance(n.iter, ast.Call)
            and around.scope.called(n.iter) == "range"
        ):
            made = copy.deepcopy(n)
            assert isinstance(made.iter, ast.Call)
            at = min(1, len(made.iter.args) - 1)
            made.iter.args[at] = ast.BinOp(made.iter.args[at], ast.Add(), ast.Constant(1))
            return made
        return None

    for made in one_by_one(node, test):
        yield Message("in which a loop makes one pass more"), made


@slip
def steps_elsewhere(node: Function, around: Around) -> Iterator[tuple[Message, Function]]:
    """A step of a loop comes first or last in it, or once, before it or after it."""
    for at, loop in enumerate(node.body):
        if not isinstance(loop, ast.For | ast.While):
            continue
        for i in range(len(loop.body)):
            for where, words in (
                ("first", Message("in which the last steps of a loop's pass come first")),
                ("before", Message("in which a step of a loop is done once, before the loop")),
                ("after", Message("in which a step of a loop is done once, after the loop")),
            ):
                made = copy.deepcopy(node)
                inside = made.body[at]
                assert isinstance(inside, ast.For | ast.While)
                if where == "first":
                    if i == 0:
                        continue
                    inside.body = [*inside.body[i:], *inside.body[:i]]
                else:
                    step = inside.body.pop(i)
                    inside.body = inside.body or [ast.Pass()]
                    made.body.insert(at if where == "before" else at + 1, step)
                yield words, made
