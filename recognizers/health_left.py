"""The words before a term as ties are looked for in: one line, names as "@", elisions as they are written in books."""

from __future__ import annotations

import re
from typing import Final

from recognizers.everyday import is_everyday
from recognizers.name_lists import GIVEN
from recognizers.patterns import compiled
from recognizers.word_files import words_in

#: A title and what may be a person's name after it.
_NAMED: Final = compiled(
    r"(?<![A-Za-z'@])((?:MM?|Mme|Mlle|Mr|Mrs|Ms|Miss|Monsieur|Madame|Dre?)\b\.?[ ])?([A-Z][A-Za-z-]+)"
    r"((?:[ ](?:(?:[A-Z]\.|Di|De|Du|La|Le|Van|Von|St-?)[ ])?(?:O'|L'|D'|Mac|Mc)?[A-Z][a-z-]+){0,2})"
    r"|(?<=[,:(] )(?:[A-Z]\.[ -]?){1,2}[A-Z][A-Za-z'-]+"
)
_TITLES: Final = frozenset("m mm mme mlle mr mrs ms miss monsieur madame".split())
#: Words with a capital that a name may follow: "Patient Karim Saab".
_ROLES: Final = frozenset(
    "patient patiente client cliente usager usagere eleve student enfant child bonjour allo hello hi dear cher chere maman papa"
    " beneficiaire resident residente claimant assure assuree appelant appelante caller".split()
)
#: What is told of somebody, right after a name.
_TOLD_OF: Final = compiled(
    r" (?:est|is|was|etait|a|has|had|avait|prend|takes|souffre|attend|needs|sera|doit|fait|lives|vit|uses|wears|gets|utilise"
    r"|porte"
    r"|recoit)(?![A-Za-z'])"
)
#: A number of a card or a pupil between a person and what is told of him: "le client @, carte TURE 9652 0945, est …".
_NUMBERED: Final = compiled(
    r"(?:,?[ ]\(?(?:code(?:[ ]permanent)?|nam|carte(?:[ ]soleil)?|card|ramq|dossier|file|no)\.?[ ]?:?)?(?:,[ ]?|[ ])\(?"
    r"[A-Za-z]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}\)?,?"
    r"(?= (?:est|is|was|etait|a|has|had|avait|prend|takes|souffre|attend|needs|sera|doit|fait|vit|uses|wears|gets|utilise"
    r"|porte|recoit)"
    r"(?![A-Za-z']))"
)
_FIGURES: Final = compiled("[0-9]{4}")
#: A line that goes on in the next, quoted or not.
_WRAPPED: Final = compiled(r"(?<=[a-z,'-])[ ]?\n(?:>[ ]?)*(?=[a-z@])|[ ]{2}(?![ ])")
#: What is written in a hurry, and the words that it stands for.
_HURRIED: Final = compiled(
    r"(?<![a-z'@-])(?:(?:([jldnsmt]|qu)[ ](?=[aeiouyh][a-z]|[aeiouyh]?$))|(jai|javais|jattends?|jetais|jutilise"
    r"|jconsomme|jfaisais|jdois|jvais|chu|chui|jsuis|jsui|j'suis|chuis|ki|jfais"
    r"|j'fais|jprends?|j'prends?|y'est|yer|y'a|i[ ]m|im|ive|i[ ]ve|ya|dun|dune|qua|quil|quelle[ ]a|jvis|iam|cest|hes(?=[ ])"
    r"|shes|gotta|hafta"
    r"|g(?=[ ](?:l[ea]|une?|du|des|eu|d'|l')(?![a-z]))"
    r"|(?<!il )(?<!on )(?<!ui )(?<!us )(?<!es )(?<!le )y(?=[ ](?:prend|fait|souffre|voit|recoit|doit|combat|consomme|est)[ ])"
    r"|a(?=[ ](?:prend|souffre|recoit)[ ]))(?![a-z']))"
)
_MEANT: Final = {
    "jai": "j'ai", "javais": "j'avais", "jattend": "j'attends", "jattends": "j'attends", "jetais": "j'etais",
    "jutilise": "j'utilise", "jconsomme": "je consomme", "jfaisais": "je faisais", "jdois": "je dois", "jvais": "je vais",
    "chu": "je suis", "chui": "je suis", "jsuis": "je suis", "jsui": "je suis",
    "j'suis": "je suis", "chuis": "je suis", "ki": "qui", "jfais": "je fais", "j'fais": "je fais", "jprend": "je prends",
    "jprends": "je prends", "j'prend": "je prends", "j'prends": "je prends", "y'est": "il est", "yer": "il est",
    "y'a": "il a", "i m": "i'm", "im": "i'm", "ive": "i've", "i ve": "i've", "ya": "y a", "dun": "d'un", "dune": "d'une",
    "qua": "qui a", "quil": "qu'il", "quelle a": "qu'elle a", "jvis": "je vis", "g": "j'ai", "iam": "i am",
    "hes": "he's", "shes": "she's",
    "gotta": "have to", "hafta": "have to", "cest": "c'est",
    "y": "il", "a": "elle",
}  # fmt: skip


def plainly(text: str) -> str:
    """`text` (folded, case kept) in lower case and without its names; where each of them stands is "@"."""
    if _FIGURES.search(text):
        text = _NUMBERED.sub("", text)
    return _WRAPPED.sub(" ", _HURRIED.sub(_meant, _NAMED.sub(_nameless, text).lower()))


def _nameless(found: re.Match[str]) -> str:
    if not found[2]:
        return "@"  # "patient, J. Cohen, …"
    title = found[1] or ""
    if title and title.rstrip(". ").lower() not in _TITLES:
        return f"docteur {found[2]}"
    if title or found[2].lower() in GIVEN or _is_rarely_given(found):
        return "@"
    if found[3] and found[2].lower() in _ROLES:
        return found[2] + _NAMED.sub(_nameless, found[3])
    return found[0]


def _is_rarely_given(found: re.Match[str]) -> bool:
    """Whether a given name that few bear stands before a surname or before what is told of persons: "Rana est …"."""
    if not (found[3] or _TOLD_OF.match(found.string, found.end())):
        return False
    word = found[2].lower()
    return word in words_in("given") and not is_everyday(word)


def _meant(found: re.Match[str]) -> str:
    return f"{found[1]}'" if found[1] else _MEANT[found[2]]
