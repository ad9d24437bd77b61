"""What the part in C reads as dates, numbers and NAM is what its twins in Python read (see `glance.py`)."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

from recognizers import date_forms, dates_near, nam_number, number_forms
from recognizers.dates import flatten
from recognizers.digits import shape
from tests.packaging.odd_texts import OLDEST, TODAY, dated, soup, texts


def test_the_same_dates_are_read(native: Any) -> None:
    rng = random.Random(9)
    forms: dict[str, int] = {}
    for text in [*map(flatten, texts()), *(dated(rng) for _ in range(40000))]:
        straight = native.straighten(text)
        assert straight == date_forms.straighten(text), repr(text)
        here = native.written_dates(straight, OLDEST, TODAY)
        assert here == date_forms.written_dates(straight, OLDEST, TODAY), repr(straight)
        for dates in (here, here[1:], []):
            assert native.lone_years(straight, dates) == date_forms.lone_years(straight, dates), repr(
                straight
            )
        for _, _, form, _ in here:
            forms[form] = forms.get(form, 0) + 1
    assert min(forms.get(form, 0) for form, _ in date_forms._FORMS) > 10, forms


def test_the_same_lines_hold_dates(native: Any) -> None:
    rng = random.Random(15)
    found = 0
    soups = ("".join(rng.choices("0000  \n-.mai", k=rng.randint(0, 40))) for _ in range(20000))
    for text in [*(text.lower() for text in texts()), *soups]:
        lines = native.lines_of_dates(text, shape(text))
        assert lines == date_forms.lines_of_dates(text, shape(text)), repr(text)
        found += len(lines)
    assert found > 1000


NUMBERS = (
    "trem04121925",
    "trem54121925",
    "1rem04i21925",
    "tremo4l2l92s",
    "trem20l2192o",
    "130692544",
    "l30692s44",
    "13o692544",
)
BEHIND = ("", "", "x", ".5", "-5", ",55", ",1234", " :5", "nas:", "namtrem 0", "-0abc-1234-5", " ", "9")


def numbered(rng: random.Random) -> str:
    """A number in groups or broken once, with something before and behind it; or figures and letters that look like some."""
    if rng.random() < 0.2:
        return soup(rng, "0123456789oilzsbgqdu -/.,\n", 30)
    gaps = ("", "", " ", "-", " - ", ".", "/", ",", "\n> ", " \r\n", "        ", "         ", ": ", "\x7f")
    number = rng.choice(gaps[:5]).join(rng.choice(NUMBERS))
    at = rng.randrange(len(number) + 1)
    number = number[:at] + rng.choice(gaps) + number[at:]
    return rng.choice(("", "", "x ", "4 ", "4-", "4,", "1234,", "nam")) + number + rng.choice(BEHIND)


def test_the_same_numbers_are_found(native: Any) -> None:
    rng = random.Random(10)
    found = {"nam": 0, "glued": 0, "confirmed": 0, "nine": 0, "broken": 0}
    for text in [*texts(), *(numbered(rng) for _ in range(20000))]:
        start, end = rng.choice(((0, len(text)), (rng.randint(0, 4), len(text) - rng.randint(-3, 3))))
        names = native.lettered(text, start, end, start)
        assert names == number_forms.lettered(text, start, end, start), repr((text, start, end))
        for begin, middle, figures, last in names[:5]:
            asked = text[begin:middle], text[figures:last], OLDEST, TODAY
            told = native.best_reading(*asked)
            assert told == nam_number.best_reading(*asked), repr(text)
            found["confirmed"] += bool(told and told[2] and told[2][1])
        stuck = native.glued(text, start, end)
        assert stuck == number_forms.glued(text, start, end), repr((text, start, end))
        found["glued"] += stuck is not None
        assert native.nine(text, start, end) == number_forms.nine(text, start, end), repr((text, start, end))
        assert native.breaks(text) == number_forms.breaks(text), repr(text)
        found["nam"] += len(names)
        found["nine"] += native.nine(text, start, end) is not None
        found["broken"] += native.breaks(text) > 0
    assert min(found.values()) > 1000, found


def as_written(rng: random.Random, day: date) -> str:
    """A day in one of its forms, now and then with a letter for a figure."""
    year, month, short = day.year, day.month, day.year % 100
    name = rng.choice(
        [name for name, number in date_forms.MONTHS.items() if number == month and name != "aut"]
    )
    code = next(code for code, number in date_forms.CODES.items() if number == month)
    roman = date_forms.ROMAN[month - 1]
    form = rng.choice(
        (
            f"{day}", f"{day.day}/{month}/{year}", f"{day.day}.{month}.{short:02d}", f"{day.day} {name} {year}",
            f"{name} {day.day}, {year}", f"{year} {name} {day.day}", f"{day.day}-{roman}-{year}", f"{day.day} {code} {year}",
            f"{day:%Y%m%d}", f"{day:%d%m %Y}", f"{day:%y%m%d}", " ".join(f"{day:%Y%m%d}"), f"{day.day}{name}{year}",
        )
    )  # fmt: skip
    return "".join(rng.choice("oil") if char in "01" and rng.random() < 0.04 else char for char in form)


def test_the_same_dates_are_near_births(native: Any) -> None:
    rng, found, sought = random.Random(12), 0, set[str]()
    for _ in range(4000):
        births = frozenset(
            date(rng.choice((1950, 1985, 2003, 2020)), rng.randint(1, 12), rng.randint(1, 28))
            for _ in range(rng.choice((0, 1, 1, 2, 5, 30)))
        )
        parts = [as_written(rng, rng.choice(sorted(births))) if births else "85" for _ in range(3)]
        parts += [
            dated(rng),
            "x" * rng.choice((3, 47, 60, 395, 410)),
            "le 12 mot 85 1 9 " * rng.randint(0, 6),
        ]
        text = rng.choice((" ", ", ", "")).join(rng.sample(parts, rng.randint(0, 6)))
        here = native.dates_near(text, births, OLDEST, TODAY)
        assert here == dates_near.dates_near(text, births, OLDEST, TODAY), repr((text, births))
        found += len(here)
        sought.update(form for _, _, form, _ in here)
    assert found > 2000
    assert len(sought) > 10, sought


def test_the_same_is_read_as_a_nam(native: Any) -> None:
    rng = random.Random(11)
    confirmed = 0
    for _ in range(20000):
        letters = "".join(rng.choices("abilosz0125678", k=4))
        month = rng.randint(0, 13) + rng.choice((0, 50))
        figures = f"{rng.randrange(100):02d}{month:02d}{rng.randint(0, 32):02d}"
        figures += rng.choice("0123456789abcdefghijklmnopqrstuvwxyz") + rng.choice("0123456789lo")
        told = native.best_reading(letters, figures, OLDEST, TODAY)
        assert told == nam_number.best_reading(letters, figures, OLDEST, TODAY), repr((letters, figures))
        confirmed += bool(told and told[2] and told[2][1])
    assert confirmed > 1000
