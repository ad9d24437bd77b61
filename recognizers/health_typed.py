"""What people type for the terms of health: with letters doubled or dropped, without an apostrophe, and how each begins."""

from __future__ import annotations

import re
from typing import Final

from recognizers.patterns import compiled

_LEADING_GROUP: Final = compiled(r"\(\?:([^()]+)\)(\??)")


def with_plain_head(term: str) -> list[str]:
    """The terms that a term stands for which begins with alternatives: "(?:ear|lung)_infections?"."""
    if not (group := _LEADING_GROUP.match(term)):
        return [term]
    rest = term[group.end() :]
    return [alternative + rest for alternative in group[1].split("|")] + ([rest] if group[2] else [])


#: A term one of whose first letters may be missing: "coe?ur".
_OPEN: Final = compiled(r"([a-z]{1,3})([a-z])\?")


def apart(typed: str) -> str:
    """The pattern with its spaces, and with one for an apostrophe that many leave out: "probleme d alcool"."""
    return typed.replace("_", "[ ]").replace("d'", "d[' ]").replace("l'", "l[' ]")


def heads(typed: str) -> tuple[str, ...]:
    """The letters that a term is sure to begin with, four of them where it can be."""
    if optional := _OPEN.match(typed):
        rest = typed[optional.end() :]
        return (*heads(optional[1] + rest), *heads(optional[1] + optional[2] + rest))
    if typed[3:7] == "[iy]":
        return (f"{typed[:3]}i", f"{typed[:3]}y")
    head = _HEAD.match(typed)
    return (head[0] if head else "",)


#: The same where no letter is open.
_HEAD: Final = compiled(r"[a-z]{1,4}(?![?{*])")
#: A word long enough that a letter doubled, dropped or taken for another leaves it what it is.
_LONG: Final = compiled(r"([a-z]{3})([a-z]{3,})(?=[a-z](?![?{*]).*)")
_SLIPS: Final = compiled(r"[iy]|ph|th|([lnrtmscpf])\1|(?<=[aeiouy])[lnrtmscpf](?=[aeiouy])")


#: What ends alike in both languages but for a letter: "neuropathie" and "neuropathy", "anémie" and "anemia".
_IN_Y: Final = compiled(r"(path|ectom|scop|plast|therap|ceph?al|troph|otom|stom)ie(?=s?\??(?:_|\(\?:_|$))")
_IN_IA: Final = compiled(r"(em|alg|ur|pleg|phag|plas|pen|phob|trich)ie(?=s?\??(?:_|\(\?:_|$))")


def as_typed(term: str) -> str:
    """A pattern for a term and what is often typed for it: "fibromialgie", "diabette", "astme", "neuropathy"."""
    term = _IN_IA.sub(r"\1i(?:e|a)", _IN_Y.sub(r"\1(?:ie|y)", term))
    long = _LONG.match(term)
    return long[1] + _SLIPS.sub(_slip, long[2]) + term[long.end() :] if long and len(long[0]) > 5 else term


def _slip(found: re.Match[str]) -> str:
    meant = found[0]
    if meant in ("i", "y"):
        return "[iy]"
    if meant == "ph":
        return "(?:ph|f)"
    return "th?" if meant == "th" else f"{meant[0]}{meant[0]}?"
