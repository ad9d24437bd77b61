"""Which site a request is for, and where it stands behind us. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from gateway.settings import SiteSettings


class BadTarget(Exception):
    """The request target is none that a site is asked for: not a path, or a path that climbs out of its place."""


@dataclass(frozen=True, slots=True)
class Site:
    """A site under its name in the settings."""

    name: str
    settings: SiteSettings

    @property
    def upstream_host(self) -> str:
        """HOST[:PORT] of the site itself."""
        return urlsplit(self.settings.upstream).netloc.rpartition("@")[2]

    def url(self, target: str, query: str) -> str:
        """Where `target` (the path as it came) is on the site; a path in `upstream` stands for the mount's own."""
        inner = urlsplit(self.settings.upstream).path.rstrip("/")
        path = f"{inner}/{target[len(self.settings.path) :].lstrip('/')}" if inner else target
        origin = self.settings.upstream[
            : len(self.settings.upstream) - len(urlsplit(self.settings.upstream).path)
        ]
        return f"{origin}{path}?{query}" if query else f"{origin}{path}"


class Sites:
    """The sites, the most particular first: those of a host before those of any, long paths before short ones."""

    def __init__(self, sites: Mapping[str, SiteSettings]) -> None:
        self._sites = sorted(
            (Site(name, settings) for name, settings in sites.items()),
            key=lambda site: (not site.settings.host, -len(site.settings.path)),
        )

    def find(self, host: str, target: str) -> Site | None:
        """The site for a path of a host ("example.org:8080" or without its port). Raises BadTarget."""
        if not target.startswith("/") or any(unquote(part) in ("..", ".") for part in target.split("/")):
            raise BadTarget
        name = host.rpartition(":")[0] if not host.endswith("]") and ":" in host else host
        for site in self._sites:
            prefix = site.settings.path.rstrip("/")
            if site.settings.host and site.settings.host.lower() not in (name.lower(), host.lower()):
                continue
            if target == prefix or target.startswith(f"{prefix}/"):
                return site
        return None
