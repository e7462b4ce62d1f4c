"""The 43 signs of GTSRB, as a sign-writer paints them: plate, pictogram, word."""

from collections.abc import Callable
from functools import partial

from PIL import Image, ImageOps

from grader.datasets.signs import pictograms
from grader.datasets.signs.pen import Colour, Pen, Point, rounded
from grader.datasets.signs.pictograms import BLACK, RED, WHITE, YELLOW

BLUE: Colour = (14, 92, 184)
GREY: Colour = (118, 118, 120)

Painter = Callable[[Pen], None]


def face(class_id: int, side: int) -> Image.Image:
    """The sign of one class: RGBA, (side, side), transparent around the plate."""
    pen = Pen(side)
    PAINTERS[class_id](pen)
    image = pen.image()
    return ImageOps.mirror(image) if class_id in MIRRORED else image


def _red_ring(pen: Pen) -> None:
    pen.disk(0, 0, 0.98, WHITE)
    pen.disk(0, 0, 0.94, RED)
    pen.disk(0, 0, 0.7, WHITE)


def _blue_disk(pen: Pen) -> None:
    pen.disk(0, 0, 0.98, WHITE)
    pen.disk(0, 0, 0.92, BLUE)


def _triangle(scale: float, centre: float, down: bool = False) -> list[Point]:
    """An equilateral triangle of height 1.5 times `scale`, as seen from its centroid."""
    flip = -1 if down else 1
    corners = ((0.0, -1.0), (0.866, 0.5), (-0.866, 0.5))
    return [(scale * x, centre + flip * scale * y) for x, y in corners]


def _warning(draw: Painter, pen: Pen) -> None:
    """A red triangle around a pictogram."""
    pen.polygon(_triangle(0.97, 0.23), WHITE, 0.12)
    pen.polygon(_triangle(0.95, 0.23), RED, 0.09)
    pen.polygon(_triangle(0.69, 0.235), WHITE, 0.03)
    draw(pen.at(0, 0.25, 0.4))


def _yield(pen: Pen) -> None:
    pen.polygon(_triangle(0.97, -0.23, down=True), WHITE, 0.12)
    pen.polygon(_triangle(0.95, -0.23, down=True), RED, 0.09)
    pen.polygon(_triangle(0.6, -0.23, down=True), WHITE, 0.03)


def _speed_limit(number: str, pen: Pen) -> None:
    _red_ring(pen)
    _number(number, pen, BLACK)


def _number(number: str, pen: Pen, colour: Colour) -> None:
    pen.word(number, *((1.06, 0.76) if len(number) == 2 else (1.22, 0.64)), colour)


def _end_of(draw: Painter, pen: Pen) -> None:
    """A grey pictogram on white, crossed out by five thin lines."""
    pen.disk(0, 0, 0.98, BLACK)
    pen.disk(0, 0, 0.94, WHITE)
    draw(pen)
    for shift in (-0.16, -0.08, 0.0, 0.08, 0.16):
        reach = 0.64 - 0.12 * abs(shift)
        pen.line([(-reach + shift, reach + shift), (reach + shift, -reach + shift)], 0.036, BLACK)


def _two_vehicles(left: Callable[[Pen, Colour], None], colour: Colour, pen: Pen) -> None:
    """A vehicle to be passed at the right, and one in `colour` that passes it."""
    other = GREY if colour == GREY else BLACK
    left(pen.at(-0.345, 0, 0.335), colour)
    pictograms.car(pen.at(0.345, 0, 0.335), other)


def _no_passing(left: Callable[[Pen, Colour], None], pen: Pen) -> None:
    _red_ring(pen)
    _two_vehicles(left, RED, pen)


def _no_lorries(pen: Pen) -> None:
    _red_ring(pen)
    pictograms.lorry_sideways(pen.at(0, 0.04, 0.56))


def _no_entry(pen: Pen) -> None:
    pen.disk(0, 0, 0.98, WHITE)
    pen.disk(0, 0, 0.94, RED)
    pen.box(-0.7, -0.17, 0.7, 0.17, WHITE)


def _stop(pen: Pen) -> None:
    for size, colour in ((0.97, WHITE), (0.9, RED)):
        cut = size * 0.414
        right = [(cut, -size), (size, -cut), (size, cut), (cut, size)]
        pen.polygon([*right, *((-x, -y) for x, y in right)], colour)
    pen.word("STOP", 1.44, 0.58, WHITE)


def _priority_road(pen: Pen) -> None:
    for size, colour in ((0.94, BLACK), (0.9, WHITE), (0.56, YELLOW)):
        pen.polygon([(0, -size), (size, 0), (0, size), (-size, 0)], colour, 0.04)


def _mandatory(arrows: list[list[Point]], pen: Pen) -> None:
    _blue_disk(pen)
    for points in arrows:
        pen.arrow(points, 0.24, WHITE)


def _roundabout(pen: Pen) -> None:
    _blue_disk(pen)
    pictograms.roundabout(pen.at(0, 0, 0.78))


_TURN_RIGHT = rounded([(-0.4, 0.62), (-0.4, -0.12), (0.1, -0.12), (0.68, -0.12)])
_AHEAD: list[Point] = [(0, 0.72), (0, -0.76)]
_AHEAD_AT_THE_LEFT: list[Point] = [(-0.22, 0.74), (-0.22, -0.74)]
_BRANCH_RIGHT: list[Point] = [(-0.22, 0.24), (0.7, 0.24)]
_KEEP_RIGHT: list[Point] = [(-0.5, -0.5), (0.54, 0.54)]

PAINTERS: tuple[Painter, ...] = (
    *(partial(_speed_limit, number) for number in ("20", "30", "50", "60", "70", "80")),
    partial(_end_of, partial(_number, "80", colour=GREY)),
    partial(_speed_limit, "100"),
    partial(_speed_limit, "120"),
    partial(_no_passing, pictograms.car),
    partial(_no_passing, pictograms.lorry),
    partial(_warning, pictograms.crossroads),
    _priority_road,
    _yield,
    _stop,
    _red_ring,
    _no_lorries,
    _no_entry,
    partial(_warning, pictograms.exclamation_mark),
    partial(_warning, pictograms.bend),
    partial(_warning, pictograms.bend),
    partial(_warning, pictograms.double_bend),
    partial(_warning, pictograms.bumps),
    partial(_warning, pictograms.skidding_car),
    partial(_warning, pictograms.narrow_road),
    partial(_warning, pictograms.digger),
    partial(_warning, pictograms.traffic_lights),
    partial(_warning, pictograms.pedestrian),
    partial(_warning, pictograms.children),
    partial(_warning, pictograms.bicycle),
    partial(_warning, pictograms.snowflake),
    partial(_warning, pictograms.deer),
    partial(_end_of, lambda pen: None),
    partial(_mandatory, [_TURN_RIGHT]),
    partial(_mandatory, [_TURN_RIGHT]),
    partial(_mandatory, [_AHEAD]),
    partial(_mandatory, [_AHEAD_AT_THE_LEFT, _BRANCH_RIGHT]),
    partial(_mandatory, [_AHEAD_AT_THE_LEFT, _BRANCH_RIGHT]),
    partial(_mandatory, [_KEEP_RIGHT]),
    partial(_mandatory, [_KEEP_RIGHT]),
    _roundabout,
    partial(_end_of, partial(_two_vehicles, pictograms.car, GREY)),
    partial(_end_of, partial(_two_vehicles, pictograms.lorry, GREY)),
)

# Curve right, left turn, ahead or left, keep left: their neighbours in a mirror.
MIRRORED = frozenset({20, 34, 37, 39})
