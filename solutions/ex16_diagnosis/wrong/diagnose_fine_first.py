"""Your function answers "fine" wherever the test loss is below the target, whatever the others
are.

A small test loss may be luck. The training and the validation come first, and "fine" is what is
left when none of the three is above the target.
"""


def diagnose(train, simpler, validation, test, target):
    if test < target:
        return "fine"
    if train > target:
        return "optimization" if simpler < train else "model bias"
    return "overfitting" if validation > target else "mismatch"
