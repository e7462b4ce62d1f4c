"""The values of variables, small enough to be sent.

A network that can be trained in the time of an exercise has up to some forty million numbers. The
judge passes them on, and must not need hundreds of megabytes for that. So a large network's are
rounded: first to 16 bits, then to 8 with a scale for each unit, which changes outputs in the third
digit.
"""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

MOST_BYTES = 16 << 20
"""Bytes of a network's values, above which they are rounded further."""

LARGE = 1 << 16
"""Elements of a variable that is left out where values make no difference."""


def packed(values: Sequence[np.ndarray], *, whole: bool) -> list[dict[str, Any]]:
    """Each variable as a dict: `shape`, `dtype`, and `values` or `codes` and `scale`, if sent."""
    sent = [value for value in values if whole or value.size <= LARGE]
    size = sum(value.size for value in sent)
    bits = next((bits for bits in (32, 16) if size * bits // 8 <= MOST_BYTES), 8)
    return [_packed(value, bits, whole or value.size <= LARGE) for value in values]


def _packed(value: np.ndarray, bits: int, sent: bool) -> dict[str, Any]:
    found: dict[str, Any] = {"shape": list(value.shape), "dtype": value.dtype.name}
    if not sent:
        return found
    if not np.issubdtype(value.dtype, np.floating) and value.dtype.name != "bfloat16":
        return found | {"values": value}
    value = value.astype(np.float32)
    if bits == 32 or value.size <= LARGE:
        return found | {"values": value}
    if bits == 16:
        return found | {"values": np.clip(value, -65504, 65504).astype(np.float16)}
    axes = tuple(range(value.ndim - 1))
    scale = np.maximum(np.abs(value).max(axis=axes, initial=0.0), 1e-30).astype(np.float32) / 127
    return found | {"codes": np.rint(value / scale).astype(np.int8), "scale": scale}


def unpacked(sent: dict[str, Any], random: np.random.Generator) -> np.ndarray:
    """The values of a variable; drawn at random, as before training, where none were sent.

    Raises ValueError where they do not have the shape that was named.
    """
    shape = tuple(int(n) for n in sent["shape"])
    if "codes" in sent:
        value = np.asarray(sent["codes"], np.float32) * np.asarray(sent["scale"], np.float32)
    elif "values" in sent:
        value = np.asarray(sent["values"])
    else:
        spread = 1 / math.sqrt(max(math.prod(shape[:-1]), 1))
        value = random.standard_normal(shape, np.float32) * np.float32(spread)
    if value.shape != shape:
        raise ValueError(f"values of shape {value.shape} for a variable of shape {shape}")
    return value
