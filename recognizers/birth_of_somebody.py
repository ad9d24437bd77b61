"""Whether what is said to be born, to have seen the light or to have an anniversary is somebody: no office, thing or feast."""

from __future__ import annotations

from typing import Final

from recognizers.around import LINE_WORDS, SPACES
from recognizers.birth_family import RELATIVES
from recognizers.birth_vetoes import (
    CHILD_SAW_LIGHT,
    NAMES_SOMEBODY,
    OFFICE_IS_BORN,
    THING_IS_BORN,
    THING_SAW_LIGHT,
    THING_TURNS,
    TO_OFFICE,
)
from recognizers.everyday import is_everyday, is_name
from recognizers.name_lists import GIVEN
from recognizers.patterns import compiled

#: So far before a verb an office is named.
_OFFICE_REACH: Final = 70
_OF_OFFICES: Final = compiled("ramq|medicare|maladie|quebec|canada")
#: What a thing did before the pronoun: "l'hôpital a admis Mme Roy, elle est née".
_DID: Final = compiled(
    r"(?<![a-z])(?:a|ont|avait|has|have|had) ([^,;:]{2,60}),? (?:elle|il|elles|ils|he|she) (?:est|sont|was) ?$"
)
_MISTAKE: Final = compiled(
    r"(?<![a-z])(?:erreurs?|errors?|mistakes?|mal|faute|fausse|mauvaise|wrong|incorrecte?|mme|mlle|mrs?|ms|madame"
    r"|monsieur)(?![a-z])"
)
#: Who writes of himself: no thing does, whatever stands before.
_WRITERS: Final = (" je suis", " i was ")
#: Between sentences, not behind an abbreviation; what "it" is, or "he" who is a dog, was said in the one before.
_SENTENCE_END: Final = compiled(
    r"(?<!^[a-z])(?<![ .][a-z])(?<! mme)(?<! mr)(?<! dr)(?<! inc)(?<! ltee)(?<! ltd)(?<! co)(?<! st)(?<! no)"
    r"[.!?](?: +|$)(?!(?:ils?|elles?|s?he|it|they) )"
)
#: "Elle est du 4 mai": somebody was named before, and no paper.
_NAMED: Final = compiled(
    rf"(?<![a-z])(?:{'|'.join(RELATIVES.split())}|(?:mon|ma) (?:petite?|grande?)(?= ?(?:[,.;:!?]|(?:est|a|au|en|dans|qui|va"
    rf"|doit|n')))|ado|adolescente?|mme|mlle|madame|monsieur|mr?|dame"
    rf"|garderie)s?(?![a-z])"
)
_PAPER: Final = compiled(
    r"(?<![a-z])(?:lettre|facture|carte|formulaire|ordonnance|prescription|demande|avis|recu|rapport|resultat|requisition"
    r"|note|courriel"
    r"|message|version|permis|contrat|dossier|billet|certificat|acte|document|releve|cheque|bail|rendez-vous|photo|visite"
    r"|commande)s?"
    r"(?![a-z])"
)
_NAMED_REACH: Final = 90
#: Of the lists of names, what French text has in most sentences.
_NO_NAMES: Final = frozenset(("le", "mai"))
#: What only somebody is, behind the day: "Elle est du 17 juin 1939, baptisée à Saint-Roch".
_OF_PEOPLE: Final = compiled(
    r" (?:(?:le |the )?[0-9a-z./-]{1,10}[ ,]{1,2}){1,3}?(?:[a-z0-9./-]{1,10}),? (?:et |and )?(?:(?:a ete|fut|was|est|is) )?"
    r"(?:baptisee?|bapti[sz]ed|christened|celibataire|single|mariee? (?:a|avec)|married to|veufs?|veuve|widowed|divorcee?"
    r"|agee? de|aged|native? d|enfant unique|only child)(?![a-z])"
)
#: Who "a vu le jour": a pronoun, a relative, or a name.
_WHO: Final = compiled(
    r"([a-z-]+)'?,? (?:qui )?(?:(?:y |n'|l')?(?:a|ai|ont|avons|avait|avaient|eut|aura|ayant) )$"
)
#: "Mon plus vieux a vu le jour".
_MY_OLDEST: Final = compiled(
    r"(?<![a-z])(?:mon|ma|nos|mes|notre|son|sa|leur) (?:deux |trois |autres? )?(?:(?:plus|petite?s?) )?(?:vieux"
    r"|vieille|jeunes?|grande?s?|petite?s?"
    r"|aine?e?s?|cadet(?:te)?s?|benjamine?|derni(?:er|ere)|premi(?:er|ere)|deuxieme|troisieme|neveux?|nieces?|cousine?s?"
    r"|chum|blonde)"
    r"(?: (?P<named>[a-z'-]{2,14}))?,? (?:qui )?(?:a|ont|avait|eut) $"
)
#: One of two people of whom the line speaks: "J'ai deux tantes … Celle de Rimouski a vu le jour".
_ONE_OF: Final = compiled(
    r"(?<![a-z])(?:cell?e|celui|l'une?|l'autre) (?:(?:de la|de|du|des|a|au) |d'|de l')?[a-z' -]{0,24} ?a $"
)
_SEVERAL: Final = compiled(
    r"(?<![a-z])(?:deux|trois|mes|nos|ses) (?:[a-z-]+ )?(?:tantes|oncles|cousine?s|soeurs|freres|nieces|neveux|filles"
    r"|fils|enfants"
    r"|dames|messieurs|hommes|femmes|patiente?s|residente?s|personnes|homonymes)(?![a-z])"
)
_ANYBODY: Final = frozenset(
    f"""j il elle ils elles on nous qui grand-maman grand-papa mamie papi memere pepere bebes enfants filles jumelles jumeaux
    petit petite employe employee client cliente patient patiente eleve etudiant etudiante locataire {RELATIVES}""".split()
)
#: Whose feast it is, and names of feasts.
_FEAST_OF: Final = compiled(r"fete (?:de |d'|a |du )([a-z]+)")
_FEASTS: Final = frozenset(("noel", "paques", "pentecote", "toussaint", "valentin", "patrick", "halloween"))
#: The anniversary of a thing: "anniversaire de la police", not "de la petite".
_WHOSE_DAY: Final = compiled(
    r" (?:de la|de l'|du|des|of the) ?(?!(?:petite?|grande?|bebe|enfant|patiente?|cliente?|assuree?|usagere?|employee?|insured"
    rf"|{'|'.join(RELATIVES.split())})s?(?![a-z]))([a-z]+)"
)


def is_an_offices(flat: str, at: int) -> bool:
    """Whether an office is what was born: "(…) RAMQ was born on", not "the patient of the RAMQ was born"."""
    before = flat[max(0, at - _OFFICE_REACH) : at]
    if not _OF_OFFICES.search(before):
        return False
    before = SPACES.sub(" ", f"{before} ")
    office = OFFICE_IS_BORN.search(before)
    return office is not None and not TO_OFFICE.search(before, 0, office.start())


def is_a_things(line: str, word: str) -> bool:
    """Whether a thing is what was born, as the words before the verb `word` on its line say, and nobody whom they name."""
    if f" {line}".endswith(_WRITERS):
        return False
    thing = THING_IS_BORN.search(_SENTENCE_END.split(line)[-1]) or (
        THING_TURNS.search(line) if word.lstrip().startswith("ne") else None
    )
    return thing is not None and not (
        _names_somebody(thing[thing.lastindex] if thing.lastindex else "") or _does_to_somebody(thing[0])
    )


def _names_somebody(called: str) -> bool:
    """Whether what a thing is called holds somebody's given name, or says whose file it is."""
    names = called.replace("d'", " ").replace("l'", " ").split()
    return not GIVEN.isdisjoint(names) or NAMES_SOMEBODY.search(called) is not None


def _does_to_somebody(line: str) -> bool:
    """Whether a thing made a mistake, or did something to somebody, who was born: "L'école a inscrit Zoé, elle est née"."""
    did = _DID.search(line)
    return did is not None and (_MISTAKE.search(did[1]) is not None or _names_somebody(did[1]))


def is_told_of_somebody(flat: str, at: int, end: int) -> bool:
    """Whether the pronoun at flat[at:], of a verb that ends at `end`, stands for somebody: a relative or a name before it, and no
    paper; or what is told behind the day is told of people only."""
    before = flat[max(0, at - _NAMED_REACH) : at]
    return not _PAPER.search(before) and (
        _NAMED.search(before) is not None
        or any(is_name(word) for word in LINE_WORDS.findall(before) if word not in _NO_NAMES)
        or _OF_PEOPLE.match(flat, end) is not None
    )


def saw_light(before: str, line: str) -> bool:
    """Whether the words before "vu le jour" say that somebody did, not a thing of any name; its `line` has more."""
    if THING_SAW_LIGHT.search(line):
        return False
    if CHILD_SAW_LIGHT.search(line):
        return True
    if before.endswith("j'ai ") or before.strip() == "ayant":
        return True
    if (mine := _MY_OLDEST.search(before)) and (mine["named"] is None or is_name(mine["named"])):
        return True
    if _ONE_OF.search(before) and _SEVERAL.search(line):
        return True
    who = _WHO.search(before)
    return who is not None and (who[1] in _ANYBODY or is_name(who[1].partition("-")[0]))


def is_feast(said: str) -> bool:
    """Whether a feast is no person's: "fête de Noël : "."""
    whose = _FEAST_OF.match(said)
    return whose is not None and (whose[1] in _FEASTS or is_everyday(whose[1]))


def is_things_day(flat: str, end: int) -> bool:
    """Whether the anniversary that ends at `end` is a thing's."""
    whose = _WHOSE_DAY.match(flat, end)
    return whose is not None and is_everyday(whose[1])
