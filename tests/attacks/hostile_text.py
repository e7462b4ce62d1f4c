"""Ten megabytes of exception text with escape sequences, HTML and a closing script tag: it is cut,
and cleaned where it is shown.

category: spoofing
expect: mean_shape error, mean_values skipped, mean_purity skipped, spread_values failed
score: 0
open: same
gain: nothing: text is cut, and no control character is shown
"""

HOSTILE = "\x1b[2J\x1b]0;100/100\x07</script><script>alert(1)</script>\u202e\r\x9b31m"

LONG = HOSTILE * 150_000
Evil = type("\x1b[32m100/100</script>" * 1000, (Exception,), {})


def mean(x):
    print(HOSTILE * 1000)
    raise Evil(LONG)


def spread(x):
    return {HOSTILE * 1000: HOSTILE, "x": type(HOSTILE, (), {})()}
