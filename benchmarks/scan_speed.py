"""Écluse's identity profile beside the fastest Presidio (no language model, three recognizers), on the same texts in one run.

    python -m benchmarks.scan_speed [--seed N] [--rounds 3] [--compiled dist/ecluse-….whl]

Texts are invented mails (`benchmarks/mailset.py`): of every size, of 2 KB, of 200 KB, and forms of 200 characters; one in
seven holds identity data. The scanners take turns, text by text and then set by set (each goes over the whole set before
the next does); the best of the rounds counts for each text. Then dense dates, for growth. CPU time. "ecluse" is what `pip
install` makes where there is a C compiler, "in Python alone" what it makes where there is none, in a process of its own; so
are, with `--compiled`, the recognizers of a wheel that `make compiled` made.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import date
from functools import partial
from pathlib import Path
from subprocess import PIPE, Popen
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

from benchmarks.detection.peers import PUBLIC_NAM
from benchmarks.mailset import mails
from benchmarks.results import keep
from recognizers import Detector, glance, known_plain

DATES = "2026-03-14, puis 15/04/2026 "
#: What a user of Presidio writes for birth dates in both languages; its own DateRecognizer knows no French.
MONTHS = (
    r"janvier|f[eé]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[eé]cembre"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
)
DATE_PATTERNS = {
    "year first": r"\b(?:19|20)\d{2}[-/. ](?:0?[1-9]|1[0-2])[-/. ](?:0?[1-9]|[12]\d|3[01])\b",
    "day or month first": r"\b(?:0?[1-9]|[12]\d|3[01])[-/. ](?:0?[1-9]|[12]\d|3[01])[-/. ](?:19|20)?\d{2}\b",
    "in words": rf"\b(?:\d{{1,2}}(?:er|st|nd|rd|th)?\s+(?:{MONTHS})|(?:{MONTHS})\s+\d{{1,2}}(?:st|nd|rd|th)?),?\s+\d{{4}}\b",
}
#: Words that raise a score where the engine knows the words of a text.
CONTEXT = {
    "nam": ["nam", "maladie", "ramq", "health", "assurance"],
    "birth": ["naissance", "né", "née", "ddn", "birth", "born", "dob"],
}
Scan = Callable[[str], object]
#: What scans texts, one right after the other, and gives the CPU seconds that each took.
Timer = Callable[[Sequence[str]], list[float]]
_PLAIN = """
import sys
sys.modules["recognizers.glance_native"] = None
"""
_REMOTE = """
import json, sys, time
from datetime import date
from recognizers import Detector
detect = Detector(today=date(2026, 11, 23)).detect
for line in sys.stdin:
    taken = []
    for text in json.loads(line):
        begin = time.process_time()
        detect(text)
        taken.append(time.process_time() - begin)
    print(json.dumps(taken), flush=True)
"""
_MACHINE_CODE = """
import recognizers.page
assert recognizers.page.__file__.endswith(".so"), recognizers.page.__file__
"""


def lean_presidio() -> Scan:
    """Presidio without a language model, for NAM, SIN and dates. Raises ImportError when it is not installed."""
    engine = lean_engine()
    return lambda text: engine.analyze(text, language="en")


def lean_engine(nlp_engine: Any = None) -> Any:
    """The AnalyzerEngine of `lean_presidio`; with an NLP engine, the same recognizers have context words too.

    Raises ImportError.
    """
    from presidio_analyzer import AnalyzerEngine, Pattern, PatternRecognizer, RecognizerRegistry
    from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine
    from presidio_analyzer.predefined_recognizers import CaSinRecognizer

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

    context = CONTEXT if nlp_engine else {"nam": [], "birth": []}
    nam = PatternRecognizer("CA_QC_NAM", patterns=[Pattern("nam", PUBLIC_NAM, 0.5)], context=context["nam"])
    dates = [Pattern(name, pattern, 0.5) for name, pattern in DATE_PATTERNS.items()]
    birth = PatternRecognizer("DATE_OF_BIRTH", patterns=dates, context=context["birth"])
    registry = RecognizerRegistry(recognizers=[nam, CaSinRecognizer(), birth])
    return AnalyzerEngine(registry=registry, nlp_engine=nlp_engine or NoOp(), supported_languages=["en"])


def seconds(scan: Scan, text: str) -> float:
    """CPU seconds for one scan."""
    begin = time.process_time()
    scan(text)
    return time.process_time() - begin


def each(scan: Scan, texts: Sequence[str]) -> list[float]:
    """CPU seconds for each text."""
    return [seconds(scan, text) for text in texts]


def compare(
    timers: Sequence[Timer], texts: Sequence[str], rounds: int, *, in_a_row: int = 1
) -> list[list[float]]:
    """Microseconds a text for each scanner, best of `rounds`, taking turns after so many texts `in_a_row`."""
    best: list[list[float]] = [[] for _ in timers]
    for _ in range(rounds):
        taken: list[list[float]] = [[] for _ in timers]
        for place in range(0, len(texts), in_a_row):
            for timer, times in zip(timers, taken, strict=True):
                times += timer(texts[place : place + in_a_row])
        best = [[*map(min, old, new)] if old else new for old, new in zip(best, taken, strict=True)]
    return [[one * 1e6 for one in times] for times in best]


@contextmanager
def compiled(wheel: Path) -> Iterator[Timer]:
    """The detector of a compiled wheel, in a process of its own that measures itself."""
    with TemporaryDirectory() as folder:
        with ZipFile(wheel) as archive:
            archive.extractall(folder)
        with remote(_MACHINE_CODE + _REMOTE, Path(folder)) as timer:
            yield timer


@contextmanager
def remote(program: str, package: Path) -> Iterator[Timer]:
    """A detector in a process of its own that measures itself; `package` is where its recognizers stand."""
    environment = {**os.environ, "PYTHONPATH": str(package), "PYTHONSAFEPATH": "1"}
    with Popen(
        [sys.executable, "-c", program], stdin=PIPE, stdout=PIPE, text=True, env=environment, cwd=package
    ) as process:

        def timer(texts: Sequence[str]) -> list[float]:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(json.dumps(texts) + "\n")
            process.stdin.flush()
            taken: list[float] = json.loads(process.stdout.readline())
            return taken

        yield timer


def main() -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--compiled", type=Path, metavar="WHEEL")
    arguments = parser.parse_args()
    with (
        remote(_PLAIN + _REMOTE, Path(__file__).parents[1]) as plain,
        compiled(arguments.compiled) if arguments.compiled else nullcontext() as whole,
    ):
        measure(arguments.seed, arguments.rounds, plain, whole)
    return 0


def measure(seed: int, rounds: int, plain: Timer, whole: Timer | None) -> None:
    """Print and keep the figures of every set of texts, then those of growth."""
    if glance.known is known_plain.known:
        sys.stdout.write('The part in C is not built (see hatch_build.py): "ecluse" is Python alone, too.\n')
    ours: Scan = Detector(today=date(2026, 11, 23)).detect
    scanners: dict[str, Timer] = {
        "ecluse": partial(each, ours),
        "ecluse, in Python alone": plain,
        **({"ecluse, compiled": whole} if whole else {}),
        "presidio, lean": partial(each, lean_presidio()),
    }
    sets = {
        "mails of every size": list(mails(300, seed)),
        "mails of 2 KB": list(mails(200, seed + 1, chars=2_000)),
        "forms of 200 characters": list(mails(200, seed + 2, chars=200)),
        "texts of 200 KB": list(mails(14, seed + 3, chars=200_000)),
    }
    timers = list(scanners.values())
    for table, alone in (("", False), ("sets", True)):
        sys.stdout.write(f"Turns {'set by set' if alone else 'text by text'}\n")
        for name, texts in sets.items():
            compare(timers, texts[:7], 1)
            lines = compare(timers, texts, rounds, in_a_row=len(texts) if alone else 1)
            for who, times in zip(scanners, lines, strict=True):
                p99 = sorted(times)[int(len(times) * 0.99)]
                sys.stdout.write(
                    f"{name:24} {who:23} mean {statistics.mean(times):8.0f}  p50 {statistics.median(times):8.0f}"
                    f"  p99 {p99:8.0f} us  x{sum(lines[-1]) / sum(times):.2f}\n"
                )
                row = {"mean µs": statistics.mean(times), "p50 µs": statistics.median(times), "p99 µs": p99}
                keep({"texts": name, "scanner": who, **row, "Écluse is": sum(times) / sum(lines[0])}, table)
    dense = {
        chars: min(seconds(ours, (DATES * chars)[:chars]) for _ in range(2)) for chars in (100_000, 1_000_000)
    }
    growth = dense[1_000_000] / dense[100_000]
    sys.stdout.write(
        f"dates, 100 KB {dense[100_000] * 1e3:.0f} ms, 1 MB {dense[1_000_000] * 1e3:.0f} ms: x{growth:.1f}\n"
    )
    keep({"text": "dates, 100 KB", "ms": dense[100_000] * 1e3}, "growth")
    keep({"text": "dates, 1 MB", "ms": dense[1_000_000] * 1e3, "times": growth}, "growth")


if __name__ == "__main__":
    sys.exit(main())
