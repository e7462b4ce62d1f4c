"""The points on a spiral: where the formula says, the same bytes each time, in two forms."""

import csv
import errno
import math
import os
from pathlib import Path

import numpy as np
import pytest

from grader.cli import main
from grader.datasets import spiral
from grader.errors import UsageError


@pytest.mark.parametrize(("samples", "classes"), [(4, 2), (100, 3), (7, 5)])
def test_points_without_noise_are_where_the_formula_says(samples: int, classes: int):
    """Of class j, the sample of radius r = i / (S - 1) has the angle t = 4j + 4r."""
    X, y = spiral.draw(samples, classes, 0, 0)
    assert y.tolist() == [j for j in range(classes) for _ in range(samples)]
    for (a, b), j, i in zip(X, y, list(range(samples)) * classes, strict=True):
        r = i / (samples - 1)
        assert a == pytest.approx(r * math.sin(4 * j + 4 * r), abs=1e-12)
        assert b == pytest.approx(r * math.cos(4 * j + 4 * r), abs=1e-12)


@pytest.mark.parametrize("noise", [0.05, 0.2])
def test_the_noise_is_of_the_angle(noise: float):
    """The radii stay, and the angles deviate by as much as is asked for, one by one."""
    S = 2000
    X, _ = spiral.draw(S, 3, noise, 1)
    plain, _ = spiral.draw(S, 3, 0, 1)
    np.testing.assert_allclose(np.hypot(*X.T), np.tile(np.linspace(0, 1, S), 3), atol=1e-12)
    far = np.hypot(*X.T) > 0.01
    turns = (X @ (1, 1j) / (plain @ (1, 1j) + ~far))[far]
    angles = np.angle(turns)
    assert abs(angles.mean()) < 0.05 * noise + 0.005
    assert angles.std() == pytest.approx(noise, rel=0.05)
    assert abs(np.corrcoef(angles[:-1], angles[1:])[0, 1]) < 0.05


def test_no_line_parts_the_arms():
    """The best of 180 directions and all thresholds tells one arm from the others hardly better."""
    X, y = spiral.draw(100, 3, 0.2, 0)
    best = 0.0
    for angle in np.linspace(0, np.pi, 180):
        order = np.argsort(X @ (np.cos(angle), np.sin(angle)))
        for arm in range(3):
            below = np.concatenate([[0], (y[order] == arm).cumsum()])
            rest = np.arange(301) - below
            right = below + (200 - rest)
            best = max(best, right.max() / 300, (300 - right).max() / 300)
    assert best < 0.85


@pytest.fixture
def draw_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Run `grader data spiral`; exit code, standard output, standard error."""

    def run(*options: str):
        code = main(["data", "spiral", str(tmp_path / "set"), *options])
        return code, *capsys.readouterr()

    return run


def test_both_files_hold_the_points(draw_again, tmp_path: Path):
    """The table to six decimals, with a line above; the arrays as they are."""
    code, out, _ = draw_again()
    assert code == 0 and "set: 300 points on 3 arms" in out
    X, y = spiral.draw(100, 3, 0.2, 0)
    with np.load(tmp_path / "set" / "spiral.npz", allow_pickle=False) as arrays:
        assert set(arrays) == {"X", "y"}
        assert (arrays["X"].dtype, arrays["y"].dtype) == (np.float64, np.int64)
        np.testing.assert_array_equal(arrays["X"], X)
        np.testing.assert_array_equal(arrays["y"], y)
    with (tmp_path / "set" / "spiral.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    np.testing.assert_allclose([[float(r["x"]), float(r["y"])] for r in rows], X, atol=5e-7)
    assert [int(row["class"]) for row in rows] == y.tolist()
    assert b"\r" not in (tmp_path / "set" / "spiral.csv").read_bytes()
    names = {path.name for path in (tmp_path / "set").iterdir()}
    assert names == {"spiral.csv", "spiral.npz", spiral.RECORD}


def test_the_same_options_write_the_same_bytes(tmp_path: Path):
    """Another seed writes others, and a generator goes on from where it is."""
    for name, seed in (("a", 3), ("b", 3), ("c", 4)):
        np.random.seed(len(name))
        spiral.write(tmp_path / name, samples=10, seed=seed)
    for file in ("spiral.csv", "spiral.npz"):
        written, again, other = ((tmp_path / name / file).read_bytes() for name in "abc")
        assert written == again != other
    rng = np.random.default_rng(3)
    first, second = (spiral.draw(10, 3, 0.2, rng)[0] for _ in range(2))
    np.testing.assert_array_equal(first, spiral.draw(10, 3, 0.2, 3)[0])
    assert (first[1:10] != second[1:10]).all()


def test_the_same_set_is_ready(draw_again, tmp_path: Path):
    """The second time nothing is drawn; a file that is gone is made again."""
    draw_again("--samples", "5", "--classes", "2")
    arrays, table = tmp_path / "set" / "spiral.npz", tmp_path / "set" / "spiral.csv"
    before = arrays.stat().st_mtime_ns, arrays.read_bytes(), table.read_bytes()
    code, out, err = draw_again("--samples", "5", "--classes", "2")
    assert (code, err) == (0, "") and "set: ready, with 10 points on 2 arms" in out
    assert (arrays.stat().st_mtime_ns, arrays.read_bytes(), table.read_bytes()) == before
    for path in (arrays, table):
        path.unlink()
        assert "set: ready" not in draw_again("--samples", "5", "--classes", "2")[1]
        assert (arrays.read_bytes(), table.read_bytes()) == before[1:]
    chinese = draw_again("--samples", "5", "--classes", "2", "--lang", "zh-TW")[1]
    assert "已經有 10 個點，分布在 2 臂上" in chinese


def test_another_set_is_not_mixed_with_one_that_is_there(draw_again, tmp_path: Path):
    """The line says how that one was drawn; a folder with other files is left alone."""
    draw_again("--noise", "0.1")
    before = (tmp_path / "set" / "spiral.csv").read_bytes()
    code, out, err = draw_again()
    assert (code, out) == (2, "") and err.count("\n") == 1
    assert "drawn with --samples 100 --classes 3 --noise 0.1 --seed 0" in err
    assert (tmp_path / "set" / "spiral.csv").read_bytes() == before
    (tmp_path / "set" / spiral.RECORD).unlink()
    assert "is not empty" in draw_again("--noise", "0.1")[2]
    assert (tmp_path / "set" / "spiral.csv").read_bytes() == before


def test_a_full_disk_is_one_line(draw_again, tmp_path: Path, monkeypatch):
    """What is there then is no whole set, and is completed when there is room."""

    def full(*_, **__):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(np, "savez", full)
        code, out, err = draw_again()
    assert (code, out) == (2, "")
    assert err == f"grader: cannot write {tmp_path / 'set'}: No space left on device\n"
    assert "set: ready" not in draw_again()[1]
    assert "set: ready" in draw_again()[1]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"samples": 1}, "samples is 1: it must be from 2 to 1000000"),
        ({"classes": 0}, "classes is 0: it must be from 1 to 1000"),
        ({"noise": -0.1}, "noise is -0.1: it must be from 0 to 10"),
        ({"noise": math.nan}, "noise is nan"),
        ({"noise": math.inf}, "noise is inf"),
        ({"seed": -1}, "seed is -1: it must be at least 0"),
    ],
)
def test_arguments_out_of_range(tmp_path: Path, arguments: dict, message: str):
    """A number out of its range is named with the range, and nothing is written."""
    with pytest.raises(UsageError, match=message):
        spiral.write(tmp_path / "set", **arguments)
    assert not (tmp_path / "set").exists()
