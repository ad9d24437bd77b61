"""Birth dates beside somebody's name, where the words before say whose: "Assuré principal : Luc Roy, 1985-04-12"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from recognizers.birth_candidate import REFUSED, candidate, date_before
from recognizers.birth_family import RELATIVES
from recognizers.birth_series import heads_other, tells_deed
from recognizers.birth_vetoes import DEED_BEHIND, OTHER_EVENT
from recognizers.cues import gate, vocabulary
from recognizers.date_forms import WEEKDAY
from recognizers.dates import WrittenDate, dates_in
from recognizers.everyday import is_everyday, is_full_name, is_name
from recognizers.glance import straighten, words_at, words_leading
from recognizers.known_plain import LEADING
from recognizers.months import MONTH_WORDS
from recognizers.page import Candidate, Page
from recognizers.patterns import Ending, Pattern, compiled

#: What files and forms call people, most of them grown up …
_ROLES: Final = vocabulary(
    """adherent adherente participant participante assure assuree beneficiaire demandeur demanderesse codemandeur
    codemanderesse requerant requerante cliente
    client patient patiente usager usagere employe employee titulaire mandant mandataire tuteur tutrice conjoint conjointe mere
    pere epoux epouse mari femme applicant member insured claimant spouse mother father husband wife parent policyholder
    cardholder holder subscriber beneficiary defunt defunte deceased late feu resident residente soeur sour frere sister brother
    hubby pt pte partner maman papa mom mum dad stepmother stepfather grandmother grandfather grandma grandpa granny nana memere
    pepere papi mamie fiance fiancee tenant locataire
    tante oncle aunt auntie uncle cousin cousine
    roommate coloc colocataire sponsor gardienne nanny widow widower veuve veuf""".split()
)
#: … or may be children, …
_YOUNG: Final = vocabulary(
    """enfant fils fille child daughter son eleve pupil bebe baby newborn dependant dependent
    adolescent adolescente ado teenager teen fillette garconnet bambin bambine gamin gamine pupille nourrisson poupon toddler
    infant garcon gars boy girl kid cadet cadette ainee
    aine benjamin benjamine youngest eldest oldest jumeau
    jumelle twin niece neveu nephew
    stepson stepdaughter grandson granddaughter godson goddaughter godchild filleul filleule""".split()
)
#: Before both names of a child: "Little Zoé Roy (16 August 2025)".
_SMALL: Final = vocabulary("little petit petite jeune young".split())
#: … or are somebody's: "mother of Zoé Roy (2015-03-04)".
_PARENTS: Final = vocabulary("mere pere maman papa parent parents mother father mom dad".split())
#: What opens the words that somebody identifies himself with.
_LABELS: Final = vocabulary(
    """identifier identify identification identite identity info infos informations renseignements coordonnees details nom
    name appelle
    nomme suis moi am m""".split()
)
#: … on the phone: "Ici Luc Roy, 01/08/44", "This is Luc Roy, 01/08/44".
_SPEAKING: Final = vocabulary("ici this".split())
#: Of these, what a date alone may stand behind: "Pour confirmer mon identité : 1985-04-12".
_IDENTITY: Final = frozenset("identifier identify identification identite identity".split())
_PAPERS: Final = vocabulary("certificat certificate cert acte act extrait extract copie".split())
#: "My daughter": somebody of one's own, of whatever age.
_POSSESSIVE: Final = compiled(
    r"(?<![a-z])(?:mon|ma|mes|notre|my|our|leur|son|sa|his|her|their) "
    r"(?:belle-|beau-|grand-|demi-|arriere-|ex-|late )?$"
)
_LONGEST_OWNER: Final = 20
_KIN: Final = frozenset(
    f"{RELATIVES} soeur sour frere stepson stepdaughter stepmother stepfather grandson granddaughter grandmother grandfather"
    " grandma grandpa granny nana memere pepere papi mamie fiance fiancee coloc roommate widow widower veuve veuf"
    " godson goddaughter godchild filleul filleule niece neveu nephew"
    " tante oncle aunt auntie uncle cousin cousine"
    " cadet cadette aine ainee benjamin benjamine youngest eldest oldest".split()
)
#: What happened that day is told: "(21 mai 2011 : opération)".
_EVENT_NEXT: Final = compiled(r" ?[:=] ?[a-z]{4}")
#: Behind the date of one who speaks: he is on the air, or in a paper.
_ON_AIR: Final = compiled(
    r",? (?:en direct|en ondes|live(?: from)?|reporting|(?:La|Le|Les|The) [A-Z])(?![a-z]{0,2}[0-9])"
)
#: Of these, what other things are called, too: only of one's own.
_BY_AGE: Final = frozenset(
    "cadet cadette aine ainee benjamin benjamine youngest eldest oldest fiance fiancee".split()
)
_NAMED: Final = _ROLES | _YOUNG | _SMALL | _PARENTS | _LABELS | _SPEAKING
_DATE: Final = vocabulary(("date",))
_OF_BIRTHS: Final = vocabulary(("naissance", "birth", "civil"))
#: What follows the word, by what it says of the name after it.
_PARENT_OF: Final = compiled(r" (?:de |d'|of )")
_ROLE: Final = compiled(
    r"(?: (?:principale?|secondaire|assuree?|insured|beneficiary|a charge|mineure?|de la carte|of the card))?(?![a-z'-])"
)
_LABEL: Final = compiled(
    r"(?: (?:me|moi))?(?= ?[:,])|(?<=name)(?:(?: on (?:the|my|your|his|her) [a-z]{4,8})? is| at birth)(?![a-z])"
    r"|(?<=nom)(?: est| c'est| (?:a la|de) naissance| de fille)(?![a-z])"
    r"|(?<=mon nom)(?= [a-z])|(?<=my name)(?= [a-z])"
    r"|(?<=moi)(?= ?\()|(?<=m'appelle)(?= )|(?<=me nomme)(?= )|(?<=je suis)(?= )|(?<=(?<![a-z])i am)(?= )|(?<=(?<![a-z])i'm)(?= )"
    r"|(?<=moi)(?: c'est| c|,? je suis)(?= )"
)
_SPEAKS: Final = compiled(r"(?<=this)(?: is)(?= )|(?<=ici)(?= )")
_PAPER: Final = compiled(
    r"s? (?:(?:de |d')?(?:l')?(?:un )?(?:acte )?(?:de )?naissance|of birth|of the act of birth|d'etat civil)(?![a-z])"
    r"|(?<=birth certificate)|(?<=birth cert)"
)
#: These lead to somebody's names in full, or to anything.
_FULLY: Final = _SMALL | _SPEAKING
_OWNERS: Final = vocabulary("ma sa my his her".split())
_ASKED: Final = _NAMED | _PAPERS | _DATE | _OF_BIRTHS | _OWNERS
#: Closed on pages on which none of these leads to a figure, and none is a date's.
PEOPLE: Final = gate(_NAMED | _PAPERS, stands=LEADING) | gate(_DATE)
_OWNER: Final = compiled(r"(?<![a-z])(?:ma|sa|my|his|her) $")
_OWN_AFTER: Final = compiled(
    r"(?: (?:exacte|precise|complete))?(?: (?:pour|afin de|to|for) [a-z' ]{2,40})?"
    r"(?: ?[:=(]|,? (?:c'? ?est|est|is|was|etait))[ \"]{0,2}(?:(?:bien|le|the|on|du) )*"
)
#: The last of what somebody is known by: "mon NAS 130 692 544 et ma date 27-09-1992".
_OWN_AMONG: Final = compiled(
    r"(?<![a-z])(?:nas|nam|sin|ssn|ramq|(?:pre)?nom|name|numero|number|code postal|postal code|adresse|address|carte"
    r"|card)(?![a-z])[^.!?\n]{0,50}(?:,|[ ,](?:et|and|pis|puis|avec|with|plus|&)) (?:(?:et|and) )?(?:ma|my|his|her) \Z"
)
_AMONG_LED: Final = compiled(r" (?:le )?(?=[0-9]|[a-z]{3,9}\.? [0-9])")
_AMONG_REACH: Final = 90
#: What is done with a date of birth.
_ASKED_FOR: Final = compiled(
    r"(?<![a-z])(?:demande|request|valid|envoy|sent(?![a-z])|recu|modif|update|donne|gave|given|mis(?:e|es)?(?![a-z])"
    r"|ecrit|wrote|written|(?:dans|in) (?:mon|my|un|an?|le|the) (?:[a-z]{4,9} )?(?:courriel|e-?mail|message|lett(?:re|er)))[a-z]*"
)
_RECENT: Final = timedelta(days=3 * 365)
_STOP: Final = compiled("[.!?] ")
#: The title of what is told of several: "Vaccinés : mon fils Noé, 3 mai 2021; ma fille Éva, 4 juin 2022".
_TITLE: Final = Ending(r"(?:\A|[\n.!?;] ?)([^\n.!?;:0-9]{3,50}?) ?:[^:\n]*\Z")
_TITLED: Final = 140
_LONGEST_DATE: Final = 40
_SENTENCE: Final = 60
#: From the words to the date: whose it is in a word or two, at most five names, brackets, "né le".
_WORD: Final = r"[A-Za-z][A-Za-z'.-]*+"
_NAMES: Final = rf"{_WORD}(?:(?: ?, ?| +){_WORD}){{0,4}}+"
_GAP: Final = compiled(
    rf"[ :#*,\-]{{0,4}}(?:[0-9]{{1,2}}[ :.)\-]{{1,3}})?[(\"]?{_NAMES}"
    r"[\"* ]{0,2}(?:\)? ?[:,;(/|\[\-]{0,2} {0,3}|, du |[.;]? (?i:date) ?: ?)$"
)
#: Between the name and a comma, what is said of the name or of whose he is: "(oui, baptisée Olivier)". No day of anything.
_ASIDE: Final = compiled(
    r" \((?:oui|non|yes|no|yeah|alias|aka|dite?|surnommee?|nicknamed|called|known as|born|nee?|baptisee?|also|aussi|mon|ma|my|le"
    r"|la|the|son|sa|his|her)(?![a-z])(?![^()]{0,40}(?:deced|died|dead|passed|mort))[^()0-9\n]{2,44}\)(?=,? )",
    re.IGNORECASE,
)
_MARK: Final = compiled(" ?[,(]")
#: "The claim of my son (…)": the date of what is spoken of.
_OF_AN_EVENT: Final = compiled(
    r"(?<![a-z])(?:claim|reclam|plainte|complaint|appel|call|paye?)[a-z]* (?:de|d'|of|for|pour|by|par)(?![a-z])"
)
#: Nobody's name: "Adhérente (1985-04-12)", "mon fils de 4 mois (2026-07-12)".
_BARE: Final = compiled(
    r"(?:,? (?:(?:agee? )?de |aged |of )?[0-9]{1,2} (?:jours?|semaines?|mois|days?|weeks?|months?)(?: old)?"
    r",?)? ?\([\"'* ]{0,3}(?:le )?"
)
#: Oneself, by no name: "moi (1985-04-12)", "Moi : 1985-04-12".
_ONESELF: Final = compiled(r" ?[(:=] ?(?:le )?")
#: Such a word opens its line or its clause, or follows somebody: not "Dites-moi : …", "Chez moi (…)".
_SELF_OPENS: Final = compiled(r"(?:^|[\n.;,|(>*])\s?(?:pour )?$|(?<![a-z])(?:et|and) $")
#: "Mon conjoint (1980-01-02) et moi (1985-04-12)": from the first date to the second.
_AND_I: Final = compiled(
    r"\),? (?:et|and|ainsi que|puis) (?:moi(?:-meme)?|i|me|myself) ?\( ?(?:le |nee? le |born )?"
)
#: A relative's word is a label: "Premier enfant : 1985-04-12".
_COLON: Final = compiled(r"(?: ?[1-9])? ?[:=] ?(?:le |on )?")
#: "Zoé Roy (1988-04-17) and her son Noé (2015-10-09)": whose relative it is, before that.
_HERS: Final = compiled(r"\),? (?:et|and|avec|with|ainsi que) (?:son|sa|his|her) (?:belle-|beau-|step)?\Z")
#: Whose mother she is, and at least how much younger that is.
_CHILD: Final = compiled(r"(?:fils|fille|son|daughter|bebe|baby|enfant|child)(?![a-z])")
_PARENT: Final = timedelta(days=13 * 365)
_HER_NAME: Final = compiled(r"([A-Z][A-Za-z'-]+(?: [A-Z][A-Za-z'-]+){1,2}) ?\((?i:le |nee? le |born )?\Z")
_NTH: Final = compiled(
    r"(?<![a-z])(?:premiere?|deuxieme|troisieme|quatrieme|[1-9](?:er|re|e|eme)|first|second|third|fourth|1st|2nd|3rd) $"
)
#: Such a label opens its line or its clause: not "Visite de mon enfant : …".
_LABEL_OPENS: Final = compiled(
    r"(?:^|[\n.:;,|(>*\-]) ?(?:(?:notre|mon|ma|my|our|son|sa|his|her|leur|their|l[ea]|the) )?"
    rf"(?:{_NTH.pattern[:-1]})?$"
)
#: A figure, in reach and in the same sentence; a month's name may be cut short before it.
_FIGURE_NEAR: Final = compiled(
    r"[^0-9\n.!?]{0,40}+(?:(?<= m[rs])\.|(?<= mrs)\.|(?<= dr)\.)?[^0-9\n.!?]{0,64}+"
    r"(?:[.;,]? ?(?:date) ?:? ?[a-z ]{0,14}|(?:(?<= (?:jan|fe[bv]|mar|a[pv]r|mai|may|ju[ln]|ao[ut]|aug|sep|oct|nov|dec))"
    r"|(?<= (?:sept|janv|fevr|juil)))\. ?)?[0-9]"
)
_ONE_NAME: Final = compiled(r"[A-Za-z][A-Za-z'-]*")
#: Between the word and the name.
_LINKS: Final = frozenset(
    f"""{RELATIVES} de du des d' of for pour the le la l' mon ma mes my our notre nos son sa his her leur their et and mme mr
    mrs ms m jr sr madame monsieur miss principal principale age agee aged date le on mineur mineure minor""".split()
)
_MONTHS: Final = frozenset(word[:3] for word in MONTH_WORDS)
_SAINT: Final = compiled("^(?:ste?|saint|sainte)-")
_WEEKDAY: Final = compiled(WEEKDAY)
#: After the date the line or the sentence ends, or what else identifies somebody follows.
_ENDS: Final = compiled(
    r"[ \"'*_]*(?:$|[\r\n);|\]]|[.](?![0-9])|  |,[ \r\n]|/ (?=[0-9]{1,5}[a-z]? [a-z]|[0-9]{3}[ -])"
    r"|[,/\-]? ?(?:[fmhx](?![a-z0-9])|[0-9]{3}|[a-z]{4} ?[0-9]{4}|nam|nas|sin|ramq|no |sexe?|masc|fem|male|et |and"
    r"|fils|fille|garcon|son(?![a-z])|daughter|boy|girl|enfant|child|depend|conjoint|spouse|adresse|address|tel|phone)"
    r"| ?- ?[0-9a-z ,]{6,20}\))"
)
#: What was done on that day, unless the next person follows: "…, spouse Zoé Roy", "…, notre fils".
_DONE: Final = compiled(
    rf"[ ,;:\-(]{{1,4}}(?!(?:notre|{'|'.join(sorted(_ROLES | _YOUNG))})(?![a-z]))"
    r"(?:[a-z]{4,}(?:ed|ee?|i|ie|is|ise|ation|ment)(?![a-z])|(?!rue |avenue |chemin )[a-z]+ (?:de|du|d'|of))"
)
#: "My brother arrived on … and my sister Anna on …": the same event.
_ON_A_DAY: Final = compiled(r"(?<![a-z])(?<!born )(?<!nee )(?<!ne )(?:le|on) ?$")
_REACH: Final = 90
_ANY_AGE: Final = timedelta(0)
#: Who writes is older.
_WRITER: Final = timedelta(days=10 * 365)
#: How long ago somebody was born, at least: other dates of these years stand beside names, too.
_KINDS: Final = (
    (_PARENTS, _PARENT_OF, _ANY_AGE),
    (_YOUNG, _ROLE, _ANY_AGE),
    (_SMALL, _ROLE, _ANY_AGE),
    (_ROLES, _ROLE, timedelta(days=14 * 365)),
    (_LABELS, _LABEL, _WRITER),
    (_SPEAKING, _SPEAKS, timedelta(days=16 * 365)),
    (_PAPERS, _PAPER, timedelta(days=365)),
)


def of_people(page: Page, flat: str) -> Iterator[Candidate]:
    """The dates that follow a name, after a word that says whose name it is, or what paper about a birth."""
    said = page.words & _ASKED
    words = said & _NAMED
    if not _OF_BIRTHS.isdisjoint(said):
        words |= said & _PAPERS
    found = words_leading(words, flat) if words else []
    if "date" in said and not _OWNERS.isdisjoint(said):
        found = sorted([*found, *words_at(_DATE, flat)])
    for at, word in found:
        if word == "date":
            yield from _own(page, flat, at)
            continue
        end = at + len(word)
        near = _FIGURE_NEAR.match(flat, end)
        if not near or not (kind := _kind(flat, end, word)):
            continue
        end, least = kind
        if word in _FULLY and not is_full_name(_MARK.split(page.text[end : near.end()], maxsplit=1)[0]):
            continue
        owned = word in _KIN and _POSSESSIVE.search(flat[max(0, at - _LONGEST_OWNER) : at])
        own = word in _SMALL or bool(owned)
        if word in _BY_AGE and not own:
            continue
        if not _are_names(_ASIDE.sub("", page.text[end : near.end()])):
            continue
        dates = dates_in(page.today, straighten(flat[end : end + _REACH]))
        if not dates or not dates[0].days:
            continue
        title = _TITLE.search(page.lower, max(0, at - _TITLED), at)
        if title and tells_deed(title[1]):
            yield candidate(end, dates[0], 0.4, ("pattern", "layout:person", REFUSED))
            continue
        before = flat[max(0, at - _LONGEST_OWNER) : at]
        if _ON_A_DAY.search(flat, end, end + dates[0].start) and OTHER_EVENT.search(_clause(page, at)):
            continue
        if _OF_AN_EVENT.search(before) or OTHER_EVENT.search(before):
            own, least = False, max(least, _RECENT)
        bare = None if word in _PAPERS else _COLON if word in _IDENTITY else _BARE
        if word == "moi":
            bare = _ONESELF if _SELF_OPENS.search(page.lower[max(0, at - _LONGEST_OWNER) : at]) else None
        if (
            word in _KIN
            and _COLON.fullmatch(flat, end, end + dates[0].start)
            and _LABEL_OPENS.search(page.lower[max(0, at - _LONGEST_OWNER) : at])
        ):
            bare, own, least = _COLON, False, _ANY_AGE if _NTH.search(before) else max(least, _RECENT)
        if word in _LABELS and DEED_BEHIND.match(flat, end + dates[0].end):
            continue
        if word in _SPEAKING and _ON_AIR.match(page.text, end + dates[0].end):
            continue
        if _is_of_somebody(page, end, dates[0], _ANY_AGE if own else least, own=own, bare=bare):
            yield candidate(end, dates[0], 0.6, ("pattern", "layout:person"))
            if own and (and_i := _AND_I.match(flat, end + dates[0].end)):
                yield from _mine(page, flat, and_i.end())
            if own:
                yield from _hers(page, flat, at, dates[0])


def _mine(page: Page, flat: str, start: int) -> Iterator[Candidate]:
    """The date that is all of the brackets from flat[start:] on, one's own beside a relative's."""
    dates = dates_in(page.today, straighten(flat[start : start + _LONGEST_DATE]))
    if (
        dates
        and not dates[0].start
        and dates[0].days
        and flat.startswith(")", start + dates[0].end)
        and all(page.today - day > _WRITER for day in dates[0].days)
    ):
        yield candidate(start, dates[0], 0.6, ("pattern", "layout:person"))


def _hers(page: Page, flat: str, at: int, kin: WrittenDate) -> Iterator[Candidate]:
    """The date in brackets behind the names of her whose relative a word at flat[at:] calls."""
    whose = _HERS.search(flat, max(0, at - _LONGEST_OWNER), at)
    told = date_before(page, flat, whose.start()) if whose else None
    if told is None or any(page.today - day < _WRITER for day in told[1].days):
        return
    if _CHILD.match(flat, at) and any(
        birth - day < _PARENT for day in told[1].days for birth in kin.days
    ):  # no mother so young
        return
    start = told[0] + told[1].start
    named = _HER_NAME.search(page.text, max(0, start - _REACH), start)
    if named and is_full_name(named[1]) and not OTHER_EVENT.search(_clause(page, named.start())):
        yield candidate(*told, 0.6, ("pattern", "layout:person"))


def _clause(page: Page, at: int) -> str:
    """What the sentence says before `at`."""
    return _STOP.split(page.lower[max(0, at - _SENTENCE) : at].rpartition("\n")[2])[-1]


def _kind(flat: str, end: int, word: str) -> tuple[int, timedelta] | None:
    """Where the words for somebody end of which `word` ends at `end`, and how long ago the birth must have been."""
    for words, follows, least in _KINDS:
        if word in words and (found := follows.match(flat, end)):
            return found.end(), least
    return None


def _is_of_somebody(
    page: Page, begin: int, written: WrittenDate, least: timedelta, *, own: bool, bare: Pattern | None
) -> bool:
    """Whether a name stands before the date, or nothing but `bare`, and the date is `least` ago and no other event's."""
    start, end = begin + written.start, begin + written.end
    gap = _ASIDE.sub("", page.text[begin:start])
    if "\n\n" in gap or not ((bare and bare.fullmatch(gap)) or (_GAP.fullmatch(gap) and _names(gap))):
        return False
    if any(page.today - day < least for day in written.days) or OTHER_EVENT.search(gap.lower()):
        return False
    if heads_other(gap.lower()):
        return False
    if own and gap.rstrip("\"'* ").endswith(("(", ",")):
        return not _EVENT_NEXT.match(page.flat, end)
    return _ENDS.match(page.lower, end) is not None and not _DONE.match(page.lower, end)


def _are_names(written: str) -> bool:
    """Whether the words, but for those that link and for months, are somebody's names, or there are none."""
    return all(
        is_name(_SAINT.sub("", name.lower()).partition("-")[0])
        or (name[0].isupper() and not is_everyday(name.lower()))
        or name[:3].lower() in _MONTHS
        or _WEEKDAY.fullmatch(name.lower())
        for name in _names(written)
    )


def _names(written: str) -> list[str]:
    """The words that do more than link."""
    return [word for word in _ONE_NAME.findall(written) if word.lower() not in _LINKS]


def _own(page: Page, flat: str, start: int) -> Iterator[Candidate]:
    """ "Ma date pour m'identifier : 1985-04-12", or after one's number: of long ago, and nothing else that happened is told."""
    led = _OWN_AFTER.match(flat, start + len("date"))
    if led is None and _OWN_AMONG.search(flat, start - _AMONG_REACH, start):
        led = _AMONG_LED.match(flat, start + len("date"))
    if led is None or not _OWNER.search(flat, start - _LONGEST_OWNER, start):
        return
    dates = dates_in(page.today, straighten(flat[led.end() : led.end() + _LONGEST_DATE]))
    if (
        not dates
        or dates[0].start
        or not dates[0].days
        or any(page.today - day < _RECENT for day in dates[0].days)
    ):
        return
    end = led.end() + dates[0].end
    sentence = flat[max(0, start - _SENTENCE) : end] + _STOP.split(flat[end : end + _LONGEST_DATE])[0]
    if not OTHER_EVENT.search(_ASKED_FOR.sub("", sentence)):
        yield candidate(led.end(), dates[0], 0.6, ("pattern", "layout:own"))
