"""Names that other people gave: compared, decoded, and made fit for any file system."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence

from grader.text import Message, shown

_ILLEGAL = re.compile(r'[\x00-\x1f\x7f-\x9f\\/:*?"<>|\ud800-\udfff]')
_DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"
}
_MAX_BYTES = 140
"""The longest id: encrypted folders allow names of 143 bytes, and a suffix follows."""

_MAX_PART = 240


def some(names: Sequence[str], most: int = 4) -> str | Message:
    """The first names, and how many more there are."""
    first = ", ".join(shown(name) for name in names[:most])
    more = len(names) - most
    return Message("{files} and {more} more", files=first, more=more) if more > 0 else first


def folded(text: str) -> str:
    """Equal for names that some file system or reader takes for the same.

    Not `str.casefold`: Strauß and Strauss are two people.
    """
    return " ".join(unicodedata.normalize("NFC", text).lower().split())


def squeezed(name: str) -> str:
    """A name's letters alone: platforms drop case, spaces, apostrophes and hyphens."""
    return "".join(c for c in folded(name) if unicodedata.category(c)[0] in "LMN")


def turned(name: str) -> str:
    """The name with the family name first, or last: Lee, Ann is Ann Lee, and Ann Lee is Lee Ann."""
    family, comma, given = name.partition(",")
    return f"{given} {family}" if comma else " ".join([*name.split()[-1:], *name.split()[:-1]])


def fit(text: str) -> str:
    """The name as an id: letters of any script, nothing special to a shell or a spreadsheet."""
    text = unicodedata.normalize("NFC", text)
    text = "".join(char for char in text if unicodedata.category(char) != "Cf")
    text = " ".join(_ILLEGAL.sub("_", text).split()).lstrip(" .-=+@~")
    return _cut(portable(text), _MAX_BYTES) if text.rstrip(" .") else "unnamed"


def portable(part: str) -> str:
    """One part of a path, in a form that every system can store. Its suffix stays."""
    part = _ILLEGAL.sub("_", part).rstrip(" .") or "_"
    stem, dot, rest = part.partition(".")
    if stem.strip().lower() in _DEVICES:
        part = f"{stem}_{dot}{rest}"
    return _cut(part, _MAX_PART)


def _cut(name: str, most: int) -> str:
    """The name in at most that many bytes. A cut name has a mark that stands for the rest."""
    data = name.encode("utf-8", "replace")
    if len(data) <= most:
        return name
    stem, dot, suffix = name.rpartition(".")
    if not stem or len(suffix) > 8 or not suffix.isascii():
        dot = suffix = ""
    mark = f"~{hashlib.sha256(data).hexdigest()[:8]}{dot}{suffix}"
    return data[: most - len(mark)].decode("utf-8", "ignore").rstrip(" .") + mark


_ENCODINGS = ("utf-8", "gb18030", "big5")
_LONELY = re.compile(r"(?<![㐀-鿿])[㐀-鿿](?![㐀-鿿])")
_CHINESE = re.compile(r"[\x00-\x7f㐀-鿿（）·　]*")


def encoding_of(names: Sequence[bytes]) -> str:
    """The encoding in which most of the names are words. None of them is ASCII."""
    counts = {code: sum(bool(decoded(name, code)) for name in names) for code in _ENCODINGS}
    return max(_ENCODINGS, key=lambda code: counts[code])


def decoded(name: bytes, encoding: str) -> str:
    """The name; empty where it is not in this encoding.

    Read as Big5 or GBK, an ñ and the letter after it are one Chinese character. But a Chinese name
    has two characters in a row, and in GBK at least half of them belong to GB 2312.
    """
    try:
        text = name.decode(encoding)
    except UnicodeDecodeError:
        return ""
    if encoding == "utf-8":
        return text
    if _LONELY.search(text) or not _CHINESE.fullmatch(text):
        return ""
    if encoding == "gb18030":
        strange = [char for char in text if not char.isascii()]
        common = sum(bool(char.encode("gb2312", "ignore")) for char in strange)
        return text if 2 * common >= len(strange) else ""
    return text
