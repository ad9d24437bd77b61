"""The part in C says what its twins in Python say (see `glance.py`): every function, on anything."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from benchmarks.detection.generate import messages
from benchmarks.mailset import mails
from recognizers import Detector, date_forms, dates_near, known_plain, nam_number, number_forms, number_words
from recognizers import glance_plain as plain
from recognizers.dates import flatten
from recognizers.digits import shape
from recognizers.fold import fold

ROOT = Path(__file__).parents[2]


def soup(rng: random.Random, characters: str, longest: int) -> str:
    return "".join(rng.choices(characters, k=rng.randint(0, longest)))


def texts() -> list[str]:
    rng = random.Random(4)
    mixed = [soup(rng, "aab cnmes 0 19-.'\n\x7f\0", 80) for _ in range(3000)]
    return ["", "a", *mixed, *(fold(mail).text.lower() for mail in mails(60, 4)), "naissance " * 9000]


def test_the_same_words_are_known(native: Any) -> None:
    for word in ("nam", "ne", "carte", "six", "sixty", "a", "n", "es"):
        known_plain.learn(word, 0)
        native.learn(word, 0)
        native.learn(word, 0)
    opened = 0
    for text in [*texts(), *words_and_figures(4000)]:
        words, gates = native.known(text, shape(text))
        assert (words, gates) == known_plain.known(text, shape(text)), repr(text)
        opened |= gates
        assert native.letters_of(text) == plain.letters_of(text), repr(text)
    demanding = sum(known_plain._DEMANDS)
    assert opened & demanding == demanding


def words_and_figures(count: int) -> list[str]:
    """Words that open gates where they stand as those want them, with figures and marks, in any order."""
    rng = random.Random(12)
    pieces = """a h f m mar jan years an age be birthday mother patient nam carte hin pour as for un une six seven mille mai
    dec date puis x 1985 12 4 41 1 - -mar- , ; | / ) . ! ( : n""".split()
    return [
        rng.choice(("", " ", "  ", "\n", '"')).join(
            rng.choice((piece, f" {piece}")) for piece in rng.choices(pieces, k=rng.randint(1, 20))
        )
        for _ in range(count)
    ]


def stems(rng: random.Random) -> list[str]:
    some = ["a", "aa", "aab", " ", "na", "nais", "n.a", "s" * 40]
    return [*some, *(soup(rng, "ab ", 18) + "b" for _ in range(40))]


def test_stems_stand_in_the_same_places(native: Any) -> None:
    sought = stems(random.Random(5))
    for text in texts():
        for stem in sought:
            assert native.places(stem, text) == plain.places(stem, text), repr((stem, text))
        assert native.standing(tuple(sought), text) == plain.standing(tuple(sought), text), repr(text)


def row(rng: random.Random, anchor: str, lead: int) -> tuple[int, str, int]:
    begin = "".join(rng.choices("ab n", k=lead))
    return lead, begin + anchor + soup(rng, "ab ", 4), lead


def test_rows_stand_in_the_same_places(native: Any) -> None:
    rng = random.Random(7)
    anchored = tuple((anchor, tuple(row(rng, anchor, lead) for lead in range(4))) for anchor in stems(rng))
    found = 0
    for text in texts():
        here = native.rows_at(anchored, text)
        assert here == plain.rows_at(anchored, text), repr(text)
        found += len(here)
    assert found > 1000


def test_words_stand_in_the_same_places(native: Any) -> None:
    words = frozenset(("a", "b", "n", "na", "ab", "nam", "ne", "naissance", "six", "le"))
    for text in texts():
        assert native.words_at(words, text) == plain.words_at(words, text), repr(text)
        assert native.year_and_month(text, shape(text)) == plain.year_and_month(text, shape(text)), repr(text)
    figures = [soup(random.Random(at), "0156 29a", 40) for at in range(3000)]
    assert sum(len(native.year_and_month(text, shape(text))) for text in figures) > 1000
    for text in figures:
        assert native.year_and_month(text, shape(text)) == plain.year_and_month(text, shape(text)), repr(text)


def spoken(rng: random.Random) -> str:
    others = [
        "mars",
        "avril",
        "december",
        "f3v",
        "the",
        "du mois de",
        "jour",
        "mayle",
        "le",
        "de",
        "carte",
        "1985",
        "12",
        "4",
        "-",
        ",",
        "\n",
        "x" * 20,
    ]
    pool = [*number_words.NUMBER_WORDS, *others]
    return "".join(word + rng.choice(" -  ") for word in rng.choices(pool, k=rng.randint(0, 14)))


def test_the_same_number_words_may_make_a_number(native: Any) -> None:
    rng = random.Random(8)
    found = 0
    for text in [*texts(), *(spoken(rng) for _ in range(6000))]:
        words = known_plain.known(text, shape(text))[0] & number_words.NUMBER_WORDS
        told = number_words._FIGURES_OF, number_words._MONTH_STEMS
        asked = words, number_words._WITH_SECOND & words, *told, text, shape(text)
        here = native.spoken(*asked)
        assert here == plain.spoken(*asked), repr(text)
        found += len(here)
    assert found > 3000


def test_the_same_figures_stand_together(native: Any) -> None:
    rng = random.Random(6)
    shapes = [
        soup(rng, kinds, 400).encode()
        for kinds in ("0 a", "0  a", "000 ax:.", "0", " a0")
        for _ in range(1500)
    ]
    for one in (*shapes, *map(shape, texts()), b"0" * 500, (b"0" + b" " * 8) * 90, (b"0" + b" " * 9) * 90):
        assert native.clusters(one) == plain.clusters(one), one


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
TODAY, OLDEST = date(2026, 11, 23), date(1906, 11, 23)


def dated(rng: random.Random) -> str:
    """Parts of dates with what may stand between them, or figures among letters that look like some."""
    if rng.random() < 0.3:
        return soup(rng, "0123456789oilsbz -/.,'ehr", 40)
    usual = rng.choice((" ", "-", ""))
    parts = (*DATE_PARTS, *DATES * 4) if rng.random() < 0.3 else DATE_PARTS
    return "".join(
        rng.choice(parts) + rng.choice((usual, usual, " ", *SPACED)) for _ in range(rng.randint(0, 12))
    )


def test_the_same_dates_are_read(native: Any) -> None:
    rng = random.Random(9)
    forms: dict[str, int] = {}
    for text in [*map(flatten, texts()), *(dated(rng) for _ in range(40000))]:
        straight = native.straighten(text)
        assert straight == date_forms.straighten(text), repr(text)
        here = native.written_dates(straight, OLDEST, TODAY)
        assert here == date_forms.written_dates(straight, OLDEST, TODAY), repr(straight)
        for _, _, form, _ in here:
            forms[form] = forms.get(form, 0) + 1
    assert min(forms.get(form, 0) for form, _ in date_forms._FORMS) > 10, forms


def test_the_same_views_are_taken(native: Any) -> None:
    rng = random.Random(12)
    tables = [bytes(rng.choices(range(128), k=256)) for _ in range(20)]
    for text in [
        *texts(),
        *mails(60, 5),
        *(chr(code) for code in range(300)),
        *("é" * size for size in range(70)),
    ]:
        table = rng.choice(tables)
        assert native.latin(text, table) == plain.latin(text, table), repr(text)
        if text.isascii():
            assert native.views(text, table, bytes(range(256))) == plain.views(text, table, bytes(range(256)))
            assert native.mixed_figures(shape(text.lower())) == plain.mixed_figures(shape(text.lower()))
    assert native.latin("\u2019", tables[0]) is None


def test_the_same_words_lead_to_figures(native: Any) -> None:
    rng, found, kept = random.Random(13), 0, 0
    words = frozenset(("le", "a", "nom"))
    parts = [
        "le",
        "a",
        "nom",
        " ",
        " ",
        "1",
        "x" * 30,
        ".",
        "!",
        "?",
        "\n",
        ". date",
        ".date",
        ". dat",
        " mrs.",
        " m",
    ]
    for text in [*texts(), *("".join(rng.choices(parts, k=9)) for _ in range(9000))]:
        here, all_of = native.words_leading(words, text), plain.words_at(words, text)
        assert here == plain.words_leading(words, text), repr(text)
        found, kept = found + len(all_of), kept + len(here)
    assert 1000 < kept < found - 1000


def test_the_same_words_stand_beside_figures(native: Any) -> None:
    rng, found = random.Random(9), 0
    words = frozenset(("m", "f", "homme", "b"))
    for text in [*texts(), *(soup(rng, 'mmff10 ,;"|x', 30) for _ in range(6000))]:
        asked = words, text, shape(text), ',;|/)-"', rng.choice((0, 1, 5, 16))
        here = native.words_marked(*asked)
        assert here == plain.words_marked(*asked), repr(asked)
        found += len(here)
    assert found > 2000


def test_the_same_brackets_open_behind_figures_or_names(native: Any) -> None:
    rng, found = random.Random(10), [0, 0]
    written = [
        "(",
        "1 (",
        "Luc Roy (1",
        "Luc Roy (418) 5",
        "x" * 60 + " Roy (1985",
        "Luc R" + "o" * 60 + " (12",
    ]
    pieces = ["(", " (", "(1", "1", "a", "Luc R", "R", " ", "'", "-", "418 "]
    for text in [*texts(), *written, *("".join(rng.choices(pieces, k=8)) for _ in range(9000))]:
        here = native.brackets(text, shape(text.lower()))
        assert here == plain.brackets(text, shape(text.lower())), repr(text)
        for _, numbered in here:
            found[numbered] += 1
    assert min(found) > 20


def test_the_same_names_stand_before_dates(native: Any) -> None:
    rng, found = random.Random(12), 0
    written = [
        "Luc Roy",
        "Luc Roy 1985",
        "L Roy 1985",
        "x.Luc Roy (1985",
        "A" * 30 + " Roy 12 ",
        "Luc " + "R" * 30 + " 12 ",
    ]
    pieces = [
        *"ABab' -.,(:/ 1234",
        "Luc",
        "Roy ",
        "Mars ",
        "mars ",
        "avril. ",
        "Jan",
        "1985",
        "12 ",
        "3e ",
        "4th ",
        "\n",
        "\x00",
    ]
    for text in [*texts(), *written, *("".join(rng.choices(pieces, k=9)) for _ in range(40_000))]:
        here = native.named(text)
        assert here == plain.named(text), repr(text)
        found += len(here)
    assert found > 500


def test_the_same_clusters_are_answered_chosen_and_dated(native: Any) -> None:
    rng, kept, seen = random.Random(11), 0, 0
    for text in [*texts(), *(soup(rng, "0011234569 -o.", 60) for _ in range(6000))]:
        kinds = shape(text)
        spans = plain.clusters(kinds)
        asked = lambda around, looks: len(around) % 4 * looks, 9, kinds, spans
        for around in ((0, 0), (9, 2), (40, 300)):
            assert native.answered(*asked, *around) == plain.answered(*asked, *around), repr(text)
        spots, _ = plain.answered(*asked, 9, 2)
        for mask, shift in ((1, 0), (6, 1), (7 << 60, 60), (0, 0)):
            assert native.chosen(spots, mask, shift) == plain.chosen(spots, mask, shift), repr(text)
        for reach, exempt in ((18, 0), (18, 2), (0, 0), (7, 0)):
            here = native.datable(text, spots, reach, exempt)
            assert here == plain.datable(text, spots, reach, exempt), repr(text)
            kept, seen = kept + len(here), seen + len(spots)
    assert 1000 < kept < seen - 1000


def test_what_is_asked_of_clusters_may_fail(native: Any) -> None:
    def judge(_around: bytes, _looks: int) -> int:
        raise LookupError

    with pytest.raises(LookupError):
        native.answered(judge, 1, b"00000", [(0, 5)], 9, 2)


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


REFUSED = {
    "places": [("a",), ("a", b"a"), ("a", "é"), ("é", "a"), ("", "a"), ("a", "a", "a")],
    "standing": [(("a",),), (["a"], "a"), (("é",), "a"), ((1,), "a"), (("a",), None)],
    "words_at": [("a", "a"), (frozenset("a"), "é"), (frozenset(("",)), "a"), (frozenset((1,)), "a"), (frozenset("a"),)],
    "rows_at": [
        ((), "é"), ((("a", ()), 1), "a"), ((("", ()),), "a"), ((("a", ((0, "a"),)),), "a"), ((("a", ((-1, "a", 0),)),), "a"),
        ((("a", (("0", "a", 0),)),), "a"), ((("a", ((0, "é", 0),)),), "a"), ((("a", ((2**80, "a", 0),)),), "a"), ([], "a"),
    ],
    "year_and_month": [("a",), ("é", b"x"), ("a", b"xx"), ("a", "x")],
    "spoken": [
        (frozenset(), frozenset(), {}, "ja", "a", b"x"), (frozenset(), frozenset(), {}, "jan", "a", b""),
        (frozenset(("six",)), frozenset(), {"six": "1"}, "jan", "six", b"xxx"), (frozenset(), frozenset(), [], "jan", "a", b"x"),
        (frozenset(), frozenset(), {}, "jan", "é", b"x"), (frozenset(), frozenset(), {}, "jan", "a"),
        (frozenset(("six",)), frozenset(), {"six": 2**80}, "jan", "six", b"xxx"),
    ],
    "best_reading": [
        ("trem", "0412192", OLDEST, TODAY), ("trema", "04121925", OLDEST, TODAY), ("tré", "04121925", OLDEST, TODAY),
        ("trem", b"04121925", OLDEST, TODAY), ("trem", "04121925", 1, TODAY), ("trem", "04121925", OLDEST),
    ],
    "dates_near": [
        ("é", frozenset(), OLDEST, TODAY), ("a", [TODAY], OLDEST, TODAY), ("a", frozenset((1,)), OLDEST, TODAY),
        ("a", frozenset(), 1, TODAY), ("a", frozenset(), OLDEST),
    ],
    "glued": [("é", 0, 1), ("a", "0", 1), ("a", 0, None), ("a", 2**80, 1), ("a", 0)],
    "lettered": [("é", 0, 1, 0), ("a", "0", 1, 0), ("a", 0, None, 0), ("a", 0, 1, 2**80), ("a", 0, 1)],
    "nine": [("é", 0, 1), ("a", "0", 1), ("a", 0, None), ("a", 2**80, 1), ("a", 0)],
    "written_dates": [("é", TODAY, TODAY), (b"a", TODAY, TODAY), ("a", 1, TODAY), ("a", TODAY, None), ("a", TODAY)],
    "views": [
        ("é", bytes(256), bytes(256)), ("a", bytes(255), bytes(256)), ("a", bytes(256), bytes(257)), ("a", "", bytes(256)),
        ("a", b"\x80" * 256, bytes(256)), ("a", bytes(256), None), ("a", bytes(256)),
    ],
    "latin": [(b"a", bytes(256)), ("a", bytes(255)), ("a", b"\x80" * 256), ("a", None), ("a",)],
    "mixed_figures": [("a",), (None,)],
    "words_leading": [("a", "a"), (frozenset("a"), "é"), (frozenset(("",)), "a"), (frozenset((1,)), "a"), (frozenset("a"),)],
    "words_marked": [
        (frozenset("a"), "a", b"x", ",", -1), (frozenset("a"), "a", b"x", ",", 1001), (frozenset("a"), "a", b"x", ",", 2**80),
        (frozenset("a"), "a", b"x", "é", 1), (frozenset("a"), "a", b"", ",", 1), (frozenset("a"), "a", "x", ",", 1),
        ("a", "a", b"x", ",", 1), (frozenset("a"), "é", b"x", ",", 1), (frozenset("a"), "a", b"x", ","),
        (frozenset("a"), "a", b"x", ",", "1"),
    ],
    "brackets": [("a",), ("é", b"x"), ("a", b""), ("a", "x")],
    "answered": [
        (len, 1, b"0", [(0, 2)], 0, 0), (len, 1, b"0", [(-1, 1)], 0, 0), (len, 1, b"0", [(1, 0)], 0, 0),
        (len, 1, b"0", [(0,)], 0, 0),
        (len, 1, b"0", [("0", 1)], 0, 0), (len, 1, b"0", [(0, 2**80)], 0, 0), (len, 1, b"0", [7], 0, 0), (len, 1, b"0", (), 0, 0),
        (len, 1, "0", [], 0, 0), (len, 1, b"0", [], -1, 0), (len, 1, b"0", [], 0, 1001), (len, 1, b"0", [], "0", 0),
        (len, 1, b"0", []),
        (7, 1, b"0", [(0, 1)], 0, 0),
    ],
    "chosen": [
        ((), 1, 0), ([7], 1, 0), ([(0, 1)], 1, 0), ([(0, 1, "1")], 1, 0), ([(0, 1, 2**80)], 1, 0), ([], -1, 0), ([], 2**80, 0),
        ([], 1, 63), ([], 1, -1), ([], 1, "0"), ([],),
    ],
    "datable": [
        ("a", (), 1, 0), ("é", [], 1, 0), ("a", [], -1, 0), ("a", [], 1001, 0), ("a", [], "1", 0), ("a", [], 1, "0"),
        ("a", [], 1),
        ("a", [(0, 2, 1)], 1, 0), ("a", [(0, 1)], 1, 0), ("a", [(0, 1, "1")], 1, 0), ("a", [7], 1, 0),
    ],
    "known": [("é", b"x"), ("a", "x"), ("a", b""), ("a",), (None, b"x")],
    "learn": [("é", 0), (7, 0), ("a", -1), ("a", 2**64), ("a", "0"), ("a",)],
    "learn_figures": [
        ([], "jan"), ({}, "ja"), ({}, "é"), ({}, "jan" * 86), ({"é": 1}, "jan"), ({"six": "1"}, "jan"), ({"six": 2**80}, "jan"),
        ({},), ({"six": 5}, "jan"),
    ],
    "demand": [
        (-1, 0, 0, 0), (63, 0, 0, 0), (0, 8, 0, 0), (0, -1, 0, 0), (0, 0, -1, 0), (0, 0, 0, 1001), ("0", 0, 0, 0),
        (0, None, 0, 0), (0, 0, 2**80, 0), (0, 0, 0, "0"), (0, 0, 0),
    ],
    **{name: [("é",), (None,), (7,)] for name in ("letters_of", "clusters", "straighten", "breaks", "named")},
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "arguments"), [(name, arguments) for name, all_of in REFUSED.items() for arguments in all_of]
)
def test_what_cannot_be_read_is_refused(native: Any, name: str, arguments: tuple[Any, ...]) -> None:
    with pytest.raises((TypeError, ValueError, OverflowError)):
        getattr(native, name)(*arguments)


def test_nothing_is_left_behind(native: Any) -> None:
    """No reference is lost or kept: the counts of what is given stay, and what is returned goes."""
    text, word, row = "six cartes, une carte en mars, 0112 3 " * 40 + "o4/l2/1985", "carte", object()
    kinds, words = shape(text), frozenset(("six", "une"))
    known_plain.learn(word, 0)
    native.learn(word, 0)
    numbers, clusters = [10**6], plain.clusters(kinds)
    spots = [(*cluster, 10**6 + 1) for cluster in clusters]

    def judge(_around: bytes, looks: int) -> int:
        return looks

    number = "trem04121925"
    kept = (
        text,
        word,
        row,
        kinds,
        words,
        number,
        judge,
        numbers[0],
        clusters,
        *clusters[:1],
        spots,
        *spots[:1],
    )
    assert clusters
    before = [*map(sys.getrefcount, kept)]
    for _ in range(500):
        (
            native.known(text, kinds),
            native.places(word, text),
            native.standing((word,), text),
            native.clusters(kinds),
        )
        native.words_at(frozenset((word,)), text), native.rows_at(((word, ((0, word, row),)),), text)
        (
            native.spoken(words, words, {"six": 1, "une": 0}, "marjan", text, kinds),
            native.year_and_month(text, kinds),
            native.words_marked(words, text, kinds, ",", 16),
            native.brackets(text, kinds),
        )
        (
            native.answered(judge, numbers[0], kinds, clusters, 9, 2),
            native.chosen(spots, 1, 0),
            native.datable(text, spots, 18, 0),
            native.answered(judge, 0, kinds, clusters, 0, 0),
        )
        native.written_dates(native.straighten(text), OLDEST, TODAY), native.lettered(number, 0, 20, 0)
        (
            native.nine(number, 0, 20),
            native.breaks(number),
            native.glued(number, 0, 20),
            native.dates_near(text, frozenset((OLDEST,)), OLDEST, TODAY),
            native.best_reading(word[:4], number[4:], OLDEST, TODAY),
        )
        (
            native.views(text, bytes(256), bytes(256)),
            native.latin("é", bytes(256)),
            native.latin("’", bytes(256)),
        )
        native.words_leading(words, text), native.mixed_figures(kinds), native.named("Luc Roy, 1985")
    assert [*map(sys.getrefcount, kept)] == before


PLAIN = """
import sys
sys.modules["recognizers.glance_native"] = None
import json
from datetime import date
from recognizers import Detector, glance, known_plain
assert glance.known is known_plain.known
detect = Detector(today=date(2026, 11, 23)).detect
print(json.dumps([[(one.entity_type, one.start, one.end, one.score) for one in detect(text)] for text in json.load(sys.stdin)]))
"""


def test_without_it_the_recognizers_find_the_same() -> None:
    written = [str(one["text"]) for one in messages("test", 300, 12)] + list(mails(60, 12))
    ran = subprocess.run(
        [sys.executable, "-c", PLAIN],
        input=json.dumps(written),
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=120,
    )
    assert ran.returncode == 0, ran.stderr
    detect = Detector(today=date(2026, 11, 23)).detect
    here = [[[one.entity_type, one.start, one.end, one.score] for one in detect(text)] for text in written]
    assert sum(map(len, here)) > 300
    assert json.loads(ran.stdout) == here
