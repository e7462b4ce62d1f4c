"""Photograph a sign from an approaching car: the frames of one track vary smoothly."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

SKIES = ((150, 185, 230), (200, 215, 232), (238, 241, 244), (236, 222, 196), (120, 130, 146))
GROUNDS = ((44, 62, 34), (84, 96, 50), (112, 100, 84), (156, 148, 136), (62, 62, 66), (142, 84, 62))
THINGS = ((250, 200, 40), (170, 40, 40), (70, 90, 150), (225, 225, 220), (30, 30, 32), (96, 72, 54))


class View(NamedTuple):
    """Where the camera is and what the light does, at one moment.

    Lengths are in image widths, angles in radians; exposure is the logarithm of the gain.
    """

    x: float
    y: float
    radius: float
    roll: float
    yaw: float
    pitch: float
    zoom: float
    exposure: float
    veil: float
    blur: float


class Box(NamedTuple):
    """The rectangle around a sign, in pixels: both corners lie inside of the image."""

    left: int
    top: int
    right: int
    bottom: int


# For each: between which numbers a track begins, and how much changes until its last frame.
RANGES = {
    "x": ((0.48, 0.52), (-0.02, 0.02)),
    "y": ((0.48, 0.52), (-0.02, 0.02)),
    "radius": ((0.34, 0.37), (0.06, 0.09)),
    "roll": ((-0.08, 0.08), (-0.05, 0.05)),
    "yaw": ((-0.35, 0.35), (-0.1, 0.1)),
    "pitch": ((-0.2, 0.2), (-0.08, 0.08)),
    "zoom": ((1.0, 1.4), (0.3, 0.8)),
    "exposure": ((-0.7, 0.25), (-0.25, 0.25)),
    "veil": ((0.0, 0.2), (-0.05, 0.05)),
    "blur": ((0.015, 0.03), (-0.01, -0.004)),
}


@dataclass(frozen=True)
class Track:
    """One physical sign, and a drive towards it."""

    face: Image.Image
    backdrop: Image.Image
    first: View
    last: View
    tint: np.ndarray
    noise: float

    def view(self, progress: float) -> View:
        """The view at a moment from 0, far away, to 1, close."""
        return View(*(a + (b - a) * progress for a, b in zip(self.first, self.last, strict=True)))


def drive(
    face: Image.Image, frames: int, size: int, rng: np.random.Generator
) -> Iterator[tuple[Image.Image, Box]]:
    """The frames of one track, far ones first: RGB images of (size, size) and the sign's box."""
    track = _track(face, rng)
    for frame in range(frames):
        view = track.view((frame + 1) / frames)
        scene, box = _compose(track, view)
        yield _expose(scene, track, view, size, rng), _pixels(box, size)


def _track(face: Image.Image, rng: np.random.Generator) -> Track:
    first = View(**{name: rng.uniform(*bounds) for name, (bounds, _) in RANGES.items()})
    change = View(**{name: rng.uniform(*bounds) for name, (_, bounds) in RANGES.items()})
    return Track(
        face=_weathered(face, rng),
        backdrop=_backdrop(face.width, rng),
        first=first,
        last=View(*(a + b for a, b in zip(first, change, strict=True))),
        tint=rng.uniform(0.9, 1.1, 3),
        noise=rng.uniform(2, 6),
    )


def _weathered(face: Image.Image, rng: np.random.Generator) -> Image.Image:
    """The face with faded paint, dirt, and the light that falls on it from one side."""
    pixels = np.array(face, dtype=np.float32)
    colour = pixels[..., :3]
    fading, darkening = rng.uniform(0, 0.3), rng.uniform(0.6, 1.1)
    colour = colour + fading * (150 - colour)
    down, right = np.mgrid[-1 : 1 : face.height * 1j, -1 : 1 : face.width * 1j]
    slope = rng.uniform(-0.2, 0.2, 2)
    light = darkening * (1 + slope[0] * down + slope[1] * right)
    dirt = 1 - 0.25 * _clouds(face.width, 6, rng) ** 2
    pixels[..., :3] = colour * (light * dirt)[..., np.newaxis]
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8))


def _clouds(side: int, cells: int, rng: np.random.Generator) -> np.ndarray:
    """Smooth random values from 0 to 1, (side, side), with about `cells` blots in a row."""
    seeds = Image.fromarray(rng.random((cells, cells), dtype=np.float32))
    return np.asarray(seeds.resize((side, side), Image.Resampling.BICUBIC)).clip(0, 1)


def _backdrop(side: int, rng: np.random.Generator) -> Image.Image:
    """Sky, ground, foliage or walls, and a few things that stand about: RGB, (side, side)."""
    sky, ground = rng.choice(SKIES), rng.choice(GROUNDS)
    horizon, roughness = rng.uniform(-0.3, 1.1), rng.uniform(0.1, 0.6)
    height = np.linspace(0, 1, side)[:, np.newaxis] + roughness * (_clouds(side, 7, rng) - 0.5)
    is_ground = (0.5 + 12 * (height - horizon)).clip(0, 1)[..., np.newaxis]
    texture = 0.55 + 0.5 * _clouds(side, 12, rng) + 0.4 * (_clouds(side, 40, rng) - 0.5)
    pixels = sky * (1 - is_ground) + ground * is_ground * texture[..., np.newaxis] * 1.2
    image = Image.fromarray(pixels.clip(0, 255).astype(np.uint8))
    draw = ImageDraw.Draw(image)
    for _ in range(rng.integers(0, 4)):
        left, top = rng.uniform(-0.2, 0.9, 2) * side
        width, height = rng.uniform(0.06, 0.5, 2) * side
        colour = tuple(int(c) for c in rng.choice(THINGS))
        draw.rectangle((left, top, left + width, top + height), fill=colour)
    return image


def _compose(track: Track, view: View) -> tuple[Image.Image, np.ndarray]:
    """The sign on its pole before the backdrop, and its corners in image widths (4, 2)."""
    side = track.face.width
    margin = side * (1 - 1 / view.zoom) / 2
    scene = track.backdrop.resize(
        (side, side), Image.Resampling.BILINEAR, (margin, margin, side - margin, side - margin)
    )
    x, y, radius = view.x * side, view.y * side, view.radius * side
    pole = (x - 0.07 * radius, y, x + 0.07 * radius, side)
    ImageDraw.Draw(scene).rectangle(pole, fill=(104, 106, 110))
    plane = _projection(view)
    pixel = np.array([[2 / side, 0, -1], [0, 2 / side, -1], [0, 0, 1]])
    # Pillow asks where each pixel of the result comes from: the way back.
    back = np.linalg.inv(np.diag([side, side, 1]) @ plane @ pixel)
    sign = track.face.transform(
        (side, side),
        Image.Transform.PERSPECTIVE,
        tuple((back / back[2, 2]).ravel()[:8]),
        Image.Resampling.BICUBIC,
    )
    scene.paste(sign, (0, 0), sign)
    corners = np.array([[-1, 1, 1, -1], [-1, -1, 1, 1], [1, 1, 1, 1]])
    projected = plane @ corners
    return scene, (projected[:2] / projected[2]).T


def _projection(view: View) -> np.ndarray:
    """The homography (3, 3) from the sign's plane to the image (Hartley and Zisserman, 8.1.1)."""
    (c, s), (cy, sy), (cp, sp) = ((np.cos(a), np.sin(a)) for a in (view.roll, view.yaw, view.pitch))
    roll = np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])
    yaw = np.array([[cy, 0, sy], [0, 1, 0], [-sy, 0, cy]])
    pitch = np.array([[1, 0, 0], [0, cp, -sp], [0, sp, cp]])
    rotation = yaw @ pitch @ roll
    distance = 5  # in radii of the sign
    plane = np.column_stack([rotation[:, :2], [0, 0, 1]])
    plane[2, :2] /= distance
    camera = np.array([[view.radius, 0, view.x], [0, view.radius, view.y], [0, 0, 1]])
    return camera @ plane


def _expose(
    scene: Image.Image, track: Track, view: View, size: int, rng: np.random.Generator
) -> Image.Image:
    """What the camera records of a scene: blurred, reduced to (size, size), lit, noisy."""
    blurred = scene.filter(ImageFilter.GaussianBlur(view.blur * scene.width))
    pixels = np.asarray(blurred.resize((size, size), Image.Resampling.BOX), dtype=np.float32)
    veil = max(view.veil, 0)
    lit = (pixels * (1 - veil) + 190 * veil) * track.tint * np.exp(view.exposure)
    noisy = lit + rng.normal(0, track.noise, lit.shape)
    return Image.fromarray(noisy.clip(0, 255).round().astype(np.uint8))


def _pixels(corners: np.ndarray, size: int) -> Box:
    inside = (corners * size).clip(0, size - 1)
    left, top = np.floor(inside.min(axis=0)).astype(int).tolist()
    right, bottom = np.ceil(inside.max(axis=0)).astype(int).tolist()
    return Box(left, top, right, bottom)
