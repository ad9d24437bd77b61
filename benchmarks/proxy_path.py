"""The reverse proxy beside nginx as one, before the same site: `python -m benchmarks.proxy_path [--seconds 4]`.

The site is an nginx of one worker. A page of 10 KB and a form of 800 octets over 16 connections, and a download of 10 MB over 4
(wrk); straight to the site, through another nginx of one worker with kept connections (which looks at nothing), and through
Écluse of one worker (which looks for everything personal in the form, names included, as the default policy has it), asking the
site in HTTP/1.1 or HTTP/2; in turns, two rounds, the median counts. CPU is the server's own, per request. Needs nginx and wrk.
"""

from __future__ import annotations

import argparse
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from benchmarks.results import keep
from benchmarks.smtp_path import program
from tests.integration.conftest import gateway
from tests.integration.postfix import free_port

ROUNDS = 2
WAYS = ("straight", "nginx", "ecluse", "ecluse, HTTP/2")
FORM = "sujet=Bibliotheque&langue=fr&message=" + "Les+livres+reserves+sont+prets+au+comptoir.+" * 17
TASKS = {
    "page of 10 KB": (16, "/page", ""),
    "form of 800 octets": (16, "/form", FORM),
    "download of 10 MB": (4, "/download", ""),
}
NGINX = """
daemon off; worker_processes 1; pid {folder}/{name}.pid; error_log stderr crit;
events {{ worker_connections 1024; }}
http {{
  access_log off; keepalive_requests 1000000;
  client_body_temp_path {folder}/{name}-a; proxy_temp_path {folder}/{name}-b; fastcgi_temp_path {folder}/{name}-c;
  uwsgi_temp_path {folder}/{name}-d; scgi_temp_path {folder}/{name}-e;
  {upstream}
  server {{ listen 127.0.0.1:{port}; listen 127.0.0.1:{http2_port} http2; {locations} }}
}}
"""
SITE = "root {folder}/site; location = /form {{ return 200 ok; }}"
PASS = 'location / { proxy_pass http://behind; proxy_http_version 1.1; proxy_set_header Connection ""; }'


@contextmanager
def nginx(folder: Path, name: str, locations: str, upstream: str = "") -> Iterator[tuple[int, int]]:
    """An nginx of one worker; gives its ports, that for HTTP/1.1 and that for HTTP/2 in the clear."""
    port, http2_port = free_port(), free_port()
    settings = folder / f"{name}.conf"
    settings.write_text(
        NGINX.format(
            folder=folder,
            name=name,
            port=port,
            http2_port=http2_port,
            locations=locations,
            upstream=upstream,
        ),
        "utf-8",
    )
    with program(["nginx", "-c", str(settings), "-p", str(folder)], port):
        yield port, http2_port


@contextmanager
def way(kind: str, site: tuple[int, int], folder: Path) -> Iterator[int]:
    """The port that leads to the site in this way."""
    if kind == "straight":
        yield site[0]
    elif kind == "nginx":
        upstream = (
            f"upstream behind {{ server 127.0.0.1:{site[0]}; keepalive 32; keepalive_requests 1000000; }}"
        )
        with nginx(folder, "proxy", PASS, upstream) as (port, _):
            yield port
    else:
        port, http2 = free_port(), kind.endswith("HTTP/2")
        settings = {
            "ECLUSE_PROXY__LISTEN": f"127.0.0.1:{port}",
            "ECLUSE_PROXY__SITES__WHOLE__UPSTREAM": f"http://127.0.0.1:{site[http2]}",
            "ECLUSE_PROXY__SITES__WHOLE__HTTP2": "always" if http2 else "never",
        }
        with gateway(folder, free_port(), free_port(), **settings):
            yield port


def load(port: int, task: str, folder: Path, seconds: int) -> tuple[float, float, float]:
    """(requests a second, p99 in ms, CPU ms of the server for one request). Raises ValueError for answers other than 2xx."""
    connections, path, body = TASKS[task]
    script = folder / "load.lua"
    script.write_text(
        f'wrk.method = "POST"; wrk.body = "{body}"\nwrk.headers["Content-Type"] = "application/x-www-form-urlencoded"\n'
        if body
        else "",
        "utf-8",
    )
    url, before = f"http://127.0.0.1:{port}{path}", cpu(port)
    said = subprocess.run(
        [
            *"wrk -t1 --latency --timeout 20s".split(),
            f"-c{connections}",
            f"-d{seconds}s",
            "-s",
            str(script),
            url,
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    if "Non-2xx" in said:
        raise ValueError("answers other than 2xx")
    count = int(re.search(r"(\d+) requests in", said)[1])  # type: ignore[index]
    value, unit = re.search(r"99% +([\d.]+)(us|ms|s)", said).groups()  # type: ignore[union-attr]
    p99 = float(value) * {"us": 0.001, "ms": 1.0, "s": 1000.0}[unit]
    return count / seconds, p99, 1000 * (cpu(port) - before) / max(1, count)


def cpu(port: int) -> float:
    """CPU seconds of the processes that listen on `port`, and of their children."""
    listening = {
        one.pid
        for one in psutil.net_connections("tcp")
        if one.laddr and one.laddr.port == port and one.status == psutil.CONN_LISTEN and one.pid
    }
    times = [psutil.Process(pid).cpu_times() for pid in listening]
    return sum(one.user + one.system for one in times)


def main(arguments: list[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=int, default=4)
    seconds = parser.parse_args(arguments).seconds
    if missing := [one for one in ("wrk", "nginx") if shutil.which(one) is None]:
        sys.stdout.write(f"missing: {', '.join(missing)}\n")
        return 1
    taken: dict[tuple[str, str], list[tuple[float, float, float]]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "site").mkdir()
        (folder / "site/page").write_bytes(b"<p>Bonjour</p>\n" * 683)
        (folder / "site/download").write_bytes(bytes(10 * 1024 * 1024))
        with nginx(folder, "site", SITE.format(folder=folder)) as site:
            for _ in range(ROUNDS):
                for kind in WAYS:
                    with way(kind, site, folder) as port:
                        for task in TASKS:
                            load(port, task, folder, 1)
                            taken.setdefault((task, kind), []).append(load(port, task, folder, seconds))
    for (task, kind), values in sorted(taken.items(), key=lambda item: list(TASKS).index(item[0][0])):
        rate, p99, used = (statistics.median(column) for column in zip(*values, strict=True))
        sys.stdout.write(f"{task:20}{kind:16}{rate:10.1f}/s   p99 {p99:8.1f} ms   CPU {used:7.3f} ms\n")
        row = {"what": task, "way": kind, "requests/s": rate, "p99 ms": p99}
        keep(row | {"CPU ms": None if kind == "straight" else used})
    return 0


if __name__ == "__main__":
    sys.exit(main())
