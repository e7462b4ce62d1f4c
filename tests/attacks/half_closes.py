"""Closes its end of the channel for sending alone, and sleeps: it is ended at once.

category: leaving
expect: mean_shape crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: its own worker is lost
"""

# @CHANNEL@


def mean(x):
    import socket

    socket.socket(fileno=channel()).shutdown(socket.SHUT_WR)
    while True:
        sys.stdin.read(1)


def spread(x):
    return x.min(), x.max()
