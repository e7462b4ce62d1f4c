"""An `async def` whose result nobody awaits: a coroutine is no number.

category: spoofing
expect: mean_shape failed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: a coroutine is named, not awaited
"""

async def mean(x):
    return x.mean(axis=0)


def spread(x):
    return x.min(), x.max()
