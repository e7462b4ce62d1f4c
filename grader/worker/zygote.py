"""Import the framework once, then fork a worker for each submission, for one judge or several.

The zygote only imports. Once TensorFlow has run an op it has threads, and a child that is forked
then deadlocks; so the zygote refuses to fork when it has more than one thread. It holds no
solution, no key and no submission, because a fork copies its memory.
"""

import gc
import importlib
import os
import select
import signal
import socket
import sys
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import partial
from types import ModuleType
from typing import NamedTuple

from grader import wire
from grader.text import Message
from grader.wire import Refused, forking
from grader.wire.forking import Fork, Forked, Ready, Reap, Reaped, Setup
from grader.worker import run, stack
from grader.worker.breach import last_words
from grader.worker.lockdown import confine, landlock, linux, processes
from grader.worker.lockdown.confine import Cell, LockdownError, Machine
from grader.worker.lockdown.processes import Tree


class Child(NamedTuple):
    """A worker of this zygote: its processes, where it prints, and where it runs."""

    tree: Tree
    output: int
    processor: int


@dataclass
class Nursery:
    """What a zygote needs in order to fork for one judge, and that judge's workers by pid."""

    setup: Setup
    machine: Machine
    control: socket.socket
    pid: int = field(default_factory=os.getpid)
    workers: dict[int, Child] = field(default_factory=dict)
    channels: set[socket.socket] = field(default_factory=set)
    """All sockets of the zygote, which a worker closes."""
    busy: Counter[int] = field(default_factory=Counter)
    """How many workers run on each processor, those of all judges together."""


def main(descriptor: int) -> None:
    """Serve forks on the control socket `descriptor` until it closes.

    If a listening socket comes with the setup, further judges connect to it.
    """
    control = socket.socket(fileno=descriptor)
    setup, descriptors = _receive(control)
    if not isinstance(setup, Setup):
        return
    listener = socket.socket(fileno=descriptors[0]) if descriptors else None
    if sys.platform == "linux":
        linux.prctl(linux.PR_SET_DUMPABLE, 0)
    nursery = Nursery(setup, confine.survey(setup), control)
    pinned = landlock.pin_proc() if setup.tier == "confined" else []
    versions = preload(setup.framework, setup.imports)
    control.sendall(wire.frame(Ready(versions)))
    _serve(nursery, listener, versions)
    for pin in pinned:
        os.close(pin)


def _serve(own: Nursery, listener: socket.socket | None, versions: dict[str, str]) -> None:
    """Answer every judge on its channel, until the one that started this zygote is gone."""
    judges = {own.control: own}
    own.channels |= {own.control} | ({listener} if listener else set())
    while own.control in judges:
        for channel in select.select(list(own.channels), [], [])[0]:
            if channel is listener:
                guest, _ = listener.accept()
                own.channels.add(guest)
                judges[guest] = replace(own, control=guest, workers={})
                _say(guest, Ready(versions))
            elif (reply := _answer(judges[channel])) is not None:
                _say(channel, reply, _handle(reply))
            else:
                _dismiss(judges.pop(channel))
    for nursery in judges.values():
        _dismiss(nursery)


def _say(channel: socket.socket, message: wire.Packet, handle: int | None = None) -> None:
    try:
        if handle is None:
            channel.sendall(wire.frame(message))
        else:
            socket.send_fds(channel, [wire.frame(message)], [handle])
    except OSError:
        pass  # that judge is gone, as the next look at its channel will show
    finally:
        if handle is not None:
            os.close(handle)


def _handle(message: wire.Packet) -> int | None:
    """A descriptor of the process that was forked, where the kernel has such."""
    if not isinstance(message, Forked):
        return None
    try:
        return os.pidfd_open(message.pid)
    except (AttributeError, OSError):
        return None


def _dismiss(nursery: Nursery) -> None:
    """End the workers of a judge that is gone."""
    nursery.channels.discard(nursery.control)
    nursery.control.close()
    for pid in list(nursery.workers):
        _reap(Reap(pid, kill=True), nursery)


def preload(framework: str, imports: list[str]) -> dict[str, str]:
    """Import the framework, and more; the versions of the framework and of NumPy."""
    package = forking.module_of(framework)
    module = importlib.import_module(package)
    for name in imports:
        importlib.import_module(name)
    _silence(module)
    gc.freeze()
    names = dict.fromkeys(["numpy", package])
    return {name: str(sys.modules[name].__version__) for name in names}


def _answer(nursery: Nursery) -> wire.Packet | None:
    message, descriptors = _receive(nursery.control)
    match message:
        case Fork():
            return _fork(message, nursery, descriptors)
        case Reap():
            return _reap(message, nursery)
        case None:
            return None
        case _:
            return Refused(Message("a zygote does not take a {name}", name=type(message).__name__))


def _silence(module: ModuleType) -> None:
    """Silence advice on retracing and AutoGraph's warnings: the student did not print them."""
    if module.__name__ == "tensorflow":
        module.get_logger().setLevel("ERROR")


def _receive(control: socket.socket) -> tuple[wire.Packet | None, list[int]]:
    """One message and the descriptors that came with it; None when the judge is gone."""
    try:
        return forking.receive_all(control, forking.inbox())
    except ConnectionError:
        return None, []


def _fork(fork: Fork, nursery: Nursery, descriptors: list[int]) -> wire.Packet:
    output, processor = None, confine.quiet_processor(nursery.busy)
    try:
        if len(descriptors) != 1:  # the kernel drops them when this process has too many
            return Refused(
                Message(
                    "{descriptors} descriptors came with the request to fork, not one",
                    descriptors=len(descriptors),
                )
            )
        if (threads := _threads()) != 1:
            return Refused(
                Message(
                    "the zygote has {threads} threads; a child of it could deadlock",
                    threads=threads,
                )
            )
        output = run.open_output()
        tree = processes.fork(own_tree=nursery.setup.tier == "sealed")
        if tree.worker == 0:
            _work(fork, nursery, descriptors[0], output, processor)
    except OSError as error:  # no more memory, processes or descriptors
        if output is not None:
            os.close(output)
        return Refused(Message("no worker could be forked: {error}", error=error))
    finally:
        for descriptor in descriptors:
            os.close(descriptor)
    nursery.workers[tree.worker] = Child(tree, output, processor)
    nursery.busy[processor] += 1
    return Forked(tree.worker)


def _threads() -> int:
    tasks = "/proc/self/task"
    return len(os.listdir(tasks)) if os.path.isdir(tasks) else 1


def _work(fork: Fork, nursery: Nursery, descriptor: int, output: int, processor: int) -> None:
    """The whole life of a child. It never returns into the zygote's loop."""
    status = 1
    try:
        for channel in nursery.channels:
            channel.close()
        run.redirect(output)
        channel = socket.socket(fileno=descriptor)
        cell = Cell(
            nursery.setup,
            nursery.machine,
            fork.bounds,
            fork.scratch,
            fork.user,
            nursery.pid,
            kept=(output, descriptor),
            processor=processor,
        )
        status = work(channel, cell, output)
    finally:
        os._exit(status)


def work(channel: socket.socket, cell: Cell, output: int) -> int:
    """Lock down, then serve; the exit code. Nothing is read before it is locked down."""
    try:
        confine.lock_down(confine.plan(cell.setup, cell.machine), cell)
    except LockdownError as error:
        channel.sendall(wire.frame(Refused(Message("the lockdown failed at {error}", error=error))))
        return 1
    run.serve(channel, output, cell.bounds)
    return 0


def _reap(reap: Reap, nursery: Nursery) -> wire.Packet:
    """How a worker of this zygote ended. Another pid is refused, and never waited for."""
    if reap.pid not in nursery.workers:
        return Refused(Message("{pid} is no worker of this zygote", pid=reap.pid))
    stayed = not reap.kill and not _ends(reap.pid)
    stacks = ""
    if reap.asked:
        send = partial(os.kill, reap.pid)
        stacks = stack.asked(send, nursery.workers[reap.pid].output)
    if reap.kill or stayed:
        _kill(reap.pid)
    _, status = os.waitpid(reap.pid, 0)
    tree, output, processor = nursery.workers.pop(reap.pid)
    nursery.busy[processor] -= 1
    processes.end(tree)
    return Reaped(reap.pid, status, last_words(output), stayed, stacks)


_EXITING = 4
"""PF_EXITING, a flag in /proc/PID/stat: set before the kernel closes what a process has open."""


def _ends(pid: int) -> bool:
    """Whether a worker whose channel is closed is about to end; then it is waited for."""
    if not hasattr(os, "pidfd_open") or not _is_exiting(pid):
        return False
    descriptor = os.pidfd_open(pid)
    try:
        return bool(select.select([descriptor], [], [], 1.0)[0])
    finally:
        os.close(descriptor)


def _is_exiting(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat", "rb") as file:
            return bool(int(file.read().rpartition(b")")[2].split()[6]) & _EXITING)
    except OSError:  # a /proc that hides processes from their parents
        return True


def _kill(pid: int) -> None:
    """End a worker and, because it leads its session, what it started."""
    for send in (os.killpg, os.kill):
        try:
            send(pid, signal.SIGKILL)
        except ProcessLookupError:
            pass


if __name__ == "__main__":
    main(int(sys.argv[1]))
