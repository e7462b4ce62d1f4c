#!/usr/bin/env python
# coding: utf-8

# In[1]:


import numpy as np
import matplotlib.pyplot as plt
get_ipython().run_line_magic('matplotlib', 'inline')


# In[2]:


def mean_and_covariance(X):
    '''first try'''
    return np.mean(X, axis=0), np.cov(X)


# In[5]:


def mean_and_covariance(X):
    mu = np.mean(X, axis=0)
    D = X.shape[1]
    S = np.zeros((D, D))
    for j in range(D):
        for k in range(j, D):
            S[j, k] = S[k, j] = np.mean((X[:, j] - mu[j]) * (X[:, k] - mu[k]))
    return mu, S


# In[6]:


X0 = np.array([[0, 0], [2, 1], [1, -1]])
mean_and_covariance(X0)


# In[7]:


def shared_covariance(X0, X1):
    mu0, S0 = mean_and_covariance(X0)
    mu1, S1 = mean_and_covariance(X1)
    p0 = len(X0) / (len(X0) + len(X1))
    return p0 * S0 + (1 - p0) * S1


# In[8]:


TWO_PI = 2 * np.pi

def gauss_log(x, mu, Sigma):
    d = x - mu
    return -0.5 * (d @ np.linalg.solve(Sigma, d)) - 0.5 * np.log(np.linalg.det(TWO_PI * Sigma))

def log_density(X, mu, Sigma):
    return np.apply_along_axis(gauss_log, 1, X, mu, Sigma)

def posterior(X, mu0, mu1, Sigma, n0, n1):
    w, b = boundary(mu0, mu1, Sigma, n0, n1)
    z = np.clip(X.dot(w) + b, -500, 500)
    return 1 / (1 + np.exp(-z))

def boundary(mu0, mu1, Sigma, n0, n1):
    def half(m):
        return m @ np.linalg.solve(Sigma, m) / 2
    return np.linalg.solve(Sigma, mu1 - mu0), half(mu0) - half(mu1) + np.log(n1 / n0)


# In[9]:


plt.plot(posterior(np.linspace(-5, 5, 100)[:, None], np.zeros(1), np.ones(1), np.eye(1), 3, 4))
plt.show()
