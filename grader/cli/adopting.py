"""What `grader adopt` does: a mistake that nobody has named becomes a known one.

All is made and tried in a copy of the exercise first. Then come the files of the course, the key
of the class, its record and what is published, in this order: each is written whole, and where the
command was ended in between, the same command goes on.
"""

import os
import tempfile
from argparse import Namespace
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from msgspec.structs import replace

from grader import build, classroom
from grader.build import Adopted, Cut, Tried, Word
from grader.classroom import Group, Store
from grader.cli import courses, language, progress
from grader.cli.exit_codes import PASSED
from grader.cli.whole_class import alone, counted_aloud, publish, speak, tell
from grader.course import AnswerKey, Lesson, must_fit, read_key, write_key, write_whole
from grader.errors import RecordError, StaleKeyError, UsageError
from grader.report import Report
from grader.sandbox import Workers, choose, start
from grader.text import Message, Words, clean, line, paragraphs

CHINESE = "zh-TW"


def adopt(args: Namespace) -> int:
    """`grader adopt`."""
    words = language.words(args.lang)
    with Store(args.output, tell=tell) as store, alone(args.output):
        lesson = _lesson(args, store)
        key = _key_of_class(args.output, lesson, store, args.name)
        group = classroom.group_of(store, args.group)
        asked = _asked(args, group)
        build.must_be_possible(lesson, asked)
        classroom.counted(store)  # a decision that can't be meant would stop the letters at the end
        if not args.dry_run:
            _must_be_writable(lesson)
        with tempfile.TemporaryDirectory(prefix="grader-") as place:
            with _workers(args, lesson, Path(place)) as workers:
                made = _made(args, asked, group, lesson, key, workers, words)
                if args.dry_run:
                    return PASSED
                new_key, reports = _told_the_hint(made, group, lesson, key, workers)
                with progress.steps() as told:
                    tried = build.tried(lesson, made, Path(place), workers, told)
        new_key = classroom.key_of_now(new_key, tried)
        _write(made, tried, new_key, lesson, args.output)
        classroom.renew(store, group, reports, new_key)
        found = counted_aloud(store)
        publish(found, args.output, store, speak(None, store))
        seed = store.settings().get("seed", "")
    for message in _done(made, tried, group, reports, lesson):
        print(clean(words(message)))
    if note := _next_batch(seed, key, tried):
        print(clean(words(note)))
    return PASSED


# --- what is meant -------------------------------------------------------------------------


def _lesson(args: Namespace, store: Store) -> Lesson:
    """The exercise of the class, in a course that has its solution."""
    name = store.settings().get("exercise", "")
    lesson = courses.of_an_author(args.course).lesson(name)
    if not lesson.has_solution:
        raise UsageError(
            "no solution in {solution}; only an instructor can do this", solution=lesson.solution
        )
    return lesson


def _key_of_class(folder: Path, lesson: Lesson, store: Store, name: str) -> AnswerKey:
    """The key with which the class was graded, without a mistake of this name.

    It has to be of the exercise as it is here. An earlier try may have put the mistake into it.
    """
    key = read_key(folder / classroom.KEY)
    try:
        must_fit(key, lesson)
    except StaleKeyError as error:
        raise UsageError(
            "{folder} was graded by another course, or by this one as it was before: {error}",
            folder=folder,
            error=error,
        ) from None
    others = [mistake for mistake in key.mistakes if mistake.name != name]
    if key.fingerprint != store.settings().get("key") and len(others) == len(key.mistakes):
        raise RecordError(
            "the key in {folder} is not the one of its grades; the same `grader batch` once more "
            "grades what is to be graded with it",
            folder=folder,
        )
    return replace(key, mistakes=others)


def _asked(args: Namespace, group: Group) -> Adopted:
    hints = tuple(part for text in args.hint for part in paragraphs(text))
    chinese = tuple(part for text in args.hint_zh for part in paragraphs(text))
    if chinese and len(chinese) != len(hints):
        raise UsageError(
            "--hint has {here} paragraphs, and --hint-zh has {there}; give as many of both",
            here=len(hints),
            there=len(chinese),
        )
    words = {CHINESE: chinese} if chinese else {}
    return Adopted(args.name, group.function, hints, words)


def _must_be_writable(lesson: Lesson) -> None:
    """Raise UsageError where the course can't be written, before anything takes time."""
    for folder in (lesson.solution, lesson.solution / "wrong", lesson.folder):
        if folder.is_dir() and not os.access(folder, os.W_OK):
            raise UsageError(
                "{folder} can't be written, and a known mistake is a file of the course; name a "
                "copy of it: --course DIR",
                folder=folder,
            )


@contextmanager
def _workers(args: Namespace, lesson: Lesson, place: Path) -> Iterator[Workers]:
    """Where the code is executed: as isolated as a batch's submissions are."""
    tier = choose(args.isolation, args.trust_submissions)
    private = [*lesson.private, args.output, place]
    with start(lesson.exercise.framework, tier, private) as workers:
        yield workers


# --- what is made --------------------------------------------------------------------------


def _made(
    args: Namespace,
    asked: Adopted,
    group: Group,
    lesson: Lesson,
    key: AnswerKey,
    workers: Workers,
    words: Words,
) -> Adopted:
    """The mistake with its code, which is shown. Raises UsageError for words nobody has read."""
    with progress.steps() as told:
        cut = classroom.cut_of(group, lesson, key, workers, args.allow, told)
    made = asked.with_code(cut.code)
    path = made.path(lesson)
    print(clean(f"{path}:\n\n{made.text}"))
    print(clean(words(_how(cut))))
    if cut.strangers:
        raise UsageError(_unknown(cut.strangers[0]), *map(_unknown, cut.strangers[1:]))
    if path.exists() and path.read_text("utf-8") != made.text:
        raise UsageError("{path} is there already; choose another --name", path=path)
    return made


def _how(cut: Cut) -> Message:
    if cut.is_smallest:
        return Message(
            "{before} statements, cut down to {count}: without any one of them the values are "
            "others ({asked} tries)",
            before=cut.before,
            count=cut.statements,
            asked=cut.asked,
        )
    return Message(
        "{before} statements, cut down to {count}; it could be fewer, for after {asked} tries no "
        "more were made",
        before=cut.before,
        count=cut.statements,
        asked=cut.asked,
    )


def _unknown(word: Word) -> Message:
    if word.is_text:
        return Message(
            "line {line} of the code: the text {text} could be somebody's; if it may stand in the "
            "course, add --allow {text}",
            line=word.line,
            text=line(repr(word.text)),
        )
    return Message(
        "line {line} of the code: no file of the exercise uses {word}; `grader build` executes the "
        "code without isolation, so read it, and if it may stand there, add --allow {word}",
        line=word.line,
        word=line(word.text),
    )


def _told_the_hint(
    made: Adopted,
    group: Group,
    lesson: Lesson,
    key: AnswerKey,
    workers: Workers,
) -> tuple[AnswerKey, dict[str, Report]]:
    """The class's key with the mistake, and the reports of those who are told of it by that."""
    with progress.steps() as told:
        new_key = classroom.key_with(made, lesson, key, workers)
        name = made.name
        return new_key, classroom.told_the_hint(group, name, lesson, new_key, workers, told)


def _write(made: Adopted, tried: Tried, key: AnswerKey, lesson: Lesson, folder: Path) -> None:
    """Write the files of the course, and then the key of the class, each whole."""
    path = folder
    try:
        for path, data in made.files(lesson).items():
            path.parent.mkdir(exist_ok=True)
            write_whole(path, data)
        path = lesson.key_path
        write_key(path, tried.key)
        path = folder / classroom.KEY
        write_key(path, key, private=True)
    except OSError as error:
        raise classroom.not_written(
            error,
            "{path} can't be written: {strerror}; when it can, the same command goes on from here",
            path=path,
        ) from None


def _done(
    made: Adopted,
    tried: Tried,
    group: Group,
    reports: Mapping[str, Report],
    lesson: Lesson,
) -> Iterator[Message]:
    """What is written, and what is left to do."""
    name = lesson.exercise.name
    yield Message("written: {path}, and the key of {name}", path=made.path(lesson), name=name)
    yield Message(
        "{count} students are told the hint in their letters, and no score has changed: {students}",
        count=len(reports),
        students=", ".join(reports),
    )
    if rest := [student for student in group.cluster.students if student not in reports]:
        yield Message(
            "not told it, for a part of what they return is another: {students}",
            students=", ".join(rest),
        )
    for fault in tried.lint:
        yield Message("still to do, says grader lint: {fault}", fault=fault)
    yield Message("the exercise is to be verified again: grader verify {name} --whole", name=name)


def _next_batch(seed: str, before: AnswerKey, tried: Tried) -> Message | None:
    """What is to be known before the next batch; `before` is the class's key as it was."""
    if not seed:
        return Message(
            "the class was graded with a key that was named: name none from now on, for the key "
            "in OUT has the mistake, and the other one would take it out of the letters"
        )
    if not classroom.is_of(before, tried):
        return Message(
            "other files of wrong/ have changed since the class was graded, so the next batch "
            "builds its key anew, and grades all again"
        )
    return None
