"""The quarantine's key pair. The public half seals; the private half opens, and the gateway never holds it.

A private key file is JSON. Its 32 bytes are wrapped by a passphrase (Argon2id, RFC 9106 §4, then AES-256-GCM), by a command of
the organisation's own (a KMS: it reads the key on standard input and writes the wrapped key, and back), or not at all.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from gateway.store.errors import StoreError

_SUITE: Final = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)  # HPKE, RFC 9180
_KIND: Final = "ecluse quarantine private key"
_PUBLIC: Final = "ecluse-quarantine-public-1 "
_COMMAND_SECONDS: Final = 30
#: OpenSSL's lanes share one pool of threads: two derivations at once wait for each other for ever.
_STRETCHING: Final = Lock()


class WrongPassphrase(StoreError):
    """The private key file does not open with what was given."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    """Seals what only the holder of the private key can open."""

    raw: bytes

    @property
    def id(self) -> str:
        """The first 16 hex digits of the key's SHA-256: which key sealed what."""
        return hashlib.sha256(self.raw).hexdigest()[:16]

    def seal(self, content: bytes, purpose: str) -> bytes:
        """`content` under HPKE (X25519, HKDF-SHA256, AES-256-GCM), bound to `purpose`."""
        return _SUITE.encrypt(content, X25519PublicKey.from_public_bytes(self.raw), purpose.encode())


@dataclass(frozen=True, slots=True)
class PrivateKey:
    """Opens what its public half sealed."""

    raw: bytes = field(repr=False)

    @property
    def public(self) -> PublicKey:
        """The half that may be handed out."""
        return PublicKey(X25519PrivateKey.from_private_bytes(self.raw).public_key().public_bytes_raw())

    def open(self, sealed: bytes, purpose: str) -> bytes:
        """What was sealed. Raises StoreError when it is damaged, or sealed for another key or purpose."""
        try:
            return _SUITE.decrypt(sealed, X25519PrivateKey.from_private_bytes(self.raw), purpose.encode())
        except (InvalidTag, ValueError):
            raise StoreError("cannot be opened: damaged, or sealed with another quarantine key") from None


def generate_quarantine_keys(
    public_path: Path, private_path: Path, *, passphrase: str = "", wrap_command: Sequence[str] = ()
) -> PublicKey:
    """Make a pair of key files. Existing files are never overwritten: raises StoreError.

    `wrap_command` gets the 32 bytes on standard input and answers with what to keep instead.
    """
    for path in (public_path, private_path):
        if path.exists():
            raise StoreError(
                f"{path}: there is a key already. To replace it: ecluse quarantine rotate (see docs/operations.md)"
            )
    private = PrivateKey(X25519PrivateKey.generate().private_bytes_raw())
    document = {"kind": _KIND, "version": 1, "id": private.public.id}
    _write(private_path, json.dumps(document | _wrap(private, passphrase, wrap_command), indent=1) + "\n")
    write_public_key(public_path, private.public)
    return private.public


def write_public_key(path: Path, key: PublicKey) -> None:
    """Put `key` in place of what `path` holds, in one step."""
    draft = path.with_name(f".{path.name}.new")
    draft.unlink(missing_ok=True)
    _write(draft, f"{_PUBLIC}{_b64(key.raw)}\n", mode=0o644)
    draft.replace(path)


def load_public_key(path: Path) -> PublicKey:
    """The public key in `path`. Raises StoreError."""
    text = _read(path).strip()
    raw = _unb64(text.removeprefix(_PUBLIC.strip()).strip())
    if not text.startswith(_PUBLIC.strip()) or len(raw) != 32:
        raise StoreError(f"{path}: not a quarantine public key. Make one: ecluse quarantine keys")
    return PublicKey(raw)


def load_private_key(
    path: Path | bytes, *, passphrase: str = "", unwrap_command: Sequence[str] = ()
) -> PrivateKey:
    """The private key in `path`, or in these bytes of such a file.

    Raises WrongPassphrase, or StoreError when the file or the command fails.
    """
    where = str(path) if isinstance(path, Path) else "the key file"
    try:
        document = json.loads(_read(path) if isinstance(path, Path) else path)
        wrap = document["wrap"]
        if document["kind"] != _KIND:
            raise KeyError("kind")
    except (ValueError, KeyError, TypeError):
        raise StoreError(f"{where}: not a quarantine private key file") from None
    key = PrivateKey(_unwrap(where, document, wrap, passphrase, unwrap_command))
    if key.public.id != document.get("id"):
        raise WrongPassphrase(f"{where}: what came out is not the key that this file names")
    return key


def needs_passphrase(path: Path) -> bool:
    """Whether a person must type a passphrase to open `path`. Raises StoreError."""
    try:
        return bool(json.loads(_read(path))["wrap"] == "passphrase")
    except (ValueError, KeyError, TypeError):
        raise StoreError(f"{path}: not a quarantine private key file") from None


def _wrap(private: PrivateKey, passphrase: str, command: Sequence[str]) -> dict[str, Any]:
    if command:
        return {"wrap": "command", "key": _b64(_run(command, private.raw))}
    if not passphrase:
        return {"wrap": "none", "key": _b64(private.raw)}
    salt, nonce = os.urandom(16), os.urandom(12)
    box = AESGCM(_stretch(passphrase, salt)).encrypt(nonce, private.raw, _KIND.encode())
    return {"wrap": "passphrase", "salt": _b64(salt), "nonce": _b64(nonce), "key": _b64(box)}


def _unwrap(
    where: str, document: dict[str, Any], wrap: str, passphrase: str, command: Sequence[str]
) -> bytes:
    kept = _unb64(str(document.get("key", "")))
    if wrap == "none":
        return kept
    if wrap == "command":
        if not command:
            raise StoreError(f"{where}: wrapped by a command; set quarantine.unwrap_command")
        return _run(command, kept)
    if not passphrase:
        raise WrongPassphrase(f"{where}: a passphrase is needed")
    stretched = _stretch(passphrase, _unb64(str(document.get("salt", ""))))
    try:
        return AESGCM(stretched).decrypt(_unb64(str(document.get("nonce", ""))), kept, _KIND.encode())
    except (InvalidTag, ValueError):
        raise WrongPassphrase(f"{where}: wrong passphrase") from None


def _stretch(passphrase: str, salt: bytes) -> bytes:
    with _STRETCHING:
        return Argon2id(  # RFC 9106 §4, second recommended option
            salt=salt, length=32, iterations=3, lanes=4, memory_cost=64 * 1024
        ).derive(passphrase.encode())


def _run(command: Sequence[str], content: bytes) -> bytes:
    """What `command` answers to `content`. Its words come from the settings, not from a message."""
    try:
        done = subprocess.run(  # noqa: S603
            list(command), input=content, capture_output=True, timeout=_COMMAND_SECONDS, check=True
        )
    except (OSError, subprocess.SubprocessError):
        raise StoreError(f"{command[0]}: the key command failed. Run it by hand to see why") from None
    return done.stdout


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        raise StoreError(f"{path}: cannot be read. Make a key pair: ecluse quarantine keys") from None


def _write(path: Path, text: str, mode: int = 0o600) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "w", encoding="ascii") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
    except OSError as error:
        raise StoreError(f"{path}: cannot be written: {error.strerror}") from None


def _b64(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


def _unb64(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        return b""
