"""HTML character references (WHATWG HTML §13.2.5.72 ff.): what each stands for, and text made safe to write."""

from __future__ import annotations

import html
import re
from html.entities import html5
from typing import Final
from urllib.parse import quote

#: A reference as it stands in the source; a named one may turn out to be shorter, or none.
REFERENCE: Final = re.compile(r"&(?:#(?:[xX][0-9a-fA-F]++|[0-9]++);?|[A-Za-z][A-Za-z0-9]{1,31}+;?)")
_ZEROS: Final = re.compile(r"(#[xX]?)0+(?=[0-9a-fA-F])")
_LONGEST_NUMBER: Final = 12
_LEGACY: Final = max(len(name) for name in html5 if not name.endswith(";"))
_UNFINISHED: Final = re.compile(r"(?:&#?[A-Za-z0-9]*|<[/!?]?)\Z")
_FINISHING: Final = frozenset("#;=!/?-")


def resolve(reference: str, following: str = "", *, attribute: bool = False) -> tuple[str, int]:
    """(what it stands for, how many characters of `reference` it takes): ("&", 1) when it is none.

    In an attribute a legacy name without semicolon before "=" or a letter is plain text (URLs have many).
    """
    if reference[1] == "#":
        number = _ZEROS.sub(r"\1", reference)
        return ("\ufffd" if len(number) > _LONGEST_NUMBER else html.unescape(number)), len(reference)
    name = reference[1:]
    if name in html5 and (name[-1] == ";" or not attribute or following[:1] not in ("=",)):
        return html5[name], len(reference)
    if attribute:
        return "&", 1
    for length in range(min(len(name), _LEGACY), 1, -1):
        if name[:length] in html5:
            return html5[name[:length]], length + 1
    return "&", 1


def escape_text(text: str, before: str = "") -> str:
    """`text` to stand between tags, after the source `before`, whose last signs it must not complete to markup."""
    safe = html.escape(text, quote=False)
    if (
        safe
        and _UNFINISHED.search(before)
        and safe[0].isascii()
        and (safe[0].isalnum() or safe[0] in _FINISHING)
    ):
        return f"&#{ord(safe[0])};{safe[1:]}"
    return safe


def escape_attribute(text: str, before: str = "") -> str:
    """`text` to stand in a quoted attribute value."""
    return escape_text(text, before).replace('"', "&quot;").replace("'", "&#39;")


def escape_bare(text: str, before: str = "") -> str:
    """`text` to stand in an unquoted attribute value."""
    escaped = escape_attribute(text, before)
    return re.sub(r"[\s=`]", lambda sign: f"&#{ord(sign.group())};", escaped)


def escape_url(text: str, _before: str = "") -> str:
    """`text` to stand in a URL inside an attribute."""
    return quote(text, safe="")


def escape_comment(text: str, _before: str = "") -> str:
    """`text` to stand in a comment, script or style: nothing that could end one."""
    return re.sub(r"[<>&]|--+!?", " ", text)
