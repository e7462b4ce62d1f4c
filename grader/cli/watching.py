"""The loop of `grader watch`: a save is graded at once, a key shows something else."""

import os
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from grader import formats
from grader.cli import here, hints, keys, path_table, progress_notes, screen
from grader.cli.watch_view import View, congratulation, fitting
from grader.errors import GraderError
from grader.text import Words, clean

if TYPE_CHECKING:
    from grader.course import AnswerKey, Course, Lesson
    from grader.practice import Home, Run
    from grader.report import Report
    from grader.sandbox import Workers

LOOK_S = 0.1
"""How long a key is waited for before the files are looked at again."""


class Watching:
    """One student at work on one exercise after another; zygotes stay warm in between."""

    def __init__(
        self,
        course: "Course",
        lesson: "Lesson",
        home: "Home | None",
        stack: ExitStack,
        language: str,
    ):
        self._course, self._home, self._stack, self._language = course, home, stack, language
        self._zygotes: dict[str, Workers] = {}
        self._run: Run | None = None
        self._saved: Path | None = None
        self._graded: Path | None = None
        self._drawn: object = None
        self._open(lesson)

    # --- the exercise --------------------------------------------------------------------------

    def _open(self, lesson: "Lesson") -> None:
        """Begin to watch the files of an exercise; the one that is newest is graded at once."""
        from grader.course import read_key
        from grader.judge import Memo
        from grader.practice import Saves

        self._lesson = lesson
        self._key: AnswerKey = read_key(lesson.key_path)
        self._memo: Memo = Memo()
        self._paths = _files(lesson, self._home)
        self._saves: Saves = Saves(self._paths)
        asked = lesson.exercise
        self._view = View(f"{asked.name} {asked.title}", _shown(self._paths[0]), screen.color())
        self._count()
        self._zygote(asked.framework)
        where = clean(_shown(self._paths[0]))
        self._view.body = ["", f"  There is no {where} yet; it is graded as soon as there is."]

    def _zygote(self, framework: str) -> "Workers":
        from grader.report import Tier
        from grader.sandbox import start

        if framework not in self._zygotes:
            started = start(framework, Tier.OPEN, [])
            self._zygotes[framework] = self._stack.enter_context(started)
        return self._zygotes[framework]

    def _count(self) -> None:
        standings = progress_notes.standings()
        path = [lesson.exercise.name for lesson in self._course.path]
        self._view.path = len(path) if self._home else 0
        self._view.done = sum(name in standings and standings[name].is_done for name in path)

    def _following(self) -> "Lesson | None":
        """The next exercise on the path that is not done, from this one on and around."""
        standings = progress_notes.standings()
        path = self._course.path
        place = [lesson.exercise.name for lesson in path].index(self._lesson.exercise.name)
        for lesson in path[place + 1 :] + path[:place]:
            standing = standings.get(lesson.exercise.name)
            if standing is None or not standing.is_done:
                return lesson
        return None

    # --- the loop ------------------------------------------------------------------------------

    def loop(self) -> None:
        """Until `q`."""
        while True:
            self._saved = self._saves.latest() or self._saved
            self._proceed()
            self._draw()
            key = keys.pressed(LOOK_S)
            if key == "q":
                return
            if key:
                self._press(key)

    def _proceed(self) -> None:
        """Take what a grading has found, and begin the next one where something was saved."""
        run = self._run
        if run is not None and self._saved is not None:
            run.stop()
        if run is not None and not run.is_alive():
            self._run = None
            if not run.is_stopped:
                self._take(run)
        if self._run is None and self._saved is not None:
            self._begin(self._saved)
            self._saved = None
        if self._run is not None:
            self._view.status = f"grading {self._run.doing}".strip() + " ..."

    def _begin(self, path: Path) -> None:
        from grader.judge import judge, read_submission
        from grader.practice import Run

        lesson, key, memo = self._lesson, self._key, self._memo
        zygote = self._zygote(lesson.exercise.framework)
        self._view.file, self._graded = _shown(path), path
        self._run = Run(
            zygote,
            lambda workers, begins: judge(
                lesson,
                key,
                read_submission(path, given=lesson.exercise.given),
                workers,
                told=begins,
                memo=memo,
            ),
        )
        self._run.start()

    def _take(self, run: "Run") -> None:
        if run.report is None:
            self._view.status = clean(str(run.fault or ""))
            return
        self._view.report = run.report
        progress_notes.remember(run.report, self._lesson, self._home, whole=True)
        self._count()
        self._view.status = f"graded in {run.report.duration_s:.2f} s"
        self._show()

    # --- what is shown -------------------------------------------------------------------------

    def _show(self, *, every: bool = False) -> None:
        """The report: of what is being worked on, or `every` check."""
        report = self._view.report
        if report is None:
            return
        self._view.above = 0
        if report.passed and not every:
            self._view.body = self._all_passed(report)
            return
        options = formats.Options(
            verbose=every,
            color=screen.color(),
            width=screen.width(),
            language=self._language,
            nudges=self._home is not None,
        )
        self._view.body = fitting(formats.named("terminal")(report, options))[1:]

    def _all_passed(self, report: "Report") -> list[str]:
        following = self._following()
        name = f"{following.exercise.name} {following.exercise.title}" if following else ""
        return congratulation(report.title, name, [])

    def _press(self, key: str) -> None:
        view = self._view
        match key:
            case "h":
                self._hint()
            case "n":
                self._next()
            case "a":
                self._show(every=True)
            case "l":
                view.above, view.body = (
                    0,
                    path_table.lines(self._course, screen.width(), Words(self._language)),
                )
            case "r":
                from grader.judge import Memo

                self._memo = Memo()
                self._saved = self._graded
            case " ":
                view.above += max(_rows() - 5, 1)
            case "b":
                view.above -= max(_rows() - 5, 1)
            case "\x1b":  # an arrow or another key that writes several characters
                pass
            case _:
                view.status = f"no key {clean(repr(key))}; the keys are below"

    def _hint(self) -> None:
        if self._home is None:
            self._view.status = "hints come whole here; in a folder of grader init, by levels"
            return
        from grader.practice import Memory

        try:
            with Memory(self._home) as memory:
                told = hints.one_more(memory, self._lesson.exercise.name, [])
        except GraderError as error:
            self._view.status = clean(str(error))
            return
        self._view.above = 0
        more = "that is all" if told.is_all else "h says more"
        text = told.text(self._lesson.exercise.name, self._language)
        self._view.body = [*fitting(text)[:-1], "", f"  ({more})"]

    def _next(self) -> None:
        following = self._following()
        if following is None:
            self._view.status = "there is no other exercise that is not done"
            return
        if self._run is not None:
            self._run.stop()
            self._run.join()
            self._run = None
        self._saved = self._graded = None
        self._open(following)

    def _draw(self) -> None:
        size = os.get_terminal_size()
        lines = self._view.lines(size.columns, size.lines)
        if lines != self._drawn:
            keys.draw(lines)
            self._drawn = lines


def _rows() -> int:
    return os.get_terminal_size().lines


def _shown(path: Path) -> str:
    return os.path.relpath(path)


def _files(lesson: "Lesson", home: "Home | None") -> list[Path]:
    """The file and the notebook that are watched: in the first folder that has one of them."""
    names = (lesson.file_name, lesson.notebook_name)
    folders = here.own_folders(lesson)
    there = [f for f in folders if any((f / name).is_file() for name in names)]
    folder = next(iter(there), home.folder(lesson) if home else folders[0])
    return [folder / name for name in names]
