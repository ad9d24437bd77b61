"""Écluse's identity profile beside the fastest Presidio (no language model, three recognizers), on the same texts in one run.

    python -m benchmarks.scan_speed [--seed N] [--rounds 3]

Texts are invented: mails of about 2 KB in French and English, one in seven with values, and forms of 200 characters.
The two take turns text by text; the best of the rounds counts for each text. Then dense dates, for growth. CPU time.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from benchmarks.detection.peers import PUBLIC_NAM
from recognizers import Detector

SENTENCES = (
    "Bonjour, je vous écris au sujet de la réunion de jeudi dans la salle du conseil.",
    "Pourriez-vous me dire si le rapport annuel a été remis à la direction ?",
    "Le comité a reçu 14 propositions et en retiendra trois avant la fin du mois.",
    "Nous avons besoin de plus de temps pour terminer la traduction du guide.",
    "Please find the agenda attached; the room is booked from 9:30 to 11:00.",
    "The supplier confirmed delivery of 250 chairs to the third floor.",
    "I will be away next week and my colleague will answer your questions.",
    "Thank you for your patience while we looked into this matter.",
)
VALUES = ("Mon NAS est 130 692 544.", "DDN : 1985-04-12", "My date of birth is April 12, 1985.")
DATES = "2026-03-14, puis 15/04/2026 "
Scan = Callable[[str], object]


def mails(rng: random.Random, count: int, chars: int) -> list[str]:
    """`count` texts of about `chars` characters; one in seven holds a value."""
    texts = []
    for number in range(count):
        lines: list[str] = []
        while sum(map(len, lines)) < chars:
            lines.append(rng.choice(SENTENCES))
        if number % 7 == 0:
            lines.insert(rng.randrange(len(lines)), rng.choice(VALUES))
        texts.append("\n".join(lines))
    return texts


def lean_presidio() -> Scan:
    """Presidio without a language model, for NAM, SIN and dates. Raises ImportError when it is not installed."""
    from presidio_analyzer import AnalyzerEngine, Pattern, PatternRecognizer, RecognizerRegistry
    from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine
    from presidio_analyzer.predefined_recognizers import CaSinRecognizer, DateRecognizer

    class NoOp(NlpEngine):
        def load(self) -> None: ...

        def is_loaded(self) -> bool:
            return True

        def process_text(self, text: str, language: str) -> Any:
            nothing: Any = []
            return NlpArtifacts(nothing, nothing, [], [], self, language)

        def process_batch(
            self, texts: Any, language: str, batch_size: int = 1, n_process: int = 1, **kwargs: Any
        ) -> Any:
            return ((text, self.process_text(text, language)) for text in texts)

        def is_stopword(self, word: str, language: str) -> bool:
            return False

        def is_punct(self, word: str, language: str) -> bool:
            return False

        def get_supported_entities(self) -> list[str]:
            return []

        def get_supported_languages(self) -> list[str]:
            return ["en"]

    nam = PatternRecognizer("CA_QC_NAM", patterns=[Pattern("nam", PUBLIC_NAM, 0.5)])
    registry = RecognizerRegistry(recognizers=[nam, CaSinRecognizer(), DateRecognizer()])
    engine = AnalyzerEngine(registry=registry, nlp_engine=NoOp(), supported_languages=["en"])
    return lambda text: engine.analyze(text, language="en")


def seconds(scan: Scan, text: str) -> float:
    """CPU seconds for one scan."""
    begin = time.process_time()
    scan(text)
    return time.process_time() - begin


def compare(scans: Sequence[Scan], texts: Sequence[str], rounds: int) -> list[list[float]]:
    """Microseconds a text for each scanner, best of `rounds`, taking turns."""
    best = [[float("inf")] * len(texts) for _ in scans]
    for _ in range(rounds):
        for place, text in enumerate(texts):
            for scan, times in zip(scans, best, strict=True):
                times[place] = min(times[place], seconds(scan, text) * 1e6)
    return best


def main() -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    ours: Scan = Detector(today=date(2026, 11, 23)).detect
    scans = (ours, lean_presidio())
    sets = {
        "mails of 2 KB": mails(rng, 200, 2_000),
        "forms of 200 characters": mails(rng, 200, 200),
        "texts of 200 KB": mails(rng, 2, 200_000),
    }
    for name, texts in sets.items():
        compare(scans, texts[:7], 1)
        lines = compare(scans, texts, arguments.rounds)
        for who, times in zip(("ecluse", "presidio, lean"), lines, strict=True):
            p99 = sorted(times)[int(len(times) * 0.99)]
            sys.stdout.write(
                f"{name:24} {who:15} p50 {statistics.median(times):9.0f} us  p99 {p99:9.0f} us\n"
            )
        sys.stdout.write(f"{name:24} ratio x{sum(lines[1]) / sum(lines[0]):.2f}\n")
    dense = {
        chars: min(seconds(ours, (DATES * chars)[:chars]) for _ in range(2)) for chars in (100_000, 1_000_000)
    }
    growth = dense[1_000_000] / dense[100_000]
    sys.stdout.write(
        f"dates, 100 KB {dense[100_000] * 1e3:.0f} ms, 1 MB {dense[1_000_000] * 1e3:.0f} ms: x{growth:.1f}\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
