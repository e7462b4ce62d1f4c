"""`import grader.notebook` gives a notebook `%grade` and `%hint`, as `%load_ext grader` does."""

import sys

from grader import load_ipython_extension

if "IPython" in sys.modules and (_shell := sys.modules["IPython"].get_ipython()) is not None:
    load_ipython_extension(_shell)
