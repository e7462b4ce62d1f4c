#!/usr/bin/env python
# coding: utf-8

# # 練習 7
# In[1]:


import numpy as np
import matplotlib.pyplot as plt

get_ipython().run_line_magic("matplotlib", "inline")


# In[2]:


def sigmoid(z):
    a = 1.0 / (1.0 + np.exp(-z))
    return a


z = np.linspace(-10, 10, 100)
plt.plot(z, sigmoid(z))
plt.show()


# In[3]:


def binary_cross_entropy(p, y):
    loss = 0
    for pi, yi in zip(p, y):
        loss += -np.log(pi) if yi else -np.log(1 - pi)
    loss /= len(p)
    return loss


# In[4]:


def gradient(X, y, w, b):
    m = X.shape[0]
    A = sigmoid(np.dot(w.reshape(1, -1), X.T) + b)  # (1, m)
    dZ = A - y.reshape(1, m)
    dw = (1 / m) * np.dot(X.T, dZ.T)
    db = (1 / m) * np.sum(dZ)
    return dw.squeeze(axis=1), db


# In[5]:


def predict(X, w, b):
    A = sigmoid(np.dot(w.T, X.T) + b)
    Y_prediction = np.zeros((1, X.shape[0]))
    for i in range(A.shape[0]):
        if A[i] > 0.5 or A[i] == 0.5:
            Y_prediction[0, i] = 1
    return Y_prediction[0]


# In[6]:


def radius(X):
    r = np.power(np.power(X[:, 0], 2) + np.power(X[:, 1], 2), 0.5)
    return r.reshape(X.shape[0], 1)


def product(X):
    return np.expand_dims(X[:, 0] * X[:, 1], -1)


# In[7]:


def fit(X, y, learning_rate, steps):
    w = np.zeros((X.shape[1],))
    b = 0
    costs = []
    for i in range(steps):
        grads = {}
        grads["dw"], grads["db"] = gradient(X, y, w, b)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(binary_cross_entropy(np.clip(sigmoid(X @ w + b), 1e-9, 1 - 1e-9), y))
            print("Cost after iteration %i: %f" % (i, costs[-1]))
    return w, b


w, b = fit(np.random.randn(10, 2), np.random.randint(0, 2, 10), 0.1, 1000)
