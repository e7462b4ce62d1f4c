"""The synthetic traffic signs: GTSRB's layout, the same bytes each time, signs that differ."""

import csv
import hashlib
import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from grader.cli import main
from grader.datasets.signs import writing as signs
from grader.datasets.signs.faces import face
from grader.datasets.signs.scene import drive
from grader.errors import UsageError


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All 43 classes, three tracks of four frames."""
    directory = tmp_path_factory.mktemp("signs") / "set"
    signs.write(directory, tracks=3, frames=4)
    return directory


def pixels(path: Path) -> np.ndarray:
    """An image file as float numbers (H, W, 3)."""
    return np.asarray(Image.open(path), dtype=float)


def digests(directory: Path) -> dict[str, str]:
    """What each file in the folders of a set holds."""
    return {
        str(path.relative_to(directory)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(directory.glob("*/*.*"))
    }


def test_the_layout_is_that_of_gtsrb(folder: Path):
    """Class folders of five digits; track and frame in each name; one list a class."""
    folders = sorted(path for path in folder.iterdir() if path.is_dir())
    assert [path.name for path in folders] == [f"{c:05d}" for c in range(43)]
    assert [path.name for path in folder.iterdir() if path not in folders] == [signs.RECORD]
    names = [f"{track:05d}_{frame:05d}.ppm" for track in range(3) for frame in range(4)]
    for class_folder in folders:
        found = sorted(path.name for path in class_folder.iterdir())
        assert found == [*names, f"GT-{class_folder.name}.csv"]


def test_the_list_is_that_of_gtsrb(folder: Path):
    """The list has the original's header, and names each image with its size, box and class."""
    path = folder / "00014" / "GT-00014.csv"
    header = "Filename;Width;Height;Roi.X1;Roi.Y1;Roi.X2;Roi.Y2;ClassId"
    assert path.read_text().splitlines()[0] == header
    rows = list(csv.DictReader(path.open(newline=""), delimiter=";"))
    assert [row["Filename"] for row in rows] == sorted(p.name for p in path.parent.glob("*.ppm"))
    for row in rows:
        assert (row["Width"], row["Height"], row["ClassId"]) == ("32", "32", "14")
        assert 0 <= int(row["Roi.X1"]) < int(row["Roi.X2"]) <= 31
        assert 0 <= int(row["Roi.Y1"]) < int(row["Roi.Y2"]) <= 31


def test_images_are_rgb_ppm(folder: Path):
    """Each image is a binary PPM of 32 x 32 RGB pixels."""
    for path in folder.rglob("*.ppm"):
        assert path.read_bytes().startswith(b"P6\n32 32\n255\n")
        assert len(path.read_bytes()) == len(b"P6\n32 32\n255\n") + 32 * 32 * 3


def test_the_sign_comes_closer(folder: Path):
    """In every track the box of the sign grows from the first frame to the last."""
    for path in folder.rglob("*.csv"):
        rows = list(csv.DictReader(path.open(newline=""), delimiter=";"))
        for first, last in ((rows[i], rows[i + 3]) for i in range(0, 12, 4)):
            far, near = (
                int(row["Roi.X2"]) - int(row["Roi.X1"]) + int(row["Roi.Y2"]) - int(row["Roi.Y1"])
                for row in (first, last)
            )
            assert near > far


@pytest.mark.parametrize("seed", range(5))
def test_the_box_holds_the_sign(seed: int):
    """The box is the rectangle around the sign: of a magenta board, all of it and no more."""
    board = Image.new("RGBA", (256, 256), (255, 0, 255, 255))
    for image, box in drive(board, frames=3, size=96, rng=np.random.default_rng(seed)):
        red, green, blue = np.moveaxis(np.asarray(image, dtype=float), -1, 0)
        magenta = np.minimum(red, blue) - green > 0.4 * np.maximum(red, blue)
        # A dark pixel may be magenta by chance, four in a row are not.
        columns, rows = (np.flatnonzero(magenta.mean(axis=axis) > 0.04) for axis in (0, 1))
        seen = (columns[0], rows[0], columns[-1], rows[-1])
        np.testing.assert_allclose(box, seen, atol=4)


def test_same_arguments_same_bytes(tmp_path: Path):
    """Two runs write the same files, whatever the global random state is."""
    for name in ("a", "b"):
        np.random.seed(len(name))
        np.random.random(3 if name == "a" else 5)
        signs.write(tmp_path / name, classes=4, tracks=2, frames=2, seed=5)
    assert digests(tmp_path / "a") == digests(tmp_path / "b")


def test_another_seed_other_images(tmp_path: Path):
    """Another seed changes every image, and no name."""
    for seed in (0, 1):
        signs.write(tmp_path / str(seed), classes=2, tracks=2, frames=2, seed=seed)
    first, second = (
        {name: digest for name, digest in digests(tmp_path / seed).items() if "ppm" in name}
        for seed in ("0", "1")
    )
    assert first.keys() == second.keys()
    assert not set(first.values()) & set(second.values())


def test_a_class_does_not_depend_on_the_others(folder: Path, tmp_path: Path):
    """Fewer classes are the first classes of the larger set, byte for byte."""
    signs.write(tmp_path / "few", classes=3, tracks=3, frames=4)
    whole = digests(folder)
    assert all(whole[name] == digest for name, digest in digests(tmp_path / "few").items())


@pytest.mark.parametrize("size", [8, 47, 200])
def test_sizes(tmp_path: Path, size: int):
    """Images have the size asked for, small, odd and large."""
    assert signs.write(tmp_path / "set", classes=1, tracks=1, frames=1, size=size) == 1
    assert Image.open(tmp_path / "set" / "00000" / "00000_00000.ppm").size == (size, size)


def test_no_two_signs_look_alike():
    """Any two of the 43 painted signs differ on at least a hundredth of their area."""
    faces = np.stack([np.asarray(face(c, 64).convert("RGBA"), dtype=float) for c in range(43)])
    for c in range(43):
        differs = np.abs(faces - faces[c]).max(axis=-1) > 64
        share = differs.mean(axis=(1, 2))
        share[c] = 1
        assert share.min() > 0.01, (c, int(share.argmin()))


def test_frames_of_a_track_are_alike(folder: Path):
    """Frames of one track are nearer to each other than to another track: splitting them leaks.

    The measure is the distance between an image and the next frame of its track, against the
    nearest image of any other track of all classes.
    """
    paths = sorted(folder.rglob("*.ppm"))
    images = np.stack([pixels(path).ravel() for path in paths]).astype(np.float32)
    squares = (images**2).sum(axis=1)
    distances = squares[:, None] + squares - 2 * images @ images.T
    track = np.array([f"{path.parent.name}/{path.stem.split('_')[0]}" for path in paths])
    same = track[:, None] == track
    np.fill_diagonal(distances, np.inf)
    nearest_in_track = np.where(same, distances, np.inf).min(axis=1)
    nearest_elsewhere = np.where(same, np.inf, distances).min(axis=1)
    assert (nearest_in_track < nearest_elsewhere).mean() > 0.99


def test_signs_tell_their_class(folder: Path):
    """The last frame of a track is more like its own painted sign than like another, as a rule.

    The measure is the correlation of colour with each of the 43 faces, over the face's own area:
    it was right for 85 in 100 images when this was written, where chance is 2 in 100.
    """
    faces = [face(c, 28) for c in range(43)]
    masks = [np.asarray(image)[..., 3] > 128 for image in faces]
    painted = [np.asarray(image)[..., :3][mask] for image, mask in zip(faces, masks, strict=True)]
    right = []
    for path in folder.rglob("*_00003.ppm"):
        crop = pixels(path)[2:30, 2:30]
        likeness = [
            np.corrcoef(crop[mask].ravel(), paint.ravel())[0, 1]
            for mask, paint in zip(masks, painted, strict=True)
        ]
        right.append(int(np.argmax(likeness)) == int(path.parent.name))
    assert np.mean(right) > 0.7


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"classes": 0}, "classes is 0: it must be from 1 to 43"),
        ({"classes": 44}, "classes is 44: it must be from 1 to 43"),
        ({"tracks": 0}, "tracks is 0"),
        ({"frames": -1}, "frames is -1"),
        ({"size": 7}, "size is 7: it must be from 8 to 512"),
        ({"size": 513}, "size is 513: it must be from 8 to 512"),
        ({"seed": -1}, "seed is -1: it must be at least 0"),
    ],
)
def test_arguments_out_of_range(tmp_path: Path, arguments: dict[str, int], message: str):
    """A number out of its range is named with the range, and nothing is written."""
    with pytest.raises(UsageError, match=message):
        signs.write(tmp_path / "set", **arguments)
    assert not (tmp_path / "set").exists()


def test_a_folder_in_use_is_left_alone(tmp_path: Path):
    """A folder that is not empty is refused by name, and what is in it stays as it was."""
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(UsageError, match=f"{tmp_path} is not empty"):
        signs.write(tmp_path, classes=1, tracks=1, frames=1)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.fixture
def draw_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Run `grader data signs` for a small set; exit code, standard output, standard error."""

    def run(*options: str):
        small = ("--classes", "3", "--tracks", "1", "--frames", "2", *options)
        code = main(["data", "signs", str(tmp_path / "set"), *small])
        return code, *capsys.readouterr()

    return run


def test_the_same_set_is_ready(draw_again, tmp_path: Path):
    """The second time nothing is drawn, and that is no error."""
    assert "set: 6 images of 3 kinds of signs" in draw_again()[1]
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.ppm")}
    code, out, err = draw_again()
    assert (code, err) == (0, "") and "set: ready, with 6 images of 3 kinds of signs" in out
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.ppm")} == before
    assert "已經有 6 張圖片，共 3 種標誌" in draw_again("--lang", "zh-TW")[1]


@pytest.mark.parametrize("gone", ["00001/00000_00001.ppm", "00001/GT-00001.csv", "00001", "list"])
def test_a_set_that_was_interrupted_is_completed(draw_again, tmp_path: Path, gone: str):
    """It is then the same as one that was not; what was complete is not drawn again."""
    draw_again()
    before = digests(tmp_path / "set")
    whole = (tmp_path / "set" / "00000" / "00000_00000.ppm").stat().st_mtime_ns
    place = tmp_path / "set" / gone
    if gone == "list":
        listed = tmp_path / "set" / "00001" / "GT-00001.csv"
        listed.write_text("".join(listed.read_text().splitlines(keepends=True)[:2]))
    elif place.is_dir():
        shutil.rmtree(place)
    else:
        place.unlink()
    assert digests(tmp_path / "set") != before
    code, out, _ = draw_again()
    assert code == 0 and "ready" not in out
    assert digests(tmp_path / "set") == before
    assert (tmp_path / "set" / "00000" / "00000_00000.ppm").stat().st_mtime_ns == whole


def test_another_set_is_not_mixed_with_one_that_is_there(draw_again, tmp_path: Path):
    """The line says how that one was drawn."""
    draw_again()
    before = digests(tmp_path / "set")
    code, out, err = draw_again("--seed", "5")
    assert (code, out) == (2, "") and err.count("\n") == 1
    assert "drawn with --classes 3 --tracks 1 --frames 2 --size 32 --seed 0" in err
    assert digests(tmp_path / "set") == before


@pytest.mark.parametrize("text", ["", "[]", "{", "null"])
def test_a_record_that_is_none_makes_no_set(draw_again, tmp_path: Path, text: str):
    """Such a folder is in use by somebody."""
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / signs.RECORD).write_text(text)
    assert draw_again()[0] == 2
    assert (tmp_path / "set" / signs.RECORD).read_text() == text


def test_an_empty_folder_is_used(tmp_path: Path):
    """A folder that exists and is empty is written to; the number of images is returned."""
    assert signs.write(tmp_path, classes=2, tracks=1, frames=3) == 6
    assert len(list(tmp_path.rglob("*.ppm"))) == 6


def test_a_place_that_cannot_be_written(tmp_path: Path):
    """A file in the folder's place, or in that of its parent, is named in a usage error."""
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(UsageError, match=f"{file} is a file"):
        signs.write(file, classes=1)
    with pytest.raises(UsageError, match=f"cannot write {file}/below: Not a directory"):
        signs.write(file / "below", classes=1)
