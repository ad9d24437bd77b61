"""What the words right before a bare number introduce: somebody's number, or a thing's ("Talon de paiement 130 692 544")."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from recognizers.birth_family import RELATIVES
from recognizers.everyday import is_everyday, is_name
from recognizers.name_lists import GIVEN
from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.sin_next import is_unknown

#: Words and the marks behind them, up to the number.
_PHRASE: Final = compiled(
    r"((?:(?<![a-z])[a-z][a-z'-]*+[. /]{1,2}){0,5}(?<![a-z])[a-z][a-z'-]*+)[ .:>=#\"'(*-]{1,12}\Z"
)
#: A line that ends in "no", up to the number: "Soumission de l'entrepreneur : no 130 692 544".
_NUMBER: Final = compiled(r"([^\n.;!?]{3,60})(?<![a-z])n[o?^][ .:]{1,2}\Z")
#: A label on the line above, that calls the number another: "Numéro sur votre lettre du 2 novembre".
_LABEL_ABOVE: Final = compiled(
    r"(?:\A|\n)[> ]{0,4}((?:numero|number|no|#)(?![a-z])(?![^\n]*(?:soci|(?<![a-z])(?:nas|sin|ssn)(?![a-z])))"
    r"[^\n?!.;:]{3,60})[ :]{0,3}\r?\n[> ]{0,4}\Z"
)
#: What is filed bears a number: "Demande déposée le … sous le numéro 130 692 544".
_FILED: Final = compiled(
    r"(?<![a-z])(?:sous|under|portant|bearing) (?:le |the |file |case )?(?:no|num|numero|number|#)[. :]{1,2}\Z"
)
#: The question that it stands under, be it quoted.
_QUESTION: Final = compiled(r"([^\n?!.;]{3,60})\?[ \"'>)?*]{0,4}\r?\n[> ]{0,4}\Z")
#: What a question is made of, whatever it asks for.
_ASKS: Final = frozenset(
    """votre vos vous your yours you quel quelle quels quelles what which who qui celui celle celles ceux can could peux pouvez
    avez avoir have has give donner donnez know connais connaissez remember rappelez exact exacte complet full tell dire dites
    le la the please svp nos notre our how comment ou where paie paye pay payroll depot direct deposit""".split()
)
#: The head of a mail's subject, be it quoted, with the marks of replies; and what ends its line.
_SUBJECT: Final = compiled(
    r"(?:\A|\n)[ \t>*|]{0,12}(?:objet|subject|sujet|re|obj|subj)[ \t]{0,3}[*_]{0,2} ?:[ \t*_]{0,12}"
    r"(?:(?:re|tr|rep|fwd?|wg|aw) ?(?:\[[0-9]{1,2}\] ?)?:[ \t]{0,8}){0,4}"
    r"((?:[a-z][a-z'-]{1,14}[ \t:,]{1,3}){0,4})[\"'(\[#<]{0,2}\Z"
)
_SUBJECT_ENDS: Final = compiled(r"[ \t\"')\]>*_.|]{0,8}(?:<br ?/?>[ \t]{0,4})?(?:\r?\n|\Z)")
#: A mail says of what it gives that its subject has it.
_IN_SUBJECT: Final = compiled(
    r"(?<![a-z])(?:nas|sin|social[a-z ]{0,17}) (?:est|is|se trouve|figure) (?:dans|en|in) (?:the |le |l'|my |mon )?"
    r"(?:objet|sujet|titre|subject|title)(?![a-z])"
)
_BODY_REACH: Final = 400
#: What a subject says that may have a SIN.
_OF_PERSONS: Final = frozenset(
    f"""{RELATIVES} nas sin sins ssn social sociale soc insurance assurance mon ma my son sa his her identification identite
    identity employe employee paie payroll t4 td1 releve""".split()
)
_REACH: Final = 80
_SENTENCE_REACH: Final = 160
_WORD: Final = compiled("[a-z]+")
#: A thing right before a comma, of which somebody speaks: "she gave me a receipt, 130 692 544"; and no road's name.
_APPOSED: Final = compiled(
    r"(?<![a-z])(?<!de )(?<!of )(?:an?|the|my|our|your|his|her|this|une?|mon|ma|le|la|notre|votre|son|sa|ce|cette|l) ?'?"
    r"((?:[a-z'-]+ ){0,2}(?!(?:cartes?|cards?|lettres?|letters?)(?![a-z]))[a-z'-]+)"
    r"(?: (?:le|on|du|of|from) [a-z0-9, /-]{4,24})?, \Z"
)
#: "…, number 130 692 544": of what the sentence spoke of before.
_ITS: Final = compiled(
    r"[a-z0-9)]\.?,? (?:(?:le |the |sous le |au |bearing |portant le )?(?:no|num|numero|number)\.?|#) ?:? ?\Z"
)
#: … where a mark parts it from that.
_NO_MORE: Final = compiled(r" ?(?:no|num|numero|number|#)[.:]? ?")
_SENTENCE: Final = compiled(r"(?:[.;:!?][ )\"]|\n|[|])[ >*-]{0,4}")
#: Such a sentence's subject, before what happened to it on a day.
_ON_A_DAY: Final = compiled(
    r"(?<![a-z0-9])(?:(?:le|du|of|on|the|dated|datee?|en date) ){0,3}(?:[0-9]{1,4}([-/. ])[0-9]{1,2}\1[0-9]{2,4}"
    r"|(?:[0-9]{1,2}(?:er|st|nd|rd|th)? )?[a-z]{3,9}\.?(?: [0-9]{1,2},?)? (?:19|20)[0-9]{2})"
)
#: What puts a number somewhere, or asks for one: whatever stands before, it is not what the number is.
_PUTS: Final = frozenset(
    """typed type tape tapee entre entree wrote ecrit ecrivait mis met put inscrit inscrivait saisi noted note used utilise
    gave donne had avait lu read one ones celui try essayer essaie""".split()
)


def is_introduced_as_another(page: Page, start: int, values: Sequence[int]) -> bool:
    """Whether the words right before lower[start:], or the question above it, say of it that it is no SIN. Linear.

    Where those point to what the sentence spoke of before, that says it; `values` are where identity values end, in order, of
    which a number behind them is: "born on …, number 130 692 544".
    """
    first = max(0, start - _REACH)
    if _FILED.search(page.lower, first, start):
        return True
    for introduced in (_NUMBER, _PHRASE, _QUESTION, _LABEL_ABOVE):
        if said := introduced.search(page.lower, first, start):
            words = _WORD.findall(said[1])
            if not words or words[-1] in _PUTS:
                return False
            if any(map(_is_a_things, _without_surname(words))):
                return True
            break
    return _is_its_things(page, start, values)


def is_all_of_subject(page: Page, start: int, end: int) -> bool:
    """Whether lower[start:end] is all that a mail's subject says, but for words that name no person: "Objet : RE: suivi N"."""
    if not _SUBJECT_ENDS.match(page.lower, end) or _IN_SUBJECT.search(page.lower, end, end + _BODY_REACH):
        return False
    found = _SUBJECT.search(page.lower, start - _REACH, start)
    return found is not None and not any(
        word in _OF_PERSONS or is_name(word) for word in _WORD.findall(found[1])
    )


def _without_surname(words: list[str]) -> list[str]:
    """The words of a phrase; if a given name and one word more end it, that is a surname: "for Isaac L'Heureux"."""
    given = [word for word in words if len(word) > 1][-2:-1]
    return words[:-1] if given and given[0] in GIVEN else words


def _is_its_things(page: Page, start: int, values: Sequence[int]) -> bool:
    """Whether "number" before lower[start:] is a thing's of its sentence, or the number stands behind one in apposition."""
    first = max(0, start - _SENTENCE_REACH)
    before = values[bisect_right(values, start) - 1] if values and values[0] <= start else first
    first = max(first, before)
    *others, own = _SENTENCE.split(page.lower[first:start])
    if others and _NO_MORE.fullmatch(own):
        own = f"{others[-1]}, {own}"
    if said := _APPOSED.search(own):
        return _is_a_things(_WORD.findall(said[1])[-1])
    if not _ITS.search(own):
        return False
    return any(map(_is_a_things, _WORD.findall(_ON_A_DAY.sub(" ", own))))


def _is_a_things(word: str) -> bool:
    return word not in _ASKS and is_unknown(word) and is_everyday(word) and not is_name(word)
