"""A small HTTP client on the standard library: one request, its status, headers and body; redirects are not followed."""

from __future__ import annotations

import http.client
import json
from urllib.parse import urlsplit


class Answer:
    """What came back."""

    def __init__(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.status, self.headers, self.body = status, headers, body

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def text(self) -> str:
        return self.body.decode()


def request(method: str, url: str, body: bytes | dict | None = None, **headers: str) -> Answer:
    """Header names are given with underscores; a dict is sent as JSON."""
    if isinstance(body, dict):
        body, headers = json.dumps(body).encode(), {"content_type": "application/json", **headers}
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=30)
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    connection.request(
        method, target, body, {name.replace("_", "-"): value for name, value in headers.items()}
    )
    response = connection.getresponse()
    answer = Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, response.read())
    connection.close()
    return answer
