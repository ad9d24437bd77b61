"""One value in several boxes: a number typed into three fields, a date's day, month and year, a list of its parts.

The site puts them together, so that they are read together, too. What is cut begins in the first box and ends in the last:
what stands between goes with it, and a sound body is left.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Final

from gateway.formbody.spelling import Places, Spelled

#: What tells the boxes of one value apart: a number, an index, a part of a date.
_OWN: Final = re.compile(
    r"(?i)(?:[\[._-]{0,2}(?:day|month|year|jour|mois|ann[ée]e|jj|mm|aaaa|dd|yyyy|[0-9]{1,3}|)\]?){1,3}$"
)
_BOX: Final = re.compile(r"[0-9]{1,6}|[A-Za-z]{1,4}")
_FIGURE: Final = re.compile("[0-9]")
_MOST: Final = 16
#: Boxes of one character each are those of a social or health insurance number, else answers to questions.
_ONE_EACH: Final = (9, 12)
_FEWEST_FIGURES: Final = 6


def joined(
    fields: Mapping[str, Spelled], names: Mapping[str, str]
) -> Iterator[tuple[str, list[str], Spelled]]:
    """The values that stand in several of `fields`, which follow each other: what they are called together ("nas" of
    "nas1", "nas2"), the names of their boxes, and the whole."""
    for (stem, _), group in groupby(fields, key=lambda path: _common(path, names[path])):
        boxes = list(group)
        texts = [fields[path].text for path in boxes]
        if not 2 <= len(boxes) <= _MOST or not all(map(_BOX.fullmatch, texts)):
            continue
        whole = " ".join(texts)
        alike = len({fields[path].spell for path in boxes}) == 1
        answers = max(map(len, texts)) == 1 and len(texts) not in _ONE_EACH
        if alike and not answers and len(_FIGURE.findall(whole)) >= _FEWEST_FIGURES:
            together = stem if stem and stem not in names.values() else names[boxes[0]]
            yield (
                together,
                [names[path] for path in boxes],
                _put_together(whole, [fields[path] for path in boxes]),
            )


def _common(path: str, name: str) -> tuple[str, int]:
    """What the boxes of one value have in common: their name but for its end, and how deep they stand."""
    return (_OWN.sub("", name), name.count(".")) if path.startswith("field/") else (path, -1)


def _put_together(whole: str, boxes: list[Spelled]) -> Spelled:
    def locate() -> Places:
        return array("Q", (place for box in boxes for place in box.locate()))

    return Spelled(whole, locate, boxes[0].spell)
