"""A gradient is None: for the tape, the loss does not come from that parameter.

Either the model or the loss is computed outside of the tape's `with`; or something between them has
no gradient (NumPy, `.numpy()`, a rounding, an argmax, `tf.stop_gradient`, a new `tf.Variable`); or
what you ask the gradient of are not the variables that the model reads, but copies or new tensors.
Compute everything from the model's call to the loss with TensorFlow, inside of the `with`, and use
`params` as they are.
"""

import tensorflow as tf
from given import accuracy, cross_entropy


def training_loop(train_dataset, model, params, lr):
    optimizer = tf.keras.optimizers.SGD(lr)
    losses, accuracies = [], []
    for X, Y in train_dataset:
        X = X / 255.0
        y_hat = model(X)
        with tf.GradientTape() as tape:
            one_hot = tf.one_hot(Y, y_hat.shape[-1])
            loss = cross_entropy(y_hat, one_hot)
        grads = tape.gradient(loss, params)
        optimizer.apply_gradients(zip(grads, params))
        losses.append(tf.reduce_mean(loss))
        accuracies.append(accuracy(y_hat, Y))
    return tf.reduce_mean(losses), tf.reduce_mean(accuracies)
