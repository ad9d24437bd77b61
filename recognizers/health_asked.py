"""Care, aids and drugs that somebody asks about: nobody's, unless the same sentences say at once whose they are.

"Info on hearing aids please" is anybody's; "info on hearing aids please, my father is almost deaf" is his.
"""

from __future__ import annotations

from typing import Final

from recognizers.health_left import plainly
from recognizers.health_owners import DEAREST, KIN
from recognizers.patterns import compiled

_BEFORE: Final = 140
_BEHIND: Final = 140
#: As far from what was told of somebody's illness as what is asked goes with it.
_NEAR: Final = 110
_DET: Final = (
    r"(?:(?:une?|la|le|les|des|du|de[ ]la|d'une?|an?|the|some|mon|ma|mes|my|son|sa|ses|his|her|leurs?|their|new"
    r"|nouve(?:au|lle)s?)"
    r"[ ]|l'|d'){0,2}"
)
#: What asks about what comes next: "info on", "formulaire pour", "know if the".
_ASKED: Final = compiled(
    r"(?<![a-z])(?:infos?|information|renseignements?|renseigner|questions?|details?|formulaires?|forms?|applications?"
    r"|know[ ]more|savoir[ ]plus)(?:[ ](?:svp|please))?[ ](?:sur|about|on|pour|for|de|d'|concernant|regarding)"
    rf"[ ]?{_DET}$"
    rf"|(?<![a-z'])(?:si|if|whether)[ ]{_DET}$"
    r"|(?<![a-z'])(?:(?:est[ -]ce[ ]que|does|do)[ ][a-z ]{2,16}[ ](?:payez?|couvrez?|rembourse[zr]?|couvre|paye?|cover|covers"
    r"|pays?[ ](?:for)?)|(?:payez|couvrez|remboursez|acceptez)(?:[- ]vous)?|(?:who|qui)[ ](?:pays?|paye?"
    r"|paie|couvre|covers)(?:[ ](?:for|pour))?"
    rf"|is|are)[ ]{_DET}$"
)
#: The same with the word for it last: "need knee surgery info".
_WANTS: Final = compiled(
    rf"(?<![a-z])(?:need|want|looking[ ]for|send[ ]me|besoin[ ](?:de|d')|cherche|veux|voudrais)[ ]?{_DET}$"
)
_INFO: Final = compiled(r"[ ](?:infos?|information|details?|renseignements?)(?![a-z])")
#: Whose it is, later in the same sentence: "…, my father is", "…, ma tante veut savoir", "… pour moi", "… j'ai 63 ans".
_WHOSE: Final = compiled(
    r"[^.!?\n]{0,60}?(?<![a-z'-])(?:"
    rf"(?:(?:mon|ma|my|notre|our)[ ](?:[a-z-]+[ ])?{KIN}|{DEAREST})(?![a-z])[^.!?\n]{{0,70}}?"
    r"[ ](?:est|is|veut|wants?|aimerait|would[ ]like|demande|souffre|needs?|a[ ]besoin|is[ ]asking)(?![a-z])"
    rf"|(?:pour|for)[ ](?:moi|me|(?:mon|ma|my|notre|our)[ ](?:[a-z-]+[ ])?{KIN})(?![a-z])"
    r"|j'?ai[ ][0-9]{1,3}[ ]ans|i(?:'?m|[ ]am)[ ](?:[0-9]{2}(?![0-9])|over[ ][0-9]{2}))"
)
#: Or his age right after the question: "vous remboursez le vaccin …? j'ai 70 ans".
_THEN_AGE: Final = compiled(r"[^.!?\n]{0,30}\? {0,2}(?:j'?ai [0-9]{2} ans|i(?:'?m| am) [0-9]{2}(?![0-9]))")
#: Or whoever asks for a form gives a number of his own.
_OWN_NUMBER: Final = compiled(
    r"[ ]{0,2}[.,;:!\n(-]{1,2}[ ]{0,2}(?:svp[ .,]{1,2}|please[ .,]{1,2}|merci[ .,]{1,2})?(?:(?:voici"
    r"|here[ ]is)[ ])?(?:mon|ma|my)[ ]"
    r"(?:numero|number|no|nam|carte|card|ramq)(?![a-z])"
)
_FORM: Final = compiled(
    r"(?<![a-z])(?:formulaires?|forms?|applications?)[ ](?:pour|for|de|d'|of)[^.!?\n]{0,24}$"
)
#: What is asked for work, for school or for others.
_OF_OTHERS: Final = compiled(
    r"(?<![a-z])(?:patients?|patientes|clients?|people|gens|personnes|seniors|aines|eleves|students|residents|beneficiaires"
    r"|proje(?:c)?ts?|travail(?:le|ler)?|works?(?:ing)?|school|ecole|cours|courses?|devoir|expose|presentation|stage|etudi[a-z]*"
    r"|brochures?|depliants?|articles?|posters?|affiches?|entreprise|company|business|magasin|store|sell|vends?)(?![a-z])"
)
#: What somebody with an illness has, of which others have other ones: "my pump broke".
_OWN: Final = compiled(
    r"(?<![a-z'])(?:mon|ma|mes|my|his|her|son|sa|ses"
    r"|(?:needs?|uses?|wears?|besoin[ ]de|utilise|porte)(?:[ ](?:an?|some|une?|des))?)"
    r"[ ](?:new[ ]|old[ ]|nouvelle[ ]|vieille[ ])?$"
)
#: What became of such a one, or where it is worn, behind it: "la pompe était expirée", "le casque est 3000$", "capteur au bras".
_THE: Final = compiled(r"(?:^|[ ,.])(?:la|le|les|l'|the)[ ]?$")
_BECAME: Final = compiled(
    r"[ ](?:(?:est|etait|sont|is|was|are|were|a|has)[ ](?:(?:deja|encore|toujours|already|still|now|all|tout"
    r"|vendue?)[ ])?(?:[a-z]{1,6}[ ])?"
    r"(?:expire|vide|brise|casse|perdu|fini|trop[ ]petit|broken|empty|lost|expired|gone|dead|cracked|too[ ]small"
    r"|[0-9][0-9 ,.]{0,6}[ ]?\$"
    r"|\$[ ]?[0-9])|(?:est|sont|is|are)(?:-(?:elle|il)s?)?[ ](?:not[ ]|pas[ ])?(?:paye|couvert|rembours|covered|paid|reimbursed)"
    r"|(?:coute|costs?|cost)[ ](?:[a-z]{1,6}[ ])?\$?[0-9])"
)
_ON_BODY: Final = compiled(
    r"[ ](?:(?:au|sur[ ](?:le|son|mon))[ ](?:bras|ventre)|(?:on|in)[ ](?:his|her|my|the)[ ](?:arm|belly|stomach|thigh))(?![a-z])"
)
_PAID_FOR: Final = compiled(
    r"(?<![a-z])(?:cheque|check|remboursement|reimbursement|refund|receipt|recu|facture|invoice)[^.!?\n]{0,24}[ ](?:pour|for"
    r"|de|of)[ ]"
    r"(?:(?:les|des|the|le|la|mes|my)[ ])?$"
)
#: Aids that say nothing of an illness, and are a person's only where they are paid for.
_SEEING: Final = ("lunettes", "glasses", "eyeglasses", "lentilles", "contact")
#: That an aid which many wear is covered for somebody: "ma fille est couverte pour ses lunettes".
_COVERED_FOR: Final = compiled(
    rf"(?<![a-z'])(?:(?:mon|ma|my|notre|our|mes|nos)[ ](?:[a-z-]+[ ])?{KIN}|{DEAREST}|je|j'ai|i|we|nous|il|elle|he|she)(?![a-z])"
    r"[^.!?\n]{0,60}[ ](?:couverte?s?|covered|assuree?s?|insured|eligible|admissibles?|rembours[a-z]+|reimburs[a-z]+"
    r"|paye[a-z]*|paid"
    r"|need|needs|besoin)[ ](?:(?:pour|for|of|de)[ ])?(?:ses|mes|his|her|my|des|leurs|their|new|de[ ]nouvelles)[ ]$"
    rf"|(?<![a-z'])(?:(?:mon|ma|my|notre|our)[ ](?:[a-z-]+[ ])?{KIN}|{DEAREST})(?![a-z])[^.!?\n]{{0,50}}"
    r"[ ](?:needs|a[ ]besoin[ ]de)[ ]$"
    rf"|(?<![a-z'])(?:(?:couvr|pay|rembours|cover|reimburs)[a-z]*)[ -](?:vous[ ]|for[ ]|you[ ])?(?:les[ ]"
    rf"|the[ ])?my[ ]{KIN}'s[ ]$"
)
#: The same after it: "… de ma fille sont-elles couvertes".
_OF_KIN_COVERED: Final = compiled(
    rf"[ ](?:de|du|d'|of|pour|for)[ ]?(?:mon|ma|my|notre|our)[ ](?:[a-z-]+[ ])?{KIN}(?![a-z])[^.!?\n]{{0,50}}"
    r"(?:couver|cover|rembours|reimburs|paye|paie|paid|gratuit|free)"
)


def is_asked(page_text: str, lower: str, start: int, end: int, told: list[int]) -> bool:
    """Whether the care, aid or drug at `start` is asked about for one person; `told` are the ends of what somebody has."""
    left = plainly(page_text[max(0, start - _BEFORE) : start])
    sentence = left[max(left.rfind(mark) for mark in ".!?\n") + 1 :]
    behind = lower[end : end + _BEHIND]
    asked = _ASKED.search(sentence) or (_WANTS.search(sentence) and _INFO.match(lower, end))
    if not asked or _OF_OTHERS.search(sentence) or _OF_OTHERS.search(behind):
        return False
    if "vaccin" not in lower[start:end] and any(start - _NEAR < at < end + _NEAR for at in told):
        return True
    if _WHOSE.match(lower, end) or _THEN_AGE.match(lower, end):
        return True
    return _FORM.search(sentence) is not None and _OWN_NUMBER.match(lower, end) is not None


def is_own_aid(page_text: str, lower: str, start: int, end: int, told: list[int]) -> bool:
    """Whether an aid that many wear, or whose name is another thing's too, is that of somebody by what is told of him."""
    left = plainly(page_text[max(0, start - _BEFORE) : start])
    seeing = lower.startswith(_SEEING, start)
    if seeing and (_COVERED_FOR.search(left) or _OF_KIN_COVERED.match(lower, end)):
        return True
    if not any(start - _NEAR < at < end + _NEAR for at in told):
        return False
    if _PAID_FOR.search(left):
        return True
    if seeing:
        return False
    if _OWN.search(left) or _ASKED.search(left) or _ON_BODY.match(lower, end):
        return True
    return _THE.search(left) is not None and _BECAME.match(lower, end) is not None
