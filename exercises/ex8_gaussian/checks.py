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


@exercise.check(points=0.5, asks=Asks.SHAPE, examples=40)
def mean_and_covariance_shape(student, X):
    """mean_and_covariance returns a mean (D,) and a covariance (D, D)"""
    return student.mean_and_covariance(X)


@exercise.check(points=2, needs="mean_and_covariance_shape", absolute=SINGLE)
def mean_and_covariance_values(student, X):
    """mean_and_covariance averages over the samples, and divides by N"""
    mu, Sigma = student.mean_and_covariance(X)
    return mu, Sigma, X  # X too: it must be as it was


@exercise.check(points=1.5, absolute=SINGLE)
def shared_covariance_values(student, X0, X1):
    """shared_covariance is the average of both covariances, weighted by the classes' sizes"""
    return student.shared_covariance(X0, X1)


@exercise.check(points=2, absolute=SINGLE)
def log_density_values(student, X, mu, Sigma):
    """log_density is the natural log of the bell's height at each sample"""
    student.log_density(X, mu, Sigma)  # what this changes, the next call would see
    return student.log_density(X, mu, Sigma)


@exercise.check(points=1.5, absolute=SINGLE)
def posterior_values(student, X, mu0, mu1, Sigma, n0, n1):
    """posterior is the probability of class 1, given each sample"""
    student.posterior(X, mu0, mu1, Sigma, n0, n1)  # what this changes, the next call would see
    return student.posterior(X, mu0, mu1, Sigma, n0, n1)


@exercise.check(points=0.5, needs="posterior_values", relative=0, absolute=0.05)
def posterior_far(student, X, mu0, mu1, Sigma, n0, n1):
    """posterior is finite and right where both densities are too small for a number"""
    return student.posterior(X, mu0, mu1, Sigma, n0, n1)


@exercise.check(points=2, relative=1e-4, absolute=1e-4)
def boundary_values(student, mu0, mu1, Sigma, n0, n1):
    """boundary gives the w and b with which the posterior is the sigmoid of X w + b"""
    student.boundary(mu0, mu1, Sigma, n0, n1)  # what this changes, the next call would see
    return student.boundary(mu0, mu1, Sigma, n0, n1)
