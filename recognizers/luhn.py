"""The Luhn check (ISO/IEC 7812-1, annex B), used by SINs, Ontario health numbers and payment cards."""

from __future__ import annotations

_FIGURES = b"0123456789"
_AS_THEY_ARE = bytes.maketrans(_FIGURES, bytes(range(10)))
_DOUBLED = bytes.maketrans(_FIGURES, bytes((0, 2, 4, 6, 8, 1, 3, 5, 7, 9)))


def luhn(digits: str) -> bool:
    """Whether the last of `digits` (ASCII, no separators) is the right check digit."""
    code = digits.encode("ascii")
    return (sum(code[-1::-2].translate(_AS_THEY_ARE)) + sum(code[-2::-2].translate(_DOUBLED))) % 10 == 0
