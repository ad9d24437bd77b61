"""Measures detection, Écluse and Presidio side by side, and writes the tables into docs/detection.md and its French twin.

    python -m benchmarks.detection [--count 600] [--seed 1] [--without-presidio] [--dry]

The messages are made (see `generate` and `personal`), from the templates that nothing was developed on.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.detection import page
from benchmarks.detection.generate import messages
from benchmarks.detection.peers import PresidioDetector, presidio_engine
from benchmarks.detection.people import TODAY
from benchmarks.detection.personal import comments
from gateway.evaluate import STEPS, Report, Step, Tally, evaluate
from gateway.scan.names import Names
from gateway.settings import NamesSettings
from recognizers import IDENTITY, PERSONAL_ONLY, Detector

Line = Mapping[str, Any]


@dataclass
class System:
    """One detector under test: by set of entities and language, with the time that it took."""

    name: str
    detector: Callable[[frozenset[str], str], Any]
    seconds: float = 0.0
    reports: dict[tuple[str, str, str], Report] = field(default_factory=dict)

    def run(self, of: str, lines: Sequence[Line], entities: frozenset[str]) -> None:
        """Evaluate on `lines`, by language and way of writing."""
        for language in ("fr", "en"):
            detector = self.detector(entities, language)
            for style in dict.fromkeys(str(line["style"]) for line in lines):
                chosen = [line for line in lines if line["lang"] == language and line["style"] == style]
                start = time.process_time()
                self.reports[of, language, style] = evaluate(chosen, detector)
                self.seconds += time.process_time() - start

    def tally(self, entity: str, language: str = "", style: str = "") -> Tally:
        """The counts of `entity`, of one language or way of writing or of all."""
        total = Tally()
        for (_, one_language, one_style), report in self.reports.items():
            if language in ("", one_language) and style in ("", one_style) and entity in report.tallies:
                part = report.tallies[entity]
                for name in ("labelled", "found", "exact", "matches", "right"):
                    setattr(total, name, getattr(total, name) + getattr(part, name))
        return total

    def clean(self, of: str) -> tuple[int, int]:
        """How many texts of a set are clean, and how many of those got an alarm."""
        reports = [report for (kind, _, _), report in self.reports.items() if kind == of]
        return sum(one.clean for one in reports), sum(one.clean_with_alarm for one in reports)

    def step(self, of: str, start: float) -> Step:
        """The matches of a set whose scores begin at this step."""
        steps = [report.steps()[start] for (kind, _, _), report in self.reports.items() if kind == of]
        return Step(
            *(sum(values) for values in zip(*((s.matches, s.scores, s.right) for s in steps), strict=True))
        )


def ours(names: NamesSettings) -> System:
    """Écluse with its name finder."""
    finder = Names(names.french, names.english)
    made: dict[frozenset[str], Detector] = {}

    def detector(entities: frozenset[str], _language: str) -> Detector:
        if entities not in made:
            made[entities] = Detector(entities, today=TODAY, names=finder if "PERSON" in entities else None)
        return made[entities]

    return System("Écluse", detector)


def presidio(names: NamesSettings) -> System:
    """Presidio with the same pipelines."""
    engine = presidio_engine(names.french, names.english)
    return System("Presidio", lambda entities, language: PresidioDetector(engine, language, entities))


def percent(value: float | None) -> str:
    """One decimal, or a dash."""
    return "–" if value is None else f"{100 * value:.1f}"


def by_entity(systems: Sequence[System], entities: Iterable[str]) -> list[str]:
    """Recall and precision of each entity in each language."""
    heads = [f"{one.name} recall | {one.name} precision" for one in systems]
    rows = [
        f"| entity | language | labelled | {' | '.join(heads)} |",
        "|---|---|---:|" + "---:|---:|" * len(systems),
    ]
    for entity in entities:
        for language in ("fr", "en"):
            tallies = [one.tally(entity, language) for one in systems]
            if tallies[0].labelled:
                cells = " | ".join(f"{percent(one.recall)} | {percent(one.precision)}" for one in tallies)
                rows.append(f"| `{entity}` | {language} | {tallies[0].labelled} | {cells} |")
    return rows


def by_style(systems: Sequence[System], of: str, entities: Sequence[str]) -> list[str]:
    """Recall of each entity in each way of writing."""
    rows = [
        f"| way of writing | {' | '.join(f'`{entity}`' for entity in entities)} |",
        "|---|" + "---:|" * len(entities),
    ]
    styles = dict.fromkeys(style for kind, _, style in systems[0].reports if kind == of)
    for style in styles:
        cells = []
        for entity in entities:
            tallies = [one.tally(entity, style=style) for one in systems]
            cells.append(" / ".join(percent(one.recall) for one in tallies) if tallies[0].labelled else "–")
        if any(cell != "–" for cell in cells):
            rows.append(f"| {style} | {' | '.join(cells)} |")
    return rows


def by_score(system: System) -> list[str]:
    """What scores say, and what share of the matches was right."""
    rows = [
        "| scores from | identity: matches | mean score | right | personal: matches | mean score | right |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for start in STEPS:
        cells = []
        for of in ("identity", "personal"):
            step = system.step(of, start)
            cells.append(f"{step.matches} | {percent(step.mean)} | {percent(step.share)}")
        rows.append(f"| {start:.1f} | {' | '.join(cells)} |")
    return rows


def figures(systems: Sequence[System], count: int, seed: int) -> str:
    """The tables as Markdown."""
    names = " / ".join(one.name for one in systems)
    parts = [
        f"{count} messages and as many feedback comments, seed {seed}; recall and precision in %.",
        "### By entity and language\n",
        *by_entity(systems, (*IDENTITY, *PERSONAL_ONLY)),
        f"\n### Identity by way of writing (recall: {names})\n",
        *by_style(systems, "identity", ("CA_QC_NAM", "CA_SIN", "DATE_OF_BIRTH")),
        f"\n### Names by way of writing (recall: {names})\n",
        *by_style(systems, "personal", ("PERSON",)),
        "\n### False alarms on clean texts, and time\n",
        "| system | clean messages with an alarm | clean comments with an alarm | CPU seconds |",
        "|---|---:|---:|---:|",
    ]
    for one in systems:
        cells = [f"{alarms} of {clean}" for clean, alarms in (one.clean("identity"), one.clean("personal"))]
        parts.append(f"| {one.name} | {' | '.join(cells)} | {one.seconds:.1f} |")
    parts += ["\n### Scores, and how often they were right (Écluse)\n", *by_score(systems[0])]
    return "\n".join(parts)


def main() -> None:
    """Measure and write the pages."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.detection", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("--count", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--without-presidio", action="store_true")
    parser.add_argument("--dry", action="store_true", help="print the tables, do not write the pages")
    options = parser.parse_args()
    names = NamesSettings()
    systems = [ours(names)] if options.without_presidio else [ours(names), presidio(names)]
    identity = list(messages("test", options.count, options.seed))
    personal = list(comments("test", options.count, options.seed))
    for one in systems:
        one.run("identity", identity, frozenset(IDENTITY))
        one.run("personal", personal, frozenset(PERSONAL_ONLY))
    text = figures(systems, options.count, options.seed)
    if options.dry:
        sys.stdout.write(text + "\n")
        return
    page.write(text)


if __name__ == "__main__":
    main()
