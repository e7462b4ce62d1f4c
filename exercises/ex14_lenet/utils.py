"""What a training script needs beside the training: options, a log, a progress bar, curves.

Import it before TensorFlow, which then starts in silence.
"""

import argparse
import logging
import math
import os
import sys


def _import_tensorflow():
    """Import TensorFlow without what it writes to standard error meanwhile; an exception is raised.

    It tells of the processor, and of a graphics card that is not there; that looks like errors.
    """
    if "tensorflow" not in sys.modules:
        os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")  # for what it logs later
        standard_error = os.dup(2)
        try:
            with open(os.devnull, "wb") as nowhere:
                os.dup2(nowhere.fileno(), 2)
            import tensorflow
        finally:
            os.dup2(standard_error, 2)
            os.close(standard_error)
    return sys.modules["tensorflow"]


tf = _import_tensorflow()

BAR_WIDTH = 30


def parse_arguments(description=None, lr=0.01, arguments=None):
    """Return the options of the command line.

    Args:
        description: what --help says about the script.
        lr: the learning rate if none is given.
        arguments: a list of strings, in place of the command line.

    Returns:
        A namespace with imdir (a string), epochs and batch_size (integers from 1) and lr
        (a positive number).
    """
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.ArgumentDefaultsHelpFormatter
    )
    parser.add_argument(
        "--imdir",
        required=True,
        metavar="DIR",
        # Without this, --help would say "(default: None)".
        default=argparse.SUPPRESS,
        help="the folder that holds the class folders 00000, 00001, ...",
    )
    parser.add_argument("--epochs", type=_count, default=10, metavar="N", help="how many epochs")
    parser.add_argument(
        "--batch-size", type=_count, default=64, metavar="N", help="how many images in a batch"
    )
    parser.add_argument("--lr", type=_rate, default=lr, help="the learning rate")
    return parser.parse_args(arguments)


def _count(text):
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 1")
    return number


def _rate(text):
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0 < number < math.inf:
        raise argparse.ArgumentTypeError(f"{text!r} is no positive number")
    return number


def get_logger(name):
    """Return a logger that writes lines like "14:03:59 epoch 1: loss 3.2" to standard error."""
    logger = logging.getLogger(name)
    logger.setLevel(logging.INFO)
    # TensorFlow logs through the root logger: with that one, each line would come twice.
    logger.propagate = False
    if not logger.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s", datefmt="%H:%M:%S"))
        logger.addHandler(handler)
    return logger


def progress(dataset, title=""):
    """Return the same data set, but one that shows a progress bar while its batches are read.

    It is a tf.data.Dataset like the one given, so whatever reads that reads this. The bar is
    for people: if standard error is no terminal (a file, a pipe), nothing is shown.

    Args:
        dataset: a tf.data.Dataset of batches (X, Y).
        title: what stands before the bar.
    """
    if not sys.stderr.isatty():
        return dataset
    total = len(dataset)

    def show(index):
        done = int(index) + 1
        bar = ("=" * (BAR_WIDTH * done // total)).ljust(BAR_WIDTH)
        end = "\n" if done == total else ""
        print(f"\r{title} [{bar}] {done}/{total}", end=end, file=sys.stderr, flush=True)

    def show_and_pass_on(index, batch):
        with tf.control_dependencies([tf.py_function(show, [index], [])]):
            return tf.nest.map_structure(tf.identity, batch)

    return dataset.enumerate().map(show_and_pass_on)


def display_metrics(history, path):
    """Draw the curves of loss and accuracy over the epochs into a PNG file.

    Args:
        history: a dictionary of lists with one number for each epoch, under the names that Keras
            gives them: "loss", "accuracy", "val_loss", "val_accuracy"; what is missing or empty
            is not drawn.
        path: the file to write.
    """
    # matplotlib is slow to import, and needed once, at the end. pyplot is left alone: it looks
    # for a display, and there may be none.
    from matplotlib.figure import Figure
    from matplotlib.ticker import MaxNLocator

    figure = Figure(figsize=(10, 4), layout="constrained")
    for axes, metric in zip(figure.subplots(1, 2), ("loss", "accuracy"), strict=True):
        for key, label in ((metric, "training"), (f"val_{metric}", "validation")):
            values = history.get(key, [])
            if len(values):
                axes.plot(range(1, len(values) + 1), values, marker=".", label=label)
                axes.legend()
        axes.set(title=metric, xlabel="epoch")
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        axes.grid(alpha=0.3)
    figure.savefig(path, format="png", dpi=120)
