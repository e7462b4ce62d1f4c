"""A class is asked for, and a function that may use it."""

from grader.authoring import Exercise

exercise = Exercise("ex1", title="Momentum", module="momentum", framework="numpy")

HISTORY = []


@exercise.check(points=2, examples=20, hints="Which way is downhill?")
def Momentum_first(student, w, g):
    """the first step goes against the gradient"""
    return student.Momentum(0.5, 0.9).step(w, g)


@exercise.check(points=4, examples=20, needs="Momentum_first", hints="What is kept of a step?")
def Momentum_steps(student, w, g, lr, beta, steps):
    """each step has a part of the one before"""
    momentum = student.Momentum(lr, beta)
    path = [*HISTORY]
    for _ in range(steps):
        w = momentum.step(w, g)
        path.append(w)
    return path


@exercise.check(points=1, examples=20, hints="Where does each keep its own?")
def Momentum_apart(student, w, g):
    """two objects know nothing of one another"""
    one, other = student.Momentum(0.5, 0.9), student.Momentum(0.5, 0.9)
    one.step(w, g)
    return other.step(w, g)


@exercise.check(points=3, examples=20, hints="How many steps are taken?")
def descend_values(student, w, lr, steps):
    """descend takes steps on a bowl"""
    return student.descend(w, lambda w: 2 * w, lr, steps)
