"""A file that is no Python: graded, no points, with the place.

category: leaving
expect: all error
score: 0
open: same
gain: nothing
"""

def mean(x:
    return 1
