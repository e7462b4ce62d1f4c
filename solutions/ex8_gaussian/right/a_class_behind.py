from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Gaussian:
    """A bell: where it stands, and how wide it is."""

    mean: Floats
    covariance: Floats

    @classmethod
    def fit(cls, samples: Floats) -> Gaussian:
        mean = samples.mean(axis=0)
        deviations = samples - mean
        return cls(mean, np.mean(deviations[:, :, None] * deviations[:, None, :], axis=0))

    def mahalanobis(self, samples: Floats) -> Floats:
        deviations = samples - self.mean
        return ((deviations @ np.linalg.pinv(self.covariance)) * deviations).sum(axis=-1)

    def log_pdf(self, samples: Floats) -> Floats:
        sign, logdet = np.linalg.slogdet(2 * np.pi * self.covariance)
        assert sign > 0
        return -0.5 * (logdet + self.mahalanobis(samples))


class LinearDiscriminant:
    def __init__(self, mu0: Floats, mu1: Floats, Sigma: Floats, n0: int, n1: int) -> None:
        self.classes = [Gaussian(mu0, Sigma), Gaussian(mu1, Sigma)]
        self.priors = np.array([n0, n1]) / (n0 + n1)

    def predict_proba(self, X: Floats) -> Floats:
        joint = np.array([g.log_pdf(X) + np.log(p) for g, p in zip(self.classes, self.priors)])
        return np.exp(joint - np.logaddexp.reduce(joint, axis=0))

    def line(self) -> tuple[Floats, float]:
        zero, one = self.classes
        w = np.linalg.lstsq(zero.covariance, one.mean - zero.mean, rcond=None)[0]
        middle = 0.5 * (zero.mean + one.mean)
        return w, float(np.log(self.priors[1] / self.priors[0]) - w.dot(middle))


def mean_and_covariance(X: Floats) -> tuple[Floats, Floats]:
    fitted = Gaussian.fit(X)
    return fitted.mean, fitted.covariance


def shared_covariance(X0: Floats, X1: Floats) -> Floats:
    return np.average(
        [Gaussian.fit(X).covariance for X in (X0, X1)], axis=0, weights=[len(X0), len(X1)]
    )


def log_density(X: Floats, mu: Floats, Sigma: Floats) -> Floats:
    return Gaussian(mu, Sigma).log_pdf(X)


def posterior(X: Floats, mu0: Floats, mu1: Floats, Sigma: Floats, n0: int, n1: int) -> Floats:
    return LinearDiscriminant(mu0, mu1, Sigma, n0, n1).predict_proba(X)[1]


def boundary(mu0: Floats, mu1: Floats, Sigma: Floats, n0: int, n1: int) -> tuple[Floats, float]:
    return LinearDiscriminant(mu0, mu1, Sigma, n0, n1).line()
