"""It never stops. Which name do you give to what is watched?

Either it is a name that Keras' `logs` do not have, and then the callback only warns, or nothing
is ever counted. The loss in validation is called `val_loss`.
"""


def early_stopping(patience):
    return keras.callbacks.EarlyStopping(
        monitor="validation_loss", patience=patience, restore_best_weights=True
    )
