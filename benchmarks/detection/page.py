"""The tables of docs/detection.md and of its French twin, whose words stand in docs/french.toml.

`python -m benchmarks.detection.page` makes the French ones anew from the English ones.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

_DOCS = Path(__file__).parents[2] / "docs"
ENGLISH, FRENCH = _DOCS / "detection.md", _DOCS / "fr/detection.md"
_BEGIN, _END = "<!-- figures: begin -->\n", "\n<!-- figures: end -->"
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_PHRASE = re.compile(r"[^|#\n]+")
_CODE = re.compile(r"`[^`]*`")


def words() -> Mapping[str, str]:
    """What the tables' phrases are in French; a # stands for a number."""
    table: Mapping[str, str] = tomllib.loads((_DOCS / "french.toml").read_text("utf-8"))["detection"]
    return table


def tables(page: Path) -> str:
    """The tables that stand in a page. Raises ValueError when its marks are not there."""
    text = page.read_text("utf-8")
    return text[text.index(_BEGIN) + len(_BEGIN) : text.index(_END)]


def phrases(text: str) -> Iterator[str]:
    """Everything in the English tables that needs French: cells, headings, sentences."""
    for found in _PHRASE.findall(_CODE.sub("", text)):
        phrase = _NUMBER.sub("#", found.strip())
        if re.search(r"[^\W\d_]", phrase):
            yield phrase


def translated(text: str) -> str:
    """The same tables in French, with decimal commas. A phrase that docs/french.toml does not have stays as it is."""
    known = words()

    def phrase(found: re.Match[str]) -> str:
        whole = found[0]
        if "`" in whole:
            return whole
        inner = whole.strip()
        numbers = iter(number.replace(".", ",") for number in _NUMBER.findall(inner))
        pattern = _NUMBER.sub("#", inner)
        said = re.sub("#", lambda _: next(numbers), known.get(pattern, pattern))
        return whole.replace(inner, said) if inner else whole

    return _PHRASE.sub(phrase, text)


def write(text: str) -> None:
    """Put new English tables into both pages."""
    for page, made in ((ENGLISH, text), (FRENCH, translated(text))):
        page.write_text(page.read_text("utf-8").replace(tables(page), made), "utf-8")


if __name__ == "__main__":
    write(tables(ENGLISH))
