"""Answers a predicate, which compares its value with labels, with 90,000 texts, one of them of 25,000
letters, forged on the channel: 115 KB, of which NumPy would make 9 GB.

category: exhaustion
expect: guess_signs failed/crashed, guess_rank failed/crashed, pairs_none passed, word_plain passed, place_none passed
score: 6
open: same
gain: nothing: predicates are asked in a worker of their own, within limits
exercise: guess
"""

# @CHANNEL@


def guess(x):
    texts = 90_000 * b"\xa1a" + b"\xda\x61\xa8" + 25_000 * b"b"
    body = b"\x93\xa3Seq\xa4list\xdd" + (90_001).to_bytes(4, "big") + texts
    send(reply(body))
    wait()


def wait():
    import time

    time.sleep(3600)


def pairs():
    return [{"a": 1}, {"a": 2}]


def word():
    return "aaa"


def place():
    return 0
