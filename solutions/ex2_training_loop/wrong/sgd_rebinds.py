"""Not one of the parameters has changed after the call.

Either `p = p - ...` gives the name p to a new tensor and the variable keeps its value; or new
values are returned, which nobody looks at; or the change stands in a `map(...)` or a generator,
which does nothing until somebody goes through it. Change the variable itself, in a plain loop:
`p.assign_sub(...)`.
"""


def sgd(params, grads, lr, bs):
    for p, g in zip(params, grads):
        p = p - lr * g / bs
