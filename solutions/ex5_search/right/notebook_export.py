#!/usr/bin/env python
# coding: utf-8

# # Local search and SGD
# In[1]:


get_ipython().run_line_magic("matplotlib", "inline")
import random

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from scipy.optimize import minimize

random.seed(1)
rng = np.random.default_rng(1)


# In[2]:


df = pd.read_csv("data.csv")
x, t = df["x"].values, df["y"].values


def mse(w, b):
    return ((w * x + b - t) ** 2).mean()


# In[3]:


def best_neighbour(loss, w, b, delta):
    pnt = np.array([w, b])
    ds = np.array([[1, 0], [1, 1], [0, 1], [-1, 1], [-1, 0], [-1, -1], [0, -1], [1, -1]]) * delta
    ls = []
    for d in ds:
        ls.append(loss(pnt[0] + d[0], pnt[1] + d[1]))
    k = np.argmin(ls)
    if ls[k] < loss(pnt[0], pnt[1]):
        pnt = pnt + ds[k]
    return pnt[0], pnt[1]


best_neighbour(mse, -4, 4, 0.5)


# In[4]:


def local_search(loss, w, b, delta, max_steps):
    trace = [np.array([w, b])]
    steps = 0
    done = False
    while not done and steps < max_steps:
        nw, nb = best_neighbour(loss, w, b, delta)
        if loss(nw, nb) < loss(w, b):
            w, b = nw, nb
            trace.append(np.array([w, b]))
            steps += 1
        else:
            done = True
    return w, b, trace


w, b, trace = local_search(mse, -4, 4, 0.5, 100)
plt.plot(*np.transpose(trace), "r.-")
plt.show()


# In[5]:


def draw_sample(n, batch_size, rng):
    population = np.arange(0, n)
    return rng.choice(population, size=(batch_size,), replace=True)


def minibatch_gradient(X, y, w, b, indices):
    Xb, yb = X[indices, :], y[indices]
    m = Xb.shape[0]
    err = Xb.dot(w) + b - yb
    grad_w = (2 / m) * Xb.T.dot(err)
    grad_b = (2 / m) * np.sum(err)
    return grad_w, grad_b


# In[6]:


def sgd(X, y, w, b, learning_rate, batches):
    W, B = [w], [b]
    for batch in batches:
        gw, gb = minibatch_gradient(X, y, W[-1], B[-1], batch)
        W.append(W[-1] - learning_rate * gw)
        B.append(B[-1] - learning_rate * gb)
    return W[-1], B[-1]


sgd(x[:, None], t, np.zeros(1), 0.0, 0.1, [draw_sample(len(t), 8, rng) for _ in range(100)])
