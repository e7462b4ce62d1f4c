"""Charts as SVG inside of a page: they take the page's colours and have no style of their own."""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from grader.classroom.analysis import Summary, histogram
from grader.text import Words

# matplotlib takes a second to import, and each process of a batch, and `grader build`, would.
if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_SVG = "{http://www.w3.org/2000/svg}"
_INK, _SOFT, _LINE, _BAR, _MARK = "#010101", "#020202", "#030303", "#040404", "#050505"
_COLORS = {
    _INK: "var(--ink)",
    _SOFT: "var(--soft)",
    _LINE: "var(--line)",
    _BAR: "var(--accent)",
    _MARK: "var(--mark)",
}
"""Colours that stand for the page's own, light or dark."""

_FONT = 12
_POINTS = 72
_NAME = 90
"""How many pixels a name with its number takes, at most."""


def distribution(
    scores: Sequence[float],
    max_score: float,
    found: Summary,
    size: tuple[int, int],
    words: Words,
) -> str:
    """The distribution of scores, of a `size` in pixels, with the mean and the median marked."""
    from matplotlib.figure import Figure

    width, height = size
    bars = histogram(scores, max_score)
    figure = Figure(figsize=(width / _POINTS, height / _POINTS))
    axes = figure.add_axes((30 / width, 26 / height, 1 - 34 / width, 1 - 68 / height))
    step = bars[1][0] - bars[0][0] if len(bars) > 1 else 1.0
    for i, (score, count) in enumerate(bars):
        axes.bar(score, count, step * 0.82, color=_BAR, linewidth=0)[0].set_gid(f"bar-{i}")
    axes.set_xlim(bars[0][0] - step / 2, bars[-1][0] + step / 2)
    axes.set_ylim(0, max(count for _, count in bars) * 1.02)
    _bare(axes)
    named = _marked(axes, found, width, words)
    titles = {
        f"bar-{i}": words(
            "{students} with {score}", students=_count(count, words), score=f"{score:g}"
        )
        for i, (score, count) in enumerate(bars)
    }
    label = words(
        "Distribution of {students}: mean {mean}, median {median}",
        students=_count(len(scores), words),
        mean=f"{found.mean:.2f}",
        median=f"{found.median:g}",
    )
    return _svg(figure, label, titles, named)


def _count(number: int, words: Words) -> str:
    return words("1 student") if number == 1 else words("{count} students", count=f"{number:,}")


def _bare(axes: "Axes") -> None:
    """No frame, faint lines at whole numbers of students, quiet numbers."""
    from matplotlib.ticker import MaxNLocator

    axes.set_frame_on(False)
    axes.set_axisbelow(True)
    axes.grid(axis="y", color=_LINE, linewidth=1)
    axes.yaxis.set_major_locator(MaxNLocator(4, steps=[1, 2, 5, 10], integer=True))
    axes.xaxis.set_major_locator(MaxNLocator(10, steps=[1, 2, 5, 10]))
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:g}")
    axes.tick_params(length=0, pad=6, labelsize=_FONT, labelcolor=_SOFT)


def _marked(axes: "Axes", found: Summary, width: int, words: Words) -> dict[str, str]:
    """The mean and the median, each a line with its name, the lower of the two to the left.

    A name that has no room on its side stands higher, on the other side. Returns each name in the
    page's language: matplotlib looks for a glyph of each letter, and its font has no Chinese ones.
    """
    named = {}
    low, high = axes.get_xlim()
    mean_first = found.mean < found.median or found.mean == found.median > (low + high) / 2
    for name, value, text, is_left, dashes in (
        ("mean", found.mean, f"{found.mean:.2f}", mean_first, (4, 3)),
        ("median", found.median, f"{found.median:g}", not mean_first, (1, 0)),
    ):
        axes.axvline(value, color=_MARK, linewidth=1.5, linestyle=(0, dashes))
        room = (value - low if is_left else high - value) / (high - low) * width
        is_left, rise = (is_left, 8) if room > _NAME else (not is_left, 23)
        axes.annotate(
            f"{name} {text}",
            (value, 1),
            xycoords=("data", "axes fraction"),
            xytext=(-5 if is_left else 5, rise),
            textcoords="offset points",
            ha="right" if is_left else "left",
            fontsize=_FONT,
            color=_INK,
        )
        said = words("mean") if name == "mean" else words("median")
        named[f"{name} {text}"] = f"{said} {text}"
    return named


def _svg(figure: "Figure", label: str, titles: dict[str, str], named: dict[str, str]) -> str:
    import matplotlib

    buffer = io.StringIO()
    with matplotlib.rc_context({"svg.fonttype": "none", "svg.hashsalt": "grader"}):
        figure.savefig(buffer, format="svg", transparent=True, metadata={"Date": None})
    ElementTree.register_namespace("", _SVG.strip("{}"))
    root = ElementTree.fromstring(buffer.getvalue())
    _, _, width, height = root.attrib["viewBox"].split()
    root.attrib.update(width=width, height=height, role="img")
    root.attrib["aria-label"] = label
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag.removeprefix(_SVG) in ("style", "title") or "metadata" in child.tag:
                parent.remove(child)
        _adapt(parent, titles)
        parent.text = named.get(parent.text or "", parent.text)
    return ElementTree.tostring(root, encoding="unicode")


def _adapt(element: ElementTree.Element, titles: dict[str, str]) -> None:
    """Replace styles, which the page's policy forbids, by attributes; add tips to the bars."""
    for rule in filter(None, element.attrib.pop("style", "").split(";")):
        name, value = (part.strip() for part in rule.split(":", 1))
        if name in ("fill", "stroke", "stroke-width", "stroke-dasharray", "text-anchor"):
            element.set(name, _COLORS.get(value, value))
    name = element.attrib.pop("id", "") if element.tag == f"{_SVG}g" else ""
    if name in titles:
        tip = ElementTree.Element(f"{_SVG}title")
        tip.text = titles[name]
        element.insert(0, tip)
