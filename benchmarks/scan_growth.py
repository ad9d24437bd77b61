"""How scanning time grows with the length of hostile text: ten times the text must not cost more than twelve times the time.

    python -m benchmarks.scan_growth [--seed N] [--chars 1000000]

Every text repeats something that a scanner may stumble over: dates, digits, letters, separators, cues, tables, look-alikes,
entities, and mixtures drawn at random; and there are registers, in which every line holds another person's numbers, and a
segment of HL7 that never ends. Prints one line a text; exits with status 1 when one grows faster than that.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable
from datetime import date

from benchmarks.detection.people import Person, person
from benchmarks.results import keep
from recognizers import Detector

TODAY = date(2026, 11, 23)
LIMIT = 12.0
PIECES = (
    "2026-03-14, puis 15/04/2026 ",
    "12 avril 1985 ",
    "April 12, 1985, ",
    "1985\n04\n12\n",
    "1",
    "12 ",
    "1.",
    "1-",
    "123456789 ",
    "130 692 544 ",
    "Julie Roy 1985-04-12 130 692 544\n",
    "Adhérente : Julie Roy (1985-04-12) ",
    "130692544",
    "0 1 ",
    "a",
    "a ",
    "TREM ",
    "TREM 0412 1925 ",
    "TREM04121935 ",
    "TREM",
    "T R E M ",
    "trem-",
    "oilsb",
    "o1l0",
    "O ",
    "NAM ",
    "NAM : TREM 0412 1935, ",
    "NAM TREM04121925 code permanent ",
    "TREM04121925 sur ",
    "NAS ",
    "NAS : 130 692 544, ",
    "NAS 130 692 545 ",
    "DDN ",
    "DDN : 1985-04-12; ",
    "date de naissance ",
    "ma ddn est fausse\n\n1985-04-12 x\n",
    "mon nas est faux. Pour la dernière fois : 130 692 544. ",
    "ma famille\nZoé Roy, 2015-03-04\nLuc Roy, 2012-03-04\n\n",
    "le 4 mai 2026 130 692 544, né le 4 mai 1970 ",
    "date de naissance : ",
    "né le ",
    "ne le ",
    "nee le 12 avril 1985 et le ",
    "born on ",
    "birth ",
    "health card ",
    "carte ",
    "code permanent ",
    "permis de conduire ",
    "passeport no ",
    "DDN;NAS;NAM\n",
    "1985-04-12;130692544;TREM04121925\n",
    "DDN | NAS |\n",
    "DDN,",
    "DDN, 1 ",
    "DDN;1985;NAS;",
    "NAS,NAM,DDN,12345,",
    "1985-04-12,",
    "|",
    "\n",
    " ",
    "\n> ",
    "____",
    "....",
    ",",
    "&#84;",
    "&nbsp;",
    "&",
    "<",
    "<b>",
    "<td>1</td>",
    "%20",
    "é",
    "\u200b",
    "１",
    "e\u0301",
    "😀",
    "deux ",
    "un deux trois ",
    "mil neuf cent quatre-vingt-",
    "cent ",
    "soixante seize ",
    "twenty",
    "nineteen eighty-five ",
    "T comme Thomas, ",
    "x for ",
    "tango romeo ",
    "mon fils Tom, 2019-01-02, ",
    "Roy, Lise, 1985-04-12, F\n",
    ", f",
    "jour : 12 mois : 04 annee : 1985 ",
    "jour : ",
    "(b. ",
    "n.a.s. ",
    "IBAN ",
    "dossier ",
    "$",
    "12:",
    "http://a.b/c?d=1&e=2 ",
)


def measured(detector: Detector, text: str) -> float:
    """Seconds of CPU for one scan."""
    begin = time.process_time()
    detector.detect(text)
    return time.process_time() - begin


def growth(detector: Detector, piece: str, chars: int) -> tuple[float, float]:
    """Milliseconds for `chars` of a repeated piece, and how many times those for a tenth of it (best of three)."""
    short = (piece * (chars // (10 * len(piece)) + 1))[: chars // 10]
    long = (piece * (chars // len(piece) + 1))[:chars]
    base = min(measured(detector, short) for _ in range(3))
    full = min(measured(detector, long) for _ in range(2))
    return full * 1000, full / max(base, 1e-6)


REGISTERS = (
    lambda one: f"{one.surname};{one.sin};{one.birth};{one.nam}\n",
    lambda one: f"NAS {one.sin}, né le {one.birth:%d/%m/%Y}.\n",
    lambda one: f"{one.sin}\n{one.birth}\n",
)


def register(line: Callable[[Person], str], chars: int, seed: int) -> str:
    """At least `chars` of lines about one person each, under a heading."""
    rng = random.Random(seed)
    lines = ["Nom;NAS;Date de naissance;NAM\n"]
    written = 0
    while written < chars:
        lines.append(line(person(rng)))
        written += len(lines[-1])
    return "".join(lines)


def segment(chars: int) -> str:
    """At least `chars` of one segment, a number in each field."""
    field = "130692544|"
    return "PID|1|" + field * (chars // len(field) + 1)


def texts(seed: int, chars: int) -> list[str]:
    """The pieces, fifty random mixtures, long lines, registers and a segment of `chars`."""
    rng = random.Random(seed)
    mixtures = ["".join(rng.choice(PIECES) for _ in range(rng.randrange(2, 6))) for _ in range(50)]
    long_lines = ["".join(rng.choice(PIECES) for _ in range(400)) for _ in range(5)]
    return [
        *PIECES,
        *mixtures,
        *long_lines,
        *(register(line, chars, seed) for line in REGISTERS),
        segment(chars),
    ]


def main() -> int:
    """Prints the table, slowest growth last."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--chars", type=int, default=1_000_000)
    arguments = parser.parse_args()
    detector = Detector(today=TODAY)
    results = sorted(
        (*growth(detector, piece, arguments.chars), piece) for piece in texts(arguments.seed, arguments.chars)
    )
    results.sort(key=lambda result: result[1])
    for milliseconds, ratio, piece in results:
        sys.stdout.write(f"{milliseconds:10.1f} ms  x{ratio:5.1f}  {piece[:60]!r}\n")
    worst = results[-1][1]
    sys.stdout.write(f"worst growth x{worst:.1f} (limit x{LIMIT:.0f}), slowest {max(results)[0]:.0f} ms\n")
    keep({"hostile texts": len(results), "worst growth": worst, "wanted": f"≤ {LIMIT:.0f}"})
    return int(worst > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
