"""A loss that falls by much has not converged: take the absolute value."""


def converged(losses, tolerance):
    return bool(losses[-1] - losses[-2] < tolerance)
