"""What a notebook finds where it is written: IPython, as far as functions use it.

This is not IPython, also where that is installed: it takes long to import, it would run shell
commands, and a report must not depend on what a machine has.
"""

from collections.abc import Callable
from typing import Any

_NOT_RUN = "magics and shell commands are not run when a notebook is graded"
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


class ZMQInteractiveShell:
    """The notebook's shell. Code asks for its class and configuration, to know where it runs."""

    def __init__(self) -> None:
        self.config: dict[str, Any] = {"IPKernelApp": {}}

    def __repr__(self) -> str:
        return "<ipykernel.zmqshell.ZMQInteractiveShell object>"

    def _nothing(self, *arguments: object, **options: object) -> None:
        """Magics and commands are left out."""

    magic = run_cell = run_cell_magic = run_line_magic = system = _nothing

    def getoutput(self, *arguments: object, **options: object) -> None:
        """What a command would have printed is not known."""
        raise RuntimeError(_NOT_RUN)


class DisplayObject:
    """What can be displayed: a picture, HTML."""

    def __init__(self, data: object = None, *arguments: object, **options: object):
        self.data = data

    def __repr__(self) -> str:
        return f"<IPython.core.display.{type(self).__name__} object>"


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


def _nothing(*arguments: object, **options: object) -> None:
    """Change nothing that is shown."""


_shell = ZMQInteractiveShell()


def get_ipython() -> ZMQInteractiveShell:
    """The notebook's shell."""
    return _shell


def names() -> dict[str, Any]:
    """The names that every cell, and every module that it imports, has without an import."""
    return {"__IPYTHON__": True, "display": display, "get_ipython": get_ipython}


def _package(notebook: bool) -> dict[str, Any]:
    return {
        "__version__": "8.0.0",
        "__path__": [],
        "get_ipython": get_ipython if notebook else _nothing,
        "version_info": (8, 0, 0, ""),
    }


def _displays(notebook: bool) -> dict[str, Any]:
    shown = {name: type(name, (DisplayObject,), {}) for name in _DISPLAYED}
    quiet = dict.fromkeys(_WITHOUT_EFFECT, _nothing)
    return {**shown, **quiet, **{f.__name__: f for f in (display, DisplayHandle, DisplayObject)}}


MODULES: dict[str, Callable[[bool], dict[str, Any]]] = {
    "IPython": _package,
    "IPython.core": lambda notebook: {"__path__": []},
    "IPython.core.display": _displays,
    "IPython.core.getipython": _package,
    "IPython.display": _displays,
}
"""What is in a module of IPython's, in a notebook or in a file."""
