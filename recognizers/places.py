"""Where a piece of text stands in a longer one."""

from __future__ import annotations

from collections.abc import Iterator


def places(stem: str, text: str) -> Iterator[int]:
    """Where `stem` stands in `text`, in order; occurrences may overlap."""
    at = text.find(stem)
    while at >= 0:
        yield at
        at = text.find(stem, at + 1)
