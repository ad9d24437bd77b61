"""Every sentence that staff and citizens read in mail and replies, both languages side by side."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from gateway.console.visit import Visit
from gateway.notices.catalog import builtin


def show(visit: Visit) -> Response:
    """The texts in force; the organisation's own are marked."""
    texts = visit.inspector.composer.catalog.texts
    sections = [
        (section, [(key, _shown(entry), entry != builtin()[section].get(key)) for key, entry in keys.items()])
        for section, keys in texts.items()
    ]
    return visit.page("wording.html", sections=sections, file=visit.services.settings.notices.file)


def _shown(entry: Any) -> dict[str, str]:
    return {language: text if isinstance(text, str) else " / ".join(text) for language, text in entry.items()}
