"""Tells a public life that is told from somebody's own affair: births in encyclopaedias and obituaries are nobody's secret."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from recognizers.dates import dates_in
from recognizers.glance import straighten
from recognizers.page import Page
from recognizers.patterns import Ending, compiled

#: Encyclopaedias, obituaries and stories tell of births in the third person …
_LIFE_AFTER: Final = compiled(
    r"^[^.;]{0,60}(?:(?<![a-z])(?:mort|morte|decede|decedee|disparu|assassine|died|death)(?![a-z])"
    r"| - ?[0-9]{1,2} [a-z]{3,9} [0-9]{4})"
)
#: … say what they are …
_IS_A: Final = compiled(
    r"^[^.;]{0,70}(?:,|\)|(?<![a-z])et|(?<![a-z])and) ?(?:est|fut|etait|is|was) (?:une?|l'une?|l'un|le|la|an?|the|one) "
)
#: … of people by what they are known for, whoever speaks.
_FAME: Final = (
    r"(?:homme|femme|acteur|actrice|chanteu|journalist|ecrivain|politicien|joueu|hockeyeu|peintre|poet|auteur|autrice"
    r"|compositeu|musicien|realisat|philosophe|scientifi|general(?![a-z])"
    r"|(?:american|canadian|british|english|french|german)(?= [a-z])"
    r"(?! (?:citizen|resident|national|on|in|at|by|since|through)(?![a-z]))|actor|actress"
    r"|singer|player|writer|(?:premiere? )?ministre|prime minister|depute|president|mayor(?![a-z])|maire(?![a-z])"
    r"|politician|author|painter|composer|musician|director|scientist)"
)
_FAMOUS_AFTER: Final = compiled(
    rf"^[^.;]{{0,60}}(?:,|\)|(?<![a-z])et|(?<![a-z])and|(?<![a-z])qui|(?<![a-z])who) ?"
    rf"(?:est(?: devenue?)?|fut|etait|a ete|devint|is|was|became) (?:(?:une?|an?|le|la|l'|the) ?)?(?:[a-z-]+ )?{_FAME}"
)
#: Artists and athletes, called so right before their birth: "l'auteure Anne Hébert est née", "…, joueur de hockey né".
_ARTIST: Final = (
    r"(?:act(?:eur|or|rice|ress)|chanteu|ecrivain|joueu|hockeyeu|peintre|poet|aut(?:eu|ri)|compos|musici|realisat|rapp?eu|rapper"
    r"|singer|player|writer|author|painter)[a-z]*"
)
_FAMOUS_BEFORE: Final = compiled(
    rf"(?<![a-z])(?:l'|le |la |the ){_ARTIST}(?: (?!of |de |du |d')[a-z'-]+){{1,4}},?(?: est| fut| was| is)? ?$"
    rf"|, {_ARTIST}(?: (?:de |du |d'|of )?[a-z'-]+){{0,2}} ?$"
)
#: What the dead would say of it: "Roger Lemelin, born …, would be ashamed of you".
_WOULD_AFTER: Final = compiled(
    r"^\)?,? (?:would (?:be (?:ashamed|proud|turning|rolling|spinning|appalled|horrified)"
    r"|(?:turn|roll) (?:in|over)|weep|spin)"
    r"|must be (?:turning|rolling|spinning)|(?:aurait|en aurait) (?:honte|pleure|ri)|se (?:retourne|retournerait|retournait)"
    r"|doit se retourner|serait (?:fiere?|honteu[a-z]+|scandalisee?))(?![a-z])"
)
#: Somebody is what a pupil or an artist works on: "…, est le sujet de l'exposé de ma fille".
_SUBJECT_AFTER: Final = compiled(
    r"^\)?,? (?:est|is|was|etait|sera|will be) (?:(?:le|the|un|one) )?"
    r"(?:sujet|theme|subject|topic|focus|personnage|heros|heroine) (?:d[eu] |d'|of |choisi pour )"
    r"(?:(?:la|the|my|her|his|our|your|mon|ma|sa|son|notre|un|une|an?|ce|this) |l')?(?:[a-z]+(?:'s)? )?"
    r"(?:expose|travail|recherche|documentaire|documentary|film|livre|book|biograph|presentation|essai|essay|paper|project|projet"
    r"|exposition|exhibit|podcast|balado|play|piece|quiz|talk|conference|article|devoir|homework|speech|roman|novel)"
)
_FAMOUS: Final = compiled(rf"(?<![a-z]){_FAME}")
_LIFE_BEFORE: Final = Ending(
    r"(?:est|fut|etait|is|was) (?:une?|an?) (?:[a-z'-]+ ){1,5}$"
    r"|(?<![a-z])(?<!on )(?<!il )(?<!elle )(?<!qui )(?:une?|an?) "
    r"(?:(?!(?:qu[ei]|that|who|et|and|la|l'|tous|vous|moi) )(?:[^;,: ]*[^.;,: ]|[a-z]+,(?= (?:where|ou) )) ){1,12}?"
    r"(?:est|was|is|fut) $"
    r"|de son vrai nom [^.]{0,40}$"
    r"|(?:clandestinite|francais|francaise|americaine?|anglaise?|allemande?|(?<!l')italiene?|canadienne?|quebecoise?),? $"
)
#: … citizens speak of themselves and their family, to somebody, about a file.
_PERSONAL: Final = compiled(
    r"(?<![a-z])(?<!savez-)(?<!saviez-)(?<!did )(?:[jm]'|(?:je|mon|ma|mes|moi|nous|notre|nos|vous|votre|vos"
    r"|i|i'm|my|me|we|our|us|you|your|bonjour|bonsoir|salut|allo|merci|svp|madame|monsieur"
    r"|hello|hi|dear|please|thanks?|regards|numeros?|number|dossier|file|cartes?|card|ramq|nam|nas|sin"
    r"|patiente?s?|usagere?s?|beneficiaires?|cliente?s?|assuree?s?|employee?s?|customers?|tenants?|locataires?|pupils?|graders?|eleves?"
    r"|demande|renouvel\w*|formulaire|soussignee?|enfants?|jumeaux|jumelles|twins|bebes?|nouveau-ne|newborn"
    r"|fils|fille|conjointe?|epou[sx]e?|tel"
    r"|telephone|adresse|address|liquidat(?:eur|rice)|executors?|executrix|(?:defunte?|deceased)(?= ?:)"
    r"|de cujus|succession|heritier\w*|estate|heirs?|testament|mandat|mandataire|mandant|procuration|requerante?"
    r"|demande(?:ur|resse)|codemandeur|defende(?:ur|resse)|claimant|plaintiff|applicant|petitioner|tut(?:eur|rice|elle)|curat(?:eur|elle)"
    r"|prenom|given name|sexe|ddn|dob|dates? de naissance|dates? of birth)(?![a-z]))"
)
#: Whoever is spoken of by what a file calls him.
_OF_A_FILE: Final = compiled(
    r"(?<![a-z])(?:patiente?|usagere?|beneficiaire|cliente?|assuree?|adherente?|requerante?|demande(?:ur|resse)|defende(?:ur|resse)"
    r"|claimant|plaintiff|applicant|petitioner|insured|mineure?|minor|enfant|child|(?:mon|ma|mes|my|our|notre|nos) [a-z-]{2,14})"
    r"(?: [a-z'-]+){0,3},? ?\(?(?:(?:qui )?est |(?:who )?(?:was|is) )?$|(?<![a-z])(?:je suis|j'ai ete|j'etais|i was|i am|i'm) $"
)
#: Somebody works or writes on a life: "un travail sur Félix Leclerc, né le"; not on his own family.
_ABOUT: Final = compiled(
    r"(?<![a-z])(?:travail|expose|recherche|essai|livre|film|documentaire|(?<!am )(?<!'m )(?<!are )(?<!'re )writing"
    r"|essay|book|paper|documentary) (?:sur|about|on) "
    r"(?!(?:behalf|mon|ma|mes|my|our|notre|nos|sa|son|ses|his|her) )[a-z'-]+ [a-z' -]{2,30},? ?\(?(?:who was |qui est )?$"
)
#: One's own family: "my grandfather Luc, born …, would be proud".
_OWN_BEFORE: Final = compiled(r"(?<![a-z])(?:mon|ma|mes|my|our|notre|nos|i|je|j'ai)(?![a-z])[^.!?]*$")
_AROUND: Final = 220
#: Somebody's name, or a place: a capital within a sentence. Whose life is told has one, before or in the sentence.
_NAMED: Final = compiled(r"[a-z,;)] \(?[A-Z][a-z]|[A-Z][a-z'-]+ [A-Z]|[A-Z]{2}")
_NAMED_REACH: Final = 600
#: So far behind a birth the death is told, and so long after it offices are.
_DEATH_REACH: Final = 60
_NOTICE: Final = timedelta(days=2 * 366)
#: A story is longer: "Jean Roy, né le 4 mai 1950 et décédé le 5 juin 2019" is a note.
_STORY: Final = 150
#: A hundredth anniversary, or a later one, is kept of the dead: "…; nous soulignerons le 113e anniversaire".
_CENTENARY: Final = compiled(
    r"[^.!?\n]{0,60}(?<![0-9])[1-9][0-9]{2}(?:e|eme|ieme|st|nd|rd|th) (?:anniversa|birthday)|[^.!?\n]{0,60}(?<![a-z])"
    r"(?:bi|tri)?cent(?:enaire|enary|ennial)(?: de (?:sa|la) naissance| of (?:his|her) birth)"
)


def is_biography(page: Page, start: int, end: int, line_end: int) -> bool:
    """Whether flat[start:end] (cue and date) stands in a text about a public life: told so, and nobody speaks of himself.

    `line_end` is where the line of the date ends.
    """
    flat = page.flat
    if _OF_A_FILE.search(flat[max(0, start - 30) : start]):
        return False
    if _ABOUT.search(flat[max(0, start - 90) : start]):
        return True
    if _SUBJECT_AFTER.match(flat[end : end + 80]) or _CENTENARY.match(flat[end : end + 120]):
        return True
    if _FAMOUS_AFTER.search(flat[end : min(line_end, end + 130)]):
        return True
    if _WOULD_AFTER.match(flat[end : end + 60]) and not _OWN_BEFORE.search(flat[max(0, start - 60) : start]):
        return True
    after = flat[end : end + 110]
    before = flat[max(0, start - 90) : start]
    called = (
        _IS_A.search(after)
        or _LIFE_BEFORE.search(before)
        or _FAMOUS_BEFORE.search(before)
        or "naqui" in flat[start:end]
    )
    if not called and (
        not _LIFE_AFTER.search(after)
        or _died_of_late(page, end)
        or (len(flat) < _STORY and not _FAMOUS.search(flat))
        or not _NAMED.search(page.text, start - _NAMED_REACH, start)
        or page.text[start:end].isupper()
    ):
        return False
    return _PERSONAL.search(flat[max(0, start - _AROUND) : end + _AROUND]) is None


def _died_of_late(page: Page, end: int) -> bool:
    """Whether the date behind a birth date is of these years: an office is told of a death, nobody's life is."""
    died = next(iter(dates_in(page.today, straighten(page.flat[end : end + _DEATH_REACH]))), None)
    return died is not None and bool(died.days) and all(page.today - day < _NOTICE for day in died.days)
