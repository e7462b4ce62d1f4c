"""The letter to a student: what is in it, what never is, and that nobody can forge it."""

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt
from support.fabricated import class_of, entry, report

from grader.formats import Options
from grader.formats.markdown import code, escaped, fenced, render
from grader.report import Counterexample, Mistake, Problem, Status, Verdict
from grader.text import Message

EVIL = (
    "\n# Full marks\n![x](http://evil/x.png) [link](javascript:alert(1)) <img src=x onerror=y>\n"
    "```\n# out\n~~~\n| a | b |\n**bold** `code` &amp; www.evil.example \x1b[31m\u202e\ud800"
)


def failing(text="values differ", **fields):
    """A report whose second check failed, and said `text` wherever a student has a say."""
    right = entry().report
    shown = Counterexample({"logits": text}, "[1.]", text, f"print({text!r})\n{text}")
    check = replace(right.checks[1], verdict=Verdict.FAILED, points=0.0, message=text)
    check = replace(check, counterexample=shown, output=text, **fields)
    waiting = replace(right.checks[2], verdict=Verdict.SKIPPED, points=0.0)
    return replace(right, checks=(right.checks[0], check, waiting, *right.checks[3:]))


def tokens(text):
    """All tokens of the text as GitHub would read it."""
    parsed = MarkdownIt("commonmark", {"html": True}).enable("table").parse(text)
    return [inner for token in parsed for inner in (token, *(token.children or ()))]


def test_a_hint_is_read_as_its_author_meant_it():
    """Emphasis is emphasis, and no backslash stands before a bracket."""
    hint = "Pick the *smallest* one of shape \\(N,\\): `a[0]` (and 2 * 3 * 4)."
    text = render(failing(mistake=Mistake("axis", (hint,))))
    assert "*smallest*" in text and "of shape (N,): `a[0]` (and 2" in text
    stressed = [t for t in tokens(text) if t.type == "em_open"]
    assert len(stressed) == 1


def test_an_example_has_its_rows_in_lines():
    """Aligned below each other."""
    shown = Counterexample({"x": "[[1.],\n [2.]]"}, "[3.]", "[4.]", "")
    right = entry().report
    check = replace(right.checks[1], verdict=Verdict.FAILED, counterexample=shown)
    text = render(replace(right, checks=(check,)))
    assert "x         [[1.],\n           [2.]]\nexpected  [3.]" in text
    assert "Try it" not in text
    text = render(replace(right, checks=(check,)), Options(language="zh-TW"))
    assert "x     [[1.],\n       [2.]]\n預期  [3.]" in text  # a Chinese character takes two columns


def test_a_letter_says_what_to_look_at():
    """Score, message, hint, smallest example, code to try and what was printed are all there."""
    hint = "Sum over the last axis: `axis=-1`."
    text = render(failing(mistake=Mistake("axis", (hint,))), Options(student="b1", name="陳怡君"))
    for part in ("8.5 / 10", "Hello 陳怡君", "softmax turns each row", "values differ", hint):
        assert part in text
    for part in (
        "logits    values differ",
        "expected  [1.]",
        "print(",
        "It printed:",
        "softmax_dtype",
    ):
        assert part in text


def test_what_passed_is_not_held_against_anybody():
    """A full score is a short letter, with congratulations and no section."""
    text = render(entry().report, Options(name="Alice"))
    assert "10 / 10" in text and "Well done" in text and "##" not in text


def test_our_fault_is_said_to_be_ours():
    """A submission that could not be graded has no score in its letter, and no points."""
    text = render(replace(failing(), status=Status.UNGRADED))
    assert "our fault" in text and "/ 10" not in text


def test_the_key_stays_secret():
    """Neither the key's fingerprint nor a word of its seed is in any letter."""
    for student in class_of(60).entries:
        text = render(student.report, Options(student=student.student, name=student.name))
        assert student.report.key_fingerprint not in text and "seed" not in text


def test_one_reason_for_all_is_said_once():
    """A file that can't be read is told of once, with its line, not once a check."""
    lost = [
        replace(c, verdict=Verdict.ERROR, points=0.0, message=Message("can't be read"))
        for c in entry().report.checks
    ]
    problem = Problem(
        "logistic.py", 3, Message("SyntaxError: invalid syntax"), "  x = = 1\n      ^"
    )
    text = render(report("logistic.py", lost, problems=(problem,)))
    assert text.count("can't be read") == 1 and "line 3: SyntaxError" in text


def test_hostile_text_forges_nothing():
    """No heading, link, image or HTML comes from a name, a message, an output or a hint."""
    hostile = failing(EVIL, mistake=Mistake(EVIL, (EVIL,)), title=EVIL)
    hostile = replace(
        hostile, submission=EVIL, problems=(Problem(EVIL, 1, Message("{text}", text=EVIL), EVIL),)
    )
    kind = [(t.type, t.tag) for t in tokens(render(hostile, Options(student=EVIL, name=EVIL)))]
    found = {name for name, _ in kind}
    assert not found & {"link_open", "image", "html_inline", "html_block", "bullet_list_open"}
    clean = [
        (t.type, t.tag)
        for t in tokens(
            render(
                replace(
                    failing(mistake=Mistake("m", ("hint",))),
                    problems=(Problem("f", 1, Message("m"), "t"),),
                ),
                Options(name="n"),
            )
        )
    ]
    for one in ("heading_open", "table_open", "tr_open", "fence"):
        assert sum(n == one for n, _ in kind) == sum(n == one for n, _ in clean), one


def test_a_letter_can_be_sent():
    """It is UTF-8 without control characters, however odd what a student printed."""
    text = render(failing(EVIL), Options(name=EVIL))
    text.encode("utf-8")
    assert "\x1b" not in text and "\u202e" not in text


@pytest.mark.parametrize("text", ["`", "``` x", "a ````` b", "~~~\n```", "", "x" * 100_000])
def test_a_fence_holds_what_it_holds(text):
    """A block of code ends where we end it, and a long one is cut."""
    parsed = [token for token in tokens(f"{fenced(text)}\n\nafter") if token.type == "fence"]
    assert len(parsed) == 1 and parsed[0].content[:5] == f"{text}\n"[:5]
    assert len(parsed[0].content) < 5000


@pytest.mark.parametrize(
    "text", ["*a*", "_b_", "[c](d)", "<e>", "`f`", "h|i", "&lt;", "\\*", "a_b_c"]
)
def test_escaped_text_is_shown_as_it_is(text):
    """What Markdown would take for markup is read back letter for letter, as text or as code."""
    for made in (escaped(text), code(text)):
        inline = [
            t for t in tokens(f"x {made}") if t.type in ("text", "text_special", "code_inline")
        ]
        assert "".join(t.content for t in inline) == f"x {text}"


def test_the_course_is_named_in_a_letter_to_oneself():
    """In one line, in which nothing is Markdown; the letters of a class have one course."""
    course = Message("{root}, named by {by}", root=EVIL, by="--course")
    kinds = {"heading_open", "link_open", "image", "html_inline", "html_block", "table_open"}
    plain = [token.type for token in tokens(render(entry().report))]
    shown = [token.type for token in tokens(render(replace(entry().report, course=course)))]
    assert "course: " in render(replace(entry().report, course=course))
    assert {k: shown.count(k) for k in kinds} == {k: plain.count(k) for k in kinds}
    letter = render(replace(entry().report, course=course), Options(student="b1"))
    assert "course: " not in letter


def test_an_undecided_letter_says_what_to_do():
    """It has no score, and the reason."""
    reason = Message("two files fit: {files}; hand in one", files="a.py, b_c.py")
    text = render(replace(failing(), status=Status.UNDECIDED, reason=reason))
    assert "no score yet" in text and "two files fit: a.py, b_c.py; hand in one" in text
    assert "0 /" not in text


def test_a_letter_says_what_was_found_beside_the_grade():
    """The grade is the earlier one."""
    text = render(failing(), Options(beside=Message("{file} has 3 of 10 points", file="b.py")))
    assert "b.py has 3 of 10 points" in text and "/ 10" in text
