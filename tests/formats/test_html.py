"""The report as a block of HTML: whole, without a script, and nobody can write into it."""

from dataclasses import replace
from html.parser import HTMLParser

from support.fabricated import class_of, entry

from grader.formats import Options, hint_as_html
from grader.formats.html import render
from grader.report import Counterexample, Mistake, Problem, Report, Status, Verdict
from grader.text import Message

EVIL = (
    '<script>alert(1)</script><img src=x onerror=y> " onload="z \' </pre></div><b>{0} &amp;'
    "\x1b[31m\u202e\ud800\n<style>*{}</style>"
)
OURS = {"b", "code", "details", "div", "em", "pre", "span", "summary", "table", "td", "th", "tr"}


class Page(HTMLParser):
    """What a browser reads: the tags, each of which is closed, their attributes, and the text."""

    def __init__(self, block: str):
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(block)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        """A tag that begins."""
        self.open.append(tag)
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_endtag(self, tag):
        """It ends the one that began last."""
        assert self.open.pop() == tag

    def handle_data(self, data):
        """Text between tags."""
        self.text += data


def failing(text: str, **fields) -> Report:
    """A report whose second check failed, and said `text` wherever a student has a say."""
    right = entry().report
    shown = Counterexample({text: text}, text, text, f"print({text!r})\n{text}")
    said = Message("{text}", text=text)
    check = replace(right.checks[1], verdict=Verdict.FAILED, points=0.0, message=said)
    check = replace(check, counterexample=shown, output=text, **fields)
    problem = Problem(text, 3, said, text)
    checks = (right.checks[0], check, *right.checks[2:])
    return replace(right, checks=checks, problems=(problem,), course=said)


def test_whatever_a_student_writes_is_text():
    """No tag and no attribute is theirs, and what can't be seen is shown as an escape."""
    block = render(failing(EVIL, mistake=Mistake("x", (EVIL, EVIL))))
    page = Page(block)
    assert page.tags <= OURS and page.attributes <= {"class", "lang", "open", "style"}
    assert "<script>alert(1)</script>" in page.text
    assert not {"\x1b", "\u202e", "\ud800"} & set(block)


def test_every_report_is_a_whole_block():
    """All tags are closed, in either language; there is no script, and nothing is fetched."""
    for one in class_of(60).entries:
        for language in ("en", "zh-TW"):
            page = Page(render(one.report, Options(language=language, notebook=True)))
            assert page.tags <= OURS
            assert "src" not in page.attributes and "href" not in page.attributes


def test_a_hint_is_a_nudge_and_what_says_more():
    """In a notebook that is a magic; a general hint is only said to be there."""
    hinted = failing("values differ", mistake=Mistake("x", ("Which `axis`?", "It is *thine*.")))
    name, function = hinted.checks[1].name, hinted.checks[1].function
    whole = render(hinted)
    assert "<em>thine</em>" in whole and "says more" not in whole
    page = Page(render(hinted, Options(nudges=True)))
    assert "thine" not in page.text and f"(grader hint ex1 {function} says more)" in page.text
    page = Page(render(hinted, Options(nudges=True, notebook=True)))
    assert f"(%hint ex1 {function} says more)" in page.text
    unknown = Options(nudges=True, notebook=True, hinted=frozenset([name]))
    assert f"hint %hint ex1 {function}" in Page(render(failing("values differ"), unknown)).text


def test_what_can_be_pasted_fits_the_place():
    """Into a cell of the notebook, or into Python beside the file; what hangs is not tried."""
    report = failing("values differ")
    assert "paste this into a cell" in render(report, Options(notebook=True))
    assert "paste this into Python, in the folder of the file" in render(report)
    slow = replace(report.checks[1], verdict=Verdict.TIMEOUT)
    assert "paste this" not in render(replace(report, checks=(slow,)))


def test_a_closed_function_says_what_is_wrong_in_a_line():
    """Only the first that is wrong is open."""
    report = failing("first line\nsecond line")
    last = replace(report.checks[-1], verdict=Verdict.ERROR, message=Message("NameError: a\nb"))
    block = render(replace(report, checks=(*report.checks[:-1], last)))
    assert block.count("<details open") == 1
    (closed,) = [
        part for part in block.split("<details") if "NameError: a</span></summary>" in part
    ]
    assert " open" not in closed[:6]


def test_what_was_not_graded_says_why():
    """And shows no points."""
    report = replace(
        entry().report, status=Status.UNGRADED, reason=Message("no worker could be had"), checks=()
    )
    page = Page(render(report))
    assert "no worker could be had" in page.text and " / " not in page.text


def test_the_last_level_of_a_hint_is_what_is_new():
    """Those before it are fainter."""
    block = hint_as_html()("ex1 softmax", ["Which `axis`?", EVIL], "that is all", Options())
    page = Page(block)
    assert page.tags <= OURS and "that is all" in page.text
    first, second = block.split('<div style="margin:.4em 0')[1:]
    assert first.startswith(";opacity") and second.startswith('"')
