"""Words that make a date a birth date."""

from __future__ import annotations

import re
from collections.abc import Set
from typing import Final

from recognizers.birth_family import RELATIVES
from recognizers.birth_vetoes import NOT_A_CUE_AFTER, NOT_A_CUE_BEFORE, THING_IS_BORN
from recognizers.cues import Cue, CueTable, acronym
from recognizers.dates import MONTH, WEEKDAY
from recognizers.everyday import is_everyday
from recognizers.months import MONTH_WORDS

#: A date that is no list's number or measure: with its month in words, or a year of four figures.
_DATED: Final = (
    rf"(?:le )?[0-9]{{1,2}}(?:er)?(?: {MONTH}\.? [12]"
    r"|(?:-[0-9]{1,2}-|/[0-9]{1,2}/|\.[0-9]{1,2}\.)[12][0-9]{3})"
)
_WHOSE: Final = r"(?:(?:ma|sa|la|leur|notre|ta|votre) )?"
_NAISS: Final = r"nais{1,2}(?:[ae]n[cs]{1,2}es?|\.|ce|ance)?(?![a-z])"
_NE: Final = r"ne(?:e?\(e?s?\)s?|[.\-/]e\.?s?|e?s?)(?![a-z])"
_SOMEBODY: Final = (
    r"(?:mon|ma|mes|notre|nos|son|sa|leur|my|our|his|her|their) (?:petite?-|grande?-|step)?(?:fils|filles?|enfants?|bebes?"
    r"|garcons?|gars|conjointe?|epoux|epouse|mari|femme|mere|pere|soeur|frere|jumeaux|jumelles|son|sons|daughters?|child|children"
    r"|kids?|baby|babies|boys?|girls?|twins|wife|husband|spouse|partner|mother|father|mom|mum|dad|sister|brother)(?: [a-z'-]+)?"
)
_ON: Final = (
    r"(?= {0,6}(?:le|la|l|en|on|un|a|au|aux|in|at|the|ce|du|vers|hier,?|ds|dans|:|=|,|\(|[0-9]|[oil][0-9]|[a-z]+ {1,4}le "
    rf"|[\"'*>\[{{_<=\x7f\-.;]{{1,4}} ?[0-9]|['a-z-]+ [a-z'-]+ le |{WEEKDAY},? |{MONTH}[.-]?[ -]?[0-9]))"
)
#: Not the name of a computer: "ddn-server-01", "dob01 restarted".
_NO_HOST: Final = rf"(?!-[a-z]{{3,}}(?![a-z])(?! ?[:=(]))(?![0-9]{{1,3}} (?:(?!{MONTH})[a-z]|[0-9]{{4}}-))"
#: A day follows at once.
_DAY_NEXT: Final = rf"(?:the |le )?(?:[0-9]|{WEEKDAY}|{MONTH}[. ])"
#: Short labels, with what sticks to them: the word "date" or a month.
_GLUED: Final = " ".join(
    f"{before}{label}{after}"
    for label in ("ddn", "ddns", "dob", "dobs", "born")
    for before in ("", "date", "datede", "dateof")
    for after in ("", *MONTH_WORDS)
)
#: A rare run of letters, what kind of cue it begins, and the whole cue matched from there.
_CUES: Final = CueTable(
    (
        ("nais", "birth", _NAISS),
        ("ddn", "label", rf"ddns?(?![a-z]){_NO_HOST}|ddn(?={MONTH})"),
        ("d.d.n", "label", r"d\.d\.n\.?"),
        ("d. d. n", "label", r"d\. d\. n\.?"),
        ("d d n", "label", r"d d n(?![a-z])", r"(?<![a-z])"),
        ("d o b", "label", r"d o b(?![a-z])", r"(?<![a-z])"),
        ("dob", "label", rf"dobs?(?!'?[a-z]){_NO_HOST}|dob(?={MONTH})"),
        ("dn", "label", r"dn(?: ?[:=]| (?=[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]))", r"(?<![a-z0-9.])"),
        ("d.n", "label", r"d\.n\.?(?= ?[:=]? ?(?:[0-9]|le ))", r"(?<![a-z0-9.])"),
        ("d de n", "label", r"d de n\.? ?[:=]", r"(?<![a-z0-9.])"),
        ("date de n", "label", r"date de n\.? ?[:=]", r"(?<![a-z0-9.])"),
        ("d.o.b", "label", r"d\.o\.b\.?"),
        ("d. o. b", "label", r"d\. o\. b\.?"),
        ("d/o/b", "label", r"d/o/b"),
        (
            "birth",
            "birth",
            r"birth(?!ing(?![a-z]))(?:[ _-]?(?:da(?:te|y)s?(?!(?: :|:)? ?[0-9]{1,2} (?:month|mois|mm?)(?![a-z]))|dt))?",
        ),
        ("brith", "birth", r"brith(?:[ _-]?(?:da(?:te|y)s?|dt))?"),
        ("b-day", "label", r"b-day"),
        ("b-date", "label", r"b-date"),
        ("bdate", "label", r"bdate"),
        ("d/n", "label", r"d/n ?[:=]", r"(?<![a-z0-9/])"),
        ("bday", "label", r"bday"),
        ("anniv", "anniversary", r"anniv(?:ersaires?|\.)?(?![a-z])"),
        ("fete", "anniversary", r"fete(?![a-z])", r"(?:date de |jour de |(?<![a-z])ma |(?<![a-z])sa )"),
        ("vu le jour", "verb", r"vu le jour"),
        ("ans le ", "age", r"ans le (?=[0-9])"),
        ("years old on ", "age", r"years old on "),
        (" ne", "verb", rf" {_NE}{_ON}"),
        ("suis ne", "ending", rf"suis {_NE}", r"(?:que|ou|quand) je "),
        ("ai ete ne", "ending", rf"ai ete {_NE}", r"que j'"),
        ("est ne", "ending", rf"est {_NE}", rf"(?:que|ou|quand) (?:il|elle|{_SOMEBODY}) "),
        ("sont ne", "ending", rf"sont {_NE}", rf"(?:que|ou|quand) {_SOMEBODY} "),
        ("(ne", "verb", rf"\({_NE}{_ON}"),
        ("<ne", "verb", rf"<{_NE}{_ON}"),
        ("ne e ", "verb", r"ne e {1,2}(?=le(?![a-z]))", r"(?<![a-z])"),
        ('"ne', "verb", rf'"{_NE}{_ON}'),
        (";ne", "verb", rf";{_NE}{_ON}"),
        (",ne", "verb", rf",{_NE}{_ON}"),
        ("naqui", "verb", r"naqui[ts](?![a-z])"),
        ("venu", "verb", r"venue?s? au monde"),
        ("born", "verb", rf"born(?:ed)?(?! this way|[a-z])|born(?={MONTH})"),
        (" b. ", "verb", rf" b\.(?= {{1,5}}(?:the )?(?:[0-9]|{MONTH}))"),
        ("(b. ", "verb", rf"\(b\.(?= (?:[0-9]|{MONTH}))"),
        (" n. ", "verb", rf" n\.(?= {_DATED})"),
        ("(n. ", "verb", rf"\(n\.(?= {_DATED})"),
        ("je suis d", "verb", rf"je suis d[eu](?= (?:[0-9]|{WEEKDAY} |{MONTH}\.? [0-9]))"),
        ("est d", "verb", rf"est d[eu](?= {_DATED})", rf"{_SOMEBODY} "),
        (
            "arriv",
            "verb",
            rf"arriv(?:ed|ee?){_ON}",
            r"(?<![a-z])(?:(?:baby|bebe|newborn)(?: boy| girl)?|(?:notre|our|ma|my) (?:petite?|little) [a-z'-]{2,12})"
            r"(?: est| is| has)? ",
        ),
        *(
            (
                stem,
                "verb",
                rf"{noun}(?= (?:en |hier |(?=le ){_DAY_NEXT}))",
                r"(?<![a-z])eu (?:notre|nos|mon|ma|mes|un|une|le|des) ",
            )
            for stem, noun in (
                ("bebe", "bebe(?: fille| garcon)?"),
                ("jume", "jume(?:aux|lles)"),
                ("garcon", "garcon"),
                ("fille", "fille"),
            )
        ),
        *(
            (noun, "verb", rf"{noun}(?: boy| girl)?(?= on {_DAY_NEXT})", r"(?<![a-z])had (?:our|my|a|the) ")
            for noun in ("baby", "twins", "boy", "girl")
        ),
        (
            "nais",
            "verb",
            r"naissance (?:dit|indique|montre|affiche|mentionne)(?= )",
            r"(?:acte|certificat|extrait) de ",
        ),
        ("birth", "verb", r"birth certificate (?:says|shows|reads|states|indicates)(?= )"),
        ("accouch", "verb", r"accouchee?(?= le | de | d'| en | par )", r"(?<![a-z])(?:ai|a|avait) "),
    ),
    words="dn bday bdate anniv anniversaire anniversaires fete ne nee nees nes naquit naquis venu venue venus venues born borned"
    " vu accouche accouchee"
    f" brith brithday brithdate {_GLUED}",
    parts=("nais", "birth"),
    guarded={
        acronym("d n", alone="d n"): ("d.d.n", "d. d. n", "d d n", "d/n", "d.n"),
        "d n": ("d de n",),
        "date n": ("date de n",),
        acronym("d o b", alone="o"): ("d.o.b", "d. o. b", "d o b", "d/o/b"),
        "b": (" b. ", "(b. ", "b-day", "b-date"),
        "n": ("n. ",),
        "est du": ("est d",),
        "ans": ("ans le ",),
        "years": ("years old on ",),
        "suis": ("je suis d",),
        "baby": ("arriv",),
        "bebe": ("arriv",),
        "petit": ("arriv",),
        "petite": ("arriv",),
        "little": ("arriv",),
        "eu": ("bebe", "jume", "garcon", "fille"),
        "had": ("baby", "twins", "boy", "girl"),
        "newborn": ("arriv",),
    },
)
#: At the very start of a text, where no space stands before the word.
_AT_START: Final = re.compile(rf"{_NE}{_ON}|[bn]\.(?= {_DATED})")
#: Of a list, the second item: "section b. 2013-05-13".
_ITEM: Final = re.compile(
    r"(?:^|[0-9:;)\n]|(?<![a-z])(?:section|point|item|articles?|annexe|part(?:ie)?|option|question|clause|alinea))[ .]*$"
)
#: The item before "b." in a list, and how far above it may begin.
_FIRST_ITEM: Final = re.compile(r"(?:^|\n)[ >]*[am][.)] ")
_LIST_REACH: Final = 500
_WORD_BEFORE: Final = re.compile("[a-z'-]+(?=[ ,]*$)")
#: Figures that may be measures, no date in words.
_PART: Final = re.compile(r" ?[0-9]{1,2}([-.])[0-9]{1,2}\1(?:[0-9]{2}|[0-9]{4})(?![0-9])")
#: A parcel arrives, too: of everyday words, only what one calls a little child.
_LITTLE: Final = re.compile(
    r"(?:petite?|little) (?!(?:one|girl|boy|man|guy|angel|ange|puce|coeur|garcon|fille|prince|princesse?|tresor|merveille|soeur"
    r"|frere|sister|brother)(?![a-z]))([a-z'-]+)(?: est| is| has)? arriv"
)
_LINE_WORDS: Final = re.compile("[a-z'-]{2,}")
_UNFINISHED: Final = re.compile(
    r"(?:^|(?<![a-z])(?:d[eu]s?|d'|of|the|la|les?|l'|an?|une?|notre|our|your|votre))[ >]*$"
)
_DATE_BEFORE: Final = re.compile(
    r"(?:dates?|dte|dt|jour|moment|annee|day)[ ./_-]{0,4}(?:(?:et|and|&) (?:le |the )?(?:lieu|heure"
    r"|sexe|place|time) )?(?:de {0,4}|d'|d |du {1,4}|of {0,4})?"
    r"(?:(?:sa|ma|la|leur|notre|son|mon|ta|votre|his|her|their|my|your|our) )?$"
)
#: Between "date" and "birth": they head two columns.
_CELL_MARK: Final = re.compile(r"[|\t]|^[a-z]+ {2,}\Z")
_CELL_BEFORE: Final = re.compile(r'(?:^|[|;,\t\n>"]| {2}) ?$')
_CELL_AFTER: Final = re.compile(
    r"(?: (?:du |de la |de l'|de |of )?(?:conjointe?|enfant|parent|assuree?|mere|pere|adherente?"
    r"|spouse|child|mother|father|member))?"
    r'(?: ?[1-9])? ?(?:[|;,\t\r\n"]| {2}|$)'
)
_LABEL_AFTER: Final = re.compile(r" {0,3}(?:[:=(]|(?:le|on)(?= ))|[0-9]")


def birth_cues(flat: str, lower: str, words: Set[str] | None = None) -> list[Cue]:
    """The cues in flattened lower-case text, in order.

    Kinds: "label" (date of birth), "verb" (born on), "birth" (a birth is spoken of), "anniversary".
    """
    cues = [cue for found in _CUES.find(flat, words) if (cue := _confirmed(flat, lower, found)) is not None]
    if flat.startswith(("ne", "b.", "n.")) and (first := _AT_START.match(flat)):
        cues.insert(0, Cue(0, first.end(), "verb"))
    return cues


def _confirmed(flat: str, lower: str, found: Cue) -> Cue | None:
    """The cue with what belongs to it on its left, or None where its surroundings say otherwise."""
    at, kind, word = found.start, found.kind, flat[found.start : found.end]
    before = flat[max(0, at - 40) : at]
    if kind == "birth":
        dated = _DATE_BEFORE.search(before)
        if dated and not _CELL_MARK.search(lower[at - (len(before) - dated.start()) : at]):
            kind, at = "label", at - (len(before) - dated.start())
        elif before[-1:].isalpha():
            return None
        elif (
            word.endswith(("te", "ay", "tes", "ays", "dt"))
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
    if kind == "label" and _EXPECTED.search(lower[max(0, at - 12) : found.end]):
        return None
    if kind == "anniversary" and (whose := _WHOSE_DAY.match(flat, found.end)) and is_everyday(whose[1]):
        return None
    if kind != "verb" and (
        (at == found.start and NOT_A_CUE_BEFORE.search(lower[max(0, at - 40) : at]))
        or NOT_A_CUE_AFTER.match(_sentence_after(flat, lower, found.end))
    ):
        return None
    if kind == "verb" and lower[at] != "\n" and THING_IS_BORN.search(_on_line_before(lower, at)):
        return None
    if (little := _LITTLE.search(word)) and is_everyday(little[1]):
        return None
    if word.endswith((" b.", "(b.", " n.", "(n.")) and not _is_after_name(lower, at, found.end):
        return None
    if kind == "verb" and not word[0].isalpha():
        at += 1
    return Cue(at, found.end, kind)


#: The birth has not been yet.
_EXPECTED: Final = re.compile(
    r"(?:expected|estimated|anticipated) (?:date|birth)|dates? (?:prevue|probable|estimee) (?:de |d')"
)


#: The anniversary of a thing: "anniversaire de la police", not "de la petite".
_WHOSE_DAY: Final = re.compile(
    r" (?:de la|de l'|du|des|of the) ?(?!(?:petite?|grande?|bebe|enfant|patiente?|cliente?|assuree?|usagere?|employee?|insured"
    rf"|{'|'.join(RELATIVES.split())})s?(?![a-z]))([a-z]+)"
)


#: "natural born leader", "foreign-born": no birth is told.
_NATURAL: Final = re.compile(r"-$|(?<![a-z])(?:natural|native|foreign|first|high|low|well|newly|twice) $")


def _is_inside(word: str, before: str) -> bool:
    """Whether a label is part of a longer word; "ddn" and "dob" may stick to the figures of the value before them."""
    if before[-1:].isdigit():
        return not word.startswith(("ddn", "dob"))
    return before[-1:].isalpha() and not before.endswith("date")


def _is_after_name(lower: str, at: int, end: int) -> bool:
    """Whether "b." may stand for "born": not the second item of a list, not a part's name ("bar b. 12-04-85").

    "n." may then stand for "né"; after an everyday word it is a number's.
    """
    before = lower[max(0, at - 24) : at]
    if lower[at] == "\n":
        return not _FIRST_ITEM.search(lower, max(0, at - _LIST_REACH), at)
    if lower[at] != "(" and _ITEM.search(before[-12:]):
        return False
    if lower[at + 1] == "n" and (word := _WORD_BEFORE.search(before)) and is_everyday(word[0]):
        return False
    return not _PART.match(lower, end) or len(_LINE_WORDS.findall(before.rpartition("\n")[2])) > 1


def _sentence_after(flat: str, lower: str, end: int) -> str:
    """The words after a cue: to the end of the line, unless it ends in the middle of what it says."""
    after = flat[end : end + 50]
    stop = lower.find("\n", end, end + 50)
    return after if stop < 0 or _UNFINISHED.search(flat[end:stop]) else after[: stop - end]


def _on_line_before(lower: str, at: int) -> str:
    return lower[max(0, at - 40) : at].rpartition("\n")[2]


def _is_cell(lower: str, found: Cue) -> bool:
    """Whether the cue is all that stands in a cell or line: a header."""
    before = lower[max(0, found.start - 3) : found.start]
    return (not before or _CELL_BEFORE.search(before) is not None) and _CELL_AFTER.match(
        lower, found.end
    ) is not None


#: After the date: "… est ma date de naissance", "(DDN)", "1985-04-12, je suis né".
RIGHT_CUE: Final = re.compile(
    r"^[ ,;:=()\[\]{}\"'*<_\-.]{0,5}(?:\(|(?:est|c'est|is|was|etait|=|c est)?[ :(]{0,6}(?:bien )?(?:ma|sa|la|nos|mes"
    r"|ses|leurs|les|(?:my|his|her|their|our|the)(?: [a-z-]{2,15}'s)?|notre|leur|mon|son)? {0,4})"
    rf"(?:dates? {{1,4}}de {{1,4}}{_WHOSE}{_NAISS}|ddns?(?![a-z])|d\.d\.n|dobs?(?![a-z])|d\.o\.b|dates? {{1,4}}of {{1,4}}birth"
    rf"|birth ?da(?:te|y)|{_NAISS}(?![a-z ])|anniversaire)(?! ?[:=])"
)
RIGHT_VERB: Final = re.compile(
    r"^[ ,)\]\"'*_<\-]{0,9}(?:(?:(?:c'est|est|is|was) )?(?:la |le jour |the day |the date )?(?:que |ou |quand |when |that )?"
    rf"(?:je suis|j'ai ete|elle est|il est|i was|he was|she was|{_SOMEBODY} (?:est|sont|was|were)) (?:ne|nee|nes|nees|born)"
    r"(?![a-z])|(?:est )?(?:la|le) jour de ma naissance)"
)
SEX_BEFORE: Final = re.compile(
    r"(?<![a-z0-9])[a-z'-]{2,} ?[(,;|/-]+ ?(?:sexe? ?:? ?)?(?:[fmhx]|masculin|feminin|homme|femme|male"
    r"|female|garcon|fille|boy|girl) ?[),;|/-]+ ?$"
)
