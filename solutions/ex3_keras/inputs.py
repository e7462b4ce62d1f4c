"""What each check of exercise 3 is tried on: nothing, or signs that are drawn for it."""

import numpy as np
from hypothesis import strategies as st

from grader.authoring import array, draw_signs, given

KINDS = range(0, 43, 4)
"""Eleven kinds of signs: a network learns to tell them from one another in seconds."""

TRACKS, HELD_OUT, FRAMES = 8, 4, 2
"""Signs of a kind to train on, and others to be asked about; pictures of each."""

# Hypothesis tries zeros first, whatever its seed: with them, every key would have the same signs.
_seeds = st.binary(min_size=16, max_size=16).filter(any).map(int.from_bytes)


@st.composite
def _memorised(draw):
    """64 images to learn by heart."""
    seed = draw(_seeds)
    X, Y, _ = draw_signs(KINDS, tracks=3, frames=2, seed=seed)
    chosen = np.random.default_rng(seed).permutation(len(X))[:64]
    return {"X": array(X[chosen], "uint8"), "Y": array(Y[chosen], "int32")}


@st.composite
def _generalised(draw):
    """Signs to learn from, and others, in an order that says nothing of their kinds."""
    seed = draw(_seeds)
    X, Y, tracks = draw_signs(KINDS, TRACKS + HELD_OUT, FRAMES, seed=seed)
    order = np.random.default_rng(seed).permutation(len(X))
    learned, asked = order[tracks[order] < TRACKS], order[tracks[order] >= TRACKS]
    return {
        "X": array(X[learned], "uint8"),
        "Y": array(Y[learned], "int32"),
        "held_out": array(X[asked], "uint8"),
        "labels": array(Y[asked], "int32"),
    }


create_network_is_model = given()
create_network_takes_images = given()
create_network_output = given()
create_network_layers = given()
create_network_logits = given()
create_network_nonlinear = given()
create_network_memorises = _memorised()
create_network_generalises = _generalised()
