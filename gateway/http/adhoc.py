"""Presidio's ad hoc recognizers: patterns and word lists that come with a request, and are forgotten with it.

A pattern from outside is a way to stall a server: these run on the `regex` package, within a time for the whole request.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import regex

from gateway.http.limits import (
    LONGEST_DENY_LIST,
    LONGEST_PATTERN,
    MOST_PATTERNS,
    MOST_RECOGNIZERS,
    MOST_WORDS,
)

_MOST_REPEATS: Final = 10_000
_COUNTED: Final = re.compile(r"(\))?\{([0-9]{0,9}),?([0-9]{0,9})\}")
#: What a word of a `deny_list` is worth where the recognizer does not say, as in Presidio.
DENY_LIST_SCORE: Final = 1.0
TOO_LONG: Final = "A pattern took too long on this text."
_SECONDS: Final = 1.0
#: How patterns are read, as Presidio reads them; a request may leave out some, and add none.
FLAGS: Final = int(re.DOTALL | re.MULTILINE | re.IGNORECASE)
_WORD: Final = re.compile(r"\w+")
_CONTEXT_WORDS, _CONTEXT_GAIN, _CONTEXT_LEAST = (
    5,
    0.35,
    0.4,
)  # as Presidio's LemmaContextAwareEnhancer has them

#: (text) -> where it matches. Raises TimeoutError.
Finder = Callable[[str], Iterator[tuple[int, int]]]


class BadPattern(Exception):
    """A recognizer or pattern of the request that cannot be used. The text is a fixed sentence."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a recognizer of the request matched."""

    entity_type: str
    start: int
    end: int
    score: float
    recognizer: str
    pattern_name: str


@dataclass(frozen=True, slots=True)
class AdHoc:
    """One recognizer of a request."""

    name: str
    entity_type: str
    patterns: tuple[tuple[str, Finder, float], ...]
    context: tuple[str, ...]

    def find(self, text: str, context: Sequence[str] = ()) -> Iterator[Hit]:
        """Its matches; `context` are words that the caller knows of beside the text. Raises BadPattern."""
        for name, finder, score in self.patterns:
            try:
                for start, end in finder(text):
                    weighed = self._weighed(text, start, score, context)
                    yield Hit(self.entity_type, start, end, weighed, self.name, name)
            except TimeoutError:
                raise BadPattern(TOO_LONG) from None

    def _weighed(self, text: str, start: int, score: float, context: Sequence[str]) -> float:
        before = _WORD.findall(text[max(0, start - 200) : start].lower())[-_CONTEXT_WORDS:]
        heard = " ".join((*before, *context)).lower()
        if not any(word.lower() in heard for word in self.context):
            return score
        return min(1.0, max(score + _CONTEXT_GAIN, _CONTEXT_LEAST))


def ad_hoc(given: Any, language: str) -> list[AdHoc]:
    """The recognizers of a request that are for its language. Raises BadPattern."""
    if given is None:
        return []
    if not isinstance(given, list) or len(given) > MOST_RECOGNIZERS:
        raise BadPattern(f"ad_hoc_recognizers is a list of {MOST_RECOGNIZERS} recognizers at most")
    end = time.monotonic() + _SECONDS
    found = [_recognizer(one, end) for one in given]
    return [
        one for one, raw in zip(found, given, strict=True) if raw.get("supported_language", "en") == language
    ]


def _recognizer(given: Any, end: float) -> AdHoc:
    entity = given.get("supported_entity") if isinstance(given, dict) else None
    if not isinstance(entity, str) or not entity:
        raise BadPattern("Pattern recognizer should be initialized with entity")
    patterns, words = given.get("patterns") or [], _words(given, "deny_list")
    if not isinstance(patterns, list) or len(patterns) > MOST_PATTERNS:
        raise BadPattern(f"patterns is a list of {MOST_PATTERNS} patterns at most")
    if not patterns and not words:
        raise BadPattern("Pattern recognizer should be initialized with patterns or with deny list")
    made = [_pattern(one, end) for one in patterns]
    if words:
        score = _score(given, "deny_list_score", DENY_LIST_SCORE)
        made.append(("deny_list", _any_of(words, end), score))
    name = str(given.get("name") or "PatternRecognizer")
    return AdHoc(name, entity, tuple(made), tuple(_words(given, "context")))


def _any_of(words: list[str], end: float) -> Finder:
    if sum(map(len, words)) > LONGEST_DENY_LIST:
        raise BadPattern(f"deny_list holds {LONGEST_DENY_LIST} characters at most")
    spelled = "|".join(regex.escape(word) for word in words)
    return partial(_places, _compiled(rf"(?:^|(?<=\W))({spelled})(?:(?=\W)|$)", end, FLAGS), end)


def _words(given: Mapping[str, Any], key: str) -> list[str]:
    words = given.get(key) or []
    if (
        not isinstance(words, list)
        or len(words) > MOST_WORDS
        or not all(isinstance(one, str) for one in words)
    ):
        raise BadPattern(f"{key} is a list of {MOST_WORDS} strings at most")
    return words


def _pattern(given: Any, end: float) -> tuple[str, Finder, float]:
    if not isinstance(given, dict) or set(given) - {"name", "regex", "score"} or "regex" not in given:
        raise BadPattern(
            "Failed to parse /analyze request for AnalyzerEngine.analyze(). a pattern has name, regex and score"
        )
    return str(given.get("name", "")), finder(given["regex"], end), _score(given, "score", 0.5)


def _score(given: Mapping[str, Any], key: str, default: float) -> float:
    score = given.get(key, default)
    if isinstance(score, bool) or not isinstance(score, (int, float)) or not 0 <= score <= 1:
        raise BadPattern("a score is a number from 0 to 1")
    return float(score)


def finder(pattern: Any, end: float | None = None, flags: Any = FLAGS) -> Finder:
    """What finds `pattern` until the clock says `end` (by default a second from now). Raises BadPattern."""
    if not isinstance(pattern, str) or len(pattern) > LONGEST_PATTERN or not isinstance(flags, int):
        raise BadPattern(f"a pattern is a string of {LONGEST_PATTERN} characters at most")
    if _unfolded(pattern) > _MOST_REPEATS:
        raise BadPattern("a pattern repeats too often what repeats")
    end = time.monotonic() + _SECONDS if end is None else end
    return partial(_places, _compiled(pattern, end, flags & FLAGS), end)


def _compiled(pattern: str, end: float, flags: int) -> Any:
    """Raises BadPattern, also once the clock says `end`: to compile takes time, too. Nothing of it stays in `regex`' caches."""
    if time.monotonic() > end:
        raise BadPattern("The recognizers of the request take too long to read.")
    try:
        return regex.compile(pattern, flags, cache_pattern=False)
    except (regex.error, ValueError, RecursionError, OverflowError):
        # ValueError: flags within it that exclude each other
        raise BadPattern("a pattern is no regular expression") from None
    finally:
        regex.purge()  # what is not cached is still remembered as independent of the locale


def _unfolded(pattern: str) -> int:
    """How often, at most, the smallest piece of `pattern` is written out: counted repetitions are, and they multiply."""
    group = single = 1
    for match in _COUNTED.finditer(pattern):
        count = int(match[3] or match[2] or 1)
        if match[1]:
            group *= max(1, count)
        else:
            single = max(single, count)
    return group * single


def _places(compiled: Any, end: float, text: str) -> Iterator[tuple[int, int]]:
    left = end - time.monotonic()
    if left <= 0:
        raise TimeoutError
    for match in compiled.finditer(text, timeout=left, concurrent=True):
        if match.end() > match.start():
            yield match.span()
