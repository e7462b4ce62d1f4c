"""You call `training_loop` on the validation data, which trains on it (and there is no `params`
here). Only look: the model's output and its accuracy.
"""


def validation_loop(val_dataset, model):
    mean_loss, mean_acc = training_loop(val_dataset, model, params, 0.0)
    return mean_acc
