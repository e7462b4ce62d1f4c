"""Draw on a square in the units of a sign: (0, 0) is its centre, y points down, edges are ±1."""

import copy
from collections.abc import Iterable, Sequence

import numpy as np
from PIL import Image, ImageDraw, ImageFont

Colour = tuple[int, int, int]
Point = tuple[float, float]
Points = Sequence[Iterable[float]]

SUPERSAMPLING = 4


class Pen:
    """A pen on a transparent RGBA image of (side, side) pixels, drawn large and then reduced."""

    def __init__(self, side: int) -> None:
        self.side = side
        self._large = side * SUPERSAMPLING
        self._image = Image.new("RGBA", (self._large, self._large))
        self._draw = ImageDraw.Draw(self._image)
        self._x, self._y, self._scale = 0.0, 0.0, 1.0

    def at(self, x: float, y: float, scale: float) -> "Pen":
        """A pen on the same image whose square is centred on (x, y) and smaller by `scale`."""
        pen = copy.copy(self)
        pen._x, pen._y = self._x + x * self._scale, self._y + y * self._scale
        pen._scale = self._scale * scale
        return pen

    def image(self) -> Image.Image:
        """What was drawn: RGBA, (side, side)."""
        return self._image.resize((self.side, self.side), Image.Resampling.BOX)

    def disk(self, x: float, y: float, radius: float, colour: Colour) -> None:
        """A filled circle."""
        x, y = self._pixel((x, y))
        radius = self._length(radius)
        self._draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)

    def polygon(self, points: Points, colour: Colour, rounding: float = 0.0) -> None:
        """A filled polygon, grown by `rounding` with round corners."""
        self._draw.polygon([self._pixel(point) for point in points], fill=colour)
        if rounding:
            self.line([*points, points[0]], 2 * rounding, colour)

    def box(self, left: float, top: float, right: float, bottom: float, colour: Colour) -> None:
        """A filled rectangle."""
        self.polygon([(left, top), (right, top), (right, bottom), (left, bottom)], colour)

    def line(self, points: Points, width: float, colour: Colour) -> None:
        """A polyline with round joints and ends."""
        pixels = [self._pixel(point) for point in points]
        self._draw.line(pixels, fill=colour, width=max(1, round(self._length(width))))
        for x, y in points:
            self.disk(x, y, width / 2, colour)

    def arrow(self, points: Points, width: float, colour: Colour) -> None:
        """A polyline with a flat beginning and an arrow head, whose tip is the last point."""
        *_, tip = path = np.array(points, dtype=float)
        head = 1.8 * width
        # A curved shaft must end where its head begins, and the head follows the curve's chord.
        shaft = path[np.hypot(*(path - tip).T) > head]
        along = (tip - shaft[-1]) / np.hypot(*(tip - shaft[-1]))
        base, wing = tip - head * along, 1.5 * width * along[::-1] * (-1, 1)
        pixels = [self._pixel(point) for point in [*shaft, base + 0.1 * width * along]]
        thickness = max(1, round(self._length(width)))
        self._draw.line(pixels, fill=colour, width=thickness, joint="curve")
        self.polygon([tip, base + wing, base - wing], colour)

    def word(self, text: str, width: float, height: float, colour: Colour) -> None:
        """Bold text in the middle, stretched to fill a box of width by height."""
        # Pillow brings one font, of regular weight: signs are set bold and narrow.
        size = round(self._length(height) * 1.4)
        font = ImageFont.load_default(size)
        bold = size / 28
        left, top, right, bottom = font.getbbox(text, stroke_width=bold)
        mask = Image.new("L", (round(right - left), round(bottom - top)))
        ImageDraw.Draw(mask).text((-left, -top), text, 255, font, stroke_width=bold)
        box = mask.getbbox()
        fitted = (round(self._length(width)), round(self._length(height)))
        mask = mask.crop(box).resize(fitted, Image.Resampling.LANCZOS)
        x, y = self._pixel((-width / 2, -height / 2))
        self._image.paste(colour, (round(x), round(y)), mask)

    def _pixel(self, point: Iterable[float]) -> Point:
        x, y = point
        half = self._large / 2
        return (
            half * (1 + self._x + x * self._scale),
            half * (1 + self._y + y * self._scale),
        )

    def _length(self, units: float) -> float:
        return units * self._scale * self._large / 2


def rounded(points: Sequence[Point]) -> list[Point]:
    """The polyline with its corners cut round (Chaikin 1974); its ends stay."""
    path = np.array(points, dtype=float)
    for _ in range(3):
        starts, ends = path[:-1], path[1:]
        cut = np.stack([0.75 * starts + 0.25 * ends, 0.25 * starts + 0.75 * ends], axis=1)
        path = np.concatenate([path[:1], cut.reshape(-1, 2)[1:-1], path[-1:]])
    return [(float(x), float(y)) for x, y in path]


def arc(radius: float, start: float, end: float, steps: int = 16) -> list[Point]:
    """Points on a circle around the centre, from one angle in degrees to another."""
    angles = np.radians(np.linspace(start, end, steps))
    return [(radius * float(np.cos(a)), radius * float(np.sin(a))) for a in angles]
