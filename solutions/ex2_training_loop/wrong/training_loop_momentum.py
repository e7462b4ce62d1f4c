"""The first step is right, the ones after it carry momentum from the steps before. Plain
gradient descent forgets: each step is made of its own batch's gradient.
"""

import tensorflow as tf
from given import accuracy, cross_entropy


def training_loop(train_dataset, model, params, lr):
    optimizer = tf.keras.optimizers.SGD(learning_rate=lr, momentum=0.9)
    losses, accuracies = [], []
    for X, Y in train_dataset:
        X = X / 255.0
        with tf.GradientTape() as tape:
            y_hat = model(X)
            one_hot = tf.one_hot(Y, y_hat.shape[-1])
            loss = cross_entropy(y_hat, one_hot)
        grads = tape.gradient(loss, params)
        optimizer.apply_gradients(zip([g / X.shape[0] for g in grads], params))
        losses.append(tf.reduce_mean(loss))
        accuracies.append(accuracy(y_hat, Y))
    return tf.reduce_mean(losses), tf.reduce_mean(accuracies)
