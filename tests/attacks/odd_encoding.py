# coding: undefined
"""An encoding that is none for text: such a file is not decoded on the host.

category: leaving
expect: all error
score: 0
open: same
gain: nothing
"""

def mean(x):
    return x.mean(axis=0)
