"""Digits written by an unsteady hand: a style, bent and slanted, drawn with a pen of some width."""

from collections.abc import Iterable, Sequence

import numpy as np

from grader.datasets.digits.styles import STYLES, Style

SIDE = 28
"""Pixels of a side of an image."""

HEIGHT = 20
"""Pixels of a digit's larger side, as in MNIST; less where it is moved."""

MOST_SHIFT = 8
"""The most pixels that a digit can be moved: it would be too small to be read with more."""

SPACING = 0.4
"""Pixels between the points at which the pen is set down."""

Seed = int | Sequence[int] | np.random.Generator


def draw(labels: Iterable[int], seed: Seed, shift: int = 0) -> np.ndarray:
    """Images (N, 28, 28) uint8 of the digits `labels` (N,), white on black.

    A digit's centre of mass is in the middle, as in MNIST, or up to `shift` pixels from there in
    each direction. A shifted digit is smaller, and stays whole. The same arguments give the same
    bytes, and an image depends on no label behind its own.

    Args:
        labels: numbers from 0 to 9.
        seed: of the randomness, or a generator, which goes on from where it is.
        shift: from 0 to 8.

    Raises:
        ValueError: a label or the shift is out of its range.
    """
    if not 0 <= shift <= MOST_SHIFT:
        raise ValueError(f"shift is {shift}: it must be from 0 to {MOST_SHIFT}")
    rng = np.random.default_rng(seed)  # a generator is returned as it is
    images = [_image(int(label), shift, rng) for label in labels]
    return np.stack(images) if images else np.empty((0, SIDE, SIDE), np.uint8)


def _image(label: int, shift: int, rng: np.random.Generator) -> np.ndarray:
    if not 0 <= label < len(STYLES):
        raise ValueError(f"a label is {label}: it must be from 0 to {len(STYLES) - 1}")
    styles = STYLES[label]
    width = rng.uniform(0.9, 1.65)  # of half a line, in pixels
    height = min(HEIGHT, SIDE - 2 * shift)
    width *= (height / HEIGHT) ** 0.5
    lines = _bent(styles[rng.integers(len(styles))], rng)
    points = _fitted(lines, height * rng.uniform(0.86, 1) - 2 * width)
    return _placed(_inked(points, width, rng), rng.integers(-shift, shift, 2, endpoint=True))


def _bent(style: Style, rng: np.random.Generator) -> list[np.ndarray]:
    """The lines of a style (P, 2) in the box of a digit, as one hand writes them once."""
    # Lines that share a point stay together, since points are moved and not lines.
    points = style.points + rng.normal(0, 0.045, style.points.shape)
    linear = _linear(rng)
    waves = rng.normal(0, 1.6, (3, 2))
    phases, sizes = rng.uniform(0, 2 * np.pi, (3, 1)), rng.normal(0, 0.055, (3, 2))
    return [_warped(_smooth(points[line]) @ linear, waves, phases, sizes) for line in style.lines]


def _smooth(points: np.ndarray) -> np.ndarray:
    """A curve through points (P, 2): cubic, each tangent parallel to its neighbours' chord."""
    if len(points) == 2:
        return points[0] + np.linspace(0, 1, 9)[:, np.newaxis] * (points[1] - points[0])
    ends = 2 * points[[0, -1]] - points[[1, -2]]
    before, here, there, behind = (
        np.concatenate([ends[:1], points, ends[1:]])[i : i + len(points) - 1, np.newaxis]
        for i in range(4)
    )
    t = np.arange(8)[:, np.newaxis] / 8
    curve = here + t / 2 * (
        there
        - before
        + t * (2 * before - 5 * here + 4 * there - behind)
        + t**2 * (3 * (here - there) + behind - before)
    )
    return np.concatenate([curve.reshape(-1, 2), points[-1:]])


def _linear(rng: np.random.Generator) -> np.ndarray:
    """A matrix (2, 2) that slants, turns and stretches points, as rows, that it multiplies."""
    slant, angle = rng.normal(0.12, 0.18), rng.normal(0, 0.08)
    cos, sin = np.cos(angle), np.sin(angle)
    stretched = np.array([[rng.uniform(0.8, 1.2), 0], [0, 1]])
    return stretched @ np.array([[1, 0], [-slant, 1]]) @ np.array([[cos, sin], [-sin, cos]])


def _warped(
    points: np.ndarray, waves: np.ndarray, phases: np.ndarray, sizes: np.ndarray
) -> np.ndarray:
    """Points (P, 2) that three smooth waves through the plane have moved."""
    heights = np.sin(waves @ points.T + phases)
    return points + heights.T @ sizes


def _fitted(lines: list[np.ndarray], side: float) -> np.ndarray:
    """Points (M, 2) at equal distances on the lines, in pixels of the image, in its middle."""
    every = np.concatenate(lines)
    scale = side / np.ptp(every, axis=0).max()
    points = []
    for line in lines:
        line = line * scale
        way = np.concatenate([[0], np.hypot(*np.diff(line, axis=0).T).cumsum()])
        steps = np.linspace(0, way[-1], max(2, int(way[-1] / SPACING) + 1))
        points.append(np.column_stack([np.interp(steps, way, axis) for axis in line.T]))
    all_points = np.concatenate(points)
    return all_points + (SIDE - 1 - all_points.min(axis=0) - all_points.max(axis=0)) / 2


def _inked(points: np.ndarray, width: float, rng: np.random.Generator) -> np.ndarray:
    """The image (28, 28) of a pen on the points, `width` from its middle to its edge."""
    # The pen presses more here than there.
    slope = rng.normal(0, 0.02, 2)
    pressed = width * (1 + (points - SIDE / 2) @ slope).clip(0.7, 1.3)
    x, y = points.T
    pixels = np.arange(SIDE)[:, np.newaxis]
    across, down = (pixels - x) ** 2, (pixels - y) ** 2 - pressed**2
    # d² - w² is about 2w (d - w): how far a pixel's middle is outside of the line.
    outside = (down[:, np.newaxis] + across).min(axis=2) / (2 * width)
    ink = (0.5 - outside / rng.uniform(1, 1.6)).clip(0, 1)
    ink *= 1 - np.abs(rng.normal(0, 0.12, ink.shape))
    return np.rint(255 * rng.uniform(0.85, 1) * ink.clip(0, 1)).astype(np.uint8)


def _placed(image: np.ndarray, moved: np.ndarray) -> np.ndarray:
    """The image with its centre of mass in the middle, or moved from there, within the image."""
    for axis, far in enumerate(moved):
        ink = image.sum(axis=1 - axis, dtype=float)
        rows = np.flatnonzero(ink)
        to_middle = (SIDE - 1) / 2 - ink @ np.arange(SIDE) / ink.sum()
        steps = np.clip(round(to_middle + far), -rows[0], SIDE - 1 - rows[-1])
        image = np.roll(image, int(steps), axis)
    return image
