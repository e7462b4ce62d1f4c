"""An exercise as one page: its task in both languages, and what is said of each known mistake."""

from collections.abc import Sequence

from jinja2 import Environment, PackageLoader, StrictUndefined, Undefined
from markupsafe import Markup

from grader import formats
from grader.build.preview.markdown import as_html
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
