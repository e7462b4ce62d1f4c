"""What `python functional.py` needs beside the networks: made data, training, a picture."""

# utils comes first: it imports TensorFlow without what that logs, which looks like errors.
import utils
import argparse
import sys

import keras
import numpy as np

BAR_WIDTH = 30


def parse_arguments(description):
    """Return the options of the command line: epochs, patience, rate, l2, seed."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.ArgumentDefaultsHelpFormatter
    )
    parser.add_argument("--epochs", type=int, default=100, metavar="N", help="how many at most")
    parser.add_argument("--patience", type=int, default=10, metavar="N", help="of early stopping")
    parser.add_argument("--rate", type=float, default=0.2, help="the rate of Dropout")
    parser.add_argument("--l2", type=float, default=0.003, help="the factor of the penalty")
    parser.add_argument("--seed", type=int, default=15, help="of the data and of the networks")
    return parser.parse_args()


def two_measurements(rng, n):
    """Return two inputs, (n, 10) and (n, 8), and two targets, (n, 1) each, with noise."""
    a, b = rng.normal(size=(n, 10)), rng.normal(size=(n, 8))
    first = np.sin(a[:, 0]) + a[:, 1] * b[:, 0]
    second = np.abs(a[:, 2]) + b[:, 1]
    targets = [y[:, None] + rng.normal(scale=0.3, size=(n, 1)) for y in (first, second)]
    return [a, b], targets


def one_measurement(rng, n):
    """Return an input, (n, 20), and a target, (n, 1), with noise."""
    X = rng.normal(size=(n, 20))
    y = X[:, :1] + np.maximum(X[:, 1:2], 0) + rng.normal(scale=0.5, size=(n, 1))
    return X, y


class Bar(keras.callbacks.Callback):
    """A bar that grows with the epochs; in a file or a pipe there is none."""

    def __init__(self, title, epochs):
        super().__init__()
        self.title, self.epochs, self.last = title, epochs, ""

    def on_epoch_end(self, epoch, logs=None):
        """Draw it anew over the old one."""
        bar = ("=" * (BAR_WIDTH * (epoch + 1) // self.epochs)).ljust(BAR_WIDTH)
        values = f"loss {logs['loss']:.3f}, val_loss {logs['val_loss']:.3f}"
        self.last = f"\r{self.title:<28} [{bar}] {epoch + 1:>3}/{self.epochs}  {values}"
        self.show(self.last)

    def on_train_end(self, logs=None):
        """Leave the line as it is."""
        self.show("\n")

    def show(self, text):
        """Write to a terminal."""
        if sys.stderr.isatty():
            print(text, end="", file=sys.stderr, flush=True)


def train(network, title, training, validation, epochs, callbacks=()):
    """Train a network, and return its history.

    The history has `mse` and `val_mse` for each epoch: of all outputs together, and without the
    penalty that `loss` has in it.
    """
    network.compile(optimizer=keras.optimizers.Adam(), loss="mse")
    error = Error(training, validation)
    network.fit(
        *training,
        validation_data=validation,
        batch_size=32,
        validation_batch_size=1000,
        epochs=epochs,
        callbacks=[error, Bar(title, epochs), *callbacks],
        verbose=0,
    )
    return error.history


class Error(keras.callbacks.Callback):
    """The mean squared errors after each epoch, on both sets, as the network is when it is used."""

    def __init__(self, training, validation):
        super().__init__()
        self.sets = {"training": training, "validation": validation}
        self.history = {"training": [], "validation": []}

    def on_epoch_end(self, epoch, logs=None):
        """Dropout is off here, so that both can be compared."""
        for name, (X, y) in self.sets.items():
            self.history[name].append(squared_error(self.model, X, y))


def squared_error(network, X, y):
    """Return the mean squared error of all outputs of a network."""
    outputs = network(X, training=False)
    pairs = zip(outputs, y, strict=True) if isinstance(y, list) else [(outputs, y)]
    return float(np.mean([np.mean((np.asarray(out) - target) ** 2) for out, target in pairs]))


def draw(panels, path):
    """Draw curves of errors into a PNG file.

    Args:
        panels: for each panel its title, a dict of histories by name, and a dict of epochs that
            are marked, by what happens there.
        path: the file to write.
    """
    # pyplot is left alone: it looks for a display, and there may be none.
    from matplotlib.figure import Figure

    figure = Figure(figsize=(11, 4.4), layout="constrained")
    for axes, (title, histories, marks) in zip(
        figure.subplots(1, len(panels)), panels, strict=True
    ):
        for number, (name, history) in enumerate(histories.items()):
            for part, style in (("training", "--"), ("validation", "-")):
                epochs = range(1, len(history[part]) + 1)
                label = f"{name}, {part}" if len(histories) > 1 else part
                axes.plot(epochs, history[part], style, color=f"C{number}", label=label)
        for number, (what, epoch) in enumerate(marks.items()):
            axes.axvline(epoch, color="0.35", linestyle=("-.", ":")[number % 2], label=what)
        axes.set(title=title, xlabel="epoch", ylabel="mean squared error")
        axes.set_ylim(bottom=0)
        axes.grid(alpha=0.3)
        axes.legend()
    figure.savefig(path, format="png", dpi=120)
