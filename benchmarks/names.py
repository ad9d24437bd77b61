"""Person names: Écluse beside Presidio with the same spaCy pipelines, what they find and what it costs, in one run.

    python -m benchmarks.names [--count 400] [--seed 1] [--rounds 2]

Texts are invented feedback comments (`benchmarks/detection/personal.py`, the test split), as usual and in lower case, and the
same made into longer messages of ten. The two take turns text by text; the best of the rounds counts for each text. CPU
time; both look for PERSON alone.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.detection.peers import presidio_engine
from benchmarks.detection.personal import comments
from benchmarks.results import keep
from gateway.evaluate import evaluate
from gateway.scan.names import Names
from gateway.settings import NamesSettings
from recognizers import Detector

PERSON = frozenset(("PERSON",))
Line = Mapping[str, Any]


class OnlyPersons:
    """Presidio asked for PERSON alone, so that nothing else costs it time."""

    entities = PERSON

    def __init__(self, engine: Any, language: str) -> None:
        self._engine, self._language = engine, language

    def detect(self, text: str, label: str = "") -> list[Any]:
        """Presidio's PERSON results."""
        return list(self._engine.analyze(text, language=self._language, entities=["PERSON"]))


def ten_by_ten(lines: Sequence[Line]) -> list[Line]:
    """Every ten comments as the paragraphs of one message."""
    return [_together(lines[at : at + 10]) for at in range(0, len(lines) - 9, 10)]


def _together(lines: Sequence[Line]) -> Line:
    text, entities = "", []
    for line in lines:
        entities += [
            {**one, "start": one["start"] + len(text), "end": one["end"] + len(text)}
            for one in line["entities"]
        ]
        text += line["text"] + "\n\n"
    return {**lines[0], "text": text, "entities": entities}


def seconds(detectors: Sequence[Any], lines: Sequence[Line], rounds: int) -> list[float]:
    """CPU seconds of each detector over all texts, in turns, each text at its best."""
    totals = [0.0 for _ in detectors]
    for line in lines:
        for number, detector in enumerate(detectors):
            best = float("inf")
            for _ in range(rounds):
                begin = time.process_time()
                detector.detect(line["text"])
                best = min(best, time.process_time() - begin)
            totals[number] += best
    return totals


def main() -> int:
    """Measure and print; 1 when Presidio's F1 is the better one."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    pipelines = NamesSettings()
    ours = Detector(PERSON, names=Names(pipelines.french, pipelines.english))
    engine = presidio_engine(pipelines.french, pipelines.english)
    made = [
        line
        for line in comments("test", options.count, options.seed)
        if line["style"] in ("usual", "lower case")
    ]
    wins = True
    sys.stdout.write(f"{'texts':<28}{'F1':>7}{'Presidio':>10}{'ms':>8}{'Presidio':>10}{'ratio':>7}\n")
    for language in ("fr", "en"):
        theirs = OnlyPersons(engine, language)
        chosen = [line for line in made if line["lang"] == language]
        for name, lines in (("comments", chosen), ("ten comments together", ten_by_ten(chosen))):
            scores = [evaluate(lines, one).tallies["PERSON"].f1 or 0.0 for one in (ours, theirs)]
            cost = seconds((ours, theirs), lines, options.rounds)
            ratio = cost[1] / cost[0]
            wins &= scores[0] >= scores[1]
            label = f"{language}, {len(lines)} {name}"
            each = [1000 * total / len(lines) for total in cost]
            sys.stdout.write(
                f"{label:<28}{100 * scores[0]:>7.1f}{100 * scores[1]:>10.1f}{each[0]:>8.2f}{each[1]:>10.2f}{ratio:>7.1f}\n"
            )
            keep(
                {
                    "texts": label,
                    "F1 in %": round(100 * scores[0], 1),
                    "Presidio's": round(100 * scores[1], 1),
                    "CPU ms a text": round(each[0], 2),
                    "Presidio's ms": round(each[1], 2),
                    "ratio": round(ratio, 1),
                }
            )
    return 0 if wins else 1


if __name__ == "__main__":
    sys.exit(main())
