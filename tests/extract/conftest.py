"""One documents room for all tests of this folder."""

import pytest

from gateway.extract.registry import DocumentLimits, Documents


@pytest.fixture(scope="session")
def documents():
    opened = Documents(DocumentLimits(seconds=60))
    yield opened
    opened.close()
