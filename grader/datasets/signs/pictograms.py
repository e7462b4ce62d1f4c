"""What is painted on the plates: each function draws one thing into the pen's square."""

from grader.datasets.signs.pen import Colour, Pen, Point, arc, rounded

BLACK: Colour = (22, 22, 24)
WHITE: Colour = (244, 244, 240)
RED: Colour = (196, 24, 36)
YELLOW: Colour = (252, 190, 20)
GREEN: Colour = (20, 140, 70)


def _box(left: float, top: float, right: float, bottom: float) -> list[Point]:
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def car(pen: Pen, colour: Colour) -> None:
    """A car from behind."""
    pen.polygon([(-0.5, -0.62), (0.5, -0.62), (0.74, 0), (-0.74, 0)], colour, 0.1)
    pen.polygon([(-0.4, -0.48), (0.4, -0.48), (0.56, -0.08), (-0.56, -0.08)], WHITE)
    pen.polygon(_box(-0.86, 0.08, 0.86, 0.4), colour, 0.12)
    for side in (-1, 1):
        pen.polygon(_box(side * 0.8, 0.4, side * 0.5, 0.72), colour, 0.04)


def lorry(pen: Pen, colour: Colour) -> None:
    """A lorry from behind: a tall box on wheels."""
    pen.polygon(_box(-0.72, -1, 0.72, 0.5), colour, 0.06)
    pen.box(-0.6, 0.2, 0.6, 0.28, WHITE)
    for side in (-1, 1):
        pen.polygon(_box(side * 0.7, 0.5, side * 0.36, 0.82), colour, 0.04)


def lorry_sideways(pen: Pen) -> None:
    """A lorry that drives to the left."""
    pen.box(-0.36, -0.62, 1, 0.3, BLACK)
    pen.polygon([(-0.44, -0.3), (-0.76, -0.3), (-1, 0), (-1, 0.3), (-0.44, 0.3)], BLACK)
    pen.polygon([(-0.54, -0.2), (-0.72, -0.2), (-0.86, 0), (-0.54, 0)], WHITE)
    for x in (-0.7, 0.3, 0.72):
        pen.disk(x, 0.36, 0.24, WHITE)
        pen.disk(x, 0.36, 0.18, BLACK)


def exclamation_mark(pen: Pen) -> None:
    """Danger."""
    pen.polygon([(-0.15, -0.85), (0.15, -0.85), (0.08, 0.3), (-0.08, 0.3)], BLACK, 0.08)
    pen.disk(0, 0.72, 0.2, BLACK)


def crossroads(pen: Pen) -> None:
    """A broad road with the right of way over a narrow one."""
    pen.line([(-0.62, 0.2), (0.62, 0.2)], 0.17, BLACK)
    right = [(0.34, -0.5), (0.17, -0.5), (0.17, 0.95)]
    pen.polygon([(0, -1), *right, *((-x, y) for x, y in reversed(right))], BLACK)


def bend(pen: Pen) -> None:
    """A road that turns left."""
    pen.arrow(rounded([(0.38, 0.95), (0.38, 0.05), (-0.1, -0.3), (-0.8, -0.3)]), 0.32, BLACK)


def double_bend(pen: Pen) -> None:
    """A road that turns left, then right."""
    path = [(0.4, 0.95), (0.4, 0.2), (-0.3, 0.2), (-0.3, -0.5), (0.06, -1.1)]
    pen.arrow(rounded(path), 0.3, BLACK)


def bumps(pen: Pen) -> None:
    """Two humps in a road."""
    for x in (-0.46, 0.46):
        pen.disk(x, 0.42, 0.42, BLACK)
    pen.box(-1, 0.42, 1, 0.86, WHITE)
    pen.box(-1, 0.38, 1, 0.62, BLACK)


def skidding_car(pen: Pen) -> None:
    """A car above its own wavy tracks."""
    car(pen.at(0.06, -0.42, 0.56), BLACK)
    for x in (-0.34, 0.3):
        path = [(x + 0.1, 0.1), (x + 0.34, 0.35), (x - 0.3, 0.6), (x + 0.04, 0.95)]
        pen.line(rounded(path), 0.13, BLACK)


def narrow_road(pen: Pen) -> None:
    """A road whose right edge comes in."""
    pen.line([(-0.36, 0.95), (-0.36, -0.8)], 0.2, BLACK)
    pen.line([(0.52, 0.95), (0.52, 0.4), (0.14, -0.1), (0.14, -0.8)], 0.2, BLACK)


def digger(pen: Pen) -> None:
    """A worker with a shovel at a heap."""
    pen.disk(-0.12, -0.8, 0.17, BLACK)
    pen.line([(-0.16, -0.5), (-0.44, 0.1)], 0.27, BLACK)
    pen.line([(-0.44, 0.1), (-0.2, 0.48), (-0.34, 0.92)], 0.16, BLACK)
    pen.line([(-0.46, 0.1), (-0.62, 0.5), (-0.84, 0.92)], 0.16, BLACK)
    pen.line([(-0.1, -0.5), (0.12, -0.08), (0.36, 0.1)], 0.12, BLACK)
    pen.line([(-0.2, -0.25), (0.62, 0.42)], 0.08, BLACK)
    pen.polygon([(0.1, 0.96), (0.62, 0.3), (1.1, 0.96)], BLACK)


def traffic_lights(pen: Pen) -> None:
    """Red over yellow over green."""
    pen.polygon(_box(-0.3, -0.82, 0.3, 0.86), BLACK, 0.1)
    for y, colour in ((-0.56, (230, 30, 40)), (0.02, YELLOW), (0.6, GREEN)):
        pen.disk(0, y, 0.25, colour)


def walker(pen: Pen) -> None:
    """Someone who walks to the left."""
    pen.disk(0.02, -0.84, 0.18, BLACK)
    pen.line([(0.04, -0.5), (0.06, 0.06)], 0.3, BLACK)
    pen.line([(0, 0.1), (-0.16, 0.46), (-0.4, 0.92)], 0.17, BLACK)
    pen.line([(0.1, 0.1), (0.2, 0.5), (0.46, 0.92)], 0.17, BLACK)
    pen.line([(0, -0.5), (-0.3, -0.22), (-0.46, 0.04)], 0.12, BLACK)
    pen.line([(0.1, -0.5), (0.34, -0.2), (0.4, 0.1)], 0.12, BLACK)


def pedestrian(pen: Pen) -> None:
    """Someone who walks over a zebra crossing."""
    walker(pen.at(0, -0.14, 0.82))
    for x in (-0.9, -0.3, 0.3, 0.9):
        pen.polygon([(x - 0.1, 0.78), (x + 0.1, 0.78), (x + 0.16, 1), (x - 0.16, 1)], BLACK)


def children(pen: Pen) -> None:
    """A tall and a small child who run, hand in hand."""
    for x, y, size in ((-0.36, 0.02, 0.9), (0.5, 0.3, 0.62)):
        child = pen.at(x, y, size)
        child.disk(0, -0.78, 0.2, BLACK)
        child.polygon([(-0.12, -0.5), (0.12, -0.5), (0.34, 0.2), (-0.34, 0.2)], BLACK, 0.06)
        child.line([(-0.14, 0.2), (-0.36, 0.54), (-0.2, 0.94)], 0.17, BLACK)
        child.line([(0.14, 0.2), (0.3, 0.55), (0.66, 0.72)], 0.17, BLACK)
    pen.line([(-0.32, -0.36), (-0.8, -0.1)], 0.12, BLACK)
    pen.line([(-0.3, -0.36), (0.12, 0), (0.5, 0.02), (0.92, 0.2)], 0.11, BLACK)


def bicycle(pen: Pen) -> None:
    """A bicycle, from the side."""
    for x in (-0.56, 0.56):
        pen.line([(x + right, 0.35 + down) for right, down in arc(0.4, 0, 360)], 0.13, BLACK)
    frame = [(-0.56, 0.35), (-0.28, -0.22), (0.36, -0.22), (0.0, 0.35), (-0.56, 0.35)]
    pen.line(frame, 0.1, BLACK)
    pen.line([(0.0, 0.35), (-0.34, -0.42)], 0.1, BLACK)
    pen.line([(0.56, 0.35), (0.28, -0.55), (0.52, -0.62)], 0.1, BLACK)
    pen.line([(-0.5, -0.44), (-0.18, -0.44)], 0.12, BLACK)


def snowflake(pen: Pen) -> None:
    """Six branched arms."""
    for turn in range(0, 360, 60):
        tip, fork, *sprouts = (
            arc(radius, turn + away, turn + away, steps=1)[0]
            for radius, away in ((0.95, 0), (0.5, 0), (0.82, -22), (0.82, 22))
        )
        pen.line([(0, 0), tip], 0.13, BLACK)
        for sprout in sprouts:
            pen.line([fork, sprout], 0.1, BLACK)


def deer(pen: Pen) -> None:
    """A deer that leaps to the left."""
    pen.line([(-0.22, -0.08), (0.46, 0.16)], 0.4, BLACK)
    pen.line([(-0.3, -0.1), (-0.58, -0.5)], 0.22, BLACK)
    pen.polygon([(-0.5, -0.62), (-0.62, -0.36), (-1, -0.34), (-0.96, -0.46)], BLACK, 0.05)
    pen.line([(-0.5, -0.56), (-0.36, -0.8), (-0.48, -1)], 0.08, BLACK)
    pen.line([(-0.36, -0.8), (-0.1, -0.9)], 0.08, BLACK)
    pen.line([(-0.3, 0), (-0.62, 0.2), (-0.95, 0.1)], 0.12, BLACK)
    pen.line([(-0.22, 0.06), (-0.42, 0.4), (-0.74, 0.5)], 0.12, BLACK)
    pen.line([(0.46, 0.16), (0.62, 0.5), (0.98, 0.85)], 0.14, BLACK)
    pen.line([(0.38, 0.2), (0.4, 0.56), (0.66, 0.92)], 0.14, BLACK)
    pen.line([(0.58, 0.06), (0.76, -0.04)], 0.12, BLACK)


def roundabout(pen: Pen) -> None:
    """Three arrows that chase each other."""
    for start in (-80, 40, 160):
        pen.arrow(arc(0.74, start, start + 106), 0.22, WHITE)
