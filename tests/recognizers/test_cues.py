"""Cue tables: rows looked for by the word that they share, letters one by one, and the order of what is found."""

from __future__ import annotations

import pytest

from recognizers import cues, nam_labels
from recognizers.cues import CueTable
from recognizers.digits import shape

#: Loaded with its tables, so that their words are known.
assert nam_labels.STRONG

TABLE = CueTable(
    (
        ("health card", "card", r"health card"),
        ("health", "any", r"health"),
        ("my health", "mine", r"my health"),
        ("sun", "sun", r"sun(?![a-z])"),
    ),
    words="health sun",
)


def found(text: str) -> list[tuple[int, str]]:
    return [(cue.start, cue.kind) for cue in TABLE.find(text, cues.known_words(text, shape(text))[0])]


def test_rows_that_share_a_word_are_all_found_where_it_stands() -> None:
    assert found("health card, sun, my health") == [
        (0, "card"),
        (0, "any"),
        (13, "sun"),
        (18, "mine"),
        (21, "any"),
    ]


def test_a_word_at_the_very_beginning_is_no_longer_stem() -> None:
    assert found("health") == [(0, "any")]


@pytest.mark.parametrize("text", ["le n.a.m. est", "n. a. m.", "n_a_m:", "mon n a m", "n.a.mtrem 0412"])
def test_letters_one_by_one_are_a_word(text: str) -> None:
    assert "n.a.m" in cues.known_words(text, shape(text))[0]


@pytest.mark.parametrize("text", ["n'a pas", "n a", "an.a.m", "n - a - m", "nam"])
def test_other_letters_are_none(text: str) -> None:
    assert "n.a.m" not in cues.known_words(text, shape(text))[0]


def test_what_must_not_stand_before_a_row_holds_for_each_of_its_alternatives() -> None:
    table = CueTable(
        (("sun", "sun", "sun card|sunny", "(?<![a-z])(?<!no )"), ("sun", "mine", "sun", "my |the "))
    )
    assert [(cue.start, cue.kind) for cue in table.find("unsunny sunny no sun card my sun card")] == [
        (8, "sun"),
        (26, "mine"),
        (29, "sun"),
    ]
