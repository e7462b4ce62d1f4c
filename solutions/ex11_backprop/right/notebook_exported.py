#!/usr/bin/env python
# coding: utf-8

# # Exercise 11

# In[1]:
import numpy as np
from math import exp

np.random.seed(0)


# In[2]:
def evaluate(nodes):
    vals = []
    for n in nodes:
        if n[0] == 'input': vals += [n[1]]
        if n[0] == 'add': vals += [vals[n[1]] + vals[n[2]]]
        if n[0] == 'multiply': vals += [vals[n[1]] * vals[n[2]]]
        if n[0] == 'negate': vals += [-1 * vals[n[1]]]
        if n[0] == 'exp': vals += [exp(vals[n[1]])]
        if n[0] == 'reciprocal': vals += [1 / vals[n[1]]]
    return vals


# In[3]:
def backpropagate(nodes):
    vals = evaluate(nodes)
    # all paths from the output, each with the product of its slopes
    grads = [0] * len(nodes)
    stack = [(len(nodes) - 1, 1.0)]
    while stack:
        k, g = stack.pop()
        grads[k] += g
        n = nodes[k]
        if n[0] == 'add': stack += [(n[1], g), (n[2], g)]
        if n[0] == 'multiply': stack += [(n[1], g * vals[n[2]]), (n[2], g * vals[n[1]])]
        if n[0] == 'negate': stack += [(n[1], -g)]
        if n[0] == 'exp': stack += [(n[1], g * vals[k])]
        if n[0] == 'reciprocal': stack += [(n[1], -g / vals[n[1]]**2)]
    return grads


print(backpropagate([('input', 1.0), ('exp', 0)]))


# In[4]:
def numerical_gradient(f, x, h):
    g = np.zeros(x.shape)
    for idx in np.ndindex(*x.shape):
        a = np.array(x); a[idx] += h
        b = np.array(x); b[idx] -= h
        g[idx] = (f(a) - f(b)) / (2*h)
    return g


def gradient_error(f, gradient, x, h):
    a = gradient(x)
    n = numerical_gradient(f, x, h)
    try:
        return float(np.linalg.norm(a - n)) / float(np.linalg.norm(a) + np.linalg.norm(n))
    except ZeroDivisionError:
        return 0.0


# In[5]:
def dense_backward(dY, X, W):
    dX = np.matmul(dY, np.transpose(W))
    dW = np.matmul(np.transpose(X), dY)
    db = sum(dY)
    return dX, dW, db


def sigmoid(z): return 1/(1+np.exp(-z))


def activation_backward(kind, dA, z):
    if kind == 'relu':
        g = z > 0
    elif kind == 'sigmoid':
        g = sigmoid(z) - sigmoid(z)**2
    elif kind == 'tanh':
        g = 1.0 - np.tanh(z) * np.tanh(z)
    return g * dA


# In[6]:
def softmax(s):
    s = s.T - s.max(axis=1)
    e = np.exp(s)
    return (e / e.sum(axis=0)).T


def network(X, Y, W1, b1, W2, b2):
    Z1 = np.dot(X, W1) + b1
    A1 = np.maximum(0, Z1)
    P = softmax(np.dot(A1, W2) + b2)
    loss = np.mean(np.sum(-Y * np.log(P + 1e-9), axis=1))
    dZ2 = P - Y
    dW2 = np.dot(A1.T, dZ2) / len(Y)
    db2 = np.sum(dZ2, axis=0) / len(Y)
    dZ1 = activation_backward('relu', np.dot(dZ2, W2.T), Z1)
    dW1 = np.dot(X.T, dZ1) / len(Y)
    db1 = np.mean(dZ1, axis=0)
    return loss, dW1, db1, dW2, db2


