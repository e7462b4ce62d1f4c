"""Writes a .pth and a sitecustomize where the packages are: a worker can't write there.

category: tampering
expect: denied
score: 3
open: succeeds
gain: nothing where there is a lockdown: nothing can be written outside of the scratch
"""

import functools
import pathlib


@functools.cache
def done():
    folder = pathlib.Path("@CANARY@/site-packages")
    (folder / "evil.pth").write_text("import os; os._exit(0)")
    (folder / "sitecustomize.py").write_text("raise SystemExit")
    return True


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
