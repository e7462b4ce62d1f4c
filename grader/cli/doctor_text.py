"""Which isolation this machine can have: each tier's layers, why one fails, what would help."""

import textwrap
from collections.abc import Iterator, Sequence

from grader.sandbox import Layer, Probe

_WIDTH = 80


def render(probes: Sequence[Probe]) -> str:
    """The tiers, the strongest first, as text."""
    best = next(probe for probe in probes if probe.had)
    lines = [f"isolation: {best.tier.value}, the strongest that can be had here (--isolation auto)"]
    for probe in probes:
        lines += ["", f"{probe.tier.value}: {'yes' if probe.had else 'no'}"]
        lines += [line for layer in probe.layers for line in _lines(layer)]
    return "\n".join(lines) + "\n"


def _lines(layer: Layer) -> Iterator[str]:
    head = f"  {'no ' if layer.failure else 'yes'} {layer.name:15} "
    yield from _wrapped(head, layer.buys)
    if layer.failure:
        yield from _wrapped("      why: ", layer.failure)
    if layer.remedy:
        yield f"      try: {layer.remedy}"  # in one line: it may be a command to copy


def _wrapped(head: str, text: str) -> list[str]:
    """The text beside its head, within a terminal's width."""
    found = textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=head,
        subsequent_indent=" " * len(head),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return found or [head.rstrip()]
