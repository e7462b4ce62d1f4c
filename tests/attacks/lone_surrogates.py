"""Text that is no Unicode (lone surrogates, noncharacters) in a name, in a message and in output:
replaced before it is sent.

category: spoofing
expect: mean_shape error/crashed, mean_values skipped, mean_purity skipped, spread_values failed
score: 0
open: same
gain: nothing
"""

def mean(x):
    print("\ud800\udfff \uffff")
    raise type("E\udc80", (Exception,), {})("\ud800 and \udcff")


def spread(x):
    return "\ud800"
