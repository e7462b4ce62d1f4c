import numpy as np
from numpy.linalg import inv, slogdet

mean_and_covariance = lambda X: (X.mean(0), (X - X.mean(0)).T.dot(X - X.mean(0)) / X.shape[0])
shared_covariance = lambda X0, X1: sum((X - X.mean(0)).T @ (X - X.mean(0)) for X in (X0, X1)) / (len(X0) + len(X1))
log_density = lambda X, mu, Sigma: -.5 * (np.diag((X - mu) @ inv(Sigma) @ (X - mu).T) + slogdet(2 * np.pi * Sigma)[1])
posterior = lambda X, mu0, mu1, Sigma, n0, n1: .5 + .5 * np.tanh(.5 * (np.log(n1 / n0) + log_density(X, mu1, Sigma) - log_density(X, mu0, Sigma)))
boundary = lambda mu0, mu1, Sigma, n0, n1: (inv(Sigma) @ (mu1 - mu0), np.log(n1 / n0) - .5 * (mu1 + mu0) @ inv(Sigma) @ (mu1 - mu0))
