"""What a worker says of a Keras model, also of models that its author did not think of."""

import os
from functools import partial

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy as np
import pytest
import tensorflow as tf

from grader.worker import values
from grader.worker.keras.described import describe
from grader.worker.keras.models import send
from grader.worker.keras.network import Network, NoNetworkError, predict
from grader.worker.predicates import plain

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

    def __init__(self, after, between=tf.nn.relu):
        super().__init__()
        self.flatten, self.hidden, self.last = L.Flatten(), L.Dense(32), L.Dense(43)
        self.between, self.after = between, after

    def call(self, images):
        """Logits, and what the function makes of them."""
        return self.after(self.last(self.between(self.hidden(self.flatten(images)))))


class Hidden(keras.Model):
    """Two layers, used in a tf.function with control flow, where no graph shows them."""

    def __init__(self, used):
        super().__init__()
        self.hidden, self.last = L.Dense(32), L.Dense(43)
        self.hidden.build((None, 768))
        self.last.build((None, 32))
        self.used = tf.function(
            lambda x: used(
                tf.cond(x[0, 0, 0, 0] > 2, lambda: -x, lambda: x), self.hidden, self.last
            )
        )

    def call(self, images):
        """Logits."""
        return self.used(images)


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
    "no list knows the operation": lambda: Subclassed(tf.identity, lambda x: tf.atan(x)),
    "a gate": lambda: Subclassed(tf.identity, lambda x: x * (x + 1.0)),
    "a sorted hidden layer": lambda: Subclassed(tf.identity, tf.sort),
    "all in a tf.function": lambda: Hidden(
        lambda x, hidden, last: last(tf.nn.relu(hidden(tf.reshape(x[:, ::2, ::2], (-1, 768)))))
    ),
    "batch normalisation last": lambda: with_head(L.Dense(43), L.BatchNormalization()),
    "layer normalisation last": lambda: with_head(L.Dense(43), L.LayerNormalization()),
    "max pooling last": lambda: sequential(
        L.Conv2D(8, 3, activation="relu"), L.Conv2D(43, 3), L.GlobalMaxPooling2D()
    ),
    "a tf.function": lambda: Subclassed(tf.function(lambda x: 2 * x + 1)),
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
    "pixels scaled where they need it": lambda: sequential(
        L.Lambda(lambda x: tf.cond(tf.reduce_max(x) > 1, lambda: x / 255, lambda: x)),
        L.Flatten(),
        L.Dense(32, "relu"),
        L.Dense(43),
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


@tf.custom_gradient
def gradient_of_its_own(x):
    """Twice x, with a gradient that is cut off."""
    return 2 * x, lambda g: tf.clip_by_value(g, -1, 1)


ODD = {
    "tf.print": lambda: Subclassed(lambda x: (tf.print("logits", tf.shape(x)), x)[1]),
    "tf.print in a tf.function": lambda: Subclassed(
        tf.function(lambda x: (tf.print("logits", x), x)[1])
    ),
    "an assertion": lambda: Subclassed(lambda x: tf.ensure_shape(checked(x), (None, 43))),
    "compiled by XLA": lambda: Subclassed(tf.function(lambda x: x * 2 + 1, jit_compile=True)),
    "row by row": lambda: Subclassed(lambda x: tf.map_fn(lambda row: row + 1.0, x)),
    "vectorised": lambda: Subclassed(lambda x: tf.vectorized_map(lambda row: row + 1.0, x)),
    "a gradient of its own": lambda: Subclassed(gradient_of_its_own),
    "a loop": lambda: Subclassed(
        lambda x: tf.while_loop(lambda i, y: i < 3, lambda i, y: (i + 1, y * 2), (0, x))[1]
    ),
    "a constant": lambda: Subclassed(lambda x: x + tf.range(43.0) + np.arange(43, dtype="float32")),
    "a resized image": lambda: sequential(
        L.Lambda(lambda x: tf.image.resize(tf.image.rgb_to_grayscale(x), (16, 16))),
        L.Flatten(),
        L.Dense(32, "relu"),
        L.Dense(43),
    ),
    "all in half precision": lambda: with_head(L.Dense(43, dtype="bfloat16")),
}


def checked(x):
    """The same, where it is finite."""
    tf.debugging.assert_all_finite(x, "not finite")
    with tf.control_dependencies([tf.debugging.assert_rank(x, 2)]):
        return tf.identity(x)


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
LINEAR |= {
    "max pooling in front": lambda: sequential(
        L.MaxPooling2D(2), L.Flatten(), L.Dense(32), L.Dense(43)
    ),
    "layer normalisation in front": lambda: sequential(
        L.Flatten(), L.LayerNormalization(), L.Dense(32), L.Dense(43)
    ),
    "a square in front": lambda: sequential(
        L.Flatten(), L.Lambda(tf.square), L.Dense(32), L.Dense(43)
    ),
    "max pooling in front, all in a tf.function": lambda: Hidden(
        lambda x, hidden, last: last(
            hidden(tf.reshape(tf.nn.max_pool2d(x, 2, 2, "SAME"), (-1, 768)))
        )
    ),
    "max pooling at the end": lambda: sequential(
        L.Conv2D(8, 3), L.Conv2D(43, 3), L.GlobalMaxPooling2D()
    ),
    "a Dropout that is always on": lambda: Subclassed(tf.identity, lambda x: tf.nn.dropout(x, 0.5)),
}
RANDOM = {
    "Dropout last": lambda: with_head(L.Dense(43), L.Dropout(0.5)),
    "noise last": lambda: with_head(L.Dense(43), L.GaussianNoise(0.1)),
    "dropout in call": lambda: Subclassed(lambda x: tf.nn.dropout(x, 0.5)),
}


IN_PYTHON = {
    "NumPy's values": lambda: Subclassed(lambda x: tf.constant(x.numpy())),
    "leaky in Python": lambda: Subclassed(
        lambda x: tf.py_function(tf.nn.leaky_relu, [x], tf.float32)
    ),
    "NumPy in a graph": lambda: Subclassed(lambda x: tf.numpy_function(np.tanh, [x], tf.float32)),
    "a file that is read": lambda: Subclassed(
        lambda x: x + tf.cast(tf.strings.length(tf.io.read_file("/etc/hostname")), tf.float32)
    ),
    "a file, in a tf.function": lambda: Subclassed(
        tf.function(
            lambda x: x + tf.cast(tf.strings.length(tf.io.read_file("/etc/hostname")), tf.float32)
        )
    ),
}


def sent(model, **options):
    """The model as it is sent, in the form in which it arrives."""
    return plain(values.to_wire(send(model, IMAGES, **options)))


def looked_at(model):
    """What is said of the model where it arrives."""
    return describe(sent(model), IMAGES)


def weighted(described):
    """How many layers carry weights."""
    return sum(layer["has_weights"] for layer in described["layers"])


@pytest.mark.parametrize("name", ACTIVATED)
def test_an_activated_output_is_seen(name):
    """As an argument, a layer, a line of call(), in a graph or in Python."""
    described = looked_at(ACTIVATED[name]())
    assert described["output_activations"]
    assert weighted(described) == 2


@pytest.mark.parametrize("name", LOGITS)
def test_logits_are_no_activation(name):
    """Nor are normalisation, pooling and all that is linear; hidden layers are seen as such."""
    described = looked_at(LOGITS[name]())
    assert described["output_activations"] == []
    assert described["nonlinear"]
    assert not described["random_after_output"]
    assert weighted(described) == 2


@pytest.mark.parametrize("name", LINEAR)
def test_linear_layers_after_each_other_are_seen(name):
    """What is linear, or does not stand between them, makes no difference."""
    described = looked_at(LINEAR[name]())
    assert not described["nonlinear"]
    assert weighted(described) == 2


def normalised(layer, x):
    """By the statistics of the batch."""
    return layer(x, training=True)


MIXED = {
    "batch normalisation in training mode": lambda: Subclassed(
        partial(normalised, L.BatchNormalization())
    ),
    "divided by the brightest pixel": lambda: sequential(
        L.Lambda(lambda x: x / tf.reduce_max(x)), L.Flatten(), L.Dense(43)
    ),
    "minus the mean of the batch": lambda: Subclassed(lambda x: x - tf.reduce_mean(x, axis=0)),
    "turned over": lambda: Subclassed(lambda x: x[::-1]),
    "the mean of the batch, in front": lambda: sequential(
        L.Lambda(lambda x: x - tf.reduce_mean(x)), L.Flatten(), L.Dense(43)
    ),
}


@pytest.mark.parametrize("name", MIXED)
def test_a_network_that_mixes_the_images_of_a_batch_is_seen(name):
    """An image's logits are its own, whatever stands beside it."""
    assert looked_at(MIXED[name]())["mixes_images"]


@pytest.mark.parametrize("name", [*LOGITS, *RANDOM, "a Dropout that is always on"])
def test_other_networks_mix_no_images(name):
    """Nor is one held to do so that is random."""
    assert not looked_at((LOGITS | RANDOM | LINEAR)[name]())["mixes_images"]


def test_an_activation_in_training_alone_is_seen():
    """The loss then gets no logits, though whoever uses the network does."""

    class Sometimes(Subclassed):
        def call(self, images, training=False):
            logits = super().call(images)
            return tf.nn.softmax(logits) if training else logits

    described = looked_at(Sometimes(tf.identity))
    assert described["output_activations"] == []
    assert described["training_activations"] == ["softmax"]
    last = with_head(L.Dense(43), L.BatchNormalization(), L.Dropout(0.5))
    assert looked_at(last)["training_activations"] == []


def test_what_layers_say_of_themselves_is_told():
    """What a Dropout leaves out, the factor of a regulariser, the shape of the weights."""
    model = with_head(L.Dropout(0.9), L.Dense(43, kernel_regularizer=keras.regularizers.L1(0.5)))
    layers = {layer["type"]: layer for layer in looked_at(model)["layers"]}
    assert layers["Dropout"]["rate"] == 0.9
    assert (layers["Dense"]["decay"], layers["Dense"]["shape"]) == (0.5, (32, 43))


@pytest.mark.parametrize("name", RANDOM)
def test_randomness_after_the_last_layer_is_seen(name):
    """As a layer or a line of call()."""
    described = looked_at(RANDOM[name]())
    assert described["random_after_output"]
    assert described["output_activations"] == []


def two_inputs(join=None, heads=None):
    """Two inputs, a branch each, and two heads."""
    a, b = keras.Input((10,)), keras.Input((8,))
    left, right = L.Dense(16, "relu", name="left")(a), L.Dense(12, name="right")(b)
    both = (join or L.Concatenate())([left, right])
    first, second = heads or (L.Dense(1, name="first"), L.Dense(2, name="second"))
    return keras.Model([a, b], [first(both), second(L.Dropout(0.25)(right))])


def pair(rows):
    """A batch for each of the two inputs."""
    random = np.random.default_rng(rows)
    return [random.normal(size=(rows, width)).astype("float32") for width in (10, 8)]


def test_a_model_of_several_inputs_and_outputs_is_described_by_output():
    """What each output depends on, and what each is, as of a model with one."""
    described = describe(plain(values.to_wire(send(two_inputs(), pair(6)))), pair(6))
    assert "failure" not in described and described["output_type"] == "list"
    first, second = described["outputs"]
    assert (first["output_shape"], second["output_shape"]) == ([6, 1], [6, 2])
    assert (first["inputs"], second["inputs"]) == ([0, 1], [1])
    assert (set(first["used"]), set(second["used"])) == (
        {"left", "right", "first"},
        {"right", "second"},
    )
    assert (first["nonlinear"], second["nonlinear"]) == (True, False)
    assert (first["output_activations"], first["output_layers"]) == ([], ["first"])
    assert not first["mixes_images"] and not second["mixes_images"]
    assert described["unknown"] == 0 and "output_shape" not in described
    units = {layer["name"]: layer["units"] for layer in described["layers"] if layer["has_weights"]}
    assert units == {"left": 16, "right": 12, "first": 1, "second": 2}
    assert [layer["rate"] for layer in described["layers"] if layer["type"] == "Dropout"] == [0.25]


def test_outputs_of_several_are_predicted_for_any_number_of_rows():
    """A list of them, as the model gives."""
    model = two_inputs()
    sent = plain(values.to_wire(send(model, pair(4), weights=True)))
    for rows in (1, 4, 7):
        predicted = predict(sent, pair(rows))
        assert isinstance(predicted, list)
        for found, expected in zip(predicted, model(pair(rows), training=False), strict=True):
            np.testing.assert_allclose(found, expected, rtol=1e-4, atol=1e-5)
    assert predict(sent, pair(4)[0]) is None


def test_one_head_for_both_outputs_and_an_activated_one_are_seen():
    """The same layer is used by both; a softmax is seen at its own output."""
    head = L.Dense(2, name="head")
    one = keras.Input((10,))
    shared = L.Dense(4, "relu")(one)
    model = keras.Model([one], [head(shared), L.Softmax()(head(shared))])
    batch = [pair(6)[0]]
    described = describe(plain(values.to_wire(send(model, batch))), batch)
    first, second = described["outputs"]
    assert first["used"][-1] == second["used"][-1] == "head"
    assert (first["output_activations"], second["output_activations"]) == ([], ["softmax"])
    assert (first["rows_sum_to_one"], second["rows_sum_to_one"]) == (False, True)


class Named(keras.Model):
    """One input, and a dict of outputs."""

    def __init__(self):
        super().__init__()
        self.flatten, self.last = L.Flatten(), L.Dense(3)

    def call(self, images):
        """In another order than that of their names."""
        logits = self.last(self.flatten(images))
        return {"b": logits, "a": logits[:, :1]}


def test_a_dict_of_outputs_is_told_and_in_the_order_of_its_keys():
    """And what has no tensors in it is only named."""
    described = describe(plain(values.to_wire(send(Named(), IMAGES))), IMAGES)
    assert described["output_type"] == "dict"
    assert [output["output_shape"] for output in described["outputs"]] == [[16, 1], [16, 3]]
    nothing = Subclassed(lambda x: [x, None])
    assert set(send(nothing, IMAGES)) == {"is_model", "type", "output_type"}


def test_units_and_paddings_are_read_off_the_weights_and_the_graph():
    """Whatever the layer says of itself."""
    model = sequential(
        L.Conv2D(6, 5, padding="same", activation="tanh"),
        L.AveragePooling2D(2),
        L.SeparableConv2D(7, 5),
        L.Conv2DTranspose(3, 2),
        L.Flatten(),
        L.Dense(120),
        L.Reshape((12, 10)),
        L.LSTM(9),
        L.Dense(43),
    )
    layers = looked_at(model)["layers"]
    found = [(x["type"], x["units"], x["padding"]) for x in layers if x["has_weights"]]
    assert found == [
        ("Conv2D", 6, "same"),
        ("SeparableConv2D", 7, "valid"),
        ("Conv2DTranspose", 3, "valid"),
        ("Dense", 120, ""),
        ("LSTM", 9, ""),
        ("Dense", 43, ""),
    ]


def test_what_is_no_model_is_only_named():
    """Nothing of it is called."""
    assert looked_at([1, 2]) == {"is_model": False, "type": "list"}


@pytest.mark.parametrize("name", IN_PYTHON)
def test_what_is_no_graph_of_computations_is_not_described(name):
    """It could not be trained, or does more than compute."""
    assert looked_at(IN_PYTHON[name]())["failure"]


@pytest.mark.parametrize("name", [*LOGITS, *ACTIVATED, *ODD])
def test_a_network_that_was_sent_gives_what_the_model_gives(name):
    """Number by number, for another count of images than it was sent with."""
    model = (LOGITS | ACTIVATED | ODD)[name]()
    images = np.concatenate([IMAGES[::-1], IMAGES[:3]])
    given = np.asarray(tf.cast(model(images, training=False), tf.float64))
    found = np.asarray(predict(sent(model, weights=True), images))
    # Of a float16, one rounding is 5e-4, and a sum has many.
    off = 10 if "half" in name or "float16" in name else 1
    assert np.allclose(found, given, rtol=off * 1e-3, atol=off * 1e-4)


@pytest.mark.parametrize(("width", "off"), [(500, 0), (1600, 0.002), (6000, 0.02)])
def test_the_values_of_a_large_network_are_rounded(width, off):
    """Less than the judge would notice, and in a few megabytes."""
    model = sequential(L.Flatten(), L.Dense(width, "relu"), L.Dense(43))
    given = np.asarray(model(IMAGES), np.float64)
    value = values.to_wire(send(model, IMAGES, weights=True))
    found = np.asarray(predict(plain(value), IMAGES))
    assert np.abs(found - given).max() <= off * np.abs(given).max() + 1e-5
    assert sum(map(bytes_of, plain(value)["variables"])) < 20 << 20


def bytes_of(variable):
    """What is sent of a variable."""
    return sum(
        np.asarray(variable[name]).nbytes for name in ("values", "codes") if name in variable
    )


def test_a_model_that_keeps_images_beside_its_weights_is_no_network():
    """What it recognises, it would not have learned."""

    class Neighbours(keras.Model):
        def __init__(self, count):
            super().__init__()
            self.kept = np.random.default_rng(1).uniform(size=(count, 3072)).astype("float32")

        def call(self, images):
            flat = tf.reshape(images, (-1, 1, 3072))
            near = tf.argmin(tf.reduce_sum((flat - self.kept) ** 2, -1), 1)
            return tf.one_hot(near, 43)

    assert predict(sent(Neighbours(3), weights=True), IMAGES) is not None
    assert predict(sent(Neighbours(60), weights=True), IMAGES) is None


def test_a_layer_whose_weights_make_no_difference_does_not_count():
    """And weights that no layer has are counted by themselves."""
    described = looked_at(Subclassed(lambda x: tf.zeros((16, 43))))
    assert weighted(described) == 0
    loose = tf.Variable(tf.random.normal((43, 43)))
    described = looked_at(Subclassed(lambda x: x @ loose))
    assert (weighted(described), described["unknown"]) == (2, 1)


def test_what_a_student_sends_in_place_of_a_network_is_none():
    """Whatever is missing, of a wrong type, or too large, it is said and nothing else happens."""
    whole = sent(with_head(L.Dense(43)), weights=True)
    used, first = whole["graphs"]["used"], whole["variables"][0]
    broken = [
        whole | {"graphs": 5},
        whole | {"layers": [{"type": "Dense"}]},
        whole | {"layers": [whole["layers"][1] | {"variables": [99]}]},
        whole | {"variables": []},
        whole | {"variables": [first | {"shape": [7]}, *whole["variables"][1:]]},
        whole | {"graphs": whole["graphs"] | {"used": used | {"graph": np.arange(9)}}},
        whole | {"graphs": whole["graphs"] | {"used": used | {"output": "no:0"}}},
        whole | {"graphs": whole["graphs"] | {"used": used | {"image": used["output"]}}},
    ]
    for each in broken:
        assert describe(each, IMAGES)["failure"], each
        assert predict(each, IMAGES) is None
    with pytest.raises(NoNetworkError):
        Network({})


def test_what_is_printed_to_a_file_is_written_in_no_clean_worker(tmp_path):
    """Printing computes nothing, so it is left out."""
    seen = tmp_path / "seen"
    model = Subclassed(lambda x: (tf.print(x, output_stream=f"file://{seen}"), x)[1])
    whole = sent(model, weights=True)
    seen.unlink()
    assert predict(whole, IMAGES) is not None
    assert not seen.exists()
