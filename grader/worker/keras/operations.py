"""What the graph of TensorFlow operations of one call of a model shows.

It is the same whether an activation is an argument, a layer, or a line in `call()`: what happens
after the last weights, and between the first and the last.
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from typing import Any

import keras
import numpy as np
import tensorflow as tf

WEIGHTED_OPS = {
    "BatchMatMulV2",
    "BatchMatMulV3",
    "Conv2D",
    "Conv2DBackpropInput",
    "Conv3D",
    "Conv3DBackpropInputV2",
    "DepthwiseConv2dNative",
    "Einsum",
    "MatMul",
}
ACTIVATION_OPS = {
    "Abs",
    "ArgMax",
    "ClipByValue",
    "Elu",
    "Erf",
    "Erfc",
    "Exp",
    "Expm1",
    "Greater",
    "GreaterEqual",
    "LeakyRelu",
    "Less",
    "LessEqual",
    "Log",
    "Log1p",
    "LogSoftmax",
    "Maximum",
    "Minimum",
    "Pow",
    "Relu",
    "Relu6",
    "Round",
    "Select",
    "SelectV2",
    "Selu",
    "Sigmoid",
    "Sign",
    "Sin",
    "Softmax",
    "Softplus",
    "Softsign",
    "Square",
    "Tanh",
}
OTHER_NONLINEAR_OPS = {"Max", "MaxPool", "MaxPool3D", "MaxPoolV2", "Min", "Rsqrt"}
"""Pooling and normalisation: not linear, but no activation of the output either."""
SHAPE_OPS = {"OnesLike", "Rank", "Shape", "ShapeN", "Size", "ZerosLike"}
"""Operations whose results depend on the shape of the data, and not on the data."""
SELECTIONS = {"Select", "SelectV2"}
"""Where they choose by random numbers, they are Dropout; where by the data, an activation."""
OPAQUE_OPS = {
    "Case",
    "EagerPyFunc",
    "If",
    "PartitionedCall",
    "PyFunc",
    "PyFuncStateless",
    "StatefulPartitionedCall",
    "StatelessCase",
    "StatelessIf",
    "StatelessWhile",
    "While",
    "XlaLaunch",
}
"""Operations whose work is in another graph, or in Python."""


@dataclass
class Graph:
    """What one trace of the model shows.

    `after` and `between` are the non-linear operations after the last weights and between the
    first and the last; `output_handles` are the variables of the last weights.
    """

    readable: bool = False
    after: set[str] = field(default_factory=set)
    between: set[str] = field(default_factory=set)
    random: bool = False
    output_handles: list[Any] = field(default_factory=list)


def trace(model: keras.Model, images: np.ndarray, *, training: bool) -> Graph:
    """What the graph of one call on images shows; not readable where it can't be traced."""

    @tf.function(autograph=False)  # Keras does not convert a call() either
    def call(x: tf.Tensor) -> tf.Tensor:
        return model(x, training=training)

    try:
        concrete = call.get_concrete_function(tf.TensorSpec(images.shape, tf.float32))
    except Exception:  # a call() that can't be traced may raise anything; its behaviour is probed
        return Graph()
    return _read(concrete)


def _read(concrete: Any) -> Graph:
    """What a traced call shows: `moving` are the operations that depend on the images."""
    output = concrete.outputs[0].op
    operations = concrete.graph.get_operations()
    images = {concrete.inputs[0].op}
    handles = dict(zip([x.op for x in concrete.inputs[1:]], concrete.captured_inputs, strict=True))
    moving = _downstream(operations, images)
    weight = _downstream(operations, set(handles)) - moving
    products = {op for op in operations if op in moving and _factors(op) & weight}
    after = _upstream([output], moving, stop=products)
    last = after & products
    after -= products
    between = _upstream(last, moving) & _downstream(operations, products)
    if any(op.type in OPAQUE_OPS for op in after):
        return Graph()
    noise = _downstream(operations, {op for op in operations if "Random" in op.type}) - moving
    result = Graph(readable=True)
    result.random = any(x.op in noise for op in after for x in op.inputs)
    after = {op for op in after if not (op.type in SELECTIONS and op.inputs[0].op in noise)}
    result.after = {op.type.lower() for op in after if op.type in ACTIVATION_OPS}
    result.between = {
        op.type.lower() for op in between if op.type in ACTIVATION_OPS | OTHER_NONLINEAR_OPS
    }
    read = _upstream([factor for op in last for factor in _factors(op)], weight)
    result.output_handles = [handles[op] for op in read if op in handles]
    return result


def _factors(op: tf.Operation) -> set[tf.Operation]:
    """The factors of a product; empty for another operation."""
    if op.type == "Sum" and op.inputs[0].op.type == "Mul":
        op = op.inputs[0].op  # a product of matrices, written as a sum of products
    elif op.type not in WEIGHTED_OPS:
        return set()
    return {x.op for x in op.inputs}


def _downstream(operations: list[tf.Operation], sources: set[tf.Operation]) -> set[tf.Operation]:
    """The operations whose values depend on the sources, which are among them."""
    reached = set(sources)
    for op in operations:  # in the order of creation: inputs come first
        if op.type not in SHAPE_OPS and any(x.op in reached for x in op.inputs):
            reached.add(op)
    return reached


def _upstream(
    starts: Iterable[tf.Operation], within: set[tf.Operation], stop: Container[tf.Operation] = ()
) -> set[tf.Operation]:
    """The operations of `within` that lead to the starts, back to those in `stop`."""
    found: set[tf.Operation] = set()
    waiting = list(starts)
    while waiting:
        op = waiting.pop()
        if op in within and op not in found:
            found.add(op)
            waiting += [] if op in stop else [x.op for x in op.inputs]
    return found
