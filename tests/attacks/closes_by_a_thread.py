"""A thread closes all that is open while another one computes: it is ended at once.

category: leaving
expect: mean_shape crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: its own worker is lost
"""

# @CHANNEL@


def mean(x):
    import threading

    threading.Thread(target=os.closerange, args=(3, 256)).start()
    while True:
        pass


def spread(x):
    return x.min(), x.max()
