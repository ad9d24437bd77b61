"""What a number's own sentence names, where the one before it speaks of a SIN: "NAS refusé par le site. Certificat n° …"."""

from __future__ import annotations

from typing import Final

from recognizers.around import words
from recognizers.birth_family import RELATIVES
from recognizers.everyday import is_everyday
from recognizers.other_labels import THINGS
from recognizers.patterns import compiled
from recognizers.sin_next import is_unknown
from recognizers.sin_words import NUMBER, PEOPLE

#: Where a sentence ends that says more than a label, or the label itself at the beginning.
_STOP: Final = compiled(
    r"(?:(?:^|(?<=[a-z)][a-z][a-z]))\.|(?<=[!?])|(?<=[a-z]);) {1,2}|(?<=[a-z])\.\n[ >\n]{0,4}"
)
_DET: Final = r"(?:(?:the|an?|my|your|our|this|le|la|les|une?|mon|ma|votre|notre|ce|cette|cet) |l')"
_WORD_OF: Final = r"[a-z][a-z-]{2,19}"
#: A noun, and what says of what or which: "rendez-vous", "bon de travail", "work order".
_NOUN: Final = rf"{_WORD_OF}(?: (?:(?:de|du|of) |d')?{_WORD_OF})?"
_DAY: Final = r"(?: (?:du|de|of|from|for|on|en|le) [a-z0-9][a-z0-9 ]{2,14})?"
#: All that the sentence says before the number is what is numbered, and a word or sign for a number: "élève no N", "# cours : N".
_NUMBERED: Final = compiled(
    rf"[ >*-]{{0,4}}(?:{_DET}?(?P<before>{_NOUN})(?:,? {NUMBER}\.?(?: (?:is|est|was|etait))?|,? ?#){_DAY} ?[:=(]? ?"
    rf"|{NUMBER}\.? (?:(?:de|du|of) (?:(?:la|the) |l')?|d')?(?P<after>{_NOUN}) ?[:=] ?)"
)
#: The same with a mark or a day, or with nothing: "Rendez-vous : N", "Your warranty of May 3 (N)", "la facture, N".
_TITLED: Final = compiled(
    rf"[ >*-]{{0,4}}{_DET}?(?P<noun>{_NOUN}){_DAY},?(?: (?:est|is|was|etait)(?: (?:le|the))?)? ?[:=(]? ?"
)
#: The same in apposition, at the sentence's end: "Le jeu d'essai est au dépôt, révision N".
_APPOSED: Final = compiled(rf"[^:=0-9]{{4,70}}, {_DET}?(?P<noun>{_WORD_OF})(?:,? {NUMBER}\.?|,? ?#)? ?:? ?")
#: It is got, seen or spoken of, and stands right before the number: "J'ai reçu l'avis N", "re: course N".
_SEEN: Final = compiled(
    r"[ >*-]{0,4}(?:(?:et |mais |and |but )?(?:i|we|he|she|they|je|j'|on|il|elle|nous|ils)[ ']?"
    r"(?:just |also |ai |a |as |avons |ont |have |'ve |had )?(?:got|get|received|see|paid|signed|recu|recois|vois|paye|signe)"
    r"|see|voir|voyez|re ?:|about|regarding|concerning|concernant|objet ?:|subject ?:) "
    rf"{_DET}?(?P<noun>{_NOUN}) "
)
#: It was found, and a mark leads to its number: "J'ai retrouvé le reçu du 3 mai 2026 : N"; but not of what bears a SIN.
_FOUND: Final = compiled(
    r"[ >*-]{0,4}(?:(?:et |mais |and |but )?(?:i|we|he|she|they|je|j'|on|il|elle|nous|ils)[ ']?"
    r"(?:just |also |only |ai |a |as |avons |ont |have |has |had |'ve )?(?:bien |enfin |juste |seulement |finally |still )?"
    r"(?:retrouve|trouve|found|find|have|garde|kept|keep|ai|conserve)) "
    rf"{_DET}(?!(?:contra[ct]ts?|documents?|leases?|baux|bail|permis|permits?)(?![a-z]))(?P<noun>{_NOUN}?)"
    r"(?: (?:du|de|of|from|for|on|en|le) [a-z0-9][a-z0-9 ,]{2,16})? ?[:=(] ?"
)
#: Words with which a sentence gives, mends or says again a value; papers that have it; persons whose it is.
_GIVES: Final = words(
    f"""{RELATIVES} {PEOPLE}
    correction corrections rectification precision precisions clarification rappel reminder repetition modification modifications
    information informations update ajout addition addendum complement supplement suite attention amendment reply response
    resultat result solution conclusion verification validation identification tentative message detail details mention
    changement replacement remplacement question moment comment lecture patience urgence evidence confidence minute page version
    case cas card carte cards cartes papier paper slip slips feuillet feuillets releve releves note notes insurance assurance
    assurances id identifiant identifiants lettre letter insistence assistance importance chance seance
    problem problems probleme worries trouble doubt rush wonder
    situation sequence prestation prestations immigration pension succession testament citation verifications employment
    government gouvernement"""
)
_ADVERB: Final = compiled(
    r"(?:vrai|juste|seule|autre|apparem|notam|forc[ae]|carre|genti|brieve|rapide|[a-z]+(?:elle|ive|ale|ble|ple|iere|eure|euse|aire"
    r"|acte|ecte|plete|[ae]m|ieme|cise|iate|ste))ment"
)
#: Whose numbers are no SINs where they are called numbers: "élève n° N".
_ROLES: Final = words(
    "employe employee eleve fournisseur vendor client cliente customer membre member student etudiant etudiante"
)
#: What has a number beside the things of `THINGS`.
_THING: Final = compiled(
    rf"(?:{THINGS}|grants?|bourses?|subventions?|dockets?|appels?|calls?|etudes?|stud(?:y|ies)|garanties?|warrant(?:y|ies)|depots?"
    r"|deposits?|virements?|transfers?|transferts?|labs?|laboratoires?|samples?|echantillons?|routers?|devices?|drones?|machines?"
    r"|lockers?|loyers?|meetings?|reunions?|tests?|tasks?|taches?|orders?|rx|fax|rdv|numero d'entreprise)(?![a-z])"
)
#: Nouns by their endings, that no verb has.
_ENDING: Final = compiled(r"[a-z]{2,}(?:[st]ions?|ments?|[ae]nces?|ships?|tures?|ites?|-vous|ages?)")
#: A sentence that asks to mend or to note a value: "Please update: N", "Merci de noter : N"; but not to call or to quote it.
_ORDERED: Final = compiled(
    r"[ >*-]{0,4}(?:(?:please|pls|kindly|can you|could you|(?:je vous |i )?(?:prie|ask) (?:de|you to)"
    r"|merci de(?: bien)?(?: vouloir)?|pri?ere de|veuillez|svp|pouvez-vous|pourriez-vous) [a-z]{3,14}"
    r"|[a-z]{3,14}ez(?:-l[ea])?)"
    r"(?: (?:it|this|that|le|la|ceci|bien|again|encore))?(?: (?:to|with|as|for|par|pour|comme|en))? ?:? "
)
_QUOTES: Final = compiled(
    r"(?<![a-z])(?:quote|cite|mention|refer|reference|track|see|voir|voyez|consult|citer|citez|mentionner|mentionnez|suivre|suivez"
    r"|referer|referez|consulter|consultez|call|dial|text|fax|phone|appeler|appelez|rappeler|rappelez|joindre|composer|composez"
    r"|press|contact(?:er|ez)?|visit(?:er|ez)?|write|ecrire a|scan(?:ner|nez)?|presente[rz]"
    r"|erase|delete|remove|ignore|effacer|effacez|supprimer|supprimez|ignorez|retirez"
    r"|pay|payer|payez|ship|deliver|livrer|livrez|rendez|chez|assez|open|ouvrir|ouvrez|return|retourner|retournez)(?![a-z])"
)
_LINKED: Final = compiled(r" (?:de|du|of) | d'")
_WORD: Final = compiled("[a-z-]+")
_SHORTEST: Final = 3


def names_its_own(before: str) -> bool:
    """Whether a sentence ends in `before` (flat, bounded), which leads to a number, and the next names what is numbered."""
    begun = _begun(before)
    if found := _NUMBERED.fullmatch(begun) or _SEEN.fullmatch(begun):
        noun = next(filter(None, found.groups()))
        return not _ROLES.isdisjoint(_WORD.findall(noun)) or _may_be_thing(noun)
    found = _FOUND.fullmatch(begun)
    if found and _THING.match(found["noun"]) and _GIVES.isdisjoint(_WORD.findall(found["noun"])):
        return True
    titled = _TITLED.fullmatch(begun) or _APPOSED.fullmatch(begun)
    return titled is not None and _is_thing(titled["noun"])


def is_ordered(before: str) -> bool:
    """Whether a sentence ends in `before`, and the next but asks to mend or to note the number that it leads to."""
    begun = _begun(before)
    return _ORDERED.fullmatch(begun) is not None and _QUOTES.search(begun) is None


def _begun(before: str) -> str:
    """What the last sentence in `before` begins with, of several; nothing of one."""
    last = 0
    for stop in _STOP.finditer(before):
        last = stop.end()
    return before[last:].replace("\n", " ") if last else ""


def _is_thing(noun: str) -> bool:
    """Whether words surely name a thing; "reçu" may say that a number was got."""
    if noun == "recu" or not _may_be_thing(noun):
        return False
    return _THING.fullmatch(noun) is not None or any(
        _THING.fullmatch(word) or (_ENDING.fullmatch(word) and not _ADVERB.fullmatch(word))
        for word in _WORD.findall(noun)
    )


def _may_be_thing(noun: str) -> bool:
    """Whether words name a thing if they are a noun: no person and no name, nor what gives a number."""
    said = [word for word in _WORD.findall(noun) if len(word) >= _SHORTEST]
    if any(word in _GIVES for word in said):
        return False
    if len(said) > 1 and not _THING.fullmatch(noun):
        # In English what is numbered stands last: "the work order", but "the order names".
        return _THING.fullmatch(said[0] if _LINKED.search(noun) else said[-1]) is not None
    return any(_THING.fullmatch(word) or (is_unknown(word) and is_everyday(word)) for word in said)
