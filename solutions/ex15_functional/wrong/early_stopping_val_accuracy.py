"""It watches val_accuracy. Which of the numbers in `logs` is asked?

`val_loss`, the loss on data that is not trained on. Accuracy moves in steps, and says nothing
where the output is a number.
"""


def early_stopping(patience):
    return keras.callbacks.EarlyStopping(
        monitor="val_accuracy", mode="max", patience=patience, restore_best_weights=True
    )
