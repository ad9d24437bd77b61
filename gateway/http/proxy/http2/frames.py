"""The octets of an HTTP/2 connection cut into frames (RFC 9113 §4.1, §6). Pure.

Why here, before h2 has them: after GOAWAY h2 takes nothing more, where the site may finish the answers that it has begun;
and it ends the whole connection, with everyone's answers, over one that is longer or shorter than it says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

DATA: Final = 0x0
GOAWAY: Final = 0x7
_HEAD: Final = 9
_END_STREAM: Final = 0x1
_PADDED: Final = 0x8
#: What a peer may send while SETTINGS_MAX_FRAME_SIZE is not raised.
LARGEST: Final = 16384


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame: `octets` is the whole of it."""

    kind: int
    flags: int
    stream: int
    octets: bytes

    @property
    def content(self) -> int:
        """Octets of content in a DATA frame, padding left out."""
        size = len(self.octets) - _HEAD
        if self.flags & _PADDED and size:
            size -= 1 + self.octets[_HEAD]
        return max(size, 0)

    @property
    def ends(self) -> bool:
        """Whether nothing follows this DATA frame on its stream."""
        return bool(self.flags & _END_STREAM)

    @property
    def last_stream(self) -> int:
        """The last stream that a GOAWAY frame says was looked at; 0 (none) where it is cut short."""
        return int.from_bytes(self.octets[_HEAD : _HEAD + 4]) & 0x7FFFFFFF


class TooLarge(Exception):
    """A frame over LARGEST, or no HTTP/2 at all."""


class Frames:
    """Takes octets as they come, gives whole frames."""

    def __init__(self) -> None:
        self._rest = b""

    def take(self, octets: bytes) -> Iterator[Frame]:
        """The frames that end in `octets`. Raises TooLarge."""
        buffer, start = self._rest + octets if self._rest else octets, 0
        while len(buffer) - start >= _HEAD:
            size = int.from_bytes(buffer[start : start + 3])
            if size > LARGEST:
                raise TooLarge
            end = start + _HEAD + size
            if end > len(buffer):
                break
            stream = int.from_bytes(buffer[start + 5 : start + 9]) & 0x7FFFFFFF
            yield Frame(buffer[start + 3], buffer[start + 4], stream, buffer[start:end])
            start = end
        self._rest = buffer[start:]
