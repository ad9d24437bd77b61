"""The worker processes among a gateway's other business."""

import io
import json
import os
import resource
import signal
import struct
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import asdict

import pytest

from gateway.extract.registry import DocumentLimits, Documents
from gateway.mime import message as mime

_BEYOND_SELECT = 1100  # select(2) knows descriptors up to 1023


@pytest.fixture
def many_descriptors() -> Iterator[None]:
    """As many open files as a gateway with hundreds of sessions has."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, 2 * _BEYOND_SELECT), hard))
    taken = [os.open(os.devnull, os.O_RDONLY) for _ in range(_BEYOND_SELECT)]
    yield
    for descriptor in taken:
        os.close(descriptor)
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_documents_are_read_however_many_sessions_there_are(many_descriptors: None) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(
            "demande.txt", "\n".join(f"Bonjour {n:x}" for n in range(100_000))
        )  # more than a pipe holds
    documents = Documents(DocumentLimits(), index_message=mime.index)
    try:
        opened = documents.open(content.getvalue(), "application/zip", "a.zip", "att/0", 0)
    finally:
        documents.close()
    assert not opened.incomplete
    assert [segment.path for segment in opened.segments] == ["att/0/0/name", "att/0/0/text"]


_HANGS = """
import time
from gateway.extract import worker
worker._ALONE = 0.1
worker.answer = lambda *request: time.sleep(600)
worker.main()
"""


def test_a_process_whose_gateway_was_killed_ends_though_a_parser_hangs() -> None:
    limits = json.dumps(asdict(DocumentLimits(seconds=0.1)))
    head = json.dumps({"op": "extract"}).encode()
    with subprocess.Popen([sys.executable, "-c", _HANGS, limits], stdin=subprocess.PIPE) as worker:
        assert worker.stdin is not None
        worker.stdin.write(struct.pack("<I", len(head)) + head + struct.pack("<Q", 0))
        worker.stdin.close()
        assert worker.wait(60) == -signal.SIGALRM


def test_a_worker_is_small_and_starts_soon_without_the_recognizers():
    program = "import sys, gateway.extract.worker; print(*(name for name in sys.modules if name.startswith('recognizers')))"
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )

    assert loaded.stdout.split() == []
