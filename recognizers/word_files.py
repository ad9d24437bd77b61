"""The word lists in `words/`: read when first asked for, since only names need them."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def words_in(name: str) -> frozenset[str]:
    """The words of `words/<name>.txt`; lines that begin with # are comments."""
    text = (Path(__file__).parent / "words" / f"{name}.txt").read_text("utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
