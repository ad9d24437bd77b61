"""Where the words that make a date a birth date stand, and where their surroundings say otherwise."""

from __future__ import annotations

from collections.abc import Set
from typing import Final

from recognizers.around import LINE_WORDS, SPACES
from recognizers.birth_arrivals import is_other_arrival
from recognizers.birth_disowned import is_denied
from recognizers.birth_forms import DATED, KIN, NAISS, NE, ON
from recognizers.birth_of_somebody import (
    is_a_things,
    is_an_offices,
    is_feast,
    is_things_day,
    is_told_of_somebody,
    saw_light,
)
from recognizers.birth_sayings import is_in_childs_list
from recognizers.birth_vetoes import (
    NOBODYS,
    NOT_A_CUE_AFTER,
    NOT_A_CUE_BEFORE,
    PAPER_AFTER,
    PAPER_BEFORE,
    TO_DECLARE,
)
from recognizers.birth_words import CUES
from recognizers.cues import OPEN, Cue, vocabulary
from recognizers.elements import ends_element
from recognizers.everyday import is_everyday, is_name
from recognizers.month_forms import MONTH
from recognizers.patterns import compiled

#: At the very start of a text, where no space stands before the word.
_AT_START: Final = compiled(
    rf"{NE}{ON}|[bn]\.(?= ?{DATED})|b\.(?= {MONTH}\.? [0-9]| [0-9]{{1,2}}(?:st|nd|rd|th)?[ -]{MONTH}\.?,?[ -]'?[0-9]"
    r"| [0-9]{1,2}(?:([-/.])[0-9]{1,2}\1'|(/|-)[0-9]{1,2}\2[0-9]{2}(?![0-9])))"
)
#: Of a list, the second item: "section b. 2013-05-13".
_ITEM: Final = compiled(
    r"(?:^|[0-9:;)\n]|(?<![a-z])(?:section|point|item|articles?|annexe|part(?:ie)?|option|question|clause|alinea))[ .]*$"
)
#: The item before "b." in a list, and how far above it may begin.
_FIRST_ITEM: Final = compiled(r"(?:^|\n)[ >]*[am][.)] ")
_LIST_REACH: Final = 500
_A_RELATIVE: Final = compiled(KIN)
_WORD_BEFORE: Final = compiled("[a-z'-]+(?=[ ,]*$)")
#: Figures that may be measures, no date in words.
_PART: Final = compiled(r" ?[0-9]{1,2}([-.])[0-9]{1,2}\1(?:[0-9]{2}|[0-9]{4})(?![0-9])")
_LAST_BORN: Final = ("dernier", "derniere")
#: A parcel arrives, too: of everyday words, only what one calls a little child.
_LITTLE: Final = compiled(
    r"(?:petite?|little|baby|bebe) (?!(?:boy|girl|est|is|has) )(?!(?:one|girl|boy|man|guy|angel|ange|puce"
    r"|coe?ur|garcon|fille|prince|princesse?|tresor|merveille|soe?ur"
    r"|frere|sister|brother)(?![a-z]))([a-z'-]+)(?: est| is| has)? arriv"
)
#: … and so does what is a baby boy's, unless a surname follows it; a child of one's own comes to places of every day.
_BOYS_THING: Final = compiled(
    r".*(?<![a-z])(?:boy|girl|fille|garcon|son|daughter|fils) "
    r"(?!(?:est|is|has|just|finally|arriv[a-z]*) )([a-z'-]+)(?= )(?: (?!arriv)([a-z'-]+))?+[ a-z'-]* arriv"
)
_TO_A_PLACE: Final = compiled(
    r" (?:a|au|aux|at|in|en|to|dans) (?:(?:la|le|sa|son|notre|the|our|his|her) |l')?(?:nouvel(?:le)? |new )?"
    r"(?:garderie|cpe|ecole|daycare|school|clinique|clinic|urgence|aeroport|airport|canada|quebec|montreal|chalet|cottage)(?![a-z])"
)
#: "Our baby! Rosalie arrived": who is named right after the baby.
_NEWCOMER: Final = compiled(
    r".*(?:bebe|baby)(?:[!.,:]{1,3} |[^.!?\n]*, (?:mais|but|and|et) )([a-z'-]+) (?:est |is |has )?(?:enfin |finally )?arriv"
)
_UNFINISHED: Final = compiled(
    r"(?:^|(?<![a-z])(?:d[eu]s?|d'|of|the|la|les?|l'|an?|une?|notre|our|your|votre))[ >]*$"
)
_DATE_BEFORE: Final = compiled(
    r"(?:dates?|dtae|daet|adte|dat|dte|dt|jour|moment|annee|day|(?<![a-z])d(?=[ _]))[ ./_-]{0,4}"
    r"(?:(?:et|and|&) (?:le |the )?(?:lieu|heure"
    r"|sexe|place|time) )?(?:de {0,4}|d'|d |du {1,4}|of {0,4})?"
    r"(?:(?:sa|ma|la|leur|notre|son|mon|ta|votre|his|her|their|my|your|our) )?$"
)
#: Between "date" and "birth": they head two columns.
_CELL_MARK: Final = compiled(r"[|\t]|^[a-z]+ {2,}\Z")
_CELL_BEFORE: Final = compiled(r'(?:^|[|;,\t\n>"]| {2}| /(?= )) ?$')
_CELL_AFTER: Final = compiled(
    r"(?: (?:du |de la |de l'|de |of )?(?:conjointe?|enfant|parent|assuree?|mere|pere|adherente?"
    r"|spouse|child|mother|father|member))?"
    r'(?: ?[1-9]|(?:_(?:a{2,4}|y{2,4}|[jm]{2}|dd)){1,3})? ?(?:[|;,\t\r\n"]| {2}|/ |$)'
)
#: What parts the cells of a line, and what does so where no space follows: "Ville,Né le".
_CELL_EDGE: Final = compiled("[\n\t|;]")
_SEPARATORS: Final = frozenset("\n\t|;,")
_LABEL_AFTER: Final = compiled(r" {0,3}(?:[:=(]|(?:le|on)(?= ))|[0-9]")


#: "our wedding, not my birth, took place on …".
_NOT_THIS: Final = compiled(
    r"(?<![a-z])(?:et non|non|not|pas|rather than|plutot que) (?:(?:of|de) )?(?:(?:ma|sa|la|leur|my|his|her|the) )?$"
)
#: Around a word that is only called so.
_QUOTED: Final = compiled(r"[a-z]? ?\" ?[bn]?\Z")
_CLOSED: Final = compiled(r" ?\" (?:on|le|in|en) ")
#: "is not born yet".
_NOT_YET: Final = compiled(r"(?<![a-z])(?:pas encore|not yet|yet to be) ?$")
#: "born again", "né à nouveau", "born yet", "the born-in-Canada clause"; "a new me was born".
_AGAIN: Final = compiled(
    r" ?-? ?(?:again|(?:a|de) nouveau(?!-| brunswick)|yet)(?![a-z])|-in-[a-z]+ (?:clause|rule|requirement)"
)
_NEW_ME: Final = compiled(r"(?<![a-z])(?:new me (?:was|is)|nouveau moi est) ?$")
#: An animal's sheet or table around the cue; not what its own line says of somebody.
_OF_AN_ANIMAL: Final = compiled(
    r"\n[> ]{0,4}(?:espece|species|breed) ?:|fiche de l'animal|(?:calf|veau|cow|vache) ?[\t|]|(?:cow|calf) tag [0-9]"
)
_ANIMALS: Final = vocabulary("espece species breed animal calf veau cow vache".split())
_SOMEBODY: Final = compiled(
    r"(?<![a-z])(?:propri[a-z]+|owner|client|patient|tenant|locataire|parent|je|j'ai|i|my|ma|mon)(?![a-z])"
)
_SHEET: Final = 90
#: So much before a cue says that it is none; before an anniversary, which a clause may part from whose it is, more.
_NOT_A_CUE: Final = (40, 80)
#: "… was “wedding day”, not “birthday”".
_NOT_IT: Final = compiled(r"(?<![a-z])(?:not|pas|non) [\"' ]{0,2}$")
_CLOSES: Final = (".", '".', "'.")
#: "of unknown birth date".
_UNKNOWN: Final = compiled(r"(?<![a-z])(?:of|de|d'|with|avec|une?|an?) (?:unknown|inconnue) $")
#: A birth, not its date.
_BARE: Final = compiled(rf"{NAISS}|births?")
#: In a header: "Nom Prénom DDN".
_NAME_COLUMN: Final = compiled("(?<![a-z])(?:noms?|prenoms?|names?) $")
#: In one whose columns are lined up with spaces: "NOM          NAISSANCE".
_NAME_CELL: Final = compiled("(?<![a-z])(?:noms?|prenoms?|names?) {2,}$")
#: The birth has not been yet.
_EXPECTED: Final = compiled(
    r"(?:expected|estimated|anticipated) (?:date|birth)|dates? (?:prevue|probable|estimee) (?:de |d')"
)
#: "natural born leader", "foreign-born": no birth is told.
_NATURAL: Final = compiled(r"[a-z]-$|(?<![a-z])(?:natural|native|foreign|first|high|low|well|newly|twice) $")


def birth_cues(flat: str, lower: str, words: Set[str] | None = None, gates: int = OPEN) -> list[Cue]:
    """The cues in flattened lower-case text, in order; `words` and `gates` are those of its page.

    Kinds: "label" (date of birth), "verb" (born on), "birth" (a birth is spoken of), "anniversary".
    """
    found = CUES.find(flat, words) if gates & CUES.gate else []
    animals = bool(found) and (words is None or not _ANIMALS.isdisjoint(words))
    cues = [cue for one in found if (cue := _confirmed(flat, lower, one, animals=animals)) is not None]
    if flat.startswith(("ne", "b.", "n.")) and (first := _AT_START.match(flat)):
        cues.insert(0, Cue(0, first.end(), "verb"))
    return cues


def _confirmed(flat: str, lower: str, found: Cue, *, animals: bool) -> Cue | None:
    """The cue with what belongs to it on its left, or None where its surroundings say otherwise.

    `animals` says whether the page may speak of any.
    """
    if ends_element(lower, found.start):
        return None
    at, kind, word = found.start, found.kind, flat[found.start : found.end]
    before = flat[max(0, at - 40) : at]
    if kind == "birth" and before.endswith("of ") and (wrap := lower.find("\n", at, found.end)) > 0:
        found = Cue(at, wrap, kind)
        word = flat[at:wrap]
    if kind == "birth":
        dated = _DATE_BEFORE.search(before)
        if dated and not _CELL_MARK.search(lower[at - (len(before) - dated.start()) : at]):
            kind, at = "label", at - (len(before) - dated.start())
        elif before[-1:].isalpha() and not word.endswith(("hdate", "hdt")):  # "patientBirthDate"
            return None
        elif (
            word.endswith(("te", "ay", "tes", "ays", "dt", "ar"))
            or _LABEL_AFTER.match(flat, found.end)
            or _is_cell(lower, found)
        ):
            kind = "label"
    elif (
        (word == "born" and _NATURAL.search(before))
        or (kind in ("label", "anniversary") and _is_inside(word, before))
        or (kind == "verb" and word[0].isalpha() and before[-1:].isalpha())
    ):
        return None
    if kind == "verb" and lower[at - 1 : at] == "_" and NOBODYS.search(before):
        return None
    if kind == "label" and (
        _EXPECTED.search(lower[max(0, at - 12) : found.end]) or NOBODYS.search(lower[max(0, at - 20) : at])
    ):
        return None
    if word in ("quand", "when") and not is_in_childs_list(lower, at, found.end):
        return None
    if kind == "feast" and is_feast(word):
        return None
    if kind == "anniversary" and is_things_day(flat, found.end):
        return None
    if kind != "verb" and (
        (
            at == found.start
            and NOT_A_CUE_BEFORE.search(
                SPACES.sub(" ", lower[max(0, at - _NOT_A_CUE[kind == "anniversary"]) : at])
            )
            and not (found.kind == "label" and _NAME_COLUMN.search(before))
            and not _NAME_CELL.search(before)
        )
        or NOT_A_CUE_AFTER.match(_sentence_after(flat, lower, found.end))
    ):
        return None
    if (
        found.kind == "birth"
        and _NOT_THIS.search(before)
        and flat[found.end : found.end + 1] in (",", ")", "!", ".")
    ):
        return None
    if kind == "label" and is_denied(lower[max(0, at - _NOT_A_CUE[0]) : at], flat, found.end):
        return None
    if kind in ("label", "anniversary") and (
        _UNKNOWN.search(lower[max(0, at - 40) : at])
        or (_NOT_IT.search(before) and flat.startswith(_CLOSES, found.end))
    ):
        return None
    if (
        found.kind == "birth"
        and at == found.start
        and _BARE.fullmatch(word)
        and (
            PAPER_BEFORE.search(before)
            or PAPER_AFTER.match(flat, found.end)
            or (TO_DECLARE.search(before) and not flat.startswith((" of ", " de ", " d'"), found.end))
        )
    ):
        return None
    if (
        animals
        and _OF_AN_ANIMAL.search(lower, max(0, at - _SHEET), found.end + _SHEET)
        and not _SOMEBODY.search(_on_line_before(lower, at))
    ):
        return None
    if kind == "verb" and (
        _NOT_YET.search(before) or _AGAIN.match(flat, found.end) or _NEW_ME.search(before)
    ):
        return None
    if kind == "verb" and (is_an_offices(flat, at) or _is_so_called(flat, at, found.end)):
        return None
    if kind == "verb" and is_a_things(SPACES.sub(" ", _on_line_before(lower, at)).lstrip(), word):
        return None
    if word.startswith(("il est d", "elle est d")) and not is_told_of_somebody(flat, at, found.end):
        return None
    if (
        word == "vu le jour"
        and not saw_light(before, _on_line_before(lower, at))
        and not is_in_childs_list(lower, at, found.end)
    ):
        return None
    if "arriv" in word and (
        _TO_A_PLACE.match(flat, found.end)
        or (
            (thing := _BOYS_THING.match(word))
            and is_everyday(thing[1])
            and not (thing[2] and is_name(thing[2]))
        )
    ):
        return None
    if "arriv" in word and is_other_arrival(flat, found, word):
        return None
    if (newcomer := _NEWCOMER.match(word)) and not is_name(newcomer[1].partition("-")[0]):
        return None
    if (little := _LITTLE.search(word)) and little[1] not in _LAST_BORN and is_everyday(little[1]):
        return None
    if (
        kind == "verb"
        and word.endswith((" b.", "(b.", " n.", "(n."))
        and not _is_after_name(lower, at, found.end)
    ):
        return None
    if kind == "verb" and not word[0].isalpha():
        at += 1
    return found if at == found.start and kind == found.kind else Cue(at, found.end, kind)


def _is_inside(word: str, before: str) -> bool:
    """Whether a label is part of a longer word; "ddn" and "dob" may stick to the figures of the value before them."""
    if before[-1:].isdigit():
        return not word.startswith(("ddn", "dob"))
    return before[-1:].isalpha() and not before.endswith("date")


def _is_so_called(flat: str, at: int, end: int) -> bool:
    """Whether a verb stands in quotation marks of its own, outside of which its day follows: the file was "born" on …."""
    return _QUOTED.search(flat, max(0, at - 3), at + 1) is not None and _CLOSED.match(flat, end) is not None


def _is_after_name(lower: str, at: int, end: int) -> bool:
    """Whether "b." may stand for "born": not the second item of a list, not a part's name ("bar b. 12-04-85").

    "n." may then stand for "né"; after an everyday word it is a number's.
    """
    before = lower[max(0, at - 24) : at]
    if lower[at] == "\n":
        return not _FIRST_ITEM.search(lower, max(0, at - _LIST_REACH), at)
    if lower[at] != "(" and _ITEM.search(before[-12:]):
        return False
    if lower[at + 1] == "n" and (word := _WORD_BEFORE.search(before)) and _is_no_relative(word[0]):
        return False
    return not _PART.match(lower, end) or len(LINE_WORDS.findall(before.rpartition("\n")[2])) > 1


def _is_no_relative(word: str) -> bool:
    """Whether the word is an everyday one, and none for a child, a spouse or the like."""
    return is_everyday(word) and not _A_RELATIVE.fullmatch(word)


def _sentence_after(flat: str, lower: str, end: int) -> str:
    """The words after a cue: to the end of the line, unless it ends in the middle of what it says."""
    after = flat[end : end + 50]
    stop = lower.find("\n", end, end + 50)
    return after if stop < 0 or _UNFINISHED.search(flat[end:stop]) else after[: stop - end]


def _on_line_before(lower: str, at: int) -> str:
    """What stands before on the same line, in the same cell."""
    return "" if lower[at] in _SEPARATORS else _CELL_EDGE.split(lower[max(0, at - 100) : at])[-1]


def _is_cell(lower: str, found: Cue) -> bool:
    """Whether the cue is all that stands in a cell or line: a header."""
    before = lower[max(0, found.start - 3) : found.start]
    return (not before or _CELL_BEFORE.search(before) is not None) and _CELL_AFTER.match(
        lower, found.end
    ) is not None
