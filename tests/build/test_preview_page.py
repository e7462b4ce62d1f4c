"""The page of a preview: a README as it is meant, in a real browser, and nothing that runs."""

import base64
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from grader.build import chosen_mistakes, is_preview_page, render_preview_page, see_mistakes, silent
from grader.build.preview.markdown import as_html, formula, left_as_text
from grader.build.preview.seen import Seen
from grader.course.course import Lesson

CHROMIUM = Path("/usr/bin/chromium")
OPTIONS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
EVIL = (
    "<script>alert(1)</script>\n\n<img src=x onerror=alert(2)>\n\n[x](javascript:alert(3))\n\n"
    "![far](http://evil.example/x.png) ![up](../secret.png)\n\n"
    "$\\text{<script>alert(4)</script>}$ $\\href{javascript:alert(5)}{x}$\n\n"
    "```\n</pre><script>alert(6)</script>\n```\n"
)


@pytest.fixture(scope="module")
def browser_page() -> Iterator[Callable[[Path, int], tuple[Page, list[str]]]]:
    """Open a file at a width; with it, all that it did and should not have done."""
    if not CHROMIUM.exists() and not os.environ.get("MUST_WORK"):
        pytest.skip(f"no browser at {CHROMIUM}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS.split())

        def opened(path: Path, width: int) -> tuple[Page, list[str]]:
            page, wrong = browser.new_page(viewport={"width": width, "height": 900}), []
            page.on("console", lambda message: wrong.append(message.text))
            page.on("dialog", lambda dialog: wrong.append(dialog.message))
            page.on("request", lambda request: wrong.append(request.url))
            page.goto(path.as_uri())
            return page, [each for each in wrong if each != path.as_uri()]

        yield opened
        browser.close()


@pytest.fixture
def html(tmp_path):
    """The HTML of a Markdown text."""

    def made(text: str) -> str:
        path = tmp_path / "course" / "README.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return str(as_html(path))

    return made


def test_a_readme_is_shown_as_it_is_meant(html):
    """Headings, tables, code, and formulas in a line and in a block."""
    made = html(
        "## `f(x)`\n\n| a | b |\n|---|---|\n| `x` | (N,) |\n\n"
        "$$\n\\frac{a_i}{2}\n$$\n\nso $x_1$ it is\n"
    )
    assert "<h2><code>f(x)</code></h2>" in made and "<td>(N,)</td>" in made
    assert '<math xmlns="http://www.w3.org/1998/Math/MathML" display="block">' in made
    assert made.count("<math") == 2 and "<mfrac>" in made and "$" not in made


def test_a_sum_of_money_is_no_formula(html):
    """As on GitHub: a dollar sign before a space, or behind a digit, begins none."""
    assert "<math" not in html("it costs 5$ and not 6$, or $ 7 $\n")


@pytest.mark.parametrize(
    "tex",
    [
        "\\unknown{x}",
        "\\left| x",
        "x^",
        "a & b",
        "\\text{<b>}",
        "\\text{<script>alert(1)</script>}",
        "\\href{javascript:alert(1)}{x}",
    ],
)
def test_a_formula_that_cannot_be_converted_stays_as_it_is_written(tex):
    """Rather than with something left out, or with HTML of its own."""
    made = formula(tex, block=False)
    assert made.startswith("<code>") and made.count("<") == 2


@pytest.mark.parametrize(
    "tex",
    [
        "\\arg\\min_k \\lVert x - c_k \\rVert^2",
        "\\arg \\max_k z_k",
        "\\left\\| x \\right\\|",
        "\\operatorname*{argmin}_k z_k",
        "\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}",
    ],
)
def test_what_is_common_in_a_course_is_converted(tex):
    """As GitHub shows it: an argmin, a norm, equations below one another."""
    assert formula(tex, block=True).startswith("<math")


def test_formulas_that_stay_as_they_are_written_are_told_with_their_lines(tmp_path):
    """Of a line, of a block, and of a table; whole."""
    path = tmp_path / "README.md"
    path.write_text(
        "# A\n\nso $x_1$ and\n$\\softmax(z)$ it is\n\n$$\n\\frac{a}{2} \\what\n+ 1\n$$\n\n"
        "| a |\n|---|\n| $\\arg x$ |\n| $\\other$ |\n"
    )
    assert [*left_as_text(path)] == [
        (4, "\\softmax(z)"),
        (7, "\\frac{a}{2} \\what + 1"),
        (14, "\\other"),
    ]


def test_a_picture_beside_the_readme_is_put_into_the_page(html, tmp_path):
    """One from elsewhere is only named: the page asks for nothing."""
    html("")
    (tmp_path / "course" / "x.png").write_bytes(PICTURE)
    (tmp_path / "secret.png").write_bytes(PICTURE)
    assert 'src="data:image/png;base64,' in html("![a curve](x.png)\n")
    assert html("![up](../secret.png)\n") == "<p><em>up</em></p>\n"
    assert html("![far](https://example.org/x.png)\n") == "<p><em>far</em></p>\n"


def seen_of(lesson: Lesson, key, *names: str) -> list[Seen]:
    """What is seen of the mistakes of these names."""
    return see_mistakes(lesson, key, chosen_mistakes(lesson, names), silent)


def test_the_page_is_harmless_whatever_is_in_it(toy, toy_key, tmp_path, browser_page):
    """No script runs and nothing is asked for; it fits a phone, and shows what a student sees."""
    folder = tmp_path / toy.folder.name
    folder.mkdir()
    for name in ("checks.py", "README.zh-TW.md"):
        (folder / name).write_bytes((toy.folder / name).read_bytes())
    (folder / "README.md").write_text(
        f"# Evil\n\n{EVIL}\n\n$$\n\\sum_i x_i\n$$\n", encoding="utf-8"
    )
    path = tmp_path / "page.html"
    lesson = Lesson(folder, toy.solution)
    seen = seen_of(toy, toy_key, "mean_sum", "spread_swapped")
    path.write_text(render_preview_page(lesson, seen, ["<b>stale</b>"]), encoding="utf-8")
    for width in (1200, 390):
        page, wrong = browser_page(path, width)
        assert wrong == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.evaluate("document.querySelectorAll('script, img, article a').length") == 0
        assert page.locator("math").count() == 1
        assert page.locator(".note").first.inner_text() == "<b>stale</b>"
        assert page.locator("#mistakes section").count() == 2
        assert "hint" in page.locator("#mistakes pre").first.inner_text()


def test_an_earlier_page_is_known_by_how_it_begins(toy):
    """Nothing else is taken for one."""
    assert is_preview_page(render_preview_page(toy, [], []))
    assert not is_preview_page("<!doctype html>\n<html lang='en'>")


def test_the_mistakes_that_are_chosen(toy):
    """All, or each that is named once."""
    names = [path.name for path in chosen_mistakes(toy, [])]
    assert names == sorted(path.name for path in Path(toy.solution / "wrong").glob("*.py"))
    chosen = chosen_mistakes(toy, ["mean_sum", "mean"])
    assert chosen[0].stem == "mean_sum" and len(chosen) == 3
