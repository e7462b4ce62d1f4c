"""What pytest asks while it collects, runs and shows the checks."""

from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from grader import formats
from grader.cli import language, screen, suggest
from grader.cli.as_tests.asked import Asked, asked
from grader.cli.as_tests.bench import Bench
from grader.cli.as_tests.nodes import CheckItem, GradedFile
from grader.cli.as_tests.told import Crash, Failure, one_line, said
from grader.errors import GraderError
from grader.report import CheckResult
from grader.text import Words, clean


def begin(config: pytest.Config) -> None:
    """Find the files that are meant, and collect these alone; raises pytest's UsageError."""
    option = config.option
    if not hasattr(option, "grader_files"):  # a worker of xdist has these from its controller
        named = config.args_source is pytest.Config.ArgsSource.ARGS
        option.grader_files = config.args if named else []
        option.grader_width = screen.width()
    words = Words("en")
    try:
        words = Words(language.chosen(None))
        course = Path(option.grader_course) if option.grader_course else None
        files = asked(option.grader, option.grader_files, course)
    except GraderError as error:
        wrong = f"grader: {said(error, words)}"
        raise pytest.UsageError(wrong) from None
    config.args = list(dict.fromkeys(file.node for file in files))
    config.args_source = pytest.Config.ArgsSource.ARGS
    shown = formats.Options(
        verbose=config.get_verbosity() > 0, width=option.grader_width, language=words.language
    )
    config.pluginmanager.register(Hooks(files, Bench(shown, course)), "grader-checks")


class Hooks:
    """The hooks of a session that grades."""

    def __init__(self, files: Sequence[Asked], bench: Bench):
        self._files = {file.path: file for file in files}
        self._bench = bench
        self._beside: dict[str, list[str]] = {}
        self._summing_up = False

    def pytest_unconfigure(self) -> None:
        """End the workers with the session."""
        self._bench.close()

    def pytest_report_header(self) -> list[str]:
        """Which file is graded as what, and by whose course."""
        return [line for file in self._files.values() for line in self._header(file)]

    def _header(self, file: Asked) -> Iterator[str]:
        lesson, words = file.work.lesson, self._bench.words
        seen = suggest.as_seen_from_here(file.work.path)
        title = language.title(lesson, words.language)
        yield clean(f"grader: {lesson.exercise.name} {title} · {seen}")
        if lesson.course is not None:
            yield clean(f"grader: {words('course: {course}', course=lesson.course)}")
        if file.work.also and not file.named:
            another = words(
                "{file} was graded; there is another one, to grade it: {command}",
                file=seen,
                command=f"pytest --grader {lesson.exercise.name} {file.work.also}",
            )
            yield clean(f"grader: {another}")

    @pytest.hookimpl(tryfirst=True)
    def pytest_ignore_collect(self, collection_path: Path) -> bool:
        """Look at nothing but these files and the folders around them."""
        return not any(collection_path in (path, *path.parents) for path in self._files)

    @pytest.hookimpl(tryfirst=True)
    def pytest_collect_directory(self, path: Path, parent: pytest.Collector) -> pytest.Dir:
        """A folder is no package here: pytest would import its `__init__.py`."""
        return pytest.Dir.from_parent(parent, path=path)

    @pytest.hookimpl(wrapper=True)
    def pytest_collect_file(
        self, file_path: Path, parent: pytest.Collector
    ) -> Generator[None, list[pytest.Collector], list[pytest.Collector]]:
        """The file as one that is graded, and not what others would make of it.

        They would import it, and run a student's code in this process.
        """
        yield
        if (file := self._files.get(file_path)) is None:
            return []
        return [GradedFile.from_parent(parent, path=file_path, asked=file, bench=self._bench)]

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_make_scheduler(self, config: pytest.Config, log: Any) -> Any:
        """A file is graded by one worker. What is dealt out are whole files, not checks."""
        if config.getvalue("dist") == "each":
            return None
        from xdist.scheduler import LoadFileScheduling

        return LoadFileScheduling(config, log)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Put into the report of a check where it is and what is shown of it, also elsewhere."""
        report = yield
        if isinstance(item, CheckItem) and item.result is not None:
            _complete(report, item, item.result)
        elif isinstance(item, CheckItem) and call.excinfo is not None:
            report.longrepr = item.fault(call.excinfo.value) or report.longrepr
        return report

    @pytest.hookimpl(wrapper=True)
    def pytest_report_from_serializable(self) -> Generator[None, Any, Any]:
        """A report that comes from a worker of xdist is shown as one that is made here."""
        report = yield
        _show(report)
        return report

    def pytest_report_teststatus(
        self, report: Any, config: pytest.Config
    ) -> tuple[str, str, str] | None:
        """With -v, the points of a check stand behind its outcome, but in the summary of pytest."""
        told = getattr(report, "grader", None)
        if told is None or report.when != "call" or config.get_verbosity() < 1 or self._summing_up:
            return None
        letter = {"passed": ".", "failed": "F", "skipped": "s"}[report.outcome]
        return report.outcome, letter, f"{report.outcome.upper()} {told['points']}"

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remember what is said beside the checks of each file."""
        if told := getattr(report, "grader", None):
            self._beside[told["of"]] = told["beside"]

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_terminal_summary(
        self, terminalreporter: pytest.TerminalReporter
    ) -> Generator[None, None, None]:
        """The score of each file, as the last of the summary."""
        self._summing_up = True
        yield
        for plain, colored in self._beside.values():
            terminalreporter.line("")
            terminalreporter.line(colored if terminalreporter.hasmarkup else plain)


def _complete(report: pytest.TestReport, item: CheckItem, result: CheckResult) -> None:
    words = item.file.bench.words
    report.location = (report.location[0], item.reportinfo()[1], item.name)
    if report.when != "call" and report.passed:
        return
    told: dict[str, Any] = {
        "of": item.file.nodeid,
        "points": f"{result.points:g} / {result.max_points:g}",
        "beside": item.file.beside,
    }
    if report.skipped:
        report.longrepr = (str(item.path), item.line or 1, one_line(result, words))
    elif report.failed:
        where = [report.location[0], item.line or 1, one_line(result, words)]
        told["failure"] = [where, *item.shown]
    report.__dict__["grader"] = told
    _show(report)


def _show(report: Any) -> None:
    """Give a report what pytest shows of a check that did not pass."""
    if failure := getattr(report, "grader", {}).get("failure"):
        where, plain, colored = failure
        report.longrepr = Failure(Crash(*where), plain, colored)
