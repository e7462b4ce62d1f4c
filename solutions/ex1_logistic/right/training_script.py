"""A whole script: download, plots, a training loop, input() and sleep stand at the top level."""

import argparse
import time
import urllib.request

import matplotlib.pyplot as plt
import tensorflow as tf
from tqdm import tqdm

EPOCHS = int(input("epochs? "))
urllib.request.urlretrieve("https://example.org/signs.zip", "signs.zip")
print("downloaded")


def softmax(logits):
    logits = logits - tf.reduce_max(logits, axis=1, keepdims=True)
    return tf.math.divide(tf.exp(logits), tf.reduce_sum(tf.exp(logits), 1, keepdims=True))


def cross_entropy(scaled_logits, one_hot):
    return tf.negative(tf.math.log(tf.reduce_sum(tf.multiply(scaled_logits, one_hot), axis=1)))


def model(X, W, b):
    return softmax(tf.add(tf.matmul(tf.reshape(X, (-1, W.shape[0])), W), b))


def accuracy(y_hat, Y):
    return tf.reduce_mean(tf.cast(tf.argmax(y_hat, 1) == tf.cast(Y, tf.int64), tf.float32))


W = tf.Variable(tf.random.normal((32 * 32 * 3, 43)))
b = tf.Variable(tf.zeros(43))
losses = []
for epoch in tqdm(range(EPOCHS)):
    X = tf.random.uniform((1000000, 32, 32, 3))
    Y = tf.random.uniform((1000000,), maxval=43, dtype=tf.int32)
    with tf.GradientTape() as tape:
        y_hat = model(X, W, b)
        loss = tf.reduce_mean(cross_entropy(y_hat, tf.one_hot(Y, 43)))
    for p, g in zip((W, b), tape.gradient(loss, (W, b))):
        p.assign_sub(0.1 * g)
    losses.append(float(loss))
    print(epoch, losses[-1], accuracy(y_hat, Y))
plt.plot(losses)
plt.show()
time.sleep(3600)
assert losses[-1] < 0.01

if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--imdir", required=True)
    parser.parse_args()
    raise SystemExit(1)
