"""`grader compare`: the list, its table, and two files side by side."""

import csv

import pytest
from support.compared import graded_class, work

from grader.classroom.kept import SOURCES
from grader.classroom.record import Provenance
from grader.classroom.store import Store
from grader.cli.program import main
from grader.text import columns

COMMON = "def accuracy(scores, labels):\n    return (scores.argmax(1) == labels).mean()\n\n\n"
OWN = """def softmax(z):
    low = z - {0} * z.max() + {1}
    high = (low ** {0}).sum() / (z.mean() - {1})
    return high / (low + {0}) - (z.std() * {1} - low) / {2}
"""


def own(number):
    return COMMON + OWN.format(number + 2, 3 * number + 5, 7 * number + 1)


CLASS = {f"s{n:02}": work(own(n)) for n in range(12)}


@pytest.fixture
def run(capsys):
    """Run the command: exit code, standard output, standard error."""

    def call(*arguments):
        code = main(["compare", *map(str, arguments)])
        return code, *capsys.readouterr()

    return call


def test_pairs_are_listed(tmp_path, run):
    """With names and what both have; a table of the same lies in OUT; nobody is accused."""
    copy = work(own(3).replace("low", "under").replace("high", "over"))
    out = graded_class(tmp_path / "out", CLASS | {"ann": copy})
    code, said, _ = run(out)
    assert code == 0
    assert "files compared: 13; pairs alike: 1" in said
    assert " 100 %  ann Ann  s03 S03" in said and "in no third file" in said
    assert "accuses nobody" in said
    with (out / "copies.csv").open(newline="", encoding="utf-8") as file:
        (row,) = csv.DictReader(file)
    assert (row["one"], row["other"], row["alike"], row["same_text"]) == ("ann", "s03", "1.000", "")


def test_pairs_come_onto_the_page(tmp_path, run):
    """With the command that shows both; a file that is graded anew takes its pairs away."""
    out = graded_class(tmp_path / "out", CLASS | {"ann": work(own(3))})
    assert run(out)[0] == 0
    page = (out / "index.html").read_text("utf-8")
    assert "100 %" in page and f"grader compare {out} ann s03</code>" in page
    with Store(out) as store:
        entry = next(each for each in store.entries() if each.student == "ann")
        store.write(entry, Provenance("other", "key", "1"), store.begin("sealed"))
    assert main(["report", str(out)]) == 0
    page = (out / "index.html").read_text("utf-8")
    assert "ann s03</code>" not in page and "1 pairs are left out" in page


def test_the_table_goes_where_it_is_told(tmp_path, run):
    """--csv names it, and an id that a spreadsheet would take for a formula is none in it."""
    out = graded_class(tmp_path / "out", CLASS | {"=1+2": work(own(3))})
    assert run(out, "--csv", tmp_path / "t.csv")[0] == 0
    assert not (out / "copies.csv").exists()
    assert "'=1+2" in (tmp_path / "t.csv").read_text("utf-8")
    code, _, error = run(out, "--csv", tmp_path / "no" / "t.csv")
    assert code == 2 and "name another file with --csv" in error


@pytest.mark.parametrize("width", [80, 60])
def test_two_files_side_by_side(tmp_path, run, monkeypatch, width):
    """Within the screen, whatever is in them, and nothing of them moves what is shown."""
    monkeypatch.setenv("COLUMNS", str(width))
    remark = "    # \x1b[2J 這是我自己寫的 " + "長" * 90 + "\n"
    rude = own(3).replace("    high", f"{remark}    high")
    out = graded_class(tmp_path / "out", CLASS | {"ann": work(rude)})
    code, said, _ = run(out, "ann", "s03")
    assert code == 0 and "\x1b" not in said and "\\x1b[2J" in said
    assert max(map(columns, said.split("\n"))) <= width
    assert "def softmax(z):" in said and "6=     low" in said
    code, said, _ = run(out, "s01", "s02")  # a pair that is no pair can be looked at, too
    assert code == 0 and "in no third file" in said


def test_in_chinese(tmp_path, run):
    """In the reader's language."""
    out = graded_class(tmp_path / "out", CLASS | {"ann": work(own(3))})
    _, said, _ = run(out, "--lang", "zh-TW")
    assert "指紋" in said and "fingerprints" not in said
    _, said, _ = run(out, "ann", "s03", "--lang", "zh-TW")
    assert "stands in" not in said


@pytest.mark.parametrize(
    ("students", "said"),
    [
        (("ann",), "name two students"),
        (("s01", "s99"), "s99 is not in the class: did you mean s"),
        (("s01", "s01"), "have handed in one file"),
        (("s01", "lost"), "the file of lost was not compared"),
        (("s01", "deep"), "nested too deeply"),
    ],
)
def test_what_was_meant_is_asked(tmp_path, run, students, said):
    """One line says what is wrong with the students that are named."""
    works = CLASS | {"lost": work(own(20)), "deep": work("x = " + "-" * 90_000 + "1")}
    out = graded_class(tmp_path / "out", works)
    sorted((out / SOURCES).iterdir())[12].unlink()
    code, _, error = run(out, *students)
    assert code == 2 and said in error


def test_an_older_folder_says_what_to_do(tmp_path, run):
    """Where no source is in OUT the command ends; where one is missing, the others are compared."""
    out = graded_class(tmp_path / "out", CLASS | {"ann": work(own(3))})
    paths = sorted((out / SOURCES).iterdir())
    paths[0].unlink()
    code, said, _ = run(out)
    assert code == 3 and "source is not in OUT (1): s00" in " ".join(said.split())
    assert "ann Ann  s03 S03" in said
    for path in paths[1:]:
        path.unlink()
    code, _, error = run(out)
    assert code == 2 and "the same `grader batch` once more" in error


def test_a_small_class_says_what_cannot_be_told(tmp_path, run):
    """With three files nothing can be said to be rare."""
    out = graded_class(tmp_path / "out", {name: work(own(1)) for name in ("a", "b", "c")})
    code, said, _ = run(out)
    assert code == 0 and "can't be told from" in " ".join(said.split())
