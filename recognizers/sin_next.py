"""What follows a social insurance number in a message, a form or a row: another number under its own key, words or brackets."""

from __future__ import annotations

from typing import Final

from recognizers.around import words
from recognizers.birth_family import RELATIVES
from recognizers.cues import vocabulary
from recognizers.everyday import is_everyday, is_name
from recognizers.nine_digits import NineDigits
from recognizers.other_labels import THINGS
from recognizers.page import Page
from recognizers.patterns import Ending, compiled
from recognizers.sin_words import PEOPLE
from recognizers.told import says_nothing

_WORD: Final = compiled("[a-z]+")
#: Words before or after a number that say nothing of what it is.
SAYS_NOTHING: Final = words(
    """
    identifier identify identification identite identity be etre should devrait must doit lieu instead
    use utiliser utilisez prenez mettez inscrivez entrez ecrivez
    lire ecrire inscrire mettre lu mis ecrit inscrit read put write wrote written enter entered
    voici voila est is c'est cest it's its here sont are mon my son sa ma le la les the leur their numero numeros no number
    numbers num et and ou or svp please merci thanks thank you pour for de du of avec with puis then ainsi also aussi
    conjoint conjointe epoux epouse mari femme fils fille mere pere enfant wife husband spouse daughter child mother father
    maintenant actuel actuellement desormais currently formerly previously was etait
    respectively respectivement temporary temporaire permanent permanente previous precedent precedente former autrefois
    not pas but mais instead actually rather to into from vers par by non plutot rather now new nouveau bien ancien old correct
    provisoire
    employe employee patient patiente moi me lui elle him her nous us date ne nee born nom name prenom dans in at
    bien autre other first premier premiere second seconde deuxieme dernier derniere last suivant following
    un une one avant apres before after fois time times again encore donc so alors then ok merci
    why pourquoi twice deux qui que that which match matches under sous correspond corresponds
    belongs appartient spelled spells out epele
    oldest eldest youngest aine ainee cadet cadette sister brother soeur sour frere girl boy gars kid partner chum blonde
    say says said tell tells show shows dit dis indique affiche montre remember lit soit as clear
    mine mien tien sien ours yours hers theirs
    """
)
#: What a key may say beside whose number it is: that it is one, or goes on with the label's.
_OF_KEYS: Final = frozenset(
    f"""{PEOPLE} {RELATIVES} value val valeur number numero num no nas sin ssn social assurance insurance ass soc text data answer
    reponse rep response part partie applicant coapplicant co partner secondary primary second bis personne person adulte
    adult partner ex belle beau step law trustee cotrustee bon bonne right correct vrai real erreur error mistake sorry expire
    expired date porte bears carries uses utilise holder titulaire member membre identifier identifiant""".split()
)
#: The key right before a number: in JSON, a form's post, an address, a tag, a list of keys and values.
_KEY: Final = compiled(
    r"(?:[\"}\]>{,;?&|]|(?<![a-z])'|\A|\n)[ \"'{]{0,4}(?P<key>[a-z][a-z0-9_-]{0,30})"
    r"(?:[\"']? ?[:=] ?[\[{]?[\"']?|[\"'],[\"']|(?<=[a-z]),)\Z"
    r"|<(?P<tag>[a-z][a-z0-9_-]{0,30})>[ \n]{0,4}\Z"
)
#: What such a key, a tag or a cell ends in.
_MARKS: Final = (":", "=", ">", ",", "\t", "|", ";")
#: In a list of fields, the name of the one whose value a number is: '"field":"txn","value":"130692544"'.
_FIELD: Final = compiled(
    r"(?:field|name|key|label|champ|nom|cle)[\"'] ?: ?[\"'](?P<field>[a-z][a-z0-9_-]{0,30})[\"'], ?"
    r"[\"'](?:value|val|valeur|text|texte)[\"'] ?: ?[\"']?\Z"
)
#: The cell before a number, with a mark on both sides.
_CELL: Final = compiled(r"(?:[\t|]|; ?) ?(?P<cell>[a-z][a-z '.#-]{1,30}?) ?(?:[\t|]|;) ?\Z")
_REACH: Final = 40
_FIELD_REACH: Final = 70
#: The number words, with slips, that what is numbered stands before or after.
_NUMBERED: Final = Ending(
    r"(?:([a-z]{3,}) (?:n[aiou]?m?[aeiou]?mb?[aeou]{0,2}re?|no|nbr|#)"
    r"|(?<![a-z])(?:n[aiou]?m?[aeou]{0,2}r[aeo]?s?|no) (?:de |du |d')(?:la |l')?([a-z]{3,}))"
    r"(?: (?:is|was|est|etait))?[ .:#=]{0,3}\Z"
)
#: What brackets say of the first of two numbers, and the name of a thing that is also somebody's.
_ASIDE: Final = compiled(r"\A ?\([^()]{0,30}\)")
_THING: Final = compiled(rf"(?<![a-z])(?:{THINGS}|box|boite|case)(?![a-z'])")
#: In a clause of its own a number is the subject: "…; number 130 692 544 is the receipt of …", "…, 130 692 544 is the meter's".
_SUBJECT: Final = compiled(
    r"[;,.](?: (?:and|et|while|but|mais|alors que|tandis que))? ?(?:(?:the|le|la) )?"
    r"(?:(?:other|autre|number|numero|no|#)[ .]{0,2}){0,2}\Z"
    r"|(?<![a-z])(?:the|le) (?:other |autre )?(?:number|numero) \Z"
)
_IS_A_THINGS: Final = compiled(
    r"(?:,? (?:is|was|est|etait)|,? c'est|,? it's|,? that's) (?:(?:just|only|seulement|juste) )?"
    r"(?:(?:celui|celle|that|the one) (?:de |du |d'|of |on |from |sur ))?"
    r"(?:(?:the|my|our|your|an?|le|la|mon|ma|notre|votre|une?) |l')?"
    rf"(?:(?!soc)[a-z]+ )?(?:(?:numero|number|no) (?:de |du |d'|of )(?:(?:the|my|la|mon|ma) |l')?)?"
    rf"(?:{THINGS})(?:'s)?(?![a-z]| soc)"
)


#: "The envelope that you returned is marked …", "la boîte porte le …"; and what another clause says of the number.
_MARKED: Final = compiled(
    rf"(?<![a-z])(?:{THINGS}|envelopes?|box|boite)(?![a-z])[^.;!?0-9]{{0,40}}(?<![a-z])(?:marked|numbered|labell?ed|stamped"
    r"|marquee?|numerotee?|estampillee?|porte|bears)(?: (?:le|the|with))?(?: (?:no|number|numero))?[ :]{1,7}\Z"
)
_MARKING: Final = vocabulary(
    """marked numbered labelled labeled stamped marque marquee numerote numerotee estampille estampillee porte bears""".split()
)
_SAID_NEXT: Final = compiled(
    r",? (?:(?:he|she|they|il|elle|ils|on) (?:says?|said|dit|disent) )?(?:that )?(?:this|that|it|c'|ce)(?:'s| is|est| est) "
    r"(?:the |le )?(?:number|numero) (?:of|de|du) (?:(?:the|la|le) |l')?(?:company|compagnie|business|entreprise|boss|employer"
    r"|employeur|store|magasin)(?![a-z])"
)
_FAR: Final = 90


def is_keyed_otherwise(page: Page, nine: NineDigits, first: int = 0) -> bool:
    """Whether a key, a tag or a cell right before the digits, from `first` on, names something else: '"id":"130692544"'."""
    begin = max(first, nine.start - _REACH)
    left = page.lower[begin : nine.start].rstrip(" \"'[{\n")
    if not left.endswith(_MARKS):
        return False
    if left.endswith(":") and is_field_of_another(page, nine):
        return True
    found = _KEY.search(page.lower, begin, nine.start)
    if not found and (cell := _CELL.search(page.lower, begin, nine.start)):
        return says_what(cell["cell"])
    return found is not None and says_what(found["key"] or found["tag"])


def is_field_of_another(page: Page, nine: NineDigits) -> bool:
    """Whether the digits are the value of a field that has another name, in a list of fields."""
    found = _FIELD.search(page.lower, nine.start - _FIELD_REACH, nine.start)
    return found is not None and says_what(found["field"])


def says_what(key: str) -> bool:
    """Whether the words of a key say what is under it, but for whose number that is."""
    said = [word for word in _WORD.findall(key) if word not in _OF_KEYS]
    glued = "".join(said)
    if glued == "ne":
        return True
    return (
        bool(said)
        and not says_nothing(said, len(said))
        and not all(word in SAYS_NOTHING for word in said)
        and not any(one in glued for one in ("nas", "sin", "social"))
    )


def is_numbered(before: str) -> bool:
    """Whether a word for what is numbered, and one for a number, slips or not, stand right before a number: "Invioce Numbr"."""
    found = _NUMBERED.search(before)
    return found is not None and is_unknown(found[1] or found[2])


def is_worded_otherwise(gap: str) -> bool:
    """Whether the words in `gap`, between a number and the next, say what the next is: "…; l'urne porte le …"."""
    gap = _ASIDE.sub("", gap)
    if is_numbered(gap) or _THING.search(gap):
        return True
    return any(
        is_unknown(word) and is_everyday(word) for word in _WORD.findall(gap) if len(word) > len("les")
    )


def is_unknown(word: str) -> bool:
    """Whether a word does not belong between two numbers of a list: neither whose they are, nor what gives them."""
    return word not in _OF_KEYS and word not in SAYS_NOTHING and not says_nothing([word])


def names_thing(word: str) -> bool:
    """Whether a noun says of a number that it is no person's."""
    return is_unknown(word) and (is_everyday(word) or is_everyday(word.rstrip("sx"))) and not is_name(word)


def is_things(page: Page, nine: NineDigits) -> bool:
    """Whether the digits are the subject of a clause of their own that calls them a thing's."""
    return (
        _IS_A_THINGS.match(page.flat, nine.end) is not None
        and _SUBJECT.search(page.flat, nine.start - _REACH, nine.start) is not None
    )


def is_things_own(page: Page, nine: NineDigits) -> bool:
    """Whether a key, a word for a number or a verb before the digits, or what is said behind them, gives them to a thing."""
    before = page.flat[max(0, nine.start - _FAR) : nine.start]
    return (
        is_keyed_otherwise(page, nine)
        or is_things(page, nine)
        or is_numbered(before)
        or (not _MARKING.isdisjoint(page.words) and _MARKED.search(before) is not None)
        or _SAID_NEXT.match(page.flat, nine.end) is not None
    )
