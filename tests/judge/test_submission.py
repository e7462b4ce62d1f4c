"""Reading files: bytes to text as Python would, or one clear line."""

import codecs

import pytest
from support.words import said

from grader.errors import SubmissionError
from grader.judge.submission import MAX_BYTES, read_submission


def write(tmp_path, data: bytes, name: str = "mean.py"):
    path = tmp_path / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "data",
    [
        b"x = '\xe8\xb3\x87'\r\ny = 2\r\n",
        codecs.BOM_UTF8 + "x = '資'\ny = 2\n".encode(),
        "# -*- coding: big5 -*-\nx = '資'\ny = 2\n".encode("big5"),
        b"x = '\xe8\xb3\x87'\ry = 2\r",
    ],
)
def test_text_is_read_as_python_reads_it(tmp_path, data):
    """A BOM, any line ends, and a coding line are fine."""
    submission = read_submission(write(tmp_path, data))
    assert submission.problems == ()
    assert submission.units[0].source.endswith("x = '資'\ny = 2\n")


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (b"x = 1\ny = '\xb8\xea'\n", 2, "byte 0xb8 is not utf-8"),
        (b"x = 1\n\ny = \0\n", 3, "NUL byte"),
        ("x = 1\n".encode("utf-16"), 0, "UTF-16"),
        (b"# coding: klingon\n", 1, "klingon"),
        (b"# " + b"x" * MAX_BYTES, 0, "larger than 2 MB"),
    ],
)
def test_what_is_no_text_is_a_problem_with_its_line(tmp_path, data, line, message):
    """The file is graded, and the report says why there is nothing in it."""
    submission = read_submission(write(tmp_path, data))
    (problem,) = submission.problems
    assert submission.units == ()
    assert problem.line == line
    assert message in said(problem)


def test_an_empty_file_is_said_to_be_empty(tmp_path):
    """It is graded: nothing is attempted."""
    problem = read_submission(write(tmp_path, b"\n")).problems[0]
    assert said(problem) == "the file is empty"


@pytest.mark.parametrize(("name", "message"), [("nothing.py", "does not exist"), (".", "a folder")])
def test_no_file_is_an_error_with_advice(tmp_path, name, message):
    """There is nothing to grade, so there is no report."""
    with pytest.raises(SubmissionError, match=message):
        read_submission(tmp_path / name)


def test_siblings_are_those_that_are_named(tmp_path):
    """Directly or through another; given modules and checks.py never."""
    for name, text in {
        "a.py": "import b",
        "b.py": "x = 1",
        "c.py": "y = 1",
        "given.py": "z = 1",
        "checks.py": "z = 1",
    }.items():
        write(tmp_path, text.encode(), name)
    path = write(tmp_path, b"from a import f\nimport given, checks\n")
    assert set(read_submission(path, given=["given"]).siblings) == {"a", "b"}


@pytest.mark.parametrize(
    "line",
    [
        "import_module('a')",
        "try: from a import f",
        "  import x, a as b",
        "from .a import f",
        "x = a",
    ],
)
def test_a_sibling_is_found_by_its_name(tmp_path, line):
    """Whatever imports it: its name has to stand there."""
    write(tmp_path, b"f = 1", "a.py")
    write(tmp_path, b"f = 1", "other.py")
    assert set(read_submission(write(tmp_path, line.encode())).siblings) == {"a"}


def test_a_package_is_found_with_what_is_named_of_it(tmp_path):
    """Its own file has a name of its own, and may be missing; nothing else of it is read."""
    for folder in ("kit/deep", "bare/deep", "data"):
        (tmp_path / folder).mkdir(parents=True)
    for name in ("kit/__init__", "kit/a", "kit/b", "kit/deep/c", "bare/a", "bare/deep/c"):
        write(tmp_path, b"", f"{name}.py")
    write(tmp_path, b"", "data/a.csv")
    path = write(tmp_path, b"import kit.a, bare.a, data\nfrom kit.deep.c import d")
    expected = {
        "kit.__init__",
        "kit.a",
        "kit.deep.__init__",
        "kit.deep.c",
        "bare.__init__",
        "bare.a",
    }
    assert set(read_submission(path).siblings) == expected


def test_links_are_no_modules(tmp_path):
    """A link could lead to a solution: as a module, as a package, and as a package's own file."""
    secret = tmp_path / "secret"
    secret.mkdir()
    write(secret, b"x = 1", "__init__.py")
    work = tmp_path / "work"
    (work / "own").mkdir(parents=True)
    write(work, b"", "own/part.py")
    (work / "a.py").symlink_to(secret / "__init__.py")
    (work / "b").symlink_to(secret)
    (work / "own" / "__init__.py").symlink_to(secret / "__init__.py")
    (work / "own" / "c.py").symlink_to(secret / "__init__.py")
    found = read_submission(write(work, b"import a, b, own.c, own.part")).siblings
    assert found == {"own.__init__": "", "own.part": ""}


def test_modules_are_bounded_in_number_and_size(tmp_path):
    """What is beyond is not there; the file is graded all the same."""
    for number in range(60):
        write(tmp_path, b"", f"m{number}.py")
    path = write(tmp_path, " ".join(f"m{number}" for number in range(60)).encode())
    assert len(read_submission(path).siblings) == 50
    for number in range(8):
        write(tmp_path, b"#" * (MAX_BYTES - 1), f"m{number}.py")
    assert sum(map(len, read_submission(path).siblings.values())) < 4 * MAX_BYTES
