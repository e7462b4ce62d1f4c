"""The loop of `grader watch`: a save is graded at once, a key shows something else."""

import os
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING

from grader.cli import doing, hints, keys, language, progress_notes, screen
from grader.cli.own_screen import Screen
from grader.cli.warm import Warm
from grader.cli.watch_pages import Pages, focus_of
from grader.cli.watch_view import Page, View
from grader.cli.watch_work import Work
from grader.course import read_words
from grader.errors import GraderError
from grader.text import Message, Words, clean, template

if TYPE_CHECKING:
    from grader.course import Course, Lesson
    from grader.practice import Home, Run
    from grader.report import Report

LOOK_S = 0.05
"""How long a key is waited for before the files are looked at again."""
TURN_S = 0.1
"""The same while something is graded, which tells when it has news: how often a frame is drawn."""
PATIENCE_S = 0.3
"""So long the page stays while something is graded, unless that fails: else it would flicker."""

_FRAMES = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"


class Watching:
    """One student at work on one exercise after another; zygotes stay warm in between."""

    def __init__(
        self,
        course: "Course",
        lesson: "Lesson",
        home: "Home | None",
        stack: ExitStack,
        words: Words,
    ):
        self._course, self._home, self.words = course, home, words
        self._warm = Warm(stack)
        self._keyboard = keys.Keyboard()
        self._warm.workers(lesson)  # it begins to import the framework, and meanwhile all is read
        self._path = course.path
        self._open(lesson)

    # --- the exercise --------------------------------------------------------------------------

    def _open(self, lesson: "Lesson") -> None:
        """Begin to watch the files of an exercise; the one that is newest is graded at once."""
        self._work, self._pages = self._begun_with(lesson)
        self._report: Report | None = None
        self._pressed = ""
        """The key by which something else than the report is shown."""
        self._known = 0
        """How many results are shown of a grading that goes on."""
        self._is_new = False
        """Whether the report is still to be remembered."""
        self._is_gone = False
        self._view = View(self.words, screen.color())
        self._name_file()
        self._warm.workers(lesson)
        self._count()
        file = self._work.shown
        self._say_instead(
            Message("There is no {file} yet; it is graded as soon as there is.", file=file)
        )

    def _begun_with(self, lesson: "Lesson") -> tuple[Work, Pages]:
        """What grades an exercise, and what shows it."""
        of_author = read_words(lesson.key_path, self.words.language)
        pages = Pages(lesson, self.words, of_author, screen.color(), self._home is not None)
        return Work(lesson, self._home, self._keyboard.wake), pages

    def _name_file(self) -> None:
        named = self._named(self._work.lesson)
        self._view.title = f"{named} · {os.path.basename(self._work.shown)}"

    def _named(self, lesson: "Lesson") -> str:
        return f"{lesson.exercise.name} {language.title(lesson, self.words.language)}"

    def _count(self) -> None:
        done = progress_notes.done(self.words)
        self._view.path = len(self._path) if self._home else 0
        self._view.done = sum(lesson.exercise.name in done for lesson in self._path)

    def _following(self) -> "Lesson | None":
        """The next exercise on the path that is not done, from this one on and around."""
        done, path = progress_notes.done(self.words), self._path
        place = [x.exercise.name for x in path].index(self._work.lesson.exercise.name)
        others = path[place + 1 :] + path[:place]
        return next((lesson for lesson in others if lesson.exercise.name not in done), None)

    # --- the loop ------------------------------------------------------------------------------

    def loop(self, shown: Screen) -> None:
        """Until `q`, or until the terminal is gone."""
        has_news = True
        try:
            while True:
                has_news |= self._look()
                if notes := shown.notes():
                    has_news, self._view.alert = True, clean(notes.removeprefix("grader: "))
                if has_news or shown.is_stale:
                    shown.show(self._view.lines)
                if self._is_new:  # it is seen before it is written down
                    self._remember()
                    continue
                key = self._keyboard.pressed(TURN_S if self._work.run else LOOK_S)
                if key in ("q", keys.GONE):
                    return
                if has_news := bool(key):
                    self._press(key)
        finally:
            self._work.close()

    def _look(self) -> bool:
        """See what was saved and what was found, and grade; whether there is something to show."""
        work = self._work
        work.look()
        run = work.ended()
        if run is not None:
            self._take(run)
        is_reloaded = work.course_has_changed()
        if is_reloaded:
            self._reload()
        has_begun = self._work.begin(lambda: self._warm.workers(self._work.lesson))
        if has_begun:
            self._begun()
        if self._work.run is not None:
            self._goes_on(self._work.run)
            return True
        was_gone, self._is_gone = self._is_gone, self._work.is_gone
        if self._is_gone and not was_gone:
            file = os.path.basename(self._work.shown)
            self._alert(Message("{file} is gone; it is graded when it is there again", file=file))
            self._view.status = ""
            return True
        return is_reloaded or has_begun or run is not None

    def _reload(self) -> None:
        """The exercise's own files have changed: an author's, or an upgrade's."""
        try:
            lesson = self._course.lesson(self._work.lesson.exercise.name)
            work, pages = self._begun_with(lesson)
            self._path = self._course.path
        except GraderError as error:
            self._alert(error.messages[0])
            return
        self._work.close()
        self._work, self._pages = work, pages
        self._alert(None)

    def _begun(self) -> None:
        self._known, self._pressed = 0, ""
        self._name_file()
        self._alert(self._work.fault)
        if self._work.run is None:
            self._wait()
        elif self._report is None:
            starts = template("{framework} is started once; from then on a save is graded at once.")
            framework = doing.framework(self._work.lesson)
            self._say_instead(Message(starts, framework=framework))

    def _goes_on(self, run: "Run") -> None:
        """Show that something is graded, and what is known of it, where it takes a while."""
        frame = _FRAMES[int(run.seconds / TURN_S) % len(_FRAMES)]
        what = doing.of(run, self._work.lesson, self._work.shown)
        said = self.words("grading: {what}", what=what)
        if self._work.is_repeated:
            said = self.words("everything passes; once more from the start: {what}", what=what)
        seconds = f" · {run.seconds:.0f} s" if run.seconds >= 1 else ""
        self._view.status = clean(f"{frame} {said}{seconds}")
        is_shown = run.seconds > PATIENCE_S or run.has_failed
        if len(run.known) > self._known and is_shown and not self._pressed:
            self._known = len(run.known)
            self._view.turn_to(self._pages.report(*self._work.so_far(run)))

    def _take(self, run: "Run") -> None:
        report = self._work.take(run)
        if report is None:
            self._alert(self._work.fault)
            self._wait()
            return
        self._report = report
        self._view.score = report.score, report.max_score
        self._is_new = True
        now = time.strftime("%H:%M:%S")
        graded = Message("graded in {seconds} s", seconds=f"{report.duration_s:.2f}")
        if not run.asked:
            graded = Message("nothing that is graded has changed")
        self._say(Message("{time}: {what}", time=now, what=graded))
        if report.passed:  # the path that is shown knows of it
            self._remember()
        self._show()

    def _remember(self) -> None:
        self._is_new = False
        if self._report is not None:
            progress_notes.remember(
                self._report, self._work.lesson, self._home, self.words, whole=True
            )
            self._count()

    # --- what is shown -------------------------------------------------------------------------

    def _say(self, message: Message) -> None:
        self._view.status = clean(self.words(message))

    def _wait(self) -> None:
        self._say(Message("it is graded again when it is saved"))

    def _say_instead(self, message: Message) -> None:
        """Say this in the place of the report, until there is one."""
        self._instead = self._pages.said(message)
        self._view.turn_to(self._instead)

    def _alert(self, message: Message | None) -> None:
        self._view.alert = clean(self.words(message)) if message else ""

    def _show(self) -> None:
        """The report: of what is being worked on."""
        self._pressed, self._known = "", 0
        if self._report is None:
            self._view.turn_to(self._instead)
            return
        page = self._pages.report(self._report)
        if self._report.passed:
            following = self._following()
            name = self._named(following) if following else ""
            page = self._pages.passed(self._report, name)
        self._view.turn_to(page)

    def _turn_to(self, key: str, page: Page) -> None:
        self._pressed = key
        self._view.turn_to(page)

    def _press(self, key: str) -> None:
        view = self._view
        if key == keys.ESCAPE or (key == self._pressed and key != "h"):
            self._show()
            return
        match key:
            case "h":
                self._hint()
            case "n":
                self._next()
            case "a" if self._report is not None:
                self._turn_to(key, self._pages.every(self._report))
            case "a":
                self._say(Message("there is no report yet"))
            case "l":
                self._turn_to(key, self._pages.list(self._course))
            case "r":
                self._work.again()
            case " " | keys.PAGE_DOWN:
                view.above += view.room
            case "b" | keys.PAGE_UP:
                view.above -= view.room
            case keys.UP | keys.DOWN:
                view.above += 1 if key == keys.DOWN else -1
            case _:
                self._say(Message("no key {key}; the keys are below", key=repr(key)))

    def _hint(self) -> None:
        """One level more of the hint on what is being worked on."""
        focus = focus_of(self._report) if self._report else None
        if self._home is None:
            self._say(Message("hints come by levels in a folder that grader init has made"))
        elif self._report is None and self._work.run is not None:
            self._say(Message("a hint can be given when all of it is graded"))
        elif focus is None:
            self._say(Message("there is nothing of which a hint could be given"))
        else:
            try:
                with progress_notes.opened(self._home, self.words) as memory:
                    told = hints.one_more(memory, self._work.lesson.exercise.name, [focus])
            except GraderError as error:
                self._say(error.messages[0])
            else:
                self._turn_to("h", self._pages.hint(told))
                if told.unkept:  # else what is wrong with the file stays to be seen
                    self._alert(told.unkept)

    def _next(self) -> None:
        following = self._following()
        if following is None:
            self._say(Message("there is no other exercise that is not done"))
            return
        before = self._work
        try:
            self._open(following)
        except GraderError as error:
            self._say(error.messages[0])
        else:
            before.close()
