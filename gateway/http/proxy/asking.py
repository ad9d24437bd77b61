"""What a site is asked and what it answers, whichever version of HTTP it is asked in."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from aiohttp import StreamReader

from gateway.http.body import Body

#: How long a connection to a site may take to open.
CONNECT_SECONDS: Final = 10.0
#: Below the time after which common servers hang up on an idle connection: a post must not meet a dead one.
KEPT_SECONDS: Final = 2.0


class SiteDown(Exception):
    """The site could not be reached, or hung up, or broke its protocol before it answered."""


class SiteSlow(Exception):
    """The site did not answer in time."""


@dataclass(frozen=True, slots=True)
class Question:
    """A request for a site. `content` is read (a Body, again if need be) or comes as the client sends it.

    `seconds`: how long the site may say nothing, or take nothing of the content.
    """

    method: str
    url: str
    headers: Mapping[str, str]
    content: Body | StreamReader | None
    seconds: float


class Answer(Protocol):
    """A site's answer, its content still to come. Whoever has it closes it."""

    status: int
    reason: str | None
    #: The version of HTTP, as Via has it.
    version: str
    fields: list[tuple[str, str]]

    def at_hand(self) -> bytes:
        """The content that has come already. Raises SiteDown."""

    def rest(self) -> AsyncIterator[bytes]:
        """The content from there on, as it comes. Raises SiteDown, SiteSlow: what came is not the whole of it."""

    async def close(self) -> None:
        """Free what the answer holds; the site is told if it was still sending."""


class Upstream(Protocol):
    """A way to ask a site."""

    async def ask(self, question: Question) -> Answer:
        """Raises SiteDown, SiteSlow."""

    async def close(self) -> None:
        """End every connection."""
