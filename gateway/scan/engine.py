"""Segments in, findings out: detection for a whole message, within a time limit.

What was not looked at in time is a result too (`Incomplete(TOO_SLOW)`), never silence. Text is handed to the detector
in batches, so that the clock is asked often enough and memory stays bounded, while the parts of an ordinary message
still corroborate each other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import Final, NamedTuple

from gateway.model import Category, Finding, Incomplete, Reason, Segment, SegmentKind
from gateway.scan.budget import Budget, spending
from gateway.scan.language import language_of_all
from gateway.scan.names import Names, Pipelines
from gateway.scan.values import numbered
from recognizers import IDENTITY, Detector, Match

__all__ = ["Budget", "ScanResult", "Scanner"]

#: Characters handed to the detector at once. A message with less text than this is one batch.
_BATCH: Final = 512 * 1024
#: Characters that two windows of one long segment share, so that nothing is cut in two.
_OVERLAP: Final = 2_000
#: Of a message that ends in nothing but these, so many are passed over in one go.
_EMPTY_LINES: Final = "\r\n" * 8192
_IDENTITY: Final = frozenset(IDENTITY)
_LANGUAGE_KINDS: Final = frozenset((SegmentKind.BODY, SegmentKind.FIELD, SegmentKind.CELL))


@dataclass(frozen=True, slots=True)
class ScanResult:
    """What a scan found and what it could not look at. `language` is "fr", "en" or "und"."""

    findings: tuple[Finding, ...]
    incomplete: tuple[Incomplete, ...]
    language: str


class _Window(NamedTuple):
    """A piece of a segment that is scanned at once; `offset` is where it begins in the segment."""

    segment: Segment
    offset: int
    text: str


class Scanner:
    """Scans messages. Holds no state of a message: threads may share one.

    `entities` are the entity types that policies ask for; what they need is loaded at once, so that a missing model
    stops the start and not the first message (raises NamesUnavailable). Others are loaded when first asked for.
    `today` fixes the date against which ages are judged, `allow` are values never reported (see `Detector`).
    `names` tells which spaCy pipelines find person names, or None: then PERSON rests on cues and name lists alone.
    """

    def __init__(
        self,
        entities: Collection[str] = (),
        *,
        today: date | None = None,
        allow: Iterable[str] = (),
        names: Pipelines | None = None,
    ) -> None:
        self._today = today
        self._allow = tuple(allow)
        self._pipelines = names
        self._names: Names | None = None
        self._detectors: dict[frozenset[str], Detector] = {}
        self._lock = Lock()
        if entities:
            self.warm(entities)

    def warm(self, entities: Collection[str]) -> None:
        """Load all that `entities` need and run it once. Raises NamesUnavailable, ValueError (unknown entity type)."""
        self.detector(frozenset(entities)).detect("Bonjour, je m'appelle Marie Tremblay, dossier 12.")

    def detector(self, entities: frozenset[str]) -> Detector:
        """The detector for `entities`, built on first use. Raises NamesUnavailable, ValueError."""
        with self._lock:
            if entities not in self._detectors:
                names = self._name_finder() if "PERSON" in entities else None
                self._detectors[entities] = Detector(
                    entities, today=self._today, allow=self._allow, names=names
                )
            return self._detectors[entities]

    def scan(self, segments: Sequence[Segment], entities: frozenset[str], budget: Budget) -> ScanResult:
        """Look for `entities` in `segments` until done or until `budget` is spent.

        Findings come in the order of the segments, then of place. Every part that was not looked at in full is
        reported as TOO_SLOW, with what was found in it until then.
        """
        detector = self.detector(entities)
        findings: list[Finding] = []
        unseen: dict[str, None] = {}
        with spending(budget):
            for batch in _batches(segments):
                if not budget.spent:
                    found = detector.detect_all([(window.text, window.segment.label) for window in batch])
                    for window, matches in zip(batch, found, strict=True):
                        allowed = window.segment.allowed
                        findings += [_finding(window, m) for m in matches if m.entity_type not in allowed]
                    if not budget.cut_short:
                        continue
                unseen.update(dict.fromkeys(_part_of(window.segment.path) for window in batch))
        language = language_of_all([one.text for one in segments if one.kind in _LANGUAGE_KINDS])
        if language == "und":  # those said nothing
            language = language_of_all([one.text for one in segments if one.kind not in _LANGUAGE_KINDS])
        incomplete = tuple([Incomplete(Reason.TOO_SLOW, part) for part in unseen])
        found_once = numbered(tuple(_without_repeats(findings)), segments, self._today or date.today())
        return ScanResult(found_once, incomplete, language)

    def _name_finder(self) -> Names | None:
        if self._names is None and self._pipelines is not None:
            self._names = Names(self._pipelines.french, self._pipelines.english)
        return self._names


def _batches(segments: Sequence[Segment]) -> Iterable[list[_Window]]:
    """What is scanned at once: most messages whole."""
    if sum([len(segment.text) for segment in segments]) > _BATCH:
        return _parts(segments)
    whole = [_Window(segment, 0, text) for segment in segments if (text := segment.text.rstrip())]
    return (whole,) if whole else ()


def _parts(segments: Sequence[Segment]) -> Iterator[list[_Window]]:
    batch: list[_Window] = []
    size = 0
    for window in _windows(segments):
        if batch and size + len(window.text) > _BATCH:
            yield batch
            batch, size = [], 0
        batch.append(window)
        size += len(window.text)
    if batch:
        yield batch


def _windows(segments: Sequence[Segment]) -> Iterator[_Window]:
    """The segments that hold any text, long ones in overlapping windows."""
    for segment in segments:
        text = segment.text
        length = _length_of(text) if len(text) > _BATCH else len(text)
        if length <= _BATCH:
            if text := text[:length].rstrip():
                yield _Window(segment, 0, text)
            continue
        for offset in range(0, length - _OVERLAP, _BATCH - _OVERLAP):
            yield _Window(segment, offset, text[offset : min(offset + _BATCH, length)])


def _length_of(text: str) -> int:
    """Characters of `text` without the blanks at its end; a long one is not copied to learn that."""
    length = len(text)
    while text.endswith(_EMPTY_LINES, 0, length):
        length -= len(_EMPTY_LINES)
    start = max(length - _OVERLAP, 0)
    end = text[start:length].rstrip()
    return start + len(end) if end else len(text[:length].rstrip())


def _finding(window: _Window, match: Match) -> Finding:
    return Finding(
        entity_type=match.entity_type,
        category=Category.IDENTITY if match.entity_type in _IDENTITY else Category.PERSONAL,
        segment=window.segment.path,
        start=window.offset + match.start,
        end=window.offset + match.end,
        score=match.score,
        recognizer=match.recognizer,
        evidence=match.evidence,
    )


def _without_repeats(findings: Sequence[Finding]) -> Sequence[Finding]:
    """Drops what two windows of one segment both found: same type, overlapping; the longer one stays."""
    kept: dict[tuple[str, str], Finding] = {}
    order: list[Finding] = []
    for finding in findings:
        key = finding.segment, finding.entity_type
        last = kept.get(key)
        if last is not None and finding.start < last.end and last.start < finding.end:
            if finding.end - finding.start <= last.end - last.start:
                continue
            order.remove(last)
        kept[key] = finding
        order.append(finding)
    return order


def _part_of(path: str) -> str:
    """The part of the message that the segment at `path` belongs to: an attachment as a whole, else itself."""
    steps = path.split("/")
    return "/".join(steps[:2]) if steps[0] == "att" else path
