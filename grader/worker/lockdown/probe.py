"""Try every layer of a tier, as a worker would take it, and report which of them work.

It runs where the zygote would run, also inside of bubblewrap, and imports no framework.
"""

import os
import socket
import sys
from collections import Counter

from grader import wire
from grader.text import Message
from grader.wire import Refused, forking
from grader.wire.forking import Fork, Setup, Tried, TriedLayer
from grader.worker.lockdown import confine, processes
from grader.worker.lockdown.confine import Cell, LockdownError, Step

_MOST = 2000


def main(descriptor: int) -> None:
    """Answer one Setup and one Fork on the socket `descriptor` with one Tried."""
    control = socket.socket(fileno=descriptor)
    inbox = forking.inbox()
    setup, fork = forking.receive(control, inbox), forking.receive(control, inbox)
    assert isinstance(setup, Setup) and isinstance(fork, Fork)
    try:
        reply: wire.Packet = Tried(_layers(setup, fork))
    except (OSError, RuntimeError) as error:  # no namespaces, or no libseccomp
        reply = Refused(Message("{error}", error=error))
    control.sendall(wire.frame(reply))


def _layers(setup: Setup, fork: Fork) -> list[TriedLayer]:
    """Each step tried after all those before it that work."""
    machine = confine.survey(setup)
    working: list[Step] = []
    layers = []
    for step in confine.plan(setup, machine):
        failure = _try([*working, step], setup, machine, fork)
        if not failure:
            working.append(step)
        layers.append(TriedLayer(step.name, (step.take.__doc__ or "").strip(), failure))
    return layers


def _try(steps: list[Step], setup: Setup, machine: confine.Machine, fork: Fork) -> str:
    """Why the steps can't be taken, tried in a child; empty when they can."""
    reading, writing = os.pipe()
    parent = os.getpid()
    try:
        tree = processes.fork(own_tree=confine.own_processes in [step.take for step in steps])
    except OSError as error:
        os.close(reading)
        os.close(writing)
        return str(error)
    if tree.worker == 0:
        cell = Cell(
            setup,
            machine,
            fork.bounds,
            fork.scratch,
            fork.user,
            parent,
            kept=(writing,),
            processor=confine.quiet_processor(Counter()),
        )
        try:
            confine.lock_down(steps, cell)
            os.write(writing, b"taken")
        except LockdownError as error:
            os.write(writing, str(error).encode()[:_MOST])
        finally:
            os._exit(0)
    os.close(writing)
    with open(reading, "rb") as pipe:
        told = pipe.read().decode()
    _, status = os.waitpid(tree.worker, 0)
    processes.end(tree)
    if told == "taken":
        return ""
    return told.partition(": ")[2] or f"its process ended with status {status}"


if __name__ == "__main__":
    main(int(sys.argv[1]))
