"""The parser, in threads."""

import ast
import gc
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from grader.text import literal, parse

SOURCE = "\n".join(f"def f{i}(x):\n    return [(x + {i}) * y for y in (x, {i})]" for i in range(30))


@pytest.fixture
def busy_collector():
    """A garbage collector that runs Python code in the midst of whatever allocates."""

    def told(phase, info):
        sum(range(50))

    interval, threshold = sys.getswitchinterval(), gc.get_threshold()
    sys.setswitchinterval(1e-6)
    gc.set_threshold(20)
    gc.callbacks.append(told)
    yield
    gc.callbacks.remove(told)
    gc.set_threshold(*threshold)
    sys.setswitchinterval(interval)


def test_threads_parse_at_once(busy_collector):
    """Judges that are threads, as in verify and on a cluster, do not trip over each other."""
    with ThreadPoolExecutor(4) as threads:
        trees = list(threads.map(parse, [SOURCE] * 64))
    assert {len(tree.body) for tree in trees} == {30}


def test_threads_read_literals_meanwhile(busy_collector):
    """A key's trees are unpacked by one judge while another parses."""
    numbers = f"[{', '.join(map(str, range(500)))}]"
    tasks = [lambda: len(parse(SOURCE).body), lambda: len(literal(numbers))] * 64
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(lambda task: task(), tasks)) == [30, 500] * 64


PACKAGE = Path(__file__).parents[2] / "grader"


def test_nobody_else_parses():
    """Outside of a worker, which has one thread, all that parses waits for the others."""
    found = []
    for path in PACKAGE.rglob("*.py"):
        if path.is_relative_to(PACKAGE / "worker") or path == PACKAGE / "text" / "syntax.py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in (
                "ast.parse",
                "ast.literal_eval",
            ):
                found.append(f"{path.relative_to(PACKAGE)}:{node.lineno}")
    assert not found
