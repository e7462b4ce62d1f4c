"""A real kernel, cell by cell, and notebooks whose answers are filled in."""

import ast
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty
from typing import Any

import nbformat
import psutil
from conftest import ROOT
from jupyter_client.manager import KernelManager

from grader.course.course import Lesson

WAIT_S = 120
"""How long an answer of a kernel is waited for: a machine may be busy."""


class Session:
    """A kernel that runs in a folder. What a cell shows is what stands below it at the end."""

    def __init__(self, folder: Path, **variables: str):
        self._manager = KernelManager(kernel_name="python3")
        environment = os.environ | {"PYTHONPATH": str(ROOT), "GRADER_LANG": "en"} | variables
        self._manager.start_kernel(cwd=str(folder), env=environment)
        self._client = self._manager.client()
        self._client.start_channels()
        self._client.wait_for_ready(timeout=WAIT_S)
        self.pid: int = self._manager.provisioner.process.pid  # type: ignore[union-attr]

    def begin(self, cell: str) -> str:
        """Have a cell executed, and wait for nothing; what it is called."""
        return str(self._client.execute(cell))

    def end(self, begun: str) -> list[dict[str, Any]]:
        """Wait until a cell is done; its outputs, each as its forms, with errors as text."""
        shown: list[dict[str, Any]] = []
        places: dict[str, int] = {}
        deadline = time.monotonic() + WAIT_S
        while time.monotonic() < deadline:
            try:
                message = self._client.get_iopub_msg(timeout=1)
            except Empty:
                continue
            if message["parent_header"].get("msg_id") != begun:
                continue
            kind, content = message["msg_type"], message["content"]
            if kind == "status" and content["execution_state"] == "idle":
                return shown
            place = content.get("transient", {}).get("display_id", "")
            if kind == "update_display_data":
                shown[places[place]] = content["data"]
            elif kind == "display_data":
                places[place] = len(shown)
                shown.append(content["data"])
            elif kind == "stream":
                shown.append({"text/plain": content["text"]})
            elif kind == "error":
                shown.append({"text/plain": "\n".join(content["traceback"]), "error": True})
        raise TimeoutError(begun)

    def run(self, cell: str) -> list[dict[str, Any]]:
        """The outputs of a cell."""
        return self.end(self.begin(cell))

    def text(self, cell: str) -> str:
        """What a cell shows, as text."""
        return "".join(each["text/plain"] for each in self.run(cell))

    def html(self, cell: str) -> str:
        """The one block that a cell shows."""
        (shown,) = self.run(cell)
        return str(shown["text/html"])

    def children(self) -> list[psutil.Process]:
        """The processes that it has begun."""
        return psutil.Process(self.pid).children(recursive=True)

    def interrupt(self) -> None:
        """As the button with the square."""
        self._manager.interrupt_kernel()

    def close(self, *, now: bool = False) -> None:
        """End it; `now` asks it nothing."""
        self._client.stop_channels()
        self._manager.shutdown_kernel(now=now)


@contextmanager
def session(folder: Path, **variables: str) -> Iterator[Session]:
    """A kernel, and its end."""
    kernel = Session(folder, **variables)
    try:
        yield kernel
    finally:
        kernel.close(now=True)


def filled(lesson: Lesson) -> nbformat.NotebookNode:
    """The exercise's notebook, in which somebody has written what the reference has."""
    source = lesson.reference.read_text(encoding="utf-8")
    answers = {
        node.name: ast.get_source_segment(source, node)
        for node in ast.parse(source).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    }
    notebook = json.loads((lesson.folder / lesson.notebook_name).read_text("utf-8"))
    for cell in notebook["cells"]:
        text = "".join(cell["source"])
        cell["source"] = text
        if cell["cell_type"] != "code" or text.startswith("%"):
            continue
        defined = [n for n in _defined(text) if n in lesson.exercise.functions]
        if defined:
            cell["source"] = answers[defined[0]]
    return nbformat.from_dict(notebook)


def _defined(text: str) -> list[str]:
    try:
        tree = ast.parse(text)
    except SyntaxError:  # a magic
        return []
    return [n.name for n in tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef)]
