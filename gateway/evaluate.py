"""Recall and precision of a detector on labelled texts. Pure: lines in, a report out.

A line is a JSON object `{"text": …, "lang": …, "entities": [{"type", "start", "end"}, …]}` with offsets in code points.

How it counts, per entity type:

- a labelled entity is **found** when matches of its type, at or above the threshold, cover at least half of its characters;
- a match is **right** when at least half of its characters lie in labelled entities of its type, else it is a false alarm;
- recall = found ÷ labelled, precision = right ÷ matches, F1 their harmonic mean;
- **exact** counts the labelled entities that one match covers to the character;
- **calibration**: of all matches, those below the threshold too, by score: how many were right, beside the mean of their
  scores. Where a score is the probability that it says it is, the two agree.

Half, and not any overlap, so that one letter of a name is no hit; not the whole, so that `Mme` inside or outside of the
span is no miss. Types that the detector does not look for are left out, and counted as such. Nothing of the texts is
kept in the report.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

Span = tuple[int, int]
#: What the name of a type looks like; anything else is not repeated.
_TYPE: Final = re.compile("[A-Z][A-Z0-9_]{0,39}")


class LabelError(ValueError):
    """A line cannot be used. The text names the line and what is wrong, never what it holds."""


class FindsMatches(Protocol):
    """What evaluation needs of a detector (`recognizers.Detector` has it)."""

    entities: frozenset[str]

    def detect(self, text: str, label: str = "") -> list[Any]:
        """The matches in `text`: objects with `entity_type`, `start`, `end`, `score`."""


@dataclass(slots=True)
class Tally:
    """Counts of one entity type (see the module's docstring for what each one means)."""

    labelled: int = 0
    found: int = 0
    exact: int = 0
    matches: int = 0
    right: int = 0

    @property
    def recall(self) -> float | None:
        """0 to 1; None when nothing is labelled."""
        return self.found / self.labelled if self.labelled else None

    @property
    def precision(self) -> float | None:
        """0 to 1; None when nothing matched."""
        return self.right / self.matches if self.matches else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of recall and precision; None when neither is known."""
        if not self.labelled and not self.matches:
            return None
        recall, precision = self.recall or 0.0, self.precision or 0.0
        return 2 * recall * precision / (recall + precision) if recall + precision else 0.0

    def add(self, labelled: Collection[Span], matches: Collection[Span]) -> None:
        """Count one text's spans of this type."""
        self.labelled += len(labelled)
        self.matches += len(matches)
        self.found += sum(_is_covered(one, matches) for one in labelled)
        self.exact += len(set(labelled) & set(matches))
        self.right += sum(_is_covered(one, labelled) for one in matches)


#: Where the steps of calibration begin.
STEPS: Final = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass(slots=True)
class Step:
    """The matches whose scores lie between two values: their number, the sum of their scores, how many were right."""

    matches: int = 0
    scores: float = 0.0
    right: int = 0

    @property
    def mean(self) -> float | None:
        """The mean score; None without a match."""
        return self.scores / self.matches if self.matches else None

    @property
    def share(self) -> float | None:
        """The share of right matches; None without a match."""
        return self.right / self.matches if self.matches else None


@dataclass(slots=True)
class Report:
    """What an evaluation counted. `tallies` maps entity types to counts; `texts` with no label are `clean`.

    `left_out` counts the labels of types that the detector does not look for.
    """

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    texts: int = 0
    clean: int = 0
    clean_with_alarm: int = 0
    threshold: float = 0.5
    left_out: Counter[str] = field(default_factory=Counter)
    calibration: dict[str, dict[float, Step]] = field(default_factory=lambda: defaultdict(_steps))

    def calibrate(self, entity: str, score: float, *, right: bool) -> None:
        """Count one match of this type."""
        step = self.calibration[entity][max(start for start in STEPS if start <= score)]
        step.matches += 1
        step.scores += score
        step.right += right

    def steps(self, entities: Collection[str] | None = None) -> dict[float, Step]:
        """The calibration of some types (default: all) together."""
        total = _steps()
        for entity, steps in self.calibration.items():
            if entities is None or entity in entities:
                for start, step in steps.items():
                    total[start].matches += step.matches
                    total[start].scores += step.scores
                    total[start].right += step.right
        return total

    def as_json(self) -> str:
        """The report as one JSON object."""
        return json.dumps(
            {
                "texts": self.texts,
                "clean": self.clean,
                "clean_with_alarm": self.clean_with_alarm,
                "threshold": self.threshold,
                "left_out": dict(sorted(self.left_out.items())),
                "entities": {entity: _row(tally) for entity, tally in sorted(self.tallies.items())},
                "calibration": {
                    entity: [_step_row(start, step) for start, step in steps.items() if step.matches]
                    for entity, steps in sorted(self.calibration.items())
                },
            }
        )

    def as_table(self) -> str:
        """The report as a table for people, one line an entity type."""
        lines = [
            f"{'entity':<28}{'labelled':>9}{'recall':>9}{'precision':>11}{'F1':>8}{'exact':>8}{'false':>7}"
        ]
        for entity, tally in sorted(self.tallies.items()):
            exact = tally.exact / tally.labelled if tally.labelled else None
            lines.append(
                f"{entity:<28}{tally.labelled:>9}{_percent(tally.recall):>9}{_percent(tally.precision):>11}"
                f"{_percent(tally.f1):>8}{_percent(exact):>8}{tally.matches - tally.right:>7}"
            )
        lines += ["", f"{'scores from':<28}{'matches':>9}{'mean':>9}{'right':>11}"]
        lines += [
            f"{start:<28}{step.matches:>9}{_percent(step.mean):>9}{_percent(step.share):>11}"
            for start, step in self.steps().items()
            if step.matches
        ]
        lines.append(
            f"{self.texts} texts; {self.clean} of them clean, {self.clean_with_alarm} of these with a false alarm"
        )
        if self.left_out:
            types = ", ".join(sorted(self.left_out))
            lines.append(f"{self.left_out.total()} labels of types that nothing looks for, left out: {types}")
        return "\n".join(lines)


def evaluate(
    lines: Iterable[str | Mapping[str, Any]], detector: FindsMatches, *, threshold: float = 0.5
) -> Report:
    """Run `detector` over labelled `lines` (JSON text or decoded objects; blank lines are skipped).

    Matches below `threshold` do not count. Raises LabelError for a line that is not as the module says.
    """
    report = Report(threshold=threshold)
    for number, line in enumerate(lines, start=1):
        if isinstance(line, str) and not line.strip():
            continue
        text, labelled = _read(line, number)
        found: dict[str, list[Span]] = defaultdict(list)
        for match in detector.detect(text):
            span = match.start, match.end
            report.calibrate(
                match.entity_type, match.score, right=_is_covered(span, labelled.get(match.entity_type, ()))
            )
            if match.score >= threshold:
                found[match.entity_type].append(span)
        wanted = {entity: spans for entity, spans in labelled.items() if entity in detector.entities}
        for entity in labelled.keys() - wanted.keys():
            report.left_out[entity if _TYPE.fullmatch(entity) else "?"] += len(labelled[entity])
        for entity in wanted.keys() | found.keys():
            report.tallies[entity].add(wanted.get(entity, ()), found.get(entity, ()))
        report.texts += 1
        if not labelled:
            report.clean += 1
            report.clean_with_alarm += bool(found)
    return report


def _read(line: str | Mapping[str, Any], number: int) -> tuple[str, dict[str, list[Span]]]:
    try:
        record = json.loads(line) if isinstance(line, str) else line
    except json.JSONDecodeError as error:
        raise LabelError(f"line {number}: not JSON (column {error.colno})") from None
    if not isinstance(record, Mapping) or not isinstance(record.get("text"), str):
        raise LabelError(f'line {number}: expected an object with a string "text"')
    text: str = record["text"]
    entities = record.get("entities", [])
    if not isinstance(entities, list):
        raise LabelError(f'line {number}: "entities" must be a list')
    labelled: dict[str, list[Span]] = defaultdict(list)
    for entity in entities:
        try:
            kind, start, end = str(entity["type"]), int(entity["start"]), int(entity["end"])
        except (KeyError, TypeError, ValueError):
            raise LabelError(f'line {number}: an entity needs "type", "start" and "end"') from None
        if not 0 <= start < end <= len(text):
            raise LabelError(f"line {number}: {kind}: start and end do not lie inside the text")
        labelled[kind].append((start, end))
    return text, labelled


def _is_covered(span: Span, others: Collection[Span]) -> bool:
    """Whether `others` together cover at least half of `span`."""
    start, end = span
    covered: set[int] = set()
    for first, last in others:
        if first < end and start < last:
            covered.update(range(max(first, start), min(last, end)))
    return 2 * len(covered) >= end - start


def _row(tally: Tally) -> dict[str, float | int | None]:
    return {
        "labelled": tally.labelled,
        "found": tally.found,
        "exact": tally.exact,
        "matches": tally.matches,
        "right": tally.right,
        "recall": _rounded(tally.recall),
        "precision": _rounded(tally.precision),
        "f1": _rounded(tally.f1),
    }


def _steps() -> dict[float, Step]:
    return {start: Step() for start in STEPS}


def _step_row(start: float, step: Step) -> dict[str, float | int | None]:
    return {
        "from": start,
        "matches": step.matches,
        "mean_score": _rounded(step.mean),
        "right": _rounded(step.share),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _percent(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:.1f} %"
