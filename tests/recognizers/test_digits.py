"""Clusters of digits: the possessive pattern finds what a backtracking one finds."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from recognizers.digits import ClusterLook
from recognizers.number_forms import GAP_CLASS
from recognizers.page import Page

BACKTRACKING = re.compile(rf"[0-9](?:{GAP_CLASS}{{0,8}}(?:[oilzsbgq]{GAP_CLASS}{{0,8}}){{0,2}}[0-9]){{4,59}}")


@given(st.text(alphabet="0123456789 .-/,oilzsbgqa:\n", max_size=200))
def test_possessive_gaps_lose_no_cluster(text: str) -> None:
    assert Page(text, today=date(2026, 11, 23)).clusters == [
        found.span() for found in BACKTRACKING.finditer(text)
    ]


def test_a_look_that_comes_later_is_asked_about_shapes_seen_before() -> None:
    text = "dossier 4471-22, reçu 12"
    assert Page(text, today=date(2026, 11, 23)).clusters
    look = ClusterLook(lambda around: 5 if b"0000 00" in around else 0)
    page = Page(text, today=date(2026, 11, 23))
    assert page.clusters_that(look) == [(8, 15, 5)]
    assert not Page("le 12/04/1985", today=date(2026, 11, 23)).clusters_that(look)
