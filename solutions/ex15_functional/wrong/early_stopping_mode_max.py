"""It stops as one does that waits for the *highest* val_loss. Which loss is the best one?

The lowest. The mode "max" is for an accuracy.
"""


def early_stopping(patience):
    return keras.callbacks.EarlyStopping(
        monitor="val_loss", mode="max", patience=patience, restore_best_weights=True
    )
