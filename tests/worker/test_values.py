"""Values as they are sent."""

import numpy as np
import pytest

from grader.worker.values import to_wire


@pytest.mark.parametrize("number", [np.longdouble("0.25"), np.array([0.25, 3], np.longdouble)])
def test_numbers_of_extended_precision_are_sent_as_float64(number):
    """No tolerance needs more digits, and other machines have no such dtype."""
    sent = to_wire(number)
    assert sent.dtype == "float64"
    np.testing.assert_array_equal(sent.numpy(), np.asarray(number, np.float64))
