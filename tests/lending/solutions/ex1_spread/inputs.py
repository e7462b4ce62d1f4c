"""Inputs of the exercise on spread."""

from hypothesis import strategies as st

from grader.authoring import array, decimals, given, numbers

_shapes = st.sampled_from([(1, 1), (2, 1), (2, 2), (3, 2)])
_matrix = _shapes.flatmap(lambda shape: numbers(shape, decimals(-9, 9))).map(array)

mean_values = mean_purity = given(x=_matrix)
centred_shape = centred_values = centred_purity = given(x=_matrix)
spread_values = largest_values = given(x=_matrix)
