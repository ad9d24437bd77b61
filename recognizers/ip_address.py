"""IP address (RFC 791, RFC 4291) of somebody's connection. Versions and section numbers look like one and are not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from ipaddress import IPv4Address, IPv6Address
from typing import Final

from recognizers.around import left_of
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled

_OCTET: Final = r"(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
_V4: Final = compiled(rf"(?<![0-9a-z.])(?:{_OCTET}\.){{3}}{_OCTET}(?![0-9a-z])(?!\.[0-9])")
_V6: Final = compiled(r"(?<![0-9a-z:.])[0-9a-f:]{2,39}(?![0-9a-z:])")
_CUE: Final = compiled(
    r"(?:\bip\b|\bipv[46]\b|adresse|address|ordinateur|computer|connexion|connection|routeur|router|serveur"
    r"|server)[^0-9\n]{0,30}$"
)
_OTHER: Final = compiled(
    r"(?<![a-z])(?:v|(?:version|release|build|section|art|article|paragraphe|chapitre|chapter|annexe|clause|norme|standard|oid"
    r"|firmware|mise a jour|update|firefox|chrome|safari|edge|opera|windows|android|ios|macos|browser|navigateur"
    r"|logiciel|software)s?)(?![a-z])"
    r"[\s.:#]*(?:[a-z]{0,12}[\s.:#]+)?$"
)


class IpAddressRecognizer:
    """Proposes IP_ADDRESS. Linear: patterns of bounded length."""

    id = "ip-address"
    entity_types = ("IP_ADDRESS",)

    def find(self, page: Page) -> Iterable[Candidate]:
        """Every address on the page, but for those that are nobody's (loopback, unspecified)."""
        for found in _V4.finditer(page.lower):
            if score := _score(page, found.start(), IPv4Address(found[0])):
                yield Candidate("IP_ADDRESS", *found.span(), score, self.id, ("pattern",))
        if ":" in page.lower:
            yield from self._version_6(page)

    def _version_6(self, page: Page) -> Iterator[Candidate]:
        for found in _V6.finditer(page.lower):
            if found[0].count(":") < 2 or ("::" not in found[0] and found[0].count(":") != 7):
                continue
            try:
                address = IPv6Address(found[0])
            except ValueError:
                continue
            if not (address.is_loopback or address.is_unspecified) and len(found[0]) > 6:
                yield Candidate("IP_ADDRESS", *found.span(), 0.9, self.id, ("pattern",))


def _score(page: Page, start: int, address: IPv4Address) -> float:
    if address.is_loopback or address.is_unspecified or address.is_multicast or int(address) >> 28 == 15:
        return 0.0
    left = left_of(page, start)
    if _CUE.search(left):
        return 0.97
    if _OTHER.search(left):
        return 0.1
    if all(octet < 20 for octet in address.packed):
        return 0.3  # 1.2.3.4: sections, versions
    return 0.85


RECOGNIZER = IpAddressRecognizer()
