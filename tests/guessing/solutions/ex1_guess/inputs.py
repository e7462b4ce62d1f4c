"""Inputs of the guessing exercise."""

import numpy as np
from hypothesis import strategies as st

from grader.authoring import array, decimals, given


@st.composite
def _signs(draw, secret=True):
    x = np.array([-1.0, 1.0] * 20) * draw(decimals(1, 9))
    return {"x": array(x)} | ({"labels": array(np.sign(x))} if secret else {})


guess_signs = _signs()
guess_rank = _signs(secret=False)
pairs_none = word_plain = place_none = given()
