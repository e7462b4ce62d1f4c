"""Single keys of a terminal, as they are pressed: each counts once, also those typed ahead."""

import codecs
import os
import re
import sys
import unicodedata
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress

UP, DOWN, PAGE_UP, PAGE_DOWN, ESCAPE = "up", "down", "page up", "page down", "escape"
GONE = "gone"
"""There is no terminal any more."""

AsBefore = Callable[[], AbstractContextManager[None]]
"""A block in which the terminal is as it was."""

_NAMED = {"[A": UP, "OA": UP, "[B": DOWN, "OB": DOWN, "[5~": PAGE_UP, "[6~": PAGE_DOWN, "": ESCAPE}
_KEY = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|O.|)|(.)", re.DOTALL)


def is_terminal() -> bool:
    """Whether a person can press keys and see what comes of it."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def named(typed: str) -> list[str]:
    """The keys of what a terminal sends: small letters, names for those that are none.

    With a Chinese input method, a letter may be a full-width one.
    """
    found = []
    for match in _KEY.finditer(typed):
        sequence, letter = match.groups()
        key = unicodedata.normalize("NFKC", letter).lower() if letter else _NAMED.get(sequence, "")
        found += [key] if key else []
    return found


if sys.platform == "win32":
    import msvcrt
    import threading
    import time

    @contextmanager
    def single() -> Iterator[AsBefore]:
        """Keys need no return key in the block."""
        os.system("")  # a console of Windows obeys escape sequences from then on
        yield nullcontext

    class Keyboard:
        """What is pressed, one key after another."""

        def __init__(self) -> None:
            self._woken = threading.Event()

        def wake(self) -> None:
            """Have whoever waits for a key wait no longer. Another thread may call it."""
            self._woken.set()

        def pressed(self, wait_s: float) -> str:
            """The next key, or an empty text where none comes in time, or `wake` comes first."""
            until = time.monotonic() + wait_s
            while not msvcrt.kbhit():
                left = until - time.monotonic()
                if left <= 0 or self._woken.wait(min(left, 0.02)):
                    self._woken.clear()
                    return ""
            typed = msvcrt.getwch()
            if typed in "\x00\xe0":  # a key that sends two characters
                return {"H": UP, "P": DOWN, "I": PAGE_UP, "Q": PAGE_DOWN}.get(msvcrt.getwch(), "")
            return next(iter(named(typed)), "")

else:
    import select
    import termios
    import tty

    @contextmanager
    def single() -> Iterator[AsBefore]:
        """Keys need no return key in the block, and are not shown. Ctrl-C stays what it is."""
        fd = sys.stdin.fileno()
        before = termios.tcgetattr(fd)

        def set_single() -> None:
            with suppress(termios.error):  # the terminal is gone
                tty.setcbreak(fd, termios.TCSANOW)  # what was typed before is not thrown away

        def set_before() -> None:
            with suppress(termios.error):
                termios.tcsetattr(fd, termios.TCSADRAIN, before)

        @contextmanager
        def as_before() -> Iterator[None]:
            set_before()
            try:
                yield
            finally:
                set_single()

        set_single()
        try:
            yield as_before
        finally:
            set_before()

    class Keyboard:
        """What is pressed, one key after another."""

        def __init__(self) -> None:
            self._fd = sys.stdin.fileno()
            self._ahead: deque[str] = deque()
            self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
            self._woken, self._waker = os.pipe()
            os.set_blocking(self._waker, False)

        def wake(self) -> None:
            """Have whoever waits for a key wait no longer. Another thread may call it."""
            try:
                os.write(self._waker, b".")
            except BlockingIOError:  # it has been woken often enough
                pass

        def pressed(self, wait_s: float) -> str:
            """The next key, or an empty text where none comes in time, or `wake` comes first."""
            if not self._ahead:
                ready, _, _ = select.select([self._fd, self._woken], [], [], wait_s)
                if self._woken in ready:
                    os.read(self._woken, 1024)
                if self._fd in ready:
                    self._read()
            return self._ahead.popleft() if self._ahead else ""

        def _read(self) -> None:
            try:
                data = os.read(self._fd, 1024)
            except OSError:
                data = b""
            self._ahead += named(self._decoder.decode(data)) if data else [GONE]
