"""POST /v1/scan beside Presidio's own REST server, in one run: `python -m benchmarks.http_path [--seconds 5] [--kinds limit …]`.

Sixteen connections (wrk), the same texts of about 1 KB, one server process each, in turns, two rounds; the median counts. CPU is
the server's own, for one request: where other things run on the machine, that ratio holds better than the one of the clock.
"presidio" is its Flask application under `gunicorn -w 1`, as its image ships it (`benchmarks/presidio_server.py`), with default
recognizers and spaCy models for both languages; "presidio, lean" the same server with the engine of `benchmarks.scan_speed`,
without a language model; "presidio, lean, uvicorn" that engine behind a lighter server than the one that ships; "limit" is
uvicorn with nothing behind it, which reads the body and answers `{}`. Needs wrk.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import Request, urlopen

from benchmarks.mailset import mails
from benchmarks.proxy_path import cpu
from benchmarks.results import keep
from benchmarks.smtp_path import program
from tests.integration.conftest import gateway
from tests.integration.postfix import free_port

CONNECTIONS, ROUNDS = 16, 2
LIGHT = """
import sys, uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse
from starlette.routing import Route
from benchmarks.scan_speed import lean_presidio
analyze = lean_presidio()
async def answer(request):
    body = await request.json()
    return JSONResponse([one.to_dict() for one in await run_in_threadpool(analyze, body["text"])])
app = Starlette(routes=[Route("/analyze", answer, methods=["POST"])])
uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_level="critical")
"""
LIMIT = """
import sys, uvicorn
async def answer(scope, receive, send):
    while (await receive()).get("more_body"):
        pass
    headers = [(b"content-length", b"2"), (b"content-type", b"application/json")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": b"{}"})
uvicorn.run(answer, host="127.0.0.1", port=int(sys.argv[1]), log_config=None, access_log=False, lifespan="off")
"""
KINDS = ("limit", "presidio", "presidio, lean", "presidio, lean, uvicorn", "ecluse")
LUA = """
local bodies = {{}}
for line in io.lines("{file}") do bodies[#bodies + 1] = line end
local at = 0
request = function()
  at = at % #bodies + 1
  return wrk.format("POST", "{path}", {{["Content-Type"] = "application/json"}}, bodies[at])
end
"""


@contextmanager
def server(kind: str, folder: Path) -> Iterator[tuple[int, str]]:
    """(port, path) of one of the servers."""
    port = free_port()
    if kind == "ecluse":
        with gateway(folder, free_port(), free_port(), ECLUSE_HTTP__LISTEN=f"127.0.0.1:{port}"):
            yield port, "/v1/scan"
        return
    command = [sys.executable, "-c", LIMIT if kind == "limit" else LIGHT, str(port)]
    if kind.startswith("presidio") and "uvicorn" not in kind:
        engine = f"PRESIDIO={'lean' if 'lean' in kind else 'whole'}"
        options = f"-w 1 -b 127.0.0.1:{port} --timeout 120".split()
        gunicorn = [sys.executable, "-m", "gunicorn", *options, "benchmarks.presidio_server:create_app()"]
        command = ["env", engine, *gunicorn]
    with program(command, port, 120):
        if kind != "limit":
            until_it_answers(port)
        yield port, "/analyze"


def until_it_answers(port: int) -> None:
    """gunicorn listens before its worker has loaded the models."""
    body = json.dumps({"text": "nothing", "language": "en"}).encode()
    asked = Request(f"http://127.0.0.1:{port}/analyze", body, {"Content-Type": "application/json"})
    urlopen(asked, timeout=180).close()


def load(port: int, path: str, texts: Path, folder: Path, seconds: int) -> tuple[float, float, float]:
    """(requests a second, p99 in ms, the server's CPU ms for one). Raises ValueError when an answer was no success."""
    script = folder / "load.lua"
    script.write_text(LUA.format(file=texts, path=path), encoding="utf-8")
    command = [
        "wrk",
        "-t1",
        f"-c{CONNECTIONS}",
        f"-d{seconds}s",
        "--latency",
        "--timeout",
        "30s",
        "-s",
        str(script),
    ]
    before = cpu(port)
    said = subprocess.run(
        [*command, f"http://127.0.0.1:{port}"], capture_output=True, text=True, check=True
    ).stdout
    if "Non-2xx" in said:
        raise ValueError("answers other than 2xx")
    rate = float(re.search(r"Requests/sec: +([\d.]+)", said)[1])  # type: ignore[index]
    value, unit = re.search(r"99% +([\d.]+)(us|ms|s)", said).groups()  # type: ignore[union-attr]
    count = int(re.search(r"(\d+) requests in", said)[1])  # type: ignore[index]
    used = 1000 * (cpu(port) - before) / max(1, count)
    return rate, float(value) * {"us": 0.001, "ms": 1.0, "s": 1000.0}[unit], used


def main(arguments: list[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--kinds", nargs="*", default=list(KINDS), choices=KINDS)
    parsed = parser.parse_args(arguments)
    seconds, chosen = parsed.seconds, [kind for kind in KINDS if kind in (*parsed.kinds, "ecluse")]
    if shutil.which("wrk") is None:
        sys.stdout.write("wrk is missing (apt install wrk)\n")
        return 1
    taken: dict[str, list[tuple[float, float, float]]] = {kind: [] for kind in chosen}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for kind in chosen:
            asked = {"presidio": {"language": "fr"}, "ecluse": {}}.get(kind, {"language": "en"})
            bodies = (json.dumps({"text": text, **asked}) + "\n" for text in mails(100, 4, chars=1000))
            (folder / kind).write_text("".join(bodies), "utf-8")
        for _ in range(ROUNDS):
            for kind in chosen:
                with server(kind, folder) as (port, path):
                    load(port, path, folder / kind, folder, 2)
                    taken[kind].append(load(port, path, folder / kind, folder, seconds))
    medians = {
        kind: [statistics.median(one) for one in zip(*values, strict=True)] for kind, values in taken.items()
    }
    ours = medians["ecluse"]
    for kind, (rate, p99, used) in medians.items():
        sys.stdout.write(
            f"{kind:25}{rate:9.1f} requests/s   p99 {p99:8.1f} ms   CPU {used:8.2f} ms"
            f"   ecluse x{ours[0] / rate:.1f}, by CPU x{used / ours[2]:.1f}\n"
        )
        row = {"server": kind, "requests/s": rate, "p99 ms": p99, "CPU ms": used}
        keep(row | {"Écluse is": ours[0] / rate, "by CPU": used / ours[2]})
    return 0


if __name__ == "__main__":
    sys.exit(main())
