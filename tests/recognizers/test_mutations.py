"""The cases, damaged: cut, doubled, joined, in other marks. Whatever comes of them, detection ends and points into the text."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from recognizers import ENTITY_TYPES, Detector

TEXTS = sorted(
    {
        case["text"]
        for file in (Path(__file__).parents[1] / "cases").glob("*.toml")
        for case in tomllib.loads(file.read_text("utf-8"))["case"]
    }
)
MARKS = (" ", ",", ".", "\n", ":", "-", "/", "(", ")", "|", ";", "?")
INSTEAD = ("", "\n", "\t", "|", " , ", "  ", "\u200b", '"', "? ", " 7", "#")
DETECTOR = Detector(ENTITY_TYPES, today=date(2026, 11, 23))


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """One case or several, after up to five mishaps."""
    text = draw(st.sampled_from(TEXTS))
    for _ in range(draw(st.integers(1, 5))):
        first = draw(st.integers(0, len(text)))
        last = min(len(text), first + draw(st.integers(0, 40)))
        match draw(st.integers(0, 6)):
            case 0:
                text = text[:first] + text[last:]
            case 1:
                text = text[:first] + text[first:last] * draw(st.integers(2, 20)) + text[last:]
            case 2:
                text = text[:first] + draw(st.sampled_from(TEXTS)) + text[last:]
            case 3:
                text = text.replace(draw(st.sampled_from(MARKS)), draw(st.sampled_from(INSTEAD)))
            case 4:
                text = text[:first] + draw(st.text("0123456789 -/.,()ab:\n'\"|;", max_size=40)) + text[last:]
            case 5:
                text = draw(st.sampled_from(TEXTS)) + "\n" + text
            case _:
                text = text.upper()
    return text[:20_000]


@settings(max_examples=1500, deadline=None)
@given(damaged())
def test_a_damaged_message_is_read_to_its_end(text: str) -> None:
    for match in DETECTOR.detect(text):
        assert 0 <= match.start < match.end <= len(text)
        assert 0 < match.score <= 1


def test_a_cell_below_words_that_only_may_mean_a_card_is_no_error() -> None:
    assert Detector(["CA_HEALTH_NUMBER"]).detect("ash, hc l|a 6(b4\n,6635(1|-6-,2") == []
    assert Detector(["CA_HEALTH_NUMBER"]).detect_all([("6635 123 456", "hc")]) == [[]]
