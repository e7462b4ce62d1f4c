# coding: punycode
"""Punycode, which takes the square of a file's length to decode: it is no encoding of source.

category: leaving
expect: all error
score: 0
open: same
gain: nothing
"""

def mean(x):
    return x.mean(axis=0)
