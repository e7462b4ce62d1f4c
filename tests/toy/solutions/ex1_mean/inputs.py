"""Inputs of the toy exercise."""

from hypothesis import strategies as st

from grader.authoring import array, decimals, given, numbers

_shapes = st.sampled_from([(1, 1), (1, 2), (2, 1), (2, 2), (3, 2)])
_matrix = _shapes.flatmap(lambda shape: numbers(shape, decimals(-9, 9))).map(array)

mean_shape = given(x=_matrix)
mean_values = given(x=_matrix)
mean_purity = given(x=_matrix)
spread_values = given(x=_matrix)
