"""Raises GeneratorExit, which is no Exception and closes generators: it is caught in the worker.

category: leaving
expect: mean_shape error, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing
"""

def mean(x):
    raise GeneratorExit


def spread(x):
    return x.min(), x.max()
