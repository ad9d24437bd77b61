"""What the part in C sees in a text is what its twins in Python see (see `glance.py`), on anything.

What it reads there stands in `test_glance_values.py`, what words around a value weigh in `test_surroundings.py`; what every
function refuses, in `test_glance_faults.py`.
"""

from __future__ import annotations

import random
from typing import Any

import pytest

from benchmarks.mailset import mails
from recognizers import glance_plain as plain
from recognizers import known_plain, number_words
from recognizers.digits import shape
from tests.packaging.odd_texts import soup, texts


def test_the_same_words_are_known(native: Any) -> None:
    for word in known_plain.LEARNED:
        native.learn(word, 0)  # again: that changes nothing
    opened = 0
    for text in [*texts(), *words_and_figures(4000)]:
        words, gates, openers = native.known(text, shape(text))
        told = known_plain.known(text, shape(text))
        assert (words, gates) == told[:2], repr(text)
        for number in range(known_plain.GATES):
            stand = native.words_of(openers, 1 << number)
            assert stand == known_plain.words_of(told[2], 1 << number), repr(text)
        opened |= gates
        assert native.letters_of(text) == plain.letters_of(text), repr(text)
    demanding = sum(known_plain._DEMANDS)
    assert opened & demanding == demanding


def test_what_is_learnt_between_two_texts_hides_no_part_that_stood_in_the_first(native: Any) -> None:
    text = " and ".join(known_plain._PARTS)
    first = native.known(text, shape(text))[:2]
    native.learn_part("qzjqzj", 0)
    assert native.known(text, shape(text))[:2] == first


def words_and_figures(count: int) -> list[str]:
    """Words that open gates where they stand as those want them, with figures and marks, in any order."""
    rng = random.Random(12)
    pieces = """a h f m mar jan years an age be birthday mother patient nam carte hin pour as for un une six seven mille mai
    dec date puis point x 1985 12 4 41 1 - -mar- , ; | / ) . ! ( : n""".split()
    return [
        rng.choice(("", " ", "  ", "\n", '"')).join(
            rng.choice((piece, f" {piece}")) for piece in rng.choices(pieces, k=rng.randint(1, 20))
        )
        for _ in range(count)
    ]


def stems(rng: random.Random) -> list[str]:
    some = ["a", "aa", "aab", " ", "na", "nais", "n.a", "s" * 40]
    return [*some, *(soup(rng, "ab ", 18) + "b" for _ in range(40))]


def test_the_same_lines_begin_alike(native: Any) -> None:
    rng = random.Random(6)
    asked = [(soup(rng, "ab:> \n\0", 60), rng.randint(0, 12), rng.randint(1, 4)) for _ in range(4000)]
    told = [plain.heads_alike(*one) for one in asked]
    assert [native.heads_alike(*one) for one in asked] == told
    assert 500 < sum(told) < 3500
    for text in texts():
        assert native.heads_alike(text, 40, 3) == plain.heads_alike(text, 40, 3), repr(text)


def test_stems_stand_in_the_same_places(native: Any) -> None:
    sought = stems(random.Random(5))
    for text in texts():
        for stem in sought:
            assert native.places(stem, text) == plain.places(stem, text), repr((stem, text))
        assert native.standing(tuple(sought), text) == plain.standing(tuple(sought), text), repr(text)
    many = ("", *sought, *map("{}ab".format, range(500)))
    stands = 0
    for text in [
        *texts(),
        *("b" * lead + stem + "c" * 40 for stem in many for lead in (0, 1, 30, 31, 32, 63)),
    ]:
        here = native.standing(many, text)
        assert here == plain.standing(many, text), repr(text)
        stands += len(here) - 1
    assert stands > 3000


def row_of(rng: random.Random, anchor: str, lead: int) -> tuple[int, str, int]:
    begin = "".join(rng.choices("ab n", k=lead))
    return lead, begin + anchor + soup(rng, "ab ", 4), lead


def test_rows_stand_in_the_same_places(native: Any) -> None:
    rng = random.Random(7)
    anchored = tuple((anchor, tuple(row_of(rng, anchor, lead) for lead in range(4))) for anchor in stems(rng))
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


def test_the_same_views_are_taken(native: Any) -> None:
    rng = random.Random(12)
    tables = [bytes(rng.choices(range(128), k=256)) for _ in range(20)]
    others = {ord(char): ord(reading) for char, reading in zip("’“œ\u202f🙂", "'\"o .", strict=True)}
    for text in [
        *texts(),
        *mails(60, 5),
        *(
            "".join(rng.choices("aé \xad\x85’“œ\u202f🙂", k=30)) + rng.choice(("", "é", "—", "😀"))
            for _ in range(500)
        ),
        *(chr(code) for code in range(300)),
        *("é" * size for size in range(70)),
    ]:
        table = rng.choice(tables)
        assert native.latin(text, table, others) == plain.latin(text, table, others), repr(text)
        if text.isascii():
            lines = text.replace("\n", "\r\n")
            assert native.line_feeds(lines) == plain.line_feeds(lines), repr(lines)
            assert native.views(text, table, bytes(range(256))) == plain.views(text, table, bytes(range(256)))
            assert native.mixed_figures(shape(text.lower())) == plain.mixed_figures(shape(text.lower()))
    assert native.latin("a\u2019", tables[0], {}) is None
    assert native.latin("a\u2019", bytes(range(128)) * 2, others) == "a'"


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


def judge(around: bytes, looks: int) -> int:
    return len(around) % 4 * looks


def test_the_same_clusters_are_answered_chosen_and_dated(native: Any) -> None:
    rng, kept, seen = random.Random(11), 0, 0
    for text in [*texts(), *(soup(rng, "0011234569 -o.", 60) for _ in range(6000))]:
        kinds = shape(text)
        spans = plain.clusters(kinds)
        asked = judge, 9, kinds, spans
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
    def fail(_around: bytes, _looks: int) -> int:
        raise LookupError

    with pytest.raises(LookupError):
        native.answered(fail, 1, b"00000", [(0, 5)], 9, 2)
