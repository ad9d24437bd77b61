"""E-mail address of a person (RFC 5321 §4.1.2, the part of it that people use), also with the at sign in words.

An address of an office (`info@`, `service.clientele@` on a domain that is not a free mail provider) says nothing about
a person: it is proposed below the default threshold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from recognizers.around import left_of, right_of, words
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled

_LOCAL: Final = compiled(r"[a-z0-9_][a-z0-9._%+'&=-]{0,63}$")
_DOMAIN: Final = compiled(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,24}(?![a-z0-9-])")
_PROVIDERS: Final = words(
    """gmail googlemail hotmail outlook live msn yahoo ymail icloud me mac aol videotron bell sympatico cogeco rogers telus
    proton
    protonmail gmx hey fastmail globetrotter oricom xplornet cgocable sogetel maskatel cooptel teksavvy"""
)
#: A comma for the point of a provider that everybody knows: "gmail,com".
_SLIPPED: Final = compiled(
    r"(?:gmail|hotmail|outlook|live|yahoo|icloud|videotron|bell|sympatico)[,;](?:com|ca|qc\.ca|fr|net)(?![a-z0-9-])"
)
_AT: Final = (
    r"(?:[ ]?[\[({<][ ]?(?:at|a|arobase|arobas)[ ]?[\])}>][ ]?|[ ](?:at|arobase|arobas|a commercial)[ ])"
)
_DOT: Final = r"(?:\.|[ ]?[\[({<][ ]?(?:dot|point|pt)[ ]?[\])}>][ ]?|[ ](?:dot|point|pt)[ ])"
#: "jean.tremblay arobase gmail point com", "j (at) videotron.ca".
_IN_WORDS: Final = compiled(
    rf"(?<![a-z0-9._-])([a-z0-9_](?:[a-z0-9._-]{{0,40}}[a-z0-9_])?(?:{_DOT}[a-z0-9_-]{{1,30}}){{0,2}})"
    rf"{_AT}([a-z0-9-]{{1,40}}(?:{_DOT}[a-z0-9-]{{2,30}}){{1,3}})(?![a-z0-9])"
)
_SPACED_AT: Final = compiled(r"[ ]{0,2}@[ ]{0,2}")
#: The path of a repository: "git@exemple.org:equipe/outil.git".
_REPOSITORY: Final = compiled(r":[a-z0-9_.~-]+/")
_TLD: Final = compiled(r"(?:com|ca|qc|org|net|fr|info|edu|gov|me|io)$")
_OFFICES: Final = words(
    """info information infos contact contactez communications communication service services serviceclient clientele client
    clients
    support aide help webmaster admin administration noreply no-reply nepasrepondre donotreply postmaster abuse presse media
    medias
    press accueil reception courrier renseignements renseignement plaintes plainte commentaires feedback sales ventes rh hr
    emploi
    emplois jobs careers acces accessibilite confidentialite privacy security securite office bureau secretariat direction
    abonnement newsletter infolettre facturation billing comptabilite example exemple vieprivee list lists
    nom name prenom votrenom yourname vous you user utilisateur"""
)


#: Whoever writes says that it is his, be it named as an office's: "mon adresse : …", "… (my address)".
_OWN_BEFORE: Final = compiled(
    r"(?<![a-z])(?:(?:mon|ma|my) (?:adresse|courriel|e-?mail|address|messagerie|mail)(?: (?:address|courriel"
    r"|perso[a-z]*|personal))?"
    r"|(?:ecri(?:vez|s)|repond(?:ez|s)|joindre|joignez|contactez)[- ]moi|(?:write|reach|e-?mail|contact) me)"
    r"(?:[ :,=(]|est|is|a|at|au|c'est|par|by|courriel|e-?mail){0,6}$"
)
_OWN_BEHIND: Final = compiled(
    r" ?[(,] ?(?:c'est |it's |this is )?(?:mon|ma|my) (?:adresse|courriel|e-?mail|address|messagerie|mail)(?![a-z])"
)


class EmailRecognizer:
    """Proposes EMAIL_ADDRESS. Linear: one fixed window around each at sign, one pass for those in words."""

    id = "email"
    entity_types = ("EMAIL_ADDRESS",)

    def find(self, page: Page) -> Iterable[Candidate]:
        """Every address on the page."""
        if "@" in page.lower:
            yield from self._with_sign(page)
        if "arobas" in page.lower or "commercial" in page.lower or " at " in page.lower or _bracketed(page):
            yield from self._in_words(page)

    def _with_sign(self, page: Page) -> Iterator[Candidate]:
        for found in _SPACED_AT.finditer(page.lower):
            domain = _DOMAIN.match(page.lower, found.end(), found.end() + 255) or _SLIPPED.match(
                page.lower, found.end()
            )
            local = _LOCAL.search(page.lower[max(0, found.start() - 64) : found.start()])
            if domain is None or local is None or _REPOSITORY.match(page.lower, domain.end()):
                continue
            name = local[0].lstrip("'=&")
            spaced = found[0] != "@"
            if not name or (spaced and re.split("[.,;]", domain[0])[0] not in _PROVIDERS):
                continue
            if _is_office(name, domain[0]) and not _is_own(page, found.start() - len(name), domain.end()):
                evidence: tuple[str, ...] = ("pattern", "veto:office")
                score = 0.3
            else:
                score, evidence = (0.8 if spaced else 0.98), ("pattern",)
            yield Candidate(
                "EMAIL_ADDRESS", found.start() - len(name), domain.end(), score, self.id, evidence
            )

    def _in_words(self, page: Page) -> Iterator[Candidate]:
        for found in _IN_WORDS.finditer(page.lower):
            domain = re.sub(_DOT, ".", found[2]).strip(" .")
            if not _TLD.search(domain):
                continue
            known = domain.split(".")[0] in _PROVIDERS
            plain_at = " at " in found[0] and "(" not in found[0] and "[" not in found[0]
            if plain_at and not known:
                continue
            yield Candidate(
                "EMAIL_ADDRESS", found.start(), found.end(), 0.95, self.id, ("pattern", "spelled")
            )


def _bracketed(page: Page) -> bool:
    return any(mark in page.lower for mark in ("(a", "[a", "{a", "( a", "[ a"))


def _is_own(page: Page, start: int, end: int) -> bool:
    """Whether whoever writes says that an address is his."""
    return (
        _OWN_BEFORE.search(left_of(page, start)) is not None
        or _OWN_BEHIND.match(right_of(page, end)) is not None
    )


def _is_office(local: str, domain: str) -> bool:
    if any(part in _PROVIDERS for part in domain.split(".")[:-1]):
        return False
    return not set(re.split(r"[._+-]", local)).isdisjoint(_OFFICES) or local in _OFFICES


RECOGNIZER = EmailRecognizer()
