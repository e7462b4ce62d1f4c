"""Dense, Dropout and the penalty by hand, as layers of its own."""

import keras
from keras import ops


class Affine(keras.layers.Layer):
    def __init__(self, units, l2=0.0):
        super().__init__()
        self.units, self.l2 = units, l2

    def build(self, shape):
        self.w = self.add_weight(shape=(shape[-1], self.units), initializer="he_normal")
        self.b = self.add_weight(shape=(self.units,), initializer="zeros")

    def call(self, x):
        self.add_loss(self.l2 * ops.sum(ops.square(self.w)))
        return ops.matmul(x, self.w) + self.b


class Drop(keras.layers.Layer):
    def __init__(self, rate):
        super().__init__()
        self.rate = rate
        self.seeds = keras.random.SeedGenerator(7)

    def call(self, x, training=None):
        if not training:
            return x
        kept = keras.random.uniform(ops.shape(x), seed=self.seeds) >= self.rate
        return ops.where(kept, x / (1 - self.rate), 0.0)


def relu_of(units, x, **options):
    return ops.relu(Affine(units, **options)(x))


def create_network():
    a, b = keras.Input((10,)), keras.Input((8,))
    x = relu_of(32, relu_of(128, relu_of(128, a)))
    y = relu_of(32, relu_of(32, relu_of(32, b)))
    z = relu_of(28, ops.concatenate([x, y], axis=1))
    return keras.Model([a, b], [Affine(1)(relu_of(64, z)), Affine(1)(relu_of(16, z))])


def create_regularised(rate, l2):
    image = keras.Input((20,))
    x = Drop(rate)(relu_of(64, image, l2=l2))
    x = Drop(rate)(relu_of(64, x, l2=l2))
    return keras.Model(image, Affine(1)(x))


class Stopping(keras.callbacks.Callback):
    """The whole history is looked at anew after each epoch."""

    def __init__(self, patience):
        super().__init__()
        self.patience, self.losses, self.weights = patience, [], []

    def on_epoch_end(self, epoch, logs=None):
        self.losses.append(logs.get("val_loss"))
        self.weights.append([w.numpy().copy() for w in self.model.weights])
        best = self.losses.index(min(self.losses))
        if len(self.losses) - 1 - best >= self.patience:
            self.model.stop_training = True
            self.model.set_weights(self.weights[best])


def early_stopping(patience):
    return Stopping(patience)


def save(network, path):
    keras.saving.save_model(network, path)


def load(path):
    return keras.saving.load_model(path)
