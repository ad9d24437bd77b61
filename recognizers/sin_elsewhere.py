"""Numbers that nothing names, in a text that speaks of SINs elsewhere: "My SIN is wrong. For the last time: 130 692 544"."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence, Set
from functools import cache
from typing import Final

from recognizers.birth_family import RELATIVES
from recognizers.context import Model, likelihood, model_of, score_of
from recognizers.cues import Cue, vocabulary
from recognizers.everyday import is_name
from recognizers.glance import words_at
from recognizers.nine_digits import NineDigits, nine_digits
from recognizers.number_forms import AS_DIGIT
from recognizers.other_labels import THINGS
from recognizers.page import Candidate, Page
from recognizers.patterns import Ending, compiled
from recognizers.qualified import without_reason
from recognizers.sin_bare import FIRST_LETTERS, is_counted, is_said_after, may_be_by_threes
from recognizers.sin_beside import (
    BEFORE,
    NEAR,
    NEAREST,
    PAPER,
    free_labels,
    is_beside_label,
    is_disowned,
    is_in_place,
    is_refused,
    is_wanted,
    sentence,
    wants_another,
)
from recognizers.sin_lists import (
    is_beside_name,
    is_in_another_column,
    is_listed_otherwise,
    is_on_row,
    opens_message,
)
from recognizers.sin_next import is_things_own
from recognizers.sin_number import is_ruled_out, weighed
from recognizers.sin_other_labels import OTHER_NUMBER, SINS
from recognizers.sin_other_numbers import is_other, is_under_title
from recognizers.sin_own_sentence import names_its_own
from recognizers.sin_purpose import goes_on, is_for_purpose
from recognizers.sin_sampled import is_beside_sample
from recognizers.sin_told_otherwise import is_new_every_time
from recognizers.sin_words_after import is_called_another, is_given_as
from recognizers.table import is_header
from recognizers.told import CELLS, POINTING, STOPS, says_nothing

#: Threes in a row, with one kind of mark between them, or a line's end; letters for some figures.
#: Or figures one by one. It begins with what is looked for fast, and then looks back.
_THREE: Final = "[0-9oil]{3}"
_FIRST: Final = r"[1-79il](?<![0-9a-z].)(?<![0-9][-.,/].)"
_WRAP: Final = r"[ .-]?\r?\n[> ]{0,6}"
NINE: Final = compiled(
    rf"{_FIRST}(?:[0-9oil]{{2}}([- ./]?| - ){_THREE}\1{_THREE}(?![0-9a-z])(?![-./:] ?[0-9]|,[0-9])"
    rf"|(?<![0-9] .)[0-9oil]{{2}}(?:[- .]{_THREE}{_WRAP}|{_WRAP}{_THREE}(?:[- .]|{_WRAP})){_THREE}(?![0-9a-z])"
    r"(?![-./,:]? ?[0-9])"
    r"|(?<![0-9] .)(?<=[1-79])( ?- ?| |\.)[0-9](?:\2[0-9]){7}(?![0-9a-z])(?![-./,:]? ?[0-9]))"
)
#: So likely a number is taken for a SIN that only the words around tell; and on a page that speaks of nothing that has one.
ENOUGH: Final = 0.91
_SURE: Final = 0.95
_MARKS: Final = compiled("[^0-9a-z]+")
_MOST_CHANGED: Final = 3
_WORD: Final = compiled("[a-z]+")
_FIGURE: Final = compiled("[0-9]")
#: The paragraph after the number, which says what it is.
_SAID_NEXT: Final = compiled(r"[.!]?\s{2,6}(?=(?:c'est|ce sont|that's|that is|this is|it's) )")
#: The next sentence, of a number that it gives: ". Fax confirmation 2763606".
_OWN_VALUE: Final = compiled(
    r"\A\. (?:[a-z]+ ){0,2}[a-z]+(?: ?[:#]| (?:no|number|numero|num)\.?)? ?[0-9]{4,12}(?![0-9])"
)
_ENDS: Final = (".", "!", "?")
#: Right before a number: somebody gave it to somebody, has it, reads or writes it …
_GIVEN: Final = Ending(
    r"(?<![a-z])(?:(?:gave|given|sent|told|issued|assigned|handed|texted|e?mailed|read) (?:me|him|her|us|them|you)"
    r"|(?:i|we|he|she|they|you) (?:(?:now|just|can|have|had|only|still|also|should|must|will|would) ){0,2}"
    r"(?:read|see|have|had|got|gave|wrote|put|typed|entered|found|copied)|(?:was|been|am|were) (?:given|issued|assigned|told)"
    r"|(?:je|on|il|elle|nous|vous|[jmtl]') ?(?:(?:l'|ai|a|as|avons|avez|ont|avait|avais|me|lui|leur|nous|bien|plutot) ?){0,3}"
    r"(?:lis|lit|vois|voit|donne|remis|envoye|transmis|attribue|emis|ecrit|inscrit|note|trouve|copie|tape|entre|dit|dicte|mis))"
    r"(?: (?:le|the|ceci|this|as|comme|now|maintenant))?[ :]{1,3}$"
    r"|(?:^|[-:,] |(?<![a-z])(?:the|his|her|my|la|sa|ma|son|mon|le) )(?:card|carte|slip|feuillet|stub|talon)"
    r" (?:says|reads|shows|dit|indique)(?: (?:le|the))?[ :]{1,3}$"
    r"|(?:^|[.!?] )(?:(?:re)?(?:lisez|verifiez|regardez)|voyez|(?:please )?(?:re-?)?(?:check|read|see|look at)(?: again)?)"
    r" (?:ma|mon|la|le|my|the) (?:carte|papiers?|feuillet|talon|card|papers?|slip|stub) ?: $"
)
#: … or it, of which the sentence before speaks: "je l'ai retrouvé dans mes papiers : …"; …
_GIVEN_IT: Final = compiled(
    r"(?<![a-z])(?:l'(?:ai|a|as|avons|avez|ont|avais|avait) (?:enfin |finalement |bien )?"
    r"(?:re)?(?:trouve|note|ecrit|copie|recu|texte|donne|envoye|transmis|dicte|inscrit|tape)"
    r"|(?:found|wrote|texted|sent|gave|noted|dictated|copied|got|have)(?: (?:me|us))? it)(?![a-z])[a-z' ]{0,40}[:,] $"
)
#: … or a sentence that began otherwise points to it.
_POINTED: Final = compiled(
    r"[a-z][,;:-] (?:(?:that|this|it|here it) (?:is|was)|(?:le |la )?voici|that's|it's|c'est|c'etait"
    r"|il s'agit d[eu]|(?:in (?:which|that) case|auquel cas|dans ce cas)(?:,? (?:it's|it is|c'est))?)(?: (?:le|the))?[ :,]{1,3}$"
)
#: From a label to its number, and so far before that it begins.
_TO_NUMBER: Final = compiled(
    r"(?: (?:temporaire|temporary|provisoire))?"
    r"(?: ?(?:no|num|numero|number|id|n\^)(?![a-z])(?: (?:is|was|est|etait)(?![a-z]))?)?(?:[ .:#=(]{0,4}|[ ._:]{5,30})"
)
#: "Mon no de dossier c'est …": behind such a label that names a number.
_IS_IT: Final = compiled(" (?:c'est|est|is|was)(?: le)? ")
_NAMES_NUMBER: Final = ("no", "num", "n^", "#")
#: Where a body keeps a file: "her old file with Immigration-Québec was 130692544".
_AT_A_BODY: Final = compiled(
    r"(?<![a-z])(?:files?|dossiers?|cases?|clients?|claims?|reclamations?) (?:with|at|chez|a|aupres de|avec) (?:the |la |le |l')?"
    r"[a-z' -]{2,24}[a-z] ?(?:is|was|est|etait|:) ?\Z"
)
#: In English whatever stands before "number" says what it numbers, but for words that say whose or which: "the visit number was".
_ITS_NUMBER: Final = compiled(
    r"(?<![a-z'])(?!(?:sin|social|soc|insurance|ins|security|tax|personal|identification|identity|id|itn|ttn|ssn|my|your|his|her|its"
    r"|our|their|the|this|that|whose|which|what|right|correct|wrong|good|real|true|full|whole|complete|new|old|other|same|first"
    r"|second|only|actual|current|temporary|government|federal|canada|canadian|digit|and|or|is|was|of|for|with|by|call)(?![a-z]))"
    r"[a-z]{3,14} (?:number|no\.?|#)(?: (?:is|was))?[ :#(]{1,3}$"
)
#: What numbers of their own have, too: no such words stand between a SIN's label and its number, and people say them near one.
_PAPER_BEFORE: Final = compiled(
    r"(?<![a-z])(?:rx|req|inv|ordonnance|prescription|allocation(?: familiale| famille)?"
    r"|(?:tax|hydro|water|power|phone|cell|gas|heating|internet|hotel|motel|hospital|ambulance|dental|vet|repair) bill"
    r"|compte de taxes?|taxe (?:scolaire|fonciere|municipale)|constat|contravention|amende|fine|avis|notice|permit|permis"
    r"|requete|request|demande|bracelet|wrist ?band|bon de (?:commande|travail)|work order|formulaire|form)"
    r"(?:,? ?(?:no|num|numero|number|id|n\^|#)(?![a-z])[. ]{0,2}(?:is|was|est|etait)?(?![a-z])| ?\()?[ .:#=(]{0,4}$"
    r"|(?<![a-z])(?:assurance[- ]maladie|carte (?:d'assurance[- ]maladie|sante)|health (?:card|insurance|care))"
    r"(?:,? (?:no|number|numero)\.?)?(?: (?:du|de la|de l'|de|d'|of|from|for|in) ?[a-z' .-]{2,30}?)?(?: (?:is|est|was|etait))?"
    r"[ .:#=(]{1,4}(?:le )?$"
    r"|(?<![a-z])(?:(?:an)?other|different|autre) (?:number|numero|no|chiffres?)(?: [a-z']+){0,4},? $"
    r"|(?<![a-z])(?:bill(?:s|ed|ing)?|invoic(?:e|es|ed|ing)|claim(?:s|ed|ing)?|factur(?:e|es|ons|ez|ent|er)|reclam(?:e|ons|er))"
    r" (?:under|with|sous|avec)(?: (?:the|le))?(?: (?:no|num|numero|number|#))?[ :#.]{1,3}$"
)
#: The same is said of it as of a number before, or several things have it: "Même chose pour N", "the same number, N".
_THE_SAME: Final = compiled(
    r"(?:meme chose|idem|pareil|same(?: thing| goes)?) (?:pour|for|with|avec)(?: (?:le|la|the|no|number|numero)){0,2} \Z"
    r"|(?:the same|le meme) (?:number|numero)[ ,:]{1,3}\Z"
)
_THINGS: Final = compiled(rf"(?<![a-z])(?:{THINGS})(?![a-z])")
_LABEL_REACH: Final = 48
#: A line or a sentence that begins with the number's own label, or but a number sign: "MRN      138783808", "#235330479".
_FIELD: Final = compiled(
    r"(?:\A|[\n.;])[ >*-]{0,4}([a-z][a-z ./'-]{1,24}?)(?: ?[:=]| {2}|\t)[ \t]{0,30}\Z|# ?\Z"
)
#: After a number: something else is said.
_CLAUSE: Final = compiled(
    r",? (?:so|and|but|then|please|kindly|can you|donc|et|mais|alors|car|merci|thanks|svp|pouvez-vous|veuillez)(?![a-z])"
)
_AFTER: Final = 80
#: So far before the number its own sentence is looked for.
_SENTENCE_REACH: Final = 72
_PURPOSE: Final = "cue:purpose"
#: Where people are paid, taxed and pensioned, a number beside a name is a SIN.
_OF_PAY: Final = vocabulary(
    """paie paye paies payroll payday salaire salaires wages impot impots tax taxes releve releves feuillet feuillets slip slips
    cra arc pension pensions retraite retraites retraitees retirees retiree rrsp reer annuity rentes rrq qpp cpp rqap qpip
    employeur employer embauche hired""".split()
)
#: Whose a number is.
_SOMEBODY: Final = frozenset(
    f"{RELATIVES} moi lui elle eux mien sien leur mine his hers theirs me him her them she he old ancien new nouveau".split()
)
_SHORTEST_NAME: Final = 2
#: All that a line says before the number is whose it is, as in the line of one before: "elle : 130 692 544".
_OF_WHOM: Final = compiled(
    rf"(?:\A|\n)[ >*-]{{0,4}}(?:moi|elle|lui|me|him|her|(?:mon |ma |my )?(?:{'|'.join(RELATIVES.split())})) ?[:=] ?\Z"
)
#: Where nobody speaks of SINs: what they are asked for, the papers that have them, whose they are. Most pages have one of these.
_TOPIC: Final = vocabulary(
    """service cra arc releve releves feuillet feuillets slip impot impots tax taxes fiscal pay paie paye payroll payday salaire
    wages pension pensions retraite rente rentes revenu revenue chomage emploi employeur employer embauche hired hire hr rh ei
    ae rqap qpip rrq qpp cpp rpc oas gis psv security securite permis permit nine neuf chiffres federal federale federaux
    ottawa feds government gouvernement gouv boss bosses patron patrons patronne banque bank work working travail travailler
    travailleur ouvrage job jobs theirs employers employeurs revenus declaration assessment immigration pis celui digits
    identifier identify mother mere father pere epoux epouse conjoint conjointe wife husband spouse fils fille son daughter
    card carte numero number mine mien social credit identite identity benefit benefits prestation prestations allocation
    allocations deceased defunt defunte succession estate citizen citoyen citoyenne canada gst tps tvh mortgage hypotheque
    landlord proprio proprietaire employee employees employe employes employee honorarium assurance insurance""".split()
)


def spoken_of(page: Page, cues: Sequence[Cue], named: Set[int]) -> Iterator[Candidate]:
    """Right numbers by threes, together or one by one, whose sentence names nothing else.

    And those that the words next to them give to a label without a number, in their sentence or the one before; or that the words
    around make likely (see `context`), unless they call the number another. None of those that begin where a number was `named`;
    none where each of the `cues`, labels or not, is in a sentence that wants no SIN, or is about other things of that name.
    Linear: a fixed reach around each number.
    """
    labels: list[Cue] | None = None
    heads: list[Cue] = []
    lined: list[Cue] = []
    for start, end, _ in page.clusters_that(may_be_by_threes):
        for found in NINE.finditer(page.lower, start - FIRST_LETTERS, end + 1):
            if found.start() in named:
                continue
            written = _MARKS.sub("", found[0])
            changed = sum(map(str.isalpha, written))
            nine = nine_digits(*found.span(), written.translate(AS_DIGIT), changed)
            if not nine.checked or changed > _MOST_CHANGED or is_ruled_out(page, nine):
                continue
            if is_called_another(page, nine) or is_refused(page, nine):
                continue
            if labels is None:
                wanted = [cue for cue in cues if is_wanted(page, cue)]
                if not wanted:
                    return
                labels = free_labels(page, wanted)
                known = page.headers
                heads = [cue for cue in wanted if is_header(page.lower, cue.start, cue.end, known)]
                lined = [
                    cue for cue in wanted if is_header(page.lower, cue.start, cue.end, known, lined=True)
                ]
            if (
                is_disowned(page, nine, labels)
                or is_in_another_column(page, nine, heads)
                or (is_in_another_column(page, nine, lined) and is_on_row(page, nine, named))
            ):
                continue
            unnamed = not _is_named(page, nine) and (labels or _is_somebodys(page, nine))
            if unnamed or is_beside_label(page, nine, labels):
                # A letter or three for figures: just enough, the check digit holds.
                found_as = 0.5 + 0.05 * max(changed, 1), "cue:elsewhere"
            elif told := _told_by_words(page, nine):
                found_as = told + 0.05 * changed, "context"
            elif not changed and is_for_purpose(page, nine):
                found_as = 0.7, _PURPOSE
            elif is_beside_name(page, nine):
                found_as = 0.55, "layout:name"
            else:
                continue
            if found_as[1] == _PURPOSE or not (is_things_own(page, nine) or _is_of_its_own(page, nine)):
                yield from weighed(nine, *found_as)


def unspoken_of(page: Page) -> Iterator[Candidate]:
    """Right numbers that the words around make likely, on a page that speaks of no SIN but of people, their papers or pay."""
    numbers = [
        nine
        for start, end, _ in page.clusters_that(may_be_by_threes)
        for found in NINE.finditer(page.lower, start - FIRST_LETTERS, end + 1)
        if (written := _MARKS.sub("", found[0])).isdigit()
        if (nine := nine_digits(*found.span(), written, 0)).checked and not is_in_place(page, nine)
    ]
    if not numbers:
        return
    of_papers = words_at(_TOPIC & page.words, page.flat)
    told = False
    behind = -1
    for nine in numbers:
        last = nine is numbers[-1]
        if last and is_ruled_out(page, nine):  # another would still say of the next what that is
            return
        if not of_papers and _is_a_field(page, nine):
            continue
        if is_beside_sample(page, nine):
            if last or not is_ruled_out(page, nine):
                yield from weighed(nine, 0.55, "cue:elsewhere")
            continue
        named = is_called_another(page, nine) or is_refused(page, nine)
        if not named and (by_words := _told_by_words(page, nine, ENOUGH if of_papers else _SURE)):
            found_as = by_words, "context"
        elif (not named and is_for_purpose(page, nine)) or (behind >= 0 and goes_on(page, nine, behind)):
            found_as = 0.7, _PURPOSE
            behind = nine.end
        elif (
            not named
            and (
                opens_message(page, nine)
                or (is_beside_name(page, nine) and words_at(_OF_PAY & page.words, page.flat))
            )
        ) or (told and _OF_WHOM.search(page.lower, nine.start - NEAR, nine.start)):
            found_as = 0.55, "layout:name"
        else:
            continue
        if found_as[1] == _PURPOSE or not (is_things_own(page, nine) or _is_of_its_own(page, nine)):
            told = True
            if last or not is_ruled_out(page, nine):
                yield from weighed(nine, *found_as)


def _told_by_words(page: Page, nine: NineDigits, enough: float = ENOUGH) -> float:
    """The score of a number of which the words around make a SIN so likely; 0 where they do not, or label it otherwise."""
    model = _model()
    likely = likelihood(model, page.lower, nine.start, nine.end)
    if (
        likely < enough
        or is_under_title(page, nine)
        or is_listed_otherwise(page, nine)
        or _is_labelled_otherwise(page, nine)
        or is_new_every_time(page.lower, nine.start)
    ):
        return 0.0
    return score_of(model, likely)


def _is_of_its_own(page: Page, nine: NineDigits) -> bool:
    """Whether the number's sentence, behind one that ends, names what is numbered."""
    return names_its_own(page.lower[max(0, nine.start - _SENTENCE_REACH) : nine.start])


@cache
def _model() -> Model:
    return model_of("sin-context", OTHER_NUMBER, ENOUGH, wide=True)


def _is_labelled_otherwise(page: Page, nine: NineDigits) -> bool:
    """Whether the label of another number, not of several, stands right before it: "Invoice no. 130692544"."""
    begin = max(0, nine.start - _LABEL_REACH)
    if any(label.search(page.flat, begin, nine.start) for label in (_PAPER_BEFORE, _ITS_NUMBER, _AT_A_BODY)):
        return True
    if _THE_SAME.search(page.flat, begin, nine.start):
        before = page.flat[max(0, nine.start - BEFORE) : nine.start]
        if _THINGS.search(before) and not SINS.search(before):
            return True
    return any(
        (
            _TO_NUMBER.fullmatch(page.lower, label.end(), nine.start)
            or (label[0].startswith(_NAMES_NUMBER) and _IS_IT.fullmatch(page.lower, label.end(), nine.start))
        )
        and not (label[0].endswith("s") and OTHER_NUMBER.fullmatch(label[0][:-1]))
        for label in OTHER_NUMBER.finditer(page.lower, begin, nine.start)
    )


def _is_a_field(page: Page, nine: NineDigits) -> bool:
    """Whether all that stands before the number is a label, and neither whose it is nor a word that only gives it."""
    label = _FIELD.search(page.lower, nine.start - 2 * _LABEL_REACH, nine.start)
    if label is None:
        return False
    said = _WORD.findall(label[1] or "")
    return not says_nothing(said, NEAREST) if said else True


def _is_somebodys(page: Page, nine: NineDigits) -> bool:
    """Whether somebody is named or meant in the number's line, before it: "Mon conjoint Benoît, 130 692 544"."""
    before = STOPS.split(page.flat[max(0, nine.start - NEAR) : nine.start])[-1]
    return any(
        word in _SOMEBODY or (len(word) > _SHORTEST_NAME and is_name(word)) for word in _WORD.findall(before)
    )


def _is_named(page: Page, nine: NineDigits) -> bool:
    """Whether it is a cell's, or words of the number's sentence say what it is, or of the one that it points to."""
    clause = _CLAUSE.match(page.flat, nine.end)
    last = clause.start() if clause else sys.maxsize
    if (
        is_in_place(page, nine)
        or is_under_title(page, nine)
        or is_other(page, nine, last, nine.start)
        or is_said_after(page, nine)
        or is_counted(page, nine)
    ):
        return True
    first = max(0, nine.start - BEFORE)
    stops = list(STOPS.finditer(page.lower, first, nine.start))
    before = without_reason(sentence(page, stops[-1].end() if stops else first, nine.start))
    lead = _FIGURE.split(_flat(before))[-1]
    pointed = _POINTED.search(lead)
    if (given := _GIVEN.search(lead) or _GIVEN_IT.search(lead)) or pointed:
        said = PAPER.sub(" ", lead) if given else lead[: pointed.start() + 1] if pointed else lead
        named = OTHER_NUMBER.search(said)
        return named is not None or is_given_as(page, nine)
    after = page.lower[nine.end : nine.end + _AFTER]
    said_next = _SAID_NEXT.match(after)
    after = STOPS.split(after[said_next.end() if said_next else 0 :])[0].partition("\n")[0]
    after = _OWN_VALUE.sub(". ", after)
    if CELLS.search(before.rpartition("\n")[2] + after) or OTHER_NUMBER.search(
        _flat(f"{before[-NEAR:]} 0 {after}")
    ):
        return True
    said = _WORD.findall(before)
    if stops and POINTING.issuperset(said):
        earlier = sentence(page, stops[-2].end() if len(stops) > 1 else first, stops[-1].start())
        if SINS.search(earlier):
            return wants_another(earlier)
        if OTHER_NUMBER.search(_flat(earlier)):
            return True
        # A title ends in no full stop.
        if not said and not stops[-1][0].strip() and not earlier.endswith(_ENDS):
            said = _WORD.findall(earlier)
    return not says_nothing(said, NEAREST)


def _flat(sentence: str) -> str:
    return sentence.replace("\n", " ")
