"""The digits that are drawn: MNIST's form, the same bytes each time, digits that can be told."""

import errno
import hashlib
import os
import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from grader.authoring import draw_digits
from grader.cli import main
from grader.datasets.digits import draw
from grader.datasets.digits import writing as digits
from grader.datasets.digits.styles import STYLES
from grader.errors import UsageError

LABELS = np.arange(400) % 10


@pytest.fixture(scope="module")
def centred() -> np.ndarray:
    """The digits of LABELS, in the middle."""
    return draw(LABELS, 3)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A set of 125 digits to train on and 20 to test on."""
    directory = tmp_path_factory.mktemp("digits") / "set"
    digits.write(directory, train=125, test=20)
    return directory


def digests(directory: Path) -> dict[str, str]:
    """What each file of a set holds."""
    return {
        str(path.relative_to(directory)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(directory.rglob("*.*"))
    }


def centres(images: np.ndarray) -> np.ndarray:
    """How far the centre of mass of each image is from the middle: down, right (N, 2)."""
    ink = images.astype(float)
    places = np.arange(28) - 13.5
    down, right = (ink.sum(axis=axis) @ places for axis in (2, 1))
    return np.column_stack([down, right]) / ink.sum(axis=(1, 2))[:, np.newaxis]


def inked(image: np.ndarray) -> np.ndarray:
    """What is left of an image without its black border."""
    rows, columns = (np.flatnonzero(image.any(axis=axis)) for axis in (1, 0))
    return image[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def told_by_means(shift: int) -> float:
    """How many of 400 digits are nearest to their own class's mean of 400 others."""
    known, asked = (draw(LABELS, seed, shift).reshape(len(LABELS), -1) / 255 for seed in (1, 2))
    means = np.stack([known[digit == LABELS].mean(axis=0) for digit in range(10)])
    squares = (means**2).sum(axis=1) - 2 * asked @ means.T
    return float((squares.argmin(axis=1) == LABELS).mean())


@pytest.mark.parametrize("shift", [0, 3, 8])
def test_same_arguments_same_bytes(shift: int):
    """Whatever the global random state is; an author's draw_digits is the same."""
    first = draw(LABELS[:40], 7, shift)
    np.random.seed(3)
    np.testing.assert_array_equal(draw(LABELS[:40].tolist(), 7, shift=shift), first)
    np.testing.assert_array_equal(draw_digits(iter(LABELS[:40]), seed=7, shift=shift), first)


def test_the_form_is_that_of_mnist():
    """White on black, uint8 of (28, 28), and as many images as labels, none among them."""
    images = draw(LABELS[:50], 0)
    assert (images.shape, images.dtype) == ((50, 28, 28), np.uint8)
    assert (images.max(axis=(1, 2)) > 150).all()
    assert (np.median(images, axis=(1, 2)) == 0).all()
    assert draw([], 0).shape == (0, 28, 28)


def test_another_seed_other_images():
    """No image is drawn twice, under one seed or another."""
    images = np.concatenate([draw(LABELS[:200], seed) for seed in (0, 1)])
    assert len(np.unique(images, axis=0)) == 400


def test_an_image_depends_on_no_later_label():
    """A generator goes on where it is, so parts make the whole, and fewer are the first ones."""
    whole = draw(LABELS[:30], 4)
    rng = np.random.default_rng(4)
    parts = [draw(LABELS[:11], rng), draw(LABELS[11:30], rng)]
    np.testing.assert_array_equal(np.concatenate(parts), whole)


def test_digits_are_as_large_as_in_mnist(centred: np.ndarray):
    """About twenty pixels high, and hardly one of them reaches the border."""
    heights = (centred > 0).any(axis=2).sum(axis=1)
    assert 18 < heights.mean() < 21 and heights.max() <= 23
    assert (centred[:, [0, -1]] > 0).any(axis=(1, 2)).mean() < 0.02
    assert (centred[:, :, [0, -1]] > 0).any(axis=(1, 2)).mean() < 0.02


def test_the_centre_of_mass_is_in_the_middle(centred: np.ndarray):
    """To half a pixel, in each direction, as it is where an image is moved by whole pixels."""
    assert np.abs(centres(centred)).max() <= 0.5


@pytest.mark.parametrize("shift", [1, 6, 8])
def test_a_shifted_digit_is_elsewhere(shift: int):
    """It is moved by as much as is asked for, and no more, in all directions."""
    images = draw(LABELS, 3, shift)
    off = centres(images)
    assert np.abs(off).max() <= shift + 0.5
    assert off.min(axis=0).max() < -0.8 * shift and off.max(axis=0).min() > 0.8 * shift
    assert np.abs(off.mean(axis=0)).max() < 0.15 * shift
    heights = (images > 0).any(axis=2).sum(axis=1)
    assert heights.mean() > 0.9 * min(20, 28 - 2 * shift) and heights.min() >= 8


def test_a_shifted_digit_is_whole():
    """To the last pixel: it is the one that is drawn in the middle, moved."""
    for seed in range(100):
        still, moved = (draw([seed % 10], seed, shift)[0] for shift in (0, 4))
        np.testing.assert_array_equal(inked(moved), inked(still))


def test_the_ten_digits_can_be_told():
    """In the middle by the mean of a class, and off the middle much worse: that is their use."""
    in_the_middle = told_by_means(0)
    assert in_the_middle > 0.75
    assert told_by_means(6) < 0.5 * in_the_middle


def test_every_style_is_drawn():
    """A thousand images of a digit have all its styles, of which there are three at least."""
    assert [len(styles) >= 3 for styles in STYLES] == [True] * 10
    for styles in STYLES:
        for style in styles:
            used = {place for line in style.lines for place in line}
            assert used == set(range(len(style.points)))
            assert all(len(line) >= 2 for line in style.lines)


@pytest.mark.parametrize(
    ("labels", "shift", "message"),
    [
        ([3, 10], 0, "a label is 10: it must be from 0 to 9"),
        ([-1], 0, "a label is -1"),
        ([1], -1, "shift is -1: it must be from 0 to 8"),
        ([1], 9, "shift is 9"),
    ],
)
def test_what_is_no_digit(labels: list[int], shift: int, message: str):
    """It is named, with what can be."""
    with pytest.raises(ValueError, match=message):
        draw(labels, 0, shift)


def test_the_arrays_are_those_of_keras(folder: Path):
    """The file has the four arrays of Keras's mnist.npz, as bytes, and no object among them."""
    with np.load(folder / "mnist.npz", allow_pickle=False) as arrays:
        found = {name: (arrays[name].shape, arrays[name].dtype) for name in arrays}
        labels = arrays["y_train"]
    assert found == {
        "x_train": ((125, 28, 28), np.uint8),
        "y_train": ((125,), np.uint8),
        "x_test": ((20, 28, 28), np.uint8),
        "y_test": ((20,), np.uint8),
    }
    assert set(np.bincount(labels)) == {12, 13}
    assert all(set(labels[i : i + 10]) == set(range(10)) for i in range(0, 120, 10))
    assert (labels[:10] != np.arange(10)).any() and (labels[:10] != labels[10:20]).any()


def test_the_images_are_those_of_the_arrays(folder: Path):
    """Each is in the folder of its digit, and has its place in the arrays as its name."""
    with np.load(folder / "mnist.npz") as arrays:
        for split, count in (("train", 125), ("test", 20)):
            paths = sorted((folder / split).glob("*/*.png"), key=lambda path: path.stem)
            assert [path.stem for path in paths] == [f"{i:05d}" for i in range(count)]
            assert [int(path.parent.name) for path in paths] == arrays[f"y_{split}"].tolist()
            images = np.stack([np.asarray(Image.open(path)) for path in paths])
            np.testing.assert_array_equal(images, arrays[f"x_{split}"])


def test_what_is_tested_on_is_not_trained_on(folder: Path):
    """No image is in both."""
    with np.load(folder / "mnist.npz") as arrays:
        both = np.concatenate([arrays["x_train"], arrays["x_test"]])
    assert len(np.unique(both, axis=0)) == 145


def test_the_same_options_write_the_same_files(folder: Path, tmp_path: Path):
    """Byte for byte; another seed writes others, under the same names or beside them."""
    digits.write(tmp_path / "again", train=125, test=20)
    assert digests(tmp_path / "again") == digests(folder)
    digits.write(tmp_path / "other", train=125, test=20, seed=1)
    assert not set(digests(tmp_path / "other").values()) & set(digests(folder).values())


def test_fewer_digits_are_the_first_ones(folder: Path, tmp_path: Path):
    """Neither number has a say in the other's digits."""
    digits.write(tmp_path / "few", train=33, test=20)
    whole = digests(folder)
    images = {name: digest for name, digest in digests(tmp_path / "few").items() if "png" in name}
    assert len(images) == 53 and images.items() <= whole.items()


def test_the_shift_is_that_of_the_drawing(tmp_path: Path):
    """The set has its digits off the middle by as much."""
    digits.write(tmp_path / "set", train=200, test=10, shift=6)
    with np.load(tmp_path / "set" / "mnist.npz") as arrays:
        assert 5 < np.abs(centres(arrays["x_train"])).max() <= 6.5


@pytest.fixture
def draw_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Run `grader data digits` for a small set; exit code, standard output, standard error."""

    def run(*options: str):
        small = ("--train", "12", "--test", "3", *options)
        code = main(["data", "digits", str(tmp_path / "set"), *small])
        return code, *capsys.readouterr()

    return run


def test_the_same_set_is_ready(draw_again, tmp_path: Path):
    """The second time nothing is drawn, and that is no error."""
    assert "set: 12 digits to train on, 3 to test on" in draw_again()[1]
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.*")}
    code, out, err = draw_again()
    assert (code, err) == (0, "")
    assert "set: ready, with 12 digits to train on, 3 to test on" in out
    after = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.*")}
    record = tmp_path / "set" / digits.RECORD
    assert after | {record: 0} == before | {record: 0}
    assert "已經有 12 張訓練用的數字圖片、3 張測試用的" in draw_again("--lang", "zh-TW")[1]


@pytest.mark.parametrize("gone", ["mnist.npz", "test/*/00002.png", "train"])
def test_a_set_that_was_interrupted_is_completed(draw_again, tmp_path: Path, gone: str):
    """It is then the same as one that was not."""
    draw_again()
    before = digests(tmp_path / "set")
    place = next((tmp_path / "set").glob(gone))
    if place.is_dir():
        shutil.rmtree(place)
    else:
        place.unlink()
    assert digests(tmp_path / "set") != before
    code, out, _ = draw_again()
    assert code == 0 and "set: ready" not in out
    assert digests(tmp_path / "set") == before


def test_the_real_file_can_take_the_place_of_the_drawn_one(draw_again, tmp_path: Path):
    """It is left alone, also where the images have to be drawn again."""
    draw_again()
    real = tmp_path / "set" / "mnist.npz"
    real.write_bytes(b"real")
    assert "set: ready" in draw_again()[1]
    shutil.rmtree(tmp_path / "set" / "train")
    assert draw_again()[0] == 0 and "set: ready" in draw_again()[1]
    assert real.read_bytes() == b"real"


def test_another_set_is_not_mixed_with_one_that_is_there(draw_again, tmp_path: Path):
    """The line says how that one was drawn."""
    draw_again()
    before = digests(tmp_path / "set")
    code, out, err = draw_again("--shift", "3")
    assert (code, out) == (2, "") and err.count("\n") == 1
    assert "drawn with --train 12 --test 3 --shift 0 --seed 0" in err
    assert digests(tmp_path / "set") == before


def test_a_folder_in_use_is_left_alone(draw_again, tmp_path: Path):
    """A folder with other files is refused by name, a real mnist.npz's also."""
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "mnist.npz").write_bytes(b"real")
    code, out, err = draw_again()
    assert (code, out) == (2, "") and err.count("\n") == 1
    assert f"{tmp_path / 'set'} is not empty" in err
    assert [path.name for path in (tmp_path / "set").iterdir()] == ["mnist.npz"]


@pytest.mark.parametrize("what", ["an image", "the arrays"])
def test_a_full_disk_is_one_line(draw_again, tmp_path: Path, monkeypatch, what: str):
    """What is there then is no whole set, and is completed when there is room."""

    def full(*_, **__):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        place = (Image.Image, "save") if what == "an image" else (np, "savez_compressed")
        patch.setattr(*place, full)
        code, out, err = draw_again()
    assert (code, out) == (2, "")
    assert err == f"grader: cannot write {tmp_path / 'set'}: No space left on device\n"
    assert "set: ready" not in draw_again()[1]
    assert "set: ready" in draw_again()[1]


def test_a_place_that_cannot_be_written(tmp_path: Path):
    """A file in the folder's place, or in that of its parent, is named in a usage error."""
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(UsageError, match=f"{file} is a file"):
        digits.write(file, train=1, test=1)
    with pytest.raises(UsageError, match=f"cannot write {file}/below: Not a directory"):
        digits.write(file / "below", train=1, test=1)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"train": 0}, "train is 0: it must be from 1 to 1000000"),
        ({"test": -1}, "test is -1"),
        ({"shift": 9}, "shift is 9: it must be from 0 to 8"),
        ({"seed": -1}, "seed is -1: it must be at least 0"),
    ],
)
def test_arguments_out_of_range(tmp_path: Path, arguments: dict[str, int], message: str):
    """A number out of its range is named with the range, and nothing is written."""
    with pytest.raises(UsageError, match=message):
        digits.write(tmp_path / "set", **arguments)
    assert not (tmp_path / "set").exists()
