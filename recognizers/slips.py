"""A value once more with a slip of the pen: one character is another, or two have changed places."""

from __future__ import annotations


def is_slip_of(written: str, told: str) -> bool:
    """Whether `written` is `told` but for one slip; both have as many characters."""
    if len(written) != len(told):
        return False
    differ = [at for at, (one, other) in enumerate(zip(written, told, strict=True)) if one != other]
    if len(differ) == 2:
        first, second = differ
        return written[first] == told[second] and written[second] == told[first]
    return len(differ) == 1
