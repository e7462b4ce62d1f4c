"""What the graph of TensorFlow operations of one call of a model shows.

It is the same whether an activation is an argument, a layer, or a line in `call()`: what happens
after the last weights, and between the first and the last.
"""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field

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
PRODUCT_OPS = WEIGHTED_OPS | {"Div", "DivNoNan", "Mul", "MulNoNan", "RealDiv"}
"""Not linear where two of the factors depend on the images."""
POOLING_OPS = {
    "AvgPool": "average",
    "AvgPool3D": "average",
    "Max": "max",
    "MaxPool": "max",
    "MaxPool3D": "max",
    "MaxPoolV2": "max",
    "Mean": "average",
}
"""Poolings; a Max or a Mean is one where it is taken over windows, which are axes of their own."""
WINDOWED_RANK = 5
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
class Product:
    """A product of what depends on the images with weights, and what comes before the next ones.

    `variables` are the numbers of the weights' variables, `shape` is that of the weights as they
    are multiplied, `gives` that of the result for one image. `followed_by` are the operations that
    are not linear, `poolings` are the kinds of pooling, with the sizes of their windows.
    """

    variables: set[int]
    shape: tuple[int, ...]
    gives: tuple[int, ...]
    padding: str
    followed_by: set[str]
    poolings: list[tuple[str, tuple[int, ...]]]


@dataclass
class Graph:
    """What one graph of a model shows. Variables are named by their numbers.

    `after` and `between` are the non-linear operations after the last weights and between the
    first and the last; `last` are the variables of the last weights. `reached` are all variables
    that the output depends on, `factors` those that images are multiplied with. `entries` are the
    tensors that come out of the first products with weights, `exits` those that go into the last.
    `inputs` are the places of the inputs that the output depends on. `paddings` are those of
    convolutions, by the numbers of their weights. `products` are those that the output depends on,
    in the order in which they are computed.
    """

    readable: bool = False
    after: set[str] = field(default_factory=set)
    between: set[str] = field(default_factory=set)
    random: bool = False
    last: set[int] = field(default_factory=set)
    reached: set[int] = field(default_factory=set)
    factors: set[int] = field(default_factory=set)
    entries: list[tf.Tensor] = field(default_factory=list)
    exits: list[tf.Tensor] = field(default_factory=list)
    inputs: list[int] = field(default_factory=list)
    paddings: dict[int, str] = field(default_factory=dict)
    products: list[Product] = field(default_factory=list)


def read(
    operations: list[tf.Operation],
    images: Sequence[tf.Operation],
    output: tf.Operation,
    handles: dict[tf.Operation, int],
) -> Graph:
    """What a graph shows: `moving` are the operations that depend on the images.

    `handles` are the operations that give the variables, with their numbers.
    """
    moving = _downstream(operations, set(images))
    weight = _downstream(operations, set(handles)) - moving
    products = {op for op in operations if op in moving and _ops(_factors(op)) & weight}
    after = _upstream([output], moving, stop=products)
    last = after & products
    after -= products
    reached = _upstream([output], set(operations))
    multiplied = _upstream([f for op in reached & products for f in _ops(_factors(op))], weight)
    noise = _downstream(operations, {op for op in operations if "Random" in op.type}) - moving
    behind = _downstream(operations, products)
    behind -= {op for op in products if not any(x.op in behind for x in op.inputs)}
    between = _upstream(last, moving) & behind - last
    result = Graph(
        reached={handles[op] for op in reached if op in handles},
        factors={handles[op] for op in multiplied if op in handles},
        between={op.type.lower() for op in between if _bends(op, moving, noise)},
        entries=[op.outputs[0] for op in sorted(products - behind, key=_name)],
        inputs=[i for i, image in enumerate(images) if output in _downstream(operations, {image})],
        paddings={
            handles[op]: _padding(product)
            for product in reached & products
            for op in _upstream(_ops(_factors(product)), weight)
            if op in handles
        },
        exits=[x for op in sorted(last, key=_name) for x in _factors(op) if x.op in moving],
    )
    for product in (op for op in operations if op in reached & products):
        factors = [factor for factor in _factors(product) if factor.op in weight]
        used = {handles[op] for op in _upstream(_ops(factors), weight) if op in handles}
        follow = _until(product, operations, within=reached, stop=products)
        result.products.append(
            Product(
                variables=used,
                shape=_shape_as_multiplied(product, factors[0]),
                gives=_shape(product.outputs[0])[1:],
                padding=_padding(product),
                followed_by={op.type.lower() for op in follow if _bends(op, moving, noise)},
                poolings=[(POOLING_OPS[op.type], _window(op)) for op in follow if _pools(op)],
            )
        )
    if any(op.type in OPAQUE_OPS for op in after):
        return result
    result.readable = True
    result.random = any(x.op in noise for op in after for x in op.inputs)
    result.after = {
        op.type.lower() for op in after if op.type in ACTIVATION_OPS and not _drops(op, noise)
    }
    weights = _upstream([factor for op in last for factor in _ops(_factors(op))], weight)
    result.last = {handles[op] for op in weights if op in handles}
    return result


def _name(op: tf.Operation) -> str:
    return str(op.name)


def _padding(op: tf.Operation) -> str:
    """The padding of a convolution, as the graph has it; empty for another product."""
    names = {attribute.name for attribute in op.op_def.attr}
    return op.get_attr("padding").decode().lower() if "padding" in names else ""


def _shape(tensor: tf.Tensor) -> tuple[int, ...]:
    """The shape of a tensor; -1 for an axis that is not known, nothing for an unknown shape."""
    sizes = tensor.shape
    return () if sizes.rank is None else tuple(-1 if n is None else int(n) for n in sizes)


def _shape_as_multiplied(product: tf.Operation, factor: tf.Tensor) -> tuple[int, ...]:
    """The shape of the weights of a product, turned over where it turns them over."""
    shape, second = _shape(factor), factor.op is not product.inputs[0].op
    flags = ("transpose_b", "adj_y") if second else ("transpose_a", "adj_x")
    names = {attribute.name for attribute in product.op_def.attr}
    turned = any(flag in names and product.get_attr(flag) for flag in flags)
    return (*shape[:-2], *shape[:-3:-1]) if turned else shape


def _pools(op: tf.Operation) -> bool:
    """Whether it takes the largest of each window, or the mean."""
    if op.type in ("Max", "Mean"):
        return len(_shape(op.inputs[0])) >= WINDOWED_RANK
    return op.type in POOLING_OPS


def _window(op: tf.Operation) -> tuple[int, ...]:
    """The height and width of a pooling's window; nothing where the operation does not say."""
    names = {attribute.name for attribute in op.op_def.attr}
    return tuple(map(int, op.get_attr("ksize")[1:-1])) if "ksize" in names else ()


def _drops(op: tf.Operation, noise: set[tf.Operation]) -> bool:
    """Whether it is a choice by random numbers."""
    return op.type in SELECTIONS and op.inputs[0].op in noise


def _bends(op: tf.Operation, moving: set[tf.Operation], noise: set[tf.Operation]) -> bool:
    """Whether it is not linear in what depends on the images."""
    if op.type in PRODUCT_OPS:
        return sum(x.op in moving for x in op.inputs) > 1
    return op.type in ACTIVATION_OPS | OTHER_NONLINEAR_OPS and not _drops(op, noise)


def _ops(tensors: Iterable[tf.Tensor]) -> set[tf.Operation]:
    return {x.op for x in tensors}


def _factors(op: tf.Operation) -> list[tf.Tensor]:
    """The factors of a product; empty for another operation."""
    if op.type == "Sum" and op.inputs[0].op.type == "Mul":
        op = op.inputs[0].op  # a product of matrices, written as a sum of products
    elif op.type not in WEIGHTED_OPS:
        return []
    return list(op.inputs)


def _downstream(operations: list[tf.Operation], sources: set[tf.Operation]) -> set[tf.Operation]:
    """The operations whose values depend on the sources, which are among them."""
    reached = set(sources)
    for op in operations:  # in the order of creation: inputs come first
        if op.type not in SHAPE_OPS and any(x.op in reached for x in op.inputs):
            reached.add(op)
    return reached


def _until(
    product: tf.Operation,
    operations: list[tf.Operation],
    *,
    within: set[tf.Operation],
    stop: set[tf.Operation],
) -> list[tf.Operation]:
    """The operations of `within` that depend on a product, up to those in `stop`."""
    ahead = [op for op in operations if op in within and op not in stop]
    reached = _downstream([product, *ahead], {product})
    return [op for op in ahead if op in reached]


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
