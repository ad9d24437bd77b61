"""A value that was found in one place of a document is cut in every place of it, cue or no cue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from gateway.model import Edit, Segment

_LEAST_DIGITS: Final = 5


def elsewhere(segments: Sequence[Segment], edits: Sequence[Edit]) -> Iterator[Edit]:
    """Edits for the same values at other places: a sheet's name in a formula, a field's value in its properties."""
    texts = {segment.path: segment.text for segment in segments}
    wanted: dict[str, str] = {}
    for edit in edits:
        value = texts.get(edit.segment, "")[edit.start : edit.end].strip()
        if sum(map(str.isdigit, value)) >= _LEAST_DIGITS:
            wanted[value] = edit.replacement
    if not wanted:
        return
    known = {(edit.segment, edit.start, edit.end) for edit in edits}
    values = re.compile("|".join(re.escape(value) for value in sorted(wanted, key=len, reverse=True)))
    for path, text in texts.items():
        for match in values.finditer(text):
            if (path, *match.span()) not in known:
                yield Edit(path, match.start(), match.end(), wanted[match[0]])
