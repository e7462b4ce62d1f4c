"""What each check is tried on."""

from hypothesis import strategies as st

from grader.authoring import array, decimals, dict_of, given, numbers

_shapes = st.sampled_from([(1, 1), (2, 2), (3, 2), (4, 3)])
_matrices = _shapes.flatmap(lambda shape: numbers(shape, decimals(-9, 9)))
_vectors = st.sampled_from([2, 3, 5]).flatmap(lambda n: numbers((n,), decimals(-9, 9)))


def _f64(x):
    return array(x, "float64")


@st.composite
def _steps(draw):
    shape = draw(st.sampled_from([(2, 2), (3, 1), (1, 3)]))
    weights = {"w": numbers(shape, decimals(-3, 3)), "b": numbers(shape[1:], decimals(-3, 3))}
    parameters, gradients = (
        dict_of({name: _f64(draw(each)) for name, each in weights.items()}) for _ in range(2)
    )
    config = dict_of({"lr": draw(st.sampled_from([0.1, 0.5, 0.25]))})
    return {"parameters": parameters, "gradients": gradients, "config": config}


_pair = numbers((2,), decimals(0, 9))
_with_negative = numbers((2,), decimals(-9, 9)).filter(lambda x: (x < 0).any())

summary_values = given(x=_matrices.map(_f64))
step_values = _steps()
converged_values = given(
    losses=_vectors.map(_f64), tolerance=st.sampled_from([5.0, 1.0, 2.0, 10.0])
)
root_values = given(x=_pair.map(_f64))
root_negative = given(x=_with_negative.map(_f64))
pack_values = given(x=_vectors.map(_f64))
unpack_round = given(x=_vectors.map(_f64))
