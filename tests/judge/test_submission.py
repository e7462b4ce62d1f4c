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


PAGE = b"<!DOCTYPE html>\n<html><head><title>mean.py</title></head></html>"

KINDS = {
    "a web page": (PAGE, "a web page (HTML) and not what the page shows; download the file itself"),
    "a page with a BOM and a comment": (b"\xef\xbb\xbf <!-- x -->\n<HTML lang='en'>", "a web page"),
    "XHTML": (b'<?xml version="1.0"?>\n<!DOCTYPE html>', "a web page (HTML)"),
    "LFS": (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "pointer of Git LFS"),
    "a PDF": (b"%PDF-1.7\n%\xe2", "is a PDF, and no source; save the code as plain text"),
    "RTF": (b"{\\rtf1\\ansi def mean", "is a document in RTF"),
    "Word": (b"PK\x03\x04" + b"\0" * 26 + b"word/document.xml", "is a document of Word"),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1", "is a document of Word or the like"),
    "LibreOffice": (
        b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text",
        "is a document of LibreOffice",
    ),
    "a zip": (b"PK\x03\x04" + b"\0" * 26 + b"mean.py", "is a zip archive; unpack it"),
    "gzip": (b"\x1f\x8b\x08\0", "is an archive (gzip)"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0", "is a picture (PNG)"),
    "a photo": (b"\xff\xd8\xff\xe0\0", "is a picture (JPEG)"),
    "WebP": (b"RIFF\0\0\0\0WEBPVP8", "is a picture (WebP)"),
    "weights": (b"\x89HDF\r\n\x1a\n", "the weights of a network"),
    "bytecode": (b"\xa7\r\r\n\0\0\0\0", "a compiled module of Python"),
    "AppleDouble": (b"\0\x05\x16\x07\0", "one that macOS makes beside another"),
    "a shortcut": (b"[InternetShortcut]\nURL=https://x.org", "a shortcut to another"),
}


@pytest.mark.parametrize("suffix", [".py", ".ipynb"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_file_of_another_kind_is_called_that(tmp_path, kind, suffix):
    """In one line, under either name."""
    data, words = KINDS[kind]
    submission = read_submission(write(tmp_path, data, f"mean{suffix}"))
    (problem,) = submission.problems
    assert submission.units == ()
    assert words in said(problem) and "\n" not in said(problem)


@pytest.mark.parametrize(
    "data",
    [
        b"x = '<html>'",
        b"# <!DOCTYPE html>\n",
        b"%%time\nx = 1",
        b"version = 1",
        b"MZ = 3\nBZ = 4",
        b"{'a': 1}",
        b"[1, 2]\nx = 3",
        b'"cell_type"',
    ],
)
def test_source_is_not_taken_for_another_kind(tmp_path, data):
    """Words of other formats in it are its own."""
    submission = read_submission(write(tmp_path, data))
    assert submission.units and submission.problems == ()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"<!---->" * 580 + b"x", "mean.py"),
        (b"<!--" * 1000, "mean.py"),
        (b"<?xml " * 600, "mean.py"),
        (b" " * 4000 + b"x", "mean.py"),
        (b" " * MAX_BYTES + b"[", "mean.ipynb"),
        (b"# \n" * 100_000 + b"[", "mean.ipynb"),
        (b"[" * MAX_BYTES, "mean.py"),
        (b"[{}," * 100_000, "mean.py"),
    ],
)
def test_to_see_the_kind_costs_little(tmp_path, data, name):
    """Nothing is tried twice, whatever the bytes are."""
    submission = read_submission(write(tmp_path, data, name))
    assert submission.units or submission.problems, "this takes years if something is"


NOTEBOOK = b"""{"cells": [{"cell_type": "code", "source": ["def mean(x):\\n", "    return 1"]}],
 "metadata": {}, "nbformat": 4, "nbformat_minor": 5}"""


@pytest.mark.parametrize("name", ["mean.py", "mean.ipynb.json", "mean.txt", "mean.ipynb.py"])
def test_a_notebook_under_another_name_is_one(tmp_path, name):
    """It is graded, and the report says how to call it. Nothing can be imported from it."""
    submission = read_submission(write(tmp_path, NOTEBOOK, name))
    (problem,) = submission.problems
    assert said(problem).startswith("the file is a notebook, and graded as one; its name should")
    assert [unit.label for unit in submission.units] == ["cell 1"]
    assert submission.module == ""


def test_a_large_notebook_under_another_name_is_called_one(tmp_path):
    """Only under its own name may it be that large."""
    (problem,) = read_submission(write(tmp_path, NOTEBOOK + b" " * MAX_BYTES)).problems
    assert said(problem) == "the file is a notebook; its name has to end in .ipynb"


@pytest.mark.parametrize("data", [b'{"a": [1, 2]}', b'[{"a": 1}]', b'[{"a": ' + b"1" * 300_000])
def test_json_that_is_no_notebook_is_called_json(tmp_path, data):
    """Python would take it for a dict, and miss all functions."""
    (problem,) = read_submission(write(tmp_path, data)).problems
    assert said(problem) == "the file is JSON, and neither Python nor a notebook"


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
