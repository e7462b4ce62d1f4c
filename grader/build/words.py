"""An author's words in other languages, and how they come into a key.

`words.zh-TW.toml` beside the reference has them in Chinese. Each stands under the name of what it
is about, as the English does in checks.py and in wrong/:

    title = "..."            the exercise's
    [titles]                 of each check, its docstring
    [hints]                  of each check, its hints=, with as many paragraphs
    [said]                   what else checks.py says; the key is the English text or template
    [mistakes]               of each file of wrong/, its docstring, with as many paragraphs
"""

import ast
import tomllib
from pathlib import Path

from msgspec.structs import replace

from grader.build.mistake import hints_of
from grader.course import AnswerKey, Lesson, sources
from grader.errors import AuthorError
from grader.text import paragraphs, parse

TABLES = ("titles", "hints", "said", "mistakes")

_BEFORE, _AFTER = "words.", ".toml"


def files_of(lesson: Lesson) -> dict[str, Path]:
    """The files of words, by their language: zh-TW."""
    paths = lesson.solution.glob(f"{_BEFORE}*{_AFTER}")
    return {path.name[len(_BEFORE) : -len(_AFTER)]: path for path in sorted(paths)}


Levels = dict[str, tuple[str, ...]]
"""Paragraphs by the name of what they are about."""


def english(lesson: Lesson, mistakes: Levels) -> dict[str, Levels]:
    """The paragraphs of all that is to be translated, by table and name; but of `said`.

    `mistakes` are the hints of wrong/.
    """
    checks = lesson.exercise.checks
    return {
        "": {"title": (lesson.exercise.title,)},
        "titles": {check.name: (check.title,) for check in checks},
        "hints": {check.name: check.hints for check in checks if check.hints},
        "mistakes": mistakes,
    }


def words_of(lesson: Lesson, mistakes: Levels) -> dict[str, dict[str, str]]:
    """By language, from each English text to the other; what is missing there stays English."""
    texts = english(lesson, mistakes)
    return {language: _pairs(texts, path) for language, path in files_of(lesson).items()}


def renewed(lesson: Lesson, key: AnswerKey, now: dict[str, str] | None = None) -> AnswerKey:
    """The key with the hints and the words that the author's files have now.

    `now` are the lesson's sources, where they are known. Raises AuthorError where more than words
    has changed since the key was built.
    """
    name, now = lesson.exercise.name, now or sources(lesson)
    if changed := [file for file in sorted(now) if key.sources.get(file) != now[file]]:
        raise AuthorError(
            "{name}: not only words have changed, but the code of {files}; run `grader build "
            "{name}` without --words",
            name=name,
            files=", ".join(changed),
        )
    hints = {path.stem: _hints(path) for path in lesson.solution_files("wrong")}
    _must_stay_alike(key, hints)
    mistakes = [replace(mistake, hints=hints[mistake.name]) for mistake in key.mistakes]
    return replace(key, mistakes=mistakes, words=words_of(lesson, hints))


def _hints(path: Path) -> tuple[str, ...]:
    return hints_of(parse(path.read_text(encoding="utf-8-sig"), str(path)))


def _must_stay_alike(key: AnswerKey, hints: Levels) -> None:
    """Mistakes that no input tells apart have one hint; a build finds out which these are."""
    by_hint: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for mistake in key.mistakes:
        by_hint.setdefault((mistake.function, mistake.hints), []).append(mistake.name)
    for names in by_hint.values():
        if len({hints[name] for name in names}) > 1:
            raise AuthorError(
                "{names} had one hint and have several now; `grader build {name}` without --words "
                "finds out whether any input tells them apart",
                names=", ".join(f"wrong/{name}.py" for name in names),
                name=key.exercise,
            )


def _pairs(texts: dict[str, Levels], path: Path) -> dict[str, str]:
    """What a file translates. A table that is none is passed over here, and told by a rule."""
    try:
        read = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise AuthorError("{path}: it is not TOML: {error}", path=path, error=error) from None
    tables = {name: each for name, each in read.items() if isinstance(each, dict)} | {"": read}
    said = tables.get("said", {})
    pairs = {one: other for one, other in said.items() if isinstance(other, str)}
    for table, wanted in texts.items():
        for name, levels in wanted.items():
            other = tables.get(table, {}).get(name)
            others = paragraphs(other) if isinstance(other, str) else ()
            if len(others) == len(levels):
                pairs |= dict(zip(levels, others, strict=True))
    return pairs


def spoken(tree: ast.Module) -> list[str]:
    """The texts that checks.py gives to `Message` and `Hint`, and those of `none=`."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Message", "Hint"):
            found += [node.args[0]] if node.args else []
        elif isinstance(node, ast.keyword) and node.arg == "none":
            found.append(node.value)
    texts = [each.value for each in found if isinstance(each, ast.Constant)]
    return [text for text in texts if isinstance(text, str)]
