"""What the table can be filtered by, and what stands at the top and beside the record."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect
from support.fabricated import ROOT, class_of, entry, trace

from grader.classroom.collect import LATE, NOT_ON_ROSTER
from grader.classroom.copies import Found, Remembered
from grader.classroom.grading import KEY
from grader.classroom.planned import Planned
from grader.classroom.publish import page as format_
from grader.classroom.publish import publish_class
from grader.classroom.publish.extras import Extras
from grader.classroom.record import (
    Attempt,
    Lateness,
    Later,
    Provenance,
    Source,
    State,
    Why,
)
from grader.judge import Submission
from grader.report import Mistake, Override, Ruling, Status, Verdict
from grader.text import Message, Words
from grader.wire import Unit

pytest_plugins = "support.browsing"


def class_with(*entries):
    return replace(class_of(0), entries=entries)


def undecided(student):
    right = entry(student).report
    report = replace(right, status=Status.UNDECIDED, reason=Message("two files fit"))
    return entry(student, file="", state=State.UNDECIDED, report=report)


def ruled(student, score):
    override = Override("", score, 10.0, 5.0, comment="an oral exam", who="Chen", when="today")
    return entry(student, ruling=Ruling((override,), score, 10.0, 5.0))


def mistaken(student, name="softmax_whole_batch", number=None):
    right = entry(student).report
    wrong = replace(right.checks[1], verdict=Verdict.FAILED, points=0.0, message=Message("wrong"))
    mistake = Mistake(name, ("Sum over the last axis.",)) if name else None
    checks = (right.checks[0], replace(wrong, mistake=mistake), *right.checks[2:])
    traces = (trace(number, f"def softmax(x):\n    return x  # {student}"),) if number else ()
    return entry(student, student.title(), report=replace(right, checks=checks, traces=traces))


WORK = {"cann": Submission("a.py", (Unit("a.py", "x = 1"),))}
CLASS = class_with(
    entry("ann", notes=(Message(LATE),)),
    entry("bob", notes=(Message(LATE), Message(NOT_ON_ROSTER))),
    undecided("cid"),
    ruled("dan", None),
    ruled("eva", 7.5),
    mistaken("fay"),
    entry("gus", later=Later(Why.WORSE, Message("a later one is worse"))),
)


def ids(page):
    return page.locator("table.students tbody th").all_text_contents()


@pytest.mark.parametrize(
    ("chosen", "left"),
    [
        (["late"], ["ann", "bob"]),
        (["late", "not on the roster"], ["bob"]),
        (["waits for a decision"], ["cid", "gus"]),
        (["decided by a person"], ["dan", "eva"]),
        (["decided by a person", "late"], []),
    ],
)
def test_what_is_chosen_is_combined(show, chosen, left):
    """Each mark leaves those who have it; several leave those who have all."""
    page = show(CLASS)
    for name in chosen:
        page.locator(".chips label", has_text=name).click()
    assert ids(page) == left


def test_there_are_marks_for_what_there_is(show):
    """With how many have it; nothing can be chosen that nobody has."""
    page = show(CLASS)
    texts = [" ".join(text.split()) for text in page.locator(".chips label").all_text_contents()]
    assert texts == [
        "waits for a decision 2",
        "late 2",
        "not on the roster 1",
        "decided by a person 2",
    ]
    assert page.locator("#group").count() == 0
    plain = show(class_with(entry("ann")))
    assert plain.locator(".chips, #mistake, #group").count() == 0


def test_undecided_and_excused_are_verdicts(show):
    """Both are in the list of verdicts, and go together with what is typed and chosen."""
    page = show(CLASS)
    page.get_by_label("Show").select_option("excused")
    assert ids(page) == ["dan"]
    page.get_by_label("Show").select_option("undecided")
    assert ids(page) == ["cid"]
    page.get_by_label("Find").fill("bob")
    assert ids(page) == []


def test_by_mistake(show):
    """A known mistake, or a group whose mistake has no name, each with how many made it."""
    record = class_with(
        mistaken("ann"), mistaken("bob", "", 1), mistaken("cid", "", 1), mistaken("dan", "", 5)
    )
    page = show(record)
    options = page.locator("#mistake option").all_text_contents()
    assert options[:2] == ["any or none", "softmax_whole_batch (1)"]
    assert re.fullmatch(r"softmax_[0-9a-f]{6} \(2\)", options[2]) and len(options) == 3
    page.locator("#mistake").select_option(options[1].split(" ")[0])
    assert ids(page) == ["ann"]
    page.locator("#mistake").select_option(options[2].split(" ")[0])
    assert ids(page) == ["bob", "cid"]


def test_a_mistake_without_a_name_is_a_section(show):
    """How many, who, the example and the code of one, coloured; one click leads to the students."""
    page = show(class_with(mistaken("ann"), mistaken("bob", "", 1), mistaken("cid", "", 1)))
    section = page.locator("section", has=page.locator("#unnamed"))
    item = section.locator("h3#unnamed + ol.slips > li")
    assert item.locator(".count").inner_text() == "2"
    assert "Bob, Cid" in item.inner_text() and "in one wording" in item.inner_text()
    item.locator("summary", has_text="as Bob has written it").click()
    assert item.locator("pre").inner_text().strip() == "def softmax(x):\n    return x  # bob"
    assert item.locator("pre .keyword").all_text_contents() == ["def", "return"]
    item.get_by_role("button", name="show in the table").click()
    assert ids(page) == ["bob", "cid"]


def test_who_is_in_such_a_section_is_told_of_once(show):
    """Whoever made it alone, or another one, stands with what has no known cause."""
    made = [mistaken("bob", "", 1), mistaken("cid", "", 1)]
    page = show(class_with(*made), extras=Extras(folder="my out"))
    assert (
        "grader adopt 'my out' GROUP --name NAME --hint TEXT" in page.locator("main").inner_text()
    )
    assert page.get_by_role("heading", name="Without a known cause").count() == 0
    page = show(class_with(*made, mistaken("dan", "", 5)))
    others = page.locator("h3", has_text="Without a known cause").locator("+ ol")
    assert "Dan" in others.inner_text()


def test_the_rules_of_the_class_are_said(show):
    """Which attempt counts, and what being late costs."""
    rules = (Message("of several attempts, the best counts"), Message("{days} d", days=3))
    page = show(replace(CLASS, rules=rules))
    assert {"of several attempts, the best counts", "3 d"} <= {
        *page.locator("main p, body > p, header p").all_inner_texts()
    }


def test_by_group(show):
    """The roster's name of a group, or the students whose file is one and the same."""
    file = {name: entry(name, file=f"{name}/a.py") for name in "abcde"}
    file["d"], file["e"] = (replace(file[name], file="d_e/a.py") for name in "de")
    graded = {n: Provenance("same" if n in "de" else f"c{n}", "k", "1") for n in "abcde"}
    extras = Extras(graded=graded, planned=Planned(groups={"a": "team 1", "b": "team 1"}))
    page = show(class_with(*file.values()), extras=extras)
    assert page.locator("#group option").all_text_contents() == ["all", "d, e", "team 1"]
    page.get_by_label("Group").select_option("team 1")
    assert ids(page) == ["a", "b"]
    page.get_by_label("Group").select_option("d, e")
    assert ids(page) == ["d", "e"]
    page.get_by_role("row").get_by_role("link", name="d", exact=True).click()
    assert "group d, e" in page.get_by_role("dialog").inner_text()


def test_what_is_chosen_stands_in_the_address(show):
    """A link shows the same: what is typed, chosen and sorted; and a report goes back to it."""
    page = show(CLASS)
    page.get_by_label("Find").fill("a+b &")
    page.get_by_label("Find").fill("ann")
    page.locator(".chips label", has_text="late").click()
    page.locator('button[data-key="id"]').click()
    page.locator('button[data-key="id"]').click()
    page.wait_for_url(re.compile("#find=ann&only=late&sort=-id$"))
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    assert ids(page) == ["ann"] and page.get_by_label("Find").input_value() == "ann"
    assert page.locator('th[aria-sort="descending"] button').get_attribute("data-key") == "id"
    page.locator("table.students tbody a").click()
    page.wait_for_url(re.compile("#student=ann$"))
    page.keyboard.press("Escape")
    page.wait_for_url(re.compile("#find=ann&only=late&sort=-id$"))
    assert ids(page) == ["ann"]


@pytest.mark.parametrize(
    "hash", ["#show=nonsense", "#mistake=x&group=y", "#sort=nothing", "#only=&find=%E0%A4", "#sort"]
)
def test_an_address_that_means_nothing_shows_something(show, hash):
    """An address of an earlier page, or one that was cut, is no error."""
    page = show(CLASS, hash)
    expect(page.locator("#outcome")).to_have_value("")
    assert page.locator("#shown").inner_text().endswith("7 students")


def test_files_of_nobody_are_at_the_top(show):
    """With the reason, as text, and how to say whose one is; of those not kept the number."""
    ignored = (("<b>x</b>.py", Message("it names {who}", who="nobody")), ("y.rar", Message("shut")))
    page = show(CLASS, extras=Extras(planned=Planned(ignored=ignored, more_ignored=5)))
    head = page.locator("section.alert", has=page.locator("#ignored")).inner_text()
    assert "<b>x</b>.py it names nobody" in head and "--use STUDENT=FILE" in head
    assert "and 5 more" in head and "plan.txt" in head
    assert show(CLASS).locator("#ignored").count() == 0


def test_what_can_be_typed_to_decide_is_named(show):
    """For each undecided student the options, quoted for a shell; or none, to keep a grade."""
    choices = {"cid": ("cid/a.py", "cid/b (1).py"), "ann": ("never/shown.py",)}
    page = show(CLASS, "#student=cid", extras=Extras(planned=Planned(choices=choices)))
    text = "--use cid=cid/a.py\n--use 'cid=cid/b (1).py'"
    assert page.locator("dialog .uses").inner_text() == text
    page.keyboard.press("Escape")
    top = page.locator("header .uses").all_text_contents()
    assert top == [text, "--use gus="]


def test_comments_of_people_are_in_the_report(show):
    """What was decided, the comment, and who wrote it when."""
    page = show(CLASS, "#student=eva")
    text = page.get_by_role("dialog").inner_text()
    assert "7.5 of 10 points in all, decided by a person; the machine gave 5 Chen today" in text
    assert page.locator("dialog blockquote").inner_text() == "an oral exam"


def test_attempts_and_what_is_taken_off_are_in_the_report(show):
    """When each was handed in, its score, and which one counts; one attempt alone is no list."""
    one = Attempt("a.py", "c1", "", "2026-11-24T10:00:00+08:00", None, 10.0, False)
    two = Attempt(
        "b.py", "c2", "2026-11-25T09:30:00+08:00", "2026-11-26T00:00:00Z", 7.5, 10.0, True
    )
    off = Lateness("2026-11-25T09:30:00+08:00", Source.GIT, 5400, 7.5, 1.0, 6.5, Message("1 off"))
    found = entry("ann", attempts=(one, two), lateness=off)
    on_time = entry("bob", attempts=(two,), lateness=replace(off, late=0, penalty=0.0, final=10.0))
    page = show(class_with(found, on_time), "#student=ann")
    cells = [row.split("\t") for row in page.locator(".attempts tbody tr").all_inner_texts()]
    assert cells == [
        ["1", "graded 2026-11-24 10:00", "a.py", "", ""],
        ["2", "2026-11-25 09:30", "b.py", "7.5", "counts"],
    ]
    text = page.get_by_role("dialog").inner_text()
    assert "1 off" in text and "6.5 / 10" in text
    page.keyboard.press("Escape")
    texts = [" ".join(text.split()) for text in page.locator(".chips label").all_text_contents()]
    assert texts == ["late 1", "several attempts 1"]
    assert page.locator("td .late").get_attribute("title") == "1 off"


def test_what_is_alike_is_a_section(show):
    """Who, how much, what shows both; a group by all of its members; and nobody is accused."""
    graded = {name: Provenance(f"c{name}", "k", "1") for name in ("ann", "bob", "cid", "dan")}
    pair = Found(
        (("ann",), ("bob", "cid")), ("cann", "cbob"), 0.937, 40, 7, True, (("softmax", 3),)
    )
    graded["cid"] = graded["bob"]
    alike = Remembered(40, (pair,), more=2).still(graded)
    page = show(CLASS, extras=Extras(folder="my out", graded=graded, sources=WORK, alike=alike))
    text = page.locator("section", has=page.locator("h2#alike")).inner_text()
    assert "93 %" in text and "the same text, letter by letter" in text
    assert "40 fingerprints in common, 7 of them in no third file" in text
    assert "grader compare 'my out' ann bob" in text and "accuses nobody" in text
    assert "files compared: 40; pairs alike: 3" in text and "2 more" in text
    assert "softmax: the same wrong values" in text


def test_a_pair_of_which_a_file_counts_no_more_is_left_out(show):
    """Which is said, as well as that the class was never compared."""
    pair = Found((("ann",), ("bob",)), ("cann", "cbob"), 0.9, 40, 7, False, ())
    graded = {"ann": Provenance("cann", "k", "1"), "bob": Provenance("later", "k", "1")}
    alike = Remembered(40, (pair,)).still(graded)
    page = show(CLASS, extras=Extras(folder="out", graded=graded, sources=WORK, alike=alike))
    text = page.locator("section", has=page.locator("h2#alike")).inner_text()
    assert "1 pairs are left out" in text and "90 %" not in text
    page = show(CLASS, extras=Extras(folder="out", graded=graded, sources=WORK))
    text = page.locator("section", has=page.locator("h2#alike")).inner_text()
    assert "Nobody has compared them yet: grader compare out does" in text


def test_the_page_speaks_chinese(show):
    """Labels, verdicts, figures and messages, in the page and in a report; no label is left."""
    page = show(CLASS, "#student=eva", extras=Extras(language="zh-TW"))
    assert page.locator("html").get_attribute("lang") == "zh-Hant-TW"
    dialog = page.get_by_role("dialog").inner_text()
    assert "以下是機器的判斷" in dialog and "關閉" in dialog
    page.keyboard.press("Escape")
    text = page.get_by_role("main").inner_text()
    for said in ("待決定", "遲交", "不在名單上", "通過", "最常見的錯誤", "中位數", "7 位學生"):
        assert said in text, said
    for left in ("graded", "undecided", "Students", "Mistake", "Show", "passed", "Find", "mean"):
        assert left not in text, left


def test_an_authors_words_are_in_the_language_of_the_page(tmp_path):
    """Titles of the exercise and of checks, and hints, as far as the class's key has them."""
    shutil.copy(ROOT / "exercises" / "ex1_logistic" / "answers.key", tmp_path / KEY)
    record = class_of(40)
    publish_class(record, tmp_path, {}, "zh-TW")
    text = (tmp_path / "index.html").read_text("utf-8")
    assert "<h1>邏輯斯迴歸</h1>" in text and record.title not in text
    assert all(check.title not in text for check in record.checks)
    hints = {
        h for e in record.entries for c in e.report.checks if c.mistake for h in c.mistake.hints
    }
    assert hints and not any(hint in text for hint in hints)


def test_all_that_the_script_says_is_in_the_catalogue():
    """Each text that it says is a literal, so the page can give it the translation."""
    folder = Path(format_.__file__).parent / "templates"
    script = "\n".join(path.read_text("utf-8") for path in folder.glob("page*.js"))
    calls = re.findall(r"(?<!function )\bsay\(", script)
    said = format_.SAID.findall(script)
    assert len(said) == len(calls) > 20
    assert [each for each in said if Words("zh-TW")(each) == each] == []
