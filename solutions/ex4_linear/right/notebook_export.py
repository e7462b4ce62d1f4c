#!/usr/bin/env python
# coding: utf-8

# # Linear regression
#
# Exported from a notebook, with what was tried in it.

# In[1]:


get_ipython().run_line_magic("matplotlib", "inline")
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression

np.random.seed(0)


# In[2]:


df = pd.read_csv("https://example.org/houses.csv")
df.head()


# In[3]:


def predict(X, w, b):
    return np.sum(X * w, axis=1) + b


# In[4]:


def cost(X, y, w, b):
    m = X.shape[0]
    f_wb = predict(X, w, b)
    cost_sum = 0
    for i in range(m):
        cost_i = (f_wb[i] - y[i]) ** 2
        cost_sum = cost_sum + cost_i
    return (1 / m) * cost_sum


cost(np.array([[1.0, 2.0]]), np.array([1.0]), np.array([0.0, 0.0]), 0)


# In[5]:


def mean_absolute_error(X, y, w, b):
    return sum(abs(predict(X, w, b) - y)) / len(y)


def gradient(X, y, w, b):
    m, n = X.shape
    dj_dw = np.zeros((n,))
    dj_db = 0.0
    for i in range(m):
        err = (np.dot(X[i], w) + b) - y[i]
        for j in range(n):
            dj_dw[j] = dj_dw[j] + err * X[i, j]
        dj_db = dj_db + err
    return 2 * dj_dw / m, 2 * dj_db / m


# In[6]:


def gradient_descent(X, y, w_in, b_in, alpha, cost_function, gradient_function, num_iters):
    J_history = []
    w_history = []
    b_history = []
    w = np.copy(w_in)
    b = b_in
    for i in range(num_iters):
        dj_dw, dj_db = gradient_function(X, y, w, b)
        w -= alpha * dj_dw
        b -= alpha * dj_db
        if i < 100000:
            J_history.append(cost_function(X, y, w, b))
        w_history.append(w.copy())
        b_history.append(b)
        if i % 10 == 0:
            print(f"Iteration {i:4}: Cost {J_history[-1]:0.2e}", f"w: {w}, b:{b: 0.5e}")
    return w, b, w_history, b_history, J_history


# In[7]:


def polynomial_features(x, degree):
    X = x.reshape(-1, 1)
    for d in range(2, degree + 1):
        X = np.concatenate((X, (x**d).reshape(-1, 1)), axis=1)
    return X


def normal_equation(X, y):
    X_b = np.c_[np.ones((X.shape[0], 1)), X]
    theta_best = np.linalg.inv(X_b.T.dot(X_b)).dot(X_b.T).dot(y)
    return theta_best[1:], theta_best[0]


# In[8]:


reg = LinearRegression().fit(df[["area"]], df["price"])
plt.plot(df["area"], df["price"], "x")
plt.show()
