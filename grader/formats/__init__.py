"""A report as text: a module with a `render` for each format. A new file is a new format."""

import importlib
import pkgutil
from collections.abc import Callable, Sequence

from grader.formats._options import Options
from grader.formats._words import about_the_file, outcomes, ruled
from grader.report import Report

Render = Callable[[Report, Options], str]
RenderAll = Callable[[Sequence[Report], Options], str]


def names() -> list[str]:
    """The formats, by the name of their module."""
    return [m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_")]


def named(name: str) -> Render:
    """The `render` of a format."""
    return _from(name)


def _from(module: str, name: str = "render") -> Callable[..., str]:
    """Formats take long to import, and most commands need one of them."""
    found: Callable[..., str] = getattr(importlib.import_module(f"{__name__}.{module}"), name)
    return found


def of_several(name: str) -> RenderAll:
    """What renders several reports in one text: the format's own, or one after the other."""
    module = importlib.import_module(f"{__name__}.{name}")
    own: RenderAll | None = getattr(module, "render_all", None)
    return own or (lambda reports, options: "\n".join(module.render(r, options) for r in reports))


def appended(name: str) -> Callable[[Sequence[Report], Options], dict[str, str]]:
    """What a format adds to files of its platform's, by the variable that names each of them."""
    module = importlib.import_module(f"{__name__}.{name}")
    own: Callable[[Sequence[Report], Options], dict[str, str]] | None
    own = getattr(module, "appended", None)
    return own or (lambda reports, options: {})


def place(name: str) -> str:
    """Where a platform looks for a report in this format; empty where it has no such place."""
    found: str = getattr(importlib.import_module(f"{__name__}.{name}"), "PLACE", "")
    return found


def trial() -> Callable[..., str]:
    """What renders one check that was tried."""
    return _from("_trial")


def single() -> Callable[..., str]:
    """What renders one check of a report by itself."""
    render: Callable[..., str] = importlib.import_module(f"{__name__}._single").render
    return render


def beside() -> Callable[..., str]:
    """What renders what a report says beside its checks: its file, and the score."""
    render: Callable[..., str] = importlib.import_module(f"{__name__}._single").beside
    return render


def excerpt() -> Render:
    """What renders the checks of a report alone."""
    return _from("_excerpt")


def watched() -> Callable[..., str]:
    """What renders a report, or a part of one, on the screen of `grader watch`."""
    return _from("_watched")


def hint() -> Callable[..., str]:
    """What renders the levels of a hint."""
    return _from("_hint")


def hint_as_html() -> Callable[..., str]:
    """What renders the levels of a hint for a notebook."""
    return _from("html", "hint")


__all__ = ["Options", "Report", "about_the_file", "outcomes", "ruled"]
