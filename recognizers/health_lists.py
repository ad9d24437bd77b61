"""Terms in lists: in a row or a line that begins with somebody's name; on a page that only lists them."""

from __future__ import annotations

from collections import Counter
from typing import Final

from recognizers.health_kinds import Kind
from recognizers.patterns import compiled

#: The cell before a term's in a row, and the end of the term's.
_CELL: Final = compiled(r"(?:[|\t]|[ ]{3})[ ]*$")
#: The beginning of a line of a list that names a person: "- J. Landry, N.-B., 590 789 121, ".
_ITEM: Final = compiled(
    r"^[ >]*(?:[-*+]|[0-9]{1,2}[.)])[ ]?(?:(?:[A-Z]\.[ ]?){1,2}|[A-Z][a-z'-]+,?[ ])[A-Z][A-Za-z'-]+[ ]?[,:(-](?=[ ])"
)
#: What goes on after a term in such a line.
_ITEM_END: Final = compiled(
    r"[ ]*(?:[,;.)(\n]|$)|[ ](?:left|right|gauche|droite?|both|severe|de[ ]la|du|a[ ]la|au)(?![a-z])"
)
_CELL_END: Final = compiled(r"[ ]*(?:[|\t\n]|[ ]{3}|$)")
_PERSON_CELL: Final = compiled(
    r"^[ |>]*(?:@[^|\t]{0,30}|[A-Z][A-Za-z'-]*[a-z],?[ ][A-Z][A-Za-z'-]+|[A-Z]{2,}[ ][A-Z]{2,})(?=[ ]*(?:[|\t]|[ ]{3}))"
)
#: A page that names so many different ones of nobody's is a list, not somebody's story.
_LISTED: Final = 80
#: So often one of them is looked at: a word said over and over hides no other.
_OFTEN: Final = 20


def is_in_persons_row(row: str, nameless: str, lower: str, end: int) -> bool:
    """Whether a term fills a cell of a row that begins with a person's name; `row` is what stands before it there."""
    return (
        _CELL.search(row) is not None
        and _CELL_END.match(lower, end) is not None
        and (_PERSON_CELL.match(row) is not None or nameless.lstrip("| >").startswith("@"))
    )


def is_in_persons_item(row: str, lower: str, end: int) -> bool:
    """Whether a term stands between commas in a line of a list that begins with a person's name."""
    return (
        row.rstrip(" ").endswith((",", ":", "(", "-"))
        and _ITEM.match(row) is not None
        and _ITEM_END.match(lower, end) is not None
    )


def but_for_lists(lower: str, loose: list[tuple[int, int, Kind]]) -> list[tuple[int, int, Kind]]:
    """The `loose` terms, each only so often; none where the page is a list of them."""
    if len(loose) < _OFTEN:
        return loose
    seen = Counter[str]()
    kept = []
    for start, end, kind in loose:
        term = lower[start:end]
        seen[term] += 1
        if seen[term] <= _OFTEN:
            kept.append((start, end, kind))
    return kept if len(seen) < _LISTED else []
