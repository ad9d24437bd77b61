"""A request handed to the site as it came, and its answer handed back, both as streams."""

from __future__ import annotations

from typing import Final

from aiohttp import ClientError, hdrs, web
from multidict import CIMultiDict

from gateway.http.proxy.asking import Answer, Question, SiteDown, SiteSlow, Upstream
from gateway.http.proxy.headers import returned

_NOT_OURS: Final = (hdrs.SERVER, hdrs.CONTENT_TYPE)


class Passed(web.StreamResponse):
    """An answer with the site's own fields and none of ours. `begins` says that content follows at once: one packet for both."""

    def __init__(self, answer: Answer, headers: CIMultiDict[str], *, begins: bool) -> None:
        super().__init__(status=answer.status, reason=answer.reason, headers=headers)
        self._send_headers_immediately = not begins

    async def _prepare_headers(self) -> None:
        absent = [name for name in _NOT_OURS if name not in self.headers]
        await super()._prepare_headers()
        for name in absent:
            self.headers.pop(name, None)


async def pass_on(request: web.BaseRequest, site: Upstream, question: Question) -> web.StreamResponse:
    """Ask the site and stream its answer.

    Raises SiteDown, SiteSlow while nothing was answered yet; later trouble breaks the connection, so that the client
    sees that the answer is not whole.
    """
    answer = await site.ask(question)
    try:
        first = answer.at_hand()
        response = Passed(answer, returned(answer.fields, answer.version), begins=bool(first))
        await response.prepare(request)
        try:
            if first:
                await response.write(first)
            async for chunk in answer.rest():
                await response.write(chunk)
            await response.write_eof()
        except (ClientError, SiteDown, SiteSlow):
            if request.transport is not None:
                request.transport.abort()
        return response
    finally:
        await answer.close()
