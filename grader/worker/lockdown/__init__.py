"""The lockdown of a worker: what it can see, do and use."""
