"""The filters beside which Écluse is put behind Postfix, each with a configuration of its own, on loopback, for a block's time.

null     HAProxy in TCP mode: passes octets, the least that a process between Postfix and Postfix can do
rspamd   milter, nothing but mime regexes (compiled by Hyperscan) for NAM, SIN and dates; no network, no Redis, no Lua rules
amavis   before-queue proxy without SpamAssassin, virus scanner, or any check of its own: it takes mail apart and passes it
"""

from __future__ import annotations

import json
import os
import pwd
import shutil
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.detection.peers import PUBLIC_NAM
from benchmarks.scan_speed import DATE_PATTERNS
from tests.integration.postfix import free_port, wait_for_port

PROGRAMS = {"null": "haproxy", "rspamd": "rspamd", "amavis": "amavisd"}
SIN = r"\b\d{3}[- ]?\d{3}[- ]?\d{3}\b"
_PROCESSES = 2
_NULL = """
defaults
    mode tcp
    timeout connect 5s
    timeout client 300s
    timeout server 300s
listen null
    bind 127.0.0.1:{port}
    server behind 127.0.0.1:{back}
"""
_RSPAMD = """
options {{
  filters = "regexp";
  tempdir = "{base}";
  cache_file = "{base}/symbols.cache";
  hs_cache_dir = "{base}/";
  control_socket = "{base}/control.sock mode=0600";
  url_tld = "{base}/suffixes";
  dns {{ nameserver = ["127.0.0.1"]; timeout = 0s; retransmits = 1; }}
  disable_monitoring = true;
}}
logging {{ type = "file"; filename = "{base}/log"; level = "warning"; }}
modules {{ path = ["{base}/none/"]; }}
regexp {{
{rules}
}}
actions {{ reject = null; add_header = 5; }}
worker "hs_helper" {{ count = 1; }}
worker "normal" {{ bind_socket = "127.0.0.1:{http}"; count = 1; }}
worker "rspamd_proxy" {{
  bind_socket = "127.0.0.1:{port}";
  milter = true;
  timeout = 60s;
  upstream "local" {{ default = true; self_scan = true; }}
  count = {processes};
}}
"""
_AMAVIS = """
use strict;
$max_servers = {processes}; $max_requests = 100000; $child_timeout = 300;
$daemon_user = 'amavis'; $daemon_group = 'amavis'; $mydomain = 'org.test'; $myhostname = 'mx.org.test';
$MYHOME = '{base}'; $TEMPBASE = "$MYHOME/tmp"; $QUARANTINEDIR = undef; $helpers_home = "$MYHOME/var";
$db_home = "$MYHOME/db"; $lock_file = "$MYHOME/var/lock"; $pid_file = "$MYHOME/var/pid";
$enable_db = 0; $enable_zmq = 0; $do_syslog = 0; $logfile = "$MYHOME/log"; $log_level = 0;
$inet_socket_bind = '127.0.0.1'; $inet_socket_port = {port}; @inet_acl = qw(127.0.0.1);
@bypass_virus_checks_maps = @bypass_spam_checks_maps = @bypass_banned_checks_maps = @bypass_header_checks_maps = (1);
@av_scanners = @av_scanners_backup = (); $enable_dkim_verification = 0; $enable_dkim_signing = 0;
$forward_method = 'smtp:[127.0.0.1]:{back}'; $notify_method = $forward_method;
$final_bad_header_destiny = $final_banned_destiny = D_PASS;
1;
"""


def missing(kind: str) -> str:
    """The program that `kind` needs and that is not here; "" when nothing is missing."""
    program = PROGRAMS.get(kind, "")
    return program if program and shutil.which(program) is None else ""


@contextmanager
def null(port: int, back: int) -> Iterator[int]:
    """HAProxy from `port` to `back`; gives its process id."""
    with _folder("root") as base:
        (base / "haproxy.cfg").write_text(_NULL.format(port=port, back=back), encoding="utf-8")
        with _running(["haproxy", "-db", "-f", str(base / "haproxy.cfg")], port) as pid:
            yield pid


@contextmanager
def rspamd(port: int, example: bytes) -> Iterator[int]:
    """rspamd as a milter on `port`; gives its process id. Raises ValueError when it finds nothing in `example`."""
    patterns = {
        "NAM": PUBLIC_NAM,
        "SIN": SIN,
        **{f"DATE{n}": p for n, p in enumerate(DATE_PATTERNS.values())},
    }
    rules = "\n".join(
        f"  {name} {{ re = '/{pattern.replace('/', chr(92) + '/')}/iu{{mime}}'; score = 10; }}"
        for name, pattern in patterns.items()
    )
    http = free_port()
    with _folder("_rspamd") as base:
        text = _RSPAMD.format(base=base, rules=rules, http=http, port=port, processes=_PROCESSES)
        (base / "rspamd.conf").write_text(text, encoding="utf-8")
        # The public list's ten thousand suffixes would be compiled anew at each start, which takes up to a minute.
        (base / "suffixes").write_text("com\norg\nca\nqc.ca\n", encoding="utf-8")
        command = ["rspamd", "-f", "-c", str(base / "rspamd.conf"), "-u", "_rspamd", "-g", "_rspamd"]
        with _running(command, port) as pid:
            wait_for_port(http)
            _until_compiled(base)
            if not _symbols(http, example):
                raise ValueError("rspamd finds nothing: its rules are not in force")
            yield pid


@contextmanager
def amavis(port: int, back: int) -> Iterator[int]:
    """Amavis from `port` to `back`; gives its process id."""
    with _folder("amavis") as base, tempfile.TemporaryDirectory(prefix="ecluse-amavis-") as conf:
        for name in ("tmp", "db", "var"):
            (base / name).mkdir()
            shutil.chown(base / name, "amavis", "amavis")
        os.chmod(conf, 0o755)  # it refuses a configuration that it could write itself
        file = Path(conf, "amavisd.conf")
        file.write_text(_AMAVIS.format(base=base, port=port, back=back, processes=_PROCESSES * 2), "utf-8")
        with _running(["amavisd", "-c", str(file), "foreground"], port) as pid:
            yield pid


@contextmanager
def _folder(owner: str) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="ecluse-peer-") as name:
        pwd.getpwnam(owner)
        shutil.chown(name, owner)
        os.chmod(name, 0o755)
        yield Path(name)


@contextmanager
def _running(command: list[str], port: int) -> Iterator[int]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for_port(port, 60)
        yield process.pid
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _until_compiled(base: Path) -> None:
    """Until Hyperscan has compiled the regexes: before, they run slower. Raises TimeoutError."""
    end = time.monotonic() + 30
    while not [*base.glob("*.hs"), *base.glob("*.hsmp")]:
        if time.monotonic() > end:
            raise TimeoutError("rspamd compiled no regexes")
        time.sleep(0.2)
    time.sleep(2)  # until its workers have loaded them


def _symbols(http: int, content: bytes) -> list[str]:
    request = urllib.request.Request(f"http://127.0.0.1:{http}/checkv2", data=content)
    with urllib.request.urlopen(request, timeout=10) as answer:
        return sorted(json.load(answer)["symbols"])
