"""Which statements of a top level run a graded function: training runs, plots of their results.

Such a statement is never executed. Neither is what can't be done without it: what uses a name that
no other statement binds, and a loop that ends by what it computes.
"""

import ast
from collections.abc import Collection, Iterable, Iterator

from grader.worker.source import names
from grader.worker.source.facts import Facts


def left_out(body: list[ast.stmt], facts: Facts) -> dict[int, str]:
    """The graded function that is to blame, by the `id` of each statement that is left out.

    A compound statement stands here when it is left out with all that is in it.
    """
    places = list(_places(body, ()))
    found = {id(node): asked for node, _ in places if (asked := facts.asks(node))}
    defined = {name for node, _ in places if id(node) not in found for name in _bound(node)}
    if names.STAR not in defined:
        for node, _ in places:
            if _bound(node) & facts.graded - defined:  # its only definition, as by a factory
                found.pop(id(node), None)
    for node, _ in places:
        if _bound(node) & facts.graded and _decorates(node, facts.graded):
            found.pop(id(node), None)
    count = 0
    while count < len(found):
        count = len(found)
        lost = _lost(places, found, facts)
        for node, around in places:
            if id(node) in found:
                continue
            if above := next((outer for outer in around if id(outer) in found), None):
                found[id(node)] = found[id(above)]
            elif not isinstance(node, names.Function | ast.ClassDef):
                needed = sorted(facts.uses(node) & lost.keys())
                if needed:
                    found[id(node)] = lost[needed[0]]
        for node, _ in places:
            if isinstance(node, names.Loop) and id(node) not in found:
                _leave_out_of_loop(node, found, facts)
    return found


def _places(
    body: Iterable[ast.stmt], around: tuple[ast.stmt, ...]
) -> Iterator[tuple[ast.stmt, tuple[ast.stmt, ...]]]:
    """All statements, those in blocks too, each with the compound statements around it."""
    for node in body:
        yield node, around
        for block in names.bodies(node):
            yield from _places(block, (*around, node))


def _decorates(node: ast.stmt, graded: Collection[str]) -> bool:
    """Whether it is `f = g(f)`, which is what a decorator does."""
    if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Call):
        return False
    return any(isinstance(arg, ast.Name) and arg.id in graded for arg in node.value.args)


def _bound(node: ast.stmt) -> set[str]:
    return names.binds(names.header(node) if isinstance(node, names.Compound) else node)


def _lost(
    places: Iterable[tuple[ast.stmt, tuple[ast.stmt, ...]]], found: dict[int, str], facts: Facts
) -> dict[str, str]:
    """The names that have no value without what is left out, each with the function to blame."""
    lost: dict[str, str] = {}
    kept: set[str] = set()
    for node, around in places:
        if asked := found.get(id(node)):
            lost |= dict.fromkeys(_bound(node), asked)
        elif not any(id(outer) in found for outer in around):
            kept |= _bound(node)
    return {name: asked for name, asked in lost.items() if name not in kept}


def _leave_out_of_loop(loop: ast.stmt, found: dict[int, str], facts: Facts) -> None:
    """Add what a loop does with the results of what is left out of it, or all if they end it."""
    inside = [node for block in names.bodies(loop) for node, _ in _places(block, ())]
    left = [node for node in inside if id(node) in found]
    if not left:
        return
    asked = found[id(left[0])]
    results = {name for node in left for name in _bound(node)}
    deciding = results.union(*(facts.gives(node) for node in left))
    count = -1
    while count < len(results):
        count = len(results)
        for node in inside:
            if facts.uses(node) & results and not isinstance(node, names.Function | ast.ClassDef):
                found.setdefault(id(node), asked)
                results |= _bound(node)
    deciding |= results
    if any(id(node) in found or facts.uses(node) & deciding for node in (loop, *_tests(inside))):
        found[id(loop)] = asked


def _tests(nodes: Iterable[ast.stmt]) -> Iterator[ast.stmt]:
    """What decides how often a loop around them runs."""
    for node in nodes:
        if isinstance(node, ast.If) and any(isinstance(n, names.FLOW) for n in ast.walk(node)):
            yield node
