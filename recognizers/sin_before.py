"""Social insurance numbers that the words after them name: "130 692 544 est mon NAS"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from recognizers.around import SPACES
from recognizers.birth_family import RELATIVES
from recognizers.cues import Cue
from recognizers.nine_digits import FEWEST_FIGURES, NineDigits, find_nine, nine_digits
from recognizers.page import Candidate, Page
from recognizers.patterns import Ending, Pattern, compiled
from recognizers.sin_bare import is_said_otherwise
from recognizers.sin_number import BEFORE_LABEL, LISTED_BEFORE, judge
from recognizers.sin_other_numbers import ON_RECORD, is_other
from recognizers.sin_words import NUMBER, PEOPLE
from recognizers.sin_words_after import is_called_after
from recognizers.told import STOPS

#: From a number to the label after it.
AFTER_LINK: Final = compiled(
    r"(?:\)?[.!?] (?=(?:c'est|ce sont|that's|that is|those are|these are|it's|this is|il s'agit de) ))?"
    r"[\s,;:=()\-|}{\]\[\"'*<>_^\x7f]{0,5}(?:(?:nam|hin|ramq|ddn|dob|nom|name) ?[/,&+-] ?)?"
    r"(?:(?:that is|this is|these are|those are|it's|il s'agit de|ce sont) )?"
    r"(?:(?:(?:dans|au|a|sur|sous|en|in|into|on|under|at|pour|for)(?: (?:le|la|the|l'))? ?(?:champ|case|zone|boite|rubrique"
    r"|colonne|ligne|field|box|column|line|heading)(?: (?:du|de|of|for|pour|no|number))?"
    r"|(?:pour|for|in|into|under)(?= (?:le|the|mon|my|son|his|her) $)"
    r"|(?:it|they|ca|on|cela) (?:says?|reads?|dit|disent|lit|ecrit)(?= )"
    r"|where (?:it|they|the form|you) (?:asks?|says?|said|reads?|wants?)(?: for)?"
    r"|(?:la )?ou (?:c'est (?:ecrit|marque|inscrit|indique)|(?:on|ca|ils|vous) (?:demandez?|demandent|lit|dit|voit))"
    rf"|(?<= ){ON_RECORD[1:]}"
    r"|(?:qui )?(?:correspond|appartient) [ad]u?|figure comme|est inscrit comme|matches"
    r"|est|is|sont|are|c'est(?: bien)?|that's|etant|being|voici|voila|ci-dessus,?|above(?: is|,)?|comme|as|,)\s+)?"
    r"(?:[\"']{1,2}\s{0,2})?(?:(?:really|indeed|actually|truly|still|now|also|bien|vraiment|effectivement|toujours|maintenant|aussi)\s+)?"
    r"(?:(?:mon|ma|son|sa|ses|leur"
    r"|my|his|her|their|our|your|ur|votre|vos|ton|notre|nos|mes|leurs|le|the|les|no)\s+)?(?:(?:deux|two|trois|three)\s+)?(?:(?:bon|bonne|right|correct|vrai|seul|only|real|true|actual)\s+)?"
    rf"(?:(?<=is )[a-z]{{2,15}}(?:-[a-z]{{2,15}})?\s+)?"
    rf"(?:[a-z]{{2,15}}(?:-[a-z]{{2,15}})?'s?\s+)?(?:{NUMBER}\s*(?:de |d'|of )?)?(?:ass)?$"
)
_REACH: Final = 110
_WORD: Final = compiled("[a-z]+")
#: The words that may stand between a number and the label after it, whose it is and what sort: "… is my late husband's".
_LABELS: Final = frozenset(
    f"""{PEOPLE} {RELATIVES} est is sont are was etait c s it that this being etant voici voila comme as bien also aussi the le la
    l un une a an my mon ma mes son sa ses his her their our notre nos leur leurs numero number no num n d de du of ass carte
    card securi temporaire temporary new nouveau old ancien former current actuel valid valide bon right correct real vrai own
    propre full complet late defunt feu only seul""".split()
)
_NOT_LABEL: Final = compiled("[.!?0-9\n]")
#: "130 692 544 / (empty line) / C'est mon NAS.": what the next paragraph says of the number.
_SAID_NEXT: Final = compiled(r"[.!]?\s{2,6}(?:c'est|ce sont|that's|that is|this is|it's) ")
_ASIDE: Final = compiled(
    r"(?<![a-z])(?:(?P<yours>votre|vos|your|ur)(?![a-z])|(?:pour|for|in|into|under)(?= (?:le|the) ?$))"
)
#: "Zoé Roy (130 692 544), …, le NAS est entre parenthèses".
_IN_BRACKETS: Final = compiled(
    r"(?: (?:est|is|are|sont))? (?:entre|in) (?:parenthes[ei]s|brackets|parens)(?![a-z])"
)
_BRACKETED: Final = compiled(r"\(([1-79](?:[ .-]?[0-9]){8})\)")
#: "I type 130 692 544 and it says: invalid SIN", "… as my health number, but that's my SIN": from the number to the label.
_REFUSED: Final = compiled(
    r",? (?:as|comme|pour|for|dans|in|under|sous) [a-z' ]{3,40},? (?:but|mais|alors que|when|while) "
    r"(?:that's|that is|it's|it is|this is|c'est)(?: (?:in fact|actually|really|en fait|plutot))? (?:my|mon|his|her|son|le|the) $"
    r"|[ ,]{1,2}(?:et|mais|and|but) (?:il|on|ca|elle|it|they|(?:le|the|votre|your) (?:site|systeme|system|formulaire|form)) "
    r"(?:me )?(?:repond|dit|affiche|indique|answers|says|shows|replies|tells me)(?: que| that)?[ :(\"'<]{1,5}"
    r"(?:(?:invalid|wrong|mon|my|le|the|votre|your) ){0,2}$"
)
#: '130 692 544 under "SIN"': from the number to the label.
_UNDER: Final = compiled(
    r" (?:under|sous|in|dans|at|a) (?:(?:the|la|le) )?(?:(?:box|field|case|champ|line|ligne) )?[\"'] ?"
    r"(?:(?:(?:numero|no) d')?ass)?"
)
#: Between the numbers of a list of such.
_AND: Final = compiled(r"(?:[,;]|(?<![a-z])(?:and|et)) (?=[^,;]*\Z)")
#: "It should read 130 692 544. My SIN has a typo": before the number, from it to the label, and behind that.
_SHOULD_BE: Final = compiled(
    r"(?:\A|[\n.!?;,:(] ?|(?<![a-z])(?:and|et|but|mais) )(?:(?:it|that|this|ca|cela|il|on) (?:(?:really |actually )?"
    r"(?:should|must|devrait|doit|faut) (?:be|read|say|se lire|etre|lire)|reads)|(?:the|le) (?:right|correct|good|real|bon|vrai)"
    r"(?: (?:one|number|numero))? (?:is|est|c'est)|(?:please )?(?:change|correct|fix|corrigez|changez|remplacez)"
    r"(?: it| le)? (?:to|pour|par|en|with))(?: (?:le|plutot|rather))?[ :]{1,3}\Z"
)
_NEXT: Final = compiled(
    r"[.!;] {1,3}(?:(?:you|they|vous|ils) (?:have|got|wrote|put|typed|avez|ont)(?: mal)?(?: (?:ecrit|inscrit|mis))? )?"
    r"(?:my|mon|his|her|son|the|le|our|your|votre) (?:(?:numero|number) (?:d')?)?(?:ass)?"
)
_IS_WRONG: Final = compiled(
    r"(?: (?:number|insurance number|sociale))?(?: [a-z']+){0,6}"
    r" (?:typos?|wrong|mistakes?|errors?|coquilles?|erreurs?|fautes?"
    r"|mal|faux|errone|incorrect|misprinted|mistyped|misread|swapped|inverses?|transposed|garbled)(?![a-z])"
)
_SHOULD_REACH: Final = 60
#: "Is 130 692 544 a valid SIN?": before the label and after it.
_ASKED_BEFORE: Final = compiled(
    r"(?: (?:est-il|est-ce|est|is))? (?:un|a|an)(?: (?:vrai|bon|valid|real|good|correct))? $"
)
_ASKED_AFTER: Final = compiled(r" ?(?:(?:valide|valid|exact|number)(?![a-z]) ?)?(?:[?!.,;)]|$)")
#: "… n'est pas un NAS valide": one that is said to be wrong; behind the label, before it.
_NOT_VALID: Final = compiled(
    r",? (?:n'est (?:pas|plus)|is(?: not|n't)|was(?: not|n't)|is no longer|(?:ne semble|does ?n[o']t (?:look|seem))(?: pas)?"
    r"(?: (?:etre|like|to be))?)(?: (?:vraiment|actually|really))? (?:un|an?)(?P<valid> (?:valid|real|proper|working))?"
    r" (?:numero d'(?:ass)?)?$"
)
_VALID: Final = compiled(
    r"(?: (?:sociale|insurance number|number))? (?:valide?|en regle|exact|correct)(?![a-z])"
)
#: "Please remove 130 692 544 from your records, I never agreed to give my SIN": before the number, and from it to the label.
_ERASE: Final = compiled(
    r"(?<![a-z])(?:remove|erase|delete|strike|destroy|effacez|effacer|retirez|retirer|supprimez|supprimer|enlevez|enlever|otez)"
    r"(?: (?:the number|le numero|le|the))? \Z"
)
_NOT_OWED: Final = compiled(
    r" (?:from|off|de|du|des|dans|in) (?:(?:your|my|the|our|all|votre|vos|mon|mes|le|la|les|notre|tous) ){0,2}"
    r"(?:records?|files?|systems?|database|dossiers?|systemes?|fichiers?|registres?)[ ,;.-]{1,3}"
    r"(?:(?:because|as|since|car|parce que|puisque) )?(?:i|we|je|j'|on|nous)(?:(?<=')| )[^.!?;:0-9]{3,50}(?<![a-z])"
    r"(?:give|giving|gave|share|sharing|provide|providing|donner|donne|fournir|fourni|transmettre|partager|communiquer)"
    r"(?: (?:you|them|vous|out))? (?:my|our|mon|notre|an?|un) (?:numero d')?(?:ass)?$"
)
#: "My sun number is 130 692 544, I mean SIN": whatever word stood before.
_MEANT: Final = compiled(
    r"[ ,;:.()!-]{1,6}(?:(?:sorry|oops|pardon|euh|er|no|non|wait|desolee?),? )?"
    r"(?:i mean|(?:i )?meant(?: to (?:say|write|type))?|(?:je )?(?:veux|voulais|vx) dire|(?:je )?voulais ecrire)[ ,:\"']{1,3}"
    r"(?:(?:my|his|her|mon|son|le|the|an?|un) )?(?:numero d')?(?:ass)?$"
)
#: "… was read to me over the phone, which is my real SIN": a clause that says so, after others of the number's sentence.
_WHICH_IS: Final = compiled(
    r"[^.!?0-9\n]{1,70}(?:,(?: (?:and|et|or))?| and| et) "
    r"(?:which (?:is|was)|that's|that is|it's|it is|ce qui est|qui est|c'est)"
    r"(?: (?:really|indeed|actually|bien|vraiment))? (?:my|mon|his|her|son|our|notre|their|leur) "
    r"(?:(?:real|own|true|actual|vrai|propre) )?$"
)
#: A clause of its own that points back at a number, before the label: "… that number is his SIN"; so far back it is looked for.
_POINTS_BACK: Final = Ending(
    r"(?:[.,;:!)-] ?|(?<![a-z])(?:and|et|car|because|since|for|but|mais) )"
    r"(?:(?:that|this)(?: last)? number|those (?:nine )?(?:digits|figures|numbers)|ce (?:dernier )?(?:numero|no)"
    r"|ces (?:neuf )?chiffres|the number there|ce numero-la)"
    r"(?: there| la)?,? (?:is|are|was|est|sont|etait|c'est)(?: (?:bien|really|indeed|actually|vraiment|in fact|en fait))? "
    r"(?:(?:my|his|her|our|their|mon|son|leur|the|le)|celui de [a-z' ]{3,24} )"
    r"(?: (?:late |own |dear )?[a-z]{3,14}'s)? (?:(?:real|own|true|actual|vrai|propre) )?"
    rf"(?:{NUMBER}\.? ?(?:de |d'|of )?)?(?:ass)?\Z"
)
_ASKS: Final = compiled(r"[a-z ]{0,12}\?")
_POINTED_REACH: Final = 220
_SENTENCES: Final = 2
#: "… it's my SIN that I need".
_THAT: Final = compiled(r" ?(?:(?:number|no) )?(?:that|which|que|qui|i|j'|je)(?![a-z])")
#: Between two numbers that one cue after them names, with the bearer of the second: "130 692 544 et 046 454 286 sont nos NAS".
_BACK_LIST: Final = compiled(
    r"[) ]{0,2}(?:[,;/&]|et|and)[ \n](?:[a-z][a-z' -]{1,30}(?:[(:]{1,2} ?|- |\([a-z' ]{3,14}\) )?)?"
)
_PLURAL: Final = compiled(r"(?<![a-z])(?:sont|are|leurs|nos|vos|mes|ses|les)(?![a-z])")
#: The cue has a value of its own: "2022-37475 - NAS 130 692 544", '"id": 1, "sin_number": "130692544"', "SIN ..... 130 692 544".
_VALUE_NEXT: Final = compiled(
    r"(?:[ _]?(?:number|numero|num|no)(?![a-z]))? {0,3}"
    r"(?:(?:(?:de |d'|du |of |pour |for )(?:(?:la|le|mon|ma|son|sa|my|his|her|the) |l')?[a-z'-]{3,20} ){1,2}"
    r"(?=[:#=]|est |is |c'est ))?"
    r"(?:[\"']? ?[:#=]|est|is|c'est|\.{2,60})? {0,3}[\"']?[0-9](?:[ .,-]{0,2}[0-9])"
)
_VERB: Final = compiled(
    r"(?<![a-z])(?:est|is|c'est|that's|it's|correspond|appartient|matches|ci-dessus|above|comme|as"
    r"|where (?:it|they|the form|you))(?![a-z])"
)
#: A mark that points back at a number: "130 692 544 <- my SIN", or up at it from the next line.
_POINTS: Final = compiled(r"[ )\]}\"']{0,3}(?:<[-=<]{1,3}|\r?\n[ >]{0,3}\^)")
#: Not far before a number: the end of another sentence, whose words are no label ("… my file. 130 692 544 is my SIN").
_SENTENCE_ENDS: Final = compiled("[a-z]{4}[.!?] {1,3}(?=[^.!?]*$)")
#: The same of a clause, unless the number is by the way: "For my file, 130 692 544 is my SIN".
_CLAUSE_ENDS: Final = compiled(r"(?:[a-z]{4}[.!?]|[a-z0-9],)[ \n]{1,3}(?=[^.!?,]*$)|(?<![a-z])(?:que|that) $")
_SENTENCE_REACH: Final = 40
#: Who holds a number under a label has it, whatever else that office numbers: "Payroll has …", before it, and "as my SIN".
_HELD: Final = compiled(
    r"(?<![a-z])(?:ha[sd]|have|got|holds?|keeps?|kept|lists?|listed|shows?|showed|put|wrote|entered|recorded|typed|noted|uses?|used"
    r"|gave|given|sent|reported|declared|provided|submitted"
    r"|a|ont|avait|avaient|detient|garde|utilise|met|(?<!est )(?<!suis )(?:inscrit|ecrit|note|mis|entre|enregistre|saisi"
    r"|transmis|fourni|donne|envoye|communique|declare|remis|tape))"
    r"(?: (?:down|in|still|now|toujours|encore|bien|you|us|them|him|her|me))?(?: (?:the number|le numero|le))? \Z"
)
_HELD_AS: Final = compiled(
    r" ?,? (?:as|comme|(?:for|pour)(?= (?:my|his|her|their|mon|son|leur)(?![a-z]))"
    r"|(?:in|on|under|into|a|dans|sur|sous|en)(?= (?:(?:the|la|le) )?(?:box|field|line|case|champ|zone|ligne|rubrique)"
    r"(?![a-z])))(?![a-z])"
)
#: One of two things that are told in a row, each for what it is: "TREM 0412 1925 for medicare and 130 692 544 for my SIN".
_EACH_FOR: Final = compiled(r"(?<![a-z])(?:for|as|pour|comme) (?:[a-z'-]+ ){1,4}(?:and|et) \Z")
_FOR_OWN: Final = compiled(r" (?:for|as|pour|comme) (?:my|his|her|their|our|mon|son|leur|notre|le|the) ")
#: The label is all that brackets right behind a number hold: what a comma parts from it is not nearer.
_ASIDE_OPENS: Final = compiled(r" ?\((?:(?:my|his|her|mon|son|le|the) )?")
_BRACKET_ENDS: Final = compiled(r"\)")


def before_cue(page: Page, cue: Cue) -> Iterator[Candidate]:
    """Nine digits that the words after them name: "130 692 544 est mon NAS"."""
    if page.shape.count(b"0", max(0, cue.start - _POINTED_REACH), cue.start) < FEWEST_FIGURES:
        return
    position = max(0, cue.start - 75)
    passed: list[NineDigits] = []
    yield from _pointed_at(page, cue)
    labels_next = _VALUE_NEXT.match(page.flat, cue.end)
    while nine := find_nine(page.lower, position, cue.start):
        position = nine.start + 1
        link = SPACES.sub(" ", page.lower[nine.end : cue.start])
        pointed = _POINTS.match(page.lower, nine.end, cue.start)
        if not pointed and (
            (
                "\n\n" in link
                and (not _SAID_NEXT.match(link) or find_nine(page.lower, cue.end, cue.end + _REACH))
            )
            or ("\n" in link and not link.strip())
            or ((labels_next or ("\n" in link and "(" not in link)) and not _VERB.search(link))
        ):
            continue
        if nine.checked and _is_to_erase(page, nine, cue) and not is_other(page, nine, nine.end):
            yield from judge(page, nine, *BEFORE_LABEL)
            continue
        meant = None
        linked = (
            AFTER_LINK.match(SPACES.sub(" ", page.flat[nine.end : cue.start]))
            or _is_label(link)
            or _REFUSED.match(page.flat, nine.end, cue.start)
            or (
                nine.checked
                and _WHICH_IS.match(page.flat, nine.end, cue.start)
                and not _THAT.match(page.flat, cue.end)
            )
            or (
                _ASKED_BEFORE.match(page.flat, nine.end, cue.start) and _ASKED_AFTER.match(page.flat, cue.end)
            )
            or (nine.checked and _UNDER.fullmatch(link))
            or (meant := _MEANT.fullmatch(page.flat, nine.end, cue.start))
            or (
                (wrong := _NOT_VALID.fullmatch(page.flat, nine.end, cue.start))
                and (wrong["valid"] or _VALID.match(page.flat, cue.end))
            )
            or (nine.checked and _is_corrected(page, nine, cue))
        )
        stated = _VERB.search(link) and not link.startswith(",")
        first = _start_after(page, nine, _CLAUSE_ENDS if stated else _SENTENCE_ENDS)
        if _UNDER.fullmatch(link):
            first = max(first, _start_after(page, nine, _AND))
        if meant:
            first = nine.start
        if _HELD_AS.match(link) and _HELD.search(page.flat, nine.start - _SENTENCE_REACH, nine.start):
            first = nine.start
        if _FOR_OWN.match(link) and _EACH_FOR.search(page.flat, nine.start - _SENTENCE_REACH, nine.start):
            first = nine.start
        if "(" in link and _ASIDE_OPENS.fullmatch(link) and _BRACKET_ENDS.match(page.flat, cue.end):
            first = max(first, page.lower.rfind(",", max(0, nine.start - _SENTENCE_REACH), nine.start) + 1)
        if linked and not is_other(page, nine, cue.start, first) and not _is_aside(page, nine, link):
            if is_called_after(page, link, cue):
                continue
            yield from judge(page, nine, *BEFORE_LABEL)
            if _PLURAL.search(link) or page.flat[cue.start : cue.end] == "sins":
                yield from _listed_before(page, passed, nine)
        passed.append(nine)
    if _IN_BRACKETS.match(page.flat, cue.end):
        for found in _BRACKETED.finditer(page.lower, cue.start - _REACH, cue.start):
            nine = nine_digits(*found.span(1), re.sub("[^0-9]", "", found[1]))
            if nine.checked and not is_other(page, nine, cue.start):
                yield from judge(page, nine, *BEFORE_LABEL)


def _pointed_at(page: Page, cue: Cue) -> Iterator[Candidate]:
    """The only nine digits of the label's sentence and the one before, where the label's clause points back at a number."""
    first = max(0, cue.start - _POINTED_REACH)
    pointing = _POINTS_BACK.search(page.flat, cue.start - _REACH, cue.start)
    if pointing is None or _ASKS.match(page.flat, cue.end):
        return
    ends = [stop.end() for stop in STOPS.finditer(page.lower, first, pointing.start() + 2)]
    position = ends[-_SENTENCES] if len(ends) >= _SENTENCES else first
    found: list[NineDigits] = []
    while nine := find_nine(page.lower, position, pointing.start() + 1):
        found.append(nine)
        position = nine.end
    if len(found) == 1 and found[0].checked and not is_other(page, found[0], cue.start):
        yield from judge(page, found[0], *BEFORE_LABEL)


def _is_corrected(page: Page, nine: NineDigits, cue: Cue) -> bool:
    """Whether the number is given as the right one, and the next sentence says of the label that what stands there is wrong."""
    return (
        _NEXT.fullmatch(page.flat, nine.end, cue.start) is not None
        and _IS_WRONG.match(page.flat, cue.end) is not None
        and _SHOULD_BE.search(page.lower, nine.start - _SHOULD_REACH, nine.start) is not None
    )


def _is_to_erase(page: Page, nine: NineDigits, cue: Cue) -> bool:
    """Whether the number is to be erased, since nobody had to give the label's."""
    return (
        _NOT_OWED.fullmatch(page.flat, nine.end, cue.start) is not None
        and _ERASE.search(page.flat, nine.start - _SHOULD_REACH, nine.start) is not None
    )


def _start_after(page: Page, nine: NineDigits, ends: Pattern) -> int:
    """Where the sentence or clause begins that the number is in, behind what `ends` the last; 0 where that is not near."""
    begin = max(0, nine.start - _SENTENCE_REACH)
    found = ends.search(page.lower[begin : nine.start])
    return begin + found.end() if found else 0


def _is_label(link: str) -> bool:
    """Whether the words from a number to the label after it only say whose it is and of what sort."""
    words = _WORD.findall(link)
    return bool(words) and not _NOT_LABEL.search(link) and _LABELS.issuperset(words)


def _is_aside(page: Page, nine: NineDigits, link: str) -> bool:
    """Whether the label after a number is spoken of by the way: "Votre demande 130 692 544 pour le NAS", "…, votre NAS"."""
    if _VERB.search(link) or "(" in link or not (aside := _ASIDE.search(link)):
        return False
    return aside["yours"] is not None or is_said_otherwise(page, nine)


def _listed_before(page: Page, passed: list[NineDigits], last: NineDigits) -> Iterator[Candidate]:
    """Of the numbers `passed`, those that stand in one list with the `last`, which words after it name."""
    for nine in reversed(passed):
        if nine.checked and _BACK_LIST.fullmatch(page.flat, nine.end, last.start):
            if is_other(page, nine, last.end):
                return
            yield from judge(page, nine, *LISTED_BEFORE)
            last = nine
