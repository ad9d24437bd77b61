"""mbox (RFC 4155): emails in a row, each after a line that begins with "From " and stands behind an empty one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from gateway.extract import mail
from gateway.extract.readers import Context
from gateway.extract.zipfiles import Unreadable
from gateway.model import CannotRedact, Edit, Extraction, Incomplete, Placeholder, Reason, Segment

_START: Final = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\r\n]{1,200}\r?\n(?=[!-9;-~]{1,70}:)")


class Mbox:
    """Messages by the path of each, in order."""

    def __init__(self, content: bytes, path: str, messages: Mapping[str, Extraction]) -> None:
        self._content, self._path, self._messages = content, path, messages

    @property
    def segments(self) -> Sequence[Segment]:
        """Those of every message."""
        return [segment for message in self._messages.values() for segment in message.segments]

    @property
    def incomplete(self) -> Sequence[Incomplete]:
        """What could not be looked into, of every message."""
        reasons = [item.reason for message in self._messages.values() for item in message.incomplete]
        return [Incomplete(reason, self._path) for reason in dict.fromkeys(reasons)]

    def rewrite(self, edits: Sequence[Edit], withheld: Mapping[str, Placeholder]) -> bytes:
        """See `gateway.model.Extraction`."""
        if not edits:
            return self._content
        try:
            return b"".join(
                message.rewrite([edit for edit in edits if edit.segment.startswith(f"{path}/")], {})
                for path, message in self._messages.items()
            )
        except CannotRedact:
            raise CannotRedact(self._path) from None

    def part(self, path: str) -> bytes:
        """See `gateway.model.Extraction`."""
        if path != self._path:
            raise KeyError(path)
        return self._content


def read(content: bytes, path: str, context: Context) -> Extraction:
    """The messages of a mailbox. Raises Unreadable when there are too many."""
    starts = [found.start() for found in _START.finditer(content)]
    if len(starts) > context.limits.archive_files:
        raise Unreadable(Reason.TOO_BIG)
    inner = Context(context.limits, context.depth + 1)
    messages = {
        f"{path}/{number}": mail.read(content[start:end], f"{path}/{number}", inner)
        for number, (start, end) in enumerate(pairwise([*starts, len(content)]))
    }
    return Mbox(content, path, messages)
