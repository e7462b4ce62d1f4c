"""A file is written whole, and where it was asked for."""

import os
from pathlib import Path

import pytest

from grader.course import write_whole


def test_no_link_is_followed(tmp_path):
    """Neither one under the file's name, nor one under the name that it has while it is written."""
    kept = tmp_path / "kept"
    kept.write_text("mine")
    folder = tmp_path / "clone"
    folder.mkdir()
    for name in ("report.xml", f".report.xml.{os.getpid()}.new"):
        (folder / name).symlink_to(kept)
    write_whole(folder / "report.xml", b"<testsuites/>")
    assert kept.read_text() == "mine"
    assert not (folder / "report.xml").is_symlink()
    assert [path.name for path in folder.iterdir()] == ["report.xml"]
    write_whole(folder / "report.xml", b"<other/>")
    assert (folder / "report.xml").read_bytes() == b"<other/>"


def test_a_private_file_is_its_owners_alone_from_the_first_byte_on(tmp_path, monkeypatch):
    """Nor can others read it while it is written; and what comes to no end leaves nothing."""
    seen = []

    def killed(self, _):
        seen.append(self.stat().st_mode & 0o777)
        raise KeyboardInterrupt

    write_whole(tmp_path / "grades.csv", b"", private=True)
    assert (tmp_path / "grades.csv").stat().st_mode & 0o777 == 0o600
    monkeypatch.setattr(Path, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "letter.md", b"8 of 10", private=True)
    assert seen == [0o600]
    assert [path.name for path in tmp_path.iterdir()] == ["grades.csv"]
