"""Hostile zips: nothing leaves the folder, nothing inflates without end, the rest comes out."""

import errno
import os
import stat
import struct
import zipfile
import zlib

import pytest

from grader.classroom.collect import archives
from grader.classroom.collect.archives import Quota, unpack
from grader.errors import RecordFault, SubmissionError

SMALL = Quota(total=10_000, file=5_000, entries=10)


def entry(name: str, mode: int = 0, **attributes) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = mode << 16
    for attribute, value in attributes.items():
        setattr(info, attribute, value)
    return info


@pytest.fixture
def packed(tmp_path):
    """Make a zip of (name or ZipInfo, bytes) and unpack it; returns files and what was refused."""

    def pack(*entries, limits=archives.CLASS, patch=lambda data: data):
        path, folder = tmp_path / "a.zip", tmp_path / "out"
        folder.mkdir()
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
            for name, data in entries:
                file.writestr(name, data)
        path.write_bytes(patch(path.read_bytes()))
        refused = {name: str(why) for name, why in unpack(path, folder, limits).refused}
        files = {
            found.relative_to(folder).as_posix(): found.read_bytes()
            for found in folder.rglob("*")
            if found.is_file()
        }
        return files, refused

    return pack


def test_what_is_fine_comes_out_with_its_size(tmp_path):
    """Folders, files, and how many bytes they are."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as file:
        file.writestr("alice/ex1/mean.py", b"x = 1")
        file.mkdir("bob")
    (tmp_path / "out").mkdir()
    unpacked = unpack(tmp_path / "a.zip", tmp_path / "out")
    assert (unpacked.size, unpacked.refused) == (5, ())
    assert (tmp_path / "out" / "alice" / "ex1" / "mean.py").read_bytes() == b"x = 1"
    assert (tmp_path / "out" / "bob").is_dir()


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("/etc/cron.d/x", "absolute"),
        ("//server/share/x", "absolute"),
        ("\\windows\\x", "absolute"),
        ("C:\\windows\\x", "absolute"),
        ("c:x", "absolute"),
        ("../x", "leads out"),
        ("a/../../x", "leads out"),
        ("a\\..\\..\\x", "leads out"),
        ("a/..", "leads out"),
        ("./.", "no name"),
        ("d/" * 50 + "x", "deeper than"),
    ],
)
def test_no_path_leaves_the_folder(packed, tmp_path, name, why):
    """It is refused with the reason, and its neighbour is unpacked."""
    files, refused = packed((name, b"1"), ("fine.py", b"2"))
    assert files == {"fine.py": b"2"}
    assert why in refused[name]
    assert {path.name for path in tmp_path.iterdir()} == {"a.zip", "out"}


@pytest.mark.parametrize(
    ("info", "why"),
    [
        (entry("link", stat.S_IFLNK | 0o777), "symbolic link"),
        (entry("pipe", stat.S_IFIFO | 0o666), "not a regular file"),
        (entry("device", stat.S_IFBLK | 0o666), "not a regular file"),
        (entry("bz2", compress_type=zipfile.ZIP_BZIP2), "method 12"),
        (entry("xz", compress_type=zipfile.ZIP_LZMA), "method 14"),
    ],
)
def test_what_is_no_plain_file_is_refused(packed, info, why):
    """Links and devices are never made; packings without a bound are never opened."""
    files, refused = packed((info, b"/etc/passwd"), ("fine.py", b"2"))
    assert files == {"fine.py": b"2"}
    assert why in refused[info.filename]


def test_an_encrypted_entry_is_refused(packed):
    """There is no password to be had."""

    def encrypt(data: bytes) -> bytes:
        start = data.index(b"PK\1\2")
        return data[: start + 8] + b"\1" + data[start + 9 :]

    files, refused = packed(("secret.py", b"1"), ("fine.py", b"2"), patch=encrypt)
    assert files == {"fine.py": b"2"}
    assert "encrypted" in refused["secret.py"]


def test_bytes_are_counted_of_a_file_and_in_all(packed):
    """Small sources come first, so large data can't use up what is allowed."""
    data = [(f"{number}.csv", bytes([number] * 4_000)) for number in range(4)]
    files, refused = packed(("big.py", b"1" * 6_000), *data, ("z.py", b"2"), limits=SMALL)
    assert set(files) == {"z.py", "0.csv", "1.csv"}
    assert "larger than" in refused["big.py"]
    assert "holds more than" in refused["2.csv"]


def test_a_bomb_is_told_by_how_much_it_inflates(packed):
    """Ten megabytes of zeros take ten kilobytes."""
    files, refused = packed(("bomb.py", bytes(10 << 20)), ("fine.py", b"2"))
    assert files == {"fine.py": b"2"}
    assert "zip bomb" in refused["bomb.py"]


def test_no_more_entries_than_allowed(packed):
    """The first sources are unpacked, and what is left out is said."""
    files, refused = packed(*[(f"{n}.py", b"1") for n in range(12)], limits=SMALL)
    assert len(files) == 10
    assert "2 entries after the first 10" in refused["..."]


def test_a_table_of_contents_is_bounded(tmp_path):
    """It is not read at all: a million entries would take a gigabyte of memory to hold."""
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as file:
        for number in range(200):
            file.writestr(str(number), b"")
    with pytest.raises(SubmissionError, match="table of contents is too long"):
        unpack(path, tmp_path, Quota(total=1, file=1, entries=5))


def test_a_size_in_the_header_is_not_believed(packed):
    """A file that says it is small, and is not, is damaged; none of it is left."""

    def lie(data: bytes) -> bytes:
        start = data.index(b"PK\1\2")
        return data[: start + 24] + struct.pack("<I", 10) + data[start + 28 :]

    files, refused = packed(("liar.py", b"1" * 6_000), ("fine.py", b"2"), limits=SMALL, patch=lie)
    assert files == {"fine.py": b"2"}
    assert "damaged" in refused["liar.py"]


def test_overlapping_entries_are_refused(tmp_path):
    """One packed file under a hundred names is a bomb that no ratio tells."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packer.compress(b"x" * 1000) + packer.flush()
    size = struct.pack("<III", zlib.crc32(b"x" * 1000), len(body), 1000)
    fixed = struct.pack("<HHHHH", 20, 0, 8, 0, 0) + size
    local = b"PK\3\4" + fixed + struct.pack("<HH", 1, 0) + b"a" + body
    central = b"".join(
        b"PK\1\2\x14\0" + fixed + struct.pack("<HHHHHII", 1, 0, 0, 0, 0, 0, 0) + name
        for name in (b"a", b"b", b"c")
    )
    end = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 3, 3, len(central), len(local), 0)
    (tmp_path / "a.zip").write_bytes(local + central + end)
    (tmp_path / "out").mkdir()
    refused = unpack(tmp_path / "a.zip", tmp_path / "out").refused
    assert len([why for _, why in refused if "overlaps" in str(why)]) == 2
    assert len(list((tmp_path / "out").iterdir())) <= 1


def test_names_that_are_there_twice(packed):
    """The same content is taken once; of different contents, case aside, none is chosen."""
    with pytest.warns(UserWarning, match="Duplicate name"):
        files, refused = packed(
            ("same.py", b"1"),
            ("same.py", b"1"),
            ("Case.py", b"1"),
            ("case.py", b"2"),
            ("Folder/a.py", b"1"),
            ("folder/b.py", b"2"),
        )
    assert set(files) == {"same.py", "Folder/a.py", "Folder/b.py"}
    assert refused["same.py"] == "is there twice"
    assert "different content" in refused["Case.py"]
    assert "different content" in refused["case.py"]


def test_a_file_and_a_folder_of_one_name(packed):
    """The second can't be unpacked, and nothing else is lost."""
    files, refused = packed(("a.py", b"1"), ("a.py/b.py", b"22"), ("c.py", b"3"))
    assert files == {"a.py": b"1", "c.py": b"3"}
    assert "can't be unpacked" in refused["a.py/b.py"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("nul.py", "nul_.py"),
        ("a/COM1", "a/COM1_"),
        ("a. /b.py.", "a/b.py"),
        ("who?<x>.py", "who__x_.py"),
        ("a\nb.py", "a_b.py"),
        ("alice\\mean.py", "alice/mean.py"),
    ],
)
def test_names_that_some_system_refuses_are_changed(packed, name, expected):
    """So the same archive gives the same files everywhere."""
    assert set(packed((name, b"1"))[0]) == {expected}


def test_a_name_that_is_too_long_is_cut(packed):
    """It keeps its suffix, by which the file is known."""
    files, refused = packed(("名" * 200 + ".py", b"1"), ("名" * 201 + ".py", b"2"))
    assert not refused
    assert len(files) == 2
    assert all(name.startswith("名名") and name.endswith(".py") for name in files)


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("王小明_12_assignsubmission_file_", "gb18030"),
        ("李喆_12_assignsubmission_file_", "gbk"),
        ("王小明_12_assignsubmission_file_", "big5"),
        ("王小明_12_assignsubmission_file_", "utf-8"),
        ("Müller_12_assignsubmission_file_", "cp437"),
        ("Peña Núñez_12_assignsubmission_file_", "cp437"),
    ],
)
def test_names_in_an_untold_code_page_stay_readable(packed, name, encoding):
    """Moodle on a Chinese Windows writes GBK or Big5, others UTF-8 without saying so."""
    raw = name.encode(encoding)
    fake = "X" * len(raw)
    files, _ = packed(
        (f"{fake}/mean.py", b"1"), patch=lambda data: data.replace(fake.encode(), raw)
    )
    assert set(files) == {f"{name}/mean.py"}


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[: len(data) // 2],
        lambda data: b"<html>please log in</html>",
        lambda data: data.replace(b"PK\1\2", b"PK\1\3"),
        lambda data: data.replace(b"PK\1\2\x14\x03\x14", b"PK\1\2\x14\x03\xff"),
    ],
)
def test_an_archive_that_can_not_be_read_is_one_clear_line(packed, damage):
    """It says which, and what to try."""
    with pytest.raises(SubmissionError, match=r"a\.zip is not a zip.*download it again") as caught:
        packed(("a.py", b"1"), patch=damage)
    assert "\n" not in str(caught.value)


def test_a_damaged_entry_costs_no_other(packed):
    """Its sum does not fit; nothing of it is left."""
    files, refused = packed(
        (entry("bad.py"), b"ABCDEFGH"),
        ("fine.py", b"2"),
        patch=lambda data: data.replace(b"ABCDEFGH", b"ABCDEFGX"),
    )
    assert files == {"fine.py": b"2"}
    assert "damaged" in refused["bad.py"]


def test_a_zip_inside_is_not_opened(packed):
    """It is a file like any other."""
    inner = b"PK\5\6" + bytes(18)
    assert packed(("a/hw.zip", inner))[0] == {"a/hw.zip": inner}


def test_a_pipe_is_not_waited_for(tmp_path):
    """It is no archive, and no writer ever comes."""
    os.mkfifo(tmp_path / "a.zip")
    with pytest.raises(SubmissionError, match="not a regular file"):
        unpack(tmp_path / "a.zip", tmp_path)


def test_what_is_refused_is_not_named_without_end(packed):
    """Ten thousand bad names are a few lines."""
    _, refused = packed(*[(f"../{number}", b"") for number in range(500)])
    assert len(refused) == archives._MAX_NAMED + 1
    assert "300 more" in refused["..."]


def test_a_full_disk_is_nobodys_fault(tmp_path, monkeypatch):
    """It is no reason to leave a student's file out: exit code 3, and what to do."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as file:
        file.writestr("alice.py", "x = 1")

    def full(*args):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(archives, "_copied", full)
    (tmp_path / "out").mkdir()
    with pytest.raises(RecordFault, match="make room on that disk") as caught:
        archives.unpack(tmp_path / "a.zip", tmp_path / "out")
    assert caught.value.exit_code == 3
