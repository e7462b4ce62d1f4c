"""What a check is given: the graded functions of a file, watched where an exception is asked."""

import inspect
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

NEVER_ASKED = (NameError, NotImplementedError, MemoryError, RecursionError)
"""Exceptions that no check can ask for: a name is missing, nothing is written, a limit is met."""


class Student(SimpleNamespace):
    """The graded functions by name. Of no other name is there a value."""

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(f"{name} is not defined, or it is no function that is graded")


class Watched:
    """A student whose functions tell how they ended.

    A check may raise by itself: where it unpacks three values into two, that is a ValueError of its
    own line, and no answer to a check that asks for one. So may the call of a function that takes
    other arguments: that is a TypeError. `returned` has what came back last, if anything did.
    """

    def __init__(self, student: Student):
        self._raised: list[BaseException] = []
        self._refused: list[BaseException] = []
        self.returned: list[Any] = []
        self.student = Student(
            **{
                name: self._watched(function) if inspect.isroutine(function) else function
                for name, function in vars(student).items()
            }
        )

    def _watched(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            try:
                value = function(*args, **options)
            except BaseException as error:  # it goes on: this only takes note of it
                takes = _takes(function, args, options)
                (self._raised if takes else self._refused).append(error)
                raise
            self.returned = [value]
            return value

        return call

    def has_raised(self, error: BaseException) -> bool:
        """Whether the exception has come out of one of the functions."""
        return any(error is raised for raised in self._raised)

    def has_refused(self, error: BaseException) -> bool:
        """Whether it has come of a call whose arguments do not fit."""
        return any(error is refused for refused in self._refused)


def _takes(function: Callable[..., Any], args: tuple[Any, ...], options: dict[str, Any]) -> bool:
    """Whether the arguments fit a function, as far as that is known."""
    try:
        inspect.signature(function).bind(*args, **options)
    except TypeError:
        return False
    except ValueError:  # one in C may not say what it takes
        return True
    return True
