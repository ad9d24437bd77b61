"""Whether words for a social insurance number (`sin_words`) announce one where they stand, or mean something else there."""

from __future__ import annotations

from typing import Final

from recognizers.around import SPACES
from recognizers.cues import Cue
from recognizers.elements import ends_element
from recognizers.patterns import Ending, compiled
from recognizers.sin_denied import (
    is_airport,
    is_counted,
    is_denied,
    is_left_empty,
    is_of_a_rule,
    is_wrongdoing,
)
from recognizers.sin_words import BY_USE, GLUED, NUMBER, PERSON

#: Right before the letters: they name a disk, a wrong, an angle.
_CONTEXT_VETO: Final = compiled(
    r"(?<![a-z/])(?:qnap|synology|asustor|buffalo|netgear|terramaster|ugreen|truenas"
    r"|series?|serial|(?:sauvegardes?|backups?|micrologiciel|firmware) (?:du|de|of|of the)|serveurs?"
    r"|servers?|stockage|storage|disques?|boitier|viet|drive|a|deadly|original"
    r"|mortal|of|cos|cosinus|arc|cardinal)[ -]$|//$|(?<![a-z])math\.$"
)
#: "the parcel's number for the copy of my SIN": of the copy.
_COPY: Final = Ending(
    r"(?<![a-z])(?:numero|number|no|suivi|tracking)(?![a-z])[^.!?:0-9]{0,40} (?:pour|for|of|de) (?:la|une|the|a) "
    r"(?:photo)?cop(?:ie|y) "
    r"(?:de|of) (?:[mst]on|my|his|her) \Z"
)
_COPY_REACH: Final = 90
#: A cell ends in a word for a number, and the next begins with the label: "Confirmation number<TAB>Social ins. #".
_OVER_CELLS: Final = compiled(r"(?![Ss][Oo][Cc])[A-Za-z]{2,7} ?\t")
#: Near the letters: they are the name of a disk, an airport, a singer.
NO_LABEL: Final = compiled(
    r"(?<![a-z])(?:synology|qnap|asustor|disques?|reseau|network|raid|sauvegarde[es]{0,2}|backed up|backups?|volumes?"
    r"|math\.sin|stockage|storage|share|intervention|firmware|rappeu?r|albums?|sold|vendu"
    r"|singapou?re?|nassau|academy|academie|airport|aeroport)(?![a-z])"
    r"|^[ -]?city(?![a-z])"
    r"|^ (?:du|de la|at the|in the|of the) (?:bureau|maison|sous-sol|studio|office|basement)(?= ?(?:[(:#=]|est|is))"
)
#: NAS, SIN, SSN, ITN, TTN; the plural's ending is small.
_ACRONYM: Final = 3
#: "I just got a sin: 130 692 544": what somebody gets is no wrong, right before its mark and a number.
_GOT_A: Final = compiled(
    r"(?<![a-z])(?:got|get|gets|has|have|had|received|gave|given|issued|assigned|obtained)(?: (?:me|him|her|them|us))? a $"
)
_IS_NINE: Final = compiled(r" ?[:=(] ?[1-9][0-9]{2}([ ._-]?)[0-9]{3}\1[0-9]{3}(?![0-9])")
_LINE_START: Final = compiled(r"(?:^|\n)[> ]{0,3}$")
#: Around a number that is called by what it is for, or how it begins: whose, or what else, it is; and so far.
_NO_PERSONS: Final = compiled(
    r"[^!?\n]*(?<![a-z])(?:our|notre|nos|firms?|firme|business|compan(?:y|ies)|compagnie|entreprise|societe|organisme|inc|ltee|gst|hst|tps|tvq"
    r"|qst|neq|phone|tel|telephone|confirmation|receipt|recu|reference|ref|case|dossier|file|propert(?:y|ies)|roll|role|daycare"
    r"|garderie|invoice|facture|payment|paiement|parcel|colis|tracking|suivi|reservation|order|commande|account|compte|bill"
    r"|landlord|proprietaire|donation|charity|client|customer|member|membre|ticket|claim|reclamation)s?(?![a-z])"
)
_USE_REACH: Final = 70
#: Near a number that begins with nine: its bearer is a temporary resident.
_OF_A_RESIDENT: Final = compiled(
    r"(?<![a-z])(?:permis|permit|temporary|temporaire|nas|sin|social|service canada|refugee|refugie|visa"
    r"|residen(?:t|ce))(?![a-z])"
)
_RESIDENT: Final = 120
#: The taxes of land and companies have numbers, too.
_LANDED: Final = compiled(r"(?<![a-z])(?:property|municipal|school|sales|business) $")
#: Right after a figure, only a label with its mark is one: "…1925NAS: 130 692 544".
_GLUED_LABEL: Final = compiled(" ?[:#=]|[0-9]{3}")
#: What may stick to the label: "monNAS:", "noNAS".
_GLUED_BEFORE: Final = compiled(f"(?<![a-z])(?:{GLUED.replace(' ', '|')}|{PERSON})$")
_SPELLED_OUT: Final = compiled(r" ?\(([a-z][a-z' -]{6,60})\)")
_OF_INSURANCE: Final = compiled("social|assur|insur|num")
#: Of these, those that no other number's name has: "Site Identification Number".
_INSURANCES: Final = compiled("social|assur|insur")
_LONGER_WORD: Final = compiled("(?<![a-z])[a-z]{3,}")
#: How much of a name that brackets shorten is looked at; it ends in a word.
_NAME_REACH: Final = 48
_BRACKET_ENDS: Final = compiled(r"\)(?! ?[:=#])")
_NAME_END: Final = compiled(r"[a-z] ?$")
_INITIAL: Final = compiled("(?<![a-z])[a-z](?=[a-z]{2})")
_CELL_BEGINS: Final = compiled(r"(?:^|[\t\n>]|  |\| ?)$")
_CELL_ENDS: Final = compiled(r"[\t\r\n<]|  | ?\||$")
_EDGE: Final = compiled("[\t><|]|  ")
#: The head of a column that says which of several it is: "sin_old | sin_new"; a mark or a low line tells it from prose.
_WHICH: Final = (
    r"(?:old|new|former|previous|prev|current|correct(?:ed)?|right|wrong|updated|original|initial|final|valid(?:ated)?|reported"
    r"|filed?|ancien|nouveau|precedent|actuel|corrige|exact|bon|mauvais|errone|valide|verifie|inscrit|declare|recu)"
)
_HEAD_BEGINS: Final = compiled(rf"(?:\A|\n[> ]{{0,3}}|[|\t;] {{0,2}}|,)\"?(?:{_WHICH}[_ ]){{0,2}}\Z")
_HEAD_ENDS: Final = compiled(rf"(?:(?:[_ ]| ?\(){_WHICH}\)?)?[ \"]{{0,40}}(?:[|\t;]|,(?! )|\r?\n|\Z)")
_HEAD_MARK: Final = compiled(r"[|\t;_]|,(?! )")
_HEAD_REACH: Final = 30
#: The name of a computer: "nas01.exemple.ca"; and an airport, "Nas (Bahamas)".
_HOST: Final = compiled(
    r"-?[0-9]{0,3}\.(?!it's(?![a-z])|c'est(?![a-z])|(?:pdf|jpe?g|png|docx?|xlsx?|csv|txt|tiff?|zip|msg|eml|heic)(?![a-z]))[a-z]{2}|\([a-z]\)"
    r"| ?\((?:the |les )?(?:bahamas|nassau)(?![a-z])"
)
_OWN: Final = compiled(
    r"(?:[a-z]'s|mon|son|leur|notre|votre|ton|my|his|her|their|our|your|ur|the|le|du|de|les|des|ces|ses|mes|nos|vos|leurs|these|both|deux|two|trois|three|[23]|no|num"
    r"|c'est (?:ecrit|marque|inscrit|indique)|it (?:asks for|says|reads)"
    r"|numero|n\^|#|et|and|ou|or|[,;:|/(\-])[ ]?$"
)
#: "Demande de NAS no 123": the number of the request.
_REQUEST: Final = compiled(
    r"(?:demande|requete|formulaire|application|request|form) (?:de|d'un|for|for an?) $"
)
_NUMBER_OF_REQUEST: Final = compiled(
    r"(?<![a-z])(?:numero|number|no|num)[. ]{1,2}(?:de |d'|du |of |for )(?:(?:la|ma|my|the|your|votre|notre|our) |l')?"
    r"(?:demande|requete|formulaire|application|request|form) [a-z' ]{2,9}\Z"
)
_ITS_NUMBER: Final = compiled(rf" {NUMBER}(?![a-z])")
#: At the head of a line or a sentence: "sin for payroll 130 692 544".
_FOR_WORK: Final = compiled(
    r" (?:for|pour) (?:(?:the|la|le|my|your|our|votre|notre) |l')?"
    r"(?:payroll|paye|paie|(?:(?:tax|pay|income) )?slips?|(?:feuillets?|releves?)"
    r"(?: (?:fiscal|fiscaux|d'emploi|d'impot|de paye|de paie|1))?"
    r"|tax(?:es)?|impots?|t4|rl-?1|work|job|emploi|employer|employeur|bank|banque|(?:direct )?deposit|depot(?: direct)?"
    r"|rrsp|reer|celi|tfsa|resp|reee|mortgage|hypotheque|pension) ?[:=]? ?[0-9]{3}"
)
_SENTENCE_BEGINS: Final = compiled(r"(?:\A|[\n.!?;]|[a-z]{3},)[ >*-]{0,4}\Z")
#: "nas connu :", "nas de l'employé :".
_DESCRIBED: Final = compiled(r"(?:[ _](?!pour|serv|drive|synology|qnap)[a-z']{2,14}){1,3}\"? ?[:=] ?\"?[0-9]")
_ASKED: Final = compiled(
    r"[ \"'\]]{0,2}(?:[:#=(|\[\-]|\.{2,40} ?[0-9]|n\^|(?:card )?(?:no|num|nbr)|card ?[:#]"
    r"|card[;,]? (?:(?:and )?it|which|that) (?:shows?|says?|reads?)(?![a-z])|est|is|sont|are|c'est|it's|,|;|/"
    r"|et|and|(?:changed )?from [0-9]|to [0-9]|[0-9]|\. ?(?:(?:c'est|est|it's|is)\. ?)?[0-9]{3}[ -]?[0-9]{3}|\?|temporaire"
    r"|(?:mere|pere|parent|conjointe?|epou(?:x|se)|mari|femme|fils|fille|enfant|mother|father|spouse|wife|husband|son|daughter|child)"
    r" ?[:=]? ?[0-9]"
    r"|c(?:'?est)? (?:ecrit|marque|inscrit|[0-9])|cest(?![a-z])|(?:colon|deux[ -]points?|equals?|egale?)[ ,:]{1,2}[0-9]"
    r"|\"? ?value ?= ?\"?[0-9]|_(?:[a-z]{2,12}_){1,2}[0-9]{3}([_-]?)[0-9]{3}\1[0-9]{3}(?![0-9])"
    rf"|[ _]{PERSON}[\"']? ?[:=] ?[\"']?[0-9]"
    r"|(?:en|in) (?:trois|three|3|plusieurs|several) (?:texto|message|text|part|morceau|bout|bloc|block|piece|bit|chunk|ligne"
    r"|line|envoi)"
    r"|de ma|de mon|de l['a ]|du|of my|for my|of the (?:deceased|applicant|spouse|child"
    r"|employee|insured|holder|patient|client)|\n|\r|$)"
)


def is_cue(lower: str, text: str, cue: Cue) -> bool:
    """Short names are cues in capitals, or where a number is announced ("mon nas est", "sin #")."""
    if ends_element(lower, cue.start) or _OVER_CELLS.match(text, cue.start, cue.end):
        return False
    before = SPACES.sub(" ", lower[max(0, cue.start - 20) : cue.start])
    if is_denied(lower, cue) or is_left_empty(lower, text, cue):
        return False
    if cue.kind == "line":
        return _LINE_START.search(text[max(0, cue.start - 4) : cue.start]) is not None
    if cue.kind in BY_USE:
        return _is_a_persons(lower, cue)
    if cue.kind != "name":
        return not _LANDED.search(before)
    named = text[cue.start : cue.start + _ACRONYM].isupper() and before.endswith(("a ", "of "))
    if (before[-1:].isalpha() and not _GLUED_BEFORE.search(before)) or (
        _CONTEXT_VETO.search(before)
        and not named
        and not (_GOT_A.search(before) and _IS_NINE.match(lower, cue.end))
    ):
        return False
    if _COPY.search(lower, cue.start - _COPY_REACH, cue.start):
        return False
    if _REQUEST.search(before) and (
        _ITS_NUMBER.match(lower, cue.end)
        or _NUMBER_OF_REQUEST.search(lower, cue.start - _COPY_REACH, cue.start)
    ):
        return False
    if is_counted(lower, before, cue) or is_of_a_rule(lower, cue):
        return False
    if _HOST.match(lower, cue.end) or (before[-1:].isdigit() and not _GLUED_LABEL.match(lower, cue.end)):
        return False
    if text[cue.start : cue.start + _ACRONYM].isupper():
        return (
            not is_airport(text, cue) and not _is_spelled_out(lower, cue) and not _stands_for_name(lower, cue)
        )
    if is_wrongdoing(lower, cue):
        return False
    after = SPACES.sub(" ", lower[cue.end : cue.end + 20])
    if lower[cue.start - 1 : cue.start] == "<" or _is_cell(text, cue) or _is_head(text, cue):
        return True
    if lower.startswith("nas", cue.start) and _DESCRIBED.match(lower, cue.end):
        return True
    if _FOR_WORK.match(lower, cue.end) and _SENTENCE_BEGINS.search(before):
        return True
    return _ASKED.match(after) is not None or (_OWN.search(before) is not None and text[cue.start].islower())


def _is_a_persons(lower: str, cue: Cue) -> bool:
    """Whether a number that is called by its use, or by how it begins, is a person's: no firm's, no other number."""
    said = lower[max(0, cue.start - _USE_REACH) : cue.start]
    if _NO_PERSONS.search(said) or _NO_PERSONS.match(lower[cue.end : cue.end + _USE_REACH].partition(".")[0]):
        return False
    return (
        cue.kind == "use"
        or _OF_A_RESIDENT.search(lower, cue.start - _RESIDENT, cue.end + _RESIDENT) is not None
    )


def is_another_thing(lower: str, cue: Cue) -> bool:
    """Whether the letters are the name of a wrong or an angle: "a sin"."""
    return cue.kind == "name" and _CONTEXT_VETO.search(lower, cue.start - 20, cue.start) is not None


def _is_cell(text: str, cue: Cue) -> bool:
    """Whether the letters are all that a cell holds: between tabs, bars, two spaces or tags."""
    return (
        _CELL_BEGINS.search(text[max(0, cue.start - 2) : cue.start]) is not None
        and _CELL_ENDS.match(text, cue.end) is not None
        and _EDGE.search(text[max(0, cue.start - 2) : cue.end + 2]) is not None
    )


def _is_head(text: str, cue: Cue) -> bool:
    """Whether the letters, with which of several it is, are all that a cell or a line holds: "sin_old | sin_new"."""
    first = max(0, cue.start - _HEAD_REACH)
    said, at = text[first : cue.end + 2 * _HEAD_REACH].lower(), cue.end - first
    begins, ends = _HEAD_BEGINS.search(said, 0, cue.start - first), _HEAD_ENDS.match(said, at)
    return bool(begins and ends and _HEAD_MARK.search(said, begins.start(), ends.end()))


def _stands_for_name(lower: str, cue: Cue) -> bool:
    """Whether the letters in brackets shorten the name before them: "National Academy of Sciences (NAS)"."""
    if lower[cue.start - 1 : cue.start] != "(" or not _BRACKET_ENDS.match(lower, cue.end):
        return False
    name = lower[max(0, cue.start - _NAME_REACH) : cue.start - 1]
    initials = "".join(_INITIAL.findall(name))
    return (
        _NAME_END.search(name) is not None
        and _OF_INSURANCE.search(name) is None
        and initials.endswith(lower[cue.start : cue.start + _ACRONYM])
    )


def _is_spelled_out(lower: str, cue: Cue) -> bool:
    """Whether brackets say what the letters stand for, and it is something else: "SIN (Société d'ingénierie)"."""
    found = _SPELLED_OUT.match(lower, cue.end)
    if not found:
        return False
    initials = "".join(word[0] for word in _LONGER_WORD.findall(found[1]))
    if _OF_INSURANCE.search(found[1]):
        return initials == lower[cue.start : cue.start + _ACRONYM] and not _INSURANCES.search(found[1])
    return len(initials) > 1 and initials[:2] == lower[cue.start : cue.start + 2]
