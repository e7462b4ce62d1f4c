"""Binary classification with NumPy: a line, a sigmoid, and one good feature.

Fill in the functions below. Replace each `raise NotImplementedError(...)` by your own code, and run
`grader check ex7` as often as you like; the functions are checked one by one, so you can start
before all of them are written. The README says what each is asked to do, with formulas and small
examples. Once they are right, `python binary.py` trains on three sets of points and draws what was
learned into `binary.png`.
"""

import numpy as np


def sigmoid(z):
    """Turn every number into one between 0 and 1: 1 / (1 + exp(-z)).

    Args:
        z: float array of any shape, () too; numbers up to 1000 in size, of either sign.

    Returns:
        Array of the same shape; finite and right for every z.
    """
    # BEGIN SOLUTION
    # exp overflows above 709; of a number that is not positive it never does.
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, e) / (1 + e)
    # END SOLUTION


def binary_cross_entropy(p, y):
    """Return the mean loss: -(1/N) sum_i (y_i ln p_i + (1 - y_i) ln(1 - p_i)).

    Args:
        p: float array of shape (N,), the probability that the label is 1. It may be exactly 1
            where the label is 1, and exactly 0 where it is 0; that must not make NaN.
        y: int array of shape (N,), the labels: 0 or 1.

    Returns:
        A scalar.
    """
    # BEGIN SOLUTION
    # Only one of the two terms is not 0: the probability of what the label says.
    of_the_label = np.where(y == 1, p, 1 - p)
    return -np.mean(np.log(of_the_label))
    # END SOLUTION


def gradient(X, y, w, b):
    """Return the gradient of the mean loss of p = sigmoid(X w + b), with respect to w and to b.

    Args:
        X: float array of shape (N, D), the samples.
        y: int array of shape (N,), the labels: 0 or 1.
        w: float array of shape (D,), the weights.
        b: a number, the bias.

    Returns:
        Two: an array of shape (D,), for the weights, and a scalar, for the bias.
    """
    # BEGIN SOLUTION
    error = sigmoid(X @ w + b) - y
    return X.T @ error / len(y), np.mean(error)
    # END SOLUTION


def predict(X, w, b):
    """Return the class of each sample: 1 where p = sigmoid(X w + b) is at least 1/2, else 0.

    Args:
        X: float array of shape (N, D), the samples.
        w: float array of shape (D,), the weights.
        b: a number, the bias.

    Returns:
        Array of shape (N,): 0 or 1, as integers, floats or booleans.
    """
    # BEGIN SOLUTION
    return (sigmoid(X @ w + b) >= 0.5).astype(int)
    # END SOLUTION


def radius(X):
    """Return one feature: the distance of each point from the origin, sqrt(x1^2 + x2^2).

    Args:
        X: float array of shape (N, 2), points.

    Returns:
        Array of shape (N, 1).
    """
    # BEGIN SOLUTION
    return np.sqrt(np.sum(X**2, axis=1, keepdims=True))
    # END SOLUTION


def product(X):
    """Return one feature: the product of the two coordinates of each point, x1 x2.

    Args:
        X: float array of shape (N, 2), points.

    Returns:
        Array of shape (N, 1).
    """
    # BEGIN SOLUTION
    return X[:, :1] * X[:, 1:]
    # END SOLUTION


def fit(X, y, learning_rate, steps):
    """Return weights and bias after so many steps of gradient descent from w = 0 and b = 0.

    Each step uses all samples, and moves w and b from the same point:
    w <- w - learning_rate * dw, b <- b - learning_rate * db, with the gradient from above.

    Args:
        X: float array of shape (N, D), the samples.
        y: int array of shape (N,), the labels: 0 or 1.
        learning_rate: a number.
        steps: an int, at least 1.

    Returns:
        Two: the weights, an array of shape (D,), and the bias, a scalar.
    """
    # BEGIN SOLUTION
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        dw, db = gradient(X, y, w, b)
        w, b = w - learning_rate * dw, b - learning_rate * db
    return w, b
    # END SOLUTION


# The rest is given: it trains on three sets of points, and draws what was learned.


def as_it_is(X):
    """The two coordinates themselves."""
    return X


def two_clouds(rng):
    """Points of two classes that a line can keep apart, nearly."""
    y = rng.integers(0, 2, 200)
    return rng.normal(0, 0.8, (200, 2)) + np.where(y == 1, 1, -1)[:, None], y


def rings(rng):
    """A disc of class 0 inside of a ring of class 1."""
    y = rng.integers(0, 2, 200)
    r, angle = rng.normal(np.where(y == 1, 2, 0.8), 0.3), rng.uniform(0, 2 * np.pi, 200)
    return np.stack([r * np.cos(angle), r * np.sin(angle)], axis=1), y


def quadrants(rng):
    """Class 1 where both coordinates have the same sign, class 0 where they have not."""
    X = rng.uniform(-2, 2, (200, 2))
    return X, (X[:, 0] * X[:, 1] + rng.normal(0, 0.15, 200) >= 0).astype(int)


def draw(axes, X, y, feature, w, b, title):
    """Draw the points, the probability of class 1 as the colour behind them, and the border."""
    side = np.linspace(-3.2, 3.2, 200)
    grid = np.stack(np.meshgrid(side, side), axis=-1).reshape(-1, 2)
    p = sigmoid(feature(grid) @ w + b).reshape(200, 200)
    axes.contourf(side, side, p, levels=np.linspace(0, 1, 21), cmap="coolwarm", alpha=0.6)
    if p.min() < 0.5 < p.max():
        axes.contour(side, side, p, levels=[0.5], colors="black")
    axes.scatter(*X.T, c=y, cmap="coolwarm", edgecolors="black", s=18)
    axes.set(title=title, xlabel="x1", ylabel="x2", aspect="equal")


def main():
    """Fit each set of points, with a feature that suits it and with one that doesn't."""
    # matplotlib is slow to import, and only needed here. pyplot is left alone: it looks for a
    # display, and there may be none.
    from matplotlib.figure import Figure

    figure = Figure(figsize=(15, 9), layout="constrained")
    runs = [(two_clouds, as_it_is), (rings, as_it_is), (rings, radius)]
    runs += [(quadrants, as_it_is), (quadrants, product)]
    for axes, (points, feature) in zip(figure.subplots(2, 3).flat, runs, strict=False):
        X, y = points(np.random.default_rng(1))
        w, b = fit(feature(X), y, learning_rate=0.5, steps=2000)
        loss = binary_cross_entropy(sigmoid(feature(X) @ w + b), y)
        right = np.mean(predict(feature(X), w, b) == y)
        what = f"{points.__name__}, {feature.__name__}".replace("_", " ")
        print(f"{what:24} loss {loss:.3f}, right on {right:.0%}")
        draw(axes, X, y, feature, w, b, f"{what}: {right:.0%} right")
    figure.axes[-1].set_axis_off()
    figure.savefig("binary.png", dpi=100)
    print("the picture is in binary.png")


if __name__ == "__main__":
    main()
