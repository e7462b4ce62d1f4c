"""A Keras optimizer is given g / bs; Keras's own loss on probabilities."""

import tensorflow as tf


def sgd(params, grads, lr, bs):
    optimizer = tf.keras.optimizers.SGD(learning_rate=lr)
    optimizer.apply_gradients((g / bs, p) for g, p in zip(grads, params))


def training_loop(train_dataset, model, params, lr):
    optimizer = tf.keras.optimizers.SGD(learning_rate=lr)
    loss_object = tf.keras.losses.SparseCategoricalCrossentropy(reduction="sum")
    losses, accs = [], []
    for X, Y in train_dataset:
        bs = X.shape[0]
        with tf.GradientTape() as tape:
            y_hat = model(X * (1 / 255))
            loss = loss_object(Y, y_hat)
        grads = tape.gradient(loss, params)
        optimizer.apply_gradients(zip([g / bs for g in grads], params))
        losses.append(loss / bs)
        accs.append(tf.reduce_mean(tf.keras.metrics.sparse_categorical_accuracy(Y, y_hat)))
    return tf.add_n(losses) / len(losses), tf.add_n(accs) / len(accs)


def validation_loop(val_dataset, model):
    accs = []
    for X, Y in val_dataset:
        accs.append(tf.reduce_mean(tf.keras.metrics.sparse_categorical_accuracy(Y, model(X / 255))))
    return tf.add_n(accs) / len(accs)
