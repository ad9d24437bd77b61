"""Words that link the groups of one number: "123 puis 456", "TREM then 0412"."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Final

from recognizers.alternatives import gathered
from recognizers.cues import gate
from recognizers.glance import places
from recognizers.known_plain import NUMBERED
from recognizers.patterns import compiled

#: Three figures stand so near behind a linking word.
_REACH: Final = 8
_LINK_WORDS: Final = frozenset(
    """puis ensuite then suivi followed tiret dash hyphen union
    slash barre trait stroke espace space point dot next enfin finally termine finit finissant
    ends ending end fin
    finishes continue continues continuing middle last pis euh virgule comma
    three trois milieu premiers suivants dernier derniers derniere finir pause poursuit finalement groupe group partie part
    bon ben bah apres voyons dessous below underneath""".split()
)
#: Closed on pages without a linking word that figures follow.
LINKS: Final = gate(_LINK_WORDS, stands=NUMBERED, after=_REACH)
_FIGURES_FOLLOW: Final = compiled(
    r" ?[,:)\]*]{0,2}[ \n](?:(?:by|de|du|par|et|and|with|in|en|avec|are|is|sont|est)[ \n])?[0-9](?: ?[0-9]){2}"
)
#: Words that say which part of a number comes next, or only lead to it: "puis", "on the second block", "un instant".
PART_WORD: Final = gathered(
    r"to start(?: with)?|in the middle|at the end|pour commencer|au (?:debut|milieu)|a la fin"
    r"|et|and|puis|pis|then|ensuite|d'abord|apres|after|that|enfin|final(?:ly|ement)|suivie?s?|followed|by|de|du|des|par"
    r"|euh|uh|um|bon(?=[,.])|ben|bah|voyons|alors|donc|ok|okay|so|well"
    r"|espace|space|tiret|dash|hyphen|trait(?: d'union)?|slash|barre(?: oblique)?|stroke"
    r"|point|dot|virgule|comma|ends?|ending|finir|finit|finissant"
    r"|termin(?:e|er|ent|ant)|finish(?:e[sd]|ing)?|fin|with|in|avec|en|of|the|on|sur|dans|for|pour|comme|as|se|qui|il"
    r"|les?|la|last|derniere?s?|middle|milieu|pause|plus|suite|suivante?s?|next|following|others?|autres?|cont(?:inued|inue)?"
    r"|(?:1er|premiere?)s?|(?:deux|trois|quatr)iemes?|deux|trois|three|1re|[23]e|1st|2nd|3rd|seconde?s?|first|third|fourth"
    r"|blocs?|blocks?|parties?|parts?|groupes?|groups?|sections?|morceaux?|lettres?|letters?|chiffres?|digits?|figures?"
    r"|top|bottom|half|same|moitie|haut|bas|en dessous|dessous|dessus|below|underneath|above|says?"
    r"|cases?|box(?:es)?|carres?|lignes?|lines?|rangees?|rows?"
    r"|numbers?|numeros?|nombres?|l'an(?:nee)?|ans?|annees?|mois|jours?|years?|months?|days?"
    r"|est|sont|is|are|il y a|there's|ca|c'est|it's|it"
    r"|eux|elles|they|them|themselves|poursui(?:t|vent|vant)|continu(?:e|es|er|ant|ing)|vien(?:t|nent)|comes?|commencent?"
    r"|begins?|starts?|goes?|keeps?|reads?|va|vont|suit|suivent|follows?"
    r"|nam|ramq|carte|card|soleil|health|mon|ma|mes|my"
    r"|(?:un|une|one|just a|juste une?) (?:instant|seconde?|sec|moment|minute)|wait|hold on|attende[zr]|attends|hang on"
    r"|(?:quatre|four)(?=(?: derniers?| autres?)?(?: chiffres?)? [0-9]{4}(?![0-9]))"
    r"|(?:8|huit|eight|4|quatre|four)(?= (?:chiffres?|digits?|figures?|numbers?|numeros?|lettres?|letters?)(?![a-z]))"
)


def links(lower: str, words: Set[str]) -> Iterator[int]:
    """Where a linking word stands in lower-case text with three figures behind it. `words` are the words of the text."""
    for word in _LINK_WORDS & words:
        for at in places(word, lower):
            if _FIGURES_FOLLOW.match(lower, at + len(word)):
                yield at
