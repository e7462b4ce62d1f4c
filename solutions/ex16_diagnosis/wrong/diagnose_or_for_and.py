"""Your function answers "optimization" where one of the two conditions holds. It never answers
"model bias".

Both must hold: the training loss is above the target, *and* the smaller model has less.
"""


def diagnose(train, simpler, validation, test, target):
    if train > target or simpler < train:
        return "optimization"
    if validation > target:
        return "overfitting"
    return "mismatch" if test > target else "fine"
