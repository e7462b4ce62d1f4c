"""Answers forty requests before they are sent, with the values of this one: each is compared with
what it was asked for.

category: channel
expect: mean_shape failed/crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: each answer is compared with its own question
"""

from grader import wire

# @CHANNEL@


def mean(x):
    value = wire.Array("array", str(x.dtype), x.shape[1:], memoryview(x.mean(axis=0).tobytes()))
    number = request().number
    for ahead in range(number, number + 40):
        send(wire.frame(wire.Reply(ahead, wire.Returned(value))))
    return x.mean(axis=0)


def spread(x):
    return x.min(), x.max()
