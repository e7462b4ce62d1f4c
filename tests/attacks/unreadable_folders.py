"""Folders that their owner may neither read nor enter, with names that are no text: they are
removed all the same.

category: tampering
expect: mean_shape passed/crashed, mean_values passed/skipped, mean_purity passed/skipped, spread_values passed
score: 10|3
open: same
gain: nothing: they are removed all the same
"""

import contextlib
import os


def mean(x):
    with contextlib.suppress(OSError):
        for name in (b"\xff\xfe", b"two\nlines", b"-rf", b" "):
            os.mkdir(name)
            os.mkdir(name + b"/in")
            with open(name + b"/in/file", "w"):
                pass
        os.umask(0o777)
        os.makedirs("closed")
        os.mkdir("a")
    with contextlib.suppress(OSError):
        os.chmod(b"\xff\xfe/in", 0)
        os.chmod(".", 0)
    return x.mean(axis=0)


def spread(x):
    return x.min(), x.max()
