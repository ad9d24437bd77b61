"""The language of a message: from its function words, and from a glance only where that leaves no doubt."""

from __future__ import annotations

import pytest

from gateway.scan.language import decide, evidence, language_of, language_of_all

FRENCH = "Bonjour, je vous écris au sujet de la réunion de jeudi, qui est reportée à la semaine prochaine. "
ENGLISH = "I called twice last week but nobody could tell me where the request stands, and it is late. "


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", "und"),
        ("12 345 ; Tremblay", "und"),
        ("ma carte est perdue", "fr"),
        ("my card is lost", "en"),
        ("réglé", "fr"),
        ("la card", "fr"),
    ],
)
def test_a_line_is_enough(text: str, language: str) -> None:
    assert language_of(text) == language_of_all([text]) == language


@pytest.mark.parametrize(("french", "english"), [(1, 8), (8, 1), (12, 20), (20, 12), (40, 3), (3, 40)])
@pytest.mark.parametrize("french_first", [True, False])
@pytest.mark.parametrize("apart", [True, False])
def test_a_message_in_both_has_the_language_that_most_of_it_has(
    french: int, english: int, french_first: bool, apart: bool
) -> None:
    texts = [FRENCH * french, ENGLISH * english][:: 1 if french_first else -1]
    whole = decide(*map(sum, zip(*map(evidence, texts), strict=True)))
    assert (
        language_of_all(texts if apart else ["".join(texts)]) == whole == ("fr" if french > english else "en")
    )
