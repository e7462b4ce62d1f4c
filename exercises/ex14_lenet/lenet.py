"""A dense network and LeNet-5, which read handwritten digits.

Fill in the three functions below: replace each `raise NotImplementedError(...)` by your own code,
and run `grader check ex14` as often as you like. The README says what is asked. The rest of this
file is given; with a folder of digits it trains your network for real:

    grader data digits digits
    python lenet.py --data digits
"""

import argparse
from pathlib import Path

# utils comes first: it imports TensorFlow without what that logs, which looks like errors.
from utils import display_metrics, get_logger, progress, tf
import keras
import numpy as np

BOUNTY = 0.995


def prepare(images, labels):
    """Return images and labels of digits as a network takes them: both are float32.

    Args:
        images: array (N, 28, 28) of uint8, pixels from 0 (black) to 255 (white).
        labels: array (N,) of uint8, the digits 0 ... 9.

    Returns:
        X, Y: an array (N, 28, 28, 1) of the pixels divided by 255, and an array (N, 10) with a row
        for each label, 1 in the place of its digit and 0 elsewhere.
    """
    raise NotImplementedError("prepare is not implemented yet")


def create_dense():
    """Return a new Keras network of dense layers, at least one of them hidden.

    It takes images (N, 28, 28, 1), float32 in [0, 1], and gives logits (N, 10), for any N.

    Returns:
        A keras.Model, uncompiled or compiled: Sequential, functional, or of a class of your own.
    """
    raise NotImplementedError("create_dense is not implemented yet")


def create_lenet():
    """Return a new LeNet-5 in Keras, with the layers of the README's table and no others.

    It takes images (N, 28, 28, 1), float32 in [0, 1], and gives logits (N, 10), for any N.

    Returns:
        A keras.Model, uncompiled or compiled: Sequential, functional, or of a class of your own.
    """
    raise NotImplementedError("create_lenet is not implemented yet")


def parse_arguments():
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", metavar="DIR", help="the folder that holds mnist.npz")
    parser.add_argument(
        "--network", choices=("lenet", "dense"), default="lenet", help="which one (default: lenet)"
    )
    parser.add_argument("--epochs", type=int, default=5, metavar="N", help="how many (default: 5)")
    arguments = parser.parse_args()
    if arguments.data is None:
        raise SystemExit(
            "lenet.py: say where the digits are: `grader data digits digits` draws some, then "
            "`python lenet.py --data digits`"
        )
    return arguments


def read_digits(folder):
    """Return the four arrays of DIR/mnist.npz, which are called as Keras calls them."""
    try:
        with np.load(Path(folder) / "mnist.npz") as file:
            return [file[name] for name in ("x_train", "y_train", "x_test", "y_test")]
    except (OSError, KeyError, ValueError) as error:
        raise SystemExit(f"lenet.py: no digits can be read from {folder}: {error}") from None


def draw_confusion(labels, found, path):
    """Draw how often each digit (a row) was taken for each (a column), into a PNG file."""
    # matplotlib is slow to import, and needed once, at the end.
    from matplotlib.figure import Figure

    matrix = np.zeros((10, 10), int)
    np.add.at(matrix, (labels, found), 1)
    wrong = matrix * (1 - np.eye(10, dtype=int))
    figure = Figure(figsize=(6, 5.5), layout="constrained")
    axes = figure.subplots()
    axes.imshow(wrong, cmap="Reds", vmin=0, vmax=max(1, wrong.max()))
    for row in range(10):
        for column in range(10):
            count = matrix[row, column]
            bright = wrong[row, column] > 0.6 * wrong.max()
            weight = "bold" if row == column else "normal"
            if count:
                axes.text(
                    column,
                    row,
                    count,
                    ha="center",
                    va="center",
                    fontsize=8,
                    weight=weight,
                    color="white" if bright else "black",
                )
    axes.set(title="confusion matrix", xlabel="taken for", ylabel="is")
    axes.set_xticks(range(10))
    axes.set_yticks(range(10))
    figure.savefig(path, format="png", dpi=120)


def main():
    """Train a network on digits, and show how well it reads others."""
    arguments = parse_arguments()
    logger = get_logger("lenet")
    x_train, y_train, x_test, y_test = read_digits(arguments.data)
    X, Y = prepare(x_train, y_train)
    X_test, Y_test = prepare(x_test, y_test)
    network = {"lenet": create_lenet, "dense": create_dense}[arguments.network]()
    network.compile(
        optimizer=keras.optimizers.Adam(0.001),
        loss=keras.losses.CategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )

    def log_epoch(epoch, logs):
        values = "  ".join(f"{name} {value:.4f}" for name, value in logs.items())
        logger.info("epoch %d of %d: %s", epoch + 1, arguments.epochs, values)

    batches = tf.data.Dataset.from_tensor_slices((X, Y)).shuffle(len(X), seed=0).batch(64)
    history = network.fit(
        progress(batches, "training"),
        validation_data=(X_test, Y_test),
        epochs=arguments.epochs,
        callbacks=[keras.callbacks.LambdaCallback(on_epoch_end=log_epoch)],
        shuffle=False,  # the data set shuffles itself
        verbose=0,
    )
    curves, confusion = (f"{arguments.network}_{what}.png" for what in ("curves", "confusion"))
    display_metrics(history.history, curves)
    found = np.argmax(network.predict(X_test, batch_size=256, verbose=0), axis=-1)
    draw_confusion(y_test, found, confusion)
    logger.info("the curves are in %s, the confusion matrix is in %s", curves, confusion)
    accuracy = float(np.mean(found == y_test))
    print(f"test accuracy: {accuracy:.2%} of {len(y_test)} digits")
    if accuracy >= BOUNTY:
        print(f"the bounty is yours: {BOUNTY:.1%} were asked for")
    else:
        print(f"the bounty is for {BOUNTY:.1%}: the README says what helps")


if __name__ == "__main__":
    main()
