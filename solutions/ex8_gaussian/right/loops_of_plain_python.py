from math import exp, log, pi


import numpy as np


def mean_and_covariance(X):
    N = len(X)
    D = len(X[0])
    mu = [0.0] * D
    for row in X:
        for j in range(D):
            mu[j] += row[j] / N
    Sigma = [[0.0] * D for _ in range(D)]
    for row in X:
        for j in range(D):
            for k in range(D):
                Sigma[j][k] += (row[j] - mu[j]) * (row[k] - mu[k]) / N
    return np.array(mu), np.array(Sigma)


def shared_covariance(X0, X1):
    D = len(X0[0])
    total = np.zeros((D, D))
    for X in [X0, X1]:
        mu, _ = mean_and_covariance(X)
        for row in X:
            for j in range(D):
                for k in range(D):
                    total[j, k] += (row[j] - mu[j]) * (row[k] - mu[k])
    for j in range(D):
        for k in range(D):
            total[j, k] /= len(X0) + len(X1)
    return total


def det(M):
    if len(M) == 1:
        return M[0][0]
    total = 0
    for k in range(len(M)):
        minor = [[M[i][j] for j in range(len(M)) if j != k] for i in range(1, len(M))]
        total += (-1) ** k * M[0][k] * det(minor)
    return total


def solve(M, v):
    """Cramer's rule."""
    d = det(M)
    answer = []
    for k in range(len(M)):
        changed = [[v[i] if j == k else M[i][j] for j in range(len(M))] for i in range(len(M))]
        answer.append(det(changed) / d)
    return answer


def log_density(X, mu, Sigma):
    answers = []
    for row in X:
        diff = [row[j] - mu[j] for j in range(len(mu))]
        q = sum(a * c for a, c in zip(diff, solve(Sigma, diff)))
        answers.append(-0.5 * (len(mu) * log(2 * pi) + log(det(Sigma)) + q))
    return np.array(answers)


def posterior(X, mu0, mu1, Sigma, n0, n1):
    l0 = log_density(X, mu0, Sigma)
    l1 = log_density(X, mu1, Sigma)
    out = []
    for a, c in zip(l0, l1):
        a, c = a + log(n0 / (n0 + n1)), c + log(n1 / (n0 + n1))
        top = max(a, c)
        out.append(exp(c - top) / (exp(a - top) + exp(c - top)))
    return np.array(out)


def boundary(mu0, mu1, Sigma, n0, n1):
    w = solve(Sigma, [c - a for a, c in zip(mu0, mu1)])
    b = log(n1) - log(n0)
    b -= 0.5 * sum(m * s for m, s in zip(mu1, solve(Sigma, mu1)))
    b += 0.5 * sum(m * s for m, s in zip(mu0, solve(Sigma, mu0)))
    return np.array(w), b
