"""A value once more with a slip of the pen: one character is another, or two have changed places; and whether that is told."""

from __future__ import annotations

from typing import Final

from recognizers.patterns import compiled

#: Words for a mistake, or for two of a kind that are compared.
_MISTAKE: Final = compiled(
    r"(?<![a-z])(?:erreurs?|errors?|mistakes?|mistaken|mistyped|fautes?|typos?|wrong|incorrecte?s?|mauvaise?s?|faux|fausses?"
    r"|invers[a-z]{1,8}|intervert[a-z]{1,6}|swapped|transposed|switched|instead|au lieu|plutot|rather|correcte?|corrig[a-z]{1,4}"
    r"|correct(?:ion|ed|ing)|rectif[a-z]{1,9}|bon|bonne|right|vraie?|actual|different(?:e?s?)|differences?|differe|mismatch"
    r"|off by|trompee?s?|oups|oops|confondue?s?|confus[a-z]{1,4}|meant|typed|says|shows|but|mais|deux|two|both)(?![a-z])"
)
#: Right before a value, that it is not the one.
_NOT: Final = compiled(r"(?<![a-z])(?:pas|non|not|isn't|wasn't)(?: (?:le|the|pas))?[ :\"']{1,2}\Z")
_REACH: Final = 90
_NOT_REACH: Final = 16
#: Within an address, an amount, a decimal or a key's value nobody mistypes a number of his own.
_JOINED: Final = compiled(r"[$/=@._&]\Z")
_GOES_ON: Final = compiled(r"[/@&=_]|\.[a-z0-9]| ?\$")


def is_slip_of(written: str, told: str) -> bool:
    """Whether `written` is `told` but for one slip; both have as many characters."""
    if len(written) != len(told):
        return False
    differ = [at for at, (one, other) in enumerate(zip(written, told, strict=True)) if one != other]
    if len(differ) == 2:
        first, second = differ
        return written[first] == told[second] and written[second] == told[first]
    return len(differ) == 1


def is_told_as_slip(lower: str, start: int, end: int) -> bool:
    """Whether the words near lower[start:end] speak of a mistake or compare two numbers. Linear: within a fixed reach."""
    if _JOINED.search(lower, max(0, start - 1), start) or _GOES_ON.match(lower, end):
        return False
    return (
        _NOT.search(lower, max(0, start - _NOT_REACH), start) is not None
        or _MISTAKE.search(lower, max(0, start - _REACH), end + _REACH) is not None
    )
