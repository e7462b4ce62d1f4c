"""Which isolation can be had: each tier's layers with yes or no, why, and what would help."""

from collections.abc import Iterator, Sequence

from grader.sandbox.tiers import Layer, Probe


def render(probes: Sequence[Probe]) -> str:
    """The tiers, the strongest first, as text."""
    best = next(probe for probe in probes if probe.had)
    lines = [f"isolation: {best.tier.value}, the strongest that can be had here (--isolation auto)"]
    for probe in probes:
        lines += ["", f"{probe.tier.value}: {'yes' if probe.had else 'no'}"]
        lines += [line for layer in probe.layers for line in _lines(layer)]
    return "\n".join(lines) + "\n"


def _lines(layer: Layer) -> Iterator[str]:
    yield f"  {'no ' if layer.failure else 'yes'} {layer.name:15} {layer.buys}".rstrip()
    if layer.failure:
        yield f"      why: {layer.failure}"
    if layer.remedy:
        yield f"      try: {layer.remedy}"
