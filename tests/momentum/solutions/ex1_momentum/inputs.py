"""What each check is tried on."""

from hypothesis import strategies as st

from grader.authoring import array, decimals, given, numbers

_w = st.sampled_from([1, 2, 3]).flatmap(lambda n: numbers((n,), decimals(0.5, 3)))
_w = _w.map(lambda w: array(w, "float64"))
_g = decimals(1, 3)
_lr = st.sampled_from([0.1, 0.25, 0.5])
_steps = st.integers(2, 4)

Momentum_first = given(w=_w, g=_g)
Momentum_steps = given(w=_w, g=_g, lr=_lr, beta=st.sampled_from([0.5, 0.9]), steps=_steps)
Momentum_apart = given(w=_w, g=_g)
descend_values = given(w=_w, lr=_lr, steps=_steps)
