"""Numbers that a cue announces, and those listed with it: "NAS : 130 692 544 et 046 454 286"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recognizers.around import SPACES
from recognizers.birth_family import RELATIVES
from recognizers.cues import Cue
from recognizers.elements import is_ended
from recognizers.nine_digits import NineDigits, find_lost, find_nine
from recognizers.other_labels import THINGS
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.qualified import as_asked, without_qualifiers, without_reason
from recognizers.sin_bare import is_said_before, is_said_otherwise
from recognizers.sin_called import aside_end
from recognizers.sin_cues import NO_LABEL
from recognizers.sin_next import is_field_of_another, is_keyed_otherwise, is_things, is_worded_otherwise
from recognizers.sin_number import BEHIND_LABEL, FAR_BEHIND, LISTED, WITHOUT_ZEROS, judge
from recognizers.sin_other_labels import OTHER_NUMBER
from recognizers.sin_other_numbers import is_other
from recognizers.sin_own_sentence import is_ordered, names_its_own
from recognizers.sin_words import NUMBER, PEOPLE
from recognizers.sin_words_after import is_another, is_given_as, is_in_its_place
from recognizers.told import SAYS_MORE, SHORT_LINE, STOPS, is_answered, is_told, says_nothing

#: The label says that its value is missing: what follows is another number, unless a sentence gives it.
MISSING: Final = compiled(
    r"(?<![a-z])(?:non (?:requise?|fournie?|disponible|applicable)|not (?:required|needed|provided|given|available|applicable)"
    r"|n/[ad]|unknown|inconnue?|missing|manquante?|none|aucune?|a venir|to follow)(?![a-z])"
    r"|(?<![a-z])(?<!par )(?<!by )(?<!in )(?:erreur|error)[ :#]*$"
)
#: … right behind what says so: "Objet : NAS manquant", and the number on the next line.
_LACK_ANSWERED: Final = compiled(
    r" (?:missing|manquante?|oubliee?|forgotten)[ \t]{0,2}(?::|\r?\n[> ]{0,4})[ \t]{0,3}"
)
#: The value right behind the label is hidden already: "SIN *** *** ***".
_MASKED: Final = compiled(r"[^a-z0-9*#]{0,16}(?:[*x#]{3}[ -]?){2}[*x#]{3}(?![a-z0-9*])(?![ )\]]{0,3}[:=])")
#: The number of a ticket, as of what was changed: "stop echoing SIN in error text (#130692544)".
_TICKET: Final = compiled(r"[a-z]{2,} [a-z]{2,} \(#$")
#: Whose numbers an answer or a list gives.
ROLES: Final = frozenset(
    f"""{RELATIVES} chair chairman chairwoman chairperson president presidente vice treasurer tresorier tresoriere secretary
    secretaire director directrice directeur administrateur administratrice member membre owner proprietaire partner associe
    associee manager gerant gerante first second third premier premiere deuxieme troisieme""".split()
)
#: … one after another: "Chair 130 692 544, vice-chair 046 454 286".
_NEXT_ROLE: Final = compiled(
    r"[,;] (?:(?:et|and) )?(?:(?:our|the|notre|le|la) )?([a-z]{2,14}(?:[ -][a-z]{2,14})?) ?[:(=-]? ?"
)
#: Brackets right behind a number, of another: "My SIN is … (the number … on your envelope is unknown to me)".
_ASIDE_OF_ANOTHER: Final = compiled(
    r" ?[(\[](?:the|le|un|an|another|l'autre|un autre) (?:other |autre )?(?:number|numero|no|one)?(?![a-z])"
)
#: Between the numbers of a list: a line that begins with words, an address of a page.
_OTHER_LINE: Final = compiled(r"\n[ >]*[a-z]{2}|://|www\.")
#: The same where words say that the number after them is somebody else's: only the sentence's end, an empty line.
_PARAGRAPH: Final = compiled(r"[.;!?][ >]*\n|\n[ >]*\n|://|www\.")
_SENTENCE: Final = compiled(
    r"(?:(?:[a-z)]{4}|[-/ ][0-9]{2}|(?<= )(?:19|20)[0-9]{2}"
    r"|(?<= )(?:off|out|yet|now|ago|too|day|you|him|her|pas|moi|lui|ici|non|oui))[.]"
    r"|[!?]) +[a-z]{2,}[^0-9]* [a-z]{2,}"
    r"|^[.] +[a-z]{2,}[^0-9:]* [a-z]{2,}[^0-9:]*$"
)
#: A sentence that a word or two and a number are.
_WORD_AND_NUMBER: Final = compiled(
    r"(?:[a-z]{4}|^|(?<= )(?:it|me|us|him|her|you|moi|lui|ca|toi|eux|one))[.!?] (?:[a-z]{2,12} ){0,1}[a-z]{3,20} $"
)
#: "… the lease, number 130 692 544".
_NUMBER_OF_IT: Final = compiled(
    r"(?<![a-z])(?:lease|bail|meter|compteur|cheque|plate|plaque|parcel|colis|device|appareil|ticket|receipt|recu|machine"
    r"|modem|router), "
    rf"(?:le |the )?{NUMBER}\.? ?[:=]? ?$"
)
#: How far before the number a label of another number still counts.
LABEL_REACH: Final = 60
#: Several words in one that the number sticks to: "SIN502961451HealthCard…OrderNo993593060". No more than a label's own.
_STUCK: Final = compiled(
    r"(?<![a-z])(?!(?:insurance|sociale?|conjointe)s?$)(?:[a-z]{8,}|[a-z]{3,}(?:no|num|ref))$"
)
#: Nobody filled in the label's blank, and another label stands before the number; "here it is:" is none.
_LEFT_BLANK: Final = compiled(r"_{3}[\s\S]*[a-z]{2}(?<!voici)(?<! is)(?<!here)(?<!below)(?<!dessous) ?[:#]")
#: In JSON, behind a value, the key of another right before the number: not "value", nor what numbers. An object has no value yet.
_OTHER_KEY: Final = compiled(
    r":[^:{\[]{0,40}, ?[\"'](?!(?:(?:the|le|la|les|plain|raw|full|clear|real|read)[ _]?){0,2}"
    r"(?:val|num|no[\"']|id[\"']|cont|text|data|answer|rep|resp|saisi|entr|input|nas|sin|digits|chiffres|figures|(?:plain|raw)[\"']))"
    r"[a-z_ ]{3,24}[\"'] ?: ?[\"']?$"
)
#: "… by e-mail because the fax is broken: 130 692 544".
_EXPLAINED: Final = compiled(
    r"(?:parce que|car|because|since|puisque|vu que) [a-z' ]{0,24}(?:fax|telecopieur|tel|telephone|phone|line|ligne|site)"
    r"[a-z' ]{0,30}: ?$"
    r"|(?<![a-z])(?:parce qu[e']|car|because|since|as|puisqu[e']|vu qu[e']) ?(?:i|i'm|i've|we|we're|he|he's|she|she's|they|je|j'"
    r"|il|elle|on|nous|ils|elles)(?![a-z])[^.:;!?0-9]{3,60}: ?$"
)
#: In a list of people: a line that begins with somebody's name.
_NAMED_LINE: Final = compiled(
    r"[ .;,:]{0,3}\r?\n[ >*\-0-9.)]{0,6}+(?:[a-z']{2,20}+(?:-[a-z']{1,20}+)?[ ,\r\n>]{1,4}){0,3}"
    r"[a-z']{2,20}+(?:-[a-z']{1,20}+)?(?:[ ,\r\n>]{1,4}(?:[-=]{1,2}>|[:(\-=\x7f]|\.{2,12})?|:) ?"
)
#: Behind a label that heads such a list, whose the numbers are: "Les NAS de l'équipe :", "SINs for the crew".
_LIST_OF: Final = compiled(r" (?:de|des|du|d'|of|for|pour)(?:(?<=')| )[a-z' -]{2,30}(?= ?:?\r?\n)")
#: A line of such a list that is about something that is numbered, not somebody: "Compteur : ".
_THING_LINE: Final = compiled(rf"(?<![a-z'-])(?:{THINGS})(?![a-z'-])")
#: The line below a number that says whose its number is: "NAS ... 130 692 544 / Conjointe ... 046 454 286".
_KIN_LINE: Final = compiled(
    rf" ?\r?\n[ >*-]{{0,6}}(?:(?:mon|ma|my|le|la) )?(?:{'|'.join(sorted(RELATIVES.split(), key=len, reverse=True))}|moi|me"
    r"|self)(?:'s)? ?(?:\.{2,20}| {2,20}|:|=|-{1,2}>?|\x7f) {0,3}"
)
#: Behind a label, what a form takes besides, the box of the form, the slip of an employer, or where it is copied from:
#: "NAS ou permis :", "SIN copied from my bank's mail:"; or who says what it stands in: "« … mon NAS », disait mon père."
_BESIDES: Final = compiled(
    r"^ ?\(?(?:/|ou|or) ?(?:(?:le|la|the|my|mon|votre|your) )?(?:(?:no|num|numero|number)\.? (?:de |d'|du |of )?)?"
    r"(?:permis|permit|passeport|passport|driver'?s licen[cs]e|licen[cs]e|work permit|study permit|birth certificate"
    r"|certificat de naissance)(?: de (?:conduire|travail|sejour)| d'etudes)?(?: (?:no|num|number)\.?)?\)?(?= ?[:=])"
    r"|,? (?:(?:a|dans|in|en|sur|on) )?(?:(?:la|the|le) )?(?:case|box|ligne|line|champ|field|boite) (?:(?:no|#|n\^) ?)?[0-9]{1,2}"
    r"(?= ?[:=]? ?$)"
    r"|,? (?:dans|in) (?:l[ea] |the |th(?:at|is) |cet |l')?(?:meme |same )?(?:ordre|order)(?= ?[:=])"
    r"|^,? (?:(?:re)?copie|colle|tire|pris|copied|pasted|taken)e?(?: (?:from|off|de|du|d'|sur|dans)(?![a-z])){1,2}"
    r"(?![a-z' ]{0,40}(?<![a-z])(?:no|numero|number|file|dossier|account|compte|order|commande|sin|nas)(?![a-z]))"
    r"[a-z' ]{2,40}(?= ?[:=] ?$)"
    r"|^ (?:sur|on|dans|in) (?:(?:le|la|mon|the|my|his|her|son) )?(?:feuillet|releve|talon|t4|slip|t4 slip|stub|pay ?stub)"
    r"(?: t4)? (?:de|of|from)(?: (?:my|the|mon|his|her|son|ancien|old))? ?(?:l')?(?:(?:ancien|old|former) )?employ(?:eu|e)r"
    r"(?= ?[:=])"
    r"|^,? (?:sur|on|under|avec|with|selon|as per) (?:(?:le|la|mon|ma|my|the|his|her|son|sa|un|an?) )?"
    r"(?:permis(?: (?:temporaire|de (?:travail|sejour)|d'etudes?))?|(?:temporary|work|study) permit)(?= ?[:=] ?$)"
    r"|^ ?\"?,? ?\"?(?:(?:disait|dit|repetait|said|says) (?:(?:toujours|souvent|always) )?"
    r"(?:(?:mon|ma|my|his|her|son|sa|the|le|la) )?[a-z'-]{2,14}"
    r"|(?:he|she|they|my [a-z'-]{2,14}) (?:always |often )?(?:said|says|used to say))(?=[.,;] )"
    # What the number is not: "my SIN, not the file number, is", "NAS (et non le dossier) :".
    r"|^ ?(?:[,(] ?(?:(?:et|and) )?|(?:et|and) )(?:non(?: pas)?|pas|not) "
    r"(?:(?:an?|une?|the|l[ea]|mon|ma|my|our|your|notre|votre) |l')?(?!nas|sins?(?![a-z]))[a-z'-]{2,14}"
    r"(?: [a-z'-]{2,14}){0,3}[,)]?(?= ?(?:[:=]|is|est|was)(?: le| the)? ?[:=]? ?$)"
)
#: Behind a label, or behind whose it is, and right before its number, an aside of several words: whatever it names, it says
#: no other label.
_ASIDE: Final = compiled(
    r"^(?: (?:de|of|for|pour) [a-z'-]{2,14}(?: [a-z'-]{2,14})?)? ?[(\[](?![^()\[\]]{0,60}(?:numero|number|no|#)(?![a-z]))"
    r"(?:[a-z'][^()\[\] ]{0,20}[ ,]{1,2}){2,14}(?:[a-z'][^()\[\] ]{0,20}|(?:19|20)[0-9]{2})[)\]]"
    r"(?= ?(?:[:=]|is|est)? ?$)"
)
#: A line that begins with a thing and its number, and goes on with words.
_KEY_BEGINS: Final = compiled(rf"\n[ >*-]{{0,4}}(?:{THINGS})(?: {NUMBER}\.?| ?#)? ?\Z")
_KEY_ENDS: Final = compiled(" ?: [a-z]")
#: A box of a form, which is no English case with its number: "mon SIN mais y'a pas de case".
_BOX: Final = compiled(
    r"(?<![a-z])(?:une|la|les|des|de|cette|aucune|chaque|bonne|mauvaise) cases?(?![a-z]| ?[0-9#])"
)
#: Between commas behind the label, what sort its number is, and then the verb: "…, good as long as my work permit, is".
_SORT: Final = compiled(
    r"^(?: (?:temporaire|temporary|provisoire|permanent))?, (?:good|valid|valable|bon|issued|emis|expired|expire|which|that|qui"
    r"|que|until|jusqu'|since|depuis|received|recu|attached|lie|linked|unlike|contrairement|as|comme|renewed|renouvele|tied|attache)"
    r"(?![a-z])(?![^,]*(?<![a-z])(?:numero|number|no|#)(?![a-z]))[^,.;:!?0-9]{3,70},"
    r"(?= (?:is|est|was|etait|c'est) (?:le |the )?\Z)"
)
_WORD: Final = compiled("[a-z]+")
#: Behind the label in a row of a table: "NAS / Prénom".
_NEXT_CELL: Final = compiled(" ?[/^] ?[a-z]")
#: Between two numbers of one cue: how far the second may stand by itself, and words that say whose it is.
_LISTED: Final = 25
_ANOTHERS: Final = compiled(
    r"(?<![a-z])(?:cel(?:ui|le) (?:de|du)|le (?:sien|mien)|that of|(?:his|hers|theirs|mine)(?: is| ?:| ?\()"
    r"|(?:my|his|her) [a-z]{3,10}'s(?: is)?|[a-z]{3,14}'s (?:is|one is|was))(?![a-z])"
)
_SOMEBODY: Final = rf"(?:{'|'.join(sorted((*RELATIVES.split(), *PEOPLE.split())))})e?s?"
#: What gives one's own, whatever was said of another's: "… is somebody else's. Mine reads 130 692 544".
_OWN_ONE: Final = compiled(
    r"[.!?;,] (?:mais |but )?(?:mine|his|hers|theirs|l[ea] (?:mien|sien)(?:ne)?|le leur"
    rf"|celui (?:du |(?:de |d')(?:(?:notre|mon|ma|la|votre|son|sa|ce|cet|cette|leur) |l')?){_SOMEBODY}"
    rf"|(?:our|my|his|her|the|their|this) {_SOMEBODY}'s)"
    r"(?: (?:(?:should |would |devrait |doit )?(?:read|be|say|lire|etre)|reads?|is|was|says|est|etait|dit|se lit))?"
    r"(?: (?:le|the|comme suit|as follows))?[ :]{1,3}$"
)
#: What gives the right number after a wrong one: "… n'est pas le bon, c'est 130 692 544".
_CORRECTED: Final = compiled(
    r"(?:replaced|remplacee?|changee?|changed|converti|converted|annulee?|cancelled|devenu|became)(?![a-z])[a-z ,]{0,24}"
    r"(?<![a-z])(?:par|by|with|to|for|pour|en|now|maintenant|devenu|became)[ :]{1,3}(?:(?:le|the|no|number|numero) ){0,2}$"
    r"|(?:n'est pas|is not|isn't|faux|fausse|errone|mauvais|wrong|incorrect)(?![a-z])[a-z ,;.()]{1,24}"
    r"(?<![a-z])(?:c'est|it's|it is|est|is|voici|here is)[ :]{1,3}(?:(?:plutot|rather|le|the)[ :])?$"
    r"|(?<![a-z])(?:faut|faudrait|fallait|doit|devrait|should|must)(?: (?:bien|plutot|se))? (?:lire|etre|be|read|say)"
    r"[ :]{1,3}(?:(?:le|the)[ :])?$"
)
#: So far behind a cue its number is looked for, and so far behind that the next of its list.
REACH: Final = 110
_NEXT_REACH: Final = 75
#: So many numbers of one list are read.
_MOST: Final = 20
#: With so much between, a number is still right behind its cue, and a right one behind the wrong one that it replaces.
_NEAR: Final = 60
#: A number without its leading zeros must stand right behind its label.
_LOST_REACH: Final = 24


def after_cue(page: Page, cue: Cue, following: int, last: int) -> Iterator[Candidate]:
    """The number that the cue announces, and those listed with it, up to `last`."""
    position = label_end = cue.end
    named = False
    for _ in range(_MOST):
        first = position == label_end
        reach = REACH if first else _NEXT_REACH
        nine = find_nine(page.lower, position, min(last, position + reach), announced=first)
        if not nine:
            if first and (lost := find_lost(page.lower, position, min(last, position + _LOST_REACH))):
                yield from judge(page, lost, *WITHOUT_ZEROS)
            return
        if first and (aside := aside_end(page, nine)):
            position = label_end = aside
            continue
        gap = page.flat[position : nine.start]
        if not gap.islower() and "(" not in gap and "[" not in gap:  # marks alone
            gap = SPACES.sub(" ", gap)
        else:
            gap = _BOX.sub(" ", SPACES.sub(" ", as_asked(gap)))
            if first and nine.checked:
                gap = without_reason(_ASIDE.sub(" ", _BESIDES.sub(" ", _SORT.sub(" ", gap))))
        answered = first and is_answered(gap) and not is_another(page, nine, gap)
        if is_in_its_place(page, nine, cue):
            return
        if not answered and (
            (
                OTHER_NUMBER.search(
                    without_qualifiers(gap) if first else gap,
                    max(0, len(gap) - LABEL_REACH),
                )
                and not _EXPLAINED.search(gap)
            )
            or _is_elsewhere(page, nine, gap, position)
            or page.lower.count("\n\n", position, nine.start) > 1
            or is_ended(page.lower, cue.start, cue.end, nine.start)
        ):
            return
        if (
            not first
            and not _is_listed(page, nine, position, following)
            and not (named and _is_next_named(page, position, nine))
            and not (nine.checked and _KIN_LINE.fullmatch(page.lower, position, nine.start))
        ):
            return
        if first:
            whose = _LIST_OF.match(page.lower, position, nine.start)
            line = whose.end() if whose else position
            named = _NAMED_LINE.fullmatch(page.lower, line, nine.start) is not None
        found = LISTED if not first else BEHIND_LABEL if len(gap) <= _NEAR else FAR_BEHIND
        yield from judge(page, nine, *found)
        position = nine.end


def _is_elsewhere(page: Page, nine: NineDigits, gap: str, label_end: int) -> bool:
    """Whether what stands between a label and a number, `gap`, says that the label has none, or begins another sentence."""
    another = _ANOTHERS.search(gap) is not None
    if _STUCK.search(gap) or _MASKED.match(page.lower, label_end) or _TICKET.search(gap):
        return True
    if nine.checked and (_OWN_ONE.search(gap) or _LACK_ANSWERED.fullmatch(page.lower, label_end, nine.start)):
        return False
    if NO_LABEL.search(gap):
        return not another
    if is_another(page, nine, gap) or ((";" in gap or ", " in gap) and is_things(page, nine)):
        return True
    if names_its_own(gap):
        return True
    if nine.checked and is_ordered(gap):
        return is_other(page, nine, first=nine.start) or is_given_as(page, nine)
    if is_told(gap):
        return is_other(page, nine, first=nine.start) or is_given_as(page, nine)
    if (
        _has_title(page, nine, label_end)
        or _LEFT_BLANK.search(page.lower, label_end, nine.start)
        or _OTHER_KEY.search(gap)
        or ('"' in gap and is_field_of_another(page, nine))
    ):
        return True
    if _NUMBER_OF_IT.search(gap) or _heads_line(page, nine):
        return True
    if _WORD_AND_NUMBER.search(gap) and is_said_before(page, nine):
        return True
    return _SENTENCE.search(gap) is not None or (MISSING.search(gap) is not None and not another)


def _heads_line(page: Page, nine: NineDigits) -> bool:
    """Whether the number is the key of its line, a thing's: "Relevé 130692544 : annulé"."""
    return _KEY_ENDS.match(page.lower, nine.end) is not None and (
        _KEY_BEGINS.search(page.lower, nine.start - _NEAR, nine.start) is not None
    )


def _has_title(page: Page, nine: NineDigits, label_end: int) -> bool:
    """Whether the label's line, a short one, says more, and words not of it, no sentence, stand before the number: its title."""
    rest, *lines = as_asked(page.lower[label_end : nine.start]).split("\n")
    if not SAYS_MORE.search(rest.rstrip()) or _NEXT_CELL.match(rest):
        return False
    title = next((line for line in reversed(lines) if _WORD.search(line)), "")
    first = page.lower.rfind("\n", max(0, label_end - SHORT_LINE), label_end) + 1
    return (
        label_end - first + len(rest) < SHORT_LINE
        and not title.rstrip().endswith((".", "!", "?"))
        and not says_nothing([word for word in _WORD.findall(title) if word not in _WORD.findall(rest)])
    )


def _is_listed(page: Page, nine: NineDigits, position: int, following: int) -> bool:
    """Whether the number belongs to the list that ended at `position`; the next cue stands at `following`."""
    gap = SPACES.sub(" ", page.flat[position : nine.start])
    if _ASIDE_OF_ANOTHER.match(gap):
        return False
    another = _ANOTHERS.search(STOPS.split(gap)[-1]) is not None
    broken = _PARAGRAPH if another else _OTHER_LINE
    role = _NEXT_ROLE.fullmatch(gap) if nine.checked else None
    if role and ROLES.issuperset(_WORD.findall(role[1])):
        return nine.start < following
    if (
        broken.search(page.lower, position, nine.start)
        or page.lower[nine.start - 1] == "="
        or page.lower[nine.start - 1].isalpha()
        or is_other(page, nine, first=position)
        or is_keyed_otherwise(page, nine, position)
    ):
        return False
    if len(gap) <= _NEAR and _CORRECTED.search(gap):
        return nine.start < following
    return another or (
        len(gap) <= _LISTED
        and nine.start < following
        and not is_said_otherwise(page, nine)
        and not is_worded_otherwise(gap)
    )


def _is_next_named(page: Page, position: int, nine: NineDigits) -> bool:
    """Whether the number stands behind somebody's name on the next line of a list of people."""
    return (
        _NAMED_LINE.fullmatch(page.lower, position, nine.start) is not None
        and not _THING_LINE.search(page.lower, position, nine.start)
        and not is_other(page, nine)
    )
