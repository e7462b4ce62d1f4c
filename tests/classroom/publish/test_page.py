"""The page of a class in a real browser: it sorts, filters, opens reports, and runs nothing."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect
from support.fabricated import class_of, entry, report

from grader.classroom.publish import page as format_
from grader.classroom.record import ClassRecord, Later, State, Why
from grader.report import Counterexample, Mistake, Problem, Status, Verdict
from grader.text import Message

pytest_plugins = "support.browsing"

ATTACKS = (
    "</script><script>alert(1)</script>",
    "<img src=http://evil.example/x.png onerror=alert(2)>",
    "{{7*7}}${7*7}",
    "javascript:alert(3)",
    "<!--<script>",
    '\'" onfocus=alert(4) autofocus x="',
    "]]></style><svg onload=alert(5)>",
)
EVIL = " ".join(ATTACKS)
UNSEEN = "\x1b[31mred\x00\u202etxt.exe\ud800\u2028end"


def class_with(*entries) -> ClassRecord:
    return replace(class_of(0), entries=entries)


def failing(student="alice", name="Alice", text="values differ", **fields):
    """A student whose second check failed with a known mistake, and who printed `text`."""
    right = entry().report
    shown = Counterexample({"logits": text}, "[1.]", "[0.5]", f"print({text!r})")
    made = Mistake("softmax_whole_batch", (f"Sum over the last axis. {text}",))
    check = replace(right.checks[1], verdict=Verdict.FAILED, points=0.0, message=text)
    check = replace(check, counterexample=shown, mistake=made, output=f"{text}\n")
    checks = (right.checks[0], check, *right.checks[2:])
    return entry(student, name, report=replace(right, checks=checks), **fields)


def column(page: Page, place: int) -> list[str]:
    cells = page.locator(f"table.students tbody tr > :nth-child({place})")
    return cells.all_text_contents()


def click_on(page: Page, key: str) -> str | None:
    """Sort by a column; what its head says now."""
    page.locator(f'button[data-key="{key}"]').click()
    return page.locator(f'th:has(button[data-key="{key}"])').get_attribute("aria-sort")


def test_numbers_sort_as_numbers(show):
    """Scores go up and then down, 10 is more than 9, and who has none is last both times."""
    page = show(class_of(120))
    for direction in ("ascending", "descending"):
        assert click_on(page, "score") == direction
        scores = column(page, 4)
        numbers = [float(score) for score in scores if score]
        assert scores[len(numbers) :] == [""] * (len(scores) - len(numbers)) != []
        assert numbers == sorted(numbers, reverse=direction == "descending")


def test_text_sorts_as_people_do(show):
    """Ids go by their numbers, whatever the case, and who has no name is last."""
    named = [("b10", "Cho"), ("B9", ""), ("b1", "ada"), ("c2", "Ben")]
    page = show(class_with(*(entry(student, name) for student, name in named)))
    assert click_on(page, "id") == "ascending"
    assert column(page, 1) == ["b1", "B9", "b10", "c2"]
    click_on(page, "name")
    assert column(page, 2) == ["ada", "Ben", "Cho", ""]
    click_on(page, "name")
    assert column(page, 2) == ["Cho", "Ben", "ada", ""]


def test_sorting_is_stable(show):
    """Students who are equal stay in the order of the record, up and down."""
    page = show(class_with(*(entry(f"s{i}", "Same") for i in "3142")))
    for _ in range(2):
        click_on(page, "score")
        assert column(page, 1) == ["s3", "s1", "s4", "s2"]


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("BOB", ["bob"]),
        ("怡君", ["cho"]),
        (".ipynb", ["cho"]),
        ("whole_batch", ["alice"]),
        ("nobody", []),
        ("", ["alice", "bob", "cho"]),
    ],
)
def test_what_is_typed_filters(show, typed, ids):
    """The box matches id, name, file and mistake in any case, and the count says how many."""
    chinese = entry("cho", "陳怡君", file="logistic.ipynb")
    page = show(class_with(failing(), entry("bob", "Bob"), chinese))
    page.get_by_label("Find").fill(typed)
    assert column(page, 1) == ids
    shown = page.locator("#shown").inner_text()
    assert shown == ("3 students" if len(ids) == 3 else f"{len(ids)} of 3 students")


def test_a_verdict_filters(show):
    """The list offers the verdicts that there are, and shows those students only."""
    page = show(class_with(failing(), entry("bob", "Bob"), entry("cho", state=State.NOTHING)))
    assert page.locator("#outcome option").count() == 4
    page.get_by_label("Show").select_option("partial")
    assert column(page, 1) == ["alice"]


def test_a_mistake_leads_to_who_made_it(show):
    """From a frequent mistake one click leads to its students in the table."""
    page = show(class_with(failing(), entry("bob", "Bob")))
    page.get_by_role("button", name="show in the table").click()
    assert column(page, 1) == ["alice"]


def test_a_report_opens_and_closes(show):
    """A click opens a report, Escape closes it, the address follows, and back goes back."""
    page = show(class_with(failing(), entry("bob", "Bob")))
    dialog = page.get_by_role("dialog")
    page.get_by_role("row").get_by_role("link", name="alice").click()
    dialog.wait_for()
    page.wait_for_url(re.compile("#student=alice$"))
    page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")
    page.wait_for_url(re.compile(r"index\.html$"))
    page.get_by_role("cell", name="Bob").click()
    expect(dialog.get_by_role("heading", level=2)).to_have_text(re.compile("^Bob"))
    page.go_back()
    dialog.wait_for(state="hidden")
    page.go_forward()
    dialog.wait_for()


def test_a_report_opens_by_keyboard(show):
    """Enter on a student opens the report, and closing it gives the focus back."""
    page = show(class_with(failing()))
    link = page.get_by_role("row").get_by_role("link", name="alice")
    link.focus()
    page.keyboard.press("Enter")
    page.get_by_role("dialog").wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="hidden")
    assert link.evaluate("link => link === document.activeElement")


def test_a_report_has_what_the_terminal_has(show):
    """Points, verdicts, message, example, hint, code, output, notes and problems are there."""
    right = failing(text="values differ: 0.5")
    found = replace(
        right,
        notes=("handed in late",),
        report=replace(
            right.report, problems=(Problem("logistic.py", 7, Message("a cell failed"), "x ="),)
        ),
    )
    text = show(class_with(found), "#student=alice").get_by_role("dialog").inner_text()
    for part in (
        "9 / 10", "2.5 / 3.5", "0 / 1", "values differ: 0.5", "logits", "expected", "[1.]",
        "returned", "[0.5]", "Hint Sum over the last axis", "Try it", "print('values",
        "It printed", "handed in late", "logistic.py, line 7: a cell failed", "x =",
    ):  # fmt: skip
        assert part in text, part


def test_a_hint_is_shown_without_its_markdown(show):
    """In the list of mistakes, which Python writes, and in a report, which the script does."""
    page = show(
        class_with(failing(text="Pick the *smallest* of `a * b`, \\(N,\\)")), "#student=alice"
    )
    page.get_by_role("dialog").wait_for()
    shown = "Sum over the last axis. Pick the smallest of a * b, (N,)"
    assert shown in page.get_by_role("dialog").inner_text()
    assert page.get_by_role("dialog").locator("em").all_text_contents() == ["smallest"]
    assert shown in page.locator("main").first.text_content().replace("\n", " ")


def test_skipped_checks_are_one_line(show):
    """What waits for another check is told of once, as on the terminal."""
    right = entry().report
    checks = [replace(c, verdict=Verdict.SKIPPED, points=0.0) for c in right.checks[1:]]
    skipped = entry(report=replace(right, checks=(right.checks[0], *checks)))
    dialog = show(class_with(skipped), "#student=alice").get_by_role("dialog")
    assert dialog.get_by_text("skipped until what is above passes").count() == 4


def test_a_link_leads_to_a_student(show):
    """#student=ID opens the report at once; closing it stays on the page; an unknown id is fine."""
    page = show(class_with(entry("a b/ü#%", "Ada"), entry("bob", "Bob")), "#student=bob")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Bob")
    page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")
    page.wait_for_url(re.compile(r"index\.html$"))
    page.get_by_role("row").get_by_role("link", name="a b/ü#%").click()
    expect(dialog).to_contain_text("Ada")
    for unknown in ("#student=eve", "#student=%E0%A4"):
        page.evaluate("hash => { location.hash = hash; }", unknown)
        dialog.wait_for(state="hidden")


def test_the_next_report_is_the_next_row(show):
    """Previous and next go through the table as it is sorted and filtered."""
    page = show(class_with(*(entry(s, "N") for s in ("b", "c", "a", "x"))))
    click_on(page, "id")
    page.get_by_role("row").get_by_role("link", name="a", exact=True).click()
    for student in ("a", "b", "c"):
        # A report is drawn after the address has changed: it is waited for.
        expect(page.locator("#body > p").first).to_have_text(re.compile(f"^{student}"))
        page.get_by_role("button", name="next").click()
    page.keyboard.press("Escape")
    page.wait_for_url(re.compile(r"index\.html#sort=id$"))


def test_students_with_one_id_have_their_own_reports(show):
    """Two rows of one id, or of ids that look alike, are two links."""
    page = show(class_with(entry("a", "First"), entry("a", "Second"), entry("a\x00", "Third")))
    for place, name in enumerate(["First", "Second", "Third"]):
        page.locator("table.students tbody a").nth(place).click()
        expect(page.get_by_role("dialog")).to_contain_text(name)
        page.keyboard.press("Escape")
        page.get_by_role("dialog").wait_for(state="hidden")


def hostile_class() -> ClassRecord:
    """A class in which everything that can be text is an attack."""
    evil = failing(EVIL, EVIL, EVIL, file=EVIL, notes=(EVIL,))
    problem = Problem(EVIL, 1, Message("{text}", text=EVIL), EVIL)
    wrong = replace(evil.report.checks[3], verdict=Verdict.ERROR, points=0.0, message=EVIL)
    checks = (*evil.report.checks[:3], wrong, *evil.report.checks[4:])
    evil = replace(evil, report=replace(evil.report, problems=(problem,), checks=checks))
    lost = [replace(c, verdict=Verdict.UNGRADED, points=0.0, message=EVIL) for c in checks]
    ungraded = report(EVIL, lost, status=Status.UNGRADED)
    return replace(
        class_with(
            evil,
            entry(f"u{EVIL}", EVIL, state=State.UNGRADED, report=ungraded),
            entry(f"n{EVIL}", EVIL, state=State.NOTHING),
            undecided(f"d{EVIL}", EVIL, EVIL),
            entry(f"k{EVIL}", EVIL, later=Later(Why.WORSE, Message("{text}", text=EVIL))),
        ),
        exercise=EVIL,
        title=EVIL,
        finished=EVIL,
        isolation=EVIL,
        key_fingerprint=EVIL,
        checks=tuple(replace(one, title=EVIL) for one in class_of(0).checks),
    )


def test_nothing_that_a_student_wrote_runs(show):
    """No dialog, no script, no request and no element comes of markup; the text is shown as is."""
    page = show(hostile_class())
    assert page.locator("img, script[src], [onerror], [onload], [onfocus]").count() == 0
    assert page.locator("script").count() == 2
    assert column(page, 2)[0].startswith(ATTACKS[0])
    page.locator("table.students tbody a").first.click()
    text = page.get_by_role("dialog").inner_text()
    for attack in ATTACKS:
        assert text.count(attack) >= 6, attack
    assert page.locator("dialog").locator("img, script, svg, style").count() == 0
    page.get_by_label("Find").evaluate("(box, text) => { box.value = text; }", EVIL)
    page.wait_for_timeout(200)


def test_the_policy_stops_what_gets_through(browser, tmp_path):
    """Even markup put in by hand runs no script and loads nothing: the page's policy forbids it."""
    path = tmp_path / "index.html"
    path.write_text(format_.render(class_with(entry())), encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    policy = page.locator("meta[http-equiv]").get_attribute("content")
    assert "default-src 'none'" in policy and "unsafe" not in policy
    refused = page.evaluate(
        """() => {
            try { document.body.innerHTML = "<img src=x onerror='window.ran = 1'>"; }
            catch (error) { return error.name; }
        }"""
    )
    assert refused == "TypeError"
    late = path.read_text(encoding="utf-8").replace("<main>", f"<main>{' '.join(ATTACKS)}")
    path.write_text(late.replace("alert", "window.ran = "), encoding="utf-8")
    page.goto(path.as_uri())
    page.wait_for_timeout(200)
    assert page.evaluate("window.ran") is None
    page.close()


def test_a_section_is_a_click_away(show):
    """The head of the page leads to the students, and a report opened from there goes back."""
    page = show(class_of(60))
    page.get_by_role("navigation").get_by_role("link", name="students").click()
    head = page.get_by_role("heading", name="Students")
    assert head.bounding_box()["y"] < 200
    page.locator("table.students tbody a").first.click()
    page.keyboard.press("Escape")
    page.wait_for_url(re.compile(r"#students$"))


def test_what_cannot_be_seen_is_made_visible(show):
    """Control characters, escapes, overrides and lone surrogates become marks, not effects."""
    unseen = failing(UNSEEN, UNSEEN, UNSEEN)
    wrong = replace(unseen.report.checks[1], mistake=Mistake(UNSEEN, (UNSEEN,)))
    checks = (unseen.report.checks[0], wrong, *unseen.report.checks[2:])
    record = class_with(replace(unseen, report=replace(unseen.report, checks=checks)))
    text = format_.render(record)
    text.encode("utf-8")
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e]", text)
    page = show(record)
    page.locator("table.students tbody a").click()
    expect(page.get_by_role("dialog")).to_contain_text("\\x1b[31mred")


def test_long_texts_are_cut(show):
    """A line of 10 kB says how much of it is missing, and a hostile class still fits."""
    page = show(class_with(failing(text="x" * 10_000)), "#student=alice")
    assert "(6,000 more characters)" in page.get_by_role("dialog").inner_text()
    noisy = [failing(f"s{i}", "N" * 10_000, f"{i}" + "é" * 10_000) for i in range(300)]
    assert len(format_.render(class_with(*noisy)).encode()) < 5_000_000


def test_a_class_of_a_thousand(show):
    """Smaller than 5 MB, and it sorts and filters like a small one (tests/benchmarks: how fast)."""
    record = class_of(1000)
    assert len(format_.render(record).encode()) < 5_000_000
    page = show(record)
    click_on(page, "score")
    scores = [float(score) for score in column(page, 4) if score]
    assert scores == sorted(scores) and len(scores) > 900
    assert page.locator("table.students tbody tr").count() == 1000
    page.get_by_label("Find").fill(record.entries[500].student)
    assert record.entries[500].student in column(page, 1)


@pytest.mark.parametrize("hash", ["", "#student=alice"])
@pytest.mark.parametrize("record", ["class", "hostile", "long"])
def test_it_fits_a_telephone(show, record, hash):
    """At 375 pixels nothing makes the page wider than the screen, open or closed."""
    long = class_with(failing("alice", "N" * 300, "y" * 3000, file="f" * 300))
    records = {"class": class_with(failing(), *class_of(30).entries), "long": long}
    made = records.get(record) or replace(
        hostile_class(), entries=(failing("alice", EVIL, EVIL), *hostile_class().entries)
    )
    page = show(made, hash, viewport={"width": 375, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    assert page.get_by_role("dialog").is_visible() == bool(hash)
    assert page.evaluate("document.querySelector('dialog').scrollWidth") <= 375


def test_it_prints(show):
    """On paper there are all rows with their heads, dark on white, and no controls."""
    page = show(class_of(100), color_scheme="dark")
    page.emulate_media(media="print")
    assert not page.get_by_label("Find").is_visible()
    assert page.locator("table.students tbody tr:visible").count() == 100
    display = "row => getComputedStyle(row).display"
    assert page.locator("table.students thead").evaluate(display) == "table-header-group"
    assert page.locator("table.students tbody tr").last.evaluate(display) == "table-row"
    assert color(page, "html", "background-color") == (255, 255, 255)
    assert len(page.pdf()) > 10_000


def test_an_open_report_prints_alone(show):
    """Whoever prints with a report open gets the report."""
    page = show(class_with(failing()), "#student=alice")
    page.emulate_media(media="print")
    assert not page.get_by_role("main").is_visible()
    assert page.get_by_role("dialog").is_visible()


def color(page: Page, selector: str, name: str) -> tuple[int, ...]:
    read = "(e, name) => getComputedStyle(e).getPropertyValue(name)"
    return tuple(
        map(int, re.findall(r"\d+", page.locator(selector).first.evaluate(read, name))[:3])
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_read_in_the_dark(show, scheme):
    """Text, links, verdicts and the chart's text have a contrast of 4.5 with what is behind."""
    page = show(class_of(100), color_scheme=scheme)
    behind = color(page, "html", "background-color")
    assert (sum(behind) < 200) == (scheme == "dark")
    for selector, name in (
        ("body", "color"), (".soft", "color"), ("main a", "color"), ("td.failed", "color"),
        ("td.passed", "color"), ("td.ungraded", "color"), (".chart text", "fill"),
    ):  # fmt: skip
        assert contrast(color(page, selector, name), behind) >= 4.5, selector


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """The contrast ratio of WCAG 2.2."""

    def luminance(rgb):
        linear = [x / 3294.6 if x <= 10 else ((x / 255 + 0.055) / 1.055) ** 2.4 for x in rgb]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_it_is_a_page_for_everybody(show):
    """It has a language, one h1, heads with a scope, and names for what can be used."""
    page = show(class_of(50))
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("h1").count() == 1
    assert page.locator("th:not([scope])").count() == 0
    assert page.locator("table.students thead th[aria-sort]").count() == 10
    assert page.get_by_role("img", name=re.compile("Distribution of")).count() == 1
    assert page.get_by_role("searchbox", name="Find").count() == 1


def test_an_empty_class_is_said_to_be_empty(show):
    """A class of nobody is a page that says so, without figures, table or error."""
    page = show(class_of(0))
    assert "The class is empty" in page.get_by_role("main").inner_text()
    assert page.locator("table").count() == 0


def test_a_class_that_could_not_be_graded_is_listed(show):
    """Where nobody was graded there are no figures, but everybody is there, with the reason."""
    lost = [replace(c, verdict=Verdict.UNGRADED, points=0.0, message=Message("out of memory"))
            for c in entry().report.checks]  # fmt: skip
    broken = report("logistic.py", lost, status=Status.UNGRADED)
    students = (entry(s, s, state=State.UNGRADED, report=broken) for s in ("ann", "ben"))
    page = show(class_with(*students))
    text = page.get_by_role("main").inner_text()
    assert "2 could not be graded" in text and "Nobody could be graded" in text
    assert text.count("out of memory") == 2 and "NaN" not in text
    assert column(page, 4) == ["", ""]


def undecided(student, name="", reason="two files fit: a.py, b.py"):
    """One who handed in something, and it is not clear what counts."""
    told = replace(report("", entry().report.checks), reason=Message("{text}", text=reason))
    told = replace(told, status=Status.UNDECIDED)
    return entry(student, name, file="", state=State.UNDECIDED, report=told)


def test_who_is_undecided_is_named_at_the_top(show):
    """With the reason, before all figures, and never among those who handed in nothing."""
    nothing = entry("cho", "Cho", state=State.NOTHING)
    page = show(class_with(failing(), undecided("bob", "Bob"), nothing))
    head = page.locator("header").inner_text()
    assert "1 undecided: a person has to say what counts" in head
    assert "two files fit: a.py, b.py" in head and "--use STUDENT=FILE" in head
    assert "1 handed in nothing" in head and "1 of 3" in head
    page.get_by_label("Show").select_option("undecided")
    assert (column(page, 1), column(page, 4)) == (["bob"], [""])
    page.locator("table.students tbody a").first.click()
    text = page.get_by_role("dialog").inner_text()
    assert "Undecided: a person has to say which file counts" in text and "no score" in text


def test_a_grade_that_was_kept_is_shown_with_what_was_found(show):
    """At the top, and in the report."""
    late = Later(Why.WORSE, Message("b.py has {score} of 10 points", score="3"))
    page = show(class_with(entry("bob", "Bob", later=late)), "#student=bob")
    assert "b.py has 3 of 10 points" in page.get_by_role("dialog").inner_text()
    page.keyboard.press("Escape")
    head = page.locator("header").inner_text()
    assert "1 keeps an earlier grade" in head and "b.py has 3 of 10 points" in head
    assert column(page, 4) == ["10"]


def test_who_is_absent_asks_for_no_decision(show):
    """The grade of an earlier part of the class stays, and is no alert."""
    late = Later(Why.ABSENT, Message("kept from an earlier run"))
    page = show(class_with(entry("bob", "Bob", later=late)))
    assert page.locator(".alert:visible").count() == 0


def test_the_figures_are_those_of_the_class(show):
    """Graded, mean, and a check that tells nothing are said in words."""
    page = show(class_with(failing(), entry("bob", "Bob"), entry("cho", "Cho")))
    text = page.get_by_role("main").inner_text()
    assert "3 of 3" in text and "9.67 of 10" in text and "tells nothing: all pass" in text


def test_one_record_is_one_text():
    """The same class gives the same page, byte for byte."""
    assert format_.render(class_of(40)) == format_.render(class_of(40))
