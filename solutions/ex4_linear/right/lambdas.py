import numpy as np

predict = lambda X, w, b: np.inner(X, w) + b
mean = lambda values: np.add.reduce(values) / len(values)
cost = lambda X, y, w, b: mean((predict(X, w, b) - y) ** 2)
mean_absolute_error = lambda X, y, w, b: mean(np.fabs(predict(X, w, b) - y))
gradient = lambda X, y, w, b: (lambda r: tuple(2 * mean(part) for part in (r.reshape(-1, 1) * X, r)))(
    predict(X, w, b) - y
)
step = lambda f, X, y, w, b, rate: tuple(p - rate * d for p, d in zip((w, b), f(X, y, w, b)))


def gradient_descent(X, y, w, b, *rest):
    rate, cost_function, gradient_function, iterations = rest
    ws, bs, costs = np.empty((0, w.size)), np.array([]), np.array([])
    for _ in range(iterations):
        w, b = step(gradient_function, X, y, w, b, rate)
        ws = np.vstack([ws, w])
        bs = np.append(bs, b)
        costs = np.append(costs, cost_function(X, y, w, b))
    return w, b, ws, bs, costs


polynomial_features = lambda x, degree: np.vander(x, degree + 1)[:, -2::-1]
split = lambda p: (p[:-1], p[-1])
normal_equation = lambda X, y: split(np.linalg.lstsq(np.c_[X, X[:, 0] * 0 + 1], y)[0])
