"""French or English, from the words that hold a sentence together.

Function words decide; accents help where people wrote few of them. Nothing is learnt and nothing is loaded, so that a
segment costs microseconds and a two-line message is enough. What is neither stays "und": notices then lead with French.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import filterfalse
from typing import Final, Literal

Language = Literal["fr", "en", "und"]

#: Beyond this a longer sample changes nothing.
_SAMPLE: Final = 6_000
_WORD: Final = re.compile(r"[a-zàâäçéèêëîïôöùûüÿœæ]+")
_ACCENTED: Final = frozenset("àâçéèêëîïôùûœ")
_FRENCH: Final = frozenset(
    """le la les un une des du de et est je j tu il elle nous vous ils elles mon ma mes ton ta tes son sa ses notre nos votre vos
    leur leurs ce cet cette ces ca c qu que qui quoi dont ou où mais donc car ni pas plus ne n y en au aux avec sans pour par dans
    sur sous chez depuis pendant quand comme si suis es sont sommes etes êtes ai as avons avez ont avais avait etait était ete été
    etre être avoir fait faire peut peux pouvez dois doit veut veux voudrais aimerais merci bonjour bonsoir svp oui non tres très
    bien aussi encore toujours jamais rien tout tous toute toutes aucun aucune l d s m t jai cest moi toi lui eux numero numéro
    carte assurance maladie naissance nom prenom prénom adresse page site formulaire ma mère mere pere père cela là voici
    madame monsieur cordialement date""".split()
)
_ENGLISH: Final = frozenset(
    """the a an and is are was were be been am i you he she it we they my your his her its our their this that these those of to
    in for with without on at by from as if or but not no yes do does did done have has had can could will would should may might
    must what when where who which why how there here please thank thanks hello hi dear sincerely regards me him them us so
    very just also never always any some all don t isn didn doesn can won m ve re ll s number card health insurance birth name
    address website form page mother father information about it""".split()
)
#: Words of both lists say nothing.
_BOTH: Final = _FRENCH & _ENGLISH
_FRENCH_ONLY: Final = _FRENCH - _BOTH
_ENGLISH_ONLY: Final = _ENGLISH - _BOTH
_KNOWN: Final = _FRENCH | _ENGLISH
#: As they stand in a text: to bring that into lower case takes as long as to look its words up.
_WRITTEN: Final = {
    written: language
    for language, words in (("fr", _FRENCH_ONLY), ("en", _ENGLISH_ONLY))
    for written in frozenset().union(words, map(str.capitalize, words), map(str.upper, words))
}
#: How many places a glance looks at, how many characters at each, and how many times more words one language must have there
#: than the other for it to be beyond doubt.
_PLACES: Final = 4
_GLANCE: Final = 130
_CLEAR: Final = 6


def evidence(text: str) -> tuple[float, float]:
    """How much speaks for French and for English in `text` (its first few thousand characters)."""
    words = _WORD.findall(text[:_SAMPLE].lower())
    french = sum(map(_FRENCH_ONLY.__contains__, words))
    english = sum(map(_ENGLISH_ONLY.__contains__, words))
    if text.isascii():
        return french, english
    others = [word for word in filterfalse(str.isascii, words) if word not in _KNOWN]
    return french + 0.5 * sum([not _ACCENTED.isdisjoint(word) for word in others]), english


def _plain_evidence(text: str) -> tuple[int, int]:
    """How many words between the blanks of `text` stand in one list alone."""
    told = list(filter(None, map(_WRITTEN.get, text.split())))
    french = told.count("fr")
    return french, len(told) - french


def _glance(texts: Sequence[str]) -> str:
    """A little of `texts` from several places: who writes in both languages puts one below the other."""
    text = texts[0] if len(texts) == 1 else "\n".join(_beginning(texts))
    last = min(len(text), _SAMPLE) - _GLANCE
    if last <= (_PLACES - 1) * _GLANCE:
        return text
    starts = (last * place // (_PLACES - 1) for place in range(_PLACES))
    return " ".join([text[start : start + _GLANCE] for start in starts])


def _beginning(texts: Iterable[str]) -> Iterator[str]:
    """As many of `texts` as make a sample."""
    size = 0
    for text in texts:
        if size >= _SAMPLE:
            return
        size += len(text)
        yield text[:_SAMPLE]


def language_of(text: str) -> Language:
    """ "fr", "en", or "und" where the text has no word that tells (numbers, names, another language)."""
    return decide(*evidence(text))


def language_of_all(texts: Sequence[str]) -> Language:
    """The language of a message, from all of its texts together; from a glance where that is beyond doubt."""
    glance = _plain_evidence(_glance(texts))
    if max(glance) >= _CLEAR * max(min(glance), 1):
        return decide(*glance)
    french = english = 0.0
    for text in texts:
        one, other = evidence(text)
        french, english = french + one, english + other
    return decide(french, english)


def decide(french: float, english: float) -> Language:
    """The language that the evidence speaks for; French when both are used alike."""
    if not french and not english:
        return "und"
    return "fr" if french >= english else "en"
