"""The engine's codes for a pattern, as `re` makes them, of the same pattern put so that the engine tries less; or backwards.

The engine tries a pattern at every character of a text, and alternatives one after the other, unless it is told with which
characters the pattern begins, and that alternatives begin alike. `re` sees the first only where a pattern begins with a
letter or a set (not with what looks behind, an option, a group), the second only where all alternatives begin alike. Here the
whole pattern is looked at. What is found stays the same, group by group.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from importlib import import_module
from itertools import groupby
from typing import Any, Final

#: `re` keeps these to itself; the table of patterns is made for one version of it.
_constants: Final[Any] = import_module("re._constants")
_compiler: Final[Any] = import_module("re._compiler")
_parser: Final[Any] = import_module("re._parser")
_ALTERNATIVES: Final = _constants.BRANCH
_LETTER: Final = _constants.LITERAL
_SET: Final = _constants.IN
_GROUP: Final = _constants.SUBPATTERN
_ATOMIC: Final = _constants.ATOMIC_GROUP
_REPEATS: Final = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)
_LOOKS: Final = (_constants.ASSERT, _constants.ASSERT_NOT)
_PLACE: Final = _constants.AT
#: What a set may hold that is told character by character.
_PLAIN: Final = (_constants.LITERAL, _constants.RANGE)
#: What the engine is told first: this, how many codes that is, what they tell, the shortest and the longest match.
_INFO: Final = _constants.INFO
_INFO_LENGTH: Final = 5
_TELLS_NOTHING: Final = 0
_TELLS_BEGINNINGS: Final = _constants.SRE_INFO_CHARSET
#: What matches one character, and where a text ends: with `$`, before a last line end, too.
_ONE_CHARACTER: Final = (_constants.LITERAL, _constants.NOT_LITERAL, _constants.IN, _constants.ANY)
_TEXT_ENDS: Final = (_constants.AT_END, _constants.AT_END_STRING)
_TEXT_BEGINS: Final = (_constants.AT_BEGINNING, _constants.AT_BEGINNING_STRING)
#: An operation of a parsed pattern, and what it is given.
_Step = tuple[Any, Any]


def codes_of(words: str, flags: int) -> tuple[Any, list[int]]:
    """The parsed pattern, and the engine's codes. Raises re.error as `re.compile` does."""
    tree = _parser.parse(words, flags)
    if (flags | tree.state.flags) & re.IGNORECASE:  # then one letter begins as another
        return tree, _compiler._code(tree, flags)
    tree = _gathered(tree)
    return tree, _codes(tree, flags)


def backward_codes_of(words: str, flags: int) -> tuple[Any, list[int]]:
    """The same of `backward_of`. Raises ValueError as it does."""
    tree = backward_of(words, flags)
    return tree, _codes(tree, flags)


def backward_of(words: str, flags: int) -> Any:
    """The parsed pattern for what is matched at the end of a text read from its end, wherever the pattern ends there.

    It may match where the pattern does not: what looks ahead is left out, and so is what looks behind but for a letter or a set
    that must not stand there, which may lie beyond the text. Raises ValueError for a pattern that does not always end at the end
    of a text, or cannot be read so: one that refers to its groups, reads line by line, or would go back where the pattern never
    does.
    """
    tree = _parser.parse(words, flags)
    if not _ends(tree) or (flags | tree.state.flags) & (re.IGNORECASE | re.MULTILINE):
        raise ValueError(f"a pattern that need not end at the end of the text: {words}")
    return _gathered(_backward(tree))


def _codes(tree: Any, flags: int) -> list[int]:
    codes: list[int] = _compiler._code(tree, flags)
    if codes[0] == _INFO and codes[2] == _TELLS_NOTHING and codes[3]:
        beginnings, is_empty = _beginnings(tree)
        if beginnings and not is_empty:
            codes[:_INFO_LENGTH] = _info(beginnings, flags, *codes[3:_INFO_LENGTH])
    return codes


def _info(beginnings: list[_Step], flags: int, least: int, most: int) -> list[int]:
    told = [_TELLS_BEGINNINGS, least, most]
    charset, _ = _compiler._optimize_charset(beginnings)
    _compiler._compile_charset(charset, flags, told)
    return [_INFO, len(told) + 1, *told]


def _gathered(pattern: Any) -> Any:
    """The parsed pattern with neighbouring alternatives that begin with the same letter as one."""
    steps: list[_Step] = []
    for step in pattern:
        kind, given = step
        if kind is _ALTERNATIVES:
            steps += _as_few(pattern.state, [_gathered(one) for one in given[1]])
        elif kind is _GROUP:
            number, adds, takes, inner = given
            steps.append((kind, (number, adds, takes, inner if adds & re.IGNORECASE else _gathered(inner))))
        elif kind in _REPEATS:
            least, most, inner = given
            steps.append((kind, (least, most, _gathered(inner))))
        elif kind in _LOOKS:
            direction, inner = given
            steps.append((kind, (direction, _gathered(inner))))
        elif kind is _ATOMIC:
            steps.append((kind, _gathered(given)))
        else:
            steps.append(step)
    return _parser.SubPattern(pattern.state, steps)


def _as_few(state: Any, alternatives: list[Any]) -> Sequence[_Step]:
    """What stands for these alternatives.

    Of a run of them that all begin with a letter only those can match that begin with the one that stands there, so that
    their order among those of other letters does not matter.
    """
    few: list[Any] = []
    for lettered, run in groupby(alternatives, lambda one: len(one) > 0 and one[0][0] is _LETTER):
        if not lettered:
            few += run
            continue
        by_letter: dict[int, list[Any]] = {}
        for one in run:
            by_letter.setdefault(one[0][1], []).append(one)
        for letter, alike in by_letter.items():
            if len(alike) == 1:
                few += alike
            else:
                rest = _as_few(state, [one[1:] for one in alike])
                few.append(_parser.SubPattern(state, [(_LETTER, letter), *rest]))
    return few[0].data if len(few) == 1 else [(_ALTERNATIVES, (None, few))]


def _beginnings(pattern: Iterable[_Step]) -> tuple[list[_Step] | None, bool]:
    """With what the pattern may begin, as a set holds it (None: anything), and whether it may match nothing at all."""
    found: list[_Step] = []
    for step in pattern:
        begins, is_empty = _of_step(*step)
        if begins is None:
            return None, False
        found += begins
        if not is_empty:
            return found, False
    return found, True


def _of_step(kind: Any, given: Any) -> tuple[list[_Step] | None, bool]:
    """The same of one step."""
    if kind is _LETTER:
        return [(kind, given)], False
    if kind is _SET:
        return (given if all(one in _PLAIN for one, _ in given) else None), False
    if kind is _PLACE or kind in _LOOKS:
        return [], True
    if kind is _GROUP:
        return (None, False) if given[1] & re.IGNORECASE else _beginnings(given[3])
    if kind is _ATOMIC:
        return _beginnings(given)
    if kind in _REPEATS:
        begins, is_empty = _beginnings(given[2])
        return begins, is_empty or given[0] == 0
    if kind is _ALTERNATIVES:
        found: list[_Step] = []
        empty = False
        for one in given[1]:
            begins, is_empty = _beginnings(one)
            if begins is None:
                return None, False
            found += begins
            empty = empty or is_empty
        return found, empty
    return None, False


def _ends(pattern: Sequence[_Step]) -> bool:
    """Whether all that the pattern matches ends at the end of the text."""
    if not pattern:
        return False
    kind, given = pattern[-1]
    if kind is _PLACE:
        return given in _TEXT_ENDS
    if kind is _ALTERNATIVES:
        return all(map(_ends, given[1]))
    return kind is _GROUP and _ends(given[3])


def _backward(pattern: Any) -> Any:
    """The parsed pattern for the text read from its end."""
    steps: list[_Step] = []
    for kind, given in pattern[::-1]:
        if kind in _ONE_CHARACTER:
            steps.append((kind, given))
        elif kind is _PLACE:
            steps += _place_backward(pattern.state, given)
        elif kind in _LOOKS:
            direction, inner = given
            if (
                kind is _constants.ASSERT_NOT
                and direction < 0
                and all(one in _ONE_CHARACTER for one, _ in inner)
            ):
                steps.append((kind, (1, _backward(inner))))
        elif kind is _ALTERNATIVES:
            steps.append((kind, (None, [_backward(one) for one in given[1]])))
        elif kind is _GROUP:
            if given[1] & re.MULTILINE:  # then a line's begin and end are places, too
                raise ValueError("a pattern that cannot be read backwards: a group of many lines")
            steps.append((kind, (None, given[1], given[2], _backward(given[3]))))
        elif kind in (_constants.MAX_REPEAT, _constants.MIN_REPEAT):
            least, most, inner = given
            steps.append((kind, (least, most, _backward(inner))))
        else:
            raise ValueError(f"a pattern that cannot be read backwards: {kind}")
    return _parser.SubPattern(pattern.state, steps)


def _place_backward(state: Any, place: Any) -> list[_Step]:
    """A place in a text that is read from its end; others than these may be anywhere."""
    if place in _TEXT_BEGINS:
        return [(_PLACE, _constants.AT_END_STRING)]
    if place is _constants.AT_END:
        line_end = _parser.SubPattern(state, [(_LETTER, ord("\n"))])
        return [(_constants.MAX_REPEAT, (0, 1, line_end))]
    return []
