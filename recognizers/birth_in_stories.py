"""Whether a birth is told of somebody in a novel, a film or a show: "In the novel, Ada was born"."""

from __future__ import annotations

from typing import Final

from recognizers.around import alternatives
from recognizers.cues import Cue, vocabulary
from recognizers.everyday import is_full_name
from recognizers.page import Page
from recognizers.patterns import Pattern, compiled

#: What a story is told in, of one word: of what is made up, …
_FICTIONS: Final = (
    "roman romans novel novels novella movie movies sitcom telenovela teleroman manga mangas bd comic comics fanfic fanfiction"
    " screenplay"
).split()
#: … of what may be made up, …
_SAGAS: Final = "trilogie trilogy saga rpg soap".split()
#: … and what is much else: a story may be an applicant's, a scenario an actuary's, a film or a series X-rays, …
_LOOSE: Final = "film films scenario show series serie story conte tale play".split()
#: … one part of it a goalie's season.
_PARTS: Final = "episode season saison".split()
#: Where a hero's is told, too.
_BOOKS: Final = "book livre game jeu histoire".split()
#: Who is told of.
_HEROES: Final = (
    "hero heros heroine heroines protagonist protagoniste narrator narrateur narratrice character characters personnage"
    " personnages villain"
).split()
#: What is said of who is not real.
_UNREAL: Final = "fictif fictive fictional fictitious imaginaire imaginary invente inventee".split()
#: A page that tells a story has one of these words, or one that its name of several words has: "bande dessinée", "fan-fic".
_WORDS: Final = vocabulary(
    (*_FICTIONS, *_SAGAS, *_LOOSE, *_PARTS, *_BOOKS, *_HEROES, *_UNREAL, "dessinee", "fan", "theatre", "made")
)
#: One on which it is made up for sure has one of these near. "Villain" is a surname, too.
_FOR_SURE: Final = (
    *(one for one in (*_FICTIONS, *_HEROES) if one != "villain"),
    *"fiction sitcoms chapter chapitre plot intrigue".split(),
)
_MADE_UP_WORDS: Final = compiled(rf"(?<![a-z])(?:{alternatives(_FOR_SURE)})(?![a-z])")
_AROUND: Final = 300
#: What a story is told in; and what may follow where a sentence is set in one: a comma, its title in quotes, who did something
#: there, of a novel its author; no "movie business", "film radiologique", "play area".
_WORK: Final = (
    rf"(?:(?P<loose>{'|'.join(_LOOSE)}|(?:{'|'.join(_PARTS)}) [0-9]{{1,2}}(?![0-9]))|{'|'.join(_FICTIONS + _SAGAS)}"
    r"|bande dessinee|comic (?:book|strip)|fan-fic(?:tion)?|piece de theatre|jeu (?:video|de role)"
    r"|(?:video|role-?playing) game|soap opera|tv show|serie (?:televisee|tele)|(?:tv|television) series)"
)
_HERO: Final = f"(?:{'|'.join(_HEROES)})"
_WITHIN: Final = (
    rf"(?:(?= (?:the |l'|l[ea] )(?:[a-z]+ )?{_HERO}(?![a-z]))|(?= ?[,:\"(])|(?= (?:he|she|they|il|elle|ils|elles)(?![a-z]))"
    r"|(?<=roman)(?= (?:de |du |d'))|(?<=novel)(?= (?:of|by) ))"
)
_A: Final = (
    r"(?:(?:l[ea]s?|une?|ce|cette|cet|mon|ma|mes|notre|son|sa|votre|the|an?|my|our|his|her|your|this|that|[a-z]+'s"
    r"|(?:my|our|his|her|their) [a-z]+'s) |l')?"
)
#: From where a sentence begins with a story to what it tells.
_SET_IN: Final = compiled(
    r"(?:\A|[.!?;:(\n\"][ >*\"]{0,4})(?:(?:and|et|mais|but|so|alors|bonjour|hello|hi)[ ,]{1,2})?"
    rf"(?:dans|in|selon|according to|d'apres) {_A}(?:[a-z-]+ ){{0,2}}?{_WORK}{_WITHIN}(?P<quoted> ?\")?"
    r"(?P<said>[^.!?;\n]{0,100})\Z"
)
#: Whose story it is: "the hero of my novel", "un personnage du livre".
_HERO_OF: Final = compiled(
    rf"(?<![a-z]){_HERO}(?: (?:principale?|central))? (?:of|in|from|du|dans|de|d') ?{_A}(?:[a-z-]+ ){{0,2}}?"
    rf"(?:{_WORK}|{'|'.join(_BOOKS)})(?![a-z])(?P<said>[^.!?;\n]{{0,70}})\Z"
)
#: The same by itself: "my main character, Ada, was born", "le personnage principal, né". A character of a text is one, too: only
#: of a person's is said that it was born, or has a chart.
_CHARACTER: Final = (
    r"(?<![a-z])(?:the|this|my|our|le|ce|mon|notre|la|l')(?: |(?<='))(?:(?:main|lead|central|fictional) )?"
)
_TOLD: Final = r"(?: (?:principale?|central|fictif))?(?P<said>[^.!?;\n]{0,70})\Z"
_BORN_CHARACTER: Final = compiled(
    rf"{_CHARACTER}(?:character|personnage|protagoniste?|narrat(?:or|eur|rice))(?:'s)?(?![a-z]| (?:witness|reference)){_TOLD}"
)
_CHARACTERS: Final = compiled(
    rf"{_CHARACTER}(?:character's|(?<=main )character|(?<=fictional )character|personnage|protagoniste?(?:'s)?"
    rf"|narrat(?:or|eur|rice)(?:'s)?)(?![a-z]){_TOLD}"
)
#: A sheet of one: "Fiche du personnage : Lison Tremblay, née"; and who is called made up: "Lison Tremblay (fictive), née".
_SHEET: Final = compiled(
    rf"(?<![a-z]){_HERO}(?: (?:principale?|fictif|name))? ?[:=](?P<said>[^.!?;:\n]{{2,50}}(?:\n[^.!?;:\n]{{0,30}})?)\Z"
)
_MADE_UP: Final = compiled(
    r"(?<![a-z])(?P<said>(?:(?:une?|an?) )?(?:(?:personnage|personne|character|person) )?"
    rf"(?:{'|'.join(_UNREAL)}|made-up)"
    r"(?: (?:character|person))?)\)?,? ?\(?(?:est |was )?\Z"
)
#: Whose birth date is told in a story, right before its label or behind it.
_HEROS: Final = compiled(rf"(?:{_HERO}|[a-z]+)'s? ?\Z")
_OF_HERO: Final = compiled(
    rf" (?:de |du |d'|of )(?:(?:l'|la|le|the) ?)?(?:[a-z]+ )?{_HERO}(?![a-z])(?! witness)"
)
#: Somebody real is spoken of: whoever writes and his own, who plays, who made it, who claims, was hurt or cheated.
_REAL: Final = compiled(
    r"(?<![a-z])(?:(?:[jmt]|qu)'(?=[a-z])|(?:je|moi|mon|ma|mes|me|nous|notre|nos|i|i'm|my|we|our|us|vous|votre|vos|you|your"
    r"|patiente?|cliente?|usagere?|beneficiaire|beneficiary|assuree?|insured|act(?:eur|rice|or|ress)|comedien(?:ne)?|plays?|played"
    r"|joue|jouee?|star(?:ring|s)?|authors?|aut(?:eur|eure|rice)|writer|ecrivaine?|director|realisat(?:eur|rice)|produced|inspire"
    r"|inspired|based|claimant|applicant|appellant|requerante?|demande(?:ur|resse)|plaignante?|victime?|suspecte?|accused?|temoin"
    r"|witness|refugee|refugiee?|retraitee?|retiree|pensioner|pensionnee?|employee?|salariee?|worker|contribuable|taxpayer|infant"
    r"|newborn|nourrisson|stunt[a-z]{2,8}|cascadeu(?:r|se)|extras?|figurante?|candidate?|contestant|participante?|spectat[a-z]{2,5}"
    r"|accidente?|incident|fraude?|arnaque|scam|altercation|agression|assault|vol|theft|dossier|file|louche|suspicious|shady)(?![a-z']))"
)
#: … or of what concerns an office behind the date: "et moi", "… a menacé l'agente", "needs a permit".
_AND_REAL: Final = compiled(
    r"[^.!?\n]{0,60}(?<![a-z])(?:(?:et|and|mais|but|alors que|while|pis) (?:moi|je|j'|mon|ma|me|my|i)(?![a-z])"
    r"|m'(?:a|avait)(?![a-z])|(?:calls|calling|threaten(?:s|ed)|harass(?:es|ed)|owes|told|attacked|bit|hit|pushed)"
    r" (?:me|us)(?![a-z])"
    r"|(?:menac|harcel|agress)[a-z]{1,3} (?:l'|une? |nos |l[ae]s? )?(?:agente?s?|nous|prepose|infirmi|medecin)"
    r"|(?:permit|permis|retraite|pension|rente|credit|benefits?|prestations?|notary|notaire|deductions?)(?![a-z]))"
)
_OF_VERBS: Final[tuple[Pattern, ...]] = (_SET_IN, _HERO_OF, _BORN_CHARACTER, _SHEET, _MADE_UP)
_OF_LABELS: Final[tuple[Pattern, ...]] = (_HERO_OF, _CHARACTERS, _SHEET)
_REACH: Final = 190


def is_in_a_story(page: Page, cue: Cue) -> bool:
    """Whether the sentence that says that somebody was born, or has a birth date, is set in a story and of nobody real."""
    if cue.kind not in ("verb", "label") or _WORDS.isdisjoint(page.words):
        return False
    first = max(0, cue.start - _REACH)
    patterns = _OF_VERBS if cue.kind == "verb" else _OF_LABELS
    if cue.kind == "label" and _HEROS.search(page.lower, first, cue.start):
        patterns = (*patterns, _SET_IN)
    if cue.kind == "label" and _OF_HERO.match(page.lower, cue.end):
        return True
    made_up = _MADE_UP_WORDS.search(page.lower, max(0, cue.start - _AROUND), cue.end + _AROUND)
    told = [(one, found) for one in patterns if (found := one.search(page.lower, first, cue.start))]
    return any(
        not _REAL.search(found["said"])
        and (made_up is not None or one is not _SET_IN or not found["loose"] or found["quoted"])
        and not (one is _CHARACTERS and any(map(is_full_name, found["said"].split(","))))
        for one, found in told
    ) and not (_REAL.match(page.lower, cue.start) or _AND_REAL.match(page.lower, cue.end))
