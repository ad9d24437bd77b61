"""The listening sockets, opened once for all workers: a port in use is said at once, by its setting's name."""

from __future__ import annotations

import contextlib
import os
import socket
import stat
from dataclasses import dataclass
from typing import Final

from gateway.settings import Settings, SettingsError, split_host_port

#: Connections that the kernel keeps for us until a worker takes them; it cuts this down to its own limit (somaxconn).
_BACKLOG: Final = 1024


@dataclass(frozen=True, slots=True)
class Listeners:
    """The open listening sockets; those of doors that are closed are None."""

    smtp: socket.socket
    http: socket.socket
    milter: socket.socket | None = None
    proxy: socket.socket | None = None
    smtp_tls: socket.socket | None = None


def bind(settings: Settings) -> Listeners:
    """Open every listening socket. Raises SettingsError that names the setting and says what to do."""
    return Listeners(
        _listen(settings.smtp.listen, "smtp.listen"),
        _listen(settings.http.listen, "http.listen"),
        _listen_if(settings.milter.listen, "milter.listen"),
        _listen_if(settings.proxy.listen, "proxy.listen"),
        _listen_if(settings.smtp.listen_tls, "smtp.listen_tls"),
    )


def _listen_if(address: str, setting: str) -> socket.socket | None:
    """A socket at HOST:PORT or unix:PATH; None where nothing is asked for."""
    if not address:
        return None
    path = address.removeprefix("unix:")
    return _listen_at(path, setting) if path != address else _listen(address, setting)


def _listen_at(path: str, setting: str) -> socket.socket:
    """A socket at a path, for its owner and group; one that a dead process left there is replaced."""
    sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        with contextlib.suppress(FileNotFoundError, ConnectionRefusedError):
            sock.connect(path)
            raise OSError(0, "something listens there already")
        with contextlib.suppress(FileNotFoundError):
            if stat.S_ISSOCK(os.stat(path).st_mode):
                os.unlink(path)
        mask = os.umask(0o117)  # for us and our group, from the first moment on
        try:
            sock.bind(path)
        finally:
            os.umask(mask)
        sock.listen(_BACKLOG)
    except OSError as error:
        sock.close()
        raise SettingsError(
            f"{setting} = unix:{path}: cannot listen there: {error.strerror or error}. "
            "Is another instance running? Does the folder exist, and may we write to it?"
        ) from None
    return sock


def _listen(address: str, setting: str) -> socket.socket:
    host, port = split_host_port(address)
    try:
        return socket.create_server(
            (host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET, backlog=_BACKLOG
        )
    except OSError as error:
        raise SettingsError(
            f"{setting} = {address}: cannot listen there: {error.strerror}. "
            "Is another instance running? Choose another port, or stop what uses it."
        ) from None
