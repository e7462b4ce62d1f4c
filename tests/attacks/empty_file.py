"""Nothing at all is handed in: nothing is attempted.

category: leaving
source: empty
expect: all not_attempted
score: 0
open: same
gain: nothing
"""
