"""What is said of the products with weights in a network, one by one."""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy as np
import pytest
import tensorflow as tf

from grader.worker import values
from grader.worker.keras.described import describe
from grader.worker.keras.models import send
from grader.worker.predicates import plain

L, ops = keras.layers, keras.ops
IMAGES = np.random.default_rng(0).uniform(size=(4, 28, 28, 1)).astype("float32")


class Own(keras.layers.Layer):
    """Weights of its own, and a function of its input and of them."""

    def __init__(self, shape, function):
        super().__init__()
        self.shape_of_it, self.function = shape, function

    def build(self, shape):
        """One kernel."""
        self.w = self.add_weight(shape=self.shape_of_it)

    def call(self, x):
        """What the function gives."""
        return self.function(x, self.w)


def products(*layers):
    """What is said of the products of a Sequential of the layers, and its leaves."""
    model = keras.Sequential([keras.Input((28, 28, 1)), *layers])
    described = describe(plain(values.to_wire(send(model, IMAGES))), IMAGES)
    return described["products"], described["layers"]


def windows(reduce):
    """A pooling written as a reduction of windows."""
    return L.Lambda(lambda x: reduce(tf.reshape(x, (-1, 14, 2, 14, 2, 6)), axis=(2, 4)))


def test_products_come_in_order_with_what_is_between_them():
    """Their shapes, what they give, the paddings, the activations and the poolings."""
    found, layers = products(
        L.Conv2D(6, 5, padding="same", name="first"),
        L.MaxPooling2D(2),
        L.Activation("tanh"),
        L.Conv2D(16, 5, activation="relu", name="second"),
        L.AveragePooling2D(2),
        L.Flatten(),
        L.Dense(10, name="third"),
    )
    assert [each["layer"] for each in found] == ["first", "second", "third"]
    assert [each["shape"] for each in found] == [(5, 5, 1, 6), (5, 5, 6, 16), (400, 10)]
    assert [each["gives"] for each in found] == [(28, 28, 6), (10, 10, 16), (10,)]
    assert [each["padding"] for each in found] == ["same", "valid", ""]
    assert [each["followed_by"] for each in found] == [["maxpool", "tanh"], ["relu"], []]
    pools = [[(x["kind"], x["window"]) for x in each["poolings"]] for each in found]
    assert pools == [[("max", (2, 2))], [("average", (2, 2))], []]
    sizes = [layer["size"] for layer in layers if layer["has_weights"]]
    assert sizes == [156, 2416, 4010]


ACTIVATIONS = {
    "relu by a maximum": (lambda x: tf.maximum(x, 0.0), ["maximum"]),
    "swish by hand": (lambda x: x * tf.sigmoid(x), ["mul", "sigmoid"]),
    "a wide tanh": (lambda x: 1.7159 * ops.tanh(2 / 3 * x), ["tanh"]),
    "keras.ops": (ops.relu, ["relu"]),
    "doubled": (lambda x: 2 * x + 1, []),
    "the mean of all": (lambda x: x - tf.reduce_mean(x, axis=-1, keepdims=True), []),
}


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_what_follows_a_product_and_is_not_linear_is_named(name):
    """Whatever it is written with; what is linear is not."""
    function, names = ACTIVATIONS[name]
    (first, second), _ = products(L.Flatten(), L.Dense(12), L.Lambda(function), L.Dense(10))
    assert (first["followed_by"], second["followed_by"]) == (names, [])
    assert first["poolings"] == []


POOLINGS = {
    "layers": ([L.MaxPooling2D((2, 3))], ["max (2, 3)"]),
    "two in a row": ([L.AveragePooling2D(2), L.MaxPooling2D(3)], ["average (2, 2)", "max (3, 3)"]),
    "tf.nn": ([L.Lambda(lambda x: tf.nn.avg_pool2d(x, 2, 2, "VALID"))], ["average (2, 2)"]),
    "keras.ops": ([L.Lambda(lambda x: ops.max_pool(x, 2, 2))], ["max (2, 2)"]),
    "windows, their largest": ([windows(tf.reduce_max)], ["max ()"]),
    "windows, their mean": ([windows(tf.reduce_mean)], ["average ()"]),
    "every other pixel": ([L.Lambda(lambda x: x[:, ::2, ::2])], []),
    "over the whole image": ([L.GlobalAveragePooling2D()], []),
}


@pytest.mark.parametrize("name", POOLINGS)
def test_poolings_behind_a_product_are_told(name):
    """As layers, as functions, and as reductions of windows; a reduction of all is none."""
    layers, kinds = POOLINGS[name]
    (first, _), _ = products(L.Conv2D(6, 5, padding="same"), *layers, L.Flatten(), L.Dense(10))
    assert [f"{each['kind']} {each['window']}" for each in first["poolings"]] == kinds


OWN = {
    "turned over": ((12, 784), lambda x, w: tf.matmul(x, w, transpose_b=True), (784, 12)),
    "from the left": ((12, 784), lambda x, w: tf.transpose(w @ tf.transpose(x)), (12, 784)),
    "reshaped": ((784 * 12,), lambda x, w: x @ tf.reshape(w, (784, 12)), (784, 12)),
    "a sum of products": (
        (784, 12),
        lambda x, w: tf.reduce_sum(x[:, :, None] * w[None], axis=1),
        (1, 784, 12),
    ),
}


@pytest.mark.parametrize("name", OWN)
def test_weights_have_the_shape_with_which_they_are_multiplied(name):
    """Of layers of one's own, too; they are those of a layer that has no other weights."""
    shape, function, multiplied = OWN[name]
    own = Own(shape, function)
    (first, _), _ = products(L.Flatten(), own, L.Dense(10))
    assert (first["layer"], first["shape"]) == (own.name, multiplied)


def test_a_layer_that_is_used_twice_gives_two_products_and_an_unused_one_none():
    """What is computed counts, and not what is listed."""
    twice, unused = L.Dense(784, "relu", name="twice"), L.Dense(5, name="unused")
    image = keras.Input((28, 28, 1))
    flat = L.Flatten()(image)
    output = L.Dense(10, name="last")(twice(twice(flat)))
    model = keras.Model(image, [output, unused(flat)])
    described = describe(plain(values.to_wire(send(model, IMAGES))), IMAGES)
    found = [[each["layer"] for each in output["products"]] for output in described["outputs"]]
    assert found == [["twice", "twice", "last"], ["unused"]]


def test_weights_of_no_layer_have_no_name():
    """Keras does not train them."""
    loose = tf.Variable(tf.random.normal((784, 12)))
    found, _ = products(L.Flatten(), L.Lambda(lambda x: tf.nn.relu(x @ loose)), L.Dense(10))
    assert (found[0]["layer"], found[0]["shape"]) == ("", (784, 12))
