"""A small exercise in NumPy, on which the tests try the machinery in milliseconds."""

from grader.authoring import Asks, Exercise, Limits

exercise = Exercise(
    "ex1",
    title="Means",
    module="mean",
    framework="numpy",
    limits=Limits(call_seconds=1.5, load_seconds=3, submission_seconds=30),
)


@exercise.check(points=2, asks=Asks.SHAPE, hints="How many columns has x?", examples=24)
def mean_shape(student, x):
    """mean returns one number a column"""
    return student.mean(x)


@exercise.check(
    points=4, needs="mean_shape", hints=("Take a small x.", "Divide by `len(x)`."), examples=24
)
def mean_values(student, x):
    """mean is the sum over the rows, divided by their number"""
    return student.mean(x)


@exercise.check(
    points=1, needs="mean_values", relative=0, absolute=0, hints="Make a new array.", examples=24
)
def mean_purity(student, x):
    """mean leaves its argument as it was"""
    student.mean(x)
    return x


@exercise.check(
    points=3, hints=("Which of the two comes first?", "A pair is a tuple."), examples=24
)
def spread_values(student, x):
    """spread is the pair of the smallest and the largest number"""
    return student.spread(x)
