"""What exercise 7 asks: sigmoid, its loss and gradient, predictions, two features, descent."""

import numpy as np

from grader.authoring import Asks, Exercise

exercise = Exercise(
    "ex7", title="Binary classification", module="binary", framework="numpy", after=("ex4",)
)

FEW = 40
"""Examples where the numbers hardly matter."""


@exercise.check(points=1)
def sigmoid_values(student, z):
    """sigmoid is 1 / (1 + exp(-z)) of every number"""
    return student.sigmoid(z)


@exercise.check(points=0.5, needs="sigmoid_values", examples=FEW)
def sigmoid_stability(student, z):
    """sigmoid is finite and right for numbers as large as 1000"""
    return student.sigmoid(z)


@exercise.check(points=1.5, absolute=2e-4)
def binary_cross_entropy_values(student, p, y):
    """binary_cross_entropy is the mean of minus ln of the probability of the label"""
    return student.binary_cross_entropy(p, y)


@exercise.check(points=0.5, needs="binary_cross_entropy_values")
def binary_cross_entropy_certain(student, p, y):
    """binary_cross_entropy is right where a probability is exactly 0 or 1"""
    return student.binary_cross_entropy(p, y)


@exercise.check(points=0.5, asks=Asks.SHAPE, examples=FEW)
def gradient_shape(student, X, y, w, b):
    """gradient returns one number for each weight, and then one for the bias"""
    return student.gradient(X, y, w, b)


@exercise.check(points=1.5, needs="gradient_shape")
def gradient_values(student, X, y, w, b):
    """gradient is that of the mean loss, with respect to w and to b"""
    return student.gradient(X, y, w, b)


@exercise.check(points=1)
def predict_values(student, X, w, b):
    """predict gives 1 where the probability is at least 1/2, and 0 elsewhere"""
    return student.predict(X, w, b)


@exercise.check(points=0.5, needs="predict_values", examples=FEW)
def predict_boundary(student, X, w, b):
    """predict counts a sample on the line itself, of probability 1/2, as 1"""
    return student.predict(X, w, b)


@exercise.check(points=0.5, examples=FEW)
def radius_values(student, X):
    """radius is the distance from the origin, one row for each point"""
    return student.radius(X)


@exercise.check(points=0.5, examples=FEW)
def product_values(student, X):
    """product is x1 times x2, one row for each point"""
    return student.product(X)


@exercise.check(points=1.25, absolute=1e-5, examples=120)
def fit_values(student, X, y, learning_rate, steps):
    """fit returns w and b after so many steps of gradient descent from zeros"""
    return student.fit(X, y, learning_rate, steps)


@exercise.check(points=0.25, needs="fit_values", examples=FEW)
def fit_steps(student, X, y, learning_rate, steps):
    """fit makes all its steps, also where the gradient is below 1e-8"""
    w, _ = student.fit(X, y, learning_rate, steps)
    # X is so small that p stays 1/2, and all steps are alike. What is rounded may count much here.
    step = learning_rate * X.T @ (y - 0.5) / len(y)
    made = w @ step / (step @ step)
    made = steps if made > steps / 2 else round(made)
    return f"w is where {made} of {steps} steps lead", np.array([made, steps - made])


@exercise.check(points=0.5, needs="fit_values", relative=0, absolute=0, examples=FEW)
def fit_kept(student, X, y, learning_rate, steps):
    """fit leaves the samples and the labels as they were"""
    student.fit(X, y, learning_rate, steps)
    return [X, y]
