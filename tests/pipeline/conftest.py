"""An inspector with the shipped policy, and documents read in worker processes as in service."""

from pathlib import Path

import pytest

from gateway.extract.registry import DocumentLimits, Documents
from gateway.mime import message as mime
from gateway.notices.catalog import load_catalog
from gateway.notices.compose import Composer
from gateway.pipeline import Inspector
from gateway.policy.load import load_policy
from gateway.scan.engine import Scanner

POLICY = load_policy(Path(__file__).parents[2] / "config" / "policy.toml")


@pytest.fixture(scope="session")
def documents():
    opened = Documents(DocumentLimits(), index_message=mime.index)
    yield opened
    opened.close()


@pytest.fixture
def inspector(documents):
    return Inspector(
        POLICY,
        Scanner(allow=POLICY.allow),
        Composer(load_catalog(), POLICY.organisation),
        lambda message: mime.index(message.raw, open_document=documents.open),
    )
