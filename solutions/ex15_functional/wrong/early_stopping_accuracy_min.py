"""It stops as one does that waits for the *lowest* val_accuracy. Should an accuracy fall?

It should rise; of a loss the lowest is the best. Here `val_loss` is to be watched, and then the
mode is right by itself.
"""


def early_stopping(patience):
    return keras.callbacks.EarlyStopping(
        monitor="val_accuracy", mode="min", patience=patience, restore_best_weights=True
    )
