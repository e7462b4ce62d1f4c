"""Two things are wrong: the images go into the model unscaled, and the accuracy is that of the last
batch.

Divide X by 255, and return the mean over all batches.
"""

from given import accuracy


def validation_loop(val_dataset, model):
    accuracies = []
    for X, Y in val_dataset:
        y_hat = model(X)
        accuracies.append(accuracy(y_hat, Y))
    return accuracies[-1]
