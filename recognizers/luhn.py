"""The Luhn check (ISO/IEC 7812-1, annex B), used by SINs, Ontario health numbers and payment cards."""

from __future__ import annotations

_DOUBLED = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)


def luhn(digits: str) -> bool:
    """Whether the last of `digits` (ASCII, no separators) is the right check digit."""
    total = sum(ord(char) - 48 for char in digits[-1::-2])
    return (total + sum(_DOUBLED[ord(char) - 48] for char in digits[-2::-2])) % 10 == 0
