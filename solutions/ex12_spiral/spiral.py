"""Softmax regression meets a spiral, with NumPy and Keras.

Fill in the four functions below: `make_spiral`, `softmax_regression`, `decision_grid` and
`create_network`. Replace each `raise NotImplementedError(...)` by your own code, and run
`grader check ex12` as often as you like; the four are checked one by one. The README says what each
is asked to do, with formulas and small examples. The rest of this file is given: when all four are
written, it trains both classifiers and draws their borders side by side:

    python spiral.py
"""

# utils comes first: it imports TensorFlow without what that logs, which looks like errors.
from utils import get_logger, progress, tf
import keras
import numpy as np

SAMPLES, CLASSES, NOISE = 100, 3, 0.2
EPOCHS, BATCH_SIZE, STEPS = 60, 32, 300
PICTURE = "spiral.png"
COLOURS = "#0072b2", "#e69f00", "#009e73"  # told apart by colour-blind readers, too
MARKS = "o", "s", "^"


def make_spiral(samples, classes, noise, rng):
    """Return points on the arms of a spiral, one arm for each class, and their classes.

    Point i of class j has the radius linspace(0, 1, samples)[i] and the angle
    linspace(4 j, 4 (j + 1), samples)[i] + noise * (a standard normal number of its own), and is
    (radius * sin(angle), radius * cos(angle)).

    Args:
        samples: the number S of points of each class, an int from 2.
        classes: the number K of classes, an int.
        noise: how far the angles spread, a number from 0.
        rng: an np.random.Generator, from which all random numbers come.

    Returns:
        X, y: an array of shape (S K, 2), all points of class 0, then all of class 1, and so on; and
        the class of each point, ints of shape (S K,).
    """
    # BEGIN SOLUTION
    radius = np.linspace(0, 1, samples)
    arms = []
    for j in range(classes):
        angle = np.linspace(4 * j, 4 * (j + 1), samples) + noise * rng.standard_normal(samples)
        arms.append(np.column_stack([radius * np.sin(angle), radius * np.cos(angle)]))
    return np.concatenate(arms), np.repeat(np.arange(classes), samples)
    # END SOLUTION


def softmax_regression(X, Y, W, b):
    """Return the loss of softmax regression, and its gradient.

    With P = softmax(X W + b), row by row, the loss is the mean over the N samples of minus the
    natural log of the probability in P that the true class has. The gradient with respect to W is
    (1/N) X^T (P - Y), and the one with respect to b is the mean of the rows of P - Y.

    Args:
        X: array of shape (N, D).
        Y: array of shape (N, C), one-hot: a 1 at the true class of each sample.
        W: array of shape (D, C), the weights.
        b: array of shape (C,), the biases.

    Returns:
        loss, dW, db: a number, an array of shape (D, C), and one of shape (C,).
    """
    # BEGIN SOLUTION
    logits = X @ W + b
    # The softmax of a row does not change with its largest logit; now exp can't overflow.
    logits = logits - np.max(logits, axis=1, keepdims=True)
    logs = logits - np.log(np.sum(np.exp(logits), axis=1, keepdims=True))
    errors = np.exp(logs) - Y
    return -np.sum(Y * logs) / len(X), X.T @ errors / len(X), np.mean(errors, axis=0)
    # END SOLUTION


def decision_grid(predict, X, steps):
    """Return what a classifier says at each point of a grid that covers the data.

    The grid goes, in each of the two columns of X, from the smallest number - 0.1 to the largest
    + 0.1, in `steps` numbers at equal distances, both ends included.

    Args:
        predict: a function that takes points, an array of shape (M, 2), and returns their classes,
            ints of shape (M,).
        X: array of shape (N, 2), the data: x in the first column, y in the second.
        steps: how many numbers each axis has, an int from 2.

    Returns:
        xx, yy, Z: three arrays of shape (steps, steps), as np.meshgrid gives xx and yy; Z[i, j] is
        what predict says of the point (xx[i, j], yy[i, j]).
    """
    # BEGIN SOLUTION
    low, high = X.min(axis=0) - 0.1, X.max(axis=0) + 0.1
    xx, yy = np.meshgrid(*np.linspace(low, high, steps).T)
    points = np.column_stack([xx.ravel(), yy.ravel()])
    return xx, yy, np.reshape(predict(points), xx.shape)
    # END SOLUTION


def create_network():
    """Return a new Keras network that says which arm of the spiral a point lies on.

    It takes points of shape (N, 2), float32, and gives *probabilities* of shape (N, 3): the last
    layer has a softmax. Something that is not linear stands in between, or it can't draw a border
    that is curved.

    Returns:
        A keras.Model, not compiled: Sequential, functional, or of a class of your own.
    """
    # BEGIN SOLUTION
    return keras.Sequential(
        [
            keras.Input((2,)),
            keras.layers.Dense(64, activation="relu"),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(3, activation="softmax"),
        ]
    )
    # END SOLUTION


# What follows is given. It shows what you have written: python spiral.py


def train_regression(X, y, rate=1.0, steps=300):
    """Return a function that predicts classes, from gradient descent on your loss."""
    Y = np.eye(CLASSES)[y]
    W, b = np.zeros((X.shape[1], CLASSES)), np.zeros(CLASSES)
    for _ in range(steps):
        _, dW, db = softmax_regression(X, Y, W, b)
        W, b = W - rate * dW, b - rate * db
    return lambda points: np.argmax(points @ W + b, axis=1)


def train_network(X, y):
    """Return a function that predicts classes, from your network."""
    network = create_network()
    # The network gives probabilities, and the loss is told so: from_logits stays False.
    network.compile(keras.optimizers.Adam(0.01), keras.losses.SparseCategoricalCrossentropy())
    points = tf.data.Dataset.from_tensor_slices((X.astype("float32"), y))
    batches = points.shuffle(len(X), seed=0).batch(BATCH_SIZE).repeat(EPOCHS)
    network.fit(progress(batches, "training"), shuffle=False, verbose=0)
    return lambda points: np.argmax(network.predict(points, batch_size=4096, verbose=0), axis=1)


def classification_report(y_true, y_pred):
    """Return lines with precision, recall, F1 and support of each class, and the accuracy."""
    lines = ["   class  precision  recall      F1  support"]
    for c in range(CLASSES):
        hits = np.sum((y_true == c) & (y_pred == c))
        called, support = np.sum(y_pred == c), np.sum(y_true == c)
        numbers = hits / max(called, 1), hits / support, 2 * hits / (called + support)
        lines.append("{:8}{:11.3f}{:8.3f}{:8.3f}{:9}".format(c, *numbers, support))
    return "\n".join([*lines, f"accuracy{np.mean(y_true == y_pred):11.3f}"])


def draw(predictors, X, y, new):
    """Draw the regions of each classifier, the points that it learned from, and how good it is."""
    # matplotlib is slow to import. pyplot is left alone: it looks for a display.
    from matplotlib.colors import ListedColormap
    from matplotlib.figure import Figure

    figure = Figure(figsize=(10, 5.7), layout="constrained")
    figure.get_layout_engine().set(w_pad=0.08, h_pad=0.06)
    panels = figure.subplots(1, 2, sharex=True, sharey=True)
    for axes, (name, predict) in zip(panels, predictors.items(), strict=True):
        xx, yy, Z = decision_grid(predict, X, STEPS)
        colours = ListedColormap(COLOURS)
        axes.pcolormesh(
            xx, yy, Z, cmap=colours, vmin=0, vmax=CLASSES - 1, alpha=0.3, rasterized=True
        )
        for c in range(CLASSES):
            region = np.equal(Z, c)
            if region.any() and not region.all():  # else there is no border
                axes.contour(xx, yy, region, levels=[0.5], colors="#444444", linewidths=0.8)
            arm = X[y == c]
            axes.scatter(
                *arm.T, s=18, c=COLOURS[c], marker=MARKS[c], edgecolors="white", linewidths=0.4,
                label=f"class {c}",
            )  # fmt: skip
        points, classes = new
        accuracy = np.mean(predict(points) == classes)
        axes.set_title(f"{name}: right on {accuracy:.0%} of new points")
        axes.set(xlabel="$x_1$", aspect="equal")
        axes.margins(0)
    panels[0].set_ylabel("$x_2$")
    figure.legend(
        *panels[0].get_legend_handles_labels(), loc="outside lower center", ncols=CLASSES,
        frameon=False, markerscale=1.6,
    )  # fmt: skip
    figure.savefig(PICTURE, format="png", dpi=150)


def main():
    """Train both classifiers on a spiral, say how good they are on new points, and draw them."""
    logger = get_logger("spiral")
    rng = np.random.default_rng(12)
    X, y = make_spiral(SAMPLES, CLASSES, NOISE, rng)
    new = make_spiral(SAMPLES, CLASSES, NOISE, rng)

    logger.info("softmax regression learns from %d points", len(X))
    predictors = {"softmax regression": train_regression(X, y)}
    logger.info("the network learns from the same points, in %d epochs", EPOCHS)
    predictors["your network"] = train_network(X, y)
    for name, predict in predictors.items():
        print(f"\n{name}, on {len(X)} new points")
        print(classification_report(new[1], predict(new[0])))
    draw(predictors, X, y, new)
    logger.info("the borders are in %s", PICTURE)


if __name__ == "__main__":
    main()
