#!/usr/bin/env python
# coding: utf-8

# In[1]:

import numpy as np, matplotlib.pyplot as plt
import tensorflow as tf
from tensorflow.keras import layers, models

# In[2]:

def make_spiral(samples, classes, noise, rng):
    X = np.empty((0, 2)); y = []
    for c in range(classes):
        theta = np.linspace(c*4, (c+1)*4, samples) + rng.normal(0, noise, samples)
        radius = np.linspace(0, 1, samples)
        X = np.append(X, np.array([radius*np.sin(theta), radius*np.cos(theta)]).T, axis=0)
        y += [c]*samples
    return X, np.asarray(y)

# In[3]:

X, y = make_spiral(100, 3, 0.2, np.random.default_rng(0))
plt.scatter(X[:, 0], X[:, 1], c=y); plt.show()

# In[4]:

def softmax(z):
    e = np.exp(z - np.amax(z, axis=-1, keepdims=True))
    return e/e.sum(axis=-1, keepdims=True)

def softmax_regression(X, Y, W, b):
    m = X.shape[0]
    A = softmax(np.dot(X, W) + b)
    cost = -1/m*np.sum(Y*np.log(A + 1e-12))
    dZ = A - Y
    dW = 1/m*np.dot(dZ.T, X).T
    db = 1/m*np.sum(dZ, axis=0)
    return cost, dW, db

# In[5]:

def decision_grid(predict, X, steps):
    h = 0.1
    u = np.linspace(X[:, 0].min()-h, X[:, 0].max()+h, steps)
    v = np.linspace(X[:, 1].min()-h, X[:, 1].max()+h, steps)
    xx, yy = np.meshgrid(u, v, indexing='ij')
    Z = predict(np.c_[np.ravel(xx), np.ravel(yy)]).reshape(xx.shape)
    return xx.T, yy.T, Z.T

# In[6]:

def create_network():
    inputs = layers.Input(shape=(2,))
    x = layers.Dense(64, activation='relu', kernel_initializer='he_normal')(inputs)
    x = layers.Dense(64, activation='relu', kernel_initializer='he_normal')(x)
    outputs = layers.Dense(3, activation=tf.nn.softmax, kernel_initializer='zeros')(x)
    return models.Model(inputs, outputs)

# In[7]:

model = create_network()
model.compile('adam', 'sparse_categorical_crossentropy')
model.fit(X, y, epochs=60, verbose=0)
plt.show()
