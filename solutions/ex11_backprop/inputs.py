"""What each check of exercise 11 is tried on: one strategy a check, called alike.

Numbers are small and short, so that float32 inside of a right solution is within the tolerance.
"""

import numpy as np
from hypothesis import assume
from hypothesis import strategies as st

from grader.authoring import array, decimals, list_of, numbers, tuple_of

_APPLY = {
    "add": np.add,
    "multiply": np.multiply,
    "negate": np.negative,
    "exp": np.exp,
    "reciprocal": np.reciprocal,
}

_leaves = st.one_of(
    decimals(-3, 3).filter(lambda x: abs(x) > 0.2), st.sampled_from([2.0, -1.0, 0.0])
)


def _sent(nodes):
    return {"nodes": list_of([tuple_of(node) for node in nodes])}


def _values(nodes):
    values = []
    for kind, *rest in nodes:
        values.append(
            rest[0] if kind == "input" else float(_APPLY[kind](*(values[i] for i in rest)))
        )
    return values


def _own_slopes(kind, value, arguments):
    """The slopes of one node, by each of its arguments."""
    if kind == "multiply":
        return arguments[::-1]
    return {"add": [1, 1], "negate": [-1], "exp": [value], "reciprocal": [-(value**2)]}[kind]


def _slopes(nodes):
    """The derivative of the output by each node, and how many of its uses have a part in it."""
    values = _values(nodes)
    slopes, uses = np.zeros(len(nodes)), np.zeros(len(nodes), int)
    slopes[-1] = 1
    for k in range(len(nodes) - 1, -1, -1):
        kind, *rest = nodes[k]
        if kind == "input" or slopes[k] == 0:
            continue
        own = _own_slopes(kind, values[k], [values[i] for i in rest])
        for i, slope in zip(rest, own, strict=True):
            slopes[i] += slopes[k] * slope
            uses[i] += 1
    return slopes, uses


def _is_tame(nodes):
    """Neither values nor slopes are so large, or so different, that a right way loses digits."""
    return max(map(abs, _values(nodes))) < 60 and np.abs(_slopes(nodes)[0]).max() < 200


@st.composite
def _operation(draw, nodes, pick):
    """One more node, of a kind that does not explode where it is put."""
    kind = draw(st.sampled_from(["multiply", "add", "exp", "negate", "reciprocal"]))
    if kind in ("add", "multiply"):
        return (kind, pick(draw), pick(draw))
    i = pick(draw)
    value = _values(nodes)[i]
    if kind == "exp":
        assume(abs(value) < 3)
    if kind == "reciprocal":
        assume(abs(value) > 0.3)
    return (kind, i)


@st.composite
def _tree(draw):
    """Each node is used once; or never, where more inputs are there than are used."""
    nodes = [("input", draw(_leaves)) for _ in range(draw(st.sampled_from([2, 3, 1, 4])))]
    free = list(range(len(nodes)))
    for _ in range(draw(st.sampled_from([2, 1, 3, 4, 6, 0]))):
        if draw(st.integers(0, 3)) == 3 or len(free) < 2:
            free.append(len(nodes))
            nodes.append(("input", draw(_leaves)))

        def pick(draw):
            return free.pop(draw(st.integers(0, len(free) - 1)))

        nodes.append(draw(_operation(nodes, pick)))
        free.append(len(nodes) - 1)
    assume(_is_tame(nodes))
    return _sent(nodes)


@st.composite
def _neuron(draw):
    """The circuit of the README, with its numbers or with others."""
    given = [2.0, -1.0, -3.0, -2.0, -2.0]
    drawn = draw(st.one_of(st.just(given), numbers((5,), _leaves)))
    nodes = [("input", float(number)) for number in drawn]
    nodes += [("multiply", 0, 1), ("multiply", 2, 3), ("add", 5, 6), ("add", 7, 4), ("negate", 8)]
    nodes += [("exp", 9), ("input", 1.0), ("add", 10, 11), ("reciprocal", 12)]
    assume(_values(nodes)[9] < 3 and _is_tame(nodes))
    return _sent(nodes)


def _late(count):
    """A place before this one; late nodes are taken more often, so that chains are long."""
    places = st.one_of(st.integers(0, count - 1), st.integers(max(0, count - 2), count - 1))
    return lambda draw: draw(places)


@st.composite
def _graph(draw):
    """Nodes that are used more than once, or twice by one node; and often one that is not used."""
    nodes = [("input", draw(_leaves)) for _ in range(draw(st.sampled_from([1, 2, 3])))]
    for _ in range(draw(st.sampled_from([2, 3, 1, 4, 5, 7]))):
        pick = _late(len(nodes))
        nodes.append(draw(_operation(nodes, pick)))
    assume(_is_tame(nodes) and (_slopes(nodes)[1] > 1).any())
    return _sent(nodes)


@st.composite
def _diamond(draw):
    """Two ways from one inner node to the output, often of unequal length."""
    x, y = draw(_leaves), draw(_leaves)
    first = draw(st.sampled_from([("multiply", 0, 1), ("add", 0, 1), ("negate", 0), ("exp", 0)]))
    short = draw(st.sampled_from([("negate", 2), ("multiply", 2, 0), ("add", 2, 1)]))
    nodes = [("input", x), ("input", y), first, short]
    for _ in range(draw(st.integers(0, 2))):
        ways = [("multiply", len(nodes) - 1, 2), ("negate", len(nodes) - 1)]
        nodes.append(draw(st.sampled_from(ways)))
    last, kind = len(nodes) - 1, draw(st.sampled_from(["multiply", "add"]))
    nodes.append((kind, *draw(st.permutations([2, last]))))
    if draw(st.booleans()):
        nodes.append(("multiply", len(nodes) - 1, draw(st.integers(0, 1))))
    assume(_is_tame(nodes))
    return _sent(nodes)


evaluate_values = st.one_of(_tree(), _graph(), _neuron())
backpropagate_circuit = st.one_of(_tree(), _tree(), _neuron())
backpropagate_shared = st.one_of(_graph(), _diamond())


def _a(value):
    return array(value, "float64")


_steps = st.sampled_from([0.1, 0.2, 0.05, 0.5])
_x = decimals(-2, 2)
_coefficients = decimals(-2, 2).filter(lambda c: abs(c) > 0.3)


@st.composite
def _function(draw, shapes=((3,), (2, 3), (), (2, 2), (1,), (4,))):
    """A point, a step, and a function whose slope at the point is not the one across a step."""
    shape = draw(st.sampled_from(shapes))
    drawn = {
        "x": draw(numbers(shape, _x)),
        "c3": draw(numbers(shape, _coefficients)),
        "c2": draw(numbers(shape, _coefficients)),
    }
    mixed = draw(_coefficients)
    return {k: _a(v) for k, v in drawn.items()} | {"h": draw(_steps), "mixed": mixed}


numerical_gradient_values = _function()
numerical_gradient_kept = _function()

# By how much the gradient that is asked about is off: not at all, by a factor, by its sign.
_scales = st.sampled_from([2.0, 1.0, -1.0, 0.5, 0.0, -0.3])


@st.composite
def _gradient(draw):
    """A function and a gradient of it that may be wrong, by a factor and at some elements."""
    shape = draw(st.sampled_from([(3,), (2, 3), (2, 2), (), (1,), (4,)]))
    inputs = draw(_function([shape]))
    shift = draw(st.one_of(st.just(np.zeros(shape)), numbers(shape, decimals(-3, 3))))
    return inputs | {"scale": draw(_scales), "shift": _a(shift)}


@st.composite
def _flat(draw):
    """The numerical gradient is exactly 0, and so is the other one, or it is not."""
    shape = draw(st.sampled_from([(3,), (2, 2), (), (1,)]))
    shift = draw(st.one_of(st.just(np.zeros(shape)), numbers(shape, decimals(1, 3))))
    zero = {k: _a(np.zeros(shape)) for k in ("c3", "c2")}
    inputs = {"x": _a(draw(numbers(shape, _x))), "h": draw(_steps), "mixed": 0.0}
    return inputs | zero | {"scale": 1.0, "shift": _a(shift)}


@st.composite
def _forgotten(draw):
    """A gradient that is 0 everywhere, of a function whose numerical one is not."""
    shape = draw(st.sampled_from([(3,), (2, 2), (), (1,)]))
    return draw(_function([shape])) | {"scale": 0.0, "shift": _a(np.zeros(shape))}


gradient_error_value = st.one_of(_gradient(), _gradient(), _gradient(), _flat(), _forgotten())

# N, D, M. Where two are alike, a product of the wrong matrices may have the right shape.
_SIZES = [(3, 2, 4), (2, 2, 2), (1, 2, 3), (3, 3, 3), (2, 1, 1), (4, 2, 2), (2, 3, 2), (1, 1, 1)]
_number = decimals(-3, 3)


@st.composite
def _dense(draw):
    n, d, m = draw(st.sampled_from([*_SIZES, (17, 3, 2), (3, 3, 1)]))
    shapes = {"dY": (n, m), "X": (n, d), "W": (d, m)}
    return {name: _a(draw(numbers(shape, _number))) for name, shape in shapes.items()}


dense_backward_shape = _dense()
dense_backward_values = _dense()


@st.composite
def _activation(draw):
    """No z is 0, where relu has no slope; some are so large that a slope is nearly 0."""
    shape = draw(st.sampled_from([(3,), (2, 3), (1,), (2, 2), (1, 1), (17,)]))
    away = decimals(-3, 3).filter(lambda z: abs(z) > 0.1)
    z = draw(numbers(shape, st.one_of(away, away, away, st.sampled_from([9.0, -9.0, -20.0, 20.0]))))
    dA = draw(numbers(shape, away))
    return {"kind": draw(st.sampled_from(["relu", "sigmoid", "tanh"])), "dA": _a(dA), "z": _a(z)}


activation_backward_values = _activation()
activation_backward_kept = _activation()

# N, D, H, C. Where N is C or H is D, a mistake in an axis has the right shape.
_NETWORKS = [
    (3, 2, 4, 3),
    (2, 2, 2, 2),
    (1, 2, 3, 2),
    (3, 3, 3, 3),
    (4, 1, 2, 3),
    (2, 3, 4, 5),
    (5, 2, 3, 2),
]


@st.composite
def _drawn_network(draw, elements, sizes):
    n, d, h, c = draw(st.sampled_from(sizes))
    classes = draw(numbers((n,), st.integers(0, c - 1), "int64"))
    shapes = {"X": (n, d), "W1": (d, h), "b1": (h,), "W2": (h, c), "b2": (c,)}
    return {k: draw(numbers(v, elements)) for k, v in shapes.items()} | {"Y": np.eye(c)[classes]}


def _slopes_of_scores(X, Y, W1, b1, W2, b2):
    """p - Y, for each sample."""
    scores = np.maximum(X @ W1 + b1, 0) @ W2 + b2
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True) - Y


def _usable(X, Y, W1, b1, W2, b2):
    """No hidden unit is at its corner, some are dead and some alive, and no class is hopeless."""
    Z = X @ W1 + b1
    scores = np.maximum(Z, 0) @ W2 + b2
    spread = scores - scores.max(axis=1, keepdims=True)
    true = np.sum(Y * (spread - np.log(np.exp(spread).sum(axis=1, keepdims=True))), axis=1)
    return (
        np.abs(Z).min() > 0.01
        and (Z > 0).any()
        and (Z < 0).any()
        and np.abs(spread).max() < 20
        and true.min() > np.log(0.001)
    )


def _arrays(inputs):
    return {name: _a(inputs[name]) for name in ("X", "Y", "W1", "b1", "W2", "b2")}


@st.composite
def _near(draw):
    """Scores within ±20."""
    inputs = draw(_drawn_network(decimals(-2, 2), _NETWORKS))
    scores = np.maximum(inputs["X"] @ inputs["W1"] + inputs["b1"], 0) @ inputs["W2"] + inputs["b2"]
    assume(_usable(**inputs) and np.abs(scores).max() < 20)
    return _arrays(inputs)


@st.composite
def _far(draw):
    """One hidden unit is 1024 for some rows and 0 for others, and lifts all classes alike.

    All numbers are exact in float32, so nothing is lost there. A true class of a large row is not
    all but certain: of what is left of its gradients float32 would lose all digits.
    """
    quarters = st.integers(-6, 6).map(lambda k: k / 4)
    inputs = draw(_drawn_network(quarters, [(2, 2, 2, 2), (3, 2, 3, 2), (3, 2, 3, 3)]))
    n, c = inputs["Y"].shape
    large = draw(st.integers(1, 2**n - 2))
    for row in range(n):
        inputs["X"][row, 0] = 2 if large >> row & 1 else -0.25 - abs(inputs["X"][row, 0])
    inputs["W1"][:, 0] = np.eye(2)[0] * 512
    inputs["b1"][0], inputs["W2"][0] = 0, 1
    inputs["b1"][1:] += 1 / 32  # so no hidden unit is at its corner
    p = _slopes_of_scores(**inputs) + inputs["Y"]
    fair = [[k for k in range(c) if 0.001 < row[k] < 0.9] for row in p]
    assume(all(fair))
    inputs["Y"] = np.eye(c)[[draw(st.sampled_from(classes)) for classes in fair]]
    assume(_usable(**inputs))
    return _arrays(inputs)


network_loss = st.one_of(_near(), _near(), _far())
network_gradients = st.one_of(_near(), _near(), _near(), _far())
