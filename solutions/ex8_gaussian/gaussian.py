"""A Gaussian model of two classes, with NumPy.

Fill in the five functions below: `mean_and_covariance`, `shared_covariance`, `log_density`,
`posterior` and `boundary`. Replace each `raise NotImplementedError(...)` by your own code, and run
`grader check ex8` as often as you like; the five are checked one by one. The README says what each
is asked to do, with formulas and small examples.

When all five are written, `python gaussian.py` draws two tribes and the border between them.
"""

import numpy as np
from matplotlib.figure import Figure

PICTURE = "gaussian.png"


def mean_and_covariance(X):
    """Return the mean and the covariance of samples.

    mu = (1/N) sum_i x_i, and Sigma = (1/N) sum_i (x_i - mu)(x_i - mu)^T: divided by N.

    Args:
        X: array of shape (N, D), a sample in each row; N >= 2.

    Returns:
        (mu, Sigma), arrays of the shapes (D,) and (D, D).
    """
    # BEGIN SOLUTION
    mu = np.mean(X, axis=0)
    centred = X - mu
    return mu, centred.T @ centred / len(X)
    # END SOLUTION


def shared_covariance(X0, X1):
    """Return the one covariance that the two classes share.

    (n0 Sigma0 + n1 Sigma1) / (n0 + n1), where each Sigma is about its own class's mean.

    Args:
        X0: array of shape (n0, D), the samples of class 0; n0 >= 2.
        X1: array of shape (n1, D), the samples of class 1; n1 >= 2.

    Returns:
        Array of shape (D, D).
    """
    # BEGIN SOLUTION
    n0, n1 = len(X0), len(X1)
    _, Sigma0 = mean_and_covariance(X0)
    _, Sigma1 = mean_and_covariance(X1)
    return (n0 * Sigma0 + n1 * Sigma1) / (n0 + n1)
    # END SOLUTION


def log_density(X, mu, Sigma):
    """Return the natural logarithm of the Gaussian density at each sample.

    -1/2 (D ln(2 pi) + ln det(Sigma) + (x - mu)^T Sigma^-1 (x - mu)), for each row x.

    Args:
        X: array of shape (N, D), a sample in each row.
        mu: array of shape (D,), the mean.
        Sigma: array of shape (D, D), the covariance; it can be inverted.

    Returns:
        Array of shape (N,).
    """
    # BEGIN SOLUTION
    centred = X - mu
    distances = np.sum(centred * np.linalg.solve(Sigma, centred.T).T, axis=-1)
    _, log_determinant = np.linalg.slogdet(Sigma)
    return -(len(mu) * np.log(2 * np.pi) + log_determinant + distances) / 2
    # END SOLUTION


def posterior(X, mu0, mu1, Sigma, n0, n1):
    """Return the probability of class 1, given each sample.

    P(1 | x) = P(x | 1) P(1) / (P(x | 0) P(0) + P(x | 1) P(1)), where P(x | k) is the Gaussian
    density of class k, P(0) = n0 / (n0 + n1) and P(1) = n1 / (n0 + n1).

    Args:
        X: array of shape (N, D), a sample in each row. It may be far from both means, where both
            densities are too small for a number.
        mu0: array of shape (D,), the mean of class 0.
        mu1: array of shape (D,), the mean of class 1.
        Sigma: array of shape (D, D), the covariance of both.
        n0: how many samples of class 0 there were, an int >= 1.
        n1: how many samples of class 1 there were, an int >= 1.

    Returns:
        Array of shape (N,), numbers between 0 and 1.
    """
    # BEGIN SOLUTION
    # Densities become 0 far away, and 0/0 is NaN; their logarithms stay numbers.
    for_0 = np.log(n0) + log_density(X, mu0, Sigma)
    for_1 = np.log(n1) + log_density(X, mu1, Sigma)
    return np.exp(for_1 - np.logaddexp(for_0, for_1))
    # END SOLUTION


def boundary(mu0, mu1, Sigma, n0, n1):
    """Return the weights and the bias with which the posterior is sigmoid(X w + b).

    w = Sigma^-1 (mu1 - mu0), and
    b = -1/2 mu1^T Sigma^-1 mu1 + 1/2 mu0^T Sigma^-1 mu0 + ln(n1 / n0).

    Args:
        mu0, mu1, Sigma, n0, n1: as in `posterior`.

    Returns:
        (w, b), an array of shape (D,) and a number.
    """
    # BEGIN SOLUTION
    w = np.linalg.solve(Sigma, mu1 - mu0)
    b = -w @ (mu0 + mu1) / 2 + np.log(n1 / n0)
    return w, b
    # END SOLUTION


# What follows is given. It draws what you have written: python gaussian.py


def two_tribes(seed=8):
    """Return where the huts of two tribes stand: arrays of the shapes (70, 2) and (30, 2)."""
    rng = np.random.default_rng(seed)
    shape = np.array([[1.5, 0.9], [0.9, 1.2]])
    return (
        rng.multivariate_normal([-1.0, 0.0], shape, 70),
        rng.multivariate_normal([2.5, 1.0], shape, 30),
    )


def draw_ellipse(axes, mu, Sigma, colour):
    """Draw where a bell is at the height that it has two deviations from its mean."""
    angles = np.linspace(0, 2 * np.pi, 100)
    circle = np.stack([np.cos(angles), np.sin(angles)])
    x, y = mu[:, None] + 2 * np.linalg.cholesky(Sigma) @ circle
    axes.plot(x, y, color=colour)


def main():
    """Fit the model to two tribes, and draw the bells, the probabilities and the border."""
    X0, X1 = two_tribes()
    n0, n1 = len(X0), len(X1)
    (mu0, _), (mu1, _) = mean_and_covariance(X0), mean_and_covariance(X1)
    Sigma = shared_covariance(X0, X1)
    w, b = boundary(mu0, mu1, Sigma, n0, n1)

    figure = Figure(figsize=(7, 5), layout="constrained")
    axes = figure.subplots()
    xs, ys = np.linspace(-6, 7, 200), np.linspace(-5, 5, 200)
    grid = np.stack(np.meshgrid(xs, ys), axis=-1)
    p = posterior(grid.reshape(-1, 2), mu0, mu1, Sigma, n0, n1).reshape(grid.shape[:2])
    shades = axes.pcolormesh(xs, ys, p, cmap="coolwarm", vmin=0, vmax=1, alpha=0.4)
    figure.colorbar(shades, label="P(tribe 1 | place)")
    for k, (X, mu, colour) in enumerate([(X0, mu0, "tab:blue"), (X1, mu1, "tab:red")]):
        axes.scatter(*X.T, s=12, color=colour, label=f"tribe {k}: {len(X)} huts")
        draw_ellipse(axes, mu, Sigma, colour)
    axes.axline(-b * w / (w @ w), slope=-w[0] / w[1], color="k", label="w·x + b = 0")
    axes.set(xlim=xs[[0, -1]], ylim=ys[[0, -1]], xlabel="east", ylabel="north")
    axes.set_title("Two bells of one shape have a straight border")
    axes.legend(loc="lower right")

    figure.savefig(PICTURE, dpi=120)
    right = np.sum(X0 @ w + b < 0) + np.sum(X1 @ w + b >= 0)
    print(f"w = {w.round(3)}, b = {b:.3f}: {right} of {n0 + n1} huts are on their tribe's side")
    print(f"the picture is {PICTURE}")


if __name__ == "__main__":
    main()
