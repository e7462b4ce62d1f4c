"""What a worker says of a Keras model, also of models that its author did not think of."""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy as np
import pytest
import tensorflow as tf

from grader.worker.keras.models import describe

L, ops = keras.layers, keras.ops
IMAGES = np.random.default_rng(0).uniform(size=(16, 32, 32, 3)).astype("float32")


def sequential(*layers):
    """A Sequential of the layers."""
    return keras.Sequential([keras.Input((32, 32, 3)), *layers])


def with_head(*layers):
    """A hidden layer, and then the layers."""
    return sequential(L.Flatten(), L.Dense(32, "relu"), *layers)


class Subclassed(keras.Model):
    """A hidden layer, an output layer, and a function of its output and of the images."""

    def __init__(self, after):
        super().__init__()
        self.flatten, self.hidden, self.last = L.Flatten(), L.Dense(32, "relu"), L.Dense(43)
        self.after = after

    def call(self, images):
        """Logits, and what the function makes of them."""
        return self.after(self.last(self.hidden(self.flatten(images))))


class SumOfProducts(keras.layers.Layer):
    """A product of matrices that is written as a sum of products."""

    def build(self, shape):
        """Its weights."""
        self.w = self.add_weight(shape=(shape[-1], 43))

    def call(self, x):
        """(N, D) to (N, 43)."""
        return tf.reduce_sum(x[:, :, None] * self.w[None], axis=1)


class OwnConvolution(keras.layers.Layer):
    """A convolution with weights of its own."""

    def build(self, shape):
        """Its kernel."""
        self.w = self.add_weight(shape=(5, 5, 3, 8))

    def call(self, x):
        """With its activation."""
        return tf.nn.relu(tf.nn.conv2d(x, self.w, 2, "SAME"))


def by_hand(x):
    """Softmax, written out."""
    e = tf.exp(x)
    return e / tf.reduce_sum(e, 1, keepdims=True)


ACTIVATED = {
    "gelu": lambda: with_head(L.Dense(43, "gelu")),
    "hard_sigmoid": lambda: with_head(L.Dense(43, "hard_sigmoid")),
    "exponential": lambda: with_head(L.Dense(43, "exponential")),
    "softplus": lambda: with_head(L.Dense(43, "softplus")),
    "an ELU layer": lambda: with_head(L.Dense(43), L.ELU()),
    "a PReLU layer": lambda: with_head(L.Dense(43), L.PReLU()),
    "a bounded ReLU layer": lambda: with_head(L.Dense(43), L.ReLU(6.0, 0.1, 0.2)),
    "softmax, then rescaled": lambda: with_head(L.Dense(43, "softmax"), L.Rescaling(10.0)),
    "ReLU, then pooled": lambda: sequential(
        L.Conv2D(8, 3, activation="relu"),
        L.Conv2D(43, 3, activation="relu"),
        L.GlobalAveragePooling2D(),
    ),
    "in a tf.function": lambda: Subclassed(tf.function(tf.nn.relu)),
    "NumPy's values": lambda: Subclassed(lambda x: tf.nn.softmax(tf.constant(x.numpy()))),
    "leaky in Python": lambda: Subclassed(
        lambda x: tf.py_function(tf.nn.leaky_relu, [x], tf.float32)
    ),
    "tanh in Python": lambda: Subclassed(lambda x: tf.py_function(tf.tanh, [x], tf.float32)),
    "in a tf.cond": lambda: Subclassed(
        lambda x: tf.cond(tf.reduce_sum(x) > -1e9, lambda: tf.nn.softmax(x), lambda: x)
    ),
    "softmax by hand": lambda: Subclassed(by_hand),
    "keras.ops": lambda: Subclassed(ops.softmax),
    "swish by hand": lambda: Subclassed(lambda x: x * tf.sigmoid(x)),
    "ReLU by where": lambda: Subclassed(lambda x: tf.where(x > 0, x, 0)),
    "ReLU by a product": lambda: Subclassed(lambda x: x * tf.cast(x > 0, tf.float32)),
    "squared": lambda: Subclassed(tf.square),
    "clipped": lambda: Subclassed(lambda x: tf.clip_by_value(x, -1, 1)),
    "log_sigmoid": lambda: Subclassed(tf.math.log_sigmoid),
}
LOGITS = {
    "batch normalisation last": lambda: with_head(L.Dense(43), L.BatchNormalization()),
    "layer normalisation last": lambda: with_head(L.Dense(43), L.LayerNormalization()),
    "max pooling last": lambda: sequential(
        L.Conv2D(8, 3, activation="relu"), L.Conv2D(43, 3), L.GlobalMaxPooling2D()
    ),
    "a tf.function": lambda: Subclassed(tf.function(lambda x: 2 * x + 1)),
    "NumPy's values": lambda: Subclassed(lambda x: tf.constant(x.numpy())),
    "a temperature": lambda: Subclassed(lambda x: x / 2.0),
    "EinsumDense": lambda: sequential(
        L.Flatten(),
        L.EinsumDense("ab,bc->ac", 32, activation="relu"),
        L.EinsumDense("ab,bc->ac", 43),
    ),
    "an LSTM": lambda: sequential(L.Reshape((32, 96)), L.LSTM(16), L.Dense(43)),
    "TimeDistributed": lambda: sequential(
        L.TimeDistributed(L.Dense(8, "relu")), L.Flatten(), L.Dense(43)
    ),
    "a sum of products": lambda: with_head(SumOfProducts()),
    "a convolution of its own": lambda: sequential(OwnConvolution(), L.Flatten(), L.Dense(43)),
    "normalised between": lambda: sequential(
        L.Flatten(), L.Dense(32), L.LayerNormalization(), L.Dense(43)
    ),
    "a sigmoid that looks straight": lambda: sequential(
        L.Rescaling(1 / 255), L.Flatten(), L.Dense(32, "sigmoid"), L.Dense(43)
    ),
    "SpectralNormalization": lambda: sequential(
        L.Flatten(), L.SpectralNormalization(L.Dense(32, "relu")), L.Dense(43)
    ),
    "augmentation first": lambda: sequential(
        L.RandomTranslation(0.1, 0.1),
        L.RandomFlip(),
        L.Flatten(),
        L.Dense(32, "relu"),
        L.Dense(43),
    ),
    "a Dense layer over pixels": lambda: sequential(
        L.Conv2D(16, 4, 4, activation="relu"), L.Dense(43), L.GlobalAveragePooling2D()
    ),
    "float16 inside": lambda: sequential(
        L.Flatten(),
        L.Dense(32, "relu", dtype="mixed_float16"),
        L.Dense(43, dtype="float32"),
    ),
}
LINEAR = {
    "Dropout between": lambda: sequential(L.Flatten(), L.Dense(32), L.Dropout(0.5), L.Dense(43)),
    "batch normalisation between": lambda: sequential(
        L.Flatten(), L.Dense(32), L.BatchNormalization(), L.Dense(43)
    ),
    "average pooling between": lambda: sequential(
        L.Conv2D(8, 3), L.AveragePooling2D(2), L.Flatten(), L.Dense(43)
    ),
    "softmax at the end only": lambda: sequential(L.Flatten(), L.Dense(32), L.Dense(43, "softmax")),
    "ReLU on the images only": lambda: sequential(L.ReLU(), L.Flatten(), L.Dense(32), L.Dense(43)),
}
RANDOM = {
    "Dropout last": lambda: with_head(L.Dense(43), L.Dropout(0.5)),
    "noise last": lambda: with_head(L.Dense(43), L.GaussianNoise(0.1)),
    "dropout in call": lambda: Subclassed(lambda x: tf.nn.dropout(x, 0.5)),
}


def weighted(described):
    """How many layers carry weights."""
    return sum(layer["has_weights"] for layer in described["layers"])


@pytest.mark.parametrize("name", ACTIVATED)
def test_an_activated_output_is_seen(name):
    """As an argument, a layer, a line of call(), in a graph or in Python."""
    described = describe(ACTIVATED[name](), IMAGES)
    assert described["output_activations"]
    assert weighted(described) == 2


@pytest.mark.parametrize("name", LOGITS)
def test_logits_are_no_activation(name):
    """Nor are normalisation, pooling and all that is linear; hidden layers are seen as such."""
    described = describe(LOGITS[name](), IMAGES)
    assert described["output_activations"] == []
    assert described["nonlinear"]
    assert not described["random_after_output"]
    assert weighted(described) == 2


@pytest.mark.parametrize("name", LINEAR)
def test_linear_layers_after_each_other_are_seen(name):
    """What is linear, or does not stand between them, makes no difference."""
    described = describe(LINEAR[name](), IMAGES)
    assert not described["nonlinear"]
    assert weighted(described) == 2


@pytest.mark.parametrize("name", RANDOM)
def test_randomness_after_the_last_layer_is_seen(name):
    """As a layer or a line of call()."""
    described = describe(RANDOM[name](), IMAGES)
    assert described["random_after_output"]
    assert described["output_activations"] == []


def test_what_is_no_model_is_only_named():
    """Nothing of it is called."""
    assert describe([1, 2], IMAGES) == {"is_model": False, "type": "list"}


def test_the_model_is_as_it_was():
    """Probing changes weights, and puts them back."""
    model = Subclassed(lambda x: tf.constant(x.numpy()))
    before = [weight.numpy() for weight in (model(IMAGES), model.weights)[1]]
    describe(model, IMAGES)
    after = [weight.numpy() for weight in model.weights]
    assert all(np.array_equal(b, a) for b, a in zip(before, after, strict=True))
