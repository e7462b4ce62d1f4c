"""Empty arrays by the hundred thousand, each a view of the whole frame: values are weighed.

category: channel
expect: mean_shape failed/crashed, mean_values skipped, mean_purity skipped, spread_values crashed
score: 0
open: same
gain: nothing: what the values of a submission weigh is bounded in all
"""

# @CHANNEL@


def answer():
    count = 40_000
    one = b"\x95\xa5Array\xa5array\xa4bool\x91\x00\xc4\x00"
    value = b"\x93\xa3Seq\xa4list\xdd" + count.to_bytes(4, "big") + one * count
    frame = reply(value)
    for ahead in range(100):
        number = (request().number + ahead).to_bytes(4, "big")
        send(frame[:12] + number + frame[16:])
    os._exit(0)


def mean(x):
    answer()


def spread(x):
    answer()
