"""A small exercise in NumPy whose functions use one another."""

from grader.authoring import Asks, Exercise, Limits

exercise = Exercise(
    "ex1",
    title="Spread",
    module="spread",
    framework="numpy",
    limits=Limits(call_seconds=3, load_seconds=6, submission_seconds=30),
)


@exercise.check(points=1, examples=10, hints="Add up each column.")
def mean_values(student, x):
    """mean is the mean of each column"""
    return student.mean(x)


@exercise.check(
    points=1, needs="mean_values", relative=0, absolute=0, examples=5, hints="Make a new array."
)
def mean_purity(student, x):
    """mean leaves its argument as it was"""
    student.mean(x)
    return x


@exercise.check(points=1, asks=Asks.SHAPE, examples=5, hints="Keep the rows.")
def centred_shape(student, x):
    """centred keeps the shape"""
    return student.centred(x)


@exercise.check(
    points=2, needs="centred_shape", examples=10, hints="Take the mean of the column away."
)
def centred_values(student, x):
    """centred takes the mean of its column from each number"""
    return student.centred(x)


@exercise.check(
    points=1, needs="centred_values", relative=0, absolute=0, examples=5, hints="Make a new array."
)
def centred_purity(student, x):
    """centred leaves its argument as it was"""
    student.centred(x)
    return x


@exercise.check(points=2, examples=10, hints="Square, and then take the mean.")
def spread_values(student, x):
    """spread is the mean square of what is centred"""
    return student.spread(x)


@exercise.check(points=2, examples=10, hints="One number for each column.")
def largest_values(student, x):
    """largest is the largest number of each column"""
    return student.largest(x)
