"""A report as text: a module with a `render` for each format. A new file is a new format."""

import importlib
import pkgutil
from collections.abc import Callable

from grader.formats._options import Options
from grader.report import Report

Render = Callable[[Report, Options], str]


def names() -> list[str]:
    """The formats, by the name of their module."""
    return [m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_")]


def named(name: str) -> Render:
    """The `render` of a format."""
    render: Render = importlib.import_module(f"{__name__}.{name}").render
    return render


def trial() -> Callable[..., str]:
    """What renders one check that was tried."""
    render: Callable[..., str] = importlib.import_module(f"{__name__}._trial").render
    return render


def excerpt() -> Render:
    """What renders the checks of a report alone."""
    render: Render = importlib.import_module(f"{__name__}._excerpt").render
    return render


def watched() -> Callable[..., str]:
    """What renders a report, or a part of one, on the screen of `grader watch`."""
    render: Callable[..., str] = importlib.import_module(f"{__name__}._watched").render
    return render


def hint() -> Callable[..., str]:
    """What renders the levels of a hint."""
    render: Callable[..., str] = importlib.import_module(f"{__name__}._hint").render
    return render


def hint_as_html() -> Callable[..., str]:
    """What renders the levels of a hint for a notebook."""
    render: Callable[..., str] = importlib.import_module(f"{__name__}.html").hint
    return render


__all__ = ["Options", "Report"]
