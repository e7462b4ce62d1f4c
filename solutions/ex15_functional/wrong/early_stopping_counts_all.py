"""It stops too early where a new lowest has come in between. What happens to your count then?

Only epochs *in a row* count: at each new lowest the count goes back to 0.
"""


class Stop(keras.callbacks.Callback):
    def __init__(self, patience):
        super().__init__()
        self.patience, self.best, self.bad = patience, float("inf"), 0

    def on_epoch_end(self, epoch, logs=None):
        if logs["val_loss"] < self.best:
            self.best, self.kept = logs["val_loss"], self.model.get_weights()
        else:
            self.bad += 1
        if self.bad >= self.patience:
            self.model.stop_training = True

    def on_train_end(self, logs=None):
        self.model.set_weights(self.kept)


def early_stopping(patience):
    return Stop(patience)
