"""What a mistyped number of a NAM's form is that stands near a NAM: somebody's second one, or another thing's.

"Ma carte soleil est X, celle de mon fils Y" tells two; "carte soleil X, gym Y" and a column headed "Parking" tell one. Only
what no check digit confirms is asked about: the words right before it, those right behind it, and the head of its column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from recognizers.around import words
from recognizers.cues import Cue, CueLine
from recognizers.everyday import is_everyday, is_name
from recognizers.nam_things import SAYS_NOTHING, THINGS, begins_surname, is_nobodys
from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.spans import Spans
from recognizers.table import Headers, cells_below, header_cells

#: What has a number of its own and is nobody's: more than `THINGS`, since a mistyped number asks for less, but nothing that is
#: a verb or a person, too ("la carte porte …", "fine"), nor a paper that is made for a NAM.
_NUMBERED: Final = (
    THINGS
    - words(
        """
        version scan release instrument collection salle sondage offer offre unite outil tool bon lot article item bourse
        boite box balance branch branche cart carton confirmation convention delivery donation formation annexe appendix
        installation lecteur livre motion norme panier plate portable police quote recu reglement resolution sale serveur
        server siege signal standard station suivi switch contest concours
        """
    )
) | words(
    """
    gym gyms bail baux lease logement appartement appart immeuble building condo entrepot storage
    stationnement parking garage vignette vignettes permis permit sticker macaron remorquage fourriere
    traversier ferry bateau boat quai metro stm opus bixi velo bike scooter moto motorcycle skidoo motoneige
    vtt quad train amtrak taxi uber greyhound aeroport airport laissez-passer
    bibliotheque library books piscine pool arena hockey patinoire rink zoo musee museum cinema theatre theater
    spectacle concert festival billets tickets loterie lottery casino tirage bingo
    wifi wi-fi internet modem routeur password passwords passe-partout passcode netflix videotron fizz telus koodo cell
    cellulaire imei puce
    hydro hydro-quebec electricite electricity gaz compteur energir
    costco walmart ikea amazon optimum aeroplan aeromiles fidelite loyalty rewards recompenses cadeau gift rabais rebate
    credit debit visa mastercard banque bank
    cours course hotel airbnb motel auberge chalet camping terrain cadastre taxe taxes arpenteur
    voiture auto camion remorque roulotte trailer pneu pneus tire tires plaque immatriculation vin niv
    chien dog micropuce medaille collar acces badge alarm alarme cadenas padlock coffre vault
    passeport passport sinistre constat contravention infraction colis parcel purolator fedex ups dhl factures commandes
    membership abonnement abonnements subscription club
    machine laveuse secheuse fournaise thermopompe chauffe-eau poele frigo
    fosse bac poubelle bracelet kobo kindle steam tondeuse mower ski kayak canot casque helmet matricule
    wheelchair fauteuil marchette auditif auditifs auditive hearing-aid orthese
    """
)
#: Of these, those that a NAM may stand on, or be given for: "au dossier du camp", "sur le permis", "pour le passeport".
_WHERE: Final = compiled(
    r"(?<![a-z])(?:sur|dans|en|selon|d'apres|chez|on|in|from|per|via|par|by|with|avec|over|off|through)"
    r" (?:(?:le|la|les|l'|mon|ma|mes|mes|son|sa|ses|votre|vos|notre|un|une|ce|cette|the|my|your|our|his|her|their|a|an|this) ?)?"
    r"(?:[a-z'-]+ ){0,3}$"
)
_FOR: Final = compiled(
    r"(?<![a-z])(?:pour|for|au|aux|a|at) (?:(?:le|la|les|l'|mon|ma|mes|son|sa|ses|votre|the|my|your|our|his|her) ?)?"
    r"(?:[a-z'-]+ ){0,2}$"
)
#: Words for a card that is meant, not named again: "celle de mon fils", "mine", "the old one".
_THE_ONE: Final = words(
    """
    celle celles celui ceux mienne mien miens miennes sienne sien siens siennes tienne tien leur mine hers theirs yours one ones
    """
)
#: Whose the next word is: somebody's number where nothing but a card is named.
_WHOSE: Final = words("his her son sa ses leur leurs their ma mon my notre our")
#: People beside whose number another's stands, and words that say that a number is told again.
_OTHERS: Final = words(
    """
    fils fille filles enfant enfants bebe bebes garcon garcons conjoint conjointe mari femme mere pere epoux epouse soeur soeurs
    sour frere freres papa maman jumeau jumelle jumeaux jumelles son sons daughter daughters child children kid kids baby wife
    husband hubby spouse partner mother father mom mum dad sister brother twin twins parent parents cousin cousine neveu niece
    nephew oncle tante uncle aunt grand-mere grand-pere grandma grandpa grandmother grandfather mamie papi papy beau-pere
    belle-mere beau-fils belle-fille chum blonde copain copine ami amie friend boyfriend girlfriend fiance fiancee ex
    colocataire coloc roommate roomie voisin voisine neighbour neighbor gardienne babysitter nounou tuteur tutrice guardian
    patient patiente patients usager usagere resident residente client cliente assure assuree beneficiaire personne person
    moi lui elle eux me him them petit petite petits petites grand grande cadet cadette benjamin benjamine
    aine ainee vieux vieille plus jeune youngest oldest eldest younger older elder little big bro sis
    employe employee collegue coworker she he elle il ils elles they
    ancien ancienne anciens nouvelle nouveau new old previous precedent precedente autre other another autres others
    deuxieme second seconde 2e 2nd troisieme third premier premiere first dernier derniere last aussi also encore again
    """
)
#: Words that say that the NAM before was wrong: somewhere between the two.
_CORRECTED: Final = words(
    """
    correction corrige corrigee corrected rectification error erreur oups oops pardon sorry plutot rather instead actually
    typo faute wrong mauvais mauvaise faux attendez attends wait scratch
    """
)
#: Words of another number than the one that is told.
_ANOTHERS: Final = _OTHERS | _THE_ONE | _CORRECTED
#: Labels of people's other numbers, where a NAM is told already.
_OFFICE: Final = compiled(
    r"(?<![a-z])(?:(?:no|num|numero|n\^|code|id|identifiant)\.? ?(?:de |d'|du )?(?:employee?|client|membre|dossier|etudiant)"
    r"|(?:employee?|client|customer|member|file|student) ?(?:no|num|number|nbr|id|#))(?![a-z])"
)
_WORD: Final = compiled("[a-z][a-z'-]*")
#: Between a thing's noun and a number that no NAM stands before: "mon casier est le", "gym card number:".
_LINK: Final = compiled(
    r"(?: (?:de |d'|of )?(?!(?:dit|says?|lit|reads?|shows?|affiche|refus[a-z]*|accept[a-z]*|demande|asks?|wants?) )"
    r"[a-z]{2,12}(?= ))?"
    r"[\s:.#=(\"'*|\\/>-]*(?:(?:no|num|numero|number|n\^|id|est|is|le|la|the|code|ref|c'est|card|carte)(?![a-z])"
    r"[\s:.#=(\"'*|\\/>-]*){0,4}"
)
#: What ends the words that belong to one number: marks, another label, "and".
_CLAUSE: Final = compiled(
    r"(?s:.*)(?:[,;/|\n\t&(]|[.!?] |//| [-\u2013\u2014] | (?:et|and|puis|pis|then|mais|but|alors que|while|tandis que) )"
)
#: What parts a label from a number behind it, which is another's: "X (carte soleil), Y (Opus)".
_PARTED: Final = compiled(r"[,;)/|&\n]| (?:et|and) ")
#: Between two members of a list: marks, numbers of items, "ou", "and".
_LISTED: Final = compiled(
    r"[\s,;/|&+\"'*>.()\-]{0,12}(?:(?:ou|or|et|and|puis|then|aussi|also|#?[0-9]{1,2}[.):]?|[a-h][.)])(?![a-z])"
    r"[\s,;/|&+\"'*>.()\-]{0,6}){0,3}"
)
#: A member of a list that has its line for itself.
_LINES_END: Final = compiled(r"[ \t\"'.,;*)|]{0,6}(?:\r?\n|\Z)")
_REACH: Final = 90
#: Before a number its own words stand within so many characters; unlisted nouns are asked about no further from a NAM.
_CLAUSE_REACH: Final = 60
#: Words behind a number that call it a thing's: "… c'est l'autobus", "… is my locker", "… (gym)".
_CALLED: Final = compiled(
    r"[\"'*)\u00bb]{0,3},? ?(?:(?:(?:ca )?c'est|est|is|it's|that's|which is|being) |= ?|\()(?:just |only |juste |seulement )?"
    r"(?:(?:le |la |les |mon |ma |mes |the |my |our |notre |un |une |a |an |pour |for )|l'|d')?"
    r"(?:(?:le |la |mon |ma |the |my |our )|l')?((?:[a-z'-]++ ?){1,4})"
)
_GIVEN_FOR: Final = compiled(
    r"[\"'*)\u00bb]{0,3},? ?(?:pour|for) (?:(?:le |la |les |mon |ma |mes |the |my |our |notre )|l')?([a-z'-]+)"
)
_AFTER: Final = 48
#: A label's own words end, and another's stand behind a mark: "medicare number;order number;phone".
_NEXT_LABEL: Final = compiled(
    r"(?: ?(?:number|numero|no|num|card|carte|#))?[ \"']{0,2}[;,|/\t][ \"']{0,2}([^;,|/\t\n:=0-9]{2,40})"
)
_YEAR: Final = compiled("[a-z]{4}[^a-z0-9]{0,3}(?:19|20)[0-9]{2}")
#: A day of these years: "BATO 2026 0704".
_THESE_YEARS: Final = compiled(
    r"[a-z]{4}[^a-z0-9]{0,3}20[12][0-9][^a-z0-9]{0,3}(?:0[1-9]|1[0-2])[^a-z0-9]{0,3}(?:[0-2][0-9]|3[01])(?![0-9])"
)
#: So many numbers back another NAM is looked for.
_LAST: Final = 4
#: A row's field: its name and eight figures, as machines part or join them: "ACCT~00204418", "ETAB 12403418".
_FIELD: Final = compiled(r"(?P<name>[a-z]{4})(?:(?P<mark>[~^|])| ?)[0-9]{8}(?![0-9])")

Span = tuple[int, int]


def nam_before(sure: list[Span], start: int) -> Span | None:
    """The nearest of the NAMs found last that ends before `start`, in reach."""
    near = [one for one in sure[-_LAST:] if one[1] <= start <= one[1] + _REACH]
    return max(near, default=None)


def is_another_persons(lower: str, start: int, end: int, before: Span) -> bool:
    """Whether a number stands beside a NAM (`before`) as the next of several: another's, the same corrected, a list's."""
    gap = lower[before[1] : start]
    if gap.count("\n") > 1 and "\n\n" in gap:
        return False
    if _LISTED.fullmatch(gap):
        return "\n" in gap and _LINES_END.match(lower, end) is not None
    clause = _own_words(lower, start, before[1])
    if names_a_thing(clause, answered=True):
        return False
    if not _CORRECTED.isdisjoint(_WORD.findall(gap)):
        return True
    found = [part for word in _WORD.findall(clause) for part in word.split("'") if part]
    told = [word for word in found if word not in _WHOSE or word == "son"]
    if told[-1:] != ["son"] and "son" in told:
        told.remove("son")
    return (
        not _OTHERS.isdisjoint(told)
        or not _THE_ONE.isdisjoint(told)
        or any(map(is_name, found))
        or (len(told) < len(found) and all(word in SAYS_NOTHING for word in told))
    )


def follows_a_thing(lower: str, start: int, strong: CueLine, before: Span) -> bool:
    """Whether the last words between a NAM and a number name a thing, and announce no other NAM."""
    clause = _own_words(lower, start, before[1])
    named = names_a_thing(clause, answered=True) or not THINGS.isdisjoint(_WORD.findall(clause))
    return named and not strong.last_end(start - len(clause), start)


def is_a_things(
    lower: str, start: int, end: int, strong: CueLine, before: Span | None, *, dateless: bool
) -> bool:
    """Whether the words beside a mistyped number say that it is a thing's; `before` is a NAM that stands before it.

    `dateless` says that its figures are no NAM's date: a year and a day of these years are a code's then.
    """
    clause = _own_words(lower, start, before[1] if before else 0)
    announced = strong.last_end(start - len(clause), start) > 0
    if not announced and names_a_thing(clause, answered=before is not None):
        return True
    if announced and not _PARTED.search(lower, strong.last_end(start - len(clause), start), start):
        return False
    if (found := _CALLED.match(lower, end, end + _AFTER)) and _names(found[1]):
        return True
    if before is None:
        return False
    nobodys = _ANOTHERS.isdisjoint(clause.replace("'", " ").split())
    if dateless and not announced and _WORD.search(clause) and nobodys and _THESE_YEARS.match(lower, start):
        return True
    if dateless and not announced and nobodys and _is_field(lower, clause, start):
        return True
    if not announced and _is_unlisted(lower, clause, start):
        return True
    if (found := _GIVEN_FOR.match(lower, end, end + _AFTER)) and _names(found[1]):
        return True
    return _is_listed_so(lower, start, strong, before)


def names_a_thing(clause: str, *, answered: bool) -> bool:
    """Whether the words before a number name what has a number of its own, and not where a NAM stands."""
    if answered and _OFFICE.search(clause):
        return True
    found = list(_WORD.finditer(clause))
    if not _THE_ONE.isdisjoint(one[0] for one in found):
        return False
    for one in found:
        if not _is_numbered(one[0]):
            continue
        begin = one.start() + (one[0].rfind("'") + 1)
        left = clause[:begin]
        if _WHERE.search(left):
            continue
        if answered or (not _FOR.search(left) and _LINK.fullmatch(clause, one.end())):
            return True
    return False


def cells_of_others(page: Page, strong: Iterable[Cue]) -> Spans:
    """The cells of columns that things head, in tables in which a NAM has a column of its own."""
    return Spans(cell for cue in strong for cell in _beside(page.lower, cue, page.headers))


def _beside(lower: str, cue: Cue, known: Headers) -> Iterator[Span]:
    for first, last in header_cells(lower, cue.start, known):
        if last <= cue.start or cue.end <= first:
            head = lower[first:last]
            words_of = _WORD.findall(head)
            if any(map(_is_numbered, words_of)) and _THE_ONE.isdisjoint(words_of):
                begin = first + len(head) - len(head.lstrip(' "'))
                yield from cells_below(lower, begin, begin + 1, known)


def _own_words(lower: str, start: int, begin: int) -> str:
    """The words right before `start` that belong to the number there: behind `begin`, and any mark."""
    left = lower[max(begin, start - _CLAUSE_REACH) : start]
    said = left.rstrip(" :=#\"'*|(\n\t\\/>-v^.\u2193")
    ended = _CLAUSE.match(said.rstrip(" ,;."))
    return left[ended.end() if ended else 0 :]


def _is_numbered(word: str) -> bool:
    parts = [word, *word.split("'"), *word.split("-")]
    return any(part in _NUMBERED or part.rstrip("s") in _NUMBERED for part in parts)


def _names(said: str) -> bool:
    """Whether words behind a number name a thing with a number of its own, and nobody."""
    found = _WORD.findall(said)
    return any(map(_is_numbered, found)) and _OTHERS.isdisjoint(found) and _THE_ONE.isdisjoint(found)


def _is_field(lower: str, clause: str, start: int) -> bool:
    """Whether the letters at `start` name a field of a machine's row, and nobody is named before it."""
    field = _FIELD.match(lower, start)
    return (
        field is not None
        and (field["mark"] is not None or is_nobodys(field["name"]))
        and not any(map(is_name, _WORD.findall(clause)))
    )


def _is_unlisted(lower: str, clause: str, start: int) -> bool:
    """Whether an everyday noun that is no person's is all that stands before letters or figures that are hardly a NAM's."""
    if _YEAR.match(lower, start) is None and begins_surname(lower[start : start + 4]):
        return False
    found = [part for word in _WORD.findall(clause) for part in word.split("'") if len(part) > 1]
    named = [word for word in found if word not in SAYS_NOTHING]
    return (
        bool(named)
        and _ANOTHERS.isdisjoint(found)
        and not _WHERE.search(f"{clause.rstrip(' :=#')} ")
        and all(is_everyday(word) for word in named)
    )


def _is_listed_so(lower: str, start: int, strong: CueLine, before: Span) -> bool:
    """Whether labels stand in a row and their values in another: "medicare number;order number" above "X;Y"."""
    if not _LISTED.fullmatch(lower, before[1], start):
        return False
    end = strong.last_end(max(0, before[0] - _REACH), before[0])
    found = _NEXT_LABEL.match(lower, end) if end else None
    return found is not None and any(map(_is_numbered, _WORD.findall(found[1])))
