"""What `store.url` says is what is done: parameters that are unknown are refused, and a server's certificate is checked."""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from gateway.store.database import Database
from gateway.store.errors import StoreError
from tests.smtp.certificates import make_certificate


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql://u@h/n?connect_timeout=5", "unknown parameter connect_timeout"),
        ("postgresql://u@h/n?sslmode=verify_full", "sslmode is one of disable"),
        ("postgresql://u@h/n?sslmode=verify-full&sslrootcert=/nowhere.pem", "sslrootcert: No such file"),
        ("postgresql:///n?host=db.example.org", "host is the folder of a socket"),
        ("mysql://u@h/n", "expected sqlite:"),
        ("ecluse.db", "not a database URL"),
    ],
)
def test_an_address_that_cannot_be_used_is_refused_at_once(url: str, said: str) -> None:
    with pytest.raises(StoreError, match=said):
        Database(url)


@contextmanager
def tls_server(folder: Path) -> Iterator[tuple[int, Path, list[bool]]]:
    """A server that agrees to TLS (PostgreSQL's SSLRequest): its port, its certificate, and whether each client took that."""
    certificate, key = make_certificate(folder)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    took: list[bool] = []

    def answer(listener: socket.socket) -> None:
        client, _ = listener.accept()
        with client:
            client.settimeout(10)
            client.recv(8)
            client.sendall(b"S")
            try:
                with context.wrap_socket(client, server_side=True) as secure:
                    took.append(bool(secure.recv(1)))
            except OSError:
                took.append(False)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=answer, args=(listener,), daemon=True)
        thread.start()
        yield listener.getsockname()[1], certificate, took
        thread.join(10)


@pytest.mark.parametrize(
    ("mode", "trusted", "taken"),
    [
        ("require", False, True),
        ("verify-ca", False, False),
        ("verify-full", False, False),
        ("verify-ca", True, True),
        ("verify-full", True, True),
    ],
)
def test_a_certificate_that_nobody_trusts_is_refused_where_the_mode_says_verify(
    mode: str, trusted: bool, taken: bool, tmp_path: Path
) -> None:
    with tls_server(tmp_path) as (port, certificate, took):
        roots = f"&sslrootcert={certificate}" if trusted else ""
        database = Database(f"postgresql://ecluse@127.0.0.1:{port}/ecluse?sslmode={mode}{roots}")
        with pytest.raises(Exception), database.read():  # noqa: B017, PT011 - it is no database in the end
            pass
        database.close()
    assert took == [taken]


def test_the_name_in_the_certificate_counts_where_the_mode_says_full(tmp_path: Path) -> None:
    for mode, taken in (("verify-ca", True), ("verify-full", False)):
        with tls_server(tmp_path) as (port, certificate, took):
            url = f"postgresql://ecluse@localhost:{port}/ecluse?sslmode={mode}&sslrootcert={certificate}"
            database = Database(url)
            with pytest.raises(Exception), database.read():  # noqa: B017, PT011
                pass
            database.close()
        assert took == [taken], mode
