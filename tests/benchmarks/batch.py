"""How fast a class is graded, and how far it goes. Run with `make benchmark`.

class     300 submissions of exercise 1: a second's worth; against (a) a plain loop that starts a
          Python with TensorFlow for each, and (b) forked children that make the same calls with
          no judge, both per core; and two lanes against one
right     files like the reference, as many as a term has: 100 of exercise 1, 1,000 of ex4 (NumPy)
course    50 submissions, right, wrong and untouched, of an exercise in NumPy (ex11) and of two that
          train networks (ex12, ex14)
scale     3,000 submissions of the toy exercise: the last third against the first, the memory of
          the parent, descriptors and processes that are left
lanes     what each further lane costs in memory (PSS)
dask      a LocalCluster of two workers against the local pool
page      the page for 1,000 students: written in, its size, and how long Chromium takes to sort it
collect   who handed in what, for 3,000 students

Name some of them to run only these; a number in front makes the class that large.
"""

import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from check import ROOT, seconds

if TYPE_CHECKING:
    from grader.judge import Submission

os.environ |= {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "TF_CPP_MIN_LOG_LEVEL": "3"}

CORES = 2
COLD = 30
"""Submissions that the plain loop is measured on."""


def make_class(lesson, count: int, folder: Path) -> None:
    """Right, wrong and untouched files, and copies with other names in them, as classes have."""
    from grader.build.mutants import Mutant

    rng = random.Random(7)
    right = [path.read_text("utf-8-sig") for path in lesson.solution_files("right")]
    specimens = [Mutant.read(lesson, path) for path in lesson.solution_files("wrong")]
    wrong = ["\n".join(unit.source for unit in specimen.units) for specimen in specimens]
    stub = (lesson.folder / lesson.file_name).read_text("utf-8")
    for number in range(count):
        source = rng.choice(right if rng.random() < 0.45 else wrong)
        if rng.random() < 0.05:
            source = stub
        elif rng.random() < 0.3:
            source = re.sub(r"\b(logits|scores|shifted)\b", rf"\1_{number}", source)
        name = f"s{number:04}.py"
        (folder / name).write_text(source, encoding="utf-8")


def make_right(lesson, count: int, folder: Path) -> None:
    """The reference again and again, with another last line in each."""
    source = lesson.reference.read_text("utf-8")
    for number in range(count):
        (folder / f"s{number:04}.py").write_text(f"{source}\n# {number}\n", encoding="utf-8")


@contextmanager
def school(lesson, count: int, make=make_class) -> Iterator[tuple[Path, list]]:
    """A class in a folder, and what was collected of it."""
    from grader.classroom.collect.handins import collect_handins

    with tempfile.TemporaryDirectory() as place:
        folder, scratch = Path(place) / "class", Path(place) / "scratch"
        folder.mkdir()
        scratch.mkdir()
        make(lesson, count, folder)
        yield folder, list(collect_handins(folder, lesson, scratch).handins)


def grade(lesson, handins: Sequence, pool, watcher=None):
    """Grade a class into a new record; the record, and how long it took."""
    from grader.classroom.grading.batch import Batch
    from grader.classroom.store import Store
    from grader.course import key as keys

    with tempfile.TemporaryDirectory() as out, Store(Path(out), new=True) as store:
        batch = Batch(lesson, keys.read_key(lesson.key_path), store)
        took = seconds(lambda: batch.grade(handins, pool, "sealed", (), watcher))
        return store.record(), took


def warm_pool(lesson, lanes: int):
    """A pool whose lanes have graded once: they start once, however large the class is."""
    from grader.classroom.grading.pool import LocalPool
    from grader.sandbox.tiers import choose

    pool = LocalPool(lesson.exercise, choose("auto"), lanes)
    pool.ready()
    with school(lesson, 2 * lanes) as (_, handins):
        grade(lesson, handins, pool)
    return pool


def class_(count: int = 300) -> None:
    """Throughput, beside the two ways in which it could be done without us."""
    from grader.course.course import Course

    lesson = Course(ROOT).lesson("ex1")
    with school(lesson, count) as (folder, handins):
        with warm_pool(lesson, CORES) as pool:
            record, took = grade(lesson, handins, pool)
        ran = {e.student: asked(e.report) for e in record.entries}
        each = took / count
        print(f"class     {count} in {took:.0f} s, {1 / each:.2f} a second, {CORES} lanes")
        forked = seconds(lambda: bare(folder, ran, CORES)) / count
        ratio = each / forked
        print(f"(b)       forked children, {CORES} at once: {forked:.2f} s; ratio {ratio:.2f}")
        some = random.Random(5).sample(sorted(folder.iterdir()), min(COLD, count))
        few = [handin for handin in handins if handin.path in some]
        with one_core():
            cold = {path.stem: seconds(partial(alone, path, ran)) for path in some}
            with warm_pool(lesson, 1) as pool:
                record, warm = grade(lesson, few, pool)
        print(f"(a)       {against_cold(cold, record, warm)}")
        some = handins[: max(count // 4, 8)]
        turns = [(grade_on_one_core(lesson, some), grade_on_both(lesson, some)) for _ in range(3)]
        low, middle, high = sorted(one / both for one, both in turns)
        print(f"cores     two against one: {middle:.2f} ({low:.2f} ... {high:.2f})")


def right(count: int = 100) -> None:
    """What a class costs of which nobody has made a mistake: all calls, and nothing else."""
    from grader.course.course import Course

    for name, size in (("ex1", count), ("ex4", 10 * count)):
        lesson = Course(ROOT).lesson(name)
        with school(lesson, size, make_right) as (_, handins), warm_pool(lesson, CORES) as pool:
            record, took = grade(lesson, handins, pool)
        assert all(entry.report.score == 10 for entry in record.entries)
        print(f"right     {size} of {name} in {took:.0f} s, {took / size:.3f} s each")


def course(count: int = 50) -> None:
    """A class of the second half: where hands write a gradient, and where networks train."""
    from grader.course.course import Course

    for name in ("ex11", "ex12", "ex14"):
        lesson = Course(ROOT).lesson(name)
        with school(lesson, count) as (_, handins), warm_pool(lesson, CORES) as pool:
            record, took = grade(lesson, handins, pool)
        scores = sorted(entry.report.score for entry in record.entries)
        print(
            f"course    {count} of {name} in {took:.0f} s, {count / took:.2f} a second; "
            f"{scores.count(10)} with 10 points, {scores.count(0)} with 0"
        )


def against_cold(cold: dict[str, float], record, warm: float) -> str:
    """The class as a whole, and the submission in the middle: a few slow ones make up the mean."""
    whole, count = sum(cold.values()), len(cold)
    ratios = [cold[e.student] / e.report.duration_s for e in record.entries]
    return (
        f"a fresh Python for each of {count}, on one core: {whole / count:.1f} s against "
        f"{warm / count:.2f}; {whole / warm:.1f} x in all, median {statistics.median(ratios):.1f} x"
    )


@contextmanager
def one_core() -> Iterator[None]:
    """All that is started meanwhile has one core."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def grade_on_one_core(lesson, handins) -> float:
    """Seconds of a class with one lane on one core."""
    with one_core(), warm_pool(lesson, 1) as pool:
        return grade(lesson, handins, pool)[1]


def grade_on_both(lesson, handins) -> float:
    """Seconds of a class with a lane a core."""
    with warm_pool(lesson, CORES) as pool:
        return grade(lesson, handins, pool)[1]


def asked(report) -> list[str]:
    """The checks that ran: the others are skipped without their calls."""
    from grader.report import Verdict

    unasked = (Verdict.SKIPPED, Verdict.NOT_ATTEMPTED)
    return [check.name for check in report.checks if check.verdict not in unasked]


def bare(folder: Path, ran: dict[str, list[str]], at_once: int) -> None:
    """(b): in a process that has imported TensorFlow, a fork a submission."""
    run("bare", folder, ran, str(at_once))


def alone(path: Path, ran: dict[str, list[str]]) -> None:
    """(a): a process a submission."""
    run("alone", path, ran)


def run(what: str, path: Path, ran: dict[str, list[str]], *more: str) -> None:
    """This file in a process of its own."""
    import json

    command = [sys.executable, __file__, what, str(path), *more]
    subprocess.run(command, input=json.dumps(ran), text=True, check=True, capture_output=True)


def all_calls(path: Path, checks: Sequence[str], lesson, answers) -> None:
    """Every call that the judge would have made, with nobody to look at what comes back."""
    from grader.wire.messages import Unit
    from grader.worker.source.loader import Modules, StudentModule
    from grader.worker.values import to_live

    load = lesson.load_request([Unit(path.name, path.read_text("utf-8"))])
    checked: dict = {"__name__": "checks"}
    exec(lesson.checks_source, checked)
    student = StudentModule(load, Modules(load)).module
    for check in checked["exercise"].checks:
        for case in answers.checks[check.name].cases if check.name in checks else ():
            inputs = {name: to_live(value) for name, value in case.items()}
            try:
                check.body(student, **inputs)
            except Exception:  # a submission may do anything
                pass


def in_children(folder: Path, at_once: int, ran: dict, lesson, answers) -> None:
    """A child a submission, so many at once."""
    children: set[int] = set()
    for path in sorted(folder.iterdir()):
        if len(children) == at_once:
            children.remove(os.wait()[0])
        pid = os.fork()
        if pid == 0:
            all_calls(path, ran[path.stem], lesson, answers)
            os._exit(0)
        children.add(pid)
    while children:
        children.remove(os.wait()[0])


def child(what: str, path: Path, more: Sequence[str]) -> None:
    """What `run` runs."""
    import json

    import tensorflow  # noqa: F401  it is what a fork inherits

    from grader.course import key
    from grader.course.course import Course

    lesson = Course(ROOT).lesson("ex1")
    ran, answers = json.load(sys.stdin), key.read_key(lesson.key_path)
    if what == "bare":
        in_children(path, int(more[0]), ran, lesson, answers)
    else:
        all_calls(path, ran[path.stem], lesson, answers)


def scale(count: int = 3000) -> None:
    """Constant time and memory, and nothing left."""
    import psutil

    from grader.classroom.grading.batch import Silence
    from grader.course.course import Course

    lesson = Course(ROOT / "tests" / "toy").lesson("ex1")
    own = psutil.Process()

    class Clock(Silence):
        times: list[float] = []  # noqa: RUF012  one clock, one run
        memory: list[int] = []  # noqa: RUF012  as above

        def done(self, entry, known):
            self.times.append(time.perf_counter())
            self.memory.append(own.memory_full_info().uss)

    with school(lesson, count) as (_, handins):
        with warm_pool(lesson, CORES) as pool:
            before = own.num_fds(), len(own.children(recursive=True))
            grade(lesson, handins, pool, Clock())
            after = own.num_fds(), len(own.children(recursive=True))
    third = count // 3
    first, last = Clock.times[third] - Clock.times[0], Clock.times[-1] - Clock.times[-1 - third]
    growth = Clock.memory[-1] / Clock.memory[min(300, count // 10)] - 1
    print(
        f"scale     {count} of the toy: last third / first {last / first:.2f}; the parent's memory "
        f"{growth:+.1%} after the first {min(300, count // 10)}; descriptors and processes "
        f"{before} -> {after}, {len(own.children(recursive=True))} in the end"
    )


def lanes() -> None:
    """Memory by the number of lanes, while all of them grade."""
    import psutil

    from grader.classroom.grading.batch import Silence
    from grader.course.course import Course

    lesson = Course(ROOT).lesson("ex1")

    def pss(lanes_: int) -> float:
        peaks = []

        class Scale(Silence):
            def under_way(self, students):
                total = 0
                for process in psutil.Process().children(recursive=True):
                    try:
                        total += process.memory_full_info().pss
                    except psutil.Error:
                        continue
                peaks.append(total)

        with warm_pool(lesson, lanes_) as pool, school(lesson, 12 * lanes_) as (_, handins):
            grade(lesson, handins, pool, Scale())
        return max(peaks) / 2**20

    totals = {n: pss(n) for n in (1, 2, 4)}
    more = (totals[4] - totals[1]) / 3
    figures = ", ".join(f"{n}: {total:.0f} MB" for n, total in totals.items())
    print(f"lanes     at most, by lanes {figures}; each further one {more:.0f} MB")


def dask(count: int = 60) -> None:
    """The same class on a cluster of two processes, in turns with the pool."""
    from distributed import LocalCluster

    from grader.classroom.grading.cluster import ClusterPool
    from grader.course.course import Course

    lesson = Course(ROOT).lesson("ex1")
    with (
        LocalCluster(n_workers=CORES, threads_per_worker=1, dashboard_address=":0") as cluster,
        ClusterPool(cluster.scheduler_address) as far,
        warm_pool(lesson, CORES) as near,
        school(lesson, count) as (_, handins),
    ):
        grade(lesson, handins[:8], far)
        pairs = [
            (grade(lesson, handins, far)[1], grade(lesson, handins, near)[1]) for _ in range(5)
        ]
    ratios = sorted(one / other for one, other in pairs)
    print(f"dask      / local pool: {ratios[2]:.2f} ({ratios[0]:.2f} ... {ratios[-1]:.2f})")


TIMED = """() => addEventListener("click", () => {
    const start = performance.now();
    const observer = new ResizeObserver(() => {
        window.took = performance.now() - start;
        observer.disconnect();
    });
    observer.observe(document.querySelector("table.students"));
}, true)"""
"""From a click until all that is seen was laid out: then observers are told, before it is drawn."""


def own_files(count: int) -> "list[Submission]":
    """Files of exercise 1, in which each third line is the student's own and in no other file."""
    from grader.course.course import Course
    from grader.judge import read_submission

    lesson = Course(ROOT).lesson("ex1")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        make_class(lesson, count, folder)
        for number, path in enumerate(sorted(folder.iterdir())):
            lines = path.read_text("utf-8").split("\n")
            lines[::3] = [f"{line}  # as {number} has written it" for line in lines[::3]]
            path.write_text("\n".join(lines), "utf-8")
        return [read_submission(path, siblings=False) for path in sorted(folder.iterdir())]


def page(count: int = 1000) -> None:
    """Written, with the code of all, and sorted by clicks in a browser."""
    from playwright.sync_api import sync_playwright

    from grader.classroom.publish import page as format_
    from grader.classroom.publish.extras import Extras
    from grader.classroom.record import Provenance, State

    sys.path.insert(0, str(ROOT / "tests"))
    from support.browsing import CHROMIUM, OPTIONS
    from support.fabricated import class_of

    record = class_of(count)
    graded = {
        each.student: Provenance(each.student, "", "")
        for each in record.entries
        if each.state is State.GRADED
    }
    extras = Extras(graded=graded, sources=dict(zip(graded, own_files(count), strict=False)))
    took = seconds(lambda: format_.render(record, extras))
    text = format_.render(record, extras)
    code = sum(len(unit.source) for work in extras.sources.values() for unit in work.units)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        path = Path(place) / "index.html"
        path.write_text(text, "utf-8")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS.split())
        opened = browser.new_page()
        opened.goto(path.as_uri())
        opened.evaluate(TIMED)
        clicks = []
        for key in ("score", "name", "id", "functions.1", "file") * 4:
            opened.evaluate("window.took = null")
            opened.locator(f'button[data-key="{key}"]').click()
            opened.wait_for_function("window.took !== null")
            clicks.append(opened.evaluate("window.took"))
        browser.close()
    print(
        f"page      {count} students in {took:.1f} s, {len(text.encode()) / 1e6:.2f} MB "
        f"with {code / 1e6:.2f} MB of code; sorted in "
        f"{statistics.median(clicks):.0f} ms ({min(clicks):.0f} ... {max(clicks):.0f})"
    )


def collected(count: int = 3000) -> None:
    """A folder a student."""
    from grader.classroom.collect.handins import collect_handins
    from grader.course.course import Course

    lesson = Course(ROOT).lesson("ex1")
    with tempfile.TemporaryDirectory() as place:
        folder, scratch = Path(place) / "class", Path(place) / "scratch"
        scratch.mkdir()
        for number in range(count):
            (folder / f"s{number:04}").mkdir(parents=True)
            source = f"# {number}\ndef softmax(logits): ...\n"
            (folder / f"s{number:04}" / "logistic.py").write_text(source)
        print(
            f"collect   {count} in "
            f"{seconds(lambda: collect_handins(folder, lesson, scratch)):.1f} s"
        )


PARTS = {"class": class_, "course": course, "scale": scale, "lanes": lanes, "dask": dask}
PARTS |= {"right": right, "page": page, "collect": collected}


def main() -> None:
    """All of it, or the parts that are named."""
    words = sys.argv[1:]
    if words[:1] in (["bare"], ["alone"]):
        child(words[0], Path(words[1]), words[2:])
        return
    size = [int(words.pop(0))] if words and words[0].isdigit() else []
    for name in words or PARTS:
        PARTS[name](*size)


if __name__ == "__main__":
    main()
