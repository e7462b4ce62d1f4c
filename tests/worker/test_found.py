"""Where a submission defines a graded function: the line of which a report speaks."""

import pytest


@pytest.mark.parametrize(
    "source",
    [
        "\n\ndef mean(x):  # here\n    return 1\n",
        "def mean(x):\n    return 1\n\ndef mean(x):  # here\n    return 2\n",
        "mean = lambda x: 1  # here\n",
        "def made():\n    def mean(x): pass\n    return mean\nmean = made()  # here\n",
        "def same(f): return f\n\n@same\n@same\ndef mean(x):  # here\n    return 1\n",
        "if True:\n    y = 1\n    def mean(x):  # here\n        return 1\n",
        "if True:\n    def mean(x):  # here\n        pass\nelse:\n    def mean(x):\n        pass\n",
        "if 0:\n    def mean(x):\n        pass\nelse:\n    def mean(x):  # here\n        pass\n",
        "try:\n    import no_such\nexcept ImportError:\n    def mean(x):  # here\n        pass\n",
        "if True:\n    class mean:  # here\n        pass\n",
        "if True:  # here\n    mean = lambda x: 1\n",
        "#\x0c\n#\x0b\x85\u2028\nmean = lambda x: 1  # here\n",
        "#\r\n\r\ndef mean(x):  # here\r\n    return 1\r\n",
    ],
)
def test_a_function_is_where_it_is_defined(grade_toy, source):
    """Of several definitions it is the one that counts, under a condition too."""
    places = {check.place for check in grade_toy(source).checks if check.function == "mean"}
    (place,) = places
    assert place is not None
    assert "# here" in source.split("\n")[place.line - 1]


def test_what_is_not_there_has_no_place(grade_toy):
    """Nor has anything in a file that is no Python."""
    for source in ("def meen(x):\n    return 1\n", "def mean(x):\n    return 1\n\n)"):
        assert [check.place for check in grade_toy(source).checks] == [None] * 4
