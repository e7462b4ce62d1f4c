"""You call `model.evaluate`, which only a Keras model has. Here it is a plain function from
scaled images to probabilities: loop over the batches and call it.
"""


def validation_loop(val_dataset, model):
    loss, acc = model.evaluate(val_dataset)
    return acc
