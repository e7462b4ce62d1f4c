"""Exercises in machine learning, checked by machine: true scores and helpful reports."""

__version__ = "0.1.0"
