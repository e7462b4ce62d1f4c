"""Your function answers "model bias" wherever the training loss is above the target. It never
answers "optimization".

A smaller model that has less training loss shows that the larger one could do better, and was
not brought there: that is "optimization". Does an earlier `if` take these trainings away, or a
later one overwrite the answer?
"""


def diagnose(train, simpler, validation, test, target):
    if train > target:
        return "model bias"
    if train > target and simpler < train:
        return "optimization"
    if validation > target:
        return "overfitting"
    return "mismatch" if test > target else "fine"
