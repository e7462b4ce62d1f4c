"""Tar, 7z, RAR and a zip in a zip: read with the same care as a zip, or named in one line."""

import gzip
import io
import os
import stat
import struct
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import py7zr
import pytest
from support.words import in_words

from grader.classroom.collect import archives, sevens
from grader.classroom.collect.archives import Quota, unpack
from grader.classroom.collect.decide import decide
from grader.classroom.collect.handins import Plan, collect_handins
from grader.errors import RecordFault, SubmissionError

WORK = b"def mean(x):\n    return x.mean(0)\n"
SMALL = Quota(total=10_000, file=5_000, entries=10)

Entry = tuple[str | tarfile.TarInfo, bytes]


def tarred(path: Path, *entries: Entry, mode: str = "w:gz") -> Path:
    """A tar of (name or TarInfo, bytes)."""
    with tarfile.open(path, mode) as file:  # type: ignore[call-overload]
        for name, data in entries:
            info = tarfile.TarInfo(name) if isinstance(name, str) else name
            info.size = len(data)
            file.addfile(info, io.BytesIO(data))
    return path


def sevened(path: Path, *entries: tuple[str, bytes], **options: object) -> Path:
    """A 7z of (name, bytes)."""
    with py7zr.SevenZipFile(path, "w", **options) as file:  # type: ignore[arg-type]
        for name, data in entries:
            file.writestr(data, name)
    return path


def zipped(path: Path, *entries: tuple[str, bytes]) -> Path:
    """A zip of (name, bytes)."""
    with zipfile.ZipFile(path, "w") as file:
        for name, data in entries:
            file.writestr(name, data)
    return path


def member(name: str, kind: bytes, target: str = "") -> tarfile.TarInfo:
    """An entry of a tar that is no plain file."""
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info


@pytest.fixture
def out(tmp_path) -> Callable[..., tuple[dict[str, bytes], dict[str, str]]]:
    """What comes out of an archive, and what was refused."""

    def take(path: Path, limits: Quota = archives.CLASS):
        folder = Path(tempfile.mkdtemp(dir=tmp_path))
        refused = {name: str(why) for name, why in unpack(path, folder, limits).refused}
        found = {
            file.relative_to(folder).as_posix(): file.read_bytes()
            for file in folder.rglob("*")
            if file.is_file()
        }
        return found, refused

    return take


@pytest.mark.parametrize(
    ("name", "mode"),
    [
        ("a.tar", "w"),
        ("a.tar.gz", "w:gz"),
        ("A.TGZ", "w:gz"),
        ("a.tar.bz2", "w:bz2"),
        ("a.txz", "w:xz"),
    ],
)
def test_a_tar_of_each_kind(tmp_path, out, name, mode):
    """Files and folders, also with a long name of letters that are not ASCII."""
    long = "名" * 60 + "/mean.py"
    path = tarred(tmp_path / name, ("alice/mean.py", WORK), (long, b"x"), mode=mode)
    assert out(path) == ({"alice/mean.py": WORK, long: b"x"}, {})


def test_a_7z(tmp_path, out):
    """Also an empty file, and one of another script."""
    path = sevened(tmp_path / "a.7z", ("alice/mean.py", WORK), ("王/a.py", b"x"), ("e.py", b""))
    assert out(path) == ({"alice/mean.py": WORK, "王/a.py": b"x", "e.py": b""}, {})


@pytest.mark.parametrize("name", ["/etc/x", "../x", "a/../../x", "C:\\x", "..\\x"])
def test_no_path_of_a_tar_leaves_the_folder(tmp_path, out, name):
    """It is refused by itself."""
    found, refused = out(tarred(tmp_path / "a.tgz", (name, b"1"), ("fine.py", b"2")))
    assert (found, list(refused)) == ({"fine.py": b"2"}, [name])


@pytest.mark.parametrize("name", ["/etc/x", "../x", "a/../../x"])
def test_no_path_of_a_7z_leaves_the_folder(tmp_path, out, name):
    """The library does not write such a name, so it is put there afterwards."""
    safe, path = "Z" * len(name), tmp_path / "a.7z"
    with py7zr.SevenZipFile(path, "w") as file:
        file.set_encoded_header_mode(False)
        file.writestr(b"1", safe)
        file.writestr(b"2", "fine.py")
    _rename(path, safe, name)
    found, refused = out(path)
    assert (found, list(refused)) == ({"fine.py": b"2"}, [name])
    assert not (tmp_path / "x").exists()


def _rename(path: Path, old: str, new: str) -> None:
    """Change a name in a 7z whose header is not packed, and the header's sums."""
    data = path.read_bytes()
    offset, size = struct.unpack("<QQ", data[12:28])
    header = data[32 + offset : 32 + offset + size]
    changed = header.replace(old.encode("utf-16-le"), new.encode("utf-16-le"))
    assert changed != header
    start = struct.pack("<QQI", offset, size, zlib.crc32(changed))
    head = data[:8] + struct.pack("<I", zlib.crc32(start)) + start
    path.write_bytes(head + data[32 : 32 + offset] + changed)


@pytest.mark.parametrize(
    ("info", "why"),
    [
        (member("x", tarfile.SYMTYPE, "/etc/passwd"), "symbolic link"),
        (member("x", tarfile.LNKTYPE, "fine.py"), "a link"),
        (member("x", tarfile.FIFOTYPE), "not a regular file"),
        (member("x", tarfile.CHRTYPE), "not a regular file"),
    ],
)
def test_what_is_no_plain_file_in_a_tar_is_refused(tmp_path, out, info, why):
    """Its neighbour comes out."""
    found, refused = out(tarred(tmp_path / "a.tgz", ("fine.py", b"2"), (info, b"")))
    assert found == {"fine.py": b"2"} and why in refused["x"]


def test_a_link_in_a_7z_is_refused(tmp_path, out):
    """Its neighbour comes out."""
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "fine.py").write_bytes(b"2")
    (tmp_path / "src" / "link.py").symlink_to("fine.py")
    with py7zr.SevenZipFile(tmp_path / "a.7z", "w") as file:
        file.writeall(tmp_path / "src", "src")
    found, refused = out(tmp_path / "a.7z")
    assert found == {"src/fine.py": b"2"} and "symbolic link" in refused["src/link.py"]


def test_what_is_there_twice_is_not_guessed(tmp_path, out):
    """Of two files of one name none is taken."""
    twice = (("a.py", b"1"), ("A.py", b"2"), ("b.py", b"3"))
    for path in (tarred(tmp_path / "a.tgz", *twice), sevened(tmp_path / "a.7z", *twice)):
        found, refused = out(path)
        assert found == {"b.py": b"3"} and set(refused) == {"a.py", "A.py"}


@pytest.mark.parametrize("make", [tarred, sevened])
def test_a_bomb_is_told_before_it_is_on_the_disk(tmp_path, make):
    """Twenty megabytes of zeros."""
    path = make(tmp_path / ("a.7z" if make is sevened else "a.tgz"), ("mean.py", bytes(20 << 20)))
    with pytest.raises(SubmissionError, match=r"zip bomb.*unpack it yourself"):
        unpack(path, tmp_path)
    assert {file.name for file in tmp_path.iterdir()} == {path.name}


@pytest.mark.parametrize("make", [tarred, sevened])
def test_sizes_are_bounded(tmp_path, out, make):
    """Of a file, and of all."""
    name = "a.7z" if make is sevened else "a.tgz"
    path = make(tmp_path / name, ("big.py", os.urandom(6_000)), ("z.py", b"2"))
    found, refused = out(path, SMALL)
    assert found == {"z.py": b"2"} and "larger than" in refused["big.py"]
    many = make(tmp_path / f"b{name}", *[(f"{n}.csv", os.urandom(4_000)) for n in range(12)])
    with pytest.raises(SubmissionError, match="holds more than"):
        out(many, SMALL) if make is sevened else out(many, Quota(10_000, 5_000, 1))


@pytest.mark.parametrize("make", [tarred, sevened])
@pytest.mark.parametrize(
    "damage", [lambda d: b"", lambda d: d[: len(d) // 2], lambda d: b"<html>log in</html>"]
)
def test_what_is_damaged_is_one_clear_line(tmp_path, make, damage):
    """It says which, and what to try."""
    path = make(tmp_path / ("a.7z" if make is sevened else "a.tgz"), ("a.py", os.urandom(3000)))
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(SubmissionError, match=r"a\.\w+ is not a (7z|tar).*download it") as caught:
        unpack(path, tmp_path)
    assert "\n" not in str(caught.value)


def test_a_tar_with_a_header_that_leads_backwards_ends(tmp_path, out):
    """Older versions of Python read it for ever (CVE-2025-8194)."""
    info = tarfile.TarInfo("a.py")
    data = bytearray(info.tobuf(tarfile.GNU_FORMAT))
    data[124:136] = b"\xff" * 11 + b"\x00"
    data[124:136] = struct.pack(">IQ", 0xFFFFFFFF, 2**64 - 1024)
    data[148:156] = b" " * 8
    data[148:156] = b"%06o\0 " % sum(data)
    (tmp_path / "a.tar").write_bytes(bytes(data) + bytes(2048))
    with pytest.raises(SubmissionError, match="is not a tar"):
        unpack(tmp_path / "a.tar", tmp_path)


def test_a_tar_with_an_endless_header_is_not_read(tmp_path):
    """Older versions of Python take the square of its length (CVE-2024-6232)."""
    info = member("x", tarfile.XHDTYPE)
    path = tarred(tmp_path / "a.tgz", (info, os.urandom(60_000)))
    with pytest.raises(SubmissionError, match=r"is not a tar.*too long a header"):
        unpack(path, tmp_path)


def test_an_encrypted_7z_says_so(tmp_path):
    """There is no password to be had."""
    path = sevened(tmp_path / "a.7z", ("a.py", WORK), password="secret")
    with pytest.raises(SubmissionError, match="encrypted"):
        unpack(path, tmp_path)


def test_a_7z_of_a_rare_method_is_named(tmp_path):
    """PPMd can be told to take any memory."""
    filters = [{"id": py7zr.FILTER_PPMD, "order": 6, "mem": 24}]
    path = sevened(tmp_path / "a.7z", ("a.py", WORK), filters=filters)
    with pytest.raises(SubmissionError, match="method PPMd; use a plain zip"):
        unpack(path, tmp_path)


def test_a_reader_that_dies_costs_one_line(tmp_path, monkeypatch):
    """Killed for what it takes, or by a fault of the library's."""
    path = sevened(tmp_path / "a.7z", ("a.py", WORK))
    child = tmp_path / "child.py"
    monkeypatch.setattr(sevens, "_CHILD", child)
    child.write_text("import os; os.kill(os.getpid(), 9)")
    with pytest.raises(SubmissionError, match="killed, or failed"):
        unpack(path, tmp_path)
    child.write_text("import time; time.sleep(60)")
    monkeypatch.setattr(sevens, "_SECONDS", 1)
    with pytest.raises(SubmissionError, match="takes too long"):
        unpack(path, tmp_path)
    full = '{"entries": [], "why": "full", "said": "No space left"}'
    child.write_text(f"open('list.json', 'w').write('{full}')")
    monkeypatch.setattr(sevens, "_SECONDS", 60)
    with pytest.raises(RecordFault, match="make room on that disk"):
        unpack(path, tmp_path)


def test_a_pipe_is_not_waited_for(tmp_path):
    """A tar or a 7z that is none."""
    for name in ("a.tgz", "a.7z"):
        os.mkfifo(tmp_path / name)
        with pytest.raises(SubmissionError, match="not a regular file"):
            unpack(tmp_path / name, tmp_path)


def test_times_and_modes_are_not_taken_over(tmp_path):
    """A file that nobody may read, or that belongs to root, comes out as the instructor's own."""
    info = tarfile.TarInfo("a.py")
    info.mode, info.uid = 0o4000, 0
    (tmp_path / "out").mkdir()
    unpack(tarred(tmp_path / "a.tgz", (info, WORK)), tmp_path / "out")
    assert stat.S_IMODE((tmp_path / "out" / "a.py").stat().st_mode) & 0o4600 == 0o600


# In a class


@pytest.fixture
def plan(tmp_path, toy) -> Callable[[Path], Plan]:
    """The plan of a class."""

    def make(source: Path) -> Plan:
        return in_words(collect_handins(source, toy, Path(tempfile.mkdtemp(dir=tmp_path))))

    return make


FILES = (("alice/mean.py", WORK), ("bob/mean.py", WORK + b"#"))


@pytest.mark.parametrize(
    "make",
    [
        lambda folder: tarred(folder / "class.tar.gz", *FILES),
        lambda folder: tarred(folder / "class.tgz", *FILES),
        lambda folder: sevened(folder / "class.7z", *FILES),
    ],
)
def test_a_class_is_read_from_any_archive(plan, tmp_path, make):
    """As from a zip."""
    found = plan(make(tmp_path))
    assert {h.student: h.file for h in found.handins} == {
        "alice": "alice/mean.py",
        "bob": "bob/mean.py",
    }


@pytest.mark.parametrize("name", ["alice.tar.gz", "alice.tgz", "alice.7z", "alice/hw.tgz"])
def test_a_students_archive_is_opened(plan, tmp_path, name):
    """Also at the top."""
    source = tmp_path / "class"
    (source / "alice").mkdir(parents=True) if "/" in name else source.mkdir()
    make = sevened if name.endswith("7z") else tarred
    make(source / name, ("hw/mean.py", WORK), ("hw/helper.py", b""))
    (source / "bob.py").write_bytes(WORK)
    first, _ = plan(source).handins
    assert (first.student, first.file, first.own_folder) == ("alice", f"{name}/hw/mean.py", True)


def test_a_zip_in_a_zip_is_opened_and_no_deeper(plan, tmp_path):
    """What lies deeper is named; with --use a person takes a file out of what was opened."""
    source = tmp_path / "class"
    inner = zipped(tmp_path / "1.zip", ("mean.py", WORK)).read_bytes()
    middle = zipped(tmp_path / "2.zip", ("in.zip", inner), ("notes.txt", b"")).read_bytes()
    for student, data in (("ann", middle), ("bo", zipped(tmp_path / "3.zip", ("x.zip", middle)))):
        (source / student).mkdir(parents=True)
        data = data if isinstance(data, bytes) else data.read_bytes()
        (source / student / "all.zip").write_bytes(data)
    ann, bo = plan(source).handins
    assert ann.file == "ann/all.zip/in.zip/mean.py"
    assert bo.undecided and "found x.zip, x.zip" not in str(bo.reason) and "zip" in str(bo.reason)


def test_two_archives_are_not_guessed_and_one_can_be_named(plan, tmp_path):
    """A file in a zip in one of them, too."""
    source = tmp_path / "class"
    (source / "ann").mkdir(parents=True)
    inner = zipped(tmp_path / "1.zip", ("mean.py", WORK)).read_bytes()
    zipped(source / "ann" / "a.zip", ("in.zip", inner))
    tarred(source / "ann" / "b.tgz", ("mean.py", WORK + b"#"))
    (source / "bo.py").write_bytes(WORK)
    found = plan(source)
    ann, _ = found.handins
    assert ann.undecided and "2 archives; hand in one file" in str(ann.reason)
    for file in ("ann/a.zip/in.zip/mean.py", "ann/b.tgz/mean.py"):
        decided, _ = decide(found, {"ann": file}).plan.handins
        assert decided.file == file


@pytest.mark.parametrize("name", ["ann/hw.rar", "ann.rar"])
def test_rar_is_named_in_one_line(plan, tmp_path, name):
    """Its student is undecided, also beside a stub."""
    source = tmp_path / "class"
    (source / name).parent.mkdir(parents=True)
    (source / name).write_bytes(b"Rar!\x1a\x07\x01\x00")
    (source / "bo.py").write_bytes(WORK)
    ann, _ = plan(source).handins
    assert ann.undecided
    assert str(ann.reason).endswith(".rar can't be read: unpack the RAR, or ask for a zip")


def test_a_class_in_a_rar_is_refused_in_one_line(plan, tmp_path):
    """With what to do."""
    (tmp_path / "class.rar").write_bytes(b"Rar!")
    with pytest.raises(SubmissionError, match=r"neither a folder nor a \.zip, \.tar\.gz or \.7z"):
        plan(tmp_path / "class.rar")


def test_a_gz_that_is_no_tar_stays_its_students(plan, tmp_path):
    """mean.py.gz is not opened, and is no zero."""
    source = tmp_path / "class"
    (source / "ann").mkdir(parents=True)
    (source / "ann" / "mean.py.gz").write_bytes(gzip.compress(WORK))
    (source / "bo.py").write_bytes(WORK)
    assert plan(source).handins[0].undecided
