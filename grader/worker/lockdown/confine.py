"""The lockdown of a worker: steps in order, all taken before any line of a student is parsed.

Each tier is a list of steps. A step that can't be taken raises an exception. Then the worker says
which step it was and ends, and the submission is not graded. The docstring of a step is what
`grader doctor` says of it.
"""

import os
import secrets
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from grader.wire.forking import Bounds, Setup
from grader.worker.lockdown import landlock, linux, namespaces, privileges, seccomp

if sys.platform != "win32":
    import resource

NOBODY = 65534


class LockdownError(Exception):
    """A step that failed: its name, and why."""


@dataclass(frozen=True)
class Machine:
    """What the lockdown depends on. The zygote finds it out before it imports the framework."""

    root: bool
    own_user: bool
    """Whether a worker of the sealed tier is to have a user namespace of its own."""
    kept: int
    """Capabilities that a worker keeps where the judge is root: to read, where nobody else could
    read Python."""
    tasks: int
    """How many threads this user has already, where workers are counted with them."""
    program: bytes
    """The compiled filter of system calls."""
    scoped: bool
    """Whether signals are kept inside by something other than the filter."""


@dataclass(frozen=True)
class Cell:
    """What the steps of one worker need to know."""

    setup: Setup
    machine: Machine
    bounds: Bounds
    scratch: str
    user: int
    zygote: int
    """The process that forked this one."""
    kept: tuple[int, ...]
    """The descriptors that stay open."""
    processor: int
    """The one that it runs on."""

    @property
    def sealed(self) -> bool:
        """Whether the worker has mounts and processes of its own."""
        return self.setup.tier == "sealed"


class Step(NamedTuple):
    """One layer of the lockdown."""

    name: str
    take: Callable[[Cell], None]


def survey(setup: Setup) -> Machine:
    """Look at the machine. This forks, so it comes before the import of the framework."""
    if setup.tier == "open":
        return Machine(root=False, own_user=False, kept=0, tasks=0, program=b"", scoped=False)
    root = os.geteuid() == 0
    folders = [path for path in setup.readable if os.path.isdir(path)]
    readable = not root or privileges.can_read(NOBODY, folders)
    kept = 0 if readable else 1 << linux.CAP_DAC_READ_SEARCH
    return Machine(
        root=root,
        # Root can mount without one, so root's workers are sealed even where they are denied.
        own_user=not root or (not kept and namespaces.allowed()),
        kept=kept,
        tasks=0 if root else sum(_tasks_of(os.geteuid())),
        program=seccomp.compiled(None),
        scoped=setup.tier == "sealed" or linux.landlock_abi() >= landlock.SCOPES_SIGNALS,
    )


def quiet_processor(busy: Counter[int]) -> int:
    """One of those on which the fewest workers run; -1 where a process can't be bound to one."""
    if not hasattr(os, "sched_getaffinity"):
        return -1
    processors = list(os.sched_getaffinity(0))
    fewest = min(busy[number] for number in processors)
    return secrets.choice([number for number in processors if busy[number] == fewest])


def _tasks_of(user: int) -> Iterator[int]:
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            if os.stat(f"/proc/{pid}").st_uid == user:
                yield len(os.listdir(f"/proc/{pid}/task"))
        except OSError:
            continue  # it ended meanwhile


def plan(setup: Setup, machine: Machine) -> list[Step]:
    """The steps of a tier, in the order in which they must be taken."""
    if setup.tier == "open":
        return [Step("session", own_session), Step("limits", few_limits)]
    sealed = setup.tier == "sealed"
    return [
        *([Step("process tree", own_processes)] if sealed else []),
        Step("session", own_session),
        Step("descriptors", few_descriptors),
        *([Step("namespaces", own_system), Step("mounts", own_files)] if sealed else []),
        *([Step("nobody", become_nobody)] if machine.root else []),
        *([Step("user namespace", own_user)] if sealed and machine.own_user else []),
        Step("lifeline", die_with_parent),
        Step("limits", all_limits),
        Step("capabilities", no_capabilities),
        Step("Landlock", few_files),
        Step("seccomp", few_calls),
    ]


def lock_down(steps: list[Step], cell: Cell) -> None:
    """Take all steps; raises LockdownError at the first that fails."""
    for step in steps:
        try:
            step.take(cell)
        except Exception as error:  # whatever was raised, the worker must not go on
            reason = f"{type(error).__name__}: {error}"
            raise LockdownError(f"{step.name}: {reason}"[:500]) from error


# --- the steps -----------------------------------------------------------------------------


def own_session(cell: Cell) -> None:
    """No terminal, a scratch to work in, and a kernel that lets no peer look into this process."""
    if hasattr(os, "setsid") and os.getsid(0) != os.getpid():
        os.setsid()
    os.chdir(cell.scratch)
    os.environ["TMPDIR"] = os.environ["HOME"] = cell.scratch
    tempfile.tempdir = cell.scratch  # in place of the folder that the zygote found for itself
    if sys.platform == "linux":
        _die_first()
        linux.prctl(linux.PR_SET_DUMPABLE, 0)


FIRST_TO_DIE = 100
"""When memory runs out, a worker seems larger by so many thousandths of it: larger than its zygote.
With 1000 a small worker would be killed in place of a large process that is none: an honest file
for what another file made the judge do."""


def _die_first() -> None:
    """When memory runs out, the kernel shall kill the worker, and not its zygote."""
    # The file belongs to root as long as the process is not dumpable.
    linux.prctl(linux.PR_SET_DUMPABLE, 1)
    with open("/proc/self/oom_score_adj", "w") as file:
        file.write(str(FIRST_TO_DIE))


def few_limits(cell: Cell) -> None:
    """The address space, one processor, no core dumps: what a plain process gets."""
    if sys.platform == "linux":  # elsewhere the address space can't be bounded
        _limit(resource.RLIMIT_AS, cell.bounds.memory)
        _limit(resource.RLIMIT_CORE, 0)
        _one_processor(cell)


def _one_processor(cell: Cell) -> None:
    """The same number of them on every machine: libraries start threads for all that they find."""
    os.sched_setaffinity(0, {cell.processor})


def few_descriptors(cell: Cell) -> None:
    """Nothing open but the standard streams and the channel."""
    low = 3
    for descriptor in sorted(cell.kept):
        os.closerange(low, descriptor)
        low = descriptor + 1
    os.closerange(low, 1 << 20)


def own_user(cell: Cell) -> None:
    """A user namespace of its own."""
    namespaces.own_user()


def own_system(cell: Cell) -> None:
    """Mounts, network, hostname and System V objects of its own."""
    namespaces.own_system()


def own_processes(cell: Cell) -> None:
    """A tree of processes that ends as one."""
    # Its zygote has made it: see processes.fork.
    if (os.getpid(), os.getppid()) != (2, 0):
        raise ProcessLookupError("this process is in its zygote's tree")


def own_files(cell: Cell) -> None:
    """A scratch with a quota, and a /proc that shows nobody else."""
    bounds = cell.bounds
    user = cell.user if cell.machine.root else os.geteuid()
    namespaces.own_files(cell.scratch, bounds.scratch_bytes, bounds.scratch_files, user)
    os.chdir(cell.scratch)


def become_nobody(cell: Cell) -> None:
    """Another user in place of root."""
    if cell.user == 0:
        raise ValueError("no user was named")
    privileges.become(cell.user, cell.machine.kept)


def die_with_parent(cell: Cell) -> None:
    """No worker outlives its zygote."""
    linux.prctl(linux.PR_SET_PDEATHSIG, signal.SIGKILL)
    # In a tree of its own a worker can't see whether its zygote died before this. There,
    # process 1 notices it, and the tree ends with process 1.
    if not cell.sealed and os.getppid() != cell.zygote:
        raise ProcessLookupError("the zygote is gone")


SLACK = 1024
"""How many threads other processes of the user may start meanwhile, where all are counted."""


def all_limits(cell: Cell) -> None:
    """Memory, processor time, files and threads, and one processor."""
    bounds = cell.bounds
    counted_alone = cell.machine.root or cell.sealed
    others = 0 if counted_alone else cell.machine.tasks + SLACK
    _limit(resource.RLIMIT_AS, bounds.memory)
    # The first limit has a signal of its own, the second is SIGKILL.
    _limit(resource.RLIMIT_CPU, bounds.cpu_seconds, bounds.cpu_seconds + 5)
    _limit(resource.RLIMIT_FSIZE, bounds.file_bytes)
    _limit(resource.RLIMIT_NOFILE, bounds.open_files)
    _limit(resource.RLIMIT_NPROC, bounds.processes + others)
    for name in ("CORE", "MEMLOCK", "MSGQUEUE"):
        _limit(getattr(resource, f"RLIMIT_{name}"), 0)
    _one_processor(cell)


def _limit(what: int, value: int, at_most: int | None = None) -> None:
    _, most = resource.getrlimit(what)
    hard = value if at_most is None else at_most
    hard = hard if most == resource.RLIM_INFINITY else min(hard, most)
    resource.setrlimit(what, (min(value, hard), hard))


def no_capabilities(cell: Cell) -> None:
    """None of root's powers, and no way to get them."""
    privileges.drop_capabilities(cell.machine.kept)


def few_files(cell: Cell) -> None:
    """Only its own files, ports and signals, as far as Landlock guards them."""
    setup, version = cell.setup, linux.landlock_abi()
    oldest = 1 if cell.sealed else landlock.OLDEST
    if version < oldest:
        raise OSError(f"Landlock's version is {version}, and {oldest} is needed")
    landlock.restrict(setup.readable, setup.listable, cell.scratch, own_proc=cell.sealed)


def few_calls(cell: Cell) -> None:
    """The system calls that a computation needs, and no others."""
    machine = cell.machine
    seccomp.install(machine.program if machine.scoped else seccomp.compiled(os.getpid()))
