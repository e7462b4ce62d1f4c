"""You answer "underfitting" where "model bias" is asked. It means the same, and is another text.

The five answers are spelled as in the README's table.
"""


def diagnose(train, simpler, validation, test, target):
    if train > target:
        return "optimization" if simpler < train else "underfitting"
    if validation > target:
        return "overfitting"
    return "mismatch" if test > target else "fine"
