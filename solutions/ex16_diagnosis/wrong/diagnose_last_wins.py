"""Where several losses are above the target, your function answers by the last of them: a later
answer takes the place of an earlier one.

Four `if` one below the other are all asked. `elif`, or a `return` in each, ends with the first
that holds.
"""


def diagnose(train, simpler, validation, test, target):
    found = "fine"
    if train > target:
        found = "optimization" if simpler < train else "model bias"
    if validation > target:
        found = "overfitting"
    if test > target:
        found = "mismatch"
    return found
