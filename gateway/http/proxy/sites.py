"""Which site a request is for, and where it stands behind us. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote, urlsplit

from gateway.settings import SiteSettings

_PARAMETERS: Final = re.compile(r";[^/]*")
_SLASHES: Final = re.compile(r"/{2,}")
#: A path that everybody understands alike.
_AS_IT_STANDS: Final = re.compile(r"(?:/?[^/;%\\]+)*+/?")
_CLIMBS: Final = re.compile(r"(?:^|/)\.\.?(?:/|\Z)")
#: uri-host [":" port] (RFC 9110 §7.2), or nothing.
_HOST: Final = re.compile(r"(?:[A-Za-z0-9._~!$&'()*+,;=%-]*|\[[0-9A-Fa-f:.]+\])(?::[0-9]*)?")


class BadTarget(Exception):
    """The request target is none that a site is asked for: not a path, or a path that climbs out of its place."""


@dataclass(frozen=True, slots=True)
class Site:
    """A site under its name in the settings."""

    name: str
    settings: SiteSettings
    #: HOST[:PORT] of the site itself.
    upstream_host: str
    #: Scheme, host and port of `upstream`, and its path.
    origin: str
    inner: str
    #: Whose visitors it is for, in lower case, and its mount, as servers may understand it.
    host: str
    mount: str

    @classmethod
    def of(cls, name: str, settings: SiteSettings) -> Site:
        """The site with these settings."""
        parts = urlsplit(settings.upstream)
        return cls(
            name,
            settings,
            upstream_host=parts.netloc.rpartition("@")[2],
            origin=settings.upstream[: len(settings.upstream) - len(parts.path)],
            inner=parts.path.rstrip("/"),
            host=settings.host.lower(),
            mount=_understood(settings.path),
        )

    def url(self, target: str, query: str) -> str:
        """Where `target` (the path as it came) is on the site; a path in `upstream` stands for the mount's own."""
        path = f"{self.inner}/{target[len(self.settings.path) :].lstrip('/')}" if self.inner else target
        return f"{self.origin}{path}?{query}" if query else f"{self.origin}{path}"


class Sites:
    """The sites, the most particular first: those of a host before those of any, long paths before short ones."""

    def __init__(self, sites: Mapping[str, SiteSettings]) -> None:
        self._sites = sorted(
            (Site.of(name, settings) for name, settings in sites.items()),
            key=lambda site: (not site.settings.host, -len(site.settings.path)),
        )

    def find(self, host: str, target: str) -> Site | None:
        """The site for a path of a host ("example.org:8080" or without its port).

        Raises BadTarget, also for a path that is spelled so that a server may take it for another site's, and for a host
        that is none.
        """
        if not _HOST.fullmatch(host):
            raise BadTarget
        understood = _understood(target)
        if not target.startswith("/") or _CLIMBS.search(understood):
            raise BadTarget
        name, colon, port = host.rpartition(":") if not host.endswith("]") and ":" in host else (host, "", "")
        name = name.rstrip(".")
        names = ("", name.lower(), f"{name}{colon}{port}".lower())
        here = [site for site in self._sites if site.host in names]
        found = next((site for site in here if _covers(site.settings.path, target)), None)
        if found is not next((site for site in here if _covers(site.mount, understood)), None):
            raise BadTarget
        return found


def _covers(mount: str, path: str) -> bool:
    prefix = mount.rstrip("/")
    return path == prefix or path.startswith(f"{prefix}/")


def _understood(path: str) -> str:
    """What a server may make of a path: escapes resolved, backslashes turned, parameters and empty segments left out."""
    if _AS_IT_STANDS.fullmatch(path):
        return path
    plain = _PARAMETERS.sub("", unquote(path).replace("\\", "/"))
    return _SLASHES.sub("/", plain)
