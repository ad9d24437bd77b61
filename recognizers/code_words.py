"""What is said around a permanent code that no label calls one: of schools and pupils, of a code, and of nothing else."""

from __future__ import annotations

from typing import Final

from recognizers.around import alternatives, words
from recognizers.birth_family import RELATIVES
from recognizers.cues import gate
from recognizers.everyday import is_everyday, is_name
from recognizers.glance import letters_of
from recognizers.patterns import compiled
from recognizers.told import says_nothing

#: Words of schools and of who goes there.
_SCHOOL: Final = words(
    """ecole ecoles scolaire scolaires cegep cegeps college colleges universite universites university uqam ulaval school
    schools bulletin bulletins eleve eleves etudiant etudiante etudiants etudiantes student students pupil pupils prof profs
    professeur professeure enseignant enseignante teacher teachers secondaire polyvalente diplome diplomes diploma transcript
    transcripts notes francisation omnivox maternelle kindergarten etudes studies education graduation mozaik moodle
    pluriportail registrar registraire mcgill concordia polytechnique sram sracq charlemagne grics uqtr uqar uqac uqo udem
    prematernelle preschool schooling scolarite scholarship scholarships bursary bursaries bourses"""
)
AT_SCHOOL: Final = gate(_SCHOOL)
SCHOOL_WORD: Final = compiled(rf"(?<![a-z])(?:{alternatives(_SCHOOL)}|report cards?)(?![a-z])")
SCHOLAR: Final = compiled(r"(?<![a-z])(?:eleves?|etudiante?s?|students?|pupils?)(?![a-z])[^.!?]{0,200}\Z")
#: "mon code", "le code de ma fille", "the code on my report card", a field of that name; and not "code d'erreur", "promo code".
CALLED: Final = compiled(
    r"(?:(?<![a-z])(?:mon|ma|son|le|leurs?|notre|ses|mes|les|des|un|deux|trois|two|three|both|tous|my|his|her|the|their|our|a|is|est|ecole|scolaire|school|for|pour)"
    r"|[:;,.(\n-]|'s|s'|\A) ?codes?(?![a-z0-9])"
    r"(?! (?:promo|postal|barres?|qr|source|pin|zip|wi-?fi|civil|review|sms)(?![a-z])| a barres)"
    r"(?! (?:d'|de |du |des |de l'|of |for |pour |to )(?!(?:mon|ma|mes|son|sa|ses|leurs?|notre|nos|l'|la |le |my|his|her"
    r"|their|our|the"
    r"|this|une?|cet|cette)?[ ]?(?:(?:petit|petite|plus|vieille|vieux|jeune|oldest|youngest|ma|mon|my) ?){0,2}"
    r"(?:demi-?|half-?|step-?|beau-?|belle-?|petite?-?)?(?:fils|fille|gars|enfant|garcon|conjointe?|mari|femme|soeur|frere|son|daughter|kid|child|boy|girl|wife|husband|sister"
    r"|brother|niece|neveu|nephew|jumeau|jumelle|jumeaux|twin|eleve|etudiante?|student|pupil|cegep|ecole|school|universite|university|l'ecole|jeune|vieux"
    r"|vieille|oldest|youngest|ministere|ministry|inscription|registration|admission)s?(?![a-z])))"
    r"(?:[^0-9.!?;]|(?<![0-9])[0-9]{1,2}(?![0-9])){0,60}\Z"
)
#: Right before: it is another code.
OTHER_CODE: Final = compiled(
    r"(?<![a-z])codes? ?(?:(?:d'|de |du |of )(?!(?:mon|ma|mes|son|sa|ses|nos|notre|leurs?"
    r"|(?:l')?(?:eleve|etudiante?)|my|his|her|our|their|the (?:student|pupil|child|kid|boy|girl|twins?))(?![a-z]))"
    r"|promo|postal|a barres?|barres?|qr|pin|wi-?fi)"
    r"[a-z' ]{0,32}[ :=#]{1,3}\Z"
    r"|(?<![a-z])(?!ministry|school|student|permanent|permanant|perm|my|his|her|the|their|our|mees|mon|son|le|ce|is|no"
    r"|les|ses|mes|nos|des|ces|leurs|these|those|deux|trois|two|three|both|college|cegep|univ|quebec|twin|child|kid|pupil|daughter|sister|brother|dit|says|avec|with|old|new|right|ancien|bon(?![a-z])"
    r"|vrai)[a-z]{3,14}"
    r"[ -]codes?[ :=#]{1,3}(?:is )?(?:[a-z]{4}[0-9 .-]{8,12}, ?){0,4}\Z"
)
#: Somebody's codes are spoken of; those that follow are these, where it is a school that they are for.
CODES: Final = compiled(
    r"(?<![a-z])(?<!postal )(?<!promo )(?<!area )(?<!zip )(?<!bar )codes?(?![a-z0-9-])"
    r"(?!,? ?(?:promo|postal|postaux|barres?|qr|source|pin|zip|wi-?fi|civil)(?![a-z]))(?! d')"
    r"(?! de (?!l'eleve|eleve|mon |ma |mes |la fille|la petite|nos |son |sa |leur))(?! du (?!ministere|petit|plus|cegep))"
    r"(?! for (?!(?:my|his|her|our|the) (?:son|daughter|kid|child|boy|girl|student|pupil)))"
)
#: Right before a code.
AT_ONCE: Final = compiled(
    r"(?<![a-z])codes?(?:[ :=#,(-]|est|is|are|sont|was|now|dit|says|c'est|le|no(?![a-z])|numero){1,6}\Z"
)
#: A child's: "le code de mon fils", "my twins' codes".
OF_PUPIL: Final = compiled(
    r"(?<![a-z])(?:fils|fille|filles|gars|enfants?|garcons?|(?:my|our|his|her|the) son|sons|daughters?|kids?|child|children"
    r"|jumeaux|jumelles|twins?|soeur|frere|brother|sister|niece|neveu|nephew|ado|teen)(?![a-z])"
)
#: A child's things and doors that have codes, as no school gives them.
OF_THING: Final = compiled(
    r"(?<![a-z])(?:jeux?|games?|gaming|serveurs?|servers?|(?:cell)?phones?|telephones?|cellulaires?|tablettes?|tablets?|ipad|bus|autobus"
    r"|(?:une|la) porte|doors?|gates?|garderies?|daycares?|roblox|minecraft|fortnite|wi-?fi|internet|netflix|apps?|applis?|promo"
    r"|rabais|discount|coupons?|cadenas|lockers?)(?![a-z])"
)
#: Words and parts of them that are four letters of other codes, and of nobody's name.
OTHER_LETTERS: Final = words("wifi xmas game free sale save test code promo shop deal gift pass user host")
#: A hash, where no label stands.
HEXADECIMAL: Final = compiled("[a-f]{4}[0-9]{8}")
#: Right before what is a group's or a line's own name, where no label stands.
OF_GROUP: Final = compiled(r"(?<![a-z])(?:groupes?|groups?|promo|coupon|hash|commit|ref)[ :#]{0,3}\Z")
#: Pages of a pupil's marks have more than the heading "Notes".
AT_A_SCHOOL: Final = compiled(
    rf"(?<![a-z])(?:{alternatives(_SCHOOL - {'notes'})}|report cards?|(?:releves?|feuilles?) de notes)(?![a-z])"
)
#: What may stand right before a code that is a pupil's, besides words that only give it, names and relatives.
_MAY_STAND: Final = _SCHOOL | words(
    f"""{RELATIVES} code codes cp c p report card cards file files record records
    bulletin dossier scolaire secondary primaire primary high elementary
    groupe group annee year grade niveau sous under inscrit inscrite registered enrolled enregistre comme as chez moi
    connait knows appelle called nomme carte etudiante id matricule ministeriel ministerielle ministere ministry fiche
    passe they inscription registration nos notre leurs gives shows lists uses donne affiche indique montre displays starts
    releve releves theirs ours leurs merge merging fusionner fusionnez fusion meme same probleme problem situation quebec
    quebecois are dit office bureau service prets loans maybe peut etre
    puis pis then ensuite later plus abord encore
    ancien vieux vieille old first second premier deuxieme et and pour for of sur on from a au aux en the this"""
)
#: No letters of a code.
_WORD: Final = compiled("[a-z]++(?![0-9])")
_NEAREST: Final = 3
#: Behind one of these another sentence, or line, begins.
_STOP: Final = compiled(r"[.!?;\n][^a-z]*+(?=[a-z])")
#: A card's label, or a NAM's: what follows is no code.
CARD: Final = compiled(
    r"(?<![a-z])(?:cartes?|cards?|nam|ramq|maladie|soleil|health|medicare|ass|assurance|hin)(?![a-z])"
)


def says_little(left: str) -> bool:
    """Whether the words right before a code, as far as they are near, name nothing else that has a number."""
    begin = max((stop.end() for stop in _STOP.finditer(left)), default=0)
    said = _WORD.findall(left, begin)[-_NEAREST:]
    return all(map(_is_little, said))


def links(gap: str) -> bool:
    """Whether the text between two numbers of a list only tells whose the next is: no card, no other thing."""
    return CARD.search(gap) is None and all(map(_is_little, _WORD.findall(gap)))


def _is_little(word: str) -> bool:
    return word in _MAY_STAND or says_nothing([word]) or not is_everyday(word)


class Names:
    """The words of a page by their first three letters, so that a page full of codes is read once."""

    def __init__(self, flat: str) -> None:
        self._said = letters_of(flat.replace("'", "")).split()
        self._places: dict[str, list[int]] = {}
        for at, word in enumerate(self._said):
            places = self._places.setdefault(word[:3], [])
            if len(word) > 2 and len(places) < _MOST_LOOKS:
                places.append(at)

    def fit(self, compact: str) -> bool:
        """Whether a word begins with the three letters of the surname, and one near that with the given name's: none everyday."""
        given, letters, said = compact[3], compact[:_NAME], self._said
        return any(
            said[at] != letters
            and _may_be_name(said[at])
            and any(
                word[0] == given and word != letters and _may_be_name(word)
                for word in (*said[max(0, at - _BESIDE) : at], *said[at + 1 : at + 1 + _BESIDE])
            )
            for at in self._places.get(compact[:3], ())
        )


def _may_be_name(word: str) -> bool:
    return is_name(word) or not is_everyday(word)


#: Letters of a code.
_NAME: Final = 4
_MOST_LOOKS: Final = 12
_BESIDE: Final = 3
