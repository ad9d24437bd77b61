"""Reading a request's body within a limit."""

from __future__ import annotations

from starlette.requests import ClientDisconnect, Request


class BodyTooBig(Exception):
    """The body is over the limit: nothing of it is used."""


class BodyTruncated(Exception):
    """The client went away, or sent less than it announced."""


async def read_body(request: Request, limit: int) -> bytes:
    """The whole body. Raises BodyTooBig, BodyTruncated."""
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > limit:
        raise BodyTooBig
    chunks: list[bytes] = []
    size = 0
    try:
        async for chunk in request.stream():
            size += len(chunk)
            if size > limit:
                raise BodyTooBig
            chunks.append(chunk)
    except ClientDisconnect:
        raise BodyTruncated from None
    return b"".join(chunks)
