"""The worker processes among a gateway's other business."""

import io
import os
import resource
import zipfile
from collections.abc import Iterator

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
