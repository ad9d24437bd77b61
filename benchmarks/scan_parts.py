"""Where a scan's time goes: `python -m benchmarks.scan_parts [--seed N] [--mails 150]`, microseconds a mail, the best of four.

Mails of every size (`benchmarks/mailset.py`), those without identity data apart from those with: what each page costs to
prepare, each recognizer, the second reading (numbers in words, spelled letters), and weighing the findings of a message.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from benchmarks.mailset import mails
from benchmarks.results import keep
from recognizers.corroborate import corroborate
from recognizers.cues import OPEN
from recognizers.fold import fold
from recognizers.page import Candidate, Page, Recognizer
from recognizers.registry import load, modules_for
from recognizers.types import IDENTITY

TODAY = date(2026, 11, 23)
_ROUNDS = 4


class Laps:
    """The best time of each part of one mail."""

    def __init__(self) -> None:
        self.best: dict[str, float] = defaultdict(lambda: float("inf"))

    def lap(self, part: str, work: Callable[[], Any]) -> Any:
        """What `work` gives; its time counts for `part`."""
        begin = time.perf_counter()
        result = work()
        self.best[part] = min(self.best[part], (time.perf_counter() - begin) * 1e6)
        return result


def measured(text: str) -> dict[str, float]:
    """Microseconds of each part for one mail."""
    recognizers = [load(module) for module in modules_for(IDENTITY)]
    laps = Laps()
    for _ in range(_ROUNDS):
        folded = laps.lap("folding", lambda: fold(text))
        page = laps.lap("words and figures", lambda: Page(folded, today=TODAY))  # noqa: B023
        found = [one for each in recognizers for one in laps.lap(each.id, lambda: asked(each, page))]  # noqa: B023
        laps.lap("second reading", lambda page=page: page.respelled)
        if found:
            laps.lap("corroboration", lambda: corroborate([page], [found], want_dates=True))  # noqa: B023
    return laps.best


def asked(recognizer: Recognizer, page: Page) -> list[Candidate]:
    """What `recognizer` finds on a page; one whose gate is closed there is not asked, as in `Detector`."""
    return list(recognizer.find(page)) if page.gates & getattr(recognizer, "gate", OPEN) else []


def mean(texts: Sequence[str]) -> dict[str, float]:
    """The mean of each part over `texts`."""
    total: dict[str, float] = defaultdict(float)
    for text in texts:
        for part, best in measured(text).items():
            total[part] += best / len(texts)
    return total


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--mails", type=int, default=150)
    options = parser.parse_args()
    texts = list(mails(options.mails, options.seed))
    holding = mean(texts[::7])
    clean = mean([text for place, text in enumerate(texts) if place % 7])
    for part in holding:
        sys.stdout.write(
            f"{part:20} clean {clean.get(part, 0.0):7.1f} us   with data {holding[part]:7.1f} us\n"
        )
        keep({"part": part, "clean mail µs": clean.get(part, 0.0), "mail with data µs": holding[part]})
    return 0


if __name__ == "__main__":
    sys.exit(main())
