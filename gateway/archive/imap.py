"""A mailbox on an IMAP server (RFC 9051), opened read-only: nothing is marked as read, nothing is changed."""

from __future__ import annotations

import imaplib
import os
import re
import ssl
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from gateway.archive.records import CHUNK_BYTES, Chunk, Record, batches
from gateway.settings import SettingsError

_MESSAGES: Final = 100
_SECONDS: Final = 60.0
PASSWORD: Final = "IMAP_PASSWORD"  # the name of the environment variable that holds it


class Imap:
    """`imaps://user@host/INBOX`; `imap://` uses STARTTLS. The password comes from the environment."""

    def plan(self, source: str) -> Iterator[Mapping[str, Any]]:
        """Lists of UIDs, valid under the mailbox's UIDVALIDITY."""
        with _opened(source) as server:
            marks = _validity(server)
            sizes = [
                (int(found["uid"]), int(found["size"]))
                for line in server.uid("FETCH", "1:*", "(UID RFC822.SIZE)")[1]
                if (found := _sized(line))
            ]
        for uids in batches(sorted(sizes), _MESSAGES, CHUNK_BYTES):
            yield {"validity": marks, "uids": uids}

    def records(self, chunk: Chunk) -> Iterator[Record]:
        """The messages, as the server keeps them. Raises SettingsError when the mailbox is another by now."""
        with _opened(chunk.source) as server:
            if _validity(server) != chunk.spec["validity"]:
                raise SettingsError(
                    f"{shown(chunk.source)}: the server numbered its messages anew (UIDVALIDITY). "
                    "Begin again in another --output"
                )
            for uid in chunk.spec["uids"]:
                answer = server.uid("FETCH", str(uid), "(BODY.PEEK[])")[1]
                content = next((item[1] for item in answer if isinstance(item, tuple)), None)
                name = f"{shown(chunk.source)};UID={uid}"
                yield Record(name, error="Expunged") if content is None else Record(name, content)

    def copy(self, chunk: Chunk) -> _ImapCopy:
        """Files named by UID."""
        return _ImapCopy(chunk)


def shown(source: str) -> str:
    """The address without a password."""
    parts = urlsplit(source)
    return f"{parts.scheme}://{parts.username or ''}@{parts.hostname}{parts.path}"


@contextmanager
def _opened(source: str) -> Iterator[imaplib.IMAP4]:
    parts = urlsplit(source)
    try:
        server = _connect(parts.scheme, parts.hostname or "", parts.port)
        try:
            server.login(unquote(parts.username or ""), _password(source))
            mailbox = unquote(parts.path.lstrip("/")) or "INBOX"
            quoted = mailbox.replace("\\", "\\\\").replace('"', '\\"')
            status, _ = server.select(f'"{quoted}"', readonly=True)
            if status != "OK":
                raise SettingsError(f"{shown(source)}: no such mailbox")
            yield server
        finally:
            server.logout()
    except (imaplib.IMAP4.error, OSError) as error:
        raise SettingsError(
            f"{shown(source)}: {type(error).__name__}: check the address, account and password"
        ) from None


def _sized(line: Any) -> dict[str, bytes] | None:
    """UID and size of a message, from one line of a FETCH; None for a line that says something else."""
    line = line if isinstance(line, bytes) else b""
    uid, size = re.search(rb"\bUID (\d+)", line), re.search(rb"\bRFC822\.SIZE (\d+)", line)
    return {"uid": uid[1], "size": size[1]} if uid and size else None


def _validity(server: imaplib.IMAP4) -> str:
    """Under which the UIDs of the open mailbox hold (RFC 9051 section 2.3.1.1)."""
    kept: Any = server.untagged_responses.get("UIDVALIDITY")
    return bytes(kept[-1]).decode("ascii", "replace") if kept else "0"


def _connect(scheme: str, host: str, port: int | None) -> imaplib.IMAP4:
    context = ssl.create_default_context()
    if scheme == "imaps":
        return imaplib.IMAP4_SSL(host, port or 993, ssl_context=context, timeout=_SECONDS)
    server = imaplib.IMAP4(host, port or 143, timeout=_SECONDS)
    if host not in ("127.0.0.1", "localhost", "::1"):
        server.starttls(context)
    return server


def _password(source: str) -> str:
    if urlsplit(source).password:
        raise SettingsError(
            f"{shown(source)}: a password does not belong in an address. Set {PASSWORD} instead."
        )
    if PASSWORD not in os.environ:
        raise SettingsError(f"{shown(source)}: set {PASSWORD} to the account's password")
    return os.environ[PASSWORD]


class _ImapCopy:
    def __init__(self, chunk: Chunk) -> None:
        self._label = chunk.label
        self._files: list[tuple[str, bytes]] = []

    def put(self, record: Record, content: bytes | None, fields: Mapping[str, str] | None) -> None:
        """The message as it was, or its redacted copy."""
        name = f"{self._label}/{record.name.rpartition('=')[2]}.eml"
        self._files.append((name, record.content if content is None else content))

    def files(self) -> Sequence[tuple[str, bytes]]:
        """One for each message."""
        return self._files
