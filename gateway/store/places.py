"""Where a finding stands, in words that no sender chose.

Segment paths are built from structure (`att/2/sheet1/B3`), but a form's field, a header or a sheet may carry a
name that the sender made up, and a name can hold a value. Only known words, numbers and cells get through.
"""

from __future__ import annotations

import mimetypes
import re
from functools import lru_cache
from typing import Final

from gateway.model import Reason

_WORDS: Final = frozenset(
    # mail and documents
    "body header att part field filename name text html plain rfc822 message meta metadata title author comment "
    "comments note notes page sheet row cell slide shape table header footer footnote endnote style script "
    "attachment image ocr embedded archive member entry document docprops app core custom link alt uri formula "
    "preamble epilogue calendar contact event revision chart pivot hidden raw reading "
    # headers with free text (RFC 5322 §3.6, RFC 2076)
    "subject from to cc bcc reply-to sender comments keywords thread-topic organization references in-reply-to "
    "message-id list-id return-path x-priority disposition-notification-to "
    # what forms call their fields
    "commentaire commentaires feedback useful utile reason raison sujet question reponse answer nom prenom "
    "first-name last-name firstname lastname full-name email courriel phone telephone address adresse city ville "
    "postal-code code-postal birth-date date-naissance nam nas sin details description suggestion".split()
)
_NUMBERED: Final = re.compile(r"([a-z]*)-?\d{1,4}", re.ASCII)  # `2`, `sheet1`, `page-12`
_CELL: Final = re.compile(r"[A-Z]{1,3}[1-9]\d{0,3}", re.ASCII)  # `B3`: too short to hide a number in
_TOKEN: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_:.+-]{0,63}", re.ASCII)
_LONG: Final = 12
_MANY_DIGITS: Final = re.compile(r"\d{3,}")
#: The types that Python's own table names, and what mail adds to them.
_TYPES: Final = frozenset(mimetypes.MimeTypes().types_map[True].values()) | frozenset(
    "message/rfc822 application/ms-tnef application/vnd.ms-outlook application/rtf text/rtf application/x-7z-compressed "
    "application/vnd.oasis.opendocument.text application/vnd.oasis.opendocument.spreadsheet "
    "application/vnd.oasis.opendocument.presentation application/pkcs7-mime application/pgp-encrypted".split()
)
_REASONS: Final = frozenset(reason.value for reason in Reason) | {"", "UNREDACTABLE"}


def place(path: str) -> str:
    """`path` with every component that a sender may have named replaced by an ellipsis."""
    parts = path.split("/")
    structural = _known_word if parts[0] == "field" else _structural
    kept = "/".join(part if structural(part) else "…" for part in parts[:_LONG])
    return kept + ("/…" if len(parts) > _LONG else "")


def _known_word(part: str) -> bool:
    return part.lower().replace("_", "-") in _WORDS


def _structural(part: str) -> bool:
    if not part or _known_word(part) or _CELL.fullmatch(part):
        return True
    numbered = _NUMBERED.fullmatch(part)
    return numbered is not None and (not numbered[1] or numbered[1] in _WORDS)


@lru_cache(maxsize=1024)
def token(name: str) -> str:
    """A recognizer's, rule's or evidence's name, as long as it looks like one; else "other"."""
    return name if _TOKEN.fullmatch(name) and not re.search(r"\d{6}", name) else "other"


def identifier(name: str) -> str:
    """An id that we, or the organisation's settings, made up; "other" when it does not look like one."""
    return name if _TOKEN.fullmatch(name) else "other"


def content_type(value: str) -> str:
    """A media type that is publicly known, without parameters; `application/octet-stream` for any other."""
    bare = value.split(";")[0].strip().lower()
    return bare if bare in _TYPES else "application/octet-stream"


def reason(name: str) -> str:
    """Why a part is held: one of the closed list, or "OTHER"."""
    return name if name in _REASONS else "OTHER"


@lru_cache(maxsize=4096)
def mailbox(address: str) -> str:
    """The organisation's mailbox that mail to `address` reaches: lower case, without a `+tag`.

    Runs of three digits or more become `#`: a sender can write any address, and a mailbox is never a number.
    """
    printable = "".join(sign for sign in address if sign.isprintable() and not sign.isspace())
    local, _, domain = printable.strip("<>").lower().rpartition("@")
    name = _MANY_DIGITS.sub("#", local.split("+")[0])[:64]
    return f"{name}@{_MANY_DIGITS.sub('#', domain)[:253]}" if local else _MANY_DIGITS.sub("#", domain)[:64]
