"""Type hints, a docstring, asserts, parameters with defaults, helpers and constants around."""

from __future__ import annotations

from collections.abc import Sequence

import keras
from keras.layers import Dense, Flatten, Input, Layer

IMAGE_SHAPE: tuple[int, int, int] = (32, 32, 3)
HIDDEN = [128]
HIDDEN.append(HIDDEN[0] // 2)


def hidden_layers(widths: Sequence[int], activation: str = "gelu") -> list[Layer]:
    assert len(widths) <= 2, "fewer than 4 layers with weights"
    return [Dense(width, activation=activation, name=f"hidden_{width}") for width in widths]


def create_network(classes: int = 43, *, widths: Sequence[int] = tuple(HIDDEN)) -> keras.Model:
    """Create the network.

    Args:
        classes: number of classes
        widths: units of the hidden layers

    Returns:
        an uncompiled model
    """
    return keras.Sequential(
        [Input(IMAGE_SHAPE), Flatten(), *hidden_layers(widths), Dense(classes, name="logits")]
    )
