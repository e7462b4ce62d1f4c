"""A file that is not UTF-8: graded, no points, with the byte.

category: leaving
expect: all error
score: 0
open: same
gain: nothing
"""

def mean(x):
    return x.mean(axis=0)
# ÿÀ€
