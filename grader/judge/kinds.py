"""What a file is that has a name of source, or of a notebook, and is neither: seen by its bytes."""

import json
import re

from grader.text import Message, template

# Possessive, so that nothing is tried twice.
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s++|<!--(?>.*?-->)|<\?xml[^>]*+>)*+"
    rb"<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_DOWNLOAD = Message(
    "the file is a web page (HTML) and not what the page shows; download the file itself "
    "(on GitHub: Raw, or Download raw file)"
)
_POINTER = Message(
    "the file is only a pointer of Git LFS; `git lfs pull` fetches what it points to"
)
_SHORTCUT = Message("the file is only a shortcut to another; hand in the other")
_SIDE = Message(
    "the file is one that macOS makes beside another (`._name`); hand in the other, without `._`"
)
_IS = template("the file is {what}, and no source; save the code as plain text and hand that in")

_BEGINNINGS: tuple[tuple[bytes, Message], ...] = (
    (b"version https://git-lfs", _POINTER),
    (b"[InternetShortcut]", _SHORTCUT),
    (b"L\0\0\0\x01\x14\x02\0", _SHORTCUT),
    (b"\0\x05\x16\x07", _SIDE),
    (b"%PDF-", Message("a PDF")),
    (rb"{\rtf", Message("a document in RTF")),
    (b"\xd0\xcf\x11\xe0", Message("a document of Word or the like")),
    (b"\x89PNG\r\n", Message("a picture (PNG)")),
    (b"\xff\xd8\xff", Message("a picture (JPEG)")),
    (b"GIF8", Message("a picture (GIF)")),
    (b"II*\0", Message("a picture (TIFF)")),
    (b"MM\0*", Message("a picture (TIFF)")),
    (b"\x1f\x8b", Message("an archive (gzip)")),
    (b"7z\xbc\xaf'\x1c", Message("an archive (7z)")),
    (b"Rar!", Message("an archive (RAR)")),
    (b"BZh", Message("an archive (bzip2)")),
    (b"\xfd7zXZ", Message("an archive (xz)")),
    (b"\x89HDF", Message("the weights of a network (HDF5)")),
    (b"SQLite format 3\0", Message("a database")),
    (b"bplist", Message("a list of properties of macOS, or a web archive")),
    (b"\x7fELF", Message("a program")),
    (b"MZ\x90", Message("a program")),
)
_DOCUMENTS = {
    b"word/": Message("a document of Word"),
    b"xl/": Message("a table of Excel"),
    b"ppt/": Message("slides of PowerPoint"),
    b"mimetypeapplication/vnd.oasis": Message("a document of LibreOffice"),
}
_PYC = re.compile(rb"..\r\n(?:[\0-\x03]\0\0\0)", re.DOTALL)

_NOTEBOOK = re.compile(rb'\s*(?:\xef\xbb\xbf)?\s*\{\s*"')
_NOTEBOOK_KEYS = re.compile(rb'"(?:nbformat|cell_type)"\s*:')


_JSON = re.compile(r'\s*(?:\[\s*)?\{\s*"')
_LONG = 200_000
"""Beyond this a text that begins as JSON is taken for JSON: to read it all takes much memory."""


def other_kind(data: bytes) -> Message | None:
    """What the file is, if it is surely no source and no notebook, and what to do about it."""
    if _PAGE.match(data[:4096]):
        return _DOWNLOAD
    for beginning, what in _BEGINNINGS:
        if data.startswith(beginning):
            return what if what in (_POINTER, _SHORTCUT, _SIDE) else _is(what)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return _is(Message("a picture (WebP)"))
    if _PYC.match(data):
        return _is(Message("a compiled module of Python (.pyc)"))
    return _zipped(data) if data.startswith((b"PK\x03\x04", b"PK\x05\x06")) else None


def _zipped(data: bytes) -> Message:
    for part, what in _DOCUMENTS.items():
        if part in data[:4096]:
            return _is(what)
    return Message("the file is a zip archive; unpack it, and hand in what is in it")


def _is(what: Message) -> Message:
    return Message(_IS, what=what)


def is_notebook(data: bytes) -> bool:
    """Whether the bytes look like a notebook's, whatever the file is called."""
    return bool(_NOTEBOOK.match(data[:100]) and _NOTEBOOK_KEYS.search(data))


def is_json(text: str) -> bool:
    """Whether a text that should be Python is an object or a list of JSON, as a whole."""
    if text[:1000].lstrip()[:1] not in ("{", "["):
        return False
    if len(text) > _LONG:
        return bool(_JSON.match(text))
    try:
        json.loads(text, parse_int=float)
    except (ValueError, RecursionError):
        return False
    return True
