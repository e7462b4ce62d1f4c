"""Puts a file of its own in the place of the grades (rename, link, unlink): it can't be done
across the lockdown.

category: tampering
expect: denied
score: 3
open: succeeds
gain: nothing where there is a lockdown
"""

import functools
import os


@functools.cache
def done():
    with open("mine.csv", "w") as file:
        file.write("me,100\n")
    try:
        os.replace("mine.csv", "@CANARY@/gradebook.csv")
    except OSError:
        os.unlink("@CANARY@/gradebook.csv")
        os.link("mine.csv", "@CANARY@/gradebook.csv")
    return True


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
