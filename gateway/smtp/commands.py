"""The arguments of SMTP commands, read without losing or believing anything. Pure (RFC 5321, RFC 3461, XCLIENT_README)."""

from __future__ import annotations

import re
from ipaddress import ip_address
from typing import Final

_PATH: Final = re.compile(r'\A\s*+<((?:[^">]++|"(?:[^"\\]|\\.)*+")*+)>\s*+(.*)\Z', re.DOTALL)
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")
_XTEXT: Final = re.compile(r"\+([0-9A-F]{2})")
#: What may be said of a client in XCLIENT, in the order in which it is announced.
XCLIENT_NAMES: Final = ("NAME", "ADDR", "PORT", "PROTO", "HELO", "LOGIN", "DESTADDR", "DESTPORT")
#: Octets of a command line, where it may be longer than 512: by what the extensions add (RFC 1870, 3461, 4954, 6152, 6531).
LONGEST: Final = {b"MAIL": 2048, b"RCPT": 2048, b"AUTH": 12288}
LONG: Final = 512
#: Beyond this, nobody looks what command it would be.
LONGEST_LINE: Final = max(LONGEST.values()) + 2
_UNKNOWN: Final = ("[UNAVAILABLE]", "[TEMPUNAVAIL]")


def path(arg: str | None, keyword: str) -> tuple[str, tuple[str, ...]] | None:
    """("address", options) of `FROM:<address> OPTIONS`, both exactly as they came; None on bad syntax.

    A control character is bad syntax everywhere (RFC 5321 §4.1.2): a lenient next hop would see the next command behind it.
    """
    if arg is None or arg[: len(keyword)].upper() != keyword or _CONTROL.search(arg):
        return None
    match = _PATH.match(arg[len(keyword) :])
    return (match[1], tuple(match[2].split())) if match else None


def line(command: str, address: str, options: tuple[str, ...]) -> bytes:
    """The command line that `path` was read from."""
    return " ".join((f"{command}<{address}>", *options)).encode("utf-8", "surrogateescape")


def declared_size(options: tuple[str, ...]) -> int:
    """The SIZE parameter of MAIL (RFC 1870), 0 when there is none."""
    sizes = [option[5:] for option in options if option.upper().startswith("SIZE=")]
    return int(sizes[0]) if sizes and sizes[0].isdecimal() and len(sizes[0]) < 20 else 0


def xclient(arg: str | None) -> dict[str, str] | None:
    """The attributes of XCLIENT by their names, "" for one that is not known; None on bad syntax."""
    attributes: dict[str, str] = {}
    for item in (arg or "").split():
        name, equals, value = item.partition("=")
        if not equals or name.upper() not in XCLIENT_NAMES:
            return None
        text = _XTEXT.sub(lambda code: chr(int(code[1], 16)), value)
        attributes[name.upper()] = "" if text.upper() in _UNKNOWN else text
    if (address := attributes.get("ADDR")) and _address(address) is None:
        return None
    return attributes or None


def _address(text: str) -> str | None:
    try:
        return str(ip_address(text.removeprefix("IPV6:").removeprefix("IPv6:")))
    except ValueError:
        return None


def client_address(attributes: dict[str, str]) -> str:
    """The client's address in XCLIENT's attributes, "" when it is not known."""
    return _address(attributes.get("ADDR", "")) or ""
