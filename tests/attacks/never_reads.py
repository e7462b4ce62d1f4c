"""Never takes a request off the channel again and floods it with zeros, each the head of an empty
frame.

category: channel
expect: mean_shape crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: its own worker is lost
"""

# @CHANNEL@


def mean(x):
    while True:
        send(bytes(1 << 16))


def spread(x):
    return x.min(), x.max()
