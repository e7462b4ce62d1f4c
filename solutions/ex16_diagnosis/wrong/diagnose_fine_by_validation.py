"""Your function answers "fine" where the training and the validation loss are below the target,
though the test loss is above it.

The test samples come from where the model is to be used, which may be another world. Whether
that went well has to be asked as well, before anything is fine.
"""


def diagnose(train, simpler, validation, test, target):
    if train > target:
        return "optimization" if simpler < train else "model bias"
    return "overfitting" if validation > target else "fine"
