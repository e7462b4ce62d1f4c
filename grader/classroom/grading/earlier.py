"""The attempts before the last one: which of them are still to be graded, and what they got.

They are written down in their order before anything is graded, and each result as it comes. So a
batch that was killed knows what is left, and grades nothing twice. They never change a student's
row: which attempt is the grade is worked out when grades are read, see `counting`.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

import msgspec

from grader.classroom.collect import EARLIER_LEFT, Handin
from grader.classroom.grading.ledger import Ledger, Task
from grader.classroom.store import Store
from grader.errors import SubmissionError
from grader.report import Report, Status
from grader.text import Message

_SETTING = "regrade"
"""Who is to be graded again, and the newest result that there was then: it outlives a kill."""


def teams(handins: Sequence[Handin]) -> list[list[Handin]]:
    """The handins, those of one file together, in the order of the first of them."""
    found: dict[object, list[Handin]] = {}
    for handin in handins:
        found.setdefault(handin.path or handin.student, []).append(handin)
    return [*found.values()]


class Earlier:
    """The earlier attempts of a run. `again` are students all of whose work is graded again."""

    def __init__(
        self,
        store: Store,
        ledger: Ledger,
        task_of: Callable[[Handin], Task],
        again: Collection[str],
    ):
        self.store, self.ledger, self._task_of = store, ledger, task_of
        self._results = {
            (student, version.provenance.content): version.result
            for student, versions in store.versions().items()
            for version in versions
        }
        kept = store.settings().get(_SETTING) or "{}"
        self._regraded = msgspec.json.decode(kept, type=dict[str, int])
        if again:
            newest = max(self._results.values(), default=0)
            self._regraded |= dict.fromkeys(again, newest)
            store.settle({_SETTING: msgspec.json.encode(self._regraded).decode()})
        # Not as they were read: a large class's would not fit into memory until their turn comes.
        self._due: list[Handin] = []

    def found(self, task: Task) -> Task:
        """Write down the attempts before a student's last one, which is this task.

        Where one of them can't be read any more, the task says so.
        """
        handin = task.handin
        tasks = []
        for work in handin.attempts:
            own = replace(
                handin,
                path=work.path,
                file=work.file,
                own_folder=work.own_folder,
                handed_in=work.handed_in,
                attempts=(),
            )
            try:
                tasks.append(self._task_of(own))
            except SubmissionError as error:
                left = Message(EARLIER_LEFT, file=work.file, reason=error.messages[0])
                task = replace(task, handin=replace(handin, notes=(*task.handin.notes, left)))
                self.ledger.watcher.attempt_done(handin.student, work.file, None)
        if tasks:
            self.store.attempted([*(each.seen for each in tasks), task.seen])
        same = {task.provenance.content}
        for each in tasks:
            if each.provenance.content not in same and self._is_due(each):
                self._due.append(each.handin)
            else:
                self.ledger.watcher.attempt_done(handin.student, each.handin.file, None)
            same.add(each.provenance.content)
        return task

    def _is_due(self, task: Task) -> bool:
        student = task.handin.student
        newest = self._results.get((student, task.provenance.content), 0)
        return not self.ledger.has_result(task) or newest <= self._regraded.get(student, 0)

    def todo(self) -> Iterator[Task]:
        """The attempts that have to be graded, a group's once."""
        for team in teams(self._due):
            try:
                tasks = [replace(self._task_of(each), is_earlier=True) for each in team]
            except SubmissionError:  # it was there a moment ago; the record knows that it is left
                continue
            yield replace(tasks[0], also=tuple(tasks[1:]))

    def graded(self, task: Task, report: Report) -> None:
        """Write what an attempt got. Where the grader has failed, it is still to be graded."""
        if report.status is not Status.UNGRADED:
            self.store.attempted([task.seen], report)
        self.ledger.watcher.attempt_done(task.handin.student, task.handin.file, report)

    def end(self) -> None:
        """All that was to be graded again is graded."""
        if self._regraded:
            self.store.settle({_SETTING: ""})
