"""The words of `evidence`: recognizers/README.md lists all that a match may hold, and no other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.detection.generate import messages
from recognizers import ENTITY_TYPES, Detector, Match
from tests.recognizers.test_cases import FILES, TODAY, cases_of

RECOGNIZERS = Path(__file__).parents[2] / "recognizers"
_KIND = re.compile(r"(?:cue|layout|corroboration|veto):[a-z-]+")


def _listed() -> tuple[list[str], list[str]]:
    """The words of the two tables: those of matches, and those that stand in the code only."""
    page = (RECOGNIZERS / "README.md").read_text("utf-8")
    section = page.partition("\n## Evidence\n")[2].partition("\n## ")[0]
    rows = [re.findall(r"^\| `([a-z:-]+)` \| \S", table, re.M) for table in section.split("| word | means |")]
    _, reported, inside = rows
    return reported, inside


REPORTED, INSIDE = _listed()


def _in_code() -> Iterator[str]:
    """Every string that stands in the recognizers."""
    for file in RECOGNIZERS.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def _unlisted(matches: list[Match]) -> set[str]:
    return {word for match in matches for word in match.evidence} - set(REPORTED)


@pytest.fixture(scope="module")
def detector() -> Detector:
    return Detector(ENTITY_TYPES, today=TODAY)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_word_of_the_cases_is_listed(detector: Detector, file: Path) -> None:
    for case in cases_of(file):
        assert not _unlisted(detector.detect(case["text"], case.get("label", ""))), case["text"]


@pytest.mark.parametrize("split", ["train", "test"])
def test_every_word_of_invented_messages_is_listed(detector: Detector, split: str) -> None:
    for message in messages(split, 150, seed=1):
        assert not _unlisted(detector.detect(message["text"])), message["text"]


def test_every_word_that_is_listed_stands_in_the_code() -> None:
    assert set(REPORTED + INSIDE) <= set(_in_code())


def test_every_word_with_its_kind_that_stands_in_the_code_is_listed() -> None:
    assert {word for word in _in_code() if _KIND.fullmatch(word)} <= set(REPORTED + INSIDE)


def test_no_word_is_listed_twice() -> None:
    assert len(REPORTED + INSIDE) == len({*REPORTED, *INSIDE})
