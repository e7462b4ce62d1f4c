"""Limits on a worker, set before a line of the student's runs."""

import resource


def limit(memory: int) -> None:
    """Bound the address space to `memory` bytes and forbid core dumps.

    TensorFlow reserves address space that it never touches: 2 GiB is too little for it.
    """
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
