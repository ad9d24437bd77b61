"""What makes spaCy's pipelines load fast changes nothing of what they answer."""

from __future__ import annotations

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from typing import Any

import pytest

from gateway.scan import pipelines
from gateway.scan.pipelines import Branches, pipeline_of
from gateway.settings import NamesSettings

#: Letters of many scripts, as spaCy writes them: more than a class that is left as it is.
_LETTERS = "a-zß-öø-ÿ" + "".join(map(chr, range(0x100, 0x17F))) + "".join(map(chr, range(0x3B1, 0x5FF)))
_NAMES = ("Ève", "Josée", "Zoé", "Lou", "Pier", "Andrée", "Claude", "Kim", "Soleil", "Noëlle")
_PATTERN = (
    rf"(?iu)(?:^co[-–][{_LETTERS}][-{_LETTERS}'’]*$)|(?:^r?é?entr['’][{_LETTERS}]+$)"
    rf"|(?:^[{_LETTERS}]+[-–]d[eu][-–](?:l['’])?[{_LETTERS}]+$)|(?:^co[-–]9$)"
)


@pytest.mark.parametrize(
    "word",
    [
        "co-pilote", "CO–PILOTE", "co-9", "co-99", "co-pi2te", "co-", "réentr'ouvrir", "entr’abat", "entr'9", "saut-de-ski",
        "Pont-de-l'Étoile", "9-de-ski", "pilote", "", "xco-pilote", "co-pilote\n",
    ],
)  # fmt: skip
def test_branches_match_what_the_whole_pattern_matches(word: str) -> None:
    assert Branches.can_read(_PATTERN)
    assert (Branches(_PATTERN).match(word) is None) == (re.compile(_PATTERN).match(word) is None)


def test_a_pattern_written_otherwise_is_left_alone() -> None:
    assert not Branches.can_read("(?i)^co-[a-z]+$")


@pytest.mark.skipif(
    find_spec("spacy") is None or find_spec(NamesSettings().english) is None, reason="needs the 'names' extra"
)
def test_no_package_is_imported_for_components_that_no_pipeline_has() -> None:
    code = f"""
import re, sys
whole = re.compile
from gateway.scan.pipelines import load
load({NamesSettings().english!r}, "english")
assert "presidio_analyzer" not in sys.modules
assert re.compile is whole
"""
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.skipif(
    find_spec("spacy") is None or find_spec(NamesSettings().english) is None, reason="needs the 'names' extra"
)
def test_no_word_of_a_message_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[Any] = []
    monkeypatch.setattr(pipelines, "pipeline_of", lambda name: loaded.append(pipeline_of(name)) or loaded[0])
    read = pipelines.load(NamesSettings().english, "english")
    text = "Yesterday Zyxwora Bramblethwaite called about file QXZ-4471-99."
    for _ in range(2):
        (found,) = read([text])
        assert any("Bramblethwaite" in text[start:end] for start, end, _ in found)
        assert not [word for word in text.split() if word in loaded[0].vocab.strings and len(word) > 9]


@pytest.mark.skipif(
    find_spec("spacy") is None or find_spec(NamesSettings().french) is None, reason="needs the 'names' extra"
)
def test_threads_that_read_at_once_read_as_one_does() -> None:
    read = pipelines.load(NamesSettings().french, "french")
    texts = [f"Bonjour, je m'appelle Marie-{name} Bergeron et j'habite à Rimouski." for name in _NAMES]
    alone = [list(read([text])) for text in texts]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(lambda text: list(read([text])), texts * 5)) == alone * 5
