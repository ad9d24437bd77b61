"""The store's own key: one file of 32 random bytes, from which a key for each purpose is derived (HKDF, RFC 5869).

It is kept beside the settings, never in the database: a copy of the database alone reveals no sender, no
submission and no second factor, and nobody without the key can write a register entry that verifies.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from gateway.store.errors import StoreError

_BYTES: Final = 32
_NONCE: Final = 12


class Secret:
    """Keyed hashing and sealing under one master key."""

    def __init__(self, master: bytes) -> None:
        """`master` is at least 32 random bytes. Raises StoreError when it is shorter."""
        if len(master) < _BYTES:
            raise StoreError(f"the store's key must be {_BYTES} random bytes")
        self._sender = hmac.new(_derive(master, "sender"), digestmod="sha256")
        self._register = _derive(master, "register")
        self._idempotency = _derive(master, "idempotency")
        self._result = _derive(master, "result")
        self._seal = AESGCM(_derive(master, "seal"))

    def sender(self, address: str) -> str:
        """The keyed hash (HMAC-SHA256, hex) by which mail from `address` is found again; "" for the null sender."""
        folded = address.strip().strip("<>").lower()
        if not folded:
            return ""
        digest = self._sender.copy()  # the key is worked in already, and that is most of the work
        digest.update(folded.encode("utf-8", "surrogatepass"))  # octets that are no UTF-8 came as surrogates
        return digest.hexdigest()

    def chain(self, entry: bytes) -> str:
        """The keyed hash (hex) of one register entry."""
        return hmac.new(self._register, entry, hashlib.sha256).hexdigest()

    def result(self, said: bytes) -> str:
        """The keyed hash (hex) under what we say of a message that we changed."""
        return hmac.new(self._result, said, hashlib.sha256).hexdigest()

    def idempotency(self, *parts: str | bytes) -> str:
        """The keyed hash (hex) by which a request, or its body, is recognised when it comes again."""
        digest = hmac.new(self._idempotency, digestmod=hashlib.sha256)
        for part in parts:
            raw = part.encode() if isinstance(part, str) else part
            digest.update(len(raw).to_bytes(8, "big"))
            digest.update(raw)
        return digest.hexdigest()

    def seal(self, content: bytes, purpose: str) -> bytes:
        """`content` under AES-256-GCM, bound to `purpose`: it opens for nothing else."""
        nonce = os.urandom(_NONCE)
        return nonce + self._seal.encrypt(nonce, content, purpose.encode())

    def open(self, sealed: bytes, purpose: str) -> bytes:
        """What `seal` was given. Raises StoreError when key, purpose or content do not agree."""
        try:
            return self._seal.decrypt(sealed[:_NONCE], sealed[_NONCE:], purpose.encode())
        except InvalidTag:
            raise StoreError(
                "sealed data cannot be opened: the store's key file is not the one it was written with"
            ) from None


def load_secret(file: Path) -> Secret:
    """The key in `file`, which is made (mode 600) when there is none. Several processes may start at once."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        _create(file)
        return Secret(file.read_bytes())
    except OSError as error:
        raise StoreError(f"{file}: the store's key cannot be used: {error.strerror}") from None


def _create(file: Path) -> None:
    """Write a whole key and then link it into place, so that no process reads half a key."""
    if file.exists():
        return
    draft = file.with_name(f".{file.name}.{os.getpid()}.{os.urandom(4).hex()}")
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(os.urandom(_BYTES))
        out.flush()
        os.fsync(out.fileno())
    try:
        os.link(draft, file)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def _derive(master: bytes, purpose: str) -> bytes:
    return HKDF(SHA256(), _BYTES, salt=None, info=f"ecluse store {purpose}".encode()).derive(master)
