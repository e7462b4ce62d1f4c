"""Single keys of a terminal, as they are pressed, and a screen of its own that goes away again."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_ALTERNATE, _BACK = "\x1b[?1049h\x1b[?25l", "\x1b[?25h\x1b[?1049l"


def is_terminal() -> bool:
    """Whether a person can press keys and see what comes of it."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


@contextmanager
def own_screen() -> Iterator[None]:
    """A screen beside what the terminal shows; at the end that is there again as it was."""
    with _single_keys():
        sys.stdout.write(_ALTERNATE)
        sys.stdout.flush()
        try:
            yield
        finally:
            sys.stdout.write(_BACK)
            sys.stdout.flush()


def draw(lines: list[str]) -> None:
    """Show the lines from the top. What was there before is overwritten, so nothing flickers."""
    shown = "".join(f"{line}\x1b[0m\x1b[K\r\n" for line in lines[:-1])
    sys.stdout.write(f"\x1b[H{shown}{lines[-1]}\x1b[0m\x1b[K\x1b[J")
    sys.stdout.flush()


if sys.platform == "win32":
    import msvcrt
    import time

    @contextmanager
    def _single_keys() -> Iterator[None]:
        os.system("")  # a console of Windows obeys escape sequences from then on
        yield

    def pressed(wait_s: float) -> str:
        """The key that is pressed within so many seconds, or an empty text."""
        until = time.monotonic() + wait_s
        while not msvcrt.kbhit():
            if time.monotonic() >= until:
                return ""
            time.sleep(0.02)
        return msvcrt.getwch()

else:
    import select
    import termios
    import tty

    @contextmanager
    def _single_keys() -> Iterator[None]:
        fd = sys.stdin.fileno()
        before = termios.tcgetattr(fd)
        tty.setcbreak(fd)  # Ctrl-C stays what it is
        try:
            yield
        finally:
            termios.tcsetattr(fd, termios.TCSADRAIN, before)

    def pressed(wait_s: float) -> str:
        """The key that is pressed within so many seconds, or an empty text."""
        ready, _, _ = select.select([sys.stdin], [], [], wait_s)
        if not ready:
            return ""
        data = os.read(sys.stdin.fileno(), 64)
        return data.decode(errors="replace")[:1] if data else "q"  # the terminal is gone
