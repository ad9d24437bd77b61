"""The HTTP application of given settings, served on loopback for as long as a test needs it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from gateway.http.app import create_app
from gateway.http.serving import http_server
from gateway.services import Services


@contextmanager
def serving(services: Services) -> Iterator[str]:
    """The base URL."""
    server = http_server(create_app(services), host="127.0.0.1", port=0)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)
