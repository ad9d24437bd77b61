"""The word gate saves time and nothing else: with every gate open, the same is found.

What a page does not say (`Page.words`, `Page.gates`) spares it the patterns that could only match there. Here pages claim to
hold every word that anybody asks for, so that every pattern is tried everywhere.
"""

from __future__ import annotations

import random
from datetime import date

import pytest

from benchmarks.detection.generate import messages
from benchmarks.mailset import mails
from recognizers import Detector, Match, cues, known_plain, page

TODAY = date(2026, 11, 23)
_SOUP = """né née nés born naissance date de of nam ramq carte card maladie nas sin dob ddn assurance sociale numéro no number
est is le on : , . ( ) | ; - un deux trois quatre-vingt six sept mil neuf cent nineteen eighty-five twelve april avril
mars may ma fille fils enfants homme M F ans years santé health passport permis permanent code uci jour mois année
socail naisance lettres suivi Tremblay Marie TREM 0412 1925 TREM04121925 130 692 544 130-692-544 1985-04-12 12/04/1985
12 04 1985""".split()


def soups(count: int, seed: int) -> list[str]:
    """Cue words, numbers and punctuation in any order, as nobody writes them; not glued: a gate knows whole words."""
    rng = random.Random(seed)
    return [
        rng.choice((" ", ", ", "\n")).join(rng.choices(_SOUP, k=rng.randint(4, 40))) for _ in range(count)
    ]


def texts() -> dict[str, list[str]]:
    return {
        "messages": [str(one["text"]) for one in messages("test", 250, 9)],
        "mails": list(mails(60, 9)),
        "soups": soups(250, 9),
    }


@pytest.mark.parametrize("kind", ["messages", "mails", "soups"])
def test_with_every_gate_open_the_same_is_found(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    detector = Detector(today=TODAY)
    chosen = texts()[kind]
    gated = [detector.detect(text) for text in chosen]
    every_word = frozenset(known_plain.LEARNED) | frozenset(word for _, word in known_plain.ACRONYMS.values())
    known = cues.known_words
    monkeypatch.setattr(
        page, "known_words", lambda flat, shape: (every_word, cues.OPEN, known(flat, shape)[2])
    )
    opened: list[list[Match]] = [detector.detect(text) for text in chosen]
    assert sum(map(len, gated)) > 100 or kind == "mails"
    differing = [place for place in range(len(chosen)) if gated[place] != opened[place]]
    assert not differing, [repr(chosen[place]) for place in differing[:3]]
