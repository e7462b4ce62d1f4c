"""Sends an endless answer byte by byte, for as long as it may: the judge does not wake up for each.

category: channel
expect: mean_shape timeout, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: a judge does not wake up for every byte
"""

# @CHANNEL@


def mean(x):
    number = channel()
    os.write(number, (60_000_000).to_bytes(4, "big"))
    while True:
        os.write(number, b"\x00")


def spread(x):
    return x.min(), x.max()
