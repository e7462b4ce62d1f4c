"""Import the framework once, then fork a worker for each submission.

The zygote only imports. A TensorFlow that has run one op has threads, and a child forked
from it deadlocks; so it refuses to fork when it has more than one thread. It holds no
solution, no key and no submission: a fork copies its memory.
"""

import gc
import importlib
import os
import select
import signal
import socket
import sys
import tempfile
from types import ModuleType

from grader.worker import confine, run, wire
from grader.worker.wire import Fork, Forked, Ready, Reap, Reaped, Refused


def main(descriptor: int, framework: str) -> None:
    """Serve forks on the control socket `descriptor` until it closes."""
    control = socket.socket(fileno=descriptor)
    module = importlib.import_module(framework)
    _silence(module)
    gc.freeze()
    names = ["numpy", framework] if framework != "numpy" else ["numpy"]
    control.sendall(wire.frame(Ready({name: str(sys.modules[name].__version__) for name in names})))
    workers: set[int] = set()
    while True:
        message, descriptors = _receive(control)
        match message:
            case Fork():
                reply = _fork(message, control, descriptors, workers)
            case Reap():
                reply = _reap(message, workers)
            case None:
                for pid in workers:
                    _kill(pid)
                return
            case _:
                reply = Refused(f"a zygote does not take a {type(message).__name__}")
        control.sendall(wire.frame(reply))


def _silence(module: ModuleType) -> None:
    """Retracing advice and AutoGraph's warnings are TensorFlow's talk, not the student's."""
    if module.__name__ == "tensorflow":
        module.get_logger().setLevel("ERROR")


def _receive(control: socket.socket) -> tuple[wire.Message | None, list[int]]:
    """One message and the descriptors that came with it; None when the judge is gone."""
    inbox, descriptors = wire.Inbox(), list[int]()
    while True:
        data, passed, _, _ = socket.recv_fds(control, 1 << 16, 2)
        descriptors += passed
        if not data:
            return None, descriptors
        inbox.feed(data)
        if (message := inbox.next()) is not None:
            return message, descriptors


def _fork(
    fork: Fork, control: socket.socket, descriptors: list[int], workers: set[int]
) -> wire.Message:
    if len(descriptors) != 1:  # the kernel drops them when this process has too many
        return Refused(f"{len(descriptors)} descriptors came with the request to fork, not one")
    (channel,) = descriptors
    threads = _threads()
    if threads != 1:
        os.close(channel)
        return Refused(f"the zygote has {threads} threads; a child of it could deadlock")
    try:
        pid = os.fork()
    except OSError as error:
        os.close(channel)
        return Refused(f"no process could be forked: {error.strerror}")
    if pid == 0:
        _work(fork, control, channel)
    os.close(channel)
    workers.add(pid)
    return Forked(pid)


def _threads() -> int:
    tasks = "/proc/self/task"
    return len(os.listdir(tasks)) if os.path.isdir(tasks) else 1


def _work(fork: Fork, control: socket.socket, channel: int) -> None:
    """The child's whole life. It never returns into the zygote's loop."""
    status = 1
    try:
        control.close()
        os.setsid()
        os.chdir(fork.scratch)
        os.environ["TMPDIR"] = os.environ["HOME"] = fork.scratch
        tempfile.tempdir = None  # TensorFlow had it looked up when it was imported
        output = _redirect()
        confine.limit(fork.memory)
        run.serve(socket.socket(fileno=channel), output)
        status = 0
    finally:
        os._exit(status)


def _redirect() -> int:
    """Nothing to read, and all that is written goes to one file without a name."""
    path = "output"
    output = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_EXCL, 0o600)
    os.unlink(path)
    os.dup2(output, 1)
    os.dup2(output, 2)
    with open(os.devnull) as nothing:
        os.dup2(nothing.fileno(), 0)
    return output


def _reap(reap: Reap, workers: set[int]) -> wire.Message:
    """How a worker of ours ended. A pid that is not ours is refused, never waited for."""
    if reap.pid not in workers:
        return Refused(f"{reap.pid} is no worker of this zygote")
    if reap.kill or not _ends_soon(reap.pid):
        _kill(reap.pid)
    _, status = os.waitpid(reap.pid, 0)
    workers.discard(reap.pid)
    return Reaped(reap.pid, status)


def _ends_soon(pid: int) -> bool:
    """Whether a worker that closed its channel is gone within a second."""
    descriptor = os.pidfd_open(pid) if hasattr(os, "pidfd_open") else None
    if descriptor is None:
        return False
    try:
        return bool(select.select([descriptor], [], [], 1.0)[0])
    finally:
        os.close(descriptor)


def _kill(pid: int) -> None:
    """End a worker and, as it leads its session, what it started."""
    for send in (os.killpg, os.kill):
        try:
            send(pid, signal.SIGKILL)
        except ProcessLookupError:
            pass


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
