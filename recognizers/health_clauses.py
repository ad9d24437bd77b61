"""What a clause or a name behind a term says of whose it is: "the morphine she fought for", "le Concerta de Maélie".

A thing that somebody needs, uses, waits for or was refused is hers, though only its article stands before it.
"""

from __future__ import annotations

from typing import Final

from recognizers.around import words
from recognizers.everyday import is_everyday
from recognizers.health_found import SENTENCE_END
from recognizers.health_owners import DEAREST, KIN
from recognizers.name_lists import GIVEN
from recognizers.patterns import compiled
from recognizers.towns import TOWNS
from recognizers.word_files import words_in

_ONE: Final = rf"(?:(?:mon|ma|my|notre|our)[ ](?:[a-z-]+[ ])?{KIN}|{DEAREST})"
#: What he does with it, whom English names before the verb: "… she needs at night", "… i was promised".
_DOES: Final = (
    r"(?:(?:so|really|still|always|also|badly|just|only|now|never)[ ])?(?:needs?|needed|uses?|used|wears?|wore|takes?|took"
    r"|fought[ ]for|asked[ ]for|waits?[ ]for|waited[ ]for|(?:is|was|am|have[ ]been|has[ ]been|are|were"
    r"|'ve[ ]been)[ ](?:waiting[ ]for"
    r"|given|refused|denied|promised|prescribed|taking|using|fighting[ ]for)|paid[ ]for|pays?[ ]for|depends?[ ]on|rel(?:y"
    r"|ies)[ ]on"
    r"|live[sd]?[ ]on|can't[ ](?:live|sleep|breathe|walk)[ ]without|cannot[ ](?:live|do)[ ]without)(?![a-z])"
)
_CLAUSE: Final = compiled(
    rf"[ ](?:(?:that|which)[ ])?(?:i|he|she|{_ONE})(?:[ ]|(?='))(?:{_DOES})"
    r"|[ ](?:(?:that|which)[ ])?we[ ](?:still[ ]|really[ ])?(?:need|waited[ ]for|paid[ ]for|were[ ](?:refused|denied"
    r"|promised))(?![a-z])"
    r"|[ ](?:(?:that|which)[ ])?(?:you|they|ramq)[ ](?:just[ ]|once[ ]|never[ ]|only[ ])?(?:paid[ ]for"
    r"|refused(?![ ]to[ ](?:add|list|cover))"
    r"|denied|approved|cut|turned[ ]down|promised(?:[ ](?:me|us|him|her))?|sent[ ](?:me|us|him|her)|won't[ ]pay[ ]for"
    r"|didn't[ ]pay[ ]for|gave[ ](?:me|us|him|her))(?![a-z])"
    r"|[ ]qu'(?:il|elle)[ ](?:me|nous|lui)[ ](?:faut|fallait|faudrait|a[ ]fallu)(?![a-z])"
    rf"|[ ](?:que[ ](?:je|{_ONE})|qu'(?:il|elle))[ ](?:prends?|portes?|utilise|attends?|attendait|attendais|reclame|recoit"
    rf"|recois)"
    r"(?![a-z])|[ ]que[ ]j'(?:ai[ ](?:paye|eue?|recue?|prise?|achete|attendue?|demande)|attends?|attendais|utilise"
    r"|avais)(?![a-z])"
    rf"|[ ]dont[ ](?:j'ai|j'avais|(?:il|elle|{_ONE})[ ](?:a|avait))[ ](?:tant[ ]|tellement[ ]|absolument[ ])?besoin(?![a-z])"
    r"|[ ](?:que[ ]vous|qu'on|que[ ]la[ ]ramq)[ ](?:m'|lui[ ]|nous[ ])(?:avez|a|ont)[ ](?:refuse|paye|coupe|prescri|promis"
    r"|donne|enleve"
    r"|rembourse|retire|installe|pose)[a-z]{0,2}(?![a-z])"
)
#: … but for another end: "… that I use for my tomato plants", "… that they cut from the list", "… qu'il a dans le film".
_OTHER_END: Final = compiled(
    r"[^.!?\n]{0,30}?(?<![a-z])(?:pour|for|in|on|from|of|dans|sur|au|a)[ ](?:(?:the|my|our|a|an|this|that|their|la|le|les"
    r"|l'|mon|ma|mes"
    r"|notre|nos|une?|ce|cette|sa|son|ses)[ ]?)?(?:[a-z]+[ ])?(?:murs?|walls?|plafonds?|ceilings?|statues?|sculptures?|plants?"
    r"|plantes?"
    r"|tomatoe?s?|tomates?|gardens?|jardins?|bocaux|jars?|pots|movies?|films?|shows?|series|plays?|pieces?[ ]de[ ]theatre"
    r"|theatre|theater"
    r"|tournages?|shoot|scenes?|stage|costumes?|halloween|videos?|games?|jeux?|lists?|listes?|formulary|formulaire|books?"
    r"|livres?|novels?"
    r"|romans?|episodes?|salads?|salades?|revendre|vendre|resell|resale|sale|sell|dog|chien|cat|chat)(?![a-z])"
)
#: Words that are everyday things, too, and what only is done with the thing that one is cared for with.
_EVERYDAY: Final = compiled(
    r"(?:platres?|casts?|splints?|attelles?|dressings?|pansements?|walkers?|sterili[sz]ations?|operations?|stitches|thickeners?"
    r"|epaississants?|greffons?|electrolyses?|sutures|lancets?|lancettes?)(?![a-z])"
)
_WORN: Final = compiled(
    r"[ '](?:wears?|wore|portes?|refused|denied|approved|promised|prescribed|turned[ ]down|won't|didn't|(?:you|they"
    r"|ramq)[ ]paid[ ]for|waiting"
    r"|waited"
    r"|wait|attend[a-z]+|(?:m'|lui[ ]|nous[ ])(?:avez|a|ont)[ ][a-z]+)(?![a-z])"
)
_OF_CARE: Final = compiled(
    r"(?<![a-z])(?:medecins?|docteure?|doctors?|surgeons?|chirurgien(?:ne)?|hopital|hospital|urgences?|er|clini(?:que|c)|ramq"
    r"|patiente?"
    r"|douleurs?|pain|hurts?|surgery|chirurgie|prescri[a-z]+|jambes?|bras|genou|pieds?|cheville|poignet|plaies?|legs?|arms?"
    r"|knees?|foot|ankle|wrist|wounds?|ulcers?|handicap[a-z]*|disab[a-z]+|to[ ]walk|marcher|nurse|infirmiere)(?![a-z])"
)
_SAME_SENTENCE: Final = 100
#: A drug that is wanted itself: "on veut le Vyvanse au lieu du générique".
_NOT_GENERIC: Final = compiled(
    r"[ ](?:au[ ]lieu[ ]d(?:u|e[ ]la)|plutot[ ]que[ ](?:le|la)|et[ ]pas[ ](?:le|la)|pas[ ](?:le|la)|instead[ ]of[ ](?:the|a)"
    r"|not[ ]the)"
    r"[ ](?:generi(?:que|c)|biosimilai?re?|copie|cheaper[ ]one)(?![a-z])"
)
_WANTED: Final = compiled(
    rf"(?<![a-z'])(?:je|on|nous|il|elle|i|we|he|she|{_ONE})[ ](?:[a-z']+[ ])?(?:veux|veut|voulons|voulait|voudrais|prefere|garde"
    r"|want|wants|wanted|need|needs|prefer|get|gets)[ ](?:(?:le|la|the|du)[ ])?$"
)
#: Somebody by his name, behind the word for whose: "de Maélie", "chez M. Béchard".
_OF_NAME: Final = compiled(
    r" (?:de |d'|of |for |pour |chez |par )(?:(M\.|MM?\.|Mme|Mlle|Mr\.?|Mrs\.?|Ms\.?|Monsieur|Madame) )?([A-Z][A-Za-z-]+)"
    r"(?=( [A-Z][A-Za-z'-]+)?(?![A-Za-z'-]))"
)
#: … of which a magazine, a show or a school has one, too: "pour Marie-Claire, le magazine".
_OF_WORK: Final = compiled(
    r"[^.!?\n]{0,20},[ ](?:le|la|the|un|une|a)[ ](?:[a-z]+[ ])?(?:magazines?|revue|journal|newspaper|show|emission|series?|brand"
    r"|marque|compagnie|company|school|ecole|chain|chaine)(?![a-z])"
)
#: Somebody speaks for himself or bills around there: no article's, no advertisement's.
_OWN: Final = compiled(
    r"(?<![a-z'])(?:je|j'[a-z]+|me|m'[a-z]+|moi|mon|ma|mes|i|i'm|i've|my|nous|notre|we|our|bonjour|allo|hi|hello|svp|please|merci"
    r"|thanks?|factur(?:ee?|ation)|bill(?:ed|ing)|reclamations?|claims?|rejet(?:ee?)?|rejected|formulaires?)(?![a-z'])"
)
_AROUND: Final = 240
#: Names of towns that persons bear, too.
_TOWNS_TOO: Final = words(
    "victoria maria florence sydney hudson chelsea warwick lourdes stanley charlotte bedford kingston hamilton"
)
#: A place of care, which has a town behind it.
_PLACE: Final = compiled(
    r"(?<![a-z])(?:clini[a-z]+|unite|unit|cent(?:re|er)|service|salle|departement|department|hopital|hospital|programme?"
    r"|equipe|team"
    r"|laboratoire|lab)(?![a-z])[^.!?\n]{0,20}$"
)


def is_named_after(text: str, lower: str, left: str, end: int) -> bool:
    """Whether somebody's name stands behind a term that ends at text[end], and makes it his."""
    named = _OF_NAME.match(text, end)
    if named is None or _PLACE.search(left) or _OF_WORK.match(lower, named.end()):
        return False
    name = named[2].lower()
    if (named[1] or named[3]) and not _OWN.search(lower, end - _AROUND, end + _AROUND):
        return False
    return named[1] is not None or (
        (name in GIVEN or (name in words_in("given") and not is_everyday(name)))
        and name not in TOWNS
        and name not in _TOWNS_TOO
    )


def is_needed_after(left: str, lower: str, start: int, end: int, *, drug: bool) -> bool:
    """Whether a clause behind the term lower[start:end] says that somebody needs, uses or was refused it."""
    if clause := _CLAUSE.match(lower, end):
        return _OTHER_END.match(lower, clause.end()) is None and (
            _EVERYDAY.match(lower, start) is None
            or _WORN.search(clause[0]) is not None
            or _OF_CARE.search(left) is not None
            or _OF_CARE.search(_rest_of_sentence(lower, clause.end())) is not None
        )
    return drug and _NOT_GENERIC.match(lower, end) is not None and _WANTED.search(left) is not None


def _rest_of_sentence(lower: str, end: int) -> str:
    """What stands from `end` to the end of the sentence, or a little way."""
    return SENTENCE_END.split(lower[end : end + _SAME_SENTENCE], maxsplit=1)[0]
