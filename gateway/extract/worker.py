"""The inside of a locked worker process: one request at a time on standard input, one answer on standard output.

A message is a frame: 4 bytes length of a JSON head, the head, 8 bytes length of a body, the body. Nothing is unpickled
on either side. Before the first request the process takes its limits; it never gets any back.
"""

from __future__ import annotations

import contextlib
import json
import os
import resource
import signal
import struct
import sys
from typing import Any, BinaryIO, Final

from gateway.extract.limits import DocumentLimits
from gateway.extract.lock import lock_down
from gateway.extract.readers import Context, open_kind
from gateway.mime.base64 import Base64
from gateway.model import CannotRedact, Edit

#: Seconds after which nobody can be waiting any more: the gateway, which ends us sooner, is gone itself.
_ALONE: Final = 5.0
_NICE: Final = 5  # a third of the share that the gateway has of a processor that both want


def read_frame(stream: BinaryIO) -> tuple[dict[str, Any], bytes]:
    """One frame; a body that came as base64 is decoded. Raises EOFError."""
    head = json.loads(_exactly(stream, struct.unpack("<I", _exactly(stream, 4))[0]))
    body = _exactly(stream, struct.unpack("<Q", _exactly(stream, 8))[0])
    return head, Base64(body).data if head.get("base64") else body


def write_frame(stream: BinaryIO, head: dict[str, Any], body: bytes = b"") -> None:
    """Send one frame."""
    encoded = json.dumps(head, ensure_ascii=False).encode("utf-8", "surrogatepass")
    stream.write(struct.pack("<I", len(encoded)) + encoded + struct.pack("<Q", len(body)))
    stream.write(body)
    stream.flush()


def _exactly(stream: BinaryIO, count: int) -> bytes:
    content = stream.read(count)
    if len(content) != count:
        raise EOFError
    return content


def answer(head: dict[str, Any], content: bytes, limits: DocumentLimits) -> tuple[dict[str, Any], bytes]:
    """What a request asks for: "extract" gives segments, "rewrite" the new content, "part" the content of a part."""
    context = Context(limits, head["depth"], head["filename"])
    document = open_kind(content, head["declared"], head["filename"], head["path"], context)
    if head["op"] == "extract":
        segments = [(s.path, s.text, s.kind.value, s.label, s.redactable) for s in document.segments]
        return {
            "segments": segments,
            "incomplete": [(i.reason.value, i.part) for i in document.incomplete],
        }, b""
    edits = [Edit(*edit) for edit in head["edits"]]
    try:
        return {"done": True}, document.rewrite(edits, {})
    except CannotRedact:
        return {"cannot": True}, b""


def main() -> None:
    """Serve requests until standard input ends, behind those who wait for small mail."""
    os.nice(_NICE)
    limits = DocumentLimits(**json.loads(sys.argv[1]))
    source, sink = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints goes nowhere
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    with contextlib.suppress(ImportError, OSError, TypeError):
        import libarchive  # noqa: F401 - it searches the system for its library, which the lock forbids
    lock_down()
    while True:
        try:
            head, content = read_frame(source)
        except EOFError:
            return
        signal.setitimer(
            signal.ITIMER_REAL, limits.seconds + _ALONE
        )  # the kernel ends us, whatever a parser does
        try:
            write_frame(sink, *answer(head, content, limits))
        except MemoryError:
            write_frame(sink, {"failed": "TOO_BIG"})
        except RecursionError:
            write_frame(sink, {"failed": "TOO_DEEP"})
        signal.setitimer(signal.ITIMER_REAL, 0)
        del content  # or it would stay in memory until the next document has come, beside it


if __name__ == "__main__":
    main()
