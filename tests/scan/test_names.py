"""Person names with the real spaCy pipelines, in texts as people write them."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib.util import find_spec

import pytest

from gateway.scan.names import Names
from gateway.settings import NamesSettings
from recognizers import Detector

Find = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def find() -> Find:
    """The names that are reported at the default threshold."""
    settings = NamesSettings()
    missing = [one for one in ("spacy", settings.french, settings.english) if find_spec(one) is None]
    if missing and os.environ.get("CI") != "true":
        pytest.skip(f"needs {', '.join(missing)}: pip install 'ecluse[names]'")
    detector = Detector(["PERSON"], names=Names(settings.french, settings.english))
    return lambda text: [text[one.start : one.end] for one in detector.detect(text) if one.score >= 0.5]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("La conférence de Zbigniew Wojnarowski était longue.", ["Zbigniew Wojnarowski"]),
        ("She was treated by Siobhan Featherstonhaugh in Montreal.", ["Siobhan Featherstonhaugh"]),
        ("jai parler a une certaine marie-eve tremblay hier, elle a ete gentille", ["marie-eve tremblay"]),
        ("On y vénère saint Zbigniew de Radom depuis longtemps.", ["Zbigniew de Radom"]),
        ("Il a lu les poèmes de Bouquet, puis ceux de Wojnarowski.", ["Bouquet", "Wojnarowski"]),
        ("Bonjour,\nrien à dire.\n\nXimena Castellanos", ["Ximena Castellanos"]),
    ],
)
def test_names_are_found(find: Find, text: str, names: list[str]) -> None:
    assert find(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Le lien vers le Carnet santé Québec ne fonctionne pas sous Safari.",
        "L'hôpital Maisonneuve-Rosemont est-il couvert par la RAMQ?",
        "Un vol direct relie Montréal à São Paulo depuis juin.",
        "Votre page sur le Bouquet de services est vide.",
        "Is Synthroid covered by Blue Cross?",
        "Merci beaucoup, tout est clair!",
        "Madame, Monsieur, votre site est excellent.",
    ],
)
def test_services_places_and_drugs_are_no_persons(find: Find, text: str) -> None:
    assert find(text) == []


def test_offsets_stand_in_the_text_as_given(find: Find) -> None:
    assert find("\u200bBonjour\u00a0!\r\n\r\nMerci à Zoé\u00a0Gagné-Côté.") == ["Zoé\u00a0Gagné-Côté"]
