"""As small_frames, but each list is as long as one may be: all of a submission's add up.

category: channel
expect: mean_shape failed/crashed, mean_values skipped, mean_purity skipped, spread_values crashed
score: 0
open: same
gain: nothing: what the values of a submission weigh is bounded in all
"""

# @CHANNEL@


def answer():
    count = 290_000
    one = b"\xa4\xf0\x9f\x90\x8d"
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
