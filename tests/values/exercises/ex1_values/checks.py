"""A small exercise whose values are of every kind: dicts, True and False, pairs, exceptions."""

from grader.authoring import Exercise, Limits

exercise = Exercise(
    "ex1",
    title="Values",
    module="kinds",
    framework="numpy",
    limits=Limits(call_seconds=3, load_seconds=6, submission_seconds=30),
)


@exercise.check(points=1.1, examples=10)
def summary_values(student, x):
    """summary is a dict: the mean, and the smallest and the largest of each column"""
    return student.summary(x)


@exercise.check(points=2.3, examples=10)
def step_values(student, parameters, gradients, config):
    """step moves each parameter against its gradient"""
    return student.step(parameters, gradients, config)


@exercise.check(points=1.1, examples=10)
def converged_values(student, losses, tolerance):
    """converged tells whether the last step was small"""
    return student.converged(losses, tolerance)


@exercise.check(points=0.4, examples=10)
def root_values(student, x):
    """root is the square root of each number"""
    return student.root(x)


@exercise.check(points=2.2, examples=10, raises=ValueError)
def root_negative(student, x):
    """root raises a ValueError where a number is negative"""
    low, high = student.root(x)
    return low, high


@exercise.check(points=1.1, examples=10)
def pack_values(student, x):
    """pack gives the numbers as text"""
    return student.pack(x)


@exercise.check(points=1.8, examples=10, needs=("root_values", "summary_values"))
def unpack_round(student, x):
    """unpack gives the numbers back"""
    return student.unpack(student.pack(x))
