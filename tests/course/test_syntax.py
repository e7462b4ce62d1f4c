"""The parser, in threads."""

import gc
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from grader.course.syntax import parse

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
