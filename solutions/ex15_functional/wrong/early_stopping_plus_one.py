"""It stops one epoch too late. From where do you count?

After `patience` epochs without a new lowest it stops: with 1, at the first epoch that is not
lower. In a callback of your own, look at `>` and `>=`.
"""


def early_stopping(patience):
    return keras.callbacks.EarlyStopping(
        monitor="val_loss", patience=patience + 1, restore_best_weights=True
    )
