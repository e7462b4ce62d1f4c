"""What exercise 2 gives to the student: the data sets of a folder, and the tools of a script."""

import importlib.util
import io
import logging
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
import tensorflow as tf
from PIL import Image

from grader.datasets.signs import writing as signs

ROOT = Path(__file__).parents[2]
EXERCISE = ROOT / "exercises" / "ex2_training_loop"
REAL = ROOT.parent / "shared" / "data" / "GTSRB" / "Final_Training" / "Images"


def given_module(name: str) -> ModuleType:
    """A module that the exercise gives to the student, loaded without touching sys.path."""
    spec = importlib.util.spec_from_file_location(f"ex2_{name}", EXERCISE / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # AutoGraph looks there for the source of a function
    spec.loader.exec_module(module)
    return module


dataset = given_module("dataset")
utils = given_module("utils")


@pytest.fixture(scope="module")
def small_set(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three classes, five tracks of four frames."""
    directory = tmp_path_factory.mktemp("data") / "signs"
    signs.write(directory, classes=3, tracks=5, frames=4)
    return directory


@pytest.fixture
def imdir(small_set: Path, tmp_path: Path) -> Path:
    """A copy of the small set, to be damaged."""
    return Path(shutil.copytree(small_set, tmp_path / "signs"))


def arrays(batches: tf.data.Dataset) -> tuple[np.ndarray, np.ndarray]:
    """All images (N, H, W, 3) and labels (N,) of one pass over a data set."""
    X, Y = zip(*batches.as_numpy_iterator(), strict=True)
    return np.concatenate(X), np.concatenate(Y)


def tracks(files: list[tuple[Path, int]]) -> set[tuple[int, str]]:
    """The tracks that some files belong to."""
    return {(class_id, path.name.rpartition("_")[0]) for path, class_id in files}


def test_batches_have_the_pinned_types(small_set: Path):
    """X is float32 (N, 32, 32, 3), not scaled; Y int32 (N,); only the last batch is smaller."""
    for batches in dataset.get_datasets(small_set, 7):
        sizes = []
        for X, Y in batches:
            assert (X.dtype, Y.dtype) == (tf.float32, tf.int32)
            assert X.shape == (len(Y), 32, 32, 3) and Y.shape == (len(Y),)
            sizes.append(len(Y))
        assert set(sizes[:-1]) <= {7} and 1 <= sizes[-1] <= 7
        X, _ = arrays(batches)
        assert X.min() >= 0 and 100 < X.max() <= 255
        np.testing.assert_array_equal(X, np.round(X))


def test_images_and_labels_are_those_of_the_files(small_set: Path):
    """Every image of the folder comes once, with its own class."""
    halves = [arrays(batches) for batches in dataset.get_datasets(small_set, 8)]
    found = sorted((int(y), x.tobytes()) for X, Y in halves for x, y in zip(X, Y, strict=True))
    expected = sorted(
        (int(path.parent.name), np.asarray(Image.open(path), dtype=np.float32).tobytes())
        for path in small_set.rglob("*.ppm")
    )
    assert found == expected


def test_no_track_is_on_both_sides(small_set: Path):
    """Training and validation share no track, each class is in both, and no file is lost."""
    for seed in range(5):
        train_files, val_files = dataset.split_by_track(small_set, seed=seed)
        assert not tracks(train_files) & tracks(val_files)
        assert len(train_files) + len(val_files) == 60
        assert len(tracks(val_files)) == 3
        assert {c for _, c in train_files} == {c for _, c in val_files} == {0, 1, 2}


def test_the_images_of_a_side_are_those_of_its_tracks(small_set: Path):
    """get_datasets validates on the very files that split_by_track held out, in their order."""
    _, val_files = dataset.split_by_track(small_set)
    X, Y = arrays(dataset.get_datasets(small_set, 8)[1])
    expected = np.stack([np.asarray(Image.open(path)) for path, _ in val_files])
    np.testing.assert_array_equal(X, expected)
    assert Y.tolist() == [class_id for _, class_id in val_files]


@pytest.mark.parametrize(("validation", "held_out"), [(0.01, 1), (0.2, 1), (0.4, 2), (0.99, 4)])
def test_the_fraction_of_tracks(small_set: Path, validation: float, held_out: int):
    """The fraction is of each class's tracks: at least one, and never all of them."""
    _, val_files = dataset.split_by_track(small_set, validation)
    assert len(tracks(val_files)) == 3 * held_out


def test_a_class_of_one_track_is_trained_on(imdir: Path):
    """Where a class has one track only, training gets it."""
    for path in (imdir / "00001").glob("*.ppm"):
        if not path.name.startswith("00000_"):
            path.unlink()
    train_files, val_files = dataset.split_by_track(imdir)
    assert 1 in {c for _, c in train_files}
    assert {c for _, c in val_files} == {0, 2}


def test_same_seed_same_data(small_set: Path):
    """One seed gives one split and one order, epoch by epoch; another seed gives others."""

    def epochs(seed: int) -> list[list[np.ndarray]]:
        train_dataset, val_dataset = dataset.get_datasets(small_set, 8, seed=seed)
        return [[arrays(side)[0] for _ in range(2)] for side in (train_dataset, val_dataset)]

    train, val = epochs(3)
    for once, again in zip(train + val, [x for side in epochs(3) for x in side], strict=True):
        np.testing.assert_array_equal(once, again)
    assert not np.array_equal(train[0], epochs(4)[0][0])
    splits = {frozenset(tracks(dataset.split_by_track(small_set, seed=k)[1])) for k in range(9)}
    assert len(splits) > 1


def test_training_is_reshuffled_and_validation_is_not(small_set: Path):
    """Each epoch trains in a new order on the same images; validation keeps its order."""
    train_dataset, val_dataset = dataset.get_datasets(small_set, 8)
    (first, labels), (second, _) = arrays(train_dataset), arrays(train_dataset)
    assert not np.array_equal(first, second)
    assert sorted(x.tobytes() for x in first) == sorted(x.tobytes() for x in second)
    assert labels.tolist() != sorted(labels.tolist())
    np.testing.assert_array_equal(arrays(val_dataset)[0], arrays(val_dataset)[0])


def test_images_of_any_size_are_resized(imdir: Path):
    """A large, a small and an oblong image become 32 x 32; their colours stay."""
    shutil.rmtree(imdir / "00000")
    (imdir / "00000").mkdir()
    for track, size in enumerate([(250, 250), (15, 15), (60, 33)]):
        Image.new("RGB", size, (200, 100, 7)).save(imdir / "00000" / f"{track:05d}_00000.ppm")
    X, Y = (
        np.concatenate(sides)
        for sides in zip(*map(arrays, dataset.get_datasets(imdir, 8)), strict=True)
    )
    assert X.shape[1:] == (32, 32, 3)
    colours = X[Y == 0].reshape(-1, 3)
    np.testing.assert_array_equal(colours, np.broadcast_to((200, 100, 7), colours.shape))


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P"])
def test_png_is_read_like_ppm(imdir: Path, mode: str):
    """A PNG, grey, with a palette or with transparency too, gives RGB."""
    image = Image.new("RGB", (20, 20), (90, 90, 90))
    image = image.convert(mode, palette=Image.Palette.ADAPTIVE)
    image.save(imdir / "00002" / "00009_00000.PNG")
    path = imdir / "00002" / "00009_00000.PNG"
    np.testing.assert_array_equal(dataset.read_image(path, 32), np.full((32, 32, 3), 90))
    assert path in [path for side in dataset.split_by_track(imdir) for path, _ in side]


def test_what_lies_beside_the_images_is_left_alone(imdir: Path):
    """Annotations, hidden files and folders, and files beside the class folders don't count."""
    (imdir / "00000" / ".DS_Store").write_bytes(b"\0")
    (imdir / "00000" / "Thumbs.db").write_bytes(b"\0")
    (imdir / "Readme.txt").write_text("hello")
    (imdir / "__MACOSX").mkdir()
    (imdir / ".git").mkdir()
    assert (imdir / "00000" / "GT-00000.csv").exists()
    train_files, val_files = dataset.split_by_track(imdir)
    assert len(train_files) + len(val_files) == 60


def test_kaggle_names_have_tracks_too(tmp_path: Path):
    """Where the class stands first (class_track_frame.png, folders 0 and 1), tracks are kept."""
    for class_id in (0, 1):
        (tmp_path / str(class_id)).mkdir()
        for name in ("00000_00000", "00000_00001", "00001_00000"):
            Image.new("RGB", (9, 9)).save(tmp_path / str(class_id) / f"0000{class_id}_{name}.png")
    train_files, val_files = dataset.split_by_track(tmp_path)
    assert not tracks(train_files) & tracks(val_files)
    assert {c for _, c in val_files} == {0, 1}


def truncated(imdir: Path) -> Path:
    path = imdir / "00001" / "00002_00003.ppm"
    path.write_bytes(path.read_bytes()[:-100])
    return path


def truncated_png(imdir: Path) -> Path:
    path = imdir / "00001" / "00002_00004.png"
    data = io.BytesIO()
    Image.open(imdir / "00001" / "00002_00003.ppm").save(data, "PNG")
    path.write_bytes(data.getvalue()[:1000])
    return path


def wrong_content(imdir: Path) -> Path:
    path = imdir / "00001" / "00002_00003.ppm"
    path.write_text("no image at all")
    return path


def empty_file(imdir: Path) -> Path:
    path = imdir / "00001" / "00002_00003.ppm"
    path.write_bytes(b"")
    return path


def damaged_header(imdir: Path) -> Path:
    path = imdir / "00001" / "00002_00003.ppm"
    path.write_bytes(b"P6\nthirty two\n255\n")
    return path


def other_file(imdir: Path) -> Path:
    path = imdir / "00001" / "notes.txt"
    path.write_text("no image")
    return path


def folder_like_an_image(imdir: Path) -> Path:
    path = imdir / "00001" / "00009_00000.ppm"
    path.mkdir()
    return path


def no_track(imdir: Path) -> Path:
    path = imdir / "00001" / "sign.ppm"
    shutil.copy(imdir / "00001" / "00002_00003.ppm", path)
    return path


def empty_class(imdir: Path) -> Path:
    for path in (imdir / "00001").glob("*.ppm"):
        path.unlink()
    return imdir / "00001"


def one_class(imdir: Path) -> Path:
    shutil.rmtree(imdir / "00001")
    shutil.rmtree(imdir / "00002")
    return imdir


def no_classes(imdir: Path) -> Path:
    shutil.rmtree(imdir)
    (imdir / "Images").mkdir(parents=True)
    return imdir


def missing(imdir: Path) -> Path:
    shutil.rmtree(imdir)
    return imdir


def a_file(imdir: Path) -> Path:
    shutil.rmtree(imdir)
    imdir.write_text("")
    return imdir


def one_track_each(imdir: Path) -> Path:
    for path in imdir.rglob("*.ppm"):
        if not path.name.startswith("00000_"):
            path.unlink()
    return imdir


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (truncated, "cannot be read: image file is truncated"),
        (truncated_png, "cannot be read"),
        (wrong_content, "is no image"),
        (empty_file, "is no image"),
        (damaged_header, "cannot be read"),
        (other_file, "is no image: it must be a .ppm or .png file"),
        (folder_like_an_image, "is no image"),
        (no_track, "the name has no track"),
        (empty_class, "has no images"),
        (one_class, "has one class only (00000)"),
        (no_classes, "has no class folders"),
        (missing, "there is no such folder"),
        (a_file, "is a file, not a folder"),
        (one_track_each, "every class has one track only"),
    ],
)
def test_damage_is_named(imdir: Path, damage: Callable[[Path], Path], message: str):
    """Whatever is wrong with a folder is one line that names the file or folder and the fault."""
    culprit = damage(imdir)
    with pytest.raises(dataset.DatasetError) as caught:
        dataset.get_datasets(imdir, 8)
    line = str(caught.value)
    assert line.startswith(str(culprit)) and message in line and "\n" not in line


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        ({"batch_size": 0}, "batch_size"),
        ({"batch_size": 1, "image_size": 0}, "image_size"),
        ({"batch_size": 1, "validation": 0}, "validation"),
        ({"batch_size": 1, "validation": 1.0}, "validation"),
    ],
)
def test_numbers_that_make_no_sense(small_set: Path, arguments: dict[str, float], name: str):
    """A batch of no images, images of no pixels, all or nothing held out: the number is named."""
    with pytest.raises(ValueError, match=f"{name} is"):
        dataset.get_datasets(small_set, **arguments)


@pytest.mark.skipif(not REAL.is_dir(), reason=f"the real sample of GTSRB is not there: {REAL}")
def test_the_real_sample():
    """The real sample gives 43 classes of 10 training and 5 validation images, whole tracks."""
    train_files, val_files = dataset.split_by_track(REAL)
    assert (len(train_files), len(val_files)) == (430, 215)
    assert not tracks(train_files) & tracks(val_files)
    for batches, count in zip(dataset.get_datasets(REAL, 64), (10, 5), strict=True):
        X, Y = arrays(batches)
        assert X.shape == (43 * count, 32, 32, 3)
        assert np.bincount(Y).tolist() == [count] * 43
        assert X.max() > 200


def test_arguments():
    """The four options are read; the learning rate's default is the script's."""
    options = utils.parse_arguments(lr=0.5, arguments=["--imdir", "signs"])
    assert (options.imdir, options.epochs, options.batch_size, options.lr) == ("signs", 10, 64, 0.5)
    line = "--imdir signs --epochs 3 --batch-size 8 --lr 1e-3"
    options = utils.parse_arguments(arguments=line.split())
    assert (options.epochs, options.batch_size, options.lr) == (3, 8, 0.001)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("", "--imdir"),
        ("--imdir d --epochs 0", "--epochs: '0' is no whole number from 1"),
        ("--imdir d --epochs ten", "--epochs: 'ten' is no whole number from 1"),
        ("--imdir d --batch-size 1.5", "--batch-size: '1.5' is no whole number from 1"),
        ("--imdir d --lr 0", "--lr: '0' is no positive number"),
        ("--imdir d --lr nan", "--lr: 'nan' is no positive number"),
        ("--imdir d --lr inf", "--lr: 'inf' is no positive number"),
        ("--imdir d --lr fast", "--lr: 'fast' is no positive number"),
    ],
)
def test_wrong_arguments(line: str, message: str, capsys: pytest.CaptureFixture[str]):
    """A missing folder or a number that makes no sense ends with one line that names it."""
    with pytest.raises(SystemExit) as caught:
        utils.parse_arguments(arguments=line.split())
    assert caught.value.code == 2
    assert message in capsys.readouterr().err


def test_a_log_line_comes_once_with_its_time(
    capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
):
    """However often a logger is asked for, a line is written once, after a short time.

    It does not reach the root logger, for which TensorFlow may have a handler of its own.
    """
    name = "test_a_log_line"
    for _ in range(3):
        logger = utils.get_logger(name)
    logger.info("loss 3.2")
    lines = capsys.readouterr().err.splitlines()
    logging.getLogger(name).handlers.clear()
    assert len(lines) == 1 and not caplog.records
    time, text = lines[0].split(" ", 1)
    assert len(time) == len("14:03:59") and text == "loss 3.2"


class Terminal(io.StringIO):
    """Standard error as a person has it."""

    def isatty(self) -> bool:
        return True


def test_the_progress_bar_on_a_terminal(small_set: Path, monkeypatch: pytest.MonkeyPatch):
    """The bar is redrawn in its line at each batch, in each epoch; the data stay the same."""
    monkeypatch.setattr(sys, "stderr", Terminal())
    _, val_dataset = dataset.get_datasets(small_set, 5)
    watched = utils.progress(val_dataset, "epoch 1")
    assert isinstance(watched, tf.data.Dataset)
    assert watched.element_spec == val_dataset.element_spec and len(watched) == 3
    for _ in range(2):
        np.testing.assert_array_equal(arrays(watched)[0], arrays(val_dataset)[0])
    drawn = sys.stderr.getvalue()
    assert drawn.count("\n") == 2
    bars = drawn.split("\n")[0].split("\r")[1:]
    assert [bar.split()[-1] for bar in bars] == ["1/3", "2/3", "3/3"]
    assert bars[-1] == f"epoch 1 [{'=' * 30}] 3/3"


def test_no_progress_bar_in_a_file(small_set: Path):
    """Where standard error is no terminal, nothing is drawn: the data set is the one given."""
    _, val_dataset = dataset.get_datasets(small_set, 5)
    assert utils.progress(val_dataset) is val_dataset


def test_curves_are_drawn(tmp_path: Path):
    """The picture is a PNG that shows each curve: a curve more, and it differs."""
    history = {"loss": [3.0, 2.0], "accuracy": [0.1, 0.4], "val_accuracy": []}
    utils.display_metrics(history, tmp_path / "few.png")
    history["val_accuracy"] = [0.2, 0.3]
    utils.display_metrics(history, tmp_path / "more.png")
    few, more = (Image.open(tmp_path / name) for name in ("few.png", "more.png"))
    assert few.format == more.format == "PNG" and few.width > 800
    (few_left, few_right), (more_left, more_right) = (
        np.split(np.asarray(image.convert("RGB")), 2, axis=1) for image in (few, more)
    )
    np.testing.assert_array_equal(few_left, more_left)
    assert not np.array_equal(few_right, more_right)


def test_the_given_modules_stand_alone():
    """What is given to the student imports nothing of the grader."""
    for name in ("dataset", "utils"):
        assert "grader" not in (EXERCISE / f"{name}.py").read_text()
