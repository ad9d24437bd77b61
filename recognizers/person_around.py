"""What stands on both sides of a name and makes it one, though no list knows it or it is a word as often."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from recognizers.around import words
from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.person_things import IS_TOWN
from recognizers.person_words import Word

#: Fields filled in without a colon: dots or a line to write on; a plain space after what nothing else is called.
FIELD_CUE: Final = compiled(
    r"(?<![a-z])(?:(?:nom de famille|prenoms?|nom complet|noms?|(?:family|last|first|given|full|middle)[ -]?names?|surname|name"
    r"|(?:enfant|child|eleve|patiente?|beneficiaire|assuree?|mere|pere|mother|father|parent)(?: [0-9])?)[ ]?"
    r"(?:[._]{2,60}[ ]?|[:=][ ]?|-[ ])"
    r"|(?:nom de famille|prenom|nom complet|(?:family|last|first|given|full)[ -]?name|surname"
    r"|(?:prenom|(?:first|given) name)[ ][a-z'-]{2,20},?[ ](?:et )?(?:nom|name))[ ]{1,4})$"
    r"|(?:^|\n)[ ]?(?:nom|name)[ ]{1,4}$"
)
_FIELD_ENDS: Final = frozenset(" ._:=")
#: Months and verbs that are given names as often: "Thi Mai Tran", "April at the desk".
ALSO_NAMES: Final = words("mai may june juin avril april august will")
#: Somebody says who writes.
_SELF: Final = compiled(
    r"(?:^|[\n.!?,;:-] ?|(?<![a-z])(?:hi|hello|hey|allo|bonjour|salut|bonsoir|bsr|slt|yo|and|et) )"
    r"(?:c'?est (?:encore |toujours |juste )?(?:moi,? )?|it'?s (?:me,? |still |just )?|this is|ici|je suis|i am|i'm"
    r"|im|moi(?: c'est)?"
    r"|i,(?: the undersigned)?|i the undersigned|je soussignee?|je,? soussignee?|myself|mwen se|c),? ?$"
)
#: Only somebody comes again or is called himself.
_SELF_AGAIN: Final = compiled(
    r"(?:c'?est (?:encore |toujours )?moi|it'?s me|je soussignee?|the undersigned),? $"
)
#: What goes on after it.
_SELF_AFTER: Final = compiled(
    r",? (?:again|encore|de nouveau|calling|here|speaking|from (?:the|yesterday|apt|unit)|a l'appareil|mother|father|mom|dad"
    r"|papa|maman|mere|pere|(?:l[ae]|sa|son|sa|the|his|her|your|votre) (?!plus|pire|meilleur|best|worst|only|same)[a-z]{3}"
    r"|l'[a-z]{4}|d[ue] (?:hier|la|[0-9])|et (?:je|seulement)|and (?:only|i)(?![a-z]))(?![0-9])|, (?:je|j'|i|hereby"
    r"|request|demande)(?![a-z])"
)
#: "I'm Will.", where the word is a month or a verb as often.
_SELF_PLAINLY: Final = compiled(
    r"(?:^|[\n.!?,;:-] ?|(?<![a-z])(?:hi|hello|hey|allo|bonjour|salut) )(?:i'?m|i am|je suis|moi c'?est) $"
)
_SAID: Final = compiled(r"[.!,](?![a-z0-9])")
#: A name at the phone, whatever else it is.
_AT_THE_PHONE: Final = compiled(
    r" (?:a l'appareil|au bout du fil|speaking|here(?=[ ]?(?:[,.!]|again|from))|calling|ici[,. !])"
)
#: The same of what is a season or the weather more often.
_CALLING: Final = compiled(r" (?:a l'appareil|au bout du fil|speaking|calling)")
#: How old somebody is: "Isaac, 9 –", "Léa (4 ans)", "Ginette a 13 ans", "Kiana is 6".
_AGE_AFTER: Final = compiled(
    r"(?:[ ]?,| -)? ?\(?[0-9]{1,2}(?: 1/2)? ?(?:ans?|mois|years?|yrs?|y/o|yo|months?)(?![a-z])"
    r"| (?:a|aura|avait|fetera ses|fete ses|a eu|is|turns|turned|turning|will be|was|has) [0-9]{1,2} ?(?:(?:ans?|mois"
    r"|years|months)(?![a-z])|and|et|[,.]|$)"
    r"|(?:, \(?| \()[0-9]{1,2}\)?(?= ?(?:[,;)\n]|$| [-/] ?[a-z0-9]| and| et| -))"
)
#: Whose relative somebody is, or what else is told only of persons.
_RELATED: Final = compiled(
    r"(?:[ ]?,|[ ]?\n)? ?\(?(?:(?:la|le|sa|son|ma|mon|notre|the|my|our|his|her) )?(?:fiere? |proud )?"
    r"(?:papa|maman|mere|pere|mom|mum|dad|mother|father|wife|husband|epouse|epoux|conjointe?|fille|fils|daughter|son|soeur"
    r"|frere|sister|brother|tutrice|tuteur|mandataire|grand-m(?:ere|aman)|grand-p(?:ere|apa)|grandma|grandpa"
    r"|proche aidante?|voisine?"
    r"|caregiver|copine|copain|chum|blonde|guardian)"
    r"(?: (?:de |d'|du |of |a |to )|[.,)\n]|$)"
    r"|(?:,? c'est| est|,? is) (?:une? |a )(?:vraie? )?(?:femme|homme|fille|garcon|gars|woman|man|girl|boy|prenom|nom"
    r"|name)(?![a-z])"
)
#: What part of a name it is: "Sokha comme prénom".
_CALLED_AFTER: Final = compiled(
    r" (?:comme|as|=) \(?(?:mon |my |le |the )?(?:prenom|nom|(?:first|last|given|family) name|surname)(?![a-z])"
    r"|,? (?:first name|prenom) [a-z]{3}"
    r"|,? (?:is(?: not|n't)?|est|n'est pas|c'?est(?: pas)?) (?:my|mon|his|her|son) (?:(?:last|first|family|maiden|legal|given) )?"
    r"(?:nom|prenom|name|surname)(?![a-z])"
    r"|,? (?:et moi|and i|and me)(?![a-z'])"
)
#: Where somebody works or is reached.
_REACHED: Final = compiled(
    r" (?:du|de la|de l'|au|a l'|from|at|at the|from the) ?(?:comptoir|guichet|window|accueil|reception|centre d'appels?"
    r"|counter|desk|front desk"
    r"|call cent(?:re|er))(?![a-z])| (?:au|at|@|-)? ?\(?[2-9][0-9]{2}\)?[ .-]{1,2}[0-9]{3}"
)
#: The end of a letter within a line: "Bien à vous, Constance".
_CLOSED: Final = compiled(
    r"(?<![a-z])(?:merci|thanks|thank you|thx|bonne (?:journee|soiree|fin de semaine|semaine)|bien a vous|cordialement|regards"
    r"|cheers|have a (?:good|nice|great|lovely) (?:one|day|week|weekend|evening)|sincerely|salutations|a bientot|au plaisir"
    r"|respectueusement|best)[a-z' ]{0,24},[ ]?$"
)
#: A sentence that ends, and a dash or nothing before what then stands alone.
_ENDED: Final = compiled(
    r"(?:[a-z0-9)\"']\.{1,3}|[!?)\"])[ \n>]{1,4}(?:[-~*]{1,2}[ ]?)?$|(?:^|\n)[ ]?[-~][ ]?$|(?<![a-z])x[xo]{1,6} $"
)
#: A dash after words, before a given name that ends the text: "i just got here too - Brooke".
_DASHED: Final = compiled(r"[a-z]{2,12} -{1,2} $")
#: One or two words with capitals, perhaps a place, and then nothing.
_LONE: Final = compiled(
    r"(?:[A-Z]\. ?){0,2}[A-Z][A-Za-z'-]{2,20}(?: [A-Z][A-Za-z'-]{1,20})?(?:(?:, "
    r"| \()[A-Z][A-Za-z' -]{3,24}\)?)?[ ,]{0,3}(?:[xX][xXoO]{0,3})?\s{0,8}\Z"
)
#: A town: "Alfred, Ontario".
_BEFORE_PROVINCE: Final = compiled(
    r",? \(?(?:ontario|quebec|qc|on|alberta|manitoba|saskatchewan|n(?:ew|ouveau|ova|ouvelle)[ -]|british|colombie|canada)"
)
_LONGEST_END: Final = 80
_HELLO: Final = ("hi ", "hello ", "hey ", "allo ", "bonjour ", "bonsoir ", "salut ")
#: A capital within a word makes it a product's: "GCWeb"; not "McKay".
_CAMEL: Final = compiled(r"(?!(?:Mc|Mac|De|Di|La|Le|O'|D'))[A-Z][A-Za-z]*[a-z][A-Z]|[A-Z]{2,}[a-z]")
#: Words that are given names where somebody signs or presents himself.
ALSO_SIGNED: Final = words(
    "line hope destiny violet melody harmony serenity precious blessing patience innocent trinity autumn heaven blanche neige"
    " prune capucine clementine olive cerise ash summer winter river sky storm angel gray jen kev steph will faith joy star"
    " seb gus phil vince nico alex caro cath isa jojo manu raph oli mimi lili fred max dom zach zack matt mat greg"
    " willow ivy daisy fleur dawn aurore"
)
#: Of those, what grows, shines or falls from the sky; and what comes again each year, as a complaint says: "Winter here".
NATURE: Final = words(
    "neige prune olive cerise ash summer winter autumn river sky storm star willow ivy daisy fleur dawn aurore violet gray"
)
SEASONS: Final = words("summer winter autumn storm neige")
#: How much is read of what is spoken of.
_SUBJECT: Final = 160
#: What is said of trees, flowers, seasons, weather and colours.
_OF_NATURE: Final = compiled(
    r"(?<![a-z])(?:trees?|arbres?|haies?|hedges?|branch(?:e?s)?|flowers?|fleurs?|plants?|plantes?|garden|jardin|lawn|gazon"
    r"|snow\w*|neige|deneig\w*|cold|froid|hot|chaud|weather|meteo|rain|pluie|wind|vent|nights?|nuit|seasons?|saisons?|summer"
    r"|winter|ete|hiver|automne|lights?|lumieres?|lampadaires?|colou?rs?|couleurs?|birds?|oiseaux|oies|fruits?|poem"
    r"|poeme)(?![a-z])"
)

#: Virtues and the like that some parents choose; only with a capital.
VIRTUES: Final = words(
    "comfort mercy charity prudence temperance gift favour favor promise peace praise goodness fortune prosper bienvenue divine"
    " merveille gloire espoir victoire penny marguerite rose lily jade ruby pearl amber ginger"
)
#: Where he can be reached, after the name with which he signs: a telephone, or his house and then nothing.
_SIGNED_WITH: Final = compiled(
    r"[ ]?,? ?\n?\(?[2-9][0-9]{2}\)?[ .-]{1,2}[0-9]{3}[ .-]?[0-9]{4}(?![0-9])"
    r"|[ ]?, ?\n?[0-9]{1,5}[a-d]?,? [a-z0-9'. -]{4,32}(?:[ ,]{1,2}(?:app?t?|unit|#)\.? ?[0-9]{1,4}[a-d]?)?\s{0,4}\Z"
    r"|[ ]?, ?\n?[0-9]{1,5}[a-d]?, [0-9]{1,3}(?:e|th|st|nd|rd) (?:rue|avenue|street|ave)"
)
#: A health card number right after a given name: "Tyler 71955-9543".
_NUMBERED: Final = compiled(r" ?:? [0-9]{3,5}[ -][0-9]{3,4}(?:[ -]?[0-9]{3,4})?(?![0-9])")
#: A NAM's or a permanent code's first half after a given name: its fourth letter is the name's first.
_CODED: Final = compiled(r"[ ]?[:,(]?[ ]?[a-z]{3}([a-z])[ -]?[0-9]{4}")
#: A whole first half after both names, on their line or the next.
_CODED_WHOLE: Final = compiled(
    r"[ ]?[,:;(|/-]?\s{0,4}(?:\(?(?:nam|ramq|carte|card|no)[ .:#]{0,3}){0,2}([a-z]{3})([a-z])[ -]?[0-9]{4}(?:[ -]|[0-9])"
)
#: What somebody is, after the name with which he signs: "Pierrot, facteur".
_TRADE: Final = compiled(
    r", (?!(?:you|t'|tu |vous|votre|merci|thank|please|svp|i |je |c'est|it'?s))(?:an? |une? |the |la |le |l')?[a-z][a-z'-]{2,20}"
    r"(?: [a-z][a-z'-]{1,20}){0,3}[.!)]?\s{0,4}\Z"
)
#: An address to write to.
_MAILBOX: Final = compiled(r"[ ]?[,:(-]?[ \n]?([a-z0-9._+-]{3,32})@[a-z0-9]")
#: An initial and a surname in small letters, and then nothing or a house: "r. lavoie, 610 Hillcrest".
_SMALL: Final = compiled(r"[a-z]\. ?[a-z][a-z'-]{2,20}(?:\s{0,4}\Z|, ?\n?[0-9(])")
#: An initial, and then nothing.
_INITIAL_ENDS: Final = compiled(r" (?:[a-z]|[A-Z])\.?[ !]?\s{0,4}\Z")
#: Thanks without a comma, before the name with which a text ends: "tks Brooke T".
_THANKED: Final = compiled(
    r"(?<![a-z])(?:merci|thanks|thank you|thx|tks|tnx|ty|svp|please|plz|cheers|bye)[ .,!-]{1,4}$"
)
_SENTENCE_OVER: Final = compiled(r"[a-z0-9)\"' ][.!?]{1,5}[ \n>]{1,4}(?:[-~*]{1,2}[ ]?)?$")


def is_spoken_of(page: Page, word: Word) -> bool:
    """Whether what stands before speaks of the thing that the word names as well: "this summer. summer", "the tree. willow"."""
    before = page.lower[max(0, word.start - _SUBJECT) : word.start]
    if len(word.key) > 3 and word.key in before:
        return True
    return word.key in NATURE and _OF_NATURE.search(before) is not None


def are_coded(page: Page, names: Sequence[Word]) -> bool:
    """Whether a NAM with the letters of both names follows them: "LHEUREUX PRIYA", and below it "LHEP 4162 1993"."""
    if not page.has_digits or len(names) < 2:
        return False
    end = names[-1].end
    found = _CODED_WHOLE.match(page.lower, end, end + 32)
    if found is None:
        return False
    begins = [word.key.replace("-", "").replace("'", "")[:3].ljust(3, "x") for word in names]
    return any(
        found[1] == surname and any(found[2] == given[0] for given in (*begins[:at], *begins[at + 1 :]))
        for at, surname in enumerate(begins)
    )


def is_coded(page: Page, word: Word) -> bool:
    """Whether a number with the word's first letter where a NAM and a permanent code have it follows: "Maélie PRUM 1559 0716"."""
    found = _CODED.match(page.lower, word.end, word.end + 14) if page.has_digits else None
    return found is not None and found[1] == word.key[0]


def signs_with_trade(page: Page, word: Word) -> bool:
    """Whether the text ends with the word, a comma and what somebody is: "… fermé. Pierrot, facteur"."""
    return (
        word.opens
        and len(page.text) - word.start < _LONGEST_END
        and _TRADE.match(page.text, word.end) is not None
    )


def is_mailed(page: Page, word: Word) -> bool:
    """Whether the word's own mailbox stands right after it: "gus, gusroule@example.com"."""
    found = (
        _MAILBOX.match(page.lower, word.end, word.end + 44)
        if "@" in page.lower[word.end : word.end + 40]
        else None
    )
    return found is not None and word.key in found[1]


def signs_with(page: Page, word: Word) -> bool:
    """Whether a sentence ends before the word, and a telephone, a mailbox or a house stands after it."""
    return _SIGNED_WITH.match(page.lower, word.end, word.end + 64) is not None


def is_numbered(page: Page, word: Word) -> bool:
    """Whether a number as on a health card follows the word."""
    return page.has_digits and _NUMBERED.match(page.lower, word.end, word.end + 20) is not None


def signs_small(page: Page, first: Word, left: str) -> bool:
    """Whether the end is signed with an initial and a surname in small letters: "… otherwise. r. lavoie"."""
    return (
        first.dotted
        and not first.capital
        and _SENTENCE_OVER.search(left[-12:]) is not None
        and _SMALL.match(page.lower, first.start, first.start + 32) is not None
    )


def signs_with_initial(page: Page, first: Word, left: str) -> bool:
    """Whether the text ends with a given name and an initial: "… merci\nkarine t.", "… in qc? tks Brooke T"."""
    if not first.kind.given or first.kind.never or _INITIAL_ENDS.match(page.text, first.end) is None:
        return False
    if page.text[first.end + 1].isupper() != first.capital:
        return False
    return left.rstrip(" ").endswith("\n") or _THANKED.search(left) is not None


def is_field(page: Page, start: int, left: str) -> bool:
    """Whether a field's name stands before: "Family name .......... Bergeron"."""
    return left[-1:] in _FIELD_ENDS and FIELD_CUE.search(left) is not None


def is_signed_off(page: Page, first: Word, left: str) -> bool:
    """Whether all that follows from the word on is a name, after a sentence that ended: "… fermé. – Elisapie, Inukjuak"."""
    if not first.capital or len(page.text) - first.start > _LONGEST_END or not left.strip():
        return False
    if _BEFORE_PROVINCE.match(page.lower, first.end, first.end + 20):
        return False
    if first.key in NATURE and is_spoken_of(page, first):
        return False
    if _CAMEL.match(page.text, first.start, first.end) or (
        IS_TOWN.fullmatch(first.key) and not first.kind.given
    ):
        return False
    return _LONE.match(page.text, first.start) is not None and (
        _ENDED.search(left[-12:]) is not None
        or _CLOSED.search(left) is not None
        or (first.kind.given and not first.kind.also_place and _DASHED.search(left[-12:]) is not None)
    )


def presents_himself(page: Page, first: Word, left: str) -> bool:
    """Whether somebody says who he is, and goes on so: "C'est Rose, la dame du 3e"."""
    if is_mailed(page, first):
        return True
    usual = first.kind.given and first.kind.sure and first.kind.common
    called = usual or (first.capital and first.key in ALSO_NAMES)
    if called and _SELF_PLAINLY.search(left) and _SAID.match(page.text, first.end):
        return True
    if first.kind.also_place or not _SELF.search(left):
        phone = _CALLING if first.key in SEASONS else _AT_THE_PHONE
        return phone.match(page.lower, first.end, first.end + 20) is not None and (
            first.opens or left.endswith(_HELLO) or _SELF.search(left) is not None
        )
    return (
        _SELF_AGAIN.search(left) is not None
        or _SELF_AFTER.match(page.lower, first.end, first.end + 24) is not None
    )


def is_called_so(page: Page, word: Word) -> bool:
    """Whether the words after it call it somebody's: "Sokha comme prénom", "Karonhiio and I"."""
    return (word.capital or word.kind.surname) and _CALLED_AFTER.match(
        page.lower, word.end, word.end + 32
    ) is not None


def is_reached(page: Page, word: Word) -> bool:
    """Whether a counter or a telephone number stands after the word."""
    return _REACHED.match(page.lower, word.end, word.end + 40) is not None


def is_told_of(page: Page, word: Word) -> bool:
    """Whether an age, a relative, a counter or a telephone number after the word makes a given name of it."""
    rest = page.lower[word.end : word.end + 2]
    if rest[:1] not in (" ", ",", "\n", "("):
        return False
    end = word.end + 40
    return (
        _AGE_AFTER.match(page.lower, word.end, end) is not None
        or _RELATED.match(page.lower, word.end, end) is not None
        or _REACHED.match(page.lower, word.end, end) is not None
    )
