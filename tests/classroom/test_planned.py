"""What of a plan is kept for the page: files of nobody, groups, what can be chosen."""

import pytest
from support.fabricated import ROOT, entry

from grader.classroom.collect import collect_handins, decide, read_roster, with_groups
from grader.classroom.planned import Planned, groups_of, keep_planned, planned, planned_of
from grader.classroom.record import Provenance
from grader.classroom.store import Store
from grader.course.course import Course
from grader.text import Message

SOFTMAX = "def softmax(x):\n    return x{}\n"


@pytest.fixture(scope="module")
def lesson():
    return Course(ROOT).lesson("ex1")


def plan_of(tmp_path, lesson, files, roster):
    """The plan of a class of these files, and its roster."""
    for number, name in enumerate(files):
        path = tmp_path / "class" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(SOFTMAX.format(f" + {number}"))
    (tmp_path / "roster.csv").write_text(roster)
    (tmp_path / "scratch").mkdir()
    people = read_roster(tmp_path / "roster.csv")
    found = collect_handins(tmp_path / "class", lesson, tmp_path / "scratch", people)
    return decide(with_groups(found, people), {}).plan, people


def test_what_is_kept_of_a_plan(tmp_path, lesson):
    """All students, groups by the roster, and of the undecided alone what they could have meant."""
    files = ["ann/logistic.py", "bob/logistic.py", "bob/logistic (1).py", "Team 1/logistic.py"]
    roster = "student_id,name,group\nann,Ann,\nbob,Bob,\ncid,Cid,Team 1\ndan,Dan,Team 1\n"
    plan, people = plan_of(tmp_path, lesson, files, roster)
    kept = planned_of(plan, people)
    assert kept.students == ("ann", "bob", "cid", "dan")
    assert kept.groups == {"cid": "Team 1", "dan": "Team 1"}
    assert set(kept.choices) == {"bob"}
    for file in kept.choices["bob"]:  # each of them can be named
        assert decide(plan, {"bob": file}).plan.handins[1].file == file
    with Store(tmp_path, new=True) as store:
        keep_planned(store, kept)
        assert planned(store.settings()) == kept


def test_files_of_nobody_are_kept_with_the_reason(tmp_path):
    """As data, in whatever language they are shown; of very many the number."""
    ignored = tuple((f"{n}\ud800.py", Message("not {who}", who="his\ud800")) for n in range(300))
    with Store(tmp_path, new=True) as store:
        keep_planned(store, Planned(ignored=ignored[:200], more_ignored=100))
        found = planned(store.settings())
    assert len(found.ignored) == 200 and found.more_ignored == 100
    assert found.ignored[0] == ("0?.py", Message("not {who}", who="his?"))


@pytest.mark.parametrize("text", ["", "{", '{"students": 3}', "[]"])
def test_a_record_of_before_has_nothing_of_it(text):
    """Nor one that is damaged there."""
    assert planned({"plan": text} if text else {}) == Planned()


def test_who_is_in_a_group():
    """By the roster; else whose file is one and the same, and not who has the same code."""
    rows = [entry(name, file=f"{name}.py") for name in "abc"]
    rows += [entry(name, file="d_e/x.py") for name in "de"]
    graded = {row.student: Provenance("same", "k", "1") for row in rows}
    assert groups_of(rows, graded, Planned()) == {"d": "d, e", "e": "d, e"}
    assert groups_of(rows, {}, Planned()) == {}
    known = Planned(groups={"a": "one", "d": "two", "gone": "three"})
    assert groups_of(rows, graded, known) == {"a": "one", "d": "two", "e": "two"}
