"""A worker where there is no fork: a process that imports the framework for itself.

It connects to the judge's port, sends the word that it read from its standard input, and speaks the
same protocol. What it prints goes to the file that is its standard output.
"""

import os
import socket
import sys
import time
from collections import Counter
from threading import Thread

from grader import wire
from grader.wire import forking
from grader.wire.forking import Fork, Forked, Ready, Setup
from grader.worker import zygote
from grader.worker.lockdown import confine


def main(port: int, framework: str) -> None:
    """Connect, import, and wait to be given a submission."""
    Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    word = sys.stdin.buffer.readline()
    channel = socket.create_connection(("127.0.0.1", port))
    channel.sendall(word)
    output = os.dup(1)
    channel.sendall(wire.frame(Ready(zygote.preload(framework, []))))
    fork = forking.receive(channel, forking.inbox())
    if fork is None:
        return
    assert isinstance(fork, Fork)
    setup = Setup(framework, "open")
    cell = confine.Cell(
        setup,
        confine.survey(setup),
        fork.bounds,
        fork.scratch,
        fork.user,
        0,
        kept=(output,),
        processor=confine.quiet_processor(Counter()),
    )
    channel.sendall(wire.frame(Forked(os.getpid())))
    zygote.work(channel, cell, output)
    while channel.recv(1 << 16):  # a connection that is closed with data unread loses the last data
        pass


def _end_with(judge: int) -> None:
    """End this process when the one that started it is gone: a call that never ends would go on.

    On Windows a process keeps the number of its parent, and this sees nothing.
    """
    while os.getppid() == judge:
        time.sleep(1)
    os._exit(1)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
