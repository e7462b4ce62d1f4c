"""The network is left with the weights of the last epoch. Was that the best one?

No: `patience` epochs have passed since. By itself Keras leaves the last weights; an argument of
the callback has it go back to the best ones.
"""


def early_stopping(patience):
    return keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience)
