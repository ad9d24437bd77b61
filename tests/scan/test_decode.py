"""Our reading of spaCy's network finds what spaCy's own parser finds."""

from __future__ import annotations

import os
from importlib.util import find_spec
from typing import Any

import pytest

from benchmarks.detection.personal import comments
from gateway.scan.pipelines import load, pipeline_of
from gateway.settings import NamesSettings

_ODD = (
    "",
    "  ",
    "Marie",
    "Marie  Tremblay",
    "a\tb \n Zbigniew  Wojnarowski \n\n",
    "Le ministère de la Santé et des Services sociaux du Québec a répondu à Mme Siobhan Featherstonhaugh-Wojnarowski.",
    "Last week Siobhan Featherstonhaugh of the Royal Victoria Hospital in Montreal paid two hundred dollars",
)


@pytest.fixture(scope="module", params=["french", "english"])
def name(request: pytest.FixtureRequest) -> Any:
    """A pipeline of the settings."""
    wanted = getattr(NamesSettings(), request.param)
    missing = [one for one in ("spacy", wanted) if find_spec(one) is None]
    if missing and os.environ.get("CI") != "true":
        pytest.skip(f"needs {', '.join(missing)}: pip install 'ecluse[names]'")
    return wanted


def test_every_entity_is_spacy_s(name: str) -> None:
    texts = [*_ODD, *(str(comment["text"]) for comment in comments("train", 300, 3)), " ".join(_ODD)]
    docs = pipeline_of(name).pipe(texts)
    theirs = [[(one.start_char, one.end_char, one.label_) for one in doc.ents] for doc in docs]
    assert sum(map(len, theirs)) > 50
    read = load(name, "french")
    assert list(read(texts)) == theirs
    assert [one for text in texts for one in read([text])] == theirs


def test_no_text_is_no_entity(name: str) -> None:
    read = load(name, "french")
    assert list(read([])) == []
    assert list(read(["", " "])) == [[], []]
