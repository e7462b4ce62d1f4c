"""A file is written whole, and where it was asked for."""

import os

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
