"""`%grade` and `%hint` in a notebook: the cells that were executed are graded as a file is.

The source is what was executed in the kernel, in that order; of a name that was defined twice, the
last definition counts. It runs in a worker, as a file does, and not in the kernel. What imports the
framework is started by the first `%grade`, stays warm, and ends with the kernel.
"""

import atexit
import os
import random
import re
import threading
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from IPython.display import display

from grader import formats
from grader.cli import asked, executed, hints, language, progress_notes, ready, screen
from grader.course import Lesson, read_key, read_words
from grader.errors import GraderError, UsageError
from grader.judge import judge, localized
from grader.practice import Home, Memory, Run, above, diagnoses
from grader.report import Report, Tier
from grader.sandbox import Workers, start
from grader.text import Message, Words, clean

LOOK_S = 0.1
"""How often it is looked whether a grading has ended."""

PATIENCE_S = 0.4
"""How long nothing is said of what is being done."""

_WIDTH = 80
_NAME = re.compile(r"[^\s,;]+")
_INTERRUPTED = Message("interrupted; {kept}", kept=Message("nothing was graded"))


class Kernel:
    """What the magics keep between two cells: warm workers, and which exercise was meant last."""

    def __init__(self, shell: Any):
        self._shell = shell
        self._zygotes: dict[str, Workers] = {}
        self._done = threading.Event()
        self._done.set()
        self._exercise = ""
        self._own: Home | None = None
        self._stack = ExitStack()
        atexit.register(self._stack.close)

    def grade(self, line: str, cell: str | None = None) -> None:
        """Grade what was executed in this notebook.

        %grade ex1              all of exercise 1
        %grade ex1 softmax      one function of it, or one check
        %grade                  the exercise that was graded last
        %%grade softmax         above a cell: it is executed first
        """
        read = cell is None or self._shell.run_cell(cell).error_before_exec is None
        self._answer(line, self._grade if read else _unread)

    def hint(self, line: str) -> None:
        """Say more of the hint on what the last %grade has found: each time the next level.

        %hint                   on what is wrong first
        %hint ex1 softmax       on one function, or one check
        """
        self._answer(line, self._hint)

    def _answer(self, line: str, do: Callable[[Sequence[str], Words, "_Output"], None]) -> None:
        """Do what the line says. Whatever goes wrong is a line, and no traceback of ours."""
        output, words = _Output(self._shell), Words()
        try:
            words = Words(language.chosen(None))
            _must_stand_somewhere()
            do(_NAME.findall(line.partition("#")[0]), words, output)
        except GraderError as error:
            said = "\n".join(map(words, error.messages))
            output.say(f"grader: {clean(said)}")
        except KeyboardInterrupt:
            output.say(f"grader: {words(_INTERRUPTED)}")
        except Exception as error:  # the edge: a fault of the grader's, shown in one line
            if os.environ.get("GRADER_DEBUG"):
                raise
            output.say(
                f"grader: internal error, nothing was graded: {type(error).__name__}: {error} "
                "(%env GRADER_DEBUG=1 shows where; please report it)"
            )

    # --- grading -------------------------------------------------------------------------------

    def _grade(self, line: Sequence[str], words: Words, output: "_Output") -> None:
        lesson, names = self._asked(line)
        self._must_be_there(lesson, names)
        report = self._report(lesson, names, words, output)
        progress_notes.remember(report, lesson, self._home(), words, whole=not names)
        hinted = (d.check for d in diagnoses(report, lesson) if d.hints and not d.nudged)
        options = formats.Options(
            width=_WIDTH,
            language=words.language,
            nudges=True,
            hinted=frozenset(hinted),
            notebook=True,
        )
        told = localized(report, read_words(lesson.key_path, words.language))
        html, text = formats.named("html"), formats.named("terminal")
        output.show({"text/html": html(told, options), "text/plain": text(told, options)})

    def _report(self, lesson: Lesson, names: list[str], words: Words, output: "_Output") -> Report:
        """Grade beside the kernel's own thread, so that it can be interrupted and go on."""
        self._done.wait()  # one that was interrupted needs the workers to end
        exercise = lesson.exercise
        source = executed.submission(self._shell, exercise, words("this notebook"))
        key, done = read_key(lesson.key_path), threading.Event()

        def graded(run: Run) -> Report:
            try:
                return judge(lesson, key, source, run.workers, only=names, told=run.begins)
            finally:
                done.set()

        run = Run(self._workers(exercise.framework), graded, lambda: None)
        run.start()
        self._done = done
        try:
            # Not by `join`: where that is interrupted, Python takes the thread for ended.
            while not done.wait(LOOK_S):
                if run.seconds > PATIENCE_S:
                    output.doing(_doing(run, exercise.framework, words))
        except KeyboardInterrupt:
            run.stop()
            raise
        run.join()
        if run.report is None:
            raise GraderError(run.fault or _INTERRUPTED)
        return run.report

    def _workers(self, framework: str) -> Workers:
        if framework not in self._zygotes:
            started = start(framework, Tier.OPEN)
            self._zygotes[framework] = self._stack.enter_context(started)
        return self._zygotes[framework]

    def _asked(self, line: Sequence[str]) -> tuple[Lesson, list[str]]:
        """The exercise, and checks or functions of it; from now on it is the one that is meant."""
        lesson, names = asked.meant(line, self._exercise)
        self._exercise = lesson.exercise.name
        return lesson, names

    def _must_be_there(self, lesson: Lesson, names: list[str]) -> None:
        """Raise UsageError where nothing of what is asked has been executed yet."""
        checks = lesson.exercise.checks
        needed = [c.function for c in checks if not names or {c.name, c.function} & {*names}]
        if self._shell.user_ns.keys().isdisjoint(needed):
            raise UsageError(
                "{function} is not there yet: first run the cell in which it is defined",
                function=needed[0],
            )

    # --- hints ---------------------------------------------------------------------------------

    def _home(self) -> Home:
        """The student's folder around; where there is none, one that ends with the kernel."""
        if home := above(Path.cwd()):
            return home
        if self._own is None:
            made = TemporaryDirectory(prefix="grader-", ignore_cleanup_errors=True)
            self._own = Home(Path(self._stack.enter_context(made)))
        return self._own

    def _hint(self, line: Sequence[str], words: Words, output: "_Output") -> None:
        lesson, names = self._asked(line)
        told = self._told(lesson.exercise.name, names, words)
        if told.unkept:
            said = words("it is not remembered that this was shown: {error}", error=told.unkept)
            screen.note(said)
        title = f"{lesson.exercise.name} {told.check}"
        end = Message("({command} says more)", command=f"%hint {title}")
        if told.is_all:
            end = Message("this is all that the hint says")
        options = formats.Options(width=_WIDTH, language=words.language)
        own = read_words(lesson.key_path, words.language)
        levels = [own.get(level, level) for level in told.levels]
        html = formats.hint_as_html()(title, levels, words(end), options)
        text = formats.hint()(title, levels, options) + words(end)
        output.show({"text/html": html, "text/plain": text})

    def _told(self, exercise: str, names: list[str], words: Words) -> hints.Told:
        """The next level; raises UsageError as `hints.one_more`, and names the magic."""
        with Memory(self._home()) as memory:
            progress_notes.put_aside(memory, words)
            known = memory.diagnoses(exercise)
            hints.must_have_failed(memory, exercise, known)
            found = [each for each in known if not names or {each.check, each.function} & {*names}]
            if not found:
                raise UsageError(
                    "nothing is known to be wrong there; first: {command}",
                    command=" ".join(["%grade", exercise, *names]),
                )
            if not any(each.hints for each in found):
                raise UsageError(
                    "{check}: there is no hint beyond what the report says", check=found[0].check
                )
            return hints.one_more(memory, exercise, names)


def _must_stand_somewhere() -> None:
    try:
        os.getcwd()
    except OSError:
        raise UsageError("the folder of this notebook is gone; go to another one: %cd") from None


def _doing(run: Run, framework: str, words: Words) -> str:
    """What a grading is at."""
    if run.doing:
        return words("grading {check}", check=run.doing)
    return words("starting {framework}", framework=ready.FRAMEWORKS.get(framework, framework))


def _unread(line: Sequence[str], words: Words, output: "_Output") -> None:
    raise UsageError("Python could not read this cell, so nothing was graded")


class _Output:
    """What a magic shows: what is being done, and then something else in its place."""

    def __init__(self, shell: Any):
        self._is_live = hasattr(shell, "kernel")
        """Whether what is shown can be replaced: not in a terminal."""
        self._handle: Any = None
        self._doing = ""

    def doing(self, what: str) -> None:
        """Say what is being done."""
        if self._is_live and what != self._doing:
            self._doing = what
            self.show({"text/plain": f"{what} ..."})

    def say(self, text: str) -> None:
        """Show a line of text."""
        if self._handle is None:
            print(text)
        else:
            self.show({"text/plain": text})

    def show(self, data: dict[str, str]) -> None:
        """Show something, in each of its forms."""
        if self._handle is None:
            self._handle = display(data, raw=True, display_id=True)
        else:
            self._handle.update(data, raw=True)


def load(shell: Any) -> None:
    """Give the shell the magics, if it does not have them."""
    there = shell.magics_manager.magics["line"].get("grade")
    if isinstance(getattr(there, "__self__", None), Kernel):
        return
    drawn = random.getstate()
    formats.named("terminal")  # rich draws a random number when it is imported
    random.setstate(drawn)
    kernel = Kernel(shell)
    shell.register_magic_function(kernel.grade, "line_cell", "grade")
    shell.register_magic_function(kernel.hint, "line", "hint")
