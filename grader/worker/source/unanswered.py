"""What nobody answers when a notebook is graded: a command, an upload, a question to the shell."""

_AS_A_VALUE = (
    *("abs", "array", "bool", "bytes", "complex", "contains", "delitem", "eq", "float", "fspath"),
    *("ge", "getitem", "gt", "index", "int", "invert", "iter", "le", "len", "lt", "ne", "neg"),
    *("next", "pos", "reversed", "round", "setitem"),
)
_OPERATIONS = (
    *("add", "and", "divmod", "floordiv", "matmul", "mod", "mul", "or", "pow", "sub", "truediv"),
    "xor",
)


class Unanswered:
    """It can be called, shown, and asked for attributes, which are as unanswered.

    Whatever needs its value raises a RuntimeError, which says why there is none.
    """

    def __init__(self, why: str):
        self._why = why

    def __repr__(self) -> str:
        return f"<not known: {self._why}>"

    def __getattr__(self, name: str) -> "Unanswered":
        if name.startswith("_"):  # what copies and compares looks for such
            raise AttributeError(name)
        return self

    def __call__(self, *arguments: object, **options: object) -> "Unanswered":
        return self

    __hash__ = object.__hash__


def _told(self: Unanswered, *arguments: object) -> object:
    raise RuntimeError(self._why)


for _name in (*_AS_A_VALUE, *_OPERATIONS, *(f"r{name}" for name in _OPERATIONS)):
    setattr(Unanswered, f"__{_name}__", _told)


def nothing(*arguments: object, **options: object) -> None:
    """What would be seen by who sits before it, and is no value."""
