"""Types into the judge's terminal (TIOCSTI): a worker has none.

category: escape
expect: denied
score: 3
open: same
gain: nothing: a worker has no terminal
"""

import functools
import fcntl
import os
import termios


@functools.cache
def done():
    for path in ("/dev/tty", "/proc/@NEIGHBOUR@/fd/0", "/dev/console"):
        try:
            number = os.open(path, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)
            if os.isatty(number) and path == "/dev/tty":
                fcntl.ioctl(number, termios.TIOCSTI, b"#")
                return True
        except OSError:
            pass
    return False


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
