"""How `ecluse serve` ends when nobody asked it to: the status, and one line on standard error that says why."""

import os
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from tests.smtp.certificates import make_certificate

ROOT = Path(__file__).parents[2]
SERVE = ("-m", "gateway.cli", "serve")


def serve(folder: Path, *program: str, **settings: str) -> subprocess.Popen[str]:
    environ = {
        "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "ECLUSE_POLICY__FILE": str(ROOT / "config/policy.toml"),
        "ECLUSE_SMTP__LISTEN": "127.0.0.1:0", "ECLUSE_HTTP__LISTEN": "127.0.0.1:0", "ECLUSE_NAMES__ENABLED": "false",
        **settings,
    }  # fmt: skip
    return subprocess.Popen(
        [sys.executable, *(program or SERVE)],
        cwd=folder,
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(gateway: subprocess.Popen[str]) -> tuple[int, str, list[str]]:
    """(exit status, standard output, why) of a gateway that ends by itself; of its new keys it speaks in any case."""
    try:
        out, said = gateway.communicate(timeout=60)
    finally:
        gateway.kill()
    why = [line for line in said.splitlines() if "made the quarantine's keys" not in line]
    return gateway.returncode, out, why


@pytest.mark.parametrize("workers", ["1", "3"])
@pytest.mark.parametrize(
    ("setting", "value", "why"),
    [
        ("STORE__URL", "nonsense://x", "store: store.url: expected sqlite:///FILE or postgresql://USER@HOST/NAME"),
        ("SMTP__TLS_CERTIFICATE", "none.pem", "smtp.tls_certificate: none.pem: No such file or directory"),
    ],
    ids=["store", "certificate"],
)  # fmt: skip
def test_what_workers_cannot_start_with_is_said_once_however_many_there_are(
    tmp_path, workers, setting, value, why
):
    status, out, said = ended(serve(tmp_path, ECLUSE_WORKERS=workers, **{f"ECLUSE_{setting}": value}))
    assert (status, said) == (2, [f"ecluse: {why}"])
    assert '"ready"' not in out


def test_a_replaced_worker_that_cannot_start_ends_the_gateway_and_the_others_are_drained(tmp_path):
    certificate, key = make_certificate(tmp_path)
    settings = {"ECLUSE_SMTP__TLS_CERTIFICATE": str(certificate), "ECLUSE_SMTP__TLS_KEY": str(key)}
    gateway = serve(tmp_path, ECLUSE_WORKERS="2", **settings)
    try:
        assert gateway.stdout is not None
        ready = (line for line in gateway.stdout if '"ready"' in line)
        assert [next(ready), next(ready)]
        certificate.unlink()
        psutil.Process(gateway.pid).children()[0].kill()
    except BaseException:
        gateway.kill()
        raise
    status, out, said = ended(gateway)
    assert (status, said) == (2, [f"ecluse: smtp.tls_certificate: {certificate}: No such file or directory"])
    assert out.count('"draining"') == 1


#: uvicorn, ended by itself a moment after it began.
WEB_SERVER_ENDS = """
import asyncio
from gateway import cli, worker
real = worker.http_server
def ending(app):
    server = real(app)
    asyncio.get_running_loop().call_later(0.2, setattr, server, "should_exit", True)
    return server
worker.http_server = ending
cli.main()
"""


def test_a_web_server_that_ends_by_itself_is_no_clean_stop(tmp_path):
    """systemd would leave a gateway that ended with 0 where it is."""
    status, out, _ = ended(serve(tmp_path, "-c", WEB_SERVER_ENDS, "serve"))
    assert status == 1
    assert '"where": "http"' in out
