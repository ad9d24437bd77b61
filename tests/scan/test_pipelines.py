"""What makes spaCy's pipelines load fast changes nothing of what they answer."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.util import find_spec

import pytest

from gateway.scan.pipelines import Branches
from gateway.settings import NamesSettings

#: Letters of many scripts, as spaCy writes them: more than a class that is left as it is.
_LETTERS = "a-zß-öø-ÿ" + "".join(map(chr, range(0x100, 0x17F))) + "".join(map(chr, range(0x3B1, 0x5FF)))
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
