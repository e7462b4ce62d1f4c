"""What notebooks import where they live, beside IPython: Colab's module, bars, widgets.

None of it is on a machine that grades, and none of it has a part in what a function returns. So it
is there and does nothing, for a notebook; a file must bring what it imports.
"""

import ast
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from grader.wire import Unit
from grader.worker.source import magics
from grader.worker.source.unanswered import Unanswered, nothing

COLAB = "google.colab"
_UPLOADS = "nobody uploads a file when a notebook is graded"
_SECRETS = "Colab's secrets are not there when a notebook is graded"
_BROWSER = "there is no browser when a notebook is graded"


class tqdm:
    """An iterable as it is, without a bar."""

    def __init__(self, iterable: Any = None, *arguments: Any, **options: Any):
        self.iterable, self.n = iterable, 0.0
        self.total = options.get("total", len(iterable) if hasattr(iterable, "__len__") else None)

    def __iter__(self) -> Iterator[Any]:
        for each in self.iterable:
            yield each
            self.n += 1

    def __len__(self) -> int:
        return len(self.iterable) if self.total is None else int(self.total)

    def __enter__(self) -> "tqdm":
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def update(self, n: float = 1) -> None:
        """Count on."""
        self.n += n

    def write(self, text: str, *arguments: Any, **options: Any) -> None:
        """Print a line."""
        print(text)

    close = clear = display = refresh = reset = nothing
    set_description = set_description_str = set_postfix = set_postfix_str = nothing


def _trange(*arguments: Any, **options: Any) -> tqdm:
    return tqdm(range(*arguments), **options)


class Widget:
    """Keeps what it is given. Nobody moves it."""

    def __init__(self, *arguments: Any, **options: Any):
        self.value = options.get("value", options.get("min", 0))
        vars(self).update(options)

    def __enter__(self) -> "Widget":
        return self

    def __exit__(self, *exc: object) -> None:
        pass

    observe = on_click = on_submit = clear_output = append_stdout = close = nothing


def _interact(*arguments: Any, **options: Any) -> Any:
    """What it shows changes nothing about the function: `interact(f, x=3)`, or a decorator."""
    return arguments[0] if arguments else lambda function: function


def _widgets() -> dict[str, Any]:
    def found(name: str) -> Any:
        if name[:1].isupper():
            return type(name, (Widget,), {})
        raise AttributeError(name)

    acting = dict.fromkeys(("interact", "interact_manual", "interactive"), _interact)
    linking = dict.fromkeys(("interactive_output", "jsdlink", "jslink", "link"), nothing)
    return {**acting, **linking, "fixed": lambda value: value, "__getattr__": found}


def _quiet(*names: str) -> dict[str, Any]:
    return dict.fromkeys(names, nothing)


def _unanswered(why: str, *names: str) -> dict[str, Any]:
    return {name: Unanswered(f"{why}: `{name}` has no result") for name in names}


_BARS = {"__path__": [], "tqdm": tqdm, "trange": _trange, "tqdm_notebook": tqdm, "tnrange": _trange}

MODULES: dict[str, Callable[[], dict[str, Any]]] = {
    "google": lambda: {"__path__": []},
    COLAB: lambda: {"__path__": []},
    f"{COLAB}.auth": lambda: _quiet("authenticate_service_account", "authenticate_user"),
    f"{COLAB}.data_table": lambda: _quiet(
        "DataTable", "disable_dataframe_formatter", "enable_dataframe_formatter"
    ),
    f"{COLAB}.drive": lambda: _quiet("flush_and_unmount", "mount"),
    f"{COLAB}.files": lambda: {
        **_quiet("download", "view"),
        **_unanswered(_UPLOADS, "upload", "upload_file"),
    },
    f"{COLAB}.output": lambda: {
        **_quiet("clear", "disable_custom_widget_manager", "enable_custom_widget_manager"),
        **_quiet("no_vertical_scroll", "register_callback"),
        **_unanswered(_BROWSER, "eval_js"),
    },
    f"{COLAB}.patches": lambda: _quiet("cv2_imshow"),
    f"{COLAB}.runtime": lambda: _quiet("unassign"),
    f"{COLAB}.userdata": lambda: {
        **_unanswered(_SECRETS, "get"),
        "NotebookAccessError": type("NotebookAccessError", (Exception,), {}),
        "SecretNotFoundError": type("SecretNotFoundError", (Exception,), {}),
    },
    "ipywidgets": _widgets,
    "matplotlib_inline": lambda: {"__path__": []},
    "matplotlib_inline.backend_inline": lambda: _quiet("set_matplotlib_formats"),
    "tqdm": lambda: _BARS,
    "tqdm.auto": lambda: _BARS,
    "tqdm.autonotebook": lambda: _BARS,
    "tqdm.notebook": lambda: _BARS,
}
"""What is in a module."""

ONLY_IF_MISSING = {"google", "tqdm"}
"""Modules that may be there, and then hold more."""


def asks_for_colab(units: Iterable[Unit]) -> bool:
    """Whether somebody asks if this is Colab: the module is looked for, or tried to be imported.

    It is not, so the module must not be found then.
    """
    return any("colab" in unit.source and any(map(_asks, _nodes(unit))) for unit in units)


def _nodes(unit: Unit) -> Iterator[ast.AST]:
    try:
        yield from ast.walk(ast.parse(magics.as_python(unit).source))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return  # the slicer says why


def _asks(node: ast.AST) -> bool:
    match node:
        case ast.Try(body=body, handlers=[_, *_]):
            return any(_imports(part) for statement in body for part in ast.walk(statement))
        case ast.Call(args=[ast.Constant(value=str(name)), *_]):
            return name in (COLAB, "google")  # find_spec, import_module
    return False


def _imports(node: ast.AST) -> bool:
    match node:
        case ast.Import(names=names):
            return any(alias.name.startswith(COLAB) for alias in names)
        case ast.ImportFrom(module=str(module), names=names):
            within = module == "google" and any(alias.name == "colab" for alias in names)
            return within or module.startswith(COLAB)
    return False
