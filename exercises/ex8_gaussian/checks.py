"""What exercise 8 asks: two classes as two bells of one shape, and the border between them."""

from grader.authoring import Asks, Exercise

exercise = Exercise(
    "ex8",
    title="A Gaussian model of two classes",
    module="gaussian",
    framework="numpy",
    after=("ex7",),
)

SINGLE = 1e-5
"""What numbers of a few units lose in single precision, where differences of them come near 0."""


@exercise.check(
    points=0.5,
    asks=Asks.SHAPE,
    examples=40,
    hints=(
        "For an `X` of 3 rows and 2 columns, print the shape of each of your two results. There "
        "is a mean for each feature, (2,), and a covariance of each feature with each, (2, 2). "
        "What is it for a single column?",
        "The mean goes down the rows: `axis=0` leaves (D,). When it is taken away, Z is (N, D), "
        "so a product of `Z.T` and Z is (D, D), and (1, 1) for one feature. `np.cov` takes rows "
        "for features, and gives a bare number for one: `np.atleast_2d` makes a matrix of it.",
    ),
)
def mean_and_covariance_shape(student, X):
    """mean_and_covariance returns a mean (D,) and a covariance (D, D)"""
    return student.mean_and_covariance(X)


@exercise.check(
    points=2,
    needs="mean_and_covariance_shape",
    absolute=SINGLE,
    hints=(
        "Take one column of the example. Work out its mean, and the mean of the squared "
        "differences from that: do they stand in mu, and on the diagonal of Sigma? By which "
        "number do you divide? And is `X` afterwards as it was?",
        "In row j and column k stands the mean of (x_j - mu_j)(x_k - mu_k) over the samples. The "
        "columns [0, 2, 1] and [0, 1, -1] have the means 1 and 0, and the products 0, 1 and 0: "
        "divided by N = 3 that is 0.3333. `Z = X - mu` leaves X alone, and `X -= mu` does not.",
    ),
)
def mean_and_covariance_values(student, X):
    """mean_and_covariance averages over the samples, and divides by N"""
    mu, Sigma = student.mean_and_covariance(X)
    return mu, Sigma, X  # X too: it must be as it was


@exercise.check(
    points=1.5,
    absolute=SINGLE,
    hints=(
        "Work out the covariance of each class by itself, about its own mean, and print both. How "
        "many samples does each class have? How much should each covariance count in the result?",
        "If class 0 has 3 samples and class 1 has 2, the weights are 3/5 and 2/5. In the README's "
        "example the numbers at the top left are 0.6667 and 0.25, and 3/5 · 0.6667 + 2/5 · 0.25 = "
        "0.5. Each covariance is divided by its own n before, as in `mean_and_covariance`.",
    ),
)
def shared_covariance_values(student, X0, X1):
    """shared_covariance is the average of both covariances, weighted by the classes' sizes"""
    return student.shared_covariance(X0, X1)


@exercise.check(
    points=2,
    absolute=SINGLE,
    hints=(
        "Print the three terms one by one: D ln 2π, ln det Σ, and (x - μ)ᵀΣ⁻¹(x - μ). Which are a "
        "single number, and which is one for each row of X? Compare each with the formula, and "
        "then the sign and the ½ before their sum.",
        "At x = μ the last term is 0. The README's Σ has the determinant 0.24: there -½ (2 · "
        "1.8379 - 1.4271) is -1.1243. `np.linalg.slogdet` gives a sign, then ln det; "
        "`np.linalg.solve` saves the inverse. No `log` of an `exp`: far away the density is 0. "
        "Leave the arguments as they are.",
    ),
)
def log_density_values(student, X, mu, Sigma):
    """log_density is the natural log of the bell's height at each sample"""
    student.log_density(X, mu, Sigma)  # what this changes, the next call would see
    return student.log_density(X, mu, Sigma)


@exercise.check(
    points=1.5,
    absolute=SINGLE,
    hints=(
        "Take one row of the example and work out both densities: `np.exp` of `log_density`, "
        "about mu0 and about mu1. By which size is each multiplied? By what is the part of class "
        "1 divided?",
        "The answer is a share: the part of class 1, n1 times its density, of the sum of both "
        "parts. If n0 times the one density is 0.03 and n1 times the other is 0.01, it is 0.01 / "
        "0.04 = 0.25. There is one number for each row. Nothing is estimated from X, and the "
        "arguments stay as they are.",
    ),
)
def posterior_values(student, X, mu0, mu1, Sigma, n0, n1):
    """posterior is the probability of class 1, given each sample"""
    student.posterior(X, mu0, mu1, Sigma, n0, n1)  # what this changes, the next call would see
    return student.posterior(X, mu0, mu1, Sigma, n0, n1)


@exercise.check(
    points=0.5,
    needs="posterior_values",
    relative=0,
    absolute=0.05,
    hints=(
        "Print both densities at the far sample. `np.exp(-2000.0)` is 0 for a computer, and 0/0 "
        "is NaN. How large are their logarithms there, and what does the difference of the two "
        "say?",
        "Divide Bayes' formula by its numerator: P = 1 / (1 + r), where r is class 0's part over "
        "class 1's. ln r is a difference of logarithms, those of the sizes too, and stays a "
        "number however far x is. Along the border it is near 0 even there: decide nothing by 0, "
        "1 or ½.",
    ),
)
def posterior_far(student, X, mu0, mu1, Sigma, n0, n1):
    """posterior is finite and right where both densities are too small for a number"""
    return student.posterior(X, mu0, mu1, Sigma, n0, n1)


@exercise.check(
    points=2,
    relative=1e-4,
    absolute=1e-4,
    hints=(
        "Test your w and b: sigmoid(X w + b) must be what `posterior` says, for any X. Take n0 = "
        "n1: there X w + b must be 0 in the middle of both means, at (mu0 + mu1) / 2. Is w wrong, "
        "or b, or both?",
        "w: let `np.linalg.solve` find what Σ must be multiplied with to give mu1 - mu0. b is one "
        "number, of three terms: in the README's example -½ mu1ᵀΣ⁻¹mu1 is -20.4167, ½ mu0ᵀΣ⁻¹mu0 "
        "is 1.6667, and ln(2/3) is -0.4055. Print yours. Return w first.",
    ),
)
def boundary_values(student, mu0, mu1, Sigma, n0, n1):
    """boundary gives the w and b with which the posterior is the sigmoid of X w + b"""
    student.boundary(mu0, mu1, Sigma, n0, n1)  # what this changes, the next call would see
    return student.boundary(mu0, mu1, Sigma, n0, n1)
