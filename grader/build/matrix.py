"""The kill matrix and the spreads of `grader verify`, as text."""

from grader.build.mutation.told import in_short
from grader.build.verification import Exposure, Verification
from grader.report import CheckResult, Verdict

_RAREST = 5
_MARKS = {Verdict.PASSED: ".", Verdict.SKIPPED: "-"}


def render_verification(found: Verification) -> str:
    """What was verified, what was measured, and every fault."""
    lines = [f"{found.exercise}: {found.right} right, {len(found.matrix)} wrong"]
    if found.matrix:
        lines += ["", "which check catches which mistake (x caught, . passed, - skipped)"]
        lines += _matrix(found.matrix)
    if found.spreads:
        lines += ["", "largest difference among the right ones, in units of the tolerance"]
        lines += [f"  {name:32} {_units(spread):>8}" for name, spread in found.spreads.items()]
    for name, margins in found.margins.items():
        lines += ["", f"how far above the bar of {name}, lowest first", *_margins(margins)]
    if found.exposures:
        lines += [
            "",
            "mistakes that the fewest of the drawn inputs show",
            *_rarest(found.exposures),
        ]
    if found.round is not None:
        lines += ["", *in_short(found.round)]
    if found.remarks:
        lines += ["", "no fault, but worth knowing"]
        lines += [f"  wrong/{name}.py: {text}" for name, text in sorted(found.remarks.items())]
    lines.append("")
    lines += [f"FAULT {fault}" for fault in found.faults]
    count = len(found.faults)
    lines.append(f"{found.exercise}: {count} fault{'s' * (count != 1)}")
    return "\n".join(lines) + "\n"


def _units(spread: float) -> str:
    """Four decimals, but no zero for what is none."""
    return "<0.0001" if 0 < spread < 0.0001 else f"{spread:.4f}"


def _rarest(exposures: dict[str, Exposure]) -> list[str]:
    """The mistakes that are easiest to overlook, among those that not every input shows."""
    partly = [(name, found) for name, found in exposures.items() if found.share < 1]
    return [
        f"  {name:40} {found.showing:3} of {found.drawn:3} in {found.check}"
        for name, found in sorted(partly, key=lambda item: item[1].share)[:_RAREST]
    ]


def _margins(margins: dict[str, list[float]]) -> list[str]:
    """A row for each right file: its smallest and its largest margin."""
    rows = sorted(margins.items(), key=lambda item: min(item[1]))
    return [
        f"  {name:32} {min(found):8.3f} ... {max(found):.3f}  ({_seeds(len(found))})"
        for name, found in rows
    ]


def _seeds(count: int) -> str:
    return "1 seed" if count == 1 else f"{count} seeds"


def _matrix(matrix: dict[str, list[CheckResult]]) -> list[str]:
    lines = []
    function = ""
    for mistake, results in sorted(matrix.items(), key=lambda item: item[1][0].function):
        aspects = [result.name.removeprefix(f"{result.function}_") for result in results]
        if results[0].function != function:
            function = results[0].function
            lines += ["", f"  {function:40} {' '.join(aspects)}"]
        marks = (
            f"{_MARKS.get(result.verdict, 'x'):{len(aspect)}}"
            for result, aspect in zip(results, aspects, strict=True)
        )
        lines.append(f"  {mistake:40} {' '.join(marks)}".rstrip())
    return lines
