"""You return classes that the model predicts.

The fraction of them that are the labels is asked: one number.
"""

import tensorflow as tf


def validation_loop(val_dataset, model):
    predictions = []
    for X, Y in val_dataset:
        predictions.append(tf.argmax(model(X / 255.0), axis=1))
    return tf.concat(predictions, axis=0)
