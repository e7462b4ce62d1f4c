"""A model of its own class, with a softmax in call; float32 inside; a generator of rows."""

import keras
import numpy as np
import tensorflow as tf


def arm(j, samples, noise, rng):
    for i in range(samples):
        share = i / (samples - 1)
        angle = 4 * (j + share) + noise * rng.standard_normal()
        yield share * np.sin(angle), share * np.cos(angle)


def make_spiral(samples, classes, noise, rng):
    rows = [row for j in range(classes) for row in arm(j, samples, noise, rng)]
    return np.array(rows, dtype=np.float32), np.array([j // samples for j in range(len(rows))])


def softmax_regression(X, Y, W, b):
    # TensorFlow's own functions, and its gradient.
    X, Y, W, b = (tf.constant(a, tf.float64) for a in (X, Y, W, b))
    with tf.GradientTape() as tape:
        tape.watch([W, b])
        losses = tf.nn.softmax_cross_entropy_with_logits(labels=Y, logits=X @ W + b)
        loss = tf.reduce_mean(losses)
    dW, db = tape.gradient(loss, [W, b])
    return loss.numpy(), dW.numpy(), db.numpy()


def decision_grid(predict, X, steps):
    axes = []
    for column in X.T:
        start, stop = column.min() - 0.1, column.max() + 0.1
        axes.append([start + (stop - start) * k / (steps - 1) for k in range(steps)])
    xs, ys = axes
    rows = [predict(np.array([[x, y] for x in xs])) for y in ys]
    return np.tile(xs, (steps, 1)), np.repeat(ys, steps).reshape(steps, steps), np.array(rows)


class Arms(keras.Model):
    def __init__(self, units=48):
        super().__init__()
        self.first = keras.layers.Dense(units, activation="relu")
        self.second = keras.layers.Dense(units, activation="relu")
        self.last = keras.layers.Dense(3)

    def call(self, points, training=None):
        return tf.nn.softmax(self.last(self.second(self.first(points))))


def create_network():
    return Arms()
