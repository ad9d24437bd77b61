"""Alternatives gathered by their first letters are the same pattern."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recognizers.alternatives import gathered

WORDS = "avril|août|mai|ma(?:i|rs)|(?:le|la) mai|[a|b]x|\\||a\\)?|(?:un |une)?mois|(?<!a)b|a*c"


def test_they_are_gathered_by_their_first_letters() -> None:
    assert gathered("avril|mai|mars|avant") == "(?:a(?:vril|vant)|m(?:ai|ars))"


def test_a_choice_at_the_beginning_is_spread() -> None:
    assert gathered("(?:le|la) mai|lundi") == "(?:l(?:e mai|a mai|undi))"


def test_what_looks_behind_or_may_be_absent_stays_as_it_is() -> None:
    assert gathered("(?<!a)b|(?:un)?mois|[ab]c|a?b") == "(?:(?<!a)b|(?:un)?mois|[ab]c|a?b)"


def test_a_group_that_is_not_closed_is_refused() -> None:
    with pytest.raises(ValueError, match="not closed"):
        gathered("(?:un|deux")


@given(st.text("aboumirsl x|)né", max_size=24))
def test_the_same_places_are_found(text: str) -> None:
    plain, quick = re.compile(f"(?:{WORDS})"), re.compile(gathered(WORDS))
    assert [one.start() for one in plain.finditer(text)][:1] == [one.start() for one in quick.finditer(text)][
        :1
    ]
    assert all((plain.match(text, at) is None) == (quick.match(text, at) is None) for at in range(len(text)))
