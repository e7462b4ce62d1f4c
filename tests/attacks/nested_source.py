"""Source that is nested beyond what a parser can do: it is parsed in the worker.

category: leaving
expect: all error/crashed
score: 0
open: same
gain: nothing: it is parsed in the worker
"""

def mean(x):
    return x.mean(axis=0)

DEEP = @DEEP@1
