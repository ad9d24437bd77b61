"""A gateway as an administrator runs it: `ecluse serve` in a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.integration.postfix import free_port, wait_for_port

ROOT = Path(__file__).parents[2]


@contextmanager
def gateway(folder: Path, smtp_port: int, next_hop: int, **settings: str):
    """`ecluse serve` between two ports; gives the file of its log."""
    log = folder / "ecluse.log"
    environment = {
        **os.environ,
        "ECLUSE_SMTP__LISTEN": f"127.0.0.1:{smtp_port}",
        "ECLUSE_SMTP__NEXT_HOP": f"127.0.0.1:{next_hop}",
        "ECLUSE_SMTP__HOSTNAME": "gate.org.test",
        "ECLUSE_HTTP__LISTEN": f"127.0.0.1:{free_port()}",
        "ECLUSE_POLICY__FILE": str(ROOT / "config" / "policy.toml"),
        "ECLUSE_NAMES__ENABLED": "false",
        **settings,
    }
    with log.open("wb") as output:
        command = [Path(sys.executable).with_name("ecluse"), "serve"]
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=output)
    try:
        wait_for_port(smtp_port)
        yield log
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(40)
        except subprocess.TimeoutExpired:
            process.kill()
            pytest.fail("the gateway did not stop on SIGTERM")
