"""The picture of the path: what `make map` draws of what the exercises say comes before them.

    exercises/path.svg          with English titles
    exercises/path.zh-TW.svg    with Chinese ones

Every exercise is a box, below all that come before it, and an arrow leads to it from each of those.
An arrow is left out where a longer way leads there, too. The boxes have a colour of their own, and
all else a grey that can be read on white and on black, so the picture needs no background.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations, product
from pathlib import Path
from unicodedata import east_asian_width
from xml.sax.saxutils import escape

from grader.course import Course, Lesson, read_words
from grader.wire.forking import module_of

ROOT = Path(__file__).parents[2]
LANGUAGES = ("", "zh-TW")

WIDTH, BOX, HEIGHT, GAP, BETWEEN, MARGIN = 864, 196, 66, 18, 46, 12
"""Pixels: the picture, a box, and what is free beside, below and around the boxes."""

LETTERS = 28
"""How many letters of a title stand in a line; a Chinese one counts as two."""

WAY = 26
"""How wide an arrow is that passes by the boxes of a level."""

FONT = "system-ui,-apple-system,'Segoe UI','Noto Sans','PingFang TC','Noto Sans TC',sans-serif"
COLOURS = {"numpy": ("#dbeafe", "#2f6fd6"), "tensorflow": ("#ffe6cc", "#d9731a")}
GREY = "#848d97"

LEGEND = {
    "": (
        "NumPy alone",
        "TensorFlow and Keras",
        "an arrow leads to what comes after;",
        "the small numbers count the path",
    ),
    "zh-TW": ("只用 NumPy", "TensorFlow 與 Keras", "箭頭指向接下來的練習；", "小數字是練習的順序"),
}
NAMED = {"": "The path through the exercises", "zh-TW": "練習的路徑"}


@dataclass(frozen=True)
class Box:
    """An exercise, as it is drawn."""

    name: str
    title: str
    framework: str
    after: tuple[str, ...] = ()


def boxes(lessons: Iterable[Lesson], language: str = "") -> list[Box]:
    """Those of a course's path, in its order."""
    found = []
    for lesson in lessons:
        exercise = lesson.exercise
        words = read_words(lesson.key_path, language) if language else {}
        title = words.get(exercise.title, exercise.title)
        framework = module_of(exercise.framework)
        found.append(Box(exercise.name, title, framework, tuple(exercise.after)))
    return found


def arrows(all_: Iterable[Box]) -> list[tuple[str, str]]:
    """From which box to which: without those that a longer way makes needless."""
    after = {box.name: set(box.after) for box in all_}

    def before(name: str) -> set[str]:
        return after[name].union(*(before(earlier) for earlier in after[name]))

    return [
        (earlier, name)
        for name in after
        for earlier in sorted(after[name], key=[*after].index)
        if not any(earlier in before(other) for other in after[name])
    ]


Place = tuple[str, str]
"""A box, as ("ex1", ""), or where an arrow passes by a level: (from, to)."""

Pieces = Sequence[tuple[Place, Place]]
"""Arrows from one level to the next."""


def levels(all_: Sequence[Box]) -> tuple[list[list[Place]], list[tuple[Place, Place]]]:
    """The boxes and the passing arrows of each level, and all arrows in pieces of one level."""
    level: dict[str, int] = {}
    for box in all_:
        level[box.name] = max((level[earlier] + 1 for earlier in box.after), default=0)
    rows: list[list[Place]] = [[] for _ in range(max(level.values()) + 1)]
    for box in all_:
        rows[level[box.name]].append((box.name, ""))
    pieces = []
    for start, end in arrows(all_):
        last: Place = (start, "")
        for passed in range(level[start] + 1, level[end]):
            rows[passed].append((start, end))
            pieces.append((last, (start, end)))
            last = (start, end)
        pieces.append((last, (end, "")))
    return rows, pieces


def crossings(upper: Sequence[Place], lower: Sequence[Place], pieces: Pieces) -> int:
    """How many of the pieces between two levels cross."""
    ends = [(upper.index(a), lower.index(b)) for a, b in pieces if a in upper and b in lower]
    return sum((a - c) * (b - d) < 0 for (a, b), (c, d) in product(ends, ends)) // 2


def untangled(rows: list[list[Place]], pieces: Pieces) -> list[list[Place]]:
    """Each level in an order in which few arrows cross: the best that is found from each order of
    the widest.
    """
    widest = max(range(len(rows)), key=lambda i: len(rows[i]))
    found = []
    for start in permutations(rows[widest]):
        tried = [*rows[:widest], list(start), *rows[widest + 1 :]]
        for i in [*range(widest - 1, -1, -1), *range(widest + 1, len(rows)), *range(len(rows))]:
            tried[i] = _in_best_order(tried, i, pieces)
        found.append(tried)
    return min(found, key=lambda tried: _tangled(tried, pieces))


def _in_best_order(rows: list[list[Place]], i: int, pieces: Pieces) -> list[Place]:
    """The level i, in the order in which it is least tangled with those beside it."""
    orders = (list(order) for order in permutations(rows[i]))
    return min(
        orders,
        key=lambda row: _tangled([*rows[max(i - 1, 0) : i], row, *rows[i + 1 : i + 2]], pieces),
    )


def _tangled(rows: list[list[Place]], pieces: Pieces) -> int:
    return sum(crossings(upper, lower, pieces) for upper, lower in pairwise(rows))


def places(rows: list[list[Place]], pieces: Pieces) -> dict[Place, float]:
    """Where the middle of each stands from the left: near those that it is tied to."""
    x: dict[Place, float] = {}
    for row in rows:
        free = WIDTH - 2 * MARGIN - sum(_wide(place) for place in row)
        left = MARGIN + free / (len(row) + 1)
        for place in row:
            x[place] = left + _wide(place) / 2
            left += _wide(place) + free / (len(row) + 1)
    tied: dict[Place, list[Place]] = {place: [] for place in x}
    for a, b in pieces:
        tied[a].append(b)
        tied[b].append(a)
    for _ in range(60):
        for row in rows:
            for place in row:
                if tied[place]:
                    x[place] = sum(x[other] for other in tied[place]) / len(tied[place])
            _apart(row, x)
    return {place: round(middle, 1) for place, middle in x.items()}


def _wide(place: Place) -> int:
    return WAY if place[1] else BOX


def _apart(row: list[Place], x: dict[Place, float]) -> None:
    """Push apart what would stand in one another's way, and nothing out of the picture."""
    to_the_right, to_the_left = _pushed(row, x, 1), _pushed(row[::-1], x, -1)
    for place in row:
        x[place] = (to_the_right[place] + to_the_left[place]) / 2
    left = float(MARGIN)
    for place in row:
        x[place] = max(x[place], left + _wide(place) / 2)
        left = x[place] + _wide(place) / 2 + GAP
    right = float(WIDTH - MARGIN)
    for place in reversed(row):
        x[place] = min(x[place], right - _wide(place) / 2)
        right = x[place] - _wide(place) / 2 - GAP


def _pushed(row: list[Place], x: Mapping[Place, float], way: int) -> dict[Place, float]:
    """Where each would stand if only those behind another move."""
    found: dict[Place, float] = {}
    end = -float("inf")
    for place in row:
        found[place] = way * max(way * x[place], end + _wide(place) / 2)
        end = way * found[place] + _wide(place) / 2 + GAP
    return found


def wrapped(title: str) -> list[str]:
    """A title in two lines at the most: between words, or between Chinese signs."""
    if length(title) <= LETTERS:
        return [title]
    is_spaced = title.isascii()
    parts = title.split(" ") if is_spaced else list(title)
    glue = " " if is_spaced else ""
    cuts = ((glue.join(parts[:i]), glue.join(parts[i:])) for i in range(1, len(parts)))
    return list(min(cuts, key=lambda two: max(map(length, two))))


def length(text: str) -> int:
    """How many letters wide a text is."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def drawn(all_: Sequence[Box], language: str = "") -> str:
    """The picture, as SVG."""
    rows, pieces = levels(all_)
    rows = untangled(rows, pieces)
    x = places(rows, pieces)
    y = {place: MARGIN + i * (HEIGHT + BETWEEN) for i, row in enumerate(rows) for place in row}
    foot = MARGIN + len(rows) * (HEIGHT + BETWEEN) - 10
    name = escape(NAMED[language])
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {foot + 40}" '
        f'width="{WIDTH}" height="{foot + 40}" role="img" aria-label="{name}" '
        f'font-family="{FONT}" text-anchor="middle">',
        f"<title>{name}</title>",
        '<defs><marker id="end" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" '
        f'markerHeight="7" orient="auto"><path d="M0 0L10 5L0 10z" fill="{GREY}"/></marker></defs>',
        *_curves(pieces, x, y),
        *(
            line
            for number, box in enumerate(all_, start=1)
            for line in _box(number, box, x[box.name, ""], y[box.name, ""])
        ),
        *_legend(language, foot),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _curves(pieces: Pieces, x: Mapping[Place, float], y: Mapping[Place, int]) -> Iterator[str]:
    """The arrows: one line for each piece, with a head where it arrives at a box."""
    for a, b in pieces:
        top, bottom = y[a] + HEIGHT, y[b]
        middle = (top + bottom) / 2
        curve = f"M{x[a]} {top}C{x[a]} {middle} {x[b]} {middle} {x[b]} {bottom}"
        if b[1]:
            curve += f"V{bottom + HEIGHT}"
        head = "" if b[1] else ' marker-end="url(#end)"'
        yield f'<path d="{curve}" fill="none" stroke="{GREY}" stroke-width="1.8"{head}/>'


def _box(number: int, box: Box, x: float, y: int) -> Iterator[str]:
    """An exercise: its name, below that its title, and in the corner its place on the path."""
    fill, edge = COLOURS[box.framework]
    yield (
        f'<rect x="{x - BOX / 2:.1f}" y="{y}" width="{BOX}" height="{HEIGHT}" rx="9" '
        f'fill="{fill}" stroke="{edge}" stroke-width="1.5"/>'
    )
    yield (
        f'<text x="{x - BOX / 2 + 15:.1f}" y="{y + 18}" font-size="11" fill="{edge}">'
        f"{number}</text>"
    )
    title = wrapped(box.title)
    top = y + 22 if len(title) > 1 else y + 28
    bold = 'font-size="15" font-weight="700" fill="#111827"'
    yield f'<text x="{x}" y="{top}" {bold}>{box.name}</text>'
    for i, line in enumerate(title):
        yield (
            f'<text x="{x}" y="{top + 18 + 16 * i}" font-size="13" fill="#1f2937">'
            f"{escape(line)}</text>"
        )


def _legend(language: str, y: int) -> Iterator[str]:
    """What the colours and the arrows say."""
    numpy, tensorflow, *further = LEGEND[language]
    for x, framework, text in ((150, "numpy", numpy), (370, "tensorflow", tensorflow)):
        fill, edge = COLOURS[framework]
        yield (
            f'<rect x="{x - 95}" y="{y}" width="190" height="28" rx="9" fill="{fill}" '
            f'stroke="{edge}" stroke-width="1.5"/>'
        )
        yield f'<text x="{x}" y="{y + 19}" font-size="13" fill="#1f2937">{escape(text)}</text>'
    yield (
        f'<path d="M500 {y + 14}H544" stroke="{GREY}" stroke-width="1.8" marker-end="url(#end)"/>'
    )
    for i, text in enumerate(further):
        yield (
            f'<text x="556" y="{y + 11 + 17 * i}" font-size="13" fill="{GREY}" '
            f'text-anchor="start">{escape(text)}</text>'
        )


def file_name(language: str) -> str:
    """What the picture of a language is called."""
    return f"path.{language}.svg" if language else "path.svg"


def page_name(language: str) -> str:
    """What a page of a language is called."""
    return f"README.{language}.md" if language else "README.md"


def main() -> int:
    """Draw both."""
    lessons = list(Course(ROOT).path)
    for language in LANGUAGES:
        path = ROOT / "exercises" / file_name(language)
        path.write_text(drawn(boxes(lessons, language), language), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
