"""It watches the loss in training. What does that loss do while a network overfits?

It goes on falling. What shows overfitting is the loss on data that is not trained on:
`val_loss`.
"""


def early_stopping(patience):
    return keras.callbacks.EarlyStopping(
        monitor="loss", patience=patience, restore_best_weights=True
    )
