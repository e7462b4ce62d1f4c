"""A later answer takes the place of an earlier one, so your function never answers "optimization":
"model bias" holds there, too.

Four `if` one below the other are all asked. `elif`, or a `return` in each, ends with the first
that holds.
"""


def diagnose(train, simpler, validation, test, target):
    found = "fine"
    if train > target and simpler < train:
        found = "optimization"
    if train > target:
        found = "model bias"
    if validation > target:
        found = "overfitting"
    if test > target:
        found = "mismatch"
    return found
