"""What a notebook finds where it is written: IPython, as far as functions use it.

This is not IPython, also where that is installed: it takes long to import, it would run shell
commands, and a report must not depend on what a machine has.
"""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import Any

from grader.worker.source.unanswered import Unanswered, nothing

_NOT_RUN = "magics and shell commands are not run when a notebook is graded"
_NOBODY = "there is no shell when a notebook is graded"
_DISPLAYED = (
    *("Audio", "Code", "FileLink", "FileLinks", "GeoJSON", "HTML", "IFrame", "Image", "JSON"),
    *(
        "Javascript",
        "Latex",
        "Markdown",
        "Math",
        "Pretty",
        "SVG",
        "ScribbleObject",
        "TextDisplayObject",
    ),
    *("Video", "VimeoVideo", "YouTubeVideo"),
)
_WITHOUT_EFFECT = (
    *("clear_output", "display_html", "display_jpeg", "display_json", "display_latex"),
    *("display_markdown", "display_pdf", "display_png", "display_pretty", "display_svg"),
    *("publish_display_data", "set_matplotlib_close", "set_matplotlib_formats", "update_display"),
)


class InteractiveShell:
    """What each of IPython's shells is."""

    @staticmethod
    def instance(*arguments: object, **options: object) -> "ZMQInteractiveShell":
        """The notebook's shell."""
        return _shell

    @staticmethod
    def initialized() -> bool:
        """Whether there is one."""
        return True


class ZMQInteractiveShell(InteractiveShell):
    """The notebook's shell. Code asks for its class and configuration, to know where it runs."""

    def __init__(self) -> None:
        self.config: dict[str, Any] = {"IPKernelApp": {}}

    def __repr__(self) -> str:
        return "<ipykernel.zmqshell.ZMQInteractiveShell object>"

    def __getattr__(self, name: str) -> Unanswered:
        """Whatever else a shell has: events, a kernel."""
        if name.startswith("__"):
            raise AttributeError(name)
        return Unanswered(f"{_NOBODY}, and so no `get_ipython().{name}`")

    def _nothing(self, *arguments: object, **options: object) -> None:
        """Magics and commands are left out."""

    enable_gui = magic = run_cell = run_cell_magic = run_line_magic = system = _nothing

    def getoutput(self, command: str = "", *arguments: object, **options: object) -> Unanswered:
        """What a command would have printed is not known."""
        return Unanswered(f"the result of `{command}` is not known: {_NOT_RUN}")


class DisplayObject:
    """What can be displayed: a picture, HTML."""

    def __init__(self, data: object = None, *arguments: object, **options: object):
        self.data = data

    def __repr__(self) -> str:
        return f"<IPython.core.display.{type(self).__name__} object>"

    def __getattr__(self, name: str) -> Any:
        """Its data in a form: `_repr_html_`."""
        if name.startswith("_repr_"):
            return lambda **options: self.data
        raise AttributeError(name)


class ProgressBar(DisplayObject):
    """Counts from 0 to a total."""

    def __init__(self, total: int):
        super().__init__()
        self.total, self.progress = total, -1

    def __iter__(self) -> Iterator[int]:
        for number in range(self.total):
            self.progress = number
            yield number

    display = update = nothing


class DisplayHandle:
    """A place whose contents can be replaced."""

    def __init__(self, display_id: object = None):
        self.display_id = display_id

    def display(self, *objects: object, **options: object) -> None:
        """Show something there."""
        display(*objects)

    update = display


def display(*objects: object, **options: object) -> DisplayHandle | None:
    """Print the objects."""
    print(*objects)
    return DisplayHandle(options["display_id"]) if options.get("display_id") else None


_shell = ZMQInteractiveShell()


class Captured:
    """What was printed while it was listened to."""

    def __init__(self) -> None:
        self._out, self._err = io.StringIO(), io.StringIO()
        self.outputs: list[Any] = []

    @property
    def stdout(self) -> str:
        """What was printed."""
        return self._out.getvalue()

    @property
    def stderr(self) -> str:
        """What was written to the standard error."""
        return self._err.getvalue()

    def show(self) -> None:
        """Print it now."""
        print(self.stdout, end="")

    @contextmanager
    def listening(self) -> Iterator["Captured"]:
        """Nothing is printed meanwhile."""
        with redirect_stdout(self._out), redirect_stderr(self._err):
            yield self


def _capturing(notebook: bool) -> dict[str, Any]:
    return {"capture_output": lambda *arguments, **options: Captured().listening()}


def get_ipython() -> ZMQInteractiveShell:
    """The notebook's shell."""
    return _shell


def names() -> dict[str, Any]:
    """The names that every cell, and every module that it imports, has without an import."""
    own = {"In": [""], "Out": {}, "__IPYTHON__": True}
    return {**own, "display": display, "get_ipython": get_ipython}


def _package(notebook: bool) -> dict[str, Any]:
    return {
        "__version__": "9.0.0",
        "__path__": [],
        "InteractiveShell": InteractiveShell,
        "get_ipython": get_ipython if notebook else nothing,
        "version_info": (9, 0, 0, ""),
    }


def _displays(notebook: bool) -> dict[str, Any]:
    shown = {name: type(name, (DisplayObject,), {}) for name in _DISPLAYED}
    quiet = dict.fromkeys(_WITHOUT_EFFECT, nothing)
    own = (display, DisplayHandle, DisplayObject, ProgressBar)
    return {**shown, **quiet, **{each.__name__: each for each in own}}


MODULES: dict[str, Callable[[bool], dict[str, Any]]] = {
    "IPython": _package,
    "IPython.core": lambda notebook: {"__path__": []},
    "IPython.core.display": _displays,
    "IPython.core.getipython": _package,
    "IPython.core.interactiveshell": _package,
    "IPython.core.pylabtools": lambda notebook: {"backend2gui": {}},
    "IPython.display": _displays,
    "IPython.utils": lambda notebook: {"__path__": []},
    "IPython.utils.capture": _capturing,
    "IPython.utils.io": _capturing,
}
"""What is in a module of IPython's, in a notebook or in a file."""
