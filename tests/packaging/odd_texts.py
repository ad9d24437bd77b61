"""Texts by chance, out of pieces that what reads dates, figures and words looks for."""

from __future__ import annotations

import random
from datetime import date

from benchmarks.mailset import mails
from recognizers.fold import fold

TODAY, OLDEST = date(2026, 11, 23), date(1906, 11, 23)
DATE_PARTS = """1 2 4 12 04 31 45 85 '85 1985 2003 1890 199 12041985 850412 0412 1er 4th 2e 3rd le the on of de du d' er
    jan janvier f3v f3b fevrier feb mars mar march avril april mai may jun juin jui juil juillet july aout aot august sept
    septembre setembro oct octobre nov novembre dec d3c december iv xii ja mr al de lundi vendredi, wednesday h :30 o4 l2 i985 ol
    il is x bornon""".split()
DATES = (
    "1985, le 4 mai", "1985 on the 4th of may", "12 iv 1985", "12-xii-1985", "12 al 1985", "1985-al-12", "1985 may 4th",
    "1 9 8 5 0 4 1 2", "1 2 0 4 1 9 8 5", "1985-4-12", "4 mai 1985", "1204  1985",
)  # fmt: skip
SPACED = (
    "du mois de ",
    "day of ",
    "de l'annee ",
    "de l'an ",
    "on the ",
    "       ",
    " - ",
    ", ",
    ". ",
    "-",
    "/",
    ".",
)


def soup(rng: random.Random, characters: str, longest: int) -> str:
    """Up to `longest` of `characters`."""
    return "".join(rng.choices(characters, k=rng.randint(0, longest)))


def texts() -> list[str]:
    """A few thousand soups, and mails as they are looked at."""
    rng = random.Random(4)
    mixed = [soup(rng, "aab cnmes 0 19-.'\n\x7f\0", 80) for _ in range(3000)]
    return ["", "a", *mixed, *(fold(mail).text.lower() for mail in mails(60, 4)), "naissance " * 9000]


def dated(rng: random.Random) -> str:
    """Parts of dates with what may stand between them, or figures among letters that look like some."""
    if rng.random() < 0.3:
        return soup(rng, "0123456789oilsbz -/.,'ehr", 40)
    usual = rng.choice((" ", "-", ""))
    parts = (*DATE_PARTS, *DATES * 4) if rng.random() < 0.3 else DATE_PARTS
    return "".join(
        rng.choice(parts) + rng.choice((usual, usual, " ", *SPACED)) for _ in range(rng.randint(0, 12))
    )
