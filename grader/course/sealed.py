"""A key that lies encrypted where anybody may read it, and the short secret that opens it.

A file has a magic line, and behind it a token of Fernet as the package `cryptography` makes it: AES
in CBC mode, and an HMAC over all of it.
"""

import base64
import binascii
from types import ModuleType

from grader.errors import KeyFileError, UsageError

SEALED_KEY = "sealed.key"
"""The name of a sealed key beside the exercise's public one."""

SEALED_MAGIC = b"grader sealed key\n"

_SECRET_BYTES = 32


def new_secret() -> bytes:
    """32 random bytes as base64: 44 letters, for a platform's secret store."""
    return bytes(_fernet().Fernet.generate_key())


def is_secret(text: bytes) -> bool:
    """Whether a text can be the secret of a sealed key, by its form."""
    try:
        return len(base64.b64decode(text, altchars=b"-_", validate=True)) == _SECRET_BYTES
    except binascii.Error:
        return False


def seal(data: bytes, secret: bytes) -> bytes:
    """The bytes of a key's file, encrypted."""
    token = _fernet().Fernet(secret).encrypt(data)
    return SEALED_MAGIC + base64.urlsafe_b64decode(token)


def unseal(data: bytes, secret: bytes, name: str) -> bytes:
    """The key's bytes again; raises KeyFileError where the secret does not open the file."""
    fernet = _fernet()
    if not data.startswith(SEALED_MAGIC):
        raise KeyFileError("{name} is not a sealed key; `grader key seal` makes one", name=name)
    token = base64.urlsafe_b64encode(data[len(SEALED_MAGIC) :])
    try:
        return bytes(fernet.Fernet(secret).decrypt(token))
    except fernet.InvalidToken:
        raise KeyFileError(
            "the secret does not open {name}: it is that of another one, or the file is damaged",
            name=name,
        ) from None


def _fernet() -> ModuleType:
    """The package's module; raises UsageError where it is not installed."""
    try:
        from cryptography import fernet  # an extra: it is for sealed keys alone
    except ImportError:
        raise UsageError(
            "a sealed key needs the package cryptography: pip install 'grader[ci]'"
        ) from None
    return fernet
