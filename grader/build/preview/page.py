"""An exercise as one page: its task in both languages, and what is said of each known mistake."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined, Undefined
from markupsafe import Markup

from grader import formats
from grader.build.preview.markdown import as_html, left_as_text
from grader.build.preview.seen import Seen
from grader.course import Lesson
from grader.text import clean

LANGUAGES = {"en": ("English", "README.md"), "zh-Hant": ("中文", "README.zh-TW.md")}

BEGINS = '<!doctype html>\n<html lang="en" data-made-by="grader preview">\n'


def render(lesson: Lesson, seen: Sequence[Seen], stale: Sequence[str]) -> str:
    """The page. It needs no other file, runs no script, and asks for nothing."""
    readmes = {
        language: (name, as_html(lesson.folder / file))
        for language, (name, file) in LANGUAGES.items()
        if (lesson.folder / file).is_file()
    }
    shown = formats.excerpt()
    template = _environment().get_template("page.html")
    return BEGINS + template.render(
        exercise=lesson.exercise,
        readmes=readmes,
        stale=stale,
        seen=[
            (each, shown(each.report, formats.Options()), each.path.read_text(encoding="utf-8-sig"))
            for each in seen
        ],
    )


def formulas_left(lesson: Lesson) -> Iterator[tuple[Path, int, str]]:
    """The formulas of both READMEs that the page shows as they are written, by file and line."""
    for _, name in LANGUAGES.values():
        path = lesson.folder / name
        if path.is_file():
            yield from ((path, line, tex) for line, tex in left_as_text(path))


def _environment() -> Environment:
    """Templates that escape whatever is inserted, and make it harmless."""
    return Environment(
        loader=PackageLoader("grader.build.preview"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _harmless(value: object) -> object:
    """Text without what a browser would not show as it is; what is HTML already stays."""
    return value if isinstance(value, Markup | Undefined) else clean(str(value))
