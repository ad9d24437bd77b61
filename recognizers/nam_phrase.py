"""The noun phrase that a number of a NAM's form stands behind, or before: "la bonbonne BOUT…", "the washer's number is …".

Words are read by their place: what an article stands before is a noun, and one that names no person, no card and nothing
that is told of a patient has a number of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
import re
from typing import Final, NamedTuple

from recognizers.around import words
from recognizers.everyday import is_everyday, is_name
from recognizers.nam_things import (
    MORE_THINGS,
    NO_THING,
    OF_A_CARD,
    SAYS_NOTHING,
    THE_CARD,
    THINGS,
    begins_surname,
    is_nobodys,
)
from recognizers.patterns import compiled

#: Words before a noun: a definite or indefinite article, and whose it is.
_ARTICLES: Final = words("le la les l un une ce cet cette ces the an this that these")
_WHOSE: Final = words("mon ma mes notre nos votre vos son sa ses leur leurs my our your his her their its")
#: What joins two nouns of a phrase: "police d'assurance", "label on the wheelchair".
_JOINS: Final = words("de du des d of for pour on sur a au aux en par in from by with avec chez")
#: Of these, those that say whom a number is for.
_AIMS: Final = words("pour for")
#: Of these, those that only a noun stands behind.
_OF: Final = words("de du des d of")
_NUMBER: Final = words("no num numero numeros nos number numbers nbr n^ # code codes serial serie reference references ref")
#: What only leads from a noun to its number.
_LEADS: Final = words(
    """est is are sont was etait c'est le la l the porte portant bears bear bearing suivant suivante suivants following dont whose
    has ayant chez vous that qui which marque marked ecrit written like as comme it on dessus"""
)
#: What a paper or a machine does with a number that may be anybody's.
_SAYS: Final = words("dit says lit reads affiche shows indique mentionne")
_BETWEEN: Final = _LEADS | _NUMBER | _SAYS
_MARKS: Final = frozenset(',;:()"=|')
#: Whose number is a person's, and pronouns that a verb follows, or what is no noun: "je vous l'écris".
_ONES: Final = words("mon my son his her leur their own propre same meme")
_PRONOUNS: Final = words("je tu il elle nous vous ils elles j i you we they he she it me te se m t s ne n qui")
_BREAKS: Final = _PRONOUNS | words("que that et and is est mais but or ou pis puis then si if quand when as comme")
#: "The one for the doctor", "la mienne": a card that is not named again.
_NOT_ITS_OWN: Final = words(
    """celle celles celui ceux mienne mien miens miennes sienne sien siens siennes tienne tien mine hers theirs yours one ones
    ca cela ceci"""
)
#: Where the number of a thing is read.
_LABELS: Final = words("etiquette label sticker autocollant plaquette tag collant")
_PERSONS: Final = NO_THING | words(
    """patient patiente patients patientes usager usagere usagers usageres client cliente clients clientes assure assuree assures
    assurees monsieur madame mr mrs ms mme child children daughter wife husband spouse mother father insured beneficiary
    beneficiaires garcon boy girl girls boys soeur sister brother parent parents tuteur tutrice guardian dame dames homme hommes
    femme lady ladies man men woman women gentleman resident residente residents residentes couple infant nourrisson poupon newborn
    ne jeune jeunes aine ainee aines ado teen teenager eleve eleves etudiant etudiante etudiants etudiantes student students
    pupil travailleur travailleuse worker candidat candidate contact holder dependant dependants dependent dependents proche aidant
    aidante demandeur demanderesse applicant claimant requerant employe employee employes employees collegue colleague retraite
    retraitee veuf veuve widow widower refugie refugiee refugee immigrant citoyen citoyenne citizen locataire locataires tenant
    member membre membres members gens people kid kids friend ami amie twin twins jumeaux jumelles copain copine colocataire
    roommate voisins neighbour neighbor chum blonde boyfriend girlfriend fiance fiancee gendre bru nanny gardienne personnes
    person individu individual sujet victime victim accouchee parturiente malade malades senior seniors beaupere bellemere
    grandmother grandfather grandma grandpa uncle aunt nephew spouse conjoints enfants fils filles bebes babies daughters sons
    participant participante participants participantes
    """
)
#: What is told of people, not numbered: "mes informations : …", "ma réponse est …".
_TOLD: Final = words(
    """information informations info infos donnee donnees data coordonnee coordonnees detail details reponse answer identite lettre
    lettres chiffre chiffres letters digits figures figure caractere caracteres characters profil profile fiche chart record records
    entree entry ligne line rangee row colonne column valeur value suite champ field photo copie copy image verso recto dossier
    dossiers file files nom name names prenom question questions message courriel email mail chose thing matin soir midi jour
    morning evening today semaine week mois month annee year heure hour fois time adresse address telephone phone cell cellulaire
    place part mot word exemple example format formulaire form forms registre liste list lists tableau registry system systeme
    compte account erreur error mistake faute typo nouvelle dernier derniere premier premiere second deuxieme first last next
    prochain prochaine seul seule only right wrong correct vrai vraie real bon bonne bons bonnes mauvais mauvaise meme other
    autre autres cas case service services demande demandes request requests changement change changes mise jour update
    raison reason probleme problem situation seconde troisieme third deuxiemes pdf document documents fichier fichiers papier papiers
    paper papers page pages scan letter letters carnet booklet bracelet sheet feuille note notes
    rien nothing besoin need droit merci
    """
)
#: Nouns of what is done or happens, to a patient as well as to a thing: "Déménagement TREM…".
_EVENT: Final = compiled("[a-z]{2,}(?:[st]ions?|ments?|[ae]nces?|ages?|ings?|als?|[ai]te)$")
_WORD: Final = compiled(r"[a-z]+(?:-[a-z]+)*|n\^|#|[,;:()\"=|]")
_SENTENCE_END: Final = compiled(r"(?s:.*)(?:[!?;]|(?<![ .]no)(?<![ .]num)(?<![ .]ref)\.|[a-z0-9)] - )\s|(?s:.*)\n")
#: Numbers of a list before it: "codes : RABA…, RABB…, ".
_LISTED: Final = compiled(r"(?:[a-z]{4}[ -]?[0-9]{4} ?[0-9]{4}[ ,;/&]{1,3}(?:(?:et|and|ou|or|then|puis) )?){1,8}\Z")
_PASSWORD: Final = compiled("mots? de passe(?![a-z])")
_REACH: Final = 110
#: A phrase has so many words.
_LONGEST: Final = 9
#: Behind a number, what calls it a thing's: "… is the washer's number", "…, c'est le code de la médaille".
_CALLED: Final = compiled(
    r"[\"')]{0,2}[,?]? ?(?:non,? ?)?(?:(?:ca )?(?:c'est|est|is|it's|was|that's)|=) (?:just |juste )?"
    r"(?:(?:le|the|votre|your) (?:numero|no|number|code) (?:(?:de |of |on |sur |d'inventaire (?:de |d'))(?:(?:la|le|the|votre|your|notre"
    r"|our|this|cette|ce) |l')?|du |des |d')([a-z-]{3,})|(?:la |le |l'|the |our |notre )(?:[a-z-]+ )??([a-z-]{3,}) ?(?:(?:number|code|no|#)"
    r"(?![a-z])|(?=[.,;!?)\n]|$|(?:de |du |d'|on |in |at |that |qui |que ))))"
)
_NUMBER_FORM: Final = compiled(r"[a-z]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}(?![a-z0-9])")
#: Rows that begin with such a number, below a line that ends in a colon.
_ROW: Final = compiled(r"[ \t>\u2022*\u2013\u2014.()0-9-]{0,8}[a-z]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}(?![a-z0-9])[^\n]{0,90}")
_BULLET: Final = compiled(r"[ \t>\u2022*\u2013\u2014.()0-9-]{0,8}")
_HEAD: Final = compiled(r"([^\n]{3,90}?)(?: ?\(([^()\n]{2,50})\))? ?:\s*")
_MOST_ROWS: Final = 12
_ROWS_REACH: Final = 900
_CALLED_REACH: Final = 70


class _Phrase(NamedTuple):
    """Words that end right before a number, and what leads from them to it."""

    nouns: tuple[str, ...]
    #: Those that an article stands before.
    told: frozenset[str]
    #: An article, and no preposition, begins it.
    definite: bool
    #: Nothing stands before it.
    first: bool
    #: Its last word is a noun by its place: behind an article, or behind "de" and a noun.
    noun_last: bool
    numbered: bool
    marked: bool
    said: bool


def begins_own_words(lower: str, start: int) -> int:
    """Where the sentence or line begins in which lower[start:] stands, in reach."""
    first = max(0, start - _REACH)
    ended = _SENTENCE_END.match(lower, first, start)
    return ended.end() if ended else first


def is_of_thing(lower: str, begin: int, start: int, *, grouped: bool, carded: bool) -> bool:
    """Whether the phrase in lower[begin:start] names a thing whose number lower[start:] is.

    Letters that begin a common surname ask for more: words that say number, or an article and a noun of what does not just
    happen, and no card that the sentence speaks of (`carded`), nor, behind a mark, figures in groups as on the card (`grouped`).
    """
    left = lower[begin:start]
    if listed := _LISTED.search(left):
        left = left[: listed.start()]
    phrase = _read(left)
    if phrase is None or not _names_thing(phrase, lower[start : start + 4]):
        return False
    if phrase.said:
        return not _LABELS.isdisjoint(phrase.nouns)
    if phrase.numbered:
        return True
    if carded:
        return False
    if phrase.marked and phrase.first and not grouped and _is_listed(phrase.nouns[0]) and not _EVENT.match(phrase.nouns[0]):
        return True
    if phrase.definite and _is_listed(phrase.nouns[0]) and not _EVENT.match(phrase.nouns[0]):
        return True
    if not phrase.noun_last:
        return False
    if not begins_surname(lower[start : start + 4]):
        return True
    if _EVENT.match(phrase.nouns[0]) or _EVENT.match(phrase.nouns[-1]):
        return False
    return phrase.definite and not (grouped and phrase.marked)


def is_called_things(lower: str, start: int) -> bool:
    """Whether the words behind the number at `start` say that it is a thing's."""
    number = _NUMBER_FORM.match(lower, start)
    found = number and _CALLED.match(lower, number.end(), number.end() + _CALLED_REACH)
    return found is not None and _is_thing(found[1] or found[2], told=True)


def list_head(lower: str, start: int) -> tuple[int, int] | None:
    """Where the line begins and ends that heads the list of numbers in which lower[start:] begins a row; None where none does."""
    first = max(0, start - _ROWS_REACH)
    begin = lower.rfind("\n", first, start) + 1
    if not begin or not _BULLET.fullmatch(lower, begin, start):
        return None
    for _ in range(_MOST_ROWS):
        end = begin - 1
        begin = lower.rfind("\n", first, end) + 1 or first
        if end <= first or begin > end:
            return None
        if end == begin:
            continue
        if not _ROW.fullmatch(lower, begin, end):
            return (begin, end) if _HEAD.fullmatch(lower, begin, end) else None
    return None


def heads_things(head: str, prefix: str) -> bool:
    """Whether the line that heads a list names things and nobody: "Liste des lots retirés (…) :"."""
    found = _HEAD.fullmatch(head)
    if not found:
        return False
    named = [word[0] for word in _WORD.finditer(found[1]) if word[0][0].isalpha()]
    if any(word in _PERSONS or word in OF_A_CARD for word in (*named, *_WORD.findall(found[2] or ""))) or any(map(is_name, named)):
        return False
    numbered = not _NUMBER.isdisjoint(named)
    listed = any(_is_listed(word) for word in named)
    return (listed or numbered or not begins_surname(prefix)) and any(_is_thing(word, told=False) for word in named)


def is_word_on_line(text: str, lower: str, start: int) -> bool:
    """Whether the four letters at `start` are, in small letters, a thing's word on their line: "BEAM 0304 2728, steel beam"."""
    letters = lower[start : start + 4]
    begin = max(0, start - _REACH, lower.rfind("\n", max(0, start - _REACH), start) + 1)
    end = lower.find("\n", start, start + _REACH)
    line = text[begin : end if end >= 0 else start + _REACH]
    return (
        text[start : start + 4].isupper()
        and letters in line
        and re.search(rf"(?<![A-Za-z'-]){letters}(?![A-Za-z'-])", line) is not None
        and _is_thing(letters, told=False)
    )


def _read(left: str) -> _Phrase | None:
    """The phrase that ends where `left` does; None where it is none, or somebody's own number: "my number", "le mien"."""
    found = [word[0] for word in _WORD.finditer(_PASSWORD.sub("password", left).replace("'s ", " "))][-_LONGEST - 8 :]
    numbered = marked = said = False
    while found and (found[-1] in _BETWEEN or not found[-1][0].isalpha()):
        word = found.pop()
        if word in _NUMBER and found and found[-1] in _ONES:
            return None
        numbered |= word in _NUMBER
        said |= word in _SAYS
        marked |= word in _MARKS
        if word == "," and not numbered:
            return None
    nouns: list[str] = []
    told: set[str] = set()
    definite = noun_last = joined = False
    aims = 0
    while found and len(nouns) < _LONGEST:
        word = found.pop()
        before = found[-1] if found else ""
        if word in _NUMBER:
            if before in _ONES:
                return None
            if nouns and not joined:
                nouns.clear()
            elif len(nouns) > aims:
                del nouns[:aims]
            numbered = True
        elif word in _ARTICLES or word in _WHOSE:
            if before in _PRONOUNS or is_name(before):  # "je vous l'écris", "Patricia L'Heureux"
                return None
            if nouns:
                told.add(nouns[-1])
                noun_last |= len(nouns) == 1
            if before not in _JOINS:
                definite = word in _ARTICLES
                break
        elif not word[0].isalpha() or word in _BREAKS:
            break
        elif word in _JOINS:
            aims = len(nouns) if word in _AIMS else aims
            noun_last |= len(nouns) == 1 and word in _OF
        else:
            nouns.append(word)
            noun_last |= len(nouns) == 1 and not (before and before[0].isalpha())
        joined = word in _JOINS or (word in _ARTICLES and before in _JOINS)
    nouns.reverse()
    if not nouns or not _NOT_ITS_OWN.isdisjoint(nouns):
        return None
    return _Phrase(tuple(nouns), frozenset(told), definite, not found, noun_last, numbered, marked, said)


def _names_thing(phrase: _Phrase, prefix: str) -> bool:
    """Whether the words of a phrase name a thing, and nobody, no card and no patient."""
    parts = [(part, word in phrase.told) for word in phrase.nouns for part in word.split("-") if len(part) > 1]
    if any(_is_persons(part, prefix[:3], told=told) for part, told in parts):
        return False
    medical = any(part in OF_A_CARD and part not in _LABELS for part, _ in parts)
    if medical and not _is_listed(phrase.nouns[0]) and not (phrase.numbered and is_nobodys(prefix)):
        return False
    return any(_is_thing(part, told=told) for part, told in parts)


def _is_persons(word: str, letters: str, *, told: bool) -> bool:
    return (
        word in _PERSONS
        or word in THE_CARD
        or (is_name(word) and word not in THINGS)
        or (word.startswith(letters) and not told and not is_everyday(word))
    )


def _is_listed(word: str) -> bool:
    single = word.rstrip("s")
    return bool({word, single} & (THINGS | MORE_THINGS))


def _is_thing(word: str, *, told: bool) -> bool:
    if word in _TOLD or word in SAYS_NOTHING or word in _PERSONS or word in OF_A_CARD or word in THE_CARD:
        return False
    return _is_listed(word) or (len(word) > 2 and not is_name(word) and (told or is_everyday(word)))
