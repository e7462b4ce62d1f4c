"""A training loop by hand, with TensorFlow.

Fill in the three functions below: `sgd`, `training_loop` and `validation_loop`. Replace each
`raise NotImplementedError(...)` by your own code, and run `grader check ex2` as often as you like;
the three are checked one by one, so you can start before all of them are written. The README says
what each is asked to do. When they work, train for real:

    grader data signs signs
    python training.py --imdir signs --epochs 10
"""

# utils comes first: it imports TensorFlow without what that logs, which looks like errors.
from utils import display_metrics, get_logger, parse_arguments, progress
import tensorflow as tf
from dataset import DatasetError, get_datasets
from given import accuracy, cross_entropy, softmax

PIXELS = 32 * 32 * 3
CLASSES = 43
CURVES = "training.png"


def sgd(params, grads, lr, bs):
    """Do one step of stochastic gradient descent, in place: p <- p - lr * g / bs.

    Every parameter is changed, and stays the same `tf.Variable` object. The list of gradients
    is left as it was.

    Args:
        params: list of tf.Variables, of any length from one and of any shapes.
        grads: list of tensors, one for each parameter and of its shape: the gradient of the loss
            *summed* over the batch.
        lr: the learning rate, a Python float.
        bs: the batch size, a Python int.

    Returns:
        Nothing that is looked at.
    """
    raise NotImplementedError("sgd is not implemented yet")


def training_loop(train_dataset, model, params, lr):
    """Train for one epoch: one step of gradient descent for each batch, in their order.

    A batch (X, Y) goes through the model once, before its step, and that pass gives its loss, its
    accuracy and its gradients. X / 255 is what the model takes. The gradient is that of the sum
    of the samples' losses, and the step divides it by the number of samples that this batch has
    (the last batch may be shorter).

    Args:
        train_dataset: a tf.data.Dataset of batches (X, Y): images X of shape (N, H, W, 3), float32
            in 0 ... 255, and class ids Y of shape (N,), int32. At least one batch.
        model: a function from scaled images (N, H, W, 3), in 0 ... 1, to probabilities (N, C).
            C is known from its output only. It reads every one of `params`.
        params: list of tf.Variables, of any length from one; they are changed in place.
        lr: the learning rate, a Python float.

    Returns:
        (mean_loss, mean_acc), two scalars: the means over the batches of each batch's mean loss
        and of its accuracy.
    """
    raise NotImplementedError("training_loop is not implemented yet")


def validation_loop(val_dataset, model):
    """Return the mean accuracy over the batches of `val_dataset`, and change nothing.

    Args:
        val_dataset: a tf.data.Dataset of batches (X, Y), as in `training_loop`: X in 0 ... 255.
        model: a function from scaled images (N, H, W, 3), in 0 ... 1, to probabilities (N, C).

    Returns:
        mean_acc, a scalar: the mean over the batches of each batch's accuracy.
    """
    raise NotImplementedError("validation_loop is not implemented yet")


# What follows is given. It trains for real: python training.py --imdir DIR --epochs 10


def logistic_regression(seed=0):
    """Return (model, params): softmax(flatten(X) W + b), with small random weights."""
    rng = tf.random.Generator.from_seed(seed)
    W = tf.Variable(rng.normal((PIXELS, CLASSES), stddev=0.01))
    b = tf.Variable(tf.zeros(CLASSES))

    def model(X):
        return softmax(tf.reshape(X, (-1, PIXELS)) @ W + b)

    return model, [W, b]


def main():
    """Train a logistic regression on a folder of traffic signs, and draw its curves."""
    options = parse_arguments("Train a logistic regression on traffic signs.", lr=0.05)
    logger = get_logger("training")
    try:
        train_dataset, val_dataset = get_datasets(options.imdir, options.batch_size)
    except DatasetError as error:
        raise SystemExit(f"training.py: {error}") from None

    model, params = logistic_regression()
    history = {"loss": [], "accuracy": [], "val_accuracy": []}
    for epoch in range(1, options.epochs + 1):
        batches = progress(train_dataset, f"epoch {epoch}/{options.epochs}")
        mean_loss, mean_acc = training_loop(batches, model, params, options.lr)
        val_acc = validation_loop(val_dataset, model)
        measured = (mean_loss, mean_acc, val_acc)
        logger.info("epoch %d: loss %.3f, accuracy %.3f, validation %.3f", epoch, *measured)
        for name, value in zip(history, measured, strict=True):
            history[name].append(float(value))

    display_metrics(history, CURVES)
    logger.info("the curves are in %s", CURVES)
    print(f"final validation accuracy: {history['val_accuracy'][-1]:.3f}")
    print("(on the drawn signs expect about 0.1 after 2 epochs, and 0.3 after 10)")


if __name__ == "__main__":
    main()
