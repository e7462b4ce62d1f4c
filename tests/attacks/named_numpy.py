"""A submission that is called numpy.py: the exercise's name is the module's, whatever the file is
called.

category: tampering
file: numpy.py
expect: all passed
score: 10
open: same
gain: nothing: a file's name is not imported
"""

def mean(x):
    return x.mean(axis=0)

def spread(x):
    return x.min(), x.max()
