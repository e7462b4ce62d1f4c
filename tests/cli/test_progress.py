"""What a long command says of how far it is, where no bar can be drawn."""

from grader.cli import progress


def test_without_a_terminal_a_line_comes_now_and_then(capsys):
    """So that work can be told from a hang, and a log is not filled."""
    now = iter([0, 1, 29, 31, 31, 40, 62, 62])
    told = progress._now_and_then(lambda: float(next(now)))
    for done, what in enumerate(("one", "two", "three", "four", "five")):
        told(what, done, 5)
    out, err = capsys.readouterr()
    assert (out, err) == ("", "three: 2 of 5\nfive: 4 of 5\n")


def test_a_short_command_says_nothing(capsys):
    """What is done at once needs no sign of life."""
    with progress.steps() as told:
        told("one", 0, 1)
    assert capsys.readouterr() == ("", "")
