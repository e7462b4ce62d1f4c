"""It stops at the first epoch that is no new lowest. What about the argument?

That is a patience of 0 or 1. The argument `patience` says after how many such epochs in a row
it stops.
"""


def early_stopping(patience):
    return keras.callbacks.EarlyStopping(monitor="val_loss", patience=0, restore_best_weights=True)
