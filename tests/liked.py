"""Texts that a pattern likes, made from itself."""

from __future__ import annotations

import random
import re
import re._constants as kind
from typing import Any

#: Common characters.
SOME = "abcdefghijklmnopqrstuvwxyz0123456789 .,-:;/()'\n|>*_\"="
#: So long are the texts.
LONGEST = 220


def written(tree: Any, rng: random.Random, depth: int = 0) -> str:
    """A text that the parsed pattern `tree` likes, with its repetitions mostly as long as they may be."""
    parts: list[str] = []
    for what, value in tree:
        if what is kind.LITERAL:
            parts.append(chr(value))
        elif what is kind.IN:
            parts.append(one_of(value, rng))
        elif what in (kind.MAX_REPEAT, kind.MIN_REPEAT, kind.POSSESSIVE_REPEAT):
            least, most, inner = value
            most = min(most, least + (40 if depth < 3 else 3))
            for _ in range(most if rng.random() < 0.6 else rng.randint(least, most)):
                parts.append(written(inner, rng, depth + 1))
        elif what is kind.BRANCH:
            parts.append(written(rng.choice(value[1]), rng, depth + 1))
        elif what is kind.SUBPATTERN:
            parts.append(written(value[3], rng, depth))
        elif what is kind.ATOMIC_GROUP:
            parts.append(written(value, rng, depth))
        elif what is kind.ASSERT and value[0] < 0:
            parts.append(written(value[1], rng, depth))
        elif what in (kind.ANY, kind.NOT_LITERAL):
            parts.append("a")
        if sum(map(len, parts)) > LONGEST:
            break
    return "".join(parts)[:LONGEST]


def one_of(members: Any, rng: random.Random) -> str:
    """A character of a set, of the common ones if it has any."""
    pattern = re.compile("[" + "".join(map(_as_set, members)) + "]")
    common = [char for char in SOME if pattern.match(char)]
    return rng.choice(common) if common else "~"


def _as_set(member: tuple[Any, Any]) -> str:
    what, value = member
    if what is kind.NEGATE:
        return "^"
    if what is kind.LITERAL:
        return re.escape(chr(value))
    if what is kind.RANGE:
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    return {
        kind.CATEGORY_SPACE: r"\s", kind.CATEGORY_NOT_SPACE: r"\S", kind.CATEGORY_DIGIT: r"\d",
        kind.CATEGORY_NOT_DIGIT: r"\D", kind.CATEGORY_WORD: r"\w", kind.CATEGORY_NOT_WORD: r"\W",
    }[value]  # fmt: skip
