"""All four functions are lambdas."""

import tensorflow as tf

softmax = lambda z: tf.exp(z - tf.math.reduce_logsumexp(z, 1, True))  # noqa: E731
cross_entropy = lambda p, y: tf.reduce_sum(y * -tf.math.log(tf.maximum(p, 1e-7)), 1)  # noqa: E731
model = lambda x, w, b: softmax(tf.reshape(x, (-1, w.shape[0])) @ w + b)  # noqa: E731
same = lambda pair: int(pair[0]) == int(pair[1])  # noqa: E731
accuracy = lambda y_hat, y: sum(map(same, zip(tf.argmax(y_hat, 1), y))) / len(y)  # noqa: E731
