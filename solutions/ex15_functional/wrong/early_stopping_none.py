"""early_stopping returned None. Where does the callback go that you make?

It is made and forgotten: the function has to return it.
"""


def early_stopping(patience):
    keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience)
