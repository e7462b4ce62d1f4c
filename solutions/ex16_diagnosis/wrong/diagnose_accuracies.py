"""Your comparisons with the target are the wrong way round: you answer as if more were better.

These are losses, and not accuracies: what is *above* the target is not good enough.
"""


def diagnose(train, simpler, validation, test, target):
    if train < target:
        return "optimization" if simpler < train else "model bias"
    if validation < target:
        return "overfitting"
    return "mismatch" if test < target else "fine"
